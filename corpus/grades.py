"""Grades, ranks and awards: ‘가’등급, 나등급, 2등급, SA등급, 1위, 최우수."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LETTER = re.compile(
    r"(?P<open>['\"“(「『<]?)(?:(?<![가-힣])|(?<=['\"“(「『<]))(?P<letter>[가나다라마바사])(?P<close>['\"”)」』>]?) ?등급(?!별|제|화|표)"
)
_LATIN = re.compile(
    r"(?P<open>['\"“(]?)(?<![A-Za-z0-9])(?P<letter>[SABCDEF]{1,3}[+\-]?)(?P<close>['\"”)]?) ?등급(?!별|제|화|표)"
)
_NUMBER = re.compile(r"(?<![0-9A-Za-z.,~\-])(?P<number>[1-9][0-9]?) ?등급(?!별|제|화|표| ?\(?가 ?[~-])")
_RANK = re.compile(
    r"(?<![0-9A-Za-z.,\-])(?P<number>[1-9][0-9]{0,3})(?P<unit>위(?!원|반|험|치|탁|생|한|해|기|법|임|촉|상|주)|등(?!급|록|산|교|재|하|과|의|을|이 |본|기|장|대|개))"
)
_COUNT_BEFORE = re.compile(r"(?:총|전체|모두|전) ?$")
_AWARD = re.compile(r"(?<![가-힣])(?P<award>최우수|우수(?= ?(?:기관|등급|지자체|자치단체|기초)(?:으로|에|로|$|[ ,.)’'”]))|장려상|우수상)(?!사례)")
_BRACKETED = re.compile(r"(?<=등급\()(?P<award>최우수|우수|보통|미흡|아주 ?미흡|양호|탁월)(?=\))")
_MOVE_AFTER = re.compile(r" ?(?:상승|하락|올|내|향상|개선)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """A grade, rank or award at text[start:end] == raw.

    `grade` is what is graded ('가', '2', 'SA', '최우수'), `kind` 'letter' (가, SA), 'number' (2등급),
    'rank' (1위) or 'award' (최우수). `is_best` is True or False where the scale is known from the
    language (가, 1, 최우수 stand first), None for Latin letters. The flag 'ambiguous' marks 2등급 상승:
    up to grade 2, or up by two.
    """

    start: int
    end: int
    raw: str
    grade: str
    kind: str
    is_best: bool | None
    flags: tuple[str, ...] = ()


def find_grades_in(text: str, folded: str) -> Iterator[Grade]:
    """Every grade of a text, given with its folded form (same length)."""
    for match in _LETTER.finditer(folded):
        yield _grade(text, match, "letter", match["letter"], is_best=match["letter"] == "가")
    for match in _LATIN.finditer(folded):
        yield _grade(text, match, "letter", match["letter"], is_best=None)
    for match in _NUMBER.finditer(folded):
        if not _COUNT_BEFORE.search(folded[max(0, match.start() - 4) : match.start()]):
            flags = ("ambiguous",) if _MOVE_AFTER.match(folded, match.end()) else ()
            number = match["number"]
            yield _grade(text, match, "number", number, is_best=number == "1", flags=flags)
    for match in _RANK.finditer(folded):
        yield _grade(text, match, "rank", match["number"], is_best=match["number"] == "1")
    for pattern in (_AWARD, _BRACKETED):
        for match in pattern.finditer(folded):
            award = match["award"].replace(" ", "")
            best = award in {"최우수", "탁월"} or None
            yield _grade(text, match, "award", award, is_best=best or False)


def _grade(
    text: str,
    match: re.Match[str],
    kind: str,
    grade: str,
    *,
    is_best: bool | None,
    flags: tuple[str, ...] = (),
) -> Grade:
    start, end = match.span()
    groups = match.groupdict()
    if groups.get("open") and not groups.get("close"):
        start += len(groups["open"])
    return Grade(
        start=start, end=end, raw=text[start:end], grade=grade, kind=kind, is_best=is_best, flags=flags
    )
