"""Quotients: shares, averages, rates and products of figures that a question names in its words."""

from __future__ import annotations

import re
from dataclasses import replace

import corpus
import index
from assistant.evidence import Evidence
from assistant.factors import averages, limits, parts_by_rate, totals
from assistant.points import Computed
from assistant.portions import named_rates, shares
from assistant.proportions import Wanted, proportion_of, spoken_in
from assistant.retrieve import Retrieved
from assistant.sources import Source, facts_of, quoted
from assistant.stretches import Reckoned, StretchOptions, stretches_of
from assistant.understand import Understanding

_ASIDE = frozenset(
    """
    비율 비중 몫 점유율 퍼센트 프로 차지 차지하 당 꼴 평균 곱 계산 한도 최소 최대 채우 꽉 꽉꽉 셈
    총 전체 모두 전부 합치 합 기준 얼마 되 하 내 내다 받 누리 대략 실제 실적 못 중 가운데 집 곳 개
    이루 이 나오 따지 나누 걸리 걸
    """.split()
)
_COSTS = frozenset(
    "보조금 지원금 공사비 사업비 비용 총사업비 부가세 부가가치세 제외 견적 부담".split()
)

# '1인당 20만 원'
_EACH_PRINTED = re.compile(
    r"(?:(?<!\d)1|한)\s?(?:인|명|사람|가구|곳|개소|대)\s?(?:당|에)\s?(?:최대\s|약\s)?\d"
)
# 'N까지 낼 수 있어' asks for what a rule allows each, and for no average.
_LIMIT = re.compile(r"까지|한도|최대|이내|상한|(?:할|낼|받을|신청할)\s수\s있")


def quotient(
    asked: Understanding,
    retrieved: Retrieved,
    snapshot: index.Snapshot,
    options: StretchOptions | None = None,
) -> Computed | None:
    """The share, average, rate or product that a question asks for, over figures that it names.

    None where it asks for none of these, where the result is printed beside its figures, or where
    its words leave open which figures are meant.
    """
    options = options or StretchOptions()
    wanted = proportion_of(asked)
    if wanted is None or (wanted.wanted is Wanted.EACH and _LIMIT.search(asked.text)):
        return None
    if wanted.wanted is Wanted.EACH and _is_each_printed(retrieved):
        return None
    reader = {
        Wanted.SHARE: shares,
        Wanted.RATE: named_rates,
        Wanted.EACH: averages,
        Wanted.TOTAL: totals,
        Wanted.WHOLE: limits,
        Wanted.PART: parts_by_rate,
    }[wanted.wanted]
    aside = (
        _ASIDE | spoken_in(asked.text) | (_COSTS if wanted.wanted is Wanted.WHOLE else frozenset())
    )
    kept = tuple(one for one in asked.terms if one.form not in aside)
    about = replace(asked, terms=kept)
    found = [
        one
        for stretch in stretches_of(asked, retrieved, snapshot, options)
        for one in reader(about, wanted, stretch, retrieved, options)
        if one.worth > 0
    ]
    if not found:
        return None
    best = max(one.worth for one in found)
    even = [one for one in found if one.worth >= best - options.even]
    if len({one.result for one in even}) > 1 or not even[0].expression:
        return None
    return _computed(asked, even[0], snapshot, options)


def _is_each_printed(retrieved: Retrieved) -> bool:
    """Whether the statement that meets a question best prints itself what falls to each."""
    fitting = [one for one in retrieved.candidates if one.fits][:1]
    return any(_EACH_PRINTED.search(one.evidence.quote) for one in fitting)


def _computed(
    asked: Understanding, one: Reckoned, snapshot: index.Snapshot, options: StretchOptions
) -> Computed:
    """The reckoning with what it cites: one stretch, or two where its figures stand far apart."""
    # The cells of a row are told what they are by the head of their table.
    ordered = sorted({(term.top, term.segment[1]) for term in one.terms})
    first, last = ordered[0][0], ordered[-1][1]
    is_one = last - first <= options.joined or len({top for top, _ in ordered}) == 1
    spans = [(first, last)] if is_one else ordered
    evidence = tuple(_quoted(asked, one, span, snapshot, options) for span in spans)
    figures = tuple(term.figure for term in one.terms)
    facts: dict[str, corpus.Fact] = {}
    for cited in evidence:
        facts |= {fact.id: fact for fact in facts_of(cited, figures)}
    is_cited = all(any(fact.id in facts for fact in cited.facts) for cited in evidence)
    return Computed(
        kind=one.kind,
        expression=one.expression,
        result=one.result,
        subject="",
        facts=tuple(facts.values()) if is_cited else (),
        evidence=evidence,
    )


def _quoted(
    asked: Understanding,
    one: Reckoned,
    span: tuple[int, int],
    snapshot: index.Snapshot,
    options: StretchOptions,
) -> Evidence:
    """The evidence for a stretch of the document, under the headings of the figure in it."""
    passage = next(term.passage for term in one.terms if span[0] <= term.segment[0] < span[1])
    evidence = replace(one.stretch.candidate.evidence, passage=passage)
    source = Source(evidence=evidence, text=one.stretch.text, start=0)
    return quoted(asked, source, span, snapshot, options.sources)
