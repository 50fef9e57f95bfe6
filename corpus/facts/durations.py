"""Durations: how many days a service takes, which is a figure, and no length of a meeting.

'민원 58,214건을 평균 3.2일 만에 처리했다', '인허가 처리 기간은 평균 7.5일로 줄었다', and behind the
first '전년보다 0.9일 줄어든 것이다'.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.characters import fold
from corpus.facts.draft import Draft, one_value
from corpus.facts.labels import label_before
from corpus.facts.noun_phrases import is_noun_phrase
from corpus.facts.statements import Statement
from corpus.facts.years import PREVIOUS_YEAR, YearContext, year_context
from corpus.numerals import find_numerals
from corpus.types import FactKind

_DAYS, _TIME = "일", "기간"
_DEED = r"(?P<deed>처리|해결|발급|답변|회신|지급|심사|허가|승인|검토|완료|마무리|보수|복구)"
_WITHIN = re.compile(rf"일\s?(?:만에|안에|내에)\s(?:[가-힣]{{1,6}}\s)?{_DEED}")
_ON_AVERAGE = re.compile(r"(?P<average>평균|보통)\s(?:약\s)?$")
_TAKES = re.compile(
    r"(?:은|는|이|가)\s(?:(?:올해|지난해|작년|(?:19|20)\d\d년|평균|약|보통)\s){0,3}$"
)
_TAKEN = re.compile(
    r"일(?:로|으로|이다|이었|이며|이고|에서|에\s불과|까지|(?=[,.]))|일\s?(?:걸|소요|만큼)"
)
_MEASURE = re.compile(
    r"(?:처리|심사|발급|소요|대기|심의|검토|허가|인허가|답변|회신|단축|지급)\s?(?:기간|일수|기일)$"
)
_COUNT = re.compile(
    r"\s?(?:총\s|모두\s)?\d[\d,]*\s?[건명개](?:을|를|은|는)?\s?$|(?:을|를|은|는)\s?$"
)
_MOVED = re.compile(
    r"일(?:이나|이|가|을)?\s?(?:더\s)?(?:(?P<down>줄|짧|빨라|단축|앞당|감소)|(?P<up>늘|길|늦|증가))"
)
_SINCE = re.compile(
    r"(?:전년도?|지난해|작년|(?:19|20)\d\d년)(?:보다|\s?대비|에\s비해)\s(?:평균\s)?$"
)
_NEAR, _BEFORE = 60, 160  # characters before a figure, and of the sentences before its own


def durations(statement: Statement, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of one statement with the days that a service takes."""
    found = list(drafts)
    text = fold(statement.text)
    if _DAYS not in text or statement.is_row:
        return found
    for one in find_numerals(text):
        if one.value is None or not text.startswith(_DAYS, one.end):
            continue
        flags: tuple[str, ...] = ()
        if not (name := _service(statement, text, one.start, one.end)):
            if _SINCE.search(text, max(0, one.start - _NEAR), one.start) is None:
                continue
            moved = _MOVED.match(text, one.end)
            of = _before(statement) if moved else ""
            if not moved or not of:
                continue
            name = f"{of} {'감소' if moved['down'] else '증가'}"
            flags = ("change", "decrease" if moved["down"] else "increase")
        if not is_noun_phrase(name) or any(draft.at == one.start for draft in found):
            continue
        year, told = _year(year_context(statement), statement.text, one.start, flags)
        found.append(
            Draft(
                statement=statement,
                kind=FactKind.STATISTIC,
                name=name,
                raw_text=statement.text[one.start : one.end + 1],
                value=one.value,
                values=one_value(year, one.value),
                unit=_DAYS,
                fiscal_year=year,
                flags=(*told, *flags),
                at=one.start,
            )
        )
    return found


def _year(
    context: YearContext, text: str, at: int, change: tuple[str, ...]
) -> tuple[int | None, tuple[str, ...]]:
    """The year of a time that something takes; of a change, that of what changed."""
    year, flags = context.year_at(text, at)
    if change and year is not None and (PREVIOUS_YEAR in flags or year != context.fallback):
        return context.fallback, ()
    return year, flags


def _service(statement: Statement, text: str, start: int, end: int) -> str:
    """What takes the days at text[start:end], as the name of that time; '' where none is told."""
    near = max(0, start - _NEAR)
    average = _ON_AVERAGE.search(text, near, start)
    within = _WITHIN.match(text, end)
    if average and within:
        return _named(text, near, average.start(), average["average"], within["deed"])
    takes = _TAKES.search(text, near, start)
    if takes is None or _TAKEN.match(text, end) is None:
        return ""
    name = label_before(statement.text, near, takes.start())
    return name if _MEASURE.search(name) else ""


def _named(text: str, begin: int, end: int, average: str, deed: str) -> str:
    """The time that a deed takes, behind that to which it is done, which may be counted."""
    counted = _COUNT.search(text, begin, end)
    of = label_before(text, begin, counted.start()) if counted else ""
    words = of if of.endswith(deed) else f"{of} {deed}"
    return f"{words} {average} {_TIME}" if of else ""


def _before(statement: Statement) -> str:
    """The time that the sentence right before a statement tells, '' for none."""
    passage = statement.passage
    until = max(0, statement.start - passage.start)
    text = fold(passage.text[max(0, until - _BEFORE) : until])
    for one in reversed(list(find_numerals(text))):
        if not text.startswith(_DAYS, one.end):
            continue
        average = _ON_AVERAGE.search(text, max(0, one.start - _NEAR), one.start)
        within = _WITHIN.match(text, one.end)
        if average and within:
            begin = max(0, one.start - _NEAR)
            return _named(text, begin, average.start(), average["average"], within["deed"])
    return ""
