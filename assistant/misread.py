"""Misread words: the one noun of a short question that the analyser takes apart or for a verb.

'주의 몇 건' is read as 주 + 의, '신고 몇 건' as a form of 신다. A question that then has no word
left is about the word that stands there.
"""

from __future__ import annotations

import re

import corpus
from assistant.asked_places import mentions_in

_ASKS = re.compile(r"(?<![가-힣])(?:몇|얼마)|건수|인원|금액")
_WORD = re.compile(r"(?<![\d가-힣])[가-힣]{2,}")
_NO_NAME = re.compile(
    r"(?:몇|얼마|언제|어디|누구|누가|무엇|뭐|무슨|어떤|어느|왜|건수|인원|금액|알려|말해|궁금|가르|보여|있[나어습]|되나|인가|"
    r"인지|이야|예요|이에|입니|나요|까요|주세|줘|주나|좀|그럼|그러|이번|올해|지난|작년|내년|금년|모두|전부|총|각각)"
)


def misread_words(text: str) -> tuple[str, ...]:
    """The words before '몇' or '얼마' of a question in which no other word was found."""
    asks = _ASKS.search(text)
    if asks is None:
        return ()
    places = [(one.start, one.end) for one in mentions_in(text)]
    found = []
    for word in _WORD.finditer(text, 0, asks.start()):
        is_place = any(start < word.end() and word.start() < end for start, end in places)
        form = corpus.without_particle(word.group())
        if not is_place and len(form) > 1 and _NO_NAME.match(form) is None:
            found.append(form)
    return tuple(found)
