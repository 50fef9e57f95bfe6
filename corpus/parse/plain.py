"""Plain text: each line is a block."""

from __future__ import annotations

from corpus.decode import decode
from corpus.parse.blocks import Block, ParsedSource, line_spans


def parse_plain(data: bytes) -> ParsedSource:
    """Read a .txt file; the canonical text is the file's own text."""
    text = decode(data)
    rows = [
        Block(start=start, end=end, is_row=_is_row(text[start:end]))
        for start, end in line_spans(text)
    ]
    return ParsedSource(text=text, blocks=tuple(rows))


def _is_row(line: str) -> bool:
    stripped = line.strip()
    return stripped.startswith("|") and stripped.count("|") >= 3
