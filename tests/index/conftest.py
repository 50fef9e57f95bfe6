"""One small corpus, built once with the hashing embedder, for the tests that only read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import corpus
import index
from tests.factories import make_corpus, make_document, make_reading

INCHEON = "kr-incheon/fiscal-plan-2021"
BORYEONG = "kr-boryeong/plan-2022"


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
        left_out=(corpus.Span(start=0, end=2, reason="menu"),),
    )
    return make_corpus(
        make_reading(),
        incheon,
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
