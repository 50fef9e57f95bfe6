"""Digests of files: the proof that a folder holds what was written."""

from __future__ import annotations

import hashlib
from pathlib import Path


def file_digest(path: Path) -> str:
    """SHA-256 of a file's content."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def file_digests(folder: Path, seal_name: str) -> dict[str, str]:
    """SHA-256 of every file under the folder, by its path inside.

    The file that is to hold the digests is left out, and so are locks that readers take.
    """
    return {
        path.relative_to(folder).as_posix(): file_digest(path)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != seal_name and path.suffix != ".lock"
    }
