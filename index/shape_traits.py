"""What has to hold of a snapshot before SQLite may write its records as JSON, looked up once.

A snapshot cannot change, so what is seen once holds for all its life.
"""

from __future__ import annotations

import math
import random
import sqlite3
from binascii import b2a_base64
from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import quote

import orjson

import corpus
from index.shape_columns import PLAIN_NUMBER

LEAST_INTEGER, LARGEST_INTEGER = -(2**31), 2**31 - 1
"""The bounds of GraphQL's Int."""

_INTEGERS = (
    ("facts", ("fiscal_year", "span_start", "span_end", "page_physical")),
    ("fact_values", ("year",)),
    ("sections", ("position", "span_start", "span_end", "page_physical")),
    ("passages", ("position", "span_start", "span_end", "page_physical")),
    ("arithmetic_audits", ("fiscal_year", "span_start", "span_end", "page_physical")),
    ("arithmetic_terms", ("span_start", "span_end")),
    ("series_points", ("year",)),
    ("documents, json_each(fiscal_years) AS listed", ("listed.value",)),
    ("series, json_each(conflicts) AS listed", ("listed.value",)),
)
_FIGURES = (
    ("facts", "value", "value_is_number = 1"),
    ("fact_values", "value", "value_is_number = 1"),
    ("series_points", "value", "value_is_number = 1"),
    ("arithmetic_terms", "value", "value IS NOT NULL"),
    ("arithmetic_audits", "computed", "computed IS NOT NULL"),
    ("arithmetic_audits", "difference", "difference IS NOT NULL"),
)
_TRIED_NUMBERS = 120
_URL = bytes.maketrans(b"+/", b"-_")


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """`is_writable`: every integer fits. `is_plain`: so does every decimal (`PLAIN_NUMBER`)."""

    is_writable: bool
    is_plain: bool


def traits_of(connection: sqlite3.Connection) -> Traits:
    """Two passes over the tables at most."""
    fits = f"BETWEEN {LEAST_INTEGER} AND {LARGEST_INTEGER}"
    return Traits(
        is_writable=_writes_numbers_like_orjson(connection)
        and not any(
            _exists(connection, table, " OR ".join(f"NOT {column} {fits}" for column in columns))
            for table, columns in _INTEGERS
        ),
        is_plain=not any(
            _exists(connection, table, f"{which} AND NOT ({PLAIN_NUMBER.replace('{v}', column)})")
            for table, column, which in _FIGURES
        ),
    )


def add_functions(connection: sqlite3.Connection) -> None:
    """Give a connection the functions that the expressions of `shape_columns.py` call."""
    for name, function in (
        ("exact_number", exact_number),
        ("approximate_number", approximate_number),
        ("address_part", quote),
        ("base64url", base64url),
        ("english_name", english_name),
    ):
        connection.create_function(name, 1, function, deterministic=True)


def exact_number(text: str) -> str:
    """A decimal digit for digit, without an exponent."""
    return format(Decimal(text), "f")


def approximate_number(text: str) -> str:
    """A decimal as a JSON number that is always a fraction; ValueError where none can be."""
    found = corpus.number(Decimal(text))
    number = math.nan if found is None else float(found)
    if not math.isfinite(number):
        raise ValueError(f"{text} is not a JSON number")
    return orjson.dumps(number).decode()


def english_name(name: str | None) -> str | None:
    """What a local government is called in English; None where nobody knows."""
    return None if name is None else corpus.english_name(name)


def base64url(text: str | None) -> str | None:
    """A text in the alphabet that needs no escape in an address; None for none."""
    # As base64.urlsafe_b64encode does it, without its calls: this is done for every row of a list.
    return (
        None if text is None else b2a_base64(text.encode(), newline=False).translate(_URL).decode()
    )


def _exists(connection: sqlite3.Connection, table: str, condition: str) -> bool:
    found = connection.execute(
        f"SELECT EXISTS (SELECT 1 FROM {table} WHERE {condition})"  # noqa: S608 (names of ours)
    ).fetchone()
    return bool(found[0])


def _writes_numbers_like_orjson(connection: sqlite3.Connection) -> bool:
    """Whether this build of SQLite prints fifteen digits right; not all processors let it."""
    chance = random.Random(5)  # noqa: S311 (no secret)
    texts = [
        str(Decimal(chance.randrange(10**digits)).scaleb(-chance.randrange(min(digits, 4))))
        for digits in range(1, 15)
        for _ in range(_TRIED_NUMBERS // 14)
    ]
    written = connection.execute(
        f"SELECT json_array({', '.join(['? + 0.0'] * len(texts))})",
        texts,
    ).fetchone()[0]
    return bool(written == orjson.dumps([float(text) for text in texts]).decode())
