"""Korean particles at the end of a word, told apart from nouns that merely end alike."""

from __future__ import annotations

import re
from functools import lru_cache

# Nouns whose last syllable looks like a particle although the syllable before it would allow one.
_NOUNS = re.compile(
    r"(?:추가|허가|(?<![가-힣][가-힣])시가|주가|여가|휴가|귀가|원가|단가|물가|대가|정가|분가|공가|등가|작가|국가|평가|회의|논의|합의|협의|주의|심의|결의|동의|건의|문의|정의|창의|상의|편의|"
    r"유의|도로|교차로|우회로|경로|진로|선로|활로|통로|수로|하수도|상수도|제도|강도|속도|온도|만족도|인지도|청렴도|달성도|기여도|경기도|충청도|"
    r"높이|길이|살이|차이|놀이|어린이|깊이|넓이|나이|사이|종이|가을|마을|노을|결과|성과|효과|학과|분과|경과|초과|부과|통과|"
    r"(?:행정|정책|지원|건설|예산|관광|교통|환경|주택|복지|세정|회계|징수|총괄|민원|산림|축산|농정|수산|경영|협력|자원|담당|보건|안전|혁신|운영|인권|청년|여성|아동|노인|도시|문화|체육|식품|위생|위원|재정|법무|홍보|소통|감사|일자리|공원|녹지|하천|상하수|정보|통신|전산|투자|유통|방역|개발|산업|관리|시설|진흥|조직|계약)과|"
    r"(?:체감|노력|자립|자주|신뢰|투명|참여|이행|완성|선호|중요|난이|활용|접근|집중|의존|친절|공정|성숙)도|"
    r"평화|문화|과와|개와|자율|비율|인은|시은|대은|기은|하나|누구나|과의|여의|도의|시의|군의|구의)$"
)
_AFTER_CONSONANT = ("으로", "이나", "은", "이", "을", "과")
_AFTER_VOWEL = ("는", "가", "를", "와", "나", "로")
_ANYWHERE = (
    "에게서", "에서는", "에서도", "에서", "에게", "에는", "에도", "까지", "부터", "보다", "에",
    "의", "도", "만",
)  # fmt: skip


_LAST = frozenset(one[-1] for one in (*_AFTER_CONSONANT, *_AFTER_VOWEL, *_ANYWHERE))
"""The letters in which particles end."""


def has_final_consonant(syllable: str) -> bool:
    """Whether a Hangul syllable ends in a consonant (받침)."""
    return "가" <= syllable <= "힣" and (ord(syllable) - 0xAC00) % 28 > 0


@lru_cache(maxsize=4_096)  # a plan says few words many times
def particle_of(word: str) -> str:
    """The particle a word ends in ('' for none): '살림규모는' gives '는', '평가' gives ''."""
    if len(word) < 2 or word[-1] not in _LAST or _NOUNS.search(word):
        return ""
    for particle in _ANYWHERE:
        if word.endswith(particle) and len(word) > len(particle) + 1:
            return particle
    for particle in _AFTER_CONSONANT:
        stem = word[: -len(particle)]
        if word.endswith(particle) and len(stem) > 1 and has_final_consonant(stem[-1]):
            return particle
    for particle in _AFTER_VOWEL:
        stem = word[: -len(particle)]
        if not word.endswith(particle) or len(stem) < 2 or not "가" <= stem[-1] <= "힣":
            continue
        # 로 follows ㄹ as it follows a vowel: 별로, 월로
        if not has_final_consonant(stem[-1]) or (particle == "로" and stem[-1] in "일월달별실율률"):
            return particle
    return ""


def without_particle(word: str) -> str:
    """The word without its particle: '살림규모는' gives '살림규모'."""
    particle = particle_of(word)
    return word[: -len(particle)] if particle else word
