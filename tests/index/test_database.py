"""Documents, sections, passages and facts in SQLite."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import corpus
from index.database import Database, write_database
from index.errors import SnapshotError
from index.filters import Table, condition_for
from index.types import RecordRequest
from tests.factories import make_corpus, make_document, make_fact, make_reading
from tests.index.conftest import BORYEONG, INCHEON

ALL = RecordRequest()
TEXT = st.text(st.characters(exclude_categories=["Cs"]))
"""Any text but lone surrogates, which no file decodes to."""


@pytest.fixture(scope="module")
def database(small_corpus: corpus.Corpus, tmp_path_factory: pytest.TempPathFactory) -> Database:
    path = tmp_path_factory.mktemp("database") / "records.sqlite"
    write_database(path, small_corpus)
    return Database(path)


def stored(folder: Path, content: corpus.Corpus) -> Database:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "records.sqlite"
    path.unlink(missing_ok=True)
    write_database(path, content)
    return Database(path)


def test_every_record_comes_back_as_it_was(database: Database, small_corpus: corpus.Corpus) -> None:
    for reading in small_corpus.readings:
        of_this = RecordRequest(document_ids=(reading.document.id,))
        assert database.documents(of_this) == (reading.document,)
        assert database.sections(of_this) == reading.sections
        assert database.passages(of_this) == reading.passages
        assert database.facts(of_this) == reading.facts
        assert database.text(reading.document.id) == reading.text
        assert database.left_out(reading.document.id) == reading.left_out


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
    ],
)
def test_odd_values_are_kept_exactly(tmp_path: Path, overrides: dict[str, Any]) -> None:
    fact = make_fact(**overrides)
    content = make_corpus(replace(make_reading(), facts=(fact,)))
    (found,) = stored(tmp_path, content).facts(ALL)
    assert found == fact
    assert str(found.value) == str(fact.value)  # Decimal("0.10") is not Decimal("0.1") as printed


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        (RecordRequest(ids=(f"{INCHEON}/f0002",)), [f"{INCHEON}/f0002"]),
        (RecordRequest(document_ids=(BORYEONG,)), [f"{BORYEONG}/f0001"]),
        (RecordRequest(passage_ids=(f"{INCHEON}/p001",)), [f"{INCHEON}/f0001"]),
        (
            RecordRequest(section_ids=(f"{INCHEON}/s001",)),
            [f"{INCHEON}/f0001", f"{INCHEON}/f0002"],
        ),
        (RecordRequest(municipalities=("충청남도 보령시",)), [f"{BORYEONG}/f0001"]),
        (RecordRequest(kinds=(corpus.FactKind.PROJECT,)), [f"{BORYEONG}/f0001"]),
        (RecordRequest(years=(2021,)), [f"{BORYEONG}/f0001", f"{INCHEON}/f0002"]),
        (RecordRequest(years=(2022,)), [f"{BORYEONG}/f0001"]),
        (RecordRequest(years=(1900,)), []),
        (RecordRequest(name_contains="청사"), [f"{INCHEON}/f0002"]),
        (RecordRequest(name_contains="공행정 분야투자"), [f"{INCHEON}/f0001"]),
        (RecordRequest(name_contains="(2021~2025)"), [f"{INCHEON}/f0001"]),
        (RecordRequest(name_contains='" OR "'), []),
        (RecordRequest(name_contains="%"), []),
        (
            RecordRequest(municipalities=("인천광역시",), name_contains="관리", years=(2021,)),
            [f"{INCHEON}/f0002"],
        ),
    ],
)
def test_facts_are_narrowed(
    database: Database, request_: RecordRequest, expected: list[str]
) -> None:
    assert [fact.id for fact in database.facts(request_)] == expected
    assert database.count("facts", request_) == len(expected)


@pytest.mark.parametrize("table", ["documents", "sections", "passages"])
def test_records_are_narrowed_to_a_municipality(database: Database, table: str) -> None:
    read: Callable[[RecordRequest], tuple[Any, ...]] = getattr(database, table)
    found = read(RecordRequest(municipalities=("인천광역시",)))
    assert found
    assert all(record.id.startswith(INCHEON) for record in found)
    assert read(RecordRequest(municipalities=("없는 시",))) == ()


def test_documents_are_narrowed_to_a_type(database: Database) -> None:
    (found,) = database.documents(RecordRequest(document_types=("fiscal_plan",)))
    assert found.id == INCHEON


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
    assert database.count("passages", paged) == database.count("passages", ALL) == 5
    assert database.passages(RecordRequest(limit=0)) == ()


def test_a_list_may_be_long(database: Database) -> None:
    ids = tuple(f"kr-x/p{number}" for number in range(50_000))
    (found,) = database.passages(RecordRequest(ids=(*ids, f"{INCHEON}/p001")))
    assert found.id == f"{INCHEON}/p001"


@pytest.fixture(scope="module")
def many_documents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Enough different documents that reading everything is never the cheapest way."""
    kinds = tuple(corpus.FactKind)
    readings = [
        make_reading(
            document=make_document(
                id=f"kr-x/{number:04d}",
                municipality=f"시 {number % 100}",
                document_type=f"type-{number % 20}",
            ),
            facts=[{"kind": kinds[number % len(kinds)], "fiscal_year": 1990 + number % 40}],
        )
        for number in range(600)
    ]
    path = tmp_path_factory.mktemp("many") / "records.sqlite"
    write_database(path, make_corpus(*readings))
    return path


@pytest.mark.parametrize(
    ("table", "request_"),
    [
        ("documents", RecordRequest(ids=("a",))),
        ("documents", RecordRequest(municipalities=("a",))),
        ("documents", RecordRequest(document_types=("a",))),
        ("sections", RecordRequest(document_ids=("a",))),
        ("sections", RecordRequest(municipalities=("a",))),
        ("passages", RecordRequest(section_ids=("a",))),
        ("passages", RecordRequest(municipalities=("a",))),
        ("facts", RecordRequest(passage_ids=("a",))),
        ("facts", RecordRequest(section_ids=("a",))),
        ("facts", RecordRequest(municipalities=("a",))),
        ("facts", RecordRequest(kinds=(corpus.FactKind.BUDGET,))),
        ("facts", RecordRequest(years=(2021,))),
        ("facts", RecordRequest(name_contains="예산")),
        ("facts", RecordRequest(after="a", limit=1)),
    ],
)
def test_every_narrowing_is_answered_by_an_index(
    many_documents: Path, table: Table, request_: RecordRequest
) -> None:
    where = condition_for(table, request_, paged=True)
    with closing(sqlite3.connect(many_documents)) as connection:
        plan = connection.execute(
            f"EXPLAIN QUERY PLAN SELECT id, row FROM {table}{where.sql}",  # noqa: S608
            where.parameters,
        ).fetchall()
    steps = [step for *_, step in plan]
    assert any(f"SEARCH {table} USING" in step for step in steps), steps
    assert not any(step == f"SCAN {table}" for step in steps), steps


@pytest.mark.parametrize(
    "request_",
    [
        RecordRequest(ids=("\ud800",)),
        RecordRequest(ids=("\ud800", "\x00")),
        RecordRequest(after="\udfff", limit=10**30, years=(10**30,)),
        RecordRequest(before="\ud800", years=(-(10**30), 10**30)),
        RecordRequest(name_contains="\ud800"),
        RecordRequest(name_contains="  "),
        RecordRequest(limit=-1),
    ],
)
def test_hostile_requests_find_nothing_and_break_nothing(
    database: Database, request_: RecordRequest
) -> None:
    assert database.facts(request_) == ()


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


def test_the_same_document_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SnapshotError, match="twice"):
        stored(tmp_path, make_corpus(make_reading(), make_reading()))


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
