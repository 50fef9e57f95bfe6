"""Furniture of pages, told apart from what their text says."""

from __future__ import annotations

import pytest

from assistant.front_matter import asks_front_matter, is_front_matter


@pytest.mark.parametrize(
    "quote",
    [
        "홈 > 소식 > 보도자료",
        "2031-03-09 | 가람=문○○ 기자",
        "지역 > 가람북부        [2031.02.27. 14:47]",
        "가람군, 숲길 넓혀\n연합○○ 2031.04.07 11:09 입력",
        "부서 : 세무과 등록 : 2031-10-20 조회 : 167",
        "기사 메일전송",
    ],
)
def test_what_is_printed_around_a_text_is_front_matter(quote: str) -> None:
    assert is_front_matter(quote)


@pytest.mark.parametrize(
    "quote",
    [
        "가람군이 2031. 4. 7. 숲길을 넓혔다.",
        "등록 2031-04-07 조회 8\n숲길은 12km다.",
        "○ 기간 : 2031. 4. 6. ~ 4. 25.",
        "나무 40그루",
        "등록 2031-04-07\n○ 숲길 12곳",
    ],
)
def test_what_a_text_says_is_none(quote: str) -> None:
    assert not is_front_matter(quote)


def test_a_question_may_ask_for_it() -> None:
    assert asks_front_matter("이 기사는 언제 올라왔나요?")
    assert asks_front_matter("담당 부서가 어디예요?")
    assert not asks_front_matter("숲길은 몇 곳인가요?")
