"""Parts by the name that a question gives them: what was left out, one of two, items of a list."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.types import Question
from assistant.understand import understand
from tests.assistant.towns import Ask, asking

NEWS = """\
양주시, 2023년 살림과 공약 알려

주민 공모로 뽑힌 사업은 21건이고 공모에는 모두 96건의 생각이 들어왔다.

시가 내건 공약사업 72개 가운데 51개를 마쳤다고 5일 밝혔다.

정량지표 130개 중 117개를 달성했고 정성지표는 20개다.

어르신 돌봄에는 △말벗 전화 3억 원 △동네 밥상 6억 원 △손길 방문 2억 원을 넣었다. \
아이 키우기에는 △숲 놀이터 9억 원 △한밤 돌봄 4억 원 △책 꾸러미 1억 원을 넣었다.

특례 쪽에서는 대응 과제 14건, 발굴 과제 23건이 올라왔다.

계약심사 : '21년 40건(5억 원 절감), '22년 44건(6억 원 절감), '23년 51건(8억 원 절감)
"""

ROW = "news.txt,2023년 살림과 공약,경기도 양주시,press,2023-12-05,2023,,양주시"


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    with asking(tmp_path_factory.mktemp("news"), NEWS, ROW) as ask:
        yield ask


@pytest.mark.parametrize(
    ("question", "expression", "result"),
    [
        ("양주시 주민 공모에 들어온 생각 중 안 뽑힌 건 몇 건?", "96건 - 21건", "75건"),
        ("양주시 공약사업 72개 중 2023년까지 못 끝낸 게 몇 개입니까", "72개 - 51개", "21개"),
        ("양주시 정량지표 중 달성 못 한 게 몇 개인가요?", "130개 - 117개", "13개"),
        (
            "양주시 동네 밥상이랑 손길 방문 중 뭐가 더 크고 얼마나 차이 나요?",
            "6억 원 - 2억 원",
            "4억 원",
        ),
        (
            "양주시 어르신 동네 밥상하고 아이 한밤 돌봄 중 어느 게 더 크고 얼마나 차이 나요?",
            "6억 원 - 4억 원",
            "2억 원",
        ),
        (
            "양주시 아이 키우기 사업 세 가지 금액을 모두 더하면 얼마인가요?",
            "9억 원 + 4억 원 + 1억 원",
            "14억 원",
        ),
        (
            "양주시 어르신 돌봄 사업 세 가지 금액을 모두 더하면 얼마인가요?",
            "3억 원 + 6억 원 + 2억 원",
            "11억 원",
        ),
        ("양주시 특례, 대응이랑 발굴 다 합쳐 몇 건 올라왔나요?", "14건 + 23건", "37건"),
    ],
)
def test_the_part_that_a_question_names_is_reckoned(
    ask: Ask, question: str, expression: str, result: str
) -> None:
    (calculation,) = ask(question).calculations
    assert (calculation.expression, calculation.result) == (expression, result)


def test_what_was_saved_is_no_number_of_cases(ask: Ask) -> None:
    answer = ask("양주시 계약심사로 21~23년 3년간 줄인 예산 총합은?")
    assert all("건" not in one.result for one in answer.calculations)


def test_a_law_that_is_called_by_a_place_asks_about_no_place() -> None:
    assert [
        one.korean for one in understand(Question(text="양주시 강원특별법 특례는 몇 건?")).places
    ] == ["양주시"]
