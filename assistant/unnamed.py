"""Names asked for where the documents only say how many there are.

'보류된 사업 이름이 뭐야' is not answered by '보류 1개', '고발한 단체 이름' not by '일부를 고발'. Of
offices, firms or other places one has to be named that the question itself does not name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.evidence import Evidence, places_named
from assistant.in_charge import DEPARTMENT
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
_MANY = r"(?:\s?(?:\d{1,3}|두|세|네|다섯|여섯)\s?(?:개|[개게]?\s?곳|군데|팀|건)?)?"
_BESIDE = re.compile(
    r"(?P<but>[가-힣]{2,12}?)(?:시|군|구)?\s?(?:말고|외에|빼고|제외하고|[을를]\s?[뺀빼])\s?"
    r"[^?]*(?:어디|이름|어느|명단|뭐|나머지)"
)
# Of what sort the names are that are asked for, and what says in a quote that it is one of these.
_SORTS = (
    (
        re.compile(
            rf"(?:시\s?[·,]?\s?군|(?<![가-힣])군|자치구|지자체|자치단체){_MANY}(?:들)?(?:의)?\s?(?:이름|명단)"
        ),
        None,
    ),
    (
        re.compile(
            rf"부서{_MANY}(?:들)?(?:의)?\s?(?:이름|명단)|"
            r"(?:\d+|두|세|네)\s?개?\s?(?:과|국|팀|부서)(?:은|는|이|가)?\s(?:어디|어느|어떤|무슨|무엇|뭐)|"
            r"(?<![가-힣])(?:어느|어떤|무슨)\s?(?:국|과|팀|부서)(?:이|가|에서|들)"
        ),
        DEPARTMENT,
    ),
    (
        re.compile(rf"(?:업체|회사|기업){_MANY}(?:들)?(?:의)?\s?(?:이름|명단|상호)"),
        re.compile(
            r"㈜|\(주\)|주식회사|[‘“「『'\"][^’”」』'\"\n]{2,30}[’”」』'\"]|"
            r"[가-힣A-Za-z]{2,}(?:건설|산업|전자|중공업|기업|상사|엔지니어링|테크|시스템즈|개발|화학|제약|푸드)(?![가-힣])"
        ),
    ),
)
_NAMED = re.compile(r"[‘“「『'\"][^’”」』'\"\n]{2,40}[’”」』'\"]|\s:\s")


def is_unnamed(asked: Understanding, chosen: Sequence[Evidence]) -> bool:
    """Whether names are asked for and what was found only counts or mentions what has them."""
    if asked.language != "ko" or not chosen:
        return False
    quotes = [one.quote for one in chosen]
    if _NAMES.search(asked.text) and not any(map(_tells_names, quotes)):
        return True
    if any(
        wanted.search(asked.text) and not _names(told, asked, chosen) for wanted, told in _SORTS
    ):
        return True
    beside = _BESIDE.search(asked.text)
    if beside and places_named(beside["but"]) and not _names(None, asked, chosen):
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


def _names(told: re.Pattern[str] | None, asked: Understanding, chosen: Sequence[Evidence]) -> bool:
    """Whether a quote names one of a sort that the question does not; None is for places."""
    quotes = " ".join(one.quote for one in chosen)
    if told is not None:
        return any(match.group() not in asked.text for match in told.finditer(quotes))
    own = {one.document.municipality for one in chosen}
    known = places_named(asked.text)
    upper = {one.upper for one in known}
    return any(
        place not in known and not {place.korean, place.name} & (own | upper)
        for place in places_named(quotes)
    )


def _tells_names(quote: str) -> bool:
    return lists_items(quote) or _NAMED.search(quote) is not None


def _names_behind(quote: str, counted: re.Pattern[str]) -> bool:
    """Whether names follow the count: in brackets, behind a colon or set between marks."""
    match = counted.search(quote)
    rest = quote[match.end() : match.end() + 60] if match else ""
    return re.match(r"\s?[(:：‘“「]\s?[^\d)]{2}", rest) is not None
