"""Lines, cut where items run together and joined where a page broke them: one segment an item."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from corpus.furniture import furniture_reason, tail_start
from corpus.imprint import LONGEST_LINE, imprint_line
from corpus.markers import Marker, MarkerKind, has_inline_circle, inline_starts, marker_at
from corpus.parse import ParsedSource
from corpus.sentences import trimmed
from corpus.types import Page, Span

PAGE_NUMBER = "page_number"
"""The reason for leaving out a line that holds nothing but the number of its page."""

RULE = "rule"
"""The reason for leaving out a line without a letter or digit, drawn to part what stands above."""

_WORD = re.compile(r"\w")
_NO_PAGE = Page()


class SegmentKind(StrEnum):
    """What sort of stretch a segment is."""

    ITEM = "item"
    ROW = "row"
    IMPRINT = "imprint"


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """One item, line of prose, table row or imprint: text[start:end], the mark included.

    `is_cut` says that the site cut the text off here ('.. 더보기'); `blank_before` that an empty
    line stands before it, `is_apart` that a part of the site does.
    """

    start: int
    end: int
    kind: SegmentKind = SegmentKind.ITEM
    marker: Marker | None = None
    indent: int = 0
    blank_before: bool = False
    is_apart: bool = False
    heading_level: int | None = None
    is_cut: bool = False
    page: Page = _NO_PAGE

    @property
    def content_start(self) -> int:
        """Where the words begin, after the mark."""
        return self.start + (self.marker.length if self.marker else 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Segmented:
    """The segments of a document in order, and what was left out between them."""

    segments: tuple[Segment, ...]
    left_out: tuple[Span, ...]
    is_run_on: bool


_PAGE_NUMBER = re.compile(r"[-–]?\s*(\d{1,4})\s*[-–]?(?:\s*/\s*\d{1,4})?")
_MOST_PAGE_STEP = 12  # extraction loses pages, but not a dozen in a row
# An item that ends so is not finished: a modifier, a particle, a comma, an open bracket.
_OPEN_END = re.compile(
    r"(?:[,·ㆍ‧・]|(?:^|\s)(?:및|또는|그리고|등의|의|위|등을|등에)|(?:위한|통한|대한|따른|관한|의한|있는|없는|하는|되는|된|적인|"
    r"[가-힣](?:을|를|와|과|에게|에서|으로|부터|까지|에)))$"
)
_LINES_OF_RUN_ON = 2
_LONGEST_VALUE = 60  # characters in a line that is a department, a name, a number or a date


def segment(source: ParsedSource) -> Segmented:
    """Cut and join the lines of a source into segments; furniture and page numbers are left out."""
    text = source.text
    left_out: list[Span] = []
    pages = _page_numbers(source)
    content: list[tuple[int, int, int]] = []
    apart: set[int] = set()
    is_apart = False
    for order, block in enumerate(source.blocks):
        start, end = trimmed(text, block.start, block.end)
        if start == end:
            continue
        reason = block.furniture or furniture_reason(text[start:end])
        if order in pages:
            reason = PAGE_NUMBER
        elif not reason and not block.is_row and not _WORD.search(text, start, end):
            reason = RULE
        if reason:
            left_out.append(Span(start=start, end=end, reason=reason))
            # A sentence goes on after a page number, but not after a menu or a share button.
            is_apart = is_apart or reason != PAGE_NUMBER
            continue
        content.append((order, start, end))
        if is_apart:
            apart.add(order)
        is_apart = False
    is_run_on = sum(
        has_inline_circle(text, start, end) for _, start, end in content
    ) >= _LINES_OF_RUN_ON and not any(block.list_depth for block in source.blocks)
    segments: list[Segment] = []
    footers = sorted(pages)
    for order, start, end in content:
        block = source.blocks[order]
        before = source.blocks[order - 1] if order else None
        blank_before = before is not None and not text[before.start : before.end].strip()
        tail = tail_start(text[start:end])
        if tail is not None:
            left_out.append(Span(start=start + tail, end=end, reason="cut_off"))
            start, end = trimmed(text, start, start + tail)
        segments.extend(
            _cut(
                text,
                start,
                end,
                Segment(
                    start=start,
                    end=end,
                    kind=SegmentKind.ROW if block.is_row else SegmentKind.ITEM,
                    indent=start - block.start + 2 * block.list_depth,
                    blank_before=blank_before,
                    heading_level=block.heading_level,
                    is_cut=tail is not None,
                    is_apart=order in apart,
                    page=_page_of(order, footers, pages),
                ),
                is_run_on=is_run_on,
                is_list=block.list_depth > 0,
            )
        )
    joined = _join(text, segments, is_run_on=is_run_on)
    return Segmented(
        segments=tuple(_imprints(text, joined)), left_out=tuple(left_out), is_run_on=is_run_on
    )


def _page_numbers(source: ParsedSource) -> dict[int, str]:
    """Blocks that hold nothing but a page number, told by their rising order."""
    found: list[tuple[int, int]] = []
    for order, block in enumerate(source.blocks):
        line = source.text[block.start : block.end].strip()
        match = _PAGE_NUMBER.fullmatch(line) if len(line) < 12 else None
        if match and not block.is_row:
            found.append((order, int(match.group(1))))
    pages: dict[int, str] = {}
    for (order, number), (later, following) in pairwise(found):
        if 0 < following - number <= _MOST_PAGE_STEP:
            pages[order] = str(number)
            pages[later] = str(following)
    return pages


def _page_of(order: int, footers: list[int], pages: dict[int, str]) -> Page:
    """The page whose number is printed next below; unknown after the last number."""
    below = bisect_right(footers, order)
    return Page(printed=pages[footers[below]]) if below < len(footers) else _NO_PAGE


def _cut(
    text: str, start: int, end: int, whole: Segment, *, is_run_on: bool, is_list: bool
) -> list[Segment]:
    if whole.kind is SegmentKind.ROW or whole.heading_level:
        return [whole]
    starts = [start, *inline_starts(text, start, end, is_run_on=is_run_on), end]
    pieces: list[Segment] = []
    for begin, stop in pairwise(starts):
        begin, stop = trimmed(text, begin, stop)
        if begin == stop:
            continue
        marker = marker_at(text, begin, stop)
        if marker is None and is_list:
            marker = Marker(symbol="", kind=MarkerKind.BULLET, rank=80, length=0)
        if marker and begin + marker.length >= stop and marker.kind is not MarkerKind.CHAPTER:
            continue  # a mark without words
        pieces.append(
            replace(
                whole,
                start=begin,
                end=stop,
                marker=marker,
                blank_before=whole.blank_before and begin == start,
                is_apart=whole.is_apart and begin == start,
                is_cut=whole.is_cut and stop == end,
            )
        )
    return pieces


def _join(text: str, segments: list[Segment], *, is_run_on: bool) -> list[Segment]:
    joined: list[Segment] = []
    for one in segments:
        last = joined[-1] if joined else None
        if last is not None and _continues(text, last, one, is_run_on=is_run_on):
            joined[-1] = replace(last, end=one.end, is_cut=one.is_cut)
        else:
            joined.append(one)
    return joined


def _continues(text: str, last: Segment, one: Segment, *, is_run_on: bool) -> bool:
    plain = last.kind is SegmentKind.ITEM and one.kind is SegmentKind.ITEM
    if not plain or last.is_cut or last.heading_level or one.heading_level or one.is_apart:
        return False
    if _is_imprint(text, one) or _is_imprint(text, last):
        return False
    is_open = _OPEN_END.search(text[max(last.start, last.end - 12) : last.end]) is not None
    if one.marker is not None:
        # A page break can leave a dash at the head of a line that goes on with the sentence.
        glued = one.marker.symbol == "-" and one.marker.length == 1
        return is_open and glued and last.marker is not None
    if last.marker is not None and last.marker.kind in {MarkerKind.CHAPTER, MarkerKind.NUMBERED}:
        return False
    if last.marker is not None:
        return is_run_on or (is_open and one.indent >= last.indent and not one.blank_before)
    return is_open and not one.blank_before


def _is_imprint(text: str, one: Segment) -> bool:
    # The length is looked at first: an item that grows with each line joined to it is no imprint.
    return (
        one.end - one.start <= LONGEST_LINE and imprint_line(text[one.start : one.end]) is not None
    )


def _imprints(text: str, segments: list[Segment]) -> list[Segment]:
    """Gather the lines of an imprint into one segment each."""
    gathered: list[Segment] = []
    awaits_value = False
    mark: str | None = None
    for one in segments:
        line = imprint_line(text[one.start : one.end]) if one.kind is SegmentKind.ITEM else None
        last = gathered[-1] if gathered else None
        in_block = (
            last is not None
            and last.kind is SegmentKind.IMPRINT
            and not (last.is_cut or one.is_apart)
        )
        own_mark = one.marker.symbol if one.marker else None
        # A value stands below its label with the same mark or with none ('- 연락처', '- 041-…').
        is_value = awaits_value and in_block and own_mark in {None, mark}
        if line is None and not (is_value and one.end - one.start <= _LONGEST_VALUE):
            gathered.append(one)
            awaits_value = False
            continue
        awaits_value, mark = line is not None and not line.value, own_mark
        if in_block and last is not None:
            gathered[-1] = replace(last, end=one.end, is_cut=one.is_cut)
        else:
            gathered.append(replace(one, kind=SegmentKind.IMPRINT, marker=None))
    return gathered
