"""Indicators with their years: `PC 구입(대): (‘21) 690 → (’25) 720`, `(‘21→’25) 매년 20억`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from corpus.amounts import find_amounts
from corpus.characters import fold
from corpus.facts.draft import Draft
from corpus.facts.labels import clean_name
from corpus.facts.statements import Statement
from corpus.types import FactKind, FactValue, Phase

# In folded text every apostrophe is ' and every arrow →.
# Possessive blanks: two neighbours that could share a run of blanks would try every division of it.
_YEAR = r"\(?\s*+'?\s*+(?P<year>(?:19|20)\d\d|\d\d)\s*+년?도?\s*+\.?\s*+\)?"
_DIGITS = r"\d+(?:,\d{3})*(?:\.\d+)?"
_NUMBER = rf"(?P<value>{_DIGITS})"
_UNIT = (
    r"(?P<unit>조\s?원?|(?:천|백|십)?억\s?원?|(?:백|천|십)?만\s?원?|천\s?원|원|%p?"
    r"|[가-힣]{1,4}|㎡|km|ha|점)?"
)
_STEP = (
    r"\(?\s*+'\s*+(?:(?:19|20)\d\d|\d\d)\s*+년?\.?\s*+\)?\s*+:?\s*+"
    rf"{_DIGITS}(?:\s*+[가-힣%㎡]{{1,4}})?"
)
_COURSE = re.compile(rf"(?:{_STEP})(?:\s*+(?:→|,|/)\s*+(?:{_STEP}))+")
_POINT = re.compile(_YEAR + r"\s*+:?\s*+" + _NUMBER + r"\s*+" + _UNIT)
_SPAN = re.compile(
    r"\(\s*+'\s*+(?P<first>(?:19|20)\d\d|\d\d)\s*+\.?\s*+\)?\s*+(?:→|~)\s*+\(?\s*+"
    r"'\s*+(?P<last>(?:19|20)\d\d|\d\d)\s*+\.?\s*+\)"
    r"\s*+:?\s*+(?P<every>매년|연간|연|해마다)?\s*+(?P<rest>[^\n]{1,40})"
)
_LABEL_UNIT = re.compile(r"\((?:\s*+단위\s*+:?)?\s*+([^()\d]{1,14})\)$")
_WON_UNITS = {"억원", "백만원", "천원", "만원", "원", "조원", "십억원", "천만원", "억"}
_RATIO_WORDS = re.compile(r"(?:률|율|비율|비중|도)$")
YEAR_SPLIT = 70  # two-digit years from 70 on are of the last century


def full_year(printed: str) -> int:
    """A printed year as four digits: '21' is 2021, '98' is 1998."""
    year = int(printed)
    if year >= 100:
        return year
    return year + (1900 if year >= YEAR_SPLIT else 2000)


def trajectories(statement: Statement) -> Iterator[Draft]:
    """The indicator courses of a statement, each with the label before it."""
    text = fold(statement.text)
    # `fold` keeps every place, so spans of the folded text are spans of the print.
    taken = 0
    for match in _COURSE.finditer(text):
        points = [point for point in _POINT.finditer(match.group())]
        years = [full_year(point["year"]) for point in points]
        if len(points) < 2 or years != sorted(set(years)):
            continue
        label, unit, flags = _label(statement.text[taken : match.start()])
        if not label:
            continue
        printed = {point["unit"].replace(" ", "") for point in points if point["unit"]}
        unit, conflict = _agreed(unit, printed)
        values = tuple(
            FactValue(year=year, value=_decimal(point["value"]), phase=_phase(order, points))
            for order, (point, year) in enumerate(zip(points, years, strict=True))
        )
        taken = match.end()
        yield _draft(statement, label, unit, values, match.span(), (*flags, *conflict))
    if taken == 0 and (span := _SPAN.search(text)):
        yield from _spans(statement, span)


def _spans(statement: Statement, match: re.Match[str]) -> Iterator[Draft]:
    """One value for each year, or for the whole, of a printed span of years."""
    label, unit, flags = _label(statement.text[: match.start()])
    first, last = full_year(match["first"]), full_year(match["last"])
    number = re.match(r"(\d[\d,]*(?:\.\d+)?)\s*([가-힣%]{1,4})?", match["rest"])
    if not label or first > last or number is None:
        return
    amounts = find_amounts(match["rest"])
    value, amount = _decimal(number[1]), None
    printed = unit or number[2]
    if amounts and amounts[0].start == 0 and amounts[0].krw is not None:
        amount = amounts[0].krw
        raw = amounts[0].raw.replace(" ", "")
        scaled = re.fullmatch(r"([\d,.]+)(조|억|백만|천만|만|천)원?", raw)
        if scaled:
            value, printed = _decimal(scaled[1]), scaled[2] + "원"
        else:
            value, printed = Decimal(amount), "원"
    elif printed in {"건수"}:
        printed = number[2] or printed
    kind_flags = ("annual_flow",) if match["every"] else ("whole_period",)
    values = tuple(FactValue(year=year, value=value, phase=Phase.PLANNED) for year in (first, last))
    yield Draft(
        statement=statement,
        kind=FactKind.BUDGET if amount is not None else FactKind.INDICATOR,
        name=label,
        raw_text=statement.text[slice(*match.span())].strip(),
        span=match.span(),
        value=value,
        values=values,
        unit=printed,
        amount_krw=amount,
        fiscal_year=first,
        flags=(*flags, *kind_flags),
    )


def _draft(
    statement: Statement,
    label: str,
    unit: str | None,
    values: tuple[FactValue, ...],
    span: tuple[int, int],
    flags: tuple[str, ...],
) -> Draft:
    last = values[-1].value
    amount = None
    if unit is not None and unit.replace(" ", "") in _WON_UNITS and isinstance(last, Decimal):
        read = find_amounts(f"{last}{unit.replace(' ', '')}")
        amount = read[0].krw if read else None
    return Draft(
        statement=statement,
        kind=FactKind.INDICATOR,
        name=label,
        raw_text=statement.text[slice(*span)].strip(),
        span=span,
        value=last,
        values=values,
        unit=unit,
        amount_krw=amount,
        fiscal_year=values[-1].year,
        flags=flags if unit else (*flags, "unit_unknown"),
    )


def _label(before: str) -> tuple[str, str | None, tuple[str, ...]]:
    """The name and the unit in brackets at its end; '구축률・유지' names a rate, not a unit."""
    stripped = before.strip(" ,;/").rstrip(" :：")
    match = _LABEL_UNIT.search(stripped)
    if match is None:
        return clean_name(stripped), None, ()
    unit = match.group(1).strip()
    label = clean_name(stripped[: match.start()])
    if _RATIO_WORDS.search(re.split(r"[・·,/]", unit)[0]):
        return label, unit, ("unit_is_rate",)
    return label, unit, ()


def _agreed(label_unit: str | None, printed: set[str]) -> tuple[str | None, tuple[str, ...]]:
    if len(printed) > 1:
        return label_unit, ("unit_conflict",)
    if not printed:
        return label_unit, ()
    value_unit = next(iter(printed))
    if label_unit is None or label_unit.replace(" ", "") == value_unit:
        return label_unit or value_unit, ()
    if label_unit == "건수" or label_unit.endswith("수"):
        return value_unit, ()
    return label_unit, ("unit_conflict",)


def _phase(order: int, points: list[re.Match[str]]) -> Phase:
    return Phase.PLANNED if order == len(points) - 1 else Phase.ACTUAL


def _decimal(printed: str) -> Decimal:
    return Decimal(printed.replace(",", ""))
