"""What one value can be compared with: the conditions that `where` is made of."""

from __future__ import annotations

import strawberry

from graphql_api.values import ArithmeticRelation, AuditResult, BigInt, FactKind, Phase

EQ = "이것과 같다 / Equals this"
IN = "이 가운데 하나와 같다. 빈 목록이면 없다. / Equals one of these; none of an empty list"
LT, LTE = "이것보다 작다 / Less than this", "이것 이하 / This or less"
GT, GTE = "이것보다 크다 / More than this", "이것 이상 / This or more"
EXISTS = "값이 있는가 / Whether there is a value at all"
TOGETHER = "여럿을 쓰면 모두 맞아야 한다. / Several hold together."


@strawberry.input(description=f"글에 대한 조건. {TOGETHER}")
class TextCondition:
    """How a text is compared."""

    eq: str | None = strawberry.field(default=strawberry.UNSET, description=EQ)
    in_: list[str] | None = strawberry.field(name="in", default=strawberry.UNSET, description=IN)
    contains: str | None = strawberry.field(
        default=strawberry.UNSET,
        description=(
            "이 글이 들어 있다. 영문 대소문자와, 이름에서는 빈칸을 가리지 않는다. / Contains this, "
            "whatever the case of Latin letters and, in names, whatever the blanks"
        ),
    )
    starts_with: str | None = strawberry.field(
        default=strawberry.UNSET,
        description="이 글로 시작한다, 글자 그대로 / Begins with exactly this",
    )
    exists: bool | None = strawberry.field(default=strawberry.UNSET, description=EXISTS)


@strawberry.input(description=f"식별자에 대한 조건. {TOGETHER}")
class IdCondition:
    """How an id is compared."""

    eq: strawberry.ID | None = strawberry.field(default=strawberry.UNSET, description=EQ)
    in_: list[strawberry.ID] | None = strawberry.field(
        name="in", default=strawberry.UNSET, description=IN
    )
    exists: bool | None = strawberry.field(default=strawberry.UNSET, description=EXISTS)


@strawberry.input(description=f"정수에 대한 조건. {TOGETHER}")
class IntCondition:
    """How a whole number is compared."""

    eq: int | None = strawberry.field(default=strawberry.UNSET, description=EQ)
    in_: list[int] | None = strawberry.field(name="in", default=strawberry.UNSET, description=IN)
    lt: int | None = strawberry.field(default=strawberry.UNSET, description=LT)
    lte: int | None = strawberry.field(default=strawberry.UNSET, description=LTE)
    gt: int | None = strawberry.field(default=strawberry.UNSET, description=GT)
    gte: int | None = strawberry.field(default=strawberry.UNSET, description=GTE)
    exists: bool | None = strawberry.field(default=strawberry.UNSET, description=EXISTS)


@strawberry.input(description=f"큰 정수(원 단위 금액)에 대한 조건. {TOGETHER}")
class BigIntCondition:
    """How an amount is compared."""

    eq: BigInt | None = strawberry.field(default=strawberry.UNSET, description=EQ)
    in_: list[BigInt] | None = strawberry.field(name="in", default=strawberry.UNSET, description=IN)
    lt: BigInt | None = strawberry.field(default=strawberry.UNSET, description=LT)
    lte: BigInt | None = strawberry.field(default=strawberry.UNSET, description=LTE)
    gt: BigInt | None = strawberry.field(default=strawberry.UNSET, description=GT)
    gte: BigInt | None = strawberry.field(default=strawberry.UNSET, description=GTE)
    exists: bool | None = strawberry.field(default=strawberry.UNSET, description=EXISTS)


@strawberry.input(description=f"수에 대한 조건. {TOGETHER}")
class NumberCondition:
    """How a number is compared."""

    eq: float | None = strawberry.field(default=strawberry.UNSET, description=EQ)
    in_: list[float] | None = strawberry.field(name="in", default=strawberry.UNSET, description=IN)
    lt: float | None = strawberry.field(default=strawberry.UNSET, description=LT)
    lte: float | None = strawberry.field(default=strawberry.UNSET, description=LTE)
    gt: float | None = strawberry.field(default=strawberry.UNSET, description=GT)
    gte: float | None = strawberry.field(default=strawberry.UNSET, description=GTE)
    exists: bool | None = strawberry.field(default=strawberry.UNSET, description=EXISTS)


@strawberry.input(
    description=(
        "날짜에 대한 조건. 2030, 2030-06, 2030-06-30처럼 쓰고, 2030은 2030-06과 같다고 본다. "
        f"{TOGETHER} A date is written 2030, 2030-06 or 2030-06-30, and 2030 equals 2030-06."
    )
)
class DateCondition:
    """How a date of any precision is compared."""

    eq: str | None = strawberry.field(default=strawberry.UNSET, description=EQ)
    in_: list[str] | None = strawberry.field(name="in", default=strawberry.UNSET, description=IN)
    lt: str | None = strawberry.field(
        default=strawberry.UNSET, description="이보다 앞 / Before this begins"
    )
    lte: str | None = strawberry.field(
        default=strawberry.UNSET, description="이때까지 / Up to the end of this"
    )
    gt: str | None = strawberry.field(
        default=strawberry.UNSET, description="이보다 뒤 / After this ends"
    )
    gte: str | None = strawberry.field(
        default=strawberry.UNSET, description="이때부터 / From the beginning of this"
    )
    exists: bool | None = strawberry.field(default=strawberry.UNSET, description=EXISTS)


@strawberry.input(description=f"사실의 종류에 대한 조건. {TOGETHER}")
class FactKindCondition:
    """How a kind of fact is compared."""

    eq: FactKind | None = strawberry.field(default=strawberry.UNSET, description=EQ)
    in_: list[FactKind] | None = strawberry.field(
        name="in", default=strawberry.UNSET, description=IN
    )


@strawberry.input(description=f"값의 단계에 대한 조건. {TOGETHER}")
class PhaseCondition:
    """How the stage of a value is compared."""

    eq: Phase | None = strawberry.field(default=strawberry.UNSET, description=EQ)
    in_: list[Phase] | None = strawberry.field(name="in", default=strawberry.UNSET, description=IN)
    exists: bool | None = strawberry.field(default=strawberry.UNSET, description=EXISTS)


@strawberry.input(description=f"검산 관계에 대한 조건. {TOGETHER}")
class ArithmeticRelationCondition:
    """How the relation of an arithmetic audit is compared."""

    eq: ArithmeticRelation | None = strawberry.field(default=strawberry.UNSET, description=EQ)
    in_: list[ArithmeticRelation] | None = strawberry.field(
        name="in", default=strawberry.UNSET, description=IN
    )


@strawberry.input(description=f"검산 결과에 대한 조건. {TOGETHER}")
class AuditResultCondition:
    """How the result of an arithmetic audit is compared."""

    eq: AuditResult | None = strawberry.field(default=strawberry.UNSET, description=EQ)
    in_: list[AuditResult] | None = strawberry.field(
        name="in", default=strawberry.UNSET, description=IN
    )
