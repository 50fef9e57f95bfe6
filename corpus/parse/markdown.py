"""Markdown: headings and pipe tables are marked, everything else is read like plain text."""

from __future__ import annotations

import re

from corpus.decode import decode
from corpus.parse.blocks import Block, ParsedSource, line_spans
from corpus.table_lines import row_lines

_HEADING = re.compile(r" {0,3}(#{1,6})\s+\S")
_FRONT_MATTER = re.compile(r"---\n.*?\n---\n", re.DOTALL)
_FENCE = re.compile(r" {0,3}(?:```|~~~)")


def parse_markdown(data: bytes) -> ParsedSource:
    """Read a .md file; the canonical text is the file's own text, marks included."""
    text = decode(data)
    front = _FRONT_MATTER.match(text)
    front_end = front.end() if front else 0
    blocks: list[Block] = []
    title: str | None = None
    is_fenced = False
    spans = line_spans(text)
    rows = row_lines([text[start:end] for start, end in spans])
    for (start, end), is_row in zip(spans, rows, strict=True):
        line = text[start:end]
        is_fence = _FENCE.match(line) is not None
        is_fenced = is_fenced != is_fence
        heading = None if is_fenced else _HEADING.match(line)
        level = len(heading.group(1)) if heading else None
        furniture = "front_matter" if start < front_end else "code_fence" if is_fence else ""
        if heading and title is None:
            title = line.strip().strip("#").strip()
        blocks.append(
            Block(
                start=start,
                end=end,
                heading_level=level,
                is_row=is_row or (line.strip().startswith("|") and line.count("|") >= 2),
                furniture=furniture,
            )
        )
    return ParsedSource(text=text, blocks=tuple(blocks), title=title)
