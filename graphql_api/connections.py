"""Lists in the schema: Relay connections, and the extension that turns a request into one.

A resolver of a list returns the `index.RecordRequest` that narrows it; `Paged` adds Relay's four
arguments to the field, reads one page and wraps it. Written once, every list behaves alike.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Generic, TypeVar

import strawberry
from graphql import GraphQLField
from strawberry.annotation import StrawberryAnnotation
from strawberry.extensions import FieldExtension
from strawberry.extensions.field_extension import SyncExtensionResolver
from strawberry.types.arguments import StrawberryArgument
from strawberry.types.field import StrawberryField

import index
from graphql_api.loaders import Context, Listed
from graphql_api.narrowing import condition_of
from graphql_api.ordering import ORDERS, Ordering
from graphql_api.pagination import PAGE, Place, Window, cursor_at, read_page
from graphql_api.where import WHERES

Info = strawberry.Info[Context, None]
Item = TypeVar("Item")

ARGUMENTS: tuple[tuple[str, type, str], ...] = (
    (
        "first",
        int,
        f"앞에서부터 몇 개(1~{PAGE.maximum}, 기본 {PAGE.default}) / "
        f"How many from the start (1 to {PAGE.maximum}, default {PAGE.default})",
    ),
    ("after", str, "이 커서 다음부터 / Begin after this cursor"),
    (
        "last",
        int,
        f"뒤에서부터 몇 개(1~{PAGE.maximum}) / How many from the end (1 to {PAGE.maximum})",
    ),
    ("before", str, "이 커서 앞까지 / End before this cursor"),
)


@strawberry.type(description="쪽 나눔 정보 / Where a page stands in its list")
class PageInfo:
    """What a caller needs to go on reading, as Relay defines it."""

    has_next_page: bool = strawberry.field(description="뒤에 더 있는가 / Whether more follow")
    has_previous_page: bool = strawberry.field(description="앞에 더 있는가 / Whether more precede")
    start_cursor: str | None = strawberry.field(
        description="첫 항목의 커서 / Cursor of the first item"
    )
    end_cursor: str | None = strawberry.field(
        description="마지막 항목의 커서 / Cursor of the last item"
    )


@strawberry.type(description="목록의 한 항목과 그 커서 / One item of a list with its cursor")
class Edge(Generic[Item]):
    """An item and the cursor that stands for it."""

    cursor: str = strawberry.field(
        description="이 항목의 커서(불투명한 글자열) / Cursor of this item, opaque"
    )
    node: Item = strawberry.field(description="항목 / The item")


@strawberry.type(description="한 쪽씩 읽는 목록 / A list, read page by page")
class Connection(Generic[Item]):
    """One page of a list; edges, cursors and the count are made only when they are asked for."""

    places: strawberry.Private[tuple[Place, ...]]
    items: strawberry.Private[tuple[Item, ...]]
    table: strawberry.Private[str]
    ordering: strawberry.Private[Ordering | None]
    has_next: strawberry.Private[bool]
    has_previous: strawberry.Private[bool]
    count: strawberry.Private[Callable[[], int]]

    @strawberry.field(description="항목과 커서 / The items with their cursors")
    def edges(self) -> list[Edge[Item]]:
        """The items, each with its cursor."""
        return [
            Edge(cursor=self._cursor(place), node=item)
            for place, item in zip(self.places, self.items, strict=True)
        ]

    @strawberry.field(description="항목만 / The items alone")
    def nodes(self) -> list[Item]:
        """The items without cursors."""
        return list(self.items)

    @strawberry.field(description="쪽 나눔 정보 / Where this page stands in the list")
    def page_info(self) -> PageInfo:
        """What is needed to read the next or the previous page."""
        return PageInfo(
            has_next_page=self.has_next,
            has_previous_page=self.has_previous,
            start_cursor=self._cursor(self.places[0]) if self.places else None,
            end_cursor=self._cursor(self.places[-1]) if self.places else None,
        )

    @strawberry.field(
        description="조건에 맞는 전체 수(물을 때만 센다) / All that match, counted only when asked"
    )
    def total_count(self) -> int:
        """How many items match, whatever the page."""
        return self.count()

    def _cursor(self, place: Place) -> str:
        return cursor_at(self.table, place, self.ordering)


class Paged(FieldExtension):
    """Gives a list field its page arguments, and a page for the request its resolver returns."""

    def __init__(self, table: Listed, show: Callable[[Any], Any]) -> None:
        self.table = table
        self.show = show

    def apply(self, field: StrawberryField) -> None:
        """Add to the field `where` and `orderBy`, where its table has them, and the page."""
        narrowing: list[tuple[str, Any, str]] = []
        if self.table in WHERES:
            narrowing.append(
                (
                    "where",
                    WHERES[self.table],
                    "조건. filter와 함께 쓰면 둘 다 맞아야 한다. / "
                    "Conditions; beside a filter, both hold",
                )
            )
        if self.table in ORDERS:
            narrowing.append(
                (
                    "order_by",
                    ORDERS[self.table],
                    "순서(기본 식별자순). 같은 값은 식별자순 / "
                    "Order, by id unless told otherwise; ties by id",
                )
            )
        field.arguments = [
            *field.arguments,
            *(
                StrawberryArgument(
                    python_name=name,
                    graphql_name=None,
                    type_annotation=StrawberryAnnotation(type_ | None),
                    description=description,
                )
                for name, type_, description in (*narrowing, *ARGUMENTS)
            ),
        ]

    def resolve(
        self,
        next_: SyncExtensionResolver,
        source: Any,  # noqa: ANN401 (Strawberry's own signature)
        info: Info,
        **arguments: Any,  # noqa: ANN401
    ) -> Connection[Any]:
        """One page of the table, narrowed by what the resolver and `where` ask for."""
        paging = {name: arguments.pop(name, None) for name, _, _ in ARGUMENTS}
        ordering = Ordering.from_argument(arguments.pop("order_by", None))
        where = arguments.pop("where", None)
        window = Window.from_arguments(self.table, ordering, **paging)
        request: index.RecordRequest = next_(source, info, **arguments)
        records = info.context.records
        if where:
            request = replace(request, where=condition_of(where, records))
        if ordering:
            request = replace(request, order=ordering.order)
        page = read_page(lambda narrowed: records.read(self.table, narrowed), request, window)
        # Links are followed for the page, not for the one record more that it was read with.
        records.places.put(info.path, page.records)
        return Connection(
            places=tuple(
                Place(id=record.id, key=ordering.key(record) if ordering else None)
                for record in page.records
            ),
            items=tuple(self.show(record) for record in page.records),
            table=self.table,
            ordering=ordering,
            has_next=page.has_next,
            has_previous=page.has_previous,
            count=lambda: records.count(self.table, request),
        )


STRAWBERRY = "strawberry-definition"
"""Where a field of the schema keeps what it was declared with."""


def table_of(field: GraphQLField) -> Listed | None:
    """The table that a field of the schema gives pages of; None for any other field."""
    declared = field.extensions.get(STRAWBERRY)
    paged = (one for one in getattr(declared, "extensions", ()) if isinstance(one, Paged))
    return next((one.table for one in paged), None)
