"""Trees of conditions: what they find, held against the same logic in plain Python."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import corpus
from index.conditions import (
    AllOf,
    AnyOf,
    Check,
    Column,
    Comparison,
    Condition,
    InDocument,
    Not,
    Operand,
    Operator,
)
from index.database import Database
from index.types import RecordRequest
from index.where import PLACES, where_for
from tests.factories import (
    make_corpus,
    make_document,
    make_point,
    make_reading,
    make_series,
)
from tests.index.conftest import stored

NAMES = ("작은 도서관 운영", "도서관", "청사 관리", "AI 교육", "ai 체험")
UNITS = (None, "개소", "억 원")
ENDS = (None, "2024", "2024-06", "2025-01-31")
PUBLISHED = (None, date(2022, 1, 3), date(2023, 6, 30))


def _fact(number: int) -> dict[str, Any]:
    year = (None, 2021, 2022, 2023)[number % 4]
    end = ENDS[number // 2 % 4]
    phase = (None, corpus.Phase.PLANNED, corpus.Phase.ACTUAL)[number % 3]
    return {
        "kind": tuple(corpus.FactKind)[number % 4],
        "name": NAMES[number % 5],
        "unit": UNITS[number // 3 % 3],
        "fiscal_year": year,
        "amount_krw": (None, 10**9, 5 * 10**9, 10**30)[number // 5 % 4],
        "value": ("가등급", Decimal(number), None)[number % 3],
        "values": (
            corpus.FactValue(year=2020 + number % 3, value=Decimal(1), phase=phase),
            corpus.FactValue(year=2026, value=Decimal(2)),
        )[: number % 3],
        "period": None if end is None else corpus.Period(start="2020", end=end),
        "organisation": (None, "산림공원과")[number % 2],
        "flags": ("part", "integrity")[: number % 3],
    }


@pytest.fixture(scope="module")
def content() -> corpus.Corpus:
    readings = [
        make_reading(
            document=make_document(
                id=f"kr-x/{place}",
                municipality=(None, "보령시", "인천광역시")[place],
                published_on=PUBLISHED[place],
                fiscal_years=(2021 + place, 2024),
            ),
            facts=[_fact(place * 40 + number) for number in range(40)],
        )
        for place in range(3)
    ]
    series = [
        make_series(
            id=f"kr-x/series-{number}",
            name=NAMES[number % 5],
            points=(
                make_point(year=2020 + number, document_id=f"kr-x/{number % 3}"),
                make_point(year=2030, document_id="kr-x/0"),
            ),
            conflicts=(2030,) * (number % 2),
        )
        for number in range(6)
    ]
    return make_corpus(*readings, series=series)


@pytest.fixture(scope="module")
def world(content: corpus.Corpus, tmp_path_factory: pytest.TempPathFactory) -> Database:
    return stored(tmp_path_factory.mktemp("where"), content)


def one(column: Column, operator: Operator, operand: Operand) -> Comparison:
    return Comparison(column=column, tests=(Check(operator=operator, operand=operand),))


# What each column of a fact is, and how an operator compares, in plain Python.

VALUES: dict[Column, Callable[[corpus.Fact], list[Any]]] = {
    Column.NAME: lambda fact: [fact.name],
    Column.KIND: lambda fact: [fact.kind.value],
    Column.UNIT: lambda fact: [fact.unit],
    Column.FISCAL_YEAR: lambda fact: [fact.fiscal_year],
    Column.YEAR: lambda fact: [fact.fiscal_year, *(value.year for value in fact.values)],
    Column.PHASE: lambda fact: [value.phase.value for value in fact.values if value.phase],
    Column.AMOUNT_KRW: lambda fact: [fact.amount_krw],
    Column.NUMBER: lambda fact: [float(fact.value) if isinstance(fact.value, Decimal) else None],
    Column.DUE: lambda fact: [fact.period.end if fact.period else None],
    Column.ORGANISATION: lambda fact: [fact.organisation],
    Column.FLAG: lambda fact: list(fact.flags),
}


def _compares(column: Column, value: Any, check: Check) -> bool:  # noqa: ANN401 (of any column)
    wanted: Any = check.operand
    if column is Column.DUE and check.operator is not Operator.EXISTS:
        low, high = value, value + "~"
        matches: dict[Operator, Callable[[], bool]] = {
            Operator.EQ: lambda: value.startswith(wanted),
            Operator.IN: lambda: any(value.startswith(each) for each in wanted),
            Operator.LT: lambda: low < wanted,
            Operator.LTE: lambda: low < wanted + "~",
            Operator.GT: lambda: low >= wanted + "~",
            Operator.GTE: lambda: low >= wanted and high > wanted,
        }
        return matches[check.operator]()
    squeeze: Callable[[str], str] = str.casefold if column is not Column.NAME else _squeezed
    compared: dict[Operator, Callable[[], bool]] = {
        Operator.EXISTS: lambda: True,
        Operator.EQ: lambda: value == wanted,
        Operator.IN: lambda: value in wanted,
        Operator.LT: lambda: value < wanted,
        Operator.LTE: lambda: value <= wanted,
        Operator.GT: lambda: value > wanted,
        Operator.GTE: lambda: value >= wanted,
        Operator.CONTAINS: lambda: squeeze(wanted) in squeeze(value),
        Operator.STARTS_WITH: lambda: value.startswith(wanted),
    }
    return compared[check.operator]()


def _squeezed(text: str) -> str:
    return text.casefold().replace(" ", "")


def meets(fact: corpus.Fact, condition: Condition, documents: dict[str, corpus.Document]) -> bool:
    match condition:
        case AllOf(parts=parts):
            return all(meets(fact, part, documents) for part in parts)
        case AnyOf(parts=parts):
            return any(meets(fact, part, documents) for part in parts)
        case Not(part=part):
            return not meets(fact, part, documents)
        case InDocument(part=Comparison(column=column, tests=tests)):
            document = documents[fact.document_id]
            found: dict[Column, list[Any]] = {
                Column.MUNICIPALITY: [document.municipality],
                Column.FISCAL_YEAR: list(document.fiscal_years),
            }
            return _any_meets(column, found[column], tests)
        case Comparison(column=column, tests=tests):
            return _any_meets(column, VALUES[column](fact), tests)
    raise AssertionError(condition)


def _any_meets(column: Column, values: list[Any], tests: tuple[Check, ...]) -> bool:
    there = [value for value in values if value is not None]
    wants_none = [check for check in tests if check.operand is False]
    others = [check for check in tests if check.operand is not False]
    return not (wants_none and there) and (
        not others
        or any(all(_compares(column, value, check) for check in others) for value in there)
    )


ORDERED = (Operator.LT, Operator.LTE, Operator.GT, Operator.GTE, Operator.EQ)
OPERANDS: dict[Column, tuple[Any, ...]] = {
    Column.NAME: (*NAMES, "도서", "AI", "관 운", "없는 이름"),
    Column.KIND: ("budget", "indicator", "project", "event"),
    Column.UNIT: ("개소", "억 원", "명"),
    Column.FISCAL_YEAR: (2020, 2021, 2023, 10**30),
    Column.YEAR: (2020, 2022, 2026),
    Column.PHASE: ("planned", "actual", "baseline"),
    Column.AMOUNT_KRW: (10**9, 2 * 10**9, -1),
    Column.NUMBER: (0.5, 40.0, 99.0),
    Column.DUE: ("2024", "2024-06", "2025-01"),
    Column.ORGANISATION: ("산림공원과", "산림"),
    Column.FLAG: ("part", "integrity", "total"),
}
TEXTS = (Column.NAME, Column.UNIT, Column.ORGANISATION)


def comparisons(column: Column) -> st.SearchStrategy[Comparison]:
    operand = st.sampled_from(OPERANDS[column])
    checks = [
        st.builds(Check, operator=st.sampled_from(ORDERED), operand=operand),
        st.builds(
            Check,
            operator=st.just(Operator.IN),
            operand=st.lists(operand, max_size=3).map(tuple),
        ),
        st.builds(Check, operator=st.just(Operator.EXISTS), operand=st.booleans()),
    ]
    if column in TEXTS:
        texts = (Operator.CONTAINS, Operator.STARTS_WITH)
        checks.append(st.builds(Check, operator=st.sampled_from(texts), operand=operand))
    return st.builds(
        Comparison,
        column=st.just(column),
        tests=st.lists(st.one_of(checks), min_size=1, max_size=2).map(tuple),
    )


LEAVES: st.SearchStrategy[Condition] = st.one_of(
    [
        *(comparisons(column) for column in OPERANDS),
        st.builds(
            InDocument,
            part=st.sampled_from(
                [
                    one(Column.MUNICIPALITY, Operator.EQ, "보령시"),
                    one(Column.FISCAL_YEAR, Operator.GTE, 2023),
                    one(Column.MUNICIPALITY, Operator.EXISTS, False),
                ]
            ),
        ),
    ]
)
CONDITIONS: st.SearchStrategy[Condition] = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.builds(AllOf, parts=st.lists(inner, max_size=3).map(tuple)),
        st.builds(AnyOf, parts=st.lists(inner, max_size=3).map(tuple)),
        st.builds(Not, part=inner),
    ),
    max_leaves=6,
)


@settings(max_examples=300, deadline=None)
@given(CONDITIONS)
def test_a_tree_finds_what_plain_logic_finds(
    world: Database, content: corpus.Corpus, condition: Condition
) -> None:
    documents = {reading.document.id: reading.document for reading in content.readings}
    expected = [
        fact.id for fact in world.facts(RecordRequest()) if meets(fact, condition, documents)
    ]
    request = RecordRequest(where=condition)
    assert [fact.id for fact in world.facts(request)] == expected
    assert world.count("facts", request) == len(expected)


def test_a_range_of_years_is_met_by_one_value_not_by_two(world: Database) -> None:
    between = Comparison(
        column=Column.YEAR,
        tests=(
            Check(operator=Operator.GT, operand=2023),
            Check(operator=Operator.LT, operand=2026),
        ),
    )
    found = world.facts(RecordRequest(where=between))
    assert found == ()
    assert world.count("facts", RecordRequest(where=one(Column.YEAR, Operator.GT, 2023)))


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (one(Column.PUBLISHED_ON, Operator.EQ, "2022"), ["kr-x/1"]),
        (one(Column.PUBLISHED_ON, Operator.LTE, "2023"), ["kr-x/1", "kr-x/2"]),
        (one(Column.PUBLISHED_ON, Operator.IN, ("2022-01", "2023-06-30")), ["kr-x/1", "kr-x/2"]),
        (one(Column.FISCAL_YEAR, Operator.EQ, 2023), ["kr-x/2"]),
        (one(Column.FISCAL_YEAR, Operator.EXISTS, True), ["kr-x/0", "kr-x/1", "kr-x/2"]),
        (one(Column.MUNICIPALITY, Operator.EXISTS, False), ["kr-x/0"]),
        (one(Column.IS_DIGEST, Operator.EQ, True), []),
    ],
)
def test_documents_are_compared(world: Database, condition: Condition, expected: list[str]) -> None:
    assert [one.id for one in world.documents(RecordRequest(where=condition))] == expected


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (one(Column.HAS_CONFLICTS, Operator.EQ, True), [1, 3, 5]),
        (one(Column.YEAR, Operator.LT, 2022), [0, 1]),
        (InDocument(part=one(Column.MUNICIPALITY, Operator.EQ, "보령시")), [1, 4]),
        (one(Column.DOCUMENT_ID, Operator.EQ, "kr-x/2"), [2, 5]),
        (one(Column.NAME, Operator.CONTAINS, "AI"), [3, 4]),
    ],
)
def test_series_are_compared(world: Database, condition: Condition, expected: list[int]) -> None:
    found = [series.id for series in world.series(RecordRequest(where=condition))]
    assert found == [f"kr-x/series-{number}" for number in expected]


def test_a_column_that_a_table_lacks_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot be compared"):
        where_for("sections", one(Column.AMOUNT_KRW, Operator.EQ, 1))
    with pytest.raises(ValueError, match="stands in no document"):
        where_for("documents", InDocument(part=AllOf(parts=())))
    with pytest.raises(ValueError, match="cannot compare"):
        where_for("facts", one(Column.NAME, Operator.CONTAINS, 1))


HOSTILE = ("'; DROP TABLE facts; --", '" OR "', "\ud800", "\x00", "%", "_", "*", "{0}", "")


@pytest.mark.parametrize("table", sorted(PLACES))
@pytest.mark.parametrize("text", HOSTILE)
def test_what_a_caller_gives_is_never_part_of_a_statement(table: str, text: str) -> None:
    for column in PLACES[table]:
        for operator in Operator:
            operand: Operand = (text, text) if operator is Operator.IN else text
            sql, parameters = where_for(table, one(column, operator, operand))
            assert len(text) < 2 or text == "{0}" or text not in sql
            assert sql.count("?") == len(parameters)
            with closing(sqlite3.connect(":memory:")) as connection:
                schema = Path("index/schema.sql").read_text("utf-8")
                connection.executescript(schema)
                connection.execute(f"SELECT id FROM {table} WHERE {sql}", parameters)  # noqa: S608
