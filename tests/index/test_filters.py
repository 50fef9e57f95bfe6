"""A RecordRequest as an SQL condition: what it finds, and that an index answers it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import corpus
from index.database import Database
from index.filters import Table, condition_for
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
from tests.index.conftest import BORYEONG, INCHEON, OTHER_SERIES, SERIES, stored


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


AUDIT, OTHER_AUDIT = f"{INCHEON}/a0001", f"{INCHEON}/a0002"


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        (RecordRequest(), [AUDIT, OTHER_AUDIT]),
        (RecordRequest(ids=(OTHER_AUDIT, "nothing")), [OTHER_AUDIT]),
        (RecordRequest(document_ids=(BORYEONG,)), []),
        (RecordRequest(section_ids=(f"{INCHEON}/s001",)), [AUDIT, OTHER_AUDIT]),
        (RecordRequest(passage_ids=(f"{INCHEON}/p004",)), [AUDIT]),
        (RecordRequest(municipalities=("인천광역시",)), [AUDIT, OTHER_AUDIT]),
        (RecordRequest(municipalities=("없는 시",)), []),
        (RecordRequest(audit_results=(corpus.AuditResult.DISAGREES,)), [OTHER_AUDIT]),
        (RecordRequest(audit_results=(corpus.AuditResult.CANNOT_TELL,)), []),
        (RecordRequest(audit_results=tuple(corpus.AuditResult)), [AUDIT, OTHER_AUDIT]),
        (RecordRequest(years=(2021,)), [AUDIT]),
        (RecordRequest(years=(10**30,)), []),
        (RecordRequest(name_contains="원회"), [OTHER_AUDIT]),
        (RecordRequest(name_contains='" OR "'), []),
        (RecordRequest(fact_ids=(f"{INCHEON}/f0002",)), [OTHER_AUDIT]),
        (RecordRequest(fact_ids=(f"{BORYEONG}/f0001", "nothing")), []),
        (RecordRequest(kinds=(corpus.FactKind.EVENT,)), [AUDIT, OTHER_AUDIT]),
        (RecordRequest(after=AUDIT, limit=1), [OTHER_AUDIT]),
        (RecordRequest(before=OTHER_AUDIT, descending=True), [AUDIT]),
    ],
)
def test_audits_are_narrowed(
    database: Database, request_: RecordRequest, expected: list[str]
) -> None:
    assert [audit.id for audit in database.audits(request_)] == expected
    unpaged = replace(request_, after=None, before=None, limit=None)
    assert database.count("arithmetic_audits", request_) == len(database.audits(unpaged))


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        (RecordRequest(), [SERIES, OTHER_SERIES]),
        (RecordRequest(ids=(SERIES, "nothing")), [SERIES]),
        (RecordRequest(document_ids=(BORYEONG,)), [SERIES, OTHER_SERIES]),
        (RecordRequest(document_ids=(INCHEON,)), [OTHER_SERIES]),
        (RecordRequest(fact_ids=(f"{INCHEON}/f0002",)), [OTHER_SERIES]),
        (RecordRequest(fact_ids=(f"{INCHEON}/f0001",)), []),
        (RecordRequest(municipalities=("인천광역시",)), [OTHER_SERIES]),
        (RecordRequest(kinds=(corpus.FactKind.PROJECT,)), [SERIES]),
        (RecordRequest(years=(2022, 2023)), [SERIES]),
        (RecordRequest(years=(2024,)), [OTHER_SERIES]),
        (RecordRequest(name_contains="청사관리"), [OTHER_SERIES]),
        (RecordRequest(audit_results=(corpus.AuditResult.AGREES,)), [SERIES, OTHER_SERIES]),
        (RecordRequest(after=SERIES, limit=5), [OTHER_SERIES]),
        (RecordRequest(limit=1, descending=True), [OTHER_SERIES]),
    ],
)
def test_series_are_narrowed(
    database: Database, request_: RecordRequest, expected: list[str]
) -> None:
    assert [series.id for series in database.series(request_)] == expected
    unpaged = replace(request_, after=None, before=None, limit=None)
    assert database.count("series", request_) == len(database.series(unpaged))


def test_a_superseding_document_is_found_by_the_one_it_replaces(tmp_path: Path) -> None:
    newer = make_document(id="kr-x/plan-2023", supersedes="kr-x/plan-2022")
    older = make_document(id="kr-x/plan-2022")
    database = stored(
        tmp_path, make_corpus(make_reading(document=older), make_reading(document=newer))
    )
    assert database.documents(RecordRequest(supersedes=(older.id,))) == (newer,)
    assert database.documents(RecordRequest(supersedes=(newer.id, "nothing"))) == ()
    assert database.count("documents", RecordRequest(supersedes=(older.id, newer.id))) == 1


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


@pytest.fixture(scope="module")
def many_documents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Enough different documents that reading everything is never the cheapest way."""
    kinds, results = tuple(corpus.FactKind), tuple(corpus.AuditResult)
    readings = [
        make_reading(
            document=make_document(
                id=f"kr-x/{number:04d}",
                municipality=f"시 {number % 100}",
                document_type=f"type-{number % 20}",
            ),
            facts=[{"kind": kinds[number % len(kinds)], "fiscal_year": 1990 + number % 40}],
            paragraphs=(PARAGRAPHS[0], AUDIT_QUOTE),
            audits=[{"result": results[number % len(results)], "fiscal_year": 1990 + number % 40}],
        )
        for number in range(600)
    ]
    series = [
        make_series(
            id=f"kr-x/series-{number}",
            municipality=f"시 {number % 100}",
            kind=kinds[number % len(kinds)],
            points=(make_point(document_id=f"kr-x/{number:04d}", year=1990 + number % 40),),
        )
        for number in range(600)
    ]
    path = tmp_path_factory.mktemp("many") / "records.sqlite"
    write_database(path, make_corpus(*readings, series=series))
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
        ("facts", RecordRequest(fact_ids=("a",))),
        ("documents", RecordRequest(supersedes=("a",))),
        ("arithmetic_audits", RecordRequest(document_ids=("a",))),
        ("arithmetic_audits", RecordRequest(section_ids=("a",))),
        ("arithmetic_audits", RecordRequest(passage_ids=("a",))),
        ("arithmetic_audits", RecordRequest(municipalities=("a",))),
        ("arithmetic_audits", RecordRequest(audit_results=(corpus.AuditResult.DISAGREES,))),
        ("arithmetic_audits", RecordRequest(years=(2021,))),
        ("arithmetic_audits", RecordRequest(name_contains="예산")),
        ("arithmetic_audits", RecordRequest(fact_ids=("a",))),
        ("arithmetic_audits", RecordRequest(after="a", limit=1)),
        ("series", RecordRequest(document_ids=("a",))),
        ("series", RecordRequest(fact_ids=("a", "b"))),
        ("series", RecordRequest(municipalities=("a",))),
        ("series", RecordRequest(kinds=(corpus.FactKind.BUDGET,))),
        ("series", RecordRequest(years=(2021,))),
        ("series", RecordRequest(name_contains="예산")),
        ("series", RecordRequest(after="a", limit=1)),
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
        RecordRequest(fact_ids=("\ud800", "'; --"), document_ids=("\ud800",)),
    ],
)
def test_hostile_requests_find_nothing_and_break_nothing(
    database: Database, request_: RecordRequest
) -> None:
    assert database.facts(request_) == ()
    assert database.audits(request_) == ()
    assert database.series(request_) == ()
