"""“All of…” and “how many…” over facts: the facts of one filter, their number and their sum."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import corpus
import index
from assistant.compose import Draft
from assistant.conditions import (
    FactConditions,
    Wanted,
    seeks_list,
    seeks_number,
    wanted_facts,
)
from assistant.costs import is_of_project, may_overlap, thing_of
from assistant.evidence import Evidence
from assistant.grammar import Asked
from assistant.matching import tight, tight_published
from assistant.synonyms import synonyms
from assistant.tallies import tally
from assistant.types import Calculation
from assistant.understand import Understanding
from assistant.wording import won


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingOptions:
    """How much of a list is said.

    At most `most` items are written out and cited one by one; `fewest` make a list. Facts beyond
    `counted` are too many to cite, and nothing is said of them. An item is cut behind
    `longest_item` characters, and an expression of more than `longest_shown` stands beside the
    answer and not in it, so that an answer stays one that is read. A query gives at most `page`
    facts, as many as the API gives at once. A filter that more than `read` facts meet says too
    little to be gone through while someone waits.
    """

    most: int = 10
    fewest: int = 2
    counted: int = 60
    longest_item: int = 140
    longest_shown: int = 260
    page: int = 100
    read: int = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """The facts of a filter in order, their evidence, the answer's words and the query."""

    conditions: FactConditions
    facts: tuple[corpus.Fact, ...]
    evidence: tuple[Evidence, ...]
    draft: Draft
    query: str


_COUNTERS = frozenset({None, "개", "건", "가지", "곳", "군데", "개소", "종", "과제"})
_ALL = re.compile(
    r"모두|전부|모든|목록|(?:다|싹)\s?(?:알려|말해|적어|보여)|나열|\blist\b|\ball\b|\bevery\b",
    re.IGNORECASE,
)
_KIND_THEN_ALL = re.compile(
    r"(?:사업|지표|프로젝트|연락처)(?:들)?(?:을|를|은|는|의|이|가)?\s?(?:모두|전부|다\s|목록|전체|나열)|"
    r"(?:모든|전체)\s(?:\S+\s){0,3}?(?:사업|지표|프로젝트|연락처)|"
    r"\b(?:all|every|list)\b.{0,40}\b(?:projects?|indicators?|contacts?)\b",
    re.IGNORECASE,
)
_OTHER_KINDS = (
    Asked.DIFFERENCE,
    Asked.GROWTH,
    Asked.MAXIMUM,
    Asked.MINIMUM,
    Asked.RANK,
    Asked.SHARE,
    Asked.TRAJECTORY,
    Asked.REMAINDER,
    Asked.DURATION,
    Asked.REASON,
    Asked.PERSON,
)


def list_facts(
    asked: Understanding, snapshot: index.Snapshot, options: ListingOptions | None = None
) -> Listing | None:
    """What a question for all facts of a filter gets; None for other questions, or no facts.

    A question is one where it asks for a list or a number and states more than a place, a year and
    a kind: an amount, a due year, a grade, an office. Every other noun of it has to stand with a
    fact, in its name, quote, headings or title. Where the chosen facts are fewer than the filter
    alone gives, the filter names them, so that the query gives just these. What a doubt keeps back
    is in no number and no sum, and is listed only where there is no list without it.
    """
    options = options or ListingOptions()
    kind = _kind_of_answer(asked)
    wanted = wanted_facts(asked) if kind is not None else None
    if kind is None or wanted is None or asked.compares_places or asked.clauses > 1:
        return None
    is_all = kind is Asked.LIST and _KIND_THEN_ALL.search(asked.text) is not None
    if not wanted.conditions.is_bounded and not (is_all and asked.places):
        return None
    request = replace(wanted.conditions.request(), limit=options.read + 1)
    found = snapshot.facts(request)
    if len(found) > options.read:
        return None
    chosen = _chosen(wanted, found, snapshot)
    if kind is Asked.LIST and len(chosen) < options.fewest:
        # Facts with a doubt are no data, but the words that state them are as printed as others.
        found = snapshot.facts(replace(request, publication=index.Publication.ANY))
        chosen = _chosen(wanted, found, snapshot)
    if not chosen or len(chosen) > options.counted:
        return None
    if len(chosen) < options.fewest and kind is not Asked.COUNT:
        return None
    facts = tuple(fact for fact, _ in chosen)
    conditions = wanted.conditions
    if len(chosen) < len(found):
        conditions = _narrowed(wanted, facts, snapshot)
    evidence = _cited([one for _, one in chosen], snapshot, options)
    draft = _draft(asked, kind, facts, evidence, options)
    if draft is None:
        return None
    return Listing(
        conditions=conditions,
        facts=facts,
        evidence=evidence,
        draft=draft,
        query=conditions.query(min(options.page, max(len(facts), 1))),
    )


def _kind_of_answer(asked: Understanding) -> Asked | None:
    """Whether the number, the sum or the list of facts is asked for; None for anything else."""
    if asked.asks(*_OTHER_KINDS):
        return None
    if asked.asks(Asked.SUM):
        return Asked.SUM
    is_number = asked.asks(Asked.COUNT) and asked.unit in _COUNTERS
    if is_number:
        return Asked.COUNT if seeks_number(asked.text) else None
    is_list = asked.asks(Asked.LIST) or _ALL.search(asked.text) is not None
    return Asked.LIST if is_list and seeks_list(asked.text) else None


def _narrowed(
    wanted: Wanted, facts: Sequence[corpus.Fact], snapshot: index.Snapshot
) -> FactConditions:
    """The conditions that give just these facts: by a word of their names, else by their ids."""
    ids = tuple(fact.id for fact in facts)
    if len(wanted.words) == 1:
        for word in wanted.words[0]:
            named = replace(wanted.conditions, name_contains=word)
            if tuple(fact.id for fact in snapshot.facts(named.request())) == ids:
                return named
    return replace(wanted.conditions, ids=ids)


def _chosen(
    wanted: Wanted, found: Sequence[corpus.Fact], snapshot: index.Snapshot
) -> list[tuple[corpus.Fact, Evidence]]:
    """The facts that the question's words stand with, each thing once, in order of the documents.

    What a newer document says of the same thing takes the place of what an older one says.
    """
    newest: dict[tuple[str, ...], tuple[corpus.Fact, Evidence]] = {}
    for fact, one in zip(found, evidence_of(found, snapshot), strict=True):
        if not _stand(wanted.words, fact, one):
            continue
        if wanted.is_of_projects and not is_of_project(fact, one.headings):
            continue
        key = (fact.municipality or "", tight_published(thing_of(fact.name) or fact.name))
        other = newest.get(key)
        if other is None or _age(one) > _age(other[1]):
            newest[key] = (fact, one)
    return sorted(newest.values(), key=lambda pair: pair[0].id)


def evidence_of(facts: Sequence[corpus.Fact], snapshot: index.Snapshot) -> list[Evidence]:
    """The words that state each fact, in the order of the facts, read for all of them together."""
    if not facts:
        return []
    wanted = index.RecordRequest(ids=tuple({fact.passage_id for fact in facts}))
    passages = {one.id: one for one in snapshot.passages(wanted)}
    wanted = index.RecordRequest(ids=tuple({fact.document_id for fact in facts}))
    documents = {one.id: one for one in snapshot.documents(wanted)}
    return [
        Evidence(
            document=documents[fact.document_id],
            passage=passages[fact.passage_id],
            start=fact.start,
            end=fact.end,
            quote=fact.quote,
            facts=(fact,),
            hit_score=1.0,
            cosine=1.0,
        )
        for fact in facts
    ]


def _age(one: Evidence) -> tuple[str, str]:
    day = one.document.published_on
    return (day.isoformat() if day else "", one.document.id)


def _stand(words: Sequence[Sequence[str]], fact: corpus.Fact, one: Evidence) -> bool:
    texts = one.texts()
    around = "".join((texts.quote, texts.headings, texts.title, tight_published(fact.name)))
    return all(
        any(
            tight(name) in around
            for said in names
            for name in (said, *synonyms(tight(said)))
            if len(tight(name)) > 1
        )
        for names in words
    )


def _cited(
    evidence: Sequence[Evidence], snapshot: index.Snapshot, options: ListingOptions
) -> tuple[Evidence, ...]:
    """A citation for each of the first facts; one for each passage of all that follow."""
    alone: dict[tuple[str, int, int], Evidence] = {}
    passages: dict[str, Evidence] = {}
    for one in evidence:
        key = (one.document.id, one.start, one.end)
        if key in alone or len(alone) < options.most:
            alone[key] = _together(alone[key], one, one.quote) if key in alone else one
            continue
        other = passages.get(one.passage.id)
        if other is None:
            passages[one.passage.id] = one
            continue
        text = snapshot.text(one.document.id) or ""
        quote = text[min(one.start, other.start) : max(one.end, other.end)]
        passages[one.passage.id] = _together(other, one, quote)
    return (*alone.values(), *passages.values())


def _together(first: Evidence, second: Evidence, quote: str) -> Evidence:
    return Evidence(
        document=first.document,
        passage=first.passage,
        start=min(first.start, second.start),
        end=max(first.end, second.end),
        quote=quote,
        facts=(*first.facts, *second.facts),
        hit_score=first.hit_score,
        cosine=first.cosine,
        is_group=first.is_group or (first.start, first.end) != (second.start, second.end),
    )


def _draft(
    asked: Understanding,
    kind: Asked,
    facts: Sequence[corpus.Fact],
    evidence: Sequence[Evidence],
    options: ListingOptions,
) -> Draft | None:
    """The number or sum that was asked for, the items one to a line, and what else they come to."""
    numbers = _numbers(evidence)
    counted = _count(asked, facts, numbers)
    summed = _sum(facts, numbers)
    if kind is Asked.SUM and summed is None:
        return None
    if kind is Asked.COUNT and counted is None:
        return None
    lines = [
        f"· {_item(one, options)} [{number}]"
        for number, one in enumerate(evidence[: options.most], 1)
    ]
    calculations = [one for one in (counted, summed) if one is not None]
    first: list[str] = []
    if kind is Asked.COUNT and counted is not None:
        before = "이곳의 문서에 나온 것은 모두 "
        first.append(_said(asked, before, "The documents here name ", counted, options))
    if summed is not None:
        said = _said(asked, "모두 더하면 ", "In total ", summed, options)
        (first if kind is Asked.SUM else lines).append(said)
    rest = _rest(asked, facts, numbers, options)
    if rest is not None and counted is not None:
        calculations.append(rest)
        marks = "".join(f"[{number}]" for number in counted.inputs)
        korean = f"모두 {counted.result}, 그 밖에 {rest.result} {marks}."
        english = f"In all {counted.result}, besides these {rest.result} {marks}."
        lines.append(korean if asked.wording == "ko" else english)
    return Draft(sentences=(*first, *lines), calculations=tuple(calculations), facts=tuple(facts))


def _numbers(evidence: Sequence[Evidence]) -> Mapping[str, int]:
    """The number of the citation that states each fact, by the fact's id."""
    return {fact.id: number for number, one in enumerate(evidence, 1) for fact in one.facts}


def _count(
    asked: Understanding, facts: Sequence[corpus.Fact], numbers: Mapping[str, int]
) -> Calculation | None:
    # The same name may be that of two places' things.
    is_of_one = len({fact.municipality for fact in facts}) == 1
    names = [fact.name if is_of_one else f"{fact.municipality} {fact.name}" for fact in facts]
    expression = tally(names, asked.language)
    is_distinct = len({tight(name) for name in names}) == len(facts)
    if expression is None or not is_distinct:
        return None
    unit = asked.unit if asked.unit in {"건", "가지", "곳", "종"} else "개"
    return Calculation(
        expression=expression,
        result=f"{len(facts)}{unit if asked.language == 'ko' else ''}",
        inputs=tuple(sorted({numbers[fact.id] for fact in facts})),
    )


def _rest(
    asked: Understanding,
    facts: Sequence[corpus.Fact],
    numbers: Mapping[str, int],
    options: ListingOptions,
) -> Calculation | None:
    """The count of what is not written out; None where everything is."""
    left = [fact for fact in facts if numbers[fact.id] > options.most]
    return _count(asked, left, numbers) if left else None


def _sum(facts: Sequence[corpus.Fact], numbers: Mapping[str, int]) -> Calculation | None:
    """The amounts added up; None where one is missing or may hold another in it."""
    amounts = [fact.amount_krw for fact in facts if fact.amount_krw is not None]
    if len(amounts) < 2 or len(amounts) < len(facts) or may_overlap(facts):
        return None
    return Calculation(
        expression=" + ".join(map(won, amounts)),
        result=won(sum(amounts)),
        inputs=tuple(sorted({numbers[fact.id] for fact in facts})),
    )


def _said(
    asked: Understanding,
    korean: str,
    english: str,
    calculation: Calculation,
    options: ListingOptions,
) -> str:
    """A result with its citations, and its expression where that is short enough to be read."""
    marks = "".join(f"[{number}]" for number in calculation.inputs)
    is_shown = len(calculation.expression) <= options.longest_shown
    shown = f"{calculation.expression} = {calculation.result}"
    if asked.wording == "ko":
        said = f"{korean}{calculation.result}입니다 {marks}."
        return f"{said} (계산: {shown})" if is_shown else said
    said = f"{english}{calculation.result} {marks}"
    return f"{said} (computed: {shown})" if is_shown else f"{said}."


def _item(one: Evidence, options: ListingOptions) -> str:
    """What an item of the list says, as it is printed, on one line; '…' where it goes on."""
    line = re.sub(r"[ \t\u00a0]+", " ", re.sub(r"\s*\n\s*", " / ", one.quote.strip()))
    line = line.strip(" •·-○")
    if len(line) <= options.longest_item:
        return line
    return line[: options.longest_item].rsplit(" ", 1)[0] + "…"
