"""Entries: the figures of a document, each with what its clause, its line and its row call it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

import corpus
from assistant.changes import segments_of
from assistant.figures import Figure, Moment, read_figures
from assistant.matching import tight


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One figure of a passage; offsets count in the canonical text of its document.

    `name` are the words of its clause right before it, or of the item that it goes on with, `lead`
    what its line or row is called, `behind` the words right behind it. `inside` is where the
    bracket opens that it stands in, -1 for none. `year` is the one printed right before it. `top`
    is where the heading of its table begins, and its segment where it stands in none.
    """

    figure: Figure
    name: str
    lead: str
    behind: str
    segment: tuple[int, int]
    passage: corpus.Passage
    inside: int
    year: int | None
    top: int

    @property
    def own(self) -> str:
        """Every word that is said of this figure alone, tight."""
        return tight(f"{self.lead} {self.name} {self.behind}")


_SEPARATOR = re.compile(r"[;,()|△▲▷▶○●·※\n]|\s[-–→]\s|(?:이고|이며|으며|하고|였고|으로|했고)[\s,]")
_LEADING = re.compile(
    r"^[\s:：]*(?:에서는|에서|에는|에|이며|이고|으로|로|과|와|및|등|의|은|는|이|가|을|를|→)?(?=[\s,:：]|$)"
)
_TRIM = re.compile(r"^[\s:：.\-–•*①-⑳/]+|[\s:：(]+$")
_LEAD = re.compile(r"^[\s○❍●•·▲△▷▶■◆◇※\-–*①-⑳]*(?P<lead>[^:：|\n]{2,40}?)\s?[:：]\s")
_ASIDE = re.compile(r"\([^()]*\)")
_BEHIND = re.compile(r"[^,;|()\n.△▲\d]{1,14}")
# What follows 'of these' is said of the next figure.
_OUT_OF = re.compile(r"(?P<of>(?:중|가운데)(?:에서)?)\s.*$")
_CLOSE_YEAR = 8
"""Letters between a year and the figure that it is printed with."""


def entries_of(passage: corpus.Passage, facts: Sequence[corpus.Fact]) -> tuple[Entry, ...]:
    """The figures of a passage that have a unit, those of its table rows under their headings."""
    found: list[Entry] = []
    header: list[str] = []
    top = 0
    inherited = _inherited(passage, facts)
    for start, end in _lines(passage.text):
        line = passage.text[start:end]
        if line.count("|") > 1 and not re.search(r"\d", line):
            header, top = (_cells(line), start) if re.search(r"[가-힣]", line) else (header, top)
        elif line.count("|") > 1:
            found += _of_row(passage, start, line, header, top)
        else:
            for first, last in segments_of(line):
                found += _of_segment(passage, start + first, start + last, inherited)
    return tuple(found)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for line in text.splitlines(keepends=True):
        yield at, at + len(line.rstrip("\n"))
        at += len(line)


def _cells(line: str) -> list[str]:
    return [one.strip() for one in line.strip().strip("|").split("|")]


def _of_row(
    passage: corpus.Passage, start: int, line: str, header: Sequence[str], top: int
) -> Iterator[Entry]:
    cells = _cells(line)
    at = 0
    for number, cell in enumerate(cells):
        at = line.find(cell, at) if cell else at
        head = header[number] if number < len(header) and len(header) == len(cells) else ""
        for one in read_figures(cell).figures if number else ():
            if one.unit is not None:
                yield Entry(
                    figure=_moved(one, passage.start + start + at),
                    name=head,
                    lead=cells[0],
                    behind="",
                    segment=(passage.start + start, passage.start + start + len(line)),
                    passage=passage,
                    inside=-1,
                    year=None,
                    top=passage.start + (top if header else start),
                )
        at += len(cell)


def _of_segment(
    passage: corpus.Passage, first: int, last: int, inherited: dict[int, Decimal]
) -> Iterator[Entry]:
    text = passage.text[first:last]
    said = read_figures(text)
    lead = _LEAD.match(text)
    head = lead["lead"] if lead else ""
    before: Entry | None = None
    back = lead.end() if lead else 0
    for one in said.figures:
        if one.unit is None and first + one.start in inherited:
            one = replace(one, unit="원", value=inherited[first + one.start])
        words = text[back : one.start] if back <= one.start else ""
        words = _ASIDE.sub(" ", _without(words, back, said.moments))
        pieces = _SEPARATOR.split(words)
        name = _TRIM.sub("", _LEADING.sub("", pieces[-1]))
        name = _TRIM.sub("", _LEADING.sub("", name))
        if not name and before is not None and len(pieces) == 1:
            name = before.name
        behind = _BEHIND.match(text, one.end) if text[one.end - 1] != "," else None
        opened = text.rfind("(", 0, one.start)
        is_inside = opened > text.rfind(")", 0, one.start)
        found = Entry(
            figure=_moved(one, passage.start + first),
            name=" ".join(name.split()),
            lead=head,
            behind=_OUT_OF.sub(r"\g<of>", behind.group()).strip() if behind else "",
            segment=(passage.start + first, passage.start + last),
            passage=passage,
            inside=passage.start + first + opened if is_inside else -1,
            year=_year_at(one, said.moments),
            top=passage.start + first,
        )
        before, back = found, one.end
        if one.unit is not None:
            yield found


def _without(words: str, start: int, moments: Sequence[Moment]) -> str:
    """Words without the dates that stand among them."""
    for one in moments:
        if start <= one.start and one.end <= start + len(words):
            first, last = one.start - start, one.end - start
            words = words[:first] + " " * (last - first) + words[last:]
    return words


def _year_at(figure: Figure, moments: Sequence[Moment]) -> int | None:
    near = [one for one in moments if 0 <= figure.start - one.end <= _CLOSE_YEAR]
    return min(near[-1].years) if near and len(near[-1].years) == 1 else None


def _moved(figure: Figure, by: int) -> Figure:
    return replace(figure, start=figure.start + by, end=figure.end + by, stop=figure.stop + by)


def _inherited(passage: corpus.Passage, facts: Sequence[corpus.Fact]) -> dict[int, Decimal]:
    """Where a bare number stands that has the unit of the amount before its bracket."""
    found = {}
    for fact in facts:
        if "unit_inherited" not in fact.flags or fact.amount_krw is None or len(fact.values) != 1:
            continue
        number = re.search(r"\d[\d,.]*$", fact.raw_text)
        if number is None:
            continue
        printed = rf"(?<![\d,.]){re.escape(number.group())}(?![\d.]|,\d)"
        for match in re.finditer(printed, passage.text):
            found[match.start()] = Decimal(fact.amount_krw)
    return found
