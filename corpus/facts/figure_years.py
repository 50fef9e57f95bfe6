"""Which year one figure of a statement is of, in the light of its name and the words around it."""

from __future__ import annotations

import re
from decimal import Decimal

from corpus.brackets import open_bracket
from corpus.dates import find_dates
from corpus.facts.doubts import YEAR_UNSURE
from corpus.facts.draft import Draft
from corpus.facts.flags import GOAL, THRESHOLD, WEIGHT, WHOLE_PERIOD
from corpus.facts.named import HOST, MONEY, Name
from corpus.facts.scenes import is_recalled
from corpus.facts.statements import Statement
from corpus.facts.turns import is_first_side
from corpus.facts.works import is_cost_of_works, is_told_on
from corpus.facts.years import (
    PLANS,
    PREVIOUS_YEAR,
    YEAR_INFERRED,
    YearContext,
    holds,
    is_of_many_years,
)
from corpus.moments import full_year
from corpus.types import FactKind, Period

# '96개에서 102개로 늘렸다': the first is what it was.
_BEFORE_CHANGE = re.compile(
    r"에서\s(?:[가-힣]{1,8}\s)?\d[\d,.]*\s?[가-힣%㎡]{0,6}(?:으)?로|\s?→\s?\d[\d,.]*\s?[가-힣%]{1,4}(?:\s|$|[,()])"
    r"|\s?(?:이상|이하|미만|초과|이내)?(?:\s?\([^()]{0,20}\)|\))?\s?[→⇒]\s?(?:(?:연|월|주|일|매월|매년|하루|총|최대)\s?)?"
    r"\d[\d,.]*\s?[조억만천백]*\s?[가-힣%㎡]"
    r"|\s?(?:가운데|중)\s\d[\d,.]*\s?[가-힣]{1,3}(?:은|는|을|를)?\s?(?:없애|폐지|삭제|줄이|줄여|통합|감축)"
)
_DONE_ON = re.compile(
    r"\s?[가-힣]{2,4}\s?(?P<day>\(['‘’`´]?(?:\d{4}|\d\d)\s?[.년](?:\s?\d{1,2}\s?[.월]?)?\s?\))"
)
_YEAR_BEHIND = re.compile(
    r"\s?\((?:['‘’`´](?P<year>\d\d)\.?년?\.?\s?(?:\d{1,2}\s?월?\.?\s?)?(?:말|기준|현재|본예산|당초예산|최종예산|결산)?(?:\s기준)?"
    r"|(?P<full>(?:19|20)\d\d)년?도?\s?(?:본예산|당초예산|최종예산|결산|말|기준)(?:\s?기준)?)\s?\)"
)
_DUE_BEFORE = re.compile(
    r"\(\s?~?\s?['‘’`´]?(?:20)?\d\d\s?\.(?:\s?\d{1,2}\.?)?\s?(?:준공|완공|예정|까지|말)?\s?\)\s?[:：]?\s?(?:총\s?)?(?:사업비\s?)?$"
    r"|['‘’`´]?(?:20)?\d\d년?\s?(?:준공|완공|개통|개장)(?:\s?예정)?[,/]?\s?(?:총\s?)?(?:사업비\s?)?$"
)
_DUE_BEHIND = re.compile(r"\s?\(['‘’`´](?:20)?\d\d\.(?:\s?\d{1,2}\.?)?\)")
_BASE_YEAR = re.compile(
    r"(?:['‘’`´]|(?<!\d))(?P<year>(?:(?:19|20)\d\d)|(?<=['‘’`´])\d\d)(?!\d)(?:년|\.|\))?"
    r"(?:(?!전년|지난해|작년|올해|금년|한 해 전|(?:19|20)\d\d|['‘’`´]\d\d).){0,24}?"
    r"(?:대비|보다|비해|에서|비교|견줘|견주)"
)
_OWN_YEAR = re.compile(r"(?:19|20)\d\d|['‘’`´]\s?\d\d")
# '2029년 82%였으나 91%로 높였다': what was has its year
_YEAR_BESIDE = re.compile(
    r"(?:(?:19|20)\d\d|['‘’`´]\s?\d\d)\.?\s?년?도?\)?\s?(?:말|기준|현재|에는|에)?\s?(?:약|총)?\s?$"
)
_CLAUSE = 40  # characters before a figure in which its clause says its year
_ALL_COST = re.compile(r"(?:총\s?)?(?:사업비|공사비|투자비|건립비|조성비)")
_LABEL_DUE = re.compile(
    r"[^:：()]{2,40}\(\s?~?\s?['‘’`´]?(?:20)?(?P<year>\d\d)\s?[.년]\s?\d{1,2}\s?[.월]?[^():：]{0,12}\)\s?[:：]"
)
# '사업비 353억 원을 들여다봐': what was looked at in a year is of that year, whatever it will cost.
_EXAMINED = re.compile(r"(?:을|를)\s(?:[가-힣]{1,6}\s)?(?:들여다|심사|검토|살펴|살폈|따져|따졌)")
_AS_IT_STANDS = re.compile(
    r"(?:지금의?|현행|현재의?)\s(?:\d[\d,]*\s?[가-힣]{1,3}(?<!에서)[\s·,]+){0,3}$"
)
# '27과 125계가 되고, 정원은 892명이 된다': how things will stand in the year that is planned.
_BECOMES = re.compile(
    r"(?:\s\d[\d,]*\s?[가-힣]{1,3}){0,3}?(?:이|가|으로|로)\s(?:된다|되[고며어]|될|커[지진]|늘[어린]|줄[어인])"
)
_BUILT_WITH = re.compile(
    r"(?:을|를)?\s(?:내어|내|들여|써서|투입해)\s(?:[가-힣]{1,8}\s){0,2}(?:지은|세운|만든|조성한|건립한|고친|사들인)\s"
)
_WHOLE_COST = re.compile(r"사업비|공사비|투자비|총\s?소요|건립비|조성비")
_SPENT_OF = re.compile(r"\s?(?:중|가운데)\s(?:올해|금년|내년|지난해|['‘’`´]?(?:20)?\d\d년)")
_ALL_OF_PLAN = re.compile(
    r"\W*(?:계획\s?전체|전체\s?계획|총\s?사업\s?기간|(?:총|전체)\s?사업\s?개요)\s?[:：]"
)
_REPORTED = re.compile(
    r"평가|결과|실적|성과(?!\s?(?:계약|과제|관리|지표))|점검|조사|심사|공개|공시|공모|선정|수상|대회|등급|\d위|늘[어었]|줄[어었]|올[라랐]|증가|감소|상승|하락"
)
_STATUS = re.compile(r"정원|현원|결원|인구|조직|세대수|행정구역|(?:부지|총|연)면적|위치")
_MET = re.compile(r"참석|자리했|자리에|모인|모여|모였|주재")
_FULL_MARK = re.compile(r"총\s?\d+점|만점|배점|점\s?(?:까지|이내|한도)")
# '지난해(과제 90개, 지표 120개)보다': of a year that the document does not print
_TO_COME = re.compile(
    r"(?:[가-힣](?:할|될|갈|낼|칠|울|릴|쓸|일|을)\s(?:계획|예정|방침|작정|것)|[놓짓넣]는다|(?:들여|내)놓는다|(?:들|붙|줄|높)인다|세운다|[늘올돌]린다|늘어난다"
    r"|(?:설치|투입|추진|조성|지원|확충|도입|개최|정비|건립|구축|시행|배부|마련|착수|착공|준공|확대|보강|개선|증설|신설|건의|신청)한다|[가-힣]기로\s했)"
    r"[가-힣]{0,4}[.\"”’]*\s*$"
)
_IN_LAST_YEAR = re.compile(r"(?:지난해|작년|전년도?)\s?\([^()]{0,40}$")
_PREVIOUS = re.compile(r"전년|지난해|작년|전기|(?:한\s해|1년)\s전")
_TOLD_BEHIND = re.compile(
    r"(?:[^()]{0,40}\))?(?:\([^()]{0,40}\))?(?:을|를|이|가)?\s(?:[가-힣]{1,8}\s)?[가-힣]{0,5}(?:던|[한된룬운둔은린낸])\s(?P<year>(?:19|20)\d\d)년"
)
# '17건, 18억 원을 2026년 당초예산안에 담기로 했다'
_PUT_INTO = re.compile(
    r"(?:을|를)\s(?P<year>(?:19|20)\d\d)년도?\s?(?:당초|본|정부)?\s?예산(?:안)?에\s(?:담|반영|편성|넣|실)"
)
# '2023년 47건 → 2024년 50건': each has its own year
_NEXT_YEAR = re.compile(r"[^→]{0,16}→\s?(?:['‘’`´]\d\d|(?:19|20)\d\d년)")
_EARLIER = re.compile(
    # The first letter stands before the rest, so that the search leaps from one to the next.
    r"[앞직이종과한1](?:(?:(?<=앞)선|(?<=[직이종])전|(?<=과)거)\s?(?:회계연도|회차|평가|감사|계획|해|보고회|조사|심사|대회|점검)"
    r"|(?:(?<=한)\s해|(?<=1)년)\s전\s(?:보고회|회의|평가|조사|심사))"
)
_PAST_SCENE = re.compile(r"\s?(?:앞서|과거|당시|한때|이전에|그때)\s")
# '2 그간의 성과 ◦ 공익신고 처리 17건' in a text whose lines were joined
_PAST_TOLD = re.compile(r"(?:그간|그동안|지금까지)의?\s(?:추진\s?)?(?:성과|실적|경과|결과)")
_PLANNED_TOLD = re.compile(r"(?:추진|향후)\s?(?:방향|계획|과제|목표)|올해|금년")
_ON_FROM = re.compile(r"(?:년|['‘’`´]\d\d)[^⇒→]{2,40}[⇒→]\s?(?:[가-힣]{1,4}\s)?$")


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
    # A bare number is a part that has its unit from the amount before it.
    is_money = MONEY.search(text[start:end]) is not None or text[start:end].isdigit()
    near = max(0, start - _CLAUSE)
    if is_money and context.is_fallback_printed and is_told_on(text, start):
        return context.fallback, ()  # '반영 결과(’25. 12.) : 621억 원' under '2026년 예산'
    if is_money and (
        _DUE_BEFORE.search(text, near, start)
        or _DUE_BEHIND.match(text, end)
        or is_cost_of_works(text, start)
    ):
        return None, ()  # '확장(’26.) 1,784억원': the year in which the whole will be done
    if "총사업비" in name.words.replace(" ", ""):
        return None, (WHOLE_PERIOD,)
    if is_money and _SPENT_OF.match(text, end) and _WHOLE_COST.search(name.words):
        return None, ()  # '사업비 37억원 중 올해 12억원': the whole is of more years
    is_fallback = year is not None and year == context.fallback
    is_whole_cost = is_money and _is_cost_of_whole(name.words) and not _EXAMINED.match(text, end)
    if is_fallback and is_whole_cost and not _said_at(context, start):
        return None, ()  # a heading with a year does not make the cost of the whole that year's
    if year is not None and _is_due_in_label(text, start, year):
        return None, ()  # '체육관('27. 6.) : 연면적 …'
    clause = text[near:start]
    above = statement.passage.heading_path[-1:] if statement.is_item else ()
    is_whole = _ALL_OF_PLAN.match(text, 0, start) is not None
    if (
        is_whole
        or is_of_many_years(f"{clause} {name.words}")
        or (is_of_many_years(" ".join(above)) and not _OWN_YEAR.search(clause))
    ):
        return None, (WHOLE_PERIOD,)
    if (told := _TOLD_BEHIND.match(text, end) or _PUT_INTO.match(text, end)) is not None:
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
        return _year_as_it_stands(statement, start), ("before_change",)
    if (now := _year_as_it_stands(statement, start)) is not None:
        return now, (YEAR_INFERRED,)
    if year == context.fallback and is_recalled(text, start, year):
        return None, ()
    if _is_of_the_past(text, context, start):
        return None, ()
    if name.is_change and year is not None and _ON_FROM.search(text, near, start):
        later = context.fallback if context.fallback and context.fallback > year else None
        return later, ()  # '2022년 92.6% ⇒ 3.5%p 올라감' is the rise of the year after
    if YEAR_INFERRED not in flags:
        return year, flags
    is_met = text[start:end].endswith("명") and _MET.search(text, near, end + _CLAUSE) is not None
    if is_money and _BUILT_WITH.match(text, end):
        return None, ()  # '15억 원을 들여 지은 도서관' was paid when it was built
    if _WHOLE_COST.search(name.words) and not _EXAMINED.match(text, end):
        return None, ()  # the cost of all years
    day = statement.document.published_on
    is_then = day is not None and (
        day.year == year or (day.year < (year or 0) and _BECOMES.match(text, end) is not None)
    )
    if (is_met or _STATUS.search(name.words)) and not (is_then or name.is_change):
        return None, ()  # how things stand when it was written
    return year, flags


def _year_as_it_stands(statement: Statement, start: int) -> int | None:
    """The year of what is now and will change: that in which it is told, where it says 'now'."""
    day = statement.document.published_on
    if day is None:
        return None
    is_now = _AS_IT_STANDS.search(statement.text, max(0, start - _CLAUSE), start) is not None
    return day.year if is_now else None


def _is_cost_of_whole(words: str) -> bool:
    last = words.split()[-2:]
    return any(_ALL_COST.fullmatch(one) for one in (*last, "".join(last)))


def _said_at(context: YearContext, start: int) -> bool:
    """Whether the statement itself says a year before a figure."""
    return any(one.end <= start and _OWN_YEAR.search(one.raw) for one in context.mentions)


def _is_due_in_label(text: str, start: int, year: int) -> bool:
    """Whether all that says a figure's year is the month in its label in which works are done."""
    due = _LABEL_DUE.match(text, 0, start)
    if due is None or _OWN_YEAR.search(text, due.end(), start) is not None:
        return False
    return full_year(int(due["year"])) == year


def year_doubts(
    statement: Statement, context: YearContext, at: int, year: int | None
) -> tuple[str, ...]:
    """The doubt that a figure without a year is of another time than the plan beside it."""
    if year is not None:
        return (YEAR_UNSURE,) if _is_to_come(statement, context, year) else ()
    is_earlier = _IN_LAST_YEAR.search(statement.text, 0, at) is not None
    is_earlier = (
        is_earlier
        or _is_of_the_past(statement.text, context, at)
        or is_recalled(statement.text, at, context.fallback)
    )
    return (YEAR_UNSURE,) if is_earlier else ()


def _is_to_come(statement: Statement, context: YearContext, year: int) -> bool:
    """Whether news tells what will be done, and only the year that it looks back on is known."""
    day = statement.document.published_on
    is_guess = year == context.fallback and not context.is_fallback_printed
    if day is None or not is_guess or day.year <= year or statement.is_item:
        return False
    text = statement.text
    if any(_OWN_YEAR.search(one.raw) for one in context.mentions):
        return False
    return _TO_COME.search(text, max(0, len(text) - _CLAUSE)) is not None


def _is_of_the_past(text: str, context: YearContext, at: int) -> bool:
    """Whether words before a figure tell of an earlier time, and no year of it."""
    clause = text[max(0, at - _CLAUSE) : at]
    if _PAST_SCENE.match(text) or _EARLIER.search(clause):
        return _OWN_YEAR.search(clause) is None
    said = [one.end() for one in _PAST_TOLD.finditer(text, 0, at)]
    if not said or _PLANNED_TOLD.search(text, said[-1], at):
        return False
    later = (one for one in context.mentions if said[-1] <= one.start and one.end <= at)
    return not any(holds(one, text, at) for one in later)


def result_doubts(draft: Draft) -> tuple[str, ...]:
    """The doubt that a result is of another year than the plans that it is told beside.

    A plan tells of the evaluation before it, and of news only those of how a year went tell
    results of that year without saying so.
    """
    if draft.kind is not FactKind.EVALUATION or {THRESHOLD, GOAL} & {*draft.flags}:
        return ()
    document = draft.statement.document
    if draft.fiscal_year is None:
        is_beside_plan = document.document_type in PLANS and len(document.fiscal_years) == 1
        return (YEAR_UNSURE,) if is_beside_plan else ()
    is_told = YEAR_INFERRED in draft.flags and draft.statement.is_item
    if is_told and document.document_type in PLANS:
        is_scheme = WEIGHT in draft.flags or _FULL_MARK.search(draft.statement.text) is not None
        return () if is_scheme or draft.unit == "등급" else (YEAR_UNSURE,)
    is_guess = YEAR_INFERRED in draft.flags and document.document_type == "press"
    if not is_guess or draft.statement.is_item or not isinstance(draft.value, Decimal):
        return ()
    said = " ".join((document.title, *draft.statement.passage.heading_path))
    return () if _REPORTED.search(said) else (YEAR_UNSURE,)


def period_of_figure(statement: Statement, context: YearContext, at: int) -> Period | None:
    """The years that what is for several of them is for: those said before it, else above it."""
    spans = [one for one in context.mentions if one.end <= at and one.kind == "range"]
    if not spans and statement.passage.heading_path:
        spans = [
            one for one in find_dates(statement.passage.heading_path[-1]) if one.kind == "range"
        ]
    spans = [one for one in spans if one.resolved and one.start_date and one.end_date]
    if not spans:
        return None
    return Period(start=spans[-1].start_date, end=spans[-1].end_date)
