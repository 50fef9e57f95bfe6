"""Which words tell of another time than the rest, and how far the year that they say reaches."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.dates import DateMention

_DATELINE = re.compile(
    r"\W*(?:[가-힣·]{2,8}(?:일시?|입력)?\s?[:：|/]?\s*)?(?:19|20)\d\d\s?[.년/-]\s?\d{1,2}\s?[.월/-]\s?\d{1,2}"
    r"(?:일|\.)?\s*(?:\([월화수목금토일]\)\s*)?(?:\d{1,2}:\d\d(?::\d\d)?\s*)?(?:[|·/,].*)?"
)
# '2018년 기준', '2023. 12. 15. 현재': what stands below is of that year, whatever else is said.
_YEAR_AS_OF = re.compile(
    r"(?<![\d~∼～-])(?P<year>(?:19|20)\d\d)(?:년도?|\.)?\s?(?:\d{1,2}\s?[.월]\s?(?:\d{1,2}\s?[.일]?)?)?"
    r"\s?(?:말\s?)?(?:기준|현재)"
)
_COMPARED = re.compile(
    r"(?:(?:19|20)\d\d|['‘’`´]\d\d)년?도?\.?\)?\s?(?:말\s?)?(?:보다|대비|比|에\s?(?:비해|견줘))"
)
_LIST_MARK = re.compile(r"[▲△▶▷▸◦○●◎◇◆■□ㆍ•①-⑳]\s?")
# '2014년부터 채무 0원, 주민 1인당 지방세 31만원': since when holds for the first of them.
_SINCE = re.compile(r"도?\s?(?:\d{1,2}월\s?)?(?:부터|이후|이래)\s[^,;]{0,40}?\d[^,;()]{0,12}[,;]\s")


_BYGONE = re.compile(
    r"\W*(?:[\dⅠ-Ⅻ가-하]{1,2}[-.)]?\s?)?(?:(?:그간|그동안|지금까지)의?\s|추진\s?경과|(?:주요\s?)?연혁|지난\s?(?:실적|성과))"
)


def is_bygone(entry: str) -> bool:
    """Whether a heading says that what stands below it was done before now, and not in which year.

    '그간의 성과', '추진경과'.
    """
    return _BYGONE.match(entry) is not None and _ANY_YEAR.search(entry) is None


def is_dateline(entry: str) -> bool:
    """Whether a heading is nothing but the day on which the document came out."""
    return _DATELINE.fullmatch(entry) is not None


def year_as_of(entry: str) -> int | None:
    """The year as of which a heading says that everything below it stands."""
    found = {int(one["year"]) for one in _YEAR_AS_OF.finditer(entry)}
    return found.pop() if len(found) == 1 else None


def without_compared(entry: str) -> str:
    """A heading without the years that it only compares with: '2022년보다 46억 원 증가'."""
    return _COMPARED.sub("", entry)


def is_listed_apart(text: str, start: int, end: int, at: int) -> bool:
    """Whether the year at text[start:end] is said in another item of a list than text[at:].

    '▲2031년 국비 2조 원 확보 ▲청년 일자리 3,200개'; so is since when a first thing holds, and
    when the thing that is counted was made.
    """
    if _LIST_MARK.search(text, 0, start) and _LIST_MARK.search(text, end, at):
        return True
    return any(one.match(text, end, at) is not None for one in (_SINCE, _MADE_THEN))


_BEFORE_NOW = re.compile(r"(?<![가-힣])(?:앞서|일찍이|과거|당시|종전에|이전에)\s")
_HAS_BEEN = re.compile(r"(?:바|적)[이가도]?\s있(?:다|었다|습니다)|(?:했|됐|었|았|렸)던\s")
_ANY_YEAR = re.compile(r"(?:19|20)\d\d|['‘’`´]\d\d")
_DAY_SAID = re.compile(r"(?:(?P<year>(?:19|20)\d\d)년|지난해|작년)\s?\d{1,2}월")


def is_recalled(text: str, at: int, year: int | None) -> bool:
    """Whether a statement recalls another time than `year`.

    '앞서 2022년 7월 보고회에서 5대 목표를 내놓은 바 있다.'
    """
    day = _DAY_SAID.search(text, 0, at) if "월" in text else None
    if day is None or (day["year"] and int(day["year"]) == year):
        return False
    return bool(_BEFORE_NOW.search(text, 0, at) or _HAS_BEEN.search(text, at))


_ACCOUNTS = re.compile(r"(?<![\d~∼～-])(?P<year>(?:19|20)\d\d)(?=\s?회계(?:연도|년도))")
# '‘2031 전국 공약이행 평가’에서': the year in the name of what was judged is that of its results.
_JUDGED = re.compile(
    r"(?<=[‘'「『“\"])(?P<year>(?:19|20)\d\d)(?=\s[가-힣][^‘’'「」『』“”\".]{2,40}(?:평가|심사|조사)[’'」』”\"])"
)
# '2023년 카드매출액의 0.8%, 최대 50만원': what support is reckoned from.
_BASE = re.compile(
    r"도?\s(?:[가-힣]{1,8}\s)?[가-힣]{0,6}(?:매출액?|소득|수입|납부액|판매액|거래액|급여|보수|생산량|재배면적)"
    r"(?:의\s?\d|\s?(?:이|가)?\s?\d[\d,.]*\s?[조억만천백]*\s?[가-힣%]{1,3}\s?(?:이하|미만|이상|초과)인?)"
)
# '2010년 제도를 들여온 뒤', '2016년에 시작한': when it began is not the year of what it is now.
_ORIGIN = re.compile(
    r"(?:도|에|부터)?\s[^,.;]{0,24}?(?:도입|들여|시작|시행|제정|설치|출범|개관|개원|개소|개통|개청|문을\s연|문\s연|세운|만든|승격|지정)"
    r"[가-힣]{0,4}(?:\s(?:뒤|후|이후|이래|다음|지)|\s?이(?:후|래))"
)

# '2025년에 문을 연 도서관', '2024년 개정된 조례에 따라': which one is meant.
_MADE_THEN = re.compile(
    r"(?:도)?(?:에\s(?:문을?\s연|도입[한된]|시작[한된]|출범한|설립[한된]|세운|들여온|생긴)|\s?(?:개정|제정)[한된])\s"
)


def with_accounts(text: str, mentions: Sequence[DateMention]) -> tuple[DateMention, ...]:
    """The dates of a text with its years of account ('2018회계연도에는') and of what was judged."""
    named = [
        *(_ACCOUNTS.finditer(text) if "회계" in text else ()),
        *(_JUDGED.finditer(text) if "20" in text else ()),
    ]
    if not named:
        return tuple(mentions)
    taken = {one.start for one in mentions}
    found = [
        DateMention(
            start=one.start(),
            end=one.end(),
            raw=one.group(),
            start_date=one["year"],
            end_date=None,
            kind="year",
            resolved=True,
            flags=(),
        )
        for one in named
        if one.start() not in taken
    ]
    if not found:
        return tuple(mentions)
    return tuple(sorted((*mentions, *found), key=lambda one: one.start))


def is_base(text: str, end: int, at: int) -> bool:
    """Whether the year that ends at `end` is that of the sales or income support is reckoned by."""
    base = _BASE.match(text, end)
    return base is not None and at >= base.end()


def is_of_origin(text: str, end: int) -> bool:
    """Whether the year that ends at `end` tells since when there is something."""
    return _ORIGIN.match(text, end) is not None
