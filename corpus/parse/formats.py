"""Which reader reads which file."""

from __future__ import annotations

from collections.abc import Callable

from corpus.errors import UnreadableSourceError
from corpus.parse.blocks import ParsedSource
from corpus.parse.html import parse_html
from corpus.parse.markdown import parse_markdown
from corpus.parse.plain import parse_plain

FORMATS: dict[str, Callable[[bytes], ParsedSource]] = {
    ".htm": parse_html,
    ".html": parse_html,
    ".markdown": parse_markdown,
    ".md": parse_markdown,
    ".txt": parse_plain,
}


def parse(data: bytes, suffix: str) -> ParsedSource:
    """Read the bytes of a file by its suffix; UnreadableSourceError says why it cannot be read."""
    reader = FORMATS.get(suffix.lower())
    if reader is None:
        known = ", ".join(sorted(FORMATS))
        raise UnreadableSourceError(
            "unknown_format",
            f"지원하지 않는 형식입니다({suffix or '확장자 없음'}). 읽을 수 있는 형식: {known}",
            f"This format is not supported ({suffix or 'no suffix'}). Supported: {known}",
        )
    return reader(data)
