"""How many won a prize, where a text only lists its classes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.solver.prizes import prize_goal
from assistant.types import Question
from assistant.understand import understand
from tests.assistant.towns import Ask, asking

AWARDS = """\
김제시, 한 해 성과를 가리다

성과평가는 52개 부서를 대상으로 했다. 최우수 4곳, 우수 9곳, 장려 7곳에 포상금을 주었다.

그림 공모
- 금상 2편 : 바다, 들
- 은상 3편
- 동상 6편
"""

ROW = "awards.txt,김제시 성과평가 결과,전북특별자치도 김제시,press,2023-01-09,2022,,김제시"


@pytest.fixture(scope="module")
def ask_awards(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    with asking(tmp_path_factory.mktemp("awards"), AWARDS, ROW) as ask:
        yield ask


@pytest.mark.parametrize(
    ("question", "result"),
    [
        ("김제시 성과평가에서 상 받은 부서는 모두 몇 곳인가요?", "20곳"),
        ("김제 성과평가 포상 받은 부서 총 몇 곳", "20곳"),
        ("김제시 그림 공모에서 입상한 작품은 모두 몇 편이에요?", "11편"),
    ],
)
def test_the_classes_of_a_prize_are_added_up(ask_awards: Ask, question: str, result: str) -> None:
    (shown,) = ask_awards(question).calculations
    assert shown.result == result


@pytest.mark.parametrize(
    "question",
    [
        "김제시 성과평가에서 최우수상을 받은 부서는 몇 곳인가요?",
        "김제시 성과평가에서 상을 못 받은 직원은 모두 몇 명인가요?",
        "김제시 사진전에서 상 받은 학교는 모두 몇 곳인가요?",
    ],
)
def test_one_class_or_another_contest_is_not_added_up(ask_awards: Ask, question: str) -> None:
    assert not ask_awards(question).calculations


@pytest.mark.parametrize(
    ("question", "is_asked"),
    [
        ("수상한 학교는 모두 몇 곳인가요?", True),
        ("상을 탄 마을은 다 해서 몇 군데야?", True),
        ("표창 받은 공무원은 총 몇 명인가요?", True),
        ("우수 부서는 몇 곳인가요?", False),
        ("이상 기후로 피해를 본 농가는 몇 곳인가요?", False),
        ("상을 받은 부서는 어디인가요?", False),
    ],
)
def test_what_asks_for_all_that_won(question: str, is_asked: bool) -> None:
    assert (prize_goal(understand(Question(text=question))) is not None) is is_asked
