"""Sums in tables: rows and columns of totals over their parts, whichever of them the parts are.

A text form of a table does not say which rows a total is over. Each way that its shape allows is
tried on all columns at once; the one that fits most of them is taken, and only what a way that is
proved so leaves standing apart contradicts its source.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial
from itertools import takewhile

from corpus.arithmetic_columns import relations
from corpus.arithmetic_figures import Figure
from corpus.arithmetic_grid import Additive, Grid, GridLine, Rank, additive, rank_of, read_grid
from corpus.arithmetic_reckoning import Claim, Closure
from corpus.arithmetic_text import claim_of
from corpus.facts.headings import Heading
from corpus.facts.labels import join_names
from corpus.facts.table_runs import TabledRun

Figures = Mapping[int, Figure]
"""The figures of one row by column, or of one column by row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableOptions:
    """What is tried on one table."""

    most_columns: int = 12
    """Columns over which a total may stand when the head does not say; sources of funds are few."""
    most_pieces: int = 30
    """Rows into which a row may be broken down below it without a mark; a class of a budget has
    hardly more."""
    fewest_fits: int = 2
    """A single fit may be chance; two prove which rows or columns a total is over."""
    fits_a_misfit: int = 2
    """And so many fits for each misfit: small numbers often fit where they do not belong."""


def table_claims(
    text: str, runs: Sequence[TabledRun], options: TableOptions | None = None
) -> tuple[frozenset[str], list[Claim]]:
    """The passages that hold tables, by id, and every sum, share and change that these state."""
    options = options or TableOptions()
    tabled: set[str] = set()
    claims: list[Claim] = []
    for run in runs:
        tabled.update(one.id for one in run.passages)
        for table in run.tables:
            grid = read_grid(text, table, run.units)
            claims.extend(_of_rows(grid, options))
            claims.extend(_of_columns(grid, options))
            claims.extend(relations(grid))
    return frozenset(tabled), claims


def _of_rows(grid: Grid, options: TableOptions) -> Iterator[Claim]:
    """The sums of rows of totals."""
    for order, line in enumerate(grid.lines):
        if line.rank <= Rank.PART:
            continue
        ways = [
            [(" ".join(one.names), one.figures) for one in way]
            for way in _ways_of_rows(grid.lines, order, options)
        ]
        yield from _claims(
            line.figures,
            ways,
            grid.heads,
            options,
            name=" ".join(line.names),
            is_whole=grid.is_whole,
        )


def _ways_of_rows(
    lines: Sequence[GridLine], order: int, options: TableOptions
) -> list[list[GridLine]]:
    """Which rows a row of totals may be the sum of, the likeliest first."""
    total = lines[order]
    prefix, rank = total.prefix, total.rank
    ways: list[list[GridLine]] = []
    for scope in _scopes(lines, order):
        sums = [one for one in scope if one.rank > Rank.PART and _is_lower(one, prefix, rank)]
        plain = [one for one in scope if one.rank is Rank.PART]
        if sums:
            highest = max(one.rank for one in sums)
            tops = [one for one in sums if one.rank is highest]
            covered = {one.prefix for one in tops if one.prefix}
            free = [one for one in plain if covered and one.names[: len(prefix) + 1] not in covered]
            ways.append(sorted([*tops, *free], key=lambda one: one.row.start))
        ways.append(plain)
        below = [one for one in scope if one.rank is Rank.BELOW]
        if below:
            ways.append([one for one in scope if one.rank in {Rank.PART, Rank.BELOW}])
        ways.append(_tops(plain, options))
    return [way for way in ways if len(way) > 1]


def _is_lower(line: GridLine, prefix: tuple[str, ...], rank: Rank) -> bool:
    """Whether a total is part of a higher one: by its word, or by a further name (국비 | 계)."""
    return line.rank < rank or len(line.prefix) > len(prefix)


def _scopes(lines: Sequence[GridLine], order: int) -> list[list[GridLine]]:
    """The rows that a total may be over, up to the next of its own kind: below, above or both."""
    is_under = partial(_is_under, lines[order])
    below = list(takewhile(is_under, (lines[at] for at in range(order + 1, len(lines)))))
    above = list(takewhile(is_under, (lines[at] for at in range(order - 1, -1, -1))))[::-1]
    if lines[order].prefix or lines[order].row.group:
        return [[*above, *below], below, above]
    return [below, above] if len(below) >= len(above) else [above, below]


def _is_under(total: GridLine, line: GridLine) -> bool:
    """Whether a row shares the names and the group of a total, and is not such a total itself."""
    prefix = total.prefix
    is_beside = line.rank >= total.rank and line.prefix == prefix
    is_within = total.row.group in {"", line.row.group}
    return is_within and not is_beside and line.names[: len(prefix)] == prefix


def _tops(lines: Sequence[GridLine], options: TableOptions) -> list[GridLine]:
    """The rows that are left when each that is the sum of those below it stands for them."""
    fullest = max(lines, key=lambda one: len(one.figures), default=None)
    column = min(fullest.figures, default=None) if fullest is not None else None
    figures = [one.figures.get(column) if column is not None else None for one in lines]
    tops: list[GridLine] = []
    order = 0
    while order < len(lines):
        tops.append(lines[order])
        order += 1 + _pieces(figures[order : order + 1 + options.most_pieces])
    return tops


def _pieces(figures: Sequence[Figure | None]) -> int:
    """How many figures behind the first add up to it, 0 for none."""
    first = figures[0]
    if first is None or not first.value:
        return 0
    total, slack = Decimal(0), first.step
    for count, one in enumerate(figures[1:], start=1):
        if one is None or one.value is None:
            continue
        total += one.value
        slack += one.step
        if count > 1 and abs(first.value - total) * 2 <= slack:
            return count
    return 0


def _of_columns(grid: Grid, options: TableOptions) -> Iterator[Claim]:
    """The sums of columns of totals."""
    by_column: dict[int, dict[int, Figure]] = {
        at: {order: line.figures[at] for order, line in enumerate(grid.lines) if at in line.figures}
        for at in grid.columns
    }
    for at in grid.columns:
        labels = grid.table.heads[at]
        if not labels or rank_of(labels[-1]) <= Rank.PART:
            continue
        ways = [
            [(grid.table.heads[one][-1], by_column[one]) for one in way]
            for way in _ways_of_columns(grid, at, options)
        ]
        yield from _claims(
            by_column[at],
            ways,
            [line.heading for line in grid.lines],
            options,
            name=grid.heads[at].name,
            is_whole=any(grid.table.heads),
        )


def _ways_of_columns(grid: Grid, total: int, options: TableOptions) -> list[list[int]]:
    """Which columns a column of totals may be the sum of, the likeliest first."""
    heads = grid.table.heads
    prefix = heads[total][:-1]
    place = grid.columns.index(total)
    ways: list[list[int]] = []
    for run in (grid.columns[place + 1 :], tuple(reversed(grid.columns[:place]))):
        same: list[int] = []
        sums: list[int] = []
        for at in run:
            labels = heads[at]
            if not labels or labels[: len(prefix)] != prefix or labels == heads[total]:
                break
            rank = rank_of(labels[-1])
            if rank > Rank.PART and len(labels) > len(prefix) + 1:
                sums.append(at)
            elif rank > Rank.PART:
                break
            elif rank is not Rank.ASIDE and grid.heads[at].role is grid.heads[total].role:
                same.append(at)
        if len(sums) > 1:
            ways.append(sums)
        for count in range(min(len(same), options.most_columns), 1, -1):
            ways.append(same[:count])
        if len(same) > options.most_columns:
            ways.insert(0, same)
    return ways


def _claims(
    totals: Figures,
    ways: Sequence[Sequence[tuple[str, Figures]]],
    headings: Sequence[Heading],
    options: TableOptions,
    *,
    name: str,
    is_whole: bool,
) -> Iterator[Claim]:
    """A claim for each place of a total, by the way that fits the most of them.

    `headings` are those of the places: of the columns for a row of totals, and the other way.
    """
    kinds = {at: additive(headings[at], figure) for at, figure in totals.items()}
    places = [at for at in totals if kinds[at] is not Additive.NO]
    if not places or not ways:
        return
    scored = [(_fits(totals, way, places), way) for way in ways]
    (fits, misfits), way = max(scored, key=lambda one: (one[0][0] - one[0][1], one[0][0]))
    is_proved = fits >= options.fewest_fits and fits >= options.fits_a_misfit * misfits
    for at in places:
        parts = _parts(way, at)
        if len(parts) < 2:
            continue
        closure = Closure.CLOSED
        if kinds[at] is Additive.PERHAPS:
            closure = Closure.SUPPOSED
        elif is_proved and kinds[at] is Additive.YES:
            closure = Closure.PROVED
        elif not is_whole or (fits + misfits > 1 and not fits):
            closure = Closure.OPEN
        full = join_names(headings[at].name, name)
        yield replace(
            claim_of(totals[at], parts, closure), name=full, fiscal_year=headings[at].year
        )


def _parts(way: Sequence[tuple[str, Figures]], at: int) -> list[Figure]:
    return [replace(line[at], label=name) for name, line in way if at in line]


def _fits(
    totals: Figures, way: Sequence[tuple[str, Figures]], places: Sequence[int]
) -> tuple[int, int]:
    """At how many places the parts make the total, and at how many not."""
    fits = misfits = 0
    for at in places:
        figures = [line[at] for _, line in way if at in line]
        total = totals[at]
        if len(figures) < 2 or not total.value:
            continue
        values = [one.value for one in figures if one.value is not None and one.unit == total.unit]
        if len(values) < len(figures):
            misfits += 1
            continue
        slack = sum((one.step for one in figures), total.step)
        if abs(total.value - sum(values, Decimal(0))) * 2 <= slack:
            fits += 1
        else:
            misfits += 1
    return fits, misfits
