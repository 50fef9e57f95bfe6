"""What one cell of a table holds: nothing, a year, a date, a figure or words."""

from __future__ import annotations

import re
from enum import StrEnum

from corpus.characters import fold
from corpus.counters import counter_at
from corpus.records import record

LONGEST_FIGURE = 60
"""Characters of a cell that is looked at as a figure; longer ones hold words."""


class CellKind(StrEnum):
    """What a cell holds."""

    EMPTY = "empty"
    YEAR = "year"
    DATE = "date"
    FIGURE = "figure"
    WORDS = "words"


@record(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell at text[start:end]; `is_merged` says that it stands in a row above and spans down."""

    start: int
    end: int
    text: str
    kind: CellKind
    is_merged: bool = False


_ABSENT = re.compile(
    r"[-~·.…\s]*|(?i:n/?a)|해당\s?(?:사항\s?)?없음|없음|미정|미상|미집계|비공개|추후\s?결정"
)
_YEAR = re.compile(r"\(?(?:(?:19|20)\d\d|'\d\d)\s?\.?\s?(?:년도?)?\)?")
# 2031 예산액, 2029년 결산: the year of a heading, where no unit stands behind it (2031명).
_YEAR_AND_WORDS = re.compile(r"(?:19|20)\d\d(?=\s?[가-힣])")
_MONEY = re.compile(r"\s?(?:[십백천만억조]|원(?![가-힣]))")
_DATE_ENDS = frozenset("0123456789.년월일초중말기)~지터 ")
# A year and more, or two of them joined: 2021년 12월, '21. 3. ~ '22. 5., 2021-03-02.
_MOMENT = (
    r"(?:(?:19|20)\d\d|'\d\d)\s?[.년/-]?(?:\s?\d{1,2}\s?[.월일/-]?){0,2}"
    r"(?:\s?(?:말|초|중|상반기|하반기))?"
)
_MOMENT_END = rf"(?:{_MOMENT}|(?:\d{{1,2}}\s?[.월일]?\s?){{1,2}})"
_DATE = re.compile(rf"\(?{_MOMENT}\s?(?:[~-]\s?{_MOMENT_END}?)?\)?(?:까지|부터)?")
BARE_NUMBER = re.compile(
    r"(?P<open>\()?\s?(?P<sign>\(-\)|[△▲▼+-])?(?P<gap>\s?)"
    r"(?P<digits>[0-9]++(?:,[0-9]++)*+(?:\.[0-9]++)?+)\s?(?P<close>\))?"
)
"""A number that prints no unit, in folded text: 1,234 · △12.5 · (-)3 · (45)."""
BRACKETED = re.compile(r"(?P<main>[^()]{1,40}?)\s?\((?P<inside>[^()]{1,20})\)")
"""A number with another behind it in brackets: 8,413 (5.41%)."""
# Numbers that tell which one ('1분기', '3월', '20대', '2층') head rows and columns.
_FIGURE = re.compile(
    r"(?:약|총)?\s?(?:\(-\)|[△▲▼+-])?\s?"
    r"(?:[0-9]++(?:,[0-9]++)*+\s?[조억만]\s?(?=[0-9])){0,3}"  # 2조 2,467억 원
    r"[0-9]++(?:,[0-9]++)*+(?:\.[0-9]++)?+\s?"
    r"(?!(?:분기|반기|월|년|일|차|급|층|대|기|호|단계|주차|세대|학년|등급|위|번)(?![가-힣]))"
    r"(?:[%‰℃㎡㎥㎢㎞㎏A-Za-z][%A-Za-z0-9²³/]{0,7}|[가-힣]{1,5}(?:\s?원)?)"
    r"(?:\s?(?:이상|이하|미만|초과|이내|한도|[↑↓]))?"
)


def cell_kind(text: str) -> CellKind:
    """Tell what a cell holds; a dash is nothing, `2021` alone is a year, `1분기` is words."""
    words = fold(text).strip()
    if len(words) > LONGEST_FIGURE:
        return CellKind.WORDS
    if _ABSENT.fullmatch(words):
        return CellKind.EMPTY
    if _YEAR.fullmatch(words):
        return CellKind.YEAR
    if words[-1:] in _DATE_ENDS and _DATE.fullmatch(words):
        return CellKind.DATE
    bracketed = BRACKETED.fullmatch(words)
    if bracketed is not None:
        return cell_kind(bracketed["main"])
    if BARE_NUMBER.fullmatch(words) or (_FIGURE.fullmatch(words) and not _is_dated(words)):
        return CellKind.FIGURE
    return CellKind.WORDS


def _is_dated(words: str) -> bool:
    """Whether words begin with a year and go on with what is no unit."""
    year = _YEAR_AND_WORDS.match(words)
    if year is None or _MONEY.match(words, year.end()):
        return False
    return counter_at(words, year.end()) is None
