"""The manifest of a snapshot: its identity, and the digests that prove it whole."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

import corpus
from index.digests import file_digests
from index.errors import SnapshotError
from index.types import Manifest
from index.words import analyser

FORMAT_VERSION = 8
"""Raised whenever files of a snapshot change their meaning; another format is not opened."""

MANIFEST_NAME = "manifest.json"

_IDENTIFIER_LENGTH = 16
"""Hexadecimal characters: 64 bits, far beyond any number of snapshots that will ever be built."""


def snapshot_id_for(corpus_digest: str, model_name: str, model_revision: str) -> str:
    """The name of the snapshot that this corpus gives with this model: a digest, no clock in it."""
    parts = (str(FORMAT_VERSION), analyser(), corpus_digest, model_name, model_revision)
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:_IDENTIFIER_LENGTH]


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """The manifest into the folder, on disk for certain when this returns."""
    content = asdict(manifest) | {"built_at": manifest.built_at.isoformat()}
    path = folder / MANIFEST_NAME
    with path.open("w", encoding="utf-8") as file:
        json.dump(content, file, ensure_ascii=False, indent=2)
        file.flush()
        os.fsync(file.fileno())


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a snapshot, of this format.

    Raises SnapshotError when there is none (half-written), or it cannot be understood.
    """
    try:
        content = json.loads((folder / MANIFEST_NAME).read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise SnapshotError(
            "snapshot_incomplete",
            f"스냅숏 {folder.name}이(가) 없거나 쓰다 만 상태입니다. 색인을 다시 만들어 주세요.",
            f"Snapshot {folder.name} is missing or half-written; build the index again.",
        ) from error
    except (OSError, ValueError) as error:
        raise damaged(folder, MANIFEST_NAME) from error
    found = content.get("format_version") if isinstance(content, dict) else None
    if found != FORMAT_VERSION:
        raise SnapshotError(
            "snapshot_other_format",
            f"스냅숏 {folder.name}은(는) 형식 {found}이고 이 프로그램은 형식 {FORMAT_VERSION}을"
            " 읽습니다. 색인을 다시 만들어 주세요.",
            f"Snapshot {folder.name} has format {found}, and this program reads format"
            f" {FORMAT_VERSION}; build the index again.",
        )
    try:
        return _manifest_from(content)
    except (KeyError, TypeError, ValueError) as error:
        raise damaged(folder, MANIFEST_NAME) from error


def verify_files(folder: Path, manifest: Manifest) -> None:
    """Raise SnapshotError unless every file is there, unchanged, and no other is."""
    found = file_digests(folder, MANIFEST_NAME)
    for name in sorted(found.keys() | manifest.files.keys()):
        if found.get(name) != manifest.files.get(name):
            raise damaged(folder, name)


def damaged(folder: Path, file_name: str) -> SnapshotError:
    """The error for a file of a snapshot that is not what the manifest says."""
    return SnapshotError(
        "snapshot_damaged",
        f"스냅숏 {folder.name}의 파일 {file_name}이(가) 손상되었습니다. 색인을 다시 만들어 주세요.",
        f"File {file_name} of snapshot {folder.name} is damaged; build the index again.",
    )


def _manifest_from(content: dict[str, Any]) -> Manifest:
    excluded = tuple(corpus.Excluded(**one) for one in content["excluded"])
    built_at = datetime.fromisoformat(content["built_at"])
    return Manifest(**(content | {"excluded": excluded, "built_at": built_at}))
