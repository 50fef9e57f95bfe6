"""Fetch in batches: one read for each kind of record and level of a query, however many rows.

Reading a list notes the ids of everything that its records point to and of everything that may
point to them. Nothing here is awaited, so resolvers stay plain functions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Literal, Protocol

import corpus
import index
from graphql_api.allowance import Charge
from graphql_api.asking import Asker
from graphql_api.pagination import Identified
from graphql_api.shelves import Backlinks, Reader, Shelf, present

Placed = corpus.Section | corpus.Passage | corpus.Fact | corpus.ArithmeticAudit
"""What stands in a document."""

Listed = index.Table | Literal["municipalities"]
"""What can be listed: the snapshot's tables, and the local governments found in them."""


class Lender(Protocol):
    """Whoever lends the current snapshot, such as an `index.SnapshotHolder`."""

    def lease(self) -> AbstractContextManager[index.Snapshot]:
        """The snapshot until the context ends; a SijeongError while there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedMunicipality:
    """A local government as a record: its name is its id."""

    id: str


def facts_in_audit(audit: corpus.ArithmeticAudit) -> Iterator[str]:
    """The ids of the facts that the figures of an audit became."""
    return (term.fact_id for term in (audit.stated, *audit.terms) if term.fact_id is not None)


class MunicipalityNames:
    """The local governments that a snapshot has documents of; read once for each snapshot."""

    def __init__(self) -> None:
        self._known: tuple[str, tuple[str, ...]] = ("", ())

    def of(self, snapshot: index.Snapshot) -> tuple[str, ...]:
        """Every name, sorted."""
        snapshot_id = snapshot.manifest.snapshot_id
        known_id, names = self._known
        if known_id != snapshot_id:
            documents = snapshot.documents(index.RecordRequest())
            names = tuple(sorted({one.municipality for one in documents if one.municipality}))
            self._known = (snapshot_id, names)
        return names


class Records:
    """The snapshot as one request sees it: lists as they are asked for, links in batches."""

    def __init__(self, snapshot: index.Snapshot, names: MunicipalityNames) -> None:
        self.snapshot = snapshot
        self._names = names
        self._documents: Shelf[corpus.Document] = Shelf(self.documents)
        self._sections: Shelf[corpus.Section] = Shelf(self.sections)
        self._passages: Shelf[corpus.Passage] = Shelf(self.passages)
        self._facts: Shelf[corpus.Fact] = Shelf(self.facts)
        self._audits: Shelf[corpus.ArithmeticAudit] = Shelf(self.audits)
        self._series: Shelf[corpus.Series] = Shelf(self.series)
        self._superseding = Backlinks(
            lambda ids: self.documents(index.RecordRequest(supersedes=ids)),
            lambda document: (document.supersedes,),
        )
        self._audits_with_fact = Backlinks(
            lambda ids: self.audits(index.RecordRequest(fact_ids=ids)), facts_in_audit
        )
        self._series_with_fact = Backlinks(
            lambda ids: self.series(
                index.RecordRequest(fact_ids=ids, publication=index.Publication.PUBLISHED)
            ),
            lambda series: (point.fact_id for point in series.points),
        )
        self._tables: dict[Listed, Reader[Identified]] = {
            "documents": self.documents,
            "sections": self.sections,
            "passages": self.passages,
            "facts": self.facts,
            "arithmetic_audits": self.audits,
            "series": self.series,
            "municipalities": self._municipality_records,
        }

    @property
    def snapshot_id(self) -> str:
        """The snapshot that every answer of this request comes from."""
        return self.snapshot.manifest.snapshot_id

    def read(self, table: Listed, request: index.RecordRequest) -> Sequence[Identified]:
        """A list of records of the table with this name."""
        return self._tables[table](request)

    def count(self, table: Listed, request: index.RecordRequest) -> int:
        """How many records of the table match."""
        if table == "municipalities":
            return len(self.municipalities())
        return self.snapshot.count(table, request)

    def documents(self, request: index.RecordRequest) -> tuple[corpus.Document, ...]:
        """A list of documents."""
        found = self.snapshot.documents(request)
        self._documents.put(found)
        self._documents.note(one.supersedes for one in found if one.supersedes)
        self._superseding.note(one.id for one in found)
        return found

    def sections(self, request: index.RecordRequest) -> tuple[corpus.Section, ...]:
        """A list of sections."""
        found = self.snapshot.sections(request)
        self._sections.put(found)
        self._documents.note(one.document_id for one in found)
        return found

    def passages(self, request: index.RecordRequest) -> tuple[corpus.Passage, ...]:
        """A list of passages."""
        found = self.snapshot.passages(request)
        self._keep_passages(found)
        return found

    def facts(self, request: index.RecordRequest) -> tuple[corpus.Fact, ...]:
        """A list of facts."""
        found = self.snapshot.facts(request)
        self._facts.put(found)
        self._documents.note(one.document_id for one in found)
        self._sections.note(one.section_id for one in found)
        self._passages.note(one.passage_id for one in found)
        self._audits_with_fact.note(one.id for one in found)
        self._series_with_fact.note(one.id for one in found)
        return found

    def audits(self, request: index.RecordRequest) -> tuple[corpus.ArithmeticAudit, ...]:
        """A list of arithmetic audits."""
        found = self.snapshot.audits(request)
        self._audits.put(found)
        self._documents.note(one.document_id for one in found)
        self._sections.note(one.section_id for one in found)
        self._passages.note(one.passage_id for one in found)
        self._facts.note(fact_id for one in found for fact_id in facts_in_audit(one))
        return found

    def series(self, request: index.RecordRequest) -> tuple[corpus.Series, ...]:
        """A list of series."""
        found = self.snapshot.series(request)
        self._series.put(found)
        self._documents.note(document_id for one in found for document_id in one.document_ids)
        self._facts.note(point.fact_id for one in found for point in one.points)
        return found

    def search(self, request: index.SearchRequest) -> tuple[index.Hit, ...]:
        """The passages that answer a search, best first."""
        hits = self.snapshot.search(request)
        self._keep_passages(tuple(hit.passage for hit in hits))
        return hits

    def document(self, document_id: str) -> corpus.Document | None:
        """One document; None when the snapshot has none of this id."""
        return self._documents.get(document_id)

    def section(self, section_id: str) -> corpus.Section | None:
        """One section; None when the snapshot has none of this id."""
        return self._sections.get(section_id)

    def passage(self, passage_id: str) -> corpus.Passage | None:
        """One passage; None when the snapshot has none of this id."""
        return self._passages.get(passage_id)

    def fact(self, fact_id: str) -> corpus.Fact | None:
        """One fact; None when the snapshot has none of this id."""
        return self._facts.get(fact_id)

    def audit(self, audit_id: str) -> corpus.ArithmeticAudit | None:
        """One arithmetic audit; None when the snapshot has none of this id."""
        return self._audits.get(audit_id)

    def one_series(self, series_id: str) -> corpus.Series | None:
        """One series; None when the snapshot has none of this id."""
        return self._series.get(series_id)

    def documents_superseding(self, document_id: str) -> tuple[corpus.Document, ...]:
        """The documents that replace a document, in order of id."""
        return self._superseding.to(document_id)

    def audits_with(self, fact_id: str) -> tuple[corpus.ArithmeticAudit, ...]:
        """The arithmetic audits that reckon with a fact, in order of id."""
        return self._audits_with_fact.to(fact_id)

    def series_with(self, fact_id: str) -> tuple[corpus.Series, ...]:
        """The published series that a fact is a point of, in order of id."""
        return self._series_with_fact.to(fact_id)

    def document_of(self, record: Placed | corpus.SeriesPoint) -> corpus.Document:
        """The document that a record stands in or that a point comes from."""
        return present(self.document(record.document_id), record.document_id)

    def documents_of(self, series: corpus.Series) -> tuple[corpus.Document, ...]:
        """The documents that state a series, oldest first."""
        return tuple(present(self.document(one), one) for one in series.document_ids)

    def fact_of(self, record: corpus.SeriesPoint) -> corpus.Fact:
        """The fact that a point comes from."""
        return present(self.fact(record.fact_id), record.fact_id)

    def cited(self, record: Placed | corpus.SeriesPoint) -> Placed:
        """What is cited for a record: itself, and for a point the fact that it comes from."""
        return self.fact_of(record) if isinstance(record, corpus.SeriesPoint) else record

    def section_of(
        self, record: corpus.Passage | corpus.Fact | corpus.ArithmeticAudit
    ) -> corpus.Section:
        """The section that a record stands in."""
        return present(self.section(record.section_id), record.section_id)

    def passage_of(self, record: corpus.Fact | corpus.ArithmeticAudit) -> corpus.Passage:
        """The passage that a record stands in."""
        return present(self.passage(record.passage_id), record.passage_id)

    def note(self, ids: Sequence[str]) -> None:
        """Tell every shelf that these ids, of whatever kind, are about to be asked for."""
        for shelf in (
            self._documents,
            self._sections,
            self._passages,
            self._facts,
            self._audits,
            self._series,
        ):
            shelf.note(ids)

    def municipalities(self) -> tuple[str, ...]:
        """The names of all local governments that have a document, sorted."""
        return self._names.of(self.snapshot)

    def municipality_names(self, names: Iterable[str]) -> tuple[str, ...]:
        """Each name as given and, where it is the last word of known names, those in full.

        People write 보령시 where a document says 충청남도 보령시.
        """
        given = dict.fromkeys(name.strip() for name in names)
        if not given:
            return ()
        whole = [one for one in self.municipalities() if one.rpartition(" ")[-1] in given]
        return tuple(dict.fromkeys((*given, *whole)))

    def _municipality_records(self, request: index.RecordRequest) -> tuple[NamedMunicipality, ...]:
        names = [
            name
            for name in self.municipalities()
            if (request.after is None or name > request.after)
            and (request.before is None or name < request.before)
        ]
        if request.descending:
            names.reverse()
        return tuple(NamedMunicipality(id=name) for name in names[: request.limit])

    def _keep_passages(self, found: tuple[corpus.Passage, ...]) -> None:
        self._passages.put(found)
        self._documents.note(one.document_id for one in found)
        self._sections.note(one.section_id for one in found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a resolver may use.

    `may_stream` says that results may come one after another, `asker` answers questions where the
    program has somebody who does, `request_id` names the request in errors, `charge` takes what
    the operation costs.
    """

    records: Records
    may_stream: bool = False
    asker: Asker | None = None
    request_id: str = ""
    charge: Charge | None = None
