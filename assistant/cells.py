"""Cells: the rows and columns of the printed tables that a question asks about.

A question names a cell by the words of its row and its column, of which one is often a year or a
phase (실적, 목표). Nothing is taken from another row, another column or another year: where the
words leave open which of them is meant, no cell is given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import corpus
import index
from assistant.cell_labels import (
    is_total,
    is_whole_said,
    own_words,
    phase_of,
    said_label,
    share_said,
    year_of_label,
    years_of_heads,
)
from assistant.cell_match import NameOptions, met_by_names
from assistant.evidence import Evidence
from assistant.fitting import year_fits
from assistant.grammar import Asked, same_unit
from assistant.grids import Cell, Grid, GridRow, grids_of
from assistant.lines import is_per_head_met
from assistant.matching import tight
from assistant.retrieve import Candidate
from assistant.understand import Understanding


@dataclass(frozen=True, slots=True, kw_only=True)
class CellOptions:
    """Tables are read in the documents of the best `candidates` and, of a place that is named, in
    its others too: in `documents` at most, so that a question stays quick.

    A cell is what a question speaks of where its row, column, heading and title meet at least
    `least_met` of the question's words by weight (`least_met_english` of an English question, whose
    words are met through their renderings); `names` says how a word is met. Headings further up are
    looked at where they may make up for what is missed, `under` at most. Of two tables that meet a
    question within `even` of each other and differ, neither is taken. A row may be named by
    `least_named` of its letters where no row is named as a whole.
    """

    candidates: int = 30
    documents: int = 12
    least_met: float = 0.75
    least_met_english: float = 0.5
    even: float = 0.02
    under: float = 0.4
    least_named: float = 0.6
    names: NameOptions = field(default_factory=NameOptions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """One table as a question asks it: the rows and columns it names, and how well it is met.

    `named` are all the columns whose names are said, those included that the heading says too and
    that `columns` leaves out for another ('신규 지표' is of 신규, in a table of 지표).
    """

    document: corpus.Document
    grid: Grid
    rows: tuple[GridRow, ...]
    columns: tuple[int, ...]
    named: tuple[int, ...]
    years: tuple[int | None, ...]
    worth: float

    def cell(self, row: GridRow, column: int) -> Cell | None:
        """The cell of a row and a column."""
        return row.cells[column]


_SHARE_HEAD = re.compile(r"비중|구성비|비율|점유율")
_COUNTERS = frozenset({"개", "곳", "군데", "개소"})
_NUMBER_OF = re.compile(
    r"(?:부서|기관|단체|업체|기업|시설|학교|지표|과제|사업|항목)\s?수$|개수|개소"
)
_SPENT = re.compile(r"결산|지출|집행|실적|수납|정산")
_PLANNED = frozenset({"예산", "예산액", "사업비", "투자", "투자액", "투자비", "금액", "비용"})
_WHOLE_ASKED = re.compile(
    r"총|전체|합계|모두|전부|규모|통틀어|\btotal\b|\boverall\b", re.IGNORECASE
)


def tables_asked(
    asked: Understanding,
    found: Sequence[Candidate],
    snapshot: index.Snapshot,
    aside: frozenset[str] = frozenset(),
    options: CellOptions | None = None,
) -> Iterator[Asking]:
    """Every table of the place whose rows or columns a question names; `aside` are words that say
    what is done with the figures."""
    options = options or CellOptions()
    for document in _documents(asked, found, snapshot, options):
        for grid in grids_of(snapshot.text(document.id) or ""):
            one = _asking(asked, document, grid, snapshot, aside, options)
            if one is not None:
                yield one


def _documents(
    asked: Understanding,
    found: Sequence[Candidate],
    snapshot: index.Snapshot,
    options: CellOptions,
) -> tuple[corpus.Document, ...]:
    """The documents of the place, those that were found first; () where places are left open."""
    near = [one.evidence.document for one in found[: options.candidates]]
    if not asked.places:
        owners = {one.municipality for one in near}
        return tuple({one.id: one for one in near}.values()) if len(owners) == 1 else ()
    names = {name for place in asked.places for name in (place.korean, place.name)}
    own = {one.id: one for one in near if one.municipality in names}
    request = index.RecordRequest(municipalities=tuple(sorted(names)), limit=options.documents)
    own |= {one.id: one for one in snapshot.documents(request) if one.id not in own}
    return tuple(own.values())[: options.documents]


def _asking(
    asked: Understanding,
    document: corpus.Document,
    grid: Grid,
    snapshot: index.Snapshot,
    aside: frozenset[str],
    options: CellOptions,
) -> Asking | None:
    years = years_of_heads(grid.heads)
    rows = _rows(asked, grid, options)
    columns = _columns(asked, grid, years, rows)
    if not rows or not columns:
        return None
    near = [one.label for one in rows] + [grid.heads[n] for n in columns]
    if _is_money(rows, columns) and not _SPENT.search(f"{grid.lead} {near} {document.title}"):
        # Money planned is called by many names, of which a table prints one or none.
        aside |= _PLANNED
    if not is_per_head_met(" ".join((grid.lead, *near)), (), asked.text):
        return None
    worth, is_missed = met_by_names(asked, document, near, grid.lead, aside, options.names)
    least = options.least_met if asked.language == "ko" else options.least_met_english
    if least - options.under <= worth < least:
        under = evidence_of_rows(document, grid, rows, snapshot).headings
        under_all = " ".join((grid.lead, *under))
        worth, is_missed = met_by_names(asked, document, near, under_all, aside, options.names)
    is_any_row = all(is_total(one.label) or not own_words(one.label) for one in rows)
    if worth < least or (is_missed and is_any_row):
        return None  # what no row is called may be a row that is not there
    if is_any_row:
        # A total is of its own table: what only the document's title says may be another's.
        nearest = evidence_of_rows(document, grid, rows, snapshot).headings[-1:]
        under_all = " ".join((grid.lead, *nearest))
        untitled = replace(document, title="", publisher=None)
        if met_by_names(asked, untitled, near, under_all, aside, options.names)[0] < least:
            return None
    around = " ".join((grid.lead, *near, document.title))
    if _SPENT.search(asked.text) and not _SPENT.search(around):
        return None  # what was spent is not what was planned
    labels_of_rows = tuple(year_of_label(one.label) for one in grid.rows)
    is_dated = any(years) or any(labels_of_rows)
    if not is_dated and not year_fits(evidence_of_rows(document, grid, rows, snapshot), asked):
        return None
    return Asking(
        document=document,
        grid=grid,
        rows=rows,
        columns=columns,
        named=tuple(
            n for n, head in enumerate(grid.heads) if _is_named(head, asked, asked.search_text)
        ),
        years=years,
        worth=worth,
    )


def _is_money(rows: Sequence[GridRow], columns: Sequence[int]) -> bool:
    cells = [row.cells[n] for row in rows for n in columns]
    return all(one.unit.endswith("원") for one in cells if one is not None)


def _rows(asked: Understanding, grid: Grid, options: CellOptions) -> tuple[GridRow, ...]:
    """The rows a question names; the total, or the only row, where it names none."""
    dated = [one for one in grid.rows if year_of_label(one.label) is not None]
    if len(dated) == len(grid.rows) and len(dated) > 1:
        wanted = set(years_asked(asked))
        return tuple(one for one in dated if not wanted or year_of_label(one.label) in wanted)
    for text in (asked.text, asked.search_text):
        named = [one for one in grid.rows if not is_total(one.label)]
        whole = [one for one in named if is_whole_said(one.label, asked, text)]
        if whole:
            return _longest(whole)
        rated = [(share_said(one.label, asked, text), one) for one in named]
        best = max((share for share, _ in rated), default=0.0)
        partly = [one for share, one in rated if share == best >= options.least_named]
        if len(partly) == 1:
            return tuple(partly)
    if len(grid.rows) == 1:
        return grid.rows
    totals = tuple(one for one in grid.rows if is_total(one.label))
    if not totals and asked.asks(Asked.MAXIMUM, Asked.MINIMUM):
        return grid.rows  # which of them it is, is what is asked
    return totals if len(totals) == 1 else ()


def _longest(rows: Sequence[GridRow]) -> tuple[GridRow, ...]:
    """The rows less those whose name is only a part of another's ('회계' of '특별회계')."""
    names = {one.label: tight("".join(own_words(one.label))) for one in rows}
    return tuple(
        one
        for one in rows
        if not any(
            names[one.label] != other and names[one.label] in other for other in names.values()
        )
    )


def years_asked(asked: Understanding) -> tuple[int, ...]:
    """The years whose figures are asked for; an earlier question's too, where it is leant on."""
    return asked.figure_years


def _columns(
    asked: Understanding,
    grid: Grid,
    years: Sequence[int | None],
    rows: Sequence[GridRow],
) -> tuple[int, ...]:
    """The columns a question names, by year, by words, or because there is but one."""
    filled = [n for n in range(len(grid.heads)) if any(row.cells[n] is not None for row in rows)]
    for text in (asked.text, asked.search_text):
        named = [n for n in filled if _is_named(grid.heads[n], asked, text)]
        printed = [n for n in named if tight(said_label(grid.heads[n])) in tight(text)]
        # '얼마나' may ask for a number of things, but not where another column is named outright.
        named = _most_telling(grid, printed or named)
        if named and all(years[n] is None for n in named):
            return tuple(named)
        if named:
            filled = named
            break
    wanted = set(asked.figure_years)
    dated = [n for n in filled if years[n] is not None]
    if dated and wanted:
        all_years = {year for year in years if year is not None}
        whole = [n for n in filled if years[n] is None and is_total(grid.heads[n])]
        if len(all_years) > 1 and wanted >= all_years and len(whole) == 1:
            return (*whole, *dated)
        return tuple(_of_phase(asked, grid, [n for n in dated if years[n] in wanted]))
    if dated:
        whole = [n for n in filled if years[n] is None and is_total(grid.heads[n])]
        return (*whole, *dated) if len(whole) == 1 else tuple(dated)
    if len(filled) == 1:
        return tuple(filled)
    if fitting := _of_kind(asked, grid.heads, filled, rows):
        return fitting
    whole = [n for n in filled if is_total(grid.heads[n])]
    return tuple(whole) if len(whole) == 1 and _WHOLE_ASKED.search(asked.text) else ()


def _of_kind(
    asked: Understanding, heads: Sequence[str], columns: Sequence[int], rows: Sequence[GridRow]
) -> tuple[int, ...]:
    """The only column of the kind of figure asked for: of money, of per cent, of the unit said."""
    units = {n: {cell.unit for row in rows if (cell := row.cells[n])} for n in columns}
    if asked.asks(Asked.RATIO):
        # A rate that is not named may only be a share: a rate of growth answers no '몇 %'.
        fitting = [n for n in columns if units[n] == {"%"} and _SHARE_HEAD.search(heads[n])]
    elif asked.asks(Asked.AMOUNT):
        fitting = [n for n in columns if all(one.endswith("원") for one in units[n])]
    else:
        wanted = asked.unit or ""
        fitting = [n for n in columns if wanted and all(same_unit(wanted, one) for one in units[n])]
        if not fitting and wanted in _COUNTERS:
            fitting = [n for n in columns if _NUMBER_OF.search(heads[n])]
    return tuple(fitting) if len(fitting) == 1 else ()


def _is_named(head: str, asked: Understanding, text: str) -> bool:
    phases = phase_of(head)
    bare = own_words(head)
    is_phase_alone = bool(bare) and all(word in phases for word in bare)
    return bool(bare) and not is_phase_alone and is_whole_said(head, asked, text)


def _most_telling(grid: Grid, named: Sequence[int]) -> list[int]:
    """Of several named columns those not inside another's name, and not said by the heading."""
    words = {n: tight("".join(own_words(grid.heads[n]))) for n in named}
    kept = [
        n
        for n in named
        if not any(words[n] != other and words[n] in other for other in words.values())
    ]
    beside = [n for n in kept if words[n] not in tight(grid.lead)]
    return beside or kept


def _of_phase(asked: Understanding, grid: Grid, columns: Sequence[int]) -> list[int]:
    """Of a year's columns those of the phase asked for; none where another one is printed."""
    wanted = phase_of(asked.text)
    if len(wanted) != 1:
        return list(columns)
    fitting = [n for n in columns if wanted & phase_of(grid.heads[n])]
    open_ = [n for n in columns if not phase_of(grid.heads[n])]
    return fitting or open_


def evidence_of_rows(
    document: corpus.Document, grid: Grid, rows: Sequence[GridRow], snapshot: index.Snapshot
) -> Evidence:
    """The quote of some rows: from the unit and head that tell what they are to the last row."""
    text = snapshot.text(document.id) or ""
    start, end = grid.start, max(one.end for one in rows)
    passages = snapshot.passages(index.RecordRequest(document_ids=(document.id,)))
    # A table of which no line could be read as a passage stands under the one before it.
    before = [one for one in passages if one.start < end] or passages[:1]
    around = [one for one in before if start < one.end] or [max(before, key=lambda one: one.start)]
    facts = snapshot.facts(
        index.RecordRequest(passage_ids=tuple(one.id for one in around)),
    )
    inside = tuple(one for one in facts if start <= one.start and one.end <= end)
    last = max(around, key=lambda one: one.start)
    return Evidence(
        document=document,
        passage=last,
        start=start,
        end=end,
        quote=text[start:end],
        facts=inside,
        hit_score=1.0,
        cosine=1.0,
    )
