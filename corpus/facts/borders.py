"""Where a name begins and ends: in a quotation, before a particle, with its whole clause.

A name is cut at the borders of phrases. '돈이' ends in a particle though it is short; what is
quoted right before a figure is the name, without the words that introduce it; '시의회가 뽑은
검사위원' keeps its whole clause, without which it says too little.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from corpus.facts.verbs import closes_clause, is_adnominal
from corpus.particles import particle_of, without_particle

_MOST_MODIFIERS = 2  # words before the verb that tells which one is meant
_MOST_OF_CLAUSE = 5  # words of a clause with a doer of its own
_QUOTED = re.compile(
    r"['‘’“”\"「『](?P<name>[^'‘’“”\"「」『』]{2,40})['‘’“”\"」』](?:이|가|은|는|을|를|도|의|에|으로|로)?\s*$"
)
_SHORT_NOUN = re.compile(
    r"(?P<noun>돈|국|과|건|집|땅|빚|표|팀|관|실|곳|책|섬|논|밭|숲|몫|값|수|폭|안)(?:은|는|이|가|을|를|과|와)"
)
_ABOUT = re.compile(r"(?:위|대|관)한|따른|통한")
_AND_THEN = re.compile(
    r"(?<!보|신|공|참|사|광|창|권|경|재|금)고$|(?:면서|으며|아서|어서)$|[,;]$|^원(?:이던|에|을)?$"
)
_ONE_AND_OTHERS = re.compile(
    r"[^가-힣A-Za-z,]*,?[^가-힣A-Za-z,]*(?P<words>[가-힣A-Za-z][가-힣A-Za-z·ㆍ\s]{1,20}?)\s?등\s?"
)
_DOERS = frozenset({"이", "가"})
_OBJECTS = frozenset({"을", "를", "에"})
_TOPICS = frozenset({"은", "는"})


def quoted_name(stretch: str) -> str:
    """What is quoted at the end of a stretch, '' for nothing: "설문인 '청렴체감도'"."""
    match = _QUOTED.search(stretch)
    name = match["name"].strip() if match else ""
    return "" if any(map(closes_clause, name.split())) else name


def without_short_particle(word: str) -> str:
    """A noun of one letter without its particle: '돈이', '국은'."""
    match = _SHORT_NOUN.fullmatch(word)
    return match["noun"] if match else word


def short_particle(word: str) -> str:
    """The particle of a noun of one letter, '' for none: '돈은' gives '은'."""
    return word.removeprefix(without_short_particle(word))


def without_doer(name: str) -> str:
    """An event without who held it: '군수가 주재하는 업무보고회' is an 업무보고회."""
    words = name.split()
    for at, word in enumerate(words[:-2]):
        if particle_of(word) in _DOERS and is_adnominal(words[at + 1]):
            return " ".join(words[at + 2 :])
    return name


def one_and_others(stretch: str) -> str:
    """One of a list that sums up more than it names: '지방세 500억, 보조금 등 300억'; '' for none.

    `stretch` is what stands between the figure before and this one.
    """
    match = _ONE_AND_OTHERS.fullmatch(stretch)
    return f"{' '.join(match['words'].split())} 등" if match else ""


def is_about(word: str) -> bool:
    """Whether a word ties what stands before it to a noun: '예방을 위한'."""
    return _ABOUT.fullmatch(word) is not None


def aim_before(words: Sequence[str], is_end: Callable[[str], object]) -> list[str]:
    """What is meant by '위한', last word first: '부패 예방을 위한'; [] where it is not said."""
    if len(words) < 2 or particle_of(words[-2]) not in _OBJECTS:
        return []
    found = [words[-1], words[-2]]
    for word in reversed(words[:-2]):
        if len(found) > _MOST_MODIFIERS or particle_of(word) or closes_clause(word) or is_end(word):
            break
        found.append(word)
    return found


def clause_before(words: Sequence[str], is_end: Callable[[str], object]) -> list[str]:
    """The clause that tells which, last word first: '처음 시도하는', '시의회가 뽑은'.

    `is_end` tells words that belong to no name. A doer belongs to its clause where nothing but the
    clause's own words stands between them.
    """
    found = [words[-1]]
    for at, word in reversed(list(enumerate(words[:-1]))):
        if is_end(word) or is_adnominal(word) or closes_clause(word) or _AND_THEN.search(word):
            break
        particle = particle_of(word)
        if particle in _TOPICS or len(found) > _MOST_OF_CLAUSE:
            break
        found.append(word)
        if particle in _DOERS:
            return found
        if len(found) > _MOST_MODIFIERS and not _has_doer(words[:at]):
            break
    return found


def _has_doer(words: Sequence[str]) -> bool:
    near = words[-_MOST_MODIFIERS:]
    return any(particle_of(one) in _DOERS for one in near)


def ends_cut(name: str) -> str:
    """The name without a particle that is left at its end: '신속집행 목표의', '집행한 돈이'."""
    head, _, last = name.rpartition(" ")
    bare = without_short_particle(last)
    if bare == last and particle_of(last) in {"의", "을", "를"}:
        bare = without_particle(last)
    return f"{head} {bare}".strip()
