"""Kinds meant: what kind of value a question wants where its words alone say several kinds.

'얼마' asks for money, and for points, people, years and rates as well; which of them is said by
the noun that stands before it.
"""

from __future__ import annotations

from assistant.asked_places import veiled
from assistant.grammar import Asked, asks_for_money, kinds_of, unit_of
from assistant.phrasings import is_countable, is_rated, only_names_money

_WON_WORDS = frozenset({"억", "조", "만", "원"})


def kinds_meant(text: str) -> tuple[Asked, ...]:
    """The kinds of value that a question asks for, without money that it does not mean."""
    plain = veiled(text)
    kinds = kinds_of(plain)
    names_money = asks_for_money(plain)
    unit = unit_of(text)
    if not names_money and Asked.COUNT in kinds and unit is not None and unit not in _WON_WORDS:
        # '점수는 얼마' asks for points: 얼마 alone does not make it money.
        kinds = _without_money(kinds)
    if only_names_money(text):
        # '비용은 언제까지 신청하나요' asks for a day.
        kinds = _without_money(kinds) or (Asked.TEXT,)
    if names_money:
        return kinds
    if Asked.DURATION in kinds:
        # '임기는 얼마나 되나요' asks for years.
        kinds = _without_money(kinds)
    if is_countable(text):
        # '관광객 수는 얼마' asks for a number of people, whatever 얼마 asks for elsewhere.
        kinds = tuple(Asked.COUNT if kind is Asked.AMOUNT else kind for kind in kinds)
    if is_rated(text) and Asked.RATIO in kinds:
        kinds = _without_money(kinds)
    return kinds


def _without_money(kinds: tuple[Asked, ...]) -> tuple[Asked, ...]:
    return tuple(kind for kind in kinds if kind is not Asked.AMOUNT)
