"""Statements: the single items and sentences that facts are read from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.contents import form_end
from corpus.imprint import imprint_line
from corpus.markers import marker_at
from corpus.recall import remembered
from corpus.records import record
from corpus.sentences import sentence_spans
from corpus.types import Document, Passage

_SECOND_MARK = re.compile(r"[-①-⑳]")
_SENTENCE_END = re.compile(r"다[.\"”’]*$")


@record(frozen=True, slots=True, kw_only=True)
class Statement:
    """One item or sentence: canonical text[start:end]; `text` is the same without its mark.

    `text_start` is where `text` begins in the canonical text. `is_item` tells a bullet from prose;
    `said_year` is the year that the prose before it speaks of, `is_said_beside` whether that is
    prose of the same paragraph.
    """

    document: Document
    passage: Passage
    start: int
    end: int
    text: str
    text_start: int
    is_item: bool
    is_imprint: bool
    is_row: bool
    said_year: int | None = None
    is_said_beside: bool = False

    @property
    def quote(self) -> str:
        """The statement as it stands in the document."""
        offset = self.passage.start
        return self.passage.text[self.start - offset : self.end - offset]


def statements(document: Document, passages: Sequence[Passage]) -> Iterator[Statement]:
    """The statements of all passages in reading order; an imprint or table is one statement."""
    for passage in passages:
        yield from _of_passage(document, passage)


def _of_passage(document: Document, passage: Passage) -> Iterator[Statement]:
    cut = _cut(passage.text)
    for start, text_start, end, is_item in cut.spans:
        yield Statement(
            document=document,
            passage=passage,
            start=passage.start + start,
            end=passage.start + end,
            text=passage.text[text_start:end],
            text_start=passage.start + text_start,
            is_item=is_item,
            is_imprint=cut.is_imprint,
            is_row=cut.is_row,
        )


@record(frozen=True, slots=True, kw_only=True)
class _Cut:
    """What the words of a passage alone say: start, start of text, end and is_item of each."""

    spans: tuple[tuple[int, int, int, bool], ...]
    is_imprint: bool
    is_row: bool


@remembered
def _cut(text: str) -> _Cut:
    first_line, size = text.partition("\n")[0], len(text)
    is_imprint = imprint_line(first_line) is not None or form_end(text, 0, size) is not None
    is_row = first_line.lstrip().startswith("|") or " | " in first_line
    marker = marker_at(text, 0, size)
    spans: Sequence[tuple[int, int]] = [(0, size)]
    if not is_imprint and not is_row:
        spans = sentence_spans(text)
        # A bullet that holds several sentences is prose; a bullet with one is an item.
        if marker is not None and len(spans) == 1:
            spans = [(0, size)]
    found: list[tuple[int, int, int, bool]] = []
    for start, end in spans:
        skip = 0
        if marker is not None and start == 0 and not is_imprint and not is_row:
            skip = marker.length
            if _SECOND_MARK.match(text, skip, end):
                second = marker_at(text, skip, end)
                skip += second.length if second is not None else 0  # '• - 대상', '• ① …'
        is_item = marker is not None or not _SENTENCE_END.search(text, start, end)
        found.append((start, start + skip, end, is_item))
    return _Cut(spans=tuple(found), is_imprint=is_imprint, is_row=is_row)
