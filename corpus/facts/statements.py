"""Statements: the single items and sentences that facts are read from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.imprint import imprint_line
from corpus.markers import marker_at
from corpus.sentences import sentence_spans
from corpus.types import Document, Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One item or sentence: canonical text[start:end]; `text` is the same without its mark.

    `text_start` is where `text` begins in the canonical text. `is_item` tells a bullet from prose.
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
    text = passage.text
    first_line = text.partition("\n")[0]
    is_imprint = imprint_line(first_line) is not None
    is_row = first_line.lstrip().startswith("|") or first_line.count(" | ") >= 1
    marker = marker_at(text, 0, len(text))
    spans: Sequence[tuple[int, int]] = [(0, len(text))]
    if not is_imprint and not is_row:
        spans = sentence_spans(text)
        # A bullet that holds several sentences is prose; a bullet with one is an item.
        if marker is not None and len(spans) == 1:
            spans = [(0, len(text))]
    for start, end in spans:
        skip = 0
        if marker is not None and start == 0 and not is_imprint and not is_row:
            skip = marker.length
            second = marker_at(text, skip, end)
            if second is not None and re.match(r"[-①-⑳]", text[skip:end]):
                skip += second.length  # '• - 대상', '• ① …'
        yield Statement(
            document=document,
            passage=passage,
            start=passage.start + start,
            end=passage.start + end,
            text=text[start + skip : end],
            text_start=passage.start + start + skip,
            is_item=marker is not None or not re.search(r"다[.\"”’]*$", text[start:end]),
            is_imprint=is_imprint,
            is_row=is_row,
        )
