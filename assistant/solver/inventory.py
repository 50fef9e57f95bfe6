"""Inventory: every figure around what was found, in prose and tables, with what names each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

import corpus
import index
from assistant.cell_labels import year_of_label, years_of_heads
from assistant.figure_sorts import Sort, sorts_in
from assistant.figures import Figure, read_figures
from assistant.grids import Grid, grids_of
from assistant.matching import tight_published
from assistant.operands import LEADS_ON, Time, nouns_of, operands_of, times_in
from assistant.retrieve import Candidate, Retrieved
from assistant.solver.options import SolverOptions
from assistant.understand import Understanding
from assistant.years import years_said


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A figure of a document; offsets count in its canonical text.

    `near` is what names it alone, `before` and `behind` what stands around it in its clause,
    `sentence` what stands in its sentence or row, all tight; `forms` are the morphemes of its name,
    `nouns` the nouns, `called` with those of a name that goes on to hold. `years` are those that
    its sentence says, `offset` is its year from now. `span` is what has to be quoted for it,
    `group` the sentence or table that it shares with others, `whole` where the figure begins that
    it is said to be of. `is_item` marks what stands in a list or table.
    """

    figure: Figure
    near: str
    before: str
    behind: str
    forms: frozenset[str]
    sentence: str
    headings: str
    title: str
    nouns: tuple[str, ...]
    called: tuple[str, ...]
    year: int | None
    offset: int | None
    years: frozenset[int]
    sorts: frozenset[Sort]
    span: tuple[int, int]
    group: tuple[int, int]
    whole: int | None
    is_item: bool
    candidate: Candidate
    passage: corpus.Passage

    @property
    def document(self) -> corpus.Document:
        """The document that states it."""
        return self.candidate.evidence.document

    @property
    def is_headline(self) -> bool:
        """Whether it stands in a line at the head of its document that ends in no sentence."""
        is_head = self.span[0] <= _HEAD and not self.is_item
        return is_head and _SENTENCE_END.search(self.sentence) is None

    @property
    def document_years(self) -> frozenset[int]:
        """The years that its headings and document are of, for a figure that says none."""
        headings = " ".join((*self.passage.heading_path, self.document.title))
        return years_said(headings) or frozenset(self.document.fiscal_years)


_HEAD = 200
"""Letters from the beginning of a text in which its headlines stand."""
_SENTENCE_END = re.compile(r"(?:다|[요음함임됨])$")
_ROW = re.compile(r"^.*\|.*$", re.MULTILINE)
_ITEM = re.compile(r"\s*(?:[-–*•·ㆍ○❍●◦□■▲△▷▶◆◇※①-⑳]|\d{1,2}[.)]|[가-하][.)])")
_LONGEST_LEAD = 120
"""Letters of a line above a list that says what it is of; more is a paragraph of its own."""
_ABOVE = 600
"""Letters above a line of a list in which the line stands that leads the list."""
_NUMBERED = re.compile(r"[가-힣]\s\d[\d,]*$")
_CLAUSE_END = re.compile(r"[\d,;.△▲/()\n]")
_CLAUSE_START = re.compile(r"[,;.△▲/()\n]|(?<=\d)[가-힣%]{1,3}\s")
_WON = {
    "원": 1,
    "천원": 10**3,
    "만원": 10**4,
    "십만원": 10**5,
    "백만원": 10**6,
    "천만원": 10**7,
    "억원": 10**8,
    "조원": 10**12,
}


def inventory(
    asked: Understanding, retrieved: Retrieved, snapshot: index.Snapshot, options: SolverOptions
) -> tuple[Stated, ...]:
    """The figures around the best candidates of the place that is asked about, each once."""
    by_document: dict[str, list[Candidate]] = {}
    for one in [one for one in retrieved.candidates if one.fits_place][: options.candidates]:
        by_document.setdefault(one.evidence.document.id, []).append(one)
    found: list[Stated] = []
    for document, candidates in list(by_document.items())[: options.documents]:
        request = index.RecordRequest(document_ids=(document,))
        passages = sorted(snapshot.passages(request), key=lambda one: one.start)
        found += _of_document(candidates, passages, snapshot.text(document) or "", options)
    return tuple(found)


def _of_document(
    candidates: list[Candidate],
    passages: list[corpus.Passage],
    text: str,
    options: SolverOptions,
) -> Iterator[Stated]:
    at = [
        number
        for number, passage in enumerate(passages)
        if any(
            one.evidence.start < passage.end and passage.start < one.evidence.end
            for one in candidates
        )
    ]
    chosen = [
        passage
        for number, passage in enumerate(passages)
        if any(abs(number - one) <= options.near for one in at)
    ]
    tabled = []
    for grid in grids_of(text):
        if any(_is_statement(row.label) for row in grid.rows):
            continue
        passage = next((p for p in chosen if p.start < grid.end and grid.start < p.end), None)
        read = list(_of_grid(grid, candidates[0], passage)) if passage is not None else []
        if read:
            tabled.append((grid.start, grid.end))
            yield from read
    for passage in chosen:
        for one in _of_rows(candidates[0], passage):
            if not any(start <= one.span[1] <= end for start, end in tabled):
                yield one
        for one in _of_prose(candidates[0], passage, text):
            if not any(start <= one.figure.start < end for start, end in tabled):
                yield one


def _is_statement(label: str) -> bool:
    """Whether the name of a table's row prints figures itself: it is a line of text, no row."""
    return _NUMBERED.search(label) is not None or any(
        one.unit is not None for one in read_figures(label).figures
    )


def _of_prose(candidate: Candidate, passage: corpus.Passage, text: str) -> Iterator[Stated]:
    document = candidate.evidence.document
    for one in operands_of(_ROW.sub(_blank, passage.text)):
        before = passage.text[one.start : one.figure.start]
        behind = passage.text[one.figure.stop : one.end]
        yield Stated(
            figure=_moved(one.figure, passage.start),
            near=tight_published(one.name),
            before=tight_published(_CLAUSE_START.split(before)[-1]),
            behind=tight_published(
                ""
                if LEADS_ON.match(behind)
                else _CLAUSE_END.split(behind.removeprefix(")"), maxsplit=1)[0]
            ),
            forms=_forms(one.name),
            sentence=tight_published(passage.text[one.start : one.end]),
            headings=tight_published(
                " ".join((*passage.heading_path, _lead(text, passage.start + one.start)))
            ),
            title=tight_published(f"{document.title} {document.publisher or ''}"),
            nouns=nouns_of(one.label),
            called=nouns_of(one.name),
            year=_year(one.time, document),
            offset=one.time.offset if one.time is not None else None,
            years=frozenset(
                time.year
                for time, _ in times_in(passage.text[one.start : one.end])
                if time.year is not None
            ),
            sorts=one.sorts,
            span=(passage.start + one.start, passage.start + one.end),
            group=(passage.start + one.start, passage.start + one.end),
            whole=None if one.whole is None else passage.start + one.whole.start,
            is_item=_ITEM.match(passage.text, passage.text.rfind("\n", 0, one.start) + 1)
            is not None,
            candidate=candidate,
            passage=passage,
        )


def _lead(text: str, at: int) -> str:
    """The line above a list, which says what its items are of; '' for what is no item."""
    start = text.rfind("\n", 0, at) + 1
    if _ITEM.match(text, start) is None:
        return ""
    above = [line for line in text[max(0, start - _ABOVE) : start].splitlines() if line.strip()]
    lead = next((line for line in reversed(above) if not _ITEM.match(line)), "")
    return lead if len(lead) <= _LONGEST_LEAD else ""


def _of_grid(grid: Grid, candidate: Candidate, passage: corpus.Passage) -> Iterator[Stated]:
    document = candidate.evidence.document
    years = years_of_heads(grid.heads)
    for row in grid.rows:
        for column, cell in enumerate(row.cells):
            if cell is None:
                continue
            # '1조 2,000억 원' is read as won, and its unit is part of what is printed.
            scale = _WON.get(cell.unit.replace(" ", "") or cell.text.strip()[-1:])
            value = cell.value * scale if scale else cell.value
            name = f"{row.label} {grid.heads[column]}"
            yield Stated(
                figure=Figure(
                    start=row.start + column,
                    end=row.end,
                    stop=row.end,
                    value=abs(Decimal(value)),
                    unit="원" if scale else cell.unit or None,
                ),
                near=tight_published(name),
                before="",
                behind="",
                forms=_forms(name),
                sentence=tight_published(grid.lead),
                headings=tight_published(" ".join(passage.heading_path)),
                title=tight_published(f"{document.title} {document.publisher or ''}"),
                nouns=nouns_of(name),
                called=nouns_of(name),
                year=years[column] or year_of_label(row.label),
                offset=None,
                years=frozenset(),
                sorts=sorts_in(name),
                span=(grid.start, row.end),
                group=(grid.start, grid.end),
                whole=None,
                is_item=True,
                candidate=candidate,
                passage=passage,
            )


def _of_rows(candidate: Candidate, passage: corpus.Passage) -> Iterator[Stated]:
    """The figures of rows between bars whose cells print their units ('1조 1,393억 원')."""
    document = candidate.evidence.document
    head: list[str] = []
    top = at = 0
    for line in passage.text.splitlines(keepends=True):
        start, at = at, at + len(line)
        if line.count("|") < 2:
            head = []
            continue
        cells = [one.strip() for one in line.strip().strip("|").split("|")]
        if not head:
            head, top = cells, start
            continue
        place = 0
        for number, cell in enumerate(cells):
            place = line.find(cell, place) if cell else place
            if number == 0 or len(cells) != len(head):
                continue
            for figure in read_figures(cell).figures:
                if figure.unit is None:
                    continue
                name = f"{cells[0]} {head[number]}"
                yield Stated(
                    figure=_moved(figure, passage.start + start + place),
                    near=tight_published(name),
                    before="",
                    behind="",
                    forms=_forms(name),
                    sentence="",
                    headings=tight_published(" ".join(passage.heading_path)),
                    title=tight_published(f"{document.title} {document.publisher or ''}"),
                    nouns=nouns_of(name),
                    called=nouns_of(name),
                    year=year_of_label(head[number]) or year_of_label(cells[0]),
                    offset=None,
                    years=frozenset(),
                    sorts=sorts_in(name),
                    span=(passage.start + top, passage.start + start + len(line.rstrip())),
                    group=(passage.start + top, passage.start + top),
                    whole=None,
                    is_item=True,
                    candidate=candidate,
                    passage=passage,
                )


def _blank(row: re.Match[str]) -> str:
    return " " * len(row.group())


@lru_cache(maxsize=10_000)
def _forms(name: str) -> frozenset[str]:
    return frozenset(word.form for word in index.analyse(name))


def _moved(figure: Figure, by: int) -> Figure:
    return replace(figure, start=figure.start + by, end=figure.end + by, stop=figure.stop + by)


def _year(time: Time | None, document: corpus.Document) -> int | None:
    """The year of a figure; one counted from now is counted from the day of its document."""
    if time is None or time.year is not None:
        return None if time is None else time.year
    if document.published_on is None or time.offset is None:
        return None
    return document.published_on.year + time.offset
