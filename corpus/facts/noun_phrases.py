"""Noun phrases: whether a name is one, whole and closed, and says whose figure it is.

Each verb in a name stands before its noun, each argument before its verb; nothing ends in a
particle, an adverb or a verb; brackets and quotes are closed; no word points at what was said
before ('이들 사업').
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from corpus.facts.adverbs import is_adverb
from corpus.facts.borders import short_particle
from corpus.facts.certainty import is_certain_name
from corpus.facts.own_words import OURS, is_connective, is_time, tells_which
from corpus.facts.phrases import WHOLE, is_class, says_enough
from corpus.facts.verbs import HELPING, WORDS
from corpus.particles import particle_of

_POINTS = re.compile(
    r"(?:이|그|저|그다음|다음|이어서|이들|그들|이런|그런|이러한|그러한|이와|그와|이번|해당|위|다른|나머지|같은|각|양|것|그것|이것|둘|셋|여기|거기"
    r"|일부|누구나|어느|종전|참고|그대로인|그동안|지금까지|이제까지|실제|실제로|이처럼|통과되면)"
)
_LEFT_OVER = frozenset({"외", "밖"})  # of '그 외'
_STRAY = re.compile(r"[→←⇒=|/]|…|\s[-–]\s?$|^\W*$|대로(?:라?면|는)(?=\s|$)")
_PAIRS = (("(", ")"), ("[", "]"), ("‘", "’"), ("“", "”"), ("「", "」"), ("『", "』"), ("<", ">"))
_ONE_MARK = ("'", '"')
_ARGUMENTS = frozenset(
    {"이", "가", "을", "를", "에서", "에게", "으로", "에", "에는", "에서는", "보다", "까지", "부터"}
)
_TOPICS = frozenset({"은", "는"})
_MEASURES = re.compile(
    r"(?:\s(?:평균|증가|감소|증감|증액|감액|차이|합계|총액|금액|규모|수준|비율|[증감][가감소]?[액율률])액?율?)*"
)
_SHORT_END = re.compile(
    r"(?:조|팀|반|개|곳|쪽|수|편|동|면|읍|군|과|국|실|안|돈|값|몫|표|건)(?:로|으로|를|이|가|은|는|에|에서|에는|에서는)"
)
_DUMMY = re.compile(r"것(?:은|이|을|으로|도|만)")
_SPOKEN_FROM = re.compile(r"(?:감사|평가|심사|대회|점검|공모)서")  # short for 에서
_BOUND = " 기준"  # what a threshold is called by
_OTHERS = re.compile(
    r"(?:(?:유사|동종|이웃|인근|다른)\s?(?:단체|지자체|자치단체|시군|도시)?|정부|전국|중앙정부|행안부|행정안전부|유사\s지방자치단체)(?=\s|$)"
)


@lru_cache(maxsize=WORDS)
def is_noun_phrase(name: str) -> bool:
    """Whether a name is one noun phrase: each verb before its noun, nothing cut, nothing open."""
    if _STRAY.search(name) or any(name.count(one) != name.count(two) for one, two in _PAIRS):
        return False
    if any(name.count(one) % 2 for one in _ONE_MARK):
        return False
    name = name.removesuffix(_BOUND)
    words = name.split()
    if not words or not is_certain_name(name) or is_time(name) or OURS.fullmatch(words[-1]):
        return False
    if (
        _POINTS.fullmatch(words[0])
        or words[-1] in _LEFT_OVER
        or is_adverb(words[-1])
        or tells_which(words[-1])
    ):
        return False
    if _SHORT_END.fullmatch(words[-1]) or any(map(_DUMMY.fullmatch, words)):
        return False
    if any(map(_SPOKEN_FROM.fullmatch, words)):
        return False
    if is_connective(words[-1]) or particle_of(words[-1]) in _ARGUMENTS | _TOPICS:
        return False
    return all(_is_joined(words, at) for at in range(len(words) - 1))


def trimmed(name: str) -> str:
    """A name without adverbs and particles at its end ('도로 분야에'); '' where it has none."""
    words = name.split()
    while len(words) > 1 and is_adverb(words[-1]):
        words.pop()
    joined = " ".join(words)
    particle = (particle_of(words[-1]) or short_particle(words[-1])) if words else ""
    bare = joined.removesuffix(particle) if particle in _ARGUMENTS | _TOPICS else joined
    return bare if bare != name else ""


@lru_cache(maxsize=WORDS)
def is_anothers(name: str) -> bool:
    """Whether a name says of whom a figure is and not what it counts: '유사단체 평균 증가액'."""
    other = _OTHERS.match(name)
    return other is not None and _MEASURES.fullmatch(name, other.end()) is not None


@lru_cache(maxsize=WORDS)
def says_what(name: str, unit: str) -> bool:
    """Whether a name tells a stranger what is counted; a verb and a class do not: '쌓은 실적'."""
    is_open = all(is_class(one) or tells_which(one) for one in name.split())
    if is_open and WHOLE.fullmatch(name) is None:
        return False
    return says_enough(name, unit)


def _is_joined(words: Sequence[str], at: int) -> bool:
    """Whether a word inside a name leads to its noun: an argument wants its verb behind it."""
    word = words[at]
    is_told = any(map(tells_which, words[at + 1 :]))
    if is_connective(word) or is_adverb(word):
        is_helped = at + 2 < len(words) and words[at + 2] in HELPING  # '대응해 지켜 낸 돈'
        return is_told and (is_helped or not is_connective(words[at + 1]))
    particle = particle_of(word) or short_particle(word)
    if particle in _TOPICS:
        return tells_which(word)
    return particle not in _ARGUMENTS or is_told or tells_which(word)
