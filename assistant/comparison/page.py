"""HTTP for comparisons: the page that picks two sides and shows how they differ, and its CSV."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from typing import Any, Protocol, TypeVar
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

import corpus
import index
from assistant.charts import PictureOptions, chart_row
from assistant.comparison.drawings import comparison_chart
from assistant.comparison.sheets import comparison_csv
from assistant.comparison.sides import SideOptions, Wanted, compare
from assistant.comparison.types import AlignedRow, Change, Comparison
from assistant.editions import by_day
from assistant.pages import Pages, language_of
from assistant.problems import RequestError

ADDRESS = "/compare"

Choice = TypeVar("Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonOptions:
    """What the page shows at once.

    `page_size` rows; `most_choices` documents to pick from, beyond which the list of documents
    helps better than a menu; `most_characters` of anything that an address names.
    """

    page_size: int = 100
    most_choices: int = 500
    most_characters: int = 300
    sides: SideOptions = field(default_factory=SideOptions)
    pictures: PictureOptions = field(default_factory=PictureOptions)


class Holder(Protocol):
    """What lends the current snapshot."""

    def lease(self) -> AbstractContextManager[index.Snapshot]:
        """The snapshot for as long as the context lasts."""


def comparison_routes(
    holder: Holder, pages: Pages, options: ComparisonOptions | None = None
) -> list[BaseRoute]:
    """`GET /compare` and `GET /compare.csv`, each `?left=ID&right=ID`.

    With `municipality` the sides are two years of it. `pick`, given twice, names two documents in
    whatever order and leads to the older on the left.
    """
    page = _ComparisonPage(holder, pages, options or ComparisonOptions())
    return [Route(ADDRESS, page.page), Route(f"{ADDRESS}.csv", page.csv)]


class _ComparisonPage:
    """The endpoints; they are synchronous, so Starlette runs each on a worker thread."""

    def __init__(self, holder: Holder, pages: Pages, options: ComparisonOptions) -> None:
        self._holder = holder
        self._pages = pages
        self._options = options

    def page(self, request: Request) -> Response:
        """The two sides aligned, or what they can be picked from."""
        picked = [one for one in request.query_params.getlist("pick") if one]
        with self._holder.lease() as snapshot:
            if picked:
                return self._picked(request, snapshot, picked)
            wanted = self._wanted(request)
            kind = _choice(request, corpus.FactKind, "kind")
            change = _choice(request, Change, "change")
            comparison = compare(snapshot, wanted, self._options.sides) if wanted else None
            documents = snapshot.documents(
                index.RecordRequest(limit=self._options.most_choices + 1)
            )
            manifest = snapshot.manifest
        context: dict[str, Any] = {}
        if comparison:
            context = self._laid_out(request, comparison, kind, change)
        return self._pages.render(
            request,
            "compare.html",
            comparison=comparison,
            choices=_by_place(documents[: self._options.most_choices]),
            places=sorted({one.municipality for one in documents if one.municipality}),
            is_choice_cut=len(documents) > self._options.most_choices,
            chosen={
                name: request.query_params.get(name, "")
                for name in ("left", "right", "municipality")
            },
            snapshot=manifest,
            **context,
        )

    def csv(self, request: Request) -> Response:
        """Every row of the comparison as a file that a spreadsheet opens."""
        wanted = self._wanted(request)
        if wanted is None:
            raise RequestError("two_sides_needed")
        with self._holder.lease() as snapshot:
            content = comparison_csv(compare(snapshot, wanted, self._options.sides))
        return Response(
            content,
            media_type="text/csv; charset=utf-8",
            headers={
                "cache-control": "no-cache",
                "content-disposition": 'attachment; filename="comparison.csv"',
            },
        )

    def _picked(self, request: Request, snapshot: index.Snapshot, picked: list[str]) -> Response:
        """Two ticked documents, the older one on the left, under their lasting address."""
        if len(set(picked)) != 2:
            raise RequestError("two_sides_needed")
        found = snapshot.documents(index.RecordRequest(ids=tuple(sorted(set(picked)))))
        if len(found) != 2:
            raise RequestError("document_not_found")
        older, newer = sorted(found, key=by_day)
        query = {"left": older.id, "right": newer.id}
        if (language := request.query_params.get("lang")) in ("ko", "en"):
            query["lang"] = language
        return RedirectResponse(f"{ADDRESS}?{urlencode(query)}", status_code=303)

    def _wanted(self, request: Request) -> Wanted | None:
        """What the address names; None where it does not name both sides yet."""
        said = {
            name: request.query_params.get(name, "").strip()
            for name in ("left", "right", "municipality")
        }
        for name, text in said.items():
            if len(text) > self._options.most_characters:
                raise RequestError("text_too_long", field=name, limit=self._options.most_characters)
        if not said["left"] or not said["right"]:
            return None
        return Wanted(
            left=said["left"], right=said["right"], municipality=said["municipality"] or None
        )

    def _laid_out(
        self,
        request: Request,
        comparison: Comparison,
        kind: corpus.FactKind | None,
        change: Change | None,
    ) -> dict[str, Any]:
        """The rows of one page, what they can be narrowed to, and the chart beside them."""
        of_kind = [one for one in comparison.rows if kind in (None, one.kind)]
        rows = tuple(one for one in of_kind if change in (None, one.change))
        size = self._options.page_size
        pages = max(1, -(-len(rows) // size))
        page = min(max(_page(request), 1), pages)
        state = {
            name: request.query_params[name]
            for name in ("left", "right", "municipality")
            if request.query_params.get(name)
        }
        return {
            "rows": rows[(page - 1) * size : page * size],
            "count": len(rows),
            "page": page,
            "pages": pages,
            "kind": kind,
            "change": change,
            "kinds": _counted(comparison.rows),
            "changes": {one: sum(row.change is one for row in of_kind) for one in Change},
            "state": state,
            "csv": f"{ADDRESS}.csv?{urlencode(state)}",
            "is_sequence": _is_sequence(comparison),
            "draw": partial(self._drawn, request, comparison, rows, state),
        }

    def _drawn(
        self,
        request: Request,
        comparison: Comparison,
        rows: tuple[AlignedRow, ...],
        state: Mapping[str, str],
        title: str,
        left: str,
        right: str,
    ) -> Mapping[str, object] | None:
        chart = comparison_chart(
            comparison,
            rows,
            title=title,
            groups=(left, right),
            csv=f"{ADDRESS}.csv?{urlencode(state)}",
            options=self._options.pictures,
        )
        return chart_row(chart, language_of(request)) if chart else None


def _is_sequence(comparison: Comparison) -> bool:
    """Whether the right side follows the left in time, so that 'new' and 'gone' mean something."""
    left, right = comparison.left, comparison.right
    if left.year is not None and right.year is not None:
        return left.year < right.year
    if left.document is None or right.document is None:
        return False
    is_same_place = left.document.municipality == right.document.municipality
    return is_same_place and by_day(left.document) < by_day(right.document)


def _counted(rows: tuple[AlignedRow, ...]) -> Mapping[corpus.FactKind, int]:
    return {
        kind: count for kind in corpus.FactKind if (count := sum(row.kind is kind for row in rows))
    }


def _by_place(
    documents: tuple[corpus.Document, ...],
) -> tuple[tuple[str | None, tuple[corpus.Document, ...]], ...]:
    places = sorted({one.municipality or "" for one in documents})
    return tuple(
        (
            place or None,
            tuple(
                sorted((one for one in documents if (one.municipality or "") == place), key=by_day)
            ),
        )
        for place in places
    )


def _choice(request: Request, among: type[Choice], name: str) -> Choice | None:
    said = request.query_params.get(name)
    if not said:
        return None
    if said not in set(among):
        raise RequestError("unknown_value", field=name)
    return among(said)


def _page(request: Request) -> int:
    said = request.query_params.get("page", "")
    return int(said) if said.isascii() and said.isdecimal() and len(said) <= 6 else 1
