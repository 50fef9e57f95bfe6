"""Which year a figure belongs to: the one said before it, else the heading's, else the plan's."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from corpus.brackets import open_bracket
from corpus.dates import DateMention, find_dates
from corpus.facts.document_years import is_of_one_year, latest_year, year_of_news
from corpus.facts.scenes import (
    is_base,
    is_bygone,
    is_dateline,
    is_listed_apart,
    is_of_origin,
    is_recalled,
    with_accounts,
    without_compared,
    year_as_of,
)
from corpus.facts.statements import Statement
from corpus.facts.works import ends_works, is_due
from corpus.moments import full_year
from corpus.recall import LIMITS, remembered
from corpus.records import record
from corpus.types import Document

YEAR_INFERRED = "year_inferred"
PREVIOUS_YEAR = "previous_year"
_YEAR_IN_HEADING = re.compile(
    r"(?<![\d~∼～-])(?:(?P<full>(?:19|20)\d\d)(?:년|회계|\s|\.|\)|$)|(?<!\()['‘’`´]\s?(?P<short>\d\d)(?:\.|년))"
    r"(?!\d?\s?(?:이후|부터|까지|[~∼～-]))"
)
_PLAN_NAME_YEAR = re.compile(r"(?<![\d~∼～-])(?P<year>20\d\d)\s(?=[가-힣A-Za-z])")
# A heading that sets two years beside each other gives none of them to what stands under it.
_COMPARING = re.compile(r"비교|대비|견주|견줘|추이|변화|부터|까지|→")
_SPAN_OF_YEARS = re.compile(
    r"(?:(?<!\d)[2-9]|\d\d|두|세|네|다섯|여섯|열)\s?(?:개년|년\s?(?:간(?![가-힣])|동안)|해\s?동안)|부터\s(?:이제|지금|현재|최근|오늘)까지|연평균|누적|누계|계획\s?전체|전체\s?계획"
    r"|['‘’`´]\d\d\.?\s?(?:\d{1,2}\.?\s?)?[~∼～]"
    r"|(?:19|20)\d\d년?\s?(?:[~∼～]|부터\s.{2,24}?까지)"
)
# '전년보다 209억 원 늘었다', '2022년 54.8%에서 8.3%p 올라': the year that is compared with. It
# holds for the figure that is compared with, if one is printed, and for no other.
_AMOUNT = r"\d[\d,.조억만천백]*+(?:\s\d[\d,.조억만천백]*+)?\s?(?:%p|%|[가-힣]{0,4}?)"
_MOVES = r"(?:더|끌어|올[라려랐]|내[려린]|늘|줄|높|낮|불어|뛰|떨어)"
_AGAINST = re.compile(
    rf"(?:도|\s?말)?\)?\s?(?:(?:본|당초|최종)?예산(?:안|액)?)?(?:\([^()]{{0,40}}\)\s?|(?:의\s)?(?:[가-힣]{{1,8}}\s)?{_AMOUNT})?"
    rf"(?:보다|\s?대비|에서(?=\s(?:[\d.]+%[p포]|{_AMOUNT}(?<!로)(?:을|를|이|가)?\s{_MOVES}))"
    r"|\s?같은\s?(?:기간|때|달|분기)(?:\s?\([^()]{0,40}\))?(?:보다|\s?대비|에\s?비[해하]|[과와]\s?(?:비교|견줘|견주))"
    r"|에\s?비[해하]|[과와]\s?비교|[과와]\s?(?:똑|꼭)?같[이은아았다]|[과와]\s?견[줘주]|에\s?견[줘주]|를(?=\s[\d.]+%[p포])|동기)"
)
_UP_FROM = re.compile(
    r"(?:도|에)?\s?(?:약\s?)?\d[\d.,]*\s?[조억만천백]*\s?[가-힣%㎡]{0,3}에서\s(?:[가-힣]{1,6}\s)?$"
)
# A year from or until which something holds, or in which a thing named was made, sets no scene.
_PASSING = re.compile(
    r"\s?(?:이후|이래|부터|까지|~|말까지|이전|당시|에\s?이어|와\s?같|과\s?같|처럼)|\s?(?:개정|제정|제정된|개정된)"
)
# The head of a table whose lines were not marked as rows: '구 분 2030년 2031년 증감'.
_HEAD_ROW = re.compile(
    r"\W*(?:구\s?분|항\s?목|분\s?야|회\s?계)\s[^:：]{0,16}(?:(?:19|20)|['‘’`´])\d\d년?도?\s[^:：]{0,12}(?:(?:19|20)|['‘’`´])\d\d"
)
_THIS_YEAR = re.compile(r"올해|금년|당해")
_OTHER_YEAR = re.compile(r"지난해|작년|전년|내년|이듬해")
_SHORT_YEAR = re.compile(r"\((?P<year>\d\d)년도?\s(?:[가-힣]{1,6}\s)?$")
_SHORT_REACH = 12  # characters of a bracket that opens with a year in two digits
_NEAR_YEARS = 10  # years between a document's own and one that it prints in two digits
_LAST_YEAR = re.compile(
    r"\W*(?:[\dⅠ-Ⅻ가-하]{1,2}(?:[.)]\s?|\s))?(?:전년도|전년(?!도)|지난해|작년)(?!\s?(?:\([^()]{0,12}\)\s?)?(?:대비|보다|과|와|比))"
)
PLANS = frozenset({"plan", "integrity_plan"})
"""Types of documents that say what is to be done in the year that they are for."""
_PAST = re.compile(
    r"(?<!지표\s)(?<!목표\s)(?<!과제\s)(?<!지표)(?<!목표)(?<!과제)현\s?황|결과|성과(?!\s?(?:중심|관리|계약|지표|목표|계획|과제|체계|평가|창출|확산))|분석|진단|배경|여건|문제점|그간|그동안|추진경과"
)
_AS_OF = re.compile(r"\)?\s?\.?\s?(?:현재|기준|말|까지)")
_SPAN_CUE = re.compile("년간|년 간|개년|동안|연평균|누적|누계|전체|~|∼|～|까지")
_SPAN_TAIL = 5  # characters behind the first year of a span in which its last one stands
_WORD = re.compile(r"[\w.]{2,}")
_SAME_WORDS = 0.6  # share of words that a first heading has in common with the title it repeats
_MOST_ABOVE_TITLE = 2  # headings among which the document's own title may stand
_SCENE = 24  # characters of a statement within which a year sets its scene
OWN_YEAR = re.compile(r"(?:19|20)\d\d|['‘’`´]\s?\d\d|올해|금년|지난해|작년|내년|전년|이듬해")
"""What a mention has in it that says a year by itself, rather than a day or month of one."""
# '거기서 나온 약점을 추려 27개 과제를 만들었다': a plan is not of the year that it looks back on.
_SETS_UP = re.compile(
    r"(?:전략|과제|계획|대책|시책)(?:을|를)\s(?:[가-힣]{1,6}\s)?(?:만들었|마련했|세웠|짰|수립했|내놓았|내놨|정했|확정했)다"
)
_PREVIOUS = re.compile(r"(?:전년(?:도)?(?:\s?말)?|(?:한\s해|1년)\s전)\s*\(?\s*$")


@record(frozen=True, slots=True, kw_only=True)
class YearContext:
    """The years a statement says, by place, and what it falls back on."""

    mentions: tuple[DateMention, ...]
    fallback: int | None
    is_fallback_printed: bool
    is_settlement: bool = False

    def within(self, start: int) -> YearContext:
        """The same without the years that are said before `start`."""
        return replace(self, mentions=tuple(one for one in self.mentions if one.start >= start))

    def year_at(self, text: str, at: int) -> tuple[int | None, tuple[str, ...]]:
        """The year for a figure at `at` and the flags that say how it was come by."""
        if self.fallback is not None and _PREVIOUS.search(text[max(0, at - 14) : at]):
            return self.fallback - 1, (PREVIOUS_YEAR,)
        short = _SHORT_YEAR.search(text, max(0, at - _SHORT_REACH), at)
        if short is not None and self.fallback is not None:
            whole = self.fallback // 100 * 100 + int(short["year"])
            if abs(whole - self.fallback) <= _NEAR_YEARS:
                return whole, ()  # '(24년 1,126건)'
        before = [
            one
            for one in self.mentions
            if one.end <= at and holds(one, text, at) and not self._is_occasion(one, text)
        ]
        if before:
            nearest = before[-1]
            if not OWN_YEAR.search(nearest.raw):
                # '2015년에는 10월까지': the month is of the year that was said before it.
                said = [one for one in before if OWN_YEAR.search(one.raw)]
                nearest = said[-1] if said else nearest
            if (year := _year_beside(nearest, text) or year_of(nearest)) is not None:
                return year, ()
            if not nearest.resolved and (self.fallback is None or self._is_other(nearest)):
                return None, ("year_unresolved",)
            if nearest.resolved and OWN_YEAR.search(nearest.raw):
                return None, ()  # '(’24~’28, 총 312억 원)' is no one year's
        flags = () if self.is_fallback_printed or self.fallback is None else (YEAR_INFERRED,)
        return self.fallback, flags

    def _is_occasion(self, mention: DateMention, text: str) -> bool:
        """Whether a day tells when something took place rather than which year figures are of.

        '2020년 10월 5일 보고회에 오른 사업 431건'; '12월 31일 현재' is the day of the figures.
        """
        is_day = mention.kind == "date" and mention.resolved
        year = year_of(mention)
        if not is_day or self.fallback is None or year is None or year == self.fallback:
            return False
        if abs(year - self.fallback) > 1 and not is_recalled(text, len(text), self.fallback):
            return False  # nobody meets two years before about the plan of a year
        return _AS_OF.match(text, mention.end) is None

    def _is_other(self, mention: DateMention) -> bool:
        """Whether an unplaced mention is of another year than the document's own.

        Last year, to a settlement of accounts, is the year that it settles; in what announces a
        plan for its own year it is the one before, and cannot be told without a day.
        """
        if _THIS_YEAR.search(mention.raw):
            return False
        return _OTHER_YEAR.search(mention.raw) is not None and not self.is_settlement


def holds(mention: DateMention, text: str, at: int) -> bool:
    """Whether a year that was said still holds at text[at:].

    One that is only compared with holds for its own figure; one said in a bracket among other
    words holds in the bracket: '31건(2022년 24건), 187건'.
    """
    against = _AGAINST.match(text, mention.end)
    if against is not None and at >= against.end():
        return False
    if ends_works(text, mention.end, at):
        return False  # '2031년 6월 준공, 공정률 37%'
    if _UP_FROM.match(text, mention.end, at) is not None:
        return False  # '작년 92.4%에서 100%로 올릴 계획'
    if is_of_origin(text, mention.end) and OWN_YEAR.search(mention.raw):
        return False  # '2021년 도입 뒤 146건'
    if is_listed_apart(text, mention.start, mention.end, at) or is_base(text, mention.end, at):
        return False
    opened = open_bracket(text, mention.start)
    if opened < 0 or text.find(")", mention.end, at) < 0:
        return True
    closed = text.find(")", mention.end, at)
    aside = text[opened + 1 : mention.start] + text[mention.end : closed if closed > 0 else at]
    return len(re.sub(r"[\s.,'’‘]", "", aside)) < _FEWEST_ASIDE


_FEWEST_ASIDE = 2  # characters beside a year that make a bracket more than a year: '(2022년 24건)'


_IN_BRACKET = re.compile(r"(?:에)?\s?\((?P<year>(?:19|20)\d\d)년(?:도)?\s?[가-힣]{0,6}\)")
_IN_A_ROW = re.compile(r"연속\s?\(?$")


def _year_beside(mention: DateMention, text: str) -> int | None:
    """The one year that the words beside a mention tell, which tells none by itself.

    '지난해(2020년 예산)' is of the year in the bracket, '3년 연속(2023~2025년) 최우수' of the last.
    """
    if mention.kind == "relative" and (told := _IN_BRACKET.match(text, mention.end)):
        return int(told["year"])
    before = text[max(0, mention.start - 6) : mention.start]
    is_row = mention.end_date is not None and _IN_A_ROW.search(before) is not None
    return int(mention.end_date[:4]) if is_row and mention.end_date else None


def year_of(mention: DateMention) -> int | None:
    """The one year a mention lies in; None for a range over several years and where unresolved."""
    if not mention.resolved or mention.start_date is None:
        return None
    start = int(mention.start_date[:4])
    if mention.end_date is not None and int(mention.end_date[:4]) != start:
        return None
    return start


def year_context(statement: Statement) -> YearContext:
    """Read the years of a statement, its heading path and its document."""
    path = statement.passage.heading_path
    if statement.text_start > statement.start and any(map(_HEAD_ROW.match, path)):
        # What has a mark stands below such a table, and is no row of it.
        path = tuple(one for one in path if not _HEAD_ROW.match(one))
    said = (
        statement.text,
        path,
        statement.document,
        statement.said_year,
        statement.is_item and not statement.is_row,
        statement.is_said_beside,
    )
    if len(statement.text) > LIMITS.length:
        return _read_context(*said)
    return _remembered_context(*said)


def _read_context(
    text: str,
    path: tuple[str, ...],
    document: Document,
    said_year: int | None,
    is_item: bool,
    is_said_beside: bool,
) -> YearContext:
    years = document.fiscal_years
    fiscal = years[0] if len(years) == 1 else None
    mentions = with_accounts(
        text, find_dates(text, reference=document.published_on, fiscal_year=fiscal)
    )
    below = _below_title(path, document.title)
    printed, is_open = _year_of_path(below, latest_year(document))
    sure = fiscal if is_of_one_year(document) and not is_open else None
    if not years and not is_open:
        sure = year_of_news(document)
    told = next((one for one in reversed(below) if _tells_when(one)), "")
    if _LAST_YEAR.match(told):
        # '전년도 추진실적' in the plan of a year is of the year before it
        own = printed if printed is not None else sure
        printed = own - 1 if own is not None else None
        sure = None
    elif is_bygone(told):
        printed = sure = None  # '그간의 성과' is of no one year, and not of that of the plan
    if sure is not None and document.document_type in PLANS and _PAST.search(" ".join(below)):
        sure = None  # what a plan tells of how things stand is not of the year that it plans
    # What the sentence before goes on with comes before the year that the document is of.
    is_framed = sure is None or (is_said_beside and said_year is not None)
    if is_framed and sure is not None and said_year is not None and said_year < sure:
        is_framed = _SETS_UP.search(text) is None
    inferred = said_year if is_framed else sure
    if is_item and sure is not None and said_year is not None and said_year > sure:
        inferred = said_year  # '올해 아래와 같이 손볼 계획이다.' and what is listed below it
    return YearContext(
        mentions=mentions,
        fallback=inferred if printed is None else printed,
        is_fallback_printed=printed is not None,
        is_settlement="결산" in document.title or "재정공시" in document.title.replace(" ", ""),
    )


@remembered
def _tells_when(entry: str) -> bool:
    """Whether a heading says of what time the things below it are."""
    if _LAST_YEAR.match(entry) or is_bygone(entry):
        return True
    return not is_dateline(entry) and _YEAR_IN_HEADING.search(entry) is not None


# Each reader of a statement asks for its years in turn.
_remembered_context = lru_cache(maxsize=LIMITS.texts)(_read_context)


def year_said(statement: Statement, before: int | None) -> int | None:
    """The year that prose goes on to speak of: the one that sets its scene, else that `before`.

    '2021년 한 해 211건을 심사했다. 아낀 예산은 66억 원이다.' speaks of 2021 throughout. A statement
    that says several years sets no scene, and ends that of the one before it.
    """
    if statement.is_item or statement.is_imprint or statement.is_row:
        return before
    text = statement.text
    own = [
        one
        for one in year_context(statement).mentions
        if OWN_YEAR.search(one.raw)
        and (one.kind != "date" or _AS_OF.match(text, one.end))
        and not _AGAINST.match(text, one.end)
        and open_bracket(text, one.start) < 0
    ]
    if not own:
        return before
    first = own[0]
    is_passing = _PASSING.match(text, first.end) or is_of_origin(text, first.end)
    is_scene = first.start <= _SCENE and not is_passing
    return year_of(first) if len({year_of(one) for one in own}) == 1 and is_scene else None


@lru_cache(maxsize=LIMITS.texts)
def is_of_many_years(words: str) -> bool:
    """Whether words say a figure for several years together: '5년간', '2024~2028'."""
    if _SPAN_CUE.search(words) is None:
        return False
    spans = list(_SPAN_OF_YEARS.finditer(words))
    return bool(spans) and OWN_YEAR.search(words, spans[-1].end() + _SPAN_TAIL) is None


@remembered
def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text))


@lru_cache(maxsize=LIMITS.texts)
def _below_title(path: tuple[str, ...], title: str) -> tuple[str, ...]:
    """The path without the document's own title, whose year is that of the document."""
    if not path:
        return path
    named = _words(title)
    for order, entry in enumerate(path[:_MOST_ABOVE_TITLE]):
        head = _words(entry)
        if head and len(head & named) >= _SAME_WORDS * min(len(head), len(named)):
            return path[order + 1 :]  # what stands above it is the name of the site
    return path


@lru_cache(maxsize=LIMITS.texts)
def _year_of_path(path: tuple[str, ...], latest: int) -> tuple[int | None, bool]:
    """The one year in the nearest heading or item above that prints one; whether it prints several.

    What stands under several years is of one of them, and of which is open. A far year in the name
    of a plan ('2035 종합발전계획', long after `latest`) is no year of what stands under it.
    """
    for entry in reversed(path):
        named = _PLAN_NAME_YEAR.match(entry) or _PLAN_NAME_YEAR.search(entry)
        if named is not None and int(named["year"]) > latest + 1:
            continue
        if (said := _year_of_entry(entry)) is not None:
            return said
    return None, False


@remembered
def _year_of_entry(entry: str) -> tuple[int | None, bool] | None:
    """The same of one heading or item; None where it prints no year."""
    if is_dateline(entry) or is_due(entry):
        return None  # the day on which news came out, or works are to be done
    if (as_of := year_as_of(entry)) is not None:
        return as_of, False
    found = {
        int(one["full"]) if one["full"] else full_year(int(one["short"]))
        for one in _YEAR_IN_HEADING.finditer(without_compared(entry))
    }
    if not found:
        return None
    is_span = is_of_many_years(entry)
    is_one = len(found) == 1 and not is_span and not _COMPARING.search(entry)
    return (found.pop() if is_one else None), is_span or len(found) > 1
