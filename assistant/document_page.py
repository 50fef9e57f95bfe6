"""The page of one document: its text, and beside it what the text states, part by part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from starlette.requests import Request
from starlette.responses import Response

import corpus
import index
from assistant.absence import say_absent
from assistant.audits import AuditOptions, list_audits
from assistant.charts import PictureOptions, chart_row
from assistant.contents import ContentsOptions, contents_of
from assistant.desk import Holder
from assistant.editions import editions_of
from assistant.illustrations import illustrate
from assistant.ledger import LedgerOptions, lay_ledger
from assistant.opened import OpenedDocuments
from assistant.pages import Pages, language_of
from assistant.problems import RequestError
from assistant.series import SeriesOptions, series_of_facts
from assistant.strokes import laid_out
from assistant.viewer import Part, ViewerOptions, lay_out, part_at, span_address

LONGEST_QUOTE = 600
"""Characters of the marked words that a citation repeats; more is no quotation but a copy."""


class DocumentPage:
    """`GET /documents/ID?from=START&to=END&part=N&kind=KIND&facts=N`, each of these optional.

    `from` and `to` mark a span; `part` is a part of a long document; `kind` narrows the facts
    beside the text and `facts` is a page of them.
    """

    def __init__(
        self,
        holder: Holder,
        pages: Pages,
        *,
        viewer: ViewerOptions,
        ledger: LedgerOptions,
        audits: AuditOptions,
        series: SeriesOptions,
        pictures: PictureOptions,
        contents: ContentsOptions | None = None,
    ) -> None:
        self._holder = holder
        self._pages = pages
        self._viewer = viewer
        self._ledger = ledger
        self._audits = audits
        self._series = series
        self._pictures = pictures
        self._contents = contents or ContentsOptions()
        self._opened = OpenedDocuments(viewer)

    def respond(self, request: Request) -> Response:
        """The page; raises RequestError for a document or a kind of fact that there is not."""
        kind = _kind(request)
        with self._holder.lease() as snapshot:
            wanted = request.path_params["document_id"]
            found = snapshot.documents(index.RecordRequest(ids=(wanted,)))
            if not found:
                return say_absent(request, self._pages, snapshot, wanted)
            document = found[0]
            text = document_text(snapshot, document)
            opened = self._opened.open(snapshot, document, text)
            sections, parts, facts = opened.sections, opened.parts, opened.facts
            cited = cited_span(request, len(text))
            part = _part(request, parts, cited)
            ledger = lay_ledger(
                facts,
                parts,
                part,
                kind=kind,
                page=_whole_number(request.query_params.get("facts")),
                cited=cited,
                options=self._ledger,
            )
            audits = list_audits(snapshot, document.id, part, self._audits, self._pictures)
            series = series_of_facts(snapshot, ledger.facts, self._series)
            published = [fact for fact in facts if not corpus.is_kept_back(fact.doubts)]
            passages = snapshot.passages(_within(part, sections, document))
            blocks = lay_out(
                text,
                part,
                sections=sections,
                passages=passages,
                left_out=snapshot.left_out(document.id),
                cited=cited,
                options=self._viewer,
            )
            editions = editions_of(snapshot, document)
            contents = contents_of(sections, parts, part, cited, self._contents)
            citation = _citation(passages, document, text, cited)
            manifest = snapshot.manifest
        return self._pages.render(
            request,
            "document.html",
            document=document,
            editions=editions,
            contents=contents,
            citation=citation,
            blocks=laid_out([block for block in blocks if not block.is_blank]),
            parts=parts,
            part=part,
            cited=cited,
            is_citation_lost=cited is None and "from" in request.query_params,
            ledger=ledger,
            fact_total=len(published),
            doubtful_total=len(facts) - len(published),
            drawn=partial(chart_row, language=language_of(request)),
            pictures=illustrate(ledger.facts, published, series, audits, self._pictures),
            series=series,
            audits=audits,
            snapshot=manifest,
        )


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


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedWords:
    """The words that an address marks, to be cited elsewhere, with their page and address."""

    quote: str
    page: str | None
    address: str


def _citation(
    passages: Sequence[corpus.Passage],
    document: corpus.Document,
    text: str,
    cited: tuple[int, int] | None,
) -> MarkedWords | None:
    if cited is None:
        return None
    start, end = cited
    pages = [one.page.printed for one in passages if one.start <= start < one.end]
    quote = text[start:end]
    if len(quote) > LONGEST_QUOTE:
        quote = quote[:LONGEST_QUOTE] + "…"
    return MarkedWords(
        quote=quote,
        page=next(iter(pages), None),
        address=span_address(document.id, start, end),
    )


def _within(
    part: Part, sections: Sequence[corpus.Section], document: corpus.Document
) -> index.RecordRequest:
    """The records of one part of a document, and few others: a book has ten thousand passages."""
    near = tuple(one.id for one in sections if one.start < part.end and one.end > part.start)
    return index.RecordRequest(document_ids=(document.id,), section_ids=near)


def _part(request: Request, parts: Sequence[Part], cited: tuple[int, int] | None) -> Part:
    """The part that holds the cited span, else the one that is asked for, else the first."""
    if cited:
        return part_at(parts, cited[0])
    number = _whole_number(request.query_params.get("part")) or 1
    return parts[min(max(number, 1), len(parts)) - 1]


def _kind(request: Request) -> corpus.FactKind | None:
    name = request.query_params.get("kind")
    if not name:
        return None
    if name not in set(corpus.FactKind):
        raise RequestError("unknown_value", field="kind")
    return corpus.FactKind(name)


def _whole_number(text: str | None) -> int | None:
    # Twelve digits are more than any text has characters, and keep int() cheap.
    if text is None or not text.isascii() or not text.isdecimal() or len(text) > 12:
        return None
    return int(text)
