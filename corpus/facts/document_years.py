"""For which year a whole document speaks, where neither its words nor its headings say one."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.moments import full_year
from corpus.recall import LIMITS
from corpus.title_years import title_year
from corpus.types import Document

_YEAR_IN_TITLE = re.compile(
    r"(?<!\d)(?P<full>(?:19|20)\d\d)(?!\d)|['‘’`´]\s?(?P<short>\d\d)(?=\.|년)"
)
# What such a document says holds for all its years, unless it says for which.
_MANY_YEARS = re.compile(
    r"중기|중장기|기본\s?계획|마스터\s?플랜|발전\s?계획|제\s?\d+\s?차\s|\d개년|주요\s?추진\s?사업|공약(?![^,…]{0,24}(?:평가|점검|이행률|등급|배심원|최우수|SA))"
    r"|(?:19|20)\d\d년?\s?[~∼～-]\s?(?:['‘’]?\d\d|(?:19|20)\d\d)"
)


@lru_cache(maxsize=LIMITS.texts)
def year_of_news(document: Document) -> int | None:
    """The year in which news came out that names no year: what it does not date is told of then."""
    day = document.published_on
    if day is None or document.document_type != "press" or is_for_many_years(document.title):
        return None
    return day.year


@lru_cache(maxsize=LIMITS.texts)
def is_of_one_year(document: Document) -> bool:
    """Whether what a document says without a year is of its own year.

    Not so where that year is only the one it names most, nor in a plan for many years.
    """
    if len(document.fiscal_years) != 1:
        return False
    printed = {
        int(one["full"]) if one["full"] else full_year(int(one["short"]))
        for one in _YEAR_IN_TITLE.finditer(document.title)
    }
    is_known = "fiscal_years" not in document.inferred or document.fiscal_years in {
        tuple(printed),
        (title_year(document.title, document.published_on),),
    }
    return is_known and not is_for_many_years(document.title)


def is_for_many_years(title: str) -> bool:
    """Whether a title is that of a plan for several years, or of what a term of office promises."""
    return _MANY_YEARS.search(title) is not None


def latest_year(document: Document) -> int:
    """The last year that a document is of or came out in; 9999 where neither is known."""
    known = list(document.fiscal_years)
    if document.published_on is not None:
        known.append(document.published_on.year)
    return max(known, default=9999)
