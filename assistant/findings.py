"""Findings: what answers a question, by the first of the ways to answer that has something."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import index
from assistant.bearers import bearers
from assistant.cell_answers import cell_answer
from assistant.circumstances import belied
from assistant.classes import members_of_class
from assistant.compose import Draft
from assistant.compute import compute
from assistant.contact import contact_of
from assistant.counted import said_count
from assistant.counting import count_listed
from assistant.denials import denied_by
from assistant.evidence import Evidence, overlap
from assistant.graded import graded_rows
from assistant.grammar import Asked
from assistant.hearsay import Weighed, confirms
from assistant.increments import increment
from assistant.leanings import sets_out
from assistant.listing import list_facts
from assistant.movements import movement
from assistant.other_values import is_in_other_unit
from assistant.overview import overview
from assistant.pairs import pair
from assistant.podium import podium
from assistant.points import Computed
from assistant.premise import Contradiction, contradiction
from assistant.quotients import quotient
from assistant.rank_rows import holder_of_rank
from assistant.rates import rate
from assistant.retrieve import Candidate, Retrieved
from assistant.settings import AssistantOptions
from assistant.shares import share_of
from assistant.solver import leaves_out, portioned, solve
from assistant.standings import standing
from assistant.sums import sum_of
from assistant.superlative import compare_listed
from assistant.understand import Understanding
from assistant.undone import undone

_KIND = re.compile(
    r"(?:분야|부서|사업|항목|부문|기관|지역|유형|종류|단체|업종|품목|과제|시책|곳|데)(?:[은는이가]?(?:\s|\?|$)|야|인)"
)
_YEAR = re.compile(r"(?<![가-힣])해(?![가-힣]{2})|연도|년|언제")


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A question and what was found for it, as every way to answer gets them.

    `good` are the candidates that fit the question, the best first; `weighed` is what the documents
    say of a figure that it takes as given.
    """

    asked: Understanding
    retrieved: Retrieved
    good: Sequence[Candidate]
    weighed: Weighed
    snapshot: index.Snapshot
    options: AssistantOptions


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What answers a question, and what is to be said of it.

    `computed` is what was reckoned from the evidence, `denied` a premise that is not so, `draft`
    the words of a list that has its own and `query` the query that gives it, `agreed` a claim that
    is so. What a `list` shows is not put in other words by a model. A figure of a headline is shown
    with the body that tells it where `tells_figure`.
    """

    evidence: tuple[Evidence, ...]
    computed: Computed | None = None
    denied: Contradiction | None = None
    draft: Draft | None = None
    query: str | None = None
    agreed: str = ""
    is_list: bool = False
    tells_figure: bool = False


def find(case: Case) -> Finding | None:
    """What the first of the ways finds that has something; None where a statement is to be quoted.

    What is exact goes before what is likely: a whole that is asked for, a false premise, tables,
    what a sentence prints of a sum or a change, lists of facts, and what is reckoned from facts.
    """
    for way in _WAYS:
        found = way(case)
        if found is not None and not (
            found.computed and is_in_other_unit(case.asked, found.computed)
        ):
            return found
    return None


def _outlined(case: Case) -> Finding | None:
    if case.good and sets_out(case.good[0].evidence, case.asked):
        return None  # a line sets out the very things that are asked for
    found = overview(case.asked, case.snapshot, case.options.overview)
    return Finding(evidence=found.evidence, draft=found.draft, is_list=True) if found else None


def _borne(case: Case) -> Finding | None:
    found = bearers(case.asked, case.retrieved, case.snapshot, case.options.bearers)
    return Finding(evidence=found, is_list=True) if found else None


def _graded(case: Case) -> Finding | None:
    asked, retrieved, snapshot = case.asked, case.retrieved, case.snapshot
    found = graded_rows(asked, retrieved, snapshot, case.options.graded)
    found = found or members_of_class(asked, retrieved, snapshot)
    found = found or holder_of_rank(asked, retrieved, snapshot)
    return Finding(evidence=found, is_list=True) if found else None


def _denied(case: Case) -> Finding | None:
    found = case.retrieved.candidates
    denied = case.weighed.contradiction or contradiction(case.asked, case.good)
    denied = denied or belied(case.asked, found) or denied_by(case.asked, found)
    denied = denied or undone(case.asked, found)
    return Finding(evidence=(denied.evidence,), denied=denied) if denied else None


def _solved_surely(case: Case) -> Finding | None:
    options = case.options.solver
    return _reckoned(solve(case.asked, case.retrieved, case.snapshot, options, is_sure=True))


def _in_cell(case: Case) -> Finding | None:
    return _reckoned(cell_answer(case.asked, case.good, case.snapshot, case.options.cell))


def _on_podium(case: Case) -> Finding | None:
    return _reckoned(podium(case.asked, case.retrieved, case.snapshot, case.options.podium))


def _told(case: Case) -> Finding | None:
    asked, retrieved, snapshot = case.asked, case.retrieved, case.snapshot
    told = increment(asked, retrieved, snapshot, case.options.increment)
    if told is None:
        told = sum_of(asked, retrieved, snapshot, case.options.sums)
        told = told or rate(asked, retrieved, snapshot, case.options.rate)
        if told is not None and told.computed and leaves_out(asked, told.computed):
            return None
    if told is None or told.computed is not None:
        return _reckoned(told.computed if told else None)
    return Finding(evidence=told.evidence) if _is_near_best(told.evidence, case) else None


def _is_near_best(evidence: Sequence[Evidence], case: Case) -> bool:
    """Whether what is to be quoted meets about as many words as the best that answers."""
    own = [
        one.coverage
        for one in case.retrieved.candidates
        if any(overlap(one.evidence, quoted) for quoted in evidence)
    ]
    best = max((one.coverage for one in case.good), default=0.0)
    return not own or max(own) >= best - case.options.decline.coverage_gap


def _portioned(case: Case) -> Finding | None:
    asked, retrieved, snapshot = case.asked, case.retrieved, case.snapshot
    return _reckoned(portioned(asked, retrieved, snapshot, case.options.solver))


def _listed(case: Case) -> Finding | None:
    found = list_facts(case.asked, case.snapshot, case.options.listing)
    if found is None:
        return None
    return Finding(evidence=found.evidence, draft=found.draft, query=found.query, is_list=True)


def _computed(case: Case) -> Finding | None:
    found = compute(case.asked, case.good, case.options.compute)
    if found is not None and _is_year_for_kind(case.asked, found):
        return None
    return None if found is not None and leaves_out(case.asked, found) else _reckoned(found)


def _is_year_for_kind(asked: Understanding, computed: Computed) -> bool:
    """Whether the best year was found where it is asked which field or office is the best."""
    is_ranked = computed.kind in {Asked.MAXIMUM, Asked.MINIMUM}
    is_year = is_ranked and re.match(r"(?:19|20)\d\d년", computed.result) is not None
    return is_year and bool(_KIND.search(asked.text)) and not _YEAR.search(asked.text)


def _compared(case: Case) -> Finding | None:
    asked, retrieved, snapshot, options = case.asked, case.retrieved, case.snapshot, case.options
    found = compare_listed(asked, case.good, snapshot, options.superlative)
    found = found or share_of(asked, snapshot, options.shares)
    found = found or standing(asked, retrieved.candidates, snapshot, options.standing)
    found = found or movement(asked, retrieved.candidates, snapshot, options.movement)
    found = found or quotient(asked, retrieved, snapshot, options.quotient)
    return _reckoned(found or count_listed(asked, retrieved, options.counting))


def _paired(case: Case) -> Finding | None:
    found = pair(case.asked, case.retrieved.candidates, case.options.pair)
    if found is None or found.computed is not None:
        return _reckoned(found.computed if found else None)
    return _called(case) or Finding(evidence=found.evidence)


def _solved(case: Case) -> Finding | None:
    return _reckoned(solve(case.asked, case.retrieved, case.snapshot, case.options.solver))


def _called(case: Case) -> Finding | None:
    found = contact_of(case.asked, case.retrieved, case.snapshot)
    return Finding(evidence=found) if found else None


def _confirmed(case: Case) -> Finding | None:
    weighed = case.weighed
    if weighed.confirmed is None or not confirms(case.asked, weighed):
        return None
    return Finding(evidence=(weighed.confirmed,), agreed=weighed.agreed)


def _counted(case: Case) -> Finding | None:
    found = said_count(case.asked, case.retrieved, case.options.counted)
    return Finding(evidence=(found,), tells_figure=True) if found else None


def _reckoned(computed: Computed | None) -> Finding | None:
    if computed is None:
        return None
    return Finding(evidence=computed.evidence, computed=computed, tells_figure=True)


_WAYS: tuple[Callable[[Case], Finding | None], ...] = (
    _outlined,
    _borne,
    _graded,
    _denied,
    _portioned,
    _solved_surely,
    _in_cell,
    _on_podium,
    _told,
    _listed,
    _computed,
    _compared,
    _paired,
    _solved,
    _called,
    _confirmed,
    _counted,
)
