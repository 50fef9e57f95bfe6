"""Figures and dates in words: the Korean way of writing money, counts and days."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import hangeul

import index

_MONTH = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{1,2}))?")
_NOMINAL = frozenset({"NNG", "NNP", "NNB", "NR", "SN", "SL", "XSN", "XR"})
_SIZES = {"천": 10**3, "만": 10**4, "백만": 10**6}
_STEPS = ((10**12, "조"), (10**8, "억"), (10**4, "만"))


def won(amount: int) -> str:
    """An amount as plans write it, exact to the won: 872_700_000_000 is '8,727억 원'."""
    sign, rest = ("-" if amount < 0 else ""), abs(amount)
    parts: list[str] = []
    for size, name in _STEPS:
        count, rest = divmod(rest, size)
        if count:
            parts.append(f"{count:,}{name}")
    if rest or not parts:
        parts.append(f"{rest:,}")
    return sign + " ".join(parts) + (" 원" if not rest else "원")


def won_in(amount: int, size: str) -> str:
    """An amount in one size, exact: 345_000_000 in '만' is '34,500만 원', in '' '345,000,000원'.

    In 억 and 조 an amount is written as plans write it, since decimals of 억 are hard to read.
    """
    if size in {"조", "억"}:
        return won(amount)
    number = Decimal(amount) / _SIZES.get(size, 1)
    written = f"{number.normalize():,f}"
    return f"{written}{size} 원" if size else f"{amount:,}원"


def billion_won(amount: int) -> str:
    """An amount for English readers: 872_700_000_000 is '872.7 billion won'."""
    for size, name in ((10**12, "trillion"), (10**9, "billion"), (10**6, "million")):
        if abs(amount) >= size:
            scaled = (Decimal(amount) / size).normalize()
            return f"{scaled:,f} {name} won"
    return f"{amount:,} won"


def figure(value: Decimal, unit: str | None) -> str:
    """A figure with its unit, as exact as it was printed: '1,500명', '8.40점'."""
    return f"{value:,f}{unit or ''}"


def with_topic(name: str) -> str:
    """A name with the particle of a topic: '예산 총액은', '점수는'; as it is if it ends in no noun.

    A name that a document prints with a particle already ('도서관 수는') takes no second one.
    """
    words = index.analyse(name)
    is_noun = bool(words) and words[-1].tag in _NOMINAL
    return hangeul.attach(name, "은/는") if is_noun else name


def korean_day(day: date) -> str:
    """A day as written in Korean: '2022년 1월 6일'."""
    return f"{day.year}년 {day.month}월 {day.day}일"


def month_count(start: str, end: str) -> int | None:
    """How many months a printed period covers, first and last included; None if days decide."""
    first, last = _MONTH.fullmatch(start), _MONTH.fullmatch(end)
    if first is None or last is None or bool(first["month"]) != bool(last["month"]):
        return None
    years = int(last["year"]) - int(first["year"])
    if not first["month"]:
        return (years + 1) * 12
    return years * 12 + int(last["month"]) - int(first["month"]) + 1
