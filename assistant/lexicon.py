"""English words as Korean plans would put them: the vocabulary of local government.

The embedding model is weak across languages, so the words of an English question are looked up in
`lexicon.csv`: its first column is a word or a phrase in its plain form, its second every Korean
rendering that is likely in a plan, separated by '|'. Inflections are folded here; irregular forms
('built') are rows of their own. A hyphen in a phrase stands for a blank, and the reverse.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

LEXICON = Path(__file__).with_name("lexicon.csv")

# Words that hold a sentence together or only ask; they say nothing of what to look for.
FUNCTION_WORDS = frozenset(
    """
    a an the this that these those such here there i me my mine myself we us our ours
    ourselves you your yours yourself he him his she her hers it its itself they them their
    theirs themselves one ones who whom whose which what when where why how whether if then
    else whatever whichever whoever someone somebody something anyone anybody anything
    everyone everybody everything nobody nothing none am is are was were be been being do
    does did doing done have has had having will would shall should can could may might must
    ought cannot let lets of in on at to from by for with without within into onto upon out
    off over under above below between among amid across through throughout along around
    about against toward towards during before after since until till per via than as like
    unlike near beside besides beyond behind despite except regarding according instead also
    and or nor but so yet because although though while whereas unless therefore thus hence
    not no yes only just even still already ever never always often sometimes usually again
    too very quite rather almost well much many more most less least few fewer several some
    any all every either neither own else etc eg ie vs please kindly thanks hello hi okay ok
    tell tells told show shows showed shown say says said explain describe know knows known
    want wants wanted wonder wondering mean means meant seem seems seemed become becomes
    became go goes going went gone come comes coming came look looks looking see seen saw
    ask asked asks think actually really exactly altogether together respectively zero two
    three four five six seven eight nine ten eleven twelve dozen hundred thousand million
    billion trillion
    """.split()
)

_LETTERS = "0-9A-Za-zÀ-ÖØ-öø-ɏ"
_WORD = re.compile(rf"([{_LETTERS}]+(?:&[{_LETTERS}]+)?)(?:['’]([A-Za-z]*))?")
# What may stand between two words of one phrase: blanks and hyphens, but no comma or full stop.
_GAP = re.compile(r"[\s\-\u2010-\u2013]+")
_ENDS_OF_CONTRACTIONS = frozenset({"", "s", "d", "m", "re", "ve", "ll"})
_VOWEL = re.compile("[aeiouy]")
# Enough for the running vocabulary of many questions, too few for a hostile text to fill memory.
_REMEMBERED_WORDS = 4096


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering:
    """What text[start:end] is in Korean.

    `english` is the row that was found, in its plain form, and `korean` its renderings, the most
    usual first; where no row was found, `english` is the word as written and `korean` is empty.
    A possessive ending is not part of the span.
    """

    english: str
    korean: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    english: str
    korean: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Word:
    """A word of the text; `forms` are the dictionary words it may be, the likeliest first.

    `follows` says that nothing but blanks or hyphens parts it from the word before.
    """

    text: str
    forms: tuple[str, ...]
    start: int
    end: int
    follows: bool
    is_function: bool


def translate(text: str) -> tuple[Rendering, ...]:
    """The content words of an English text with their Korean renderings, in order.

    The longest phrase wins, in whatever case or inflection. Function words, numbers and text in
    other scripts give nothing; a word that the lexicon lacks gives a rendering without Korean, so
    that the caller knows what was not understood. The time taken grows with the text's length.
    """
    words = tuple(_words(text))
    found: list[Rendering] = []
    at = 0
    while at < len(words):
        word = words[at]
        row, count = _longest(words, at)
        if row is not None:
            end = words[at + count - 1].end
            found.append(
                Rendering(english=row.english, korean=row.korean, start=word.start, end=end)
            )
        elif not word.is_function and not word.text[0].isdigit():
            found.append(Rendering(english=word.text, korean=(), start=word.start, end=word.end))
        at += count
    return tuple(found)


def is_korean_word(word: str) -> bool:
    """Whether a Korean word is one of the field: a rendering of any row."""
    return word in _korean_words()


@cache
def _korean_words() -> frozenset[str]:
    return frozenset(one for row in _rows().values() for one in row.korean)


def _words(text: str) -> Iterator[_Word]:
    last_end = None
    for match in _WORD.finditer(text):
        word, ending = match.group(1), (match.group(2) or "").lower()
        is_negation = ending == "t"
        if ending not in _ENDS_OF_CONTRACTIONS and not is_negation:
            word = match.group()
        lower = word.lower()
        yield _Word(
            text=word,
            forms=() if is_negation else _known_forms(lower),
            start=match.start(),
            end=match.start() + len(word),
            follows=last_end is not None
            and _GAP.fullmatch(text, last_end, match.start()) is not None,
            is_function=is_negation or lower in FUNCTION_WORDS,
        )
        last_end = match.end()


def _longest(words: tuple[_Word, ...], at: int) -> tuple[_Row | None, int]:
    """The row of the longest phrase that begins at a word, and how many words it covers."""
    rows, openings = _rows(), _openings()
    row, count = None, 1
    paths: list[tuple[str, ...]] = [()]
    for length, word in enumerate(words[at : at + _longest_phrase()], start=1):
        if length > 1 and not word.follows:
            break
        paths = [
            (*path, form) for path in paths for form in word.forms if (*path, form) in openings
        ]
        if not paths:
            break
        whole = next((path for path in paths if path in rows), None)
        if whole is not None:
            row, count = rows[whole], length
    return row, count


def plain_forms(word: str) -> Iterator[str]:
    """What a lower-case English word may be an inflection of, itself first; most are no words.

    Folds plurals and third persons (-s, -es, -ies), -ed and -ing (with a dropped e, a doubled
    consonant, or y for i), and the American z of -ize, -yze and what is made from them.
    """
    for form in (word, *_singulars(word)):
        for plain in (form, *_stems(form)):
            yield plain
            if "iz" in plain or "yz" in plain:
                yield plain.replace("iz", "is").replace("yz", "ys")


def _singulars(word: str) -> Iterator[str]:
    if word.endswith("ies"):
        yield word[:-3] + "y"
    if word.endswith("s"):
        yield word[:-1]
    if word.endswith("es"):
        yield word[:-2]


def _stems(word: str) -> Iterator[str]:
    for ending in ("ed", "ing"):
        stem = word.removesuffix(ending)
        # Without a vowel before it the ending is part of the word itself: bed, spring.
        if stem == word or not _VOWEL.search(stem):
            continue
        if stem.endswith("i"):
            yield stem[:-1] + "y"
        if stem.endswith("y") and ending == "ing":
            yield stem[:-1] + "ie"
        if stem[-2:-1] == stem[-1:]:
            yield stem
            yield stem[:-1]
        # A verb without its e would double its consonant (rating: rate; ratting: rat).
        yield stem + "e"
        yield stem


@lru_cache(maxsize=_REMEMBERED_WORDS)
def _known_forms(word: str) -> tuple[str, ...]:
    vocabulary = _vocabulary()
    return tuple(dict.fromkeys(form for form in plain_forms(word) if form in vocabulary))


@cache
def _rows() -> dict[tuple[str, ...], _Row]:
    """The lexicon by the words of each headword."""
    with LEXICON.open(encoding="utf-8", newline="") as file:
        return {
            tuple(row["english"].replace("-", " ").split()): _Row(
                english=row["english"], korean=tuple(row["korean"].split("|"))
            )
            for row in csv.DictReader(file)
        }


@cache
def _openings() -> frozenset[tuple[str, ...]]:
    """Every way in which a headword can begin, itself included."""
    return frozenset(words[: count + 1] for words in _rows() for count in range(len(words)))


@cache
def _vocabulary() -> frozenset[str]:
    return frozenset(word for words in _rows() for word in words)


@cache
def _longest_phrase() -> int:
    return max(map(len, _rows()))
