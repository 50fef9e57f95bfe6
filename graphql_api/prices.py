"""What each field of the schema gives and reads at most: the prices that `limits.py` adds up.

A price is a bound, made of what the snapshot holds at most (`index.Bounds`). Rows read are the rows
that SQLite steps to in tables, indexes and lists of ids, whether it hands them over or passes them
by; what is looked up once for a snapshot (its bounds, the names of its local governments) is not a
query's. Both executors are covered: graphql-core's, which reads a record with all its parts, and
the plans', which look every link up anew.

A list or a link that is not here has no price, and `tests/graphql_api/test_prices.py` fails.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import corpus
import index

TOUCHED = 3
"""Rows for a record that is read by its id: the id in the list of those wanted, in the copy of the
list that SQLite sorts, and the record."""

COPIED = 6
"""Rows passed by that a record takes as long as which is copied, all its columns, to be sorted."""

PARTS: Mapping[str, str] = MappingProxyType(
    {
        "facts": "facts.values",
        "arithmetic_audits": "arithmetic_audits.terms",
        "series": "series.points",
    }
)
"""Table -> the list that is read with each of its records."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """What one field comes to for one owner.

    `many` is the list whose length bounds how many it gives, one where it is empty; of each,
    `tables` are read. `around` is a list whose elements all have their links followed with it.
    """

    many: str = ""
    tables: tuple[str, ...] = ()
    around: str = ""


NODES = ("facts", "passages", "sections", "documents", "arithmetic_audits", "series")
KINDS = frozenset(one.value.capitalize() for one in corpus.FactKind)
"""The types of the kinds of fact, all of which have the fields of `Fact`."""

_READS_NOTHING = Price()
_ONE_DOCUMENT = Price(tables=("documents",))
_SOURCED = {"document": _ONE_DOCUMENT, "licence": _ONE_DOCUMENT, "citation": _ONE_DOCUMENT}
_PRINTED = {
    **_SOURCED,
    "municipality": _READS_NOTHING,
    "section": Price(tables=("sections",)),
    "passage": Price(tables=("passages",)),
}
_OF_A_POINT = Price(tables=("facts", "documents"))

PRICES: Mapping[str, Mapping[str, Price]] = MappingProxyType(
    {
        "Query": {
            "node": Price(tables=NODES),
            "nodes": Price(tables=NODES),
            "document": _ONE_DOCUMENT,
            "section": Price(tables=("sections",)),
            "passage": Price(tables=("passages",)),
            "fact": Price(tables=("facts",)),
            "municipality": _READS_NOTHING,
            "search": Price(tables=("passages",)),
            "snapshot": _READS_NOTHING,
            "rateLimit": _READS_NOTHING,
        },
        "Snapshot": {"excluded": Price(many="excluded")},
        "Municipality": {"nameEn": _READS_NOTHING},
        "Document": {
            "fiscalYears": Price(many="documents.fiscal_years"),
            "inferred": Price(many="documents.inferred"),
            "municipality": _READS_NOTHING,
            "supersedes": _ONE_DOCUMENT,
            "supersededBy": Price(many="documents.superseded_by", tables=("documents",)),
        },
        "Section": {
            **_SOURCED,
            "headingPath": Price(many="sections.heading_path"),
        },
        "Passage": {
            **_SOURCED,
            "headingPath": Price(many="passages.heading_path"),
            "section": Price(tables=("sections",)),
        },
        "Fact": {
            **_PRINTED,
            "values": Price(many="facts.values"),
            "flags": Price(many="facts.flags"),
            "doubts": Price(many="facts.doubts"),
            "series": Price(many="facts.series", tables=("series",)),
            "arithmeticAudits": Price(
                many="facts.arithmetic_audits", tables=("arithmetic_audits",)
            ),
            "trajectory": Price(many="facts.values"),
            "accountTerm": _READS_NOTHING,
            "fundingSourceTerm": _READS_NOTHING,
        },
        "ArithmeticAudit": {
            **_PRINTED,
            # The facts of all figures are fetched together, whichever of them is asked for.
            "stated": Price(around="arithmetic_audits.terms"),
            "terms": Price(many="arithmetic_audits.terms"),
        },
        "ArithmeticTerm": {"fact": Price(tables=("facts",))},
        "Series": {
            "conflicts": Price(many="series.conflicts"),
            "municipality": _READS_NOTHING,
            "points": Price(many="series.points"),
            "documents": Price(many="series.documents", tables=("documents",)),
        },
        "SeriesPoint": {**_SOURCED, "citation": _OF_A_POINT, "fact": Price(tables=("facts",))},
        "Sourced": {**_SOURCED, "citation": _OF_A_POINT},
        "Hit": {"passage": _READS_NOTHING},
        # What an answer comes to is part of the price of `ask`; these are its facts, read again.
        "Answer": {
            "citations": Price(many="answered"),
            "calculations": Price(many="answered"),
            "facts": Price(many="answered", tables=("facts",)),
        },
        "Citation": {"section": Price(many="passages.heading_path")},
        "Calculation": {"inputs": Price(many="answered")},
    }
)
"""Type -> field -> price; fields that give one value which its owner has already are free."""

OWNERS: Mapping[str, str] = MappingProxyType(
    {
        "Document": "documents",
        "Section": "sections",
        "Passage": "passages",
        "Municipality": "municipalities",
    }
)
"""The types that have pages of records of their own, as the bounds call them."""


def price_of(parent: str, field: str) -> Price | None:
    """The price of a field; None for one that is free, or that nobody has given a price."""
    return PRICES.get("Fact" if parent in KINDS else parent, {}).get(field)


def record_rows(bounds: index.Bounds, table: str, owners: int = 1) -> int:
    """Rows for a record read by its id with all its parts, one of so many that differ."""
    if table not in PARTS:
        return TOUCHED
    parts = bounds.most(PARTS[table], owners)
    # Whether a series is published is asked of the facts of its points.
    return 2 * TOUCHED + parts + (2 * parts if table == "series" else 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowing:
    """What the arguments of a list say, as far as a price depends on it.

    `columns` are what is compared, each with the number of values that it is compared with;
    `branches` the alternatives among the conditions. `is_plain` when there is nothing.
    """

    columns: tuple[tuple[str, int], ...] = ()
    branches: int = 0
    is_plain: bool = True


_ALL = ("facts", "fact_values")
_SOURCES: Mapping[str, Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "facts": {
            "year": _ALL,
            "years": _ALL,
            "phase": ("fact_values",),
            "phases": ("fact_values",),
            "name": ("facts",),
            "nameContains": ("facts",),
            "grades": ("facts",),
            "dueYears": ("facts",),
            "amountAtLeast": ("facts",),
            "amountAtMost": ("facts",),
            "document": ("documents",),
        },
        "sections": {"document": ("documents",)},
        "passages": {"document": ("documents",)},
        "arithmetic_audits": {
            "name": ("arithmetic_audits",),
            "nameContains": ("arithmetic_audits",),
            "facts": ("arithmetic_terms",),
            "document": ("documents",),
        },
        "series": {
            "name": ("series",),
            "nameContains": ("series",),
            "year": ("series_points",),
            "years": ("series_points",),
            "facts": ("series_points",),
            "documents": ("series_points",),
            "document": ("series_points", "documents"),
        },
    }
)
"""Table -> what it is narrowed by -> the tables that are looked through for that."""

_REPEATED = frozenset(("dueYears",))
"""What is looked through anew for each value, equal ones too."""

_IN_LISTS: Mapping[str, str] = MappingProxyType(
    {"flag": "facts.flags", "fiscalYear": "documents.fiscal_years"}
)
"""What is compared element by element, and the list that it is an element of."""

_DATES = frozenset(("publishedOn", "due", "begins"))
"""What is compared with each of several values, record by record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a page costs: rows to read it once (`reads`), and to count its whole list (`count`).

    It is asked for `size` records, so that the fields of an answer are counted alike whatever is
    there, and has `held` of them at most. `first` is what graphql-core reads of it whatever is
    selected: the records with their parts, one more than the page holds. Each further field of a
    plan reads the page anew.
    """

    size: int
    held: int
    reads: int
    count: int
    first: int


def page_of(
    bounds: index.Bounds,
    *,
    table: str,
    owner: str,
    kind: str,
    size: int,
    narrowing: Narrowing,
    is_ordered: bool,
) -> Page:
    """The price of a list's page of `size` records.

    `owner` is whose list it is, in the bounds' words, empty at the root; `kind` the kind of all its
    facts, where the list has one.
    """
    there, doubtful = _there(bounds, table, owner, kind)
    held = min(size, there)
    # Where the series of a document are, its points say; what is published, the points' facts.
    each = 1 + 3 * bounds.most("series.points") if table == "series" else 1
    through = there * each
    if table == "municipalities":
        through = reads = 0
    elif narrowing.is_plain and not (owner and (is_ordered or table == "series")):
        reads = (min(size + 1, there) + doubtful) * each
        # In another order than that of the table each record is copied before it is given.
        reads *= 2 * COPIED if is_ordered else 1
    else:
        # A record that is looked at is met in an index and in its table.
        through = reads = 2 * _scan(bounds, table, owner, there, each, narrowing)
        # What has a value and what has none are two stretches, each read for itself.
        reads *= 2 * COPIED if is_ordered else 1
    first = reads + (min(size + 1, there) * record_rows(bounds, table, held) if reads else 0)
    return Page(size=size, held=held, reads=reads, count=through, first=first)


def _there(bounds: index.Bounds, table: str, owner: str, kind: str) -> tuple[int, int]:
    """How many records a list has at most, and how many of them a doubt keeps back."""
    has_doubts = table in ("facts", "series")
    if owner:
        name = f"{owner}.doubtful_{table}" if table == "facts" else ""
        there = bounds.most(f"{owner}.{table}")
        return there, bounds.most(name) if name else there if has_doubts else 0
    of_kind = f" of {kind}" if kind else ""
    there = bounds.count(f"{table}{of_kind}")
    return there, bounds.count(f"doubtful_{table}{of_kind}") if has_doubts else 0


def _scan(
    bounds: index.Bounds, table: str, owner: str, there: int, each: int, narrowing: Narrowing
) -> int:
    """Rows that are looked through where no index gives a page as it is asked for.

    Records of one document, section or passage are read by that one's index; elsewhere SQLite
    chooses, and may read the table for every alternative. All may be sorted afterwards.
    """
    is_within = owner in ("documents", "sections", "passages") and table != "series"
    rows = there if is_within else bounds.count(table)
    sources = values = 0
    for column, given in narrowing.columns:
        found = _SOURCES.get(table, {}).get(column, ())
        times = given if column in _REPEATED else 1
        sources += times * sum(bounds.count(one) for one in found)
        values += given
        if column in _IN_LISTS:
            each += bounds.most(_IN_LISTS[column]) * given
        elif column in _DATES:
            each += given
    passes = 1 + narrowing.branches
    return 2 * (rows * each * passes + sources) + TOUCHED * values
