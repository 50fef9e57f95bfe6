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
from graphql_api.errors import ArgumentError
from graphql_api.loaders import Records
from graphql_api.plans import Plan, plan_for
from graphql_api.responses import json_bytes
from graphql_api.schema import PublicSchema
from graphql_api.templates import Template, TemplateOptions, Templates, free_variables, is_whole
from graphql_api.weights import Weight

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
    templates: TemplateOptions = field(default_factory=TemplateOptions)


@dataclass(frozen=True, slots=True, kw_only=True)
class CompiledCounts:
    """How many plans were made so far, and how many are kept, of how many documents."""

    made: int
    plans: int
    documents: int


@dataclass(slots=True, kw_only=True)
class _Known:
    """A document that graphql-core has answered, and what was worked out about it."""

    document: DocumentNode
    operation: OperationDefinitionNode
    plans: list[Plan] = field(default_factory=list)
    weights: dict[bytes, Weight] = field(default_factory=dict)
    templates: Templates | None = None
    is_covered: bool = True

    @property
    def declared(self) -> list[str]:
        """The names of the operation's variables."""
        definitions = self.operation.variable_definitions or ()
        return [one.variable.name.value for one in definitions]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A statement to run. One that `is_light` takes about as long as giving it to a thread.

    Light means few rows, each found by its key.
    """

    snapshot: index.Snapshot
    filled: index.Filled
    cost: int
    is_light: bool

    def body(self) -> bytes | None:
        """The body of the answer; None where graphql-core has to give it."""
        try:
            written = self.snapshot.run(self.filled)
        except corpus.SijeongError:
            return None
        if written is None:
            return None
        snapshot = json_bytes(self.snapshot.manifest.snapshot_id)
        return b'{"data":%b,"extensions":{"snapshot":%b}}' % (written, snapshot)


class CompiledExecutor:
    """Answers operations of one schema; safe for any number of threads."""

    def __init__(self, schema: PublicSchema, options: CompiledOptions | None = None) -> None:
        self._schema = schema
        self._guard = schema.guard
        self._options = options or CompiledOptions()
        self._known: OrderedDict[tuple[str, str | None], _Known] = OrderedDict()
        self._lock = Lock()
        self._made = 0

    def counts(self) -> CompiledCounts:
        """The numbers for whoever watches the program."""
        with self._lock:
            plans = sum(len(one.plans) for one in self._known.values())
            return CompiledCounts(made=self._made, plans=plans, documents=len(self._known))

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
            prepared = self._repeated(known, given, records) or self._prepare(
                known, given, records, is_planned=is_planned
            )
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
        weight = self._weigh(known, given, records.snapshot)
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
            weight.given <= self._options.light_cost
            and not plan.counts
            and all(map(is_keyed, arguments))
        )
        filled = records.snapshot.filled(plan.form, arguments)
        if filled is None:
            return None
        if known.templates is None:
            definitions = known.operation.variable_definitions or ()
            free = free_variables(known.document, definitions, plan.slots)
            known.templates = Templates(free, self._options.templates)
        return Prepared(
            snapshot=records.snapshot, filled=filled, cost=weight.cost, is_light=is_light
        )

    def _repeated(
        self, known: _Known, given: Mapping[str, Any], records: Records
    ) -> Prepared | None:
        """The same for a request like earlier ones, out of what was worked out for those."""
        templates = known.templates
        if templates is None:
            return None
        try:
            texts = templates.texts(given)
        except ArgumentError:
            # No cursor, or one of an order of its own, which holds more than an id.
            return None
        if texts is None:
            return None
        key = templates.key(records.snapshot_id, known.declared, given)
        found = templates.get(key)
        if found is None:
            if not templates.is_wanted(key):
                return None
            given = templates.standing_in(given)
            try:
                made = self._prepare(known, given, records, is_planned=True)
            except (NotCompiledError, GraphQLError, corpus.SijeongError):
                # The list may be in an order in which the stand-in is no cursor.
                return None
            if made is None or not is_whole(made.filled, texts):
                return None
            found = Template(filled=made.filled, cost=made.cost, is_light=made.is_light)
            templates.put(key, found)
        return Prepared(
            snapshot=records.snapshot,
            filled=found.filled.with_texts(texts),
            cost=found.cost,
            is_light=found.is_light,
        )

    def _weigh(self, known: _Known, given: Mapping[str, Any], snapshot: index.Snapshot) -> Weight:
        """How heavy the document is with these variables; QueryRefusedError beyond a limit."""
        # A digest, because what callers send may be long, and is kept.
        said = sizes({name: given[name] for name in known.declared if name in given})
        key = blake2b(snapshot.manifest.snapshot_id.encode() + said).digest()
        weight = known.weights.get(key)
        if weight is None:
            weight = self._guard.weigh(known.document, given, self._schema._schema, snapshot.bounds)
            if len(known.weights) >= self._options.weights:
                known.weights.clear()
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
        self._made += 1
        known.plans = [made, *known.plans][: self._options.plans]
        return made


_ONE_INDEX = frozenset(
    ("ids", "document_ids", "section_ids", "passage_ids", "kinds", "municipalities", "fact_ids")
)
_IN_ORDER = frozenset(("kinds", "municipalities"))
_PAGE = frozenset(
    ("publication", "order", "after", "after_key", "before", "before_key", "limit", "descending")
)


def is_keyed(argument: index.Argument) -> bool:
    """Whether an argument is ids, or a page that one index gives in order.

    Two conditions, or one that only a few records meet, may have the index read to its end; so may
    an order beside any condition but a kind, which has indexes of its own in each order.
    """
    if not isinstance(argument, index.RecordRequest):
        return True
    narrowed = [
        one.name
        for one in fields(index.RecordRequest)
        if one.name not in _PAGE and getattr(argument, one.name) != one.default
    ]
    is_common = argument.publication is not index.Publication.DOUBTFUL
    if not is_common or len(narrowed) > 1:
        return False
    if argument.order is None:
        return not narrowed or narrowed[0] in _ONE_INDEX
    return all(one in _IN_ORDER and len(getattr(argument, one)) == 1 for one in narrowed)


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
