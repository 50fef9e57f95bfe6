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
from tests.factories import (
    make_corpus,
    make_document,
    make_point,
    make_reading,
    make_series,
    make_term,
)

PLAN = "kr-boryeong/plan-2022"
AUDIT = "kr-boryeong/audit-2023"
FISCAL_PLAN = "kr-incheon/fiscal-plan-2021"
BORYEONG, INCHEON = "충청남도 보령시", "인천광역시"
TOTAL_AUDIT, DISAGREEING_AUDIT = f"{PLAN}/a0001", f"{PLAN}/a0002"
VISITORS, FIELD_BUDGET = "kr-boryeong/series-0a1b2c3d", "kr-incheon/series-4e5f6a7b"
BILLIONS = 30
"""Budget lines of Incheon, more than one default page."""
FACTS = BILLIONS + 7
"""All facts of the three documents."""


DISAGREEING = {
    "name": "위원회",
    "quote": "307개(기초 226, 중앙 61)",
    "fiscal_year": None,
    "result": corpus.AuditResult.DISAGREES,
    "reason": "differs",
    "unit": "개",
    "stated": make_term(label="위원회", raw_text="307개", value=Decimal(307), start=0),
    "terms": (
        make_term(label="기초", raw_text="226", value=Decimal("226.0"), start=8),
        make_term(label="중앙", raw_text="61", value=Decimal("61.0"), start=16),
    ),
    "computed": Decimal("287.0"),
    "difference": Decimal("20.0"),
    "expression": "226 + 61 = 287 ≠ 307",
}
"""A total whose printed parts do not give it: it is served as it is printed."""


def visitors() -> corpus.Series:
    """One statistic that two documents print differently for the same year."""
    return make_series(
        id=VISITORS,
        kind=corpus.FactKind.STATISTIC,
        name="성주산 자연휴양림 이용객",
        unit="명",
        points=(
            make_point(
                value=Decimal(12_400), document_id=PLAN, fact_id=f"{PLAN}/f0002", phase=None
            ),
            make_point(
                value=Decimal(12_500), document_id=AUDIT, fact_id=f"{AUDIT}/f0002", phase=None
            ),
        ),
        conflicts=(2021,),
    )


def field_budget() -> corpus.Series:
    """A budget of two years in one document."""
    return make_series(
        id=FIELD_BUDGET,
        municipality=INCHEON,
        kind=corpus.FactKind.BUDGET,
        name="제1분야",
        points=tuple(
            make_point(
                year=year,
                value=value,
                phase=corpus.Phase.APPROVED,
                document_id=FISCAL_PLAN,
                fact_id=f"{FISCAL_PLAN}/f{number:04d}",
            )
            for number, year, value in ((1, 2021, Decimal(1_000)), (2, 2022, Decimal("1000.5")))
        ),
    )


def small_corpus() -> corpus.Corpus:
    """Two documents of Boryeong and one of Incheon, with facts, audits and series."""
    plan = make_reading(
        document=make_document(id=PLAN, licence="KOGL-1"),
        paragraphs=(
            "○ 무궁화수목원 보완사업에 총사업비 690억 원을 투입한다.",
            "○ 성주산 자연휴양림 이용객은 2021년 12,400명이다.",
            "○ 청렴도는 2등급이며 만족도는 87.5점 이상을 목표로 한다.",
            "○ 2022년 사업비는 총 8,727억 원(일반 7,789억 원, 특별 938억 원)이다.",
            "○ 위원회 307개(기초 226, 중앙 61)를 둔다.",
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
            {
                "name": "사업비 합계",
                "quote": "총 8,727억 원",
                "value": Decimal(8_727),
                "values": (corpus.FactValue(year=2022, value=Decimal(8_727)),),
                "amount_krw": 872_700_000_000,
                "raw_text": "8,727억 원",
            },
        ),
        audits=({"stated": make_term(fact_id=f"{PLAN}/f0005")}, DISAGREEING),
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
        paragraphs=(
            "○ 지적사항 7건에 대하여 시정을 요구하였다.",
            "○ 2021년 성주산 자연휴양림 이용객은 12,500명이다.",
        ),
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
            {
                "kind": corpus.FactKind.STATISTIC,
                "name": "성주산 자연휴양림 이용객",
                "quote": "이용객은 12,500명",
                "value": Decimal(12_500),
                "values": (corpus.FactValue(year=2021, value=Decimal(12_500)),),
                "unit": "명",
                "amount_krw": None,
                "raw_text": "12,500명",
                "fiscal_year": 2021,
                "period": None,
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
        series=(visitors(), field_budget()),
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

    READS = (
        "documents",
        "sections",
        "passages",
        "facts",
        "audits",
        "series",
        "count",
        "search",
        "text",
    )

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


def reading_by_core(lender: Any) -> Starlette:
    """The room's routes without plans or kept answers: graphql-core reads each record anew."""
    endpoint = graphql_api.EndpointOptions(answers=graphql_api.AnswerOptions(total_bytes=0))
    running = graphql_api.RunningOptions(compiled=None)
    return Starlette(routes=graphql_api.routes(lender, endpoint=endpoint, running=running))


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
