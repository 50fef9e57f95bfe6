"""A value as SQLite takes it: the only way for what a caller gives into a statement."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from index.characters import well_formed

LARGEST_INTEGER = 2**63 - 1
Parameter = str | int | float

NAMES: Mapping[str, str] = MappingProxyType(
    {"facts": "fact_names", "arithmetic_audits": "audit_names", "series": "series_names"}
)
"""Table -> its table of names, spelled out. Only what has a name can be narrowed by one."""

# One value is compared as such: then an index on (column, id) gives the page already in order. Of
# several, one parameter holds the whole list, so that a long one meets no limit.
_ONE = "= ?"
_SEVERAL = "IN (SELECT value FROM json_each(?))"


def parameter(value: Parameter) -> Parameter:
    """The value as SQLite takes it; a number beyond its integers equals nothing that it holds."""
    if isinstance(value, str):
        return well_formed(value)
    if isinstance(value, int) and abs(value) > LARGEST_INTEGER:
        return str(value)
    return value


def listed(values: Sequence[Parameter]) -> str:
    """Several values as one parameter, for `json_each`."""
    return json.dumps([parameter(value) for value in values])


def among(values: Sequence[str] | Sequence[int]) -> tuple[str, Parameter]:
    """The comparison with one of the values, and its parameter."""
    return (_SEVERAL, listed(values)) if len(values) > 1 else (_ONE, parameter(values[0]))


def within_integers(value: int) -> int:
    """A bound as near to the one asked for as SQLite's integers go."""
    return min(max(value, -LARGEST_INTEGER), LARGEST_INTEGER)


def name_phrase(text: str) -> str:
    """What a table of names is matched with, to find the names that contain a text."""
    return f'"{spelled_out(text)}"'


def spelled_out(name: str) -> str:
    """A name as code points in hexadecimal, one token a character, without blanks or case.

    A phrase of such tokens stands in a name exactly where the characters stand next to each other,
    so an index over them answers 'contains', whatever the characters are.
    """
    plain = unicodedata.normalize("NFKC", name).casefold()
    return " ".join(f"{ord(character):x}" for character in plain if not character.isspace())
