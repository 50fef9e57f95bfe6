"""`/search` and its exports: read the query, look it up, show it; nothing typed is ever lost.

A search is a GET, so that its address can be kept and shared. The log never has the query string,
and pages send no referrer; who wants no trace in the browser's own history either sends the same
fields by POST, and then every step from there is a POST too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import parse_qsl, urlencode

import anyio.to_thread
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

import index
from assistant.charts import chart_row
from assistant.desk import Holder
from assistant.intake import IntakeOptions, read_form
from assistant.kept import Kept
from assistant.pages import Pages, language_of
from assistant.problems import RequestError
from assistant.refusals import wants_page
from assistant.staff.exports import MEDIA_TYPES, ExportOptions, as_csv, as_xlsx, open_export
from assistant.staff.query import ADDRESS, Fields, Query, QueryOptions, read_query
from assistant.staff.reading import understand_query
from assistant.staff.results import ResultOptions, Results, lay_out_results
from assistant.staff.spelling import Spelling, SpellingOptions
from assistant.wording import billion_won, won


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchOptions:
    """Everything that can be tuned about the staff search.

    `most_fields` of an address are looked at; more come from no form of ours.
    """

    query: QueryOptions = field(default_factory=QueryOptions)
    results: ResultOptions = field(default_factory=ResultOptions)
    exports: ExportOptions = field(default_factory=ExportOptions)
    spelling: SpellingOptions = field(default_factory=SpellingOptions)
    most_fields: int = 128


class StaffSearch:
    """The endpoints: `page` for `/search`, `export` for `/search/export.csv` and `.xlsx`."""

    def __init__(
        self,
        holder: Holder,
        pages: Pages,
        intake: IntakeOptions,
        options: SearchOptions | None = None,
    ) -> None:
        self._holder = holder
        self._pages = pages
        self._intake = intake
        self._options = options or SearchOptions()
        self._spelling = Kept(self._read_spelling)

    async def page(self, request: Request) -> Response:
        """The form, with results where something is looked for."""
        fields: Fields = {}
        try:
            fields = await self._fields(request)
            query = read_query(fields, self._options.query)
        except RequestError as error:
            if not wants_page(request):
                raise
            return await anyio.to_thread.run_sync(self._respond, request, None, fields, error)
        if request.method != "POST" and wants_page(request):
            given = [(name, one) for name, values in fields.items() for one in values]
            if sorted(given) != sorted(query.pairs()):
                return self._to_canonical(request, query)
        return await anyio.to_thread.run_sync(self._respond, request, query, fields, None)

    async def export(self, request: Request, form: Literal["csv", "xlsx"]) -> Response:
        """The results as a file, `most_rows` at most; raises RequestError."""
        query = read_query(await self._fields(request), self._options.query)
        return await anyio.to_thread.run_sync(self._write, request, query, form)

    def _to_canonical(self, request: Request, query: Query) -> Response:
        """A form sends its empty fields too; the address that is kept has none of them."""
        language = request.query_params.get("lang")
        pairs = query.pairs() + ([("lang", language)] if language in ("ko", "en") else [])
        address = f"{ADDRESS}?{urlencode(pairs)}" if pairs else ADDRESS
        return RedirectResponse(address, status_code=303, headers={"cache-control": "no-store"})

    def _respond(
        self, request: Request, query: Query | None, fields: Fields, error: RequestError | None
    ) -> Response:
        understood = understand_query(query) if query else None
        with self._holder.lease() as snapshot:
            results: Results | None = None
            suggested: tuple[tuple[str, Query], ...] = ()
            if query is not None and understood is not None:
                results = lay_out_results(snapshot, query, understood, self._options.results)
                suggested = self._suggested(snapshot, query, results)
            manifest = snapshot.manifest
        is_private = request.method == "POST"
        return self._pages.render(
            request,
            "search.html",
            status=error.status if error else 200,
            headers={"cache-control": "private, no-store"},
            query=query,
            fields=fields,
            error=error,
            understood=understood,
            results=results,
            suggested=suggested,
            charts=[chart_row(one, language_of(request)) for one in results.charts]
            if results
            else [],
            is_private=is_private,
            origin=str(request.base_url).rstrip("/"),
            money=won if language_of(request) == "ko" else billion_won,
            language_kept="lang" in request.query_params,
            sent=query.pairs() if query and is_private else (),
            options=self._options,
            sortings=tuple(index.Sorting),
            snapshot=manifest,
        )

    def _write(self, request: Request, query: Query, form: str) -> Response:
        options = self._options.exports
        origin = str(request.base_url).rstrip("/")
        with self._holder.lease() as snapshot:
            export = open_export(
                snapshot, query, understand_query(query), origin=origin, options=options
            )
            written = min(export.count, options.most_rows)
            identity = snapshot.manifest.snapshot_id
            if form == "csv":
                content = as_csv(export)
            else:
                said = (
                    ("search", origin + query.address),
                    ("results", str(export.count)),
                    ("rows", str(written)),
                    ("snapshot", identity),
                    ("built_at", snapshot.manifest.built_at.isoformat()),
                )
                content = as_xlsx(export, said=said, options=options)
        name = f"sijeong-{query.shown.value}-{identity[:16]}.{form}"
        return Response(
            content,
            media_type=MEDIA_TYPES[form],
            headers={
                "content-disposition": f'attachment; filename="{name}"',
                "cache-control": "private, no-store",
                "x-result-count": str(export.count),
            },
        )

    def _suggested(
        self, snapshot: index.Snapshot, query: Query, results: Results
    ) -> tuple[tuple[str, Query], ...]:
        """For each word that no passage has, words that may be meant, with their searches."""
        if not results.missing:
            return ()
        spelling = self._spelling.of(snapshot)
        return tuple(
            (word, query.changed(text=query.text.replace(term, word)))
            for term in results.missing
            for word in spelling.suggestions(term)
        )

    def _read_spelling(self, snapshot: index.Snapshot) -> Spelling:
        vocabulary = snapshot.vocabulary(self._options.spelling.most_words)
        return Spelling(vocabulary, self._options.spelling)

    async def _fields(self, request: Request) -> Fields:
        """What was sent, by name: the address of a GET, the form of a POST or the state in it."""
        if request.method != "POST":
            return self._parsed(request.scope["query_string"])
        form = await read_form(request, self._intake)
        state = next(iter(form.get("state", ())), "")
        return self._parsed(state.encode()) if state else form

    def _parsed(self, content: bytes) -> Fields:
        try:
            pairs = parse_qsl(
                content.decode(),
                keep_blank_values=True,
                errors="strict",
                max_num_fields=self._options.most_fields,
            )
        except UnicodeDecodeError:
            raise RequestError("invalid_encoding") from None
        except ValueError:
            raise RequestError("invalid_form") from None
        return _gathered([(name, value) for name, value in pairs if name != "lang"])


def _gathered(pairs: Sequence[tuple[str, str]]) -> Mapping[str, list[str]]:
    fields: dict[str, list[str]] = {}
    for name, value in pairs:
        fields.setdefault(name, []).append(value)
    return fields
