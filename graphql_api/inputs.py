"""What a list may be narrowed by."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

import strawberry

import index
from graphql_api.errors import ArgumentError
from graphql_api.loaders import Records
from graphql_api.values import (
    AuditResult,
    BigInt,
    FactKind,
    Phase,
    fact_publication,
    record_kinds,
    record_phases,
    record_results,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FilterOptions:
    """What a condition may be; no name is as long as `longest_name`, and longer ones cost time."""

    longest_name: int = 200


FILTER = FilterOptions()
NARROWING = "빈 목록은 좁히지 않는다. / An empty list does not narrow."
PLACES = (
    "지방자치단체 이름, 전체 또는 끝 단어(충청남도 보령시, 보령시) / "
    "Names of local governments, whole or the last word"
)
NAME_PART = "이름에 들어 있는 글 / Words that the name contains"
DOCUMENT_IDS = "문서 식별자 / Ids of documents"
DOUBTFUL = (
    "참이면 확실하지 않아 데이터로 내지 않은 사실만, 아니면 낸 사실만 / "
    "True for only the facts that a doubt keeps back; otherwise only those that are published"
)

Kinds = Annotated[
    list[FactKind] | None,
    strawberry.argument(
        description=(
            "사실의 종류. 빈 목록은 좁히지 않는다. / Kinds of fact; an empty list does not narrow"
        )
    ),
]

Results = Annotated[
    list[AuditResult] | None,
    strawberry.argument(
        description=("검산 결과. 빈 목록은 좁히지 않는다. / Results; an empty list does not narrow")
    ),
]

Doubtful = Annotated[bool | None, strawberry.argument(description=DOUBTFUL)]


def name_part(text: str | None) -> str | None:
    """What a name has to contain; None when nothing is asked, ArgumentError when it is too long."""
    part = (text or "").strip()
    if len(part) > FILTER.longest_name:
        raise ArgumentError(
            "invalid_name_part",
            f"nameContains는 {FILTER.longest_name}자까지 쓸 수 있습니다.",
            f"nameContains may have up to {FILTER.longest_name} characters.",
        )
    return part or None


def given(amount: BigInt | None) -> int | None:
    """An amount that was given, zero too; None where it was left out."""
    return None if amount is None or amount is strawberry.UNSET else amount


def facts_request(kinds: Iterable[FactKind] | None, doubtful: bool | None) -> index.RecordRequest:
    """The facts of these kinds that are published, or that a doubt keeps back."""
    return index.RecordRequest(kinds=record_kinds(kinds), publication=fact_publication(doubtful))


@strawberry.input(description=f"문서를 좁히는 조건. {NARROWING}")
class DocumentFilter:
    """Which documents."""

    ids: list[strawberry.ID] | None = strawberry.field(
        default=strawberry.UNSET, description=DOCUMENT_IDS
    )
    municipalities: list[str] | None = strawberry.field(
        default=strawberry.UNSET, description=PLACES
    )
    document_types: list[str] | None = strawberry.field(
        default=strawberry.UNSET,
        description="문서 종류(예: plan, fiscal_plan) / Types, such as plan",
    )

    def request(self, records: Records) -> index.RecordRequest:
        """The same conditions as the index takes them."""
        return index.RecordRequest(
            ids=tuple(self.ids or ()),
            municipalities=records.municipality_names(self.municipalities or ()),
            document_types=tuple(self.document_types or ()),
        )


@strawberry.input(description=f"구간을 좁히는 조건. {NARROWING}")
class SectionFilter:
    """Which sections."""

    ids: list[strawberry.ID] | None = strawberry.field(
        default=strawberry.UNSET, description="구간 식별자 / Ids of sections"
    )
    documents: list[strawberry.ID] | None = strawberry.field(
        default=strawberry.UNSET, description=DOCUMENT_IDS
    )

    def request(self) -> index.RecordRequest:
        """The same conditions as the index takes them."""
        return index.RecordRequest(
            ids=tuple(self.ids or ()), document_ids=tuple(self.documents or ())
        )


@strawberry.input(description=f"구절을 좁히는 조건. {NARROWING}")
class PassageFilter:
    """Which passages."""

    ids: list[strawberry.ID] | None = strawberry.field(
        default=strawberry.UNSET, description="구절 식별자 / Ids of passages"
    )
    documents: list[strawberry.ID] | None = strawberry.field(
        default=strawberry.UNSET, description=DOCUMENT_IDS
    )
    sections: list[strawberry.ID] | None = strawberry.field(
        default=strawberry.UNSET, description="구간 식별자 / Ids of sections"
    )

    def request(self) -> index.RecordRequest:
        """The same conditions as the index takes them."""
        return index.RecordRequest(
            ids=tuple(self.ids or ()),
            document_ids=tuple(self.documents or ()),
            section_ids=tuple(self.sections or ()),
        )


@strawberry.input(description=f"사실을 좁히는 조건. {NARROWING}")
class FactFilter:
    """Which facts, whatever their kind."""

    ids: list[strawberry.ID] | None = strawberry.field(
        default=strawberry.UNSET, description="사실 식별자 / Ids of facts"
    )
    municipalities: list[str] | None = strawberry.field(
        default=strawberry.UNSET, description=PLACES
    )
    years: list[int] | None = strawberry.field(
        default=strawberry.UNSET,
        description="회계연도 또는 값의 연도 / Fiscal year, or the year of any value",
    )
    name_contains: str | None = strawberry.field(default=strawberry.UNSET, description=NAME_PART)
    documents: list[strawberry.ID] | None = strawberry.field(
        default=strawberry.UNSET, description=DOCUMENT_IDS
    )
    sections: list[strawberry.ID] | None = strawberry.field(
        default=strawberry.UNSET, description="구간 식별자 / Ids of sections"
    )
    passages: list[strawberry.ID] | None = strawberry.field(
        default=strawberry.UNSET, description="구절 식별자 / Ids of passages"
    )
    organisations: list[str] | None = strawberry.field(
        default=strawberry.UNSET,
        description="부서·기관 이름 전체 / Whole names of departments or bodies",
    )
    grades: list[str] | None = strawberry.field(
        default=strawberry.UNSET,
        description="수가 아닌 값 그대로(예: 가등급) / Values that are no number, such as 가등급",
    )
    phases: list[Phase] | None = strawberry.field(
        default=strawberry.UNSET, description="어느 값의 단계 / Stages of any value"
    )
    due_years: list[int] | None = strawberry.field(
        default=strawberry.UNSET, description="기간이 끝나는 해 / Years in which a period ends"
    )
    amount_at_least: BigInt | None = strawberry.field(
        default=strawberry.UNSET, description="금액이 이 원 이상 / Amount in won at least this"
    )
    amount_at_most: BigInt | None = strawberry.field(
        default=strawberry.UNSET, description="금액이 이 원 이하 / Amount in won at most this"
    )
    doubtful: bool | None = strawberry.field(default=strawberry.UNSET, description=DOUBTFUL)

    def request(self, records: Records) -> index.RecordRequest:
        """The same conditions as the index takes them."""
        return index.RecordRequest(
            ids=tuple(self.ids or ()),
            document_ids=tuple(self.documents or ()),
            section_ids=tuple(self.sections or ()),
            passage_ids=tuple(self.passages or ()),
            municipalities=records.municipality_names(self.municipalities or ()),
            years=tuple(self.years or ()),
            organisations=tuple(self.organisations or ()),
            grades=tuple(self.grades or ()),
            phases=record_phases(self.phases),
            due_years=tuple(self.due_years or ()),
            amount_at_least=given(self.amount_at_least),
            amount_at_most=given(self.amount_at_most),
            name_contains=name_part(self.name_contains),
            publication=fact_publication(self.doubtful),
        )


@strawberry.input(description=f"검산을 좁히는 조건. {NARROWING}")
class ArithmeticAuditFilter:
    """Which arithmetic audits."""

    ids: list[strawberry.ID] | None = strawberry.field(
        default=strawberry.UNSET, description="검산 식별자 / Ids of arithmetic audits"
    )
    municipalities: list[str] | None = strawberry.field(
        default=strawberry.UNSET, description=PLACES
    )
    results: list[AuditResult] | None = strawberry.field(
        default=strawberry.UNSET, description="검산 결과 / Results"
    )
    years: list[int] | None = strawberry.field(
        default=strawberry.UNSET, description="회계연도 / Fiscal years"
    )
    name_contains: str | None = strawberry.field(default=strawberry.UNSET, description=NAME_PART)
    documents: list[strawberry.ID] | None = strawberry.field(
        default=strawberry.UNSET, description=DOCUMENT_IDS
    )
    facts: list[strawberry.ID] | None = strawberry.field(
        default=strawberry.UNSET,
        description="이 사실이 수치로 든 것 / Ids of facts that are a figure of it",
    )

    def request(self, records: Records) -> index.RecordRequest:
        """The same conditions as the index takes them."""
        return index.RecordRequest(
            ids=tuple(self.ids or ()),
            document_ids=tuple(self.documents or ()),
            fact_ids=tuple(self.facts or ()),
            municipalities=records.municipality_names(self.municipalities or ()),
            audit_results=record_results(self.results),
            years=tuple(self.years or ()),
            name_contains=name_part(self.name_contains),
        )


@strawberry.input(description=f"시계열을 좁히는 조건. {NARROWING}")
class SeriesFilter:
    """Which series."""

    ids: list[strawberry.ID] | None = strawberry.field(
        default=strawberry.UNSET, description="시계열 식별자 / Ids of series"
    )
    municipalities: list[str] | None = strawberry.field(
        default=strawberry.UNSET, description=PLACES
    )
    kinds: list[FactKind] | None = strawberry.field(
        default=strawberry.UNSET, description="사실의 종류 / Kinds of its facts"
    )
    years: list[int] | None = strawberry.field(
        default=strawberry.UNSET, description="값이 있는 연도 / Years that it has a value of"
    )
    name_contains: str | None = strawberry.field(default=strawberry.UNSET, description=NAME_PART)
    documents: list[strawberry.ID] | None = strawberry.field(
        default=strawberry.UNSET, description=DOCUMENT_IDS
    )
    facts: list[strawberry.ID] | None = strawberry.field(
        default=strawberry.UNSET,
        description="이 사실이 값으로 든 것 / Ids of facts that give a value of it",
    )

    def request(self, records: Records) -> index.RecordRequest:
        """The same conditions as the index takes them."""
        return index.RecordRequest(
            ids=tuple(self.ids or ()),
            document_ids=tuple(self.documents or ()),
            fact_ids=tuple(self.facts or ()),
            municipalities=records.municipality_names(self.municipalities or ()),
            kinds=record_kinds(self.kinds),
            years=tuple(self.years or ()),
            name_contains=name_part(self.name_contains),
            publication=index.Publication.PUBLISHED,
        )
