"""Korean text, cut into the words that are matched (kiwipiepy).

A document and a question meet in dictionary forms: nouns, verb and adjective stems, roots, numbers
and foreign words. Adjacent nouns that the writer did not separate are also joined back to one
extra word ('무궁화' + '수목원' -> '무궁화수목원'): of all lexical changes that were measured on
Korean retrieval sets this one gained most. A year written '’21' also gives '2021'.

Pairs of neighbouring characters are a second, coarser cut that knows no dictionary: it matches
where the analyser cuts the same name in two ways, or where a question is misspelt.
"""

from __future__ import annotations

import re
import threading
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.metadata import version
from typing import TYPE_CHECKING

from index.characters import well_formed
from index.types import Word

if TYPE_CHECKING:
    from kiwipiepy import Kiwi, Token  # type: ignore[import-untyped]

_NOUN_TAGS = frozenset({"NNG", "NNP", "NNB", "NR", "XR"})
_STEM_TAGS = frozenset({"VV", "VA"})
_NUMBER_TAG = "SN"
_FOREIGN_TAGS = frozenset({"SL", "SH"})
_JOINING_TAGS = frozenset({"NNG", "NNP", "NR", "XR", "XPN", "XSN", "SL", "SH"})
"""What may stand in a rejoined compound: nouns and what is glued to them, no numbers or units."""

_FIRST_ENTRY = 60
"""The entries of the dictionary before this one stand for any word of one tag each."""

_LONGEST_WORD = 64
"""Characters; a longer 'word' is a run-together line or an attack that matches no question."""

_REMEMBERED_TEXTS = 64
"""Texts whose morphemes are remembered, in memory only: the steps of one answer analyse the same
question three or four times, a millisecond each."""

# Kiwi's word may hold blanks or punctuation; a point or comma stays only inside a number.
_WORD_CHARACTERS = re.compile(r"\d+(?:\.\d+)+|\w+")
_RUN = re.compile(r"\w+")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3})")
_YEAR_MARK = re.compile(r"['’‘`´′]\s?(\d{2})(?![\d,.]*\d)")
_LAST_TWO_DIGIT_YEAR_OF_THIS_CENTURY = 49

_kiwi: Kiwi | None = None
_kiwi_lock = threading.Lock()


def analyser() -> str:
    """Name and version of the analyser: another version may cut the same text differently."""
    return f"kiwipiepy-{version('kiwipiepy')}"


def load_analyser() -> None:
    """Load the dictionary now (seconds, a few hundred MB) instead of at the first question."""
    _analyser()


def normalise(text: str) -> str:
    """The text that words are cut from: NFKC and lower case. Its offsets mean nothing elsewhere."""
    return unicodedata.normalize("NFKC", text).lower()


def analyse(text: str) -> tuple[Word, ...]:
    """Every morpheme of the text, in order; start and end are places in the text as given."""
    return tuple(
        Word(form=token.form, tag=str(token.tag), start=token.start, end=token.end)
        for token in _tokens(well_formed(text))
    )


def unknown_nouns(text: str) -> tuple[Word, ...]:
    """The nouns of the text that the analyser's dictionary lacks: new names, and misspelt words."""
    return tuple(
        Word(form=token.form, tag=str(token.tag), start=token.start, end=token.end)
        for token in _tokens(well_formed(text))
        if token.tag in _NOUN_TAGS and token.id < _FIRST_ENTRY
    )


def words(text: str) -> tuple[str, ...]:
    """The words of the text that are matched, in order, repetitions kept."""
    normal = _searchable(text)
    return _words_of(normal, _tokens(normal))


def stems(text: str) -> tuple[str, ...]:
    """The words that each stand for a part of the text: without compounds, which say it again.

    A text holds another where it has all of its stems: '무궁화수목원' holds '무궁화 수목원'. A text
    that begins with a particle was misread, as misspelt words are ('에산' as 에 + 산): it is one
    word.
    """
    normal = _searchable(text)
    tokens = _tokens(normal)
    if tokens and str(tokens[0].tag).startswith("J"):
        return tuple(_cleaned(normal))
    return tuple(form for token in tokens for form in _matched_forms(token))


def words_of_each(texts: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """`words` for many texts, on all cores."""
    for tokens, normal in _analyser().tokenize((_searchable(text) for text in texts), echo=True):
        yield _words_of(normal, tokens)


def pairs(text: str) -> tuple[str, ...]:
    """Every two neighbouring characters of each run of letters and digits, in order.

    A run of one character is given as it is: '예산 3억' -> '예산', '3억'; '나' -> '나'.
    """
    return tuple(
        run[start : start + 2]
        for run in _RUN.findall(_searchable(text))
        for start in range(max(1, len(run) - 1))
    )


def respace(text: str) -> str:
    """The text with blanks put between its words, for a question typed without any.

    What ends a noun and is none alone stays on it ('절감액', '추경안').
    """
    return _ENDING.sub("", str(_analyser().space(well_formed(text))))


# The analyser takes them for words of their own; '안' is one where no plan stands before it.
_ENDING = re.compile(
    r"(?<=[가-힣]{2}) (?=(?:액|률|율)(?:[은는이가을를도와과]?(?=[\s?]|$)))|"
    r"(?<=[가-힣]{2}) (?=[비금][은는이가]?\s?\??$)|"
    r"(?<=예산|추경|계획|개편|조례) "
    r"(?=안(?:[은는이가을를도의](?=[\s?]|$)|\s?\?|$| 규모| 총액| 금액| 내용))"
)


def _analyser() -> Kiwi:
    global _kiwi
    if _kiwi is None:
        with _kiwi_lock:
            if _kiwi is None:
                from kiwipiepy import Kiwi

                # The dictionary of several-word names costs 190 MB and 2.7 s, and its entries hold
                # blanks; without it retrieval on KorQuAD is the same.
                kiwi = Kiwi(load_multi_dict=False)
                kiwi.tokenize("")  # Kiwi loads at its first use
                _kiwi = kiwi
    return _kiwi


@lru_cache(maxsize=_REMEMBERED_TEXTS)
def _tokens(text: str) -> tuple[Token, ...]:
    return tuple(_analyser().tokenize(text))


def _searchable(text: str) -> str:
    return _THOUSANDS.sub("", normalise(well_formed(text)))


def _words_of(text: str, tokens: Iterable[Token]) -> tuple[str, ...]:
    found: list[str] = []
    run: list[Token] = []
    for token in tokens:
        tag = str(token.tag).partition("-")[0]
        if run and (tag not in _JOINING_TAGS or token.start != run[-1].end):
            found.extend(_rejoined(text, run))
            run = []
        if tag in _JOINING_TAGS:
            run.append(token)
        found.extend(_matched_forms(token))
    found.extend(_rejoined(text, run))
    found.extend(_written_out_years(text))
    return tuple(found)


def _matched_forms(token: Token) -> Iterator[str]:
    """What a morpheme is matched by; nothing of particles and endings."""
    tag = str(token.tag).partition("-")[0]
    if (
        tag in _NOUN_TAGS
        or tag in _STEM_TAGS
        or tag in _FOREIGN_TAGS
        or tag == _NUMBER_TAG
        or tag.startswith("W_")
    ):
        yield from _cleaned(token.form)


def _rejoined(text: str, run: list[Token]) -> Iterator[str]:
    if len(run) > 1:
        yield from _cleaned(text[run[0].start : run[-1].end])


def _cleaned(form: str) -> Iterator[str]:
    for match in _WORD_CHARACTERS.finditer(form):
        if len(match.group()) <= _LONGEST_WORD:
            yield match.group()


def _written_out_years(text: str) -> Iterator[str]:
    for match in _YEAR_MARK.finditer(text):
        year = int(match.group(1))
        century = 2000 if year <= _LAST_TWO_DIGIT_YEAR_OF_THIS_CENTURY else 1900
        yield str(century + year)
