"""Bounds that one word sets for several amounts: '공사 5억 원(설비 3억 원) 이상'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from corpus.amounts import Amount
from corpus.facts.adverbs import is_adverb
from corpus.facts.draft import Draft
from corpus.facts.flags import THRESHOLD
from corpus.facts.verbs import closes_clause, is_adnominal
from corpus.particles import without_particle

_BOUND_BEHIND = re.compile(r"\s?\)\s?(?P<bound>이상|초과|이하|미만|이내)")
_BOUNDS = {"이상": "at_least", "초과": "more_than", "미만": "less_than"}
_LISTED = re.compile(r"\s*(?:\)?\s*(?:,|·|ㆍ|및)|\()\s*[가-힣A-Za-z·\s()]{1,24}")
_BOUND = re.compile(r"대상|기준|심사|심의|이상|이하|미만|초과")
BOUND_NAMED = re.compile(
    r"기준|대상|한도|이상|이하|미만|요건|상한|하한|초과|최고|최대|최소|(?:예산액?|사업비|투자액|지원액)$"
)
"""A name that tells a bound, or a sum that is set aside from so much on."""
_COPULA = re.compile(r"(?<=[가-힣]{2})이(?:다|며|고)$")
_NOUN_BEHIND = re.compile(
    r"\s{0,2}(?:이상|이하|초과|미만)(?:의|인)?\s(?P<noun>[가-힣·]{2,12})(?=[\s,.)]|$)"
)
_NEAR = 30  # characters behind a bound in which its use is said
_WORD = 4  # characters of a bound and the bracket before it


def with_shared_bounds(text: str, amounts: tuple[Amount, ...]) -> Iterator[Amount]:
    """Amounts in order; the bound after a list holds for all of it.

    '공사 5억 원, 용역 2억 원, 물품 2천만 원 이상' is three thresholds.
    """
    shared: list[Amount] = []
    for position in range(len(amounts) - 1, -1, -1):
        one = amounts[position]
        behind = shared[-1] if shared else None
        if one.comparator is None and (bound := _BOUND_BEHIND.match(text, one.end)):
            comparator = _BOUNDS.get(bound["bound"], "at_most")  # '공사 5억 원(설비 3억 원) 이상'
            one = replace(one, comparator=comparator, flags=(*one.flags, THRESHOLD))
        if (
            one.comparator is None
            and behind is not None
            and behind.comparator is not None
            and _LISTED.fullmatch(text[one.end : behind.start])
            and _BOUND.search(text[max(0, behind.end - _WORD) : behind.end + _NEAR])
        ):
            one = replace(one, comparator=behind.comparator, flags=(*one.flags, THRESHOLD))
        shared.append(one)
    yield from reversed(shared)


def bounded(draft: Draft) -> str:
    """What a threshold is set for that stands behind it: '1억 원 이상 투자사업의'; '' for none."""
    end = (draft.at or 0) + len(draft.raw_text.rstrip())
    text = draft.statement.text
    match = _NOUN_BEHIND.match(text, end) or _NOUN_BEHIND.match(text, max(0, end - _WORD))
    noun = match["noun"] if match else ""
    noun = _COPULA.sub("", without_particle(noun))
    return "" if closes_clause(noun) or is_adverb(noun) or is_adnominal(noun) else noun
