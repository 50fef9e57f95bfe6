"""Times: how English says years, halves, days and ages, and how Korean does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """What text[start:end] is in Korean; one that `leads` is said before all else."""

    korean: str
    start: int
    end: int
    leads: bool


# What a question says of now, which stands before what it asks for and is no year to compare with.
NOW = frozenset({"올해", "내년"})
_YEAR = r"(?:19|20)\d\d"
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
# With a capital and a day or a year beside it: 'may' and 'march' are words too.
_MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\b"
_DATES = tuple(
    re.compile(one)
    for one in (
        rf"\b{_MONTH} {_DAY}(?:,? (?P<year>{_YEAR})\b)?",
        rf"\b(?:the )?{_DAY} (?:of )?{_MONTH}(?:,? (?P<year>{_YEAR})\b)?",
        rf"\b{_MONTH},? (?P<year>{_YEAR})\b",
    )
)
_TIMES = tuple(
    (re.compile(pattern, re.IGNORECASE), korean)
    for pattern, korean in (
        (rf"\b(?P<a>{_YEAR})\s?(?:-|–|to|and|until)\s?(?P<b>{_YEAR})\b", "{a}~{b}년"),
        (rf"\b(?:(?:the )?first[ -]half of|H1(?: of)?) (?P<a>{_YEAR})\b", "{a}년 상반기"),
        (rf"\b(?:(?:the )?second[ -]half of|H2(?: of)?) (?P<a>{_YEAR})\b", "{a}년 하반기"),
        (rf"\bQ(?P<b>[1-4])(?: of)? (?P<a>{_YEAR})\b", "{a}년 {b}분기"),
        (rf"\b(?:fiscal(?: year)?|FY) ?(?P<a>{_YEAR})\b", "{a}회계연도"),
        (
            r"\b(?:aged |over )?(?P<a>\d\d) (?:years (?:old )?)?(?:and|or) (?:over|older)\b",
            "{a}세 이상",
        ),
        (r"\b(?:aged )?over (?P<a>\d\d)'?s\b", "{a}세 이상"),
        (rf"\b(?:the )?end of (?P<a>{_YEAR})\b", "{a}년 말"),
        (rf"\b(?P<a>{_YEAR})\b", "{a}년"),
        (r"\b(?:the )?first[ -]half\b", "상반기"),
        (r"\b(?:the )?second[ -]half\b", "하반기"),
        (r"\b(?:the )?end of last month\b", "지난달 말"),
        (r"\blast month\b", "지난달"),
        (r"\bnext month\b", "다음 달"),
        (r"\b(?:the )?end of (?:the|this) year\b|\byear[ -]end\b", "연말"),
        (r"\b(?:the )?year before last\b|\btwo years (?:ago|earlier)\b", "재작년"),
        (r"\bthis year\b", "올해"),
        (r"\bnext year\b", "내년"),
        (
            r"\b(?:(?:the )?(?:last|previous|prior|preceding) year|"
            r"(?:the|a) year (?:before|earlier))(?:'s)?\b",
            "지난해",
        ),
    )
)


def times_of(text: str) -> Iterator[Time]:
    """The times and ages of an English question, of two that overlap the fuller one first."""
    for pattern in _DATES:
        for match in pattern.finditer(text):
            yield Time(korean=_date(match), start=match.start(), end=match.end(), leads=True)
    for pattern, korean in _TIMES:
        for match in pattern.finditer(text):
            said = korean.format(**match.groupdict())
            is_dated = said[0].isdigit() and not said.endswith("이상")
            yield Time(korean=said, start=match.start(), end=match.end(), leads=is_dated)


def _date(match: re.Match[str]) -> str:
    said = match.groupdict()
    month = _MONTHS.index(said["month"][:3].lower()) + 1
    year = f"{said['year']}년 " if said["year"] else ""
    day = f" {int(said['day'])}일" if said.get("day") else ""
    return f"{year}{month}월{day}"
