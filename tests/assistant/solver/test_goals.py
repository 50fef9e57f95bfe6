"""What a question wants to have reckoned, and how it describes each figure."""

from __future__ import annotations

import pytest

import assistant
from assistant.solver.goals import goal_of
from assistant.solver.operations import Goal, Operation
from assistant.understand import understand


def goal(text: str, *history: str) -> Goal | None:
    return goal_of(understand(assistant.Question(text=text, history=history)))


@pytest.mark.parametrize(
    ("text", "operation", "described"),
    [
        (
            "구리시 안건에서 새 사업 말고 나머지는 몇 건인가요?",
            Operation.REST,
            [{"안건"}, {"사업"}],
        ),
        (
            "신청 단체 중에 동결도 증액도 아닌 곳은 몇 곳?",
            Operation.REST,
            [{"신청"}, {"동결"}, {"증액"}],
        ),
        ("도서관 예산을 책 수로 나누면 한 권에 얼마?", Operation.EACH, [{"도서관"}, {"책"}]),
        ("과제 하나당 지표가 평균 몇 개인가요?", Operation.EACH, [{"지표"}, {"과제"}]),
        ("장학금이 총사업비의 몇 %인가요?", Operation.SHARE, [{"사업비"}, {"장학금"}]),
        ("이월액 중 명시이월 비중은?", Operation.SHARE, [{"이월액", "이월"}, {"명시"}]),
        ("예산현액 대비 세출 집행률", Operation.SHARE, [{"예산현액"}, {"세출"}]),
        (
            "체육관, 수영장, 도서관 세 개 합치면 얼마야?",
            Operation.SUM,
            [{"체육관"}, {"수영장"}, {"도서관"}],
        ),
        ("복지 분야가 환경 분야보다 얼마 더 많죠?", Operation.GAP, [{"복지"}, {"환경"}]),
        ("총점이 전체 평균보다 얼마나 낮아?", Operation.GAP, [{"총점"}, {"평균"}]),
        ("공약 중 완료와 추진을 합하면 몇 개?", Operation.SUM, [{"완료"}, {"추진"}]),
        ("지표 중 결과지표가 아닌 건 몇 개예요?", Operation.REST, [{"지표"}, {"결과"}]),
        ("본청 예산이 구청 예산보다 몇 배나 돼?", Operation.TIMES, [{"본청"}, {"구청"}]),
        ("우리 시 점수가 도 평균보다 몇 % 높은가요?", Operation.GROWTH, [{"점수"}, {"도"}]),
    ],
)
def test_an_operation_is_read_with_what_it_is_done_to(
    text: str, operation: Operation, described: list[set[str]]
) -> None:
    found = goal(text)
    assert found is not None
    assert found.operation is operation
    assert len(found.wanted) == len(described)
    for wanted, names in zip(found.wanted, described, strict=True):
        assert {word[0] for word in wanted.words} & names, wanted


@pytest.mark.parametrize(
    ("text", "operation", "years"),
    [
        ("공원 조성률은 2023년 대비 2028년에 얼마나 오르나요?", Operation.GAP, [2028, 2023]),
        ("관광객은 2022년에서 2026년까지 몇 명 더 늘리나요?", Operation.GAP, [2026, 2022]),
        ("예산이 2021년보다 2022년에 몇 % 늘었나요?", Operation.GROWTH, [2022, 2021]),
        ("수도관 2023, 2024년 교체 길이 합계", Operation.SUM, [2023, 2024]),
    ],
)
def test_one_thing_in_several_years_is_told_by_its_years(
    text: str, operation: Operation, years: list[int]
) -> None:
    found = goal(text)
    assert found is not None
    assert found.operation is operation
    assert [one.year for one in found.wanted] == years


def test_what_is_added_to_the_last_answer_is_a_sum() -> None:
    found = goal("거기에 학습비까지 합치면 얼마야?", "구리시 출산 장려금은 얼마인가요?")
    assert found is not None
    assert found.operation is Operation.SUM
    assert [
        {word[0] for word in one.words} & {"장려금", "장려", "학습비", "학습"}
        for one in found.wanted
    ][1]


def test_the_figure_that_a_question_states_is_the_whole() -> None:
    found = goal("정부예산 621억에서 소각시설 비중이 몇 %인가요?")
    assert found is not None
    assert found.wanted[0].values == {62_100_000_000}


@pytest.mark.parametrize(
    "text",
    [
        "구리시 2022년 예산은 얼마인가요?",
        "구리시 도서관은 어디에 있나요?",
        "구리시 2023년 경로당 운영비는 몇 억 원인가요?",
        "예산을 설명해 주세요",
        "How much is the budget of Guri?",
        "",
    ],
)
def test_where_nothing_is_to_be_reckoned_there_is_no_goal(text: str) -> None:
    assert goal(text) is None


@pytest.mark.parametrize(
    "text", ["가에서 " * 300, "보다 " * 400, "1, " * 300 + "합계", "의 몇 % " * 200]
)
def test_a_long_question_is_read_quickly(text: str) -> None:
    goal(text[:1000])
