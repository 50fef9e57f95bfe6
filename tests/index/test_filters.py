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
        (
            RecordRequest(due_years=(2022, 2024), municipalities=("충청남도 보령시",)),
            [f"{BORYEONG}/f0001"],
        ),
        (RecordRequest(due_years=(2021,)), []),
        (
            RecordRequest(organisations=("산림공원과",), kinds=(corpus.FactKind.PROJECT,)),
            [f"{BORYEONG}/f0001"],
        ),
        (
            RecordRequest(amount_at_least=69 * 10**9, kinds=(corpus.FactKind.PROJECT,)),
            [f"{BORYEONG}/f0001"],
        ),
        (RecordRequest(amount_at_least=69 * 10**9 + 1), []),
        (
            RecordRequest(amount_at_most=69 * 10**9, kinds=(corpus.FactKind.PROJECT,)),
            [f"{BORYEONG}/f0001"],
        ),
        (RecordRequest(organisations=("없는 과",)), []),
        (RecordRequest(grades=("가등급",)), []),
        (RecordRequest(phases=(corpus.Phase.PLANNED,)), [f"{BORYEONG}/f0001"]),
        (RecordRequest(amount_at_least=10**30), []),
        (RecordRequest(amount_at_most=-1), []),
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


SURE, UNSURE, OTHER = (f"{BORYEONG}/f{number:04d}" for number in (1, 2, 3))


@pytest.fixture(scope="module")
def doubted(tmp_path_factory: pytest.TempPathFactory) -> Database:
    """A published fact, a doubtful one and a published one, with a series of each sort."""
    facts: tuple[dict[str, Any], ...] = (
        {},
        {"doubts": ("name_borrowed", "year_unsure")},
        {"name": "이용객", "fiscal_year": 2021},
    )
    points = {one: make_point(fact_id=one) for one in (SURE, UNSURE, OTHER)}
    series = (
        make_series(id=SERIES, points=(points[SURE], points[OTHER])),
        make_series(id=OTHER_SERIES, points=(points[SURE], points[UNSURE])),
    )
    return stored(
        tmp_path_factory.mktemp("doubted"), make_corpus(make_reading(facts=facts), series=series)
    )


@pytest.mark.parametrize(
    ("request_", "published", "doubtful"),
    [
        (RecordRequest(), [SURE, OTHER], [UNSURE]),
        (RecordRequest(ids=(SURE, UNSURE)), [SURE], [UNSURE]),
        (RecordRequest(document_ids=(BORYEONG,)), [SURE, OTHER], [UNSURE]),
        (RecordRequest(passage_ids=(f"{BORYEONG}/p001",)), [SURE, OTHER], [UNSURE]),
        (RecordRequest(kinds=(corpus.FactKind.PROJECT,)), [SURE, OTHER], [UNSURE]),
        (RecordRequest(name_contains="수목원"), [SURE], [UNSURE]),
        (RecordRequest(years=(2021,)), [SURE, OTHER], [UNSURE]),
        (RecordRequest(after=SURE, limit=1), [OTHER], [UNSURE]),
        (RecordRequest(before=OTHER, descending=True), [SURE], [UNSURE]),
        (RecordRequest(after=UNSURE), [OTHER], []),
    ],
)
def test_facts_are_narrowed_by_what_is_published(
    doubted: Database, request_: RecordRequest, published: list[str], doubtful: list[str]
) -> None:
    for publication, expected in (
        (Publication.PUBLISHED, published),
        (Publication.DOUBTFUL, doubtful),
    ):
        asked = replace(request_, publication=publication)
        assert [fact.id for fact in doubted.facts(asked)] == expected
        assert all(bool(fact.doubts) is (expected is doubtful) for fact in doubted.facts(asked))
        unpaged = replace(asked, after=None, before=None, limit=None)
        assert doubted.count("facts", asked) == len(doubted.facts(unpaged))
    assert request_.publication is Publication.ANY
    both = sorted([*published, *doubtful], reverse=request_.descending)[: request_.limit]
    assert [fact.id for fact in doubted.facts(request_)] == both


def test_a_series_with_a_doubtful_point_is_not_published(doubted: Database) -> None:
    for publication, expected in (
        (Publication.ANY, [SERIES, OTHER_SERIES]),
        (Publication.PUBLISHED, [SERIES]),
        (Publication.DOUBTFUL, [OTHER_SERIES]),
    ):
        request = RecordRequest(fact_ids=(SURE,), publication=publication)
        assert [series.id for series in doubted.series(request)] == expected
        assert doubted.count("series", request) == len(expected)


@pytest.mark.parametrize("publication", list(Publication))
def test_records_that_no_doubt_can_keep_back_are_all_published(
    doubted: Database, publication: Publication
) -> None:
    asked = RecordRequest(publication=publication)
    assert len(doubted.passages(asked)) == len(PARAGRAPHS)
    assert len(doubted.documents(asked)) == 1


def test_leaving_doubtful_facts_out_of_a_count_reads_an_index_alone(many_documents: Path) -> None:
    for request in (RecordRequest(), RecordRequest(kinds=(corpus.FactKind.BUDGET,))):
        where = condition_for(
            "facts", replace(request, publication=Publication.PUBLISHED), paged=False
        )
        with closing(sqlite3.connect(many_documents)) as connection:
            plan = connection.execute(
                f"EXPLAIN QUERY PLAN SELECT count(*) FROM facts{where.sql}",  # noqa: S608
                where.parameters,
            ).fetchall()
        assert all("COVERING INDEX" in step for *_, step in plan), plan


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
        ("facts", RecordRequest(organisations=("a",))),
        ("facts", RecordRequest(grades=("가등급", "나등급"))),
        ("facts", RecordRequest(phases=(corpus.Phase.ACTUAL,))),
        ("facts", RecordRequest(due_years=(2030,))),
        ("facts", RecordRequest(due_years=(2030, 2031))),
        ("facts", RecordRequest(amount_at_least=1)),
        ("facts", RecordRequest(amount_at_most=0)),
        ("facts", RecordRequest(name_contains="예산")),
        ("facts", RecordRequest(after="a", limit=1)),
        ("facts", RecordRequest(fact_ids=("a",))),
        ("facts", RecordRequest(document_ids=("a",), publication=Publication.PUBLISHED)),
        ("facts", RecordRequest(passage_ids=("a", "b"), publication=Publication.DOUBTFUL)),
        ("series", RecordRequest(municipalities=("a",), publication=Publication.PUBLISHED)),
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
