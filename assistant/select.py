"""Which evidence is quoted: the best, and what it takes to meet the rest of the question."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.decline import DeclineOptions, covers
from assistant.evidence import Evidence, place_fits
from assistant.grammar import Asked
from assistant.retrieve import Candidate, Retrieved
from assistant.understand import Understanding


@dataclass(frozen=True, slots=True, kw_only=True)
class SelectOptions:
    """At most `most` quotes; another one must meet `least_gain` more of the question's words.

    `close` is how near to the best score a second quote must come when a question compares.
    """

    most: int = 3
    least_gain: float = 0.12
    close: float = 0.12


def select(
    asked: Understanding,
    retrieved: Retrieved,
    decline_options: DeclineOptions,
    options: SelectOptions | None = None,
) -> tuple[Evidence, ...]:
    """The evidence to quote, best first: one for each place compared, or a cover of the words."""
    options = options or SelectOptions()
    good = [
        one
        for one in retrieved.candidates
        if one.fits and covers(one, asked, retrieved, decline_options)
    ]
    needed = [kind for kind in asked.kinds if kind not in {Asked.TEXT, Asked.LIST}]
    if needed and any(needed[0] in one.holds for one in good):
        good = [one for one in good if needed[0] in one.holds]
    if len(asked.places) > 1:
        return _one_for_each_place(asked, retrieved, good, options)
    chosen = [good[0]]
    met = list(good[0].strengths)
    weights = [retrieved.weights.get(term.form, 0.0) for term in asked.terms]
    total = sum(weights) or 1.0
    pool = [
        one
        for one in retrieved.candidates[:60]
        if one.fits and one.evidence.document.id == good[0].evidence.document.id
    ]
    while len(chosen) < options.most:
        best: tuple[float, Candidate] | None = None
        for one in pool:
            if any(_overlap(one.evidence, other.evidence) for other in chosen):
                continue
            gain = (
                sum(
                    weight * max(0.0, strength - already)
                    for weight, strength, already in zip(weights, one.strengths, met, strict=True)
                )
                / total
            )
            if gain >= options.least_gain and (best is None or gain > best[0]):
                best = (gain, one)
        if best is None:
            break
        chosen.append(best[1])
        met = [max(pair) for pair in zip(met, best[1].strengths, strict=True)]
    return tuple(one.evidence for one in chosen)


def _one_for_each_place(
    asked: Understanding, retrieved: Retrieved, good: list[Candidate], options: SelectOptions
) -> tuple[Evidence, ...]:
    chosen: list[Evidence] = []
    for place in asked.places:
        for one in (*good, *retrieved.candidates):
            if place_fits(one.evidence, place) and one.evidence not in chosen:
                chosen.append(one.evidence)
                break
    return tuple(chosen[: max(options.most, len(asked.places))])


def _overlap(one: Evidence, other: Evidence) -> bool:
    return (
        one.document.id == other.document.id and one.start < other.end and other.start < one.end
    )
