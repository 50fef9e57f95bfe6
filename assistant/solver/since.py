"""Since: one figure in two states, of which a question tells the time of only one.

`심사 건수는 지난해 같은 기간보다 몇 건 늘었나` wants the count of last year and the one that is not
of last year; `2028년까지 몇 %p 높이나` the one of 2028 and the one before it.
"""

from __future__ import annotations

import re

from assistant.operands import Time, times_in
from assistant.solver.guards import STATES
from assistant.solver.phrases import THAN, Wanted, known_before, words_of
from assistant.solver.sorts import phrase_start
from assistant.understand import Understanding

_ASKING = re.compile(r"얼마|몇|(?<![가-힣])더(?=\s|$)")
_UNTIL = re.compile(r"(?:19|20)\d\d년?까지\s")


def since(text: str, asked: Understanding) -> tuple[Wanted, ...]:
    """The figure that is asked about and itself at the time that is said; () where none is."""
    than = THAN.search(f"{text} ")
    if than is None:
        return _until(text, asked)
    start = phrase_start(text[: than.start()])
    base = text[start : than.start()]
    rest = f"{text[:start]} {_ASKING.split(text[than.end() :])[0]}"
    times = [time for time, _ in times_in(base)]
    if len(times) != 1 or any(time.year is not None for time, _ in times_in(rest)):
        return ()
    words = words_of(rest, asked) or known_before(asked)
    other = [word for word in words_of(base, asked) if word[0] not in STATES]
    if not words or any(word not in words for word in other):
        return ()
    return _states(words, times[0])


def _until(text: str, asked: Understanding) -> tuple[Wanted, ...]:
    until = _UNTIL.search(text)
    if until is None or len(asked.figure_years) != 1:
        return ()
    words = words_of(f"{text[: until.start()]} {_ASKING.split(text[until.end() :])[0]}", asked)
    time = Time(year=asked.figure_years[0])
    return tuple(reversed(_states(words, time))) if words else ()


def _states(words: tuple[tuple[str, ...], ...], time: Time) -> tuple[Wanted, ...]:
    return (
        Wanted(words=words, unlike=time),
        Wanted(words=words, year=time.year, offset=time.offset),
    )
