"""HTTP for programs: GraphQL with its explorer, the dumps, the REST mirror, and tools."""

from __future__ import annotations

from pathlib import Path

from anyio import CapacityLimiter
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import BaseRoute, Route, WebSocketRoute

from graphql_api.agents import AgentOptions, agent_routes
from graphql_api.allowance import AllowanceOptions, Allowances
from graphql_api.asking import Asker
from graphql_api.catalogue import CATALOGUE
from graphql_api.dataset import DATASET
from graphql_api.developers import developer_routes
from graphql_api.dictionary import DICTIONARY, DICTIONARY_SHEET
from graphql_api.downloads import Downloads
from graphql_api.dumps import CHECKSUMS_FILE, DUMPS, FILE_FORMAT
from graphql_api.endpoint import EndpointOptions, GraphQLEndpoint
from graphql_api.explorer import assets, example_queries
from graphql_api.fiscal import PACKAGE
from graphql_api.graphiql import FOLDER, graphiql_routes
from graphql_api.limits import LimitOptions
from graphql_api.loaders import Lender
from graphql_api.metrics import Metrics
from graphql_api.origins import any_origin
from graphql_api.persisted import PersistedOptions, PersistedQueries
from graphql_api.rest import rest_routes
from graphql_api.running import Running, RunningOptions
from graphql_api.schema import build_schema
from graphql_api.shortcut import Shortcut
from graphql_api.sockets import SocketEndpoint, SocketOptions
from graphql_api.storeroom import DumpOptions, Storeroom

OTHERS = (CATALOGUE, CHECKSUMS_FILE, DATASET, DICTIONARY, DICTIONARY_SHEET, PACKAGE)
FILES = DUMPS | {one.name: one for one in OTHERS}
"""Everything under `/data/`, by name."""


def routes(
    holder: Lender,
    *,
    limits: LimitOptions | None = None,
    endpoint: EndpointOptions | None = None,
    dumps: DumpOptions | None = None,
    persisted: PersistedOptions | None = None,
    sockets: SocketOptions | None = None,
    running: RunningOptions | None = None,
    allowance: AllowanceOptions | None = None,
    agents: AgentOptions | None = None,
    asker: Asker | None = None,
    metrics: Metrics | None = None,
    data: Path | None = None,
    shortcut: Shortcut | None = None,
) -> list[BaseRoute]:
    """Everything that programs may ask, each answer from the snapshot that `holder` leases.

    `asker` answers questions; without one that part of the schema says that nobody does. `metrics`
    tells of what happens here, at an address of its own. `data` is
    the program's folder: GraphiQL lies there if it has been installed, and dumps are kept there
    where `dumps` names no folder of its own; without either, in a temporary one. `shortcut` is led
    to the same answers as the GraphQL address gives.
    """
    schema = build_schema(limits)
    allowances = Allowances(allowance)
    runs = Running(holder, schema, running, asker=asker, allowances=allowances)
    graphql = GraphQLEndpoint(
        runs,
        endpoint or EndpointOptions(),
        persisted=PersistedQueries(example_queries(), persisted),
    )
    if shortcut:
        shortcut.lead_to(graphql)
    if metrics is not None:
        metrics.watch(runs, graphql.answers.counts)
    sdl = schema.as_str()

    async def published_schema(request: Request) -> PlainTextResponse:
        return PlainTextResponse(sdl)

    dump_options = dumps or DumpOptions(folder=data and data / "dumps")
    dump_threads = CapacityLimiter(dump_options.threads)
    room = Storeroom(dump_options, FILE_FORMAT)
    return [
        Route("/graphql", graphql, middleware=(any_origin(),)),
        WebSocketRoute("/graphql", SocketEndpoint(runs, sockets)),
        Route("/graphql/schema.graphql", published_schema, middleware=(any_origin(),)),
        assets(),
        *graphiql_routes(data / FOLDER if data else None),
        Route(
            "/data/{name:path}",
            Downloads(holder, FILES, room, dump_threads),
            middleware=(any_origin(),),
        ),
        *rest_routes(holder, allowances=allowances),
        *agent_routes(holder, agents, asker, allowances=allowances),
        *developer_routes(holder),
        *([metrics.route()] if metrics else []),
    ]
