"""Ratios: 3:7, 5:5, 50:25:25, 1대1, 3분의 1; told apart from clock times."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

# The first digit, and what may not stand before it: a search then leaps from digit to digit.
_FIRST = r"[0-9](?<![0-9A-Za-z.,:/\-].)"
_TERM = r"[0-9]{1,3}(?:\.[0-9]{1,2})?"
_COLON = re.compile(
    rf"(?P<terms>{_FIRST}[0-9]{{0,2}}(?:\.[0-9]{{1,2}})?(?: ?: ?{_TERM}){{1,4}})"
    r"(?![0-9A-Za-z:]|[.,][0-9])"
)
_BETWEEN_DIGITS = re.compile(r":(?:(?<=[0-9]:)|(?<=[0-9] :)) ?[0-9]")  # most stand behind a label
_VERSUS = re.compile(
    rf"(?P<one>{_FIRST}[0-9]{{0,3}}(?:\.[0-9]{{1,2}})?) ?대 ?(?P<other>[0-9]{{1,3}})"
    r"(?![0-9.,]|[가-힣](?<!로|의|매|비|를|을|정|경|인))"
)
_FRACTION = re.compile(
    r"(?P<whole>[0-9](?<![0-9A-Za-z.,].)[0-9]{0,3})분의 ?(?P<part>[0-9]{1,4})(?![0-9.,])"
)
_CUE = re.compile(
    r"(?:비율|비중|지원규모|매칭|분담|부담|배분|비|대응|국비|도비|시비|군비|구비|국"
    r"|보조)[가-힣 :(]{0,8}$"
)
_HOURS, _MINUTES = 24, 59


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratio:
    """Two or more terms weighed against each other at text[start:end] == raw: 3:7 -> (3, 7).

    A fraction (3분의 1) has its part first: (1, 3). `kind` is 'ratio' or 'fraction'.
    """

    start: int
    end: int
    raw: str
    terms: tuple[Decimal, ...]
    kind: str = "ratio"
    flags: tuple[str, ...] = ()


def find_ratios_in(text: str, folded: str) -> Iterator[Ratio]:
    """Every ratio of a text, given with its folded form (same length)."""
    for match in _COLON.finditer(folded) if _BETWEEN_DIGITS.search(folded) else ():
        terms = tuple(Decimal(term.strip()) for term in match["terms"].split(":"))
        if not _is_clock(match["terms"], terms) or _CUE.search(
            folded[max(0, match.start() - 16) : match.start()]
        ):
            yield _ratio(text, match, terms)
    for match in _VERSUS.finditer(folded) if "대" in folded else ():
        yield _ratio(text, match, (Decimal(match["one"]), Decimal(match["other"])))
    for match in _FRACTION.finditer(folded) if "분의" in folded else ():
        if int(match["whole"]):
            terms = (Decimal(match["part"]), Decimal(match["whole"]))
            yield _ratio(text, match, terms, kind="fraction")


def _ratio(
    text: str, match: re.Match[str], terms: tuple[Decimal, ...], *, kind: str = "ratio"
) -> Ratio:
    start, end = match.span()
    return Ratio(start=start, end=end, raw=text[start:end], terms=terms, kind=kind)


def _is_clock(printed: str, terms: tuple[Decimal, ...]) -> bool:
    """16:27, 09:00, 12:30:45: hours before two-digit minutes and seconds."""
    parts = [part.strip() for part in printed.split(":")]
    return (
        len(parts) <= len(("hours", "minutes", "seconds"))
        and all(part.isdecimal() for part in parts)
        and terms[0] <= _HOURS
        and all(len(part) == len("00") and int(part) <= _MINUTES for part in parts[1:])
    )
