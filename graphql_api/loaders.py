"""Fetch in batches: one read for each kind of record and level of a query, however many rows.

A link is followed at once for every record that stands in the same place of the answer
(`places.py`). Nothing here is awaited, so resolvers stay plain functions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from functools import cached_property
from threading import BoundedSemaphore
from typing import Any, Literal, Protocol

from graphql.pyutils import Path

import corpus
import index
from graphql_api.allowance import Charge
from graphql_api.asking import Asker
from graphql_api.pagination import Identified, Record
from graphql_api.places import Places
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


def document_ids(record: object) -> Iterable[str]:
    """The documents that a record stands in, or that state a series."""
    return record.document_ids if isinstance(record, corpus.Series) else _id(record, "document_id")


def section_ids(record: object) -> Iterable[str]:
    """The section that a record stands in."""
    return _id(record, "section_id")


def passage_ids(record: object) -> Iterable[str]:
    """The passage that a record stands in."""
    return _id(record, "passage_id")


def superseded_ids(record: object) -> Iterable[str]:
    """The document that a document replaces."""
    return _id(record, "supersedes")


def fact_ids(record: object) -> Iterable[str]:
    """The facts of the points of a series, or of the figures of an audit."""
    if isinstance(record, corpus.Series):
        return (point.fact_id for point in record.points)
    return facts_in_audit(record) if isinstance(record, corpus.ArithmeticAudit) else ()


def _id(record: object, name: str) -> tuple[str, ...]:
    """What a record names; nothing of one of another kind, which `nodes` may put beside it."""
    found: str | None = getattr(record, name, None)
    return () if found is None else (found,)


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

    # Made when first needed: most answers come out of one statement, and need none of them.

    @cached_property
    def places(self) -> Places:
        """Where the records of the answer stand."""
        return Places()

    @cached_property
    def _documents(self) -> Shelf[corpus.Document]:
        return Shelf(self.documents)

    @cached_property
    def _sections(self) -> Shelf[corpus.Section]:
        return Shelf(self.sections)

    @cached_property
    def _passages(self) -> Shelf[corpus.Passage]:
        return Shelf(self.passages)

    @cached_property
    def _facts(self) -> Shelf[corpus.Fact]:
        return Shelf(self.facts)

    @cached_property
    def _audits(self) -> Shelf[corpus.ArithmeticAudit]:
        return Shelf(self.audits)

    @cached_property
    def _series(self) -> Shelf[corpus.Series]:
        return Shelf(self.series)

    @cached_property
    def _superseding(self) -> Backlinks[corpus.Document]:
        return Backlinks(
            lambda ids: self.documents(index.RecordRequest(supersedes=ids)),
            lambda document: (document.supersedes,),
        )

    @cached_property
    def _audits_with_fact(self) -> Backlinks[corpus.ArithmeticAudit]:
        return Backlinks(lambda ids: self.audits(index.RecordRequest(fact_ids=ids)), facts_in_audit)

    @cached_property
    def _series_with_fact(self) -> Backlinks[corpus.Series]:
        return Backlinks(
            lambda ids: self.series(
                index.RecordRequest(fact_ids=ids, publication=index.Publication.PUBLISHED)
            ),
            lambda series: (point.fact_id for point in series.points),
        )

    @cached_property
    def _tables(self) -> dict[Listed, Reader[Identified]]:
        return {
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
        return self._kept(self._documents, self.snapshot.documents(request))

    def sections(self, request: index.RecordRequest) -> tuple[corpus.Section, ...]:
        """A list of sections."""
        return self._kept(self._sections, self.snapshot.sections(request))

    def passages(self, request: index.RecordRequest) -> tuple[corpus.Passage, ...]:
        """A list of passages."""
        return self._kept(self._passages, self.snapshot.passages(request))

    def facts(self, request: index.RecordRequest) -> tuple[corpus.Fact, ...]:
        """A list of facts."""
        return self._kept(self._facts, self.snapshot.facts(request))

    def audits(self, request: index.RecordRequest) -> tuple[corpus.ArithmeticAudit, ...]:
        """A list of arithmetic audits."""
        return self._kept(self._audits, self.snapshot.audits(request))

    def series(self, request: index.RecordRequest) -> tuple[corpus.Series, ...]:
        """A list of series."""
        return self._kept(self._series, self.snapshot.series(request))

    def search(
        self, request: index.SearchRequest, path: Path | None = None
    ) -> tuple[index.Hit, ...]:
        """The passages that answer a search, best first; `path` is that of a field of a query."""
        hits = self.snapshot.search(request)
        passages = tuple(hit.passage for hit in hits)
        self._passages.put(passages)
        self.places.put(path, passages)
        return hits

    def find(self, ids: Sequence[str], path: Path) -> None:
        """Look for ids of whatever kind, in each table once, for a field at this path."""
        for shelf in (
            self._documents,
            self._sections,
            self._passages,
            self._facts,
            self._audits,
            self._series,
        ):
            self.places.put(path, shelf.all(ids))

    def find_facts(self, ids: Sequence[str], path: Path) -> tuple[corpus.Fact, ...]:
        """The facts with these ids, those that are there, for a field at this path."""
        found = self._facts.all(ids)
        self.places.put(path, found)
        return found

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

    def documents_superseding(self, document_id: str, path: Path) -> tuple[corpus.Document, ...]:
        """The documents that replace a document, in order of id."""
        self._follow_back(self._superseding, path, "superseding")
        return self._superseding.to(document_id)

    def audits_with(self, fact_id: str, path: Path) -> tuple[corpus.ArithmeticAudit, ...]:
        """The arithmetic audits that reckon with a fact, in order of id."""
        self._follow_back(self._audits_with_fact, path, "audits")
        return self._audits_with_fact.to(fact_id)

    def series_with(self, fact_id: str, path: Path) -> tuple[corpus.Series, ...]:
        """The published series that a fact is a point of, in order of id."""
        self._follow_back(self._series_with_fact, path, "series")
        return self._series_with_fact.to(fact_id)

    def earlier_of(self, record: corpus.Document, path: Path) -> corpus.Document | None:
        """The document that a document replaces; None where it replaces none that is here."""
        if record.supersedes is None:
            return None
        self._follow(self._documents, path, superseded_ids)
        return self.document(record.supersedes)

    def document_of(self, record: Placed | corpus.SeriesPoint, path: Path) -> corpus.Document:
        """The document that a record stands in or that a point comes from."""
        self._follow(self._documents, path, document_ids)
        return present(self.document(record.document_id), record.document_id)

    def documents_of(self, series: corpus.Series, path: Path) -> tuple[corpus.Document, ...]:
        """The documents that state a series, oldest first."""
        self._follow(self._documents, path, document_ids)
        return tuple(present(self.document(one), one) for one in series.document_ids)

    def fact_of(
        self, record: corpus.SeriesPoint | corpus.ArithmeticTerm, path: Path
    ) -> corpus.Fact | None:
        """The fact that a point comes from, or that a figure became; None where it became none."""
        if record.fact_id is None:
            return None
        self._follow(self._facts, path, fact_ids)
        return self.fact(record.fact_id)

    def cited(self, record: Placed | corpus.SeriesPoint, path: Path) -> Placed:
        """What is cited for a record: itself, and for a point the fact that it comes from."""
        if not isinstance(record, corpus.SeriesPoint):
            return record
        return present(self.fact_of(record, path), record.fact_id)

    def section_of(
        self, record: corpus.Passage | corpus.Fact | corpus.ArithmeticAudit, path: Path
    ) -> corpus.Section:
        """The section that a record stands in."""
        self._follow(self._sections, path, section_ids)
        return present(self.section(record.section_id), record.section_id)

    def passage_of(
        self, record: corpus.Fact | corpus.ArithmeticAudit, path: Path
    ) -> corpus.Passage:
        """The passage that a record stands in."""
        self._follow(self._passages, path, passage_ids)
        return present(self.passage(record.passage_id), record.passage_id)

    def municipalities(self) -> tuple[str, ...]:
        """The names of all local governments that have a document, sorted."""
        return self._names.of(self.snapshot)

    def municipality_names(self, names: Iterable[str]) -> tuple[str, ...]:
        """Each name as given and, where it is the last word of known names, those in full.

        People write 보령시 where a document says 충청남도 보령시, and Boryeong where they read no
        Korean: a name that no document has is looked up among all local governments.
        """
        given = dict.fromkeys(name.strip() for name in names)
        if not given:
            return ()
        known = self.municipalities()
        whole = [one for one in known if one.rpartition(" ")[-1] in given]
        for name in given:
            if name not in known and (meant := corpus.municipality_named(name)):
                whole += [one for one in (meant.shown, meant.name) if one in known]
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

    def _follow(self, shelf: Shelf[Any], path: Path, ids: Callable[[Any], Iterable[str]]) -> None:
        """Fetch what every record beside this path names, before one of them is asked for."""
        self.places.follow(
            path,
            ids.__name__,
            lambda owners: shelf.all(one for owner in owners for one in ids(owner)),
        )

    def _follow_back(self, backlinks: Backlinks[Any], path: Path, link: str) -> None:
        """Fetch what points to any record beside this path."""
        self.places.follow(path, link, lambda owners: backlinks.all(owner.id for owner in owners))

    @staticmethod
    def _kept(shelf: Shelf[Record], found: tuple[Record, ...]) -> tuple[Record, ...]:
        shelf.put(found)
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a resolver may use.

    `may_stream` says that results may come one after another, `asker` answers questions where the
    program has somebody who does, `turns` is how many questions may be answered at once,
    `request_id` names the request in errors, `charge` takes what the operation costs.
    """

    records: Records
    may_stream: bool = False
    asker: Asker | None = None
    turns: BoundedSemaphore = field(default_factory=BoundedSemaphore)
    request_id: str = ""
    charge: Charge | None = None
