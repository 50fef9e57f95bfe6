"""Which headings stand over each column of a table, spanning headings and lost corners included."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.cells import CellKind, cell_kind
from corpus.headwords import is_corner, is_total

Heads = tuple[tuple[str, ...], ...]
"""For each column its headings, the widest first; () where it is not certain which stand there."""


def column_heads(rows: Sequence[Sequence[str]], width: int, labels: int) -> Heads:
    """The headings of `width` columns from the texts of the head's rows.

    `labels` is how many columns at the left hold the names of the rows. A text form of a table
    loses how far a heading spans; it is given only where the shape leaves one reading.
    """
    rows = [row for row in rows if any(row)]
    if not rows:
        return ((),) * width
    if all(len(row) == width for row in rows):
        return _stacked(rows, width)
    if len(rows) == 1:
        return _single(rows[0], width, labels)
    below = _single(rows[-1], width, labels)
    if len(rows) == 2:
        return _spanned(rows[0], rows[1], width, labels) or below
    return below


def _stacked(rows: Sequence[Sequence[str]], width: int) -> Heads:
    """Rows as wide as the table: an empty cell goes on with the heading to its left or above."""
    filled = [list(row) for row in rows]
    for order, row in enumerate(filled[:-1]):
        for column in range(1, width):
            # Without a heading of its own below, an empty cell may simply be empty.
            if not row[column] and filled[order + 1][column]:
                row[column] = row[column - 1] if filled[order + 1][column - 1] else ""
    return tuple(
        tuple(dict.fromkeys(row[column] for row in filled if row[column]))
        for column in range(width)
    )


def _single(row: Sequence[str], width: int, labels: int) -> Heads:
    """One row of headings, which may lack the corner or span the columns of row names."""
    unknown: Heads = ((),) * width
    while len(row) > width and not row[-1]:
        row = row[:-1]
    if len(row) == width:
        return tuple((one,) if one else () for one in row)
    missing = width - len(row)
    if missing < 0:
        return unknown
    has_corner = is_corner(row[0])
    if has_corner and missing == labels - 1:
        return ((row[0],),) * labels + tuple((one,) if one else () for one in row[1:])
    is_cornerless = not has_corner and missing == labels
    if is_cornerless or (missing == labels and _is_dated(row)):
        return ((),) * missing + tuple((one,) if one else () for one in row)
    return unknown


def _is_dated(row: Sequence[str]) -> bool:
    return all(cell_kind(one) is CellKind.YEAR for one in row)


def _spanned(top: Sequence[str], bottom: Sequence[str], width: int, labels: int) -> Heads | None:
    """Two rows of which the upper spans: '구분 | 실적 | 목표' over '2021 | 2022 | 2023 | 2024'."""
    for names in dict.fromkeys((labels, 1)):
        # The first heading may span all columns of row names (names == 1) or there is one for each.
        columns = width - labels
        if len(top) <= names:
            continue
        over = list(top[names:])
        plain = [is_total(one) or is_corner(one) for one in over]
        spans = len(over) + len(bottom) - columns
        if len(bottom) == columns:
            plain = [False] * len(over)
            spans = len(over)
        if spans < 1 or spans != plain.count(False) or len(bottom) < 2 * spans:
            continue
        shares = _shares(bottom, spans)
        heads: list[tuple[str, ...]] = (
            [(top[0],)] * labels if names == 1 else [(one,) if one else () for one in top[:names]]
        )
        taken, group = 0, 0
        if shares is None and any(plain):
            continue
        for one, is_plain in zip(over, plain, strict=True):
            if is_plain:
                heads.append((one,))
                continue
            share = shares[group] if shares else len(bottom) // spans
            heads.extend((one, below) for below in bottom[taken : taken + share])
            taken, group = taken + share, group + 1
        if shares is None:
            heads = [*heads[:labels], *((below,) for below in bottom)]
        if len(heads) == width:
            return tuple(heads)
    return None


def _shares(bottom: Sequence[str], spans: int) -> list[int] | None:
    """How many lower headings each upper one spans; None where more than one reading holds."""
    if spans == 1:
        return [len(bottom)]
    size, rest = divmod(len(bottom), spans)
    groups = {tuple(bottom[at : at + size]) for at in range(0, len(bottom), size or 1)}
    return [size] * spans if not rest and len(groups) == 1 else None
