"""Grounds: what a sentence may rest on, and the checks that every claim shares."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import corpus
from assistant.evidence import places_named
from assistant.figures import Moment, read_figures
from assistant.frames import words_in
from assistant.support import Support, is_of_place, places_of, sentences_of, years_around
from assistant.types import Calculation, Citation
from assistant.understand import Understanding

# English bounds stand before their figure, and are read with it.
_BOUND_WORDS = re.compile(r"\b(?:at least|at most|up to|(?:more|less) than)\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What a sentence may rest on: its citations with what they print, and the arithmetic shown.

    `facts` are those within a citation, each with the citation's number; `cells` are the figures
    of the tables it quotes, which only reckonings and orders that are shown may take terms from.
    """

    citations: tuple[Citation, ...]
    supports: tuple[Support, ...]
    facts: tuple[tuple[int, corpus.Fact], ...]
    calculations: tuple[Calculation, ...]
    asked: Understanding
    cells: tuple[Support, ...] = ()


def words_beside(piece: str) -> list[str]:
    """The words of a piece without figures, their bounds and dates."""
    said = read_figures(piece)
    spans = [(one.start, one.stop) for one in said.figures]
    spans += [(one.start, one.end) for one in said.moments]
    for start, end in sorted(spans, reverse=True):
        piece = piece[:start] + " " * (end - start) + piece[end:]
    return words_in(_BOUND_WORDS.sub(" ", piece))


def without_places(text: str) -> str:
    """A text without the places it names, which are held against the source by themselves."""
    for mention in reversed(corpus.find_municipalities(text)):
        text = text[: mention.start] + " " + text[mention.end :]
    return text


def place_names(citation: Citation) -> tuple[str, ...]:
    """The long and short names of the places a citation speaks of."""
    return tuple(name for place in places_of(citation) for name in (place.korean, place.name))


def is_of_years(
    support: Support, years: frozenset[int], asked: Understanding | None = None
) -> bool:
    """Whether a figure is of the year said with it, else of one of those asked about."""
    if years:
        return bool((support.years or years_around(support.citation)) & years)
    wanted = frozenset(asked.years if asked is not None else ())
    if not wanted or not support.years or wanted & support.years:
        return True
    # '2021년 244건, 2022년 198건': beside the figure of the year asked about, the other is wrong.
    return not support.name and not _has_one_of(wanted, support)


def _has_one_of(years: frozenset[int], support: Support) -> bool:
    """Whether the sentence of a figure prints another of its unit that is of one of the years."""
    said = read_figures(support.sentence)
    return any(one.unit == support.unit and said.years_of(one) & years for one in said.figures)


def is_placed(support: Support, piece: str) -> bool:
    """Whether a figure is of the places that are named beside it, if any are."""
    places = places_named(piece)
    return not places or is_of_place(support, places)


def is_said(moment: Moment, citations: Sequence[Citation]) -> bool:
    """Whether a quote, its headings or its document's title say a date, as exactly at least."""
    for cited in citations:
        for text in (*sentences_of(cited.quote), *cited.section, cited.document.title):
            for other in read_figures(text).moments:
                ends = (other.first, other.last or "")
                if moment.last is None and any(end.startswith(moment.first) for end in ends):
                    return True
                if (moment.first, moment.last) == (other.first, other.last):
                    return True
    return False
