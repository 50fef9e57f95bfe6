"""Statements: whether a sentence says one fact with its own name, value, unit and year."""

from __future__ import annotations

import re
from decimal import Decimal

import corpus
from assistant.frames import is_frame, words_in
from assistant.spelled import in_digits
from assistant.wording import billion_won, figure, won

_KOREAN_BOUNDS = {
    "at_least": "이상",
    "at_most": "이하",
    "more_than": "초과",
    "less_than": "미만",
}
_ENGLISH_BOUNDS = {
    "at_least": "at least",
    "at_most": "at most",
    "more_than": "more than",
    "less_than": "less than",
}
_NO_UNIT = re.compile(r"[△▲\-\d,.\s]+")


def states(own: str, fact: corpus.Fact, years: frozenset[int]) -> bool:
    """Whether words say a fact and nothing else: its name, then its value as it prints it.

    `years` are those asked about: a sentence that names no year says the value of one of them. A
    fact of several years is stated only with the year of the value. What is left beside name,
    value, year and bound may only be frames.
    """
    name = in_digits(fact.name)
    if not name or name not in own:
        return False
    rest = own.replace(name, " ", 1)
    values = fact.values or (corpus.FactValue(year=None, value=fact.value),)
    for one in values:
        if one.year is None:
            is_year_said, left = True, rest
        else:
            left = re.sub(rf"(?<!\d){one.year}(?!\d)(?:년)?", " ", rest, count=1)
            is_year_said = left != rest or (
                len(values) == 1 and (not years or one.year in years or fact.period is not None)
            )
        if is_year_said and _is_value_alone(left, fact, one, is_only=len(values) == 1):
            return True
    return False


def _is_value_alone(
    text: str, fact: corpus.Fact, value: corpus.FactValue, *, is_only: bool
) -> bool:
    for said in sorted(_said(fact, value, is_only=is_only), key=len, reverse=True):
        at = text.find(said)
        if at < 0 or _is_part_of_number(text, at, said):
            continue
        left = text[:at] + " " + text[at + len(said) :]
        if is_only and fact.amount_krw is not None:
            left = left.replace(billion_won(fact.amount_krw), " ", 1)
        bounds = (_KOREAN_BOUNDS, _ENGLISH_BOUNDS)
        if fact.comparator is not None:
            words = [one.get(fact.comparator, "") for one in bounds]
            if not any(word and word in text for word in words):
                return False
            for word in words:
                left = left.replace(word, " ", 1) if word else left
        if not re.search(r"\d", left) and all(map(is_frame, words_in(left))):
            return True
    return False


def _said(fact: corpus.Fact, value: corpus.FactValue, *, is_only: bool) -> set[str]:
    """The ways in which a value is printed: with its unit where its own digits have none."""
    found: set[str] = set()
    if isinstance(value.value, Decimal):
        found.add(figure(value.value, fact.unit))
        if fact.unit == "원":
            found.add(won(int(value.value)))
    elif value.value is not None:
        found.add(str(value.value))
    if is_only:
        printed = " ".join(fact.raw_text.split())
        is_bare = _NO_UNIT.fullmatch(printed) is not None
        if not is_bare:
            found |= {printed, fact.raw_text}
        elif fact.amount_krw is None or fact.unit != "원":
            found.add(printed + (fact.unit or ""))
        if fact.amount_krw is not None:
            found.add(won(fact.amount_krw))
    return {in_digits(one) for one in found if one.strip()}


def _is_part_of_number(text: str, at: int, said: str) -> bool:
    end = at + len(said)
    before, behind = text[max(0, at - 2) : at], text[end : end + 2]
    joins_left = said[0].isdigit() and re.search(r"\d[,.]?$", before) is not None
    return joins_left or (said[-1].isdigit() and re.match(r"[,.]?\d", behind) is not None)
