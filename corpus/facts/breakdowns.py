"""Lines that break the count above them down: `지표 20개` / `- 관리기반 4, 활동 13, 성과(3)`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from corpus.characters import fold
from corpus.facts.draft import Draft, one_value
from corpus.facts.labels import clean_name, heading_name, item_label, join_names
from corpus.facts.statements import Statement
from corpus.facts.years import year_context
from corpus.quantities import Quantity, find_quantities
from corpus.types import FactKind

_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_PART = re.compile(
    rf"\s*(?P<label>[가-힣A-Za-z][가-힣A-Za-z·ㆍ\s]{{0,28}}[가-힣A-Za-z])"
    rf"\s?(?:\(\s?(?P<held>{_DIGITS})\s?\)|\s(?P<bare>{_DIGITS}))\s*(?:[,/;]|$)"
)
_FEWEST_PARTS = 2
_LONGEST_LINE = 400  # characters; a longer line is prose


def breakdown(statement: Statement) -> tuple[Draft, ...]:
    """The parts of an item that is nothing but labels with bare numbers; () for any other.

    A part has the unit of the count above it only where all parts add up to that count; else its
    unit is unknown, and the flags say so.
    """
    return tuple(_drafts(statement)) if statement.is_item else ()


def _drafts(statement: Statement) -> Iterator[Draft]:
    text = fold(statement.text)
    label, start = item_label(statement.text)
    parts = _parts(text, start)
    if len(parts) < _FEWEST_PARTS:
        return
    path = statement.passage.heading_path
    above = fold(path[-1]) if path else ""
    numbers = [Decimal((one["held"] or one["bare"]).replace(",", "")) for one in parts]
    whole = _whole(above, sum(numbers, Decimal(0)))
    general = clean_name(label) or clean_name(item_label(above)[0]) or heading_name(path)
    year, year_flags = year_context(statement).year_at(statement.text, start)
    for one, value in zip(parts, numbers, strict=True):
        printed = "held" if one["held"] else "bare"
        name = clean_name(statement.text[one.start("label") : one.end("label")])
        unit_flag = "unit_inherited" if whole else "unit_unknown"
        yield Draft(
            statement=statement,
            kind=FactKind.STATISTIC,
            name=join_names(general, name),
            raw_text=statement.text[one.start(printed) : one.end(printed)],
            value=value,
            values=one_value(year, value),
            unit=whole.unit if whole else None,
            fiscal_year=year,
            flags=("part", unit_flag, *year_flags),
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


def _whole(above: str, total: Decimal) -> Quantity | None:
    """The one count of the line above that the parts add up to."""
    fitting = [
        one
        for one in find_quantities(above)
        if isinstance(one, Quantity) and one.value == total and one.high is None
    ]
    return fitting[0] if len(fitting) == 1 else None
