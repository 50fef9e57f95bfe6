"""Terms: the cells that a question names, and the words and quote of an answer out of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import index
from assistant.cell_labels import said_label, year_of_label
from assistant.cells import Asking, evidence_of_rows
from assistant.grammar import Asked
from assistant.grid_claims import sentence_of
from assistant.grids import Cell, GridRow
from assistant.matching import tight
from assistant.points import Computed
from assistant.types import Calculation
from assistant.understand import Understanding


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One cell with its row, as a term of what is reckoned; `year` is that of its row or column."""

    row: GridRow
    head: str
    cell: Cell
    year: int | None

    @property
    def said(self) -> str:
        """The figure with its unit."""
        return self.cell.said


def terms_of(one: Asking) -> Iterator[Term]:
    """Every cell that a question names, by rows."""
    for row in one.rows:
        for column in one.columns:
            cell = row.cells[column]
            if cell is not None:
                year = one.years[column] or year_of_label(row.label)
                yield Term(row=row, head=one.grid.heads[column], cell=cell, year=year)


@dataclass(frozen=True, slots=True, kw_only=True)
class Maker:
    """What every answer out of one table shares."""

    asked: Understanding
    table: Asking
    snapshot: index.Snapshot

    def computed(
        self,
        kind: Asked,
        terms: Sequence[Term],
        expression: str = "",
        result: str = "",
        subject: str = "",
        sentences: tuple[str, ...] = (),
        shown: tuple[Calculation, ...] = (),
    ) -> Computed:
        """An answer that quotes the rows of its terms, with the facts that are just these cells."""
        rows = [one.row for one in terms]
        evidence = evidence_of_rows(self.table.document, self.table.grid, rows, self.snapshot)
        facts = tuple(
            fact
            for fact in evidence.facts
            for term in terms
            if not fact.doubts
            and fact.raw_text.strip() == term.cell.text
            and fact.unit == term.cell.unit
            and term.row.start <= fact.start
            and fact.end <= term.row.end
            and (term.year is None or [one.year for one in fact.values] == [term.year])
        )
        return Computed(
            kind=kind,
            expression=expression,
            result=result,
            subject=subject,
            facts=tuple(dict.fromkeys(facts)),
            evidence=(evidence,),
            sentences=sentences,
            shown=shown,
        )

    def sentence(self, term: Term) -> str:
        """One cell in a sentence with its citation."""
        place = self.table.document.municipality or ""
        is_said = tight(place) in (tight(term.head), tight(term.row.label))
        name = "" if is_said else place
        said = sentence_of(
            self.table.grid,
            term.row,
            term.head,
            term.cell,
            place=name,
            language=self.asked.wording,
        )
        return f"{said} [1]."


def by_year(terms: Sequence[Term]) -> list[Term]:
    """The figures of one row or column in the order of their years; [] where they are of more."""
    dated = [one for one in terms if one.year is not None]
    is_one_row = len({one.row.label for one in dated}) == 1
    is_one_column = len({one.head for one in dated}) == 1
    years = [one.year for one in dated]
    if not (is_one_row or is_one_column) or len(set(years)) < len(years):
        return []
    if len({one.cell.unit for one in dated}) > 1:
        return []
    return sorted(dated, key=lambda one: one.year or 0)


def ends_of(maker: Maker, terms: Sequence[Term]) -> tuple[Term, Term] | None:
    """The first and the last of the years asked about, or the year asked about and the one before.

    An earlier question that is leant on gives the other year, where this one says only one.
    """
    wanted = list(maker.asked.figure_years)
    if maker.asked.is_follow_up and len(wanted) == 1:
        said = re.findall(r"(?<!\d)((?:19|20)\d\d)(?!\d)", maker.asked.search_text)
        wanted = sorted({*wanted, *map(int, said)})
    everything = by_year(tuple(_terms_of_rows(maker.table, terms)))
    years = [one.year for one in everything]
    if len(wanted) == 1 and wanted[0] in years:
        wanted = [wanted[0] - 1, wanted[0]]
    if not everything:
        return _states_of(maker.table, terms)
    if len(wanted) < 2:
        return None
    ends = [one for one in everything if one.year in {wanted[0], wanted[-1]}]
    return (ends[0], ends[1]) if len(ends) == 2 else None


_BEFORE = re.compile(
    r"^(?:본\s?예산|당초|기정|종전|기존|변경\s?전|전년|지난해|개정\s?전)(?:액|예산|예산액)?(?:\s?\(\w\))?$"
)
_AFTER = re.compile(
    r"^(?:(?:금회|이번|제?\s?\d\s?회)?\s?추경(?:안|예산|예산안)?|예산안|변경(?:\s?후)?|수정|올해|금년|"
    r"개정\s?후|총\s?규모)(?:액|예산|예산액)?(?:\s?\(\w\))?$"
)


def _states_of(one: Asking, terms: Sequence[Term]) -> tuple[Term, Term] | None:
    """What a row was and what it became, where its heads tell it without years."""
    rows = list(dict.fromkeys(term.row for term in terms))
    heads = [tight(said_label(head)) for head in one.grid.heads]
    before = [n for n, head in enumerate(heads) if _BEFORE.match(head)]
    after = [n for n, head in enumerate(heads) if _AFTER.match(head)]
    if len(rows) != 1 or len(before) != 1 or len(after) != 1:
        return None
    found = [
        Term(row=rows[0], head=one.grid.heads[n], cell=cell, year=None)
        for n in (before[0], after[0])
        if (cell := rows[0].cells[n]) is not None
    ]
    return (found[0], found[1]) if len(found) == 2 else None


def _terms_of_rows(one: Asking, terms: Sequence[Term]) -> Iterator[Term]:
    """The cells of all years beside those named: of the same rows, or of the same columns."""
    is_dated_rows = bool(terms) and all(year_of_label(term.row.label) for term in terms)
    for row in one.grid.rows if is_dated_rows else dict.fromkeys(term.row for term in terms):
        for column, head in enumerate(one.grid.heads):
            is_own = head in {term.head for term in terms} if is_dated_rows else one.years[column]
            cell = row.cells[column]
            if is_own and cell is not None:
                year = one.years[column] or year_of_label(row.label)
                yield Term(row=row, head=head, cell=cell, year=year)


def name_of(term: Term) -> str:
    """The row and column of a cell."""
    return f"{said_label(term.row.label)} {said_label(term.head)}".strip()
