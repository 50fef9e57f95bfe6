"""What can be tuned about solving."""

from __future__ import annotations

from dataclasses import dataclass, field

from assistant.sources import SourceOptions


@dataclass(frozen=True, slots=True, kw_only=True)
class SolverOptions:
    """Where figures are looked for, and when one is what a question describes.

    Figures are read in the `documents` found first, `near` passages around the best `candidates`.
    A word that stands in a figure's own name counts 1, `behind` elsewhere in its clause, and
    `in_sentence`, `in_heading`, `in_title` further off. A figure is the one described where its own
    words are met to `least_own` (to `least_dated` where only its year tells it from another), or
    where it is the very figure that the question says (`by_value`), and the rest of the question
    to `least_shared`; the rest weighs `shared`.

    Each noun of its name that the question does not say takes `by_strange` away, of `most_strange`
    at most, a figure of another year `by_year`, one whose year only its document tells
    `by_document`. Two figures of one sentence or table gain `together`, a part that is said to be
    of its whole `of_whole`. Of two solutions within `even` that differ, neither is given; from
    `sure` on one goes before all other readings, a sum of named parts from `sure_sum` on. `tried`
    figures are tried for each of two descriptions, of `most_wanted` at most. What a figure moved
    from is looked for as far as `prior_back` letters before the passage that says by how much.
    """

    candidates: int = 14
    documents: int = 4
    near: int = 5
    behind: float = 0.9
    in_sentence: float = 0.7
    in_heading: float = 0.7
    in_title: float = 0.6
    least_own: float = 0.45
    least_dated: float = 0.6
    least_shared: float = 0.45
    shared: float = 0.35
    by_strange: float = 0.04
    most_strange: int = 4
    by_year: float = 0.15
    by_document: float = 0.05
    by_value: float = 0.8
    together: float = 0.08
    of_whole: float = 0.2
    even: float = 0.03
    sure: float = 1.0
    sure_sum: float = 0.8
    tried: int = 12
    prior_back: int = 800
    most_wanted: int = 5
    sources: SourceOptions = field(default_factory=SourceOptions)
