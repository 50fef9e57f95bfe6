"""What a column of a table holds: one declaration for the dumps, the dictionary and OpenAPI.

A column that stands for a field of the public schema takes its words from there, so that the two
cannot say different things.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """What one value of a column is; the value is its name in the data dictionary."""

    TEXT = "text"
    INTEGER = "integer"
    BIG_INTEGER = "big_integer"
    """Whole won of any size: more than 64 bits where a document says so."""
    FIGURE = "figure"
    """An exact decimal, or a grade or ratio as printed; JSON carries it as number or text."""
    BOOLEAN = "boolean"
    DATE = "date"
    STRUCT = "struct"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A named value of every row. `parts` are the columns of a struct, `choices` a closed list.

    `unit` is fixed for the column; where it differs from row to row another column names it.
    """

    name: str
    kind: Kind
    ko: str
    en: str
    is_list: bool = False
    is_required: bool = False
    unit: str | None = None
    parts: tuple[Column, ...] = ()
    choices: tuple[str, ...] = ()


def said_of(type_: type[Any], field: str) -> tuple[str, str]:
    """What the public schema says of a field, Korean and English; LookupError if it has none."""
    for one in type_.__strawberry_definition__.fields:
        if one.python_name == field and one.description:
            ko, _, en = one.description.partition(" / ")
            return ko.strip(), en.strip()
    raise LookupError(f"{type_.__name__} says nothing of {field}")


def text(name: str, ko: str, en: str, *, choices: Sequence[str] = ()) -> Column:
    """A column of text that may be absent."""
    return Column(name=name, kind=Kind.TEXT, ko=ko, en=en, choices=tuple(choices))


def required(column: Column) -> Column:
    """The same column, never absent."""
    return Column(
        name=column.name,
        kind=column.kind,
        ko=column.ko,
        en=column.en,
        is_list=column.is_list,
        is_required=True,
        unit=column.unit,
        parts=column.parts,
        choices=column.choices,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """A column of a flat table: where its value lies in a row, and its name there."""

    path: tuple[str, ...]
    column: Column

    @property
    def name(self) -> str:
        """The name in a flat table: the parts of a struct under the struct's own name."""
        return "_".join(self.path)

    def value(self, row: dict[str, Any]) -> Any:  # noqa: ANN401 (whatever the column holds)
        """The value of a row; None where a struct on the way is absent."""
        found: Any = row
        for step in self.path:
            if found is None:
                return None
            found = found[step]
        return found


def flat(columns: Sequence[Column], above: tuple[str, ...] = ()) -> tuple[Leaf, ...]:
    """The columns of a flat table: single structs laid out, lists left whole."""
    leaves: list[Leaf] = []
    for column in columns:
        path = (*above, column.name)
        if column.kind is Kind.STRUCT and not column.is_list:
            leaves += flat(column.parts, path)
        else:
            leaves.append(Leaf(path=path, column=column))
    return tuple(leaves)
