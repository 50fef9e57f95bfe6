"""The small public types that stand alone: kinds, phases, pages, periods, values and doubts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import NewType, overload

import strawberry
from graphql import GraphQLError
from graphql.pyutils import inspect
from strawberry.types.scalar import ScalarDefinition

import corpus
import index

BigInt = NewType("BigInt", int)
"""Whole won: more than the 32 bits of GraphQL's Int."""


def whole_number(value: object) -> int:
    """A whole number of any size; GraphQLError for anything else, a fraction above all."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise GraphQLError(f"BigInt cannot represent what is no whole number: {inspect(value)}")
    return value


BIG_INT = strawberry.scalar(
    name="BigInt",
    description=(
        "32비트를 넘는 정수(원 단위 금액). JSON 숫자로 정확히 쓴다. / "
        "A whole number beyond 32 bits (amounts in won), written exactly as a JSON number."
    ),
    serialize=int,
    parse_value=whole_number,
)


DATE = strawberry.scalar(
    name="Date",
    description="날짜(ISO 8601) / Date, ISO 8601",
    serialize=date.isoformat,
    parse_value=date.fromisoformat,
)

DATE_TIME = strawberry.scalar(
    name="DateTime",
    description="날짜와 시각(ISO 8601) / Date and time, ISO 8601",
    serialize=datetime.isoformat,
    parse_value=datetime.fromisoformat,
)

SCALARS: Mapping[object, ScalarDefinition] = {BigInt: BIG_INT, date: DATE, datetime: DATE_TIME}
"""The scalars of the schema, by the Python type that each stands for."""


@strawberry.enum(description="사실의 종류 / What a fact is about")
class FactKind(Enum):
    """The kinds of fact; each value is the record's own kind."""

    BUDGET = strawberry.enum_value(corpus.FactKind.BUDGET, description="예산 / Budget")
    INDICATOR = strawberry.enum_value(
        corpus.FactKind.INDICATOR, description="성과지표 / Performance indicator"
    )
    PROJECT = strawberry.enum_value(corpus.FactKind.PROJECT, description="사업 / Project")
    STATISTIC = strawberry.enum_value(corpus.FactKind.STATISTIC, description="통계 / Statistic")
    AUDIT = strawberry.enum_value(corpus.FactKind.AUDIT, description="감사 / Audit")
    POLICY = strawberry.enum_value(
        corpus.FactKind.POLICY, description="시책·제도 / Policy or scheme"
    )
    EVALUATION = strawberry.enum_value(
        corpus.FactKind.EVALUATION, description="평가·청렴도 / Evaluation or integrity level"
    )
    EVENT = strawberry.enum_value(corpus.FactKind.EVENT, description="행사·일정 / Event")
    ORGANISATION = strawberry.enum_value(
        corpus.FactKind.ORGANISATION, description="조직·기관 / Organisation"
    )
    CONTACT = strawberry.enum_value(corpus.FactKind.CONTACT, description="연락처 / Contact")
    DIRECTION = strawberry.enum_value(
        corpus.FactKind.DIRECTION, description="추진 방향 / Direction of policy"
    )


@strawberry.enum(
    description="값이 놓인 계획·예산 단계 / Stage of planning or of the budget cycle of a value"
)
class Phase(Enum):
    """The stages of a value; each value is the record's own phase."""

    BASELINE = strawberry.enum_value(corpus.Phase.BASELINE, description="기준치 / Baseline")
    ACTUAL = strawberry.enum_value(corpus.Phase.ACTUAL, description="실적치 / Actual")
    PLANNED = strawberry.enum_value(
        corpus.Phase.PLANNED, description="계획·목표치 / Planned, target"
    )
    PROPOSED = strawberry.enum_value(corpus.Phase.PROPOSED, description="예산안 / Budget proposal")
    APPROVED = strawberry.enum_value(corpus.Phase.APPROVED, description="본예산 / Original budget")
    ADJUSTED = strawberry.enum_value(
        corpus.Phase.ADJUSTED, description="추가경정예산 / Supplementary budget"
    )
    EXECUTED = strawberry.enum_value(
        corpus.Phase.EXECUTED, description="집행액 / Expenditure outturn"
    )


@strawberry.enum(
    description="인쇄된 수치들이 서로 맞아야 하는 관계 / How printed figures must fit together"
)
class ArithmeticRelation(Enum):
    """The relations that are reckoned again; each value is the record's own relation."""

    SUM = strawberry.enum_value(
        corpus.ArithmeticRelation.SUM,
        description="부분을 더하면 합계가 된다 / The parts add up to the total",
    )
    SHARE = strawberry.enum_value(
        corpus.ArithmeticRelation.SHARE,
        description="부분이 전체의 인쇄된 비율이다 / A part is the printed percentage of its whole",
    )
    CHANGE = strawberry.enum_value(
        corpus.ArithmeticRelation.CHANGE,
        description=(
            "나중 값에서 앞 값을 빼면 인쇄된 증감이 된다 / "
            "The later value less the earlier one is the printed change"
        ),
    )


@strawberry.enum(
    description=(
        "인쇄된 수치를 다시 계산한 결과. 모순은 알리되 고치지 않는다. / What reckoning printed "
        "figures again shows; a contradiction is reported, never repaired."
    )
)
class AuditResult(Enum):
    """The results of a reckoning; each value is the record's own result."""

    AGREES = strawberry.enum_value(
        corpus.AuditResult.AGREES, description="일치(반올림 포함) / Agrees, within printed rounding"
    )
    DISAGREES = strawberry.enum_value(
        corpus.AuditResult.DISAGREES, description="불일치 / Disagrees"
    )
    CANNOT_TELL = strawberry.enum_value(
        corpus.AuditResult.CANNOT_TELL, description="판단할 수 없음 / Cannot tell"
    )


@strawberry.type(description="종이 위의 자리 / Where a span stands on paper")
class Page:
    """A page, by the number printed on it and by its place in the file."""

    printed: str | None = strawberry.field(
        description="쪽에 인쇄된 번호 / Number printed on the page"
    )
    physical: int | None = strawberry.field(
        description="1부터 센 실제 쪽 / Sheet of the file, counted from 1"
    )

    @classmethod
    def from_record(cls, record: corpus.Page) -> Page | None:
        """The page of a record; None where the source has no pages."""
        if record.printed is None and record.physical is None:
            return None
        return cls(printed=record.printed, physical=record.physical)


@strawberry.type(
    description="기간(인쇄된 만큼의 ISO 8601) / Span of time, ISO 8601 as precise as printed"
)
class Period:
    """From when to when, as precisely as was printed."""

    start: str | None = strawberry.field(
        description="시작(예: 2021, 2021-06) / Beginning, such as 2021 or 2021-06"
    )
    end: str | None = strawberry.field(description="끝 / End")

    @classmethod
    def from_record(cls, record: corpus.Period | None) -> Period | None:
        """The period of a record; None where none is printed."""
        return None if record is None else cls(start=record.start, end=record.end)


@strawberry.type(description="한 해의 값 / The value of a fact in one year")
class FactValue:
    """One value of a fact's course over the years."""

    year: int | None = strawberry.field(description="연도 / Year")
    value: str | None = strawberry.field(
        description=(
            "정확한 십진수 또는 인쇄된 등급·비율 / Exact decimal, or a grade or ratio as printed"
        )
    )
    number: float | None = strawberry.field(
        description="수로 나타낸 값, 등급이면 null / The value as a number, null for a grade"
    )
    phase: Phase | None = strawberry.field(
        description="값의 단계(실적·계획 등) / Stage of the value, such as actual or planned"
    )

    @classmethod
    def from_record(cls, record: corpus.FactValue) -> FactValue:
        """One value as the API gives it."""
        return cls(
            year=record.year,
            value=exact(record.value),
            number=approximate(record.value),
            phase=None if record.phase is None else Phase[record.phase.name],
        )


@strawberry.type(
    description=(
        "사실에서 확실하지 않은 것. 하나라도 있으면 데이터로 내지 않는다. / "
        "What is not certain of a fact; a fact with any doubt is not published as data"
    )
)
class Doubt:
    """One doubt that a fact's own sentence leaves, in words."""

    code: str = strawberry.field(description="부호(예: year_unsure) / Code, such as year_unsure")
    ko: str = strawberry.field(description="한국어 설명 / What it means, in Korean")
    en: str = strawberry.field(description="영어 설명 / What it means, in English")

    @classmethod
    def from_code(cls, code: str) -> Doubt:
        """The doubt with this code; one that this program does not know says its code."""
        ko, en = corpus.DOUBTS.get(code, (code, code))
        return cls(code=code, ko=ko, en=en)


def fact_publication(doubtful: bool | None) -> index.Publication:
    """Which facts a caller means: those kept back only when they are asked for."""
    return index.Publication.DOUBTFUL if doubtful else index.Publication.PUBLISHED


def record_kinds(kinds: Iterable[FactKind] | None) -> tuple[corpus.FactKind, ...]:
    """The kinds as the records name them; none given means any."""
    return tuple(corpus.FactKind[kind.name] for kind in kinds or ())


def record_phases(phases: Iterable[Phase] | None) -> tuple[corpus.Phase, ...]:
    """The phases as the records name them; none given means any."""
    return tuple(corpus.Phase[phase.name] for phase in phases or ())


def record_results(results: Iterable[AuditResult] | None) -> tuple[corpus.AuditResult, ...]:
    """The results as the records name them; none given means any."""
    return tuple(corpus.AuditResult[result.name] for result in results or ())


@overload
def exact(value: corpus.Value) -> str: ...
@overload
def exact(value: None) -> None: ...
@overload
def exact(value: corpus.Value | None) -> str | None: ...
def exact(value: corpus.Value | None) -> str | None:
    """A figure digit for digit, without an exponent; a grade as it was printed."""
    return format(value, "f") if isinstance(value, Decimal) else value


def approximate(value: corpus.Value | None) -> float | None:
    """A figure as JSON's number, by the dumps' own rule; None for a grade."""
    number = corpus.number(value)
    return None if number is None or isinstance(number, str) else float(number)
