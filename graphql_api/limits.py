"""How long, deep, wide and dear a query may be, and the counting of what needs no schema."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from graphql import (
    ConstValueNode,
    DirectiveNode,
    FieldNode,
    FloatValueNode,
    IntValueNode,
    ListValueNode,
    ObjectValueNode,
    SelectionNode,
    ValueNode,
)

from graphql_api.errors import QueryRefusedError
from graphql_api.pagination import PAGE


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitOptions:
    """What one document may be; every number is far above what a person writes.

    `document_bytes` and `tokens` bound parsing, `nesting` (of brackets) keeps the parser's
    recursion short, `depth` leaves room for the standard introspection query. `selections` bounds
    validation, which is quadratic in them. `cost` bounds the fields in the answer, `rows` the rows
    that are read or looked through for it: two million take SQLite a quarter of a second or so.
    `listed` is how many elements a list of the introspection is taken to have, which reads no rows
    and is as long as the schema, and how much an answer of the assistant cites. A search runs the
    embedding model and looks up the best hits, hence `search_cost`; a question runs several
    searches and more, hence `ask_cost`: only one fits into a query.
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
    rows: int = 2_000_000
    listed: int = 5
    ask_cost: int = 12_000
    search_cost: int = 2_000
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
    "rows": ("too_costly", "읽을 행 수", "rows to read"),
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


class Counter:
    """Counts what one document holds, and refuses it as soon as it is too much."""

    def __init__(self, options: LimitOptions) -> None:
        self.options = options
        self.counts = dict.fromkeys(("selections", "aliases", "directives", "nesting"), 0)

    @contextmanager
    def nested(self) -> Iterator[None]:
        """One level further down, until the context ends."""
        self._count("nesting")
        yield
        self.counts["nesting"] -= 1

    def selection(self, selection: SelectionNode) -> None:
        """A field or a fragment, with its alias, arguments and directives."""
        self._count("selections")
        self.directives(selection.directives)
        if isinstance(selection, FieldNode):
            if selection.alias is not None:
                self._count("aliases")
            for argument in selection.arguments or ():
                self.literal(argument.value)

    def literal(self, value: ValueNode | ConstValueNode) -> None:
        """A value that stands in the document."""
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

    def json(self, value: object) -> None:
        """What the variables hold."""
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

    def directives(self, directives: Sequence[DirectiveNode] | None) -> None:
        """The directives in one place."""
        found = directives or ()
        keep_within(self.options, "directives_in_one_place", len(found))
        self._count("directives", len(found))
        for directive in found:
            for argument in directive.arguments or ():
                self.literal(argument.value)

    def _count(self, what: str, more: int = 1) -> None:
        self.counts[what] += more
        keep_within(self.options, what, self.counts[what])
