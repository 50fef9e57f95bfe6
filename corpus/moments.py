"""Points in time with parts left open: what one printed date says before anything is filled in.

A `Moment` holds the parts that were printed; `read_moment` reads the one that starts at a place in
folded text (see `corpus.characters.fold`). Which year an open part belongs to is not decided here.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import replace

from corpus.records import record

_CENTURY_TURN = 70
_LEAP_YEAR = 2000


@record(frozen=True, slots=True, kw_only=True)
class Moment:
    """The printed parts of a date; a part that was not printed is None."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    quarter: int | None = None
    half: int | None = None

    @property
    def kind(self) -> str:
        """The precision: 'date', 'month', 'quarter', 'half' or 'year'."""
        if self.day is not None:
            return "date"
        if self.month is not None:
            return "month"
        if self.quarter is not None:
            return "quarter"
        return "half" if self.half is not None else "year"

    @property
    def is_possible(self) -> bool:
        """Whether the calendar has it; 2월 29일 without a year may be possible."""
        if self.quarter is not None and not 1 <= self.quarter <= 4:
            return False
        if self.month is not None and not 1 <= self.month <= len(calendar.month_name) - 1:
            return False
        if self.day is None or self.month is None:
            return self.day is None or 1 <= self.day <= calendar.monthrange(_LEAP_YEAR, 1)[1]
        return 1 <= self.day <= calendar.monthrange(self.year or _LEAP_YEAR, self.month)[1]

    @property
    def order(self) -> tuple[int, int, int]:
        """Sorts moments by their first day; an open year comes first."""
        month = self.month or 1
        if self.quarter:
            month = self.quarter * 3 - 2
        if self.half:
            month = self.half * 6 - 5
        return (self.year or 0, month, self.day or 1)

    def iso(self) -> str | None:
        """ISO 8601 of the printed precision (parts: '2022-Q1', '2022-H1'), None without a year."""
        if self.year is None or not self.is_possible:
            return None
        if self.quarter is not None:
            return f"{self.year}-Q{self.quarter}"
        if self.half is not None:
            return f"{self.year}-H{self.half}"
        if self.month is None:
            return None if self.day is not None else f"{self.year}"
        return f"{self.year}-{self.month:02}" + (f"-{self.day:02}" if self.day is not None else "")


@record(frozen=True, slots=True, kw_only=True)
class Reading:
    """A moment at folded[start:end]; `form` is how it was written, `word` a relative word (지난해).

    Forms: 'apostrophe', 'dotted', 'korean' (년, 월, 일), 'bracketed' (month and day), 'bare' (a
    year alone), 'part' (quarter or half), 'day' (a day alone), 'relative'.
    """

    start: int
    end: int
    moment: Moment
    form: str
    word: str | None = None
    flags: tuple[str, ...] = ()


def full_year(year: int) -> int:
    """The year that two digits mean: 70 to 99 -> 1970 to 1999, others -> 2000 to 2069."""
    return year if year >= 100 else year + (1900 if year >= _CENTURY_TURN else 2000)


DURATION_AFTER = (
    r"(?:간|동안|차(?!례)|째|만에|이상|연속|주년|여(?=[ 간])|미만|이내|이하|초과|경력|단위"
    r"|마다|넘"
    r"|가까|내외|안팎|정도"
    r"|가량|전(?![가-힣])|후(?![가-힣])|뒤|소요|생(?![가-힣])|산(?![가-힣])|대(?![가-힣])"
    r"|대에|대의|대부터)"
)
"""What makes a number of years or days a length of time, an age or a decade, not a date."""

_TAIL = (
    r"(?: ?(?P<month>[0-9]{1,2})월(?: ?(?P<day>[0-9]{1,2})일(?! ?(?:간|동안)))?"
    r"| ?(?P<half>[상하])반기| ?제?(?P<quarter>[0-9])(?:/4)? ?분기)?"
)
_AFTER_DAY = r"(?![0-9%:]|[.,/-][0-9]|[가-힣](?<!부|까|에|일|자|현|기|이|은|을|\))|[A-Za-z㎡])"
_AFTER_MONTH = r"(?![0-9%:/\-]|[.,][0-9]| ?[가-힣㎡A-Za-z])"

_NO_YEAR_AFTER = (
    r"(?:간(?![가-힣])|동안|생(?![가-힣])|산(?![가-힣])|여(?=[ 간])"
    r"|대(?![가-힣])|대(?=[에의부초중후말]))"
)
_SPAN_AFTER = r"(?: ?(?:역사|전통|고도|세월|고찰|수령|묵은|된))"
_KOREAN_YEAR = re.compile(
    rf"(?P<year>(?:1[4-9]|20)[0-9]{{2}}) ?년(?:도(?![가-힣]*로)|도)?(?!{_NO_YEAR_AFTER}"
    rf"|{_SPAN_AFTER})"
    rf"{_TAIL}"
)
_DOTTED = re.compile(
    r"(?P<year>(?:19"
    r"|20)[0-9]{2})(?P<sep>[.\-/]) ?(?P<month>[0-9]{1,2})(?P=sep) ?(?P<day>[0-9]{1,2})"
    rf"(?:\.(?!\.?[0-9])|{_AFTER_DAY})"
)
_DOTTED_MONTH = re.compile(
    rf"(?P<year>(?:19|20)[0-9]{{2}})(?:\. ?(?P<month>[0-9]{{1,2}})(?:\.(?!\.?[0-9])|월"
    rf"|{_AFTER_MONTH})"
    r"|-(?P<iso>0[1-9]|1[0-2])(?![0-9가-힣A-Za-z]|[-./,:][0-9]|[-]))"
)
_DOTTED_YEAR = re.compile(r"(?P<year>(?:19|20)[0-9]{2})\.(?= ?[~)→])")
_BARE_YEAR = re.compile(
    r"(?P<year>(?:19|20)[0-9]{2})(?=\)| ?(?:~|→) ?\(?'?[0-9]|-(?:19|20)[0-9]{2}(?![0-9])"
    r"| (?:예산|회계|본예산|추경|결산|주요업무|업무계획|시정|군정|구정|도정|재정)(?![0-9]))"
)
_APOSTROPHE = re.compile(
    rf"'(?P<year>[0-9]{{2}})(?: ?년도?(?!{_NO_YEAR_AFTER}){_TAIL}"
    rf"|\. ?(?P<month2>[0-9]{{1,2}})(?:\. ?(?P<day2>[0-9]{{1,2}})(?:\.(?!\.?[0-9])|일"
    rf"|{_AFTER_DAY})"
    rf"|\.(?!\.?[0-9])|월(?: ?(?P<day3>[0-9]{{1,2}})일)?"
    rf"|(?<!\. [0-9])(?<!\. [0-9][0-9]){_AFTER_MONTH})"
    r"|\.(?![0-9])|(?= ?(?:[)\]~→,·/(:]|-(?![0-9])|부터|까지|$|\n)| [상하]반기"
    r"| [^0-9a-z'])(?! ?[%])"
    r"(?: (?P<half2>[상하])반기)?)"
)
_SHORT_YEAR = re.compile(
    rf"(?P<year>[0-9]{{2}})년(?:(?P<sure>도|(?= ?(?:[0-9]{{1,2}}월|[상하]반기|말|초(?!과)"
    rf"|기준|결산|예산|본예산|추경|대비"
    rf"|현재|실적|목표|계획|완공|준공|착공)))|(?! ?{DURATION_AFTER})){_TAIL}"
)
_MONTH = re.compile(r"(?P<month>[0-9]{1,2})월(?: ?(?P<day>[0-9]{1,2})일(?! ?(?:간|동안)))?")
_QUARTER = re.compile(r"(?P<quarter>[1-4])(?:/4)? ?분기(?!별|당)")
_HALF = re.compile(r"(?P<half>[상하])반기(?!별|당)")
_BRACKETED = re.compile(
    r"(?P<month>[0-9]{1,2})\. ?(?P<day>[0-9]{1,2})(?:\.(?![0-9])(?: ?\([월화수목금토일]\))?"
    r"|\.? ?\([월화수목금토일]\))"
)
_WEEKDAY = re.compile(r"\([월화수목금토일]\)$")
_DAY = re.compile(
    rf"(?P<day>[0-9]{{1,2}})일(?! ?(?:{DURATION_AFTER}|단축|과정|근무|교육|사용|휴가|반|장"
    rf"|정|자리))"
    r"(?=부터|까지|에|자| (?:오전|오후)| [가-힣‘“'])"
)
_DAY_BEFORE = re.compile(r"(?:^|[\n]|[.!?] |[가-힣)][는은이가을를고도] )[“\"']?$")
_NEWS_AFTER = re.compile(
    r"(?:부터|까지|에)|[ 가-힣·()\d]{0,24}에서|[가-힣 ]{0,16} ?(?:오전|오후|밝혔|밝힌|전했"
    r"|전한|발표|개최|열|체결|방문|마쳤|가졌|공고|확정)"
    r"|[ 가-힣·()\d,]{0,34}(?:모인|함께한|참석한|참여한|자리한|나온) 가운데"
)
_QUOTED = re.compile(r"'[0-9]{2} [^'\n]{1,30}'(?![0-9]{2})")
_WORDS = (
    "올 ?한 ?해|올해|금년도|금년|지난해|재작년|작년|전전년도|전년도|전년|내후년|내년도|내년"
    "|이듬해|다음 ?해|익년도|익년"
    "|차년도|당해 ?[연년]도|올(?= ?(?:상반기|하반기|[0-9]{1,2}월|[1-4](?:/4)? ?분기))"
)
_YEAR_WORD = re.compile(rf"(?P<word>{_WORDS}){_TAIL}")
_MONTH_WORD = re.compile(
    r"(?P<word>이달|이번 ?달|금월|지난달|다음 ?달|내달)(?: ?(?P<day>[0-9]{1,2})일(?!간))?"
)
_FOUR_DIGITS = re.compile(r"[0-9]{4}")
_NEAR_WORD = re.compile(
    r"(?P<word>지난|오는) ?(?:(?P<year>(?:19|20)[0-9]{2}) ?년(?:도)?"
    rf"(?! ?{DURATION_AFTER}))?(?:{_TAIL})(?:(?<=[0-9년도월일기])"
    rf"|(?<=지난 )(?P<only>[0-9]{{1,2}})일"
    r"|(?<=오는 )(?P<only2>[0-9]{1,2})일)(?! ?(?:간|동안|이내))"
)
_SEASON = re.compile(
    r"(?P<word>(?:이번|올|지난|내년|올해|지난해) ?(?:봄|여름|가을|겨울))(?![가-힣]{2})"
)
_TIME_WORDS = (
    "올 금년 금월 지난 재작년 작년 전년 전전년 내년 내후년 내달 다음 이듬해 이달 이번 익년"
    " 차년도 당해 오는"
).split()
# What a date can begin with stands first, and each kind then looks behind that one character:
# a search for a set of characters runs over the rest of a text many times faster.
_TRIGGER = re.compile(
    rf"['0-9상하{''.join(sorted({word[0] for word in _TIME_WORDS}))}](?:"
    r"(?<=')(?=[0-9]{2}(?![0-9]))"
    r"|(?<=[0-9])(?<![0-9A-Za-z\ufffd].)(?<![0-9][.,:/].)"
    r"(?:(?:(?<=1)[4-9]|(?<=2)0)[0-9]{2}(?![0-9])|[0-9]?(?=[./년월일분 ~]))"
    rf"|(?<![가-힣].)(?:{'|'.join(f'(?<={word[0]}){word[1:]}' for word in _TIME_WORDS)})"
    r"|(?<=[상하])(?<![가-힣·].)반기)"
)


_PART_NAMED = {
    name: name.rstrip("23")
    for pattern in (
        *(_KOREAN_YEAR, _DOTTED, _DOTTED_MONTH, _DOTTED_YEAR, _BARE_YEAR, _APOSTROPHE, _SHORT_YEAR),
        *(_MONTH, _QUARTER, _HALF, _BRACKETED, _DAY, _YEAR_WORD, _MONTH_WORD, _NEAR_WORD),
    )
    for name in pattern.groupindex
}
"""The part of a date that a group of a pattern gives; a second `day` of a pattern is `day2`."""


def next_trigger(folded: str, position: int) -> int | None:
    """Where a date may start next."""
    match = _TRIGGER.search(folded, position)
    return match.start() if match else None


def read_moment(folded: str, position: int) -> Reading | None:
    """The date that starts exactly at `position`, None where none does."""
    first = folded[position : position + 1]
    if first == "'":
        return _apostrophe(folded, position)
    if first.isdecimal():
        return _number(folded, position)
    if first in {"상", "하"}:
        return _reading(_HALF.match(folded, position), "part")
    return _relative(folded, position)


def _number(folded: str, position: int) -> Reading | None:
    if position > 1 and folded[position - 1] == "-" and folded[position - 2].isalnum():
        return None
    if folded[position - 1 : position] == "제" and not _QUARTER.match(folded, position):
        return None
    if _FOUR_DIGITS.match(folded, position):
        return (
            _reading(_KOREAN_YEAR.match(folded, position), "korean")
            or _possible(_reading(_DOTTED.match(folded, position), "dotted"))
            or _possible(_reading(_DOTTED_MONTH.match(folded, position), "dotted"))
            or _reading(_DOTTED_YEAR.match(folded, position), "dotted")
            or _reading(_BARE_YEAR.match(folded, position), "bare")
        )
    return (
        _reading(_QUARTER.match(folded, position), "part")
        or _reading(_MONTH.match(folded, position), "korean")
        or _short_year(folded, position)
        or _bracketed(folded, position)
        or _day(folded, position)
    )


def _possible(reading: Reading | None) -> Reading | None:
    """Dotted digits that end in a dot are a date, if an impossible one; others are just digits."""
    if reading is None or reading.moment.is_possible or "impossible" in reading.flags:
        return reading
    return None


def _apostrophe(folded: str, position: int) -> Reading | None:
    if folded[position - 1 : position].isdecimal() or _QUOTED.match(folded, position):
        return None
    return _reading(_APOSTROPHE.match(folded, position), "apostrophe")


def _short_year(folded: str, position: int) -> Reading | None:
    """21년: a year where a month, 도, 결산 and the like follow; else it may be a length of time."""
    match = _SHORT_YEAR.match(folded, position)
    reading = _reading(match, "korean")
    if match is None or reading is None or match["sure"] is not None:
        return reading
    if SHORT_YEARS.start <= int(match["year"]) < SHORT_YEARS.stop and int(match["year"]) % 10:
        return replace(reading, moment=Moment(), flags=("ambiguous_year",))
    return None


SHORT_YEARS = range(15, 40)
"""Two-digit numbers that plans of our time use for years when no apostrophe is typed."""


def _bracketed(folded: str, position: int) -> Reading | None:
    match = _BRACKETED.match(folded, position)
    if match is None:
        return None
    before = folded[max(0, position - 3) : position]
    if not (before.endswith(("(", "( ")) or _WEEKDAY.search(match[0])):
        return None
    reading = _reading(match, "bracketed")
    if reading is None or int(match["month"]) > 12 or int(match["day"]) > 31:
        return None
    return reading


def _day(folded: str, position: int) -> Reading | None:
    """보령시는 11일 …: a day of the month alone, told from a length of time by its place."""
    match = _DAY.match(folded, position)
    if match is None or not _DAY_BEFORE.search(folded[max(0, position - 4) : position]):
        return None
    reading = _reading(match, "day")
    if reading is None or not reading.moment.is_possible:
        return None
    is_news = _NEWS_AFTER.match(folded, match.end(), match.end() + 40)
    return replace(reading, flags=("bare_day",) if is_news else ("bare_day", "ambiguous"))


def _relative(folded: str, position: int) -> Reading | None:
    if season := _SEASON.match(folded, position):
        return Reading(
            start=position, end=season.end(), moment=Moment(), form="relative",
            word="season", flags=("season",),
        )  # fmt: skip
    for pattern in (_YEAR_WORD, _MONTH_WORD, _NEAR_WORD):
        match = pattern.match(folded, position)
        if match is None:
            continue
        reading = _reading(match, "relative")
        if reading is None:
            return None
        word = match["word"].replace(" ", "")
        if pattern is _NEAR_WORD and reading.moment == Moment():
            return None
        return replace(reading, word=word)
    return None


def _reading(match: re.Match[str] | None, form: str) -> Reading | None:
    if match is None:
        return None
    groups = {_PART_NAMED[name]: value for name, value in match.groupdict().items() if value}
    if day := groups.get("only"):
        groups["day"] = day
    half = {"상": 1, "하": 2}.get(groups.get("half", ""))
    moment = Moment(
        year=full_year(int(groups["year"])) if "year" in groups else None,
        month=_whole(groups.get("month") or groups.get("iso")),
        day=_whole(groups.get("day")),
        quarter=_whole(groups.get("quarter")),
        half=half,
    )
    is_date = moment.is_possible or form != "dotted" or match[0].endswith(".")
    flags = ("impossible",) if is_date and not moment.is_possible else ()
    return Reading(start=match.start(), end=match.end(), moment=moment, form=form, flags=flags)


def _whole(digits: str | None) -> int | None:
    return None if digits is None else int(digits)
