"""How many things a statement sets out, and what a question counts."""

from __future__ import annotations

import pytest

from assistant.items import bulleted, counted_in, counted_noun, lists_exactly, lists_items


def test_a_list_names_two_things_or_more() -> None:
    assert lists_items("장비, 교육, 제작")
    assert not lists_items("장비를 지원한다")
    assert not lists_items("12건, 15건")


def test_a_list_of_a_stated_number_has_just_so_many() -> None:
    quote = "○ 지원 분야 : ① 장비 ② 교육 ③ 제작 ④ 홍보"
    assert lists_exactly(quote, 4)
    assert not lists_exactly(quote, 5)


def test_names_joined_by_dots_are_a_list_beside_what_commas_part() -> None:
    assert lists_exactly("○ 새로 두는 단 : 단장 4급, 길과·숲과·물과", 3)
    assert not lists_exactly("○ 새로 두는 단 : 단장 4급, 길과·숲과·물과", 5)


def test_filled_marks_set_items_apart() -> None:
    assert lists_items("가장 잘한 일은 ▶나무 심기 ▶길 닦기입니다.")


def test_commas_of_a_headline_set_no_items_apart() -> None:
    headline = (
        "어느 시가 올해 민원서비스 종합평가에서 드디어 최우수기관에 선정되었다는 소식을 알리며, "
        "지난해보다 오른 등급을 받고, 신속하고, 친절하게, 포용하는 도시로"
    )
    assert not lists_exactly(headline, 5)
    assert lists_exactly("시는 ▲전략 ▲제도 ▲신문고 ▲고충 ▲만족도 등 5개 항목을 본다", 5)


@pytest.mark.parametrize(
    ("question", "noun"),
    [
        ("어떤 네 가지 관점으로 보나요?", "관점"),
        ("5개 항목을 나열해줘", "항목"),
        ("세 분야가 뭐야", "분야"),
        ("예산이 얼마야", ""),
    ],
)
def test_the_noun_that_a_question_counts(question: str, noun: str) -> None:
    assert counted_noun(question) == noun


def test_a_noun_is_counted_only_where_just_so_many_things_stand() -> None:
    quote = "○ 네 가지 눈으로 본다 : ① 고객 ② 활동 ③ 재정 ④ 학습"
    assert counted_in(quote, "어떤 네 가지 관점인가요?", 4) == "관점"
    assert counted_in(quote, "어떤 세 가지 관점인가요?", 3) == ""


def test_one_of_several_items_is_not_the_list_of_them() -> None:
    assert not lists_exactly("③ 믿음 주는 행정, 친절, 공정, 신속", 4)
    assert lists_exactly("① 믿음 ② 친절 ③ 공정 ④ 신속", 4)


@pytest.mark.parametrize(
    ("quote", "is_pair"),
    [
        ("시는 눈높이 안내와 주말 상담을 약점으로 꼽았다.", True),
        ("올해부터 돌봄비와 농로 정비 항목이 더해졌다.", True),
        ("새 분야는 체육과 관광이다.", True),
        ("주민 모임과 설문조사, 전화, 편지로 뜻을 묻는다.", False),
        ("시는 이웃 군과 함께 길을 놓는다.", False),
    ],
)
def test_two_names_joined_are_two_things(quote: str, is_pair: bool) -> None:
    assert lists_exactly(quote, 2) is is_pair


def test_lines_behind_one_mark_are_counted() -> None:
    assert bulleted("○ 새 길\n - 강변길\n - 숲길\n - 장터길") == 3
    assert bulleted("○ 강변길\n - 3월\n○ 숲길\n - 5월\n - 7월") == 2
    assert bulleted("강변길과 숲길을 낸다.") == 0
