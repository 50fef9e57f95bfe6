"""Columns that follow from others row by row: 증감 from two years, 구성비 from part and total."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.arithmetic_grid import Grid, Rank, in_per_cent, rank_of
from corpus.arithmetic_reckoning import Claim, Closure, reckon
from corpus.facts.labels import join_names
from corpus.types import ArithmeticRelation, AuditResult

_CHANGE = re.compile(
    r"(?:^|\s)(?:비교\s?)?(?:증\s?[·,]?\s?감\s?(?:액|분|률|율)?|증[가감][률율]|신장[률율]|차액)$"
)
_SHARE = re.compile(r"(?:구성\s?비(?:율)?|비중|점유율)$")
_FEWEST_FITS = 2  # a single row may fit by chance


def relations(grid: Grid) -> Iterator[Claim]:
    """The changes and shares of every row, where most rows prove which columns they are of."""
    for at in grid.columns:
        name = re.sub(r"\([^()]*\)", "", grid.heads[at].name).strip()
        if _CHANGE.search(name):
            yield from _changes(grid, at)
        elif _SHARE.search(name):
            yield from _shares(grid, at)


def _changes(grid: Grid, at: int) -> Iterator[Claim]:
    """Each row's change from one of the two nearest columns at the left to the other."""
    left = [one for one in grid.columns if one < at and not _follows(grid, one)][-2:]
    if len(left) < 2:
        return
    first, second = left
    yield from _proved(
        _rows_of_change(grid, second, first, at), _rows_of_change(grid, first, second, at)
    )


def _follows(grid: Grid, at: int) -> bool:
    """Whether a column itself follows from others."""
    labels = grid.table.heads[at]
    return not labels or rank_of(labels[-1]) is Rank.ASIDE


def _rows_of_change(grid: Grid, later: int, earlier: int, at: int) -> list[Claim]:
    return [
        Claim(
            relation=ArithmeticRelation.CHANGE,
            stated=in_per_cent(line.figures[at], grid.heads[at]),
            terms=(line.figures[later], line.figures[earlier]),
            closure=Closure.PROVED,
            name=join_names(*line.names, grid.heads[at].name),
            fiscal_year=grid.heads[later].year,
        )
        for line in grid.lines
        if {later, earlier, at} <= line.figures.keys()
    ]


def _shares(grid: Grid, at: int) -> Iterator[Claim]:
    """Each row's share of the total row, in the column left of the shares."""
    left = [one for one in grid.columns if one < at]
    totals = [line for line in grid.lines if line.rank > Rank.PART and not line.prefix]
    if not left or len(totals) != 1 or left[-1] not in totals[0].figures:
        return
    whole = totals[0].figures[left[-1]]
    claims: list[Claim] = []
    for line in grid.lines:
        if line is totals[0] or not {left[-1], at} <= line.figures.keys():
            continue
        claims.append(
            Claim(
                relation=ArithmeticRelation.SHARE,
                stated=in_per_cent(line.figures[at], grid.heads[at]),
                terms=(line.figures[left[-1]], whole),
                closure=Closure.PROVED,
                name=join_names(*line.names, grid.heads[at].name),
                fiscal_year=grid.heads[at].year,
            )
        )
    yield from _proved(claims)


def _proved(*ways: list[Claim]) -> Iterator[Claim]:
    """The claims of the first way that most rows fit; none where rows do not prove one."""
    for claims in ways:
        results = [reckon(one) for one in claims]
        fits = sum(one is not None and one.result is AuditResult.AGREES for one in results)
        if fits >= _FEWEST_FITS and 2 * fits > len(claims):
            yield from claims
            return
