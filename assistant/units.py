"""Units: what questions count in, and which words of documents count the same things.

People count calls in 통 and homes in 집; documents print 건 and 가구. Two words of one group say
the same wherever either is asked for; a word may be in several groups.
"""

from __future__ import annotations

import re
from functools import lru_cache

SAME_UNITS: tuple[frozenset[str], ...] = (
    frozenset({"명", "인", "사람", "분"}),
    frozenset({"개소", "곳", "군데"}),
    frozenset({"회", "번", "차례", "차"}),
    frozenset({"단계", "등급"}),
    frozenset({"가구", "세대", "호", "농가", "집"}),
    frozenset({"마리", "두"}),
    frozenset({"병상", "개"}),
    frozenset({"%", "퍼센트", "프로", "%p"}),
    frozenset({"개", "가지", "종", "개분야", "분야", "과제", "기관", "항목", "대", "개소", "곳"}),
    frozenset({"통", "건"}),
    frozenset({"통", "회", "번"}),
    frozenset({"살", "세"}),
    frozenset({"집", "곳", "개소"}),
    frozenset({"자리", "석", "좌석", "면", "개"}),
    frozenset({"장", "매"}),
    frozenset({"장", "쪽", "페이지"}),
    frozenset({"달", "개월"}),
    frozenset({"주", "주간"}),
    frozenset({"평", "㎡"}),
    frozenset({"킬로", "킬로미터", "km", "㎞"}),
    frozenset({"미터", "m"}),
    frozenset({"권", "부"}),
    frozenset({"그루", "본", "주"}),
    frozenset({"방", "실", "객실"}),
    frozenset({"학급", "반"}),
    frozenset({"마을", "개마을", "곳"}),
    frozenset({"곳", "군데", "기관", "개기관", "단체", "개단체"}),
)
EVERYDAY_UNIT = (
    r"(?<![가-힣])몇\s?(?:통|집|살|세|자리|석|장|부|척|평|킬로(?:미터)?|미터|마을|학교|학급|방|매|본|"
    r"페이지|[kK][mM]|㎡)"
    r"(?:(?![가-힣]{3})|(?=이[에나었야]|인[가지데]|입니|예요|에요|이라))"
)
"""What people count in by 몇, beside the units that documents print as well."""

_COUNTED = re.compile(EVERYDAY_UNIT)
_FEW = 6  # words of a group; a wider one joins what only may be counted alike
_ENDED = r"(?![가-힣])|(?=[은는이가을를의에도와과로])"


def everyday_unit(text: str) -> str | None:
    """The unit behind 몇 that people say and documents seldom print ('통', '집'), or None."""
    match = _COUNTED.search(text)
    return None if match is None else match.group()[1:].strip().lower()


@lru_cache(maxsize=256)
def words_like(unit: str) -> str:
    """A pattern of the other words that documents print for a unit ('호' and '가구' for '집')."""
    groups = [one for one in SAME_UNITS if unit in one and len(one) <= _FEW]
    words = sorted({word for one in groups for word in one} - {unit})
    alike = "|".join(map(re.escape, words))
    return f"(?:{alike})(?:{_ENDED})" if alike else r"(?!)"
