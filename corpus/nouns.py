"""The thing that a counter counts, where it is printed after it: 223개 성과지표를 -> 성과지표."""

from __future__ import annotations

import re

from corpus.particles import without_particle

_NOUN = re.compile(r"(?:의 ?| )?(?P<noun>[가-힣A-Za-z]++(?:·[가-힣A-Za-z]++)*+)")
# Offices are called by one syllable, too short for a particle to be told from the word.
_OFFICE = re.compile(r"(?P<office>[국실과팀계])(?:이|가|은|는|을|를|에서|으로|로)")
_AND_MORE = re.compile(r"[과와] [0-9]")
_LONGEST = 20  # characters; the longest counted noun met in plans has 9

_NEVER = (
    "이상|이하|미만|초과|이내|내외|안팎|가량|정도|등|및|와|과|또는|선정|확정|지정|구축|추진"
    "|운영|설치|조성"
    "|개최|실시|지원|확보|발굴|증가|감소|확대|축소|신설|폐지|완료|달성|참여|포함|제외|정비"
    "|제공|모집|배치"
    "|선발|구성|보급|설립|개소|개선|도입|구입|교체|증차|있는|모두|전체|총|중|가운데|신규"
    "|계속|적은|많은|더"
    "|씩|규모|수준|남짓|늘어|줄어|늘어난|줄어든|전|후|내|들여|여|뿐|당|별|늘었다|줄었다|을"
    "|를|이|가|은|는"
    "|의|에|로|으로|도|만|이며|이고|이다|에서|까지|부터|보다|마다|에는|로서|로는|라는|이라는"
    "|집행|투입|절감|심사|적발|처리|완수|수용|이행|집계|이었고|였다|이었다|다|이다|입니다"
)
NOT_A_NOUN = frozenset(_NEVER.split("|"))
"""What follows a counter and is no thing: comparisons, particles, what was done with the things."""


def counted_noun(folded: str, position: int) -> str | None:
    """The noun after a counter that ends at `position`, without its particle.

    None where the next word is no noun (2개를, 3개 이상, 5개 선정).
    """
    match = _NOUN.match(folded, position, position + _LONGEST + 1)
    if match is None or match.end() == position + _LONGEST + 1 or match["noun"] in NOT_A_NOUN:
        return None
    if office := _OFFICE.fullmatch(match["noun"]):
        return office["office"]  # 43개 과가 된다
    noun = without_particle(without_particle(match["noun"]))  # 기업으로부터 has two
    if noun == match["noun"] and _AND_MORE.match(folded, match.end() - 1):  # 4대 전략과 40개 과제
        noun = noun[:-1]
    return None if noun in NOT_A_NOUN else noun
