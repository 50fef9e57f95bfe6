"""Rated rows: a grade printed behind what it is of, while 등급 stands in the label or above it.

'종합등급 - 다'; '민원 만족도 가' below '구분 등급'; '2031년 라 / 2032년 다' below '연도별 등급'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from corpus.characters import fold
from corpus.facts.draft import Draft, one_value
from corpus.facts.labels import clean_name, join_names
from corpus.facts.statements import Statement
from corpus.facts.verdicts import evaluation_above
from corpus.facts.years import year_context
from corpus.moments import full_year
from corpus.types import FactKind, Phase

_LETTER = r"['\"]?(?P<grade>[가나다라마]|SA|[SA-E][+-]?)['\"]?(?![가-힣A-Za-z])"
_NUMBERING = r"(?:\d{1,2}[.)]|[가-하][.)]|[○❍●•·□■◆▲△▷▶*-])\s?"
_LABELLED = re.compile(
    rf"\s*(?:{_NUMBERING})?(?P<name>[가-힣A-Za-z0-9·,\s()]{{0,40}}?등급)\s?[-–:=]\s?{_LETTER}(?:\s?등급)?\s*"
)
_ROW = re.compile(
    rf"\s*(?:{_NUMBERING})?(?P<name>[가-힣A-Za-z0-9·,\s()]{{2,40}}?[가-힣)])\s?(?:\s|[-–:=|/])\s?{_LETTER}\s*"
)
_YEARS = re.compile(rf"\s*(?P<year>(?:19|20)\d\d|'\d\d)\s?[.년]?\s*[-–:=|]?\s*{_LETTER}\s*")
_PARTED = re.compile(r"\s?[/,·→|]\s?|\s{2,}")
_GRADES_ABOVE = re.compile(r"등급|평가\s?결과")
_HEAD_WORDS = re.compile(
    r"(?:구\s?분|항\s?목|분\s?야|연\s?도별?|종합)\s?|[·/|]|\s?등급\s?|\d[.)]\s?"
)
_LONGEST = 90  # characters
_LEVELS = 2  # headings above a row in which 등급 may stand


def rated_rows(statement: Statement) -> Iterator[Draft]:
    """The grades of a line that leaves 등급 to its label, its column or its heading to say."""
    text = fold(statement.text)
    if len(text) > _LONGEST or "\n" in text.strip():
        return
    labelled = _LABELLED.fullmatch(text)
    if labelled is not None:
        yield _draft(statement, labelled, 0, clean_name(labelled["name"]))
        return
    above = statement.passage.heading_path[-_LEVELS:]
    if not any(_GRADES_ABOVE.search(one) for one in above):
        return
    yearly = list(_yearly(text))
    if yearly:
        kind = _HEAD_WORDS.sub(" ", above[-1]).strip()
        for match, at in yearly:
            found = _draft(statement, match, at, join_names(clean_name(kind), "등급"))
            yield _in_year(found, full_year(int(match["year"].lstrip("'"))))
        return
    row = _ROW.fullmatch(text)
    if row is not None:
        yield _draft(statement, row, 0, clean_name(row["name"]))


def _yearly(text: str) -> Iterator[tuple[re.Match[str], int]]:
    """The years of a line with the grade of each, and where each begins; none unless all are so."""
    found: list[tuple[re.Match[str], int]] = []
    at = 0
    for gap in (*_PARTED.finditer(text), None):
        end = gap.start() if gap else len(text)
        match = _YEARS.fullmatch(text[at:end])
        if match is None:
            return
        found.append((match, at))
        at = gap.end() if gap else end
    yield from found


def _draft(statement: Statement, match: re.Match[str], at: int, name: str) -> Draft:
    year, flags = year_context(statement).year_at(statement.text, at + match.start("grade"))
    general = evaluation_above(statement)
    value = f"{match['grade']}등급"
    return Draft(
        statement=statement,
        kind=FactKind.EVALUATION,
        name=name if general and general in name else join_names(general, name),
        raw_text=statement.text[at + match.start("grade") : at + match.end("grade")],
        value=value,
        values=one_value(year, value, Phase.ACTUAL),
        unit="등급",
        fiscal_year=year,
        flags=flags,
    )


def _in_year(draft: Draft, year: int) -> Draft:
    values = tuple(replace(one, year=year) for one in draft.values)
    return replace(draft, fiscal_year=year, values=values, flags=())
