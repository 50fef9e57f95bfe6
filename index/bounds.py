"""What a snapshot holds at most: how many records, and how long its longest lists are.

A query cannot read more than there is, so these numbers make a price of it that is never too low.
A snapshot does not change; they are looked up once, when it is opened.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate
from types import MappingProxyType

OWNERS = (1, 2, 5, 10, 20, 50, 100)
"""How many lists together a bound is kept for: the sizes of pages, as people write them."""

TABLES = (
    "documents",
    "sections",
    "passages",
    "facts",
    "fact_values",
    "arithmetic_audits",
    "arithmetic_terms",
    "series",
    "series_points",
    "excluded",
)
"""The tables that rows are counted of."""

_COUNTED: Mapping[str, str] = MappingProxyType(
    {table: f"SELECT count(*) FROM {table}" for table in TABLES}  # noqa: S608 (names of ours)
    | {
        "municipalities": "SELECT count(DISTINCT municipality) FROM documents",
        "doubtful_facts": "SELECT count(*) FROM facts WHERE is_doubtful = 1",
        "doubtful_series": (
            "SELECT count(DISTINCT series_row) FROM series_points"
            " JOIN facts ON facts.id = fact_id WHERE is_doubtful = 1"
        ),
    }
)


def _each(column: str, table: str) -> str:
    """How often each value of a column occurs."""
    return f"SELECT count(*) FROM {table} WHERE {column} IS NOT NULL GROUP BY {column}"  # noqa: S608


def _doubtful(column: str) -> str:
    return f"SELECT sum(is_doubtful) FROM facts WHERE {column} IS NOT NULL GROUP BY {column}"  # noqa: S608


def _in_list(table: str, column: str) -> str:
    return f"SELECT json_array_length({column}) FROM {table}"  # noqa: S608 (names of ours)


# Owner and what it has -> one length for each owner. Entries of an index are counted, not what
# they lead to: those are what is read.
_LISTS: Mapping[str, str] = MappingProxyType(
    {
        "facts.values": _each("fact_row", "fact_values"),
        "facts.flags": _in_list("facts", "flags"),
        "facts.doubts": _in_list("facts", "doubts"),
        "facts.series": _each("fact_id", "series_points"),
        "facts.arithmetic_audits": _each("fact_id", "arithmetic_terms"),
        "arithmetic_audits.terms": _each("audit_row", "arithmetic_terms"),
        "series.points": _each("series_row", "series_points"),
        "series.documents": _in_list("series", "document_ids"),
        "series.conflicts": _in_list("series", "conflicts"),
        "documents.superseded_by": _each("supersedes", "documents"),
        "documents.fiscal_years": _in_list("documents", "fiscal_years"),
        "documents.inferred": _in_list("documents", "inferred"),
        "documents.sections": _each("document_id", "sections"),
        "documents.passages": _each("document_id", "passages"),
        "documents.facts": _each("document_id", "facts"),
        "documents.doubtful_facts": _doubtful("document_id"),
        "documents.arithmetic_audits": _each("document_id", "arithmetic_audits"),
        "documents.series": _each("document_id", "series_points"),
        "sections.heading_path": _in_list("sections", "heading_path"),
        "sections.passages": _each("section_id", "passages"),
        "sections.facts": _each("section_id", "facts"),
        "sections.doubtful_facts": _doubtful("section_id"),
        "passages.heading_path": _in_list("passages", "heading_path"),
        "passages.facts": _each("passage_id", "facts"),
        "passages.doubtful_facts": _doubtful("passage_id"),
        "municipalities.documents": _each("municipality", "documents"),
        "municipalities.facts": _each("municipality", "facts"),
        "municipalities.doubtful_facts": _doubtful("municipality"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """How much there is at most.

    `rows` counts the rows of each table, the facts and series that a doubt keeps back
    (`doubtful_…`), and the facts of each kind (`facts of budget`, `doubtful_facts of budget`).
    `totals` has, for each list, how long the longest 1, 2, 5, … (`OWNERS`) are together.
    """

    rows: Mapping[str, int]
    totals: Mapping[str, tuple[int, ...]]

    def count(self, name: str) -> int:
        """How many rows there are; of a kind that no fact has, none."""
        return self.rows.get(name, 0)

    def most(self, name: str, owners: int = 1) -> int:
        """How long a list is at most, on average over so many owners that differ, rounded up.

        KeyError for a list that no bound is known of.
        """
        sums = self.totals[name]
        place = max(place for place, size in enumerate(OWNERS) if size <= max(1, owners))
        return -(-sums[place] // OWNERS[place])


EMPTY_BOUNDS = Bounds(
    rows=MappingProxyType({}),
    totals=MappingProxyType(dict.fromkeys(_LISTS, (0,) * len(OWNERS))),
)
"""The bounds of nothing at all: what holds where there is no snapshot to read."""


def bounds_of(connection: sqlite3.Connection) -> Bounds:
    """One pass over each table or one of its indexes."""
    rows = {name: int(connection.execute(sql).fetchone()[0]) for name, sql in _COUNTED.items()}
    kinds = "SELECT kind, count(*), sum(is_doubtful) FROM facts GROUP BY kind"
    for kind, facts, doubtful in connection.execute(kinds):
        rows |= {f"facts of {kind}": facts, f"doubtful_facts of {kind}": doubtful}
    return Bounds(
        rows=MappingProxyType(rows),
        totals=MappingProxyType({name: _totals(connection, sql) for name, sql in _LISTS.items()}),
    )


def _totals(connection: sqlite3.Connection, sql: str) -> tuple[int, ...]:
    longest = connection.execute(f"{sql} ORDER BY 1 DESC LIMIT ?", (OWNERS[-1],)).fetchall()
    sums = list(accumulate(int(length) for (length,) in longest)) or [0]
    return tuple(sums[min(size, len(sums)) - 1] for size in OWNERS)
