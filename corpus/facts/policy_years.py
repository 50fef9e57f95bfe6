"""Which year a policy is of, which has no figure beside which a year could stand."""

from __future__ import annotations

import re

from corpus.brackets import open_bracket
from corpus.dates import DateMention
from corpus.facts.document_years import is_for_many_years
from corpus.facts.scenes import is_bygone
from corpus.facts.statements import Statement
from corpus.facts.years import (
    OWN_YEAR,
    YEAR_INFERRED,
    YearContext,
    year_context,
    year_of,
)

# '2030년까지', '2018년부터', '2024년 개정된 조례': when it ends or began, not the year it is of.
_BOUND = re.compile(
    r"도?\s?(?:말\s?)?(?:\d{1,2}월\s?)?(?:말\s?)?(?:까지|부터|이후|이래|이전|당시|보다|대비|처럼|에\s?이어)"
    r"|도?\s?(?:개정|제정|도입|시작|출범|설립|착공|준공|완공|개통|개관|개장)"
    r"|도?에\s(?:세운|만든|시작한|들여온|도입한|문을?\s연)|[^,.]{0,16}목표로"
)
_TERM = re.compile(r"민선\s?(?:제\s?)?\d{1,2}\s?기")
_CLAUSE = 40  # characters before an item in which its own lead stands
_TO_COME = re.compile(
    r"(?:계획|예정|방침|작정)(?:이다|이라고|입니다|임)|기로\s(?:했|하였)|겠다|[가-힣](?<![았었였했됐])(?:한|된|는|인|운|든|룬|린|친)다[.\s]*$"
)
_PAST = re.compile(r"[았었였했됐렸겼졌났냈봤왔갔꼈뒀웠눴썼켰뤘]다(?:고\s[^.]{1,8}다)?[.\"”’\s]*$")
_NEWS = "press"


def year_of_policy(statement: Statement, at: int = 0) -> tuple[int | None, tuple[str, ...]]:
    """The year of a policy whose words begin at statement.text[at:], and how it was come by.

    A policy is of the year that its sentence says ('내년에는 … 짓는다'), else of that of what it
    stands under, else of the one year that its document is for: what a work plan of 2025 sets
    out is of 2025. News tells what it does not date as of the day on which it came out: it is
    of the year then where the news is for no year, tells what was done before the year that it
    is for, or what will be done after it. A year that is not printed is flagged as inferred.
    None where the words name several years, or a term of office, or the document is for several,
    and where a day is printed that cannot be.
    """
    text = statement.text
    context = year_context(statement)
    if any("impossible" in one.flags for one in context.mentions):
        return None, ()
    own = [one for one in context.mentions if _is_its_own(text, one)]
    above = [one for one in own if at and one.end <= at]
    if own:
        years = {year_of(one) for one in (above[-1:] or own)}
        return (years.pop() if len(years) == 1 else None), ()
    if _TERM.search(text, max(0, at - _CLAUSE), at):
        return None, ()
    year = context.fallback
    if not (context.is_fallback_printed or statement.is_said_beside):
        year = _undated(statement, context, is_listed=at > 0)
    return year, () if year is None or context.is_fallback_printed else (YEAR_INFERRED,)


def _is_its_own(text: str, mention: DateMention) -> bool:
    """Whether a mention says a year, and not only one that something else began or will end in."""
    if not OWN_YEAR.search(mention.raw) or open_bracket(text, mention.start) >= 0:
        return False
    return _BOUND.match(text, mention.end) is None


def _undated(statement: Statement, context: YearContext, *, is_listed: bool) -> int | None:
    """The year of what neither its words nor those above it date."""
    document, year = statement.document, context.fallback
    day = document.published_on
    if day is None or document.document_type != _NEWS:
        return year
    if year is None:
        is_open = len(document.fiscal_years) > 1 or is_for_many_years(document.title)
        is_of_old = any(map(is_bygone, statement.passage.heading_path))
        return None if is_open or is_of_old or statement.is_item else day.year
    text = statement.text
    if year > day.year and not is_listed and _PAST.search(text):
        return day.year  # '전 부서가 모여 진도를 점검했다', told of the plan for the next year
    return day.year if year < day.year and _TO_COME.search(text) else year
