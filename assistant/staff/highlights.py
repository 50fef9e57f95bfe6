"""Where the words of a search stand in a text: 예산 in '예산을', 수목원 in '무궁화수목원'.

A word stands where the analyser finds its stem, whatever particles and endings follow, and where it
is written letter for letter, blanks aside. The text itself is never changed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import index

_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3})")
_SENTENCE = re.compile(r"(?:[^\n.!?]|[.!?](?!\s))+[.!?]?")
_CHANGING = ("VV", "VA")
"""Verbs and adjectives, by how their tags begin: '도와' has the stem 돕, which is not in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HighlightOptions:
    """`longest_text` of a passage is shown, in characters: beyond it only around the first mark.

    `before` characters are left before that mark, a line or so. Marks that are `gap` characters
    apart are one: a name whose parts are marked one by one is hard to read. Names of `tight`
    letters or more are marked however they are spaced: '무궁화수목원' in '무궁화 수목원'.
    """

    longest_text: int = 700
    before: int = 120
    gap: int = 1
    tight: int = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of a text that is marked throughout, or not at all."""

    text: str
    is_marked: bool


class Highlighter:
    """Marks the words of one search."""

    def __init__(
        self,
        terms: Iterable[tuple[str, ...]],
        phrases: Iterable[str],
        options: HighlightOptions | None = None,
    ) -> None:
        self._options = options or HighlightOptions()
        ways = [way for term in terms for way in term]
        self._stems = frozenset(stem for way in ways for stem in index.stems(way))
        self._are_written = not any(
            word.tag.startswith(_CHANGING) for way in ways for word in index.analyse(way)
        )
        written = [*phrases, *(way for way in ways if len(way) > 1)]
        self._written = [_pattern(one, self._options.tight) for one in dict.fromkeys(written)]

    def spans(self, text: str) -> tuple[tuple[int, int], ...]:
        """Places of the words in the text, in order, none touching the next."""
        found = sorted({*self._stem_spans(text), *self._written_spans(text)})
        merged: list[tuple[int, int]] = []
        for start, end in found:
            if merged and start <= merged[-1][1] + self._gap(text, merged[-1][1], start):
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            else:
                merged.append((start, end))
        return tuple(merged)

    def pieces(self, text: str) -> tuple[Piece, ...]:
        """The text in pieces, one behind the other; a long one cut, with … for what is left out."""
        spans = self.spans(text)
        start, end = self._window(text, spans)
        pieces = [Piece(text="…", is_marked=False)] if start else []
        at = start
        for left, right in spans:
            if right <= start or left >= end:
                continue
            left, right = max(left, start), min(right, end)
            if left > at:
                pieces.append(Piece(text=text[at:left], is_marked=False))
            pieces.append(Piece(text=text[left:right], is_marked=True))
            at = right
        if at < end:
            pieces.append(Piece(text=text[at:end], is_marked=False))
        if end < len(text):
            pieces.append(Piece(text="…", is_marked=False))
        return tuple(pieces)

    def _stem_spans(self, text: str) -> Iterator[tuple[int, int]]:
        for start, end in self._stretches(text):
            for word in index.analyse(text[start:end]):
                if _folded(word.form) in self._stems and word.end > word.start:
                    yield start + word.start, start + word.end

    def _stretches(self, text: str) -> Iterator[tuple[int, int]]:
        """What has to be analysed: of stems that stand as they are, the sentences with one of them.

        To analyse every sentence of a page takes longer than all the rest of a search.
        """
        if not self._stems:
            return
        if not self._are_written:
            yield 0, len(text)
            return
        if not self._holds_stem(text):
            return
        for sentence in _SENTENCE.finditer(text):
            if self._holds_stem(sentence.group()):
                yield sentence.span()

    def _holds_stem(self, text: str) -> bool:
        folded = _folded(text)
        return any(stem in folded for stem in self._stems)

    def _written_spans(self, text: str) -> Iterator[tuple[int, int]]:
        for pattern in self._written:
            for match in pattern.finditer(text):
                yield match.span()

    def _gap(self, text: str, end: int, start: int) -> int:
        """How far two marks may be apart to be one: only blanks may lie between them."""
        return self._options.gap if text[end:start].isspace() else 0

    def _window(self, text: str, spans: tuple[tuple[int, int], ...]) -> tuple[int, int]:
        if len(text) <= self._options.longest_text:
            return 0, len(text)
        first = spans[0][0] if spans else 0
        latest = len(text) - self._options.longest_text
        start = min(max(0, first - self._options.before), latest)
        return start, start + self._options.longest_text


def _folded(text: str) -> str:
    """A text as stems are written: composed, in lower case, no commas in numbers."""
    return unicodedata.normalize("NFKC", _THOUSANDS.sub("", text)).lower()


def _pattern(text: str, tight: int) -> re.Pattern[str]:
    """The text letter for letter, in any case, with any blanks where it has some.

    A word of `tight` letters or more may have a blank between any two of them.
    """
    words = text.split()
    if len(words) == 1 and len(text) >= tight:
        return re.compile(r"\s?".join(map(re.escape, text)), re.IGNORECASE)
    return re.compile(r"\s+".join(map(re.escape, words)), re.IGNORECASE)
