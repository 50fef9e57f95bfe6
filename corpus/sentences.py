"""Prose, cut into sentences by the endings that Korean official writing uses."""

from __future__ import annotations

import re

# A sentence ends at a final ending and a full stop ('…했다.', '…합니다.', '…함.'), or at ? and !,
# with closing quotes or brackets after it. A full stop after a digit belongs to a date or a number.
_END = re.compile(
    r"[.?!](?:(?:(?<=[가-힣\"”’』」)]\.)|(?<=\S[?!]))[\"”’』」)]*(?=\s|$)"
    r"|(?<=다\.)(?=[가-힣‘“\"]))"
)


def sentence_spans(
    text: str, start: int = 0, end: int | None = None
) -> tuple[tuple[int, int], ...]:
    """The spans of the sentences in text[start:end], without the blanks around them, in order."""
    stop = len(text) if end is None else end
    spans: list[tuple[int, int]] = []
    begin = start
    for match in _END.finditer(text, start, stop):
        _add(spans, text, begin, match.end())
        begin = match.end()
    _add(spans, text, begin, stop)
    return tuple(spans)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The same span without blanks at either end; empty where there is nothing else."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    start, end = trimmed(text, start, end)
    if end > start:
        spans.append((start, end))
