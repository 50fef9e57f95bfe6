"""A document that is not here: what is said in its place, and what there is instead."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

import corpus
import index
from assistant.editions import by_day
from assistant.pages import Pages
from assistant.problems import RequestError
from assistant.refusals import wants_page

GONE = 410
"""It was here or is known by name, and another document has taken its place."""

MOST_OFFERED = 5
"""Documents of the same place: a few to go on with, not a list."""

_LONGEST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """Documents that replace the wanted one, and others of the same place, newest first."""

    newer: tuple[corpus.Document, ...]
    near: tuple[corpus.Document, ...]


def absence_of(snapshot: index.Snapshot, document_id: str) -> Absence:
    """What there is instead of a document that the snapshot does not hold."""
    newer = snapshot.documents(index.RecordRequest(supersedes=(document_id,)))
    prefix = document_id.partition("/")[0] + "/"
    # Ids of one place follow each other, so a page of them is enough.
    beside = snapshot.documents(index.RecordRequest(after=prefix, limit=50))
    near = sorted((one for one in beside if one.id.startswith(prefix)), key=by_day, reverse=True)
    return Absence(newer=newer, near=tuple(near[:MOST_OFFERED]))


def say_absent(
    request: Request, pages: Pages, snapshot: index.Snapshot, document_id: str
) -> Response:
    """The page for people, 404 or 410; raises RequestError for programs."""
    absence = absence_of(snapshot, document_id)
    if not wants_page(request):
        raise RequestError("document_replaced" if absence.newer else "document_not_found")
    return pages.render(
        request,
        "missing_document.html",
        status=GONE if absence.newer else 404,
        headers={"cache-control": "no-store"},
        wanted=document_id[:_LONGEST],
        newer=absence.newer,
        near=absence.near,
        snapshot=snapshot.manifest,
    )
