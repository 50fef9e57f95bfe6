"""The tables that can be had whole: what their columns are, and how their rows are read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import corpus
import index
from graphql_api.columns import Column
from graphql_api.layouts import (
    AUDIT_COLUMNS,
    DOCUMENT_COLUMNS,
    FACT_COLUMNS,
    PASSAGE_COLUMNS,
    SECTION_COLUMNS,
    SERIES_COLUMNS,
)
from graphql_api.rows import (
    Figure,
    audit_row,
    document_row,
    passage_row,
    section_row,
    series_row,
)

Row = dict[str, Any]
Rows = Callable[[index.Snapshot, index.RecordRequest, Figure], tuple[Sequence[Any], Iterator[Row]]]
"""Reads one page of a snapshot: its records, and a row for each of them."""

ROW_FORMAT = 2
"""Raised when the rows of the same records change, so that no caller keeps the old ones."""

EVERYTHING = index.RecordRequest()
PUBLISHED = index.RecordRequest(publication=index.Publication.PUBLISHED)
DOUBTFUL = index.RecordRequest(publication=index.Publication.DOUBTFUL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table: its name in addresses, its words, its columns and its reading.

    `records` is the table of the snapshot and `narrowing` what is asked of it in any case.
    """

    name: str
    ko: str
    en: str
    columns: tuple[Column, ...]
    read: Rows
    records: index.Table
    narrowing: index.RecordRequest = EVERYTHING

    def page(
        self,
        snapshot: index.Snapshot,
        request: index.RecordRequest,
        figure: Figure = corpus.number,
    ) -> tuple[Sequence[Any], Iterator[Row]]:
        """The records that the request names, and their rows; kind and publication are ours."""
        narrowed = replace(
            request,
            kinds=self.narrowing.kinds or request.kinds,
            publication=self.narrowing.publication,
        )
        return self.read(snapshot, narrowed, figure)

    def pages(
        self, snapshot: index.Snapshot, size: int, figure: Figure = corpus.number
    ) -> Iterator[Iterator[Row]]:
        """Every row, `size` records at once, in order of id."""
        after: str | None = None
        while True:
            records, rows = self.page(
                snapshot, index.RecordRequest(after=after, limit=size), figure
            )
            yield rows
            if len(records) < size:
                return
            after = records[-1].id


def documents_of(
    snapshot: index.Snapshot, records: Sequence[corpus.Fact] | Sequence[corpus.ArithmeticAudit]
) -> dict[str, corpus.Document]:
    """The documents that records stand in, by id."""
    ids = tuple({record.document_id for record in records})
    documents = snapshot.documents(index.RecordRequest(ids=ids)) if ids else ()
    return {document.id: document for document in documents}


def _documents(
    snapshot: index.Snapshot, request: index.RecordRequest, figure: Figure
) -> tuple[Sequence[corpus.Document], Iterator[Row]]:
    found = snapshot.documents(request)
    return found, map(document_row, found)


def _sections(
    snapshot: index.Snapshot, request: index.RecordRequest, figure: Figure
) -> tuple[Sequence[corpus.Section], Iterator[Row]]:
    found = snapshot.sections(request)
    return found, map(section_row, found)


def _passages(
    snapshot: index.Snapshot, request: index.RecordRequest, figure: Figure
) -> tuple[Sequence[corpus.Passage], Iterator[Row]]:
    found = snapshot.passages(request)
    return found, map(passage_row, found)


def _facts(
    snapshot: index.Snapshot, request: index.RecordRequest, figure: Figure
) -> tuple[Sequence[corpus.Fact], Iterator[Row]]:
    found = snapshot.facts(request)
    by_id = documents_of(snapshot, found)
    return found, (corpus.fact_row(one, by_id[one.document_id], figure) for one in found)


def _audits(
    snapshot: index.Snapshot, request: index.RecordRequest, figure: Figure
) -> tuple[Sequence[corpus.ArithmeticAudit], Iterator[Row]]:
    found = snapshot.audits(request)
    by_id = documents_of(snapshot, found)
    return found, (audit_row(one, by_id[one.document_id], figure) for one in found)


def _series(
    snapshot: index.Snapshot, request: index.RecordRequest, figure: Figure
) -> tuple[Sequence[corpus.Series], Iterator[Row]]:
    found = snapshot.series(request)
    return found, (series_row(one, figure) for one in found)


_KINDS: tuple[tuple[str, corpus.FactKind, str, str], ...] = (
    ("budgets", corpus.FactKind.BUDGET, "예산", "Budgets"),
    ("indicators", corpus.FactKind.INDICATOR, "성과지표", "Performance indicators"),
    ("projects", corpus.FactKind.PROJECT, "사업", "Projects"),
    ("statistics", corpus.FactKind.STATISTIC, "통계", "Statistics"),
    ("audits", corpus.FactKind.AUDIT, "감사", "Audits"),
    ("policies", corpus.FactKind.POLICY, "시책·제도", "Policies and schemes"),
    ("evaluations", corpus.FactKind.EVALUATION, "평가·청렴도", "Evaluations and integrity levels"),
    ("events", corpus.FactKind.EVENT, "행사·일정", "Events"),
    ("organisations", corpus.FactKind.ORGANISATION, "조직·기관", "Organisations"),
    ("contacts", corpus.FactKind.CONTACT, "연락처", "Contacts"),
    ("directions", corpus.FactKind.DIRECTION, "추진 방향", "Directions of policy"),
)


def _fact_table(name: str, ko: str, en: str, narrowing: index.RecordRequest) -> Table:
    return Table(
        name=name,
        ko=ko,
        en=en,
        columns=FACT_COLUMNS,
        read=_facts,
        records="facts",
        narrowing=narrowing,
    )


TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        Table(
            name="documents",
            ko="공표된 문서",
            en="Published documents",
            columns=DOCUMENT_COLUMNS,
            read=_documents,
            records="documents",
        ),
        Table(
            name="sections",
            ko="문서의 구간(절)",
            en="Sections of the documents",
            columns=SECTION_COLUMNS,
            read=_sections,
            records="sections",
        ),
        Table(
            name="passages",
            ko="인용할 수 있는 구절",
            en="Passages that can be cited",
            columns=PASSAGE_COLUMNS,
            read=_passages,
            records="passages",
        ),
        _fact_table("facts", "문서가 말하는 모든 사실", "Every fact that is published", PUBLISHED),
        _fact_table(
            "doubtful", "확실하지 않아 따로 둔 사실", "Facts that a doubt keeps back", DOUBTFUL
        ),
        Table(
            name="arithmetic_audits",
            ko="인쇄된 합계·비율·증감의 검산",
            en="Printed totals, shares and changes, reckoned again",
            columns=AUDIT_COLUMNS,
            read=_audits,
            records="arithmetic_audits",
        ),
        Table(
            name="series",
            ko="문서들에 걸친 시계열",
            en="Series across documents",
            columns=SERIES_COLUMNS,
            read=_series,
            records="series",
            narrowing=PUBLISHED,
        ),
        *(
            _fact_table(name, ko, en, replace(PUBLISHED, kinds=(kind,)))
            for name, kind, ko, en in _KINDS
        ),
    )
}
"""Every table by its name: the same name in addresses, in the dictionary and in the catalogue."""
