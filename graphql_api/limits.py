"""How long, deep, wide and dear a query may be, found out before anything is validated or run.

One pass over the document weighs it. Every fragment is weighed once and its weight reused, so a
document whose fragments double each other twenty-two times costs no more than its text.
(Strawberry's own alias and depth limiters expand fragments each time: exponential. graphql-core's
rule for overlapping fields is quadratic, which is why this comes before validation.)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graphql import (
    ConstValueNode,
    DirectiveNode,
    DocumentNode,
    FieldNode,
    FloatValueNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLField,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLSchema,
    InlineFragmentNode,
    IntValueNode,
    ListValueNode,
    ObjectValueNode,
    OperationDefinitionNode,
    SelectionNode,
    SelectionSetNode,
    ValueNode,
    VariableNode,
    get_named_type,
    get_nullable_type,
    is_leaf_type,
    is_list_type,
)

from graphql_api.errors import QueryRefusedError
from graphql_api.pagination import PAGE


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitOptions:
    """What one document may be; every number is far above what a person writes.

    `document_bytes` and `tokens` bound parsing, `nesting` (of brackets) keeps the parser's
    recursion short, `depth` leaves room for the standard introspection query. `selections` bounds
    validation, which is quadratic in them. `cost` is about the number of fields in the answer.
    `listed` is how many elements a list without pages is taken to have (a five-year plan states
    five values), `listed_terms` the same of the terms of an arithmetic audit (a table's total adds
    about ten rows), `listed_points` of the points of a series (two such plans). A search runs the
    embedding model and a count reads an index, hence `search_cost` and `count_cost`; a question
    runs several searches and more, hence `ask_cost`: only one fits into a query.
    Each comparison of a `where` may read an index of all records, hence `comparison_cost`.
    `remembered_documents` parsed documents are kept for the next request, those of up to
    `remembered_bytes` only, so that nobody fills the memory (at worst 1 MB each).
    """

    document_bytes: int = 32_000
    tokens: int = 2_000
    nesting: int = 60
    depth: int = 16
    aliases: int = 15
    directives: int = 20
    directives_in_one_place: int = 4
    selections: int = 300
    roots: int = 10
    operations: int = 5
    fragments: int = 20
    list_items: int = PAGE.maximum
    digits: int = 100
    cost: int = 20_000
    listed: int = 5
    listed_terms: int = 10
    listed_points: int = 10
    ask_cost: int = 12_000
    comparison_cost: int = 200
    search_cost: int = 2_000
    count_cost: int = 20
    remembered_documents: int = 128
    remembered_bytes: int = 4_000


REFUSALS: Mapping[str, tuple[str, str, str]] = {
    "document_bytes": ("document_too_long", "바이트 수", "bytes of the document"),
    "tokens": ("too_many_tokens", "낱말 수", "tokens"),
    "nesting": ("too_deep", "괄호 깊이", "nesting of brackets"),
    "depth": ("too_deep", "필드 깊이", "depth of fields"),
    "aliases": ("too_many_aliases", "별칭 수", "aliases"),
    "directives": ("too_many_directives", "지시어 수", "directives"),
    "directives_in_one_place": (
        "too_many_directives",
        "한 자리의 지시어 수",
        "directives in one place",
    ),
    "selections": ("too_many_fields", "필드 수", "fields"),
    "roots": ("too_many_roots", "최상위 필드 수", "fields at the root"),
    "operations": ("too_many_operations", "작업 수", "operations"),
    "fragments": ("too_many_fragments", "조각 수", "fragments"),
    "list_items": ("list_too_long", "한 목록의 항목 수", "items in one list"),
    "digits": ("number_too_long", "한 수의 자릿수", "digits in one number"),
    "cost": ("too_costly", "비용(답에 나올 필드 수)", "cost (the fields in the answer)"),
}


def keep_within(options: LimitOptions, limit: str, count: int) -> None:
    """Raise QueryRefusedError, naming the limit in both languages, when `count` is beyond it."""
    allowed: int = getattr(options, limit)
    if count > allowed:
        code, what_ko, what_en = REFUSALS[limit]
        raise QueryRefusedError(
            code,
            f"질의가 한도를 넘습니다({what_ko} {allowed:,}). 줄이거나 나누어 보내십시오.",
            f"The query exceeds the limit of {allowed:,} {what_en}; make it smaller or split it.",
        )


@dataclass(frozen=True, slots=True)
class Weight:
    """What a selection comes to: fields in the answer, levels, and fields side by side."""

    cost: int = 0
    depth: int = 0
    width: int = 0

    def beside(self, other: Weight) -> Weight:
        """Both selections in one place."""
        return Weight(
            self.cost + other.cost, max(self.depth, other.depth), self.width + other.width
        )


def weigh(
    document: DocumentNode,
    variables: Mapping[str, Any],
    schema: GraphQLSchema,
    options: LimitOptions,
) -> Weight:
    """The weight of the heaviest operation of a document.

    Raises QueryRefusedError as soon as any limit is passed. What is not in the schema weighs as one
    field; validation refuses it afterwards.
    """
    return _Scale(document, variables, schema, options).weigh()


class _Scale:
    """One pass over one document: counts what it meets and weighs each fragment once."""

    def __init__(
        self,
        document: DocumentNode,
        variables: Mapping[str, Any],
        schema: GraphQLSchema,
        options: LimitOptions,
    ) -> None:
        self.options = options
        self.schema = schema
        self.definitions = document.definitions
        self.variables = dict(variables)
        self.fragments = {
            one.name.value: one
            for one in document.definitions
            if isinstance(one, FragmentDefinitionNode)
        }
        self.fragment_weights: dict[str, Weight | None] = {}
        self.counts = dict.fromkeys(("selections", "aliases", "directives", "nesting"), 0)

    def weigh(self) -> Weight:
        operations = [one for one in self.definitions if isinstance(one, OperationDefinitionNode)]
        keep_within(self.options, "operations", len(operations))
        keep_within(self.options, "fragments", len(self.definitions) - len(operations))
        self._json(self.variables)
        weights = [self._operation(one) for one in operations]
        for name in self.fragments:
            self._fragment(name)
        return max(weights, key=lambda one: one.cost, default=Weight())

    def _operation(self, operation: OperationDefinitionNode) -> Weight:
        self._directives(operation.directives)
        for definition in operation.variable_definitions or ():
            self._directives(definition.directives)
            if definition.default_value is not None:
                self._literal(definition.default_value)
                self.variables.setdefault(definition.variable.name.value, definition.default_value)
        root = self.schema.get_root_type(operation.operation)
        weight = self._selection_set(operation.selection_set, root)
        keep_within(self.options, "roots", weight.width)
        keep_within(self.options, "depth", weight.depth)
        keep_within(self.options, "cost", weight.cost)
        return weight

    def _selection_set(
        self, selection_set: SelectionSetNode, parent: GraphQLNamedType | None
    ) -> Weight:
        # Fragments within fragments recurse as well, out of reach of the count of brackets.
        self._count("nesting")
        weight = Weight()
        for selection in selection_set.selections:
            self._count("selections")
            self._directives(selection.directives)
            weight = weight.beside(self._selection(selection, parent))
        self.counts["nesting"] -= 1
        return weight

    def _selection(self, selection: SelectionNode, parent: GraphQLNamedType | None) -> Weight:
        match selection:
            case FieldNode():
                return self._field(selection, parent)
            case FragmentSpreadNode():
                return self._fragment(selection.name.value)
            case InlineFragmentNode():
                condition = selection.type_condition
                inner = self.schema.get_type(condition.name.value) if condition else parent
                return self._selection_set(selection.selection_set, inner)
        raise TypeError(f"an unknown kind of selection: {selection.kind}")

    def _fragment(self, name: str) -> Weight:
        if name not in self.fragments:
            return Weight()
        if name not in self.fragment_weights:
            self.fragment_weights[name] = None
            definition = self.fragments[name]
            self._directives(definition.directives)
            inner = self.schema.get_type(definition.type_condition.name.value)
            self.fragment_weights[name] = self._selection_set(definition.selection_set, inner)
        weight = self.fragment_weights[name]
        if weight is None:
            raise QueryRefusedError(
                "fragment_cycle",
                "조각이 자기 자신을 다시 부릅니다. 순환을 없애십시오.",
                "A fragment spreads itself again; remove the cycle.",
            )
        return weight

    def _field(self, field: FieldNode, parent: GraphQLNamedType | None) -> Weight:
        if field.alias is not None:
            self._count("aliases")
        for argument in field.arguments or ():
            self._literal(argument.value)
        name = field.name.value
        definition: GraphQLField | None = getattr(parent, "fields", {}).get(name)
        if definition is None and isinstance(parent, GraphQLObjectType):
            definition = self.schema.get_field(parent, name)
        dear = {
            "ask": self.options.ask_cost,
            "search": self.options.search_cost,
            "totalCount": self.options.count_cost,
        }
        own = 1 + dear.get(name, 0)
        for argument in field.arguments or ():
            if argument.name.value == "where":
                own += self.options.comparison_cost * self._comparisons(argument.value)
        if field.selection_set is None:
            return Weight(own, 1, 1)
        inner = get_named_type(definition.type) if definition else None
        below = self._selection_set(field.selection_set, inner)
        times = self._times(field, definition, parent) if definition else 1
        return Weight(own + times * below.cost, 1 + below.depth, 1)

    def _times(
        self, field: FieldNode, definition: GraphQLField, parent: GraphQLNamedType | None
    ) -> int:
        """How many objects a field gives at most."""
        given = {one.name.value: one.value for one in field.arguments or ()}
        if "ids" in definition.args:
            return self._length(given.get("ids"))
        if "first" in definition.args:
            sizes = [self._size(given[name]) for name in ("first", "last") if name in given]
            return max((size for size in sizes if size is not None), default=PAGE.default)
        is_page = parent is not None and parent.name.endswith("Connection")
        kind = get_nullable_type(definition.type)
        if is_page or not is_list_type(kind) or is_leaf_type(get_named_type(kind)):
            return 1
        # Whatever type has them: a name that means another list elsewhere weighs more, not less.
        named = {"terms": self.options.listed_terms, "points": self.options.listed_points}
        return named.get(field.name.value, self.options.listed)

    def _size(self, node: ValueNode) -> int | None:
        value = self.variables.get(node.name.value) if isinstance(node, VariableNode) else node
        if isinstance(value, IntValueNode):
            # Longer than any page size: not converted, since that takes quadratic time.
            value = int(value.value) if len(value.value) < len(str(2**31)) else PAGE.maximum
        if isinstance(value, int):
            return min(max(value, 1), PAGE.maximum)
        return None if value is None or not isinstance(node, VariableNode) else PAGE.maximum

    def _length(self, node: ValueNode | None) -> int:
        value = self.variables.get(node.name.value) if isinstance(node, VariableNode) else node
        if isinstance(value, ListValueNode):
            return len(value.values)
        return len(value) if isinstance(value, list) else 1

    def _comparisons(self, node: ValueNode) -> int:
        """How many values a `where` compares with: all that is no list and no object in it."""
        found, waiting = 0, [self._given(node)]
        while waiting:
            match waiting.pop():
                case ListValueNode(values=values):
                    waiting.extend(self._given(one) for one in values)
                case ObjectValueNode(fields=fields):
                    waiting.extend(self._given(one.value) for one in fields)
                case list(items):
                    waiting.extend(items)
                case dict(members):
                    waiting.extend(members.values())
                case _:
                    found += 1
        return found

    def _given(self, node: ValueNode) -> object:
        return self.variables.get(node.name.value) if isinstance(node, VariableNode) else node

    def _literal(self, value: ValueNode | ConstValueNode) -> None:
        waiting: list[ValueNode | ConstValueNode] = [value]
        while waiting:
            match waiting.pop():
                case ListValueNode(values=values):
                    keep_within(self.options, "list_items", len(values))
                    waiting.extend(values)
                case ObjectValueNode(fields=fields):
                    waiting.extend(one.value for one in fields)
                case IntValueNode(value=digits) | FloatValueNode(value=digits):
                    # Python itself refuses to read very long ones, as an error of ours.
                    keep_within(self.options, "digits", len(digits))

    def _json(self, value: object) -> None:
        # Inputs that hold themselves are read by recursion, so depth is bounded here as well.
        waiting = [(value, 0)]
        while waiting:
            found, depth = waiting.pop()
            keep_within(self.options, "nesting", depth)
            match found:
                case list(values):
                    keep_within(self.options, "list_items", len(values))
                    waiting.extend((one, depth + 1) for one in values)
                case dict(fields):
                    waiting.extend((one, depth + 1) for one in fields.values())

    def _directives(self, directives: Sequence[DirectiveNode] | None) -> None:
        found = directives or ()
        keep_within(self.options, "directives_in_one_place", len(found))
        self._count("directives", len(found))
        for directive in found:
            for argument in directive.arguments or ():
                self._literal(argument.value)

    def _count(self, what: str, more: int = 1) -> None:
        self.counts[what] += more
        keep_within(self.options, what, self.counts[what])
