"""Meeting: how well evidence meets the words of a question, each made ready once for all of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assistant.aspects import aspects_of
from assistant.deeds import deeds_of, told_as
from assistant.evidence import Evidence
from assistant.items import counted_in
from assistant.matching import MatchOptions, Texts, Ways, strength_of, ways_of
from assistant.understand import Understanding


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """How well each word of a question is met, 0 to 1, and the weighted share of all of them."""

    texts: Texts
    strengths: tuple[float, ...]
    coverage: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Word:
    form: str
    weight: float
    may_be_misspelt: bool
    of_line: Ways
    of_group: Ways
    aspects: tuple[re.Pattern[str], ...]


def meet(
    evidence: Sequence[Evidence],
    asked: Understanding,
    weights: Mapping[str, float],
    known: Iterable[str],
    *,
    match: MatchOptions,
    counted: float,
) -> list[Met]:
    """What each piece of evidence meets, in order.

    `weights` are those of the words by their form, `known` the forms that stand in the corpus and
    are no misspellings. A word that only says what was `counted` is worth that where so many things
    are set out.
    """
    spelled = frozenset(known)
    words = [
        _Word(
            form=term.form,
            weight=weights[term.form],
            may_be_misspelt=term.form not in spelled,
            # Of several lines quoted together any may have the verb, whatever is asked about.
            of_line=ways_of(term.form, term.renderings, term.is_verb),
            of_group=ways_of(term.form, term.renderings, False),
            aspects=(
                *aspects_of((term.form, *term.renderings)),
                *deeds_of((term.form, *term.renderings)),
                *told_as(term.form),
            ),
        )
        for term in asked.terms
    ]
    whole = sum(weights.values())
    found = []
    for one in evidence:
        texts = one.texts()
        said = counted_in(one.quote, asked.text, asked.count) if asked.wants_list else ""
        strengths = tuple(_strength(word, one, texts, said, match, counted) for word in words)
        met = sum(word.weight * strength for word, strength in zip(words, strengths, strict=True))
        coverage = met / whole if whole else 0.0
        found.append(Met(texts=texts, strengths=strengths, coverage=coverage))
    return found


def _strength(
    word: _Word,
    evidence: Evidence,
    texts: Texts,
    said: str,
    match: MatchOptions,
    counted: float,
) -> float:
    if _MARK.fullmatch(word.form):
        return _marked(word.form, evidence, match)
    ways = word.of_group if evidence.is_group else word.of_line
    strength = strength_of(ways, texts, match, may_be_misspelt=word.may_be_misspelt)
    # So many things set out are what was counted, a figure is what its kind names.
    if strength < counted and (
        (said and word.form in said) or any(one.search(evidence.quote) for one in word.aspects)
    ):
        return counted
    return strength


_MARK = re.compile("[a-z]")


def _marked(mark: str, evidence: Evidence, match: MatchOptions) -> float:
    """How a single letter is met ('S등급'): by itself alone, never within a word."""
    alone = re.compile(rf"(?<![A-Za-z0-9]){mark}(?![A-Za-z0-9])", re.IGNORECASE)
    if alone.search(evidence.quote):
        return 1.0
    return match.heading if any(map(alone.search, evidence.headings)) else 0.0
