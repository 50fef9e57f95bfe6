"""How many times, half, and percentage points: reckoned from cited figures and checked again."""

from __future__ import annotations

import pytest

import index
from assistant.arithmetic import follows
from assistant.multiples import gap, multiple
from assistant.points import points_of
from assistant.reckonings import has_one_unit
from assistant.types import AnswerStatus, Calculation
from tests.assistant.drafts import make_figure
from tests.assistant.towns import assert_is_grounded, explain


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("안성시 재정자립도는 2022년에서 2023년에 몇 %p 올랐나요?", "3.5%p 증가"),
        ("안성시 재정자립도가 2022년보다 2023년에 몇 퍼센트포인트 올랐나요?", "3.5%p 증가"),
        ("안성시 재정자립도가 2022년보다 2023년에 몇 퍼센트 올랐나요?", "3.5%p 증가"),
        ("안성시 재정자립도는 2022년과 2023년 차이가 얼마인가요?", "3.5%p 증가"),
        ("이천시 재정자립도가 2023년에 전년보다 몇 %p 떨어졌나요?", "1.5%p 감소"),
        ("안성시와 이천시의 2023년 재정자립도 차이는 몇 %p인가요?", "6.7%p 차이"),
        ("안성시 노인복지관 이용자는 2021년에서 2023년까지 몇 퍼센트 늘었나요?", "50.0% 증가"),
        ("안성시 다함께돌봄센터는 2023년에 2022년의 몇 배인가요?", "1.5배"),
        ("안성시 노인복지관 이용자는 2021년에 비해 2023년에 몇 배로 늘었나요?", "1.5배"),
        ("안성시 2021년 지방채 발행액은 2023년의 몇 배인가요?", "4배"),
        ("안성시 일반회계는 특별회계의 몇 배인가요?", "5배"),
        ("안성시 2023년 예산 총액은 이천시의 몇 배인가요?", "1.25배"),
        ("안성시의 몇 배가 이천시 2023년 예산 총액인가요?", "0.8배"),
    ],
)
def test_points_per_cent_and_multiples_are_told_apart(
    changes: index.Snapshot, question: str, said: str
) -> None:
    answer = explain(changes, question).answer
    assert answer.status is AnswerStatus.ANSWERED
    assert answer.text.startswith(f"{said}입니다")
    (shown,) = answer.calculations
    assert follows(shown)
    assert has_one_unit(shown)
    assert_is_grounded(answer, changes)


@pytest.mark.parametrize(
    ("expression", "result", "is_so"),
    [
        ("31.9% - 28.4%", "3.5%p", True),
        ("31.9% - 28.4%", "3.5%", False),
        ("40.5% - 2.5%p", "38.0%", True),
        ("40.5% - 2.5%p", "38.0%p", False),
        ("30% + 20%", "50%", True),
        ("30% + 20%", "50%p", False),
        ("9개소 ÷ 6개소", "1.5배", True),
        ("9개소 ÷ 6명", "1.5배", False),
        ("9개소 ÷ 6개소", "1.6배", False),
        ("1억 원 ÷ 3억 원", "0.33배", True),
        ("2억 원 ÷ 3억 원", "0.66배", False),
        ("6개소 ÷ 9개소", "1.5배", False),
    ],
)
def test_units_and_quotients_are_reckoned_again(expression: str, result: str, is_so: bool) -> None:
    shown = Calculation(expression=expression, result=result, inputs=(1,))
    assert (follows(shown) and has_one_unit(shown)) is is_so


def test_a_gap_of_percentages_is_in_points_and_any_other_in_its_unit() -> None:
    (rate,) = points_of(make_figure("31.9%", 2022))
    (count,) = points_of(make_figure("31명", 2022))
    assert gap(rate.value, rate.unit) == "31.9%p"
    assert gap(count.value, count.unit) == "31명"


def test_figures_of_two_units_have_no_multiple() -> None:
    (rooms,) = points_of(make_figure("6개소", 2022))
    (people,) = points_of(make_figure("9명", 2022))
    assert multiple("몇 배인가요?", [("방", rooms), ("사람", people)]) is None
