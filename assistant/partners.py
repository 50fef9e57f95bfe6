"""Partners: the two figures of one document that a question compares, adds or takes apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

import index
from assistant.comparands import Comparison, Relation, Wanted
from assistant.figures import Figure
from assistant.frames import NEGATION
from assistant.grammar import same_unit
from assistant.matching import MatchOptions, Texts, match_strength, tight, tight_published
from assistant.operands import Operand, Time, nouns_of, operands_of
from assistant.retrieve import Retrieved
from assistant.sources import (
    Source,
    SourceOptions,
    share_met,
    sources_of,
)
from assistant.understand import Understanding
from assistant.years import years_said


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerOptions:
    """Two figures must together meet `least_met` of the question's own words by weight.

    Each noun of their names that the question does not say takes off `by_noun`, at most `most`
    times: '공사 절감액' is not what is asked for by '절감액'. A year that is not printed with a
    figure but only that of its document takes off `by_year`. Two that are both called what the
    question calls its figure count `by_head` more. Of two results that meet a question
    within `even` of each other, neither is what it asks. A name says a word of the question where
    it matches by `says`.
    """

    least_met: float = 0.6
    by_noun: float = 0.06
    most: int = 4
    by_year: float = 0.05
    by_head: float = 0.1
    even: float = 0.03
    says: float = 0.68
    sources: SourceOptions = field(default_factory=SourceOptions)


_CLAUSE_END = re.compile(r"(?:고|며|지만)[,\s]|[;\n]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """An operand with the source it stands in."""

    operand: Operand
    source: Source

    @property
    def at(self) -> tuple[str, int]:
        """Where it stands, the same for one figure that was found in two passages."""
        return self.source.evidence.document.id, self.source.start + self.operand.figure.start


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """The figure asked about and the one that it is measured against, and how well they meet it."""

    of: Read
    against: Read
    worth: float


def partners(
    asked: Understanding,
    wanted: Comparison,
    retrieved: Retrieved,
    options: PartnerOptions,
) -> list[Pair]:
    """The pairs of operands that meet a comparison best, each of one document and one unit."""
    pairs = [
        pair
        for group in _reads(asked, retrieved, options)
        for pair in _pairs(asked, wanted, group, retrieved, options)
        if pair.worth > 0
    ]
    best = max((one.worth for one in pairs), default=0.0)
    return _finest([one for one in pairs if one.worth >= best - options.even])


def _finest(pairs: list[Pair]) -> list[Pair]:
    """The pairs less those whose figure another prints more exactly ('275만명', '275만8천명')."""
    figures = [read.operand.figure for one in pairs for read in (one.of, one.against)]
    return [
        one
        for one in pairs
        if not any(
            _is_rounded(read.operand.figure, other)
            for read in (one.of, one.against)
            for other in figures
        )
    ]


def _is_rounded(one: Figure, other: Figure) -> bool:
    if one.unit != other.unit or one.value == other.value or one.value != one.value.to_integral():
        return False
    digits = str(int(one.value))
    size = 10 ** (len(digits) - len(digits.rstrip("0")))
    return size > 1 and len(digits.rstrip("0")) > 1 and other.value // size * size == one.value


def _reads(asked: Understanding, retrieved: Retrieved, options: PartnerOptions) -> list[list[Read]]:
    """The operands of each document, each once."""
    found: dict[str, dict[tuple[str, int], Read]] = {}
    for source in sources_of(retrieved, options.sources):
        for operand in operands_of(source.text):
            read = Read(operand=operand, source=source)
            if is_unit_asked(asked, operand.figure.unit):
                found.setdefault(source.evidence.document.id, {}).setdefault(read.at, read)
    return [list(group.values()) for group in found.values()]


def is_unit_asked(asked: Understanding, unit: str | None) -> bool:
    """Whether a figure of a unit can be what a question asks for."""
    if unit == "%":
        return (
            asked.unit in {"퍼센트", "프로", "%"}
            or re.search(r"%\s?[pP]|포인트", asked.text) is not None
        )
    if re.search(r"\bhow many\b", asked.text, re.IGNORECASE) and unit == "원":
        return False
    if asked.unit in {"억", "조", "만"}:
        return unit == "원" or (asked.unit == "만" and unit is not None)
    if asked.unit and asked.unit not in {"년", "월", "일", "%", "퍼센트", "프로"}:
        return same_unit(asked.unit, unit)
    money = re.search(
        r"금액|예산|국비|도비|[가-힣]액(?:은|이|을|\s|\?)|돈|몇\s?원|\bwon\b", asked.text
    )
    return unit == "원" if money else True


def _pairs(
    asked: Understanding,
    wanted: Comparison,
    group: Sequence[Read],
    retrieved: Retrieved,
    options: PartnerOptions,
) -> Iterator[Pair]:
    first = [
        (one, cost) for one in group if (cost := _cost(one, wanted.of, wanted, options)) is not None
    ]
    second = [
        (one, cost)
        for one in group
        if (cost := _cost(one, wanted.against, wanted, options)) is not None
    ]
    for one, cost in first:
        for other, more in second:
            if one.at != other.at and _goes_together(wanted, one, other, options):
                worth = _worth(asked, wanted, one, other, retrieved, options) - cost - more
                yield Pair(of=one, against=other, worth=worth)


def _cost(read: Read, want: Wanted, wanted: Comparison, options: PartnerOptions) -> float | None:
    """What keeps an operand from being surely what is wanted; None where it is another thing."""
    operand = read.operand
    named = f"{operand.name} {_heading(read)}" if wanted.is_by_name else operand.name
    if want.nouns and not all(_says(named, noun, options) for noun in want.nouns):
        return None
    if want.sorts and not want.sorts <= operand.sorts:
        return None
    if want.not_sorts & operand.sorts:
        return None
    if want.time is None:
        return 0.0
    printed = _year_of(operand, read.source)
    if wanted.denied and operand.time is None:
        return 0.0
    if _fits(operand, read.source, want.time, printed):
        return 0.0
    if operand.time is None and _is_of_document(read.source, want.time):
        return options.by_year
    return None


def _heading(read: Read) -> str:
    """The heading right above a figure, which names it where its own line only tells its kind."""
    return " ".join(read.source.evidence.headings[-1:])


def _says(name: str, noun: str, options: PartnerOptions) -> bool:
    texts = Texts(quote=f"{tight_published(name)} {_forms(name)}", headings="", title="")
    return match_strength(noun, texts, MatchOptions(), may_be_misspelt=False) >= options.says


@lru_cache(maxsize=10_000)
def _forms(name: str) -> str:
    """The nouns and verb stems of a name one behind the other, without particles and endings."""
    words = index.analyse(name)
    return "".join(one.form for one in words if one.tag[:2] in {"NN", "VV", "VA", "XR"})


def _base_of(source: Source) -> int | None:
    """The year that a document means by 'this year', as far as it can be told."""
    document = source.evidence.document
    if document.published_on is not None:
        return document.published_on.year
    known = years_said(document.title) or frozenset(document.fiscal_years)
    return max(known) if len(known) == 1 else None


def _year_of(operand: Operand, source: Source) -> int | None:
    if operand.time is None:
        return None
    if operand.time.year is not None:
        return operand.time.year
    base = _base_of(source)
    return None if base is None else base + (operand.time.offset or 0)


def _fits(operand: Operand, source: Source, time: Time, printed: int | None) -> bool:
    if time.year is not None:
        return printed == time.year
    if operand.time is not None and operand.time.offset is not None:
        return operand.time.offset == time.offset
    base = _base_of(source)
    return printed is not None and base is not None and printed == base + (time.offset or 0)


def _is_of_document(source: Source, time: Time) -> bool:
    """Whether a figure without a year may be of one, because what it stands under is of it."""
    evidence = source.evidence
    document = evidence.document
    if time.year is None:
        return time.offset == 0
    named = years_said(" ".join((*evidence.headings, document.title)))
    return time.year in (named or {*document.fiscal_years, _base_of(source)})


def _goes_together(wanted: Comparison, one: Read, other: Read, options: PartnerOptions) -> bool:
    """Whether two operands may be reckoned with each other: one unit, and one thing."""
    of, against = one.operand, other.operand
    if of.figure.unit != against.figure.unit or of.figure.value == against.figure.value:
        return False
    if wanted.denied:
        clause = other.source.text[against.figure.end : against.end]
        clause = f"{against.label} {_CLAUSE_END.split(clause)[0]}"
        return (
            against.whole is not None
            and against.whole.start == of.figure.start
            and _says(clause, wanted.denied, options)
            and NEGATION.search(clause) is None
        )
    if wanted.is_near:
        return _are_near(of.figure, against.figure)
    if wanted.relation is Relation.LEFT and not wanted.of.nouns:
        # '국비 빼고 나머지' is of the figure that the national part is said to be in.
        return against.whole is not None and against.whole.start == of.figure.start
    if wanted.relation is Relation.LEFT:
        return of.figure.value > against.figure.value and (
            against.whole is None or against.whole.value == of.figure.value
        )
    if wanted.is_by_name and wanted.of.nouns and _is_under(wanted, one, other, options):
        return tight(of.label) == tight(against.label)
    if wanted.is_by_name or wanted.relation is Relation.SUM:
        is_part = against.whole is not None and against.whole.start == of.figure.start
        return not (is_part and wanted.relation is Relation.SUM)
    names = [nouns_of(of.name), nouns_of(against.name)]
    if not all(names):
        return False
    return any(_says(of.name, noun, options) for noun in names[1]) or any(
        _says(against.name, noun, options) for noun in names[0]
    )


def _is_under(wanted: Comparison, one: Read, other: Read, options: PartnerOptions) -> bool:
    """Whether one of two figures has its name from its heading alone."""
    return not all(
        _says(read.operand.name, noun, options)
        for read, want in ((one, wanted.of), (other, wanted.against))
        for noun in want.nouns
    )


def _are_near(one: Figure, other: Figure) -> bool:
    """Whether two figures can be one in two states: neither is twice the other."""
    return max(one.value, other.value) < 2 * min(one.value, other.value)


def _worth(
    asked: Understanding,
    wanted: Comparison,
    one: Read,
    other: Read,
    retrieved: Retrieved,
    options: PartnerOptions,
) -> float:
    near = [read.source.text[read.operand.start : read.operand.end] for read in (one, other)]
    names = f"{one.operand.name} {other.operand.name}"
    # What the two are called has been held against their names; the rest tells what they are of.
    own = (*wanted.of.nouns, *wanted.against.nouns) if wanted.is_by_name else ()
    kept = tuple(term for term in asked.terms if not any(noun in term.form for noun in own))
    known = replace(asked, terms=kept)
    share, _ = share_met(known, names, one.source, near, retrieved)
    if own and not any(not term.is_measure and not term.is_verb for term in kept):
        share = 1.0
    least = options.least_met if asked.language == "ko" else options.sources.least_met_english
    if share < least:
        return 0.0
    said = tight(f"{asked.text} {asked.search_text} {' '.join(wanted.words)}")
    if not wanted.is_near and not all(
        _is_asked(read, said, asked, options) for read in (one, other)
    ):
        return 0.0
    strange = {
        noun
        for read in (one, other)
        for noun in nouns_of(read.operand.name)
        if not _is_said(noun, said, asked, options)
    }
    is_head = bool(wanted.heads) and all(
        any(_says(read.operand.name, head, options) for head in wanted.heads)
        for read in (one, other)
    )
    bonus = options.by_head if is_head else 0.0
    return share + 1.0 + bonus - options.by_noun * min(len(strange), options.most)


def _is_asked(read: Read, said: str, asked: Understanding, options: PartnerOptions) -> bool:
    """Whether the question says at least one of the nouns that name an operand."""
    return any(_is_said(noun, said, asked, options) for noun in nouns_of(read.operand.name))


def _is_said(noun: str, said: str, asked: Understanding, options: PartnerOptions) -> bool:
    if tight(noun) in said:
        return True
    ways = [way for term in asked.terms for way in (term.form, *term.renderings)]
    return any(_says(noun, way, options) for way in ways)
