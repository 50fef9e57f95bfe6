"""Titles of plans, compared: what stays the same from one edition to the next.

The family of a title is the title without the words that change between editions: years and days,
the government's name, edition words (변경, 수정, 개정, 제2차, 제1회 추가경정, 최종, 확정, 안) and
punctuation. Brackets go, the words in them stay unless they are edition words: '(일반회계)' and
'(상권)' tell documents apart, '(안)' and '(2022. 3.)' do not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from corpus.characters import fold
from corpus.governments import municipality_named

# In folded text every range mark is ~, every dash - and every apostrophe '.
_FOUR = r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])"
# A month without a day (2022년 3월 업무계획) is the period of a monthly plan, no day of print.
_DAY = re.compile(
    rf"{_FOUR}\s?(?:년\s?[0-9]{{1,2}}\s?월\s?[0-9]{{1,2}}\s?일"
    r"|\.\s?[0-9]{1,2}(?![0-9])\.?(?:\s?[0-9]{1,2}(?![0-9])\.?)?)"
)
_YEAR = rf"(?:{_FOUR}|'[0-9]{{2}}(?![0-9]))"
_YEAR_WORD = r"(?:\s?(?:회계\s?연도|년도|연도|년|\.))?"
_YEARS = re.compile(
    rf"(?P<first>{_YEAR}){_YEAR_WORD}"
    rf"(?:\s?[~-]\s?(?P<last>{_YEAR}|[0-9]{{2}}(?![0-9])){_YEAR_WORD})?"
)
_NUMBERED = re.compile(r"(?<![0-9가-힣])제?\s?[0-9]{1,3}\s?[차회](?![가-힣]{2})")
_EDITION = re.compile(
    r"(?<![가-힣])(?P<word>변경|수정|개정|보완|최종|확정|본|당초)"
    r"(?=$|[^가-힣]|예산|계획|대책|전략|안(?![가-힣]))"
)
_FIRST_EDITION = frozenset({"본", "당초"})
_SUPPLEMENT = re.compile(r"추가경정|추경")
_DRAFT = re.compile(r"(?<=예산|계획|대책|전략)\s?(?:서|안)(?![가-힣])|(?<![가-힣])안(?![가-힣])")
_NOT_A_WORD = re.compile(r"[^0-9a-z가-힣]+")
_SAID_TWICE = re.compile(r"(예산|계획|대책|전략)\1+")  # 기본계획 수정계획
_LONGEST_PERIOD = 50  # years; no plan looks further ahead, a longer range is a slip
_THIS_CENTURY = 20  # plans with two-digit years are of 2000 and after
_LONGEST = 300  # characters; titles are cut to fewer, claims in a text to fewer still


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """A title as its family and the years it prints; `is_edition` where it says it is a later one.

    Titles of two editions have the same family; those of the same edition the same years too.
    """

    family: str
    years: tuple[int, ...]
    is_edition: bool


@lru_cache(maxsize=1024)  # each document's title is asked for a few times, claims once
def title_of(printed: str, municipality: str | None) -> Title:
    """Read a title; `municipality` is the government whose name is no part of the family."""
    text = _without_place(fold(printed)[:_LONGEST].lower(), municipality)
    undated = _DAY.sub(" ", text)
    bare = _NUMBERED.sub(" ", _YEARS.sub(" ", undated))
    is_supplement = _SUPPLEMENT.search(bare) is not None
    if is_supplement:  # 제1회 추가경정 세입·세출예산 and 제1회 추경 are both budgets
        bare = _SUPPLEMENT.sub(" ", bare)
        bare += "" if "예산" in bare else " 예산"
    words = {match["word"] for match in _EDITION.finditer(bare)}
    plain = _NOT_A_WORD.sub("", _DRAFT.sub(" ", _EDITION.sub(" ", bare)))
    return Title(
        family=_SAID_TWICE.sub(r"\1", plain),
        years=_years(undated) or _years(text),
        is_edition=is_supplement or not words <= _FIRST_EDITION,
    )


def _years(text: str) -> tuple[int, ...]:
    """The first year, or range of years, that is printed: '21~'25 gives five."""
    match = _YEARS.search(text)
    if match is None:
        return ()
    first = _full_year(match["first"], None)
    last = _full_year(match["last"], first) if match["last"] else first
    return tuple(range(first, last + 1)) if first <= last <= first + _LONGEST_PERIOD else (first,)


def _full_year(printed: str, earlier: int | None) -> int:
    """Two digits belong to the century of the year before them (2021~25), else to this one."""
    digits = printed.lstrip("'")
    if len(digits) == len("2021"):
        return int(digits)
    century = earlier // 100 if earlier is not None else _THIS_CENTURY
    return century * 100 + int(digits)


def _without_place(text: str, municipality: str | None) -> str:
    place = municipality_named(municipality) if municipality else None
    if place is None:
        return text
    names = sorted({place.name, place.korean, place.short, *place.aliases}, key=len, reverse=True)
    written = "|".join(re.escape(name.lower()) for name in names)
    return re.sub(
        rf"(?<![0-9a-z가-힣])(?:{written})(?:[시군구도](?![가-힣]))?(?![0-9a-z가-힣])", " ", text
    )
