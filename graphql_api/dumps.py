"""Whole tables as JSON lines, streamed page by page in order of id."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from typing import Any

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.types import Receive, Scope, Send

import corpus
import index
from graphql_api.errors import MethodNotAllowedError
from graphql_api.loaders import Lender
from graphql_api.media import JSON_LINES
from graphql_api.responses import (
    READING,
    REVALIDATE,
    entity_tag,
    error_response,
    is_known,
    json_bytes,
)
from graphql_api.rows import audit_row, series_row


@dataclass(frozen=True, slots=True, kw_only=True)
class DumpOptions:
    """How a dump is read: `page` records at once keep memory flat and the waits short.

    `threads` is how many dumps are read at the same time, so that they leave room for questions.
    """

    page: int = 1_000
    threads: int = 2


ROW_FORMAT = 2
"""Raised when the rows of the same records change, so that no caller keeps the old ones."""

Rows = Callable[[index.Snapshot, index.RecordRequest], tuple[Sequence[Any], Iterator[object]]]
"""Reads one page of a snapshot: its records, and the rows that a dump has for them."""


def document_rows(
    snapshot: index.Snapshot, request: index.RecordRequest
) -> tuple[Sequence[corpus.Document], Iterator[object]]:
    """Documents, every field as the record has it."""
    found = snapshot.documents(request)
    return found, iter(found)


def section_rows(
    snapshot: index.Snapshot, request: index.RecordRequest
) -> tuple[Sequence[corpus.Section], Iterator[object]]:
    """Sections, every field as the record has it."""
    found = snapshot.sections(request)
    return found, iter(found)


def passage_rows(
    snapshot: index.Snapshot, request: index.RecordRequest
) -> tuple[Sequence[corpus.Passage], Iterator[object]]:
    """Passages, every field as the record has it."""
    found = snapshot.passages(request)
    return found, iter(found)


def fact_rows(
    snapshot: index.Snapshot, request: index.RecordRequest
) -> tuple[Sequence[corpus.Fact], Iterator[object]]:
    """Published facts as the contract's rows."""
    return _facts(snapshot, replace(request, publication=index.Publication.PUBLISHED))


def doubtful_rows(
    snapshot: index.Snapshot, request: index.RecordRequest
) -> tuple[Sequence[corpus.Fact], Iterator[object]]:
    """The facts that a doubt keeps out of every other dump, in the same rows."""
    return _facts(snapshot, replace(request, publication=index.Publication.DOUBTFUL))


def audit_rows(
    snapshot: index.Snapshot, request: index.RecordRequest
) -> tuple[Sequence[corpus.ArithmeticAudit], Iterator[object]]:
    """Arithmetic audits, their documents read at once."""
    found = snapshot.audits(request)
    by_id = documents_of(snapshot, found)
    return found, (audit_row(audit, by_id[audit.document_id]) for audit in found)


def series_rows(
    snapshot: index.Snapshot, request: index.RecordRequest
) -> tuple[Sequence[corpus.Series], Iterator[object]]:
    """Published series with all their points."""
    found = snapshot.series(replace(request, publication=index.Publication.PUBLISHED))
    return found, map(series_row, found)


def documents_of(
    snapshot: index.Snapshot, records: Sequence[corpus.Fact] | Sequence[corpus.ArithmeticAudit]
) -> dict[str, corpus.Document]:
    """The documents that records stand in, by id."""
    ids = tuple({record.document_id for record in records})
    documents = snapshot.documents(index.RecordRequest(ids=ids)) if ids else ()
    return {document.id: document for document in documents}


def _facts(
    snapshot: index.Snapshot, request: index.RecordRequest
) -> tuple[Sequence[corpus.Fact], Iterator[object]]:
    """Facts as rows, their documents read at once."""
    found = snapshot.facts(request)
    by_id = documents_of(snapshot, found)
    return found, (corpus.fact_row(fact, by_id[fact.document_id]) for fact in found)


DUMPS: dict[str, Rows] = {
    "arithmetic_audits": audit_rows,
    "documents": document_rows,
    "doubtful": doubtful_rows,
    "facts": fact_rows,
    "passages": passage_rows,
    "sections": section_rows,
    "series": series_rows,
}


class LeasedStream(StreamingResponse):
    """A stream that keeps its snapshot open until the last byte, or until the caller leaves."""

    def __init__(
        self, content: AsyncIterator[bytes], lease: ExitStack, headers: dict[str, str]
    ) -> None:
        super().__init__(content, headers=headers, media_type=JSON_LINES)
        self.lease = lease

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send, then give the snapshot back."""
        with self.lease:
            await super().__call__(scope, receive, send)


class DumpEndpoint:
    """The ASGI application behind one `/data/NAME.jsonl`."""

    def __init__(
        self,
        holder: Lender,
        name: str,
        options: DumpOptions,
        limiter: CapacityLimiter,
    ) -> None:
        self.holder = holder
        self.name = name
        self.rows = DUMPS[name]
        self.options = options
        self.limiter = limiter

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one HTTP request."""
        request = Request(scope, receive)
        try:
            response = self._answer(request)
        except corpus.SijeongError as error:
            response = error_response(error, request)
            if isinstance(error, MethodNotAllowedError):
                response.headers["Allow"] = ", ".join(READING)
        await response(scope, receive, send)

    def _answer(self, request: Request) -> Response:
        if request.method not in READING:
            raise MethodNotAllowedError("method_not_allowed", "GET으로 요청하십시오.", "Use GET.")
        with ExitStack() as lease:
            snapshot = lease.enter_context(self.holder.lease())
            headers = REVALIDATE | {
                "ETag": entity_tag(snapshot.manifest.snapshot_id, self.name, ROW_FORMAT),
                "Content-Disposition": f'inline; filename="{self.name}.jsonl"',
            }
            if is_known(request, headers["ETag"]):
                return Response(status_code=304, headers=headers)
            if request.method == "HEAD":
                return Response(headers=headers, media_type=JSON_LINES)
            return LeasedStream(self._lines(snapshot), lease.pop_all(), headers)

    async def _lines(self, snapshot: index.Snapshot) -> AsyncIterator[bytes]:
        after: str | None = None
        while True:
            page, after = await to_thread.run_sync(
                self._page, snapshot, after, limiter=self.limiter
            )
            if page:
                yield page
            if after is None:
                return

    def _page(self, snapshot: index.Snapshot, after: str | None) -> tuple[bytes, str | None]:
        """One page as lines, and the id to go on from, None after the last."""
        request = index.RecordRequest(after=after, limit=self.options.page)
        records, rows = self.rows(snapshot, request)
        lines = b"".join(json_bytes(row) + b"\n" for row in rows)
        return lines, records[-1].id if len(records) == self.options.page else None
