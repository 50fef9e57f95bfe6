"""Lines of tables: how a row is cut into cells, and which lines of a plain text are rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from corpus.cells import CellKind, cell_kind
from corpus.markers import marker_at
from corpus.records import record
from corpus.sentences import trimmed
from corpus.told_rows import told_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class TableLimits:
    """What still is a table; broken and hostile files go beyond and are read as prose."""

    most_columns: int = 100
    """The widest budget sheets print about forty columns."""
    longest_loose_line: int = 300
    """Characters of a line whose cells only blanks part; prose may hold wide gaps too."""
    fewest_loose_rows: int = 3
    """A head and two rows: fewer lines that happen to have equal gaps are no table."""
    fewest_slashes: int = 2
    """Two things may stand either side of one slash in any line ('6개사 / 신규고용 480명')."""


class Style(StrEnum):
    """What parts the cells of a line."""

    PIPE = "pipe"  # | a | b |
    BAR = "bar"  # a | b, as the HTML reader writes rows
    BOX = "box"  # │ a │ b │
    BLANKS = "blanks"  # a    b, or tabs
    SLASH = "slash"  # a / b / c
    TOLD = "told"  # what no sign parts for certain, as `told_rows` reads it


@record(frozen=True, slots=True, kw_only=True)
class TableLine:
    """A line of a table at text[start:end]: the trimmed spans of its cells, or a drawn rule."""

    start: int
    end: int
    style: Style
    cells: tuple[tuple[int, int], ...]
    is_rule: bool = False


_RULE_CHARACTERS = frozenset("|+-=: \t┌") | {chr(code) for code in range(0x2500, 0x2580)}
_RULE = re.compile(r"--|==|:-|-:|[─━═┄┅┈┉╌╍]")
_SEPARATORS = {
    Style.PIPE: re.compile(r"(?<!\\)\|"),
    Style.BAR: re.compile(r"(?<![^ \t])\|(?![^ \t])"),
    Style.BOX: re.compile(r"[│┃║┆┇┊┋╎╏｜]"),
    Style.BLANKS: re.compile(r"\s*\t\s*|[ \u00a0\u3000]{2,}"),
    Style.SLASH: re.compile(r"(?<= )/(?= )"),
}
# Whatever blanks part has such a gap; the search for one is much quicker than the cutting.
_GAP = re.compile(r"[ \t\u00a0\u3000](?:(?<=\t)|[ \t\u00a0\u3000])")
# Every row and every rule has a sign that parts cells, a gap or two strokes side by side.
_CUE = re.compile(
    r"[|\t\u2500-\u257f｜ \u00a0\u3000=:-]"
    r"(?:(?<=[|\t\u2500-\u257f｜])|(?<=[ \u00a0\u3000])(?:[ \u00a0\u3000]|/ )|(?<=[=:-])[=:-])"
)
_GRADE = re.compile(r"['‘’]?(?:[1-9]|[가-마]|[SA-E])['‘’]?\s?등급|[1-9]\d?\s?위")
_DIGIT = re.compile(r"\d")
_NOTHING = frozenset({"-", "–", "—", "－"})
_BARRED = {Style.PIPE, Style.BAR}
_DEFAULTS = TableLimits()


def table_line(
    text: str,
    start: int,
    end: int,
    *,
    is_loose: bool = False,
    limits: TableLimits = _DEFAULTS,
) -> TableLine | None:
    """Cut text[start:end], one line, into cells; None where it is no line of a table.

    `is_loose` allows cells that only blanks or tabs part, which one line alone cannot prove.
    """
    first, last = trimmed(text, start, end)
    if first == last:
        return None
    line = text[first:last]
    if _is_rule(line):
        return TableLine(start=first, end=last, style=Style.PIPE, cells=(), is_rule=True)
    style = _style(line)
    is_short = last - first <= limits.longest_loose_line
    if style is None and is_loose and is_short:
        if _GAP.search(line):
            style = Style.BLANKS
        elif line.count(" / ") >= limits.fewest_slashes:
            style = Style.SLASH
    if style is None:
        return None
    cells = _cells(text, first, last, style)
    is_row = 0 < len(cells) <= limits.most_columns and (len(cells) > 1 or style is not Style.BLANKS)
    return TableLine(start=first, end=last, style=style, cells=cells) if is_row else None


def row_lines(lines: Sequence[str], *, limits: TableLimits = _DEFAULTS) -> tuple[bool, ...]:
    """Which lines of a plain text are rows (or rules) of a table, told also by their neighbours.

    A line with bars or box characters at both ends is a row by itself; lines that blanks, tabs or
    inner bars alone cut into cells are rows where several of one shape follow each other and at
    least one figure stands in them. Those that no sign cuts for certain are read by `told_rows`.
    """
    may_be_row = [_CUE.search(line) is not None for line in lines]
    read = [
        table_line(line, 0, len(line), limits=limits) if may_be else None
        for line, may_be in zip(lines, may_be_row, strict=True)
    ]
    marked = [
        one is not None and _is_framed(line, one) for line, one in zip(lines, read, strict=True)
    ]
    loose = [
        _loose(line, limits) if may_be and not known else None
        for line, may_be, known in zip(lines, may_be_row, marked, strict=True)
    ]
    begin = 0
    while begin < len(lines):
        if loose[begin] is None:
            begin += 1
            continue
        end = begin
        while end < len(lines) and _goes_on(loose, begin, end):
            end += 1
        if end > begin and _is_loose_table(lines, loose, begin, end, limits):
            marked[begin:end] = [True] * (end - begin)
        begin = max(end, begin + 1)
    for begin, end in _gaps(marked):
        # Rows that lack a bar at an end, between some that have theirs.
        if all((one := read[at]) and one.style in _BARRED for at in range(begin, end)):
            marked[begin:end] = [True] * (end - begin)
    for at in told_rows(lines):
        marked[at] = True
    for at, one in enumerate(read):
        if one is not None and one.is_rule:
            above = at > 0 and marked[at - 1]
            below = at + 1 < len(lines) and marked[at + 1]
            is_drawn = not set(lines[at]) <= set("-=: \t")
            marked[at] = (above and below) or (is_drawn and (above or below))
    return tuple(marked)


def _gaps(marked: Sequence[bool]) -> list[tuple[int, int]]:
    """The runs of lines between marked ones."""
    rows = [at for at, is_row in enumerate(marked) if is_row]
    return [(one + 1, other) for one, other in pairwise(rows) if other > one + 1]


def _is_rule(line: str) -> bool:
    return (
        line[0] in _RULE_CHARACTERS
        and _RULE.search(line) is not None
        and (_RULE_CHARACTERS.issuperset(line))
    )


def _style(line: str) -> Style | None:
    if line[0] == "|" and line.count("|") >= 2:
        return Style.PIPE
    if _SEPARATORS[Style.BOX].search(line):
        return Style.BOX
    return Style.BAR if "|" in line and _SEPARATORS[Style.BAR].search(line) else None


def _cells(text: str, start: int, end: int, style: Style) -> tuple[tuple[int, int], ...]:
    spans: list[tuple[int, int]] = []
    begin = start
    for match in _SEPARATORS[style].finditer(text, start, end):
        if match.start() == start and style is not Style.BLANKS:
            begin = match.end()  # the frame
            continue
        spans.append(trimmed(text, begin, match.start()))
        begin = match.end()
    if begin < end or style is Style.BAR:
        spans.append(trimmed(text, begin, end))
    return tuple(spans)


def _is_framed(line: str, one: TableLine) -> bool:
    """Whether a line is a row whatever stands around it."""
    if one.is_rule or one.style is Style.BAR:
        return False
    words = line.strip()
    if one.style is Style.PIPE:
        return words.count("|") >= 3 or words.endswith("|")
    return len(one.cells) > 1


def _loose(line: str, limits: TableLimits) -> TableLine | None:
    """A line that may be a row if its neighbours are; bullets and sentences never are."""
    one = table_line(line, 0, len(line), is_loose=True, limits=limits)
    if one is None or one.is_rule:
        return one
    if one.style is Style.BLANKS and len(one.cells) < 3 and "\t" not in line.strip():
        return None
    if marker_at(line, one.start, one.end) is not None or re.search(r"다\.$", line[: one.end]):
        return None
    return one


def _goes_on(loose: Sequence[TableLine | None], begin: int, end: int) -> bool:
    """Whether line `end` may belong to the loose table that begins at line `begin`."""
    first, one = loose[begin], loose[end]
    if first is None or one is None or first.is_rule:
        return False
    if one.is_rule or begin == end:
        return True
    if one.style is not first.style:
        return False
    # The head may lack its corner, and a row the heading it shares with the row above.
    return abs(len(one.cells) - len(first.cells)) <= 1


def _is_loose_table(
    lines: Sequence[str],
    loose: Sequence[TableLine | None],
    begin: int,
    end: int,
    limits: TableLimits,
) -> bool:
    rows = [(at, one) for at in range(begin, end) if (one := loose[at]) and not one.is_rule]
    fewest = limits.fewest_loose_rows
    if rows and rows[0][1].style is Style.BAR:
        fewest = 2 if len(rows[0][1].cells) > 2 else fewest
    if len(rows) < fewest:
        return False
    is_row = _holds_figure if _is_barred(rows[0][1], limits) else _ends_in_figure
    told = [(at, one) for at, one in rows[1:] if not _holds_nothing(lines[at], one)]
    figures = sum(is_row(lines[at], one) for at, one in told)
    return 2 * figures >= len(told) > 0


def _is_barred(first: TableLine, limits: TableLimits) -> bool:
    """Whether bars part so many cells that no line of prose is cut so by chance."""
    return first.style is Style.BAR and len(first.cells) > limits.fewest_slashes


def _holds_figure(line: str, one: TableLine) -> bool:
    """Whether a row prints a digit behind its first bar; its last cell may be a remark."""
    return any(_DIGIT.search(line, start, end) for start, end in one.cells[1:])


def _holds_nothing(line: str, one: TableLine) -> bool:
    """Whether a row says by dashes that there is no figure in it: it tells for no kind of lines."""
    return all(line[start:end].strip() in _NOTHING for start, end in one.cells[1:])


def _ends_in_figure(line: str, one: TableLine) -> bool:
    cells = [line[start:end] for start, end in one.cells[1:]]
    kinds = [
        CellKind.FIGURE if _GRADE.fullmatch(cell.strip()) else cell_kind(cell) for cell in cells
    ]
    return CellKind.FIGURE in kinds and kinds[-1] is not CellKind.WORDS
