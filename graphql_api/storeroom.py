"""Files made once for each snapshot and then only read: what is served, with size and checksum.

A snapshot cannot change, so neither can a file made from it. Files lie in one folder for each
snapshot; beyond `DumpOptions.kept` snapshots the oldest folder goes.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import shutil
import tempfile
import threading
import weakref
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import index
from graphql_api.errors import UnavailableError

PIECE = 1 << 20
"""Bytes read at once."""

GZIP_SUFFIX = ".gz"
_UNFINISHED = ".part"


@dataclass(frozen=True, slots=True, kw_only=True)
class DumpOptions:
    """How dumps are made: `page` records at once keep memory flat and the waits short.

    `threads` is how many are made at the same time, so that they leave room for questions;
    `waiting` is how many requests may wait for one that is not there yet, those at work included:
    each holds its connection meanwhile, and who comes later is asked to come again.
    `row_group` rows go together in Parquet: enough to compress well, few enough to hold.
    `folder` is where they are kept, a temporary one when None, for `kept` snapshots: the one that
    is served, and the one before it, which somebody may still be reading.
    `compression` is gzip's level; 6 is its own default, beyond it time grows more than size falls.
    """

    page: int = 1_000
    threads: int = 2
    waiting: int = 16
    row_group: int = 10_000
    folder: Path | None = None
    kept: int = 2
    compression: int = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """A file as it is served: `sha256` in hexadecimal, `size` in bytes."""

    path: Path
    size: int
    sha256: str


Make = Callable[[BinaryIO], object]
"""Writes the content of a file."""


class Storeroom:
    """Makes each file when it is first asked for; whoever asks meanwhile waits for the same one."""

    def __init__(self, options: DumpOptions, version: str) -> None:
        self.options = options
        self._version = version
        self._temporary: Path | None = None
        self._locks: dict[tuple[str, str], threading.Lock] = {}
        self._known: dict[tuple[str, str], Stored] = {}
        self._lock = threading.Lock()

    def stored(self, snapshot: index.Snapshot, name: str, make: Make) -> Stored:
        """The file of this name for a snapshot, made now if need be; UnavailableError if not."""
        key = (snapshot.manifest.snapshot_id, name)
        with self._lock:
            lock = self._locks.setdefault(key, threading.Lock())
        with lock:
            known = self._known.get(key)
            if known is not None and known.path.exists():
                return known
            try:
                found = self._made(self._folder(key[0]) / name, make)
            except OSError as error:
                raise UnavailableError(
                    "dump_unavailable",
                    "지금은 파일을 만들 수 없습니다. 잠시 뒤에 다시 요청하십시오.",
                    "The file cannot be made just now; ask again later.",
                ) from error
            self._known[key] = found
            return found

    def known(self, snapshot: index.Snapshot, name: str, *, is_packed: bool) -> Stored | None:
        """The file of this name, in gzip with `is_packed`, if it has been made; else None."""
        key = (snapshot.manifest.snapshot_id, name + GZIP_SUFFIX if is_packed else name)
        found = self._known.get(key)
        return found if found is not None and found.path.exists() else None

    def compressed(self, snapshot: index.Snapshot, name: str, plain: Stored) -> Stored:
        """The same file in gzip, without a clock in it."""

        def make(out: BinaryIO) -> None:
            with (
                plain.path.open("rb") as content,
                gzip.GzipFile(
                    "", "wb", compresslevel=self.options.compression, fileobj=out, mtime=0
                ) as packed,
            ):
                shutil.copyfileobj(content, packed, PIECE)

        return self.stored(snapshot, name + GZIP_SUFFIX, make)

    def _made(self, path: Path, make: Make) -> Stored:
        """Written beside and renamed, so that nobody ever reads half a file."""
        if not path.exists():
            descriptor, beside = tempfile.mkstemp(suffix=_UNFINISHED, dir=path.parent)
            try:
                with os.fdopen(descriptor, "wb") as out:
                    make(out)
                Path(beside).replace(path)
            except BaseException:
                Path(beside).unlink(missing_ok=True)
                raise
        with path.open("rb") as content:
            digest = hashlib.file_digest(content, "sha256").hexdigest()
        return Stored(path=path, size=path.stat().st_size, sha256=digest)

    def _folder(self, snapshot_id: str) -> Path:
        """The folder of a snapshot; making a new one removes those that are too many."""
        root = self._root()
        folder = root / f"{hashlib.sha256(snapshot_id.encode()).hexdigest()[:32]}.{self._version}"
        with self._lock:
            if not folder.exists():
                folder.mkdir(parents=True)
                self._clear(root)
        return folder

    def _clear(self, root: Path) -> None:
        folders = [one for one in root.iterdir() if one.is_dir()]
        folders.sort(key=lambda one: one.stat().st_mtime_ns, reverse=True)
        for folder in folders[self.options.kept :]:
            shutil.rmtree(folder, ignore_errors=True)
            for key in [key for key, one in self._known.items() if one.path.parent == folder]:
                self._known.pop(key, None)
                self._locks.pop(key, None)

    def _root(self) -> Path:
        with self._lock:
            if self.options.folder is not None:
                return self.options.folder
            if self._temporary is None:
                self._temporary = Path(tempfile.mkdtemp(prefix="sijeong-dumps-"))
                weakref.finalize(self, shutil.rmtree, self._temporary, ignore_errors=True)
            return self._temporary
