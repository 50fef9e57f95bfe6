"""Plain text: each line is a block, and lines that make up a table are its rows."""

from __future__ import annotations

from corpus.decode import decode
from corpus.parse.blocks import Block, ParsedSource, line_spans
from corpus.table_lines import row_lines


def parse_plain(data: bytes) -> ParsedSource:
    """Read a .txt file; the canonical text is the file's own text."""
    text = decode(data)
    spans = line_spans(text)
    rows = row_lines([text[start:end] for start, end in spans])
    blocks = [
        Block(start=start, end=end, is_row=is_row)
        for (start, end), is_row in zip(spans, rows, strict=True)
    ]
    return ParsedSource(text=text, blocks=tuple(blocks))
