"""Breakdowns: a line of labels with bare numbers takes the unit of the count above it."""

from __future__ import annotations

from decimal import Decimal

from corpus.types import Fact
from tests.corpus.plans import facts_of


def parts(text: str) -> tuple[Fact, ...]:
    return tuple(one for one in facts_of(text) if "part" in one.flags)


def test_parts_that_add_up_to_the_count_above_have_its_unit() -> None:
    found = parts("○ 지 표 : 20개\n  - 관리기반 4, 민원 활동 13, 처리 성과 3")
    assert [(one.name, one.value, one.unit) for one in found] == [
        ("지표 관리기반", Decimal(4), "개"),
        ("지표 민원 활동", Decimal(13), "개"),
        ("지표 처리 성과", Decimal(3), "개"),
    ]
    assert all("unit_inherited" in one.flags for one in found)


def test_the_numbers_may_stand_in_brackets() -> None:
    text = "○ 평가지표 : 3개 분야, 5개 항목, 20개 지표\n  - 관리기반(4), 활동(13), 성과(3)"
    assert [one.value for one in parts(text)] == [Decimal(4), Decimal(13), Decimal(3)]
    assert {one.unit for one in parts(text)} == {"개"}


def test_parts_that_do_not_add_up_have_no_unit() -> None:
    found = parts("○ 지 표 : 20개\n  - 관리기반 4, 민원 활동 13, 처리 성과 4")
    assert {one.unit for one in found} == {None}
    assert all("unit_unknown" in one.flags for one in found)


def test_a_sentence_is_no_breakdown() -> None:
    assert not parts("○ 지 표 : 20개\n  - 관리기반을 4, 민원 활동 13으로 나누어 본다")


def test_parts_under_a_general_label_begin_with_the_thing_above() -> None:
    found = facts_of("1. 숲길 조성\n○ 사업비(억원) : 국비 20, 도비 6, 시비 14")
    assert [one.name for one in found] == [
        f"숲길 조성 사업비 {part}" for part in ("국비", "도비", "시비")
    ]


def test_the_parts_of_another_government_are_its_own() -> None:
    found = facts_of("1. 감사 처분\n○ 함평군 : 징계 1, 훈계 25")
    assert [(one.municipality, one.name) for one in found] == [
        ("함평군", "감사 처분 징계"),
        ("함평군", "감사 처분 훈계"),
    ]
