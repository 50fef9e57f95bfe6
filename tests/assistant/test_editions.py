from datetime import date
from typing import cast

import corpus
import index
from assistant.editions import editions_of, newer_editions
from tests.assistant.face import FakeSnapshot
from tests.factories import make_corpus, make_document, make_reading

OLD = make_document(id="x/2021")
NEW = make_document(
    id="x/2022", supersedes="x/2021", inferred=("supersedes",), published_on=date(2022, 1, 1)
)
NEWEST = make_document(id="x/2022-b", supersedes="x/2021", published_on=date(2022, 6, 1))


def snapshot_of(*documents: corpus.Document) -> index.Snapshot:
    readings = [make_reading(document=one) for one in documents]
    return cast("index.Snapshot", FakeSnapshot(make_corpus(*readings)))


def test_a_replaced_document_names_what_replaces_it_oldest_first() -> None:
    found = editions_of(snapshot_of(NEWEST, OLD, NEW), OLD)
    assert [(one.document.id, one.is_inferred) for one in found.newer] == [
        ("x/2022", True),
        ("x/2022-b", False),
    ]
    assert found.older is None
    assert found.older_name is None


def test_a_document_names_what_it_replaces() -> None:
    found = editions_of(snapshot_of(OLD, NEW), NEW)
    assert found.older is not None
    assert (found.older.document, found.older.is_inferred) == (OLD, True)
    assert found.newer == ()


def test_what_is_replaced_but_not_held_keeps_its_name() -> None:
    found = editions_of(snapshot_of(NEW), NEW)
    assert (found.older, found.older_name) == (None, "x/2021")


def test_nothing_is_asked_of_no_documents() -> None:
    assert newer_editions(snapshot_of(OLD, NEW), []) == {}
    assert newer_editions(snapshot_of(OLD, NEW), [NEW]) == {}


def test_a_document_never_replaces_itself() -> None:
    itself = make_document(id="x/1", supersedes="x/1")
    assert newer_editions(snapshot_of(itself), [itself]) == {}
