"""The kinds of fact as types of their own: what all facts have, and what only this kind has."""

from __future__ import annotations

from typing import ClassVar

import strawberry

import corpus
from graphql_api.types import Fact
from graphql_api.values import FactValue, exact

INTEGRITY = "integrity"
"""The flag of a fact that is about integrity (청렴)."""
ABOUT_INTEGRITY = "청렴에 관한 것인가 / Whether it is about integrity"
BEGINS = "시작하는 때(인쇄된 만큼의 ISO 8601) / When it begins, ISO 8601 as precise as printed"
ENDS = "끝나는 때(인쇄된 만큼의 ISO 8601) / When it ends, ISO 8601 as precise as printed"


@strawberry.type(description="재정 용어 / A fiscal term")
class Term:
    """A code name of the glossary with what it is called."""

    code: str = strawberry.field(description="부호(예: general_account) / Code name")
    ko: str = strawberry.field(description="한국어 용어(예: 일반회계) / The Korean term")
    en: str = strawberry.field(description="영어 용어 / The English term")

    @classmethod
    def from_code(cls, code: str | None) -> Term | None:
        """The term of a code name, the first where several share it; None for none."""
        if code is None:
            return None
        found = next((one for one in corpus.terms() if one.code == code), None)
        return cls(
            code=code, ko=found.korean if found else code, en=found.english if found else code
        )


@strawberry.type(
    description="성과지표의 한 해: 기준치·목표치·실적치 / A year of an indicator: its figures"
)
class IndicatorYear:
    """What a document says of one year of an indicator, by stage; null where it says nothing."""

    year: int | None = strawberry.field(description="연도 / Year")
    baseline: FactValue | None = strawberry.field(description="기준치 / Baseline")
    target: FactValue | None = strawberry.field(description="목표치 / Target")
    actual: FactValue | None = strawberry.field(description="실적치 / Actual")
    unstaged: FactValue | None = strawberry.field(
        description="단계가 적히지 않은 값 / A value whose stage is not printed"
    )


STAGES = {
    corpus.Phase.BASELINE: "baseline",
    corpus.Phase.PLANNED: "target",
    corpus.Phase.ACTUAL: "actual",
    None: "unstaged",
}
"""Where a value stands in a year; the stages of a budget do not occur in indicators."""


def trajectory(record: corpus.Fact) -> list[IndicatorYear]:
    """The years of a fact in the order of the document, the first value of each stage."""
    years: dict[int | None, dict[str, FactValue]] = {}
    for one in record.values:
        stage = STAGES.get(one.phase, "unstaged")
        years.setdefault(one.year, {}).setdefault(stage, FactValue.from_record(one))
    return [
        IndicatorYear(year=year, **{stage: found.get(stage) for stage in STAGES.values()})
        for year, found in years.items()
    ]


@strawberry.type(description="예산: 금액과 회계, 재원 / A budget: amount, account, source of funds")
class Budget(Fact):
    """An amount that is planned, approved or spent."""

    KIND: ClassVar[corpus.FactKind] = corpus.FactKind.BUDGET

    @strawberry.field(
        description="회계의 이름(일반회계, 특별회계, 기금) / The account, by its names"
    )
    def account_term(self) -> Term | None:
        """The account as a term."""
        return Term.from_code(self.record.account)

    @strawberry.field(
        description="재원의 이름(국비, 도비, 시비) / The source of funds, by its names"
    )
    def funding_source_term(self) -> Term | None:
        """The source of funds as a term."""
        return Term.from_code(self.record.funding_source)

    @strawberry.field(
        description=(
            "기준 금액인가(예: 20억 원 이상). 쓴 돈이 아니다. / "
            "Whether the amount is a threshold, such as 20억 원 이상, and no money spent"
        )
    )
    def is_threshold(self) -> bool:
        """Whether the amount only bounds others."""
        return self.record.comparator is not None


@strawberry.type(
    description="성과지표: 해마다의 목표치와 실적치 / A performance indicator: targets and actuals"
)
class Indicator(Fact):
    """A figure that a plan is measured by."""

    KIND: ClassVar[corpus.FactKind] = corpus.FactKind.INDICATOR

    @strawberry.field(
        description=(
            "해마다의 기준치·목표치·실적치, 단계마다 첫 값(모든 값은 values) / "
            "Baseline, target and actual of each year, the first of each; values has them all"
        )
    )
    def trajectory(self) -> list[IndicatorYear]:
        """The course of the indicator in this document."""
        return trajectory(self.record)


@strawberry.type(description="사업: 기간과 소관부서 / A project: period and responsible department")
class Project(Fact):
    """Something that a government sets out to do."""

    KIND: ClassVar[corpus.FactKind] = corpus.FactKind.PROJECT

    @strawberry.field(description=BEGINS)
    def begins(self) -> str | None:
        """The beginning of its period."""
        return self.record.period.start if self.record.period else None

    @strawberry.field(description=ENDS)
    def due(self) -> str | None:
        """The end of its period."""
        return self.record.period.end if self.record.period else None


@strawberry.type(description="통계 / A statistic")
class Statistic(Fact):
    """A figure that describes."""

    KIND: ClassVar[corpus.FactKind] = corpus.FactKind.STATISTIC


@strawberry.type(description="감사 / An audit")
class Audit(Fact):
    """What was audited, or found in an audit; reckonings of printed sums are another type."""

    KIND: ClassVar[corpus.FactKind] = corpus.FactKind.AUDIT

    @strawberry.field(description=ABOUT_INTEGRITY)
    def is_about_integrity(self) -> bool:
        """Whether the document says it of integrity."""
        return INTEGRITY in self.record.flags


@strawberry.type(description="시책·제도 / A policy or scheme")
class Policy(Fact):
    """What a government does or prescribes, without a figure."""

    KIND: ClassVar[corpus.FactKind] = corpus.FactKind.POLICY

    @strawberry.field(description=ABOUT_INTEGRITY)
    def is_about_integrity(self) -> bool:
        """Whether the document says it of integrity."""
        return INTEGRITY in self.record.flags


@strawberry.type(
    description="평가·청렴도: 등급이나 점수 / An evaluation or integrity level: grade or score"
)
class Evaluation(Fact):
    """How a government was judged."""

    KIND: ClassVar[corpus.FactKind] = corpus.FactKind.EVALUATION

    @strawberry.field(
        description="등급(예: 가등급, 2등급), 점수면 null / Grade as printed, null for a score"
    )
    def grade(self) -> str | None:
        """The headline value where it is no number."""
        return self.record.value if isinstance(self.record.value, str) else None

    @strawberry.field(
        description="점수(정확한 십진수), 등급이면 null / Score, an exact decimal, null for a grade"
    )
    def score(self) -> str | None:
        """The headline value where it is a number."""
        return None if isinstance(self.record.value, str) else exact(self.record.value)

    @strawberry.field(description=ABOUT_INTEGRITY)
    def is_about_integrity(self) -> bool:
        """Whether it judges integrity."""
        return INTEGRITY in self.record.flags


@strawberry.type(description="행사·일정 / An event")
class Event(Fact):
    """Something with a time."""

    KIND: ClassVar[corpus.FactKind] = corpus.FactKind.EVENT

    @strawberry.field(description=BEGINS)
    def begins(self) -> str | None:
        """The beginning of its period."""
        return self.record.period.start if self.record.period else None

    @strawberry.field(description=ENDS)
    def ends(self) -> str | None:
        """The end of its period."""
        return self.record.period.end if self.record.period else None


@strawberry.type(description="조직·기관 / An organisation")
class Organisation(Fact):
    """A body, or who holds a role in it."""

    KIND: ClassVar[corpus.FactKind] = corpus.FactKind.ORGANISATION

    @strawberry.field(
        description="직위에 있는 사람, 적힌 그대로 / Who holds the role, as printed; null for none"
    )
    def role_holder(self) -> str | None:
        """The person named, where the fact names one."""
        value = self.record.value
        return value if "role_holder" in self.record.flags and isinstance(value, str) else None


@strawberry.type(description="연락처 / A contact")
class Contact(Fact):
    """How to reach somebody."""

    KIND: ClassVar[corpus.FactKind] = corpus.FactKind.CONTACT

    @strawberry.field(description="전화번호나 주소, 적힌 그대로 / Number or address as printed")
    def address(self) -> str:
        """The number or address."""
        return self.record.raw_text


@strawberry.type(description="추진 방향 / A direction of policy")
class Direction(Fact):
    """Where a government says that it is going."""

    KIND: ClassVar[corpus.FactKind] = corpus.FactKind.DIRECTION

    @strawberry.field(description=ABOUT_INTEGRITY)
    def is_about_integrity(self) -> bool:
        """Whether the document says it of integrity."""
        return INTEGRITY in self.record.flags


KINDS: tuple[type[Fact], ...] = (
    Audit,
    Budget,
    Contact,
    Direction,
    Evaluation,
    Event,
    Indicator,
    Organisation,
    Policy,
    Project,
    Statistic,
)
"""Every kind; each is its own type in the schema."""
