"""Hold the snapshot that is served, and swap it while readers are at work."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

import index
from tests.factories import make_corpus, make_document, make_reading

ALL = index.RecordRequest()


@pytest.fixture
def old_and_new(
    tmp_path: Path, embedder: index.HashingEmbedder
) -> Iterator[tuple[index.Snapshot, index.Snapshot]]:
    other = make_corpus(make_reading(document=make_document(id="kr-asan/plan-2023")))
    old = index.ensure_snapshot(make_corpus(), tmp_path, embedder=embedder)
    new = index.ensure_snapshot(other, tmp_path, embedder=embedder)
    yield old, new
    old.close()
    new.close()


def is_closed(snapshot: index.Snapshot) -> bool:
    try:
        snapshot.documents(ALL)
    except index.SnapshotError:
        return True
    return False


def test_a_reader_keeps_its_snapshot_through_a_swap(
    old_and_new: tuple[index.Snapshot, index.Snapshot],
) -> None:
    old, new = old_and_new
    holder = index.SnapshotHolder(old)
    with holder.lease() as first:
        holder.swap(new)
        with holder.lease() as second:
            assert (first, second) == (old, new)
            assert not is_closed(old)
    assert is_closed(old)
    assert not is_closed(new)


def test_the_old_snapshot_closes_with_its_last_reader(
    old_and_new: tuple[index.Snapshot, index.Snapshot],
) -> None:
    old, new = old_and_new
    holder = index.SnapshotHolder(old)
    first, second = holder.lease(), holder.lease()
    first.__enter__()
    second.__enter__()
    holder.swap(new)
    first.__exit__(None, None, None)
    assert not is_closed(old)
    second.__exit__(None, None, None)
    assert is_closed(old)


def test_an_idle_snapshot_closes_at_once(
    old_and_new: tuple[index.Snapshot, index.Snapshot],
) -> None:
    old, new = old_and_new
    index.SnapshotHolder(old).swap(new)
    assert is_closed(old)


def test_swapping_a_snapshot_for_itself_keeps_it_open(
    old_and_new: tuple[index.Snapshot, index.Snapshot],
) -> None:
    old, _ = old_and_new
    holder = index.SnapshotHolder(old)
    with holder.lease():
        holder.swap(old)
    assert not is_closed(old)


def test_a_reader_that_fails_leaves_too(
    old_and_new: tuple[index.Snapshot, index.Snapshot],
) -> None:
    old, new = old_and_new
    holder = index.SnapshotHolder(old)

    def fail() -> None:
        with holder.lease():
            holder.swap(new)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert is_closed(old)


def test_a_closed_holder_gives_no_lease(
    old_and_new: tuple[index.Snapshot, index.Snapshot],
) -> None:
    old, _ = old_and_new
    holder = index.SnapshotHolder(old)
    holder.close()
    assert is_closed(old)
    with pytest.raises(index.SnapshotError, match="shutting down"), holder.lease():
        pass


def test_readers_at_work_never_meet_a_closed_snapshot(
    tmp_path: Path, embedder: index.HashingEmbedder
) -> None:
    content = make_corpus()
    folder = tmp_path / "snapshots"
    built = index.build_snapshot(content, tmp_path, embedder=embedder).snapshot_id
    snapshots = [index.open_snapshot(folder / built, embedder=embedder) for _ in range(30)]
    holder = index.SnapshotHolder(snapshots[0])
    problems: list[Exception] = []
    is_over = threading.Event()

    def read() -> None:
        while not is_over.is_set():
            try:
                with holder.lease() as snapshot:
                    assert len(snapshot.documents(ALL)) == 1
            except Exception as error:
                problems.append(error)

    readers = [threading.Thread(target=read) for _ in range(4)]
    for reader in readers:
        reader.start()
    for snapshot in snapshots[1:]:
        holder.swap(snapshot)
    is_over.set()
    for reader in readers:
        reader.join()
    assert problems == []
    assert [is_closed(snapshot) for snapshot in snapshots] == [True] * 29 + [False]
    holder.close()
