"""Facts of tables that reached a page without what parts their cells."""

from __future__ import annotations

import pytest

from corpus.facts.doubts import COLUMN_UNKNOWN
from corpus.rows import number
from corpus.types import Fact, FactKind, Phase
from tests.corpus.grids import table_facts
from tests.corpus.plans import facts_of


def said(facts: tuple[Fact, ...]) -> list[tuple[str, str | None, object]]:
    return [(fact.name, fact.unit, fact.value) for fact in facts if not fact.doubts]


def test_our_column_is_the_city_and_the_others_say_what_they_are() -> None:
    facts = table_facts(
        "(단위:억원)\n구분 우리군 유사단체평균 차이\n살림규모 710 660 50\n빚 0 4 △4\n"
    )
    assert said(facts) == [
        ("살림규모", "억원", 710),
        ("살림규모 유사단체평균", "억원", 660),
        ("살림규모 유사단체평균 차이", "억원", 50),
        ("빚", "억원", 0),
        ("빚 유사단체평균", "억원", 4),
        ("빚 유사단체평균 차이", "억원", -4),
    ]
    assert [("change" in fact.flags) for fact in facts] == [False, False, True] * 2
    assert {fact.quote for fact in facts} == {"살림규모 710 660 50", "빚 0 4 △4"}


def test_a_name_and_a_figure_below_a_heading_with_a_unit_are_of_that_heading() -> None:
    above = "1. 재정\n\n2031년 국비 요구 (억 원)\n"
    facts = table_facts(" 강나루 3공구 다리 412\n 들꽃 온실 64\n", above=above)
    assert said(facts) == [
        ("국비 요구 강나루 3공구 다리", "억원", 412),
        ("국비 요구 들꽃 온실", "억원", 64),
    ]
    assert {(one.kind, one.fiscal_year) for one in facts} == {(FactKind.BUDGET, 2031)}


def test_parts_have_the_unit_of_the_total_above_that_they_add_up_to() -> None:
    above = "1. 재정\n\n○ 재정상 조치 3건 470백만원\n"
    facts = table_facts("  추징 300 | 회수 150 | 감액 20\n", above=above)
    assert said(facts)[-3:] == [
        ("재정상 조치 추징", "백만원", 300),
        ("재정상 조치 회수", "백만원", 150),
        ("재정상 조치 감액", "백만원", 20),
    ]
    assert facts[-1].quote == "추징 300 | 회수 150 | 감액 20"
    others = table_facts("  추징 300 | 회수 150 | 감액 21\n", above=above)
    assert {one.unit for one in others[-3:]} == {None}
    assert {one.amount_krw for one in others[-3:]} == {None}


def test_pairs_have_the_unit_that_stands_before_them() -> None:
    facts = table_facts("분야별 비중(%) 복지 26.3 / 환경 11.2 / 문화 3.4\n")
    assert [(fact.name, fact.unit, str(fact.value)) for fact in facts] == [
        ("분야별 비중 복지", "%", "26.3"),
        ("분야별 비중 환경", "%", "11.2"),
        ("분야별 비중 문화", "%", "3.4"),
    ]


def test_amounts_in_steps_are_figures_of_a_list() -> None:
    above = "1. 재정\n\n2. 결산 요지\n"
    facts = table_facts(
        "예산현액 2조 2,467억 원\n세입 2조 558억 원\n"
        "잉여금 1,707억 원 (순세계잉여금 674억 원 포함)\n",
        above=above,
    )
    assert [(one.name.removeprefix("결산 요지 "), one.amount_krw) for one in facts] == [
        ("예산현액", 2_246_700_000_000),
        ("세입", 2_055_800_000_000),
        ("잉여금", 170_700_000_000),
        ("잉여금 순세계잉여금", 67_400_000_000),
    ]


def test_columns_of_years_under_single_blanks_are_one_course() -> None:
    facts = table_facts(
        "(단위 : 억원)\n구 분 합 계 2030 2031 2032\n물길 정비 30 9 10 11\n계 30 9 10 11\n"
    )
    course = next(one for one in facts if one.name == "물길 정비")
    assert [(step.year, str(step.value), step.phase) for step in course.values] == [
        (2030, "9", Phase.ACTUAL),
        (2031, "10", None),
        (2032, "11", Phase.PLANNED),
    ]


def test_cells_whose_columns_are_not_told_state_no_fact() -> None:
    untold = "(단위 : 억원)\n구분 본예산 편성 결과 추경\n물길 9 10\n숲 3 4\n"
    assert table_facts(untold) == ()
    short = table_facts("(단위 : 억원)\n구분 2030 2031 2032\n물길 9 10 11\n숲 3\n길 4 5 6\n")
    assert [one.name for one in short] == ["물길", "길"]


def test_letters_below_a_corner_are_grades_where_every_row_has_one() -> None:
    facts = table_facts("구분 / 우리 시\n민원 제도 / 나\n민원 처리 / 다\n")
    assert [(one.name, one.value) for one in facts] == [
        ("민원 제도", "나등급"),
        ("민원 처리", "다등급"),
    ]
    mixed = table_facts("구분 / 비고\n민원 제도 / 나\n민원 처리 / 3\n")
    assert [one for one in mixed if one.kind is FactKind.EVALUATION] == []


def test_lines_that_only_look_like_rows_give_no_figures() -> None:
    for lines in (
        "구분 전화 팩스\n기획팀 055-000-1111 055-000-1112\n예산팀 055-000-1113 055-000-1114\n",
        "이용 시간 안내 (명)\n평일 09:00 18:00\n주말 10:00 17:00\n",
        "조회 12 | 댓글 3\n",
        "이전 1 2 3 다음\n처음 1 2 3\n",
    ):
        assert [one for one in table_facts(lines) if one.kind is FactKind.STATISTIC] == []


HEAD = (
    "[전략 1] 숲\n지표명 / '29실적 / '30실적 / '31목표\n"
    "나무(그루) / 5 / 6 / 7\n쉼터(개) / 5 / 8 / 9\n"
)
BELOW = "들꽃 온실(동) / 2 / 3 / 4\n물길(㎞) / 14 / 22 / 30\n샘(개) / 1 / 1 / 2\n"


def test_a_head_over_the_first_group_of_rows_is_that_of_the_groups_below_it() -> None:
    facts = facts_of(f"{HEAD}[전략 2] 물\n{BELOW}", FactKind.INDICATOR)
    found = {one.name: [(step.year, number(step.value)) for step in one.values] for one in facts}
    assert found["들꽃 온실"] == [(2029, 2), (2030, 3), (2031, 4)]
    assert found["물길"] == [(2029, 14), (2030, 22), (2031, 30)]
    assert all(one.doubts == () for one in facts)


def test_rows_that_words_part_from_a_head_have_none() -> None:
    facts = facts_of(f"{HEAD}[전략 2] 물\n여기서부터는 다른 표이다.\n{BELOW}")
    below = [one for one in facts if one.quote in BELOW and "/" in one.quote]
    assert below
    assert all(COLUMN_UNKNOWN in one.doubts for one in below)


def own_units(rows: str) -> list[tuple[str | None, bool]]:
    """The unit of each second figure of such rows, and whether its column is in doubt."""
    found = facts_of(f"<분야별 절감>\n{rows}\n맺음말이다.\n")
    seconds = [one for one in found if one.raw_text in one.quote.rpartition(" / ")[2]]
    return [(one.unit, COLUMN_UNKNOWN in one.doubts) for one in seconds if "/" in one.quote]


def test_a_figure_is_what_its_own_unit_says_where_no_head_stands_over_it() -> None:
    rows = "나무 / 28건 / 14억원\n풀 / 20건 / 4억원\n꽃 / 16건 / 5억원\n"
    assert own_units(rows) == [("원", False)] * 3


@pytest.mark.parametrize(
    "rows",
    [
        "나무 / 28억원 / 14억원\n풀 / 20억원 / 4억원\n꽃 / 16억원 / 5억원\n",
        "나무 / 28건 / 14억원\n풀 / 20명 / 4억원\n꽃 / 16건 / 5억원\n",
    ],
)
def test_columns_that_no_unit_tells_apart_stay_unknown(rows: str) -> None:
    assert own_units(rows) == [("원", True)] * 3
