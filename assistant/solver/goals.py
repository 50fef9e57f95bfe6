"""Goals: what a question wants to have reckoned, and how it describes each figure that goes in."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from assistant.figures import read_figures
from assistant.matching import tight_published
from assistant.solver.choice import choice
from assistant.solver.phrases import (
    ASIDE,
    THAN,
    Wanted,
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
from assistant.understand import Understanding


class Operation(StrEnum):
    """What is done with the figures, in the order in which they are described."""

    REST = "rest"
    GAP = "gap"
    SUM = "sum"
    SHARE = "share"
    EACH = "each"
    GROWTH = "growth"
    TIMES = "times"
    MORE = "more"
    LESS = "less"


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """An operation over figures, and the words that the question says of all of them.

    `is_near` marks two states of one figure, of which neither is twice the other, `is_since` one
    whose second state is told by its time alone.
    """

    operation: Operation
    wanted: tuple[Wanted, ...]
    shared: tuple[tuple[str, ...], ...]
    unit: str = ""
    is_near: bool = False
    is_since: bool = False


_PER_CENT = r"(?:몇\s?(?:%|퍼센트|프로)|비율|비중|퍼센트|프로테이지)"
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
_SUM = re.compile(
    r"(?P<a>.+?)\s?(?:(?:을|를|은|는)\s)?(?:(?:두|세|네|[2-9])\s?(?:개|곳|가지|군데|사업)(?:를|을)?\s)?"
    r"(?:다\s|모두\s|전부\s)?(?:합쳐|합치|합하|합한|합해|더하|더한|더해|합계|합산|통틀어|다\s?해서)"
    r"(?:하면|한|면|서|여|고)?"
)
_FURTHER = re.compile(r"(?:거기|여기)에?(?:다가?)?\s(?P<b>\S.*?)(?:까지)?$")
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
    rf"{_UP}.{{0,14}}(?:얼마|몇)|{_UP}\S{{0,2}}(?:나|까|니|냐|는지)요?(?=[\s,]|$)"
)
_EITHER = re.compile(
    r"(?P<a>\S.*?)(?:이랑|랑|와|과|하고|[,·])\s(?P<b>\S.*?)\s?(?:중|가운데|,)\s?(?:에서?\s?)?"
    r"(?:어디|어느|뭐|무엇)"
)
_PAIR = re.compile(r"(?P<a>\S.*?)(?:이랑|랑|와|과|하고)\s(?P<b>\S.*?)(?:의)?\s?(?:차이|격차)")
_AVERAGE = "평균"
_AMONG = re.compile(r"(?P<whole>.+?)\s?(?:중|가운데)(?:에서|에)?\s(?=.*\S)")
_BETWEEN = re.compile(r"(?:이랑|랑|와|과|하고)\s|,\s?|\s(?:그리고|또)\s")
_INNER = re.compile(r"·|\s및\s")
_JOINED_NAME = re.compile(r"[가-힣]+(?:·[가-힣]+)+|[가-힣]+\s및\s[가-힣]+")
_SPLIT = re.compile(r"(?:이랑|랑|와|과|하고|및)\s|[,·]\s?|\s(?:그리고|또)\s")


def goals_of(asked: Understanding) -> tuple[Goal, ...]:
    """Each way to read what a question wants reckoned, the one that joins names the most first.

    '환경과 수송 및 교통' are two things where a text calls one of them '수송 및 교통', else three.
    """
    goal = goal_of(asked)
    if goal is None:
        return ()
    if goal.operation is Operation.SUM and _INNER.search(asked.text):
        joined = _sum(plain(asked.text), asked, split=_BETWEEN)
        if joined is not None and len(joined.wanted) < len(goal.wanted):
            return (joined, goal)
    return (goal,)


def goal_of(asked: Understanding) -> Goal | None:
    """What a question wants reckoned; None where it spells out no operation that is known."""
    if asked.language != "ko":
        return None
    text = plain(asked.text)
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
        _sum,
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
    return _goal(Operation.REST, wanted, "", asked)


def _rest(text: str, asked: Understanding) -> Goal | None:
    match = _REST.search(text)
    if match is None or not re.search(r"얼마|몇|나머지|남", text):
        return None
    if match["a"]:
        return _goal(
            Operation.REST, (wanted_by(match["a"], asked), wanted_by(match["b"], asked)), "", asked
        )
    cut = last_subject(match["b"])
    before, part = match["b"][:cut], match["b"][cut:]
    open_one = Wanted(is_open=True, year=only_year(asked))
    if before and words_of(before, asked):
        return _goal(Operation.REST, (wanted_by(before, asked), wanted_by(part, asked)), "", asked)
    return _goal(Operation.REST, (open_one, wanted_by(part, asked)), text[match.end() :], asked)


def _not(text: str, asked: Understanding) -> Goal | None:
    match = _NOT.search(text)
    if match is None:
        return None
    wanted = (wanted_by(match["a"], asked), wanted_by(match["b"], asked))
    return _goal(Operation.REST, wanted, "", asked)


def _times(text: str, asked: Understanding) -> Goal | None:
    return _against(Operation.TIMES, text, asked) if _TIMES.search(text) else None


def _divided(text: str, asked: Understanding) -> Goal | None:
    match = _DIVIDED.search(text)
    if match is None:
        return None
    return _goal(
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
    return _goal(Operation.EACH, wanted, match["b"], asked)


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
            return _goal(operation, wanted, after, asked)
    return _over_years(operation, text, years, asked) if len(years) == 2 else None


def _choice(text: str, asked: Understanding) -> Goal | None:
    found = choice(text, asked)
    if found is None:
        return None
    wanted, rest, is_less = found
    return _goal(Operation.LESS if is_less else Operation.MORE, wanted, rest, asked)


def _measured_against(text: str, asked: Understanding) -> tuple[tuple[str, ...], ...]:
    """The words of what something is measured against; an average tells it from the thing."""
    words = words_of(text, asked)
    return (*words, (_AVERAGE,)) if _AVERAGE in text else words


def _rate(text: str, asked: Understanding) -> Goal | None:
    match = _RATE.search(text)
    if match is None:
        return None
    return _goal(
        Operation.SHARE, (wanted_by(match["a"], asked), wanted_by(match["b"], asked)), "", asked
    )


def _share(text: str, asked: Understanding) -> Goal | None:
    if _GROWTH.search(text):
        return None
    match = _SHARE_OF.search(text)
    if match is not None and words_of(match["a"], asked) and words_of(match["b"], asked):
        return _goal(
            Operation.SHARE, (wanted_by(match["a"], asked), wanted_by(match["b"], asked)), "", asked
        )
    match = _SHARE.search(text)
    if match is None:
        return None
    return _goal(
        Operation.SHARE, (wanted_by(match["a"], asked), wanted_by(match["b"], asked)), "", asked
    )


def _sum(text: str, asked: Understanding, split: re.Pattern[str] = _SPLIT) -> Goal | None:
    match = _SUM.search(text)
    if match is None:
        return None
    if asked.is_follow_up and (further := _FURTHER.match(match["a"])):
        earlier = asked.search_text.removesuffix(asked.text)
        wanted = (wanted_by(plain(earlier), asked), wanted_by(further["b"], asked))
        return _goal(Operation.SUM, wanted, "", replace(asked, is_follow_up=False))
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
        return _over_years(Operation.SUM, text, years, asked)
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
    return _goal(Operation.SUM, several, rest, asked, (*of_all, *shared))


def _verbatim(piece: str) -> str:
    """What a name that is joined by a dot or 'and' is called, tight; '' for any other."""
    joined = _JOINED_NAME.search(piece)
    return tight_published(joined.group()) if joined else ""


def _gap(text: str, asked: Understanding) -> Goal | None:
    if _GAP.search(text) is None:
        return None
    if match := (_EITHER.search(text) or _PAIR.search(text)):
        wanted = (wanted_by(match["a"], asked), wanted_by(match["b"], asked))
        return _goal(Operation.GAP, wanted, text[match.end() :], asked)
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
    whole = Wanted(is_open=True, year=part.year, offset=part.offset)
    shared = tuple(word for word in part.words if word[0] != part.denied)
    unit = asked.unit or ""
    return Goal(operation=Operation.REST, wanted=(whole, part), shared=shared, unit=unit)


def _over_years(
    operation: Operation, text: str, years: tuple[int, ...], asked: Understanding
) -> Goal | None:
    """One thing in several years, the latest first."""
    ordered = sorted(set(years), reverse=operation is not Operation.SUM)
    wanted = tuple(Wanted(year=year) for year in ordered)
    return _goal(operation, wanted, text, asked)


def _goal(
    operation: Operation,
    wanted: tuple[Wanted, ...],
    rest: str,
    asked: Understanding,
    shared: tuple[tuple[str, ...], ...] = (),
) -> Goal | None:
    own = {word[0] for one in wanted for word in one.words}
    if not own and not all(one.year for one in wanted):
        return None
    shared = (*shared, *(word for word in words_of(rest, asked) if word[0] not in own))
    if asked.is_follow_up:
        known = own | {word[0] for word in shared}
        shared = (
            *shared,
            *(
                (term.form, *term.renderings)
                for term in asked.terms
                if term.form not in known and not term.is_measure and term.form not in ASIDE
            ),
        )
    return Goal(operation=operation, wanted=wanted, shared=shared, unit=asked.unit or "")
