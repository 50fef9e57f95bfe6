"""Lines as a reckoning reads them: the figures of an item or sentence, and the lists they form."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from corpus.arithmetic_figures import Figure, figures_in, step_of
from corpus.brackets import labelled_numbers
from corpus.characters import fold
from corpus.facts.statements import Statement
from corpus.particles import particle_of, without_particle
from corpus.records import record
from corpus.sentences import trimmed

_LONGEST_NUMBER = 24  # characters; `corpus.numerals` reads 18 digits, commas come between them
_LONGEST_LABEL = 40  # characters; the longest name of a part met in plans has 25


@record(frozen=True, slots=True, kw_only=True)
class Line:
    """One item or sentence, without its mark, at text[start:end] of the canonical text.

    `folded` is the whole document's text, folded; `figures` are all in the line, in order;
    `brackets` the spans of its outermost brackets, with the signs that open and close them; ()
    where the line has no figure.
    """

    statement: Statement
    folded: str
    start: int
    end: int
    figures: tuple[Figure, ...]
    brackets: tuple[tuple[int, int], ...]

    @property
    def words(self) -> str:
        """The line's folded words, as long as the line."""
        return self.folded[self.start : self.end]

    def outside(self, start: int | None = None, end: int | None = None) -> tuple[Figure, ...]:
        """The figures in a stretch of the line that stand in no bracket of the line."""
        if not self.brackets and start is None and end is None:
            return self.figures
        if not self.figures:
            return ()
        begin, stop = self.start if start is None else start, self.end if end is None else end
        found: list[Figure] = []
        position = 0
        for one in self.figures:
            while position < len(self.brackets) and self.brackets[position][1] <= one.start:
                position += 1
            is_inside = position < len(self.brackets) and self.brackets[position][0] < one.start
            if not is_inside and begin <= one.start and one.end <= stop:
                found.append(one)
        return tuple(found)

    def gap(self, start: int, end: int) -> str:
        """The folded words between two places, without what stands in outermost brackets."""
        words, position = [], start
        for first, last in self.brackets:
            if last <= start or first >= end:
                continue
            words.append(self.folded[position:first])
            position = max(position, last)
        words.append(self.folded[position:end])
        return "".join(words)

    def opened(self) -> Line:
        """The line without the brackets that hold nothing but the figure of the word before them.

        '국비(50억 원), 도비(20억 원)' lists what '국비 50억 원, 도비 20억 원' does; '3건(50억 원)'
        says two things of one.
        """
        if not self.brackets:
            return self
        ends = {one.name_end for one in self.figures}
        spans = {(one.start, one.end) for one in self.figures}
        kept = [
            (start, end)
            for start, end in self.brackets
            if start in ends or trimmed(self.folded, start + 1, end - 1) not in spans
        ]
        return replace(self, brackets=tuple(kept))

    def sole(self) -> Figure | None:
        """The only figure outside brackets, None where there are more or none."""
        outside = self.outside()
        return outside[0] if len(outside) == 1 else None


class LineReader:
    """Reads the statements of one document into lines, in order, as they are handed to it."""

    def __init__(self, text: str) -> None:
        self.lines: list[Line] = []
        self._text, self._folded = text, fold(text)

    def read(self, statement: Statement) -> None:
        """Add the line of a statement; imprints and rows of tables have none."""
        if not statement.is_imprint and not statement.is_row:
            self.lines.append(read_line(statement, self._text, self._folded))


def read_line(statement: Statement, text: str, folded: str) -> Line:
    """Read a statement of the document `text`; `folded` is the same text, folded."""
    start, end = statement.text_start, statement.end
    figures = figures_in(text, start, end)
    return Line(
        statement=statement,
        folded=folded,
        start=start,
        end=end,
        figures=figures,
        brackets=outermost_brackets(folded, start, end) if figures else (),
    )


_BRACKET_SIGN = re.compile(r"[(\[)\]]")


def outermost_brackets(folded: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The spans of the outermost brackets; one that is not closed reaches to the end."""
    found: list[tuple[int, int]] = []
    depth, opened = 0, start
    for match in _BRACKET_SIGN.finditer(folded, start, end):
        if match.group() in "([":
            opened = match.start() if depth == 0 else opened
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                found.append((opened, match.end()))
    if depth:
        found.append((opened, end))
    return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """Labelled figures of one unit that stand in a row; `start` is where the first label begins.

    `is_open` says that 등 or 외 stands behind the last: there may be more than are printed.
    `beside` are the figures of another unit that stand beside each (5건 5억 원, 6건 3억 원), or ().
    """

    start: int
    figures: tuple[Figure, ...]
    beside: tuple[Figure, ...] = ()
    is_open: bool = False

    @property
    def end(self) -> int:
        """Where the last figure ends, with the one that stands beside it."""
        return (self.beside or self.figures)[-1].end


_JOINT = re.compile(
    r"\)?(?: ?(?:이고|이며|과|와|및|하고))?\s*(?:[,·/;|]|△|▲)?\s*(?:및|그리고)?\s*"
    r"(?P<label>[^,;/|△▲.:→]*?)[\s(]*"
)
_HAS_JOINT = re.compile(r"\)? ?(?:이고|이며|과|와|및|하고)(?= )|\)?\s*[,·/;|△▲]|\)?\s+및 ")
_LABEL_START = re.compile(r"[,:;.△▲|→\n]")
_CLOSES_PHRASE = {*"은는이가을를로", "으로", "에서", "에는", "에서는", "보다"}
_NEW_SUBJECT = {"은", "는", "이", "가", "에서", "에는"}
_CLAUSE = (
    r"(?:[했한된됐]다|[하되]고|[하되으이]며|[통위대인의]해|하여|해서|되어|면서|에서|에는|까지|부터"
    r"|으로)"
)
_NO_LABEL = re.compile(
    r"전년|지난|작년|올해|내년|당초|기정|종전|대비|보다|평균|최대|최소|각각|가운데"
    r"|이 ?중|그 ?중|포함|당$|매년|연간|^(?:등|외)(?:\s|$)"
    r"|(?:^|\s)(?:약|총|모두|합계|전체|제|계|소계|총계)$|(?<![가-힣])(?:총|모두)(?![가-힣])"
    rf"|{_CLAUSE}(?=\s)|[0-9](?:\s|$)|['~=+→%-]$"
)
_CLAUSE_END = re.compile(rf"{_CLAUSE}$")
_WORD = re.compile(r"\S+")
_BEHIND = re.compile(
    r"\s*(?P<open>등|외)?(?:을|를|이|가|의|으로|로|에)?"
    r"\s*(?:[가-힣]{0,10} ?[가-힣]{0,8}(?:다|음|함|됨|임|남|옴))?[\s.]*"
)


def label_of(words: str) -> str:
    """What a figure behind some words is called, '' where they are not plainly a name."""
    label = words.strip(" ,·/;|△▲-=\n").removesuffix("(").rstrip()
    is_name = (
        0 < len(label) <= _LONGEST_LABEL
        and any(letter.isalpha() for letter in label)
        and not _NO_LABEL.search(label)
    )
    return without_particle(label) if is_name else ""


def beside(line: Line, figures: Sequence[Figure]) -> dict[int, Figure]:
    """The figure of another unit that stands beside a figure, by the place of that: 5건 5억 원."""
    return {
        one.start: other
        for one, other in pairwise(figures)
        if one.unit != other.unit and not line.folded[one.end : other.start].strip()
    }


def runs(line: Line, figures: Sequence[Figure], start: int) -> list[Listed]:
    """Every longest row of two or more labelled figures of one unit, parted by list signs.

    `figures` are those to look at, in order, all behind `start`; what stands in brackets between
    two of them (a share, an explanation) does not part them.
    """
    pairs = beside(line, figures)
    second = {one.start for one in pairs.values()}
    found: list[Listed] = []
    open_run: list[Figure] = []
    run_start = previous_end = start
    for one in figures:
        if one.start in second and one.start not in pairs:
            previous_end = one.end
            continue
        label = _joined(line, open_run[-1], previous_end, one) if open_run else ""
        if open_run and label:
            open_run.append(replace(one, label=label))
        else:
            _close(found, open_run, run_start, pairs)
            run_start, first = _first_label(line, previous_end, one)
            open_run = [replace(one, label=first)] if first else []
        previous_end = one.end
    _close(found, open_run, run_start, pairs)
    return found


def _close(
    found: list[Listed], figures: Sequence[Figure], start: int, pairs: Mapping[int, Figure]
) -> None:
    if len(figures) < 2:
        return
    others = [replace(pairs[one.start], label=one.label) for one in figures if one.start in pairs]
    is_even = len(others) == len(figures) and len({one.unit for one in others}) == 1
    found.append(
        Listed(start=start, figures=tuple(figures), beside=tuple(others) if is_even else ())
    )


def _joined(line: Line, before: Figure, end: int, one: Figure) -> str:
    """The label of a figure that goes on with a list, '' where it does not."""
    if before.unit != one.unit:
        return ""
    gap = line.gap(end, one.start)
    if not _HAS_JOINT.match(gap):
        return ""
    match = _JOINT.fullmatch(gap)
    if match is None or any(
        particle_of(word) in _NEW_SUBJECT for word in match["label"].split()[:-1]
    ):
        return ""
    return label_of(match["label"])


def _first_label(line: Line, start: int, one: Figure) -> tuple[int, str]:
    """Where the label of a list's first figure begins, and the label."""
    begin = max(start, one.start - _LONGEST_LABEL)
    signs = list(_LABEL_START.finditer(line.folded, begin, one.start))
    begin = signs[-1].end() if signs else begin
    words = list(_WORD.finditer(line.folded, begin, one.start))
    for word in words[:-1]:
        if particle_of(word.group()) in _CLOSES_PHRASE or _CLAUSE_END.search(word.group()):
            begin = word.end()
    while begin < one.start and line.folded[begin] in " ,\n":
        begin += 1
    return begin, label_of(line.folded[begin : one.start])


def enumeration(line: Line, start: int, end: int, whole: Figure) -> Listed | None:
    """The parts of `whole` that text[start:end] lists and that it is full of; None for anything
    else. A number without unit has that of the whole (일반 7,789, 특별 938)."""
    listed = _printed_units(line, start, end, whole)
    return listed or _inherited_units(line, start, end, whole)


def _printed_units(line: Line, start: int, end: int, whole: Figure) -> Listed | None:
    inner = outermost_brackets(line.folded, start, end)
    part = replace(line, brackets=inner) if inner != line.brackets else line
    inside = part.outside(start, end)
    if not inside or any(one.unit != whole.unit for one in inside):
        return None
    found = runs(part, inside, start)
    if len(found) != 1 or len(found[0].figures) != len(inside):
        return None
    if line.folded[start : found[0].start].strip(" ,:·-"):
        return None
    behind = _BEHIND.fullmatch(part.gap(found[0].end, end))
    return replace(found[0], is_open=behind["open"] is not None) if behind else None


def _inherited_units(line: Line, start: int, end: int, whole: Figure) -> Listed | None:
    if whole.scale is None or whole.unit is None:
        return None
    own = [one for one in line.figures if start <= one.start and one.end <= end]
    own = [one for one in own if one.unit == whole.unit]
    found = labelled_numbers(line.folded, (start, end), [(one.start, one.end) for one in own])
    parts: list[Figure] = []
    for one in found:
        label = one.label.strip()
        if one.read is not None:
            parts.append(replace(own[one.read], label=label))
            continue
        raw = line.statement.text[one.start - line.start : one.end - line.start]
        number = Decimal(line.folded[one.start : one.end].lstrip("△▲").replace(",", ""))
        is_minus = line.folded[one.start] in "△▲"
        parts.append(
            Figure(
                start=one.start,
                end=one.end,
                raw=raw,
                value=(-number if is_minus else number) * whole.scale,
                unit=whole.unit,
                step=step_of(raw, whole.unit, whole.scale),
                label=label,
            )
        )
    if len(parts) < 2 or any(len(one.raw) > _LONGEST_NUMBER for one in parts):
        return None
    is_open = re.search(r"등|외", line.folded[parts[-1].end : end]) is not None
    return Listed(start=found[0].label_start, figures=tuple(parts), is_open=is_open)
