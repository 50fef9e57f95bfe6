"""Shares: a percentage in the bracket of an amount, where all are parts of one total.

'880억원(6.4%), 318억원(2.3%), 509억원(3.7%)': each amount by its percentage gives the same total,
so these are shares, and nobody has to say so. One that no arithmetic shows may be a rate of
anything.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from corpus.facts.doubts import OF_NAME
from corpus.facts.draft import Draft
from corpus.facts.flags import SHARE
from corpus.particles import has_final_consonant

_FEWEST = 3
_ROUNDING = Decimal("0.06")  # of a percentage that is printed with one digit behind the point
_LOOSE = Decimal("0.02")  # of an amount that is printed in rounded hundreds of millions
_WHOLE = Decimal(100)
_SAID = re.compile(r"비중|구성비|차지|점유|가장\s(?:많|크|큰)")
_NO_SHARE = re.compile(r"증가|감소|증감|늘|줄|절감|대비|보다|신장")
_RATE = re.compile(
    r"(?:[률율도]|비[율중]|증[가감]|감소|차이|대비|지수|가중치|구성비|목표|수준|[가감]점|배점|할인|감면|부담|몫|분담|인[상하])$"
)
_SUM = re.compile(r"(?P<deed>절감|확보|집행|지출|편성|이행|달성)액$")
WORD = "비중"


def as_shares(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of one statement in order, the percentages that are shares named as such."""
    pairs = [(at, before) for at, one in enumerate(drafts) if (before := _amount_of(one, drafts))]
    is_list = len(pairs) >= _FEWEST and _have_one_total([(drafts[at], of) for at, of in pairs])
    found = list(drafts)
    for at, of in pairs:
        one = drafts[at]
        if _is_share(one, is_list=is_list) and "change" not in of.flags:
            name = of.name if of.name.endswith(WORD) else f"{of.name} {WORD}"
            doubts = tuple(x for x in one.doubts if x not in OF_NAME)
            flags = tuple(dict.fromkeys((*one.flags, SHARE)))
            found[at] = replace(one, name=name, doubts=(*doubts, *of.doubts), flags=flags)
    return found


def is_rate(name: str) -> bool:
    """Whether a name says what a percentage is of, or that it is one."""
    return any(map(_RATE.search, name.split()))


def rate_of(name: str) -> str:
    """The name of a percentage that stands beside a sum: '절감액' gives '절감률'."""
    match = _SUM.search(name)
    if match is None:
        return name
    is_open = not has_final_consonant(match["deed"][-1]) or match["deed"][-1] in "산선"
    return f"{name[: match.start()]}{match['deed']}{'율' if is_open else '률'}"


def _amount_of(draft: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """The amount in whose bracket a percentage stands, or that stands in its own; None for none."""
    if draft.unit != "%" or draft.at is None or "change" in draft.flags:
        return None
    text = draft.statement.text
    for one in drafts:
        if one.unit != "원" or one.at is None or not isinstance(one.value, Decimal):
            continue
        first, last = sorted((one, draft), key=lambda each: each.at or 0)
        between = text[(first.at or 0) + len(first.raw_text) : last.at]
        if between.strip() == "(":
            return one
    return None


def _have_one_total(pairs: Sequence[tuple[Draft, Draft]]) -> bool:
    """Whether one total fits every amount and its percentage, within what was rounded."""
    low, high = Decimal(0), Decimal("Infinity")
    for share, of in pairs:
        if not isinstance(share.value, Decimal) or not isinstance(of.value, Decimal):
            return False
        if share.value <= _ROUNDING or of.value <= 0 or share.value > _WHOLE:
            return False
        low = max(low, of.value * (1 - _LOOSE) * _WHOLE / (share.value + _ROUNDING))
        high = min(high, of.value * (1 + _LOOSE) * _WHOLE / (share.value - _ROUNDING))
    return low <= high


def _is_share(draft: Draft, *, is_list: bool) -> bool:
    if not OF_NAME.union({"name_unsure"}).issuperset(draft.doubts):
        return False
    text = draft.statement.text
    if is_list or draft.name.endswith(WORD):
        return True
    return _SAID.search(text) is not None and _NO_SHARE.search(text) is None
