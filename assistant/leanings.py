"""Leanings: what speaks a little for or against a statement that meets the question's words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.evidence import Evidence
from assistant.front_matter import asks_front_matter, is_front_matter
from assistant.grammar import Asked
from assistant.levels import (
    asks_level,
    asks_running_total,
    tells_only_moves,
    tells_only_parts,
    tells_only_running_totals,
)
from assistant.matching import tight
from assistant.rounds import neighbours, rounds_in
from assistant.times import asks_period, tells_period, tells_time
from assistant.understand import Understanding


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaningOptions:
    """How much a statement gains or loses.

    `named` is gained where it names the very round asked about ('제2회 추경'), and lost where it
    names only another one, though its headings name the right one. `title` is lost by the line that
    only repeats the document's title where a day or a period is asked for: it dates the document,
    and one with no other time ('2030년 업무계획'). `period` is gained where a first or last day is
    asked for and a period is printed, `moved` lost where it is asked what something stands at and
    every figure is what it moved or differs by, what a part of it has, or what several years have
    come to. `told` is gained where
    the very thing asked about is followed by its items ('새 길은 ▲…') or by its number ('새 길
    12건'). `furniture` is lost by what a page prints around its text, `part` by what is told of a
    part of an index ('청렴노력도') where the index itself is asked about.
    """

    named: float = 0.04
    title: float = 0.1
    told: float = 0.08
    period: float = 0.1
    furniture: float = 0.15
    part: float = 0.12
    moved: float = 0.1


_LEVELS = (Asked.AMOUNT, Asked.COUNT, Asked.RATIO)
_PART_OF_INDEX = re.compile(r"청렴\s?(?:노력|체감)도|(?:내부|외부|정책고객)\s?청렴도|부패\s?실태")
_SHORTEST = 3  # letters of a name; a shorter one is part of many others
_ITEMS = r"(?:에는|으로는|로는|은|는|이|가)?\s?[:：]?\s?[▲△▷▶○◦•‣]"
_DAY = re.compile(r"\d\s?일|\d{1,2}\.\s?\d{1,2}\.|[~∼～]")


def leaning(
    evidence: Evidence, asked: Understanding, options: LeaningOptions | None = None
) -> float:
    """What a statement gains (or, below zero, loses) by how it stands to the question."""
    options = options or LeaningOptions()
    gained = 0.0
    if asked.ordinals and not evidence.is_group:
        said = set(rounds_in(evidence.quote))
        if said & set(asked.ordinals):
            gained += options.named
        elif neighbours(asked.ordinals, [evidence.quote]):
            gained -= options.named
    if asked.asks(Asked.DATE, Asked.DURATION):
        gained += _by_time(evidence, asked, options)
    if asked.asks(*_LEVELS) and asks_level(asked.text) and tells_only_moves(evidence.quote):
        gained -= options.moved
    if asked.asks(Asked.AMOUNT) and tells_only_parts(evidence.quote, asked.text):
        gained -= options.moved
    if asked.asks(Asked.AMOUNT) and not asks_running_total(asked.text):
        gained -= options.moved if tells_only_running_totals(evidence.quote) else 0.0
    if _is_of_part(evidence.quote, asked):
        gained -= options.part
    if is_front_matter(evidence.quote) and not asks_front_matter(asked.text):
        gained -= options.furniture
    if asked.asks(Asked.LIST, Asked.COUNT) and not evidence.is_group and _tells(evidence, asked):
        gained += options.told
    return gained


def sets_out(evidence: Evidence, asked: Understanding) -> bool:
    """Whether a statement sets out in a list the very things that a question names."""
    return asked.asks(Asked.LIST) and not evidence.is_group and _tells(evidence, asked)


def _is_of_part(quote: str, asked: Understanding) -> bool:
    """Whether a quote tells only a part of the integrity index, and the question names none."""
    if not asked.asks(Asked.GRADE, Asked.COUNT) or "청렴도" not in asked.text:
        return False
    if _PART_OF_INDEX.search(asked.text) or not _PART_OF_INDEX.search(quote):
        return False
    return "종합청렴도" not in quote and re.search(r"(?<![가-힣])청렴도", quote) is None


def _by_time(evidence: Evidence, asked: Understanding, options: LeaningOptions) -> float:
    """What a statement gains by the time it tells, or loses where it only dates the document."""
    if asks_period(asked.text) and tells_period(evidence.quote):
        return options.period
    if _DAY.search(evidence.quote):
        return 0.0
    title, quote = tight(evidence.document.title), tight(evidence.quote)
    is_title = bool(quote) and (quote in title or title in quote[: len(title) + 1])
    return -options.title if is_title or not tells_time(evidence.quote) else 0.0


def _tells(evidence: Evidence, asked: Understanding) -> bool:
    """Whether what is asked about stands right before its items or its number."""
    nouns = [one.form for one in asked.terms if not (one.is_measure or one.is_verb)]
    head = "".join(nouns)
    if len(head) < _SHORTEST or tight(head) not in tight(asked.text):
        return False  # the words stand apart in the question, and are no one name
    spaced = r"\s?".join(map(re.escape, head))
    behind = _ITEMS if asked.asks(Asked.LIST) else rf"\s?\d[\d,.]*\s?{re.escape(asked.unit or '')}"
    return re.search(rf"(?<![가-힣]){spaced}{behind}", evidence.quote) is not None
