"""What fills the slots of a statement with each call: a page of records, its cursors, an id.

Nothing that a caller says stands in the text of a statement: conditions come from `filters.py`,
their values as parameters. In them OWNER becomes a column of the row around the list.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.filters import Condition, Table, condition_for, selected
from index.orderings import Order, sorted_column
from index.parameters import Parameter
from index.shape_columns import expression
from index.shapes import OWNER
from index.types import RecordRequest

Argument = RecordRequest | str | tuple[str, ...]
"""What fills a slot: a request, an id or another text, or several ids."""


@dataclass(frozen=True, slots=True)
class Filling:
    """A stretch of a statement, and the values of its question marks."""

    sql: str
    parameters: Sequence[Parameter]


def rows(table: Table, argument: Argument, owner: str) -> Filling:
    """The rows of a page, in the order of the list also where it is read from its end."""
    request = _request(argument)
    if not request.descending:
        return _owned(selected(table, "row", request), owner)
    page = _page(table, request, owner)
    way = _order_by("page", table, request.order, is_down=False)
    return Filling(f"SELECT row FROM ({page.sql}) AS page{way}", page.parameters)  # noqa: S608


def end(is_first: bool, is_plain: bool, table: Table, argument: Argument, owner: str) -> Filling:
    """What a cursor says of the first or last record of a page; null or no row in an empty one."""
    request = _request(argument)
    if request.order is None:
        chosen, page = "min" if is_first else "max", _owned(selected(table, "id", request), owner)
        return Filling(f"SELECT {chosen}(id) AS place FROM ({page.sql})", page.parameters)  # noqa: S608
    page = _page(table, request, owner)
    key = _key("page", table, request.order, is_plain=is_plain)
    way = _order_by("page", table, request.order, is_down=not is_first)
    return Filling(
        f"SELECT {key} AS place FROM ({page.sql}) AS page{way} LIMIT 1",  # noqa: S608 (as above)
        page.parameters,
    )


def place(alias: str, is_plain: bool, table: Table, argument: Argument, owner: str) -> Filling:
    """What a cursor says of the row with this alias: its id, with what it is sorted by."""
    return Filling(_key(alias, table, _request(argument).order, is_plain=is_plain), ())


def more(is_next: bool, table: Table, argument: Argument, owner: str) -> Filling:
    """Whether the list goes on behind, or before, a page, as a JSON boolean."""
    request = _request(argument)
    if is_next is request.descending:
        bound = request.before if is_next else request.after
        return Filling("json('false')" if bound is None else "json('true')", ())
    limit = request.limit or 0
    if request.order is None:
        # Flat, because SQLite's parser holds a hundred open symbols.
        where = _owned(condition_for(table, replace(request, limit=1), paged=True), owner)
        return Filling(
            f"json(iif(EXISTS (SELECT 1 FROM {table}{where.sql} OFFSET ?), 'true', 'false'))",  # noqa: S608
            [*where.parameters, limit],
        )
    page = _owned(selected(table, "id", replace(request, limit=limit + 1)), owner)
    return Filling(
        f"json(iif(EXISTS (SELECT 1 FROM ({page.sql}) LIMIT 1 OFFSET ?), 'true', 'false'))",  # noqa: S608
        [*page.parameters, limit],
    )


def count(table: Table, argument: Argument, owner: str) -> Filling:
    """How many records a request names, whatever its page."""
    where = _owned(condition_for(table, _request(argument), paged=False), owner)
    return Filling(f"(SELECT count(*) FROM {table}{where.sql})", where.parameters)  # noqa: S608


def text(argument: Argument, owner: str) -> Filling:
    """An id, or what stands before one in a cursor."""
    if not isinstance(argument, str):
        raise TypeError(f"a slot of a text holds {argument!r}")
    return Filling("?", (argument,))


def several(argument: Argument, owner: str) -> Filling:
    """Several ids as one parameter, for `json_each`."""
    return Filling("?", (json.dumps(argument),))


def _request(argument: Argument) -> RecordRequest:
    if not isinstance(argument, RecordRequest):
        raise TypeError(f"a slot of records holds {argument!r}")
    return argument


def _page(table: Table, request: RecordRequest, owner: str) -> Filling:
    """The records of a page as they are read, with all that a cursor says of them."""
    columns = "row, id"
    if request.order is not None and (column := sorted_column(table, request.order)) != "id":
        columns += f", {column}"
    return _owned(selected(table, columns, request), owner)


def _key(alias: str, table: Table, order: Order | None, *, is_plain: bool) -> str:
    if order is None:
        return f"{alias}.id"
    key = expression(table, sorted_column(table, order), alias, "", is_plain=is_plain)
    # As `json.dumps` writes it: without blanks, letters of any script as they are.
    return f"json_array({key}, {alias}.id)"


def _order_by(alias: str, table: Table, order: Order | None, *, is_down: bool) -> str:
    """The order of a list, or the opposite of it; of a page, so of a hundred rows at most."""
    if order is None:
        return f" ORDER BY {alias}.id {'DESC' if is_down else 'ASC'}"
    column = f"{alias}.{sorted_column(table, order)}"
    way = "DESC" if order.is_descending is not is_down else "ASC"
    last = "DESC" if is_down else "ASC"
    return f" ORDER BY {column} IS NULL {last}, {column} {way}, {alias}.id {way}"


def _owned(found: Condition, owner: str) -> Filling:
    """A condition in which OWNER is a column of another row of the statement."""
    if OWNER not in found.parameters:
        return Filling(found.sql, found.parameters)
    texts = found.sql.split("?")
    written = [texts[0]]
    for parameter, after in zip(found.parameters, texts[1:], strict=True):
        written += [owner if parameter == OWNER else "?", after]
    return Filling("".join(written), [one for one in found.parameters if one != OWNER])
