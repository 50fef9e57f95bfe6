"""Grades, ranks and awards: ‘가’등급, 나등급, 2등급, SA등급, 1위, 최우수."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_WORD = re.compile(r"등급(?!별|제|화|표)")
_LETTER = re.compile(
    r"(?P<open>['\"“(「『<])(?P<quoted>[가나다라마바사]|[SABCDEF]{1,3}[+-]?)['\"”)」』>] ?$"
    r"|(?<![가-힣])(?P<letter>[가나다라마바사]) ?$"
    r"|(?<![A-Za-z0-9])(?P<latin>[SABCDEF]{1,3}[+-]?) ?$"
    r"|(?<![0-9A-Za-z.,~-])(?P<number>[1-9][0-9]?) ?$"
)
_BEFORE = 8  # characters: a quoted letter with its blanks, or 전체 and a number
_LEVELS_AFTER = re.compile(r" ?\(?가 ?[~-]")
_RANK = re.compile(
    r"(?P<number>[1-9](?<![0-9A-Za-z.,\-].)[0-9]{0,3})(?P<unit>위(?!원|반|험|치|탁|생|한|해"
    r"|기|법|임|촉|상|주)|등(?!급|록|산|교|재|하|과|의|을|이 |본|기|장|대|개))"
)
_COUNT_BEFORE = re.compile(r"총 ?$")
_AWARD = re.compile(
    r"(?<![가-힣])(?P<award>최우수|우수(?= ?(?:기관|등급|지자체|자치단체|기초)(?:으로|에"
    r"|로|$|[ ,.)’'”]))|장려상|우수상)(?!사례)"
)
_BRACKETED = re.compile(r"(?<=등급\()(?P<award>최우수|우수|보통|미흡|아주 ?미흡|양호|탁월)(?=\))")
_MOVE_AFTER = re.compile(r" ?(?:상승|하락|올|내|향상|개선)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """A grade, rank or award at text[start:end] == raw.

    `grade` is the grade itself ('가', '2', 'SA', '최우수'); `kind` is 'letter' (가, SA),
    'number' (2등급), 'rank' (1위) or 'award' (최우수). `is_best` is True or False where the
    language fixes the scale (가, 1 and 최우수 stand first), None for Latin letters. The flag
    'ambiguous' marks 2등급 상승: up to grade 2, or up by two.
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
    has_grade = "등급" in folded
    for word in _WORD.finditer(folded) if has_grade else ():
        grade = _graded(text, folded, word)
        if grade:
            yield grade
    for match in _RANK.finditer(folded) if "위" in folded or "등" in folded else ():
        rank = match["number"]
        yield _grade(text, match.start(), match.end(), "rank", rank, is_best=rank == "1")
    has_award = "우수" in folded or "장려상" in folded
    for pattern, is_possible in ((_AWARD, has_award), (_BRACKETED, has_grade)):
        for match in pattern.finditer(folded) if is_possible else ():
            award = match["award"].replace(" ", "")
            is_best = award in {"최우수", "탁월"}
            yield _grade(text, match.start(), match.end(), "award", award, is_best=is_best)


def _graded(text: str, folded: str, word: re.Match[str]) -> Grade | None:
    """The grade that 등급 closes, None where it counts levels (총 5등급) or names none."""
    near = max(0, word.start() - _BEFORE)
    match = _LETTER.search(folded[near : word.start()])
    if match is None:
        return None
    start, end = near + match.start(), word.end()
    number, letter = match["number"], match["quoted"] or match["letter"] or match["latin"]
    if number is None:
        is_best = letter == "가" if letter >= "가" else None
        return _grade(text, start, end, "letter", letter, is_best=is_best)
    if _COUNT_BEFORE.search(folded[max(0, start - 4) : start]) or _LEVELS_AFTER.match(folded, end):
        return None
    flags = ("ambiguous",) if _MOVE_AFTER.match(folded, end) else ()
    return _grade(text, start, end, "number", number, is_best=number == "1", flags=flags)


def _grade(
    text: str,
    start: int,
    end: int,
    kind: str,
    grade: str,
    *,
    is_best: bool | None,
    flags: tuple[str, ...] = (),
) -> Grade:
    return Grade(
        start=start,
        end=end,
        raw=text[start:end],
        grade=grade,
        kind=kind,
        is_best=is_best,
        flags=flags,
    )
