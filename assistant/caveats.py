"""Caveats: fixed sentences about an answer's sources, and whether one says what its sources bear.

They deny and compare in words that no document prints, so the gate cannot hold them against a
quote. It holds them against these forms instead: the composer marks which sentences of a draft are
caveats, and such a sentence has to be one of the forms to the letter, its figures those of a shown
reckoning and of the quote. A draft of other origin has no marked sentences.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import corpus
from assistant.gaps import missing_places, missing_years, year_in_words
from assistant.quotations import BLANK, flat, stands
from assistant.support import words_around
from assistant.types import Calculation, Citation
from assistant.understand import Understanding

REPLACED = {
    "ko": "이 문서는 더 새로운 판으로 대체된 이전 판입니다",
    "en": "This document has been replaced by a newer edition",
}
"""The edition that is quoted is not the newest."""
UNSOUND = {
    "ko": "이 대목에 적힌 수치들은 다시 셈하면 서로 맞지 않습니다",
    "en": "The figures printed there do not fit together when reckoned again",
}
"""A share or change that the figures beside it contradict."""
WRONG_SUM = {
    "ko": "적힌 그대로 옮겼으나, 문서의 세부 수치를 더한 값은 {reckoned}이고 "
    "적힌 합계는 {stated}이어서 서로 다릅니다",
    "en": "This is as printed, but the parts in the document add up to {reckoned} "
    "and not to the printed {stated}",
}
"""A total that its own parts contradict: what they add up to, and what is printed."""
DIFFERING = {
    "ko": "다른 문서 {title}에는 다르게 적혀 있습니다: {quote}",
    "en": "Another document, {title}, prints otherwise: {quote}",
}
"""Another document's title and words, both quoted."""

NO_YEAR = {
    "ko": "물으신 해 가운데 {years}의 값은 인용한 대목에 없습니다",
    "en": "Of the years asked about, what is quoted says nothing of {years}",
}
"""The years asked about that the quotes do not speak of, in words."""
NO_PLACE = {
    "ko": "물으신 곳 가운데 {places}에 관한 내용은 찾지 못했습니다",
    "en": "Of the places asked about, nothing was found here for {places}",
}
"""The places asked about of which nothing is quoted."""

_PLAIN = frozenset((*REPLACED.values(), *UNSOUND.values()))
_SUMS = tuple(
    re.compile(
        re.escape(form).replace(r"\{reckoned\}", "(.{1,60})").replace(r"\{stated\}", "(.{1,60})")
    )
    for form in WRONG_SUM.values()
)
_QUOTING = frozenset(
    " ".join(form.format(title=BLANK, quote=BLANK).split()) for form in DIFFERING.values()
)


def no_year(
    asked: Understanding, citations: Sequence[Citation], facts: Sequence[corpus.Fact]
) -> str:
    """The sentence that tells which of the years asked about the quotes leave out, '' for none.

    `facts` are those that the quotes state.
    """
    missing = missing_years(asked, [words_around(one) for one in citations], facts)
    ending = "년" if asked.language == "ko" else ""
    joined = ", ".join(f"{year_in_words(year, asked.language)}{ending}" for year in missing)
    return NO_YEAR[asked.language].format(years=joined) if missing else ""


def no_place(asked: Understanding, citations: Sequence[Citation]) -> str:
    """The sentence that names the places asked about of which nothing is quoted, '' for none."""
    texts = [f"{words_around(one)} {one.document.municipality or ''}" for one in citations]
    missing = missing_places(asked, texts)
    is_korean = asked.language == "ko"
    joined = ", ".join(one.korean if is_korean else one.english for one in missing)
    return NO_PLACE[asked.language].format(places=joined) if missing else ""


def caveat_fault(
    own: str,
    cited: Sequence[Citation],
    calculations: Sequence[Calculation],
    gaps: Sequence[str] = (),
) -> str:
    """Why a marked sentence may not leave, '' if it may.

    `own` is the sentence without its quotations (each a `BLANK`) and marks; `calculations` are
    those that hold and rest on the citations it carries; `gaps` are what there is to say of years
    and places that are not quoted.
    """
    words = " ".join(own.split()).removesuffix(".").rstrip()
    if words in _PLAIN or words in _QUOTING or words in gaps:
        return ""
    for form in _SUMS:
        match = form.fullmatch(words)
        if match is None:
            continue
        reckoned, stated = match.groups()
        is_figure = any(letter.isdigit() for letter in stated)
        is_printed = is_figure and stands(stated, [flat(one.quote) for one in cited])
        is_shown = any(one.result == reckoned for one in calculations)
        return "" if is_printed and is_shown and stated != reckoned else "caveat without a ground"
    return "caveat of no known form"
