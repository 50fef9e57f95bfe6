"""What may be said of a table's cells: each held against the grid of the cited quote itself.

A sentence about a cell names the row, the column and the figure with its unit, and nothing else but
the place and what the line above calls the table. The quote is read again for the check, so that a
unit or a head that it does not hold is not said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.cell_labels import lead_name, said_label, year_of_label, years_of_heads
from assistant.figures import read_figures
from assistant.frames import strange_words, words_in
from assistant.grids import Cell, Grid, GridRow, grids_of
from assistant.matching import tight
from assistant.spelled import in_digits
from assistant.support import Support
from assistant.types import Citation
from assistant.understand import is_measure_word
from assistant.wording import billion_won, with_topic

# Signs that would say more of a cell than it prints: a range, an order, a sign, a reckoning.
_BOUNDING = re.compile(r"[~∼～+<>±≤≥≠×÷=/%-]")
_NEAR = re.compile(r"\d[,.]?$")
_BEHIND = re.compile(r"[,.]?\d")


def sentence_of(
    grid: Grid, row: GridRow, head: str, cell: Cell, *, place: str, language: str
) -> str:
    """A cell in words: '가람시 2021년 절감액은 1,500백만원입니다'."""
    label, column = said_label(row.label), said_label(head)
    parts = [column, label] if year_of_label(head) is not None else [label, column]
    if not head or (_is_nameless(row.label) and _is_nameless(head)):
        name = lead_name(grid.lead)
        at = 1 if year_of_label(parts[0]) is not None else 0
        parts.insert(at, name if tight(name) not in tight(" ".join(parts)) else "")
    name = " ".join(filter(None, (place, *parts)))
    if language == "ko":
        return f"{with_topic(name)} {cell.said}입니다"
    amount = next((one.value for one in read_figures(cell.said).figures if one.unit == "원"), None)
    said = f"{cell.said} ({billion_won(int(amount))})" if amount and cell.value > 0 else cell.said
    return f"{name} — {said}"


def _is_nameless(label: str) -> bool:
    """Whether a label leaves to the line above the table what it is of."""
    words = said_label(label).split()
    return all(is_measure_word(one) or year_of_label(one) is not None for one in words)


def says_cell(own: str, quote: str, without_places: str = "") -> bool:
    """Whether words say one cell of the quoted table, with its row and column, and nothing else.

    `without_places` are the same words less the places they name, of which another check takes
    care; a column may be named after a place itself.
    """
    return any(
        _is_said(words, grid, row, grid.heads[n], cell)
        for grid in grids_of(quote)
        for row in grid.rows
        for n, cell in enumerate(row.cells)
        if cell is not None
        for words in {own, without_places or own}
    )


def _is_said(own: str, grid: Grid, row: GridRow, head: str, cell: Cell) -> bool:
    rest = own
    amounts = [one.value for one in read_figures(cell.said).figures if one.unit == "원"]
    for said in (cell.said, said_label(row.label), said_label(head)):
        if said and (rest := _without(rest, in_digits(said))) == "":
            return False
    if amounts:
        rest = rest.replace(f"({billion_won(int(amounts[0]))})", " ", 1)
    if re.search(r"\d", rest) or _BOUNDING.search(rest):
        return False
    return not strange_words(words_in(rest), (lead_name(grid.lead),))


def _without(text: str, said: str) -> str:
    """The text less the words said, '' where they do not stand in it on their own."""
    at = text.find(said)
    while at >= 0:
        before, behind = text[max(0, at - 2) : at], text[at + len(said) :]
        joins = said[0].isdigit() and (_NEAR.search(before) or before.endswith(("△", "▲", "-")))
        follows = said[-1].isdigit() and _BEHIND.match(behind)
        inside = re.match(r"[가-힣A-Za-z]", said) and re.search(r"[가-힣A-Za-z]$", before)
        if not joins and not follows and not inside:
            return f"{text[:at]} \n{behind}"
        at = text.find(said, at + 1)
    return ""


def cell_supports(citation: Citation, under: str) -> Iterator[Support]:
    """The cells of a quoted table as figures to reckon with, each with its unit and its year."""
    for grid in grids_of(citation.quote):
        dated = years_of_heads(grid.heads)
        for row in grid.rows:
            for head, year, cell in zip(grid.heads, dated, row.cells, strict=True):
                figures = read_figures(cell.said).figures if cell is not None else ()
                if len(figures) != 1:
                    continue
                years = {year_of_label(row.label), year}
                yield Support(
                    citation=citation,
                    value=figures[0].value,
                    unit=figures[0].unit,
                    years=frozenset(one for one in years if one is not None),
                    bounds=frozenset({None}),
                    words=f"{row.label} {said_label(row.label)} {head} {said_label(head)}",
                    sentence=row.label,
                    under=f"{under} {grid.lead}",
                )
