"""Gaps: which of the years or places a question names an answer's quotes say nothing of.

A missing year is said in words, since no digit may leave that no source prints.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import corpus
from assistant.evidence import MANY_YEARS, places_named
from assistant.understand import Understanding
from assistant.years import years_said

_SINO = "영일이삼사오육칠팔구"
_SIZES = (("천", 1000), ("백", 100), ("십", 10), ("", 1))
_ENGLISH = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def missing_years(
    asked: Understanding, quotes: Sequence[str], facts: Iterable[corpus.Fact]
) -> tuple[int, ...]:
    """The years asked about that neither the quotes nor their facts speak of.

    () where none of several years is there, which is another answer, or the quotes say no year.
    """
    known = {year for quote in quotes for year in _covered(quote)}
    known |= {year for fact in facts for year in _years_of(fact)}
    wanted = asked.years
    missing = tuple(year for year in wanted if year not in known)
    return missing if len(wanted) > 1 and len(missing) < len(wanted) else ()


def missing_places(asked: Understanding, texts: Sequence[str]) -> tuple[corpus.Municipality, ...]:
    """The places asked about that none of the texts names, where another of them is named."""
    named = frozenset(place for text in texts for place in places_named(text))
    # A name that several places bear is met by any of them.
    meant = dict.fromkeys(one.municipalities for one in corpus.find_municipalities(asked.text))
    missing = tuple(places[0] for places in meant if places and named.isdisjoint(places))
    return missing if len(missing) < len(meant) else ()


def year_in_words(year: int, language: str) -> str:
    """A year without a digit: 2020 is '이천이십' or 'twenty twenty'."""
    if language != "ko":
        return _in_english(year)
    words = ""
    for name, size in _SIZES:
        digit, year = divmod(year, size)
        if digit:
            words += ("" if digit == 1 and name else _SINO[digit]) + name
    return words


def _in_english(year: int) -> str:
    first, last = divmod(year, 100)
    if first % 10 == 0 and last < 10:
        thousand = f"{_ENGLISH[first // 10]} thousand"
        return f"{thousand} {_ENGLISH[last]}" if last else thousand
    behind = f"oh {_ENGLISH[last]}" if 0 < last < 10 else _below_hundred(last)
    return f"{_below_hundred(first)} {behind if last else 'hundred'}"


def _below_hundred(number: int) -> str:
    if number < len(_ENGLISH):
        return _ENGLISH[number]
    tens, ones = divmod(number, 10)
    return _TENS[tens - 2] + (f"-{_ENGLISH[ones]}" if ones else "")


def _covered(quote: str) -> set[int]:
    """The years a quote says, those within a printed span included."""
    years = set(years_said(quote))
    for one in corpus.find_dates(quote):
        if one.resolved and one.start_date and one.end_date:
            years |= set(range(int(one.start_date[:4]), int(one.end_date[:4]) + 1))
    return years


def _years_of(fact: corpus.Fact) -> set[int]:
    years = {one.year for one in fact.values if one.year is not None}
    if fact.period is not None or MANY_YEARS & set(fact.flags):
        ends = [int(end[:4]) for end in _ends(fact) if end]
        ends += years
        return set(range(min(ends), max(ends) + 1)) if ends else years
    return years


def _ends(fact: corpus.Fact) -> tuple[str | None, str | None]:
    return (fact.period.start, fact.period.end) if fact.period is not None else (None, None)
