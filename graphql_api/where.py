"""What a list may be narrowed by with and, or and not: `where` and its inputs."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import strawberry

import index
from graphql_api.conditions import (
    ArithmeticRelationCondition,
    AuditResultCondition,
    BigIntCondition,
    DateCondition,
    FactKindCondition,
    IdCondition,
    IntCondition,
    NumberCondition,
    PhaseCondition,
    TextCondition,
)

COLUMN = "column"
"""Under this the metadata of a field says which column of the index it compares."""

RULES = (
    "여러 항목을 함께 쓰면 모두 맞아야 한다. 아무것도 쓰지 않으면 좁히지 않는다. / "
    "Several fields hold together; with none nothing is narrowed."
)
AND = "모두 맞는다 / All of these hold"
OR = (
    "하나라도 맞는다. 빈 목록이면 아무것도 맞지 않는다. / One of these holds; none of an empty list"
)
NOT = "맞지 않는다. 값이 없는 것도 든다. / Does not hold; true of what has no value, too"
MUNICIPALITY = (
    "지방자치단체, 전체 이름·끝 단어·영문 이름(충청남도 보령시, 보령시, Boryeong) / "
    "Local government, by its whole name, its last word or its name in English"
)
DOCUMENT = "문서에 대한 조건 / What holds of the document"


def _part(name: str, description: str) -> Any:  # noqa: ANN401 (Strawberry's field)
    return strawberry.field(name=name, default=strawberry.UNSET, description=description)


def _by(column: index.Column, description: str) -> Any:  # noqa: ANN401 (Strawberry's field)
    return strawberry.field(
        default=strawberry.UNSET, description=description, metadata={COLUMN: column}
    )


@strawberry.input(description=f"문서를 좁히는 조건. {RULES}")
class DocumentWhere:
    """Which documents."""

    and_: list[DocumentWhere] | None = _part("and", AND)
    or_: list[DocumentWhere] | None = _part("or", OR)
    not_: DocumentWhere | None = _part("not", NOT)
    id: IdCondition | None = _by(index.Column.ID, "식별자 / Identifier")
    title: TextCondition | None = _by(index.Column.TITLE, "제목 / Title")
    municipality: TextCondition | None = _by(index.Column.MUNICIPALITY, MUNICIPALITY)
    publisher: TextCondition | None = _by(index.Column.PUBLISHER, "발행처 / Publisher")
    document_type: TextCondition | None = _by(
        index.Column.DOCUMENT_TYPE, "문서 종류(예: plan) / Type of document, such as plan"
    )
    fiscal_year: IntCondition | None = _by(
        index.Column.FISCAL_YEAR, "다루는 회계연도 하나 / One of its fiscal years"
    )
    published_on: DateCondition | None = _by(
        index.Column.PUBLISHED_ON, "발행일 / Date of publication"
    )
    licence: TextCondition | None = _by(
        index.Column.LICENCE, "공공누리 유형 또는 unknown / KOGL type or unknown"
    )
    language: TextCondition | None = _by(index.Column.LANGUAGE, "언어 / Language")
    is_digest: bool | None = _by(index.Column.IS_DIGEST, "요약본인가 / Whether it is a digest")
    supersedes: IdCondition | None = _by(
        index.Column.SUPERSEDES, "대체한 문서의 식별자 / Id of the document it supersedes"
    )


@strawberry.input(description=f"구간을 좁히는 조건. {RULES}")
class SectionWhere:
    """Which sections."""

    and_: list[SectionWhere] | None = _part("and", AND)
    or_: list[SectionWhere] | None = _part("or", OR)
    not_: SectionWhere | None = _part("not", NOT)
    id: IdCondition | None = _by(index.Column.ID, "식별자 / Identifier")
    document: DocumentWhere | None = _part("document", DOCUMENT)


@strawberry.input(description=f"구절을 좁히는 조건. {RULES}")
class PassageWhere:
    """Which passages."""

    and_: list[PassageWhere] | None = _part("and", AND)
    or_: list[PassageWhere] | None = _part("or", OR)
    not_: PassageWhere | None = _part("not", NOT)
    id: IdCondition | None = _by(index.Column.ID, "식별자 / Identifier")
    section: IdCondition | None = _by(index.Column.SECTION_ID, "구간의 식별자 / Id of the section")
    document: DocumentWhere | None = _part("document", DOCUMENT)


@strawberry.input(description=f"사실을 좁히는 조건. {RULES}")
class FactWhere:
    """Which facts."""

    and_: list[FactWhere] | None = _part("and", AND)
    or_: list[FactWhere] | None = _part("or", OR)
    not_: FactWhere | None = _part("not", NOT)
    id: IdCondition | None = _by(index.Column.ID, "식별자 / Identifier")
    kind: FactKindCondition | None = _by(index.Column.KIND, "종류 / Kind")
    name: TextCondition | None = _by(index.Column.NAME, "이름 / Name")
    municipality: TextCondition | None = _by(index.Column.MUNICIPALITY, MUNICIPALITY)
    fiscal_year: IntCondition | None = _by(index.Column.FISCAL_YEAR, "회계연도 / Fiscal year")
    year: IntCondition | None = _by(
        index.Column.YEAR, "회계연도 또는 값 하나의 연도 / Fiscal year, or the year of one value"
    )
    phase: PhaseCondition | None = _by(index.Column.PHASE, "값 하나의 단계 / Stage of one value")
    unit: TextCondition | None = _by(index.Column.UNIT, "단위 / Unit")
    number: NumberCondition | None = _by(
        index.Column.NUMBER, "수로 나타낸 대표값 / Headline value as a number"
    )
    grade: TextCondition | None = _by(
        index.Column.VALUE, "인쇄된 그대로의 등급·비율·말 / Grade, ratio or words as printed"
    )
    amount_krw: BigIntCondition | None = _by(index.Column.AMOUNT_KRW, "금액(원) / Amount in won")
    begins: DateCondition | None = _by(
        index.Column.BEGINS, "기간이 시작하는 때 / Beginning of the period"
    )
    due: DateCondition | None = _by(index.Column.DUE, "기간이 끝나는 때 / End of the period")
    organisation: TextCondition | None = _by(
        index.Column.ORGANISATION, "소관부서 또는 기관 / Responsible department or body"
    )
    account: TextCondition | None = _by(
        index.Column.ACCOUNT, "회계(예: general_account 일반회계) / Account, by its code name"
    )
    funding_source: TextCondition | None = _by(
        index.Column.FUNDING_SOURCE, "재원(예: national 국비) / Source of funds, by its code name"
    )
    comparator: TextCondition | None = _by(
        index.Column.COMPARATOR, "기준값의 방향(예: at_least 이상) / Direction of a threshold"
    )
    flag: TextCondition | None = _by(
        index.Column.FLAG,
        "주의 표시 하나(예: integrity 청렴) / One of its flags, such as integrity",
    )
    section: IdCondition | None = _by(index.Column.SECTION_ID, "구간의 식별자 / Id of the section")
    passage: IdCondition | None = _by(index.Column.PASSAGE_ID, "구절의 식별자 / Id of the passage")
    document: DocumentWhere | None = _part("document", DOCUMENT)


@strawberry.input(description=f"검산을 좁히는 조건. {RULES}")
class ArithmeticAuditWhere:
    """Which arithmetic audits."""

    and_: list[ArithmeticAuditWhere] | None = _part("and", AND)
    or_: list[ArithmeticAuditWhere] | None = _part("or", OR)
    not_: ArithmeticAuditWhere | None = _part("not", NOT)
    id: IdCondition | None = _by(index.Column.ID, "식별자 / Identifier")
    name: TextCondition | None = _by(index.Column.NAME, "이름 / Name")
    municipality: TextCondition | None = _by(index.Column.MUNICIPALITY, MUNICIPALITY)
    fiscal_year: IntCondition | None = _by(index.Column.FISCAL_YEAR, "회계연도 / Fiscal year")
    unit: TextCondition | None = _by(index.Column.UNIT, "검산한 단위 / Unit of the reckoning")
    relation: ArithmeticRelationCondition | None = _by(
        index.Column.RELATION, "수치들의 관계 / How the figures fit together"
    )
    result: AuditResultCondition | None = _by(index.Column.RESULT, "검산 결과 / Result")
    reason: TextCondition | None = _by(
        index.Column.REASON, "까닭의 부호(예: differs) / Code of the reason, such as differs"
    )
    section: IdCondition | None = _by(index.Column.SECTION_ID, "구간의 식별자 / Id of the section")
    passage: IdCondition | None = _by(index.Column.PASSAGE_ID, "구절의 식별자 / Id of the passage")
    document: DocumentWhere | None = _part("document", DOCUMENT)


@strawberry.input(description=f"시계열을 좁히는 조건. {RULES}")
class SeriesWhere:
    """Which series."""

    and_: list[SeriesWhere] | None = _part("and", AND)
    or_: list[SeriesWhere] | None = _part("or", OR)
    not_: SeriesWhere | None = _part("not", NOT)
    id: IdCondition | None = _by(index.Column.ID, "식별자 / Identifier")
    name: TextCondition | None = _by(index.Column.NAME, "이름 / Name")
    municipality: TextCondition | None = _by(index.Column.MUNICIPALITY, MUNICIPALITY)
    kind: FactKindCondition | None = _by(index.Column.KIND, "사실의 종류 / Kind of its facts")
    unit: TextCondition | None = _by(index.Column.UNIT, "단위 / Unit")
    year: IntCondition | None = _by(index.Column.YEAR, "값 하나의 연도 / Year of one of its values")
    has_conflicts: bool | None = _by(
        index.Column.HAS_CONFLICTS,
        "문서마다 값이 다른 연도가 있는가 / Whether documents print different values for a year",
    )
    document: DocumentWhere | None = _part(
        "document", "값을 말하는 문서 하나에 대한 조건 / What holds of a document that states it"
    )


WHERES: Mapping[str, type] = MappingProxyType(
    {
        "documents": DocumentWhere,
        "sections": SectionWhere,
        "passages": PassageWhere,
        "facts": FactWhere,
        "arithmetic_audits": ArithmeticAuditWhere,
        "series": SeriesWhere,
    }
)
"""Table -> the input that narrows it."""
