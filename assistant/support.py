"""What a cited quote bears out: each of its figures with its unit, its years and its own words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

import corpus
from assistant.evidence import MANY_YEARS, places_named
from assistant.figures import Figure, Said, read_figures
from assistant.frames import is_frame, words_in
from assistant.spelled import in_digits
from assistant.turned_rows import is_said_as
from assistant.types import Citation
from assistant.years import years_said

_WON = "원"
_SEPARATOR = re.compile(r"[,;/|(·▲△→①-⑳\n]|\s및\s|(?:이고|이며|으며|하고|에서)\s")
# Flags of a fact whose figure holds in every year of a span.
_NEXT_WORD = re.compile(r"\S*\s?\S*")
_COMPANY = re.compile(r"[을를]\s?비롯(?:해|한|하여)|[와과]\s?함께|(?:주재|주관)로|참석한\s?가운데")
# What joins a count and the amount of the same thing: '60건 12억 원', '60건에서 12억 원'.
_SIDE_BY_SIDE = re.compile(r"\s|에서\s|에\s")
# Counted for themselves: who gets an amount ('위원 50명에 3억 원') is not what it is for.
_NOT_JOINED = {_WON, "%", "%p", "명", "인", "가구", "세대", None}
_LABEL_BREAK = re.compile(r"[,;/·]")
_NEAR = 60  # characters; a bracket that has gone on for longer tells of other things
_SUBJECT = re.compile(r"(?:은|는|이|가|의)(?![가-힣])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """One figure of a cited quote, as a fact or as one stretch of the text states it.

    `years` is empty where the source leaves the year open. `words` are the fact's name and the
    stretch around the figure, `sentence` all that is said with it, `under` the headings and title
    it stands under. `bounds` are the readings of what bounds it; None is among them where it is
    said without a bound. `name` is the fact's, '' where no fact states it, and `part` what a
    bracket calls it behind the figure it is a part of ('여성' of '420명 (여성 210명)').
    `is_change` marks what something grew or fell by.
    """

    citation: Citation
    value: Decimal
    unit: str | None
    years: frozenset[int]
    bounds: frozenset[str | None]
    words: str
    sentence: str
    under: str
    name: str = ""
    part: str = ""
    is_change: bool = False

    def bears(self, figure: Figure) -> bool:
        """Whether a figure of an answer is this one: the value, its unit and its bound."""
        if self.value != figure.value:
            return False
        if figure.unit is None:
            return self.unit != _WON
        if figure.bound not in self.bounds or self.unit is None:
            return False
        return is_said_as(self.unit, figure.unit) or plain_unit(self.unit) == plain_unit(
            figure.unit
        )


@lru_cache(maxsize=4_096)
def plain_unit(unit: str) -> str:
    """A unit in its one spelling: '건수' and '건' are '건', '퍼센트' is '%'."""
    read = corpus.find_quantities(f"1{unit}")
    return read[0].unit if read else unit


def supports_of(citation: Citation, facts: Sequence[corpus.Fact]) -> tuple[Support, ...]:
    """Every figure of a citation; what its facts read decides the years of the same figures."""
    under = " ".join((*citation.section, citation.document.title))
    stretches = list(_stretches(citation, under))
    found: list[Support] = []
    for fact in facts:
        if is_within(fact, citation):
            found += _of_fact(fact, citation, under, stretches)
    read = {(one.value, one.unit) for one in found}
    return (*found, *(one for one in stretches if (one.value, one.unit) not in read))


def is_within(fact: corpus.Fact, citation: Citation) -> bool:
    """Whether a fact is stated inside the quote of a citation."""
    is_inside = citation.start <= fact.start and fact.end <= citation.end
    return fact.document_id == citation.document.id and is_inside


def _of_fact(
    fact: corpus.Fact, citation: Citation, under: str, stretches: Sequence[Support]
) -> Iterator[Support]:
    scale = Decimal(1)
    is_money = fact.amount_krw is not None and isinstance(fact.value, Decimal)
    if is_money and isinstance(fact.value, Decimal) and fact.value:
        scale = Decimal(fact.amount_krw or 0) / fact.value
    values = fact.values or (corpus.FactValue(value=fact.value),)
    lasting = {one.year for one in values if one.year is not None}
    if fact.period is not None:
        lasting |= {int(end[:4]) for end in (fact.period.start, fact.period.end) if end}
    if MANY_YEARS & set(fact.flags) and lasting:
        lasting = set(range(min(lasting), max(lasting) + 1))
    for one in values:
        if not isinstance(one.value, Decimal):
            continue
        years = {one.year} if one.year is not None else set()
        if fact.period is not None or MANY_YEARS & set(fact.flags):
            years |= lasting
        value, unit = abs(one.value * scale), _WON if is_money else fact.unit
        twins = [
            other
            for other in stretches
            if other.value == value and other.unit == unit and other.words in fact.quote
        ]
        bounds = {fact.comparator, *(bound for other in twins for bound in other.bounds)}
        if fact.comparator is not None or any(None not in other.bounds for other in twins):
            bounds -= {None}
        yield Support(
            citation=citation,
            value=value,
            unit=unit,
            years=frozenset(years),
            bounds=frozenset(bounds),
            words=" ".join((fact.name, fact.organisation or "", *(other.words for other in twins))),
            sentence=fact.quote,
            under=under,
            name=fact.name,
            part=twins[0].part if twins and all(other.part for other in twins) else "",
            is_change="change" in fact.flags,
        )


def _stretches(citation: Citation, under: str) -> Iterator[Support]:
    """Each figure of the text with the words of its own stretch of the sentence."""
    for sentence in sentences_of(citation.quote):
        said = read_figures(sentence)
        words = ""
        for number, figure in enumerate(said.figures):
            own = _stretch(sentence, said, number)
            if number and _is_joined(sentence, said.figures[number - 1], figure):
                # '공사 60건에서 12억 원을 아껴': both are of what is named once.
                # Taken as it is printed, so that it is found again in the quote of a fact.
                first = sentence.find(_stretch(sentence, said, number - 1))
                words = sentence[first : sentence.find(own, first) + len(own)]
            elif any(not is_frame(word) for word in words_in(_without_figures(own))):
                words = own
            else:
                words = f"{words} {own}"  # '2020년 210건, 2021년 244건': the name is said once
            yield Support(
                citation=citation,
                value=figure.value,
                unit=figure.unit,
                years=said.years_of(figure),
                bounds=frozenset({figure.bound}),
                words=words,
                sentence=sentence,
                under=under,
                part=_part(sentence, said, number),
            )


def _is_joined(sentence: str, before: Figure, figure: Figure) -> bool:
    """Whether an amount stands right behind the count of what it is for: one name is of both.

    The other way round ('예산 3억 원 5명 채용') the name is of the amount alone.
    """
    return (
        before.unit not in _NOT_JOINED
        and figure.unit == _WON
        and bool(_SIDE_BY_SIDE.fullmatch(sentence, before.stop, figure.start))
    )


def _part(sentence: str, said: Said, number: int) -> str:
    """What a bracket behind a figure calls a smaller one of its unit inside it, '' for none."""
    own = said.figures[number]
    opened = sentence.rfind("(", 0, own.start)
    if opened < 0 or sentence.find(")", opened, own.start) >= 0:
        return ""
    before = [one for one in said.figures if one.end <= opened and own.start - opened < _NEAR]
    if not before or before[-1].unit != own.unit or before[-1].value <= own.value:
        return ""
    label = _LABEL_BREAK.split(sentence[opened + 1 : own.start])[-1]
    return " ".join(word for word in words_in(_without_figures(label)) if not is_frame(word))


def _stretch(sentence: str, said: Said, number: int) -> str:
    """From the separator behind the figure before to the separator behind this one."""
    figures = said.figures
    start, end = 0, len(sentence)
    company = list(_COMPANY.finditer(sentence, 0, figures[number].start))
    if company:
        start = company[-1].end()  # who came along is not what is counted
    if number:
        last = figures[number - 1]
        between = _SEPARATOR.search(sentence, last.end, figures[number].start)
        start = max(start, between.end() if between else last.end)
    if number + 1 < len(figures):
        after = _SEPARATOR.search(sentence, figures[number].end, figures[number + 1].start)
        end = after.start() if after else _behind(sentence, figures[number])
        end = min(end, figures[number + 1].start)
    return sentence[start:end]


def _behind(sentence: str, figure: Figure) -> int:
    """Where the next word ends; further words name the next figure ('60명 중 참석 38명')."""
    words = _NEXT_WORD.match(sentence, figure.stop)
    return words.end() if words else figure.stop


def _without_figures(text: str) -> str:
    """A text without its figures and dates, so that only what names them is left."""
    said = read_figures(text)
    spans = [(one.start, one.end) for one in said.figures]
    spans += [(one.start, one.end) for one in said.moments]
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def sentences_of(quote: str) -> tuple[str, ...]:
    """The sentences and lines of a quote, its spelled numbers in digits."""
    return tuple(
        in_digits(line[start:end])
        for line in quote.splitlines()
        for start, end in (corpus.sentence_spans(line) or ((0, len(line)),))
        if line[start:end].strip()
    )


def places_of(citation: Citation) -> frozenset[corpus.Municipality]:
    """The places that a citation's document is of, and those that it names where it is cited."""
    document = citation.document
    around = (document.municipality or "", document.title, *citation.section, citation.quote)
    return frozenset(place for text in around for place in places_named(text))


def is_of_place(support: Support, places: Iterable[corpus.Municipality]) -> bool:
    """Whether a figure is of one of the places: by what is said with it, else by what is cited."""
    subjects = _subjects(support.words) or _subjects(support.sentence)
    return bool((subjects or places_of(support.citation)) & set(places))


def _subjects(text: str) -> frozenset[corpus.Municipality]:
    """The places a text is about: those named with a subject or genitive particle."""
    return frozenset(
        place
        for mention in corpus.find_municipalities(text)
        if _SUBJECT.match(text, mention.end)
        for place in mention.municipalities
    )


def words_around(citation: Citation) -> str:
    """A quote with the headings and the title that it stands under, as one text."""
    return " ".join((citation.quote, *citation.section, citation.document.title))


def years_around(citation: Citation) -> frozenset[int]:
    """The years that a quote says, else those of its headings, else those of its document."""
    said = years_said(citation.quote) or years_said(" ".join(citation.section))
    if said:
        return frozenset(range(min(said), max(said) + 1))
    document = citation.document
    day = document.published_on
    near = {*document.fiscal_years, *years_said(document.title), *([day.year] if day else ())}
    return frozenset(near)
