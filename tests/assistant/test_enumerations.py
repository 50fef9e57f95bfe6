"""Lists in a text are read item by item, and only where their ends are certain."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.enumerations import EnumerationOptions, enumerations

WORDS = st.lists(
    st.text(alphabet="가나다라마바사아자차카타파하", min_size=2, max_size=6),
    min_size=2,
    max_size=9,
    unique=True,
)
NUMBERED = "①②③④⑤⑥⑦⑧⑨"


def _items(text: str) -> list[tuple[str, ...]]:
    return [one.items for one in enumerations(text)]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("○ 지원 분야 4개 : ① 장비 ② 교육 ③ 제작 ④ 홍보", ("장비", "교육", "제작", "홍보")),
        ("▲ 둘레길 정비 ▲ 숲속 놀이터 ▲ 꽃길", ("둘레길 정비", "숲속 놀이터", "꽃길")),
        ("다루는 분야 : 농업, 산업 및 해양", ("농업", "산업", "해양")),
        ("갈래 : 새벽 · 한낮 · 저녁", ("새벽", "한낮", "저녁")),
        ("대상(읍, 면, 동)을 점검한다", ("읍", "면", "동")),
        ("주제는 ‘가을’, ‘겨울’과 ‘봄’이다", ("가을", "겨울", "봄")),
        ("시는 도서관, 공원, 체육관 등을 짓는다.", ("도서관", "공원", "체육관")),
        (
            "1. 사업\n ㅇ 주차장 조성\n ㅇ 도서관 건립\n  - 2024년 착공\n ㅇ 공원 정비",
            ("주차장 조성", "도서관 건립", "공원 정비"),
        ),
    ],
)
def test_the_items_of_a_list_are_those_that_are_printed(text: str, items: tuple[str, ...]) -> None:
    assert _items(text) == [items]


@pytest.mark.parametrize(
    "text",
    [
        "일자리 : 취업, 창업과 고용",
        "예산 : 일반회계 7,200억 원, 특별회계 900억 원",
        "해설가는 1,200명, 2,300명이다",
        "▲ 하나만 있다",
        "▲ 가는 길 ① 처음 ② 다음 ▲ 오는 길",
        "이 계획은 길을 넓히고, 나무를 심고, 물을 맑게 한다.",
        "",
    ],
)
def test_what_has_no_certain_items_is_no_list(text: str) -> None:
    assert enumerations(text) == ()


@pytest.mark.parametrize(
    ("text", "is_open", "stated"),
    [
        ("지원 분야 4개 : ① 장비 ② 교육", False, 4),
        ("세 가지 평가 : 성격, 이행, 달성", False, 3),
        ("농업, 산업, 해양 등 3개 분야를 돕는다", True, 3),
        ("다루는 분야 : 농업, 산업 등", True, None),
        ("다루는 분야 : 농업, 산업", False, None),
        ("마친 사업으로는 ▲골목 조명 ▲공원 정비 ▲쉼터 확충이 꼽힌다", True, None),
        ("2024년 5월 행사 : 걷기, 달리기", False, None),
    ],
)
def test_an_open_list_and_a_printed_count_are_told(
    text: str, is_open: bool, stated: int | None
) -> None:
    (found,) = enumerations(text)
    assert (found.is_open, found.stated) == (is_open, stated)


def test_a_long_stretch_is_no_item() -> None:
    text = "분야 : 농업, 산업과 관련이 있는 모든 일"
    assert enumerations(text, EnumerationOptions(longest_item=5)) == ()


@given(WORDS)
def test_as_many_items_are_read_as_were_listed(words: list[str]) -> None:
    marks = " ".join(f"{mark} {word}" for mark, word in zip(NUMBERED, words, strict=False))
    assert _items(f"가려낸 것 : {marks}") == [tuple(words)]
    bullets = "\n".join(f" ㅇ {word}" for word in words)
    assert _items(f"가려낸 것\n{bullets}") == [tuple(words)]


@given(st.text(max_size=100), WORDS, st.text(max_size=100))
def test_a_list_in_any_text_is_read_and_every_item_stands_in_it(
    before: str, words: list[str], after: str
) -> None:
    marks = " ".join(f"{mark} {word}" for mark, word in zip(NUMBERED, words, strict=False))
    text = f"{before}\n가려낸 것 : {marks}\n{after}"
    found = enumerations(text)
    assert tuple(words) in [one.items for one in found]
    for one in found:
        assert len(set(one.items)) == len(one.items) >= 2
        assert all(item in text for item in one.items)
