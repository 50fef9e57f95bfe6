"""Which figures a goal means, and what comes of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import index
from assistant.figure_sorts import Sort
from assistant.figures import Figure
from assistant.points import Computed
from assistant.retrieve import Retrieved
from assistant.solver.deeds import DONE, LEFT, SPENT, same_deeds
from assistant.solver.goals import goals_of
from assistant.solver.guards import WHOLES
from assistant.solver.inventory import Stated, inventory
from assistant.solver.marks import is_in, is_told_apart, is_under, mark_of
from assistant.solver.operations import Goal, Operation
from assistant.solver.options import SolverOptions
from assistant.solver.peak import peak, peak_goal
from assistant.solver.phrases import THAN, is_of_measure, is_of_size, is_unit_asked, plain
from assistant.solver.priors import prior
from assistant.solver.prizes import prize_goal, prizes
from assistant.solver.results import computed_of, is_rise, reckoned, years_apart
from assistant.solver.states import states, states_goal
from assistant.understand import Understanding
from assistant.wishes import is_against

_RATED = re.compile(r"[가-힣][률율](?=[은는이가을를의\s?]|$)|비율|비중")
_COURSES = frozenset({Operation.GAP, Operation.GROWTH, Operation.TIMES})
_COURSE = re.compile(r"늘[었어]|줄[었어]|증가|감소|올랐|떨어졌")
_IS_MUCH = re.compile(r"얼마|몇")
_IS_EITHER = re.compile(r"(?:나|까|니|냐|는지)요?[\s?.]*$")
_ASKED = r"(?:얼마|몇)\S*\s(?:\S+\s)?(?:더\s)?"
_SAYS_MORE = re.compile(rf"{_ASKED}(?:많|높|크|큰|컸|늘|는\s|초과|앞[서선섰]|웃)")
_SAYS_LESS = re.compile(rf"{_ASKED}(?:적|낮|작|줄|준\s|모자|부족|밑)")
_NEXT = 60
"""Letters between a whole and a part of it that is told right behind it."""
_BACK = 90
"""Letters between a part and the whole of what came in, where that is told behind it."""
_CAME_IN = re.compile(r"들어[왔온]|접수|신청|응모|제안|제출")
_RATES = frozenset({"%", "점"})
_PLACES_COUNTED = frozenset("개 곳 군데 개소 개사 단체".split())
_MEASURES = frozenset({"%", "점", "등급", "위"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Solution:
    """The figures of a goal in its order, and how well they meet it."""

    figures: tuple[Stated, ...]
    worth: float


def solve(
    asked: Understanding,
    retrieved: Retrieved,
    snapshot: index.Snapshot,
    options: SolverOptions | None = None,
    *,
    is_sure: bool = False,
) -> Computed | None:
    """The result of the operation that a question spells out; None where it spells out none.

    Each figure must meet its own description and together they must be of one unit; where two
    choices meet the question as well and come to different results, None is given. `is_sure` asks
    for a solution that leaves next to nothing of a question of one clause unmet.
    """
    options = options or SolverOptions()
    goals = goals_of(asked)
    if asked.compares_places or (is_sure and (not goals or asked.clauses > 1)):
        return None  # of several places each has its own figure; here all are of one document
    if not goals and peak_goal(asked) is not None:
        found = peak(asked, inventory(asked, retrieved, snapshot, options), retrieved, options)
        return computed_of(asked, *found, snapshot, options) if found else None
    if not goals and prize_goal(asked) is not None:
        won = prizes(asked, inventory(asked, retrieved, snapshot, options), retrieved, options)
        return computed_of(asked, *won, snapshot, options) if won else None
    if not goals:
        told = None
        if states_goal(asked) is not None:
            stated = inventory(asked, retrieved, snapshot, options)
            told = _of_states(asked, stated, retrieved, snapshot, options)
        return told or prior(asked, retrieved, snapshot, options)
    stated = ()
    for goal in goals:
        if len(goal.wanted) > options.most_wanted:
            continue
        stated = stated or inventory(asked, retrieved, snapshot, options)
        met = sorted(solutions(goal, stated, asked, retrieved, options), key=lambda one: -one.worth)
        met = [one for one in met if not _has_moved_other_way(asked, goal, one)]
        is_told = goal.operation is Operation.SUM or any(one.sorts for one in goal.wanted)
        sure = options.sure_sum if is_told else options.sure
        if goal.operation is Operation.REST and _prints_rest(goal, stated):
            return None
        if not met or (is_sure and met[0].worth < sure):
            continue
        told = _told(goal, met, asked, snapshot, options)
        if told is not None or is_sure:
            return told
        break
    if is_sure:
        return None
    stated = stated or inventory(asked, retrieved, snapshot, options)
    return _of_states(asked, stated, retrieved, snapshot, options) or prior(
        asked, retrieved, snapshot, options
    )


def _of_states(
    asked: Understanding,
    stated: Sequence[Stated],
    retrieved: Retrieved,
    snapshot: index.Snapshot,
    options: SolverOptions,
) -> Computed | None:
    """How far one figure is from itself at the other time, or from what it should have been."""
    goal = states_goal(asked)
    pair = states(asked, goal, stated, retrieved, options) if goal is not None else None
    return computed_of(asked, goal, pair, snapshot, options) if goal and pair else None


def _told(
    goal: Goal,
    met: Sequence[Solution],
    asked: Understanding,
    snapshot: index.Snapshot,
    options: SolverOptions,
) -> Computed | None:
    even = _finest([one for one in met if one.worth >= met[0].worth - options.even])
    results = {reckoned(goal, one.figures)[1] for one in even}
    if len(results) > 1 and goal.operation is Operation.GAP:
        # '공모가 지역보다 얼마나 많나' with more money and fewer cases asks for the money.
        even = [one for one in even if not _is_other_way(asked, one)] or even
        results = {reckoned(goal, one.figures)[1] for one in even}
    if len(results) != 1:
        return None
    is_course = bool(years_apart(goal)) or goal.is_since
    if is_course and _is_other_course(asked, even[0]):
        return None  # what fell is not what rose: these are figures of something else
    figures = _told_best(goal, even[0], met)
    return computed_of(asked, goal, figures, snapshot, options)


def _told_best(goal: Goal, best: Solution, met: Sequence[Solution]) -> tuple[Stated, ...]:
    """The same figures where the text tells them in full, and not where it announces them."""
    if not any(one.is_headline for one in best.figures):
        return best.figures
    said = reckoned(goal, best.figures)[:2]
    full = [
        one.figures
        for one in met
        if reckoned(goal, one.figures)[:2] == said
        and not any(each.is_headline for each in one.figures)
        and len({each.group for each in one.figures}) == 1
    ]
    return full[0] if full else best.figures


def _prints_rest(goal: Goal, stated: Sequence[Stated]) -> bool:
    """Whether a text prints itself what the denied part leaves, so that nothing is reckoned."""
    printed = {LEFT: same_deeds(SPENT), DONE: same_deeds(LEFT)}.get(goal.wanted[-1].denied, ())
    return any(
        one.behind.lstrip("을를이").startswith(printed)
        and any(is_in(word, f"{one.near} {one.before}") for word in goal.shared)
        for one in stated
        if printed
    )


def _is_other_way(asked: Understanding, one: Solution) -> bool:
    """Whether of two figures the first is the lesser one where the question says it is more."""
    first, second = (each.figure.value for each in one.figures)
    text = plain(asked.text)
    if _SAYS_MORE.search(text):
        return first < second
    return first > second if _SAYS_LESS.search(text) else False


def _has_moved_other_way(asked: Understanding, goal: Goal, one: Solution) -> bool:
    """Whether of two states of a thing what is asked about fell where it is to have risen."""
    if goal.operation is not Operation.GAP or _COURSE.search(asked.text) is None:
        return False
    return THAN.search(asked.text) is not None and _is_other_course(asked, one)


def _is_other_course(asked: Understanding, one: Solution) -> bool:
    """Whether a thing rose that a question supposes to have fallen; to ask whether it did is open.

    '작년보다 줄었나요' supposes nothing, '작년보다 얼마나 줄었나요' that it fell.
    """
    is_open = _IS_EITHER.search(asked.text) is not None and _IS_MUCH.search(asked.text) is None
    return not is_open and is_against(asked, is_up=is_rise(one.figures))


def _finest(even: list[Solution]) -> list[Solution]:
    """The solutions less those whose figure another prints more exactly ('275만명')."""
    stated = [one.figure for solution in even for one in solution.figures]
    return [
        solution
        for solution in even
        if not any(_is_rounded(one.figure, other) for one in solution.figures for other in stated)
    ]


def _is_rounded(one: Figure, other: Figure) -> bool:
    """Whether a figure is another of its unit cut down to hundreds, thousands and so on."""
    if one.unit != other.unit or one.value == other.value or one.value != one.value.to_integral():
        return False
    digits = str(int(one.value))
    own = digits.rstrip("0")
    size = 10 ** (len(digits) - len(own))
    return size > 1 and len(own) > 1 and other.value // size * size == one.value


def solutions(
    goal: Goal,
    stated: Sequence[Stated],
    asked: Understanding,
    retrieved: Retrieved,
    options: SolverOptions,
) -> Iterator[Solution]:
    """Every choice of figures that meets a goal."""
    tried: list[list[tuple[float, Stated]]] = []
    for number, wanted in enumerate(goal.wanted):
        marked = [
            (mark, one)
            for one in stated
            if _fits(goal, number, one, asked)
            and is_told_apart(wanted, goal.wanted[:number] + goal.wanted[number + 1 :], one)
            and (mark := mark_of(goal, wanted, one, asked, retrieved, options)) > 0
        ]
        marked.sort(key=lambda one: -one[0])
        # The choices of several figures multiply, so fewer are tried for each.
        tried.append(marked[: options.tried // max(1, len(goal.wanted) - 1)])
    for marks, figures in _choices(tried):
        bonus = _bonus(goal, figures, retrieved, options)
        if bonus is not None:
            yield Solution(figures=figures, worth=sum(marks) / len(marks) + bonus)


def _choices(
    tried: Sequence[Sequence[tuple[float, Stated]]],
) -> Iterator[tuple[tuple[float, ...], tuple[Stated, ...]]]:
    if not tried:
        yield (), ()
        return
    for marks, figures in _choices(tried[:-1]):
        for mark, one in tried[-1]:
            is_other = all(
                (one.document.id, one.figure.start) != (other.document.id, other.figure.start)
                for other in figures
            )
            if is_other and (not figures or _is_beside(one, figures[0])):
                yield (*marks, mark), (*figures, one)


def _is_beside(one: Stated, other: Stated) -> bool:
    return one.document.id == other.document.id


def _fits(goal: Goal, number: int, one: Stated, asked: Understanding) -> bool:
    figure, wanted = one.figure, goal.wanted[number]
    if figure.unit is None or figure.bound is not None or figure.value <= 0:
        return False
    if wanted.values and (goal.operation is Operation.SHARE or wanted.is_open):
        return figure.value in wanted.values
    if goal.operation is Operation.GROWTH and _RATED.search(asked.text) is None:
        return figure.unit not in _MEASURES - {"점"}
    if not is_of_measure(asked.text, figure.unit) or not is_of_size(asked, figure):
        return False
    if goal.operation is Operation.GAP and figure.unit not in _RATES and _is_rate_asked(asked):
        return False
    if goal.operation in {Operation.SHARE, Operation.GROWTH, Operation.TIMES}:
        return figure.unit not in _MEASURES
    if goal.operation is Operation.EACH and number:
        return figure.unit not in {"원", *_MEASURES}
    if goal.operation is Operation.EACH and figure.unit in _MEASURES:
        return False
    if goal.operation in {Operation.MORE, Operation.LESS} and figure.unit == "%":
        return _RATED.search(asked.text) is not None
    if asked.unit in _PLACES_COUNTED:
        return figure.unit in _PLACES_COUNTED
    if figure.unit == "%" and (_RATED.search(asked.text) or _is_rate_asked(asked)):
        return True
    return is_unit_asked(asked, figure.unit)


def _is_rate_asked(asked: Understanding) -> bool:
    """Whether how far two rates are apart is asked for, and no number or amount of them."""
    text = asked.search_text if asked.is_follow_up else asked.text
    return _RATED.search(text) is not None and asked.unit in {None, *_RATES}


def _bonus(
    goal: Goal, figures: Sequence[Stated], retrieved: Retrieved, options: SolverOptions
) -> float | None:
    """What speaks for figures taken together; None where they cannot be."""
    units = {one.figure.unit for one in figures}
    if goal.operation is Operation.EACH:
        if len(units) != 2 and units == {"원"}:
            return None
    elif len(units) != 1:
        return None
    first, rest = figures[0], figures[1:]
    bonus = 0.0
    if all(one.group == first.group for one in rest):
        bonus += options.together
    if goal.operation is Operation.SHARE and _is_of_other_year(first, rest[0]):
        return None
    if goal.operation in {Operation.REST, Operation.SHARE}:
        if first.figure.value <= sum(one.figure.value for one in rest):
            return None
        if all(one.whole == first.figure.start for one in rest):
            bonus += options.of_whole
        else:
            is_told = not any(one.is_open for one in goal.wanted)
            if goal.wanted[-1].denied and _goes_on(first, rest):
                return bonus + options.of_whole
            if not is_told or not all(
                _is_part(goal, first, one, retrieved, options) for one in rest
            ):
                return None
    is_course = goal.operation in _COURSES and not goal.wanted[0].words
    if is_course and (first.year == rest[0].year or not _is_one_thing(first, rest[0])):
        return None
    if goal.operation in _COURSES and _is_one_time(goal, first, rest[0]):
        return None
    is_since = goal.is_since and all(one.nouns for one in figures)
    if is_since and not (_is_one_thing(first, rest[0]) or _are_wholes(figures)):
        return None
    values = [one.figure.value for one in figures]
    if goal.is_near and max(values) >= 2 * min(values):
        return None
    if goal.operation is Operation.SUM and any(
        one.whole == other.figure.start for one in figures for other in figures
    ):
        return None
    if (
        len({one.figure.value for one in figures}) < len(figures)
        and goal.operation is not Operation.SUM
    ):
        return None
    return bonus


def _is_of_other_year(whole: Stated, part: Stated) -> bool:
    """Whether two figures of one sentence or clause are of two years ('전년 97건에 견줘 128건')."""
    times = {(one.year, one.offset) for one in (whole, part) if one.year or one.offset is not None}
    return len(times) > 1 or (
        len(times) == 1 and any((one.offset or 0) < 0 for one in (whole, part))
    )


def _is_one_time(goal: Goal, one: Stated, other: Stated) -> bool:
    """Whether two figures are said of the same time where a question wants those of two."""
    first, last = ((each.year, each.offset) for each in goal.wanted)
    is_dated = one.offset is not None and first != last and last != (None, None)
    return is_dated and (one.year, one.offset) == (other.year, other.offset)


def _is_part(
    goal: Goal, whole: Stated, part: Stated, retrieved: Retrieved, options: SolverOptions
) -> bool:
    """Whether a figure can be of a whole: said so, beside it, in its list, or of its matter."""
    if part.whole == whole.figure.start or part.group == whole.group:
        return True
    is_listed = part.is_item and part.passage.heading_path == whole.passage.heading_path
    return is_listed or is_under(goal.wanted[0], part, retrieved, options)


def _goes_on(whole: Stated, parts: Sequence[Stated]) -> bool:
    """Whether parts are told next to a whole of the same name ('84건 중', '모두 84건 들어왔다')."""
    return all(
        part.passage.id == whole.passage.id
        and (
            0 < part.figure.start - whole.figure.end <= _NEXT
            or (
                0 < whole.figure.start - part.figure.end <= _BACK
                and _CAME_IN.search(whole.near + whole.behind)
            )
        )
        and whole.year in {None, part.year}
        and not (whole.sorts & {Sort.GOAL, Sort.AVERAGE})
        and (_is_one_thing(whole, part) or _are_wholes((part,)))
        for part in parts
    )


def _are_wholes(figures: Sequence[Stated]) -> bool:
    return any(all(noun in WHOLES for noun in one.nouns) for one in figures)


def _is_one_thing(one: Stated, other: Stated) -> bool:
    """Whether two figures are of one thing in two years: their names share a noun, or have none."""
    names = {form for form in one.forms & other.forms if len(form) > 1}
    return bool(names) or one.near == other.near or not (one.nouns and other.nouns)
