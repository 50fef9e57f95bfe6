"""Ranks that a text prints, who holds them, and classes that the rows of a table are called by."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import assistant
from assistant.placings import begins_below, is_rank_unsaid, rank_asked, ranks_printed
from tests.assistant.towns import Ask, asking

OFFICES = """\
하남시 부서 성과평가 결과

하남시는 20개 부서를 대상으로 한 부서 성과평가에서 세정과가 95.30점으로 1위를 차지했다고 밝혔다. \
2위는 안전과(94.10점), 3위는 복지과(93.75점)다.
| 구분 | 부서 수 | 평균 점수 | 성과상여금 |
|---|---|---|---|
| S등급 | 4 | 94.2 | 140% |
| A등급 | 9 | 91.0 | 115% |
| B등급 | 7 | 87.3 | 80% |
평가는 직무성과 60점, 공통지표 25점, 부서장 평가 15점으로 이뤄졌다.
시는 31개 시군 가운데 지방세 징수율 3위에 올랐다.
"""


@pytest.fixture(scope="module")
def ask_offices(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    row = "offices.txt,부서 성과평가 결과,경기도 하남시,performance,2025-12-20,2025,,하남시"
    with asking(tmp_path_factory.mktemp("offices"), OFFICES, row) as ask:
        yield ask


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("하남시 성과평가 1위 부서", "세정과"),
        ("하남시 성과평가 일등 부서는?", "세정과"),
        ("하남시 부서 성과평가 2등은 어디야", "안전과"),
        ("하남시 성과평가 3위는 어디고 몇 점인가요", "93.75점"),
        ("하남시 지방세 징수율 순위", "3위"),
        ("하남시 징수율은 시군 중 몇 등?", "3위"),
    ],
)
def test_a_rank_is_answered_by_the_words_that_tell_it(
    ask_offices: Ask, question: str, said: str
) -> None:
    answer = ask_offices(question)
    assert answer.status is assistant.AnswerStatus.ANSWERED
    assert said in answer.text


@pytest.mark.parametrize("question", ["하남시 성과평가 4위 부서는?", "하남시 부서평가 5등 어디야"])
def test_who_holds_a_rank_that_is_not_printed_is_declined(ask_offices: Ask, question: str) -> None:
    assert ask_offices(question).status is assistant.AnswerStatus.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("하남시 S등급 부서는 몇 개야", "S등급 부서 수는 4"),
        ("하남시 B등급은 몇 곳?", "B등급 부서 수는 7"),
        ("하남시 A등급 평균 점수", "91.0점"),
        ("하남시 B등급 성과상여금 지급률", "80%"),
        ("하남시 S등급 부서는 성과상여금 얼마나 받나", "140%"),
        ("하남시 평균 점수가 가장 높은 등급은?", "S등급 94.2점"),
        ("하남시 부서가 가장 많은 등급은?", "A등급 9"),
    ],
)
def test_a_letter_names_the_class_of_a_row(ask_offices: Ask, question: str, said: str) -> None:
    assert said in ask_offices(question).text


@pytest.mark.parametrize("question", ["하남시 D등급 부서는 몇 곳?", "하남시 C등급 평균 점수"])
def test_a_class_without_a_row_is_declined(ask_offices: Ask, question: str) -> None:
    assert ask_offices(question).status is assistant.AnswerStatus.NOT_FOUND


@pytest.mark.parametrize(
    "question", ["하남시 성과평가 가장 높은 부서", "하남시 성과가 제일 좋은 부서"]
)
def test_what_a_part_may_give_at_most_ranks_nobody(ask_offices: Ask, question: str) -> None:
    assert "직무성과" not in ask_offices(question).text.partition("\n")[0]


def test_the_weights_are_ranked_where_they_are_asked_for(ask_offices: Ask) -> None:
    assert "직무성과 60점" in ask_offices("하남시 성과평가에서 배점이 가장 큰 것은?").text


@pytest.mark.parametrize(
    ("text", "ranks"),
    [
        ("2위는 안전과, 3위는 복지과", {2, 3}),
        ("1등과 2등", {1, 2}),
        ("2등급을 받은 1위원회", set()),
        ("3위 이내", set()),
        ("상위 10위까지", set()),
    ],
)
def test_ranks_are_no_grades_or_bounds(text: str, ranks: set[int]) -> None:
    assert ranks_printed(text) == ranks


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        ("성과평가 1위 부서", 1),
        ("2등은 어디야", 2),
        ("일등 부서는?", 1),
        ("1위와 2위는 어디야", None),
        ("1위를 차지했나요", None),
        ("2등급 부서는 어디", None),
    ],
)
def test_the_holder_of_one_rank_is_asked_for(text: str, rank: int | None) -> None:
    assert rank_asked(text) == rank


def test_a_row_of_lower_ranks_has_no_first() -> None:
    assert begins_below(["2위는 안전과", "3위는 복지과"])
    assert not begins_below(["1위 세정과", "2위 안전과"])
    assert not begins_below(["세정과", "안전과"])


def test_only_the_first_goes_by_other_names() -> None:
    assert is_rank_unsaid("2위는 어디야", "최우수 세정과")
    assert not is_rank_unsaid("1위는 어디야", "최우수 세정과")
