"""Hold the snapshot that is served, and swap it while readers are at work."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from index.errors import SnapshotError
from index.snapshot import Snapshot


class SnapshotHolder:
    """The current snapshot; a replaced one is closed when its last reader leaves."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._lock = threading.Lock()
        self._current: Snapshot | None = snapshot
        self._readers: Counter[Snapshot] = Counter()

    @contextmanager
    def lease(self) -> Iterator[Snapshot]:
        """The snapshot that is current now, kept open until the block ends."""
        with self._lock:
            snapshot = self._current
            if snapshot is None:
                raise SnapshotError(
                    "snapshot_closed",
                    "서비스를 종료하는 중입니다. 잠시 뒤 다시 시도해 주세요.",
                    "The service is shutting down; try again in a moment.",
                )
            self._readers[snapshot] += 1
        try:
            yield snapshot
        finally:
            with self._lock:
                self._readers[snapshot] -= 1
                is_last_reader = not self._readers[snapshot]
                if is_last_reader:
                    del self._readers[snapshot]
                is_replaced = snapshot is not self._current
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
            is_idle = previous is not None and not self._readers[previous]
        if previous is not None and previous is not snapshot and is_idle:
            previous.close()
