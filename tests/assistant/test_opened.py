from collections.abc import Sequence
from typing import cast

import corpus
import index
from assistant.opened import OpenedDocuments
from assistant.viewer import ViewerOptions
from tests.assistant.face import FakeSnapshot
from tests.factories import make_corpus, make_document, make_reading


class Counting(FakeSnapshot):
    """Counts how often facts are read from it."""

    reads = 0

    def facts(self, request: index.RecordRequest) -> tuple[corpus.Fact, ...]:
        self.reads += 1
        return super().facts(request)


def opened(snapshot: Counting, shelf: OpenedDocuments, wanted: Sequence[corpus.Reading]) -> None:
    for one in wanted:
        found = shelf.open(cast("index.Snapshot", snapshot), one.document, one.text)
        assert [fact.document_id for fact in found.facts] == [one.document.id]
        assert found.parts[-1].end == len(one.text)


def test_a_document_is_read_once_while_it_is_turned_over() -> None:
    readings = [make_reading(document=make_document(id=f"kr-a/{n}")) for n in range(3)]
    snapshot = Counting(make_corpus(*readings))
    shelf = OpenedDocuments(ViewerOptions(), room=2)
    opened(snapshot, shelf, [readings[0], readings[0], readings[1], readings[0]])
    assert snapshot.reads == 2
    opened(snapshot, shelf, [readings[2], readings[0], readings[1]])
    assert snapshot.reads == 4


def test_another_snapshot_is_read_anew() -> None:
    reading = make_reading()
    shelf = OpenedDocuments(ViewerOptions())
    first, second = Counting(make_corpus(reading)), Counting(make_corpus(reading))
    second.manifest = index.Manifest(
        **{name: getattr(first.manifest, name) for name in index.Manifest.__dataclass_fields__}
        | {"snapshot_id": "another"}
    )
    opened(first, shelf, [reading])
    opened(second, shelf, [reading])
    assert (first.reads, second.reads) == (1, 1)
