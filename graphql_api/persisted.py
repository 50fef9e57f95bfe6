"""Persisted queries: documents known by their SHA-256, so that a short address asks for a long one.

Nothing is remembered that has not been admitted and executed before.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from threading import Lock

from graphql_api.digests import digest_of
from graphql_api.envelope import Envelope
from graphql_api.errors import PersistedQueryError, PersistedQueryNotFoundError


@dataclass(frozen=True, slots=True, kw_only=True)
class PersistedOptions:
    """How many documents are kept in memory, beside those that ship.

    `kept_bytes` is some two thousand documents of usual length; the one that was used longest ago
    makes room. `fresh_seconds` is how long an answer by hash may be taken from a cache unasked:
    long enough to carry a page that many open at once, short beside the days between two snapshots.
    """

    kept_bytes: int = 2_000_000
    fresh_seconds: int = 60


class PersistedQueries:
    """Documents by their digest: `shipped` ones for good, others while there is room."""

    def __init__(
        self, shipped: Iterable[str] = (), options: PersistedOptions | None = None
    ) -> None:
        self.options = options or PersistedOptions()
        self._shipped = {digest_of(text): text for text in shipped}
        self._kept: OrderedDict[str, str] = OrderedDict()
        self._bytes = 0
        # Requests are answered on several threads.
        self._turn = Lock()

    def find(self, digest: str) -> str:
        """The document of this digest; PersistedQueryNotFoundError asks the caller to send it."""
        if digest in self._shipped:
            return self._shipped[digest]
        with self._turn:
            if digest in self._kept:
                self._kept.move_to_end(digest)
                return self._kept[digest]
        # The code is what clients of the protocol look for, hence its capitals.
        raise PersistedQueryNotFoundError(
            "PERSISTED_QUERY_NOT_FOUND",
            "이 SHA-256의 질의를 모릅니다. query와 함께 다시 보내십시오.",
            "PersistedQueryNotFound: send it again together with the query.",
        )

    def whole(self, envelope: Envelope) -> Envelope:
        """The request with its document in it, found by its digest where it was left out.

        Raises PersistedQueryNotFoundError, PersistedQueryError where the two do not agree.
        """
        if envelope.digest is None:
            return envelope
        if not envelope.query:
            return replace(envelope, query=self.find(envelope.digest))
        if digest_of(envelope.query) != envelope.digest:
            raise PersistedQueryError(
                "persisted_query_mismatch",
                "SHA-256이 query와 맞지 않습니다.",
                "The SHA-256 is not that of the query.",
            )
        return envelope

    def note(self, envelope: Envelope) -> None:
        """Remember the document of a request by its digest, once it has been executed."""
        if envelope.digest is not None:
            self._keep(envelope.digest, envelope.query)

    def _keep(self, digest: str, text: str) -> None:
        size = len(text.encode())
        if digest in self._shipped or size > self.options.kept_bytes:
            return
        with self._turn:
            if digest in self._kept:
                self._kept.move_to_end(digest)
                return
            self._kept[digest] = text
            self._bytes += size
            while self._bytes > self.options.kept_bytes:
                _, oldest = self._kept.popitem(last=False)
                self._bytes -= len(oldest.encode())
