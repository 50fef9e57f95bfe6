"""Words inside a name that look as if it ended there: the number of a programme, a bay."""

from __future__ import annotations

import re
from collections.abc import Sequence

# '어촌뉴딜 300 47억원', '스마트시티 2.0 12억원'
_PROGRAMME_NUMBER = re.compile(r"\d{1,2}\.0|[1-9]\d\d|\d\d\+")
_SEA = re.compile(r"해상|해역|해안|연안|갯벌|대교|교량|습지|생태|정원|관광|국가")
_DATED = re.compile(r"\s?\([^()]{0,40}\d\.\s[^()]{0,40}\)$")


def is_programme_number(word: str, word_before: str) -> bool:
    """Whether a bare number right before a figure ends a name: it has no unit of its own."""
    return _PROGRAMME_NUMBER.fullmatch(word) is not None and word_before[-1:].isalpha()


def is_bay(particle: str, following: Sequence[str]) -> bool:
    """Whether what looks like '만' (only) is a bay: '가람만 해상교량'."""
    return particle == "만" and bool(following) and _SEA.match(following[-1]) is not None


def undated(label: str) -> str:
    """A label without the bracket behind it that says when: '놀이터 정비('31. 3. ~ 11.)'."""
    return _DATED.sub("", label)
