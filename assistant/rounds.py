"""Rounds: numbered things of which a neighbour is no answer (제3기, 제12회, 1차 추경, 2분기)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.matching import tight

_FORMAL = re.compile(r"제\s?(?P<number>\d{1,3})\s?(?P<kind>기|회|차|호|대|단계)(?!관|서)")
_SUPPLEMENT = r"추경|추가\s?경정"
_BUDGET = re.compile(rf"(?<!\d)(?P<number>\d{{1,2}})\s?[회차]\s?(?:{_SUPPLEMENT})")
# '3회' alone counts how often; before such a noun it tells which.
_EVENT = re.compile(
    r"(?<![\d제총연])(?<!총 )(?<!연 )(?P<number>\d{1,3})(?P<kind>[회차기])\s"
    r"(?=[가-힣]{0,8}(?:축제|대회|박람회|전시회|위원회|회의|공모|포럼|영화제|문화제|체전|감사관|평가단|지원금|모집))"
)
_TERM = re.compile(r"(?<![\d제])(?P<number>\d{1,2})(?P<kind>기)(?![가-힣])")
_QUARTER = re.compile(
    r"(?<![\d/])(?P<first>[1-4])(?:\s?/\s?4)?\s?(?:[~∼·,-]\s?(?P<last>[1-4])(?:\s?/\s?4)?\s?)?"
    r"사?\s?분기"
)
_BOTH_HALVES = re.compile(r"상\s?[·ㆍ,/]?\s?하반기|반기별|[분반]기마다")
_HALVES = ("상반기", "하반기")
# '3회 때는', '2차는요': a number that leans on what was asked before.
_NUMBER_ALONE = re.compile(
    r"(?<![\d제총연])(?:제\s?)?(?P<number>\d{1,2})\s?(?P<kind>분기|단계|[회차기호])"
    r"(?:\s?때|에[는서]?|엔|은|는|도|의|\s|\?|$)"
)
_QUARTERS = "분기"
_BUDGETS = "추경"


def rounds_in(text: str) -> tuple[str, ...]:
    """The numbered things of a text in one spelling each, in order: '제3기', '1추경', '2분기'."""
    return tuple(dict.fromkeys(_rounds(text)))


def halves_said(text: str) -> tuple[str, ...]:
    """The halves of a year that a text names ('상·하반기' names both); () for none."""
    if _BOTH_HALVES.search(text):
        return _HALVES
    return tuple(half for half in _HALVES if half in text)


def rounds_after(text: str, earlier: str) -> tuple[str, ...]:
    """The numbered things that a text names only by number ('3회 때는'), as those asked before.

    After a question of the fourth supplement '3회' is the third one, whatever else is counted.
    """
    said = _NUMBER_ALONE.search(text)
    before = rounds_in(earlier)
    if said is None or not before:
        return ()
    kind = _kind(before[-1])
    is_alike = said["kind"] in kind or (kind == _BUDGETS and said["kind"] in "회차")
    if not is_alike:
        return ()
    return (f"{int(said['number'])}{kind}" if kind in (_BUDGETS, _QUARTERS) else _formal(said),)


def _formal(said: re.Match[str]) -> str:
    return f"제{int(said['number'])}{said['kind']}"


def names_round(text: str, sought: str) -> bool:
    """Whether a text names a numbered thing, as `rounds_in` spells it; '제2회' is not '제12회'."""
    if sought in rounds_in(text):
        return True
    if sought.endswith((_QUARTERS, _BUDGETS)):
        return False
    plain = tight(sought).removeprefix("제")
    return re.search(rf"(?<!\d){re.escape(plain)}", tight(text)) is not None


def neighbours(sought: tuple[str, ...], texts: list[str]) -> tuple[str, ...]:
    """The other rounds of the kinds sought that texts name, in the order of their numbers."""
    kinds = {_kind(one) for one in sought}
    found = {one for text in texts for one in rounds_in(text) if _kind(one) in kinds}
    return tuple(sorted(found - set(sought), key=lambda one: (_kind(one), _number(one))))


def said_round(one: str) -> str:
    """A numbered thing as it is said: '1추경' is '제1회 추경'."""
    return f"제{_number(one)}회 추경" if one.endswith(_BUDGETS) else one


def _rounds(text: str) -> Iterator[str]:
    found: list[tuple[int, str]] = []
    taken: list[tuple[int, int]] = []
    for match in _BUDGET.finditer(text):
        found.append((match.start(), f"{int(match['number'])}{_BUDGETS}"))
        taken.append(match.span())
    for pattern in (_FORMAL, _EVENT, _TERM):
        for match in pattern.finditer(text):
            if not any(start < match.end() and match.start() < end for start, end in taken):
                found.append((match.start(), f"제{int(match['number'])}{match['kind']}"))
    for match in _QUARTER.finditer(text):
        first = int(match["first"])
        # '1·2분기' and '1~3분기' are each of them.
        for number in range(first, int(match["last"] or first) + 1):
            found.append((match.start(), f"{number}{_QUARTERS}"))
    for _, one in sorted(found, key=lambda pair: pair[0]):
        yield one


def _kind(one: str) -> str:
    return re.sub(r"\d+", "", one)


def _number(one: str) -> int:
    return int(re.sub(r"\D+", "", one))
