"""Every number and quote proved against its source, or removed: the gate no answer passes by."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import corpus
from assistant.arithmetic import follows
from assistant.compose import Draft
from assistant.evidence import CHANGE, years_said
from assistant.points import points_of
from assistant.types import Calculation, Citation
from assistant.understand import Understanding
from assistant.wording import billion_won, won

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_MARK = re.compile(r"\[(\d+)\]")
# From the first opening to the last closing mark, so that marks inside a quote stay inside.
_QUOTED_WORDS = re.compile(r"“.*”", re.DOTALL)
_QUOTED_STRETCH = re.compile(r"“([^”]*?)…?”")
# Flags of a fact whose figure holds in every year of a span.
_MANY_YEARS = frozenset({"annual_flow", "whole_period"})
_SHORT_YEAR = re.compile(r"(?<!\d)['‘’`´]?(\d\d)(?=[.년~∼→)\s]|$)")
_DATE_GROUP = re.compile(r"\d+(?:\s*[.\-/]\s*\d+)+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What is left of a draft: the sentences that hold, and why the others were removed."""

    draft: Draft
    citations: tuple[Citation, ...]
    removed: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Whether anything is left to say, with a source."""
        return bool(self.draft.sentences) and bool(self.citations)


def verify(
    draft: Draft,
    citations: Sequence[Citation],
    texts: dict[str, str],
    asked: Understanding,
) -> Verdict:
    """Check a draft sentence by sentence; `texts` gives canonical text by document id.

    A sentence stays when it names at least one citation, each quote it cites stands in its
    document at the span it names, the words it sets in quotation marks are the source's, every
    number in it is in those quotes (or their document's title, date or headings) or in a shown
    calculation that is right, and its source speaks of a place and a year that were asked about.
    """
    true = {one.number: one for one in citations if quote_is_true(one, texts)}
    calculations = tuple(
        one
        for one in draft.calculations
        if one.inputs and _inputs_hold(one, true, draft.facts) and follows(one)
    )
    kept: list[str] = []
    removed: list[str] = []
    dropped: set[str] = set()
    for sentence in draft.sentences:
        misdated = _misdated(sentence, draft.facts, asked)
        dropped |= {fact.id for fact in misdated}
        reason = _fault(sentence, true, calculations, asked)
        if misdated and not reason:
            reason = "figure of another year"
        if reason:
            removed.append(f"{reason}: {sentence}")
        else:
            kept.append(sentence)
    used = {number for sentence in kept for number in _marks(sentence)}
    left = tuple(one for number, one in sorted(true.items()) if number in used)
    return Verdict(
        draft=replace(
            draft,
            sentences=tuple(kept),
            calculations=calculations,
            facts=tuple(fact for fact in draft.facts if fact.id not in dropped),
        ),
        citations=left,
        removed=tuple(removed),
    )


def quote_is_true(citation: Citation, texts: dict[str, str]) -> bool:
    """Whether the quote stands in the document exactly where the citation says."""
    text = texts.get(citation.document.id)
    return (
        text is not None
        and bool(citation.quote.strip())
        and text[citation.start : citation.end] == citation.quote
    )


def _inputs_hold(
    calculation: Calculation, true: dict[int, Citation], facts: Sequence[corpus.Fact]
) -> bool:
    known = set().union(*(printed_numbers(true[n].quote) for n in calculation.inputs if n in true))
    stated = numbers_in(calculation.expression)
    in_won = _won_numbers(true, calculation) | _cell_numbers(true, calculation, facts)
    return all(number in true for number in calculation.inputs) and stated <= known | in_won


def _won_numbers(true: dict[int, Citation], calculation: Calculation) -> set[str]:
    """The numbers of the same amounts in the spelling that expressions use."""
    found: set[str] = set()
    for number in calculation.inputs:
        if number not in true:
            continue
        quote = true[number].quote
        amounts = [one.krw for one in corpus.find_amounts(quote)]
        amounts += [part.amount.krw for part in corpus.inherited_parts(quote)]
        for amount in amounts:
            if amount is not None:
                found |= numbers_in(won(amount))
    return found


def _cell_numbers(
    true: dict[int, Citation], calculation: Calculation, facts: Sequence[corpus.Fact]
) -> set[str]:
    """The numbers of amounts inside the quotes whose unit a heading prints ('(백만 원)')."""
    found: set[str] = set()
    for number in calculation.inputs:
        if number not in true:
            continue
        cited = true[number]
        for fact in facts:
            is_inside = cited.start <= fact.start and fact.end <= cited.end
            if fact.document_id != cited.document.id or not is_inside:
                continue
            for point in points_of(fact):
                if point.unit == "원":
                    found |= numbers_in(won(int(point.value)))
    return found


def _fault(
    sentence: str,
    true: dict[int, Citation],
    calculations: Sequence[Calculation],
    asked: Understanding,
) -> str:
    marks = _marks(sentence)
    if not marks:
        return "no citation"
    if any(number not in true for number in marks):
        return "untrue quote"
    cited = [true[number] for number in marks]
    if _misquotes(sentence, cited):
        return "words that are not in the source"
    known: set[str] = set()
    for one in cited:
        document = one.document
        known |= printed_numbers(one.quote)
        known |= printed_numbers(" ".join((document.title, *one.section)))
        known |= numbers_in(" ".join(map(str, document.fiscal_years)))
        if document.published_on is not None:
            known |= printed_numbers(document.published_on.isoformat())
        for amount in corpus.find_amounts(one.quote):
            if amount.krw is not None:
                known |= _spellings(amount.krw)
    for calculation in calculations:
        known |= numbers_in(calculation.expression) | numbers_in(calculation.result)
    if not numbers_in(_MARK.sub(" ", sentence)) <= known:
        return "number without a source"
    return _place_fault(cited, asked) or _year_fault(cited, calculations, asked)


def _misquotes(sentence: str, cited: Sequence[Citation]) -> bool:
    """Whether words in quotation marks stand in no cited quote, heading or title."""
    sources = [
        _bare(text) for one in cited for text in (one.quote, one.document.title, *one.section)
    ]
    return any(
        not any(_bare(words) in source for source in sources)
        for words in _QUOTED_STRETCH.findall(sentence)
    )


def _bare(text: str) -> str:
    """A text without blanks, and without the strokes that stand for its line breaks."""
    return re.sub(r"[\s/]+", "", text)


def _marks(sentence: str) -> list[int]:
    """The citations a sentence names; a '[1]' that a document prints is no citation of ours."""
    return [int(number) for number in _MARK.findall(_QUOTED_WORDS.sub(" ", sentence))]


def _place_fault(cited: Sequence[Citation], asked: Understanding) -> str:
    if not asked.places:
        return ""
    allowed = {place.slug for place in asked.places}
    for one in cited:
        around = " ".join(
            (one.quote, *one.section, one.document.title, one.document.municipality or "")
        )
        spoken = {
            place.slug
            for mention in corpus.find_municipalities(around)
            for place in mention.municipalities
        }
        if not spoken & allowed:
            return "another place than asked"
    return ""


def _year_fault(
    cited: Sequence[Citation], calculations: Sequence[Calculation], asked: Understanding
) -> str:
    """A source fits when it, its headings or its document's title, date or years say a year asked.

    The years between two that a quote says count as said; the year before one, only where a
    printed change is reckoned back.
    """
    years = asked.years + asked.bare_years
    if not years:
        return ""
    for one in cited:
        said = years_said(one.quote) or years_said(" ".join(one.section))
        near = printed_numbers(_around(one)) | set(map(str, one.document.fiscal_years))
        if one.document.published_on is not None:
            near.add(str(one.document.published_on.year))
        is_reckoned = bool(calculations) and CHANGE.search(one.quote) is not None
        for year in years:
            is_between = bool(said) and min(said) <= year <= max(said)
            if str(year) in near or is_between or (is_reckoned and year + 1 in said):
                return ""
    return "another year than asked"


def _misdated(
    sentence: str, facts: Sequence[corpus.Fact], asked: Understanding
) -> tuple[corpus.Fact, ...]:
    """The facts that a sentence says in its own words, though of another year than asked."""
    said = _QUOTED_WORDS.sub(" ", sentence)
    return tuple(
        fact
        for fact in facts
        if fact.name in said and fact.raw_text in said and _is_of_another_year(fact, asked)
    )


def _is_of_another_year(fact: corpus.Fact, asked: Understanding) -> bool:
    years = {one.year for one in fact.values if one.year is not None}
    # A bare number is a year only where the document uses it as one ('2040 전략' is a name).
    wanted = {*asked.years, *(set(asked.bare_years) & years_said(fact.quote))}
    lasts = fact.period is not None or bool(_MANY_YEARS & set(fact.flags))
    return bool(years and wanted) and not lasts and not years & wanted


def _around(citation: Citation) -> str:
    return " ".join((citation.quote, *citation.section, citation.document.title))


def _spellings(amount: int) -> set[str]:
    return numbers_in(won(amount)) | numbers_in(billion_won(amount)) | numbers_in(f"{amount:,}")


def numbers_in(text: str) -> set[str]:
    """The numbers of a text by their value: '8.40' is 8.4, '8,727' is 8727, '06' is 6."""
    found = set()
    for number in _NUMBER.findall(text):
        whole, _, rest = number.replace(",", "").partition(".")
        rest = rest.rstrip("0")
        found.add((whole.lstrip("0") or "0") + (f".{rest}" if rest else ""))
    return found


def printed_numbers(text: str) -> set[str]:
    """The numbers a text prints, short years written out and dates taken apart."""
    known = numbers_in(text)
    for year in _SHORT_YEAR.findall(text):
        known.add(("20" if int(year) < 70 else "19") + year)
    for group in _DATE_GROUP.findall(text):
        known |= {number.lstrip("0") or "0" for number in re.findall(r"\d+", group)}
    return known
