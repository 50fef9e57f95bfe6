"""The REST mirror: `/api/v1/COLLECTION`, `/api/v1/COLLECTION/ID` and `/api/v1/search`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route
from starlette.types import Receive, Scope, Send

import corpus
import index
from graphql_api.allowance import Allowances
from graphql_api.downloads import ANYONE
from graphql_api.errors import ArgumentError, MethodNotAllowedError, NotFoundError
from graphql_api.limits import LimitOptions
from graphql_api.loaders import Lender, MunicipalityNames, Records
from graphql_api.media import JSON
from graphql_api.openapi import PREFIX, description
from graphql_api.origins import any_origin
from graphql_api.parameters import read
from graphql_api.resources import LISTED, SEARCHING, Municipalities, Search, TableResource
from graphql_api.responses import (
    READING,
    entity_tag,
    error_response,
    is_known,
    json_bytes,
)
from graphql_api.tables import ROW_FORMAT

REST_FORMAT = f"{ROW_FORMAT}.1"
"""Raised when the answer to the same request changes."""

KEPT = {"Cache-Control": "no-cache"}
MOST_PARAMETERS = 200
"""Beyond this an address is not a person's, and reading it costs more than answering it."""

Answer = Callable[[Records], dict[str, Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class RestOptions:
    """`threads` is how many requests are read at the same time; the rest wait their turn.

    A request takes out of its caller's allowance what a page of it costs in GraphQL: `page_cost`,
    and `search_cost` where the embedding model runs. One may read for `seconds`.
    """

    threads: int = 4
    page_cost: int = 500
    search_cost: int = LimitOptions().search_cost
    seconds: float = 5.0


class Rest:
    """One ASGI application for all of the mirror."""

    def __init__(self, holder: Lender, options: RestOptions, allowances: Allowances) -> None:
        self.holder = holder
        self.options = options
        self.allowances = allowances
        self.names = MunicipalityNames()
        self.limiter = CapacityLimiter(options.threads)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one HTTP request."""
        request = Request(scope, receive)
        try:
            response = await self._response(request)
        except corpus.SijeongError as error:
            self.allowances.fine(index.caller_of(request))
            response = error_response(error, request)
            response.headers.update(ANYONE)
            if isinstance(error, MethodNotAllowedError):
                response.headers["Allow"] = ", ".join(READING)
        await response(scope, receive, send)

    async def _response(self, request: Request) -> Response:
        if request.method not in READING:
            raise MethodNotAllowedError("method_not_allowed", "GET으로 요청하십시오.", "Use GET.")
        answer = self._answer(request)
        with self.holder.lease() as snapshot:
            snapshot_id = snapshot.manifest.snapshot_id
            headers = (
                KEPT
                | ANYONE
                | {
                    "ETag": entity_tag(
                        snapshot_id, request.url.path, request.url.query, REST_FORMAT
                    )
                }
            )
            if is_known(request, headers["ETag"]):
                return Response(status_code=304, headers=headers)
            is_search = request.path_params["address"].startswith(SEARCHING.name)
            cost = self.options.search_cost if is_search else self.options.page_cost
            self.allowances.take(index.caller_of(request), cost)
            content = await to_thread.run_sync(
                self._content, snapshot, answer, limiter=self.limiter
            )
        if content.get("next"):
            headers["Link"] = f'<{content["next"]}>; rel="next"'
        return Response(json_bytes(content), media_type=JSON, headers=headers)

    def _content(self, snapshot: index.Snapshot, answer: Answer) -> dict[str, Any]:
        records = Records(snapshot, self.names)
        with index.reading_within(self.options.seconds):
            return answer(records) | {"snapshot": snapshot.manifest.snapshot_id}

    def _answer(self, request: Request) -> Answer:
        """What is to be read; everything that can be wrong with the address is found here."""
        given = request.query_params.multi_items()
        if len(given) > MOST_PARAMETERS:
            raise ArgumentError(
                "too_many_parameters", "매개변수가 너무 많습니다.", "There are too many parameters."
            )
        name, _, record_id = request.path_params["address"].partition("/")
        if name == SEARCHING.name and not record_id:
            return lambda records: _page(SEARCHING, records, given)
        resource = LISTED.get(name)
        if resource is None:
            known = ", ".join((*LISTED, SEARCHING.name))
            raise NotFoundError(
                "no_such_collection",
                f"그런 목록이 없습니다. 있는 것: {known}",
                f"There is no such collection. There are: {known}",
            )
        if record_id:
            read((), given)
            return lambda records: {"data": resource.one(records, record_id)}
        return lambda records: _page(resource, records, given)


def _page(
    resource: TableResource | Municipalities | Search,
    records: Records,
    given: list[tuple[str, str]],
) -> dict[str, Any]:
    found = resource.page(records, read(resource.parameters, given))
    further = [(name, text) for name, text in given if name != "after"]
    query = urlencode([*further, ("after", found.after)]) if found.after else ""
    next_ = f"{PREFIX}/{resource.name}?{query}" if query else None
    return {"data": found.rows, "next": next_}


def rest_routes(
    holder: Lender,
    options: RestOptions | None = None,
    *,
    allowances: Allowances | None = None,
) -> list[BaseRoute]:
    """The mirror, and the description that programs read."""
    content = json_bytes(description())
    headers = KEPT | ANYONE | {"ETag": entity_tag(content.decode())}

    async def openapi(request: Request) -> Response:
        if is_known(request, headers["ETag"]):
            return Response(status_code=304, headers=headers)
        return Response(content, media_type=JSON, headers=headers)

    rest = Rest(holder, options or RestOptions(), allowances or Allowances())
    opened = (any_origin(),)
    return [
        Route("/openapi.json", openapi, middleware=opened),
        Route(f"{PREFIX}/{{address:path}}", rest, middleware=opened),
    ]
