"""Times that a statement tells, apart from years that only name a thing ('2030년 업무계획')."""

from __future__ import annotations

import re

HOW_LONG = (
    r"몇\s?(?:개월|달|년|주일?|시간)\s?(?:동안|간|이나|짜리|안에|이내|걸|내[에로])|"
    r"(?:며칠|몇\s?일)\s?(?:동안|간|안에|이내|걸|이나(?!\s?(?:더\s?)?(?:빨|줄|늘|단축|짧|길|당)))|"
    r"몇\s?(?:주|시간)(?![가-힣]{2})|"
    r"얼마\s?(?:동안|간(?!격)|안에|이내|만에)|얼마나\s?(?:오래|오랫동안|걸리|걸려|걸렸)|"
    r"몇\s?(?:년|달|해|주)\s?(?:째|연속|내리|만[에인의이])|며칠\s?(?:째|만)|"
    r"(?:기간|임기|주기|수명|유효\s?기간|시간)[은는이가]?\s?(?:몇|얼마|며칠)|"
    r"\bhow long\b|\bhow many (?:months|weeks|hours)\b"
)
"""How a question asks how long something lasts, or within what time it must be done."""

# A year in the name of a plan, a budget or an event, unless something is then done with it.
_NAMING = re.compile(
    r"(?<![\d.])(?:19|20)\d\d\s?(?:년도?)?\s?(?:[가-힣·]{1,12}\s){0,2}?[가-힣·]{0,10}?"
    r"(?:계획|예산|추경|결산|평가|감사|보고회|업무|시책|조사|공모|대회|축제|대책|전략|공시|지표|계약|측정|국비|도비|보조금|교부세|기금)"
    r"(?![가-힣]{0,3}\s?(?:시작|착수|착공|준공|시행|실시|개최|추진|도입|완료|종료|신설|개[관통]))"
)
_TIME = re.compile(
    r"\d\s?[년월일]|['‘’]\s?\d{2}|(?<!\d)\d{4}\.|\d{1,2}\.\s?\d{1,2}\.|[상하]반기|분기|"
    r"여름|가을|겨울|봄|연[초말]|내년|올해|지난해|작년"
)
_PERIOD_ASKED = re.compile(
    r"기간|까지|부터|마감|\b(?:until|deadline|period|from when)\b", re.IGNORECASE
)
_PERIOD = re.compile(
    r"\d\s?[월일.)][^\n]{0,6}?(?:[~∼～]|부터)\s?[^\n]{0,16}?\d|\d\s?일?(?:\s?\([가-힣]\))?\s?까지"
)

_BOUND = re.compile(
    r"\d\s?[월일]|\d{1,2}\.\s?\d{1,2}\.|[~∼～]|['‘’]?\d\s?년?\s?(?:까지|부터|[초말]|에|간|[상하]반기)|동안|까지|부터"
)


_IN_ROW_ASKED = re.compile(r"(?:몇\s?(?:년|달|해|주)|며칠)\s?(?:째|연속|내리)")
_IN_ROW = re.compile(
    r"\d\s?(?:년|개월|달|해|주|일|회)\s?(?:째|연속|연달아|내리|이어|만(?=[에인의이\s])|동안|간)|"
    r"(?<![가-힣])(?:두|세|네|다섯|여섯)\s?해\s?(?:째|연속|내리|이어|만|동안)"
)

_REPORTING = "밝[혔히]|알[렸리]|전했|전한|공개|발표|공표|내놓|내놨|설명|말했|말한|덧붙|보도|배포"
_REPORTED = re.compile(
    rf"(?<![~∼-])(?:(?:지난|이달|이날)\s)?(?:\d{{1,2}}월\s)?\d{{1,2}}일(?:자로)?,?\s(?=(?:{_REPORTING}))"
)
_REPORT_ASKED = re.compile(
    rf"{_REPORTING}|\b(?:announce|publish|report|reveal|disclose|unveil|release|say|said)",
    re.IGNORECASE,
)


def tells_time(quote: str) -> bool:
    """Whether a quote tells when something is or was, by a day, a year or a season."""
    return _TIME.search(_NAMING.sub(" ", quote)) is not None


def without_reports(quote: str, question: str) -> str:
    """A quote without the days on which something was only reported, unless these are asked for.

    '조직개편안을 21일 내놓았다' tells when it was told, not when the change takes place.
    """
    return quote if _REPORT_ASKED.search(question) else _REPORTED.sub(" ", quote)


def tells_length(quote: str, question: str) -> bool:
    """Whether a quote counts years in a row or since, where '몇 년째' asks for these; else True."""
    return _IN_ROW_ASKED.search(question) is None or _IN_ROW.search(quote) is not None


def tells_bound(quote: str) -> bool:
    """Whether a quote tells anything that may be a first or a last day, or how long."""
    return _BOUND.search(quote) is not None


def tells_period(quote: str) -> bool:
    """Whether a quote prints a first and a last day, or until when something goes on."""
    return _PERIOD.search(quote) is not None


def asks_period(text: str) -> bool:
    """Whether a question asks for a first or last day, or for both."""
    return _PERIOD_ASKED.search(text) is not None
