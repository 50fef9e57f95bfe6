"""What a document's page needs again and again, kept for the documents read last.

Nothing in a snapshot changes, so its id and the document's id are a sound key. A plan of a thousand
pages states ten thousand facts, and reading them takes longer than laying a page out.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass

import corpus
import index
from assistant.viewer import Part, ViewerOptions, cut_parts


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A document as its page needs it whole: text, sections, parts and facts, doubtful ones too."""

    text: str
    sections: Sequence[corpus.Section]
    parts: tuple[Part, ...]
    facts: Sequence[corpus.Fact]


class OpenedDocuments:
    """The documents that were opened last; safe for any number of threads.

    `room` for four: some tens of megabytes at the most, and as many readers turn pages at once.
    """

    def __init__(self, viewer: ViewerOptions, *, room: int = 4) -> None:
        self._viewer = viewer
        self._room = room
        self._lock = threading.Lock()
        self._opened: OrderedDict[tuple[str, str], Opened] = OrderedDict()

    def open(self, snapshot: index.Snapshot, document: corpus.Document, text: str) -> Opened:
        """The document, read from the snapshot where it does not lie here yet."""
        key = (snapshot.manifest.snapshot_id, document.id)
        with self._lock:
            found = self._opened.get(key)
            if found is not None:
                self._opened.move_to_end(key)
                return found
        of_document = index.RecordRequest(document_ids=(document.id,))
        sections = snapshot.sections(of_document)
        opened = Opened(
            text=text,
            sections=sections,
            parts=cut_parts(text, sections, self._viewer),
            facts=snapshot.facts(of_document),
        )
        with self._lock:
            self._opened[key] = opened
            while len(self._opened) > self._room:
                self._opened.popitem(last=False)
        return opened
