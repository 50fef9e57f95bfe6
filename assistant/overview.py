"""Overviews: what a place plans, or what a document says, asked for as a whole and not in part."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

import corpus
import index
from assistant.compose import Draft, quote_sentence
from assistant.evidence import Evidence
from assistant.excerpts import cut
from assistant.grammar import Asked
from assistant.matching import tight
from assistant.understand import Understanding


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewOptions:
    """An overview shows `most` points of at most `documents` documents, and none with fewer than
    `fewest`; a point is cut behind `longest` characters, the first behind `longest_first`. Of a
    part with several points the one with most to say stands for it, and no more than `counted`
    facts speak for it.
    """

    most: int = 6
    fewest: int = 2
    documents: int = 2
    longest: int = 110
    longest_first: int = 200
    counted: int = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The points that are shown, and the words of the answer."""

    evidence: tuple[Evidence, ...]
    draft: Draft


# What is asked for: everything that a document sets out, or everything that is planned.
_WHOLE = re.compile(
    r"요약|간추|정리해|개요|한눈에|훑어|소개해|(?:주요|핵심|전체|전반|대략)\S{0,3}\s?내용|"
    r"\b(?:summar\w+|overview|outline|gist|in short|main points|key points)\b",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"계획|시책|정책|과제|방침|(?:주요|핵심|추진|무슨|어떤)\S{0,2}\s?사업|사업(?:들)?(?:은|이|에는|엔)?\s?"
    r"(?:뭐|뭘|무엇|어떤)|(?:뭘|뭐|무엇을|무얼)\s?(?:하려|할\s?(?:예정|계획|건|거|것)|추진|준비)|"
    r"\b(?:plans?|planning|planned|projects?|priorities|policies|agenda)\b",
    re.IGNORECASE,
)
_FRAME = frozenset(
    """
    계획 업무 주요 추진 사업 시책 정책 과제 방침 시정 군정 구정 도정 요약 정리 개요 소개 내용 핵심
    전체 전반 대략 방향 문서 보고서 자료 보고 보고회 준비 예정 앞 한눈 간추리 훑 하려 도시 지역
    시청 군청 구청 도청 정부 말씀 설명 부탁 이번 기획
    plan plans planning planned project projects priority priorities policy policies agenda summary
    summarize summarise overview outline gist short main key major point points document report
    summarizing summarising city county district government year
    """.split()
)
_KINDS = frozenset({Asked.TEXT, Asked.LIST})
# What else a question may want of plans: one value or one word of them, and no overview.
_PARTICULAR = re.compile(
    r"몇|얼마|언제|누가|누구|어디|왜|까닭|이유|어떻게|없|아니|맞나|인가요\?*$(?<!무엇인가요)(?<!뭔가요)|"
    r"\b(?:how|when|who|where|why|which|whose|did|does|is there)\b",
    re.IGNORECASE,
)
_PLANS = frozenset({corpus.FactKind.POLICY, corpus.FactKind.PROJECT, corpus.FactKind.DIRECTION})
_NO_POINT = frozenset(
    {corpus.FactKind.CONTACT, corpus.FactKind.ORGANISATION, corpus.FactKind.EVENT}
)
_SETS_OUT = re.compile(r"계획|방향|과제|목표|전략|시책|사업|추진")
_NUMBERED = re.compile(r"^(?:제?\d{1,2}[장절편.)]|[가-하][.)]|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]+\.?|[①-⑳])\s*")


def overview(
    asked: Understanding, snapshot: index.Snapshot, options: OverviewOptions | None = None
) -> Overview | None:
    """What a question for the plans of one place as a whole gets; None for any other question.

    Beside the place and the year it may say only words of planning, and words that stand in the
    title of the document that is meant. The points are those of the newest such documents, one of
    each part in turn, in the order in which they are printed.
    """
    options = options or OverviewOptions()
    subject = _subject_of(asked)
    if subject is None:
        return None
    documents = _documents(asked, subject, snapshot)[: options.documents]
    parts = [list(_points(one, snapshot, options)) for one in documents]
    shown = _in_turn(parts, options.most)
    if len(shown) < options.fewest:
        return None
    lines = [_line(asked, one, number, shown, options) for number, one in enumerate(shown, 1)]
    draft = Draft(sentences=tuple(lines), calculations=(), facts=())
    return Overview(evidence=tuple(shown), draft=draft)


def seeks_overview(asked: Understanding) -> bool:
    """Whether a question asks for the plans of one place as a whole, of whatever is held of it."""
    return _subject_of(asked) is not None


def _subject_of(asked: Understanding) -> list[tuple[str, ...]] | None:
    """The words of the title that is meant, each with what renders it; None for other questions."""
    if len(asked.places) != 1 or asked.clauses > 1 or not set(asked.kinds) <= _KINDS:
        return None
    is_whole = _WHOLE.search(asked.text) is not None
    if not (is_whole or _PLANNED.search(asked.text)) or _PARTICULAR.search(asked.text):
        return None
    if asked.ordinals or asked.halves or asked.nth is not None or asked.count is not None:
        return None
    subject = [
        (one.form, *one.renderings)
        for one in asked.terms
        if one.form in asked.text.lower()  # and not only in what was asked before
        and not (one.is_measure or one.is_verb or set(one.form.split()) <= _FRAME)
    ]
    if subject and not is_whole:
        return None
    return subject


def _documents(
    asked: Understanding, subject: Sequence[Sequence[str]], snapshot: index.Snapshot
) -> list[corpus.Document]:
    """The documents of the place that are meant: of the year that is said, else the newest."""
    place = asked.places[0]
    held = [
        one
        for one in snapshot.documents(index.RecordRequest())
        if one.municipality
        and (named := corpus.municipality_named(one.municipality)) is not None
        and named.slug == place.slug
        and all(any(tight(word) in tight(one.title) for word in words) for words in subject)
    ]
    years = set(asked.figure_years)
    if years:
        held = [one for one in held if years & {*one.fiscal_years, *_years_of_title(one)}]
    return sorted(held, key=lambda one: (_plans(one), _latest(one), one.id), reverse=True)


def _years_of_title(document: corpus.Document) -> set[int]:
    return {int(one) for one in re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", document.title)}


def _plans(document: corpus.Document) -> bool:
    """Whether a document calls itself a plan; news of a plan tells it as well."""
    return "계획" in document.title or "plan" in document.document_type


def _latest(document: corpus.Document) -> tuple[int, str]:
    day = document.published_on
    year = max(document.fiscal_years, default=day.year if day else 0)
    return year, day.isoformat() if day else ""


def _points(
    document: corpus.Document, snapshot: index.Snapshot, options: OverviewOptions
) -> Iterator[Evidence]:
    """The passage of each part that says most of what is planned or was found, in order."""
    wanted = index.RecordRequest(document_ids=(document.id,))
    facts: dict[str, list[corpus.Fact]] = {}
    for fact in snapshot.facts(wanted):
        facts.setdefault(fact.passage_id, []).append(fact)
    parts: dict[str | None, list[tuple[int, corpus.Passage]]] = {}
    for passage in snapshot.passages(wanted):
        weight = _weight(passage, facts.get(passage.id, ()), options)
        if weight:
            parts.setdefault(passage.section_id, []).append((weight, passage))
    ranked = [sorted(one, key=lambda pair: -pair[0]) for one in parts.values()]
    ranked.sort(key=lambda one: -one[0][0])
    in_turn = [pair[1] for row in zip_longest(*ranked) for pair in row if pair is not None]
    for passage in sorted(in_turn[: options.most], key=lambda one: one.start):
        yield Evidence(
            document=document,
            passage=passage,
            start=passage.start,
            end=passage.end,
            quote=passage.text,
            facts=tuple(facts.get(passage.id, ())),
            hit_score=1.0,
            cosine=1.0,
        )


def _weight(passage: corpus.Passage, facts: Iterable[corpus.Fact], options: OverviewOptions) -> int:
    """How much of what is planned or was found a passage says; 0 for what surrounds it."""
    if "|" in passage.text or passage.text.endswith("】"):
        return 0  # a table is read as a whole, and a heading says nothing of what stands below
    kinds = [one.kind for one in facts if not corpus.is_kept_back(one.doubts)]
    told = [1 + (one in _PLANS) for one in kinds if one not in _NO_POINT]
    is_set_out = any(_SETS_OUT.search(one) for one in passage.heading_path[-1:])
    return sum(sorted(told, reverse=True)[: options.counted]) or int(is_set_out and not kinds)


def _in_turn(parts: Sequence[Sequence[Evidence]], most: int) -> list[Evidence]:
    """Points of several documents in turn, told document by document."""
    taken = [one for row in zip_longest(*parts) for one in row if one is not None][:most]
    order = {part[0].document.id: number for number, part in enumerate(parts) if part}
    return sorted(taken, key=lambda one: (order[one.document.id], one.start))


def _line(
    asked: Understanding,
    one: Evidence,
    number: int,
    shown: Sequence[Evidence],
    options: OverviewOptions,
) -> str:
    """One point: the first of a document with its source and date, the others by their heading."""
    is_first = number == 1 or shown[number - 2].document.id != one.document.id
    if is_first:
        return quote_sentence(asked, one, number, options.longest_first)
    heading = _heading(one)
    said = f"‘{heading}’: " if heading and heading != _heading(shown[number - 2]) else ""
    first = one.quote.partition("\n")[0]
    return f"· {said}“{cut(first, options.longest)}” [{number}]"


def _heading(one: Evidence) -> str:
    """The heading that a point stands under, without its number and what follows a colon."""
    heading = next((entry for entry in reversed(one.headings) if entry), "")
    return _NUMBERED.sub("", re.split(r"\s?[:：]\s", heading)[0]).strip()
