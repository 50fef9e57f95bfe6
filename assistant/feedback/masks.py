"""Personal data in what people type, replaced before it is written anywhere.

What is masked has a shape of its own: numbers of residents, phones, cards, accounts, passports,
licences and vehicles, and mail addresses. Names and street addresses have none, so the form asks
people not to write them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import partial

_EMAIL = re.compile(
    r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}\s?@\s?[A-Za-z0-9-]{1,63}"
    r"(?:\.[A-Za-z0-9-]{1,63}){1,6}"
)
# Six digits of a birthday and seven more; without a mark between them it must be a true day, as
# thirteen digits may be an amount in won.
_RESIDENT = re.compile(
    r"(?<!\d)(?:\d{6}\s?[-–—~]\s?\d(?:\d|\*){6}|"
    r"\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\s?[1-8]\d{6})(?!\d)"
)
_PHONE = re.compile(
    r"(?:\+\s?82[\s.-]{0,2}\(?0?\)?\d{1,2}|(?<!\d)\(?0\d{1,2}\)?)[\s.-]{0,2}\d{3,4}[\s.-]?\d{4}(?!\d)"
)
_SPOKEN_PHONE = re.compile(r"[공영]일[공영일육칠팔구](?:[\s.-]?[공영일이삼사오육칠팔구]){7,8}")
_CARD = re.compile(r"(?<![\d-])\d{4}(?:[\s-]\d{4}){3}(?!\d)")
_PASSPORT = re.compile(r"(?<![A-Za-z0-9])[A-Z](?:\d{8}|\d{3}[A-Z]\d{4})(?![A-Za-z0-9])")
_PLATE = re.compile(
    # '제12조' is an article of a law.
    r"(?<![\d제])\d{2,3}[가나다라마거너더러머버서어저고노도로모보소오조구누두루무부수우주바사아자배하허호]"
    # '30도 2022' is more likely a year after something else.
    r"(?:\s(?!19|20))?\d{4}(?!\d)"
)
_HYPHENED = re.compile(r"(?<![\d-])\d{1,14}(?:[-–—]\d{1,14}){1,4}(?![\d-])")
_LONG = re.compile(r"(?<![\d,.])\d{10,}(?![\d,.])(?!\s?(?:원|천|백|만|억|건|명|won|KRW))", re.I)
_YEAR = re.compile(r"(?:19|20)\d\d")
_DIGITS = re.compile(r"\d+")

_ACCOUNT_DIGITS = 9
"""A whole date has eight digits, the shortest phone number with its area nine."""


def _is_identifying(found: str) -> bool:
    groups = _DIGITS.findall(found)
    is_years = all(_YEAR.fullmatch(one) for one in groups)
    return sum(map(len, groups)) >= _ACCOUNT_DIGITS and not is_years


def _always(found: str) -> bool:
    return True


_RULES: tuple[tuple[re.Pattern[str], str, Callable[[str], bool]], ...] = (
    (_EMAIL, "전자우편", _always),
    (_RESIDENT, "주민등록번호", _always),
    (_CARD, "카드번호", _is_identifying),
    (_PHONE, "전화번호", _always),
    (_SPOKEN_PHONE, "전화번호", _always),
    (_PASSPORT, "여권번호", _always),
    (_PLATE, "차량번호", _always),
    (_HYPHENED, "번호", _is_identifying),
    (_LONG, "번호", _always),
)


def mask(text: str) -> str:
    """The text with personal data replaced by what it was: '010-1234-5678' -> '[가림: 전화번호]'.

    Full-width and other look-alike digits are read as digits. A text in which nothing is found
    comes back as it is.
    """
    folded = unicodedata.normalize("NFKC", text)
    masked = folded
    for pattern, name, is_meant in _RULES:
        masked = pattern.sub(partial(_replacement, name=name, is_meant=is_meant), masked)
    return text if masked == folded else masked


def _replacement(found: re.Match[str], *, name: str, is_meant: Callable[[str], bool]) -> str:
    return f"[가림: {name}]" if is_meant(found[0]) else found[0]
