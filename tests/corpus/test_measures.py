"""What a figure measures: which names, units and roles are one measure, and which are not."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import corpus
from corpus.measures import Measure, measured
from tests.corpus.plans import hostile_texts
from tests.factories import make_document, make_fact

HEADING = ("제1장 살림", "1. 숲 가꾸기")


def key(name: str, heading: tuple[str, ...] = HEADING, **about: Any) -> Measure | None:  # noqa: ANN401
    """What a statistic in 건 with this name measures."""
    fields = {
        "kind": corpus.FactKind.STATISTIC,
        "value": Decimal(12),
        "unit": "건",
        "amount_krw": None,
        "organisation": None,
    } | about
    found = measured(make_fact(name=name, **fields), make_document(), heading)
    return found.measure if found else None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("민원 상담", "민원상담"),
        ("청렴·반부패 조사", "청렴 반부패 조사"),
        ("청렴ㆍ반부패 조사", "청렴・반부패 조사"),
        ("민원의 상담", "민원 상담"),
        ("나무와 물길 정비", "나무 및 물길 정비"),
        ("민원 상담(건)", "민원 상담"),
        ("민원 상담(단위: 건)", "민원 상담"),
        ("민원 상담 건수", "민원 상담"),
        ("민원 민원 상담", "민원 상담"),
        ("2031년 민원 상담", "민원 상담"),
        ("’31년도 민원 상담", "민원 상담"),
        ("2031~2035 민원 상담", "민원 상담"),
        ("올해 민원 상담", "민원 상담"),
        ("보령시 민원 상담", "민원 상담"),
        ("충청남도 보령시의 민원 상담", "민원 상담"),
        ("민원 상담 목표", "민원 상담 실적"),
        ("민원 상담(내부)", "민원 상담 내부"),
    ],
)
def test_one_name_in_two_spellings_is_one_measure(one: str, other: str) -> None:
    assert key(one) == key(other)
    assert key(one) is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("민원 상담", "민원 상담 추진"),
        ("민원 상담", "민원 상담 현황"),
        ("민원 상담", "고충민원 상담"),
        ("숲길 조성 1단계", "숲길 조성 2단계"),
        ("민원 상담 1.5배", "민원 상담 15배"),
        ("민원 상담(내부)", "민원 상담(외부)"),
        ("민원 상담", "상담 민원"),
        ("제7기 시민모니터", "제8기 시민모니터"),
        ("보령시민 상담", "민 상담"),
        ("전년 민원 상담", "민원 상담"),
        ("만족도", "만족"),
    ],
)
def test_names_that_say_something_else_are_other_measures(one: str, other: str) -> None:
    assert key(one) != key(other)
    assert key(one) is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"unit": "건"}, {"unit": "건수"}),
        ({"unit": "억원"}, {"unit": "원"}),
        ({"unit": "백만 원"}, {"unit": "억 원"}),
        ({"unit": "인"}, {"unit": "명"}),
        ({"kind": corpus.FactKind.INDICATOR}, {"kind": corpus.FactKind.AUDIT}),
        ({"flags": ("year_inferred", "goal")}, {"flags": ("approximate",)}),
        ({"municipality": "보령시"}, {"municipality": "충청남도 보령시"}),
    ],
)
def test_what_is_only_printed_otherwise_is_one_measure(
    one: dict[str, Any], other: dict[str, Any]
) -> None:
    assert key("민원 상담", **one) == key("민원 상담", **other)


@pytest.mark.parametrize(
    "about",
    [
        {"unit": "명"},
        {"unit": "%"},
        {"unit": None},
        {"unit": "천건"},
        {"comparator": "at_least"},
        {"account": "general_account"},
        {"funding_source": "national"},
        {"organisation": "공원녹지과"},
        {"flags": ("annual_flow",)},
        {"flags": ("whole_period",)},
        {"flags": ("part",)},
        {"flags": ("a_flag_of_later",)},
        {"value": "가등급"},
        {"municipality": "경기도 평택시"},
    ],
)
def test_another_role_is_another_measure(about: dict[str, Any]) -> None:
    assert key("민원 상담", **about) != key("민원 상담")
    assert key("민원 상담", **about) is not None


@pytest.mark.parametrize(
    "flag", ["threshold", "change", "range", "open_range", "unit_conflict", "column_unknown"]
)
def test_bounds_changes_and_doubtful_figures_measure_nothing(flag: str) -> None:
    assert key("민원 상담", flags=(flag,)) is None


@pytest.mark.parametrize(
    "name", ["총사업비", "신규", "참석 인원", "실시설계 용역", "국비 확보액", "합계"]
)
def test_a_general_name_means_something_only_under_its_heading(name: str) -> None:
    found = key(name, ("1. 숲 가꾸기",))
    assert found is not None
    assert found == key(name, ("가. 숲가꾸기",))
    assert found != key(name, ("2. 물길 정비",))
    assert key(name, ()) is None
    assert key(name, ("사업개요",)) is None


def test_a_part_is_told_by_its_heading_as_well() -> None:
    part = {"flags": ("part",)}
    assert key("고충민원", ("1. 상담",), **part) == key("고충민원", ("1. 상담",), **part)
    assert key("고충민원", ("1. 상담",), **part) != key("고충민원", ("2. 감사",), **part)


def test_a_total_of_a_thing_is_the_thing() -> None:
    assert key("숲 살림 합계", flags=("total",)) == key("숲 살림")
    assert key("숲 살림 합계") != key("숲 살림")


def test_a_figure_called_like_its_document_has_no_name() -> None:
    assert key("2022 주요추진사업") is None


def test_a_figure_of_no_known_government_measures_nothing() -> None:
    assert key("민원 상담", municipality=None) is None


@pytest.mark.parametrize(
    ("name", "phase"),
    [
        ("민원 상담 목표", corpus.Phase.PLANNED),
        ("민원 상담 실적", corpus.Phase.ACTUAL),
        ("민원 상담", None),
    ],
)
def test_a_name_may_tell_the_phase(name: str, phase: corpus.Phase | None) -> None:
    found = measured(make_fact(name=name, unit="건", organisation=None), make_document(), HEADING)
    assert found is not None
    assert found.phase is phase


@given(st.one_of(st.text(max_size=80), hostile_texts()))
def test_any_name_is_read(name: str) -> None:
    found = key(name, (name,))
    assert found is None or found.words
