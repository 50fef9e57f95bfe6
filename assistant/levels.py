"""Levels: what a figure stands at, told apart from what it moved or differs by.

'살림은 496억 원, 이전재원은 50억 원 많다' says of neither how much it is.
"""

from __future__ import annotations

import re
from functools import lru_cache

import corpus
from assistant.grammar import FALLING, RISING

_FIGURE = (
    r"(?<![\d.,'‘’])\d[\d,.]*(?:\s?[조억천백만]\s?[\d,]*)*\s?"
    r"(?:원|%[pP]?|퍼센트|포인트|(?!년|월|일|시|분기|호|조\s)[가-힣]{1,2})"
)
# What follows a figure that tells a movement or a distance, particles and all.
_MOVED = (
    # '530억 원(5.3%) 많다': the bracket says the same as a share, and moves with it.
    r"(?:\s?\([\d.,]+\s?%[pP]?\)|(?<=%)\)|(?<=%[pP])\))?"
    r"(?:이나|이|가|을|를|가량|정도|씩|\s)*(?:더\s)?"
    r"(?:많[다은고아이]|적[다은고이어]|크[다고]|큰|커[졌지]|작[다은고아]|높[다은고아]|낮[다은고아]|"
    r"늘[어었고다린]|줄[어었고다]|증가|감소|증(?![가-힣])|감(?![가-힣])|상승|하락|[↑↓])"
)
_MOVES = re.compile(_MOVED)
_EACH = re.compile(_FIGURE)
# 'A는 5억 원, B는 3억 원 많다': what is said once at the end is said of each.
_JOINT = re.compile(r"\s?,\s?[^\d.,]{1,24}")
# 'N은 공사 5억 원, 용역 3억 원, 물품 1억 원': what each part has, and not what all have together.
_PART = rf"([가-힣]{{1,8}})\s?{_FIGURE}"
_PARTS = re.compile(rf"(?:[:：]|[은는이가]|분야별로?)\s{_PART},\s{_PART},\s{_PART}")
_WHOLE = re.compile(r"모두|총|합계|합치|전체|(?<![가-힣])합쳐")
_EACH_ASKED = re.compile(r"별|각각|나[누눠뉘]|내역|구성")
_DISTANCE = re.compile(r"차이|증감|증액|감액|변동|변화|더|보다|격차|추가|many more|much more")

# '2010년부터 지금까지 쌓인 절감액은 243억 원': no year of them has as much.
_RUNNING = re.compile(
    r"누적|누계|쌓[인여]|그동안|지금까지|이제까지|여태|(?:도입|시행|개소|출범|시작)(?:한|된)?\s?(?:이후|이래|뒤|후)|"
    r"\d\s?년(?:간|\s?동안)|해\s?동안"
)
_ASKS_RUNNING = re.compile(
    rf"{_RUNNING.pattern}|총|모두|전부|다\s|합[쳐친해하계]|부터|까지|이후|이래|동안|통산|"
    r"\btotal|\bsince\b|\bso far\b|\baltogether\b|\bcumulative"
)


@lru_cache(maxsize=8)  # the last questions, of which each candidate asks again
def asks_level(text: str) -> bool:
    """Whether a question asks what something stands at, and not what it moved or differs by."""
    return not any(pattern.search(text) for pattern in (RISING, FALLING, _DISTANCE))


@lru_cache(maxsize=4_096)
def without_moves(quote: str) -> str:
    """A quote without the figures that something moved or differs by."""
    kept, is_move, behind = quote, False, len(quote)
    for figure in reversed(list(_EACH.finditer(quote))):
        is_joined = is_move and _JOINT.fullmatch(quote, figure.end(), behind) is not None
        is_move = is_joined or _MOVES.match(quote, figure.end()) is not None
        if is_move:
            kept = kept[: figure.start()] + " " + kept[figure.end() :]
        behind = figure.start()
    return kept


def tells_only_moves(quote: str) -> bool:
    """Whether a quote prints figures, and each of them is a movement or a distance."""
    return _EACH.search(quote) is not None and _EACH.search(without_moves(quote)) is None


def asks_running_total(text: str) -> bool:
    """Whether a question asks what several years have come to together, or may."""
    return _ASKS_RUNNING.search(text) is not None


def tells_only_running_totals(quote: str) -> bool:
    """Whether every amount of a quote is what has come together since some year before."""
    behind, is_told = 0, False
    for amount in corpus.find_amounts(quote):
        if _RUNNING.search(quote, behind, amount.start) is None:
            return False
        behind, is_told = amount.end, True
    return is_told


def tells_only_parts(quote: str, text: str) -> bool:
    """Whether a quote says what three parts or more have, and a question names none of them."""
    found = _PARTS.search(quote)
    if found is None or _WHOLE.search(quote) or _EACH_ASKED.search(text):
        return False
    return not any(part in text for part in found.groups())
