"""Documents, sections, passages, facts, arithmetic audits and series in SQLite."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import corpus
from index.database import Database
from index.errors import SnapshotError
from index.types import RecordRequest
from tests.factories import (
    make_audit,
    make_corpus,
    make_document,
    make_fact,
    make_reading,
    make_term,
)
from tests.index.conftest import BORYEONG, INCHEON, stored

ALL = RecordRequest()
TEXT = st.text(st.characters(exclude_categories=["Cs"]))
"""Any text but lone surrogates, which no file decodes to."""


def test_every_record_comes_back_as_it_was(database: Database, small_corpus: corpus.Corpus) -> None:
    for reading in small_corpus.readings:
        of_this = RecordRequest(document_ids=(reading.document.id,))
        assert database.documents(of_this) == (reading.document,)
        assert database.sections(of_this) == reading.sections
        assert database.passages(of_this) == reading.passages
        assert database.facts(of_this) == reading.facts
        assert database.audits(of_this) == reading.audits
        assert database.text(reading.document.id) == reading.text
        assert database.left_out(reading.document.id) == reading.left_out


def test_every_series_comes_back_as_it_was(database: Database, small_corpus: corpus.Corpus) -> None:
    assert database.series(ALL) == small_corpus.series
    point = database.series(ALL)[1].points[0]
    assert str(point.value) == "12.50"


def test_an_unknown_document_has_no_text(database: Database) -> None:
    assert database.text("kr-nowhere/plan") is None
    assert database.left_out("kr-nowhere/plan") == ()


@pytest.mark.parametrize(
    "overrides",
    [
        {"value": None, "amount_krw": None, "values": (), "period": None, "unit": None},
        {"value": "2등급", "values": (corpus.FactValue(year=None, value="가", phase=None),)},
        {"value": Decimal("0.10"), "values": (corpus.FactValue(value=Decimal("-3.50")),)},
        {"value": "690", "amount_krw": 10**25},
        {"amount_krw": -(10**25), "period": corpus.Period()},
        {"value": Decimal("12345678901234567890.123456789"), "flags": ("contradicts", "나")},
        {"doubts": ("name_borrowed", "다"), "flags": ()},
    ],
)
def test_odd_values_are_kept_exactly(tmp_path: Path, overrides: dict[str, Any]) -> None:
    fact = make_fact(**overrides)
    content = make_corpus(replace(make_reading(), facts=(fact,)))
    (found,) = stored(tmp_path, content).facts(ALL)
    assert found == fact
    assert str(found.value) == str(fact.value)  # Decimal("0.10") is not Decimal("0.1") as printed


@pytest.mark.parametrize(
    "overrides",
    [
        {"computed": None, "difference": None, "unit": None, "municipality": None, "terms": ()},
        {
            "stated": make_term(value=None),
            "terms": (make_term(value=Decimal("0.10")), make_term(value=Decimal(10) ** 40)),
            "computed": Decimal("10000000000000000000000000000000000000000.10"),
            "difference": Decimal("-1E+40"),
            "page": corpus.Page(),
        },
    ],
)
def test_odd_audits_are_kept_exactly(tmp_path: Path, overrides: dict[str, Any]) -> None:
    audit = make_audit(**overrides)
    content = make_corpus(replace(make_reading(), audits=(audit,)))
    (found,) = stored(tmp_path, content).audits(ALL)
    assert found == audit
    assert str(found.computed) == str(audit.computed)
    assert [str(term.value) for term in found.terms] == [str(term.value) for term in audit.terms]


@pytest.mark.parametrize("first_page", [1, 3, 7])
def test_records_with_parts_cost_two_statements_however_many(
    database: Database, first_page: int
) -> None:
    reads: tuple[Callable[[RecordRequest], tuple[Any, ...]], ...] = (
        database.facts,
        database.audits,
        database.series,
    )
    for read in reads:
        statements: list[str] = []
        with database._connection() as connection:
            connection.set_trace_callback(statements.append)
        read(RecordRequest(limit=first_page))
        with database._connection() as connection:
            connection.set_trace_callback(None)
        assert len(statements) == 2


def test_a_page_goes_on_after_an_id(database: Database) -> None:
    everything = [passage.id for passage in database.passages(ALL)]
    assert everything == sorted(everything)
    first = database.passages(RecordRequest(limit=2))
    rest = database.passages(RecordRequest(after=first[-1].id))
    assert [passage.id for passage in (*first, *rest)] == everything


def test_a_page_ends_before_an_id_and_runs_backwards(database: Database) -> None:
    everything = [passage.id for passage in database.passages(ALL)]
    backwards = database.passages(RecordRequest(before=everything[3], limit=2, descending=True))
    assert [passage.id for passage in backwards] == [everything[2], everything[1]]
    between = database.passages(RecordRequest(after=everything[0], before=everything[3]))
    assert [passage.id for passage in between] == everything[1:3]


def test_a_page_does_not_change_the_count(database: Database) -> None:
    paged = RecordRequest(after=f"{BORYEONG}/p001", limit=1)
    assert database.count("passages", paged) == database.count("passages", ALL) == 7
    assert database.passages(RecordRequest(limit=0)) == ()


def test_a_list_may_be_long(database: Database) -> None:
    ids = tuple(f"kr-x/p{number}" for number in range(50_000))
    (found,) = database.passages(RecordRequest(ids=(*ids, f"{INCHEON}/p001")))
    assert found.id == f"{INCHEON}/p001"


def test_a_hostile_document_id_is_an_unknown_one(database: Database) -> None:
    assert database.text("\ud800") is None
    assert database.left_out("\ud800") == ()


def test_threads_read_at_once(database: Database) -> None:
    alone = database.facts(ALL)
    with ThreadPoolExecutor(8) as pool:
        assert all(found == alone for found in pool.map(lambda _: database.facts(ALL), range(100)))


def test_the_file_cannot_be_written(database: Database) -> None:
    with database._connection() as connection, pytest.raises(sqlite3.OperationalError):
        connection.execute("DELETE FROM facts")


def test_a_closed_database_says_so(tmp_path: Path) -> None:
    database = stored(tmp_path, make_corpus())
    database.close()
    with pytest.raises(SnapshotError, match="closed"):
        database.documents(ALL)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    paragraphs=st.lists(TEXT.filter(bool), min_size=1, max_size=4),
    heading_path=st.lists(TEXT, max_size=3),
    title=TEXT,
)
def test_any_passage_comes_back_equal_and_its_span_holds(
    tmp_path: Path, paragraphs: list[str], heading_path: list[str], title: str
) -> None:
    reading = make_reading(
        document=make_document(title=title), paragraphs=paragraphs, heading_path=heading_path
    )
    database = stored(tmp_path, make_corpus(reading))
    passages = database.passages(ALL)
    text = database.text(reading.document.id)
    assert passages == reading.passages
    assert text == reading.text
    assert [text[one.start : one.end] for one in passages] == paragraphs
    assert database.documents(ALL)[0].title == title
    database.close()
