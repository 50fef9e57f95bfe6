"""The list of documents: `GET /documents`, its whole state in the address."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache, partial

from starlette.requests import Request
from starlette.responses import Response

import index
from assistant.desk import Holder
from assistant.editions import newer_editions
from assistant.intake import IntakeOptions, check_name
from assistant.kept import Kept, PageTags
from assistant.pages import Pages
from assistant.problems import RequestError
from assistant.shelf import UNKNOWN, Arrangement, Form, Narrowing, Shelf, arrange


@dataclass(frozen=True, slots=True, kw_only=True)
class ListOptions:
    """`page_size` documents on a page; what an address names is bounded as in `intake`.

    `remembered` shelves are kept, each some bytes for each document that stands on it.
    """

    page_size: int = 50
    remembered: int = 64
    intake: IntakeOptions = field(default_factory=IntakeOptions)


class DocumentList:
    """`GET /documents?text=…&municipality=…&type=…&year=…&licence=…&form=…&sort=…&page=N`."""

    def __init__(self, holder: Holder, pages: Pages, options: ListOptions) -> None:
        self._holder = holder
        self._pages = pages
        self._options = options
        self._shelves = Kept(self._arranging)
        self._tags = PageTags()

    def respond(self, request: Request) -> Response:
        """The page; raises RequestError for what no address of ours says."""
        narrowing = self._narrowing(request)
        arrangement = _arrangement(request)
        with self._holder.lease() as snapshot:
            return self._tags.respond(
                request,
                snapshot,
                lambda: self._page(request, snapshot, narrowing, arrangement),
            )

    def _page(
        self,
        request: Request,
        snapshot: index.Snapshot,
        narrowing: Narrowing,
        arrangement: Arrangement,
    ) -> Response:
        size = self._options.page_size
        shelf = self._shelves.of(snapshot)(narrowing, arrangement)
        pages = max(1, -(-len(shelf.documents) // size))
        page = min(max(_page(request), 1), pages)
        shown = shelf.documents[(page - 1) * size : page * size]
        said = dict(narrowing.said)
        if arrangement is not Arrangement.NEWEST:
            said["sort"] = arrangement.value
        return self._pages.render(
            request,
            "documents.html",
            documents=shown,
            newer=newer_editions(snapshot, shown),
            shelf=shelf,
            narrowing=narrowing,
            arrangement=arrangement,
            arrangements=tuple(Arrangement),
            unknown=UNKNOWN,
            said=said,
            page=page,
            pages=pages,
            snapshot=snapshot.manifest,
        )

    def _arranging(self, snapshot: index.Snapshot) -> Callable[[Narrowing, Arrangement], Shelf]:
        """Shelves of the snapshot's documents, which are read once; those asked for last stay."""
        documents = snapshot.documents(index.RecordRequest())
        return lru_cache(maxsize=self._options.remembered)(partial(arrange, documents))

    def _narrowing(self, request: Request) -> Narrowing:
        said = {
            name: check_name(name, request.query_params.get(name), self._options.intake) or ""
            for name in ("text", "municipality", "type", "year", "licence", "form")
        }
        year = said["year"]
        if year and not (year.isascii() and year.isdecimal() and len(year) == 4):
            raise RequestError("unknown_value", field="year")
        if said["form"] and said["form"] not in set(Form):
            raise RequestError("unknown_value", field="form")
        return Narrowing(**said)


def _arrangement(request: Request) -> Arrangement:
    name = request.query_params.get("sort")
    if not name:
        return Arrangement.NEWEST
    if name not in set(Arrangement):
        raise RequestError("unknown_value", field="sort")
    return Arrangement(name)


def _page(request: Request) -> int:
    said = request.query_params.get("page", "")
    return int(said) if said.isascii() and said.isdecimal() and len(said) <= 6 else 1
