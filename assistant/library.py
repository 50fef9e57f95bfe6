"""Pages about documents: the list, the viewer, the canonical text, and what was read at all."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse

import corpus
import index
from assistant.audits import AuditOptions
from assistant.charts import PictureOptions
from assistant.coverage import coverage_csv, read_coverage
from assistant.desk import Holder
from assistant.document_list import DocumentList, ListOptions
from assistant.document_page import DocumentPage, document_text, find_document
from assistant.kept import Kept, PageTags, names_tag
from assistant.ledger import LedgerOptions
from assistant.pages import Pages
from assistant.series import SeriesOptions
from assistant.viewer import ViewerOptions


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryOptions:
    """`page_size` documents on a page of what was read; the rest is about the other pages."""

    page_size: int = 100
    list: ListOptions = field(default_factory=ListOptions)
    viewer: ViewerOptions = field(default_factory=ViewerOptions)
    ledger: LedgerOptions = field(default_factory=LedgerOptions)
    audits: AuditOptions = field(default_factory=AuditOptions)
    series: SeriesOptions = field(default_factory=SeriesOptions)
    pictures: PictureOptions = field(default_factory=PictureOptions)


class Library:
    """The endpoints; they are synchronous, so Starlette runs each on a worker thread."""

    def __init__(self, holder: Holder, pages: Pages, options: LibraryOptions) -> None:
        self._holder = holder
        self._pages = pages
        self._options = options
        self._coverage = Kept(read_coverage)
        self._tags = PageTags()
        self._list = DocumentList(holder, pages, options.list)
        self._document_page = DocumentPage(
            holder,
            pages,
            viewer=options.viewer,
            ledger=options.ledger,
            audits=options.audits,
            series=options.series,
            pictures=options.pictures,
        )

    def documents(self, request: Request) -> Response:
        """`GET /documents`: the documents, narrowed, sorted, a page at a time."""
        return self._list.respond(request)

    def coverage(self, request: Request) -> Response:
        """`GET /coverage`: what became of every file, and what was read of each document."""
        with self._holder.lease() as snapshot:
            return self._tags.respond(
                request, snapshot, lambda: self._coverage_page(request, snapshot)
            )

    def _coverage_page(self, request: Request, snapshot: index.Snapshot) -> Response:
        documents, following = self._page_of_documents(snapshot, request)
        read = self._coverage.of(snapshot)
        return self._pages.render(
            request,
            "coverage.html",
            account=read.account,
            rows=[read.row(snapshot, one) for one in documents],
            audits=read.audits,
            following=following,
            snapshot=snapshot.manifest,
        )

    def coverage_csv(self, request: Request) -> Response:
        """`GET /coverage.csv`: the same, a line for each file, written as it is sent."""

        def lines() -> Iterator[bytes]:
            with self._holder.lease() as snapshot:
                yield from coverage_csv(snapshot, self._coverage.of(snapshot))

        with self._holder.lease():
            pass  # where there is no snapshot yet, say so while a status can still be sent
        return StreamingResponse(
            lines(),
            media_type="text/csv; charset=utf-8",
            headers={
                "cache-control": "no-cache",
                "content-disposition": 'attachment; filename="coverage.csv"',
            },
        )

    def text(self, request: Request) -> Response:
        """`GET /documents/ID.txt`: the canonical text that every offset points into."""
        with self._holder.lease() as snapshot:
            document = find_document(snapshot, request.path_params["document_id"])
            content = document_text(snapshot, document).encode("utf-8")
        tag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
        headers = {"etag": tag, "cache-control": "no-cache"}
        if names_tag(request.headers.get("if-none-match", ""), tag):
            return Response(status_code=304, headers=headers)
        return PlainTextResponse(content, headers=headers)

    def document(self, request: Request) -> Response:
        """`GET /documents/ID`: the document, with its facts and audits beside the text."""
        return self._document_page.respond(request)

    def _page_of_documents(
        self, snapshot: index.Snapshot, request: Request
    ) -> tuple[tuple[corpus.Document, ...], str | None]:
        """One page of documents, and the id to go on after where there are more."""
        size = self._options.page_size
        found = snapshot.documents(
            index.RecordRequest(after=request.query_params.get("after") or None, limit=size + 1)
        )
        page = tuple(found[:size])
        return page, page[-1].id if len(found) > size else None
