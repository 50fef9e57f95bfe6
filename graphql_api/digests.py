"""Digests: how a request names its document by its SHA-256 instead of sending it.

Two published ways are read: automatic persisted queries (Apollo's protocol:
`extensions={"persistedQuery": {"version": 1, "sha256Hash": …}}`), which also adds documents, and
`documentId=sha256:…` (GraphQL over HTTP, appendix on persisted documents).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping

from graphql_api.errors import PersistedQueryError

VERSION = 1
"""The only version of automatic persisted queries there is."""

SHA_256 = re.compile(r"[0-9a-f]{64}")
PREFIX = "sha256:"


def digest_of(text: str) -> str:
    """The name of a document: the SHA-256 of its UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def named_digest(document_id: object, extensions: Mapping[str, object] | None) -> str | None:
    """The digest that a request names its document by; None where it names none.

    Raises PersistedQueryError for one that is no SHA-256, or an unknown version.
    """
    if document_id is not None:
        text = document_id if isinstance(document_id, str) else ""
        return _checked(text.removeprefix(PREFIX) if text.startswith(PREFIX) else "")
    named = (extensions or {}).get("persistedQuery")
    if named is None:
        return None
    if not isinstance(named, dict) or named.get("version") != VERSION:
        raise PersistedQueryError(
            "persisted_query_not_supported",
            f"persistedQuery는 version {VERSION}과 sha256Hash로 된 객체여야 합니다.",
            f"persistedQuery must be an object with version {VERSION} and sha256Hash.",
        )
    found = named.get("sha256Hash")
    return _checked(found if isinstance(found, str) else "")


def _checked(digest: str) -> str:
    if not SHA_256.fullmatch(digest):
        raise PersistedQueryError(
            "persisted_query_invalid",
            "SHA-256을 16진수 소문자 64자로 쓰십시오(documentId는 앞에 sha256:).",
            "Give the SHA-256 as 64 lower-case hexadecimal digits (documentId: after 'sha256:').",
        )
    return digest
