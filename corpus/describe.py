"""What a document is: from the catalogue where it says so, otherwise from the document itself."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from corpus.catalog import CatalogRow, years_in
from corpus.contents import form_title
from corpus.imprint import ImprintLabel, imprint_line, is_byline, printed_date
from corpus.municipalities import Municipality, find_municipalities, municipality_named
from corpus.outline import Node
from corpus.segments import Segmented, SegmentKind
from corpus.title_years import title_year

_TYPES: tuple[tuple[str, str], ...] = (
    ("fiscal_plan", r"중기지방재정계획|재정계획"),
    ("settlement", r"결산|재정\s?공시"),
    ("budget", r"예산(?:서|안|개요|편성)|본예산|추가경정|추경"),
    ("integrity_plan", r"청렴|반부패|부패방지"),
    ("performance", r"성과계획|성과보고|성과관리\s?계획|직무성과"),
    ("evaluation", r"종합평가|평가\s?결과"),
    ("audit", r"일상감사|감사\s?(?:계획|결과)|계약심사"),
    ("plan", r"업무계획|추진사업|기본계획|종합계획|시행계획|시정계획|추진계획|주요업무"),
    ("press", r"보도자료|시정소식|뉴스|기사"),
)
_TYPE_PATTERNS = tuple((name, re.compile(pattern)) for name, pattern in _TYPES)
OTHER_TYPE = "document"
_T = TypeVar("_T")
_LONGEST_TITLE = 200  # a page's own title; a longer one is a mistake or mischief
_HEAD = 1_500  # characters in which a document says what it is
_WRITTEN_YEAR = re.compile(r"((?:19|20)(?<!\d..)\d\d)\s?년")
_TITLE_YEAR = re.compile(r"((?:19|20)\d\d)(?:\s*[~∼～–-]\s*((?:19|20)\d\d))?\s*년?도?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """The descriptive fields of a document, and which of them were inferred."""

    title: str
    municipality: Municipality | None
    municipality_name: str | None
    publisher: str | None
    document_type: str
    fiscal_years: tuple[int, ...]
    published_on: date | None
    source_url: str | None
    licence: str
    is_digest: bool
    inferred: tuple[str, ...]


def describe(
    row: CatalogRow,
    text: str,
    segmented: Segmented,
    root: Node,
    *,
    parsed_title: str | None,
) -> Description:
    """Fill in what the catalogue leaves open; an unknown field stays None, never a guess."""
    inferred: list[str] = []

    def given(name: str, value: _T, otherwise: _T) -> _T:
        if value or not otherwise:
            return value
        inferred.append(name)
        return otherwise

    named = (parsed_title or "")[:_LONGEST_TITLE] or form_title(text) or _title(root)
    title = given("title", row.title, named or row.file)
    place = municipality_named(row.municipality) if row.municipality else None
    if place is None and not row.municipality:
        place = _municipality(title, text)
        if place is not None:
            inferred.append("municipality")
    kind = given("document_type", row.document_type, _document_type(title, text))
    years = given("fiscal_years", row.fiscal_years, years_in(_year_stretch(title)))
    published = given("published_on", row.published_on, _published(text, segmented))
    if not years and (said := title_year(title, published)) is not None:
        years = (said,)
        inferred.append("fiscal_years")
    # The head of dated news often names one other year to compare its own with.
    fewest = _FEWEST_SAID if published is not None else 1
    if not years and (most := _year_said_most(text, fewest)) is not None:
        years = (most,)
        inferred.append("fiscal_years")
    covered = years_in(_year_stretch(title))
    if row.fiscal_years and len(covered) > 1 and row.fiscal_years[0] in covered:
        years = covered  # a medium-term plan is catalogued by its first year and covers them all
    return Description(
        title=title,
        municipality=place,
        municipality_name=place.shown if place else (row.municipality or None),
        publisher=row.publisher or None,
        document_type=kind,
        fiscal_years=years,
        published_on=published,
        source_url=row.source_url or None,
        licence=row.licence or "unknown",
        is_digest=row.is_digest,
        inferred=tuple(inferred),
    )


_FEWEST_SAID = 2
_TITLE_LINES = 8  # in which the day of the news stands


def _title(root: Node) -> str | None:
    for node in root.children:
        if node.is_heading or (node.segment and node.segment.kind is SegmentKind.ITEM):
            return node.label.strip("[]<> ") or None
    return None


def _municipality(title: str, text: str) -> Municipality | None:
    for stretch in (title, text[:_HEAD]):
        counts: Counter[Municipality] = Counter()
        for mention in find_municipalities(stretch):
            if len(mention.municipalities) == 1:
                counts[mention.municipalities[0]] += 1
        if counts:
            return counts.most_common(1)[0][0]
    return None


def _document_type(title: str, text: str) -> str:
    for stretch in (title, text[:_HEAD]):
        for name, pattern in _TYPE_PATTERNS:
            if pattern.search(stretch):
                return name
    return OTHER_TYPE


def _year_stretch(title: str) -> str:
    match = _TITLE_YEAR.search(title)
    return match.group() if match else ""


def _year_said_most(text: str, fewest: int) -> int | None:
    """The year the head of a document names most often, None if no year leads with `fewest`."""
    years = Counter(int(year) for year in _WRITTEN_YEAR.findall(text[:_HEAD]))
    ranked = years.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return None
    if ranked[0][1] < fewest:
        return None
    return ranked[0][0]


def _published(text: str, segmented: Segmented) -> date | None:
    """The day a page says it was published or, failing that, last changed."""
    found: dict[ImprintLabel, date] = {}
    for one in segmented.segments:
        if one.kind is not SegmentKind.IMPRINT:
            continue
        label: ImprintLabel | None = None
        for line in text[one.start : one.end].splitlines():
            read = imprint_line(line)
            label = read.label if read else label
            day = printed_date(read.value if read else line)
            if label and day and label not in found:
                found[label] = day
    labelled = found.get(ImprintLabel.PUBLISHED) or found.get(ImprintLabel.MODIFIED)
    return labelled or _dateline(text)


def _dateline(text: str) -> date | None:
    """The day that stands alone with the place of the news under its title, None without one."""
    for line in text[:_HEAD].splitlines()[:_TITLE_LINES]:
        if is_byline(line) and (day := printed_date(line)) is not None:
            return day
    return None
