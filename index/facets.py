"""What passages and facts are counted by, column by column in memory.

Counts of all values of a facet under any set of conditions are then a few passes over arrays of
numbers: 100,000 facts are counted by every facet in some milliseconds, where SQL would group them
once for each facet. The columns of 100,000 facts take about five megabytes.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt
import orjson

import corpus
from index.parameters import LARGEST_INTEGER

Numbers = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]

NONE = -1
"""Stands in a column of codes where a record has no value."""

KINDS = tuple(corpus.FactKind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets:
    """The columns; a row of an array is a record's row, a code is a place in its tuple of names.

    Years are pairs of two arrays (owner's row, year), each pair once. Days are ordinal, amounts
    whole won as near as 64 bits go.
    """

    municipalities: tuple[str, ...]
    document_types: tuple[str, ...]
    document_municipality: Numbers
    document_type: Numbers
    document_day: Numbers
    document_years: tuple[Numbers, Numbers]
    passage_document: Numbers
    fact_document: Numbers
    fact_passage: Numbers
    fact_municipality: Numbers
    fact_kind: Numbers
    fact_amount: Numbers
    fact_has_amount: Mask
    fact_is_doubtful: Mask
    fact_years: tuple[Numbers, Numbers]

    def facts_in(self, passages: Mask) -> Mask:
        """Which facts are stated in these passages."""
        # A fact without a passage has the code NONE, which is the place of what is added here.
        return np.append(passages, False)[self.fact_passage]

    def passages_of(self, facts: Mask) -> Mask:
        """Which passages state one of these facts."""
        found = np.zeros(len(self.passage_document) + 1, dtype=np.bool_)
        found[self.fact_passage[facts]] = True
        return found[:-1]


def facets_of(connection: sqlite3.Connection) -> Facets:
    """The columns of a snapshot; a handful of reads, once."""
    documents = connection.execute(
        "SELECT id, municipality, document_type, published_on, fiscal_years"
        " FROM documents ORDER BY row"
    ).fetchall()
    row_of_document = {one[0]: row for row, one in enumerate(documents)}
    passage_ids, passage_documents = _columns(
        connection, "id, document_id", "passages", "ORDER BY row"
    )
    row_of_passage = dict(zip(passage_ids, range(len(passage_ids)), strict=True))
    fact_passages, fact_documents, places, kinds, amounts, doubtful, fact_years = _columns(
        connection,
        "passage_id, document_id, municipality, kind, amount_krw, is_doubtful, fiscal_year",
        "facts",
        "ORDER BY row",
    )
    owners, years = _columns(connection, "fact_row, year", "fact_values", "WHERE year IS NOT NULL")
    municipalities = tuple(sorted({*places, *(one[1] for one in documents)} - {None}))
    document_years = [json.loads(one[4]) for one in documents]
    has_year = np.fromiter((one is not None for one in fact_years), dtype=np.bool_)
    types = tuple(sorted({one[2] for one in documents}))
    kind_codes = {kind.value: number for number, kind in enumerate(KINDS)}
    return Facets(
        municipalities=municipalities,
        document_types=types,
        document_municipality=_codes((one[1] for one in documents), municipalities),
        document_type=_codes((one[2] for one in documents), types),
        document_day=_numbers(_day(one[3]) for one in documents),
        document_years=_pairs(
            np.repeat(np.arange(len(documents)), [len(one) for one in document_years]),
            _numbers(year for one in document_years for year in one),
        ),
        passage_document=_numbers(map(row_of_document.__getitem__, passage_documents)),
        fact_document=_numbers(map(row_of_document.__getitem__, fact_documents)),
        fact_passage=_numbers(row_of_passage.get(one, NONE) for one in fact_passages),
        fact_municipality=_codes(places, municipalities),
        fact_kind=_numbers(map(kind_codes.__getitem__, kinds)),
        fact_amount=_numbers(0 if one is None else _whole(one) for one in amounts),
        fact_has_amount=np.fromiter((one is not None for one in amounts), dtype=np.bool_),
        fact_is_doubtful=np.fromiter(map(bool, doubtful), dtype=np.bool_),
        fact_years=_pairs(
            np.concatenate([_numbers(owners), np.flatnonzero(has_year)]),
            np.concatenate(
                [_numbers(years), _numbers(one for one in fact_years if one is not None)]
            ),
        ),
    )


def _columns(
    connection: sqlite3.Connection, names: str, table: str, which: str
) -> tuple[list[Any], ...]:
    """Columns of a table, each as JSON that one step of SQLite writes.

    Row by row, Python takes and leaves its lock for each of a hundred thousand rows, so beside
    other threads that work a read of half a second takes several.
    """
    wanted = ", ".join(f"json_group_array({name})" for name in names.split(", "))
    (found,) = connection.execute(
        f"SELECT {wanted} FROM (SELECT {names} FROM {table} {which})"  # noqa: S608 (no input in it)
    )
    return tuple(orjson.loads(one) for one in found)


def counted(values: Numbers, names: Sequence[Any]) -> tuple[tuple[Any, int], ...]:
    """How often each code occurs, the most frequent first; those that do not occur are left out."""
    counts = np.bincount(values[values != NONE], minlength=len(names))
    order = np.argsort(-counts, kind="stable")
    return tuple((names[place], int(counts[place])) for place in order if counts[place])


def distinct(owners: Numbers, values: Numbers) -> Numbers:
    """The values of distinct pairs of owner and value: an owner counts once for each value."""
    if not len(owners):
        return values
    # Each pair as a place in a table of all there could be: marking those is a hundredth of the
    # work of sorting pairs. A fact without a passage has the owner NONE, which is the first line.
    size = int(values.max()) + 1
    seen = np.zeros((int(owners.max()) + 2) * size, dtype=np.bool_)
    seen[(owners + 1) * size + values] = True
    return np.flatnonzero(seen) % size


def _whole(amount: int | str) -> int:
    """An amount within 64 bits; a larger one is kept as text, and counts as the largest."""
    if isinstance(amount, int):
        return amount
    return -LARGEST_INTEGER if amount.startswith("-") else LARGEST_INTEGER


def _day(published_on: str | None) -> int:
    return date.fromisoformat(published_on).toordinal() if published_on else 0


def _codes(values: Iterable[str | None], names: Sequence[str]) -> Numbers:
    code = {name: number for number, name in enumerate(names)}
    return _numbers(NONE if value is None else code[value] for value in values)


def _numbers(values: Iterable[int]) -> Numbers:
    return np.fromiter(values, dtype=np.int64)


def _pairs(owners: Numbers, years: Numbers) -> tuple[Numbers, Numbers]:
    """Each pair once, in order."""
    order = np.lexsort((years, owners))
    owners, years = owners[order], years[order]
    is_new = np.ones(len(owners), dtype=np.bool_)
    is_new[1:] = (np.diff(owners) != 0) | (np.diff(years) != 0)
    return owners[is_new], years[is_new]
