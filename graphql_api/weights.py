"""What a document costs at most, found out before anything is validated or run.

One pass over the document weighs it. Every selection is weighed once for each size of page that it
stands in (there are seven, `index.OWNERS`) and its weight reused, so a document whose fragments
double each other twenty-two times costs no more than its text. (Strawberry's own alias and depth
limiters expand fragments each time: exponential. graphql-core's rule for overlapping fields is
quadratic, which is why this comes before validation.)

What a field gives and reads at most is said in `prices.py`, as bounds over the snapshot that is
served: the cost is never less than the rows really read, nor than the fields in the answer.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLField,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLSchema,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionNode,
    SelectionSetNode,
    get_named_type,
    get_nullable_type,
    is_leaf_type,
    is_list_type,
)

import index
from graphql_api.arguments import Arguments
from graphql_api.connections import table_of
from graphql_api.errors import QueryRefusedError
from graphql_api.limits import Counter, LimitOptions, keep_within
from graphql_api.prices import KINDS, OWNERS, Page, Price, page_of, price_of, record_rows

RERANKED = 30
"""As many of the best hits are looked up at least, to be put in order again."""


@dataclass(frozen=True, slots=True)
class Weight:
    """What a selection comes to: fields in the answer, rows read, levels, fields side by side."""

    given: int = 0
    rows: int = 0
    depth: int = 0
    width: int = 0

    @property
    def cost(self) -> int:
        """What is charged: no answer has more fields and takes more rows together."""
        return self.given + self.rows

    def beside(self, other: Weight) -> Weight:
        """Both selections in one place."""
        return Weight(
            self.given + other.given,
            self.rows + other.rows,
            max(self.depth, other.depth),
            self.width + other.width,
        )

    def within(
        self, *, given: int = 1, rows: int = 0, many: int = 1, read: int | None = None
    ) -> Weight:
        """The field whose every object has this selection.

        It gives `many` of them, and reads `rows` for all; what the selection reads is read `read`
        times, where that is not as often.
        """
        times = many if read is None else read
        return Weight(given + many * self.given, rows + times * self.rows, 1 + self.depth, 1)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a selection stands: with how many others that differ, and in which list's page."""

    owners: int = 1
    page: Page | None = None


_ALONE = _Place()
_LEAF = Weight(1, 0, 1, 1)


def weigh(
    document: DocumentNode,
    variables: Mapping[str, Any],
    schema: GraphQLSchema,
    options: LimitOptions,
    bounds: index.Bounds = index.EMPTY_BOUNDS,
) -> Weight:
    """The weight of the heaviest operation of a document, asked of a snapshot with these bounds.

    Raises QueryRefusedError as soon as any limit is passed. What is not in the schema weighs as one
    field; validation refuses it afterwards.
    """
    return _Scale(document, variables, schema, options, bounds).weigh()


class _Scale:
    """One pass over one document: counts what it meets, and weighs each selection once."""

    def __init__(
        self,
        document: DocumentNode,
        variables: Mapping[str, Any],
        schema: GraphQLSchema,
        options: LimitOptions,
        bounds: index.Bounds,
    ) -> None:
        self.options = options
        self.schema = schema
        self.bounds = bounds
        self.definitions = document.definitions
        self.variables = dict(variables)
        self.fragments = {
            one.name.value: one
            for one in document.definitions
            if isinstance(one, FragmentDefinitionNode)
        }
        self.counter = Counter(options)
        self.open: set[str] = set()
        self.counted: set[int] = set()
        self.weights: dict[tuple[int, str, _Place], Weight] = {}

    def weigh(self) -> Weight:
        operations = [one for one in self.definitions if isinstance(one, OperationDefinitionNode)]
        keep_within(self.options, "operations", len(operations))
        keep_within(self.options, "fragments", len(self.definitions) - len(operations))
        self.counter.json(self.variables)
        weights = [self._operation(one) for one in operations]
        for name in self.fragments:
            self._fragment(name, _ALONE)
        return max(weights, key=lambda one: one.cost, default=Weight())

    def _operation(self, operation: OperationDefinitionNode) -> Weight:
        self.counter.directives(operation.directives)
        for definition in operation.variable_definitions or ():
            self.counter.directives(definition.directives)
            if definition.default_value is not None:
                self.counter.literal(definition.default_value)
                self.variables.setdefault(definition.variable.name.value, definition.default_value)
        root = self.schema.get_root_type(operation.operation)
        weight = self._selection_set(operation.selection_set, root, _ALONE)
        keep_within(self.options, "roots", weight.width)
        keep_within(self.options, "depth", weight.depth)
        keep_within(self.options, "cost", weight.given)
        keep_within(self.options, "rows", weight.rows)
        return weight

    def _selection_set(
        self, selection_set: SelectionSetNode, parent: GraphQLNamedType | None, place: _Place
    ) -> Weight:
        key = (id(selection_set), parent.name if parent else "", place)
        if key in self.weights:
            return self.weights[key]
        is_new = id(selection_set) not in self.counted
        self.counted.add(id(selection_set))
        weight = Weight()
        # Fragments within fragments recurse as well, out of reach of the count of brackets.
        with self.counter.nested():
            for selection in selection_set.selections:
                if is_new:
                    self.counter.selection(selection)
                weight = weight.beside(self._selection(selection, parent, place))
        self.weights[key] = weight
        return weight

    def _selection(
        self, selection: SelectionNode, parent: GraphQLNamedType | None, place: _Place
    ) -> Weight:
        match selection:
            case FieldNode():
                return self._field(selection, parent, place)
            case FragmentSpreadNode():
                return self._fragment(selection.name.value, place)
            case InlineFragmentNode():
                condition = selection.type_condition
                inner = self.schema.get_type(condition.name.value) if condition else parent
                return self._selection_set(selection.selection_set, inner, place)
        raise TypeError(f"an unknown kind of selection: {selection.kind}")

    def _fragment(self, name: str, place: _Place) -> Weight:
        if name not in self.fragments:
            return Weight()
        if name in self.open:
            raise QueryRefusedError(
                "fragment_cycle",
                "조각이 자기 자신을 다시 부릅니다. 순환을 없애십시오.",
                "A fragment spreads itself again; remove the cycle.",
            )
        definition = self.fragments[name]
        if id(definition) not in self.counted:
            self.counted.add(id(definition))
            self.counter.directives(definition.directives)
        self.open.add(name)
        inner = self.schema.get_type(definition.type_condition.name.value)
        weight = self._selection_set(definition.selection_set, inner, place)
        self.open.discard(name)
        return weight

    def _field(self, field: FieldNode, parent: GraphQLNamedType | None, place: _Place) -> Weight:
        name = field.name.value
        found: GraphQLField | None = getattr(parent, "fields", {}).get(name)
        if found is None and isinstance(parent, GraphQLObjectType):
            found = self.schema.get_field(parent, name)
        if parent is None or found is None:
            return self._inner(field, None, _ALONE).within()
        kind = get_named_type(found.type)
        if place.page is not None:
            return self._of_page(field, kind, parent.name, place.page)
        if table := table_of(found):
            return self._page(field, table, parent.name, kind)
        return self._priced(field, found, kind, parent.name, place)

    def _inner(self, field: FieldNode, kind: GraphQLNamedType | None, place: _Place) -> Weight:
        """The selection of a field; nothing where it has none."""
        if field.selection_set is None:
            return Weight()
        return self._selection_set(field.selection_set, kind, place)

    def _page(self, field: FieldNode, table: str, parent: str, kind: GraphQLNamedType) -> Weight:
        """A list that is read page by page."""
        said = Arguments(field, self.variables)
        node = get_named_type(getattr(kind, "fields")["nodes"].type).name  # noqa: B009 (any type)
        page = page_of(
            self.bounds,
            table=table,
            owner=OWNERS.get(parent, ""),
            kind=node.lower() if node in KINDS else "",
            size=said.size(),
            narrowing=said.narrowing(),
            is_ordered=said.has("orderBy"),
        )
        return self._inner(field, kind, _Place(page=page)).within(rows=page.first)

    def _of_page(self, field: FieldNode, kind: GraphQLNamedType, parent: str, page: Page) -> Weight:
        """A field of a connection or of its page information."""
        match field.name.value:
            case "nodes" | "edges":
                owners = max(size for size in index.OWNERS if size <= max(1, page.held))
                inner = self._inner(field, kind, _Place(owners=owners))
                rows = page.reads + page.held
                return inner.within(given=page.size, rows=rows, many=page.size, read=page.held)
            case "totalCount":
                return Weight(1, page.count + 1, 1, 1)
            case "pageInfo":
                return self._inner(field, kind, _Place(page=page)).within()
            case "__typename":
                return _LEAF
        return Weight(1, page.reads, 1, 1)

    def _priced(
        self,
        field: FieldNode,
        found: GraphQLField,
        kind: GraphQLNamedType,
        parent: str,
        place: _Place,
    ) -> Weight:
        """A field that gives what its owner has, or links to."""
        name = field.name.value
        if parent.endswith("Edge") and name == "node":
            return self._inner(field, kind, place).within()
        price = price_of(parent, name) or Price()
        said = Arguments(field, self.variables)
        many, rows, given = 1, 0, 1
        if "ids" in found.args:
            many = said.length("ids")
        elif price.many:
            many = rows = self._many(price.many, place.owners)
        elif is_list_type(get_nullable_type(found.type)) and not is_leaf_type(kind):
            many = said.size() if name == "search" else self.options.listed
        rows += many * sum(record_rows(self.bounds, table) for table in price.tables)
        if parent in ("Query", "Subscription") and name == "ask":
            given += self.options.ask_cost
        elif name == "search" and parent == "Query":
            given += self.options.search_cost
            rows += record_rows(self.bounds, "documents") * self.bounds.count("documents")
            rows += record_rows(self.bounds, "passages") * RERANKED
        if is_leaf_type(kind):
            return Weight(given + (many if price.many else 0), rows, 1, 1)
        read = self.bounds.most(price.around) if price.around else None
        return self._inner(field, kind, _ALONE).within(given=given, rows=rows, many=many, read=read)

    def _many(self, name: str, owners: int) -> int:
        """How long a list is at most; of an answer's, as long as answers are."""
        if name == "answered":
            return self.options.listed
        if name in self.bounds.totals:
            return self.bounds.most(name, owners)
        return self.bounds.count(name)
