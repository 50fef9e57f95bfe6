"""Lists in another order than that of ids: every record once, and each order by an index."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import corpus
from index.conditions import Check, Column, Comparison, Operator
from index.database import Database
from index.filters import Table, selected
from index.orderings import SORTED, Order, SortColumn, SortKey, stretches
from index.tables import write_database
from index.types import Publication, RecordRequest
from tests.factories import (
    AUDIT_QUOTE,
    PARAGRAPHS,
    make_corpus,
    make_document,
    make_point,
    make_reading,
    make_series,
)

KEYS: dict[tuple[Table, SortColumn], Callable[[Any], SortKey]] = {
    ("documents", SortColumn.TITLE): lambda one: one.title,
    ("documents", SortColumn.PUBLISHED_ON): lambda one: (
        one.published_on.isoformat() if one.published_on else None
    ),
    ("facts", SortColumn.NAME): lambda one: one.name,
    ("facts", SortColumn.FISCAL_YEAR): lambda one: one.fiscal_year,
    ("facts", SortColumn.AMOUNT_KRW): lambda one: one.amount_krw,
    ("facts", SortColumn.DUE): lambda one: one.period.end if one.period else None,
    ("arithmetic_audits", SortColumn.NAME): lambda one: one.name,
    ("arithmetic_audits", SortColumn.FISCAL_YEAR): lambda one: one.fiscal_year,
    ("series", SortColumn.NAME): lambda one: one.name,
}
READERS = {"arithmetic_audits": "audits"}


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Enough records that sorting them would never be the cheapest way."""
    kinds = tuple(corpus.FactKind)
    readings = [
        make_reading(
            document=make_document(
                id=f"kr-x/{number:04d}",
                municipality=f"시 {number % 20}",
                title=f"계획 {number % 7}",
                published_on=None if number % 5 == 0 else date(2020 + number % 3, 1, 1),
            ),
            facts=[
                {
                    "kind": kinds[(number + each) % len(kinds)],
                    "municipality": f"시 {number % 20}",
                    "name": f"이름 {(number * 7 + each) % 11}",
                    "fiscal_year": None if each == 1 else 2000 + number % 13,
                    "amount_krw": None if number % 3 == 0 else (number * 31 % 17) * 10**9,
                    "period": None
                    if number % 4 == 0
                    else corpus.Period(start=None, end=f"{2020 + number % 6}-0{each + 1}"),
                    "doubts": ("year_unsure",) * (number % 10 == 0),
                }
                for each in range(3)
            ],
            paragraphs=(PARAGRAPHS[0], AUDIT_QUOTE),
            audits=[{"name": f"합계 {number % 6}", "fiscal_year": (None, 2021, 2022)[number % 3]}],
        )
        for number in range(300)
    ]
    series = [
        make_series(
            id=f"kr-x/series-{number:03d}",
            name=f"지표 {number % 9}",
            municipality=f"시 {number % 20}",
            points=(make_point(document_id=f"kr-x/{number:04d}"),),
        )
        for number in range(200)
    ]
    found = tmp_path_factory.mktemp("orders") / "records.sqlite"
    write_database(found, make_corpus(*readings, series=series))
    return found


@pytest.fixture(scope="module")
def database(path: Path) -> Database:
    return Database(path)


def sorted_as_told(
    records: tuple[Any, ...], key: Callable[[Any], SortKey], down: bool
) -> list[str]:
    there = [one for one in records if key(one) is not None]
    absent = [one for one in records if key(one) is None]
    there.sort(key=lambda one: (key(one), one.id), reverse=down)
    absent.sort(key=lambda one: one.id, reverse=down)
    return [one.id for one in (*there, *absent)]


@pytest.mark.parametrize("down", [False, True])
@pytest.mark.parametrize(("table", "column"), KEYS)
def test_pages_meet_every_record_once_in_either_direction(
    database: Database, table: Table, column: SortColumn, down: bool
) -> None:
    read = getattr(database, READERS.get(table, table))
    key = KEYS[table, column]
    order = Order(column=column, is_descending=down)
    expected = sorted_as_told(read(RecordRequest()), key, down)
    assert [one.id for one in read(RecordRequest(order=order))] == expected
    for is_backward in (False, True):
        met: list[str] = []
        last: Any = None
        size = 70
        while True:
            place = (
                {}
                if last is None
                else {"before": last.id, "before_key": key(last)}
                if is_backward
                else {"after": last.id, "after_key": key(last)}
            )
            page = read(RecordRequest(order=order, limit=size, descending=is_backward, **place))
            met += [one.id for one in page]
            if len(page) < size:
                break
            last = page[-1]
        assert met == (expected[::-1] if is_backward else expected)


@pytest.mark.parametrize("down", [False, True])
def test_both_bounds_hold_wherever_they_stand(database: Database, down: bool) -> None:
    order = Order(column=SortColumn.AMOUNT_KRW, is_descending=down)
    every = database.facts(RecordRequest(order=order))
    for first, last in ((3, 9), (500, 700), (850, 890), (0, 899), (899, 899), (700, 20)):
        page = database.facts(
            RecordRequest(
                order=order,
                after=every[first].id,
                after_key=every[first].amount_krw,
                before=every[last].id,
                before_key=every[last].amount_krw,
            )
        )
        assert page == every[first + 1 : last]


def test_an_order_narrows_nothing_and_everything_else_still_does(database: Database) -> None:
    order = Order(column=SortColumn.AMOUNT_KRW, is_descending=True)
    request = RecordRequest(
        kinds=(corpus.FactKind.BUDGET,), publication=Publication.PUBLISHED, order=order, limit=5
    )
    found = database.facts(request)
    assert len(found) == 5
    assert {one.kind for one in found} == {corpus.FactKind.BUDGET}
    assert not any(one.doubts for one in found)
    amounts = [one.amount_krw for one in found if one.amount_krw is not None]
    assert amounts == sorted(amounts, reverse=True)


def test_every_order_of_every_table_is_tried_here() -> None:
    assert set(KEYS) == {(table, column) for table, columns in SORTED.items() for column in columns}


def plan(path: Path, table: Table, request: RecordRequest) -> list[str]:
    asked = selected(table, "id, row", request)
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute(f"EXPLAIN QUERY PLAN {asked.sql}", asked.parameters)
        return [step for *_, step in found]


IN_ONE_PLACE = Comparison(
    column=Column.MUNICIPALITY, tests=(Check(operator=Operator.IN, operand=("시 3",)),)
)
NARROWED: tuple[RecordRequest, ...] = (
    RecordRequest(),
    RecordRequest(publication=Publication.PUBLISHED),
    RecordRequest(kinds=(corpus.FactKind.BUDGET,), publication=Publication.PUBLISHED),
    RecordRequest(municipalities=("시 3",), publication=Publication.PUBLISHED),
    RecordRequest(
        municipalities=("시 3",),
        kinds=(corpus.FactKind.BUDGET,),
        publication=Publication.PUBLISHED,
    ),
    RecordRequest(where=IN_ONE_PLACE, publication=Publication.PUBLISHED),
)


@pytest.mark.parametrize("place", ["start", "middle", "absent"])
@pytest.mark.parametrize("is_backward", [False, True])
@pytest.mark.parametrize("down", [False, True])
@pytest.mark.parametrize(("table", "column"), KEYS)
def test_an_order_is_read_from_its_index_and_nothing_is_sorted(
    path: Path, table: Table, column: SortColumn, down: bool, is_backward: bool, place: str
) -> None:
    in_a_place = (RecordRequest(), RecordRequest(municipalities=("시 3",)))
    asked = {"facts": NARROWED, "series": in_a_place}
    for narrowed in asked.get(table, (RecordRequest(),)):
        bounds: dict[str, Any] = {"start": {}, "middle": {"after": "kr-x/0100", "after_key": "2"}}
        bounds["absent"] = {"after": "kr-x/0100", "after_key": None}
        request = RecordRequest(
            kinds=narrowed.kinds,
            municipalities=narrowed.municipalities,
            where=narrowed.where,
            publication=narrowed.publication,
            order=Order(column=column, is_descending=down),
            descending=is_backward,
            limit=21,
            **bounds[place],
        )
        steps = plan(path, table, request)
        assert not any("TEMP B-TREE" in step for step in steps), steps
        reads = [step for step in steps if f" {table} " in f"{step} "]
        assert reads or place == "absent"
        assert all("USING" in step and "INDEX" in step for step in reads), steps


def test_a_table_is_not_sorted_by_what_it_has_not() -> None:
    with pytest.raises(ValueError, match="cannot be sorted"):
        stretches(
            "passages",
            Order(column=SortColumn.AMOUNT_KRW),
            after=None,
            before=None,
            is_backward=False,
        )
