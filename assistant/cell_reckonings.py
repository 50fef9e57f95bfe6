"""Reckonings over the cells of one table: how far apart, how much grown, together, shared, most."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from assistant.arithmetic import PER_CENT
from assistant.cell_labels import is_total, said_label
from assistant.cell_terms import Maker, Term, by_year, ends_of, name_of
from assistant.cells import Asking
from assistant.figures import read_figures
from assistant.grammar import Asked
from assistant.grids import Cell, GridRow
from assistant.matching import tight
from assistant.points import Computed
from assistant.shares import in_hundred
from assistant.sought import kind_sought
from assistant.understand import Understanding
from assistant.wording import won

_OF = re.compile(r"\s?(?:의|중에서|중에|중|가운데|대비|에서)")


def gap_of(maker: Maker, terms: Sequence[Term]) -> Computed | None:
    """How far apart two cells are: of the first and last year asked about, or the two named."""
    dated = by_year(terms)
    ends = ends_of(maker, terms) or ((dated[0], dated[1]) if len(dated) == 2 else None)
    pair = ends or (tuple(terms) if len(terms) == 2 else None)
    if pair is None or any(one.cell.value < 0 for one in pair):
        return None
    first, last = pair
    if first.cell.unit != last.cell.unit or first.cell.value == last.cell.value:
        return None
    high, low = (last, first) if last.cell.value > first.cell.value else (first, last)
    unit = "%p" if high.cell.unit == "%" else high.cell.unit
    subject = "차이"
    if ends is not None:
        subject = "증가" if last.cell.value > first.cell.value else "감소"
    gap = _reckoned(high.cell, high.cell.value - low.cell.value)
    return maker.computed(
        Asked.DIFFERENCE, pair, f"{high.said} - {low.said}", f"{gap}{unit}", subject
    )


def _reckoned(cell: Cell, value: Decimal) -> str:
    """A result as the cells are printed; amounts printed in steps ('1조 2억 원') in steps."""
    return won(int(value)) if cell.text.endswith("원") else f"{value:,f}"


def growth_of(maker: Maker, terms: Sequence[Term]) -> Computed | None:
    """By how many per cent a row or column rose or fell between two years."""
    ends = ends_of(maker, terms)
    if ends is None or any(one.cell.value <= 0 or one.cell.unit == "%" for one in ends):
        return None
    first, last = ends
    change = (last.cell.value - first.cell.value) / first.cell.value
    return maker.computed(
        Asked.GROWTH,
        ends,
        f"({last.said} - {first.said}) ÷ {first.said}{PER_CENT}",
        f"{in_hundred(change)}%",
        "증가" if change >= 0 else "감소",
    )


def sum_of(maker: Maker, terms: Sequence[Term]) -> Computed | None:
    """What the named rows of one column come to; a printed total is no part of it."""
    if any(is_total(one.row.label) or one.cell.value < 0 for one in terms) or len(terms) < 2:
        return None
    if len({one.head for one in terms}) > 1 or len({one.cell.unit for one in terms}) > 1:
        return None
    if terms[0].cell.unit == "%" or any(one.year for one in terms if is_total(one.head)):
        return None
    if maker.asked.count is not None and maker.asked.count != len(terms):
        return None
    total = sum((one.cell.value for one in terms), Decimal(0))
    cell = terms[0].cell
    return maker.computed(
        Asked.SUM,
        terms,
        " + ".join(one.said for one in terms),
        f"{_reckoned(cell, total)}{cell.unit}",
        ", ".join(name_of(one) for one in terms),
    )


def share_of_cells(maker: Maker) -> Computed | None:
    """The share of a row in the total of its column, or of one column in another ('A 중 B')."""
    one = maker.table
    named = [row for row in one.rows if not is_total(row.label)]
    wholes = [row for row in one.grid.rows if is_total(row.label)]
    part: tuple[GridRow, int] | None = None
    whole: tuple[GridRow, int] | None = None
    if len(one.named) == 2 and len(one.rows) == 1:
        ordered = _of_first(maker.asked, one)
        if ordered is not None:
            whole, part = (one.rows[0], ordered[0]), (one.rows[0], ordered[1])
    elif len(named) == 1 and len(wholes) == 1:
        part, whole = (named[0], one.columns[0]), (wholes[0], one.columns[0])
    if part is None or whole is None:
        return None
    if len(one.columns) > 2 and not is_total(one.grid.heads[one.columns[0]]):
        return None
    terms = [
        Term(row=row, head=one.grid.heads[n], cell=cell, year=one.years[n])
        for row, n in (part, whole)
        if (cell := row.cells[n]) is not None
    ]
    if len(terms) != 2 or not 0 <= terms[0].cell.value <= terms[1].cell.value:
        return None
    if terms[0].cell.unit != terms[1].cell.unit or not terms[1].cell.value:
        return None
    if len({one.unit for term in terms for one in read_figures(term.said).figures}) > 1:
        return None  # a cell may print a unit of its own
    share = in_hundred(terms[0].cell.value / terms[1].cell.value)
    expression = f"{terms[0].said} ÷ {terms[1].said}{PER_CENT}"
    return maker.computed(Asked.SHARE, terms, expression, f"{share}%", name_of(terms[0]))


def _of_first(asked: Understanding, one: Asking) -> tuple[int, int] | None:
    """Of two columns the one a share is taken of ('A 중 B'), then the other."""
    for text in (asked.text, asked.search_text):
        for whole, part in (one.named, one.named[::-1]):
            said = r"\s?".join(map(re.escape, tight(said_label(one.grid.heads[whole]))))
            if re.search(said + _OF.pattern, text):
                return whole, part
    return None


def extreme_of(maker: Maker, *, is_least: bool, most: int) -> Computed | None:
    """The row with the most or least of one column; a year's column needs no row to be named."""
    one = maker.table
    is_without_total = one.rows == one.grid.rows
    is_open = is_without_total or all(is_total(row.label) for row in one.rows)
    if len(one.columns) != 1 or not is_open:
        return None
    column = one.columns[0]
    noun = kind_sought(maker.asked.text)
    if is_without_total and not (noun and all(noun in row.label for row in one.rows)):
        return None  # '가장 높은 부서' is not the class with the most of them
    terms = [
        Term(row=row, head=one.grid.heads[column], cell=cell, year=one.years[column])
        for row in one.grid.rows
        if not is_total(row.label) and (cell := row.cells[column]) is not None
    ]
    if not 1 < len(terms) <= most or len(terms) < len(one.grid.rows) - 1:
        return None
    if len({term.cell.unit for term in terms}) > 1 or any(term.cell.value < 0 for term in terms):
        return None
    if any(re.search(r"\d", term.row.label) for term in terms):
        return None
    ordered = sorted(terms, key=lambda term: term.cell.value, reverse=not is_least)
    if ordered[0].cell.value == ordered[1].cell.value:
        return None
    said = [f"{said_label(term.row.label)} {term.said}" for term in ordered]
    kind = Asked.MINIMUM if is_least else Asked.MAXIMUM
    expression = (" < " if is_least else " > ").join(said)
    return maker.computed(kind, ordered, expression, said[0], said_label(ordered[0].row.label))
