"""Figures as they are said: a value with its unit, its year, its bound and the words around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

import corpus
from assistant.arithmetic import NUMBER

_ENGLISH_MONEY = re.compile(
    r"(?P<number>\d[\d,]*(?:\.\d+)?) ?(?P<scale>trillion|billion|million|thousand)? ?(?:won|KRW)\b",
    re.IGNORECASE,
)
_ENGLISH_SCALES = {"": 1, "thousand": 10**3, "million": 10**6, "billion": 10**9}
_ENGLISH_SCALES["trillion"] = 10**12
_SHORT = 600
"""Characters of a text whose figures are kept; what is found in a longer one may fill memory."""
_PERCENT = re.compile(r" ?(?:%p?|percent(?:age points?)?\b|퍼센트포인트|퍼센트)")
_SCALE = re.compile(r"[조억만](?![가-힣])")
_ENGLISH_BOUND = re.compile(
    r"(?P<at_least>\bat least|\bno less than|\bminimum of)|(?P<at_most>\bat most|\bup to|"
    r"\bno more than)|(?P<more_than>\bmore than|\bover|\babove|\bexceeding)|"
    r"(?P<less_than>\bless than|\bunder|\bbelow|\bfewer than)",
    re.IGNORECASE,
)
_BOUND_AFTER = re.compile(
    r"[ )(]{0,2}(?:(?P<at_least>이상|or more|or over)|(?P<at_most>이하|이내|or less|or fewer)|"
    r"(?P<more_than>초과|넘)|(?P<less_than>미만))"
)
# Days that are counted and are no date: with a decimal, or between an arrow's two sides.
_DAYS = re.compile(
    r"(?<![\d,.])(?P<exact>\d{1,3}\.\d{1,2})\s?일(?!시)|"
    r"(?<![\d,.월])(?P<first>\d{1,3})일\s?(?:→|⇒|에서)\s?(?P<last>\d{1,3})일"
    r"(?=\s?(?:로\s)?(?:단축|줄|앞당|짧|빨)|\s?(?:$|[)\n,]))"
)
_NUMBER_WORD = re.compile(r"수(?![가-힣])")  # 3,700건수
_YEARS = range(1950, 2100)
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number said at text[start:end], read as far as its words go.

    `unit` is '원' for money, whose `value` is in won; None for a bare number.
    `bound` is 'at_least', 'at_most', 'more_than', 'less_than' or None; text[start:stop] holds it
    too.
    """

    start: int
    end: int
    stop: int
    value: Decimal
    unit: str | None
    bound: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A date said at text[start:end]; `first` and `last` are ISO 8601 as exact as they are said."""

    start: int
    end: int
    first: str
    last: str | None

    @property
    def years(self) -> frozenset[int]:
        """Every year from the first to the last."""
        first, last = int(self.first[:4]), int((self.last or self.first)[:4])
        return frozenset(range(first, min(last, first + len(_YEARS)) + 1))

    @property
    def is_year(self) -> bool:
        """Whether a year, or a span of years, is all that is said."""
        return len(self.first) == 4 and len(self.last or self.first) == 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """The figures and dates of a text, each in the order in which they stand."""

    figures: tuple[Figure, ...]
    moments: tuple[Moment, ...]

    def years_of(self, figure: Figure) -> frozenset[int]:
        """The year said last before a figure, else the one said first behind it."""
        before = [one for one in self.moments if one.end <= figure.start]
        behind = [one for one in self.moments if one.start >= figure.end]
        nearest = before[-1:] or behind[:1]
        return nearest[0].years if nearest else frozenset()


def read_figures(text: str) -> Said:
    """Every number of a text exactly once, in a date, an amount, a count or alone; names left out.

    Values are without sign: a dash before a figure is more often a bullet, a range or a reckoning.
    What short texts say is kept in memory, since several steps of an answer read the same ones.
    """
    return _remembered(text) if len(text) <= _SHORT else _read(text)


@lru_cache(maxsize=2_000)
def _remembered(text: str) -> Said:
    return _read(text)


def _read(text: str) -> Said:
    moments = list(_moments(text))
    taken = [(one.start, one.end) for one in moments]
    figures: list[Figure] = []
    for reader in (_days, _money, _counts):
        free = [
            one
            for one in reader(text)
            if not any(start < one.end and one.start < end for start, end in taken)
        ]
        figures += free
        taken += [(one.start, one.end) for one in free]
    for match in NUMBER.finditer(text):
        if any(start < match.end() and match.start() < end for start, end in taken):
            continue
        if len(match.group()) == 4 and match.group().isdigit() and int(match.group()) in _YEARS:
            at = match.end()
            if not _LETTER.match(text, at) or text[at] == "년":
                first = match.group()
                moments.append(Moment(start=match.start(), end=at, first=first, last=None))
                continue
        figures += _bare(text, match)
    return Said(
        figures=tuple(_repeated(sorted(figures, key=lambda one: one.start), text)),
        moments=tuple(sorted(moments, key=lambda one: one.start)),
    )


def _repeated(figures: list[Figure], text: str) -> Iterator[Figure]:
    """The figures, one said again in brackets with the bound of the first ('1억 원 (…) 이상')."""
    last: Figure | None = None
    for one in figures:
        is_again = last is not None and (one.value, one.unit) == (last.value, last.unit)
        if last is not None and is_again and text[last.end : one.start].strip() == "(":
            last = replace(one, bound=one.bound or last.bound)
        else:
            last = one
        yield last


def _moments(text: str) -> Iterator[Moment]:
    for one in corpus.find_dates(text):
        first = one.start_date or one.end_date
        if first is not None and one.resolved and re.search(r"\d", text[one.start : one.end]):
            yield Moment(start=one.start, end=one.end, first=first, last=one.end_date)


def _money(text: str) -> Iterator[Figure]:
    for match in _ENGLISH_MONEY.finditer(text):
        number = Decimal(match["number"].replace(",", ""))
        scale = _ENGLISH_SCALES[(match["scale"] or "").lower()]
        yield _figure(text, match.start(), match.end(), number * scale, "원", None)
    for one in corpus.find_amounts(text):
        for krw in (one.krw, one.high_krw):
            if krw is not None:
                yield _figure(text, one.start, one.end, Decimal(abs(krw)), "원", one.comparator)


def _days(text: str) -> Iterator[Figure]:
    for match in _DAYS.finditer(text):
        for name in ("exact", "first", "last"):
            if match[name] is not None:
                start, end = match.span(name)
                end = text.index("일", end) + 1
                yield _figure(text, start, end, Decimal(match[name]), "일", None)


def _counts(text: str) -> Iterator[Figure]:
    for one in corpus.find_quantities(text):
        for value in (one.value, one.high):
            if value is not None:
                yield _figure(text, one.start, one.end, abs(value), one.unit, one.comparator)


def _bare(text: str, match: re.Match[str]) -> Iterator[Figure]:
    """A number without a unit; one that letters are joined to is a name ('제3기') and no figure."""
    value = Decimal(match.group().replace(",", ""))
    percent = _PERCENT.match(text, match.end())
    if percent:
        yield _figure(text, match.start(), percent.end(), value, "%", None)
        return
    if scale := _SCALE.match(text, match.end()):
        # '84만' that belongs to no amount is no name: it is a figure that nothing reads.
        yield _figure(text, match.start(), scale.end(), value, scale.group(), None)
        return
    before, behind = text[max(0, match.start() - 1) : match.start()], text[match.end() :][:1]
    if not _LETTER.match(before) and not _LETTER.match(behind):
        end = match.end()
        yield Figure(start=match.start(), end=end, stop=end, value=value, unit=None)


def _figure(
    text: str, start: int, end: int, value: Decimal, unit: str, bound: str | None
) -> Figure:
    number_word = _NUMBER_WORD.match(text, end)
    end = number_word.end() if number_word else end
    after = _BOUND_AFTER.match(text, end)
    near = list(_ENGLISH_BOUND.finditer(text, max(0, start - 16), start))
    if near and re.fullmatch(r"[^\w]*(?:[A-Za-z]{1,6} )?", text[near[-1].end() : start]):
        bound = bound or near[-1].lastgroup
    if after:
        bound = bound or after.lastgroup
    return Figure(
        start=start,
        end=end,
        stop=after.end() if after else end,
        value=value,
        unit=unit,
        bound=bound,
    )
