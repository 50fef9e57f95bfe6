"""Dates as plans print them: ‘21.12., 2021. 6. ~ 2022. 5., 1/4분기, 민선 8기, 지난 6일, (3.9.).

A mention keeps the precision of the print ('2021', '2021-06', '2022-06-01', '2022-Q1', '2022-H1').
What the print leaves open is filled in only where the caller's dates settle it, and then flagged;
otherwise the mention stays as printed with `resolved` False. Impossible dates (’21.13., 2월 30일)
are flagged 'impossible' and never resolved.

Flags: 'year_inferred' (the year is the caller's), 'month_inferred', 'year_unclear' (the caller gave
no year, or two), 'impossible', 'ambiguous', 'ambiguous_year' (21년: a year or a length of time),
'bare_day', 'season', 'recurring' (매년 2월), 'open_start', 'open_end', 'from', 'until', 'early',
'late'.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from corpus.anchors import YEAR_WORDS, Anchor
from corpus.characters import fold
from corpus.moments import (
    DURATION_AFTER,
    SHORT_YEARS,
    Moment,
    Reading,
    full_year,
    next_trigger,
    read_moment,
)
from corpus.recall import remembered
from corpus.records import record

_TERM = re.compile(r"민선 ?(?:제 ?)?(?P<number>[0-9]{1,2}) ?기(?![0-9])")
_FIRST_TERM, _FIRST_TERM_YEARS, _TERM_YEARS, _TERM_MONTH = 1995, 3, 4, 7
_LAST_TERM = 30

_JOIN = re.compile(r"(?P<close>\)?) {0,2}(?P<mark>~|부터|에서|-|→) {0,2}(?P<open>\(?)")
_LEFT_BARE = re.compile(
    rf"(?P<low>[0-9]{{1,4}}) ?~ ?(?P<high>[0-9]{{1,4}}) ?(?P<unit>년도?|월"
    rf"|분기)(?! ?{DURATION_AFTER}|별)"
    r"|(?P<from>(?:19|20)[0-9]{2}) ?(?:~ ?(?:(?:19|20)[0-9]{2}|[0-9]{2})|-(?:19"
    r"|20)[0-9]{2})(?![0-9%년월일분회]|[.,:/-][0-9]| ?[가-힣]{0,2}[0-9])"
    r"(?=[ )\],.\n:;/]|$)"
)
_LAST_DIGITS = re.compile(r"[0-9]+$")
_RIGHT_MONTH_DAY = re.compile(
    r"(?P<month>[0-9]{1,2})\. ?(?P<day>[0-9]{1,2})(?:\.(?![0-9])|(?![0-9.%가-힣]))"
)
_RIGHT_NUMBER = re.compile(r"(?P<number>[0-9]{1,2})(?:\.(?!\.?[0-9])|(?=[ )]|까지|$))")
_RIGHT_DAY = re.compile(r"(?P<number>[0-9]{1,2})일(?!간)")
_RIGHT_YEAR = re.compile(
    rf"(?P<number>[0-9]{{2}})(?:년도?(?! ?{DURATION_AFTER})|\.|(?=[ )\],]|$))(?!\.?[0-9]"
    rf"|,[0-9]| ?[%㎡])"
)
_NEXT_DAY = re.compile(r" ?(?:과|와|,|·|및) ?(?P<day>[0-9]{1,2})일(?! ?(?:간|동안|이내|이상))")
_LIST = re.compile(r" ?(?:과|와|,|·|및) ?")
_OPEN_END = re.compile(r" ?~ ?(?=[)\]\n,]|$)")
_OPEN_START = re.compile(r"(?<![0-9가-힣.)일월년]) ?~ ?$")
_PARTICLES = r"(?:까지|부터|에는|에|이면|쯤|경)?(?![가-힣])"
_LATE = re.compile(rf" ?(?:말|하순)(?={_PARTICLES})")
_EARLY = re.compile(rf" ?(?:초|상순)(?={_PARTICLES})")
_EVERY_YEAR = re.compile(r"(?:매년|해마다|매해) ?$")


@record(frozen=True, slots=True, kw_only=True)
class DateMention:
    """A date, a part of a year, a range or a relative date at text[start:end] == raw.

    `start_date` and `end_date` are ISO 8601 of the printed precision; a single date has only
    `start_date`, a range and a term have both where both are known. `kind` is 'date', 'month',
    'quarter', 'half', 'year', 'range', 'term' (민선 8기: the four years of office by law) or
    'relative' (지난해, 지난 6일). `resolved` says that every printed part is placed in a year.
    """

    start: int
    end: int
    raw: str
    start_date: str | None
    end_date: str | None
    kind: str
    resolved: bool
    flags: tuple[str, ...]


@remembered
def find_dates(
    text: str, *, reference: date | None = None, fiscal_year: int | None = None
) -> tuple[DateMention, ...]:
    """Every date in the text, sorted, none overlapping; linear in the length of the text.

    `reference` is the day the text was published: 올해, 지난 6일 and 이달 2일 are counted from it.
    `fiscal_year` is the year a plan is for: (3.9.), 상반기 and 전년 are counted from it. A day and
    month without a year take the year of whichever was given, and stay open where the two disagree.
    """
    folded = fold(text)
    first = next_trigger(folded, 0)
    if first is None and _TERM.search(folded) is None:
        return ()
    anchor = Anchor(reference=reference, fiscal_year=fiscal_year)
    return tuple(_Finder(text, folded, anchor).mentions(first))


class _Finder:
    """Finds the dates of one folded text."""

    def __init__(self, text: str, folded: str, anchor: Anchor) -> None:
        self.text, self.folded, self.anchor = text, folded, anchor

    def mentions(self, first: int | None) -> Iterator[DateMention]:
        """All mentions in order; terms are woven in between the dates, which start at `first`."""
        terms = deque(self._term(match) for match in _TERM.finditer(self.folded))
        position, previous = 0, None
        while (start := next_trigger(self.folded, position) if position else first) is not None:
            while terms and terms[0].start < start:
                term = terms.popleft()
                if term.start >= position:
                    yield term
                    position = term.end
            if start < position:
                continue
            bare = self._bare_range(start)
            if bare:
                yield bare
                position = bare.end
                continue
            reading = read_moment(self.folded, start)
            if reading is None:
                position = start + 1
                continue
            reading = self._inherit(previous, reading)
            mention = self._range(reading) or self._single(reading)
            yield mention
            position, previous = mention.end, reading
            if mention.end == reading.end:
                for further in self._listed_days(reading):
                    yield self._single(further)
                    position, previous = further.end, further
        yield from (term for term in terms if term.start >= position)

    def _inherit(self, previous: Reading | None, reading: Reading) -> Reading:
        """2022년 3월·6월: a listed month has the year before it; 매년 2월과 8월: neither."""
        moment = reading.moment
        if moment.year or moment.month is None or reading.word:
            return reading
        if _EVERY_YEAR.search(self.folded[max(0, reading.start - 4) : reading.start]):
            return replace(reading, flags=(*reading.flags, "recurring"))
        if previous is None:
            return reading
        gap = self.folded[previous.end : reading.start]
        if previous.moment.month is None or len(gap) > 3 or not _LIST.fullmatch(gap):
            return reading
        recurring = tuple(flag for flag in previous.flags if flag == "recurring")
        return replace(
            reading,
            moment=replace(moment, year=previous.moment.year),
            word=previous.word,
            flags=(*reading.flags, *recurring),
        )

    def _listed_days(self, reading: Reading) -> Iterator[Reading]:
        """10월 20일과 24일: further days of the same month."""
        if reading.moment.day is None or not self.folded[reading.start : reading.end].endswith(
            "일"
        ):
            return
        end = reading.end
        while match := _NEXT_DAY.match(self.folded, end):
            moment = replace(reading.moment, day=int(match["day"]))
            flags = tuple(flag for flag in reading.flags if flag != "impossible")
            if not moment.is_possible:
                flags = (*flags, "impossible")
            start, end = match.start("day"), match.end()
            yield replace(reading, start=start, end=end, moment=moment, flags=flags)

    def _single(self, reading: Reading) -> DateMention:
        resolved, flags = self.anchor.place(reading)
        flags = (*flags, *self._edges(reading.start, reading.end))
        return self._mention(
            reading.start,
            reading.end,
            resolved.iso() if resolved else None,
            None,
            self._kind(reading),
            flags,
        )

    def _kind(self, reading: Reading) -> str:
        is_relative = reading.form == "day" or (
            reading.word and reading.word not in {"지난", "오는"}
        )
        if is_relative or (reading.word and not reading.moment.year):
            return "relative"
        return reading.moment.kind

    def _edges(self, start: int, end: int) -> tuple[str, ...]:
        """Words that touch a single date: from, until, early, late."""
        folded, flags = self.folded, []
        if late := _LATE.match(folded, end):
            flags.append("late")
            end = late.end()
        elif early := _EARLY.match(folded, end):
            flags.append("early")
            end = early.end()
        if folded.startswith("부터", end):
            flags.append("from")
        if folded.startswith("까지", end) or folded.startswith(" 까지", end):
            flags.append("until")
        return tuple(flags)

    def _mention(
        self,
        start: int,
        end: int,
        start_date: str | None,
        end_date: str | None,
        kind: str,
        flags: tuple[str, ...],
        *,
        resolved: bool | None = None,
    ) -> DateMention:
        return DateMention(
            start=start,
            end=end,
            raw=self.text[start:end],
            start_date=start_date,
            end_date=end_date,
            kind=kind,
            resolved=start_date is not None if resolved is None else resolved,
            flags=tuple(dict.fromkeys(flags)),
        )

    def _term(self, match: re.Match[str]) -> DateMention:
        number = int(match["number"])
        if not 1 <= number <= _LAST_TERM:
            return self._mention(match.start(), match.end(), None, None, "term", ())
        first = _FIRST_TERM
        if number > 1:
            first += _FIRST_TERM_YEARS + (number - 2) * _TERM_YEARS
        last = first + (_FIRST_TERM_YEARS if number == 1 else _TERM_YEARS)
        return self._mention(
            match.start(), match.end(), f"{first}-07-01", f"{last}-06-30", "term", ()
        )

    # Ranges

    def _bare_range(self, start: int) -> DateMention | None:
        """19~21년, 2 ~ 11월, 1~3분기: the unit stands after the second number only."""
        match = _LEFT_BARE.match(self.folded, start)
        if match is None or self._is_attached(start):
            return None
        low_digits, high_digits, unit = match["low"], match["high"], match["unit"]
        if match["from"]:
            low_digits, high_digits, unit = match["from"], _LAST_DIGITS.findall(match[0])[0], "년"
        low, high = int(low_digits), int(high_digits)
        if unit == "월":
            left, right = Moment(month=low), Moment(month=high)
        elif unit == "분기":
            left, right = Moment(quarter=low), Moment(quarter=high)
        elif not self._are_years(low_digits, high_digits):
            return None
        else:
            left, right = Moment(year=full_year(low)), Moment(year=full_year(high))
        if not (left.is_possible and right.is_possible) or low == 0:
            return None
        reading = Reading(start=start, end=match.end(), moment=left, form="korean")
        return self._joined(reading, replace(reading, moment=right), start, match.end())

    def _are_years(self, low: str, high: str) -> bool:
        if len(low) == len("2021"):
            return (
                1900 <= int(low) < 2100 and len(high) in {2, 4} and full_year(int(high)) > int(low)
            )
        if len(low) != len("21") or len(high) != len("25"):
            return False
        both = int(low), int(high)
        is_round = all(number % 5 == 0 for number in both)  # 10~20년, 15~20년 are lengths of time
        return all(number in SHORT_YEARS for number in both) and both[0] < both[1] and not is_round

    def _is_attached(self, start: int) -> bool:
        return start > 1 and self.folded[start - 1] == "-" and self.folded[start - 2].isalnum()

    def _range(self, left: Reading) -> DateMention | None:
        folded = self.folded
        if left.moment == Moment() or "bare_day" in left.flags:
            return None
        join = _JOIN.match(folded, left.end)
        right = self._right(left, join) if join else None
        if join is None or right is None:
            return self._open_range(left)
        start, end = left.start, right.end
        if join["close"] and join["open"]:
            if folded[start - 1 : start] != "(" or folded[end : end + 1] != ")":
                return None
            start, end = start - 1, end + 1
        elif join["close"] or join["open"]:
            return None
        if join["mark"] == "에서" and not folded.startswith("까지", end):
            return None
        if join["mark"] == "→" and (folded[start - 1 : start], folded[end : end + 1]) != ("(", ")"):
            return None
        return self._joined(left, right, start, end)

    def _open_range(self, left: Reading) -> DateMention | None:
        if match := _OPEN_END.match(self.folded, left.end):
            resolved, flags = self.anchor.place(left)
            iso = resolved.iso() if resolved else None
            end = left.end + len(match[0].rstrip())
            return self._mention(left.start, end, iso, None, "range", (*flags, "open_end"))
        if match := _OPEN_START.search(self.folded[max(0, left.start - 4) : left.start]):
            resolved, flags = self.anchor.place(left)
            iso = resolved.iso() if resolved else None
            return self._mention(
                left.start, left.end, None, iso, "range", (*flags, "open_start"),
                resolved=iso is not None,
            )  # fmt: skip
        return None

    def _right(self, left: Reading, join: re.Match[str]) -> Reading | None:
        """The end of a range; parts it leaves out are those of its start."""
        folded, position, moment = self.folded, join.end(), left.moment
        full = read_moment(folded, position)
        if full and full.moment.year and full.moment.kind == moment.kind and not full.word:
            return full
        if full and full.word in YEAR_WORDS and full.moment.kind == moment.kind:
            return full
        if join["mark"] in {"-", "→"}:
            if full and full.moment.year and not full.word and moment.year:
                return full
            return None
        if (
            full
            and full.form in {"korean", "part"}
            and full.moment.year is None
            and full.moment != Moment()
        ):
            same = full.moment.kind == moment.kind
            completed = replace(full.moment, year=moment.year)
            return (
                replace(full, moment=completed, word=left.word, flags=_possibility(completed))
                if same
                else None
            )
        part = self._right_part(left, position)
        return part or (full if full and full.moment.year and not full.word else None)

    def _right_part(self, left: Reading, position: int) -> Reading | None:
        folded, moment = self.folded, left.moment
        is_dotted = left.form in {"dotted", "apostrophe", "bracketed"}
        completed, match = None, None
        if moment.day is not None:
            if match := _RIGHT_DAY.match(folded, position):
                completed = replace(moment, day=int(match["number"]))
            elif is_dotted and (match := _RIGHT_MONTH_DAY.match(folded, position)):
                completed = replace(moment, month=int(match["month"]), day=int(match["day"]))
            elif is_dotted and (match := _RIGHT_NUMBER.match(folded, position)):
                completed = replace(moment, day=int(match["number"]))
        elif moment.month is not None:
            if is_dotted and (match := _RIGHT_NUMBER.match(folded, position)):
                completed = replace(moment, month=int(match["number"]))
        elif (
            moment.kind == "year" and moment.year and (match := _RIGHT_YEAR.match(folded, position))
        ):
            completed = Moment(year=full_year(int(match["number"])))
        if match is None or completed is None:
            return None
        return replace(
            left,
            start=match.start(),
            end=match.end(),
            moment=completed,
            flags=_possibility(completed),
        )

    def _joined(self, left: Reading, right: Reading, start: int, end: int) -> DateMention:
        first, first_flags = self.anchor.place(left)
        last, last_flags = self.anchor.place(right)
        flags = (*first_flags, *last_flags)
        start_date = first.iso() if first else None
        end_date = last.iso() if last else None
        if first and last and start_date and end_date and first.order > last.order:
            # 2021. 11. ~ 2.: the second year is not printed, so it is not filled in.
            end_date, flags = None, (*flags, "year_unclear")
        is_whole = start_date is not None and end_date is not None
        if not is_whole and "impossible" in flags:
            start_date = end_date = None
        return self._mention(start, end, start_date, end_date, "range", flags, resolved=is_whole)


def _possibility(moment: Moment) -> tuple[str, ...]:
    return () if moment.is_possible else ("impossible",)
