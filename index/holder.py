"""Hold the snapshot that is served, and swap it while readers are at work."""

from __future__ import annotations

import threading
from collections import Counter
from contextlib import AbstractContextManager
from types import TracebackType

from index.errors import SnapshotError
from index.snapshot import Snapshot


class SnapshotHolder:
    """The current snapshot; a replaced one is closed when its last reader leaves."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._lock = threading.Lock()
        self._current: Snapshot | None = snapshot
        self._readers: Counter[Snapshot] = Counter()

    def lease(self) -> AbstractContextManager[Snapshot]:
        """The snapshot that is current when the block begins, kept open until it ends."""
        return _Lease(self)

    def _take(self) -> Snapshot:
        with self._lock:
            snapshot = self._current
            if snapshot is None:
                raise SnapshotError(
                    "snapshot_closed",
                    "서비스를 종료하는 중입니다. 잠시 뒤 다시 시도해 주세요.",
                    "The service is shutting down; try again in a moment.",
                )
            self._readers[snapshot] += 1
            return snapshot

    def _give_back(self, snapshot: Snapshot) -> None:
        with self._lock:
            self._readers[snapshot] -= 1
            is_last_reader = not self._readers[snapshot]
            is_replaced = snapshot is not self._current
            if is_last_reader and is_replaced:
                del self._readers[snapshot]
        if is_last_reader and is_replaced:
            snapshot.close()

    def swap(self, snapshot: Snapshot) -> None:
        """Serve another snapshot from the next lease on; leases that are out keep theirs."""
        self._replace(snapshot)

    def close(self) -> None:
        """Give no more leases; the snapshot is closed when its last reader leaves."""
        self._replace(None)

    def _replace(self, snapshot: Snapshot | None) -> None:
        with self._lock:
            previous, self._current = self._current, snapshot
            if previous is None or previous is snapshot or self._readers.get(previous):
                return
            self._readers.pop(previous, None)
        previous.close()


class _Lease:
    """One reader's hold on a snapshot; a class, because every request takes a lease or two."""

    __slots__ = ("_holder", "_snapshot")

    def __init__(self, holder: SnapshotHolder) -> None:
        self._holder = holder

    def __enter__(self) -> Snapshot:
        self._snapshot = self._holder._take()
        return self._snapshot

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._holder._give_back(self._snapshot)
