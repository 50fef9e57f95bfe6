"""Value lines: short unmarked lines that give a grade or a day each, and are no headings.

A table of grades and a list of days lose their rules on the way through a web page; what is left
looks like headings with nothing below them ('민원 만족도 가', '9. 4. 도시국').
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_GRADE = r"['‘]?(?:[가나다라마]|SA|[SA-E][+-]?|[1-5]\s?등급)['’]?(?:\s?등급)?"
_GRADED = re.compile(rf"\S.*[가-힣)](?:\s+|\s?[-–:=|/]\s?){_GRADE}")
_DATED = re.compile(
    r"(?P<month>1[0-2]|[1-9])\s?\.\s?(?P<day>3[01]|[12]\d|[1-9])\s?\.?\s?(?P<weekday>\([월화수목금토일]\))?\s+\S"
)
_FEWEST = 2
LONGEST = 60  # characters


def value_lines(lines: Sequence[str | None]) -> frozenset[int]:
    """Which of the lines give a grade or a day; None stands for a line that is out of question.

    A grade counts only beside another one. 'M. D.' is a day, unless it goes on with a numbering
    that began with 'M. 1.'.
    """
    return frozenset({*_graded(lines), *_dated(lines)})


def _graded(lines: Sequence[str | None]) -> list[int]:
    found: list[int] = []
    run: list[int] = []
    for number, line in enumerate((*lines, None)):
        if line is not None and len(line) <= LONGEST and _GRADED.fullmatch(line.strip()):
            run.append(number)
            continue
        found += run if len(run) >= _FEWEST else []
        run = []
    return found


def _dated(lines: Sequence[str | None]) -> list[int]:
    found: list[int] = []
    numbered: set[tuple[int, int]] = set()
    for number, line in enumerate(lines):
        match = _DATED.match(line.strip()) if line is not None and len(line) <= LONGEST else None
        if match is None:
            continue
        month, day = int(match["month"]), int(match["day"])
        is_numbering = day == 1 or (month, day - 1) in numbered
        if is_numbering and not match["weekday"]:
            numbered.add((month, day))
        else:
            found.append(number)
    return found
