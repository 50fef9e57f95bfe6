"""Requests that are meant to hurt: each is to be refused with a 4xx, quickly and in words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Attack:
    """One POST to `/graphql`: its body and, beyond the usual ones, its headers."""

    name: str
    body: bytes
    headers: dict[str, str] = field(default_factory=dict)


def query(name: str, text: str, variables: object = None) -> Attack:
    """An attack by what the document or its variables say."""
    body = json.dumps({"query": text, "variables": variables})
    return Attack(name=name, body=body.encode())


def doubling(levels: int) -> str:
    """A document of some lines that stands for two to the power of `levels` fields."""
    fragments = [
        f"fragment F{level} on Query {{ ...F{level + 1} ...F{level + 1} }}"
        for level in range(levels)
    ]
    return f"{{ ...F0 }} {' '.join(fragments)} fragment F{levels} on Query {{ __typename }}"


def overlapping(number: int) -> str:
    """Fragments that each select the same field in another way."""
    spreads = " ".join(f"...F{one}" for one in range(number))
    fragments = " ".join(
        f"fragment F{one} on Query {{ facts(first: 1) {{ nodes {{ id }} }} }}"
        for one in range(number)
    )
    return f"{{ {spreads} }} {fragments}"


def attacks() -> Iterator[Attack]:
    """Every attack, by what it tries."""
    ids = [f"kr-x/plan-{number}" for number in range(20_000)]
    page = "facts(first: 100) { nodes { id values { year value } document { id } } }"
    yield query(
        "1,000 aliases of first: 100", f"{{ {' '.join(f'a{n}: {page}' for n in range(1_000))} }}"
    )
    yield query(
        "100 aliases of first: 100", f"{{ {' '.join(f'a{n}: {page}' for n in range(100))} }}"
    )
    nested = f"documents(first: 100) {{ nodes {{ {page} }} }}"
    yield query("10 roots of first: 100", f"{{ {' '.join(f'a{n}: {nested}' for n in range(10))} }}")
    yield query("fragments that double 18 times", doubling(18))
    yield query("fragments that double 22 times", doubling(22))
    yield query(
        "fragments in a circle",
        "{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }",
    )
    yield query("600 overlapping fragments", overlapping(600))
    yield query("10,000 times the same field", f"{{ {'__typename ' * 10_000} }}")
    yield query("2,000 times the same list", f"{{ {'facts(first: 1) { nodes { id } } ' * 2_000} }}")
    yield query("10,000 unknown fields", f"{{ {' '.join(f'x{n}' for n in range(10_000))} }}")
    yield query("10,000 times @include", f"{{ __typename {'@include(if: true) ' * 10_000} }}")
    yield query("1,000 fields with @include", f"{{ {'__typename @include(if: true) ' * 1_000} }}")
    yield query("1,000 unknown directives", f"{{ __typename {'@a ' * 1_000} }}")
    definitions = ", ".join(f"$v{n}: Int" for n in range(10_000))
    yield query("10,000 variables", f"query A({definitions}) {{ __typename }}")
    yield query("20,000 ids in the document", f"{{ nodes(ids: {json.dumps(ids)}) {{ id }} }}")
    yield query(
        "20,000 ids in a variable", "query A($i: [ID!]!) { nodes(ids: $i) { id } }", {"i": ids}
    )
    yield query(
        "1,000 ids in a variable",
        "query A($i: [ID!]!) { nodes(ids: $i) { id } }",
        {"i": ids[:1_000]},
    )
    yield query("1 MB of comment", "{ __typename }" + "#" * 1_000_000)
    yield query("1 MB of words", "{ " + "a " * 500_000 + "}")
    yield query("1 MB of brackets", "{a" * 333_000)
    yield query("1 MB of one string", '{ node(id: "' + "x" * 1_000_000 + '") { id } }')
    yield query("a string without an end", '{ node(id: "' + "x" * 30_000)
    yield query("30 kB of quotation marks", "{ node(id: " + '"' * 30_000)
    yield query("a block string of quotes", '{ node(id: """' + '\\"""' * 9_000 + '""") { id } }')
    yield query("200 levels of fields", "{ node(id: 1) " + "{ document " * 200 + "}" * 200 + "}")
    yield query(
        "5,000 fragments in one another", "{ " + "... { " * 5_000 + "__typename" + " }" * 5_001
    )
    yield query(
        "20,000 lists in one another", "{ nodes(ids: " + "[" * 20_000 + "]" * 20_000 + ") { id } }"
    )
    yield query("1,000 operations", " ".join(f"query A{n} {{ __typename }}" for n in range(1_000)))
    yield query("a number without an end", "{ facts(first: " + "9" * 20_000 + ") { totalCount } }")
    yield query("half a character", '{ node(id: "\ud800") { id } nothing }')
    deep = "[" * 200_000 + "]" * 200_000
    yield Attack(name="200,000 levels of JSON", body=deep.encode())
    for levels in (61, 500, 990, 1_000, 1_020, 1_024):
        inner = b"[" * levels + b"]" * levels
        yield Attack(
            name=f"{levels} levels in the variables",
            body=b'{"query": "{ __typename }", "variables": {"a": ' + inner + b"}}",
        )
    yield Attack(
        name="deep JSON in the variables",
        body=b'{"query": "{ __typename }", "variables": {"a": '
        + b"[" * 60_000
        + b"]" * 60_000
        + b"}}",
    )
    yield Attack(
        name="10 MB of variables",
        body=json.dumps({"query": "{ __typename }", "variables": {"a": "x" * 10_000_000}}).encode(),
    )
    yield Attack(name="not a number", body=b'{"query": "{ __typename }", "variables": {"a": NaN}}')
    yield Attack(
        name="a number beyond all bounds",
        body=b'{"query": "{ __typename }", "variables": {"a": 1e999999}}',
    )
    yield Attack(name="bytes that are not UTF-8", body=b'{"query": "{ \xff\xfe }"}')
    yield Attack(name="no JSON at all", body=b"query=%7B__typename%7D")
    yield Attack(
        name="a batch of 1,000", body=json.dumps([{"query": "{ __typename }"}] * 1_000).encode()
    )
    yield Attack(
        name="another character set",
        body=b"{}",
        headers={"content-type": "application/json; charset=utf-7"},
    )
    yield Attack(name="a packed body", body=b"\x1f\x8b", headers={"content-encoding": "gzip"})
