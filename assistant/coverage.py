"""Coverage: every file that was found, as read or set aside, with sums that add up.

A file of the corpus is either a document or set aside with a reason. Beside these the manifest
keeps notes about the catalogue (a row without a file, a field that could not be used): they are
about no file of their own and are counted apart. Of a document's characters each stands in a
passage, was left out for a reason, or is a heading or a blank between them.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

import corpus
import index
from assistant.audits import count_audits

CATALOGUE_PREFIX = "catalogue_"
"""Codes of what was set aside that are about the catalogue and no file (`corpus.Excluded`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageRow:
    """How much of a document can be cited; `left_out` counts characters by reason.

    `characters` are `cited` (in a passage), left out, and `between` (headings and blanks).
    `facts` are those that are published, `doubtful` those that a doubt keeps back.
    """

    document: corpus.Document
    characters: int
    cited: int
    between: int
    passages: int
    facts: int
    doubtful: int
    audits: Mapping[corpus.AuditResult, int]
    left_out: tuple[tuple[str, int], ...]

    @property
    def share_left_out(self) -> float:
        """Of all characters, in 0..1."""
        return sum(count for _, count in self.left_out) / max(1, self.characters)


@dataclass(frozen=True, slots=True, kw_only=True)
class FormatRow:
    """The files of one format ('pdf', '' for none): found = read + set_aside."""

    name: str
    read: int
    set_aside: int

    @property
    def found(self) -> int:
        """All files of the format."""
        return self.read + self.set_aside


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRow:
    """What was read of one municipality (None: not known): documents = originals + digests."""

    name: str | None
    originals: int
    digests: int
    passages: int
    facts: int
    doubtful: int

    @property
    def documents(self) -> int:
        """All documents of the place."""
        return self.originals + self.digests


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """The whole input: found = read + set aside, the same by format, and the notes apart.

    `reasons` counts the files that were set aside by code.
    """

    read: int
    set_aside: tuple[corpus.Excluded, ...]
    notes: tuple[corpus.Excluded, ...]
    formats: tuple[FormatRow, ...]
    places: tuple[PlaceRow, ...]
    reasons: tuple[tuple[str, int], ...]

    @property
    def found(self) -> int:
        """Every file that was found."""
        return self.read + len(self.set_aside)


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What was read of a snapshot: the sums at once, each document's row when it is asked for.

    A row reads the whole text of its document, so it is kept, at some hundred bytes.
    """

    account: Account
    audits: Mapping[corpus.AuditResult, int]
    rows: dict[str, CoverageRow] = field(default_factory=dict)

    def row(self, snapshot: index.Snapshot, document: corpus.Document) -> CoverageRow:
        """The row of a document of this snapshot."""
        row = self.rows.get(document.id)
        if row is None:
            row = self.rows[document.id] = coverage_row(snapshot, document)
        return row


def read_coverage(snapshot: index.Snapshot) -> Coverage:
    """The sums of a snapshot; rows are made as they are asked for."""
    return Coverage(account=account_of(snapshot), audits=count_audits(snapshot))


def account_of(snapshot: index.Snapshot) -> Account:
    """What became of every file that the snapshot was made from."""
    documents = snapshot.documents(index.RecordRequest())
    excluded = snapshot.manifest.excluded
    set_aside = tuple(one for one in excluded if not one.code.startswith(CATALOGUE_PREFIX))
    notes = tuple(one for one in excluded if one.code.startswith(CATALOGUE_PREFIX))
    read = Counter(format_of(one.source) for one in documents)
    aside = Counter(format_of(one.source) for one in set_aside)
    return Account(
        read=len(documents),
        set_aside=set_aside,
        notes=notes,
        formats=tuple(
            FormatRow(name=name, read=read[name], set_aside=aside[name])
            for name in sorted({*read, *aside})
        ),
        places=tuple(_places(snapshot, documents)),
        reasons=tuple(Counter(one.code for one in set_aside).most_common()),
    )


def format_of(source: str) -> str:
    """The format of a file by its ending: 'plan.PDF' is 'pdf', 'plan' is ''."""
    return PurePosixPath(source).suffix.lower().removeprefix(".")


def coverage_row(snapshot: index.Snapshot, document: corpus.Document) -> CoverageRow:
    """Count what can be cited of one document."""
    of_document = index.RecordRequest(document_ids=(document.id,))
    left_out: Counter[str] = Counter()
    for span in snapshot.left_out(document.id):
        left_out[span.reason] += span.end - span.start
    passages = snapshot.passages(of_document)
    characters = len(snapshot.text(document.id) or "")
    cited = _covered([(one.start, one.end) for one in passages])
    return CoverageRow(
        document=document,
        characters=characters,
        cited=cited,
        between=characters - cited - sum(left_out.values()),
        passages=len(passages),
        facts=_count_facts(snapshot, (document.id,), index.Publication.PUBLISHED),
        doubtful=_count_facts(snapshot, (document.id,), index.Publication.DOUBTFUL),
        audits=count_audits(snapshot, document.id),
        left_out=tuple(left_out.most_common()),
    )


CSV_COLUMNS = (
    *("source", "format", "state", "reason", "reason_ko", "reason_en"),
    *("document", "title", "municipality", "type", "published_on", "licence"),
    *("is_digest", "is_truncated", "characters", "in_passages", "left_out", "between"),
    *("passages", "facts", "doubtful_facts"),
)


def coverage_csv(snapshot: index.Snapshot, read: Coverage) -> Iterator[bytes]:
    """Every file and every note about the catalogue, a line each, text shielded as in the dumps."""
    yield (index.BYTE_ORDER_MARK + _line(CSV_COLUMNS)).encode()
    for one in snapshot.documents(index.RecordRequest()):
        row = read.row(snapshot, one)
        yield _line(
            (
                *(_text(one.source), format_of(one.source), "read", "", "", ""),
                *(one.id, _text(one.title), _text(one.municipality), _text(one.document_type)),
                *(one.published_on or "", _text(one.licence)),
                *(str(one.is_digest).lower(), str(one.is_truncated).lower()),
                *(row.characters, row.cited, sum(n for _, n in row.left_out), row.between),
                *(row.passages, row.facts, row.doubtful),
            )
        ).encode()
    for out in snapshot.manifest.excluded:
        is_note = out.code.startswith(CATALOGUE_PREFIX)
        said = (
            _text(out.source),
            format_of(out.source),
            "note" if is_note else "set_aside",
            out.code,
            _text(out.message_ko),
            _text(out.message_en),
        )
        yield _line((*said, *[""] * (len(CSV_COLUMNS) - len(said)))).encode()


def _places(snapshot: index.Snapshot, documents: Sequence[corpus.Document]) -> Iterator[PlaceRow]:
    names = {one.municipality for one in documents}
    for name in sorted(names, key=lambda one: (one is None, one or "")):
        here = [one for one in documents if one.municipality == name]
        ids = tuple(one.id for one in here)
        digests = sum(one.is_digest for one in here)
        yield PlaceRow(
            name=name,
            originals=len(here) - digests,
            digests=digests,
            passages=snapshot.count("passages", index.RecordRequest(document_ids=ids)),
            facts=_count_facts(snapshot, ids, index.Publication.PUBLISHED),
            doubtful=_count_facts(snapshot, ids, index.Publication.DOUBTFUL),
        )


def _count_facts(
    snapshot: index.Snapshot, ids: tuple[str, ...], publication: index.Publication
) -> int:
    return snapshot.count("facts", index.RecordRequest(document_ids=ids, publication=publication))


def _covered(spans: Sequence[tuple[int, int]]) -> int:
    """How many characters the spans cover, each counted once."""
    count = reached = 0
    for start, end in sorted(spans):
        count += max(0, end - max(start, reached))
        reached = max(reached, end)
    return count


def _text(text: str | None) -> str:
    return index.shielded(text) if text else ""


def _line(cells: Sequence[object]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue()
