"""Whose an amount is: those that a statement prints of other things than the one asked about.

A list may print the cost of one of its items, or of all of them together; a rule prints the sum
from which it applies. None of these is what an item of the list costs, or what is owed in all.
"""

from __future__ import annotations

import re
from itertools import pairwise

import corpus
from assistant.evidence import Evidence
from assistant.matching import tight, tight_published
from assistant.understand import Understanding

_THRESHOLD = "threshold"
_ASKS_BOUND = re.compile(
    r"이상|이하|초과|미만|기준|조건|넘|경우|대상|한도|최대|최소|얼마(?:나\s?(?:되어야|돼야)|(?:\s?(?:짜리|어치)(?:\s[가-힣]{1,8})?)?\s?(?:부터|까지|(?:을|를)?\s?넘))|자격|"
    r"\b(?:at least|at most|limit|threshold|minimum|maximum|from how much)\b"
)
_ITEM_EDGE = re.compile(r",(?!\d)|[▲△▷▶;\n]|\s[/–—-]\s")
_BULLET = re.compile(r"\s*(?P<mark>[▲△▷▶○◦•·□■*※-])")
_SEVERAL = re.compile(r"(?<![\d.])(?P<count>\d{1,4})\s?(?:건|개(?!월|년)|곳|개소|가지)")
_FEWEST_ITEMS = 3
_FEWEST_WORDS = 2


def is_owned(evidence: Evidence, asked: Understanding) -> bool:
    """Whether a statement prints an amount that may be that of what a question asks about."""
    quote = evidence.quote
    amounts = [one for one in corpus.find_amounts(quote) if one.krw is not None]
    if not amounts:
        return True  # what other things speak for an amount is not judged here
    # '8천만 원이면 심사를 받나요' asks on which side of a bound its own amount lies.
    if not (asks_bound(asked.text) or corpus.find_amounts(asked.text)):
        bounds = [one for one in evidence.facts if _THRESHOLD in one.flags]
        amounts = [
            one for one in amounts if not any(_covers(bound, one, evidence) for bound in bounds)
        ]
    return bool(amounts) and not _are_of_others(quote, amounts, asked)


def asks_bound(text: str) -> bool:
    """Whether a question asks from or up to which sum a rule applies."""
    return _ASKS_BOUND.search(text) is not None


def _covers(bound: corpus.Fact, amount: corpus.Amount, evidence: Evidence) -> bool:
    """Whether an amount of the quote is what a threshold was read from."""
    value = bound.amount_krw
    at = evidence.start + amount.start
    return value == amount.krw and bound.start <= at < bound.end


def _are_of_others(quote: str, amounts: list[corpus.Amount], asked: Understanding) -> bool:
    """Whether the thing asked about is one item of a list, and every amount is another's."""
    if asked.clauses > 1:
        return False  # the words of the question are of several things
    edges = [0, *(one.end() for one in _ITEM_EDGE.finditer(quote)), len(quote)]
    items = [(start, end) for start, end in pairwise(edges) if start < end]
    words = [one for one in asked.terms if not (one.is_measure or one.is_verb or one.is_general)]
    if len(items) < _FEWEST_ITEMS or len(words) < _FEWEST_WORDS:
        return False

    def met(item: tuple[int, int]) -> int:
        said = tight_published(quote[item[0] : item[1]])
        return sum(tight(one.form) in said for one in words)

    best = max(items, key=met)
    most = met(best)
    if most < _FEWEST_WORDS or sum(met(one) == most for one in items) > 1:
        return False
    return all(_is_of_another(quote, one, best, items) for one in amounts)


def _is_of_another(
    quote: str, amount: corpus.Amount, item: tuple[int, int], items: list[tuple[int, int]]
) -> bool:
    """Whether an amount stands in the bracket of another item, or is that of several before it."""
    start, end = item
    if start <= amount.start < end:
        return False
    if _are_siblings(quote, amount.start, start):
        return True
    own = next(one for one in items if one[0] <= amount.start < one[1])
    before = quote[own[0] : amount.start]
    in_bracket = before.count("(") > before.count(")")
    several = _SEVERAL.search(before)
    is_total = several is not None and int(several["count"]) > 1 and amount.end <= start
    return in_bracket or is_total


def _are_siblings(quote: str, one: int, other: int) -> bool:
    """Whether two places stand in two lines of one list."""
    lines = [quote[quote.rfind("\n", 0, at) + 1 :] for at in (one, other)]
    first, second = (_BULLET.match(line) for line in lines)
    return lines[0] != lines[1] and bool(first and second and first["mark"] == second["mark"])
