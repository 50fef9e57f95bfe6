"""What a heading of a row or column says: name, year, phase, unit and role."""

from __future__ import annotations

import pytest

from corpus.facts.headings import (
    Role,
    is_unit,
    is_unit_caption,
    read_heading,
    unit_for,
    units_in,
)
from corpus.types import Phase


@pytest.mark.parametrize(
    ("labels", "name", "year", "phase", "units"),
    [
        (["처리 건수(건)"], "처리 건수", None, None, ("건",)),
        (["대상 금액 (억 원)"], "대상 금액", None, None, ("억원",)),
        (["2021년"], "", 2021, None, ()),
        (["실적", "‘21"], "", 2021, Phase.ACTUAL, ()),
        (["기준(’20)"], "", 2020, Phase.BASELINE, ()),
        (["2025(목표)"], "", 2025, Phase.PLANNED, ()),
        (["2024년 본예산(천원)"], "", 2024, Phase.APPROVED, ("천원",)),
        (["예산", "국비"], "국비", None, Phase.APPROVED, ()),
        (["인구(천명)"], "인구", None, None, ("천명",)),
        (["농도(㎍/㎥)"], "농도", None, None, ("㎍/㎥",)),
        (["백만원"], "", None, None, ("백만원",)),
        (["우주항공청(시범)"], "우주항공청(시범)", None, None, ()),
        (["항목2024"], "항목2024", None, None, ()),
        (["구분"], "", None, None, ()),
        ([], "", None, None, ()),
    ],
)
def test_a_heading_is_taken_apart(
    labels: list[str],
    name: str,
    year: int | None,
    phase: Phase | None,
    units: tuple[str, ...],
) -> None:
    read = read_heading(labels)
    assert (read.name, read.year, read.phase, read.units) == (name, year, phase, units)


def test_a_span_of_years_is_no_year() -> None:
    assert read_heading(["2021~2025"]).year is None
    assert read_heading(["’21~’25년"]).year is None


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("연번", Role.INDEX),
        ("단위", Role.UNIT),
        ("비고", Role.NOTE),
        ("주요내용", Role.CONTENT),
        ("담당부서", Role.DEPARTMENT),
        ("연락처", Role.PHONE),
        ("평가 등급", Role.GRADE),
        ("사업기간", Role.TIME),
        ("절감률(%)", Role.RATE),
        ("국비", Role.MEASURE),
        ("건수", Role.MEASURE),
    ],
)
def test_a_heading_says_what_its_column_is_for(label: str, role: Role) -> None:
    assert read_heading([label]).role is role


@pytest.mark.parametrize("words", ["원", "백만 원", "억", "건", "%", "%p", "㎡", "개소", "천명"])
def test_units_are_known(words: str) -> None:
    assert is_unit(words)


@pytest.mark.parametrize("words", ["", "시범", "건수", "A", "2021", "도서관", "’21", "원" * 40])
def test_other_words_are_no_units(words: str) -> None:
    assert not is_unit(words)


@pytest.mark.parametrize(
    ("caption", "units"),
    [
        ("(단위: 백만원)", ("백만원",)),
        ("[단위 : 건, 백만 원]", ("건", "백만원")),
        ("※ 단위：천원", ("천원",)),
        ("(단위: 모름)", ()),
        ("단위조합 예산", ()),
    ],
)
def test_a_caption_says_units(caption: str, units: tuple[str, ...]) -> None:
    assert units_in(caption) == units


def test_only_a_line_that_says_nothing_else_is_a_unit_caption() -> None:
    assert is_unit_caption("(단위 : 백만원)")
    assert not is_unit_caption("도서관 예산 (단위 : 백만원)")
    assert not is_unit_caption("백만원")


@pytest.mark.parametrize(
    ("label", "unit"),
    [
        ("사업비", "백만원"),
        ("참여 인원", "명"),
        ("집행률", None),
        ("도로", None),
    ],
)
def test_a_column_takes_the_one_unit_over_the_table_that_fits_it(
    label: str, unit: str | None
) -> None:
    assert unit_for(read_heading([label]), ("명", "백만원")) == unit
