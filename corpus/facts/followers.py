"""What is said right behind a figure: the thing it counts, or what is done with it."""

from __future__ import annotations

import re

from corpus.facts.verbs import is_adnominal
from corpus.nouns import NOT_A_NOUN
from corpus.particles import without_particle

_DEED = re.compile(
    r"(?:을|를|에 대해|에 대한)\s(?P<deed>(?!차지|기록|달성|돌파|포함|이용|통|제외)[가-힣]{2,6}?)"
    r"(?:해|하여|했|하고|한|할|하는|하기)(?![가-힣]{3})"
)
_PREDICATE = re.compile(
    r"(?:다|고|며|해|하여|으로|에서|이상|이하|미만|초과|내외|규모|대상|참석|증가|감소|증액|감액|상승|하락|대비|한도|가량|정도|안팎|이내|넘는|가운데|상당|씩|들여|따라|통해|면서|[하되이]면|오름|내림|올림|늘림|줄임|넘김|높음|낮음|상승|하락)$"
)
_EXCEEDING = re.compile(
    r"웃도|밑도|넘[는은어]|모자라|못\s?미치|달하|이르|불어나|늘어나|줄어드|뛰어넘|앞[서지]|뒤[지처]|내려[가오]"
)
_WORN = re.compile(r"(?:^|\s)(?:노후|낡은|불량|위험|파손|누수|폐|무허가|석면)")
_RENEWAL = re.compile(
    r"(?:을|를)?\s(?P<deed>교체|정비|개량|철거|보수|보강|개보수|해체|처리|제거)(?![가-힣]{3})"
)
_NEXT = 20  # characters behind a figure in which the noun that it counts ends
_ASIDE = 44  # characters of a bracket that may stand between them


_BRACKET = re.compile(r"\([^()]{1,40}\)(?=\s)")
_WORD_BEHIND = re.compile(r"(?:의\s+|\s+)([가-힣]{2,12})")


def deed_after(text: str, end: int) -> str:
    """What is done with the counted: '64건을 심사해' gives '심사'; '' for nothing."""
    match = _DEED.match(text, end)
    return match["deed"] if match else ""


def renewal_after(text: str, end: int, words: str) -> str:
    """What is done about the worn: '노후관 18km 교체' are not all the old pipes there are."""
    if _WORN.search(words) is None or (match := _RENEWAL.match(text, end)) is None:
        return ""
    return match["deed"] if match["deed"] not in words else ""


def noun_after(text: str, end: int) -> str:
    """'55명의 공무원' and '223개 성과지표' name what they count after the figure."""
    if bracket := _BRACKET.match(text, end, end + _ASIDE):
        end = bracket.end()
    match = _WORD_BEHIND.match(text, end, end + _NEXT)
    if match is None or not re.match(r"의?\s", text[end : end + 2]):
        return ""
    word = match.group(1)
    if _PREDICATE.search(word) or is_adnominal(word) or _EXCEEDING.match(word):
        return ""
    if without_particle(word) in NOT_A_NOUN:
        return ""
    return re.sub(r"(?:을|를|은|는|이|가|과|와|의)$", "", word) if len(word) > 2 else word
