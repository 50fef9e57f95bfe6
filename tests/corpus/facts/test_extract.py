"""All extractors over one document: numbered in reading order, each true to its quote."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

import corpus
from corpus.facts import extract_facts
from corpus.types import FactKind
from tests.corpus.plans import PLAN_2031, facts_of, hostile_texts, plan_texts, read

PLAN = """제1장 숲
1. 마을 숲 가꾸기
○ 사업비 : 12억 원 (국비 6, 시비 6)
 - 대상 : 마을 숲 14개소
○ 도서 구입(권): (‘31) 1,200 → (’35) 1,500
○ 숲길 내기(’32. 6.)
2. 추진방향
○ 걷기 좋은 길을 늘린다

담당부서 : 공원녹지과
연락처 : 041-000-1234
"""


def test_facts_are_numbered_in_reading_order() -> None:
    facts = facts_of(PLAN)
    assert [one.id for one in facts] == [
        f"{facts[0].document_id}/f{order:04d}" for order in range(len(facts))
    ]
    assert [one.start for one in facts] == sorted(one.start for one in facts)
    assert [one.kind for one in facts] == [
        FactKind.BUDGET,
        FactKind.BUDGET,
        FactKind.BUDGET,
        FactKind.STATISTIC,
        FactKind.INDICATOR,
        FactKind.PROJECT,
        FactKind.DIRECTION,
        FactKind.CONTACT,
    ]


def test_a_fact_carries_the_place_it_was_read_from() -> None:
    reading = read(PLAN, about=PLAN_2031)
    passages = {one.id: one for one in reading.passages}
    for fact in reading.facts:
        passage = passages[fact.passage_id]
        assert fact.document_id == reading.document.id
        assert fact.section_id == passage.section_id
        assert fact.page == passage.page
        assert fact.municipality == reading.document.municipality


def test_the_quote_is_the_whole_statement_with_its_mark() -> None:
    assert facts_of(PLAN)[3].quote == "- 대상 : 마을 숲 14개소"


def test_no_passages_give_no_facts() -> None:
    reading = read(PLAN)
    assert extract_facts(reading.document, reading.text, ()) == ()


def test_a_page_number_inside_a_sentence_is_no_figure_of_it() -> None:
    facts = facts_of("○ 하나\n- 12 -\n○ 시민과 함께하는\n- 13 -\n숲 14개소 조성\n")
    assert [str(one.value) for one in facts if one.value is not None] == ["14"]
    assert all("13" not in one.name for one in facts)


def test_furniture_states_no_facts() -> None:
    assert (
        facts_of("시는 숲을 가꾼다\n만족도조사\n매우만족\nCopyright 2031 가람시 02-000-1234\n")
        == ()
    )


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=plan_texts() | hostile_texts())
def test_every_fact_is_complete_and_consistent(text: str) -> None:
    try:
        facts = facts_of(text)
    except corpus.UnreadableSourceError:
        return
    for fact in facts:
        assert fact.name == fact.name.strip()
        assert len(fact.name) <= 200
        assert fact.kind in FactKind
        assert len(set(fact.flags)) == len(fact.flags)
        if fact.amount_krw is not None:
            assert fact.value is not None
        if fact.comparator is not None:
            assert fact.comparator in {"at_least", "at_most", "more_than", "less_than"}
        if "threshold" in fact.flags:
            assert all(one.phase is None for one in fact.values) or fact.kind is not FactKind.BUDGET
        years = [one.year for one in fact.values if one.year is not None]
        assert years == sorted(set(years))


@pytest.mark.parametrize(
    "text",
    [
        "지난해(2030년 예산)에는 36개 사업 19억 8천만원을 반영했습니다.",
        "도청 11개 부서는 기존 보조사업자 30개 단체에 88개 사업비 119억원을 내줬다.",
        "그때는 4개 분야 55건을 추진했다.",
    ],
)
def test_no_fact_is_without_a_name(text: str) -> None:
    for title in ("주민참여예산 안내", ""):
        for one in facts_of(text, about=replace(PLAN_2031, title=title)):
            assert one.name.strip()
