"""Rows whose cells only single blanks part: a name and its figures, told by the lines beside them.

Pages that are copied from the web lose what set their cells apart. Such a line alone may be
anything; several of one shape below a head with a word for each column, or below a line that
gives their unit, are rows of a table. What fits neither is left to be read as prose.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from corpus.characters import fold
from corpus.headwords import is_corner, is_index
from corpus.markers import marker_at
from corpus.records import record
from corpus.spaced_cells import Spans, cut_of, ends_in_figure, figures_at_end, head_words, is_year

_MOST_COLUMNS = 30
_LONGEST_ROW = 160  # characters; longer lines are sentences
_LONGEST_NAME = 60  # characters of a row's name
_LONGEST_GROUP = 20  # characters of a heading between rows
_FEWEST_PRICED = 3  # amounts in a list that no line above gives a unit
_MOST_HEADS = 2
_UNIT_LINES = 3  # lines above the rows, empty ones too, in which their unit is printed
_UNIT_BRACKET = re.compile(
    r"[(\[<【]\s?(?:단\s?위\s?[:：]?\s?)?(?:[십백천만억조]{0,3}\s?원|%|명|건|개|개소|곳|점|대|㎡|ha|km|톤"
    r"|가구|세대|천\s?명|만\s?명)(?:\s?[,·/]\s?[가-힣%㎡]{1,4}){0,3}\s?[)\]>】]\s*$"
)
_BULLETS = frozenset("-○●❍ㅇ◦•·□■◇◆▶▷▪※*△▲▽▼①②③④⑤⑥⑦⑧⑨⑩") | {""}  # most lines of plans
_UNIT_COLUMN = re.compile(r"단\s?위")
_UNIT_WORD = re.compile(r"%p?|[가-힣㎡㎥㎢㎍/]{1,5}|[A-Za-z]{1,3}[23²³]?")
_UNIT_SAID = re.compile(r"단\s?위\s?[:：]")
# What stands over columns of figures, and seldom in a line that only names what follows.
_COLUMN = re.compile(
    r"합\s?계|총계|소계|계|증감.*|차이|비교|.*평균|.*[가-힣](?:액|수|률|율|비율|비중)|.*금액|예산.*|결산.*"
    r"|실적|목표|전년.*|금년.*|당해.*|올해|.*\([^()]{1,8}\)|[상하]반기|[1-4]/?4?분기|[1-9]?\d월"
    r"|일반회계|특별회계|국비|[시도군구]비|민자|면적|인구|인원"
)
_SENTENCE_END = re.compile(r"(?:[.!?;:,…\"”’』」]|[가-힣]다)$")
# Whom to call, when, and what pages print about themselves.
_NO_NAME = re.compile(
    r"조회|댓글|추천|좋아요|첨부|이전글|다음글|페이지|글자|등록|작성|게시|수정|입력|승인|전화|연락처|팩스|내선"
    r"|문의|우편번호|주소|제?\d+[조항쪽면](?:\s|$)"
)
_PRICED = re.compile(r"\d\s?(?:[십백천만억조]{1,3}\s?원|[억조])$")


@record(frozen=True, slots=True, kw_only=True)
class SpacedRow:
    """A row in line number `line`: the spans of its cells within that line."""

    line: int
    cells: Spans


@record(frozen=True, slots=True, kw_only=True)
class _Shape:
    """How the rows of a run are cut: how many figures at the end, and a counter at the start.

    `has_unit` says that the word before the figures is the unit of the row.
    """

    figures: int
    is_counted: bool
    has_unit: bool = False

    @property
    def width(self) -> int:
        return 1 + self.figures + self.is_counted + self.has_unit


@record(frozen=True, slots=True, kw_only=True)
class _Line:
    """A line that may be a row: its folded text, and how many figures it ends in."""

    text: str
    figures: int


def spaced_rows(lines: Sequence[str], *, is_table: bool = False) -> tuple[SpacedRow, ...]:
    """The rows of every such table among lines, heads and inner headings too, in order.

    `is_table` says that the lines are known to be of a table, whose unit stands above them. Linear
    in the length of the lines.
    """
    found: list[SpacedRow] = []
    read = [_read(line) for line in lines]
    begin = 0
    while begin < len(lines):
        if read[begin] is None:
            begin += 1
            continue
        end = begin + 1
        while end < len(lines) and (read[end] is not None or _heads_rows(lines, read, end)):
            end += 1
        found += _run(lines, read, begin, end, is_table=is_table)
        begin = end
    return tuple(found)


def _read(line: str) -> _Line | None:
    """A line that is a name with figures behind it; None for any other."""
    if len(line) > _LONGEST_ROW or not line or line.lstrip()[:1] in _BULLETS:
        return None
    if not ends_in_figure(line) or "|" in line:
        return None
    folded = fold(line)
    bare = folded.strip()
    if " / " in bare or " : " in bare or _NO_NAME.match(bare):
        return None
    figures = figures_at_end(folded)
    if not figures or all(is_year(folded[start:end]) for start, end in figures[-2:]):
        return None  # years are a head, or a date
    first = len(folded) - len(folded.lstrip())
    if marker_at(folded, first, len(folded)) is not None and not _is_counter(bare.split()[0]):
        return None
    name = folded[: figures[0][0]].strip()
    is_name = len(name) <= _LONGEST_NAME and not _SENTENCE_END.search(name)
    if not name and len(figures) < 2:
        return None
    return _Line(text=folded, figures=len(figures)) if is_name else None


def _is_counter(word: str) -> bool:
    return re.fullmatch(r"\d{1,3}[.)]?", word) is not None


def _heads_rows(lines: Sequence[str], read: Sequence[_Line | None], at: int) -> bool:
    """Whether a line without figures heads some of the rows that stand around it."""
    bare = lines[at].strip()
    is_short = 0 < len(bare) <= _LONGEST_GROUP and at + 1 < len(lines)
    # Of two words and more it is as likely the head of the next table.
    if not is_short or read[at + 1] is None or re.search(r"[\d\s]", bare):
        return False
    return marker_at(bare, 0, len(bare)) is None and not _SENTENCE_END.search(bare)


def _run(
    lines: Sequence[str], read: Sequence[_Line | None], begin: int, end: int, *, is_table: bool
) -> list[SpacedRow]:
    if begin > 1 and _heads_rows(lines, read, begin - 1) and _head(fold(lines[begin - 2]), 0):
        begin -= 1  # a heading of the first rows, right below the head
    rows = [one for one in read[begin:end] if one is not None]
    counts = Counter(one.figures for one in rows)
    above = _heads_above(lines, begin)
    for figures in sorted(counts, key=lambda many: (counts[many], many), reverse=True):
        for shape in _shapes(rows, figures):
            heads = _heads(above, shape)
            if heads and _is_headed(heads[-1], rows, shape):
                return _cut(lines, [one.row for one in heads], begin, end, shape)
    if len(rows) < 2:
        return []
    corner = [one.row for one in above[-1:] if is_corner(one.words[0])]
    first = corner[0].line if corner else begin
    if not is_table and not _is_unit_above(lines, first) and not _is_priced(rows):
        return []
    most = max(counts, key=lambda many: (counts[many], -many))
    shape = next(one for one in _shapes(rows, most) if not one.has_unit)
    return _cut(lines, corner, begin, end, shape)


def _shapes(rows: Sequence[_Line], figures: int) -> list[_Shape]:
    """The ways in which rows can be cut that have this many figures at their end."""
    firsts = [one.text.split()[0] for one in rows]
    is_counted = len(rows) > 1 and all(
        _is_counter(word) and int(word.rstrip(".)")) == order
        for order, word in enumerate(firsts, start=1)
    )
    are_units = all(_has_unit(one, figures) for one in rows)
    return [
        _Shape(figures=figures, is_counted=counted, has_unit=has_unit)
        for counted in dict.fromkeys((is_counted, False))
        for has_unit in dict.fromkeys((are_units, False))
    ]


def _has_unit(row: _Line, figures: int) -> bool:
    """Whether a word that may be a unit stands before the figures of a row."""
    first = figures_at_end(row.text)[-figures:][0][0]
    words = row.text[:first].split()
    return len(words) > 1 and _UNIT_WORD.fullmatch(words[-1]) is not None


@record(frozen=True, slots=True, kw_only=True)
class _Head:
    """A folded line that may be a head, with the spans of its headings."""

    text: str
    row: SpacedRow

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(self.text[start:end] for start, end in self.row.cells)


def _heads_above(lines: Sequence[str], begin: int) -> list[_Head]:
    """The lines right above the rows that may be heads, the nearest last; a unit is none."""
    found: list[_Head] = []
    for at in range(begin - 1, max(-1, begin - 2 - _MOST_HEADS), -1):
        head = _head(fold(lines[at]), at)
        if head is not None:
            found.append(head)
        elif found or not _UNIT_SAID.search(lines[at]):
            break
        if len(found) == _MOST_HEADS:
            break
    return found[::-1]


def _head(line: str, at: int) -> _Head | None:
    bare = line.strip()
    if not bare or len(bare) > _LONGEST_ROW or _UNIT_SAID.search(bare) or "|" in bare:
        return None
    if marker_at(bare, 0, len(bare)) is not None or _SENTENCE_END.search(bare):
        return None
    cells = head_words(line)
    figures = figures_at_end(line)
    if not 1 < len(cells) <= _MOST_COLUMNS or not all(is_year(line[a:b]) for a, b in figures):
        return None
    return _Head(text=line, row=SpacedRow(line=at, cells=cells))


def _heads(above: Sequence[_Head], shape: _Shape) -> list[_Head]:
    """The heads that fit the shape: one with a word for each column, and one that spans it."""
    if not above:
        return []
    fitted = _fitted(above[-1], shape)
    if fitted is None:
        return []
    if len(above) > 1 and len(fitted.words) == shape.figures and is_corner(above[-2].words[0]):
        spans = len(above[-2].words) - 1
        if 0 < spans < shape.figures and shape.figures % spans == 0:
            return [above[-2], fitted]
    return [fitted]


def _fitted(head: _Head, shape: _Shape) -> _Head | None:
    """The head with as many words as the shape has columns, or all but the corner."""
    widths = {shape.width, shape.figures}
    if len(head.words) in widths:
        return head
    for joined in (_with_years(head), _up_to_units(head)):
        if len(joined) in widths:
            return _Head(text=head.text, row=SpacedRow(line=head.row.line, cells=joined))
    return None


def _with_years(head: _Head) -> Spans:
    """The headings with each year before the word behind it: '2023년 예산 | 2024년 예산'."""
    joined: list[tuple[int, int]] = []
    is_open = False
    for word, (start, end) in zip(head.words, head.row.cells, strict=True):
        if is_open and not is_year(word):
            joined[-1], is_open = (joined[-1][0], end), False
        else:
            joined.append((start, end))
            is_open = is_year(word)
    return tuple(joined)


def _up_to_units(head: _Head) -> Spans:
    """The headings behind the corner, each with all words up to its unit: '처리 건수(건)'."""
    joined = [head.row.cells[0]]
    is_open = False
    for word, (start, end) in zip(head.words[1:], head.row.cells[1:], strict=True):
        if is_open:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
        is_open = not word.endswith(")")
    return tuple(joined) if not is_open else ()


def _is_headed(head: _Head, rows: Sequence[_Line], shape: _Shape) -> bool:
    """Whether the rows below a head have as many figures as it has columns for them."""
    if shape.is_counted and not is_index(head.words[0]):
        return False
    names = head.words[: -shape.figures]
    if shape.has_unit != (len(names) > 1 and _UNIT_COLUMN.fullmatch(names[-1]) is not None):
        return False
    full = sum(one.figures >= shape.figures for one in rows)
    if 2 * full <= len(rows):
        return False
    if is_corner(head.words[0]):
        return full > (shape.figures == 1)
    columns = head.words[-shape.figures :]
    is_told = any(is_year(one) or _COLUMN.fullmatch(one) for one in columns)
    return shape.figures > 1 and full > 1 and is_told


def _is_unit_above(lines: Sequence[str], begin: int) -> bool:
    """Whether the nearest line above, but for an empty one, ends in a unit: '국비 요구 (억 원)'."""
    printed = [line for line in lines[max(0, begin - _UNIT_LINES) : begin] if line.strip()]
    return bool(printed) and _UNIT_BRACKET.search(printed[-1]) is not None


def _is_priced(rows: Sequence[_Line]) -> bool:
    """Whether lines are a list of sums, each with its unit."""
    if len(rows) < _FEWEST_PRICED:
        return False
    last = [one.text.rstrip().partition("(")[0].rstrip() for one in rows]
    return all(_PRICED.search(one) for one in last)


def _cut(
    lines: Sequence[str], heads: Sequence[SpacedRow], begin: int, end: int, shape: _Shape
) -> list[SpacedRow]:
    found = list(heads)
    for at in range(begin, end):
        cells = cut_of(
            fold(lines[at]),
            shape.figures,
            is_counted=shape.is_counted,
            has_unit=shape.has_unit,
        )
        found.append(SpacedRow(line=at, cells=cells))
    return found
