"""Ranks of officials: what is told of those of the fourth (4급) is no answer about the fifth."""

from __future__ import annotations

import re

from assistant.evidence import Evidence

_HIGHEST, _LOWEST = 1, 9
_RANK = re.compile(
    r"(?<![\d제가-힣.])(?P<first>[1-9])(?:\s?[~∼·,-]\s?(?P<last>[1-9]))?급"
    r"(?:\s?(?P<bound>이상|이하))?(?![수지행])(?!\s?(?:청렴|발암|감염|장애|하천|보안|관광|호텔))"
)
# '1급 장애인' and '한국사 1급' hold no office.
_OFFICIALS = re.compile(
    r"공무원|직원|간부|승진|정원|현원|과장|팀장|국장|실장|사무관|주무관|서기관|주사|인사|직급"
)


def ranks_said(text: str) -> frozenset[int]:
    """The ranks that a text names: '5급 이상' names the first to the fifth."""
    found: set[int] = set()
    for match in _RANK.finditer(text):
        first = int(match["first"])
        last = int(match["last"] or first)
        first = _HIGHEST if match["bound"] == "이상" else first
        last = _LOWEST if match["bound"] == "이하" else last
        found |= set(range(min(first, last), max(first, last) + 1))
    return frozenset(found)


def rank_fits(evidence: Evidence, asked: str) -> bool:
    """Whether the evidence does not speak of other ranks alone; '5급 이상' is of the fourth too."""
    wanted = ranks_said(asked) if _OFFICIALS.search(asked) else frozenset()
    if not wanted:
        return True
    said = ranks_said(evidence.quote) or ranks_said(" ".join(evidence.headings))
    return not said or bool(wanted & said)
