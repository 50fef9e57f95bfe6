"""The years that a text says, in digits or by '지난해'; a day on which it came out says none."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

import corpus

CHANGE = re.compile(
    r"(?:한\s?해|1년)\s?(?:새|사이|동안)(?=\s|에)|"
    r"(?:전년(?:도)?|지난해|작년|(?:한\s?해|1년)\s?전)\s?(?:[가-힣]{1,4}(?:\s[가-힣]{2})?)?"
    r"(?:\([^()]{1,20}\))?"
    r"(?:대비|보다|에\s?비[해하]|[와과]\s?(?:견[주줘]|비교)|에\s?견[주줘])|지난해보다\s?대비"
)
"""A change against the year before, from which that year's value follows."""

COMPARED = re.compile(
    r"(?:19|20)\d\d\s?년?(?:도|말|\s때|\s당시)?\s?(?:보다|대비|에\s?비해|과|와|이랑|하고|에서|부터|때|이후)"
    r"|비교|견주|견줘|비해"
)
"""A question that holds one year against another, each of which may be told of elsewhere."""

STAMP = re.compile(
    r"(?:승인|입력|등록|게시|작성|수정|기사|배포)[^가-힣0-9]{0,3}(?:일시?|일자)?\s?:?\s?(?:19|20)\d\d"
    r"|^\s*(?:19|20)\d\d\s?[.\-년/]\s?\d{1,2}\s?[.\-월/]\s?\d{1,2}\s?[.일]?"
    r"(?:\s?\d{1,2}:\d\d)?(?:\s\S{2,4}\s?기자)?\s*$"
)
"""'승인 2019-03-18', or a day (and its reporter): when a text came out, not what it is about."""

_REMEMBERED = 20_000
"""Texts whose years are kept: the same ones come up in many questions."""

_YEAR_WORD = re.compile(
    r"올\s?한?\s?해|금년|지난해|작년|재작년|내년|내후년|지난\s?달|이번\s?달|이달"
)
# A name that begins with its year: ‘2031 공약이행 평가’.
_NAMED = re.compile(r"['‘’\"“「『《<(]\s?(?P<year>(?:19|20)\d\d)\s(?=[가-힣]{2})")
_MONTH_LENGTH = 7


@lru_cache(maxsize=_REMEMBERED)
def years_said(text: str, published_on: date | None = None) -> frozenset[int]:
    """The years a text says, a range counted by its ends.

    With the day it was published, '지난해' and '올해' count as well; a day without a year does not.
    A term of office ('민선 8기') lasts four years and tells none of them.
    """
    years: set[int] = set()
    for mention in corpus.find_dates(text, reference=published_on):
        is_relative = mention.kind == "relative" or "year_inferred" in mention.flags
        if not mention.resolved or mention.kind == "term":
            continue
        if is_relative and not _YEAR_WORD.match(mention.raw):
            continue
        for day in (mention.start_date, mention.end_date):
            if day is not None:
                years.add(int(day[:4]))
    return frozenset(years | {int(found["year"]) for found in _NAMED.finditer(text)})


def years_meant(text: str, document: corpus.Document) -> frozenset[int]:
    """The years a text of a document says, those counted from the document's own day included."""
    return years_said(text, document.published_on)


@lru_cache(maxsize=1)
def months_named(text: str) -> frozenset[str]:
    """The months that a question names with their year, as '2030-02'."""
    starts = [one.start_date for one in corpus.find_dates(text) if one.resolved]
    return frozenset(day[:7] for day in starts if day is not None and len(day) >= _MONTH_LENGTH)
