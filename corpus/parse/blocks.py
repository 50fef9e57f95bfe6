"""What every reader of a format gives: canonical text and the lines it is made of."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.records import record


@record(frozen=True, slots=True, kw_only=True)
class Block:
    """One line of canonical text, text[start:end], with what its format says of it.

    `heading_level` is 1 to 6 where the format marks a heading, `is_row` marks a table row,
    `opens_table` the first row of a table where the format tells, and `is_caption` a line that the
    format gives as the title of the table below. `list_depth` counts the lists a line stands in
    (0: none), `furniture` names the site part it was found in (navigation, a form …) or is ''.
    """

    start: int
    end: int
    heading_level: int | None = None
    is_row: bool = False
    opens_table: bool = False
    is_caption: bool = False
    list_depth: int = 0
    furniture: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedSource:
    """Canonical text, its blocks in order, and what the file says of itself."""

    text: str
    blocks: tuple[Block, ...]
    title: str | None = None
    language: str | None = None


def line_spans(text: str) -> list[tuple[int, int]]:
    """The spans of all lines, without their newline; form feeds end a line too."""
    spans: list[tuple[int, int]] = []
    start = 0
    for line in text.splitlines(keepends=True):
        spans.append((start, start + len(line.rstrip("\n\r\f\v\x1c\x1d\x1e\x85\u2028\u2029"))))
        start += len(line)
    return spans
