"""Tables as Parquet: typed columns, lists of structs for nested values, exact figures.

A figure is two columns: its own name holds the text, digit for digit or a grade as printed, and
`…_number` the same number as DECIMAL. Whole won are DECIMAL too, as they may exceed 64 bits. A
number with more digits than DECIMAL(38) holds is null there; its text is always complete.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, BinaryIO

import index
from graphql_api.columns import Column, Kind

if TYPE_CHECKING:
    import pyarrow as pa

PRECISION = 38
"""Digits of the widest decimal that readers (DuckDB, Spark, BigQuery) agree on."""

SCALE = 9
"""Digits after the point of a figure; printed figures have up to four."""

NUMBER = "_number"
_BOUND = Decimal(10) ** (PRECISION - SCALE)
_WHOLE_BOUND = 10**PRECISION


def write(
    out: BinaryIO,
    columns: Sequence[Column],
    pages: Iterable[Iterator[dict[str, Any]]],
    about: dict[str, str],
) -> None:
    """Write one row group for each page; no more than one page is held at a time.

    `about` goes into the metadata of the file.
    """
    # Imported here: whoever only asks questions does not wait for it.
    import pyarrow as pa
    import pyarrow.parquet

    schema = pa.schema(_fields(columns), metadata=about)
    with pyarrow.parquet.ParquetWriter(out, schema, compression="zstd") as writer:
        for rows in pages:
            made = [_struct(columns, row) for row in rows]
            if made:
                writer.write_table(pa.Table.from_pylist(made, schema=schema))


def _fields(columns: Sequence[Column]) -> list[pa.Field]:
    import pyarrow as pa

    fields = []
    for column in columns:
        about = {"ko": column.ko, "en": column.en} | ({"unit": column.unit} if column.unit else {})
        type_ = pa.list_(_type(column)) if column.is_list else _type(column)
        nullable = not column.is_required
        fields.append(pa.field(column.name, type_, nullable=nullable, metadata=about))
        if column.kind is Kind.FIGURE:
            number = pa.decimal128(PRECISION, SCALE)
            fields.append(pa.field(column.name + NUMBER, number, metadata=about))
    return fields


def _type(column: Column) -> pa.DataType:
    import pyarrow as pa

    if column.kind is Kind.STRUCT:
        return pa.struct(_fields(column.parts))
    return {
        Kind.TEXT: pa.string(),
        Kind.FIGURE: pa.string(),
        Kind.INTEGER: pa.int64(),
        Kind.BIG_INTEGER: pa.decimal128(PRECISION, 0),
        Kind.BOOLEAN: pa.bool_(),
        Kind.DATE: pa.date32(),
    }[column.kind]


def _struct(columns: Sequence[Column], row: dict[str, Any]) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for column in columns:
        value = row[column.name]
        if column.kind is Kind.FIGURE:
            made[column.name] = index.digits(value) if isinstance(value, Decimal) else value
            made[column.name + NUMBER] = _number(value)
        elif column.kind is Kind.BIG_INTEGER:
            fits = value is not None and abs(value) < _WHOLE_BOUND
            made[column.name] = Decimal(value) if fits else None
        elif column.kind is Kind.STRUCT and value is not None:
            made[column.name] = (
                [_struct(column.parts, one) for one in value]
                if column.is_list
                else _struct(column.parts, value)
            )
        else:
            made[column.name] = value
    return made


def _number(value: Decimal | str | None) -> Decimal | None:
    """The number where the column holds it exactly."""
    if not isinstance(value, Decimal) or abs(value) >= _BOUND:
        return None
    exponent = value.as_tuple().exponent
    return value if isinstance(exponent, int) and exponent >= -SCALE else None
