"""A document laid out for reading: blocks under their headings, the cited span marked.

The layout tiles the canonical text: blocks follow each other without gap or overlap, and so do the
pieces of a block, so that nothing a document says is lost or moved on its page.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import quote

import corpus

_LINE = re.compile(r"[^\n]*\n|[^\n]+\Z")
_NOT_WORDS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewerOptions:
    """How a page is cut.

    `part_characters`: a budget book has a million characters; a phone renders about this many at
    once without stuttering. `heading_surplus`: characters that a heading's line may have beyond the
    heading itself (its number, its brackets) and still be shown as a heading. `max_depth` is the
    deepest indentation that a phone has room for.
    """

    part_characters: int = 60_000
    heading_surplus: int = 12
    max_depth: int = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch that looks alike throughout; `left_out` says why it is in no passage, if it is not.

    `is_first_cited` marks the piece that carries the page's one `cited` anchor.
    """

    text: str
    start: int
    is_cited: bool
    is_first_cited: bool
    left_out: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A heading or a paragraph; `depth` counts the headings and bullets above it, from 0.

    `anchor` is the last part of a section's id, on the section's first block.
    """

    start: int
    end: int
    is_heading: bool
    depth: int
    anchor: str | None
    pieces: tuple[Piece, ...]

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing to see."""
        return not any(piece.text.strip() for piece in self.pieces)

    @property
    def is_left_out(self) -> bool:
        """Whether all that can be seen was left out of the passages (menus, share buttons)."""
        return all(piece.left_out or not piece.text.strip() for piece in self.pieces)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a long document that is shown on one page; `number` counts from 1."""

    number: int
    start: int
    end: int


def document_address(document_id: str) -> str:
    """Where a document's page is: '/documents/kr-boryeong/plan-2022'."""
    return "/documents/" + quote(document_id, safe="/-_.~")


def span_address(document_id: str, start: int, end: int) -> str:
    """Where a span can be read in its document, highlighted."""
    return f"{document_address(document_id)}?from={start}&to={end}#cited"


def cut_parts(
    text: str, sections: Sequence[corpus.Section], options: ViewerOptions
) -> tuple[Part, ...]:
    """The text in parts of about `part_characters`, cut at a section or else at a line."""
    lines = [match.start() for match in _LINE.finditer(text)]
    starts = sorted({section.start for section in sections})
    cuts = [0]
    while len(text) - cuts[-1] > options.part_characters:
        limit = cuts[-1] + options.part_characters
        # A part that ends at a section must still be half full, or a part could be a line.
        fair = cuts[-1] + options.part_characters // 2
        section = _last_at_most(starts, limit)
        line = _last_at_most(lines, limit)
        cut = section if section >= fair else line
        cuts.append(cut if cut > cuts[-1] else limit)
    ends = [*cuts[1:], len(text)]
    return tuple(
        Part(number=number, start=start, end=end)
        for number, (start, end) in enumerate(zip(cuts, ends, strict=True), start=1)
    )


def part_at(parts: Sequence[Part], offset: int) -> Part:
    """The part that an offset falls in."""
    return parts[max(0, bisect_right([part.start for part in parts], offset) - 1)]


def lay_out(
    text: str,
    part: Part,
    *,
    sections: Sequence[corpus.Section],
    passages: Sequence[corpus.Passage],
    left_out: Sequence[corpus.Span],
    cited: tuple[int, int] | None,
    options: ViewerOptions,
) -> tuple[Block, ...]:
    """The blocks of one part: text[part.start:part.end], tiled without gap or overlap.

    A block begins at each line, section and passage; several bullets on one line thus stand
    on lines of their own. `cited` is a span of the canonical text, already checked.
    """
    opening = {section.start: section for section in sections}
    passage_at = {passage.start: passage for passage in passages}
    inside = range(part.start, part.end)
    starts = sorted(
        {part.start}
        | {match.start() for match in _LINE.finditer(text, part.start, part.end)}
        | {start for start in (*opening, *passage_at) if start in inside}
    )
    ends = [*starts[1:], part.end]
    left_out = [span for span in left_out if span.start < part.end and span.end > part.start]
    blocks = []
    depth = _depth_before(part.start, sections)
    first_cited = cited[0] if cited and cited[0] in inside else None
    for start, end in zip(starts, ends, strict=True):
        if start == end:
            continue
        section = opening.get(start)
        passage = passage_at.get(start)
        is_heading = section is not None and _is_heading(text[start:end], section, options)
        if section is not None:
            depth = len(section.heading_path) - (1 if is_heading else 0)
        if passage is not None:
            depth = len(passage.heading_path)
        pieces = tuple(_pieces(text, start, end, left_out, cited, first_cited))
        blocks.append(
            Block(
                start=start,
                end=end,
                is_heading=is_heading,
                depth=min(max(depth, 0), options.max_depth),
                anchor=section.id.rpartition("/")[2] if section else None,
                pieces=pieces,
            )
        )
    return tuple(blocks)


def _pieces(
    text: str,
    start: int,
    end: int,
    left_out: Sequence[corpus.Span],
    cited: tuple[int, int] | None,
    first_cited: int | None,
) -> Iterator[Piece]:
    spans = [span for span in left_out if span.start < end and span.end > start]
    edges = {start, end}
    for span in spans:
        edges |= {max(start, span.start), min(end, span.end)}
    if cited and cited[0] < end and cited[1] > start:
        edges |= {max(start, cited[0]), min(end, cited[1])}
    ordered = sorted(edges)
    for left, right in pairwise(ordered):
        reason = next((s.reason for s in spans if s.start <= left and right <= s.end), None)
        is_cited = cited is not None and cited[0] <= left and right <= cited[1]
        yield Piece(
            text=text[left:right],
            start=left,
            is_cited=is_cited,
            is_first_cited=is_cited and left == first_cited,
            left_out=reason,
        )


def _is_heading(block: str, section: corpus.Section, options: ViewerOptions) -> bool:
    """Whether a block is its section's heading and hardly anything else."""
    heading = _NOT_WORDS.sub("", section.heading)
    words = _NOT_WORDS.sub("", block)
    return (
        bool(heading) and heading in words and len(words) <= len(heading) + options.heading_surplus
    )


def _depth_before(offset: int, sections: Sequence[corpus.Section]) -> int:
    depths = [len(s.heading_path) for s in sections if s.start < offset < s.end]
    return max(depths, default=0)


def _last_at_most(ordered: Sequence[int], limit: int) -> int:
    position = bisect_right(ordered, limit)
    return ordered[position - 1] if position else 0
