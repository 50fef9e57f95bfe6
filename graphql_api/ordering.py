"""In which order a list may be asked for; ties are broken by id, what has no value comes last."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType
from typing import Any

import strawberry

import corpus
import index

NULLS_LAST = "값이 없는 것은 어느 쪽이든 끝에 온다. / What has no value comes last either way."


@strawberry.enum(description="정렬 방향 / Direction of an order")
class OrderDirection(Enum):
    """Which way."""

    ASC = strawberry.enum_value("asc", description="작은 것, 이른 것부터 / Ascending")
    DESC = strawberry.enum_value("desc", description="큰 것, 늦은 것부터 / Descending")


@strawberry.enum(description="문서를 정렬할 기준 / What documents are sorted by")
class DocumentOrderField(Enum):
    """The orders of documents."""

    TITLE = strawberry.enum_value(index.SortColumn.TITLE, description="제목 / Title")
    PUBLISHED_ON = strawberry.enum_value(
        index.SortColumn.PUBLISHED_ON, description="발행일 / Date of publication"
    )


@strawberry.enum(description="사실을 정렬할 기준 / What facts are sorted by")
class FactOrderField(Enum):
    """The orders of facts."""

    NAME = strawberry.enum_value(index.SortColumn.NAME, description="이름 / Name")
    FISCAL_YEAR = strawberry.enum_value(
        index.SortColumn.FISCAL_YEAR, description="회계연도 / Fiscal year"
    )
    AMOUNT_KRW = strawberry.enum_value(
        index.SortColumn.AMOUNT_KRW, description="금액(원) / Amount in won"
    )
    DUE = strawberry.enum_value(
        index.SortColumn.DUE, description="기간이 끝나는 때 / End of the period"
    )


@strawberry.enum(description="검산을 정렬할 기준 / What arithmetic audits are sorted by")
class ArithmeticAuditOrderField(Enum):
    """The orders of arithmetic audits."""

    NAME = strawberry.enum_value(index.SortColumn.NAME, description="이름 / Name")
    FISCAL_YEAR = strawberry.enum_value(
        index.SortColumn.FISCAL_YEAR, description="회계연도 / Fiscal year"
    )


@strawberry.enum(description="시계열을 정렬할 기준 / What series are sorted by")
class SeriesOrderField(Enum):
    """The orders of series."""

    NAME = strawberry.enum_value(index.SortColumn.NAME, description="이름 / Name")


def _direction() -> Any:  # noqa: ANN401 (Strawberry's field)
    return strawberry.field(
        default=OrderDirection.ASC,
        description="방향(기본 오름차순) / Direction, ascending unless told otherwise",
    )


def _field() -> Any:  # noqa: ANN401 (Strawberry's field)
    return strawberry.field(description="기준 / What to sort by")


@strawberry.input(description=f"문서의 순서. {NULLS_LAST}")
class DocumentOrder:
    """In which order documents come."""

    field: DocumentOrderField = _field()
    direction: OrderDirection = _direction()


@strawberry.input(description=f"사실의 순서. {NULLS_LAST}")
class FactOrder:
    """In which order facts come."""

    field: FactOrderField = _field()
    direction: OrderDirection = _direction()


@strawberry.input(description=f"검산의 순서. {NULLS_LAST}")
class ArithmeticAuditOrder:
    """In which order arithmetic audits come."""

    field: ArithmeticAuditOrderField = _field()
    direction: OrderDirection = _direction()


@strawberry.input(description=f"시계열의 순서. {NULLS_LAST}")
class SeriesOrder:
    """In which order series come."""

    field: SeriesOrderField = _field()
    direction: OrderDirection = _direction()


ORDERS: Mapping[str, type] = MappingProxyType(
    {
        "documents": DocumentOrder,
        "facts": FactOrder,
        "arithmetic_audits": ArithmeticAuditOrder,
        "series": SeriesOrder,
    }
)
"""Table -> the input that names its orders; a table without one is always in order of id."""


def _due(record: corpus.Fact) -> str | None:
    return record.period.end if record.period else None


def _published_on(record: corpus.Document) -> str | None:
    return record.published_on.isoformat() if record.published_on else None


_KEYS: Mapping[index.SortColumn, tuple[type, Callable[[Any], index.SortKey]]] = MappingProxyType(
    {
        index.SortColumn.NAME: (str, lambda record: record.name),
        index.SortColumn.TITLE: (str, lambda record: record.title),
        index.SortColumn.FISCAL_YEAR: (int, lambda record: record.fiscal_year),
        index.SortColumn.AMOUNT_KRW: (int, lambda record: record.amount_krw),
        index.SortColumn.DUE: (str, _due),
        index.SortColumn.PUBLISHED_ON: (str, _published_on),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordering:
    """One order of a list, and what it takes from a record."""

    order: index.Order

    @classmethod
    def from_argument(cls, given: Any) -> Ordering | None:  # noqa: ANN401 (one of the inputs)
        """The order that an argument names; None where it is left out."""
        if not given:
            return None
        return cls(
            order=index.Order(
                column=given.field.value, is_descending=given.direction is OrderDirection.DESC
            )
        )

    @property
    def name(self) -> str:
        """What sets its cursors apart from those of other orders."""
        return f"{self.order.column.value} {'desc' if self.order.is_descending else 'asc'}"

    def key(self, record: object) -> index.SortKey:
        """What a record is sorted by, None where it has no value."""
        return _KEYS[self.order.column][1](record)

    def can_hold(self, key: object) -> bool:
        """Whether this may be the key of a record."""
        kind = _KEYS[self.order.column][0]
        return key is None or (isinstance(key, kind) and not isinstance(key, bool))
