"""Years of a question: those it names, and whether it says another time than was asked before."""

from __future__ import annotations

import re

import corpus

_LONGEST_SPAN = 30
_BARE_YEAR = re.compile(r"(?:19|20)\d\d")
_SPOKEN_YEAR = re.compile(
    r"(?<![\d,.])['‘’]?((?:19|20)?\d{2})\s?년(?:도)?(?!\s?(?:간|동안|차(?!이|액)))"
)
# '2023, 2024년': only the last of several years has its unit.
_LISTED_YEAR = re.compile(
    r"(?<![\d,.])((?:19|20)\d\d)(?=(?:\s?(?:[,·/]|와|과)\s?(?:19|20)\d\d){0,8}"
    r"\s?(?:[,·/]|와|과)\s?(?:19|20)\d\d\s?년)"
)
# '그럼 올해 목표는' after a question of another year asks of this one.
_OWN_TIME = re.compile(
    r"올\s?한?\s?해|금년|지난해|작년|재작년|내년|내후년|이듬해|다음\s?해|전년|전년도|"
    r"\b(?:this|last|next|previous) year\b",
    re.IGNORECASE,
)


def years_in(text: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The years said as years, and the bare four-digit numbers that may be years or names."""
    years: set[int] = set()
    bare: set[int] = set()
    for mention in corpus.find_dates(text):
        if not mention.resolved or mention.start_date is None:
            continue
        first = int(mention.start_date[:4])
        last = int((mention.end_date or mention.start_date)[:4])
        covered = range(first, min(last, first + _LONGEST_SPAN) + 1)
        (bare if _BARE_YEAR.fullmatch(mention.raw.strip()) else years).update(covered)
    for match in _SPOKEN_YEAR.finditer(text):
        value = int(match.group(1))
        years.add(value if value > 99 else value + (1900 if value >= 70 else 2000))
    years |= {int(match.group(1)) for match in _LISTED_YEAR.finditer(text)}
    for match in re.finditer(r"(?<![\d,.])((?:19|20)\d\d)(?![\d년억만명건원개대]|[,.]\d)", text):
        bare.add(int(match.group(1)))
    return tuple(sorted(years)), tuple(sorted(bare - years))


def names_own_year(text: str) -> bool:
    """Whether a question says a time of its own ('올해', '작년'), by a word and not in digits."""
    return _OWN_TIME.search(text) is not None
