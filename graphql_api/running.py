"""Running: what an operation gives, at once or one result after another, on every transport."""

from __future__ import annotations

import logging
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass, field
from threading import BoundedSemaphore
from typing import Any

from anyio import CapacityLimiter, to_thread
from graphql import GraphQLError, GraphQLSyntaxError, OperationType
from starlette.requests import HTTPConnection
from strawberry.types.execution import PreExecutionError

import corpus
import index
from graphql_api.admission import choose
from graphql_api.allowance import Allowances, Charge
from graphql_api.asking import Asker
from graphql_api.compiled import CompiledExecutor, CompiledOptions
from graphql_api.envelope import Envelope
from graphql_api.errors import ApiError
from graphql_api.explaining import explained
from graphql_api.loaders import Context, Lender, MunicipalityNames, Records
from graphql_api.media import GRAPHQL_JSON
from graphql_api.responses import error_content, json_bytes, request_id
from graphql_api.schema import PublicSchema
from graphql_api.streams import Content, RequestFailed
from graphql_api.tallies import Tally

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningOptions:
    """How much runs at once, and how much is told of what went wrong.

    `threads` execute queries at once: execution holds the interpreter lock, so more only wait for
    one another. `errors` is how many errors one answer tells; a hostile document can make hundreds.
    `seconds` is how long one may read: a thousand times what a usual one takes, so only what no
    estimate foresaw is stopped by it; `light_seconds` is how long one may keep all others waiting.
    `questions` of `ask` are answered at once: each keeps its query's thread until the answer is
    there, and the other threads are for everyone else.
    `compiled` says how much is kept to answer without graphql-core (None: it answers everything).
    """

    threads: int = 4
    questions: int = 2
    errors: int = 10
    seconds: float = 5.0
    light_seconds: float = 0.05
    compiled: CompiledOptions | None = field(default_factory=CompiledOptions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A body that is sent as it is; only one without any error is whole."""

    body: bytes
    status: int
    is_whole: bool

    @classmethod
    def whole(cls, body: bytes) -> Written:
        """An answer in which nothing is wrong."""
        return cls(body=body, status=200, is_whole=True)


class InternalError(ApiError):
    """Something of ours failed; what it was goes to the log, not to the caller."""

    status = 500


class Running:
    """Executes operations on a leased snapshot, within the schema's limits."""

    def __init__(
        self,
        holder: Lender,
        schema: PublicSchema,
        options: RunningOptions | None = None,
        *,
        asker: Asker | None = None,
        allowances: Allowances | None = None,
    ) -> None:
        self.allowances = allowances or Allowances()
        self.holder = holder
        self.schema = schema
        self.options = options or RunningOptions()
        self.asker = asker
        self.turns = BoundedSemaphore(self.options.questions)
        self.names = MunicipalityNames()
        self.limiter = CapacityLimiter(self.options.threads)
        self.executed: Tally[str] = Tally(other="other")
        self.errors: Tally[str] = Tally(other="other")
        compiled = self.options.compiled
        self.compiled = CompiledExecutor(schema, compiled) if compiled else None

    def charge(self, connection: HTTPConnection) -> Charge:
        """What a request of this caller is charged with."""
        return Charge(self.allowances, index.caller_of(connection))

    def light(self, envelope: Envelope, snapshot: index.Snapshot, charge: Charge) -> Written | None:
        """What a query gives that is not worth a thread; None for any other, nothing taken."""
        if not self.compiled:
            return None
        records = Records(snapshot, self.names)
        prepared = self.compiled.prepare(envelope, records, is_planned=True)
        if not prepared or not prepared.is_light or not charge.covers(prepared.cost):
            return None
        # What turns out not to be light is stopped and begun anew in a thread.
        with index.reading_within(self.options.light_seconds):
            body = prepared.body()
        if body is None or not charge.takes(prepared.cost):
            return None
        self.executed.add("plan")
        return Written.whole(body)

    def execute(
        self,
        envelope: Envelope,
        snapshot: index.Snapshot,
        connection: HTTPConnection,
        media_type: str,
        charge: Charge,
    ) -> Written:
        """What a query gives, written out; the work of a thread."""
        if self.compiled:
            with index.reading_within(self.options.seconds):
                body = self.compiled.answer(envelope, Records(snapshot, self.names), charge)
            if body is not None:
                self.executed.add("plan")
                return Written.whole(body)
        content, status = self.by_core(envelope, snapshot, connection, media_type, charge)
        is_whole = "errors" not in content
        if is_whole and self.compiled:
            self.compiled.learn(envelope)
        return Written(body=json_bytes(content), status=status, is_whole=is_whole)

    def by_core(
        self,
        envelope: Envelope,
        snapshot: index.Snapshot,
        connection: HTTPConnection,
        media_type: str,
        charge: Charge | None = None,
    ) -> tuple[Content, int]:
        """What graphql-core gives for a query, and the HTTP status of that."""
        self.executed.add("core")
        context = Context(
            records=Records(snapshot, self.names),
            asker=self.asker,
            turns=self.turns,
            request_id=request_id(connection),
            charge=charge,
        )
        with index.reading_within(self.options.seconds):
            result = self.schema.execute_sync(
                envelope.query,
                variable_values=envelope.variables,
                operation_name=envelope.operation_name,
                context_value=context,
            )
        errors = result.errors or []
        told = [self.told(error, connection) for error in errors[: self.options.errors]]
        if result.data is None and all(error.path is None for error in errors):
            # Nothing was executed: a request error, which has no "data".
            if charge is not None:
                charge.fine()
            known = [error.original_error for error in errors]
            statuses = [one.status for one in known if isinstance(one, corpus.SijeongError)]
            if not statuses and any(is_ours(error) for error in errors):
                statuses = [InternalError.status]
            # A legacy client (application/json) takes any other status for a broken transport.
            default = 400 if media_type == GRAPHQL_JSON else 200
            return {"errors": told}, statuses[0] if statuses else default
        content: dict[str, Any] = {"data": result.data}
        if told:
            content["errors"] = told
        content["extensions"] = {"snapshot": snapshot.manifest.snapshot_id}
        return content, 200

    def told(self, error: GraphQLError, connection: HTTPConnection) -> dict[str, Any]:
        """One error as the caller sees it, with nothing of ours in it."""
        original = error.original_error
        if isinstance(original, corpus.SijeongError):
            known: corpus.SijeongError = original
        elif is_ours(error):
            logger.error(
                "graphql_failed", exc_info=original, extra={"request_id": request_id(connection)}
            )
            known = InternalError(
                "internal_error",
                "안에서 문제가 생겼습니다. request_id를 알려 주시면 찾아보겠습니다.",
                "Something went wrong on our side; report it with the request_id.",
            )
        else:
            known = self._wrong(error)
        self.errors.add(known.code)
        content: dict[str, Any] = {"message": f"{known.message_ko} / {known.message_en}"}
        if error.locations:
            content["locations"] = [place.formatted for place in error.locations]
        if error.path is not None:
            content["path"] = error.path
        content["extensions"] = error_content(known, connection)
        return content

    def _wrong(self, error: GraphQLError) -> ApiError:
        """What a caller can put right, and how."""
        if isinstance(error, GraphQLSyntaxError):
            return ApiError("syntax_error", "GraphQL 문법에 맞지 않습니다.", error.message)
        said = explained(error.message, self.schema._schema)
        return ApiError("invalid_query", said.ko, said.en)

    async def results(
        self, envelope: Envelope, connection: HTTPConnection, charge: Charge | None = None
    ) -> AsyncGenerator[Content]:
        """The results; RequestFailed before the first where nothing can be executed."""
        charge = charge or self.charge(connection)
        if not self.is_subscription(envelope):
            with self.holder.lease() as snapshot:
                content, status = await to_thread.run_sync(
                    self.by_core,
                    envelope,
                    snapshot,
                    connection,
                    GRAPHQL_JSON,
                    charge,
                    limiter=self.limiter,
                )
            if "data" not in content:
                raise RequestFailed(content["errors"], status)
            yield content
            return
        with self.holder.lease() as snapshot:
            context = Context(
                records=Records(snapshot, self.names),
                may_stream=True,
                asker=self.asker,
                turns=self.turns,
                request_id=request_id(connection),
                charge=charge,
            )
            source = await self.schema.subscribe(
                envelope.query,
                variable_values=envelope.variables,
                context_value=context,
                operation_name=envelope.operation_name,
            )
            async with aclosing(source) as told:
                async for result in told:
                    wrong = (result.errors or [])[: self.options.errors]
                    errors = [self.told(one, connection) for one in wrong]
                    if isinstance(result, PreExecutionError):
                        charge.fine()
                        raise RequestFailed(errors, status_of(result.errors or ()))
                    content = {"data": result.data}
                    if errors:
                        content["errors"] = errors
                    content["extensions"] = {"snapshot": snapshot.manifest.snapshot_id}
                    yield content

    def is_subscription(self, envelope: Envelope) -> bool:
        """Whether the document's operation is one; what cannot be read is refused by executing."""
        try:
            document = self.schema.guard.read(envelope.query)
            chosen = choose(document, envelope.operation_name, may_stream=True)
        except (GraphQLError, corpus.SijeongError):
            return False
        return chosen.operation is OperationType.SUBSCRIPTION


def status_of(errors: Any) -> int:  # noqa: ANN401 (any sequence of GraphQL errors)
    """The HTTP status of a request that these errors kept from being executed."""
    known = (one.original_error for one in errors)
    return next((one.status for one in known if isinstance(one, corpus.SijeongError)), 400)


def is_ours(error: GraphQLError) -> bool:
    """Whether an error is our failure: an exception that nobody meant to raise."""
    return error.original_error is not None and not isinstance(
        error.original_error, GraphQLError | corpus.SijeongError
    )
