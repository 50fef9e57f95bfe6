"""Series and their points as database columns and back, nothing lost.

As in `columns.py`: the columns of a table in the order of its `…_COLUMNS`, and two functions that
are each other's inverse.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

import corpus
from index.columns import Columns, list_column, value_columns, value_from

SERIES_COLUMNS = "id, municipality, kind, name, unit, document_ids, conflicts"
POINT_COLUMNS = "year, value, value_is_number, phase, fact_id, document_id"


def series_columns(series: corpus.Series) -> Columns:
    """A series as a row of `series`."""
    return (
        series.id,
        series.municipality,
        series.kind.value,
        series.name,
        series.unit,
        list_column(series.document_ids),
        list_column(series.conflicts),
    )


def series_from(columns: Columns, points: Sequence[corpus.SeriesPoint]) -> corpus.Series:
    """A row of `series` and its points as the record that they were made from."""
    return corpus.Series(
        id=columns[0],
        municipality=columns[1],
        kind=corpus.FactKind(columns[2]),
        name=columns[3],
        unit=columns[4],
        points=tuple(points),
        document_ids=tuple(json.loads(columns[5])),
        conflicts=tuple(json.loads(columns[6])),
    )


def point_columns(point: corpus.SeriesPoint) -> Columns:
    """One value of a series as a row of `series_points`."""
    return (
        point.year,
        *value_columns(point.value),
        point.phase.value if point.phase else None,
        point.fact_id,
        point.document_id,
    )


def point_from(columns: Columns) -> corpus.SeriesPoint:
    """A row of `series_points` as the record it was made from."""
    value = value_from(columns[1], columns[2])
    if value is None:
        raise ValueError(f"the point of {columns[4]} in {columns[0]} has no value")
    return corpus.SeriesPoint(
        year=columns[0],
        value=value,
        phase=corpus.Phase(columns[3]) if columns[3] else None,
        fact_id=columns[4],
        document_id=columns[5],
    )
