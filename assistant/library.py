"""Pages about documents: the list, the viewer, the canonical text, and what was read at all."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

import corpus
import index
from assistant.audits import AuditOptions, count_audits
from assistant.desk import Holder
from assistant.document_page import DocumentPage, document_text, find_document
from assistant.editions import newer_editions
from assistant.ledger import LedgerOptions
from assistant.pages import Pages
from assistant.pictures import PictureOptions
from assistant.series import SeriesOptions
from assistant.viewer import ViewerOptions


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryOptions:
    """`page_size` documents on a page of a list; the rest is about the page of one document."""

    page_size: int = 100
    viewer: ViewerOptions = field(default_factory=ViewerOptions)
    ledger: LedgerOptions = field(default_factory=LedgerOptions)
    audits: AuditOptions = field(default_factory=AuditOptions)
    series: SeriesOptions = field(default_factory=SeriesOptions)
    pictures: PictureOptions = field(default_factory=PictureOptions)


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageRow:
    """How much of a document can be cited; `left_out` counts characters by reason.

    `facts` are those that are published, `doubtful` those that a doubt keeps back.
    """

    document: corpus.Document
    characters: int
    passages: int
    facts: int
    doubtful: int
    audits: Mapping[corpus.AuditResult, int]
    left_out: tuple[tuple[str, int], ...]

    @property
    def share_left_out(self) -> float:
        """Of all characters, in 0..1."""
        return sum(count for _, count in self.left_out) / max(1, self.characters)


class Library:
    """The endpoints; they are synchronous, so Starlette runs each on a worker thread."""

    def __init__(self, holder: Holder, pages: Pages, options: LibraryOptions) -> None:
        self._holder = holder
        self._pages = pages
        self._options = options
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
        """`GET /documents`: every document, a page at a time."""
        with self._holder.lease() as snapshot:
            documents, following = self._page_of_documents(snapshot, request)
            return self._pages.render(
                request,
                "documents.html",
                documents=documents,
                newer=newer_editions(snapshot, documents),
                following=following,
                snapshot=snapshot.manifest,
            )

    def coverage(self, request: Request) -> Response:
        """`GET /coverage`: what was read of each document; which files were set aside and why."""
        with self._holder.lease() as snapshot:
            documents, following = self._page_of_documents(snapshot, request)
            return self._pages.render(
                request,
                "coverage.html",
                rows=[coverage_row(snapshot, one) for one in documents],
                audits=count_audits(snapshot),
                excluded=snapshot.manifest.excluded,
                following=following,
                snapshot=snapshot.manifest,
            )

    def text(self, request: Request) -> Response:
        """`GET /documents/ID.txt`: the canonical text that every offset points into."""
        with self._holder.lease() as snapshot:
            document = find_document(snapshot, request.path_params["document_id"])
            content = document_text(snapshot, document).encode("utf-8")
        tag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
        headers = {"etag": tag, "cache-control": "no-cache"}
        if _names_tag(request.headers.get("if-none-match", ""), tag):
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


def coverage_row(snapshot: index.Snapshot, document: corpus.Document) -> CoverageRow:
    """Count what can be cited of one document."""
    of_document = index.RecordRequest(document_ids=(document.id,))
    left_out: Counter[str] = Counter()
    for span in snapshot.left_out(document.id):
        left_out[span.reason] += span.end - span.start
    return CoverageRow(
        document=document,
        characters=len(document_text(snapshot, document)),
        passages=snapshot.count("passages", of_document),
        facts=snapshot.count(
            "facts", replace(of_document, publication=index.Publication.PUBLISHED)
        ),
        doubtful=snapshot.count(
            "facts", replace(of_document, publication=index.Publication.DOUBTFUL)
        ),
        audits=count_audits(snapshot, document.id),
        left_out=tuple(left_out.most_common()),
    )


def _names_tag(header: str, tag: str) -> bool:
    """Whether If-None-Match names this entity tag, compared weakly (RFC 9110, section 13.1.2)."""
    names = {item.strip().removeprefix("W/") for item in header.split(",")}
    return tag in names or "*" in names
