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
from assistant.misspellings import is_misspelt_in
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


_SHORTEST_COMPOUND = 4  # syllables


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """What a word is looked for in: the quote, its headings, its document's title; all tight."""

    quote: str
    headings: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """Every way in which a text may meet one word, all tight; what is empty is met by nothing.

    `renderings` are the word and its renderings where they stand for a word in Latin letters,
    `written` a verb's stem as sentences write it, `others` other words for it, `base` the word
    without its last syllable and `base_others` other words for that.
    """

    word: str
    renderings: tuple[str, ...]
    written: tuple[str, ...]
    others: tuple[str, ...]
    base: str
    base_others: tuple[str, ...]


@lru_cache(maxsize=512)
def ways_of(form: str, renderings: tuple[str, ...] = (), is_verb: bool = False) -> Ways:
    """The ways in which a word is met, kept for the words of recent questions, in memory only."""
    word = tight(form)
    is_rendered = bool(renderings) and not _HANGUL.search(word)
    if not word or is_rendered:
        rendered = tuple(tight(one) for one in (form, *renderings)) if is_rendered else ()
        return Ways(word=word, renderings=rendered, written=(), others=(), base="", base_others=())
    others = [
        *(other for one in (word, active_of(word)) if is_verb for other in verbs_like(one)),
        *_written_otherwise(word),
        *(tight(other) for other in renamed(word)),
        *(form for other in renderings for form in _as_written(other)),
    ]
    base = base_of(word)
    return Ways(
        word=word,
        renderings=(),
        written=inflections(word) if is_verb else (),
        others=tuple(dict.fromkeys(others)),
        base=base,
        base_others=tuple(tight_published(other) for other in synonyms(base)) if base else (),
    )


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
    ways = ways_of(form, renderings, is_verb)
    return strength_of(ways, texts, options, may_be_misspelt=may_be_misspelt)


def strength_of(
    ways: Ways, texts: Texts, options: MatchOptions, *, may_be_misspelt: bool = True
) -> float:
    """The same as `match_strength`, of a word whose ways are known."""
    word, quote = ways.word, texts.quote
    if not word:
        return 1.0
    if ways.renderings:
        best = max(_stands(one, texts, options) for one in ways.renderings)
        if best or not may_be_misspelt:
            return best
        return max(_parts_stand(one, texts, options) for one in ways.renderings[1:])
    # A one-syllable verb stem ('뽑') stands in too many words; only its synonyms tell.
    is_short = len(word) < 2
    if word in quote and not is_short:
        return 1.0
    if _any_in(ways.written, quote):
        return 1.0
    best = options.synonym if _any_in(ways.others, quote) else 0.0
    if ways.base and ways.base in quote:
        best = max(best, options.base)
    elif _any_in(ways.base_others, quote):
        best = max(best, options.base * options.synonym)
    if is_short:
        return best
    best = max(best, _strength_above(ways, texts, options))
    if best == 0.0 and may_be_misspelt:
        best = _misspelt(word, texts, options) or _nouns_stand(word, texts, options)
    return best


def _strength_above(ways: Ways, texts: Texts, options: MatchOptions) -> float:
    """How well a word is met by what stands above the quote: its headings, and the title."""
    best, headings = 0.0, texts.headings
    if ways.word in headings or _any_in(ways.written, headings):
        best = options.heading
    elif _any_in(ways.others, headings):
        best = options.heading * options.synonym
    elif ways.base and ways.base in headings:
        best = options.heading * options.base
    return max(best, options.title) if ways.word in texts.title else best


def _misspelt(word: str, texts: Texts, options: MatchOptions) -> float:
    """What a word is worth that stands nowhere as it is written, if one spelt like it does."""
    best = 0.0
    if word.isascii():
        spelled = (
            (texts.quote, 1.0),
            (texts.headings, options.heading),
            (texts.title, options.title),
        )
        best = max(options.fuzzy * near if names(word, text) else 0.0 for text, near in spelled)
    is_like = best == 0.0 and any(
        is_misspelt_in(
            word, text, least_likeness=options.least_likeness, shortest=options.shortest_fuzzy
        )
        for text in (texts.quote, texts.headings)
    )
    return options.fuzzy if is_like else best


def _any_in(words: tuple[str, ...], text: str) -> bool:
    # A plain loop: most calls have no words or few, and a generator costs more than they do.
    for word in words:  # noqa: SIM110
        if word in text:
            return True
    return False


def strength_of_any(ways: Sequence[str], texts: Texts, options: MatchOptions) -> float:
    """How well the best of several words for one thing is met, none of them better than another."""
    return max(_stands(tight(one), texts, options) for one in ways)


@lru_cache(maxsize=4_096)
def verbs_like(stem: str) -> tuple[str, ...]:
    """Other words for a verb; those that are stems themselves as sentences write them."""
    known = tuple(tight(one) for one in synonyms(stem)) if stem else ()
    return tuple(dict.fromkeys(form for one in known for form in (one, *inflections(one))))


@lru_cache(maxsize=4_096)
def _written_otherwise(word: str) -> tuple[str, ...]:
    """Other words for a noun, those that are stems of verbs also as sentences write them.

    A form that only goes on behind another one ('절약은') is met with it.
    """
    known = sorted({tight_published(one) for one in synonyms(word)})
    forms = {form for one in known if _is_stem(one) for form in inflections(one)}
    return (*known, *sorted(one for one in forms if not any(one.startswith(own) for own in known)))


@lru_cache(maxsize=8_192)
def _as_written(rendering: str) -> tuple[str, ...]:
    """What an everyday word may be called, a verb in its plain form as sentences write it."""
    word = tight_published(rendering)
    if not word.endswith("다") or len(word) < _SHORTEST_STEM:
        return (word,)
    first = index.analyse(rendering)[0]
    is_verb = first.tag.startswith(("VV", "VA")) and f"{first.form}다" == rendering
    return inflections(word[:-1]) if is_verb else (word,)


def _is_stem(word: str) -> bool:
    """Whether a word of two syllables or more is the stem of a verb ('아끼' of '아끼다')."""
    if len(word) < _SHORTEST_STEM or not _HANGUL.search(word):
        return False
    first = index.analyse(f"{word}었다")[0]
    return first.form == word and first.tag.startswith("VV")


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


_SHORTEST_STEM = 2  # the endings of shorter ones make forms that stand in too many words
_SHORTEST_OFFICE = 2  # one syllable is a particle or the kind of place
_SUFFIX = re.compile(
    r"(?P<base>[가-힣]{2,})(?:액|안|률|율|량|값|비|수|객|자|분|건|금|권|용|식|일|처)"
)


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
    if not parts or not all(part in texts.quote for part in parts):
        return 0.0
    pattern = f".{{0,{options.gap}}}?".join(map(re.escape, parts))
    return options.parts if re.search(pattern, texts.quote) else 0.0


def _nouns_stand(word: str, texts: Texts, options: MatchOptions) -> float:
    """What the nouns of a word are worth that no document prints as one ('민원평가').

    Whether such a word is taken for one or for its nouns depends on what stands beside it.
    """
    parts = _nouns_of(word) if len(word) >= _SHORTEST_COMPOUND else ()
    return options.parts * min((_stands(one, texts, options) for one in parts), default=0.0)


@lru_cache(maxsize=5_000)
def _nouns_of(word: str) -> tuple[str, ...]:
    """The nouns that a compound is made of; () for a word that is none."""
    parts = [one.form for one in index.analyse(word)]
    is_whole = "".join(parts) == word and all(len(part) > 1 for part in parts)
    return tuple(parts) if len(parts) > 1 and is_whole else ()
