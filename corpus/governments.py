"""The local governments of Korea, as the register lists them, and what a catalogue calls them.

`municipalities.csv` lists all 17 upper-level and 226 lower-level governments as they stood at the
beginning of 2026, and behind them the two administrative cities (행정시) of Jeju, which are no
governments of their own but publish plans and accounts like one. Former names of the same
government (강원도, 여주군) are aliases.
"""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from string import ascii_lowercase, ascii_uppercase

REGISTER = Path(__file__).with_name("municipalities.csv")

SMALL_LETTERS = str.maketrans(ascii_uppercase, ascii_lowercase)
"""Makes Latin letters small and keeps every offset, unlike `str.lower`."""


class Level(StrEnum):
    """광역 (upper) or 기초 (lower) local government."""

    UPPER = "upper"
    LOWER = "lower"


class Bare(StrEnum):
    """How far the name without 시, 군, 구 or 도 can be trusted.

    JOINED: also in front of another word (보령예산). WORD: alone or with particles (대구는).
    EVIDENCE: an ordinary word too (공주: princess), so a word beside it must speak for the place.
    NEVER: far more often an ordinary word (예산: budget); only the full name counts.
    """

    JOINED = "joined"
    WORD = "word"
    EVIDENCE = "evidence"
    NEVER = "never"


@dataclass(frozen=True, slots=True, kw_only=True)
class Municipality:
    """One local government; `upper` and `upper_short` are '' for an upper-level one.

    `slug` is the lasting identifier ('boryeong', 'busan-jung'). `ambiguous_word` says in English
    what the short name means as an ordinary word; `longer_words` are words that merely begin with
    the short name.
    """

    slug: str
    korean: str
    short: str
    upper: str
    upper_short: str
    english: str
    level: Level
    aliases: tuple[str, ...]
    bare: Bare
    ambiguous_word: str
    longer_words: tuple[str, ...]

    @property
    def name(self) -> str:
        """The full name as catalogues print it: '충청남도 보령시', '인천광역시'."""
        return f"{self.upper} {self.korean}".strip()

    @property
    def shown(self) -> str:
        """The name in which records give it: in full where several share it (고성군, 중구)."""
        return self.name if self.korean in _shared_names() else self.korean

    @property
    def region(self) -> str:
        """The upper-level government it belongs to, itself included."""
        return self.upper or self.korean


@cache
def municipalities() -> tuple[Municipality, ...]:
    """All local governments, upper-level ones first."""
    with REGISTER.open(encoding="utf-8", newline="") as file:
        return tuple(
            Municipality(
                slug=row["slug"],
                korean=row["korean"],
                short=row["short"],
                upper=row["upper"],
                upper_short=row["upper_short"],
                english=row["english"],
                level=Level(row["level"]),
                aliases=tuple(filter(None, row["aliases"].split(";"))),
                bare=Bare(row["bare"]),
                ambiguous_word=row["ambiguous_word"],
                longer_words=tuple(filter(None, row["longer_words"].split(";"))),
            )
            for row in csv.DictReader(file)
        )


@cache
def _shared_names() -> frozenset[str]:
    counted = Counter(one.korean for one in municipalities())
    return frozenset(name for name, count in counted.items() if count > 1)


@cache
def _names() -> tuple[dict[str, tuple[Municipality, ...]], ...]:
    """Names in order of authority: official (with former ones), short, English."""
    official: dict[str, tuple[Municipality, ...]] = {}
    short: dict[str, tuple[Municipality, ...]] = {}
    foreign: dict[str, tuple[Municipality, ...]] = {}

    def add(names: dict[str, tuple[Municipality, ...]], name: str, one: Municipality) -> None:
        if one not in names.get(name, ()):
            names[name] = (*names.get(name, ()), one)

    regions = {one.korean: one for one in municipalities() if one.level is Level.UPPER}
    for one in municipalities():
        add(official, one.korean, one)
        add(short, one.short, one)
        add(foreign, one.slug, one)
        add(foreign, one.english.translate(SMALL_LETTERS), one)
        for alias in one.aliases:
            add(foreign if alias.isascii() else short, alias.translate(SMALL_LETTERS), one)
        if region := regions.get(one.upper):
            for upper in (region.korean, region.short, *region.aliases):
                add(official, f"{upper} {one.korean}", one)
                add(short, f"{upper} {one.short}", one)
    return official, short, foreign


def municipality_named(name: str) -> Municipality | None:
    """The one that a catalogue value names ('충청남도 보령시', '보령시청', 'Boryeong', a slug).

    None where no government, or more than one ('중구', '고성군'), bears the name.
    """
    wanted = " ".join(name.split()).translate(SMALL_LETTERS)
    for candidate in (wanted, wanted.removesuffix("청")):
        for names in _names():
            if found := names.get(candidate):
                return found[0] if len(found) == 1 else None
    return None


def english_name(name: str) -> str | None:
    """What the government with this name is called in English; None where `name` names none."""
    found = municipality_named(name)
    return None if found is None else found.english
