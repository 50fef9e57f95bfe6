"""One figure for each of two places or two years, out of different statements, compared."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.evidence import Evidence, place_fits
from assistant.fitting import year_fits_alone
from assistant.grammar import Asked
from assistant.matching import tight
from assistant.multiples import gap, multiple
from assistant.points import Computed, Point, by_year, points_of, wanted_unit
from assistant.retrieve import Candidate
from assistant.understand import Understanding


def compare_across(asked: Understanding, good: Sequence[Candidate]) -> Computed | None:
    """The comparison of two places or two years that a question asks for; None for others."""
    wanted = (Asked.MAXIMUM, Asked.MINIMUM, Asked.DIFFERENCE, Asked.MULTIPLE)
    if asked.asks(Asked.GROWTH) or not asked.asks(*wanted):
        return None
    found: list[tuple[str, Point, Evidence]] = []
    if asked.compares_places:
        for place in asked.places:
            for_place = [one for one in good if place_fits(one.evidence, place)]
            best = _best_point(asked, for_place, asked.figure_years)
            if best is not None:
                found.append((place.korean, *best))
    elif len(asked.figure_years) == 2 and not any(
        len(by_year(wanted_unit(asked, _all_points(one.evidence)), asked.figure_years)) > 1
        for one in good[:3]
    ):
        for year in asked.figure_years:
            for_year = [one for one in good if year_fits_alone(one.evidence, year)]
            best = _best_point(asked, for_year, (year,))
            if best is not None:
                found.append((f"{year}년", *best))
    if len(found) != 2 or found[0][1].unit != found[1][1].unit:
        return None
    if found[0][1].fact.id == found[1][1].fact.id:
        return None
    (one_name, one, one_source), (other_name, other, other_source) = found
    high, low = (one, other) if one.value >= other.value else (other, one)
    facts, evidence = (one.fact, other.fact), (one_source, other_source)
    if asked.asks(Asked.MULTIPLE):
        # The place named first is measured by the other, a later year by an earlier one.
        pair = [(one_name, one), (other_name, other)]
        return multiple(asked.text, pair if asked.compares_places else pair[::-1], evidence)
    if asked.asks(Asked.DIFFERENCE):
        return Computed(
            kind=Asked.DIFFERENCE,
            expression=f"{high.said()} - {low.said()}",
            result=gap(high.value - low.value, high.unit),
            subject=_change(asked, one, other),
            facts=facts,
            evidence=evidence,
        )
    is_most = asked.asks(Asked.MAXIMUM)
    wins_first = (one.value >= other.value) == is_most
    winner = f"{one_name} {one.said()}" if wins_first else f"{other_name} {other.said()}"
    loser = f"{other_name} {other.said()}" if wins_first else f"{one_name} {one.said()}"
    return Computed(
        kind=Asked.MAXIMUM if is_most else Asked.MINIMUM,
        expression=f"{winner} {'>' if is_most else '<'} {loser}",
        result=winner,
        subject=winner,
        facts=facts,
        evidence=evidence,
    )


def _change(asked: Understanding, one: Point, other: Point) -> str:
    """A figure rises or falls from year to year; two places only differ."""
    if asked.compares_places:
        return "차이"
    return "증가" if other.value >= one.value else "감소"


def _all_points(evidence: Evidence) -> list[Point]:
    return [point for fact in evidence.facts for point in points_of(fact)]


def _best_point(
    asked: Understanding, candidates: Sequence[Candidate], years: tuple[int, ...]
) -> tuple[Point, Evidence] | None:
    """The figure whose name shares most words with the question, in the best statement it has.

    Of figures that do so equally a total stands for its place, and none of its parts does.
    """
    rated: list[tuple[float, float, Point, Evidence]] = []
    for one in candidates:
        for point in wanted_unit(asked, _all_points(one.evidence)):
            if years and point.year is not None and point.year not in years:
                continue
            name = tight(point.fact.name)
            near = tight(point.fact.quote[: point.fact.quote.find(point.fact.raw_text) + 24])
            met = sum(
                term.weight * (2 * (term.form in name) + (term.form in near))
                for term in asked.terms
                if not term.is_measure
            )
            rated.append((met, one.score, point, one.evidence))
    if not rated:
        return None
    best = max(row[:2] for row in rated)
    even = [row for row in rated if row[:2] == best]
    whole = [row for row in even if "part" not in row[2].fact.flags]
    totals = [row for row in whole if "total" in row[2].fact.flags]
    found = next(iter(totals or whole or even))
    is_any_part = not whole and len({row[2].value for row in even}) > 1
    return None if best[0] <= 0 or is_any_part else found[2:]
