"""Figures that a question tells apart by their sort: an outcome and its goal, or an average.

`작년 관광객은 목표보다 몇 명 모자랐나` wants a figure of last year that is no goal, and the goal;
`목표를 못 채운 지표는 몇 개` the indicators less those that met theirs.
"""

from __future__ import annotations

import re

import index
from assistant.figure_sorts import SORTS, Sort, sorts_in
from assistant.operands import Time, times_in
from assistant.solver.deeds import DONE, LEFT
from assistant.solver.guards import AREA
from assistant.solver.phrases import (
    ASKING,
    THAN,
    Wanted,
    asked_behind,
    known_before,
    only_year,
    words_of,
)
from assistant.understand import Understanding

_BOUNDARY = frozenset({"JX", "JKS", "JKO", "SP", "EC", "SF"})
_SORT_LAST = re.compile(rf"(?<=\s)(?:{AREA}\s(?:\S+\s)?평균|목표(?:액|치|량)?)(?:\s\S{{1,3}})?$")
_OUTCOME = re.compile(r"(?:확정|의결|통과)\S*\s.{0,20}?(?:깎|줄|삭감|감액|늘|증액|빠졌)")
_COUNTS = re.compile(
    r"몇\s?(?:개|건|명|곳|대|종|가지|군데|마리|가구|농가|호)|얼마|몇갠|"
    r"(?:개수|건수|인원|(?<=[가-힣])\s?(?<![징접회환특우보이])수)(?:는|가|은|를|만)?\s?(?:알려|말해|\?|$)"
)
_DENIED = re.compile(
    r"(?P<done>[가-힣]{2,4})(?:을|를|이|가)?\s(?:못|안)\s?(?:하|한|할|했|되|된|됐)(?![가-힣]{2})|"
    r"(?<![가-힣])(?:못|안)\s?(?P<verb>[가-힣]{1,4})|(?P<stem>[가-힣]{1,6})(?<!까)지\s?(?:않|못)\S*|"
    r"(?<![가-힣])미(?P<noun>달성|집행|참석|완료|추진|선정|해결|이행|제출)"
)
_LEAVING = (
    (
        re.compile(
            r"(?<![가-힣])(?:아직\s)?남(?:은|아\s?있는)\s(?=.*(?:공약|사업|과제|시책|건의|안건|민원))"
        ),
        DONE,
    ),
    (re.compile(r"(?<![가-힣])미달(?:인|한|된|했던|에\s그친)?\s(?=\S)"), "달성"),
    (re.compile(r"(?:지금|현재|이제|여태)까지\s(?:쓴|집행한|사용한|지출한)"), LEFT),
)
"""What a question asks for by the part that it is not: the deed that is said of that part."""
_NOT_DENIED = re.compile(r"(?:늘|줄|많|적|넘|크|작)$")
_AVERAGE = ("평균",)
_STEMS = frozenset({"NN", "VV", "VA", "XR"})
_OPPOSITES = (
    ("정량", "정성"),
    ("신규", "계속"),
    ("남성", "여성"),
    ("국내", "국외"),
    ("찬성", "반대"),
    ("달성", "미달성"),
    ("참석", "불참"),
    ("유료", "무료"),
    ("공공", "민간"),
    ("직영", "위탁"),
    ("정규직", "비정규직"),
)


def told_by_sort(text: str, asked: Understanding) -> tuple[Wanted, ...]:
    """What is measured and what it is measured against ('보다'), where sort or time tells them.

    () where neither has a sort and no time of theirs is counted from now.
    """
    than = THAN.search(text)
    if than is None:
        return ()
    start = phrase_start(text[: than.start()])
    base = text[start : than.start()]
    if not start and (last := _SORT_LAST.search(base)) is not None:
        start, base = last.start(), last.group()  # '이행률 도내 평균보다': terse, without particles
    rest = f"{text[:start]} {asked_behind(text[than.end() :])}"
    time, other = _last_time(base), _last_time(rest) or _other_year(asked, _last_time(base))
    base_sorts, rest_sorts = sorts_in(base), sorts_in(rest)
    words = words_of(_without(rest, base_sorts | rest_sorts), asked)
    own = words_of(_without(base, base_sorts), asked)
    scopes = tuple(word for word in own if Sort.AVERAGE in base_sorts)
    words = words or known_before(asked) or own
    if not words or words == scopes:
        return ()  # whose average it is does not say what is measured
    named = (_AVERAGE,) if Sort.AVERAGE in base_sorts else ()
    base_words = (*(word for word in own if word not in words), *words, *named)
    if time is not None and other is not None and time != other:
        if not (base_sorts | rest_sorts) and None not in {time.year, other.year}:
            return ()
        no_goal = frozenset({Sort.GOAL}) if Sort.ACTUAL in base_sorts else frozenset()
        return (
            _wanted(words, other, rest_sorts - {Sort.ACTUAL, Sort.GOAL}),
            _wanted(base_words, time, base_sorts - {Sort.GOAL}, no_goal),
        )
    sorts = base_sorts - rest_sorts
    if not sorts:
        return ()
    # An average is of years of its own; all other sorts are of the year that is asked about.
    time = time or other
    return (
        _wanted(words, time, not_sorts=sorts),
        _wanted(base_words, None if Sort.AVERAGE in sorts else time, sorts, rest_sorts),
    )


def decided(text: str, asked: Understanding) -> tuple[Wanted, ...]:
    """What was decided, and what had been proposed; () where nothing was decided."""
    if _OUTCOME.search(text) is None:
        return ()
    final = frozenset({Sort.FINAL})
    words = words_of(_without(ASKING.split(text)[0], final), asked)
    time = _only_time(asked)
    both = (_wanted(words, time, final), _wanted(words, time, not_sorts=final))
    return both if words else ()


def left_over(text: str, asked: Understanding) -> Wanted | None:
    """The part that leaves of a whole what a question asks for; None where it asks for no such.

    '못 채운 지표' is what those that were met leave, '정성 지표' what '정량 지표' leave.
    """
    if _COUNTS.search(text) is None or THAN.search(text):
        return None
    time = _last_time(text) or _only_time(asked)
    match = _DENIED.search(text)
    # '정량 지표 중 못 채운 것' is of the one kind, and asks for none of the other.
    for pair in _OPPOSITES if match is None else ():
        for one, other in (pair, pair[::-1]):
            if re.search(rf"(?<![가-힣]){one}", text) and other not in text:
                words = words_of(ASKING.split(text.replace(one, " "))[0], asked)
                return _wanted(((other,), *words), time, denied=other)
    for pattern, deed in _LEAVING:
        if (leaving := pattern.search(text)) is not None:
            rest = f"{text[: leaving.start()]} {text[leaving.end() :]}"
            words = words_of(ASKING.split(rest)[0], asked)
            return _wanted(words, time, denied=deed) if words else None
    if match is None:
        return None
    # Read within its sentence: '끝낸' alone could be another word.
    group = next(name for name in ("done", "verb", "stem", "noun") if match[name])
    first, last = match.span(group)
    said = [one for one in index.analyse(text) if first <= one.start < last]
    stem = "".join(one.form for one in said if one.tag[:2] in _STEMS)
    if not stem or _NOT_DENIED.search(stem):
        return None
    rest = f"{text[: match.start()]} {text[match.end() :]}"
    words = words_of(ASKING.split(rest)[0], asked)
    return _wanted(words, time, denied=stem) if words else None


def _wanted(
    words: tuple[tuple[str, ...], ...],
    time: Time | None,
    sorts: frozenset[Sort] = frozenset(),
    not_sorts: frozenset[Sort] = frozenset(),
    denied: str = "",
) -> Wanted:
    return Wanted(
        words=words,
        year=time.year if time else None,
        offset=time.offset if time else None,
        sorts=sorts,
        not_sorts=not_sorts,
        denied=denied,
    )


def phrase_start(text: str) -> int:
    """Where the last phrase of a text begins, behind a subject, topic or object."""
    ends = [
        word.end
        for word in index.analyse(text)
        if word.tag in _BOUNDARY and word.form != "도" and word.end < len(text)
    ]
    return ends[-1] if ends else 0


def _without(text: str, sorts: frozenset[Sort]) -> str:
    """A phrase without the words that only tell the sort of its figure."""
    for sort in sorts:
        text = re.sub(rf"(?:{SORTS[sort].pattern})[가-힣]*", " ", text)
    return text


def _last_time(text: str) -> Time | None:
    times = times_in(text)
    return times[-1][0] if times else None


def _other_year(asked: Understanding, time: Time | None) -> Time | None:
    """The year asked about that is not the one that it is measured against."""
    years = [year for year in asked.figure_years if time is None or year != time.year]
    if len(years) > 2:
        return None  # a term of office says no year of a figure
    return Time(year=years[-1]) if years else None


def _only_time(asked: Understanding) -> Time | None:
    year = only_year(asked)
    return None if year is None else Time(year=year)
