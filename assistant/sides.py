"""Sides: the figures that may stand for each of two years, places or averages to be compared."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

import corpus
import index
from assistant.evidence import place_fits
from assistant.grammar import same_unit
from assistant.matching import MatchOptions, Texts, strength_of_any, tight, tight_published
from assistant.pairs import LIMIT
from assistant.readings import Reading, ReadingOptions, readings_of, sources_in
from assistant.retrieve import Candidate, Retrieved
from assistant.sources import SourceOptions
from assistant.synonyms import synonyms
from assistant.understand import Term, Understanding
from assistant.years import years_said


@dataclass(frozen=True, slots=True, kw_only=True)
class SideOptions:
    """A figure is a side where its own words meet `least_near` of the question's words by weight,
    and its document `least_met` (`least_met_english` of an English question). `dated` is what a
    side gains whose year is printed with it. A word that the title has tells no figure from
    another, and counts `by_title` beside one. The best `most` figures of a side are set against
    those of the other.
    """

    least_met: float = 0.7
    least_met_english: float = 0.5
    least_near: float = 0.3
    dated: float = 0.15
    by_title: float = 0.2
    most: int = 10
    readings: ReadingOptions = field(default_factory=ReadingOptions)
    sources: SourceOptions = field(default_factory=SourceOptions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A figure that may stand for one side, the name that the answer gives it, and its worth."""

    reading: Reading
    name: str
    year: int | None
    worth: float


_AVERAGE = re.compile(r"평균|\baverage\b", re.IGNORECASE)
_MONEY = re.compile(r"금액|사업비|예산|액수|돈|비용|[가-힣]액|\b(?:budget|cost|amount|money)\b")
_COUNTS = re.compile(r"건수|개수|\bhow many\b|\bnumber of\b")
_LAST = re.compile(r"지난해|작년|전년(?!\s?(?:도\s?)?(?:보다|대비))")
_THIS = re.compile(r"올해|금년")
_NEXT = re.compile(r"내년")
_BEFORE = re.compile(r"전년도?|지난해")
_AGAINST = re.compile(r"[가-힣]+\s?(?:보다|대비|에\s?비해|에\s?비하여)")
_IN_BRACKETS = re.compile(r"\([^()]*\)?")
_PERIOD = re.compile(r"기간|일수|며칠|\bdays\b")
_CHANGE = re.compile(
    r"^\s?(?:\([^()]*\))?\s?(?:이나|가량)?\s?(?:더\s)?(?:늘|줄|증가|감소|많|적|높|낮|올[라랐]|증액|↑|↓)"
)
_NO_SIDE = frozenset({"%", "%p", "년", "월", "일", "위", "세", "등급", None})
_ASIDE = frozenset(
    """
    늘 늘어나 줄 줄어들 오르 내리 증가 감소 비교 차이 대비 더 많 적 크 작 높 낮 얼마 얼마나 어디
    어느 쪽 곳 데 중 가운데 해 년 비슷 동네 지역 유사 단체 자치 비하 사이 보다 금액 액수 규모 건수
    수 개수 점수 돈 지난해 작년 올해 전년 잘하 하 되 연도 종전 최고 역대 기록 최근 오 나오 무슨 때
    비교하 짧 길 빠르 쓰 compare compared more fewer less higher lower larger average difference
    increase decrease
    """.split()
) | {"carry out"}


def sides_of(
    asked: Understanding,
    retrieved: Retrieved,
    snapshot: index.Snapshot,
    options: SideOptions,
) -> tuple[list[Side], list[Side]] | None:
    """The figures for each side that a question sets against the other; None where it sets none."""
    text, found = asked.text, retrieved.candidates
    if asked.compares_places and len(asked.places) == 2:
        both = [
            _of_place(asked, place, year, retrieved, snapshot, options)
            for place, year in zip(asked.places, _years_of_places(asked), strict=True)
        ]
        return both[0], both[1]
    if asked.compares_places:
        return None
    own = [one for one in found if one.fits_place]
    if len(asked.figure_years) == 2:
        rated = list(_rated(asked, own, retrieved, snapshot, options))
        dated = [_dated(asked, rated, year, options) for year in asked.figure_years]
        return dated[0], dated[1]
    if _AVERAGE.search(text):
        rated = list(_rated(asked, own, retrieved, snapshot, options))
        average = [one for one in rated if _AVERAGE.search(_lead(one[0]))]
        plain = [one for one in rated if not _AVERAGE.search(_lead(one[0]))]
        own_sides = _named(asked, plain, options)
        other_sides = _named(asked, average, options)
        return (
            [replace(one, name="") for one in own_sides],
            [replace(one, name="") for one in other_sides],
        )
    return None


def _words(one: Reading) -> str:
    """The words of a figure, without what it is only measured against ('본예산 대비')."""
    return _AGAINST.sub(" ", f"{one.label} {one.around}")


def _lead(one: Reading) -> str:
    return one.source.text[one.span[0] : one.figure.start]


def _years_of_places(asked: Understanding) -> tuple[int | None, ...]:
    """The year that stands behind each place before the next, else the one year there is."""
    mentions = [one for one in corpus.find_municipalities(asked.text) if one.municipalities]
    years: list[int | None] = []
    for number, one in enumerate(mentions):
        last = mentions[number + 1].start if number + 1 < len(mentions) else len(asked.text)
        said = [year for year in _in_order(asked.text[one.end : last])]
        years.append(said[0] if said else None)
    if len(years) != len(asked.places) or all(one is None for one in years):
        one_year = asked.figure_years[0] if len(asked.figure_years) == 1 else None
        return (one_year,) * len(asked.places)
    common = years[-1] if years[0] is None else None
    lead = _in_order(asked.text[: mentions[0].start])
    if lead and len(set(asked.figure_years)) == 1:
        common = lead[0]
    return tuple(one or common for one in years)


def _in_order(text: str) -> list[int]:
    return [int(one) for one in re.findall(r"(?<!\d)((?:19|20)\d\d)(?!\d)", text)]


def _of_place(
    asked: Understanding,
    place: corpus.Municipality,
    year: int | None,
    retrieved: Retrieved,
    snapshot: index.Snapshot,
    options: SideOptions,
) -> list[Side]:
    found = [one for one in retrieved.candidates if place_fits(one.evidence, place)]
    rated = [
        (one, worth)
        for one, worth in _rated(asked, found, retrieved, snapshot, options)
        if _speaks_of(one, place)
    ]
    sides = _dated(asked, rated, year, options) if year else _named(asked, rated, options)
    return [replace(one, name=place.korean) for one in sides]


def _speaks_of(one: Reading, place: corpus.Municipality) -> bool:
    """Whether the line of a figure names the place, or none; its document may tell of others."""
    line = one.source.text[one.span[0] : one.span[1]]
    named = [
        each for mention in corpus.find_municipalities(line) for each in mention.municipalities
    ]
    return (
        place in named
        if named
        else one.source.evidence.document.municipality in {place.korean, place.name}
    )


def _named(
    asked: Understanding, rated: Iterable[tuple[Reading, float]], options: SideOptions
) -> list[Side]:
    """Figures of the year asked about, or of none that is printed, by the words that name them."""
    wanted = set(asked.figure_years)
    sides = [
        Side(reading=one, name=one.label, year=None, worth=worth)
        for one, worth in rated
        if not wanted or not one.years or one.years & wanted
    ]
    return sorted(sides, key=lambda one: -one.worth)[: options.most]


def _dated(
    asked: Understanding,
    rated: Iterable[tuple[Reading, float]],
    year: int,
    options: SideOptions,
) -> list[Side]:
    sides = []
    for one, worth in rated:
        is_printed = one.years == {year}
        if not is_printed and not _is_of_year(one, year):
            continue
        worth += options.dated * is_printed
        sides.append(Side(reading=one, name=f"{year}년", year=year, worth=worth))
    return sorted(sides, key=lambda one: -one.worth)[: options.most]


def _is_of_year(one: Reading, year: int) -> bool:
    """Whether a figure without a printed year is of the year that is spoken of around it."""
    if one.years:
        return False
    document = one.source.evidence.document
    lead = _lead(one)
    day = document.published_on
    for pattern, shift in ((_LAST, -1), (_THIS, 0), (_NEXT, 1)):
        if pattern.search(lead):
            return day is not None and day.year + shift == year
    said = years_said(" ".join(one.source.evidence.headings)) or years_said(document.title)
    known = said or set(document.fiscal_years)
    is_before = any(_BEFORE.search(entry) for entry in one.source.evidence.headings)
    return known == {year + 1 if is_before else year}


def _rated(
    asked: Understanding,
    found: Sequence[Candidate],
    retrieved: Retrieved,
    snapshot: index.Snapshot,
    options: SideOptions,
) -> Iterator[tuple[Reading, float]]:
    """The figures of the best documents with how much of the question their words meet."""
    own = [one for one in asked.terms if one.form not in _ASIDE]
    own = [one for one in own if not one.is_measure] or own
    if len(asked.figure_years) != 2 and not asked.compares_places:
        own = [one for one in own if not _AVERAGE.search(one.form)]
    least = options.least_met if asked.language == "ko" else options.least_met_english
    wants_limit = LIMIT.search(asked.text) is not None
    for source in sources_in(found, snapshot, options.readings):
        for one in readings_of(source, options.readings):
            if one.figure.unit in _NO_SIDE or not _is_of_unit(asked, one):
                continue
            if (one.figure.bound is not None) != wants_limit:
                continue
            if _CHANGE.match(source.text[one.figure.end : one.figure.end + 20]):
                continue  # what something moved by is no side
            near, share = _met(own, one, retrieved, options)
            if near >= options.least_near and share >= least:
                yield one, near


def _met(
    own: Sequence[Term], one: Reading, retrieved: Retrieved, options: SideOptions
) -> tuple[float, float]:
    """How much of the question's words a figure's own meet, and its document with them."""
    source, document = one.source, one.source.evidence.document
    line = source.text[one.span[0] : one.span[1]]
    near = Texts(
        quote=tight_published(_forms(one)),
        headings=tight_published(" ".join(source.evidence.headings[-1:])),
        title="",
    )
    title = tight_published(f"{document.title} {document.publisher or ''}")
    headings = " ".join(source.evidence.headings)
    whole = tight_published(f"{line} {headings} {source.text}") + title
    total = weighed = close = share = 0.0
    for term in own:
        weight = retrieved.weights.get(term.form, term.weight)
        ways = _ways(term)
        told = weight * (options.by_title if any(_has(way, title) for way in ways) else 1.0)
        total, weighed = total + weight, weighed + told
        close += told * strength_of_any(ways, near, MatchOptions(heading=0.6))
        share += weight * strength_of_any(
            ways, Texts(quote=whole, headings="", title=""), MatchOptions()
        )
    if not total:
        return 0.0, 0.0
    # Where the title says it all, any figure of the document may be meant.
    floor = options.least_near if weighed <= options.by_title * total else 0.0
    return floor + close / weighed, share / total


def _is_of_unit(asked: Understanding, one: Reading) -> bool:
    unit = one.figure.unit
    if (unit in {"일", "개월", "시간"}) != (_PERIOD.search(asked.text) is not None):
        return False
    if _COUNTS.search(asked.text) and not asked.unit:
        return unit != "원"
    if asked.unit and asked.unit not in {"억", "조", "만", "원"}:
        return same_unit(asked.unit, unit)
    if asked.unit or _MONEY.search(asked.text):
        return unit == "원"
    return True


def is_of_one(asked: Understanding, one: Reading, other: Reading) -> bool:
    """Whether what the question says of one figure it says of the other too: one measure."""
    own = [term for term in asked.terms if term.form not in _ASIDE and not term.is_general]
    own = [term for term in own if not _AVERAGE.search(term.form)]
    said = [
        {term.form for term in own if any(_has(way, words) for way in _ways(term))}
        for words in (_forms(one), _forms(other))
    ]
    near = [
        f"{words} {tight(source.text[start:end])} {tight(' '.join(source.evidence.headings[-1:]))}"
        for words, source, (start, end) in (
            (_forms(each), each.source, each.span) for each in (one, other)
        )
    ]
    first = {term.form for term in own if any(_has(way, near[0]) for way in _ways(term))}
    second = {term.form for term in own if any(_has(way, near[1]) for way in _ways(term))}
    return said[0] <= second and said[1] <= first and bool(said[0] or said[1])


def _ways(term: Term) -> tuple[str, ...]:
    return (term.form, *term.renderings, *synonyms(term.form))


def _has(way: str, words: str) -> bool:
    return len(tight(way)) > 1 and tight(way) in words


def _forms(one: Reading) -> str:
    words = _words(one)
    return tight(words) + " " + " ".join(word.form for word in index.analyse(words))


def likeness(one: Side, other: Side) -> float:
    """How alike two sides are called: the share of the nouns that both have."""
    first, second = (_nouns(side.reading) for side in (one, other))
    return len(first & second) / len(first | second) if first | second else 0.0


def _nouns(one: Reading) -> set[str]:
    words = index.analyse(_IN_BRACKETS.sub(" ", _words(one)))
    return {word.form for word in words if word.tag in {"NNG", "XR"} and len(word.form) > 1}
