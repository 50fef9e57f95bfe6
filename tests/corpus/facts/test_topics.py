"""Topics: the thing that a title or headline is about, without its news."""

from __future__ import annotations

import pytest

from corpus.facts.topics import is_furniture, is_phrase, topic_of


@pytest.mark.parametrize(
    ("title", "topic"),
    [
        ("가람군, 2031년 상반기 계약심사로 23억 절감", "상반기 계약심사"),
        ("가람시, 작년 계약심사로 예산 19억원 아껴", "계약심사"),
        ("가람군, 2031년 일상감사·원가심사 예산 50억 절감", "일상감사·원가심사"),
        ("가람구, 청렴도 1등급 겨냥 2031년 청렴정책 종합계획", "청렴정책 종합계획"),
        ("가람시, 2031년 공약이행 평가 최우수(SA)", "공약이행 평가"),
        ("2031년 주요업무계획(감사담당관)", "주요업무계획"),
        ("경기도 민간단체 보조금 특정감사 결과", "민간단체 보조금 특정감사"),
        ("완주군 일상감사와 계약심사 결과 요약", "일상감사와 계약심사"),
        ("가람군, 2031년 제2회 추경예산안 제출", "제2회 추경예산안"),
    ],
)
def test_a_title_is_about_a_thing(title: str, topic: str) -> None:
    assert topic_of(title) == topic


@pytest.mark.parametrize(
    ("heading", "is_thing"),
    [
        ("문화진흥기금", True),
        ("보조금 감사… 부적정 집행 무더기 적발", False),
        ("조회수 642 작성일", False),
        ("채무 0 48 특수공시", False),
        ("추진현황", False),
        ("기금을 늘려", False),
    ],
)
def test_a_heading_that_a_figure_can_be_of(heading: str, *, is_thing: bool) -> None:
    assert is_phrase(heading) is is_thing


def test_what_every_page_has_is_furniture() -> None:
    assert is_furniture("조회수 작성일")
    assert not is_furniture("조회수 상위 민원")


def test_what_came_of_an_evaluation_is_no_part_of_its_name() -> None:
    assert topic_of("나래시, 2031년 민원서비스 종합평가 ‘나’ 등급") == "민원서비스 종합평가"
