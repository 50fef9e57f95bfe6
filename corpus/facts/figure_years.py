"""Which year one figure of a statement is of, in the light of its name and the words around it."""

from __future__ import annotations

import re

from corpus.brackets import open_bracket
from corpus.dates import find_dates
from corpus.facts.flags import WHOLE_PERIOD
from corpus.facts.named import HOST, Name
from corpus.facts.statements import Statement
from corpus.facts.turns import is_first_side
from corpus.facts.years import PREVIOUS_YEAR, YEAR_INFERRED, YearContext, is_of_many_years
from corpus.moments import full_year

# '96개에서 102개로 늘렸다': the first is what it was.
_BEFORE_CHANGE = re.compile(
    r"에서\s(?:[가-힣]{1,8}\s)?\d[\d,.]*\s?[가-힣%㎡]{0,6}(?:으)?로|\s?→\s?\d[\d,.]*\s?[가-힣%]{1,4}(?:\s|$|[,()])"
)
_DONE_ON = re.compile(
    r"\s?[가-힣]{2,4}\s?(?P<day>\(['‘’`´]?(?:\d{4}|\d\d)\s?[.년](?:\s?\d{1,2}\s?[.월]?)?\s?\))"
)
_YEAR_BEHIND = re.compile(
    r"\s?\((?:['‘’`´](?P<year>\d\d)\.?년?\.?\s?(?:\d{1,2}\s?월?\.?\s?)?(?:말|기준|현재)?"
    r"|(?P<full>(?:19|20)\d\d)년?도?\s?(?:본예산|당초예산|최종예산|결산|말|기준)(?:\s?기준)?)\s?\)"
)
_DUE_BEFORE = re.compile(
    r"\(\s?~?\s?['‘’`´]?(?:20)?\d\d\s?\.(?:\s?\d{1,2}\.?)?\s?(?:준공|완공|예정|까지|말)?\s?\)\s?[:：]?\s?(?:총\s?)?(?:사업비\s?)?$"
    r"|['‘’`´]?(?:20)?\d\d년?\s?(?:준공|완공|개통|개장)(?:\s?예정)?[,/]?\s?(?:총\s?)?(?:사업비\s?)?$"
)
_DUE_BEHIND = re.compile(r"\s?\(['‘’`´](?:20)?\d\d\.(?:\s?\d{1,2}\.?)?\)")
_BASE_YEAR = re.compile(
    r"(?:['‘’`´]|(?<!\d))(?P<year>(?:(?:19|20)\d\d)|(?<=['‘’`´])\d\d)(?!\d)(?:년|\.|\))?"
    r"(?:(?!전년|지난해|작년|한 해 전).){0,24}?(?:대비|보다|비해|에서|비교|견줘|견주)"
)
_OWN_YEAR = re.compile(r"(?:19|20)\d\d|['‘’`´]\s?\d\d")
# '2029년 82%였으나 91%로 높였다': what was has its year
_YEAR_BESIDE = re.compile(
    r"(?:(?:19|20)\d\d|['‘’`´]\s?\d\d)\.?\s?년?도?\)?\s?(?:말|기준|현재|에는|에)?\s?(?:약|총)?\s?$"
)
_WON = re.compile(r"[원억조]")
_CLAUSE = 40  # characters before a figure in which its clause says its year
_WHOLE_COST = re.compile(r"사업비|공사비|투자비|총\s?소요|건립비|조성비")
_STATUS = re.compile(r"정원|현원|결원|인구|조직|세대수|행정구역|(?:부지|총|연)면적|위치")
_MET = re.compile(r"참석|자리했|자리에|모인|모여|모였|주재")
_PREVIOUS = re.compile(r"전년|지난해|작년|전기|(?:한\s해|1년)\s전")
_TOLD_BEHIND = re.compile(
    r"(?:\([^()]{0,40}\))?(?:을|를|이|가)?\s(?:[가-힣]{1,8}\s)?[가-힣]{1,6}던\s(?P<year>(?:19|20)\d\d)년"
)
# '2023년 47건 → 2024년 50건': each has its own year
_NEXT_YEAR = re.compile(r"[^→]{0,16}→\s?(?:['‘’`´]\d\d|(?:19|20)\d\d년)")
_EARLIER = re.compile(
    r"(?:앞선|직전|이전|종전|과거)\s?(?:회계연도|회차|평가|감사|계획|해)|(?:한\s해|1년)\s전\s(?:보고회|회의|평가|조사|심사)"
)
_PAST_SCENE = re.compile(r"\s?(?:앞서|과거|당시|한때|이전에|그때)\s")


def _year_of_change(
    context: YearContext, text: str, start: int
) -> tuple[int | None, tuple[str, ...]]:
    """The year of a change: that of the figure that changed, not the one it is measured from.

    '2018년 결산 4,917억원(전년比 445억원↑)' rose in 2018.
    """
    opened = open_bracket(text, start)
    previous = _PREVIOUS.search(text, max(0, start - _CLAUSE), start)
    ends = [one for one in (opened, previous.start() if previous else -1) if one >= 0]
    at = min(ends, default=start)
    before = YearContext(
        mentions=tuple(one for one in context.mentions if one.end <= at),
        fallback=context.fallback,
        is_fallback_printed=context.is_fallback_printed,
        is_settlement=context.is_settlement,
    )
    return before.year_at(text[:at], at)


def year_of_figure(
    statement: Statement, context: YearContext, start: int, end: int, name: Name
) -> tuple[int | None, tuple[str, ...]]:
    """The year of a figure; none for the cost of a whole project, nor for what it was before."""
    text = statement.text
    year, flags = context.year_at(text, start)
    is_money = _WON.search(text[start:end]) is not None
    near = max(0, start - _CLAUSE)
    if is_money and (_DUE_BEFORE.search(text, near, start) or _DUE_BEHIND.match(text, end)):
        return None, ()  # '확장(’26.) 1,784억원': the year in which the whole will be done
    if "총사업비" in name.words.replace(" ", ""):
        return None, (WHOLE_PERIOD,)
    clause = text[near:start]
    above = statement.passage.heading_path[-1:] if statement.is_item else ()
    if is_of_many_years(f"{clause} {name.words}") or (
        is_of_many_years(" ".join(above)) and not _OWN_YEAR.search(clause)
    ):
        return None, (WHOLE_PERIOD,)
    if (told := _TOLD_BEHIND.match(text, end)) is not None:
        return int(told["year"]), ()  # '418건을 다뤘던 2018년'
    if name.is_change and (_PREVIOUS.search(clause) or HOST in name.basis):
        return _year_of_change(context, text, start)
    base = _BASE_YEAR.search(clause) if name.is_change else None
    if base is not None and year == full_year(int(base["year"])):
        # '2024년 459억원 대비 6.1% 늘었다' is no change of 2024.
        later = context.fallback if context.fallback and context.fallback > year else None
        return later, ()
    if (behind := _YEAR_BEHIND.match(text, end)) is not None:
        return full_year(int(behind["year"] or behind["full"])), ()  # '11.2%(’24)'
    if (done := _DONE_ON.match(text, end)) is not None:
        moments = find_dates(done["day"])
        if moments and moments[0].resolved and moments[0].start_date:
            return int(moments[0].start_date[:4]), ()  # '3개소 준공(’21. 12.)'
    is_before = _BEFORE_CHANGE.match(text, end) or (
        is_first_side(text, start, end) and not _YEAR_BESIDE.search(clause)
    )
    is_before = is_before and PREVIOUS_YEAR not in flags
    if is_before and not (year is not None and _NEXT_YEAR.match(text, end)):
        return None, ("before_change",)
    is_past = _PAST_SCENE.match(text) or _EARLIER.search(clause)
    if is_past and not _OWN_YEAR.search(clause):
        return None, ()
    is_met = text[start:end].endswith("명") and _MET.search(text, near, end + _CLAUSE) is not None
    is_timeless = is_met or _WHOLE_COST.search(name.words) or _STATUS.search(name.words)
    if YEAR_INFERRED in flags and is_timeless:
        return None, ()  # the cost of all years, or how things stand when it was written
    return year, flags
