"""The indexes of the schema: what a single comparison reads them for."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest

import corpus
from index.conditions import Check, Column, Comparison, Operand, Operator
from index.filters import Table, selected
from index.tables import write_database
from index.types import RecordRequest
from tests.factories import (
    AUDIT_QUOTE,
    PARAGRAPHS,
    make_corpus,
    make_document,
    make_point,
    make_reading,
    make_series,
)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Enough different records that reading everything is never the cheapest way."""
    readings = [
        make_reading(
            document=make_document(id=f"kr-x/{number:04d}"),
            facts=[
                {
                    "value": Decimal(number % 90),
                    "unit": f"단위 {number % 30}",
                    "account": f"account-{number % 30}",
                    "funding_source": f"source-{number % 30}",
                    "comparator": f"direction-{number % 30}",
                    "organisation": f"{number % 30}과",
                    "amount_krw": number * 10**6,
                    "flags": (f"flag-{number % 30}",),
                    "period": corpus.Period(start=str(1990 + number % 30), end=str(2025 + number)),
                }
            ],
            paragraphs=(PARAGRAPHS[0], AUDIT_QUOTE),
            audits=[{"reason": f"reason-{number % 30}", "unit": f"단위 {number % 30}"}],
        )
        for number in range(300)
    ]
    series = [
        make_series(
            id=f"kr-x/series-{number}",
            unit=f"단위 {number % 30}",
            points=(make_point(document_id=f"kr-x/{number:04d}", year=1990 + number % 30),),
            conflicts=(2021,) * (number == 7),
        )
        for number in range(300)
    ]
    path = tmp_path_factory.mktemp("many") / "records.sqlite"
    write_database(path, make_corpus(*readings, series=series))
    return path


@pytest.mark.parametrize(
    ("table", "column", "operand"),
    [
        ("facts", Column.UNIT, "억원"),
        ("facts", Column.ACCOUNT, "fund"),
        ("facts", Column.FUNDING_SOURCE, "national"),
        ("facts", Column.COMPARATOR, "at_least"),
        ("facts", Column.VALUE, "가등급"),
        ("facts", Column.ORGANISATION, "산림공원과"),
        ("facts", Column.BEGINS, "2024"),
        ("facts", Column.DUE, "2024"),
        ("facts", Column.AMOUNT_KRW, 10**9),
        ("arithmetic_audits", Column.REASON, "differs"),
        ("arithmetic_audits", Column.UNIT, "억원"),
        ("series", Column.UNIT, "억원"),
        ("series", Column.HAS_CONFLICTS, True),
    ],
)
def test_a_comparison_with_one_value_is_answered_by_an_index(
    many: Path, table: Table, column: Column, operand: Operand
) -> None:
    """Also one with a list of a single value, which is what a caller's short list often is."""
    tests = [Check(operator=Operator.EQ, operand=operand)]
    if isinstance(operand, str):
        tests.append(Check(operator=Operator.IN, operand=(operand,)))
    for test in tests:
        request = RecordRequest(where=Comparison(column=column, tests=(test,)), limit=21)
        asked = selected(table, "id, row", request)
        with closing(sqlite3.connect(many)) as connection:
            plan = connection.execute(f"EXPLAIN QUERY PLAN {asked.sql}", asked.parameters)
            steps = [step for *_, step in plan]
        assert any("SEARCH" in step for step in steps), steps
        assert not any(step.startswith(f"SCAN {table}") for step in steps), steps


def test_facts_with_a_flag_are_looked_up_by_it(many: Path) -> None:
    flagged = Comparison(column=Column.FLAG, tests=(Check(operator=Operator.EQ, operand="flag-7"),))
    asked = selected("facts", "id", RecordRequest(where=flagged))
    with closing(sqlite3.connect(many)) as connection:
        steps = [
            step
            for *_, step in connection.execute(f"EXPLAIN QUERY PLAN {asked.sql}", asked.parameters)
        ]
        found = connection.execute(asked.sql, asked.parameters).fetchall()
    assert any("SEARCH fact_flags USING PRIMARY KEY (flag=?)" in step for step in steps), steps
    assert [one for (one,) in found] == [f"kr-x/{number:04d}/f0001" for number in range(7, 300, 30)]
