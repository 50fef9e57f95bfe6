"""HTTP for programs: GraphQL with its explorer, and the dumps."""

from __future__ import annotations

from anyio import CapacityLimiter
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import BaseRoute, Route

from graphql_api.dumps import DUMPS, DumpEndpoint, DumpOptions
from graphql_api.endpoint import EndpointOptions, GraphQLEndpoint
from graphql_api.explorer import assets
from graphql_api.limits import LimitOptions
from graphql_api.loaders import Lender
from graphql_api.schema import build_schema


def routes(
    holder: Lender,
    *,
    limits: LimitOptions | None = None,
    endpoint: EndpointOptions | None = None,
    dumps: DumpOptions | None = None,
) -> list[BaseRoute]:
    """Everything that programs may ask, each answer from the snapshot that `holder` leases."""
    schema = build_schema(limits)
    sdl = schema.as_str()

    async def published_schema(request: Request) -> PlainTextResponse:
        return PlainTextResponse(sdl)

    dump_options = dumps or DumpOptions()
    dump_threads = CapacityLimiter(dump_options.threads)
    return [
        Route("/graphql", GraphQLEndpoint(holder, schema, endpoint or EndpointOptions())),
        Route("/graphql/schema.graphql", published_schema),
        assets(),
        *(
            Route(f"/data/{name}.jsonl", DumpEndpoint(holder, name, dump_options, dump_threads))
            for name in DUMPS
        ),
    ]
