"""Superlatives that a text says itself: '동부가 21%로 가장 높았다', '낮은 차례로 총무과 81%, …'.

What is the highest or lowest is often told in a sentence that leaves its measure to the one before,
so that it meets few of the question's words. It is looked for where nothing else answers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import corpus
from assistant.evidence import Evidence, place_fits
from assistant.grammar import Asked, item_sought
from assistant.matching import MatchOptions, Texts, match_strength, tight_published
from assistant.retrieve import Candidate, Retrieved
from assistant.understand import Term, Understanding


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtremeOptions:
    """The passages of the best `candidates` statements are looked through."""

    candidates: int = 30


# Each way of being more or less: how the question says it, how a sentence does, what ranks by it.
_FIRST = r"최고|최다|최대|으뜸|선두|(?<!\d)1위|(?<!\d)1등(?!급)|첫째"
_LAST = r"최저|최소|최하위|꼴찌|꼴등"
_WAYS = (
    (r"높", r"높[은았아고]", _FIRST),
    (r"많", r"많[은았아고이]", _FIRST),
    (r"큰|컸|크", r"큰|컸|크[고며]|커", _FIRST),
    (r"길|긴", r"긴|길[었어고]", _FIRST),
    (r"비싸|비싼", r"비싼|비쌌|비싸", _FIRST),
    (r"좋", r"좋[은았아고]", _FIRST),
    (r"낮", r"낮[은았아고]", _LAST),
    (r"적", r"적[은었어고]", _LAST),
    (r"작", r"작[은았아고]", _LAST),
    (r"짧", r"짧[은았아고]", _LAST),
    (r"싼|싸", r"싼|쌌", _LAST),
    (r"나쁘|나쁜", r"나쁜|나빴", _LAST),
)
_MOST = r"(?:제일|가장|최고로|최저로)\s?"
_REACH = 4  # sentences up to the one that names what the superlative is said of
_IN_ORDER = r"\s?(?:차례|순(?:서|으로|대로|이|은|[:：\s])|(?:곳|데|쪽|것|과|국|동|분야)?부터)"
_SAID_OF = re.compile(rf"(?P<noun>[가-힣]{{2,12}}?)(?:이|가|은|는|을|를)?\s?{_MOST}")
# Another thing that is measured: '참석률은 …' tells nothing of the '투표율'.
_MEASURED = re.compile(r"[가-힣]{1,8}(?:[률율액량]|건수|점수|비용|인구|면적|예산)(?![가-힣]{2})")


def said_extreme(
    asked: Understanding, retrieved: Retrieved, options: ExtremeOptions | None = None
) -> Evidence | None:
    """The sentence that says which is the highest, lowest, most or least, as it was asked.

    None where the question is no Korean one of that kind, and where no sentence of the place and
    year says it of the thing measured, next to all the other words of the question. A sentence
    that leaves its place out is quoted together with those before.
    """
    options = options or ExtremeOptions()
    said = _said(asked)
    if said is None:
        return None
    for passage in _passages(asked, retrieved.candidates[: options.candidates]):
        spans = corpus.sentence_spans(passage.quote)
        for number, (start, end) in enumerate(spans):
            if not said.search(passage.quote[start:end]):
                continue
            for first in range(number, max(-1, number - _REACH), -1):
                one = _cut(passage, spans[first][0], end)
                alone = passage.quote[start:end]
                if _answers(one, alone, passage.quote[:start], asked):
                    return one
    return None


def _said(asked: Understanding) -> re.Pattern[str] | None:
    """How a text says the superlative that is asked for, None for no such question."""
    is_one = asked.asks(Asked.MAXIMUM, Asked.MINIMUM) and not asked.compares_places
    if asked.language != "ko" or not is_one or asked.asks(Asked.DIFFERENCE, Asked.SUM):
        return None
    for way, forms, rank in _WAYS:
        if re.search(rf"{_MOST}(?:{way})", asked.text):
            return re.compile(rf"{_MOST}(?:{forms})|(?:{forms}){_IN_ORDER}|{rank}")
    return None


def _passages(asked: Understanding, candidates: Sequence[Candidate]) -> Iterator[Evidence]:
    """Each passage of the candidates once, whole, with all facts that were read in it."""
    facts: dict[str, dict[str, corpus.Fact]] = {}
    whole: dict[str, Evidence] = {}
    for one in candidates:
        evidence = one.evidence
        if evidence.is_group or not (one.fits_year and one.fits_ordinal):
            continue
        whole.setdefault(evidence.passage.id, evidence)
        own = facts.setdefault(evidence.passage.id, {})
        own.update({fact.id: fact for fact in evidence.facts})
    for key, evidence in whole.items():
        passage = evidence.passage
        yield replace(
            evidence,
            start=passage.start,
            end=passage.end,
            quote=passage.text,
            facts=tuple(facts[key].values()),
            subject=(),
        )


def _cut(passage: Evidence, start: int, end: int) -> Evidence:
    first, last = passage.start + start, passage.start + end
    inside = tuple(one for one in passage.facts if first <= one.start and one.end <= last)
    quote = passage.quote[start:end]
    return replace(passage, start=first, end=last, quote=quote, facts=inside)


def _answers(one: Evidence, alone: str, before: str, asked: Understanding) -> bool:
    """Whether a superlative is said of the measure, the place and the thing asked about."""
    if asked.places and not any(place_fits(one, place) for place in asked.places):
        return False
    texts = one.texts()
    around = replace(texts, quote=texts.quote + tight_published(before))
    measure = _SAID_OF.search(asked.text)
    sought = item_sought(asked.text)
    for term in asked.terms:
        if term.is_measure or term.is_general or term.is_verb or term.form == sought:
            continue
        is_measured = measure is not None and term.form in measure["noun"]
        near = texts if is_measured and _MEASURED.search(alone) else around
        if not _met(term, near):
            return False
    return re.search(r"\d", one.quote) is not None


def _met(term: Term, texts: Texts) -> bool:
    strength = match_strength(
        term.form,
        texts,
        MatchOptions(),
        may_be_misspelt=False,
        renderings=term.renderings,
        is_verb=term.is_verb,
    )
    return strength > 0
