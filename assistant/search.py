"""The staff search: passages and facts as they were found, without an answer composed of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import anyio.to_thread
from starlette.requests import Request
from starlette.responses import Response

import corpus
import index
from assistant.desk import Holder
from assistant.intake import IntakeOptions, check_name, check_text, read_form
from assistant.pages import Pages
from assistant.problems import RequestError


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchOptions:
    """`passages` and `facts` shown at most: what a person scrolls through before asking anew."""

    passages: int = 20
    facts: int = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """What staff look for; None does not narrow."""

    text: str
    municipality: str | None = None
    kind: corpus.FactKind | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Passages best first; facts whose name holds the text, then those in the passages."""

    hits: tuple[index.Hit, ...]
    facts: tuple[corpus.Fact, ...]
    documents: Mapping[str, corpus.Document]


class SearchPage:
    """`GET /search` shows the form, `POST /search` the results: no text is ever in an address."""

    def __init__(
        self, holder: Holder, pages: Pages, intake: IntakeOptions, options: SearchOptions
    ) -> None:
        self._holder = holder
        self._pages = pages
        self._intake = intake
        self._options = options

    async def endpoint(self, request: Request) -> Response:
        """The form, with results where something was looked for."""
        sought = None
        if request.method == "POST":
            sought = check_sought(await read_form(request, self._intake), self._intake)
        return await anyio.to_thread.run_sync(self._respond, request, sought)

    def _respond(self, request: Request, sought: Sought | None) -> Response:
        with self._holder.lease() as snapshot:
            documents = snapshot.documents(index.RecordRequest())
            return self._pages.render(
                request,
                "search.html",
                headers={"cache-control": "no-store"} if sought else None,
                sought=sought,
                found=look_up(snapshot, sought, self._options) if sought else None,
                municipalities=sorted({d.municipality for d in documents if d.municipality}),
                kinds=[kind.value for kind in corpus.FactKind],
                snapshot=snapshot.manifest,
            )


def check_sought(fields: Mapping[str, Sequence[str]], options: IntakeOptions) -> Sought:
    """A posted search form, checked; raises RequestError."""

    def first(name: str) -> str:
        return next(iter(fields.get(name, ())), "").strip()

    kind, year = first("kind"), first("year")
    if kind and kind not in set(corpus.FactKind):
        raise RequestError("unknown_value", field="kind")
    if year and not (year.isascii() and year.isdecimal() and len(year) == 4):
        raise RequestError("unknown_value", field="year")
    return Sought(
        text=check_text("text", first("text"), limit=options.max_question_characters),
        municipality=check_name("municipality", first("municipality"), options),
        kind=corpus.FactKind(kind) if kind else None,
        year=int(year) if year else None,
    )


def look_up(snapshot: index.Snapshot, sought: Sought, options: SearchOptions) -> Found:
    """Search one snapshot; a kind or a year narrows the facts alone."""
    places = (sought.municipality,) if sought.municipality else ()
    hits = tuple(
        snapshot.search(
            index.SearchRequest(text=sought.text, limit=options.passages, municipalities=places)
        )
    )
    kinds = (sought.kind,) if sought.kind else ()
    years = (sought.year,) if sought.year else ()
    named = snapshot.facts(
        index.RecordRequest(
            name_contains=sought.text,
            municipalities=places,
            kinds=kinds,
            years=years,
            limit=options.facts,
        )
    )
    # An empty tuple would not narrow, so without passages there is nothing to ask for.
    nearby = (
        snapshot.facts(
            index.RecordRequest(
                passage_ids=tuple(hit.passage.id for hit in hits),
                kinds=kinds,
                years=years,
                limit=options.facts,
            )
        )
        if hits
        else ()
    )
    facts = tuple({fact.id: fact for fact in (*named, *nearby)}.values())[: options.facts]
    ids = {hit.passage.document_id for hit in hits} | {fact.document_id for fact in facts}
    documents = snapshot.documents(index.RecordRequest(ids=tuple(sorted(ids)))) if ids else ()
    return Found(hits=hits, facts=facts, documents={one.id: one for one in documents})
