"""The facets beside a list: each value with how many results it would leave, as a search."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import index
from assistant.staff.query import Query, Shown


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetOptions:
    """`edges` part the amounts, in won: the sizes by which plans and appraisals sort projects.

    `most_values` of a facet are shown at once, the rest behind a fold.
    """

    edges: tuple[int, ...] = (10**8, 10**9, 10**10, 10**11)
    most_values: int = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetValue:
    """One value: its name ('' for amounts), how many results have it, the search that it leads to.

    An amount has the bounds of its bucket in whole won, None where it is open.
    """

    value: str
    count: int
    is_chosen: bool
    query: Query
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetPanel:
    """One facet; `folded` are the values that are behind a fold, the chosen ones never."""

    facet: index.Facet
    values: tuple[FacetValue, ...]
    folded: tuple[FacetValue, ...]

    @property
    def has_chosen(self) -> bool:
        """Whether a value is chosen."""
        return any(one.is_chosen for one in self.values)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """One condition that is set, with the search without it."""

    facet: index.Facet
    value: str
    query: Query
    low: int | None = None
    high: int | None = None


_FIELDS = {
    index.Facet.MUNICIPALITY: "municipalities",
    index.Facet.DOCUMENT_TYPE: "document_types",
    index.Facet.YEAR: "years",
    index.Facet.KIND: "kinds",
}


def facet_panels(
    matches: index.Matches, query: Query, options: FacetOptions
) -> tuple[FacetPanel, ...]:
    """The facets of the list that is shown; one without any value is left out."""
    counts = matches.fact_counts if query.shown is Shown.FACTS else matches.passage_counts
    panels = []
    for facet in index.Facet:
        if facet is index.Facet.AMOUNT:
            values = _amounts(query, counts(facet, edges=options.edges), options.edges)
        else:
            values = _values(query, facet, counts(facet))
        if values:
            first = [
                one
                for place, one in enumerate(values)
                if place < options.most_values or one.is_chosen
            ]
            folded = [one for one in values if one not in first]
            panels.append(FacetPanel(facet=facet, values=tuple(first), folded=tuple(folded)))
    return tuple(panels)


def chips(query: Query) -> Iterator[Chip]:
    """What is set, in the order of the facets."""
    for facet, field in _FIELDS.items():
        for value in getattr(query, field):
            yield Chip(facet=facet, value=str(value), query=query.toggled(field, value))
    if query.at_least is not None or query.at_most is not None:
        yield Chip(
            facet=index.Facet.AMOUNT,
            value="",
            query=query.changed(at_least=None, at_most=None),
            low=query.at_least,
            high=query.at_most,
        )


def _values(query: Query, facet: index.Facet, counts: index.Counts) -> list[FacetValue]:
    field = _FIELDS[facet]
    chosen = getattr(query, field)
    found = [
        FacetValue(
            value=str(value),
            count=count,
            is_chosen=value in chosen,
            query=query.toggled(field, value),
        )
        for value, count in counts
    ]
    there = {value for value, _ in counts}
    # What is chosen stays in sight where it leaves nothing, or nobody could let it go.
    found += [
        FacetValue(value=str(one), count=0, is_chosen=True, query=query.toggled(field, one))
        for one in chosen
        if one not in there
    ]
    return found


def _amounts(query: Query, counts: index.Counts, edges: Sequence[int]) -> list[FacetValue]:
    lows, highs = (None, *edges), (*(edge - 1 for edge in edges), None)
    found = []
    for place, count in sorted(counts):
        low, high = lows[place], highs[place]
        is_chosen = (query.at_least, query.at_most) == (low, high)
        found.append(
            FacetValue(
                value="",
                count=count,
                is_chosen=is_chosen,
                query=query.changed(
                    at_least=None if is_chosen else low, at_most=None if is_chosen else high
                ),
                low=low,
                high=high,
            )
        )
    return found
