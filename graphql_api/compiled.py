"""Answers without graphql-core: an operation that it has answered once becomes a plan.

The first answer to a document comes from graphql-core, which proves it valid; from then on the
plan answers, in one SQLite statement. Whatever it does not cover, refuses or fails at is left to
graphql-core, request by request, so that an error is always told in one way.
"""

from __future__ import annotations

import logging
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from hashlib import blake2b
from threading import Lock
from typing import Any

from graphql import DocumentNode, GraphQLError, OperationDefinitionNode
from graphql.execution.values import VariableValues, get_variable_values

import corpus
import index
from graphql_api.admission import choose
from graphql_api.allowance import Charge
from graphql_api.asked import NotCompiledError
from graphql_api.envelope import Envelope
from graphql_api.limits import Weight
from graphql_api.loaders import Records
from graphql_api.plans import Plan, plan_for
from graphql_api.responses import json_bytes
from graphql_api.schema import PublicSchema

logger = logging.getLogger(__name__)

NO_VARIABLES = VariableValues({}, {})


@dataclass(frozen=True, slots=True, kw_only=True)
class CompiledOptions:
    """What is kept of documents that were answered.

    `documents` of them, as many as the parser remembers; `plans` of each, since a variable of a
    directive, and a new snapshot, make another; `weights` of each, one for every way in which the
    sizes in its variables differ. Up to `light_cost`, a cost as the limits reckon it, an answer is
    written between two requests instead of in a thread: 6,000 fields take 2 to 3 ms, a thread's
    way there and back a tenth of one.
    """

    documents: int = 128
    plans: int = 4
    weights: int = 32
    light_cost: int = 6_000


@dataclass(slots=True, kw_only=True)
class _Known:
    """A document that graphql-core has answered, and what was worked out about it."""

    document: DocumentNode
    operation: OperationDefinitionNode
    plans: list[Plan] = field(default_factory=list)
    weights: dict[bytes, Weight] = field(default_factory=dict)
    is_covered: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A plan with what fills it. One that `is_light` takes about as long as giving it to a thread.

    Light means few rows, each found by its key.
    """

    records: Records
    plan: Plan
    arguments: list[index.Argument]
    cost: int
    is_light: bool

    def body(self) -> bytes | None:
        """The body of the answer; None where graphql-core has to give it."""
        try:
            written = self.records.snapshot.written(self.plan.form, self.arguments)
        except corpus.SijeongError:
            return None
        if written is None:
            return None
        snapshot = json_bytes(self.records.snapshot_id)
        return b'{"data":%b,"extensions":{"snapshot":%b}}' % (written, snapshot)


class CompiledExecutor:
    """Answers operations of one schema; safe for any number of threads."""

    def __init__(self, schema: PublicSchema, options: CompiledOptions | None = None) -> None:
        self._schema = schema
        self._guard = schema.guard
        self._options = options or CompiledOptions()
        self._known: OrderedDict[tuple[str, str | None], _Known] = OrderedDict()
        self._lock = Lock()

    def learn(self, envelope: Envelope) -> None:
        """Take up a document that graphql-core has just answered without an error."""
        if len(envelope.query.encode()) > self._guard.options.remembered_bytes:
            return
        document = self._guard.read(envelope.query)
        known = _Known(document=document, operation=choose(document, envelope.operation_name))
        with self._lock:
            self._known.setdefault((envelope.query, envelope.operation_name), known)
            while len(self._known) > self._options.documents:
                self._known.popitem(last=False)

    def answer(
        self, envelope: Envelope, records: Records, charge: Charge | None = None
    ) -> bytes | None:
        """The body of the answer; None where graphql-core has to give it."""
        prepared = self.prepare(envelope, records, charge)
        return None if prepared is None else prepared.body()

    def prepare(
        self,
        envelope: Envelope,
        records: Records,
        charge: Charge | None = None,
        *,
        is_planned: bool = False,
    ) -> Prepared | None:
        """What will give the answer, which `charge` is taken for; None where graphql-core has to.

        With `is_planned` also where the plan is still to be made, which takes milliseconds.
        """
        key = (envelope.query, envelope.operation_name)
        with self._lock:
            known = self._known.get(key)
            if known is None or not known.is_covered:
                return None
            self._known.move_to_end(key)
        try:
            given = envelope.variables or {}
            prepared = self._prepare(known, given, records, is_planned=is_planned)
            if prepared is not None and charge is not None:
                charge.take(prepared.cost)
            return prepared
        except (NotCompiledError, GraphQLError, corpus.SijeongError):
            return None
        except Exception:
            # Not a caller's mistake; graphql-core meets it too, or this room has to be mended.
            logger.exception("compiled_failed")
            return None

    def _prepare(
        self, known: _Known, given: Mapping[str, Any], records: Records, *, is_planned: bool
    ) -> Prepared | None:
        weight = self._weigh(known, given)
        schema = self._schema._schema
        variables = NO_VARIABLES
        if known.operation.variable_definitions:
            coerced = get_variable_values(schema, known.operation.variable_definitions, dict(given))
            if not isinstance(coerced, VariableValues):
                return None
            variables = coerced
        plan = next((one for one in known.plans if one.fits(records.snapshot_id, variables)), None)
        if plan is None:
            if is_planned:
                return None
            plan = self._plan(known, variables, records)
        arguments = plan.arguments(schema, variables, records)
        is_light = (
            weight.cost <= self._options.light_cost
            and not plan.counts
            and all(map(is_keyed, arguments))
        )
        return Prepared(
            records=records, plan=plan, arguments=arguments, cost=weight.cost, is_light=is_light
        )

    def _weigh(self, known: _Known, given: Mapping[str, Any]) -> Weight:
        """How heavy the document is with these variables; QueryRefusedError beyond a limit."""
        definitions = known.operation.variable_definitions or ()
        declared = [one.variable.name.value for one in definitions]
        # A digest, because what callers send may be long, and is kept.
        key = blake2b(sizes({name: given[name] for name in declared if name in given})).digest()
        weight = known.weights.get(key)
        if weight is None:
            weight = self._guard.weigh(known.document, given, self._schema._schema)
            if len(known.weights) < self._options.weights:
                known.weights[key] = weight
        return weight

    def _plan(self, known: _Known, variables: VariableValues, records: Records) -> Plan:
        # Names are read once for a snapshot; where plans are made, there is time for it.
        records.municipalities()
        try:
            made = plan_for(
                self._schema._schema,
                known.document,
                known.operation,
                variables,
                records.snapshot_id,
            )
        except NotCompiledError:
            known.is_covered = False
            raise
        known.plans = [made, *known.plans][: self._options.plans]
        return made


_ONE_INDEX = frozenset(
    ("ids", "document_ids", "section_ids", "passage_ids", "kinds", "municipalities", "fact_ids")
)
_PAGE = frozenset(("publication", "after", "before", "limit", "descending"))


def is_keyed(argument: index.Argument) -> bool:
    """Whether an argument is ids, or a page that one index gives in order.

    Two conditions, or one that only a few records meet, may have the index read to its end.
    """
    if not isinstance(argument, index.RecordRequest):
        return True
    narrowed = [
        one.name
        for one in fields(index.RecordRequest)
        if one.name not in _PAGE and getattr(argument, one.name) != one.default
    ]
    is_common = argument.publication is not index.Publication.DOUBTFUL
    return is_common and (not narrowed or (len(narrowed) == 1 and narrowed[0] in _ONE_INDEX))


def sizes(value: object) -> bytes:
    """All that a weight may depend on in variables: numbers, lengths, and what is in what.

    Texts count as one another, because no weight looks into them.
    """
    return json_bytes(_sizes(value))


def _sizes(value: object) -> object:
    match value:
        case str():
            return ""
        case dict():
            return {name: _sizes(one) for name, one in value.items()}
        case list():
            return [_sizes(one) for one in value]
    return value
