# ruff: noqa: ANN401 (what comes back is JSON of whatever shape was asked for)
"""A small world for these tests: three documents, a snapshot that counts its reads, a client."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from typing import Any, cast

import httpx
from starlette.applications import Starlette

import corpus
import graphql_api
import index
from tests.factories import make_corpus, make_document, make_reading

PLAN = "kr-boryeong/plan-2022"
AUDIT = "kr-boryeong/audit-2023"
FISCAL_PLAN = "kr-incheon/fiscal-plan-2021"
BORYEONG, INCHEON = "충청남도 보령시", "인천광역시"
BILLIONS = 30
"""Budget lines of Incheon, more than one default page."""


def small_corpus() -> corpus.Corpus:
    """Two documents of Boryeong and one of Incheon, with facts of several kinds."""
    plan = make_reading(
        document=make_document(id=PLAN, licence="KOGL-1"),
        paragraphs=(
            "○ 무궁화수목원 보완사업에 총사업비 690억 원을 투입한다.",
            "○ 성주산 자연휴양림 이용객은 2021년 12,400명이다.",
            "○ 청렴도는 2등급이며 만족도는 87.5점 이상을 목표로 한다.",
        ),
        facts=(
            {},
            {
                "kind": corpus.FactKind.STATISTIC,
                "name": "성주산 자연휴양림 이용객",
                "quote": "이용객은 2021년 12,400명",
                "value": Decimal(12_400),
                "values": (corpus.FactValue(year=2021, value=Decimal(12_400)),),
                "unit": "명",
                "amount_krw": None,
                "raw_text": "12,400명",
                "fiscal_year": 2021,
                "period": None,
            },
            {
                "kind": corpus.FactKind.EVALUATION,
                "name": "청렴도",
                "quote": "청렴도는 2등급",
                "value": "2등급",
                "values": (),
                "unit": None,
                "amount_krw": None,
                "raw_text": "2등급",
                "fiscal_year": None,
                "flags": ("year_unknown",),
            },
            {
                "kind": corpus.FactKind.INDICATOR,
                "name": "만족도",
                "quote": "만족도는 87.5점 이상",
                "value": Decimal("87.5"),
                "values": (
                    corpus.FactValue(year=2022, value=Decimal("87.50"), phase=corpus.Phase.PLANNED),
                ),
                "unit": "점",
                "amount_krw": None,
                "raw_text": "87.5점 이상",
                "comparator": "at_least",
            },
        ),
    )
    audit = make_reading(
        document=make_document(
            id=AUDIT,
            title="2023 자체감사 결과",
            document_type="audit",
            fiscal_years=(2023,),
            published_on=date(2023, 3, 2),
            supersedes=PLAN,
        ),
        paragraphs=("○ 지적사항 7건에 대하여 시정을 요구하였다.",),
        facts=(
            {
                "kind": corpus.FactKind.AUDIT,
                "name": "지적사항",
                "quote": "지적사항 7건",
                "value": Decimal(7),
                "values": (),
                "unit": "건",
                "amount_krw": None,
                "fiscal_year": 2023,
                "raw_text": "7건",
            },
        ),
    )
    fiscal_plan = make_reading(
        document=make_document(
            id=FISCAL_PLAN,
            title="2021~2025 중기지방재정계획",
            municipality=INCHEON,
            document_type="fiscal_plan",
            fiscal_years=(2021, 2022),
            published_on=None,
            source_url=None,
        ),
        paragraphs=tuple(f"○ 제{n}분야 예산은 {n},000억 원이다." for n in range(1, BILLIONS + 1)),
        facts=tuple(
            {
                "kind": corpus.FactKind.BUDGET,
                "name": f"제{n}분야",
                "quote": f"제{n}분야 예산은 {n},000억 원",
                "value": Decimal(n * 1_000),
                "values": (
                    corpus.FactValue(
                        year=2021, value=Decimal(n * 1_000), phase=corpus.Phase.APPROVED
                    ),
                ),
                "unit": "억 원",
                "amount_krw": n * 100_000_000_000,
                "raw_text": f"{n},000억 원",
                "fiscal_year": 2021,
                "account": "general_account",
                "funding_source": "city",
            }
            for n in range(1, BILLIONS + 1)
        ),
    )
    return make_corpus(
        plan,
        audit,
        fiscal_plan,
        excluded=(
            corpus.Excluded(
                source="broken.pdf",
                code="unknown_format",
                message_ko="읽을 수 없는 형식입니다.",
                message_en="This format cannot be read.",
            ),
        ),
    )


class CountingSnapshot:
    """A snapshot that notes each read; otherwise the one that it wraps."""

    READS = ("documents", "sections", "passages", "facts", "count", "search", "text")

    def __init__(self, snapshot: index.Snapshot) -> None:
        self._snapshot = snapshot
        self.reads: list[str] = []
        self.requests: list[Any] = []

    def __getattr__(self, name: str) -> Any:
        attribute = getattr(self._snapshot, name)
        if name not in self.READS:
            return attribute

        def read(*arguments: Any) -> Any:
            self.reads.append(name)
            self.requests.append(arguments[-1])
            return attribute(*arguments)

        return read


class OneSnapshot:
    """Lends one snapshot, and knows whether it has it back."""

    def __init__(self, snapshot: index.Snapshot | CountingSnapshot) -> None:
        self.lend(snapshot)

    def lend(self, snapshot: index.Snapshot | CountingSnapshot) -> None:
        """Lend this one from now on."""
        self.snapshot = cast("index.Snapshot", snapshot)
        self.lent = 0

    @contextmanager
    def lease(self) -> Iterator[index.Snapshot]:
        self.lent += 1
        try:
            yield self.snapshot
        finally:
            self.lent -= 1


class NoSnapshot:
    """Has nothing to lend yet."""

    @contextmanager
    def lease(self) -> Iterator[index.Snapshot]:
        raise index.SnapshotError("not_ready", "준비하는 중입니다.", "Not ready yet.")
        yield


class BrokenSnapshot(CountingSnapshot):
    """Fails in a way that nobody meant, with something in its message that must not get out."""

    def __getattr__(self, name: str) -> Any:
        if name not in self.READS:
            return super().__getattr__(name)

        def fail(*arguments: Any) -> Any:
            raise RuntimeError("secret: records.sqlite")

        return fail


class Api:
    """The room's routes behind an HTTP client."""

    def __init__(self, lender: Any, app: Starlette | None = None) -> None:
        self.lender = lender
        app = app or Starlette(routes=graphql_api.routes(lender))
        transport = httpx.ASGITransport(app=app)
        self.http = httpx.AsyncClient(transport=transport, base_url="http://city.test")

    async def post(self, query: str, variables: Mapping[str, Any] | None = None) -> httpx.Response:
        """A query as programs send it."""
        return await self.http.post(
            "/graphql",
            json={"query": query, "variables": variables},
            headers={"accept": "application/graphql-response+json"},
        )

    async def data(self, query: str, variables: Mapping[str, Any] | None = None) -> Any:
        """What a query that must succeed gives."""
        response = await self.post(query, variables)
        content = response.json()
        assert response.status_code == 200, content
        assert "errors" not in content, content
        return content["data"]

    async def error(self, query: str, variables: Mapping[str, Any] | None = None) -> Any:
        """The `extensions` of the first error of a query that must fail."""
        return (await self.post(query, variables)).json()["errors"][0]["extensions"]
