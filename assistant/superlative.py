"""Ranks and superlatives: only over figures of one thing that stand side by side.

'Which city has the largest budget' needs the same measure of at least two places; 'which project
is the largest' the items of one printed list or table of one document. Anything else would make
one figure that happened to be found into the largest there is, so it is not answered.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import corpus
import index
from assistant.evidence import Evidence, evidence_of, last_subject
from assistant.grammar import Asked, item_sought, seeks_place
from assistant.matching import tight
from assistant.placings import is_rank_unsaid
from assistant.points import Computed, Point, points_of, wanted_unit
from assistant.retrieve import Candidate
from assistant.understand import Understanding


@dataclass(frozen=True, slots=True, kw_only=True)
class SuperlativeOptions:
    """`fewest` figures make a comparison; lists are sought in the best `candidates`.

    An answer shows and cites at most `most` figures; of a longer list none is picked, since its
    reader could not check it. `even` is how much less of the question's words a statement may meet
    and still be as good as the best: from there on another place's statement is a rival. A
    question of no more than `few_terms` words of its own may be of any place.
    """

    fewest: int = 2
    most: int = 12
    candidates: int = 12
    even: float = 0.05
    few_terms: int = 1


_COMPARED = (Asked.MAXIMUM, Asked.MINIMUM, Asked.RANK)
_SAID = re.compile(
    r"가장|제일|최다|최대|최고|최소|최저|최우수|으뜸|선두|\b(?:most|largest|highest)\b"
)
_RANK_PRINTED = re.compile(r"\d\s?위(?![가-힣]{2})|\d\s?등(?![급록])|[상하]위\s?\d|최[상하]위")
# A total stands above the items it adds up; a threshold or a change is no item's size.
_NO_ITEM = frozenset({"total", "part", "threshold", "range", "change", "goal", "before_change"})
_TIMES = frozenset({"해", "년도", "연도", "달", "월"})
_SPOT = frozenset({"곳", "데", "시", "군", "구"})
_FEWEST_IN_ROW = 3
_ROW_BREAK = re.compile(r",\s|[▲△▷]|\s[/·ㆍ]\s")
_MEASURED = re.compile(r"(?:[액율률]|건수|예산|사업비)$")
_OF_ANYTHING = re.compile(r"(?:사업|예산|분야|항목)$")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")


def compare_listed(
    asked: Understanding,
    good: Sequence[Candidate],
    snapshot: index.Snapshot,
    options: SuperlativeOptions | None = None,
) -> Computed | None:
    """The largest or smallest of a comparable set, None where the question names none.

    A place is picked out of places for which the same figure is published, an item out of one
    list or table of one document of the place asked about.
    """
    options = options or SuperlativeOptions()
    if not asked.asks(*_COMPARED) or asked.compares_places or asked.asks(Asked.GRADE):
        return None
    if is_of_places(asked):
        return _among_places(asked, snapshot, options)
    return _among_items(asked, good, options)


def is_unranked(asked: Understanding, evidence: Sequence[Evidence]) -> bool:
    """Whether a rank or superlative is asked for that the evidence neither states nor lets see.

    Evidence states it in words ('가장 많은') or as a printed rank ('3위'); it lets it be seen where
    it prints the figures of two items or more of what is asked about.
    """
    quotes = " ".join(one.quote for one in evidence)
    if is_rank_unsaid(asked.text, quotes):
        return True
    if asked.asks(Asked.RANK):
        return _RANK_PRINTED.search(quotes) is None
    if not asked.asks(*_COMPARED) or asked.compares_places or asked.asks(Asked.GRADE):
        return False
    if _SAID.search(quotes):
        return False
    if is_of_places(asked):
        return True
    return not any(len(items) > 1 for one in evidence for items in _item_sets(asked, one))


def rival_places(
    asked: Understanding,
    good: Sequence[Candidate],
    options: SuperlativeOptions | None = None,
) -> tuple[str, ...]:
    """The places whose documents answer a question that names no place equally well.

    Only a question that says next to nothing beside the kind of answer is undecided: '담당 부서
    전화번호 알려줘' has an answer in every document. () where one place is meant.
    """
    options = options or SuperlativeOptions()
    own = [term for term in asked.terms if not term.is_measure and not term.is_general]
    is_compared = asked.asks(*_COMPARED)
    if asked.places or not good or len(own) > options.few_terms:
        return ()
    if is_compared and is_of_places(asked):
        return ()
    best = max(one.coverage for one in good)
    even = [one for one in good if one.coverage >= best - options.even and one.holds]
    names = dict.fromkeys(one.evidence.document.municipality for one in even)
    found = tuple(name for name in names if name)
    return found if len(found) > 1 else ()


def is_of_places(asked: Understanding) -> bool:
    """Whether a place is to be picked out: '곳' is one only where the question is within none."""
    return seeks_place(asked.text) or (item_sought(asked.text) in _SPOT and not asked.places)


def is_of_years(asked: Understanding) -> bool:
    """Whether a year may be what is picked out, and not a place or an item that is named."""
    sought = item_sought(asked.text)
    return not is_of_places(asked) and (not sought or sought in _TIMES)


def _among_places(
    asked: Understanding, snapshot: index.Snapshot, options: SuperlativeOptions
) -> Computed | None:
    words = [
        term.form
        for term in asked.terms
        if not (term.is_measure or term.is_general or seeks_place(f"{term.form} "))
        and len(term.form) > 1
    ]
    if not words:
        return None
    facts = snapshot.facts(
        index.RecordRequest(
            name_contains=max(words, key=len),
            years=asked.figure_years,
            publication=index.Publication.CERTAIN,
        )
    )
    sets: dict[tuple[object, ...], dict[str, set[Point]]] = {}
    for fact in facts:
        if _NO_ITEM & set(fact.flags) or not all(word in fact.name for word in words):
            continue
        place = _place_of(fact)
        for point in wanted_unit(asked, points_of(fact)):
            year = point.year or fact.fiscal_year
            if place is None or (asked.figure_years and year not in asked.figure_years):
                continue
            key = (tight(fact.name), point.unit, year, fact.account, fact.funding_source)
            sets.setdefault(key, defaultdict(set))[place].add(point)
    # Where one place prints two values of the same thing, neither may stand for it.
    whole = [
        {place: next(iter(points)) for place, points in one.items() if _agree(points)}
        for one in sets.values()
    ]
    whole = [one for one in whole if options.fewest <= len(one) <= options.most]
    if not whole:
        return None
    most = max(len(one) for one in whole)
    widest = [one for one in whole if len(one) == most]
    if len(widest) > 1:
        return None  # the question leaves open which year or account is meant
    named = [(place, point) for place, point in widest[0].items()]
    scope = "이곳의 문서로 비교할 수 있는 곳 가운데 "
    evidence = tuple(evidence_of(point.fact, snapshot) for _, point in named)
    return _picked(asked, named, evidence, scope)


def _agree(points: Iterable[Point]) -> bool:
    return len({one.value for one in points}) == 1


def _place_of(fact: corpus.Fact) -> str | None:
    """The place a fact is of: the one its words speak of, else its document's."""
    spoken = last_subject(fact.quote)
    if len(spoken) > 1:
        return None
    return spoken[0].korean if spoken else fact.municipality


def _among_items(
    asked: Understanding, good: Sequence[Candidate], options: SuperlativeOptions
) -> Computed | None:
    if item_sought(asked.text) in _TIMES:
        return None
    for candidate in good[: options.candidates]:
        sets = _item_sets(asked, candidate.evidence)
        if len(sets) != 1 or not options.fewest <= len(sets[0]) <= options.most:
            continue
        named = [(_own_name(one.fact.name, candidate.evidence), one) for one in sets[0]]
        return _picked(asked, named, (candidate.evidence,), "")
    return None


def _own_name(name: str, evidence: Evidence) -> str:
    """The name of an item without the heading that the items of its list share."""
    heading = evidence.headings[-1].strip() if evidence.headings else ""
    return (heading and name.removeprefix(heading).strip()) or name


def _item_sets(asked: Understanding, evidence: Evidence) -> list[list[Point]]:
    """The figures of each list or table in the evidence that may be set against each other.

    Those of one block of lines, one to a line or all in one row, in the unit and year asked for;
    in a table also of the column asked for. The block, the heading over it or the names say what
    is sought.
    """
    sought = tight(item_sought(asked.text))
    found: list[list[Point]] = []
    for start, end in _blocks(evidence):
        points = [
            point
            for fact in evidence.facts
            if start <= fact.start < end and not _NO_ITEM & set(fact.flags)
            for point in wanted_unit(asked, points_of(fact))
            if not asked.figure_years or point.year in asked.figure_years
        ]
        if asked.asks(Asked.RATIO):
            # Beside the rates that are compared a line may print what it costs.
            points = [one for one in points if one.unit == "%"] or points
        block = evidence.quote[start - evidence.start : end - evidence.start]
        for column in _columns(asked, points):
            lines = {(one.fact.start, one.fact.quote) for one in column}
            names = {one.fact.name for one in column}
            years = {one.year for one in column}
            is_set = len(lines) == len(names) == len(column) > 1 or _is_row(column)
            if (
                is_set
                and len(years) == 1
                and _is_of_what_is_sought(sought, column, block, evidence)
            ):
                found.append(column)
    return found


def _blocks(evidence: Evidence) -> list[tuple[int, int]]:
    """The blocks of lines that blank lines part, as spans of the document."""
    starts = [0, *(match.end() for match in _BLANK_LINE.finditer(evidence.quote))]
    ends = [*starts[1:], len(evidence.quote)]
    return [
        (evidence.start + start, evidence.start + end)
        for start, end in zip(starts, ends, strict=True)
    ]


def _columns(asked: Understanding, points: Sequence[Point]) -> list[list[Point]]:
    """The points by what was measured: the last word of the names, where they share one."""
    by_word: defaultdict[tuple[str, str], list[Point]] = defaultdict(list)
    for one in points:
        by_word[one.unit, one.fact.name.rpartition(" ")[2]].append(one)
    shared = {key: members for key, members in by_word.items() if len(members) > 1}
    if shared:
        said = tight(asked.text)
        return [members for (_, word), members in shared.items() if tight(word) in said]
    units = {one.unit for one in points}
    return [list(points)] if len(units) == 1 else []


def _is_row(column: Sequence[Point]) -> bool:
    """Whether the points are the items of one line ('복지 : 기초연금 900억, 보육료 194억, …').

    Of two figures in one line the smaller is often a part of the other, and a name that says what
    was measured ('심사액', '절감액') makes them figures of one thing.
    """
    quotes = {one.fact.quote for one in column}
    names = {one.fact.name for one in column}
    if len(quotes) != 1 or not _FEWEST_IN_ROW <= len(column) == len(names):
        return False
    pieces = [one for one in _ROW_BREAK.split(quotes.pop()) if re.search(r"\d", one)]
    return len(pieces) == len(column) and not any(_MEASURED.search(name) for name in names)


def _is_of_what_is_sought(
    sought: str, column: Sequence[Point], block: str, evidence: Evidence
) -> bool:
    if not sought:
        return True
    # '복지사업' are those of 복지; what a plan spends on is called 사업 whatever it is.
    sought = _OF_ANYTHING.sub("", sought) or sought
    first, *_ = block.strip().splitlines() or [""]
    heading = evidence.headings[-1] if evidence.headings else ""
    is_project = sought == "사업" and all(
        one.fact.kind is corpus.FactKind.PROJECT for one in column
    )
    return (
        is_project
        or sought in tight(heading)
        or sought in tight(first)
        or all(sought in tight(one.fact.name) for one in column)
    )


def _picked(
    asked: Understanding,
    named: Sequence[tuple[str, Point]],
    evidence: tuple[Evidence, ...],
    scope: str,
) -> Computed | None:
    """The first of the figures in order; None where two share the first place."""
    is_least = asked.asks(Asked.MINIMUM) and not asked.asks(Asked.MAXIMUM)
    ordered = sorted(named, key=lambda one: one[1].value, reverse=not is_least)
    if ordered[0][1].value == ordered[1][1].value:
        return None
    said = [f"{name} {point.said()}" for name, point in ordered]
    return Computed(
        kind=Asked.MINIMUM if is_least else Asked.MAXIMUM,
        expression=(" < " if is_least else " > ").join(said),
        result=said[0],
        subject=ordered[0][0],
        facts=tuple(dict.fromkeys(point.fact for _, point in ordered)),
        evidence=evidence,
        scope=scope if asked.wording == "ko" else "",
    )
