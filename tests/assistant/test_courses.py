from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

import corpus
from assistant.courses import NOT_COMPARABLE, as_printed, course_of_fact, course_of_series
from tests.factories import make_fact, make_point, make_series

VALUES = (
    corpus.FactValue(year=2025, value=Decimal(720), phase=corpus.Phase.PLANNED),
    corpus.FactValue(year=2021, value=Decimal(690), phase=corpus.Phase.ACTUAL),
)


def indicator(**overrides: Any) -> corpus.Fact:  # noqa: ANN401 (any field of a fact)
    fields: dict[str, Any] = {
        "kind": corpus.FactKind.INDICATOR,
        "name": "컴퓨터 구입",
        "quote": "컴퓨터 구입(대): (‘21) 690 → (’25) 720",
        "values": VALUES,
        "value": Decimal(720),
        "unit": "대",
        "amount_krw": None,
    }
    return make_fact(**(fields | overrides))


def test_a_trajectory_is_a_course_in_order_of_year() -> None:
    course = course_of_fact(indicator())
    assert course is not None
    assert [(one.year, one.printed, one.phase) for one in course.points] == [
        (2021, "690", corpus.Phase.ACTUAL),
        (2025, "720", corpus.Phase.PLANNED),
    ]
    assert course.unit == "대"


@pytest.mark.parametrize("flag", sorted(NOT_COMPARABLE))
def test_what_is_no_amount_of_a_year_is_no_course(flag: str) -> None:
    assert course_of_fact(indicator(flags=(flag,))) is None


@pytest.mark.parametrize(
    "changed",
    [
        {"unit": None},
        {"comparator": "at_least"},
        {"values": VALUES[:1]},
        {"values": ()},
        {"values": (VALUES[0], replace(VALUES[1], year=2025))},
        {"values": (VALUES[0], replace(VALUES[1], year=None))},
        {"values": (VALUES[0], replace(VALUES[1], value=None))},
        {"values": (VALUES[0], replace(VALUES[1], value="가"))},
        {"values": (VALUES[0], replace(VALUES[1], value=Decimal("NaN")))},
    ],
)
def test_what_cannot_be_compared_is_no_course(changed: dict[str, Any]) -> None:
    assert course_of_fact(indicator()) is not None
    assert course_of_fact(indicator(**changed)) is None


def test_a_series_is_a_course_of_all_its_facts() -> None:
    first, second = indicator(id="a/f1"), indicator(id="b/f1", document_id="b")
    series = make_series(
        unit="대",
        points=(
            make_point(year=2021, fact_id="a/f1"),
            make_point(year=2022, fact_id="b/f1", document_id="b"),
        ),
    )
    facts = {one.id: one for one in (first, second)}
    course = course_of_series(series, facts)
    assert course is not None
    assert [one.fact.id for one in course.points] == ["a/f1", "b/f1"]
    assert course_of_series(series, {"a/f1": first}) is None
    assert course_of_series(replace(series, unit=None), facts) is None
    threshold = facts | {"b/f1": replace(second, flags=("threshold",))}
    assert course_of_series(series, threshold) is None


@pytest.mark.parametrize(
    ("value", "unit", "quote", "printed"),
    [
        (Decimal(1500), "명", "1,500 → 1,600명", "1,500"),
        (Decimal(1500), "명", "1500명", "1500"),
        (Decimal("8.40"), "점", "8.40점", "8.40"),
        (Decimal(778_900_000_000), "원", "일반 7,789", "7,789억 원"),
        (Decimal(45_000), "원", "45,000원", "45,000"),
        (Decimal(12), "억원", "1,200백만원", "12"),
        ("가", None, "가등급", "가"),
    ],
)
def test_a_figure_is_written_as_its_quote_writes_it(
    value: corpus.Value, unit: str | None, quote: str, printed: str
) -> None:
    assert as_printed(value, unit, quote) == printed
