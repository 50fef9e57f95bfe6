"""Whether evidence speaks of the years, numbered things and halves of a year asked about."""

from __future__ import annotations

import re

import corpus
from assistant.evidence import MANY_YEARS, Evidence, holds
from assistant.grammar import Asked
from assistant.rounds import halves_said, names_round, neighbours
from assistant.understand import Understanding
from assistant.years import CHANGE, COMPARED, STAMP, months_named, years_meant, years_said

# '2030년 3등급이었다가 이번에 2등급으로': the later one is of the year of the document.
_THIS_TIME = re.compile(r"이번(?:에|엔|에는|\s?(?:평가|조사|심사|점검|회의))")

# '2030년 4등급이던 청렴도를 3등급으로': the year of what was so before is not that of what is said.
_WAS_SO = re.compile(
    r"(?<!\d)(?:19|20)\d\d\s?년(?:도|에|까지)?\s(?:[^\s.,]{1,10}\s){0,3}?[^\s.,]{0,10}던\s"
)
# What a figure is held against is of its own year: '목표 2,140억 원 (2030년 확보액 대비 8%)'.
_HELD_AGAINST = re.compile(
    r"(?<!\d)(?:19|20)\d\d\s?년(?:도)?(?:[^,.\n]|[.,](?=\d)){0,30}?(?:보다|대비|에\s?비[해하])"
)
# The year of a plan or a review is part of its name, whenever its days are.
_NAMED_BY_YEAR = re.compile(
    r"(?<!\d)(?:19|20)\d\d\s?년(?:도|\s회계연도)?\s(?:\S+\s){0,2}?\S*(?:예산|추경|계획|보고회|대책|평가|계약|감사|공시|결산)"
)
# What a rule begins at or what changed is no figure of the year of its document.
_OF_NO_YEAR = frozenset({"change", "threshold"})
_FIRST_MONTHS = 3
"""A text of the first so many months that is headed by the year before tells of that year."""


def year_fits(evidence: Evidence, asked: Understanding) -> bool:
    """Whether the years asked are said by the quote or, if it says none, by what it stands under.

    A bare four-digit number that stands in the quote or its headings is a name, not a year.
    """
    near = " ".join((*evidence.headings, evidence.quote))
    if asked.asks(Asked.DATE, Asked.DURATION):
        # '2024년 업무계획 보고회는 언제' asks when; the year is part of what it asks about.
        near = f"{evidence.document.title} {near}"
        named = [*evidence.headings, evidence.document.title]
        if any(str(year) in text for year in asked.years for text in named):
            return True
        if _NAMED_BY_YEAR.search(asked.text) and set(asked.years) & set(
            evidence.document.fiscal_years
        ):
            return True
    bare = tuple(year for year in asked.bare_years if str(year) not in near)
    if asked.compares_places and len(bare) < len(asked.bare_years):
        bare = ()  # each place has a year of its own
    if _is_of_month(evidence.document, asked):
        return True
    is_stamp = STAMP.search(evidence.quote) is not None and "\n" not in evidence.quote
    if is_stamp and asked.asks(Asked.CONTACT) and holds(Asked.CONTACT, evidence, asked):
        return True  # an imprint says when it was written, and whose a document of any year is
    if asked.years and bare and COMPARED.search(asked.text):
        return _years_fit(evidence, (*asked.years, *bare))  # each may have a statement of its own
    return all(not years or _years_fit(evidence, years) for years in (asked.years, bare))


def _is_of_month(document: corpus.Document, asked: Understanding) -> bool:
    """Whether the question names the very month in which the document came out.

    What a report of February says it says of the meeting in February, whatever year it plans for.
    """
    day = document.published_on
    return (
        day is not None
        and len(asked.years) == 1
        and day.isoformat()[:7] in months_named(asked.text)
    )


def year_fits_alone(evidence: Evidence, year: int) -> bool:
    """Whether the evidence speaks of one year, by itself or by what it stands under."""
    return _years_fit(evidence, (year,))


def derives_year(evidence: Evidence, years: tuple[int, ...]) -> bool:
    """Whether the quote gives a change against the year before, from which that year follows."""
    return (
        not evidence.is_group
        and bool(CHANGE.search(evidence.quote))
        and any(year + 1 in evidence.years() for year in years)
    )


def _years_fit(evidence: Evidence, years: tuple[int, ...]) -> bool:
    said = evidence.years()
    if said:
        is_now = _THIS_TIME.search(evidence.quote) or _says_only_before(evidence)
        if is_now and _own_years(evidence) & set(years):
            return True
        if said & set(years) or derives_year(evidence, years):
            return True
        if any(
            "year_inferred" in fact.flags
            and not _OF_NO_YEAR & set(fact.flags)
            and fact.fiscal_year in years
            for fact in evidence.facts
        ):
            # '평균 90점으로 2030년보다 2점 높다': what is said without a year is of the document's.
            return True
        flows = [fact for fact in evidence.facts if MANY_YEARS & set(fact.flags)]
        return any(
            min(ends) <= year <= max(ends)
            for fact in flows
            if (ends := [value.year for value in fact.values if value.year is not None])
            for year in years
        )
    return bool(years_above(evidence) & set(years))


def _says_only_before(evidence: Evidence) -> bool:
    """Whether a quote says no year but that of what was so before ('2030년 4등급이던').

    What a figure is held against was so before as well ('2030년 확보액 대비').
    """
    now = _HELD_AGAINST.sub(" ", _WAS_SO.sub(" ", evidence.quote))
    return now != evidence.quote and not years_meant(now, evidence.document)


def years_above(evidence: Evidence) -> frozenset[int]:
    """The years of what says none itself: its nearest heading's that says one, or its document's.

    A heading that is a day and nothing else tells when a text came out, and one that holds its
    figure against the year before is not of that year.
    """
    for entry in reversed(evidence.headings):
        own = CHANGE.sub(" ", entry)
        if not STAMP.search(entry) and (named := years_meant(own, evidence.document)):
            return named
    return _year_reported(evidence.document) or _own_years(evidence)


def _year_reported(document: corpus.Document) -> frozenset[int]:
    """The year before its own of which a text of the first months tells by its title; or none."""
    day, named = document.published_on, years_said(document.title)
    is_report = day is not None and day.month <= _FIRST_MONTHS and named == {day.year - 1}
    return named if is_report else frozenset()


def _own_years(evidence: Evidence) -> frozenset[int]:
    document = evidence.document
    published = {document.published_on.year} if document.published_on is not None else set()
    return frozenset(document.fiscal_years) | published


def ordinal_fits(evidence: Evidence, ordinals: tuple[str, ...]) -> bool:
    """Whether every numbered thing the question names ('제3기') is named by the evidence.

    Where the evidence names none of the kind, the title of its document tells which it is of.
    """
    near = " ".join((*evidence.headings, evidence.quote)) if ordinals else ""
    title = evidence.document.title
    return all(
        names_round(near, one) or (names_round(title, one) and not neighbours((one,), [near]))
        for one in ordinals
    )


def half_fits(evidence: Evidence, halves: tuple[str, ...]) -> bool:
    """Whether the half of a year asked about is not the other one than the evidence speaks of."""
    if not halves:
        return True
    said = halves_said(evidence.quote) or halves_said(" ".join(evidence.headings))
    return not said or bool(set(halves) & set(said))
