"""Sums: the figures of a list that add up to one told beside them are its parts."""

from __future__ import annotations

import pytest

from tests.corpus.plans import names_by_figure

SAVED = "시는 계약심사로 예산 17억 원을 아꼈다. 심사를 받은 사업은 모두 283건이다."


def test_parts_of_what_was_saved_are_named_as_savings() -> None:
    text = f"{SAVED} 분야별로 나누면 ▲공사 123건 11억 원 ▲용역 106건 5억 원 ▲물품 54건 1억 원이다."
    named = names_by_figure("가람시, 2031년 계약심사로 17억 원 절감", text)
    assert [named[one] for one in ("11억 원", "5억 원", "1억 원")] == [
        ["계약심사 예산 절감액 중 공사"],
        ["계약심사 예산 절감액 중 용역"],
        ["계약심사 예산 절감액 중 물품"],
    ]
    assert named["123건"] == ["계약심사 심사를 받은 사업 공사"]


def test_the_side_of_a_budget_is_said_of_every_part_without_its_particle() -> None:
    text = (
        "일반회계 예산은 90억 원이다. 세입은 지방세 및 세외수입 50억 원, 지방교부세 30억 원, "
        "보조금 10억 원이다."
    )
    named = names_by_figure("가람시 2031년 예산안", text)
    assert [named[one][0].rpartition(" 중 ")[2] for one in ("50억 원", "30억 원", "10억 원")] == [
        "세입 지방세 및 세외수입",
        "세입 지방교부세",
        "세입 보조금",
    ]


def test_figures_that_make_no_sum_keep_their_names() -> None:
    text = f"{SAVED} 분야별로 나누면 ▲공사 123건 3억 원 ▲용역 106건 2억 원 ▲물품 54건 1억 원이다."
    named = names_by_figure("가람시, 2031년 계약심사로 17억 원 절감", text)
    assert all("중" not in one for names in named.values() for one in names)


def test_lines_below_a_count_that_they_make_are_its_parts() -> None:
    text = "1. 공약 확정 : 28건\n- 물빛 도시 7건\n- 숲길 도시 15건\n- 열린 도시 6건"
    named = names_by_figure("민선9기 공약 이행 계획", text)
    assert [named[one] for one in ("7건", "15건", "6건")] == [
        ["공약 확정 중 물빛 도시"],
        ["공약 확정 중 숲길 도시"],
        ["공약 확정 중 열린 도시"],
    ]


def test_who_pays_for_a_part_of_a_budget_is_said_of_that_part() -> None:
    text = "돈이 가장 많이 가는 곳은 숲길 돌봄 1차분으로 726억 원(국비 653억 원, 시비 73억 원)이다."
    named = names_by_figure("가람시 제2회 추가경정예산안", text)
    assert all(named["726억 원"][0] in named[one][0] for one in ("653억 원", "73억 원"))


def test_what_is_set_against_another_is_no_part() -> None:
    text = "살림 규모는 170억 원으로, 비슷한 도시 평균 140억 원보다 30억 원 많다."
    named = names_by_figure("가람시 2031년 결산 공시", text)
    assert all("중" not in one for names in named.values() for one in names)


def test_a_share_behind_a_part_is_named_as_the_part() -> None:
    text = (
        "걷지 못한 지방세는 180억 원이다. 세목별로는 ▲재산세 60억 원(33.3%) "
        "▲취득세 90억 원(50.0%) ▲자동차세 30억 원(16.7%)이다."
    )
    named = names_by_figure("가람시 지방세 체납액 정리", text)
    assert named["33.3%"] == [f"{named['60억 원'][0]} 비중"]


@pytest.mark.parametrize("unit", ["건", "개"])
def test_the_sum_of_a_list_may_follow_it(unit: str) -> None:
    listed = f"고유사업 286{unit}, 신규사업 92{unit}, 특수시책 56{unit}"
    text = f"부서가 올린 업무는 {listed}을 더해 모두 434{unit}이다."
    named = names_by_figure("가람시 업무보고회", text)
    assert all("부서가 올린 업무" in named[f"{one}{unit}"][0] for one in (286, 92, 56))


def test_lines_with_a_count_and_a_sum_are_parts_of_what_was_saved() -> None:
    text = (
        "시는 일상감사로 50억 원의 예산을 아꼈다.\n- 공사 : 451건, 46억 원\n- 용역 : 154건, 3억 원"
    )
    text += "\n- 물품 : 161건, 1억 원"
    named = names_by_figure("가람시, 2031년 일상감사로 50억 원 절감", text)
    assert named["46억 원"][0].endswith("절감액 중 공사")
