"""Every number and quote proved against its source, or removed: the gate no answer passes by."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import corpus
from assistant.arithmetic import NUMBER, follows
from assistant.caveats import caveat_fault, no_place, no_year
from assistant.claims import fault_of
from assistant.compose import Draft
from assistant.evidence import MANY_YEARS
from assistant.figures import read_figures
from assistant.grid_claims import cell_supports
from assistant.grounds import Ground
from assistant.quotations import flat, own_words, stands
from assistant.reckonings import has_one_unit, terms_fault
from assistant.spelled import in_digits
from assistant.support import Support, is_within, supports_of, words_around
from assistant.tallies import tallied, tally_fault
from assistant.types import Calculation, Citation
from assistant.understand import Understanding
from assistant.years import CHANGE, years_said

_MARK = re.compile(r"\[(\d+)\]")
# A line of a list: a bullet, words, and one citation behind them.
_ITEM = re.compile(r"(?:[·•-] )?(?P<words>[^\n]+?) ?\[(?P<mark>\d+)\]\.?")
# Signs that tell how a figure moves or compares, and figures with a minus right before them.
_TELLING = frozenset("↑↓⇧⇩≥≤≠±≒≈")
_SIGNED = re.compile(r"(?<![\w)])[-−△▲▼]\d[\d,.]*")
# Flags of a fact whose figure holds in every year of a span.
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
    facts: Sequence[corpus.Fact] = (),
) -> Verdict:
    """Check a draft sentence by sentence; `texts` gives canonical text by document id.

    A sentence stays when it names at least one citation, each quote it cites stands in its
    document at the span it names, the words it sets in any quote marks are the source's, what it
    says in its own words holds (`assistant.claims`), and its source speaks of a place and a year
    that were asked about. `facts` are those of the evidence, of which `draft.facts` are some: they
    tell which unit and year a figure of a quote has where its own words do not.
    """
    true = {one.number: one for one in citations if quote_is_true(one, texts)}
    known = tuple({fact.id: fact for fact in (*draft.facts, *facts)}.values())
    ground = _ground(draft.calculations, true, known, asked)
    sources = _sources(ground.citations)
    kept: list[str] = []
    removed: list[str] = []
    dropped: set[str] = set()
    used: set[int] = set()
    for sentence in draft.sentences:
        own = own_words(sentence, sources)
        misdated = _misdated(own.text, draft.facts, asked)
        dropped |= {fact.id for fact in misdated}
        reason = _fault(sentence, ground, is_caveat=sentence in draft.caveats)
        if misdated and not reason:
            reason = "figure of another year"
        if reason:
            removed.append(f"{reason}: {sentence}")
        else:
            kept.append(sentence)
            used |= set(_marks(own.text))
    left = tuple(one for number, one in sorted(true.items()) if number in used)
    return Verdict(
        draft=replace(
            draft,
            sentences=tuple(kept),
            calculations=ground.calculations,
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


def _ground(
    calculations: Sequence[Calculation],
    true: dict[int, Citation],
    facts: Sequence[corpus.Fact],
    asked: Understanding,
) -> Ground:
    """What sentences may rest on: the true citations and the arithmetic that follows from them."""
    supports = tuple(one for cited in true.values() for one in supports_of(cited, facts))
    cells = tuple(
        one
        for cited in true.values()
        for one in cell_supports(cited, " ".join((*cited.section, cited.document.title)))
    )
    return Ground(
        citations=tuple(true.values()),
        supports=supports,
        facts=tuple(
            (cited.number, fact)
            for cited in true.values()
            for fact in facts
            if is_within(fact, cited)
        ),
        calculations=tuple(
            one
            for one in calculations
            if one.inputs
            and all(number in true for number in one.inputs)
            and follows(one)
            and not _calculation_fault(one, tuple(true.values()), (*supports, *cells), facts)
        ),
        asked=asked,
        cells=cells,
    )


def _calculation_fault(
    one: Calculation,
    citations: Sequence[Citation],
    supports: Sequence[Support],
    facts: Sequence[corpus.Fact],
) -> str:
    """Why arithmetic that follows does not rest on its inputs, '' if it does."""
    if tallied(one.expression):
        return tally_fault(one, citations, facts)
    if not has_one_unit(one):
        return "more than one unit"
    return terms_fault(one, citations, supports)


def _fault(sentence: str, ground: Ground, *, is_caveat: bool = False) -> str:
    """Why a sentence may not leave, '' if it may."""
    sources = _sources(ground.citations)
    item = _item_of(sentence, ground.citations)
    if item is not None:
        cited = [item]
        return _place_fault(cited, ground.asked) or _year_fault(cited, (), ground.asked)
    marks = _marks(own_words(sentence, sources).text)
    if not marks:
        return "no citation"
    cited = [one for one in ground.citations if one.number in marks]
    if len(cited) < len(set(marks)):
        return "untrue quote"
    own = own_words(sentence, _sources(cited))
    if not own.is_true:
        return "words that are not in the source"
    if is_caveat:
        calculations = [one for one in ground.calculations if set(one.inputs) <= set(marks)]
        own_text = _MARK.sub("", own.text)
        stated = [fact for _, fact in ground.facts]
        gaps = [no_year(ground.asked, ground.citations, stated)]
        gaps.append(no_place(ground.asked, ground.citations))
        fault = caveat_fault(own_text, cited, calculations, list(filter(None, gaps)))
        return fault or _place_fault(cited, ground.asked)
    if any(not any(stands(words, _flat_sources([one])) for words in own.quoted) for one in cited):
        is_quoting = not read_figures(in_digits(_MARK.sub(" ", own.text))).figures
        if own.quoted and is_quoting:
            return "source that bears nothing"
    narrowed = replace(
        ground,
        citations=tuple(cited),
        supports=tuple(one for one in ground.supports if one.citation.number in marks),
        cells=tuple(one for one in ground.cells if one.citation.number in marks),
        facts=tuple(pair for pair in ground.facts if pair[0] in marks),
        calculations=tuple(one for one in ground.calculations if set(one.inputs) <= set(marks)),
    )
    reason = fault_of(in_digits(_MARK.sub(" ", own.text)), narrowed)
    return (
        reason
        or _sign_fault(_without_shown(own.text, narrowed.calculations), cited)
        or _place_fault(cited, ground.asked)
        or _year_fault(cited, narrowed.calculations, ground.asked)
    )


def _sources(cited: Sequence[Citation]) -> list[str]:
    """What a sentence may quote: the cited words, the headings they stand under and the title."""
    return [text for one in cited for text in (one.quote, one.document.title, *one.section)]


def _flat_sources(cited: Sequence[Citation]) -> list[str]:
    return [flat(text) for text in _sources(cited)]


def _item_of(sentence: str, cited: Sequence[Citation]) -> Citation | None:
    """What an item of a list cites, where it says nothing but the words of that quote."""
    item = _ITEM.fullmatch(sentence)
    if item is None:
        return None
    number = int(item["mark"])
    return next(
        (one for one in cited if one.number == number and stands(item["words"], [flat(one.quote)])),
        None,
    )


def _sign_fault(own: str, cited: Sequence[Citation]) -> str:
    """Why signs do not hold: numbers in signs (Ⅳ, 二, ½), arrows and minus are the source's own."""
    printed = " ".join(_sources(cited))
    odd = {one for one in own if (one.isnumeric() and not one.isdecimal()) or one in _TELLING}
    odd |= set(_SIGNED.findall(own))
    return "sign without a source" if any(one not in printed for one in odd) else ""


def _without_shown(own: str, calculations: Sequence[Calculation]) -> str:
    """The words beside the arithmetic that holds: its signs follow and stand in no source."""
    for one in calculations:
        own = own.replace(f"{one.expression} = {one.result}", " ")
    return own


def _marks(own: str) -> list[int]:
    """The citations a sentence names; a '[1]' that a document prints is no citation of ours."""
    return [int(number) for number in _MARK.findall(own)]


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
        day = one.document.published_on
        said = years_said(one.quote, day) or years_said(" ".join(one.section), day)
        near = printed_numbers(words_around(one)) | set(map(str, one.document.fiscal_years))
        if day is not None:
            near.add(str(day.year))
        is_reckoned = bool(calculations) and CHANGE.search(one.quote) is not None
        for year in years:
            is_between = bool(said) and min(said) <= year <= max(said)
            # A quote without a year of its own is of its document's.
            known = said or set(one.document.fiscal_years)
            if str(year) in near or is_between or (is_reckoned and year + 1 in known):
                return ""
    return "another year than asked"


def _misdated(
    said: str, facts: Sequence[corpus.Fact], asked: Understanding
) -> tuple[corpus.Fact, ...]:
    """The facts that a sentence's own words say, though they are of another year than asked."""
    return tuple(
        fact
        for fact in facts
        if fact.name in said and fact.raw_text in said and _is_of_another_year(fact, asked)
    )


def _is_of_another_year(fact: corpus.Fact, asked: Understanding) -> bool:
    years = {one.year for one in fact.values if one.year is not None}
    # A bare number is a year only where the document uses it as one ('2040 전략' is a name).
    wanted = {*asked.years, *(set(asked.bare_years) & years_said(fact.quote))}
    lasts = fact.period is not None or bool(MANY_YEARS & set(fact.flags))
    return bool(years and wanted) and not lasts and not years & wanted


def numbers_in(text: str) -> set[str]:
    """The numbers of a text by their value: '8.40' is 8.4, '8,727' is 8727, '06' is 6."""
    found = set()
    for number in NUMBER.findall(text):
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
