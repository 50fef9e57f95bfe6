"""What a superlative picks out: the noun by which a question calls the items that it ranks."""

from __future__ import annotations

import re

ANY_KIND = frozenset("건 게 것 거 데 곳 쪽 항목 부문 분야 종류 유형 달 월 해 연도 구분".split())
"""What a question calls the items of any row, whatever they are."""

_NOUN = re.compile(
    r"(?:[가-힣]?[는은던한된간운]|큰|비싼|중|가운데)\s(?P<noun>[가-힣]{1,6}?)"
    r"(?:은|는|이|가|을|를)?\s?(?:어디|무엇|뭐|뭔|뭘|누구|몇|무슨|어느|\?|$)|"
    r"(?:어느|어떤|무슨)\s(?P<which>[가-힣]{2,6}?)(?:이|가|은|는|을|를|의|에|인)?(?:\s|\?|$)"
)
_AMONG = re.compile(
    r"(?P<noun>[가-힣]{2,6}?)(?:들)?\s?"
    r"(?:(?:\d+|두|세|네|다섯|여섯|일곱|여덟|아홉|열|여러)\s?[개곳건]?\s?)?(?:중|가운데)(?:에서|에|엔)?\s"
)
# '증액 폭이 가장 큰 분야와 금액': the figure is asked for beside the item.
_WITH_FIGURE = re.compile(
    r"(?:[은는한된간운]|큰|긴)\s(?P<noun>[가-힣]{1,6}?)(?:이랑|랑|와|과|하고|,)\s?(?:그\s)?"
    r"(?:금액|액수|예산|사업비|건수|개수|점수|비율|수치|값|규모|얼마|몇)"
)
_ASKING = re.compile(r"(?:무엇|무슨|뭐|뭔|뭘|언제|어디|어느|어떤|누구|얼마|몇)")


def kind_sought(text: str) -> str:
    """The noun that a question calls the items that it ranks by; '' where it calls them nothing."""
    beside = _WITH_FIGURE.search(text)
    match = beside or _NOUN.search(text)
    noun = (match["noun"] or match.groupdict().get("which") or "") if match else ""
    noun = "" if _ASKING.match(noun) else noun
    among = _AMONG.search(text)
    return among["noun"] if among is not None and noun in {"", *ANY_KIND} else noun
