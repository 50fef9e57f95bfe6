"""Placings: ranks as a text prints them, and the rank whose holder a question asks for.

'1위 부서는 어디야' is answered by the words that say who came first. Only where no text says so may
the first be found by setting figures in order, and what each part of an evaluation may give at most
(배점) sets nobody in order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_NATIVE = ("일", "이", "삼", "사", "오")
_NO_RANK = r"(?!급|록|분|상|본|장|원|치|생|여|[가-힣]{0,2}[~∼]|\s?(?:이상|이내|안|까지|그룹))"
_PRINTED = re.compile(rf"(?<![\d,.])(?P<rank>\d{{1,3}})\s?(?:위|등){_NO_RANK}")
_WORDED = re.compile(rf"(?<![가-힣])(?P<rank>[일이삼사오])등{_NO_RANK}(?=[\s은는이가을를?]|$)")
_ASKS_HOLDER = re.compile(
    r"어디|누구|누가|뭐|무엇|뭔|어느|어떤|무슨|(?:부서|기관|팀|과|곳|데|도시|지자체|동|학교|기업|작품|사업)"
    r"(?:[은는이가]|이?야|이?에요|인가요?|입니까)?\s?\??$|알려|몇\s?점|\bwh(?:o|at|ich)\b",
    re.IGNORECASE,
)

_FIRST = re.compile(r"최우수|최고|으뜸|선두|가장|제일|첫손|대상을|일등|\b(?:first|top|best)\b")


def ranks_printed(text: str) -> frozenset[int]:
    """The ranks that a text prints ('2위', '3등'), of whatever they are."""
    return frozenset(int(one["rank"]) for one in _PRINTED.finditer(text))


def begins_below(labels: Iterable[str]) -> bool:
    """Whether items are told by their ranks ('2위는 안전과') of which the first is not one."""
    ranks = [rank for one in labels for rank in ranks_printed(one)]
    return bool(ranks) and min(ranks) > 1


def rank_asked(text: str) -> int | None:
    """The one rank whose holder a question asks for ('3위는 어디고 몇 점'); None for none."""
    ranks = set(ranks_printed(text))
    ranks |= {_NATIVE.index(one["rank"]) + 1 for one in _WORDED.finditer(text)}
    return ranks.pop() if len(ranks) == 1 and _ASKS_HOLDER.search(text) else None


def keeps_rank(part: str, whole: str, asked: str) -> bool:
    """Whether a part of a quote prints the rank whose holder is asked for, if the whole does."""
    rank = rank_asked(asked)
    return rank is None or rank in ranks_printed(part) or rank not in ranks_printed(whole)


def is_rank_unsaid(asked: str, quotes: str) -> bool:
    """Whether the holder of a rank is asked for that the quotes do not print.

    The first has many other names ('최우수', '으뜸'), the others have none.
    """
    rank = rank_asked(asked)
    if rank is None or rank in ranks_printed(quotes):
        return False
    return rank > 1 or _FIRST.search(quotes) is None
