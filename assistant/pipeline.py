"""The steps of an answer in order: understand, retrieve, compute, compose, cite, verify."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import corpus
import index
from assistant.asides import without_asides
from assistant.bare_names import spelled_out
from assistant.bare_places import in_full
from assistant.bearers import seeks_bearer
from assistant.cite import cite
from assistant.clock import Clock
from assistant.compose import Draft, compose
from assistant.decline import (
    Decline,
    all_documents,
    is_small_talk,
    out_of_scope,
    words_of,
)
from assistant.editions import prefer_newest
from assistant.findings import Case, Finding, find
from assistant.gloss import read_glossed, read_part
from assistant.graphql_text import facts_query
from assistant.headlines import with_bodies
from assistant.hearsay import weigh
from assistant.how_much import how_much
from assistant.near_misses import missing
from assistant.notes import Noted, note
from assistant.numbered import found_for
from assistant.offices import office_of
from assistant.overview import seeks_overview
from assistant.parted import in_parts, parts_of
from assistant.points import Computed
from assistant.quoting import quote_or_decline
from assistant.replies import Reason, replies
from assistant.retrieve import Retrieved
from assistant.select import good_candidates
from assistant.settings import AssistantOptions
from assistant.spacing import spaced
from assistant.trace import Trace, better, settles
from assistant.types import Answer, AnswerStatus, Citation, Question
from assistant.understand import Scope, Understanding, understand
from assistant.verify import verify
from assistant.writer import Heard, Proved, Writer


class Assistant:
    """Questions in, answers with citations out; holds options and no state.

    A `writer` may put a language model's words in the place of the composer's.
    """

    def __init__(
        self, options: AssistantOptions | None = None, *, writer: Writer | None = None
    ) -> None:
        self._options = options or AssistantOptions()
        self._writer = writer

    def answer(
        self, question: Question, snapshot: index.Snapshot, heard: Heard | None = None
    ) -> Answer:
        """Answer one question from one snapshot; a refusal is an answer with its own status."""
        return self.explain(question, snapshot, heard).answer

    def explain(
        self, question: Question, snapshot: index.Snapshot, heard: Heard | None = None
    ) -> Trace:
        """Answer, and keep what every step gave.

        Of several things asked at once the steps are those of the whole, the answer that of its
        parts where the whole leaves one out. `heard` takes sentences of a model once they pass.
        """
        asked_before = tuple(one for one in question.history if not is_small_talk(one))
        question = replace(question, text=without_asides(question.text), history=asked_before)
        if self._writer is not None:
            return self._explain(question, snapshot, heard)  # what it writes is heard at once
        glossed = read_glossed(question, self._options.understand)
        direct = understand(question, self._options.understand) if glossed else None
        if direct and (
            direct.scope is not Scope.OPEN or seeks_bearer(direct) or seeks_overview(direct)
        ):
            glossed = None

        def alone(text: str) -> Answer:
            part = replace(question, text=text)
            asked = glossed and read_part(part, glossed, self._options.understand)
            return self._explain(part, snapshot, None, asked).answer

        if glossed is None:
            trace = self._plain(question, snapshot, heard)
        else:
            trace = self._explain(question, snapshot, None, glossed)
            if not settles(trace):
                trace = better(self._explain(question, snapshot, heard), trace)
        parts = parts_of(glossed or trace.understanding, self._options.parts)
        joined = in_parts(parts, trace.answer, alone, self._options.parts)
        return replace(trace, answer=joined) if joined is not None else trace

    def _plain(self, question: Question, snapshot: index.Snapshot, heard: Heard | None) -> Trace:
        """Answer a question as it stands; a bare name first as the figure that it names."""
        whole = spelled_out(spaced(question.text, self._options.understand.spaceless_length))
        if whole and not question.history:
            trace = self._explain(replace(question, text=whole), snapshot, None)
            if trace.answer.status is AnswerStatus.ANSWERED:
                return trace
        return self._explain(question, snapshot, heard)

    def _explain(
        self,
        question: Question,
        snapshot: index.Snapshot,
        heard: Heard | None,
        glossed: Understanding | None = None,
    ) -> Trace:
        options, clock = self._options, Clock()
        with clock.step("understand"):
            asked = glossed or understand(question, options.understand)
        declined = out_of_scope(asked)
        if declined is not None:
            return _declined(asked, declined, snapshot, clock, None)
        with clock.step("retrieve"):
            retrieved = found_for(asked, snapshot, options.retrieve)
            text = question.text if glossed else in_full(question.text, retrieved)
            if text != question.text:
                asked = understand(replace(question, text=text), options.understand)
                retrieved = found_for(asked, snapshot, options.retrieve)
            asked, retrieved = how_much(asked, retrieved, options.retrieve)
        with clock.step("compute"):
            case = _case(asked, retrieved, snapshot, options)
            exact = find(case)
        with clock.step("decline"):
            found = exact or quote_or_decline(case)
        asked = replace(asked, language=asked.wording)
        if isinstance(found, Finding) and found.denied is None:
            found = missing(asked, found.evidence) or found
        if isinstance(found, Decline):
            return _declined(asked, found, snapshot, clock, retrieved)
        if found.denied is not None and found.denied.is_of_day:
            # The year that was named is the claim, so what is so is of another.
            asked = replace(asked, years=(), bare_years=())
        with clock.step("compose"):
            noted = _worded(asked, found, case)
            draft, evidence = noted.draft, noted.evidence
        with clock.step("cite"):
            citations = cite(evidence)
        with clock.step("verify"):
            gate = partial(
                verify,
                citations=citations,
                texts=_texts(citations, snapshot),
                asked=asked,
                facts=tuple(fact for one in evidence for fact in one.facts),
            )
            verdict = gate(draft)
        if not verdict.holds:
            withheld = Decline(reason=Reason.WITHHELD)
            trace = _declined(asked, withheld, snapshot, clock, retrieved)
            return replace(trace, evidence=evidence, draft=draft, verdict=verdict)
        written = None
        # A list, a correction and shown arithmetic are their own words, and stay as composed.
        is_exact = bool(found.denied or found.is_list or found.computed)
        if self._writer and not (is_exact or verdict.draft.calculations):
            with clock.step("write"):
                proved = Proved(asked=asked, evidence=evidence, verdict=verdict, gate=gate)
                written = self._writer.write(proved, heard)
            verdict = written or verdict
        facts = facts_as_data(verdict.draft, found.computed)
        answer = Answer(
            status=AnswerStatus.CORRECTED if found.denied else AnswerStatus.ANSWERED,
            text=verdict.draft.text,
            language=asked.language,
            snapshot_id=snapshot.manifest.snapshot_id,
            citations=verdict.citations,
            calculations=verdict.draft.calculations,
            facts=facts,
            query=(found.query if facts else None) or facts_query(facts),
            timings_ms=clock.timings,
            composer=("language_model" if written else "default") if self._writer else None,
            places=tuple(one.name for one in asked.places),
            years=asked.figure_years,
        )
        return Trace(
            understanding=asked,
            retrieved=retrieved,
            evidence=evidence,
            computed=found.computed,
            draft=draft,
            verdict=verdict,
            decline=None,
            answer=answer,
        )


def _case(
    asked: Understanding, retrieved: Retrieved, snapshot: index.Snapshot, options: AssistantOptions
) -> Case:
    good = good_candidates(asked, retrieved, options.decline)
    return Case(
        asked=asked,
        retrieved=retrieved,
        good=prefer_newest(asked.text, good, snapshot),
        weighed=weigh(asked, retrieved.candidates, options.hearsay),
        snapshot=snapshot,
        options=options,
    )


def _worded(asked: Understanding, found: Finding, case: Case) -> Noted:
    """The words of a finding and what a reader must know of its sources, in the space there is."""
    options, evidence = case.options, found.evidence
    if found.draft is not None:
        return note(asked, found.draft, evidence, case.snapshot, options.note)
    if found.tells_figure:
        evidence = with_bodies(asked, evidence, case.retrieved.candidates, options.select.headline)
    words = partial(compose, asked, evidence, found.computed, found.denied, agreed=found.agreed)
    noted = note(asked, words(options.compose), evidence, case.snapshot, options.note)
    surplus = len(noted.draft.text) - options.compose.longest
    if surplus <= 0:
        return noted
    # What a reader must know of the sources goes before the length of a quote.
    shorter = replace(options.compose, longest=options.compose.longest - surplus)
    return note(asked, words(shorter), evidence, case.snapshot, options.note)


def facts_as_data(draft: Draft, computed: Computed | None) -> tuple[corpus.Fact, ...]:
    """The facts of an answer that leave as data beside its words.

    A fact with a doubt helps to find the passage that is quoted and stays behind, unless a sum,
    difference or comparison is reckoned from it. Its numbers stand in the quote and in the shown
    calculation as it is, but a result should leave with the figures that it follows from, so that
    a program can follow each of them to its place and see what is doubted of it.
    """
    used = {fact.id for fact in computed.facts} if computed and draft.calculations else set()
    return tuple(fact for fact in draft.facts if not fact.doubts or fact.id in used)


def _texts(citations: tuple[Citation, ...], snapshot: index.Snapshot) -> dict[str, str]:
    ids = {one.document.id for one in citations}
    return {one: text for one in ids if (text := snapshot.text(one)) is not None}


def _declined(
    asked: Understanding,
    declined: Decline,
    snapshot: index.Snapshot,
    clock: Clock,
    retrieved: Retrieved | None,
) -> Trace:
    answer = Answer(
        status=replies()[declined.reason.value].status,
        text=words_of(
            declined, asked, all_documents(snapshot), office_of(asked, retrieved, snapshot)
        ),
        language=asked.language,
        snapshot_id=snapshot.manifest.snapshot_id,
        timings_ms=clock.timings,
        places=tuple(one.name for one in asked.places),
        years=asked.figure_years,
    )
    return Trace(
        understanding=asked,
        retrieved=retrieved,
        evidence=(),
        computed=None,
        draft=None,
        verdict=None,
        decline=declined,
        answer=answer,
    )
