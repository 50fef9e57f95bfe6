"""Fetch in batches: one read for each kind of record and level of a query, however many rows.

Reading a list notes the ids of everything its records point to. The first link that is followed
fetches all that were noted at once; the others find theirs on the shelf. Nothing here is awaited,
so resolvers stay plain functions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Generic, Literal, Protocol

import corpus
import index
from graphql_api.pagination import Identified, Record

Reader = Callable[[index.RecordRequest], Sequence[Record]]

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


def present(found: Record | None, record_id: str) -> Record:
    """The record, which a whole snapshot must hold because another record points to it."""
    if found is None:
        raise LookupError(f"the snapshot lacks {record_id}")
    return found


class Shelf(Generic[Record]):
    """The records of one kind that this request has seen, and the ids it may yet want."""

    def __init__(self, read: Reader[Record]) -> None:
        self._read = read
        self._wanted: dict[str, None] = {}
        self._found: dict[str, Record | None] = {}

    def note(self, ids: Iterable[str]) -> None:
        """Remember ids that may be asked for, so that asking for one fetches them all."""
        self._wanted.update(dict.fromkeys(one for one in ids if one not in self._found))

    def put(self, records: Iterable[Record]) -> None:
        """Keep records that were read in another way."""
        self._found.update((one.id, one) for one in records)

    def get(self, record_id: str) -> Record | None:
        """The record with this id; None when the snapshot has none."""
        if record_id not in self._found:
            self.note([record_id])
            self._fetch()
        return self._found[record_id]

    def _fetch(self) -> None:
        ids = [one for one in self._wanted if one not in self._found]
        self._wanted.clear()
        self._found.update(dict.fromkeys(ids))
        self.put(self._read(index.RecordRequest(ids=tuple(ids))))


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
        self._documents: Shelf[corpus.Document] = Shelf(snapshot.documents)
        self._sections: Shelf[corpus.Section] = Shelf(self.sections)
        self._passages: Shelf[corpus.Passage] = Shelf(self.passages)
        self._facts: Shelf[corpus.Fact] = Shelf(self.facts)
        self._tables: dict[Listed, Reader[Identified]] = {
            "documents": self.documents,
            "sections": self.sections,
            "passages": self.passages,
            "facts": self.facts,
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

    def document_of(self, record: corpus.Section | corpus.Passage | corpus.Fact) -> corpus.Document:
        """The document that a record stands in."""
        return present(self.document(record.document_id), record.document_id)

    def section_of(self, record: corpus.Passage | corpus.Fact) -> corpus.Section:
        """The section that a record stands in."""
        return present(self.section(record.section_id), record.section_id)

    def passage_of(self, record: corpus.Fact) -> corpus.Passage:
        """The passage that a fact stands in."""
        return present(self.passage(record.passage_id), record.passage_id)

    def note(self, ids: Sequence[str]) -> None:
        """Tell every shelf that these ids, of whatever kind, are about to be asked for."""
        for shelf in (self._documents, self._sections, self._passages, self._facts):
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
    """What a resolver may use."""

    records: Records
