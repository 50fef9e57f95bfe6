"""Editions: which document replaces which, for pages to say and for answers to heed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import corpus
import index
from assistant.retrieve import Candidate

SUPERSEDES = "supersedes"
"""The field of a document that says what it replaces, as `Document.inferred` names it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """The other document of a replacement; `is_inferred` where no catalogue says that it is one."""

    document: corpus.Document
    is_inferred: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Editions:
    """What replaces a document, oldest first, and what it replaces.

    `older_name` is what the catalogue calls the replaced document; `older` is None where the
    snapshot does not hold it.
    """

    newer: tuple[Edition, ...]
    older: Edition | None
    older_name: str | None


def editions_of(snapshot: index.Snapshot, document: corpus.Document) -> Editions:
    """The documents that replace this one and the one that it replaces."""
    older = None
    if document.supersedes is not None:
        found = snapshot.documents(index.RecordRequest(ids=(document.supersedes,)))
        is_inferred = SUPERSEDES in document.inferred
        older = Edition(document=found[0], is_inferred=is_inferred) if found else None
    return Editions(
        newer=newer_editions(snapshot, [document]).get(document.id, ()),
        older=older,
        older_name=document.supersedes,
    )


def newer_editions(
    snapshot: index.Snapshot, documents: Sequence[corpus.Document]
) -> Mapping[str, tuple[Edition, ...]]:
    """What replaces each of the documents, by their ids, oldest first; nothing for the newest."""
    if not documents:
        return {}  # an empty tuple would not narrow
    newer: defaultdict[str, list[corpus.Document]] = defaultdict(list)
    ids = tuple(one.id for one in documents)
    for one in snapshot.documents(index.RecordRequest(supersedes=ids)):
        if one.supersedes is not None and one.id != one.supersedes:
            newer[one.supersedes].append(one)
    return {
        replaced: tuple(
            Edition(document=one, is_inferred=SUPERSEDES in one.inferred)
            for one in sorted(found, key=by_day)
        )
        for replaced, found in newer.items()
    }


def by_day(document: corpus.Document) -> tuple[str, str]:
    """What documents are sorted by, the oldest first; an undated one counts as the oldest."""
    return (str(document.published_on or ""), document.id)


_EARLIER = re.compile(
    r"당초|원래|애초|변경\s?(?:이?전)|개정\s?(?:이?전)|수정\s?(?:이?전)|옛|이전\s?(?:판|계획)|"
    r"\b(?:original|previous|earlier|superseded|first edition)\b",
    re.IGNORECASE,
)


def prefer_newest(
    text: str, candidates: Sequence[Candidate], snapshot: index.Snapshot
) -> tuple[Candidate, ...]:
    """The candidates without those of a replaced document whose replacement speaks of it too.

    A question for the earlier plan ('당초 계획') gets them all.
    """
    if _EARLIER.search(text) or len(candidates) < 2:
        return tuple(candidates)
    documents = {one.evidence.document.id: one.evidence.document for one in candidates}
    if len(documents) < 2:
        return tuple(candidates)
    replaced = {
        older
        for older, newer in newer_editions(snapshot, list(documents.values())).items()
        if any(edition.document.id in documents for edition in newer)
    }
    return tuple(one for one in candidates if one.evidence.document.id not in replaced)
