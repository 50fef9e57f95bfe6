"""Lines, cut where items run together and joined where a page broke them: one segment an item."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from corpus.contents import contents_lines, contents_span, form_end
from corpus.furniture import caption_title, furniture_reason, is_unit_caption, tail_start
from corpus.imprint import LONGEST_LINE, imprint_line
from corpus.markers import Marker, MarkerKind, inline_circles, inline_starts, marker_at
from corpus.parse import ParsedSource
from corpus.records import record
from corpus.sentences import trimmed
from corpus.types import Page, Span

PAGE_NUMBER = "page_number"
"""The reason for leaving out a line that holds nothing but the number of its page."""

RULE = "rule"
"""The reason for leaving out a line without a letter or digit, drawn to part what stands above."""

TABLE_OF_CONTENTS = "table_of_contents"
"""The reason for leaving out headings that are listed with their pages."""

TABLE_SUMMARY = "table_summary"
"""The reason for leaving out a caption that only lists what the table below it holds."""

_WORD = re.compile(r"\w")
_NO_PAGE = Page()


class SegmentKind(StrEnum):
    """What sort of stretch a segment is."""

    ITEM = "item"
    ROW = "row"
    IMPRINT = "imprint"


@record(frozen=True, slots=True, kw_only=True)
class Segment:
    """One item, line of prose, table row or imprint: text[start:end], the mark included.

    `is_cut` says that the site cut the text off here ('.. 더보기'); `blank_before` that an empty
    line stands before it, `is_apart` that a part of the site does. `opens_table` and `is_caption`
    are the block's.
    """

    start: int
    end: int
    kind: SegmentKind = SegmentKind.ITEM
    marker: Marker | None = None
    indent: int = 0
    blank_before: bool = False
    is_apart: bool = False
    opens_table: bool = False
    is_caption: bool = False
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
_LAST_OF_OPEN_END = frozenset(",·ㆍ‧・및는고의위을에한된인를와과게서로터지")
_LINES_OF_RUN_ON = 2
_ITEMS_OF_RUN_ON = 4  # in one line: a whole page that was run together
_LONGEST_VALUE = 60  # characters in a line that is a department, a name, a number or a date


def segment(source: ParsedSource) -> Segmented:
    """Cut and join the lines of a source into segments; furniture and page numbers are left out."""
    text = source.text
    left_out: list[Span] = []
    pages = _page_numbers(source)
    contents = contents_lines([text[one.start : one.end] for one in source.blocks])
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
        elif not reason and order in contents:
            reason = TABLE_OF_CONTENTS
        elif not reason and block.is_caption and _is_summary(text[start:end]):
            reason = TABLE_SUMMARY
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
    circles = [inline_circles(text, start, end) for _, start, end in content]
    is_run_on = (
        sum(map(bool, circles)) >= _LINES_OF_RUN_ON or max(circles, default=0) >= _ITEMS_OF_RUN_ON
    ) and not any(block.list_depth for block in source.blocks)
    segments: list[Segment] = []
    footers = sorted(pages)
    for order, start, end in content:
        block = source.blocks[order]
        before = source.blocks[order - 1] if order else None
        # A list ends where a line stands in none, as one ends at an empty line.
        blank_before = before is not None and (
            not text[before.start : before.end].strip()
            or (before.list_depth > 0 and not block.list_depth)
        )
        tail = tail_start(text[start:end])
        if tail is not None:
            left_out.append(Span(start=start + tail, end=end, reason="cut_off"))
            start, end = trimmed(text, start, start + tail)
        whole = Segment(
            start=start,
            end=end,
            kind=SegmentKind.ROW if block.is_row else SegmentKind.ITEM,
            indent=start - block.start + 2 * block.list_depth,
            blank_before=blank_before,
            opens_table=block.opens_table,
            is_caption=block.is_caption,
            heading_level=block.heading_level,
            is_cut=tail is not None,
            is_apart=order in apart,
            page=_page_of(order, footers, pages),
        )
        for piece in _without_front(text, whole, left_out):
            segments.extend(_cut(text, piece, is_run_on=is_run_on, is_list=block.list_depth > 0))
    joined = _join(text, segments, is_run_on=is_run_on)
    return Segmented(
        segments=tuple(_imprints(text, joined)),
        left_out=tuple(sorted(left_out, key=lambda one: one.start)),
        is_run_on=is_run_on,
    )


def _without_front(text: str, whole: Segment, left_out: list[Span]) -> Iterator[Segment]:
    """A line without the table of contents that runs on in it, the approval form before it apart.

    The form names the document's number and day, so it stays as an imprint; contents are headings
    that the document prints again, and figures that are pages.
    """
    start = whole.start
    if whole.kind is SegmentKind.ITEM and whole.heading_level is None:
        contents = contents_span(text, whole.start, whole.end)
        form = form_end(text, whole.start, contents[0] if contents else whole.end)
        if contents is None and form is None:
            yield whole
            return
        if contents is not None:
            left_out.append(Span(start=contents[0], end=contents[1], reason=TABLE_OF_CONTENTS))
        stop = contents[0] if contents else form or start
        first, last = trimmed(text, start, stop)
        if first < last:
            kind = SegmentKind.ITEM if form is None else SegmentKind.IMPRINT
            yield replace(whole, start=first, end=last, kind=kind, is_cut=False)
        start = trimmed(text, contents[1] if contents else stop, whole.end)[0]
    if start < whole.end:
        yield whole if start == whole.start else replace(whole, start=start)


def _is_summary(caption: str) -> bool:
    return not caption_title(caption) and not is_unit_caption(caption)


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


def _cut(text: str, whole: Segment, *, is_run_on: bool, is_list: bool) -> list[Segment]:
    if whole.kind is not SegmentKind.ITEM or whole.heading_level or whole.is_caption:
        return [whole]
    start, end = whole.start, whole.end
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
        if marker is None and begin == start and stop == end:
            return [whole]  # a line of prose
        pieces.append(
            # Written out, since most lines pass here and `replace` takes three times as long.
            Segment(
                start=begin,
                end=stop,
                kind=whole.kind,
                marker=marker,
                indent=whole.indent,
                opens_table=whole.opens_table,
                page=whole.page,
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
    if last.is_caption or one.is_caption:
        return False
    is_open = (
        text[last.end - 1] in _LAST_OF_OPEN_END
        and _OPEN_END.search(text[max(last.start, last.end - 12) : last.end]) is not None
    )
    if not is_open and not is_run_on:
        return False
    if _is_imprint(text, one) or _is_imprint(text, last):
        return False
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


def _is_listed(text: str, segments: list[Segment], order: int) -> bool:
    """Whether a line that could be an imprint is an item of a list: '○ 문의 : 공원과(☎ …)'.

    An imprint has several lines, or ends the document below other marks or none.
    """
    one = segments[order]
    before = segments[order - 1] if order else None
    after = segments[order + 1] if order + 1 < len(segments) else None
    if one.marker is None or any(
        beside is not None and _is_imprint(text, beside) for beside in (before, after)
    ):
        return False
    above = before.marker if before is not None and not one.is_apart else None
    return after is not None or (above is not None and above.rank == one.marker.rank)


def _imprints(text: str, segments: list[Segment]) -> list[Segment]:
    """Gather the lines of an imprint into one segment each."""
    gathered: list[Segment] = []
    awaits_value = False
    mark: str | None = None
    for order, one in enumerate(segments):
        line = imprint_line(text[one.start : one.end]) if one.kind is SegmentKind.ITEM else None
        if line is not None and line.value and _is_listed(text, segments, order):
            line = None
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
