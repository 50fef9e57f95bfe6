"""Pages about documents: the list, the viewer, the canonical text, and what was read at all."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, field

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

import corpus
import index
from assistant.desk import Holder
from assistant.pages import Pages
from assistant.problems import RequestError
from assistant.viewer import ViewerOptions, cut_parts, lay_out, part_at


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryOptions:
    """`page_size` documents on a page of a list; `viewer` cuts long documents."""

    page_size: int = 100
    viewer: ViewerOptions = field(default_factory=ViewerOptions)


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageRow:
    """How much of a document can be cited; `left_out` counts characters by reason."""

    document: corpus.Document
    characters: int
    passages: int
    facts: int
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

    def documents(self, request: Request) -> Response:
        """`GET /documents`: every document, a page at a time."""
        with self._holder.lease() as snapshot:
            documents, following = self._page_of_documents(snapshot, request)
            return self._pages.render(
                request,
                "documents.html",
                documents=documents,
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
        """`GET /documents/ID?from=START&to=END`: the document, with that span highlighted."""
        options = self._options.viewer
        with self._holder.lease() as snapshot:
            document = find_document(snapshot, request.path_params["document_id"])
            text = document_text(snapshot, document)
            of_document = index.RecordRequest(document_ids=(document.id,))
            sections = snapshot.sections(of_document)
            passages = snapshot.passages(of_document)
            facts = snapshot.facts(of_document)
            left_out = snapshot.left_out(document.id)
            manifest = snapshot.manifest
        parts = cut_parts(text, sections, options)
        cited = cited_span(request, len(text))
        part = part_at(parts, cited[0] if cited else 0)
        if not cited:
            number = _whole_number(request.query_params.get("part")) or 1
            part = parts[min(max(number, 1), len(parts)) - 1]
        blocks = lay_out(
            text,
            part,
            sections=sections,
            passages=passages,
            left_out=left_out,
            cited=cited,
            options=options,
        )
        return self._pages.render(
            request,
            "document.html",
            document=document,
            blocks=[block for block in blocks if not block.is_blank],
            facts=[fact for fact in facts if part.start <= fact.start < part.end],
            parts=parts,
            part=part,
            cited=cited,
            is_citation_lost=cited is None and "from" in request.query_params,
            snapshot=manifest,
        )

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


def find_document(snapshot: index.Snapshot, document_id: str) -> corpus.Document:
    """The document with this id; raises RequestError 'document_not_found'."""
    found = snapshot.documents(index.RecordRequest(ids=(document_id,)))
    if not found:
        raise RequestError("document_not_found")
    return found[0]


def document_text(snapshot: index.Snapshot, document: corpus.Document) -> str:
    """The canonical text of a document that the snapshot holds."""
    text = snapshot.text(document.id)
    if text is None:
        raise RequestError("document_not_found")
    return text


def cited_span(request: Request, length: int) -> tuple[int, int] | None:
    """The span that the address asks for, or None where it does not lie within the text."""
    start = _whole_number(request.query_params.get("from"))
    end = _whole_number(request.query_params.get("to"))
    if start is None or end is None or not 0 <= start < end <= length:
        return None
    return start, end


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
        facts=snapshot.count("facts", of_document),
        left_out=tuple(left_out.most_common()),
    )


def _whole_number(text: str | None) -> int | None:
    # Twelve digits are more than any text has characters, and keep int() cheap.
    if text is None or not text.isascii() or not text.isdecimal() or len(text) > 12:
        return None
    return int(text)


def _names_tag(header: str, tag: str) -> bool:
    """Whether If-None-Match names this entity tag, compared weakly (RFC 9110, section 13.1.2)."""
    names = {item.strip().removeprefix("W/") for item in header.split(",")}
    return tag in names or "*" in names
