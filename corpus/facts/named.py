"""A figure's name and where its words come from."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.records import record

INCREASE, DECREASE, DIFFERENCE, CHANGE = "증가", "감소", "차이", "증감"
CHANGES = {INCREASE, DECREASE, DIFFERENCE, CHANGE}
LABEL, BESIDE, NOUN, AFTER = "label", "beside", "noun", "after"
"""Where a name comes from: the item's label, the words before the figure, the noun it counts, the
words behind it."""
WHOLE, TOPIC, HEADING, TITLE = "whole", "topic", "heading", "title"
"""What the figure is one of or sums up, what the clause is about, what the statement stands under,
what the document is about."""
HOST, BRACKET, LAST, EARLIER = "host", "bracket", "last", "earlier"
"""The figure in whose bracket it stands, the words before the bracket, the figure right before it,
one further back."""


MONEY = re.compile(r"[원억조]")
"""What an amount of money has in it."""
SHARE_OF = re.compile(r"[가-힣]의\s(?:약\s?|전체\s)?$")
"""What stands before a percentage that is one of the words before it: '예산의 약 30%'."""
_CLOSES_LIST = re.compile(r"\s?등\s(?:(?:모두|총|합쳐|합해|도합)\s)?")


@record(frozen=True, slots=True, kw_only=True)
class Name:
    """A figure's name; `act` is what happened to it (절감, 증가 …), '' for nothing.

    `is_change` tells a figure that says by how much another one, `of`, rose or fell; `is_borrowed`
    one whose sentence does not say what it counts, so that only its heading could. `basis` tells
    where the words come from: LABEL, BESIDE, NOUN … of this module.
    """

    words: str
    act: str = ""
    is_change: bool = False
    of: str = ""
    is_borrowed: bool = False
    basis: tuple[str, ...] = ()


@record(frozen=True, slots=True, kw_only=True)
class NamedFigure:
    """A figure that has its name: text[start:end] is the figure with its counted noun."""

    start: int
    end: int
    unit: str
    has_noun: bool
    name: Name


def without_amount(name: str) -> str:
    """'증가액' of an amount is '증가' for the percentage beside it."""
    return name.removesuffix("액") if name.endswith(("증가액", "감소액", "증감액")) else name


def says_nothing(topic: str) -> bool:
    """Whether what a clause is about names no thing: '올해 살핀 것'."""
    return not topic or topic.endswith(("것", "곳"))


def sums_list(text: str, earlier: Sequence[NamedFigure], start: int, unit: str) -> bool:
    """Whether the figure at text[start:] closes a list in its unit: 'A 2명, B 3명 등 모두 5명'."""
    listed = earlier[-2:]
    is_list = len(listed) > 1 and all(one.unit == unit for one in listed)
    return is_list and _CLOSES_LIST.fullmatch(text, listed[-1].end, start) is not None
