"""What each word of a question weighs: rare words much, common and general ones little."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import index
from assistant.understand import Term


@dataclass(frozen=True, slots=True, kw_only=True)
class RarityOptions:
    """How much a word counts beside the rarest one.

    A word that stands in every passage still counts `common_floor` of one that stands in none, so
    that a question of common words is not carried by chance. A measure word ('금액') counts
    `measure_share` of its rarity: a value of the right type answers it without naming it. A word
    that plans use of anything ('사업') counts `general_share`.
    `python -m tests.evaluation.learn --what assistant` weighs them against other values.
    """

    common_floor: float = 0.25
    measure_share: float = 0.15
    general_share: float = 0.5


def passages_with(terms: Sequence[Term], snapshot: index.Snapshot) -> dict[str, int]:
    """In how many passages each word stands; an English one stands where its renderings do."""
    words = [word for term in terms for word in (term.form, *term.renderings)]
    found = snapshot.document_frequency(words) if words else {}
    return {
        term.form: max(found.get(word, 0) for word in (term.form, *term.renderings))
        for term in terms
    }


def rarities(
    terms: Sequence[Term],
    counts: Mapping[str, int],
    total: int,
    options: RarityOptions | None = None,
) -> dict[str, float]:
    """The weight of each word by its form: inverse document frequency over `total` passages.

    `counts` are those of `passages_with`. Verbs and words of earlier questions bring a lower
    weight of their own.
    """
    options = options or RarityOptions()
    weights: dict[str, float] = {}
    for term in terms:
        rarity = math.log((total + 1) / (counts.get(term.form, 0) + 1)) / math.log(total + 2)
        share = options.general_share if term.is_general else 1.0
        share = options.measure_share if term.is_measure else share
        weights[term.form] = term.weight * (options.common_floor + rarity) * share
    return weights
