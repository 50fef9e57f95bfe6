"""`/mcp`: the tools over the Model Context Protocol, by its official SDK.

Streamable HTTP without sessions: each POST is served by itself and nothing is kept afterwards, so
nobody can fill the memory with sessions that nobody ends. A page of another origin is refused, as
the protocol asks (https://modelcontextprotocol.io/specification/, Transports, Security); the data
is public and there are no credentials, so any Host is served unless `AgentOptions.hosts` names
some. Both are looked at here, as the SDK's protection against rebound names does, because it would
refuse in English alone.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.routing import BaseRoute, Route
from starlette.types import Receive, Scope, Send

import corpus
import index
from graphql_api import tools
from graphql_api.allowance import Allowances
from graphql_api.errors import ForbiddenError, MethodNotAllowedError
from graphql_api.limits import LimitOptions
from graphql_api.loaders import Lender, MunicipalityNames, Records
from graphql_api.openapi import VERSION
from graphql_api.protocol_errors import Retelling
from graphql_api.responses import error_response, json_bytes
from graphql_api.tools import (
    ASK,
    ASK_ABOUT,
    ASK_OUTPUT,
    ASKING,
    TOOLS,
    Answering,
    arguments,
    input_schema,
    tool_named,
)

if TYPE_CHECKING:
    from mcp.server import Server
    from mcp_types import CallToolResult, Tool

ADDRESS = "/mcp"
INSTRUCTIONS = (
    "한국 지방자치단체의 계획·예산·성과·청렴 문서. 수치를 쓸 때는 url을 인용하고 quote를 그대로"
    " 옮긴다. / Plans, budgets, performance and integrity documents of Korean local governments."
    " Cite the url of whatever you use, and quote the quote unchanged."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentOptions:
    """What one request may be.

    `largest_body` holds any call of these tools many times over. `threads` is how many are read at
    the same time, each for `seconds`. A request takes `call_cost` out of its caller's allowance,
    what a search costs in GraphQL. `hosts` are the Host headers that are served, in small letters
    and `name:*` for every port, any when empty.
    """

    largest_body: int = 64 * 1024
    threads: int = 4
    call_cost: int = LimitOptions().search_cost
    seconds: float = 5.0
    hosts: tuple[str, ...] = ()

    def serves(self, host: str) -> bool:
        """Whether a request that names this host, in small letters, is served."""
        name, _, port = host.rpartition(":")
        of_any_port = f"{name}:*" if name and port.isdecimal() else None
        return not self.hosts or host in self.hosts or of_any_port in self.hosts


def hosts_named(text: str) -> tuple[str, ...]:
    """The hosts that a setting names, with commas: 'plans.example.go.kr, localhost:*'."""
    return tuple(one.strip().lower() for one in text.split(",") if one.strip())


class Agents:
    """The ASGI application behind `/mcp`."""

    def __init__(
        self,
        holder: Lender,
        options: AgentOptions,
        asker: Answering | None = None,
        allowances: Allowances | None = None,
    ) -> None:
        self.holder = holder
        self.allowances = allowances or Allowances()
        self.options = options
        self.asker = asker
        self.names = MunicipalityNames()
        self.limiter = CapacityLimiter(options.threads)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request of the protocol."""
        request = Request(scope, receive)
        try:
            self._check(request)
            self.allowances.take(index.caller_of(request), self.options.call_cost)
        except corpus.SijeongError as error:
            response = error_response(error, request)
            if isinstance(error, MethodNotAllowedError):
                response.headers["Allow"] = "POST"
            await response(scope, receive, send)
            return
        # Imported here: whoever only asks questions does not wait for it.
        from mcp.server.streamable_http_manager import StreamableHTTPSessionManager

        manager = StreamableHTTPSessionManager(
            self.server,
            json_response=True,
            stateless=True,
            max_request_body_size=self.options.largest_body,
        )
        async with manager.run():
            await manager.handle_request(scope, receive, Retelling(send))

    def _check(self, request: Request) -> None:
        """Who may ask, and how; the rest is the protocol's."""
        if request.method != "POST":
            raise MethodNotAllowedError(
                "method_not_allowed",
                "MCP는 POST로 요청하십시오. 이 서버는 세션을 두지 않습니다.",
                "Use POST for MCP; this server keeps no sessions.",
            )
        host = request.headers.get("host", "").lower()
        origin = request.headers.get("origin")
        if not self.options.serves(host):
            raise ForbiddenError(
                "host_not_served",
                "이 이름으로는 MCP를 쓸 수 없습니다. 운영자는 SIJEONG_MCP_HOSTS에 이름을 더할 수"
                " 있습니다.",
                "MCP is not served under this name; its operator can add it to SIJEONG_MCP_HOSTS.",
            )
        if origin is not None and urlsplit(origin.lower()).netloc != host:
            raise ForbiddenError(
                "foreign_origin",
                "다른 곳의 웹 페이지에서는 MCP를 쓸 수 없습니다.",
                "Pages of another origin cannot use MCP here.",
            )

    @cached_property
    def server(self) -> Server[Any]:
        """The tools as the SDK serves them."""
        from mcp.server import Server, ServerRequestContext
        from mcp_types import (
            CallToolRequestParams,
            ListToolsResult,
            PaginatedRequestParams,
        )

        # One manager starts and stops for every request, and says so each time.
        logging.getLogger("mcp.server.streamable_http_manager").setLevel(logging.WARNING)

        async def list_tools(
            context: ServerRequestContext[Any], params: PaginatedRequestParams | None
        ) -> ListToolsResult:
            return ListToolsResult(tools=self._tools())

        async def call_tool(
            context: ServerRequestContext[Any], params: CallToolRequestParams
        ) -> CallToolResult:
            try:
                content = await self._called(params.name, params.arguments or {})
            except corpus.SijeongError as error:
                refusal = {
                    "code": error.code,
                    "message_ko": error.message_ko,
                    "message_en": error.message_en,
                }
                return _result(refusal, is_error=True)
            return _result(content)

        return Server(
            "sijeong",
            title="시정 Sijeong",
            version=VERSION,
            instructions=INSTRUCTIONS,
            on_list_tools=list_tools,
            on_call_tool=call_tool,
        )

    def _tools(self) -> list[Tool]:
        from mcp_types import Tool, ToolAnnotations

        reading = ToolAnnotations(
            read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
        )
        tools = [
            Tool(
                name=tool.name,
                description=tool.about,
                input_schema=input_schema(tool.parameters),
                output_schema=tool.output,
                annotations=reading,
            )
            for tool in TOOLS.values()
        ]
        if self.asker is not None:
            tools.append(
                Tool(
                    name=ASK,
                    description=ASK_ABOUT,
                    input_schema=input_schema(ASKING),
                    output_schema=ASK_OUTPUT,
                    annotations=reading,
                )
            )
        return tools

    async def _called(self, name: str, given: Mapping[str, Any]) -> Mapping[str, Any]:
        if name == ASK and self.asker is not None:
            question = self.asker.check(arguments(ASKING, given))
            self.asker.admit()
            return await self.asker.answer(question)
        tool = tool_named(name)
        values = arguments(tool.parameters, given)
        with self.holder.lease() as snapshot:
            records = Records(snapshot, self.names)
            content = await to_thread.run_sync(
                self._read, tool, records, values, limiter=self.limiter
            )
            return content | {"snapshot": snapshot.manifest.snapshot_id}

    def _read(self, tool: tools.Tool, records: Records, values: dict[str, Any]) -> dict[str, Any]:
        with index.reading_within(self.options.seconds):
            return tool.run(records, values)


def _result(content: Mapping[str, Any], *, is_error: bool = False) -> CallToolResult:
    """The content as data, and as text for agents that know no data."""
    import orjson
    from mcp_types import CallToolResult, TextContent

    written = json_bytes(content)
    return CallToolResult(
        content=[TextContent(type="text", text=written.decode())],
        structured_content=None if is_error else orjson.loads(written),
        is_error=is_error,
    )


def agent_routes(
    holder: Lender,
    options: AgentOptions | None = None,
    asker: Answering | None = None,
    *,
    allowances: Allowances | None = None,
) -> list[BaseRoute]:
    """The one address of the protocol."""
    return [Route(ADDRESS, Agents(holder, options or AgentOptions(), asker, allowances))]
