"""Which evidence is quoted: the best, and what it takes to meet the rest of the question."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant.decline import DeclineOptions, answering, covers, needed
from assistant.evidence import Evidence, overlap, place_fits
from assistant.grammar import Asked
from assistant.headlines import HeadlineOptions, bodies_of, is_headline, replaces
from assistant.lines import asks_where, label_of, says_where
from assistant.matching import tight
from assistant.months import of_month
from assistant.outcomes import OutcomeOptions, outcomes
from assistant.retrieve import Candidate, Retrieved
from assistant.understand import Term, Understanding

# A line that says of one thing in words what it is ('가로수 정비 : 전액 국비').
_VALUED = re.compile(r"\W*(?P<label>[^:：\n]{2,60}?)\s?[:：]\s?(?P<value>[^\d\n:：]{2,30})")


@dataclass(frozen=True, slots=True, kw_only=True)
class SelectOptions:
    """At most `most` quotes; another one must meet `least_gain` more of the question's words.

    A kind of value that the first does not hold is taken from a statement of the same document
    that meets at least `least_for_kind` of the words. Of other lines with the same value, where
    that is what is asked for, `most_alike` are quoted.

    Where one statement was chosen alone and meets a word less than `whole`, the next of its
    document that holds what is asked as well and scores less by at most `beside` is quoted too, if
    both stay under `longest_beside` characters: which is right the marks cannot tell, a reader can.
    """

    most: int = 3
    least_gain: float = 0.12
    least_for_kind: float = 0.3
    most_alike: int = 4
    beside: float = 0.08
    whole: float = 0.99
    longest_beside: int = 300
    headline: HeadlineOptions = field(default_factory=HeadlineOptions)
    outcome: OutcomeOptions = field(default_factory=OutcomeOptions)


def good_candidates(
    asked: Understanding, retrieved: Retrieved, decline_options: DeclineOptions
) -> tuple[Candidate, ...]:
    """The candidates that are about what was asked, those that hold the kind of value first."""
    good = [
        one
        for one in retrieved.candidates
        if one.fits and covers(one, asked, retrieved, decline_options)
    ]
    holding = answering(asked, good, needed(asked), decline_options)
    return of_month(asked, holding) or tuple(good)


def select(
    asked: Understanding,
    retrieved: Retrieved,
    good: Sequence[Candidate],
    options: SelectOptions | None = None,
) -> tuple[Evidence, ...]:
    """The evidence to quote: one for each place compared or clause asked, or a cover."""
    options = options or SelectOptions()
    if asked.compares_places:
        return _one_for_each_place(asked, good, options)
    came_out = outcomes(asked, good, options.outcome, retrieved.candidates)
    if asked.clauses > 1 and len(came_out) < asked.clauses:
        pool = [one for one in retrieved.candidates if one.fits and one.holds]
        return _one_for_each_clause(asked, (*good, *pool), options)
    if came_out:
        return tuple(one.evidence for one in came_out)
    chosen = _with_body(asked, (*good, *retrieved.candidates), options)
    met = [max(pair) for pair in zip(*(one.strengths for one in chosen), strict=True)]
    weights = [retrieved.weights.get(term.form, 0.0) for term in asked.terms]
    total = sum(weights) or 1.0
    pool = [
        one
        for one in retrieved.candidates
        if one.fits and one.evidence.document.id == good[0].evidence.document.id
    ]
    for kind in asked.kinds:
        if kind in {Asked.TEXT, Asked.LIST} or any(kind in one.holds for one in chosen):
            continue
        other = next(
            (
                one
                for one in pool
                if kind in one.holds
                and one.coverage >= options.least_for_kind
                and not any(overlap(one.evidence, taken.evidence) for taken in chosen)
            ),
            None,
        )
        if other is not None and len(chosen) < options.most:
            chosen.append(other)
            met = [max(pair) for pair in zip(met, other.strengths, strict=True)]
    where = _where(asked, chosen, pool)
    if where is not None and len(chosen) < options.most:
        chosen.append(where)
        met = [max(pair) for pair in zip(met, where.strengths, strict=True)]
    while len(chosen) < options.most:
        best: tuple[float, Candidate] | None = None
        for one in pool:
            if any(overlap(one.evidence, other.evidence) for other in chosen):
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
    if len(chosen) == 1 and (other := _beside(asked, chosen[0], good, options)) is not None:
        chosen.append(other)
    return (*(one.evidence for one in chosen), *_alike(asked, chosen, pool, options))


def _beside(
    asked: Understanding, chosen: Candidate, good: Sequence[Candidate], options: SelectOptions
) -> Candidate | None:
    """The next statement that answers as well as the one that was chosen alone, or None."""
    best = chosen.evidence
    is_whole = min(chosen.strengths, default=1.0) >= options.whole
    if best.is_group or asked.wants_list or is_whole:
        return None
    room = options.longest_beside - len(best.quote)
    for one in good:
        evidence = one.evidence
        if one.score < chosen.score - options.beside:
            return None
        is_next = evidence.document.id == best.document.id and not overlap(evidence, best)
        if is_next and not evidence.is_group and len(evidence.quote) <= room:
            return None if is_headline(evidence, options.headline) else one
    return None


def _with_body(
    asked: Understanding, good: Sequence[Candidate], options: SelectOptions
) -> list[Candidate]:
    """The best statement, and for a headline those of the body that bear it out."""
    best = good[0]
    bodies = bodies_of(asked, best.evidence, good, options.headline)
    return [*bodies] if bodies and replaces(asked, bodies, best) else [best, *bodies]


def _where(
    asked: Understanding, chosen: Sequence[Candidate], pool: Sequence[Candidate]
) -> Candidate | None:
    """The line under the same heading that says where, for a question that asks for it too."""
    best = chosen[0].evidence
    if not asks_where(asked.text) or not label_of(best.quote):
        return None
    if any(says_where(one.evidence.quote) for one in chosen):
        return None
    return next(
        (
            one
            for one in pool
            if one.evidence.headings == best.headings
            and says_where(one.evidence.quote)
            and not one.evidence.is_group
        ),
        None,
    )


def _alike(
    asked: Understanding,
    chosen: Sequence[Candidate],
    pool: Sequence[Candidate],
    options: SelectOptions,
) -> tuple[Evidence, ...]:
    """The other lines under one heading that print the value asked for, for 'which of them'."""
    best = chosen[0]
    line = _VALUED.fullmatch(best.evidence.quote.strip())
    if line is None or not asked.asks(Asked.LIST):
        return ()
    value = tight(line["value"])
    if not any(tight(form) in value for term in asked.terms for form in _forms(term)):
        return ()  # it is not the value that picks them out
    found: list[Evidence] = []
    for one in pool:
        if any(overlap(one.evidence, taken.evidence) for taken in chosen):
            continue
        other = _VALUED.fullmatch(one.evidence.quote.strip())
        is_sibling = one.evidence.headings == best.evidence.headings
        if other and is_sibling and tight(other["value"]) == value:
            found.append(one.evidence)
    return tuple(found[: options.most_alike])


def _forms(term: Term) -> tuple[str, ...]:
    return tuple(form for form in (term.form, *term.renderings) if len(form) > 1)


def _one_for_each_clause(
    asked: Understanding, good: Sequence[Candidate], options: SelectOptions
) -> tuple[Evidence, ...]:
    """Each question within the question has its own best statement."""
    chosen: list[Evidence] = []
    for clause in range(asked.clauses):
        own = [at for at, term in enumerate(asked.terms) if term.clause == clause]

        def met(one: Candidate, own: list[int] = own) -> tuple[float, float]:
            return sum(one.strengths[at] * asked.terms[at].weight for at in own), one.score

        most = met(max(good, key=met))[0]
        # A stretch around what was chosen says both; the line that says this part alone is as good.
        apart = [
            one
            for one in good
            if met(one)[0] == most and not any(overlap(one.evidence, other) for other in chosen)
        ]
        if apart:
            chosen.append(max(apart, key=met).evidence)
    return tuple(chosen[: options.most])


def _one_for_each_place(
    asked: Understanding, good: Sequence[Candidate], options: SelectOptions
) -> tuple[Evidence, ...]:
    chosen: list[Evidence] = []
    for place in asked.places:
        for one in good:
            if place_fits(one.evidence, place) and not any(
                overlap(one.evidence, other) for other in chosen
            ):
                chosen.append(one.evidence)
                break
    return tuple(chosen[: max(options.most, len(asked.places))])
