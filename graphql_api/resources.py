"""The REST mirror's collections: the tables by their addresses, local governments, and search."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

import corpus
import index
from graphql_api.columns import Column, Kind, required, said_of, text
from graphql_api.errors import ArgumentError, NotFoundError
from graphql_api.loaders import Records
from graphql_api.parameters import (
    BY_RECORDS,
    DOCUMENT,
    KIND,
    LIMIT,
    MUNICIPALITY,
    PAGING,
    Parameter,
    narrowed,
)
from graphql_api.queries import SEARCH
from graphql_api.records import document_url, span_url
from graphql_api.rows import passage_row
from graphql_api.tables import TABLES, Row, Table
from graphql_api.types import MUNICIPALITY_PREFIX, Municipality

URL = required(
    text(
        "url",
        "근거를 강조해 여는 주소(이 서버의 경로)",
        "Address of the document viewer with the place highlighted, a path on this server",
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One page of a collection, and the id to go on from, None after the last page."""

    rows: Sequence[Row]
    after: str | None


class Resource(Protocol):
    """What the endpoint and the description of the API need to know of a collection."""

    @property
    def name(self) -> str:
        """Its name in addresses."""

    @property
    def words(self) -> tuple[str, str]:
        """What it holds, in Korean and in English."""

    @property
    def columns(self) -> tuple[Column, ...]:
        """What each row holds."""

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        """What a list of it may be narrowed by."""

    def page(self, records: Records, values: dict[str, Any]) -> Found:
        """One page."""


def cited(record: Any, row: Row) -> Row:  # noqa: ANN401 (any record)
    """The row with the address at which its words can be seen."""
    if isinstance(record, corpus.Document):
        return row | {"url": document_url(record.id)}
    return row | {"url": span_url(record.document_id, record.start, record.end)}


@dataclass(frozen=True, slots=True, kw_only=True)
class TableResource:
    """A table of records, page by page and one by one."""

    table: Table

    @property
    def name(self) -> str:
        """The table's name as addresses write it."""
        return self.table.name.replace("_", "-")

    @property
    def words(self) -> tuple[str, str]:
        """The table's own words."""
        return self.table.ko, self.table.en

    @property
    def columns(self) -> tuple[Column, ...]:
        """The table's columns, and the citation address where there is one place."""
        has_place = self.table.records != "series"
        return (*self.table.columns, URL) if has_place else self.table.columns

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        """What its records may be narrowed by; the kind where the table is not of one kind."""
        is_mixed = self.table.records == "facts" and not self.table.narrowing.kinds
        return (*((KIND,) if is_mixed else ()), *BY_RECORDS[self.table.records], *PAGING)

    def page(self, records: Records, values: dict[str, Any]) -> Found:
        """One page, in order of id."""
        if names := values.get("municipalities"):
            values = values | {"municipalities": records.municipality_names(names)}
        request = narrowed(values)
        rows = self._rows(records, request)
        size = (request.limit or 1) - 1
        after = rows[size - 1]["id"] if len(rows) > size else None
        return Found(rows=rows[:size], after=after)

    def one(self, records: Records, record_id: str) -> Row:
        """The row of this id; NotFoundError when the table has none."""
        rows = self._rows(records, index.RecordRequest(ids=(record_id,)))
        if not rows:
            raise NotFoundError(
                "not_found", "이 식별자로 찾은 것이 없습니다.", "Nothing here has this id."
            )
        return rows[0]

    def _rows(self, records: Records, request: index.RecordRequest) -> list[Row]:
        found, rows = self.table.page(records.snapshot, request)
        if self.table.records == "series":
            return list(rows)
        return [cited(record, row) for record, row in zip(found, rows, strict=True)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Municipalities:
    """Local governments that have a document, by name."""

    name: str = "municipalities"
    words: tuple[str, str] = ("지방자치단체", "Local governments that have a document here")
    columns: tuple[Column, ...] = (
        required(text("id", *said_of(Municipality, "id"))),
        required(text("name", *said_of(Municipality, "name"))),
    )
    parameters: tuple[Parameter, ...] = PAGING

    def page(self, records: Records, values: dict[str, Any]) -> Found:
        """One page, in order of name."""
        request = narrowed(values)
        after = (request.after or "").removeprefix(MUNICIPALITY_PREFIX) or None
        found = records.read("municipalities", replace(request, after=after))
        size = (request.limit or 1) - 1
        rows = [_municipality(one.id) for one in found[:size]]
        return Found(rows=rows, after=rows[-1]["id"] if len(found) > size else None)

    def one(self, records: Records, record_id: str) -> Row:
        """The local government of this id, or of this name; NotFoundError when there is none."""
        name = record_id.removeprefix(MUNICIPALITY_PREFIX)
        if name not in records.municipalities():
            raise NotFoundError(
                "not_found", "이 식별자로 찾은 것이 없습니다.", "Nothing here has this id."
            )
        return _municipality(name)


def _municipality(name: str) -> Row:
    return {"id": MUNICIPALITY_PREFIX + name, "name": name}


def _score(name: str, ko: str, en: str, kind: Kind) -> Column:
    return Column(name=name, kind=kind, ko=ko, en=en)


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """Passages by words and by meaning, nearest first; one page only."""

    name: str = "search"
    words: tuple[str, str] = (
        "낱말과 의미로 찾은 구절, 가까운 것부터",
        "Passages found by words and by meaning, nearest first",
    )
    columns: tuple[Column, ...] = (
        Column(
            name="passage",
            kind=Kind.STRUCT,
            ko="찾은 구절",
            en="The passage",
            is_required=True,
            parts=(*TABLES["passages"].columns, URL),
        ),
        required(_score("score", "합친 점수(0~1)", "Fused score from 0 to 1", Kind.FIGURE)),
        _score("lexical_rank", "낱말 검색 순위", "Rank by words, from 1", Kind.INTEGER),
        _score("vector_rank", "의미 검색 순위", "Rank by meaning, from 1", Kind.INTEGER),
    )
    parameters: tuple[Parameter, ...] = (
        Parameter(
            name="text",
            field="text",
            ko="찾을 말",
            en="What to look for",
            is_list=False,
            is_required=True,
            longest=SEARCH.longest_text,
        ),
        replace(LIMIT, most=SEARCH.most_hits, default=SEARCH.default_hits),
        replace(MUNICIPALITY, is_list=False, field="municipality"),
        DOCUMENT,
    )

    def page(self, records: Records, values: dict[str, Any]) -> Found:
        """The nearest passages."""
        words = values["text"].strip()
        if not words:
            raise ArgumentError(
                "invalid_search_text", "찾을 말을 쓰십시오.", "Say what to look for."
            )
        place = values.get("municipality")
        request = index.SearchRequest(
            text=words,
            limit=values["limit"],
            municipalities=records.municipality_names([place] if place else []),
            document_ids=values.get("document_ids", ()),
        )
        rows = [
            {
                "passage": cited(hit.passage, passage_row(hit.passage)),
                "score": hit.score,
                "lexical_rank": hit.lexical_rank,
                "vector_rank": hit.vector_rank,
            }
            for hit in records.search(request)
        ]
        return Found(rows=rows, after=None)


SEARCHING = Search()
_ALL: tuple[TableResource | Municipalities, ...] = (
    Municipalities(),
    *(TableResource(table=table) for table in TABLES.values()),
)
LISTED: dict[str, TableResource | Municipalities] = {one.name: one for one in _ALL}
"""Every collection with items of its own, by its name in addresses."""
