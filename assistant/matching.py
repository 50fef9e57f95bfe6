"""Whether a word of the question stands in a text: as it is, in other words, or misspelt."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import corpus
import index
from assistant.inflections import active_of, inflections
from assistant.latin import names
from assistant.synonyms import synonyms

_HANGUL = re.compile(r"[가-힣]")
_NOT_WORD = re.compile(r"[\s\u00a0·ㆍ‧・․\-–—'\"‘’“”「」『』()\[\]<>《》〈〉,.:;!?~∼]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchOptions:
    """How much a match is worth beside the word itself in the quoted text (1.0).

    `base` is for a word whose last syllable only says what kind of figure or paper it is
    ('목표액' where the text says '목표').

    `least_likeness` is the share of equal letters (jamo) from which a word counts as a misspelling
    of another; shorter words than `shortest_fuzzy` letters differ too easily by chance. `parts` is
    for a compound rendered from English whose nouns the quote says one by one, `gap`
    letters apart at most. `python -m tests.evaluation.learn --what assistant` weighs them against
    other values.
    """

    synonym: float = 0.85
    parts: float = 0.8
    gap: int = 6
    base: float = 0.8
    heading: float = 0.9
    title: float = 0.75
    fuzzy: float = 0.75
    least_likeness: float = 0.74
    shortest_fuzzy: int = 5


def tight(text: str) -> str:
    """The text in lower case without blanks and punctuation, for finding words inside it."""
    return _NOT_WORD.sub("", unicodedata.normalize("NFKC", text)).lower()


@lru_cache(maxsize=50_000)
def tight_published(text: str) -> str:
    """`tight`, remembered: for what documents and synonyms say, never for what a person typed."""
    return tight(text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """What a word is looked for in: the quote, its headings, its document's title; all tight."""

    quote: str
    headings: str
    title: str


def match_strength(
    form: str,
    texts: Texts,
    options: MatchOptions,
    *,
    may_be_misspelt: bool = True,
    renderings: tuple[str, ...] = (),
    is_verb: bool = False,
) -> float:
    """How well a word is met, 0 to 1; a word the corpus knows is not `may_be_misspelt`.

    A verb is met by its stem as sentences write it, and by other words for it so written.
    """
    word = tight(form)
    if not word:
        return 1.0
    if renderings and not _HANGUL.search(word):
        best = strength_of_any((form, *renderings), texts, options)
        if best or not may_be_misspelt:
            return best
        return max(_parts_stand(tight(one), texts, options) for one in renderings)
    # A one-syllable verb stem ('뽑') stands in too many words; only its synonyms tell.
    is_short = len(word) < 2
    if word in texts.quote and not is_short:
        return 1.0
    written = inflections(word) if is_verb else ()
    if any(one in texts.quote for one in written):
        return 1.0
    others = [
        *(other for one in (word, active_of(word)) if is_verb for other in verbs_like(one)),
        *(tight_published(other) for other in synonyms(word)),
        *(tight(other) for other in renamed(word)),
        *(tight_published(other) for other in renderings),
    ]
    best = options.synonym if any(other in texts.quote for other in others) else 0.0
    base = base_of(word)
    if base and base in texts.quote:
        best = max(best, options.base)
    elif base and any(tight_published(other) in texts.quote for other in synonyms(base)):
        best = max(best, options.base * options.synonym)
    if is_short:
        return max(best, 0.0)
    if word in texts.headings or any(one in texts.headings for one in written):
        best = max(best, options.heading)
    elif any(other in texts.headings for other in others):
        best = max(best, options.heading * options.synonym)
    elif base and base in texts.headings:
        best = max(best, options.heading * options.base)
    if word in texts.title:
        best = max(best, options.title)
    if best == 0.0 and may_be_misspelt and word.isascii():
        spelled = (
            (texts.quote, 1.0),
            (texts.headings, options.heading),
            (texts.title, options.title),
        )
        best = max(options.fuzzy * near if names(word, text) else 0.0 for text, near in spelled)
    if best == 0.0 and may_be_misspelt:
        likeness = max(_likeness(word, text, options) for text in (texts.quote, texts.headings))
        if likeness >= options.least_likeness:
            best = options.fuzzy
    return best


def strength_of_any(ways: Sequence[str], texts: Texts, options: MatchOptions) -> float:
    """How well the best of several words for one thing is met, none of them better than another."""
    return max(_stands(tight(one), texts, options) for one in ways)


@lru_cache(maxsize=4_096)
def verbs_like(stem: str) -> tuple[str, ...]:
    """Other words for a verb; those that are stems themselves as sentences write them."""
    known = tuple(tight(one) for one in synonyms(stem)) if stem else ()
    return tuple(dict.fromkeys(form for one in known for form in (one, *inflections(one))))


@lru_cache(maxsize=4_096)
def renamed(word: str) -> tuple[str, ...]:
    """A word that begins with a place's name, under the other names of that place.

    Offices are named after their place, which has short and former names: '경상남도교육청' is also
    '경남교육청' and '경남도교육청'. () where the word names no place or nothing of it.
    """
    mentions = [one for one in corpus.find_municipalities(word) if one.start == 0]
    if not mentions or mentions[0].municipality is None:
        return ()
    place, rest = mentions[0].municipality, word[mentions[0].end :]
    if len(rest) < _SHORTEST_OFFICE:
        return ()
    names = (place.korean, place.short, *place.aliases)
    return tuple(f"{name}{rest}" for name in names if not name.isascii() and name + rest != word)


_SHORTEST_OFFICE = 2  # one syllable is a particle or the kind of place
_SUFFIX = re.compile(r"(?P<base>[가-힣]{2,})(?:액|안|률|율|량|값|비|수|객|자|분|건|금|권|용|식)")


@lru_cache(maxsize=4_096)
def base_of(word: str) -> str:
    """A compound without the syllable that says what kind of figure or paper it is, else ''."""
    found = _SUFFIX.fullmatch(word)
    return found["base"] if found else ""


def _stands(word: str, texts: Texts, options: MatchOptions) -> float:
    """How near a word itself stands: in the quote, its headings, the title, or nowhere."""
    if word in texts.quote:
        return 1.0
    if word in texts.headings:
        return options.heading
    return options.title if word in texts.title else 0.0


def _parts_stand(word: str, texts: Texts, options: MatchOptions) -> float:
    """What the nouns of a compound are worth that stand in the quote one by one."""
    parts = _nouns_of(word)
    pattern = f".{{0,{options.gap}}}?".join(map(re.escape, parts))
    return options.parts if parts and re.search(pattern, texts.quote) else 0.0


@lru_cache(maxsize=5_000)
def _nouns_of(word: str) -> tuple[str, ...]:
    """The nouns that a compound of the lexicon is made of; () for a word that is none."""
    parts = [one.form for one in index.analyse(word)]
    is_whole = "".join(parts) == word and all(len(part) > 1 for part in parts)
    return tuple(parts) if len(parts) > 1 and is_whole else ()


def _likeness(word: str, text: str, options: MatchOptions) -> float:
    """The best share of equal letters between the word and a stretch of the text as long as it."""
    letters = _letters(word)
    if len(letters) < options.shortest_fuzzy or not re.search(r"[가-힣]", word):
        return 0.0
    best = 0.0
    size = len(word)
    syllables = frozenset(word)
    if syllables.isdisjoint(text):
        return best
    # The most edits that leave the likeness: the other may be longer by as many letters.
    most = int(len(letters) * (1 / options.least_likeness - 1))
    for start in range(max(0, len(text) - size + 1)):
        stretch = text[start : start + size]
        if syllables.isdisjoint(stretch):
            continue
        other = _letters(stretch)
        distance = _edit_distance(letters, other, most)
        best = max(best, 1 - distance / max(len(letters), len(other)))
    return best


def _letters(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def _edit_distance(one: str, other: str, most: int) -> int:
    """Levenshtein distance; anything above `most` is given as the longer length."""
    if abs(len(one) - len(other)) > most:
        return max(len(one), len(other))
    previous = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        current = [row]
        for column, opposite in enumerate(other, 1):
            current.append(
                min(
                    previous[column] + 1,
                    current[column - 1] + 1,
                    previous[column - 1] + (letter != opposite),
                )
            )
        if min(current) > most:
            return max(len(one), len(other))
        previous = current
    return previous[-1]
