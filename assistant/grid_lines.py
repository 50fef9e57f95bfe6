"""Lines of a printed table: cut into their cells, whatever sets these apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

import corpus


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A printed line at text[start:end] without blanks around it.

    `is_rule` marks the line under a head ('|---|---|'), `is_apart` one that empty lines set apart
    from the line above it.
    """

    text: str
    start: int
    end: int
    is_rule: bool
    is_apart: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One cell of a line, without blanks around it."""

    text: str
    start: int


_RULE = re.compile(r"[\s|:\-–=+]*-[\s|:\-–=+]*")
# '연락처 033-555-0101' and '조회수 88' below it make no table.
_IMPRINT = re.compile(
    r"(?:담당\s?부서|담당자|연락처|전화(?:번호)?|조회수?|작성자|작성일|등록일|게시일|"
    r"(?:최종)?수정일|첨부(?:파일)?|(?:전체)?\s?댓글|추천|좋아요|공유)\s?(?:[:：\s]|$)|#\S"
)
_BULLET = re.compile(r"[○❍●•◦▷▶■□◆◇※]|[-·*] |\d{1,2}[.)] |[가-하][.)] |[①-⑳]")
_NUMBER = r"[△▲▽▼\-−+±]?\s?\d[\d,]*(?:\.\d+)?"
_SIGNS = "△▲▽▼-−"
_FIGURE = re.compile(rf"(?P<number>{_NUMBER})\s?(?P<unit>%p?|[가-힣㎡㎢]{{1,5}}|[a-zA-Z]{{1,3}})?")
_BARE = re.compile(rf"(?:{_NUMBER}%?|[-–])")
_EMPTY = frozenset({"-", "–", "―", "."})
_WIDE = re.compile(r"[ \u00a0]{2,}|\t+")
_APART = re.compile(r"(?<![가-힣A-Za-z])([가-힣]) ([가-힣])(?![가-힣A-Za-z])")
_PAIR = re.compile(
    rf"(?P<name>\S[^|\n]{{0,40}}?)\s(?P<figure>{_NUMBER}(?:%|[가-힣]{{1,3}})?)(?:\s?\([^()]{{1,20}}\))?"
)
_YEARISH = re.compile(r"\d{4}년")
_LONGEST_HEAD = 30


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of a text that are not empty, less those that say whose page it is."""
    found: list[Line] = []
    start, is_apart = 0, True
    for whole in text.splitlines(keepends=True):
        bare = whole.strip()
        bare = "" if _IMPRINT.match(bare) and "|" not in bare else bare
        if bare:
            first = start + len(whole) - len(whole.lstrip())
            found.append(
                Line(
                    text=bare,
                    start=first,
                    end=first + len(bare),
                    is_rule=_RULE.fullmatch(bare) is not None,
                    is_apart=is_apart,
                )
            )
        is_apart = not bare
        start += len(whole)
    return tuple(found)


def pieces_of(
    line: Line, *, as_head: bool = False, like: tuple[Piece, ...] = ()
) -> tuple[Piece, ...]:
    """The cells of a line: between bars, wide blanks, ' / ', or single blanks around figures.

    Single blanks part a head (`as_head`) word by word, and a row behind the words of its name;
    `like` is the head that rows go with.
    """
    if "|" in line.text:
        return _between(line, re.compile(r"\|"), keeps_empty=True)
    if _BULLET.match(line.text) and not like:
        return (Piece(text=line.text, start=line.start),)
    wide = _between(line, _WIDE)
    if len(wide) > 1 and (not like or len(wide) == len(like)):
        return wide
    named = re.match(r"(?P<name>[^:：/|]{1,30}?)\s[:：]\s(?P<rest>[^|]+)", line.text)
    if named is not None and " / " in named["rest"]:
        at = line.start + named.start("rest")
        rest = Line(text=named["rest"], start=at, end=line.end, is_rule=False, is_apart=False)
        return (Piece(text=named["name"], start=line.start), *_between(rest, _SLASH))
    if " / " in line.text:
        return _between(line, _SLASH)
    if _BULLET.match(line.text):
        return (Piece(text=line.text, start=line.start),)
    return _single(line, as_head=as_head, width=len(like))


_SLASH = re.compile(r"\s/\s")


def _between(
    line: Line, parting: re.Pattern[str], *, keeps_empty: bool = False
) -> tuple[Piece, ...]:
    text, found, at = line.text, list[Piece](), 0
    for match in (*parting.finditer(text), None):
        end = match.start() if match else len(text)
        found.append(Piece(text=text[at:end].strip(), start=line.start + at))
        at = match.end() if match else end
    if not keeps_empty:
        return tuple(one for one in found if one.text)
    if found and not found[0].text:
        found = found[1:]
    if found and not found[-1].text and text.endswith("|"):
        found = found[:-1]
    return tuple(found)


def _single(line: Line, *, as_head: bool, width: int) -> tuple[Piece, ...]:
    """Cells parted by one blank each, where that leaves no doubt which words go together."""
    if as_head:
        words = _APART.sub(r"\1_\2", line.text).split()
        is_prose = line.text.endswith((".", "다", "요", ":")) or len(words) > _LONGEST_HEAD
        if is_prose or any(len(word) > _LONGEST_HEAD for word in words):
            return (Piece(text=line.text, start=line.start),)
        return tuple(Piece(text=word.replace("_", ""), start=line.start) for word in words)
    words = line.text.split()
    figures = 0
    while figures < len(words) and is_figure(words[-1 - figures]):
        figures += 1
    if width:
        figures = min(figures, width - 1) if len(words) > figures else figures
    if not figures:
        return (Piece(text=line.text, start=line.start),)
    name, values = words[: len(words) - figures], words[len(words) - figures :]
    pieces = [Piece(text=" ".join(name), start=line.start)] if name else []
    return (*pieces, *(Piece(text=word, start=line.start) for word in values))


def pairs_in(line: Line) -> tuple[tuple[Piece, Piece], ...]:
    """The pairs of a name and a figure that a whole line consists of; () for any other line."""
    cells = pieces_of(line)
    found: list[tuple[Piece, Piece]] = []
    for cell in cells:
        match = _PAIR.fullmatch(cell.text)
        if match is None or len(cells) < 2 or is_figure(cell.text):
            return ()
        start = cell.start
        found.append(
            (Piece(text=match["name"], start=start), Piece(text=match["figure"], start=start))
        )
    return tuple(found)


def is_figure(text: str) -> bool:
    """Whether a cell holds a figure, or the dash of a figure that is absent."""
    return text in _EMPTY or value_of(text) is not None


def value_of(text: str) -> tuple[str, Decimal, str] | None:
    """A figure as printed, its value, and its own unit ('' for none); None for other words.

    Money in mixed steps ('1조 1,393억 원') is kept as printed, with its worth in won and no unit
    to add.
    """
    bare = text.strip()
    match = _FIGURE.fullmatch(bare)
    if match is not None and not _YEARISH.fullmatch(bare):
        number = match["number"].replace(" ", "")
        sign = -1 if number[0] in _SIGNS else 1
        value = sign * Decimal(number.lstrip(_SIGNS + "+±").replace(",", ""))
        return match["number"], value, match["unit"] or ""
    if not any(char.isdigit() for char in bare) or len(bare) > _LONGEST_HEAD:
        return None
    amounts = corpus.find_amounts(bare)
    if len(amounts) == 1 and amounts[0].krw is not None and amounts[0].comparator is None:
        one = amounts[0]
        if (one.start, one.end) == (0, len(bare)) and one.high_krw is None:
            return bare, Decimal(one.krw or 0), ""
    return None
