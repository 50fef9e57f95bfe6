"""Pairs of a name and a figure that one line lists: '시정 70 | 주의 39', '복지 26.3 / 환경 11.2'.

What the columns of a small table held is often set down so. Each pair is a row of its own, whose
unit stands before the pairs, above the line, or in the total above it that the pairs add up to.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.characters import fold
from corpus.headwords import is_corner
from corpus.markers import marker_at
from corpus.records import record
from corpus.sentences import trimmed
from corpus.spaced_cells import figures_at_end, is_year

Span = tuple[int, int]

_BAR = re.compile(r"\s\|\s")
_SLASH = re.compile(r"\s/\s")
_FEWEST = {_BAR: 2, _SLASH: 3}  # pairs in a line; two things may stand around a slash in any
_LONGEST = 600  # characters of a line
_LONGEST_NAME = 40
# What is said of all pairs stands before the first, and ends in their unit.
_LEAD = re.compile(
    r"(?P<lead>[^()]{1,40}\((?:%|[가-힣]{1,3}|[십백천만억]{1,2}\s?원)\)\s?[:：]?)\s(?=\S)"
)
_LETTERS = re.compile(r"[가-힣A-Za-z]{2}")
# What pages print about themselves, and dates.
_NO_NAME = re.compile(
    r"조회|댓글|추천|좋아요|첨부|이전|다음|페이지|글자|등록|작성|게시|수정|입력|승인|공개일|전화|연락처|팩스|내선"
    r"|문의|우편|주소|기사|뉴스|지면|\d+$"
)
_ABSENT = re.compile(r"\s(?:없음|-)$")
_GRADE = re.compile(r"'?(?:[가-마]|[SABCDE]{1,2}[+-]?|[1-9])'?(?:\s?등급)?|최우수|우수|보통|미흡")
_FEWEST_KEYED = 3  # a head and two rows


@record(frozen=True, slots=True, kw_only=True)
class Pairs:
    """The pairs of one line: the span of what stands before them, and of each name and figure."""

    lead: Span | None
    pairs: tuple[tuple[Span, Span], ...]
    has_bare: bool


def pairs_of(line: str) -> Pairs | None:
    """The pairs that a whole line consists of; None for any other line.

    `has_bare` says that a figure prints no unit of its own.
    """
    part = _BAR if " | " in line else _SLASH if " / " in line else None
    if part is None or len(line) > _LONGEST:
        return None
    folded = fold(line)
    first, last = trimmed(folded, 0, len(folded))
    if marker_at(folded, first, last) is not None or folded[first:last].startswith("|"):
        return None
    lead = _LEAD.match(folded, first, last)
    begin = lead.end() if lead is not None else first
    spans: list[Span] = []
    for match in part.finditer(folded, begin, last):
        spans.append((begin, match.start()))
        begin = match.end()
    spans.append((begin, last))
    pairs = [_pair(folded, *span) for span in spans]
    found = [one for one in pairs if one is not None]
    if len(found) < _FEWEST[part] or len(found) < len(pairs):
        return None
    figures = [folded[start:end] for _, (start, end) in found]
    if not any(figure[-1].isdigit() for figure in figures) and part is _SLASH:
        return None  # each says its unit and is understood by itself
    return Pairs(
        lead=(first, trimmed(folded, first, lead.end())[1]) if lead is not None else None,
        pairs=tuple(found),
        has_bare=any(figure[-1].isdigit() for figure in figures),
    )


def _pair(line: str, start: int, end: int) -> tuple[Span, Span] | None:
    start, end = trimmed(line, start, end)
    figures = figures_at_end(line[start:end])
    absent = _ABSENT.search(line, start, end)
    if absent is not None:
        cut = (absent.start() + 1, end)
    elif len(figures) == 1:
        cut = (start + figures[0][0], start + figures[0][1])
    else:
        return None
    name = trimmed(line, start, cut[0])
    words = line[slice(*name)]
    is_name = 0 < len(words) <= _LONGEST_NAME and _LETTERS.search(words) is not None
    if not is_name or _NO_NAME.search(words) or is_year(line[slice(*cut)]):
        return None
    return name, cut


def keyed_rows(lines: Sequence[str]) -> tuple[tuple[int, tuple[Span, Span]], ...]:
    """The lines, and their two cells, of tables that one slash cuts below a corner: 구분 / 등급.

    A lone slash stands in any line; these have a corner above, and a figure or a grade behind it.
    """
    found: list[tuple[int, tuple[Span, Span]]] = []
    begin = 0
    while begin < len(lines):
        cells = _keyed(lines[begin])
        if cells is None or not is_corner(lines[begin][slice(*cells[0])]):
            begin += 1
            continue
        run = [(begin, cells)]
        end = begin + 1
        while end < len(lines) and (row := _keyed(lines[end])) and _is_value(lines[end], row[1]):
            run.append((end, row))
            end += 1
        if len(run) >= _FEWEST_KEYED:
            found += run
        begin = end
    return tuple(found)


def _keyed(line: str) -> tuple[Span, Span] | None:
    if line.count(" / ") != 1 or len(line) > _LONGEST_NAME * 2 or "|" in line:
        return None
    at = line.index(" / ")
    left, right = trimmed(line, 0, at), trimmed(line, at + 3, len(line))
    return (left, right) if left[0] < left[1] and right[0] < right[1] else None


def _is_value(line: str, span: Span) -> bool:
    words = fold(line[slice(*span)])
    return _GRADE.fullmatch(words) is not None or figures_at_end(f"- {words}") != ()
