"""What the chat page offers before anyone has asked: places to choose, and questions to try.

Example questions are made from facts of the snapshot's own documents and offered only when the
assistant has answered them, so a first click never ends in “not found”.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest

import corpus
import index
from assistant.desk import Answerer
from assistant.types import Answer, AnswerStatus, Question

MONEY_KINDS = (corpus.FactKind.BUDGET, corpus.FactKind.PROJECT)
FIGURE_KINDS = (corpus.FactKind.INDICATOR, corpus.FactKind.STATISTIC)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExampleOptions:
    """How examples are chosen.

    A name of `shortest` to `longest` characters reads as a thing; shorter ones are fragments,
    longer ones sentences. A figure that is no amount must be in one of `units`, with
    which “몇 …인가요?” reads well. `tries` bounds the work: about two seconds on one processor.
    """

    count: int = 4
    tries: int = 16
    shortest: int = 3
    longest: int = 18
    units: tuple[str, ...] = ("%", "명", "건")
    facts_per_document: int = 60
    documents: int = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Welcome:
    """What the chat page of one snapshot offers; `examples` by language code.

    `built_on` is the day of the snapshot, as in 2026-11-22.
    """

    snapshot_id: str
    built_on: str
    municipalities: tuple[str, ...]
    document_count: int
    examples: dict[str, tuple[str, ...]]


def welcome(
    snapshot: index.Snapshot, assistant: Answerer, options: ExampleOptions | None = None
) -> Welcome:
    """Work out the offer for one snapshot; takes a second or two, so do it once and keep it."""
    options = options or ExampleOptions()
    documents = snapshot.documents(index.RecordRequest())
    municipalities = sorted({one.municipality for one in documents if one.municipality})
    facts = tuple(_candidates(snapshot, documents, options))
    return Welcome(
        snapshot_id=snapshot.manifest.snapshot_id,
        built_on=snapshot.manifest.built_at.date().isoformat(),
        municipalities=tuple(municipalities),
        document_count=len(documents),
        examples={
            language: _proved(facts, language, snapshot, assistant, options)
            for language in ("ko", "en")
        },
    )


def examples_of(
    municipality: str,
    language: str,
    snapshot: index.Snapshot,
    assistant: Answerer,
    options: ExampleOptions | None = None,
) -> tuple[str, ...]:
    """Examples out of one place's documents, proved within the bounds of that place."""
    options = options or ExampleOptions()
    documents = snapshot.documents(index.RecordRequest())
    own = [one for one in documents if one.municipality == municipality]
    facts = tuple(_candidates(snapshot, own, options))
    return _proved(facts, language, snapshot, assistant, options, municipality)


def example_question(fact: corpus.Fact, language: str) -> str:
    """A question that the fact answers, in the words a person would use."""
    place = (fact.municipality or "").rpartition(" ")[2]
    # A name that says its year needs it no second time.
    year = fact.fiscal_year if str(fact.fiscal_year) not in fact.name else None
    is_money = fact.kind in MONEY_KINDS
    if language == "en":
        when = f" in {year}" if year else ""
        asked = "How much is" if is_money else "What is the figure for"
        return f"{asked} {place} “{fact.name}”{when}?"
    when = f"{year}년 " if year else ""
    asked = "얼마인가요?" if fact.amount_krw is not None else f"몇 {fact.unit}인가요?"
    return f"{place} {when}{fact.name}{_topic_particle(fact.name)} {asked}"


def _candidates(
    snapshot: index.Snapshot, documents: Sequence[corpus.Document], options: ExampleOptions
) -> Iterator[corpus.Fact]:
    """Facts that make good questions, one of each document before a second of any."""
    by_document = []
    for document in documents[: options.documents]:
        request = index.RecordRequest(
            document_ids=(document.id,),
            kinds=(*MONEY_KINDS, *FIGURE_KINDS),
            publication=index.Publication.CERTAIN,
            limit=options.facts_per_document,
        )
        facts = [fact for fact in snapshot.facts(request) if is_presentable(fact, options)]
        by_document.append(sorted(facts, key=lambda fact: fact.kind not in MONEY_KINDS))
    rounds = chain.from_iterable(zip_longest(*by_document))
    return (fact for fact in rounds if fact is not None)


def is_presentable(fact: corpus.Fact, options: ExampleOptions) -> bool:
    """Whether a question about the fact reads well."""
    return (
        options.shortest <= len(fact.name) <= options.longest
        and fact.name.isprintable()
        and not any(mark in fact.name for mark in "“”\"'()[]<>:")
        and bool(fact.municipality)
        and (fact.amount_krw is not None or fact.unit in options.units)
        and fact.value is not None
        and fact.comparator is None
        and not fact.flags
    )


def is_proved(answer: Answer, fact: corpus.Fact) -> bool:
    """Whether a question made of the fact was answered out of the fact's document."""
    cites_it = any(one.document.id == fact.document_id for one in answer.citations)
    return answer.status is AnswerStatus.ANSWERED and cites_it


def _proved(
    facts: Sequence[corpus.Fact],
    language: str,
    snapshot: index.Snapshot,
    assistant: Answerer,
    options: ExampleOptions,
    municipality: str | None = None,
) -> tuple[str, ...]:
    proved: list[str] = []
    for fact in facts[: options.tries]:
        if len(proved) == options.count:
            break
        text = example_question(fact, language)
        asked = Question(text=text, language=language, municipality=municipality)
        answer = assistant.answer(asked, snapshot)
        if is_proved(answer, fact) and text not in proved:
            proved.append(text)
    return tuple(proved)


def _topic_particle(word: str) -> str:
    """'은' after a final consonant, '는' after a vowel; '은(는)' where the sound is not known."""
    # Hangul syllables stand in blocks of 28, one for each final consonant, the first for none.
    code = ord(word[-1]) - ord("가")
    if 0 <= code <= ord("힣") - ord("가"):
        return "은" if code % 28 else "는"
    return "은(는)"
