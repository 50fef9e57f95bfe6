"""Dictation: what a language model says, cut into finished sentences while it arrives."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_MARKS = r"(?:\[\d{1,2}\] ?)+"
# Words behind the mark belong to the next sentence; another mark still to this one.
_END = re.compile(rf"{_MARKS}[.!?。]?(?=\s+[^\s\[])|\n")
_MARKED_BEHIND = re.compile(rf"(?P<words>.*?)[\s.。]*(?P<marks>{_MARKS})[\s.。]*")
_LETTER = re.compile(r"[^\W_]")
_BLANKS = re.compile(r"\s+")
_BULLET = re.compile(r"[-*•·] |\d{1,2}[.)] (?=\D)")
_EMPHASIS = re.compile(r"\*\*|__")
_MARK = re.compile(r"\[\d{1,2}\]")
# Signs of markup and of addresses: an answer is plain words and has no use for them.
_MARKUP = re.compile(r"[<>{}|\\^`#*_\[\]]|://")


@dataclass(frozen=True, slots=True, kw_only=True)
class DictationOptions:
    """How much is listened to.

    `most_sentences`: with the quotes behind them an answer stays short. `longest_sentence`, in
    characters, is twice the longest one that reads well; who goes on without an end is stopped.
    """

    most_sentences: int = 2
    longest_sentence: int = 300


class Dictation:
    """Takes text piece by piece and gives each sentence once, as soon as it is finished."""

    def __init__(self, options: DictationOptions | None = None) -> None:
        self._options = options or DictationOptions()
        self._open = ""
        self._given = 0

    @property
    def is_over(self) -> bool:
        """Whether nothing further is listened to: enough was said, or one sentence never ends."""
        enough = self._given >= self._options.most_sentences
        return enough or len(self._open) > self._options.longest_sentence

    def hear(self, piece: str) -> Iterator[str]:
        """The sentences that a further piece of text finishes, in plain form."""
        self._open += piece
        while not self.is_over and (end := _END.search(self._open)):
            sentence, self._open = self._open[: end.end()], self._open[end.end() :]
            yield from self._give(sentence)

    def end(self) -> Iterator[str]:
        """What is left at the end of the text, if that is one more sentence."""
        if not self.is_over:
            sentence, self._open = self._open, ""
            yield from self._give(sentence)

    def _give(self, sentence: str) -> Iterator[str]:
        # A line of bare signs is no sentence, and says nothing about the next.
        if _LETTER.search(words := plain(sentence)):
            self._given += 1
            yield words


def plain(sentence: str) -> str:
    """A sentence in the form that answers have: no bullet or emphasis, its marks before the stop.

    '**예산**은 50억 원입니다. [1]' becomes '예산은 50억 원입니다 [1].' Words stay as they are.
    """
    words = _BLANKS.sub(" ", unicodedata.normalize("NFC", sentence)).strip()
    words = _EMPHASIS.sub("", _BULLET.sub("", words, count=1) if _BULLET.match(words) else words)
    behind = _MARKED_BEHIND.fullmatch(words)
    if behind is None:
        return words
    return f"{behind['words']} {behind['marks'].replace(' ', '')}."


def is_plain(sentence: str) -> bool:
    """Whether a sentence has no markup, no address and no invisible characters."""
    words = _MARK.sub("", sentence)
    is_visible = all(unicodedata.category(letter)[0] != "C" for letter in words)
    return is_visible and _MARKUP.search(words) is None
