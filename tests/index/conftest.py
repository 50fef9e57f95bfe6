"""One small corpus, built once with the hashing embedder, for the tests that only read."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

import corpus
import index
from index.database import Database
from index.tables import write_database
from tests.factories import (
    AUDIT_QUOTE,
    make_corpus,
    make_document,
    make_point,
    make_reading,
    make_series,
    make_term,
)

INCHEON = "kr-incheon/fiscal-plan-2021"
BORYEONG = "kr-boryeong/plan-2022"
SERIES, OTHER_SERIES = "kr-boryeong/series-1a2b3c4d", "kr-incheon/series-5e6f7a8b"


@pytest.fixture(scope="session")
def embedder() -> index.HashingEmbedder:
    return index.HashingEmbedder()


@pytest.fixture(scope="session")
def small_corpus() -> corpus.Corpus:
    incheon = make_reading(
        document=make_document(
            id=INCHEON,
            title="2021~2025 중기지방재정계획",
            municipality="인천광역시",
            document_type="fiscal_plan",
            fiscal_years=(2021, 2022, 2023, 2024, 2025),
        ),
        heading_path=("제5장 분야별 계획", "1. 일반공공행정"),
        paragraphs=(
            "○ 일반공공행정 분야에 5년간 8,727억 원을 투자한다.",
            "○ 청사 관리에 ’21년 12억 원을 쓴다.",
            "○ 주민자치회 운영은 3년 동안 이어진다.",
            f"○ 2021년 예산은 {AUDIT_QUOTE}이다.",
            "○ 위원회 307개(기초 226, 중앙 61)를 둔다.",
        ),
        facts=(
            {
                "quote": "8,727억 원",
                "kind": corpus.FactKind.BUDGET,
                "name": "일반공공행정 분야 투자액(2021~2025)",
                "fiscal_year": None,
                "values": (),
            },
            {
                "quote": "’21년 12억 원",
                "kind": corpus.FactKind.BUDGET,
                "name": "청사 관리",
                "fiscal_year": 2021,
                "values": (),
            },
        ),
        audits=(
            {"fiscal_year": 2021},
            {
                "name": "위원회",
                "quote": "307개(기초 226, 중앙 61)",
                "fiscal_year": None,
                "result": corpus.AuditResult.DISAGREES,
                "reason": "differs",
                "unit": "개",
                "stated": make_term(
                    label="위원회",
                    raw_text="307개",
                    value=Decimal(307),
                    start=0,
                    fact_id=f"{INCHEON}/f0002",
                ),
                "terms": (
                    make_term(label="기초", raw_text="226", value=Decimal(226), start=8),
                    make_term(label="중앙", raw_text="61", value=Decimal(61), start=16),
                ),
                "computed": Decimal(287),
                "difference": Decimal(20),
                "expression": "226 + 61 = 287 ≠ 307",
            },
        ),
        left_out=(corpus.Span(start=0, end=2, reason="menu"),),
    )
    return make_corpus(
        make_reading(),
        incheon,
        series=(
            make_series(id=SERIES),
            make_series(
                id=OTHER_SERIES,
                municipality="인천광역시",
                kind=corpus.FactKind.BUDGET,
                name="청사 관리",
                unit=None,
                points=(
                    make_point(
                        document_id=INCHEON,
                        fact_id=f"{INCHEON}/f0002",
                        value=Decimal("12.50"),
                        phase=None,
                    ),
                    make_point(year=2024, value="2등급", document_id=BORYEONG),
                ),
                document_ids=(INCHEON, BORYEONG),
                conflicts=(2021, 2024),
            ),
        ),
        excluded=(
            corpus.Excluded(
                source="broken.hwp",
                code="unknown_format",
                message_ko="알 수 없는 형식입니다.",
                message_en="Unknown format.",
            ),
        ),
    )


@pytest.fixture(scope="session")
def data_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("data")


@pytest.fixture(scope="session")
def snapshot(
    small_corpus: corpus.Corpus, data_folder: Path, embedder: index.HashingEmbedder
) -> Iterator[index.Snapshot]:
    opened = index.ensure_snapshot(small_corpus, data_folder, embedder=embedder)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
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
