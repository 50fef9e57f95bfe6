"""Partitions: figures of one sentence that add up to a total, so that they are surely its parts.

'보고한 사업은 286건(신규 74건, 계속 212건)': no word has to say that the 286 are all of them, for
the two make them up to the last one. What share of the whole a part is, and what falls to each
one of a part, follows from the figures that stand there.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate, pairwise

import corpus
from assistant.figures import read_figures
from assistant.grammar import Asked
from assistant.matching import tight, tight_published
from assistant.solver.inventory import Stated
from assistant.solver.operations import Goal, Operation
from assistant.understand import Understanding

_SHARE_ASKED = re.compile(r"비율|비중|점유율|몇\s?(?:%|퍼센트|프로)|차지")
_MOVES = re.compile(
    r"늘|줄|증가|감소|올랐|떨어|대비|보다|달성|집행|이행|절감률|징수|초과|웃돌|목표"
)
_EACH_ASKED = re.compile(
    r"(?<![가-힣\d])(?:한|1)\s?(?P<one>건|명|곳|개소|개|가구|호|대)(?:당|에)(?![가-힣])"
    r"|(?<![가-힣])(?P<bare>건|명|개소)당(?![가-힣])"
)
_MONEY_ASKED = re.compile(r"금액|[가-힣]액|예산|사업비|얼마|원(?:은|이|으로)?\s")
_COUNT_ASKED = re.compile(r"건수|사업\s?수|인원|명수|개수|횟수|과제\s?수")
_APART = re.compile(r"[,;/·ㆍ△▲▷▶(\n]|(?<=[가-힣])\s(?=및\s)|[:：]")
_MARKS = re.compile(r"[\s,;/·ㆍ()△▲▷▶:：'\"‘’“”]*(?:에|에서|으로|의|중|총|모두)?\s?\(?\s*")
_VERB_END = re.compile(
    r"(?:해|하여|[했됐였]다|하고|하며|돼|되어|[아어여]서?|고|며|된|한|은|는|던)$"
)
_FRONT = re.compile(r"^(?:이|가|은|는|을|를|에|의|에서|으로|로|이고|이며|,|\s|총|약|모두|및|등)+\s")
_BEHIND = re.compile(
    r"\s?(?:은|는|이|가|을|를|의|에|에는)?\s?(?P<label>[가-힣A-Za-z·]{2,12}(?:\s[가-힣]{2,8})?)"
)
_PERCENT_BEHIND = re.compile(r"\s?[(（,]?\s?(?:전체의\s?|비중\s?)?\d[\d.]*\s?(?:%|퍼센트)")
_WORD = re.compile(r"[가-힣A-Za-z]+(?:·[가-힣A-Za-z]+)*")
_WEAK = frozenset(
    "분야 부문 사업 예산 규모 가운데 전체 등 관련 방식 유형 총 기타 나머지 건 의견 대상 항목 금액 "
    "평균".split()
)
_SAME = {"신규": ("처음", "새로", "새롭"), "계속": ("이어", "지속"), "새": ("신규",)}
"""What plans call new and continued works, as they say it in a clause."""
_REACH_BACK, _REACH_ON = 260, 120
"""Letters from the parts back to a total, and on to one."""
_FEWEST, _MOST = 2, 12
_RATES = frozenset({"%", "점", "등급", "위", "%p"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of a total with the words that stand beside it in the text."""

    stated: Stated
    label: str


def seeks_portion(asked: Understanding) -> bool:
    """Whether a question wants the share of a part, or what falls to each one of a part."""
    if asked.language != "ko" or asked.compares_places:
        return False
    if _EACH_ASKED.search(asked.text):
        return True
    is_share = _SHARE_ASKED.search(asked.text) is not None or asked.asks(Asked.SHARE)
    return is_share and _MOVES.search(asked.text) is None


def portion(
    asked: Understanding, stated: Sequence[Stated], texts: dict[str, str]
) -> tuple[Goal, tuple[Stated, ...]] | None:
    """The whole and the part whose share is asked for, or the money and number of one part.

    `texts` are the canonical texts of the documents by their ids. None where the question wants
    neither, where it names no part or more than one, or where the parts do not make up a total.
    """
    text = tight(asked.text)
    if _EACH_ASKED.search(asked.text):
        return _each(asked, text, stated, texts)
    found: dict[tuple[object, ...], tuple[Stated, Stated]] = {}
    for whole, parts in _partitions(stated, texts):
        if not _is_of_unit(asked, whole, parts, stated):
            continue
        named = _named(text, parts)
        if named is None or not _fits(asked, whole, named.stated):
            continue
        behind = texts[whole.document.id][named.stated.figure.stop :]
        if _PERCENT_BEHIND.match(behind[:_REACH_ON]):
            continue  # the text prints the share itself
        key = (whole.figure.value, named.stated.figure.value, whole.figure.unit)
        found.setdefault(key, (whole, named.stated))
    if len(found) != 1:
        return None
    goal = Goal(operation=Operation.SHARE, wanted=(), shared=())
    return goal, next(iter(found.values()))


def _each(
    asked: Understanding, text: str, stated: Sequence[Stated], texts: dict[str, str]
) -> tuple[Goal, tuple[Stated, ...]] | None:
    """The money and the number of one part of a list ('물품 18건(6,300만원)')."""
    match = _EACH_ASKED.search(asked.text)
    unit = (match["one"] or match["bare"]) if match else None
    found: dict[tuple[object, ...], tuple[Stated, Stated]] = {}
    for whole, parts in _partitions(stated, texts):
        named = _named(text, parts)
        if named is None or not _fits(asked, whole, named.stated):
            continue
        other = [
            one
            for one in stated
            if one.document.id == named.stated.document.id
            and one.group == named.stated.group
            and {one.figure.unit, named.stated.figure.unit} == {"원", unit}
            and _is_right_behind(named.stated, one, texts)
        ]
        if len(other) == 1:
            pair = sorted((named.stated, other[0]), key=lambda one: one.figure.unit != "원")
            found.setdefault(tuple(one.figure.value for one in pair), (pair[0], pair[1]))
    if len(found) != 1:
        return None
    return Goal(operation=Operation.EACH, wanted=(), shared=()), next(iter(found.values()))


def _is_right_behind(one: Stated, other: Stated, texts: dict[str, str]) -> bool:
    first, last = sorted((one.figure, other.figure), key=lambda figure: figure.start)
    gap = texts[one.document.id][first.end : last.start]
    return first.end <= last.start and _MARKS.fullmatch(gap) is not None


def _partitions(
    stated: Sequence[Stated], texts: dict[str, str]
) -> Iterator[tuple[Stated, tuple[Part, ...]]]:
    """Every total with the parts in one sentence or list that make it up."""
    groups: dict[tuple[object, ...], list[Stated]] = {}
    values: defaultdict[tuple[object, object], set[Decimal]] = defaultdict(set)
    for one in stated:
        values[one.document.id, one.figure.unit].add(one.figure.value)
        if one.figure.bound is None and one.figure.unit and one.figure.unit not in _RATES:
            groups.setdefault((one.document.id, one.group, one.figure.unit), []).append(one)
    for (document, _, unit), members in groups.items():
        members.sort(key=lambda one: one.figure.start)
        sums = [Decimal(0), *accumulate(one.figure.value for one in members)]
        printed = values[document, unit]
        text = texts[members[0].document.id]
        taken: list[range] = []
        for first, last in _runs(len(members)):
            total = sums[last] - sums[first]
            # A shorter run within one that adds up comes to another figure by chance.
            if total not in printed or any(first in it and last - 1 in it for it in taken):
                continue
            run = members[first:last]
            whole = _whole(stated, document, unit, run, total)
            parts = _labelled(run, stated, text) if whole is not None else ()
            if whole is not None and parts:
                taken.append(range(first, last))
                yield whole, parts


def _runs(count: int) -> list[tuple[int, int]]:
    """Where the runs of figures begin and end that may make up a total, the longest first."""
    runs = [
        (first, last)
        for first in range(count)
        for last in range(first + _FEWEST, min(count, first + _MOST) + 1)
    ]
    return sorted(runs, key=lambda run: run[0] - run[1])


def _whole(
    stated: Sequence[Stated],
    document: object,
    unit: object,
    run: Sequence[Stated],
    total: Decimal,
) -> Stated | None:
    """The figure that parts add up to: before them if it can be, and near."""
    start, end = run[0].figure.start, run[-1].figure.end
    fitting = [
        one
        for one in stated
        if one.document.id == document
        and one.figure.unit == unit
        and one.figure.value == total
        and one.figure.bound is None
        and (0 < start - one.figure.end <= _REACH_BACK or 0 < one.figure.start - end <= _REACH_ON)
    ]
    # The nearest one before them: a headline says the same farther off.
    return max(
        fitting,
        key=lambda one: (one.figure.start < start, one.figure.start),
        default=None,
    )


def _labelled(run: Sequence[Stated], stated: Sequence[Stated], text: str) -> tuple[Part, ...]:
    """The parts with what stands before each of them, else with what stands behind each."""
    document, group = run[0].document.id, run[0].group
    ends = sorted(
        {
            (o.figure.start, o.figure.end)
            for o in stated
            if (o.document.id, o.group) == (document, group)
        }
    )
    before = [_before(one, ends, text) for one in run]
    if all(before):
        return tuple(Part(stated=o, label=label) for o, label in zip(run, before, strict=True))
    if any(before[1:]):
        return ()
    behind = [_behind(one, ends, text) for one in run]
    if not all(behind):
        return ()
    return tuple(Part(stated=o, label=label) for o, label in zip(run, behind, strict=True))


def _before(one: Stated, ends: Sequence[tuple[int, int]], text: str) -> str:
    """The words between a figure and the mark, figure or clause before it."""
    start = one.figure.start
    earlier = [pair for pair in ends if pair[1] <= start]
    floor = max((end for _, end in earlier), default=one.group[0])
    gap = text[max(floor, one.group[0]) : start]
    if earlier and _MARKS.fullmatch(gap):
        # '18건(6,300만원)': what names the number names its money.
        last = earlier[-1]
        rest = [pair for pair in earlier if pair[1] <= last[0]]
        floor = max((end for _, end in rest), default=one.group[0])
        gap = text[max(floor, one.group[0]) : last[0]]
    piece = _FRONT.sub("", _APART.split(gap)[-1].strip() + " ").strip()
    words = piece.split()
    while words and words[0].endswith(("다", "며", "고")):
        words = words[1:]
    is_verb_alone = len(words) == 1 and _VERB_END.search(words[0].rstrip("은는이가"))
    if not words or is_verb_alone:
        return ""
    return " ".join((*words[:-1], corpus.without_particle(words[-1])))


def _behind(one: Stated, ends: Sequence[tuple[int, int]], text: str) -> str:
    """The words right behind a figure, as far as the next mark or figure."""
    later = min((start for start, _ in ends if start >= one.figure.end), default=len(text))
    match = _BEHIND.match(text, one.figure.end, min(later, one.figure.end + _REACH_ON))
    return corpus.without_particle(match["label"].strip()) if match else ""


def _named(text: str, parts: Sequence[Part]) -> Part | None:
    """The one part that a question names by words that no other part and no total shares."""
    shared = _shared(parts)
    for marks in (
        [_by_words(part, text, shared) for part in parts],
        [_by_nouns(part, text, parts) for part in parts],
    ):
        best = max(marks)
        if best:
            is_one = sum(mark > 0 for mark in marks) == 1
            return parts[marks.index(best)] if is_one else None
    return None


def _by_words(part: Part, text: str, shared: frozenset[str]) -> int:
    """How many letters of a part's own words a question has; 0 where it has less than half."""
    words = [one for one in _WORD.findall(part.label) if one not in _WEAK | shared]
    told = [word for word in words if _is_told(word, text)]
    if told and len(told) * 2 >= len(words):
        return len("".join(told))
    return int(
        any(
            own in text and word.startswith(forms)
            for own, forms in _SAME.items()
            for word in part.label.split()
        )
    )


def _by_nouns(part: Part, text: str, parts: Sequence[Part]) -> int:
    """How many letters of the last noun of a part a question has ('교육비' for '청렴교육')."""
    others = {noun for one in parts if one is not part for noun in one.stated.nouns}
    last = part.stated.nouns[-1:]
    return sum(len(one) for one in last if len(one) > 1 and one not in others and one in text)


def _shared(parts: Sequence[Part]) -> frozenset[str]:
    """Words that more than one part has before it."""
    words = [frozenset(_WORD.findall(part.label)) for part in parts]
    return frozenset().union(*(one & other for one, other in pairwise(words)))


def _is_told(word: str, text: str) -> bool:
    tight = tight_published(word)
    bare = tight_published(corpus.without_particle(word))
    return len(bare) > 1 and (tight in text or bare in text)


def _is_of_unit(
    asked: Understanding, whole: Stated, parts: Sequence[Part], stated: Sequence[Stated]
) -> bool:
    """Whether figures are in the unit that a question means; if it says none, in the only one."""
    unit = whole.figure.unit
    is_money, is_count = _MONEY_ASKED.search(asked.text), _COUNT_ASKED.search(asked.text)
    if is_money and not is_count:
        return unit == "원"
    if is_count and not is_money:
        return unit != "원"
    group = {one.figure.unit for one in stated if one.group == parts[0].stated.group}
    return len(group - _RATES) == 1


def _fits(asked: Understanding, whole: Stated, part: Stated) -> bool:
    """Whether figures are of the year asked about, and of what the question speaks of."""
    said = {
        figure.value
        for figure in read_figures(asked.text).figures
        if figure.unit == whole.figure.unit and figure.unit not in _RATES
    }
    if said - {Decimal(1)} and not said & {whole.figure.value, part.figure.value}:
        return False
    if asked.figure_years:
        # A year that the sentence before says of something else may stand beside the total.
        years = {part.year} if part.year is not None else {whole.year, *whole.document_years}
        if not years & set(asked.figure_years):
            return False
    passages = dict.fromkeys((whole.passage.text, part.passage.text))
    around = "".join((*map(tight_published, passages), whole.headings, whole.title))
    for term in asked.terms:
        if term.is_measure or term.is_verb or term.form in _WEAK or term.form in _SAME:
            continue
        if not any(tight_published(one) in around for one in (term.form, *term.renderings)):
            return False
    return True
