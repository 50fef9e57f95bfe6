"""Operands: the figures of prose with what names each, its year, and what sort of figure it is.

`관광객 유치는 목표 90만명에 못 미친 83만명에 머물렀고` has two, both of 관광객 유치, of which one
is a goal; `과제는 128개, 지표는 246개로 지난해(119개, 231개)` has four, the last two of last year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

import index
from assistant.changes import segments_of
from assistant.figure_sorts import SORTS, Sort, sorts_of
from assistant.figures import Figure, Said, read_figures
from assistant.shifts import shifts_in

_REMEMBERED = 2_000
"""Texts whose operands are kept: passages come up again from question to question."""
_APART = 160
"""Letters between a whole and a part that is said to be out of it in a later sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A year as a text or question says it: by its number, or counted from now (`offset`)."""

    year: int | None = None
    offset: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Operand:
    """A figure that can be reckoned with; text[start:end] is the sentence or line that holds it.

    `label` are the words right before it, `behind` those right behind, `lead` the name that one
    before it has and that goes on to hold. `line` counts the paragraphs. `whole` is the figure
    that it is said to be a part of.
    """

    figure: Figure
    label: str
    behind: str
    lead: str
    time: Time | None
    sorts: frozenset[Sort]
    start: int
    end: int
    line: int
    whole: Figure | None = None

    @property
    def name(self) -> str:
        """All that the text calls the figure."""
        return " ".join(part for part in (self.lead, self.label, self.behind) if part)


_OFFSETS = (
    (re.compile(r"재작년|지지난해|그러께"), -2),
    (re.compile(r"지난해|작년|전년(?:도)?|전해|한\s?해\s?전|\blast year\b", re.IGNORECASE), -1),
    (re.compile(r"올해|금년|이번|\bthis year\b", re.IGNORECASE), 0),
    (re.compile(r"내년|이듬해|\bnext year\b", re.IGNORECASE), 1),
)
_AGAINST = re.compile(
    r"\s?(?:말\s?)?(?:\([^()]{1,40}\))?(?:의?\s?\S{1,12}\s?)?"
    r"(?:보다|대비|에\s?비[해하]|[와과]\s?견|에\s?견)"
)
_BREAK = re.compile(r"[;△▲▷○•※▸■□]|,\s|(?:[가-힣](?:고|며|나)),?\s|(?<=[가-힣])\.\s")
_EDGE = re.compile(r"^[\s,.;:()\[\]·\-※○•*△▲/→>①-⑳]+|[\s,(:\-]+$")
_LEADING = re.compile(
    r"^(?:에서|에게|에|이며|이고|이다|으로|로|과|와|및|등|의|은|는|이|가|을|를)(?=[\s,])\s*"
)
_BRACKET = re.compile(r"\s?\([^()]{1,40}\)")
_BEHIND = re.compile(r"\s?(?P<words>[가-힣]{1,10}(?:\s[가-힣·]{1,10}){0,2})")
_TAIL_END = re.compile(r"[,;.△▲/(]|\n")
_STOP = re.compile(
    r"(?:이|그)\s?(?:중|가운데)|(?:고|며|이나|지만)(?=\s|$)|에서|으로|(?<=[가-힣])로\s"
)
_OUT_OF = re.compile(r"(?:이|그)?\s?(?:중|가운데)(?:에서)?(?=\s|$)")
LEADS_ON = re.compile(r"\s?(?:은|는|으?로|과|와|이고|이며|보다|에서|중|가운데|씩)(?=\s)")
"""What stands right behind a figure where the words after it name the next one."""
_TOTAL = re.compile(r"(?:모두|총|전체|합계|합쳐|합해|통틀어)")
_TOPIC = re.compile(r"(?P<topic>[^,;()\d\n]{1,24}?)(?:은|는)\s")
_BY_THEN = re.compile(r"(?:(?:19|20)\d\d|['‘’]\d\d)년(?:도)?까지")
_DOER = re.compile(r"[가-힣]{0,2}(?:이|가)\s")
_COUNTED = re.compile(r"\s(?P<noun>[가-힣]{2,8}?)(?:[을를은는이가의도](?=[\s,.])|[,.\n]|$)")
_BRACKETED = re.compile(r"(?P<before>[^\s()]{2,8})?\s?\((?P<inside>[^()]{2,60})\)")
_NOUNS = {"NNG", "NNP", "XR", "SL"}
_NO_NAME = frozenset(
    """
    전체 모두 총 이상 현재 기준 대비 말 상 약 평균 전년 지난해 작년 올해 내년 금년 당초 기존 종전 년
    것 등 목표 실적 최고 최저 반면 이어 다시 한편 각각 해 중 가운데 말 전년도 지금 여태 이제 이번
    이후 이전 결과
    """.split()
)


@lru_cache(maxsize=_REMEMBERED)
def operands_of(text: str) -> tuple[Operand, ...]:
    """The figures of a text that can be reckoned with, in order: no bounds, rates or changes."""
    said = read_figures(text)
    moved = {(one.amount.start, one.amount.end) for one in shifts_in(text)}
    lines = _line_ends(text)
    found: list[Operand] = []
    for segment in segments_of(text):
        found += _dated(text, list(_of_segment(text, said, segment, moved, lines, found)))
    return tuple(found)


def nouns_of(text: str) -> tuple[str, ...]:
    """The nouns of a name, without those that only tell its time, sort or measure."""
    return _nouns_of(text)


@lru_cache(maxsize=10_000)
def _nouns_of(text: str) -> tuple[str, ...]:
    return tuple(
        one.form
        for one in index.analyse(text)
        if one.tag in _NOUNS and one.form not in _NO_NAME and len(one.form) > 1
    )


def time_in(text: str) -> Time | None:
    """The time last said in a text that nothing is measured against."""
    times = [time for time, end in times_in(text) if not _AGAINST.match(text, end)]
    return times[-1] if times else None


def times_in(text: str) -> list[tuple[Time, int]]:
    """Every year that a text says, by number or from now, with where its words end."""
    found = [
        (one.start, one.end, Time(year=min(one.years)))
        for one in read_figures(text).moments
        if len(one.years) == 1
    ]
    for pattern, offset in _OFFSETS:
        found += [
            (match.start(), match.end(), Time(offset=offset)) for match in pattern.finditer(text)
        ]
    return [(time, end) for _, end, time in sorted(found, key=lambda one: one[0])]


def _line_ends(text: str) -> list[int]:
    return [match.start() for match in re.finditer(r"\n", text)]


def _of_segment(
    text: str,
    said: Said,
    segment: tuple[int, int],
    moved: set[tuple[int, int]],
    lines: Sequence[int],
    earlier: Sequence[Operand],
) -> Iterator[Operand]:
    first, last = segment
    figures = [one for one in said.figures if first <= one.start < last]
    line = sum(1 for end in lines if end < first)
    time = _inherited(text, first, line, lines)
    parallel = _parallel(text, segment, figures)
    # What a paragraph last spoke of in a unit goes on to hold in its next sentences.
    names: dict[str | None, str] = {
        one.figure.unit: _plain(f"{one.lead} {one.label}") + _counted(text, one.figure)
        for one in earlier
        if one.line == line
    }
    if announced := _announced(text, said, first):
        names = {None: announced}
    own: dict[int, Operand] = {}
    is_average = False
    carried: frozenset[Sort] = frozenset()
    for number, figure in enumerate(figures):
        back = figures[number - 1].end if number else first
        following = figures[number + 1].start if number + 1 < len(figures) else last
        raw = _without_dates(text, said, back, figure.start)
        label = _label(raw)
        bracket = _BRACKET.match(text, figure.stop, last)
        if bracket is not None:
            past = [one.start for one in figures if one.start >= bracket.end()]
            until = past[0] if past else last
            behind = _behind(_without_dates(text, said, bracket.end(), until))
        else:
            behind = _behind(_without_dates(text, said, figure.stop, following))
        if not behind and number + 1 < len(figures) and not text[figure.stop : following].strip():
            after = figures[number + 2].start if number + 2 < len(figures) else last
            behind = _behind(text[figures[number + 1].stop : after])
        told = time_in(text[back : figure.start]) or _bracket_year(said, text, figure)
        time = told or time
        lead = ""
        here = time
        if figure.start in parallel:
            twin, here = own.get(parallel[figure.start]), _bracket_time(text, figure) or time
            lead, label = (twin.name, "") if twin is not None else ("", label)
            time = twin.time if twin is not None else time
        elif not nouns_of(label):
            twin = own.get(figures[number - 1].start) if number else None
            between = text[back : figure.start]
            if _TOTAL.search(label):
                # '68건과 46건 등 모두 114건': a total is none of its parts.
                topic = _TOPIC.match(text, first, last)
                names[figure.unit] = _plain(_EDGE.sub("", topic["topic"])) if topic else ""
            lead = names.get(figure.unit, names.get(None)) or ""
            if twin is not None and twin.label and between == "(" and twin.figure.unit != "원":
                lead, label = twin.lead, twin.label  # '공사 41건(3억원)': both are of the works
            elif twin is not None and _DOER.fullmatch(between):
                lead = " ".join(dict.fromkeys((lead, twin.label)))  # '12명이 38건을': theirs
        else:
            names[figure.unit] = names[None] = _plain(label)
            names[figure.unit] += _counted(text, figure)
        tail = _TAIL_END.split(text[bracket.end() if bracket else figure.stop : following])[0]
        sorts = sorts_of(label, tail)
        if not nouns_of(label) and number and not text[back : figure.start].strip(" ,"):
            sorts |= carried  # '목표는 87건 1,100억원': both are goals
        carried = sorts
        # '평균 실적은 114건이고 절감액은 11억원': an average lasts until another year is spoken of.
        is_average = Sort.AVERAGE in sorts or (is_average and told is None)
        sorts |= {Sort.AVERAGE} if is_average else frozenset()
        if (
            figure.bound is None
            and figure.unit not in {None, "%p", "년", "월", "세"}
            and (figure.start, figure.end) not in moved
        ):
            own[figure.start] = Operand(
                figure=figure,
                label=label,
                behind=behind,
                lead=lead,
                time=here,
                sorts=sorts,
                start=first,
                end=last,
                line=line,
                whole=_whole(text, figures[:number], figure, segment, earlier, here),
            )
            yield own[figure.start]


def _counted(text: str, figure: Figure) -> str:
    """What a count stands before, with a blank, for those that go on from it ('70개 공약을')."""
    found = None if figure.unit in {None, "원", "%"} else _COUNTED.match(text, figure.stop)
    return f" {found['noun']}" if found is not None and nouns_of(found["noun"]) else ""


def _announced(text: str, said: Said, first: int) -> str:
    """What a sentence without figures speaks of, for the bracket behind it that has them.

    `계약심사는 따로 한다. (상반기 42건, 하반기 51건)`
    """
    if text[first : first + 1] != "(":
        return ""
    start, end = next(reversed(segments_of(text[:first])), (0, 0))
    topic = _TOPIC.match(text, start, end)
    is_bare = topic is not None and "\n" not in text[end:first].strip(" ")
    return (
        ""
        if topic is None or not is_bare or any(start <= one.start < end for one in said.figures)
        else _EDGE.sub("", topic["topic"])
    )


def _dated(text: str, own: list[Operand]) -> list[Operand]:
    """The operands of a sentence, a run without years with those of the run before it.

    `규모는 2016년 64억원, 2017년 70억원, 2018년 77억원인 반면 채무는 3억원에서 2억원, 다시 1억원`.
    """
    runs: list[list[int]] = []
    for number, one in enumerate(own):
        if runs and not nouns_of(one.label) and own[runs[-1][-1]].figure.unit == one.figure.unit:
            runs[-1].append(number)
        else:
            runs.append([number])
    for run, other in pairwise(runs):
        times = [own[number].time for number in run]
        here = {own[number].time for number in other}
        is_run = len(run) == len(other) > 1 and len({*times}) == len(run) and None not in times
        if is_run and here == {times[-1]}:
            for number, time in zip(other, times, strict=True):
                own[number] = replace(own[number], time=time)
    return own


def _inherited(text: str, first: int, line: int, lines: Sequence[int]) -> Time | None:
    """The time, and no deadline, that the sentences before in the same paragraph speak of."""
    start = lines[line - 1] + 1 if line else 0
    for begin, end in reversed(segments_of(text[start:first])):
        if time := time_in(_BY_THEN.sub(" ", text[start + begin : start + end])):
            return time
    return None


def _plain(label: str) -> str:
    """A label without the words that only tell the sort of its own figure."""
    return _EDGE.sub("", SORTS[Sort.GOAL].sub("", label)).strip()


def _label(raw: str) -> str:
    pieces = [piece for piece in _BREAK.split(raw) if piece is not None]
    label = _EDGE.sub("", _LEADING.sub("", pieces[-1].lstrip()))
    return " ".join(_EDGE.sub("", label).split())


def _behind(raw: str) -> str:
    if LEADS_ON.match(raw):
        return ""
    found = _BEHIND.match(re.split(r"[,;.△▲/]|\n", raw)[0])
    if found is None:
        return ""
    words = found["words"]
    stop = _STOP.search(words)
    return (words[: stop.start()] if stop else words).strip()


def _without_dates(text: str, said: Said, start: int, end: int) -> str:
    """A stretch of text with blanks where its dates stand."""
    piece = text[start:end]
    for one in said.moments:
        if start <= one.start and one.end <= end:
            blank = " " * (one.end - one.start)
            piece = piece[: one.start - start] + blank + piece[one.end - start :]
    return re.sub(r"\(\s*\)", "", piece)


def _bracket_year(said: Said, text: str, figure: Figure) -> Time | None:
    """The year in the bracket right behind a figure, `7,800명(2030년)`."""
    for one in said.moments:
        between = text[figure.stop : one.start]
        if len(one.years) == 1 and re.fullmatch(r"\s?\(['‘’]?", between):
            return Time(year=min(one.years)) if text[one.end : one.end + 1] == ")" else None
    return None


def _parallel(text: str, segment: tuple[int, int], figures: Sequence[Figure]) -> dict[int, int]:
    """Figures of a bracket that holds nothing else, each with the one before that it goes with.

    `128개, 246개로 지난해(119개, 231개)`: as many figures stand before the bracket, of their units.
    """
    found: dict[int, int] = {}
    for match in _BRACKETED.finditer(text, *segment):
        begin, end = match.span("inside")
        inside = [one for one in figures if begin <= one.start and one.stop <= end]
        bare = match["inside"]
        for one in reversed(inside):
            bare = bare[: one.start - begin] + bare[one.end - begin :]
        if len(inside) < 1 or re.sub(r"[\s,·/]", "", bare) or match["before"] is None:
            continue
        if not any(pattern.search(match["before"]) for pattern, _ in _OFFSETS) and not (
            re.search(r"\d\d년도?$", match["before"])
        ):
            continue
        before = [one for one in figures if one.end <= begin][-len(inside) :]
        if [one.unit for one in before] == [one.unit for one in inside]:
            found |= {one.start: other.start for one, other in zip(inside, before, strict=True)}
    return found


def _bracket_time(text: str, figure: Figure) -> Time | None:
    opened = text.rfind("(", 0, figure.start)
    return time_in(text[max(0, opened - 12) : opened])


def _whole(
    text: str,
    before: Sequence[Figure],
    figure: Figure,
    segment: tuple[int, int],
    earlier: Sequence[Operand],
    time: Time | None,
) -> Figure | None:
    """What a figure is said to be out of: `231개 중 214개`, `180억 원(국비 126억 원)`."""
    first, _ = segment
    same = [one for one in before if one.unit == figure.unit and one.value > figure.value]
    opened = text.rfind("(", first, figure.start)
    if opened > text.rfind(")", first, figure.start):
        outside = [one for one in same if one.end <= opened]
        if outside and not text[outside[-1].end : opened].strip():
            return outside[-1]
    marks = list(_OUT_OF.finditer(text, first, figure.start))
    if not marks:
        return None
    outside = [one for one in same if one.end <= marks[-1].start() + 1]
    if outside:
        return outside[-1]
    told = [
        one
        for one in earlier
        if one.figure.unit == figure.unit and one.figure.value > figure.value and one.end <= first
    ]
    told = [one for one in told if first - one.end <= _APART]
    values = [one.figure.value for one in told]
    if len(set(values)) > 2 and values[0] == sum(values[1:]):
        return told[0].figure  # '60건으로 국장이 20건, 과장이 40건을 맡았다': the one is the others
    if len(set(values)) > 1:
        # '지표 가운데 정량지표는': of those before it, the indicators, and not those of last year.
        nouns = nouns_of(text[first : marks[-1].start()])
        told = [one for one in told if any(noun in one.name for noun in nouns)]
        told = [one for one in told if one.time == time]
    return told[0].figure if len({one.figure.value for one in told}) == 1 else None
