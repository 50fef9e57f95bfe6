"""Typing errors: asking words are written right, and other words stay as they are."""

from __future__ import annotations

import pytest

from assistant.typos import respelt, reworded


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("위원이 멷 명이에요", "위원이 몇 명이에요"),
        ("새 도서관 이름이 머예요", "새 도서관 이름이 뭐예요"),
        ("목적이 먼가요", "목적이 뭔가요"),
        ("어느 해가 더 만아요?", "어느 해가 더 많아요?"),
        ("개관일이 언재야", "개관일이 언제야"),
        ("예산이 얼머예요", "예산이 얼마예요"),
        ("어떡게 바뀌나요", "어떻게 바뀌나요"),
        ("올해 에산은 얼마", "올해 예산은 얼마"),
        ("지원 갯수", "지원 개수"),
    ],
)
def test_asking_words_are_written_right(typed: str, meant: str) -> None:
    assert respelt(typed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "멸종 위기 동물은 몇 종인가요?",
        "2만 명이 넘나요?",
        "언재호가 어디예요?",
        "먼 곳에서 온 사람은?",
        "외국인 지원은 왜 하나요?",
        "머드 체험장 요금은?",
    ],
)
def test_words_that_are_right_stay(text: str) -> None:
    assert respelt(text) == text


def test_the_asking_word_is_respelt_only_before_what_is_counted() -> None:
    assert respelt("멷 명이에요") == "몇 명이에요"
    assert respelt("몆건인가요") == "몇건인가요"
    assert respelt("멸치 축제") == "멸치 축제"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("감사 조치 금엑이 얼마죠", "감사 조치 금액이 얼마죠"),
        ("상반기 신속집헹율", "상반기 신속집행율"),
        ("청년 정첵 알려줘", "청년 정책 알려줘"),
        ("쩔감액은 얼마", "절감액은 얼마"),
    ],
)
def test_a_noun_that_no_dictionary_knows_is_read_as_it_sounds(typed: str, meant: str) -> None:
    assert reworded(typed) == meant


@pytest.mark.parametrize(
    "text", ["게시일이 언제예요", "세로 길이", "베트남 이주민 수", "예담고 신축", "갸갸댸 공원"]
)
def test_known_words_and_names_stay(text: str) -> None:
    assert reworded(text) == text
