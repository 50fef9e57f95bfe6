"""The charts beside the facts of a search: one thing over the years, where a look beats reading."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

import corpus
import index
from assistant.charts import Chart, ChartKind, charts_of_facts


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchChartOptions:
    """When a search gets a chart.

    `looked_through` facts that fit best: what is further down the list is not what was looked for,
    and each is read from the disk. `least_years` make a chart: two figures are read faster than
    drawn. `most_charts` leave the list itself in sight on a desk. `tried` candidates at most are
    drawn, for some turn out not to be comparable.
    """

    looked_through: int = 100
    least_years: int = 3
    most_charts: int = 2
    tried: int = 8


def charts_of_matches(
    snapshot: index.Snapshot, matches: index.Matches, options: SearchChartOptions
) -> tuple[Chart, ...]:
    """Trajectories of what the best facts are about, those of the best fact first."""
    best = matches.facts(index.Sorting.RELEVANCE, offset=0, limit=options.looked_through)
    found: list[Chart] = []
    for place, facts in enumerate(_candidates(best, options)):
        if place == options.tried or len(found) == options.most_charts:
            break
        found += [
            one
            for one in charts_of_facts(snapshot, facts)[:1]
            if one.kind is ChartKind.TRAJECTORY
            and len({point.year for point in one.points}) >= options.least_years
            and all(one.title != other.title for other in found)
        ]
    return tuple(found)


def _candidates(
    facts: tuple[corpus.Fact, ...], options: SearchChartOptions
) -> Iterator[tuple[corpus.Fact, ...]]:
    """Facts that tell of one thing in enough years: one that states them all, or one for each."""
    groups: dict[tuple[object, ...], list[corpus.Fact]] = {}
    for fact in facts:
        if fact.doubts or not isinstance(fact.value, Decimal):
            continue
        thing = (fact.kind, fact.name, fact.municipality, fact.organisation, fact.unit)
        has_course = len({one.year for one in fact.values}) >= options.least_years
        groups.setdefault((*thing, fact.id if has_course else None), []).append(fact)
    for (*_, stated_by), group in groups.items():
        one_a_year = _one_a_year(group)
        if stated_by is not None:
            yield (group[0],)
        elif len(one_a_year) >= options.least_years:
            yield one_a_year


def _one_a_year(facts: list[corpus.Fact]) -> tuple[corpus.Fact, ...]:
    """A fact of each year, in order; none at all where a year has two figures or a fact no year.

    Which of two figures of a year is meant (a first and a revised budget, say) is for readers to
    tell: a line through both would say something that no document does.
    """
    by_year: dict[int, corpus.Fact] = {}
    for fact in facts:
        if fact.fiscal_year is None:
            return ()
        if by_year.setdefault(fact.fiscal_year, fact).value != fact.value:
            return ()
    return tuple(by_year[year] for year in sorted(by_year))
