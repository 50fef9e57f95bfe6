"""Words that tell a thing from the others of its kind: without them a statement is of another.

A mark in Latin letters ('S등급'), the name of a town or village ('Galsan-myeon'), or one of a few
names that exclude each other: what is printed of one tax says nothing of another.
"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.matching import tight_published

_MARK = re.compile(r"[a-z]{1,2}")
_EXCLUDING = (
    frozenset(
        """
        재산세 자동차세 취득세 주민세 지방소득세 지방소비세 지방교육세 등록면허세 담배소비세 레저세
        지역자원시설세 종합소득세 부가가치세 상속세 증여세 법인세 종합부동산세
        """.split()
    ),
    frozenset("어린이집 유치원 초등학교 중학교 고등학교 대학교".split()),
)


def tells_apart(word: str, asked: str, said: str) -> bool:
    """Whether a word of the question `asked` that is not in what is `said` shows it to be of
    another thing.
    """
    if _MARK.fullmatch(word) or _is_locality(word, asked):
        return True
    others = next((names - {word} for names in _EXCLUDING if word in names), frozenset())
    return any(one in tight_published(said) for one in others) if others else False


@lru_cache(maxsize=256)  # asked of every candidate that misses the word
def _is_locality(word: str, text: str) -> bool:
    return bool(
        re.search(rf"\b{re.escape(word)}(?:-| )(?:eup|myeon|dong|ri|[읍면동리])\b", text, re.I)
    )
