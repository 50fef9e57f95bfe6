"""Names asked for where the documents only say how many there are.

'보류된 사업 이름이 뭐야' is not answered by '보류 1개', '고발한 단체 이름' not by '일부를 고발'.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.evidence import Evidence
from assistant.items import lists_items
from assistant.understand import Understanding

_THINGS = (
    r"(?:사업|공약|과제|단체|기관|업체|시설|부서|항목|지표|제안|마을|학교|회사|기업|품목|노선|조례)"
)
_NAMES = re.compile(rf"{_THINGS}(?:들)?(?:의)?\s?이름")
# '보류된 공약이 어떤 사업', '이행하지 못한 공약 5개는 무엇': picked out by what became of them.
_PICKED = re.compile(
    rf"(?P<stem>[가-힣]{{2,4}}?)(?:된|한|받은|당한|되지\s?(?:않은|못한)|하지\s?(?:않은|못한)|\s?안\s?된|\s?중인|인)\s"
    rf"(?:[가-힣]+\s)?{_THINGS}(?:들)?(?:은|는|이|가|을|를|\s\d+\s?개[는은가를]?)?\s?"
    rf"(?:(?:이|의)\s?)?(?:이름|어떤|무슨|뭐|무엇|어디|뭔)"
)
_NAMED = re.compile(r"[‘“「『'\"][^’”」』'\"\n]{2,40}[’”」』'\"]|\s:\s")


def is_unnamed(asked: Understanding, chosen: Sequence[Evidence]) -> bool:
    """Whether names are asked for and what was found only counts or mentions what has them."""
    if asked.language != "ko" or not chosen:
        return False
    quotes = [one.quote for one in chosen]
    if _NAMES.search(asked.text) and not any(map(_tells_names, quotes)):
        return True
    picked = _PICKED.search(asked.text)
    if picked is None:
        return False
    counted = re.compile(
        rf"{re.escape(picked['stem'])}(?:된|한)?\s?(?:[가-힣]{{1,6}}\s)?\d+\s?(?:개|건|곳|명)"
    )
    told = [quote for quote in quotes if picked["stem"] in quote]
    return bool(told) and all(
        counted.search(quote) and not _names_behind(quote, counted) for quote in told
    )


def _tells_names(quote: str) -> bool:
    return lists_items(quote) or _NAMED.search(quote) is not None


def _names_behind(quote: str, counted: re.Pattern[str]) -> bool:
    """Whether names follow the count: in brackets, behind a colon or set between marks."""
    match = counted.search(quote)
    rest = quote[match.end() : match.end() + 60] if match else ""
    return re.match(r"\s?[(:：‘“「]\s?[^\d)]{2}", rest) is not None
