"""Owners: a measure, a part or an item of a list has the name of what it belongs to."""

from __future__ import annotations

import pytest

from corpus.facts.doubts import NAME_INCOMPLETE
from corpus.facts.owners import wants_owner
from tests.corpus.plans import facts_of


def names(text: str) -> list[str]:
    return [one.name for one in facts_of(text) if one.value is not None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. 솔숲 도서관 건립\n\n○ 추진상황 : 공정률 42%", ["솔숲 도서관 건립 공정률"]),
        ("1. 문화진흥기금\n\n○ 조성액 : 620억원", ["문화진흥기금 조성액"]),
        ("2. 계약심사 실적\n\n○ 심사건수 : 312건", ["계약심사 심사건수"]),
        (
            "2. 계약심사 실적\n\n○ 심사금액 : 240억원\n  - 공사 : 142건\n  - 용역 : 98건",
            ["계약심사 심사금액", "계약심사 공사", "계약심사 용역"],
        ),
        ("1. 솔숲 도서관 건립\n\n○ 열람석 의자 교체 : 12억원", ["열람석 의자 교체"]),
    ],
)
def test_a_measure_or_part_is_of_what_stands_above_it(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_an_item_of_a_list_in_a_sentence_is_of_what_the_sentence_lists() -> None:
    assert names("세입은 지방세 780억 원, 세외수입 430억 원이다.") == [
        "세입 지방세",
        "세입 세외수입",
    ]
    looked = "일반회계 세출을 분야별로 보면 △교육 509억원 △환경보호 859억원이다."
    assert names(looked) == ["일반회계 세출 교육", "일반회계 세출 환경보호"]


def test_what_has_a_particle_of_its_own_is_in_no_list() -> None:
    found = names("일반회계는 1조 3,800억원이고, 특별회계는 4,300억원이다.")
    assert found == ["일반회계", "특별회계"]


def test_money_behind_a_count_has_the_measure_that_the_first_one_says() -> None:
    text = "○ 일상감사 실적 : ’29년 41건(절감액 9억원), ’30년 56건(12억원)"
    found = [(one.name, one.fiscal_year) for one in facts_of(text) if one.unit == "원"]
    assert found == [("일상감사 실적 절감액", 2029), ("일상감사 실적 절감액", 2030)]


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("도내에서 으뜸상을 받은 시군은 7곳이다.", "7곳"),
        ("특별회계에는 22억 원을 편성했다.", "22억 원"),
        ("세출은 ▲환경보호 51억 원 ▲문화 및 관광 11억 원을 증액했다.", "51억 원"),
        ("평가는 S·A·B·C 4개 등급으로 매긴다.", "4개"),
    ],
)
def test_a_general_noun_or_a_deed_alone_leaves_a_doubt(text: str, raw: str) -> None:
    found = facts_of(text)
    assert [one.doubts for one in found if one.raw_text.strip() == raw]


def test_a_measure_that_nothing_owns_is_in_doubt() -> None:
    (fact,) = facts_of("지출액은 3억 원이다.")
    assert NAME_INCOMPLETE in fact.doubts


@pytest.mark.parametrize(
    ("name", "is_wanted"),
    [
        ("조성액", True),
        ("사업비 국비", True),
        ("공사", True),
        ("대상 기관", True),
        ("업무추진비", False),
        ("예산 규모", False),
        ("예산 총액", False),
        ("총점", True),
        ("솔숲 도서관 열람석", False),
    ],
)
def test_which_names_want_an_owner(name: str, is_wanted: bool) -> None:
    assert wants_owner(name) is is_wanted
