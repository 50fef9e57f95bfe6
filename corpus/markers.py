"""The marks that begin a line in Korean plans, from 제1장 down to ※, and the order they nest in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache


class MarkerKind(StrEnum):
    """What a mark makes of its line."""

    CHAPTER = "chapter"  # always a heading: 제5장, Ⅱ., 【 】
    NUMBERED = "numbered"  # a heading or an item, depending on what follows: 1., 가., 1), □
    BULLET = "bullet"  # an item: ○, -, ·, ▲, ①
    NOTE = "note"  # a remark on the item before: ※, ⇒, *


@dataclass(frozen=True, slots=True, kw_only=True)
class Marker:
    """The mark at the head of a line: a smaller rank stands higher; `length` is in characters."""

    symbol: str
    kind: MarkerKind
    rank: int
    length: int


# Ranks follow the Administrative Work Rules' order of items (1. 가. 1) 가) (1) (가)) and, below it,
# the symbols in the order plans nest them: □ ○ - ·. The gaps leave room for unmarked headings.
TITLE_RANK = 18
STAR_RANK = 26
BRACKET_RANK = 50
LABEL_RANK = 52
PROSE_RANK = 55  # prose after an empty line ends the list above it
CIRCLE_RANK = 60
DASH_RANK = 70
DOT_RANK = 80
NOTE_RANK = 90
PARAGRAPH_RANK = 95

_GRAMMAR: tuple[tuple[str, MarkerKind, int], ...] = (
    (r"제\s?\d{1,3}\s?편(?=\s|$|[.:])", MarkerKind.CHAPTER, 8),
    (r"제\s?\d{1,3}\s?부(?=\s|$|[.:])", MarkerKind.CHAPTER, 9),
    (r"제\s?\d{1,3}\s?장(?=\s|$|[.:])", MarkerKind.CHAPTER, 10),
    (r"제\s?\d{1,3}\s?절(?=\s|$|[.:])", MarkerKind.CHAPTER, 12),
    (r"[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ]\s*[.．]?(?=\s|[가-힣])", MarkerKind.CHAPTER, 16),
    (r"\d{1,2}[.．](?=\s+(?:\D|(?:19|20)\d\d년)|[가-힣A-Z「【‘“])", MarkerKind.NUMBERED, 22),
    (r"[가나다라마바사아자차카타파하][.．](?=\s)", MarkerKind.NUMBERED, 30),
    (r"\d{1,2}\)(?=\s|[가-힣A-Z「‘“])", MarkerKind.NUMBERED, 34),
    (r"[가나다라마바사아자차카타파하]\)(?=\s|[가-힣])", MarkerKind.NUMBERED, 38),
    (r"\(\d{1,2}\)(?=\s|[가-힣])", MarkerKind.NUMBERED, 42),
    (r"\([가나다라마바사아자차카타파하]\)(?=\s|[가-힣])", MarkerKind.NUMBERED, 44),
    (r"[□■◆◇▣❏❑◈◎☐▢](?=\s|\S)", MarkerKind.NUMBERED, 46),
    (r"[-–]?\s?【(?=[^【】=]{1,60}】\s*$)", MarkerKind.CHAPTER, BRACKET_RANK),
    (r"[①-⑳㉮-㉻❶-❿➀-➉](?=\s|\S)", MarkerKind.BULLET, 56),
    (r"[○❍●◦◯⚪⚬](?=\s|\S)|[ㅇo](?=\s)", MarkerKind.BULLET, CIRCLE_RANK),
    (r"[▲△▷▶▸►▹◁](?=\s*[^\s\d])", MarkerKind.BULLET, 64),
    (r"[-–—―−](?=\s*[^\s\d\-–—―−])", MarkerKind.BULLET, DASH_RANK),
    (r"[-–—―−](?=\s+\d)", MarkerKind.BULLET, DASH_RANK),
    (r"[•·∙‧ㆍ・▪▫∘⁃◾◽▴](?=\s|\S)", MarkerKind.BULLET, DOT_RANK),
    (r"[※☞⇒➡➔➜](?=\s|\S)|[→](?=\s|\S)", MarkerKind.NOTE, NOTE_RANK),
    (r"\*{1,3}(?=\s*[^\s*])", MarkerKind.NOTE, NOTE_RANK),
    (r"\+(?=\s)", MarkerKind.BULLET, 82),
)
# One pattern, tried in the order of the grammar; the name of its group tells which mark it is. The
# group is empty and stands last: a mark whose first character is another is then passed over fast.
_MARK = re.compile(
    "(?:"
    + "|".join(f"(?:{pattern})(?P<mark{order}>)" for order, (pattern, _, _) in enumerate(_GRAMMAR))
    + r")\s*"
)
DASHES = "-–—―−"
_MOST_PRINTED = 128
_MARKS = {f"mark{order}": (kind, rank) for order, (_, kind, rank) in enumerate(_GRAMMAR)}
_FIRST_SYLLABLES = frozenset(
    "제가나다라마바사아자차카타파하"
)  # of marks; most lines begin with others


def marker_at(text: str, start: int, end: int) -> Marker | None:
    """The mark with which text[start:end] begins, or None; `start` must not be a blank."""
    if start >= end or ("가" <= text[start] <= "힣" and text[start] not in _FIRST_SYLLABLES):
        return None
    match = _MARK.match(text, start, end)
    if match is None or match.lastgroup is None:
        return None
    marker = _marker(match.lastgroup, match.group())
    is_set_between = marker.rank == DASH_RANK and text[end - 1] in DASHES
    return None if is_set_between else marker  # '- 나무 심기 -' is a subtitle and no item


@lru_cache(maxsize=_MOST_PRINTED)
def _marker(name: str, printed: str) -> Marker:
    """The mark that a group of the grammar matched: a document prints few, over and over."""
    kind, rank = _MARKS[name]
    return Marker(symbol=printed.strip(), kind=kind, rank=rank, length=len(printed))


# Where one line holds several items, a new one begins at a bullet between blanks.
# The mark stands first in each pattern, so that a search leaps from mark to mark.
_INLINE_CIRCLE = re.compile(r"[○❍●◯□■◆◇▣](?<=\s.)(?=\s*[^\s○❍●◯□■◆◇▣])")
_INLINE_DASH = re.compile(r"[-–](?<=\s.)(?:(?=\s+[^\s\-–])|(?<=-)(?=【))")
_INLINE_DOT = re.compile(r"•(?<=\s.)(?=\s+\S)")
_INLINE_NOTE = re.compile(r"※(?<=\s.)(?=\s*\S)")
# 'Ⅱ. 목표 및 전략' and a ㅇ between blanks, where the lines of a page were run together.
_INLINE_PART = re.compile(r"[Ⅰ-Ⅻ](?<=\s.)(?=\s?\.?\s?[가-힣])")
_INLINE_LETTER = re.compile(r"ㅇ(?<=\s.)(?=\s\S)")
_ANY_INLINE = re.compile(r"[○❍●◯□■◆◇▣※•–ㅇⅠ-Ⅻ-]")
_WORD = re.compile(r"\w")
_ITEM_WORD = re.compile(r"[\w)\]」』”’]")


def inline_starts(text: str, start: int, end: int, *, is_run_on: bool) -> list[int]:
    """Where further items begin inside a line that starts at `start`, in order.

    `is_run_on` says that the document runs items together, so a dash between blanks begins one.
    """
    if _ANY_INLINE.search(text, start + 1, end) is None:
        return []
    found = {match.start() for match in _INLINE_CIRCLE.finditer(text, start + 1, end)}
    for one in (_INLINE_NOTE, _INLINE_DOT, _INLINE_PART, _INLINE_LETTER):
        found |= {match.start() for match in one.finditer(text, start + 1, end)}
    if is_run_on:
        for match in _INLINE_DASH.finditer(text, start + 1, end):
            if not _joins_numbers(text, match.start(), match.end()):
                found.add(match.start())
    # The first item's own second mark ('• - 대상') does not begin another item.
    word = _ITEM_WORD.search(text, start, end)
    return sorted(at for at in found if word is not None and word.start() < at)


def inline_circles(text: str, start: int, end: int) -> int:
    """How many ○ or □ stand between blanks inside the line, as in text taken from a PDF."""
    if _INLINE_CIRCLE.search(text, start, end) is None:
        return 0
    word = _WORD.search(text, start, end)
    return 0 if word is None else len(_INLINE_CIRCLE.findall(text, word.end(), end))


def _joins_numbers(text: str, start: int, end: int) -> bool:
    before = text[:start].rstrip()[-1:] if start < 200 else text[start - 200 : start].rstrip()[-1:]
    after = text[end : end + 10].lstrip()[:1]
    return before.isdigit() and after.isdigit()
