"""Joint figures: what two things make together, where a question asks for one of them alone.

'도로·하천 정비 40억 원' tells neither what the roads cost nor what the streams do. Many names are
joined for good ('일상감사·계약심사') and people say half of them. So a question has to show that it
wants the one without the other: '만', '따로', 'N건 중', or who was dealt with in one of two ways.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.grammar import Asked
from assistant.matching import tight, tight_published
from assistant.understand import Understanding

_DEALT = r"(?:훈계|주의|경고|경?징계|중징계|견책|감봉)"
_ALONE = re.compile(
    r"[가-힣](?<!하지)(?<![었았했겠이]지)(?<![기하그])만(?:\s|은|의|을|이|\?|$|따로|몇|얼마|[가-힣]{2,4}액)|따로|(?<![가-힣])순수|"
    rf"[명건개곳원억]\s?(?:중|가운데)(?:에서?|에)?\s|예산\s중\s|{_DEALT}(?:를|을)?\s?(?:받은|당한)"
)
_JOIN = r"(?:\s?[·ㆍ‧・/]\s?|[와과]\s|\s및\s|나\s)"
_CHAIN = rf"(?P<chain>(?<![\d가-힣])(?:[가-힣]{{1,12}}?{_JOIN})+[가-힣]{{1,12}})"
_JOINT = re.compile(
    rf"{_CHAIN}[^\d,.;▲△\n]{{0,30}}?(?=약?\s?\d)|"
    rf"\d\s?명(?:은|이|에게|을|에)?\s{_CHAIN.replace('chain', 'behind')}\s?(?:받|요구|조치|처분)"
)
_SUMMED = re.compile(
    r"(?<![가-힣])(?P<one>[가-힣]{2,10})[와과]\s(?P<other>[가-힣]{2,10}?)[을를]\s(?:모두\s)?"
    r"(?:합한|합친|더한|아우른)\s(?P<sum>[가-힣]{2,10}?)(?:은|는|이|가)?\s"
)
_PARTS = re.compile(_JOIN)
_BOTH_GRANTS = re.compile(r"국\s?[·ㆍ‧・]?\s?(?:도|시)비")
_GRANT = re.compile(r"(?<![가-힣])(?P<one>국비|도비|시비)")
# Measures that reports print by their first syllable ('훈·경고 40명').
_CUT_SHORT = {"훈": "훈계"}
_SHORTEST = 2


def is_joint(asked: Understanding, said: Sequence[str]) -> bool:
    """Whether the figure of one thing alone is asked for, and it stands with another's only.

    `said` are the sentences and lines with figures that an answer would quote.
    """
    if not asked.asks(Asked.AMOUNT, Asked.COUNT):
        return False
    near = tight(asked.text)
    if _is_summed(near, said):
        return True
    if not _ALONE.search(asked.text):
        return False
    for name in {name for text in said for name in _halves(text, near, asked.clauses > 1)}:
        if not any(_has_own(name, text) for text in said):
            return True
    grant = _GRANT.search(asked.text)
    is_both = grant is not None and any(map(_BOTH_GRANTS.search, said))
    return is_both and grant is not None and not any(_has_own(grant["one"], one) for one in said)


def _is_summed(near: str, said: Sequence[str]) -> bool:
    """Whether what is asked for is told only as a part of a sum ('A와 B를 합한 자체수입은 N')."""
    for text in said:
        for match in _SUMMED.finditer(text):
            own = [part for part in (match["one"], match["other"]) if part in near]
            is_sum = tight_published(match["sum"]) in near
            if len(own) == 1 and not is_sum and not any(_has_own(own[0], one) for one in said):
                return True
    return False


def _halves(text: str, near: str, are_apart: bool) -> Iterator[str]:
    """What the question names of things that a text joins before a figure, if not all of them.

    Where it asks of each by itself (`are_apart`) it may name them all.
    """
    for match in _JOINT.finditer(text):
        parts = _PARTS.split(match["chain"] or match["behind"])
        if tight_published(f"{parts[0]}{parts[1][:_SHORTEST]}") in near:
            continue  # the question joins them itself
        named = [_named(part, near) for part in parts]
        if any(named) and (are_apart or not all(named)):
            yield from filter(None, named)


def _named(part: str, near: str) -> str:
    """As much of a word, from its start, as the question has; '' for too little."""
    if part in _CUT_SHORT:
        return _CUT_SHORT[part] if _CUT_SHORT[part] in near else ""
    part = tight_published(part)
    sizes = range(len(part), _SHORTEST - 1, -1)
    return next((part[:size] for size in sizes if part[:size] in near), "")


def _has_own(name: str, text: str) -> bool:
    """Whether a figure stands right behind a name that is joined to no other."""
    joint = [match.span() for match in _JOINT.finditer(text)]
    own = rf"(?<![·ㆍ‧・/가-힣]){re.escape(name)}(?!{_JOIN})[^\d,.;▲△\n]{{0,20}}\d"
    return any(
        not any(start <= found.start() < end for start, end in joint)
        for found in re.finditer(own, text)
    )
