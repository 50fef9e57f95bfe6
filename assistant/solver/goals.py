"""Goals: what a question wants to have reckoned, and how it describes each figure that goes in."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from assistant.solver.addends import other_ways, read_sum
from assistant.solver.choice import called, choice
from assistant.solver.operations import Goal, Operation, goal_with, over_years
from assistant.solver.phrases import (
    THAN,
    Wanted,
    as_comparison,
    last_subject,
    only_year,
    plain,
    wanted_by,
    words_of,
    year_in,
    years_of,
)
from assistant.solver.since import since
from assistant.solver.sorts import decided, left_over, told_by_sort
from assistant.stretches import figures_said
from assistant.understand import Understanding

_PER_CENT = r"(?:몇\s?(?:%|퍼센트|프로)(?!\s?[pP포])|비율|비중|퍼센트|프로테이지)"
_UP = (
    r"(?:늘|증가|많아|불[었어]|올[랐라]|오르|커[졌지]|뛰|신장|상승|"
    r"줄|감소|떨어|내[렸려]|깎|삭감|하락|성장)"
)
_OUT_OF = r"(?:\s?(?:중|가운데)(?:에서|에|서)?\s|에서\s|\s?대비\s|의\s)"
_NEITHER = re.compile(
    rf"(?P<a>.+?){_OUT_OF}(?P<b>\S.*?)도\s(?P<c>\S.*?)도\s?(?:아닌|않은|안\s|않는)"
)
_REST = re.compile(
    rf"(?:(?P<a>.+?){_OUT_OF})?(?P<b>\S.*?)(?:을|를|만|은|는)?\s?"
    r"(?:빼고|빼면|뺀|빼|제외하고|제외하면|제외한|제하고|제하면|말고|덜고)(?=[\s?]|$)"
)
_NOT = re.compile(
    r"(?:(?P<a>.+?)(?:\s?(?:중|가운데)(?:에서|에|서)?\s))(?P<b>\S.*?)(?:이|가)?\s?"
    r"(?:아닌|아니)(?=\s|$).{0,10}?(?:몇|얼마)"
)
_TIMES = re.compile(r"몇\s?배")
_DIVIDED = re.compile(r"(?P<a>.+?)(?:을|를)\s(?P<b>\S.*?)(?:으로|로)\s?나누")
_EACH = re.compile(
    r"(?P<b>\S.*?)\s?(?:(?:하나|한\s?(?:[개곳건명대회]|사람|군데|가구|농가|업체|팀|부서)|"
    r"1\s?[개곳건명인대회])\s?(?:당|에|마다)|"
    r"(?<=가구|세대|농가|업체|부서|학교|마을|과제|사업|사람|기관|단체|시설|학급)당)\s(?P<a>\S.*)"
)
_SHARE = re.compile(
    rf"(?P<a>.+?){_OUT_OF}(?P<b>\S.*?)(?:이|가|은|는|의)?\s(?:차지하는\s)?(?:약\s)?{_PER_CENT}"
)
_SHARE_OF = re.compile(
    rf"(?P<b>\S.*?)(?:이|가|은|는)\s(?P<a>\S.*?)(?:의|에서|\s?중|\s?가운데|\s?대비)(?:에서)?\s(?:약\s)?"
    rf"(?:차지하는\s)?{_PER_CENT}"
)
_RATE = re.compile(
    r"(?P<a>.+?)\s?대비\s(?P<b>\S.*?)\s?(?:집행|달성|수납|불용)?[률율](?=[은는이가\s?]|$)"
)
_GROWTH = re.compile(
    rf"{_PER_CENT}.{{0,8}}?(?:{_UP}|높|많|적|낮)|{_UP}.{{0,6}}?{_PER_CENT}|(?:증가|감소|성장|증감)[률율]"
)
_GAP = re.compile(
    rf"(?:얼마|몇).{{0,16}}?(?:더\s|더$|{_UP}|많|적|큰|작|높|낮|차이|앞|모자|부족|끌어)|차이|격차|"
    r"(?:얼마|몇)\S*\s(?:\S+\s)?(?:더\s)?(?:(?:는|준)\s?(?:거|건|것|셈)|초과|넘|웃돌|밑돌|미달|못|필요|모[아으]야|남[았은])|"
    r"보다\s더\s\S{1,8}\s(?:금액|액수|돈|건수|인원|수|것|건|거|게)(?=[은는이\s]|$)|"
    rf"{_UP}.{{0,14}}(?:얼마|몇)|{_UP}\S{{0,3}}(?:나|까|니|냐|는지)요?(?=[\s,]|$)"
)
_EITHER = re.compile(
    r"(?P<a>\S.*?)(?:이랑|랑|와|과|하고|[,·])\s(?P<b>\S.*?)\s?(?:중|가운데|,)\s?(?:에서?\s?)?"
    r"(?:어디|어느|뭐|무엇)"
)
_PAIR = re.compile(r"(?P<a>\S.*?)(?:이랑|랑|와|과|하고)\s(?P<b>\S.*?)(?:의)?\s?(?:차이|격차)")
_AMONG = re.compile(r"(?P<whole>.+?)\s?(?:중|가운데)(?:에서?|에)?\s")
_AVERAGE = "평균"


def goals_of(asked: Understanding) -> tuple[Goal, ...]:
    """Each way to read what a question wants reckoned, the likeliest first; () for nothing."""
    goal = goal_of(asked)
    return () if goal is None else other_ways(goal, asked)


@lru_cache(maxsize=8)
def goal_of(asked: Understanding) -> Goal | None:
    """What a question wants reckoned; None where it spells out no operation that is known.

    Kept for the last few questions, in memory only: several steps of an answer ask for it.
    """
    if asked.language != "ko":
        return None
    text = as_comparison(plain(asked.text))
    for read in (
        _neither,
        _not,
        _divided,
        _times,
        _growth,
        _rate,
        _share,
        _rest,
        _each,
        read_sum,
        _gap,
        _decided,
        _left_over,
        _choice,
    ):
        goal = read(text, asked)
        if goal is not None:
            return goal
    return None


def _neither(text: str, asked: Understanding) -> Goal | None:
    match = _NEITHER.search(text)
    if match is None:
        return None
    wanted = (
        wanted_by(match["a"], asked),
        wanted_by(match["b"], asked),
        wanted_by(match["c"], asked),
    )
    return goal_with(Operation.REST, wanted, "", asked)


def _rest(text: str, asked: Understanding) -> Goal | None:
    match = _REST.search(text)
    if match is None or not re.search(r"얼마|몇|나머지|남", text):
        return None
    if match["a"]:
        return goal_with(
            Operation.REST, (wanted_by(match["a"], asked), wanted_by(match["b"], asked)), "", asked
        )
    cut = last_subject(match["b"])
    before, part = match["b"][:cut], match["b"][cut:]
    open_one = Wanted(is_open=True, year=only_year(asked))
    if before and words_of(before, asked):
        return goal_with(
            Operation.REST, (wanted_by(before, asked), wanted_by(part, asked)), "", asked
        )
    return goal_with(Operation.REST, (open_one, wanted_by(part, asked)), text[match.end() :], asked)


def _not(text: str, asked: Understanding) -> Goal | None:
    match = _NOT.search(text)
    if match is None:
        return None
    wanted = (wanted_by(match["a"], asked), wanted_by(match["b"], asked))
    return goal_with(Operation.REST, wanted, "", asked)


def _times(text: str, asked: Understanding) -> Goal | None:
    return _against(Operation.TIMES, text, asked) if _TIMES.search(text) else None


def _divided(text: str, asked: Understanding) -> Goal | None:
    match = _DIVIDED.search(text)
    if match is None:
        return None
    return goal_with(
        Operation.EACH, (wanted_by(match["a"], asked), wanted_by(match["b"], asked)), "", asked
    )


def _each(text: str, asked: Understanding) -> Goal | None:
    match = _EACH.search(text)
    if match is None or not re.search(r"평균|얼마|몇|꼴", match["a"]):
        return None
    cut = last_subject(match["b"])
    shared, below = match["b"][:cut], match["b"][cut:]
    words = words_of(below, asked)
    if not words:
        return None
    wanted = (
        wanted_by(match["a"] if words_of(match["a"], asked) else shared, asked),
        Wanted(words=words[-1:], year=only_year(asked)),
    )
    return goal_with(Operation.EACH, wanted, match["b"], asked)


def _growth(text: str, asked: Understanding) -> Goal | None:
    return _against(Operation.GROWTH, text, asked) if _GROWTH.search(text) else None


def _against(operation: Operation, text: str, asked: Understanding) -> Goal | None:
    """What is measured against what stands before '보다', two things or one in two years."""
    years = years_of(text, asked)
    than = THAN.search(text)
    if described := told_by_sort(text, asked):
        return Goal(operation=operation, wanted=described, shared=(), unit=asked.unit or "")
    if len(years) != 2 and (states := since(text, asked)):
        unit = asked.unit or ""
        return Goal(operation=operation, wanted=states, shared=(), unit=unit, is_since=True)
    if than is not None:
        before, after = text[: than.start()], text[than.end() :]
        cut = last_subject(before)
        own, base = words_of(before[:cut], asked), _measured_against(before[cut:], asked)
        if own and base and len(years) != 2:
            wanted = (
                Wanted(words=own, year=year_in(before[:cut], asked)),
                Wanted(words=base, year=year_in(before[cut:], asked)),
            )
            return goal_with(operation, wanted, after, asked)
    return over_years(operation, text, years, asked) if len(years) == 2 else None


def _choice(text: str, asked: Understanding) -> Goal | None:
    found = choice(text, asked)
    if found is None:
        return None
    wanted, rest, is_less = found
    return goal_with(Operation.LESS if is_less else Operation.MORE, wanted, rest, asked)


def _measured_against(text: str, asked: Understanding) -> tuple[tuple[str, ...], ...]:
    """The words of what something is measured against; an average tells it from the thing."""
    words = words_of(text, asked)
    return (*words, (_AVERAGE,)) if _AVERAGE in text else words


def _rate(text: str, asked: Understanding) -> Goal | None:
    match = _RATE.search(text)
    if match is None:
        return None
    return goal_with(
        Operation.SHARE, (wanted_by(match["a"], asked), wanted_by(match["b"], asked)), "", asked
    )


def _share(text: str, asked: Understanding) -> Goal | None:
    if _GROWTH.search(text):
        return None
    match = _SHARE_OF.search(text)
    if match is not None and words_of(match["a"], asked) and words_of(match["b"], asked):
        return goal_with(
            Operation.SHARE, (wanted_by(match["a"], asked), wanted_by(match["b"], asked)), "", asked
        )
    match = _SHARE.search(text)
    if match is None:
        return None
    return goal_with(
        Operation.SHARE, (wanted_by(match["a"], asked), wanted_by(match["b"], asked)), "", asked
    )


def _gap(text: str, asked: Understanding) -> Goal | None:
    if _GAP.search(text) is None:
        return None
    if match := _EITHER.search(text):
        # What stands behind 'which of them' only asks: '뭐가 더 크고 얼마나 차이 나요'.
        wanted = tuple(
            replace(wanted_by(match[name], asked), said=called(match[name], asked))
            for name in ("a", "b")
        )
        return goal_with(Operation.GAP, wanted, "", asked)
    if match := _PAIR.search(text):
        wanted = (wanted_by(match["a"], asked), wanted_by(match["b"], asked))
        return goal_with(Operation.GAP, wanted, text[match.end() :], asked)
    return _against(Operation.GAP, text, asked)


def _decided(text: str, asked: Understanding) -> Goal | None:
    wanted = decided(text, asked)
    if not wanted:
        return None
    unit = asked.unit or ""
    return Goal(operation=Operation.GAP, wanted=wanted, shared=(), unit=unit, is_near=True)


def _left_over(text: str, asked: Understanding) -> Goal | None:
    part = left_over(text, asked)
    if part is None:
        return None
    among = _AMONG.match(text)
    # '63개 중 못 끝낸 것' says how many there are in all.
    values = frozenset(figures_said(among["whole"])) if among else frozenset()
    whole = Wanted(is_open=True, year=part.year, offset=part.offset, values=values)
    shared = tuple(word for word in part.words if word[0] != part.denied)
    unit = asked.unit or ""
    return Goal(operation=Operation.REST, wanted=(whole, part), shared=shared, unit=unit)
