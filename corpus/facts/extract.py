"""Run every extractor over a document and number what they find."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from corpus.facts.apportioned import apportioned
from corpus.facts.carried import carried
from corpus.facts.certainty import is_certain_name
from corpus.facts.commitments import commitments
from corpus.facts.compared import compared
from corpus.facts.completed import completed
from corpus.facts.contacts import contacts, role_holders
from corpus.facts.counted import are_main_ones
from corpus.facts.doubts import KIND_UNSURE, NAME_INCOMPLETE
from corpus.facts.draft import Draft
from corpus.facts.durations import durations
from corpus.facts.enumerations import enumerated
from corpus.facts.evaluations import evaluations
from corpus.facts.events import events
from corpus.facts.figure_years import result_doubts
from corpus.facts.figures import figures
from corpus.facts.graded import of_bodies
from corpus.facts.headings import is_unit_caption
from corpus.facts.honours import honours
from corpus.facts.kinds import doubted
from corpus.facts.labelled_units import labelled_unit
from corpus.facts.labels import is_place
from corpus.facts.last_resort import rescued
from corpus.facts.listings import leads_to_no_deed
from corpus.facts.owners import owned
from corpus.facts.past_honours import past_honours
from corpus.facts.points import as_points
from corpus.facts.projects import projects
from corpus.facts.rated_rows import rated_rows
from corpus.facts.schedules import periods, steps
from corpus.facts.scores import scores
from corpus.facts.settled import settled
from corpus.facts.standing import in_table, standing
from corpus.facts.statements import Statement, statements
from corpus.facts.subjects import subjects
from corpus.facts.sums import of_sums
from corpus.facts.table_facts import table_drafts
from corpus.facts.table_runs import TabledRun, tabled_runs
from corpus.facts.topics import main_topic
from corpus.facts.trajectories import trajectories
from corpus.facts.twins import told_apart
from corpus.facts.wholes import marked_out
from corpus.facts.years import year_said
from corpus.types import Document, Fact, FactKind, Passage

_SAID = {FactKind.EVALUATION, FactKind.EVENT, FactKind.PROJECT, FactKind.ORGANISATION}
# '20명 확대' and '반영 결과' are a part and an outcome of a project.
_NO_PROJECT = re.compile(
    r"^\d[\d,.]*\s?(?:명|개|건|k?m|㎡|면|대|곳|억|만|%)|(?:결과|보고회|회의|개최|제출)$|^(?:삭제|신설|(?:전부|일부|전문)?\s?개정|제정)$"
)
_YEAR = re.compile(r"(?:19|20)\d\d(?=년)")
_DIGIT = re.compile(r"\d")


def extract_facts(
    document: Document,
    text: str,
    passages: Sequence[Passage],
    runs: Sequence[TabledRun] | None = None,
    *,
    beside: Callable[[Statement], object] | None = None,
) -> tuple[Fact, ...]:
    """Every fact of a document in reading order; `text` is its canonical text.

    `runs` are its tables (`tabled_runs`), which are read here where the caller has not read them.
    `beside` is called with each statement outside them as soon as its facts are read, while what
    the readers of figures found in it is still remembered (`corpus.recall`). Each fact's quote is
    a stretch of `text`; a statement that states no figure is kept as the policy or direction it
    sets out.
    """
    tabled = table_drafts(document, text, tabled_runs(text, passages) if runs is None else runs)
    facts: list[Fact] = []
    for drafts in _by_passage(document, passages, tabled, beside):
        for draft in drafts:
            quote = text[draft.statement.start : draft.statement.end]
            facts.append(_fact(draft, len(facts), quote))
    return tuple(
        told_apart(
            of_sums(marked_out(facts), document.title),
            {one.id: one.heading_path for one in passages},
        )
    )


def _by_passage(
    document: Document,
    passages: Sequence[Passage],
    tabled: Mapping[str, Sequence[Draft]],
    beside: Callable[[Statement], object] | None,
) -> Iterator[Iterable[Draft]]:
    said: int | None = None
    section = lead = said_in = last = ""
    for passage in passages:
        if passage.section_id != section:
            said, section = None, passage.section_id  # another section may speak of another year
            lead = ""
        if said is not None and said_in != passage.id and said > _latest(document):
            said = None  # what is to come is told in its own paragraph
        if said is not None and len(set(_YEAR.findall(last))) > 1:
            said = None  # the paragraph before went through several years
        last = passage.text
        if (drafts := tabled.get(passage.id)) is not None:
            yield map(in_table, drafts)
            continue
        for statement in statements(document, (passage,)):
            is_beside = said is not None and said_in == passage.id
            placed = (
                replace(statement, said_year=said, is_said_beside=is_beside)
                if said is not None
                else statement
            )
            lead = lead if statement.is_item else statement.text
            is_no_deed = statement.is_item and lead != "" and leads_to_no_deed(lead)
            yield map(_no_deed, _drafts(placed)) if is_no_deed else _drafts(placed)
            before, said = said, year_said(placed, said)
            said_in = passage.id if said != before or is_beside else said_in
            if beside is not None:
                beside(statement)


def _latest(document: Document) -> int:
    """The year in which a document came out, else the last that it is of; 9999 for neither."""
    if document.published_on is not None:
        return document.published_on.year
    return max(document.fiscal_years, default=9999)


def _drafts(statement: Statement) -> Iterator[Draft]:
    if statement.is_imprint:
        yield from contacts(statement)
        return
    if is_unit_caption(statement.text):
        return  # it is read with the table below it
    has_digit = _DIGIT.search(statement.text) is not None  # half of all statements have none
    courses = tuple(trajectories(statement)) if has_digit else ()
    if courses:
        yield from map(doubted, standing(tuple(owned(courses))))
    taken = tuple(one.span for one in courses if one.span is not None)
    found = [
        *projects(statement),
        *(periods(statement) if has_digit else ()),
        *(steps(statement) if has_digit else ()),
        *(
            (whole,)
            if has_digit and (whole := labelled_unit(statement))
            else figures(statement, taken, courses)
        ),
        *(graded if (graded := tuple(evaluations(statement, taken))) else rated_rows(statement)),
        *honours(statement),
        *past_honours(statement),
        *events(statement),
        *(contacts(statement) if has_digit else ()),
        *role_holders(statement),
    ]
    named = durations(statement, scores(statement, _called(statement, found)))
    yield from (doubted(_named_whole(one)) for one in named if not _is_main_ones(one))
    # What a statement says in figures is its facts; only one that says none is itself the fact.
    # Money of unknown size ('수백억 원', '3억 달러') is a figure too, though it has no value.
    states = any(one.value is not None or one.period or one.unit for one in (*found, *named))
    if not courses and not states:
        yield from map(doubted, commitments(statement))
    else:
        yield from map(doubted, enumerated(statement))


def _called(statement: Statement, found: Sequence[Draft]) -> Sequence[Draft]:
    """What was found in a statement under the names that it is published with."""
    if not found:
        return ()
    told = settled(standing(tuple(owned(map(as_points, found)))))
    shared = apportioned(statement, rescued(carried(told)))
    return compared(statement, completed(of_bodies(shared)))


def _is_main_ones(draft: Draft) -> bool:
    """Whether a figure names the main ones of a plan ('3대 전략'), and states nothing itself.

    It is left out last, for what is counted after it goes on from its name.
    """
    end = (draft.at or 0) + len(draft.raw_text.rstrip())
    is_count = draft.at is not None and draft.unit is not None
    return is_count and are_main_ones(draft.statement.text, end, draft.unit or "")


def _no_deed(draft: Draft) -> Draft:
    """The draft of an item, with a doubt where it is a policy though its list is of none."""
    is_listed = draft.kind is FactKind.POLICY and not draft.doubts
    return replace(draft, doubts=(KIND_UNSURE,)) if is_listed else draft


def _named_whole(draft: Draft) -> Draft:
    """The draft, with a doubt where what has no figure is named by a piece of a sentence.

    So has a result that is told beside the plan of a year, and may be of the year before.
    """
    if draft.doubts or draft.kind not in _SAID:
        return draft
    if draft.kind is FactKind.ORGANISATION:
        is_place_holder = draft.value is not None and is_place(str(draft.value))
        return replace(draft, doubts=(KIND_UNSURE,)) if is_place_holder else draft
    if unsure := result_doubts(draft):
        return replace(draft, doubts=unsure)
    is_step = draft.kind is FactKind.PROJECT and _NO_PROJECT.search(draft.name) is not None
    if is_certain_name(draft.name) and not is_step:
        return draft
    return replace(draft, doubts=(NAME_INCOMPLETE,))


def _fact(draft: Draft, number: int, quote: str) -> Fact:
    statement = draft.statement
    document = statement.document
    heading = statement.passage.heading_path[-1:]
    about = subjects(" ".join((*heading, quote)))
    return Fact(
        id=f"{document.id}/f{number:04d}",
        document_id=document.id,
        section_id=statement.passage.section_id,
        passage_id=statement.passage.id,
        kind=draft.kind,
        municipality=draft.municipality or document.municipality,
        # What nothing names is kept back, and is still of what its document is about.
        name=draft.name or main_topic(document.title) or draft.raw_text.strip(),
        value=draft.value,
        values=draft.values,
        unit=draft.unit,
        amount_krw=draft.amount_krw,
        raw_text=draft.raw_text,
        fiscal_year=draft.fiscal_year,
        period=draft.period,
        organisation=draft.organisation,
        comparator=draft.comparator,
        account=draft.account,
        funding_source=draft.funding_source,
        quote=quote,
        start=statement.start,
        end=statement.end,
        page=statement.passage.page,
        flags=_once((*draft.flags, *about)) if about else _once(draft.flags),
        doubts=_once(draft.doubts),
    )


def _once(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words)) if len(words) > 1 else words
