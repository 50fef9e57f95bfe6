"""Addends: what a question wants added up, and how its names are to be taken.

'환경과 수송 및 교통' are two things where a text calls one of them '수송 및 교통', else three; of
'공사와 용역 절감액' the last name says for both what is measured.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.figures import read_figures
from assistant.matching import tight_published
from assistant.solver.operations import Goal, Operation, goal_with, over_years
from assistant.solver.phrases import Wanted, only_year, plain, wanted_by, words_of
from assistant.understand import Understanding

_SUM = re.compile(
    r"(?P<a>.+?)\s?(?:(?:을|를|은|는)\s)?(?:(?:두|세|네|[2-9])\s?(?:개|곳|가지|군데|사업)(?:를|을)?\s)?"
    r"(?:다\s|모두\s|전부\s)?(?:합쳐|합치|합하|합한|합해|더하|더한|더해|합계|합산|총합|통틀어|다\s?해서)"
    r"(?:하면|한|면|서|여|고)?"
)
_TOGETHER = re.compile(
    r"(?P<a>\S.*(?:와|과|이랑|랑|하고)\s\S.*?)(?:은|는|이|가)?\s(?:모두|다|전부|총)\s(?:얼마|몇)"
)
_FURTHER = re.compile(r"(?:거기|여기)에?(?:다가?)?\s(?P<b>\S.*?)(?:까지)?$")
_AMONG = re.compile(r"(?P<whole>.+?)\s?(?:중|가운데)(?:에서|에)?\s(?=.*\S)")
_BETWEEN = re.compile(r"(?:이랑|랑|와|과|하고)\s|,\s?|\s(?:그리고|또)\s")
_INNER = re.compile(r"·|\s및\s")
_JOINED_NAME = re.compile(r"[가-힣]+(?:·[가-힣]+)+|[가-힣]+\s및\s[가-힣]+")
_SPAN = re.compile(r"\d(?:년도?)?\s?(?:부터|에서|[~∼～-])\s?.{0,12}?\d{2}년?")
_SPAN_LENGTH = re.compile(r"(?:\d+|[한두세네]|몇)\s?(?:개년|년|해)\s?(?:간|동안)(?:에)?(?=\s|$)")
_ALL_OF = re.compile(r"(?<![가-힣])(?:모두|다|총|전부|누적|도합)(?=\s|$)|총액|누계")
_STOCK = re.compile(r"인구|채무|부채|정원|잔액|잔고|재산|현원|면적|등급|점수|[가-힣][률율]")
_FLOWS = re.compile(r"줄|늘|빠[지진져]|감소|증가|유출|유입|전입|전출|갚|상환|[가-힣]들어")
_SPLIT = re.compile(r"(?:이랑|랑|와|과|하고|및)\s|[,·]\s?|\s(?:그리고|또)\s")
_BEHIND_FIRST = re.compile(
    r"[가-힣],\s[^,]{1,20}?(?:이랑|랑|와|과|하고)\s[^,]{1,20}?\s?(?:다|모두|전부)?\s?(?:합|더)"
)
_PAIR = 2
_OF_PARTS = frozenset({Operation.SUM, Operation.MORE, Operation.LESS})


def other_ways(goal: Goal, asked: Understanding) -> tuple[Goal, ...]:
    """Each way to read the names of a goal, the one that joins them the most first."""
    ways = [goal]
    if goal.operation is Operation.SUM and _INNER.search(asked.text):
        joined = read_sum(plain(asked.text), asked, split=_BETWEEN)
        if joined is not None and len(joined.wanted) < len(goal.wanted):
            ways.insert(0, joined)
    if goal.operation not in _OF_PARTS:
        return (goal,)
    both = ((one, in_common(one)) for one in ways)
    found = tuple(one for pair in both for one in pair if one is not None)
    of_both = _of_first(goal, asked)
    return found if of_both is None else (*found, of_both)


def _of_first(goal: Goal, asked: Understanding) -> Goal | None:
    """A goal whose first name, before a comma, says of what the others are ('민원, 접수와 처리').

    None for any other; where the first has a figure of its own, it is read as one of all before.
    """
    first, *others = goal.wanted
    is_joined = _BEHIND_FIRST.search(asked.text) is not None
    if goal.operation is not Operation.SUM or len(others) != _PAIR or not is_joined:
        return None
    return replace(goal, wanted=tuple(others), shared=(*goal.shared, *first.words))


def in_common(goal: Goal) -> Goal | None:
    """A goal whose last name says for all what is measured ('공사와 용역 절감액').

    None where the last one says no more than the others do.
    """
    *others, last = goal.wanted
    longest = max(len(one.words) for one in others)
    is_own = [
        tight_published(word[0]) in last.verbatim if last.verbatim else number < longest
        for number, word in enumerate(last.words)
    ]
    own = tuple(word for word, known in zip(last.words, is_own, strict=True) if known)
    common = tuple(word for word, known in zip(last.words, is_own, strict=True) if not known)
    if not own or not common or (last.year is not None and others[0].year != last.year):
        return None
    return replace(goal, wanted=(*others, replace(last, words=own)), shared=(*goal.shared, *common))


def read_sum(text: str, asked: Understanding, split: re.Pattern[str] = _SPLIT) -> Goal | None:
    """What a question wants added up; None where it does not say so."""
    match = _SUM.search(text) or _TOGETHER.search(text)
    if match is None:
        return _over_span(text, asked)
    if asked.is_follow_up and (further := _FURTHER.match(match["a"])):
        earlier = asked.search_text.removesuffix(asked.text)
        wanted = (wanted_by(plain(earlier), asked), wanted_by(further["b"], asked))
        return goal_with(Operation.SUM, wanted, "", replace(asked, is_follow_up=False))
    years = asked.years
    # '2023, 2024년 길이' names one thing in two years.
    named_part = match["a"]
    for one in reversed(read_figures(named_part).moments):
        named_part = f"{named_part[: one.start].rstrip(' ,·')} {named_part[one.end :]}"
    # '공약 중 완료와 …': what the parts are taken from is said of all.
    among = _AMONG.match(named_part)
    of_all = words_of(among["whole"], asked) if among else ()
    named_part = named_part[among.end() :] if among else named_part
    pieces = [piece for piece in split.split(named_part) if piece.strip()]
    named = [words_of(piece, asked) for piece in pieces]
    if len(years) > 1 and sum(bool(one) for one in named) < 2:
        return over_years(Operation.SUM, text, years, asked)
    if len(pieces) < 2 or not all(named) or len(set(named)) < len(named):
        return None
    # '당진 2023년 종합체육관, …': what stands before the first name is said of all.
    first = named[0]
    shared = first[:-1] if len(first) > 1 and len(first) > max(map(len, named[1:])) else ()
    rest = text[match.end() :]
    several = tuple(
        Wanted(
            words=words[len(shared) :] if n == 0 else words,
            year=only_year(asked),
            verbatim=_verbatim(pieces[n]),
        )
        for n, words in enumerate(named)
    )
    return goal_with(Operation.SUM, several, rest, asked, (*of_all, *shared))


def _over_span(text: str, asked: Understanding) -> Goal | None:
    """What flowed in each of several years, added up; None where no span of years is summed."""
    years = sorted(set(asked.figure_years))
    is_span = len(years) > 1 and years[-1] - years[0] == len(years) - 1
    if not is_span or _SPAN.search(text) is None or _ALL_OF.search(text) is None:
        return None
    if _STOCK.search(text) and not _FLOWS.search(text):
        return None  # what stands at the end of each year cannot be added up
    return over_years(Operation.SUM, _SPAN_LENGTH.sub(" ", text), tuple(years), asked)


def _verbatim(piece: str) -> str:
    """What a name that is joined by a dot or 'and' is called, tight; '' for any other."""
    joined = _JOINED_NAME.search(piece)
    return tight_published(joined.group()) if joined else ""
