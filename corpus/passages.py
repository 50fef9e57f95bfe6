"""Sections and passages: the outline as records that can be cited."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.imprint import PHONE
from corpus.outline import CUT_MARK, Node
from corpus.segments import Segment, SegmentKind
from corpus.sentences import sentence_spans, trimmed
from corpus.types import Page, Passage, Section


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageOptions:
    """Sizes in characters: prose is gathered up to `target`, table rows up to `table`.

    300 to 500 characters were the best pieces for retrieval; shorter ones make shorter quotes.
    No passage is longer than `longest`, whatever stands in a line: it is cut between two words.
    """

    target: int = 320
    table: int = 600
    longest: int = 1000
    headline: int = 70
    head: int = 300
    """Of the head of a table, which each further passage of the table has in its path."""


_FIGURE = re.compile(
    r"\d[\d,.]*\s*(?:명|인|건|개|억|만|천만|백만|%|원|회|점|등급|위|㎡|대|곳|종|가지|과제|배)"
)
_PAGE_NUMBER = re.compile(r"[-–\s\d/|쪽]*(?:페이지)?\s*")
_NUMBERING = re.compile(r"^\s*(?:제\s?\d+\s?[편부장절]|\d{1,2}[.)]|[가-하][.)]|\(\d+\))\s*")


def build_records(
    document_id: str, text: str, root: Node, options: PassageOptions | None = None
) -> tuple[tuple[Section, ...], tuple[Passage, ...]]:
    """Number the sections and passages of an outline in reading order."""
    builder = _Builder(document_id, text, options or PassageOptions())
    builder.section(root, (), None)
    # An imprint stands under no heading, so the walk meets it after what is printed below it.
    in_order = sorted(builder.passages, key=lambda one: one.start)
    passages = tuple(
        one if one.order == order else replace(one, id=f"{document_id}/p{order:03d}", order=order)
        for order, one in enumerate(in_order)
    )
    return tuple(builder.sections), passages


class _Builder:
    """Walks an outline once and numbers what it meets."""

    def __init__(self, document_id: str, text: str, options: PassageOptions) -> None:
        self.sections: list[Section] = []
        self.passages: list[Passage] = []
        self._document_id = document_id
        self._text = text
        self._options = options

    def section(self, node: Node, path: tuple[str, ...], page: Page | None) -> None:
        """Record a heading (or the root) and everything under it."""
        start = node.segment.start if node.segment else 0
        section = Section(
            id=f"{self._document_id}/s{len(self.sections):03d}",
            document_id=self._document_id,
            heading_path=path,
            order=len(self.sections),
            start=start,
            end=node.end,
            page=page or Page(),
        )
        self.sections.append(section)
        # A heading that states a figure ('55명, 193개 과제 확정') must be citable like any line,
        # as must whom to call, and one that is too long for a path, or has nothing below it, must
        # not lose its words.
        is_whole = bool(node.children) and not node.label.endswith(CUT_MARK)
        if node.segment and (not is_whole or _states(node.label)):
            self._passage(section, path[:-1], node.segment.start, node.segment.end, node.segment)
        self._children(node, section, path)

    def _children(self, node: Node, section: Section, path: tuple[str, ...]) -> None:
        rows: list[Segment] = []
        for child in node.children:
            one = child.segment
            if one is None:
                continue
            if one.kind is SegmentKind.ROW:
                if one.opens_table or self._is_apart(rows, one):
                    self._rows(rows, section, path)
                rows.append(one)
                continue
            self._rows(rows, section, path)
            if child.is_heading:
                page = one.page
                self.section(child, (*path, child.label), page)
                continue
            self._item(one, section, path)
            if child.children:
                self._children(child, section, (*path, child.label))
        self._rows(rows, section, path)

    def _is_apart(self, rows: Sequence[Segment], one: Segment) -> bool:
        """Whether words stand between a row and those before it: an imprint, a menu of the page."""
        if not rows:
            return False
        between = self._text[rows[-1].end : one.start].strip()
        return bool(between) and _PAGE_NUMBER.fullmatch(between) is None

    def _item(self, one: Segment, section: Section, path: tuple[str, ...]) -> None:
        if one.is_cut and one.end - one.start > self._options.target // 2:
            self._digest_item(one, path)
            return
        if one.kind is SegmentKind.IMPRINT or one.end - one.start <= self._options.target:
            self._passage(section, path, one.start, one.end, one)
            return
        self._prose(section, path, one.start, one.end, one)

    def _digest_item(self, one: Segment, path: tuple[str, ...]) -> None:
        """A line of a news list: headline, lead and the text up to where the site cut it off."""
        headline = headline_of(self._text[one.start : one.end], self._options.headline)
        section = Section(
            id=f"{self._document_id}/s{len(self.sections):03d}",
            document_id=self._document_id,
            heading_path=(*path, headline),
            order=len(self.sections),
            start=one.start,
            end=one.end,
            page=one.page,
        )
        self.sections.append(section)
        self._prose(section, section.heading_path, one.start, one.end, one)

    def _prose(
        self, section: Section, path: tuple[str, ...], start: int, end: int, one: Segment
    ) -> None:
        begin: int | None = None
        stop = start
        for first, last in sentence_spans(self._text, start, end):
            if begin is not None and last - begin > self._options.target:
                self._passage(section, path, begin, stop, one)
                begin = None
            begin = first if begin is None else begin
            stop = last
        if begin is not None:
            self._passage(section, path, begin, stop, one)

    def _rows(self, rows: list[Segment], section: Section, path: tuple[str, ...]) -> None:
        if not rows:
            return
        words = (self._text[row.start : row.end] for row in rows)
        head = next((one for one in words if re.search(r"\w", one)), "")  # not a drawn rule
        header = re.sub(r"\s+", " ", head[: self._options.head])
        begin = rows[0].start
        stop = rows[0].end
        first = rows[0]
        is_first = True
        for row in rows[1:]:
            if row.end - begin > self._options.table or row.is_apart:
                self._passage(section, path if is_first else (*path, header), begin, stop, first)
                begin, first, is_first = row.start, row, False
            stop = row.end
        self._passage(section, path if is_first else (*path, header), begin, stop, first)
        rows.clear()

    def _passage(
        self, section: Section, path: tuple[str, ...], start: int, end: int, one: Segment
    ) -> None:
        while end - start > self._options.longest:
            stop = self._cut_at(start)
            self._record(section, path, *trimmed(self._text, start, stop), one)
            start, end = trimmed(self._text, stop, end)
        self._record(section, path, start, end, one)

    def _cut_at(self, start: int) -> int:
        """Where an overlong stretch is cut: at the last blank that fits, else in mid word."""
        limit = start + self._options.longest
        for at in range(limit, start + self._options.longest // 2, -1):
            if self._text[at].isspace():
                return at
        return limit

    def _record(
        self, section: Section, path: tuple[str, ...], start: int, end: int, one: Segment
    ) -> None:
        words = self._text[start:end]
        self.passages.append(
            Passage(
                id=f"{self._document_id}/p{len(self.passages):03d}",
                document_id=self._document_id,
                section_id=section.id,
                heading_path=path,
                order=len(self.passages),
                text=words,
                start=start,
                end=end,
                page=one.page,
                digest=hashlib.blake2b(words.encode(), digest_size=8).hexdigest(),
            )
        )


_GAP = re.compile(r"[\s\u00a0]{2,}|\s-\s|(?<=[가-힣)’”])-\s|(?<=[”’])\s")


def headline_of(line: str, longest: int) -> str:
    """The headline at the head of a news line, where the lead begins without a break.

    Sites print headline, subtitle and text in one line. The headline ends at a wide gap, a dash
    or a closing quote, or where its first word comes again as the subject of the text.
    """
    head = line[: longest * 2]
    first = re.match(r"[가-힣A-Za-z]{2,}", head)
    ends = [match.start() for match in _GAP.finditer(head) if match.start() >= 12]
    if first:
        again = re.search(
            rf"\s{re.escape(first.group())}(?:는|은|가|이|의)?\s", head[first.end() :]
        )
        if again and first.end() + again.start() >= 12:
            ends.append(first.end() + again.start())
    cut = min(ends, default=len(line))
    headline = head[: min(cut, longest)]
    if cut > longest and " " in headline:
        headline = headline.rsplit(" ", 1)[0] + CUT_MARK
    return re.sub(r"\s+", " ", headline).strip()


def _states(label: str) -> bool:
    """Whether a heading states a figure, or a number to call."""
    return _FIGURE.search(_NUMBERING.sub("", label)) is not None or PHONE.search(label) is not None
