"""Sources: the texts that a reckoning reads its figures from, and whether a question means them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import corpus
import index
from assistant.evidence import Evidence
from assistant.figures import Figure, read_figures
from assistant.matching import MatchOptions, Texts, match_strength, tight, tight_published
from assistant.points import Computed
from assistant.retrieve import Retrieved
from assistant.synonyms import synonyms
from assistant.understand import Term, Understanding, is_measure_word
from assistant.wishes import ASIDE
from assistant.years import years_said


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceOptions:
    """Where figures are read, and how much of a question what stands around them must meet.

    Texts are those of the best `candidates`. The words around a figure must meet `least_met` of the
    question's own words by weight (`least_met_english` of an English question, whose words are met
    through their renderings): less, and it is a figure of something near what is asked. A figure
    whose own noun the question says counts `by_name` more than one that only its heading names.
    A quote is drawn out to the sentence that says its year while it stays within `longest`.
    """

    candidates: int = 20
    least_met: float = 0.62
    least_met_english: float = 0.5
    by_name: float = 0.2
    longest: int = 320


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The evidence that tells a change; `computed` is None where it prints what is asked for."""

    evidence: tuple[Evidence, ...]
    computed: Computed | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A passage, or several that were found together, as one text without its tables."""

    evidence: Evidence
    text: str
    start: int


_NO_HEAD = frozenset(
    """
    전체 모두 총 이상 현재 기준 대비 말 상 약 평균 전년 지난해 작년 올해 내년 당초 기존 종전 년 것
    등 종합 합계
    """.split()
)
_ROW = re.compile(r"^.*\|.*$", re.MULTILINE)


def sources_of(retrieved: Retrieved, options: SourceOptions) -> Iterator[Source]:
    """The passages of the best candidates, and what was found together, each once."""
    seen = set()
    for one in [one for one in retrieved.candidates if one.fits_place][: options.candidates]:
        evidence, passage = one.evidence, one.evidence.passage
        texts = [(passage.start, passage.text)]
        if evidence.end > passage.start + len(passage.text) or evidence.start < passage.start:
            texts.append((evidence.start, evidence.quote))
        for start, text in texts:
            key = (evidence.document.id, start, len(text))
            if key not in seen:
                seen.add(key)
                yield Source(evidence=evidence, text=_ROW.sub(_blank, text), start=start)


def _blank(row: re.Match[str]) -> str:
    return " " * len(row.group())


def worth_of(
    asked: Understanding,
    name: str,
    source: Source,
    span: tuple[int, int],
    retrieved: Retrieved,
    options: SourceOptions,
) -> float:
    """How much of a question the words around a figure meet; 0 where they name another thing.

    `name` is what the text calls the figure, source.text[span] the sentence that it stands in.
    """
    start, end = span
    share, is_named = share_met(asked, name, source, (source.text[start:end],), retrieved)
    head = head_of(name)
    own = _own_terms(asked)
    if not is_named or (head and not _is_asked(head, asked, own)):
        return 0.0
    least = options.least_met if asked.language == "ko" else options.least_met_english
    return share + (options.by_name if head else 0.0) if share >= least else 0.0


def share_met(
    asked: Understanding,
    name: str,
    source: Source,
    near: Sequence[str],
    retrieved: Retrieved,
) -> tuple[float, bool]:
    """How much of a question's own words a name and the stretches near it meet, by weight.

    And whether at least one of these words stands nearer than the title.
    """
    document = source.evidence.document
    forms = " ".join(word.form for word in index.analyse(name))
    around = " ".join((*near, *source.evidence.headings))
    before = source.text[: max(0, source.text.find(near[0]))] if near else ""
    texts = Texts(
        quote=tight_published(f"{name} {forms}"),
        headings=tight_published(around),
        title=tight_published(f"{before} {document.title} {document.publisher or ''}"),
    )
    total = met = 0.0
    is_named = False
    for term in _own_terms(asked):
        weight = retrieved.weights.get(term.form, term.weight)
        strength = match_strength(
            term.form, texts, MatchOptions(), renderings=term.renderings, may_be_misspelt=False
        )
        total, met = total + weight, met + weight * strength
        is_named = is_named or strength >= MatchOptions().heading
    return (met / total if total else 0.0), is_named


def _own_terms(asked: Understanding) -> list[Term]:
    return [term for term in asked.terms if not term.is_measure and term.form not in ASIDE]


def head_of(name: str) -> str:
    """The last noun of a name that tells what it is of; '' where it only says a measure."""
    nouns = [
        word.form
        for word in index.analyse(name)
        if word.tag in {"NNG", "NNP", "XR", "SL"} and word.form not in _NO_HEAD
    ]
    nouns = [one for one in nouns if len(one) > 1 and not is_measure_word(one)]
    return tight(nouns[-1]) if nouns else ""


def _is_asked(head: str, asked: Understanding, own: Sequence[Term]) -> bool:
    ways = {tight(way) for term in own for way in (term.form, *term.renderings)}
    ways |= {tight(way) for term in own for way in synonyms(term.form)}
    is_said = head in tight(f"{asked.text} {asked.search_text}")
    return is_said or any(len(way) > 1 and (way in head or head in way) for way in ways)


def quoted(
    asked: Understanding,
    source: Source,
    span: tuple[int, int],
    snapshot: index.Snapshot,
    options: SourceOptions,
) -> Evidence:
    """The evidence for source.text[span], from the sentence on that says its year."""
    text, (start, end) = source.text, span
    if asked.figure_years and not years_said(text[start:end]):
        for first, _ in reversed(corpus.sentence_spans(text[:start])):
            if end - first > options.longest:
                break
            if years_said(text[first:end]):
                start = first
                break
    first, last = source.start + start, source.start + end
    section = source.evidence.passage.section_id
    passages = snapshot.passages(index.RecordRequest(section_ids=(section,)))
    within = [one.id for one in passages if one.start < last and first < one.end]
    facts = snapshot.facts(index.RecordRequest(passage_ids=tuple(within))) if within else ()
    whole = snapshot.text(source.evidence.document.id) or ""
    return replace(
        source.evidence,
        start=first,
        end=last,
        quote=whole[first:last],
        facts=tuple(one for one in facts if one.start < last and first < one.end),
        is_group=False,
    )


def facts_of(evidence: Evidence, figures: Sequence[Figure]) -> tuple[corpus.Fact, ...]:
    """The facts that state some of the figures, for the data beside the words."""
    values = {(one.value, one.unit) for one in figures}
    return tuple(
        fact
        for fact in evidence.facts
        if values & {(one.value, one.unit) for one in read_figures(fact.raw_text).figures}
    )
