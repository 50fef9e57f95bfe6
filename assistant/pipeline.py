"""The steps of an answer in order: understand, retrieve, compute, compose, cite, verify."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial

import corpus
import index
from assistant.asides import without_asides
from assistant.bare_names import spelled_out
from assistant.bare_places import in_full
from assistant.bearers import BearerOptions, bearers, seeks_bearer
from assistant.cell_answers import CellAnswerOptions, cell_answer
from assistant.circumstances import belied
from assistant.cite import cite
from assistant.clock import Clock
from assistant.compose import ComposeOptions, Draft, compose
from assistant.compute import ComputeOptions, compute
from assistant.contact import contact_of
from assistant.counted import CountedOptions, said_count
from assistant.counting import CountingOptions, count_listed
from assistant.decline import (
    Decline,
    DeclineOptions,
    all_documents,
    is_small_talk,
    judge,
    out_of_scope,
    words_of,
)
from assistant.denials import denied_by
from assistant.editions import prefer_newest
from assistant.evidence import Evidence
from assistant.extremes import ExtremeOptions, said_extreme
from assistant.gloss import read_glossed, read_part
from assistant.graded import GradedOptions, graded_rows
from assistant.grammar import Asked
from assistant.graphql_text import facts_query
from assistant.headlines import with_bodies
from assistant.hearsay import HearsayOptions, confirms, weigh
from assistant.how_much import how_much
from assistant.increments import IncrementOptions, increment
from assistant.listing import ListingOptions, list_facts
from assistant.movements import MovementOptions, movement
from assistant.notes import NoteOptions, note
from assistant.numbered import found_for
from assistant.offices import office_of
from assistant.overview import OverviewOptions, overview
from assistant.pairs import Paired, PairOptions, pair
from assistant.parted import PartOptions, in_parts, parts_of
from assistant.podium import PodiumOptions, podium
from assistant.points import Computed
from assistant.premise import contradiction
from assistant.quotients import quotient
from assistant.rates import RateOptions, rate
from assistant.replies import Reason, replies
from assistant.retrieve import Retrieved, RetrieveOptions
from assistant.runs import RunOptions, announced_run
from assistant.select import SelectOptions, good_candidates, select
from assistant.shares import ShareOptions, share_of
from assistant.solver import SolverOptions, leaves_out, solve
from assistant.spacing import spaced
from assistant.standings import StandingOptions, standing
from assistant.stretches import StretchOptions
from assistant.sums import SumOptions, sum_of
from assistant.superlative import SuperlativeOptions, compare_listed
from assistant.trace import Trace, better, settles
from assistant.types import Answer, AnswerStatus, Citation, Question
from assistant.undecided import UNMET, stating, undecided, unknown
from assistant.understand import Scope, Understanding, UnderstandOptions, understand
from assistant.verify import verify
from assistant.writer import Heard, Proved, Writer


@dataclass(frozen=True, slots=True, kw_only=True)
class AssistantOptions:
    """The options of every step, together."""

    understand: UnderstandOptions = field(default_factory=UnderstandOptions)
    retrieve: RetrieveOptions = field(default_factory=RetrieveOptions)
    decline: DeclineOptions = field(default_factory=DeclineOptions)
    select: SelectOptions = field(default_factory=SelectOptions)
    hearsay: HearsayOptions = field(default_factory=HearsayOptions)
    graded: GradedOptions = field(default_factory=GradedOptions)
    cell: CellAnswerOptions = field(default_factory=CellAnswerOptions)
    compute: ComputeOptions = field(default_factory=ComputeOptions)
    counting: CountingOptions = field(default_factory=CountingOptions)
    counted: CountedOptions = field(default_factory=CountedOptions)
    listing: ListingOptions = field(default_factory=ListingOptions)
    overview: OverviewOptions = field(default_factory=OverviewOptions)
    bearers: BearerOptions = field(default_factory=BearerOptions)
    shares: ShareOptions = field(default_factory=ShareOptions)
    standing: StandingOptions = field(default_factory=StandingOptions)
    superlative: SuperlativeOptions = field(default_factory=SuperlativeOptions)
    increment: IncrementOptions = field(default_factory=IncrementOptions)
    sums: SumOptions = field(default_factory=SumOptions)
    rate: RateOptions = field(default_factory=RateOptions)
    movement: MovementOptions = field(default_factory=MovementOptions)
    quotient: StretchOptions = field(default_factory=StretchOptions)
    pair: PairOptions = field(default_factory=PairOptions)
    podium: PodiumOptions = field(default_factory=PodiumOptions)
    extreme: ExtremeOptions = field(default_factory=ExtremeOptions)
    run: RunOptions = field(default_factory=RunOptions)
    solver: SolverOptions = field(default_factory=SolverOptions)
    note: NoteOptions = field(default_factory=NoteOptions)
    compose: ComposeOptions = field(default_factory=ComposeOptions)
    parts: PartOptions = field(default_factory=PartOptions)


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
        if direct and (direct.scope is not Scope.OPEN or seeks_bearer(direct)):
            glossed = None
        if direct and overview(direct, snapshot, self._options.overview):
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
            good = good_candidates(asked, retrieved, options.decline)
            good = prefer_newest(asked.text, good, snapshot)
            found = retrieved.candidates
            weighed = weigh(asked, found, options.hearsay)
            outlined = overview(asked, snapshot, options.overview)
            borne = bearers(asked, retrieved, snapshot, options.bearers)
            graded = outlined.evidence if outlined else borne or ()
            graded = graded or graded_rows(asked, retrieved, snapshot, options.graded)
            denied = weighed.contradiction or contradiction(asked, good)
            denied = denied or belied(asked, found) or denied_by(asked, found)
            denied = None if graded else denied  # what has the grade is asked, nothing supposed
            if denied is not None and denied.is_of_day:
                # The year that was named is the claim, so what is so is of another.
                asked = replace(asked, years=(), bare_years=())
            tabled = None
            if denied is None and not graded:
                tabled = solve(asked, retrieved, snapshot, options.solver, is_sure=True)
                tabled = tabled or cell_answer(asked, good, snapshot, options.cell)
            if denied is None and tabled is None and not graded:
                tabled = podium(asked, retrieved, snapshot, options.podium)
            is_open = denied is None and tabled is None and not graded
            told = increment(asked, retrieved, snapshot, options.increment) if is_open else None
            if is_open and told is None:
                told = sum_of(asked, retrieved, snapshot, options.sums)
                told = told or rate(asked, retrieved, snapshot, options.rate)
                if told is not None and told.computed and leaves_out(asked, told.computed):
                    told = None
            computed = told.computed if told else tabled
            is_open = is_open and told is None
            listing = list_facts(asked, snapshot, options.listing) if is_open else None
            is_open = is_open and listing is None
            computed = compute(asked, good, options.compute) if is_open else computed
            if is_open and computed is not None and leaves_out(asked, computed):
                computed = None
            if is_open and computed is None:
                computed = compare_listed(asked, good, snapshot, options.superlative)
                computed = computed or share_of(asked, snapshot, options.shares)
                computed = computed or standing(asked, found, snapshot, options.standing)
                computed = computed or movement(asked, found, snapshot, options.movement)
                computed = computed or quotient(asked, retrieved, snapshot, options.quotient)
                computed = computed or count_listed(asked, retrieved, options.counting)
            paired: Paired | None = None
            if is_open and computed is None:
                paired = pair(asked, found, options.pair)
            computed = paired.computed if paired is not None else computed
            if is_open and computed is None and paired is None:
                computed = solve(asked, retrieved, snapshot, options.solver)
            laid_out = outlined or listing
            listed = laid_out.evidence if laid_out else graded
            called = () if listed or told else contact_of(asked, retrieved, snapshot)
            counted = None
            is_found = told is not None or paired is not None or bool(listed)
            if denied is None and computed is None and not is_found:
                counted = said_count(asked, retrieved, options.counted)
        found_other = told is not None or paired is not None or bool(listed or called or counted)
        if denied is None and computed is None and not found_other:
            with clock.step("decline"):
                declined = judge(asked, retrieved, options.decline)
                declined = declined or undecided(
                    asked, retrieved, good, options.superlative, options.select
                )
                if declined is None and not asked.asks(Asked.COUNT, Asked.SUM):
                    declined = unknown(asked, retrieved)
                if declined is None and (weighed.is_untold or borne == ()):
                    declined = Decline(reason=Reason.UNTOLD)
                if confirms(asked, weighed):
                    declined = None
                if declined is not None and declined.reason in UNMET:
                    extreme = said_extreme(asked, retrieved, options.extreme)
                    called = (extreme,) if extreme else ()
                    called = called or announced_run(
                        asked, retrieved, snapshot, options.run, options.decline
                    )
                    told_elsewhere = (
                        () if called else stating(asked, retrieved, good, options.select)
                    )
                    good = told_elsewhere or good
                    declined = None if called or told_elsewhere else declined
        asked = replace(asked, language=asked.wording)
        if declined is not None:
            return _declined(asked, declined, snapshot, clock, retrieved)
        with clock.step("compose"):
            if denied is not None:
                evidence: tuple[Evidence, ...] = (denied.evidence,)
            elif computed is not None:
                evidence = computed.evidence
            elif told is not None:
                evidence = told.evidence
            elif listed or called:
                evidence = listed or called
            elif paired is not None:
                evidence = paired.evidence
            elif weighed.confirmed is not None and confirms(asked, weighed):
                evidence = (weighed.confirmed,)
            elif counted is not None:
                evidence = (counted,)
            else:
                evidence = select(asked, retrieved, good, options.select)
            if computed is not None or counted is not None:
                evidence = with_bodies(asked, evidence, found, options.select.headline)
            if laid_out is not None:
                draft = laid_out.draft
                noted = note(asked, draft, evidence, snapshot, options.note)
            else:
                agreed = weighed.agreed if evidence == (weighed.confirmed,) else ""
                words = partial(compose, asked, evidence, computed, denied, agreed=agreed)
                draft = words(options.compose)
                noted = note(asked, draft, evidence, snapshot, options.note)
                surplus = len(noted.draft.text) - options.compose.longest
                if surplus > 0:
                    # What a reader must know of the sources goes before the length of a quote.
                    shorter = replace(options.compose, longest=options.compose.longest - surplus)
                    noted = note(asked, words(shorter), evidence, snapshot, options.note)
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
        if self._writer and not (denied or listed or computed or verdict.draft.calculations):
            with clock.step("write"):
                proved = Proved(asked=asked, evidence=evidence, verdict=verdict, gate=gate)
                written = self._writer.write(proved, heard)
            verdict = written or verdict
        facts = facts_as_data(verdict.draft, computed)
        answer = Answer(
            status=AnswerStatus.CORRECTED if denied else AnswerStatus.ANSWERED,
            text=verdict.draft.text,
            language=asked.language,
            snapshot_id=snapshot.manifest.snapshot_id,
            citations=verdict.citations,
            calculations=verdict.draft.calculations,
            facts=facts,
            query=listing.query if listing and facts else facts_query(facts),
            timings_ms=clock.timings,
            composer=("language_model" if written else "default") if self._writer else None,
            places=tuple(one.name for one in asked.places),
            years=asked.figure_years,
        )
        return Trace(
            understanding=asked,
            retrieved=retrieved,
            evidence=evidence,
            computed=computed,
            draft=draft,
            verdict=verdict,
            decline=None,
            answer=answer,
        )


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
