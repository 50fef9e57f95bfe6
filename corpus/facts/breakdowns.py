"""Lines that break the count above them down: `지표 20개` / `- 관리기반 4, 활동 13, 성과(3)`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from corpus.amounts import find_amounts, unit_scale
from corpus.characters import fold
from corpus.facts.draft import Draft, one_value
from corpus.facts.labels import (
    clean_name,
    heading_name,
    is_generic,
    item_label,
    join_names,
    place_named,
)
from corpus.facts.statements import Statement
from corpus.facts.things import of_thing, thing_above
from corpus.facts.years import year_context
from corpus.quantities import Quantity, find_quantities
from corpus.types import FactKind

_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_PART = re.compile(
    rf"\s*(?P<label>[가-힣A-Za-z][가-힣A-Za-z·ㆍ\s]{{0,28}}[가-힣A-Za-z])"
    rf"\s?(?:\(\s?(?P<held>{_DIGITS})\s?\)|\s(?P<bare>{_DIGITS}))\s*(?:[,/;]|$)"
)
_LABEL_UNIT = re.compile(r"\s*\(\s?(?:단위\s?:\s?)?(?P<unit>[가-힣%㎡]{1,5}(?:\s?원)?)\s?\)\s*$")
# '지적 84건 : 시정 31, 주의 53': the count that the parts make is no word of their name.
_COUNTED = re.compile(r"(?<=[가-힣)])\s?(?:총\s?)?\d[\d,]*\s?(?:건|명|개소|개|곳|회)$")
_LAST_OF_PARTS = frozenset("),/;），／；")
_FEWEST_PARTS = 2
_LONGEST_LINE = 400  # characters; a longer line is prose


def breakdown(statement: Statement) -> tuple[Draft, ...]:
    """The parts of an item that is nothing but labels with bare numbers; () for any other.

    A part has the unit of the count above it only where all parts add up to that count; else its
    unit is unknown, and the flags say so.
    """
    return tuple(_drafts(statement)) if statement.is_item else ()


def _drafts(statement: Statement) -> Iterator[Draft]:
    last = statement.text.rstrip()[-1:]
    if not last.isdecimal() and last not in _LAST_OF_PARTS:
        return  # the number of its last part, or what closes it, ends such a line
    text = fold(statement.text)
    label, start = item_label(statement.text)
    parts = _parts(text, start)
    if len(parts) < _FEWEST_PARTS:
        return
    path = statement.passage.heading_path
    above = fold(path[-1]) if path else ""
    numbers = [Decimal((one["held"] or one["bare"]).replace(",", "")) for one in parts]
    total = sum(numbers, Decimal(0))
    unit = _unit_in_label(label) or _unit_above(label, total) or _unit_above(above, total)
    scale = unit_scale(unit) if unit else None
    general = (
        clean_name(_COUNTED.sub("", _LABEL_UNIT.sub("", label)))
        or clean_name(item_label(above)[0])
        or heading_name(path)
    )
    place = place_named(general)
    if is_generic(general) or place is not None:
        # '사업비 : 국비 2, 도비 1' is that of the project above, a city's own is told of the city.
        general = of_thing(thing_above(statement), "" if place else general)
    year, year_flags = year_context(statement).year_at(statement.text, start)
    for one, value in zip(parts, numbers, strict=True):
        printed = "held" if one["held"] else "bare"
        name = clean_name(statement.text[one.start("label") : one.end("label")])
        unit_flag = "unit_inherited" if unit else "unit_unknown"
        krw = value * scale if scale is not None else None
        yield Draft(
            statement=statement,
            kind=FactKind.STATISTIC if krw is None else FactKind.BUDGET,
            name=join_names(general, name),
            raw_text=statement.text[one.start(printed) : one.end(printed)],
            value=value,
            values=one_value(year, value),
            unit=unit,
            amount_krw=int(krw) if krw is not None and krw == krw.to_integral_value() else None,
            fiscal_year=year,
            flags=("part", unit_flag, *year_flags),
            municipality=place,
        )


def _parts(text: str, start: int) -> list[re.Match[str]]:
    """The labelled numbers that fill the text from `start` to its end; [] where they do not."""
    if len(text) > _LONGEST_LINE:
        return []
    found: list[re.Match[str]] = []
    position = start
    while position < len(text.rstrip()):
        part = _PART.match(text, position)
        if part is None:
            return []
        found.append(part)
        position = part.end()
    return found


def _unit_in_label(label: str) -> str | None:
    """The unit in brackets behind a label: '신속집행률(%) : 상반기 60.0, 하반기 90.0'."""
    match = _LABEL_UNIT.search(label)
    return match["unit"].replace(" ", "") if match else None


def _unit_above(above: str, total: Decimal) -> str | None:
    """The unit of the one figure of the line above that the parts add up to."""
    fitting = {
        one.unit
        for one in find_quantities(above)
        if isinstance(one, Quantity) and one.value == total and one.high is None
    }
    for amount in find_amounts(above):
        scale = unit_scale(amount.unit) if amount.krw is not None else None
        if scale is not None and amount.krw == total * scale:
            fitting.add(amount.unit or "원")
    return fitting.pop() if len(fitting) == 1 else None
