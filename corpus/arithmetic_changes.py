"""Changes and shares in running text: 2567억원으로 전년(2358억원)보다 209억원 늘었다."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from corpus.arithmetic_figures import Figure
from corpus.arithmetic_lines import Line
from corpus.arithmetic_reckoning import Claim, Closure
from corpus.types import ArithmeticRelation

_RISE = r"늘|증가|증액|증원|많|높|상승|올라|올랐|오른|확대|↑|▲"
_FALL = r"줄|감소|감액|감원|적|낮|하락|내려|내렸|축소|↓|▼"
_MOVE = re.compile(
    rf"(?P<bracket>\s?\([^()]{{1,30}}\))?\s?(?:이|가|을|를|나|만큼)?\s?(?:더\s)?"
    rf"(?:(?P<rise>{_RISE})|(?P<fall>{_FALL}))"
)
_AGAINST = re.compile(
    r"[^().;:]{0,12}?\)?\s?(?:보다|대비|에 ?비해|에 ?비하여|[과와] 비교해)[\s,]*[가-힣\s]{0,10}"
)
_TO_EARLIER = re.compile(
    r"[^().;:△▲]{0,24}(?:전년|지난해|작년|전월|전분기|전기|이전|당초|평균|목표|기준|(?:19|20)\d\d년)"
    r"[^().;:△▲]{0,16}\(?[^().;:△▲]{0,12}"
)
_TO_LATER = re.compile(r"\s?[가-힣]{1,3}(?:한|난|은|른|된|긴)\s[가-힣\s]{0,12}")
_FROM_TO = re.compile(r"\s?(?:에서|(?:이?었|였)던 것이|이던 것이)\s?[^().;:]{0,20}|\s?→\s?")
_BY = re.compile(r"\s?(?:으로|로)?[\s,]*[가-힣\s]{0,8}|\s?\(")
_OF = re.compile(r"\s?의\s?(?:약\s?)?")
_IS_PART = re.compile(r"\s?(?:인|에 해당하는|에 달하는|에 이르는|수준인)\s?[가-힣\s]{0,10}")
_AMONG = re.compile(r"[가-힣\s]{0,10}(?:중|가운데)(?:에서)?\s[^().;:0-9]{0,30}")
_OPENS = re.compile(r"[가-힣\s]{0,8}\(\s?(?:전체의\s?|비율\s?|비중\s?)?")
_OPENS_WHOLE = re.compile(r"\s?\([^().;:0-9]{0,24}")
_CLOSES = re.compile(r"\s?\)")
_FIGURES_OF_CHANGE = 3  # the earlier value, the later one, and what lies between them


def changes(line: Line) -> Iterator[Claim]:
    """Every change whose two values stand with it in one sentence."""
    if len(line.figures) < _FIGURES_OF_CHANGE:
        return
    folded = line.folded
    figures, crowded = _uncrowded(line)
    for first, second, third in zip(figures, figures[1:], figures[2:], strict=False):
        one, other = crowded.gap(first.end, second.start), crowded.gap(second.end, third.start)
        move = _MOVE.match(folded, third.end, line.end)
        if move and _AGAINST.fullmatch(other) and _TO_EARLIER.fullmatch(one):
            yield from _change(first, second, third, is_fall=bool(move["fall"]))
            yield from _in_per_cent(line, first, second, third, move)
        elif move and _FROM_TO.fullmatch(one) and _BY.fullmatch(other):
            yield from _change(second, first, third, is_fall=bool(move["fall"]))
        elif _AGAINST.fullmatch(one):
            move = _MOVE.match(folded, second.end, third.start)
            if move and _TO_LATER.fullmatch(folded, move.start(move.lastgroup or 0), third.start):
                yield from _change(third, first, second, is_fall=bool(move["fall"]))
                yield from _in_per_cent(line, third, first, second, move)


def _uncrowded(line: Line) -> tuple[list[Figure], Line]:
    """The figures but those that share a bracket with others, and the line of these brackets.

    '4,046억원(일반 3,845, 특별 201)으로 전년(4,148억원)보다': the parts are none of the two years.
    """
    counts = [
        sum(first < one.start and one.end <= last for one in line.figures)
        for first, last in line.brackets
    ]
    crowded = replace(
        line,
        brackets=tuple(one for one, count in zip(line.brackets, counts, strict=True) if count > 1),
    )
    return list(crowded.outside()), crowded


def _change(later: Figure, earlier: Figure, by: Figure, *, is_fall: bool) -> Iterator[Claim]:
    """A change, where its unit can be that of a difference of the two values."""
    unit = later.unit
    if unit != earlier.unit or by.unit not in {unit, "%", "%p"}:
        return
    if (by.unit == "%p" and unit != "%") or (by.unit == unit == "%"):
        return  # 80%에서 85%로 5% 늘었다: points, or a part of 80 %
    value = None if by.value is None else (-abs(by.value) if is_fall else by.value)
    yield Claim(
        relation=ArithmeticRelation.CHANGE,
        stated=replace(by, value=value),
        terms=(later, earlier),
        closure=Closure.CLOSED,
    )


def _in_per_cent(
    line: Line, later: Figure, earlier: Figure, by: Figure, move: re.Match[str]
) -> Iterator[Claim]:
    """209억원(8.9%) 늘었다: the change in per cent, in brackets behind that in won."""
    if move["bracket"] is None or by.unit == "%":
        return
    start, end = move.span("bracket")
    inside = [one for one in line.figures if start <= one.start and one.end <= end]
    if (
        len(inside) == 1
        and inside[0].unit == "%"
        and len(move["bracket"].strip()) <= (len(inside[0].raw) + len("( )"))
    ):
        yield from _change(later, earlier, inside[0], is_fall=bool(move["fall"]))


def shares(line: Line) -> Iterator[Claim]:
    """Every share whose part and whole stand with it: 1,972억 원의 5.17%인 102억 원."""
    folded = line.folded
    for first, second, third in zip(line.figures, line.figures[1:], line.figures[2:], strict=False):
        one, other = folded[first.end : second.start], folded[second.end : third.start]
        if second.unit == "%" and first.unit == third.unit:
            if _OF.fullmatch(one) and _IS_PART.fullmatch(other):
                yield _share(third, (first, second))
        elif third.unit == "%" and first.unit == second.unit and first.unit != "%":
            if not _CLOSES.match(folded, third.end, line.end):
                continue
            if _AMONG.fullmatch(one) and _OPENS.fullmatch(other):
                yield _share(third, (second, first))
            elif _OPENS_WHOLE.fullmatch(one) and _OF.fullmatch(other):
                yield _share(third, (first, second))


def _share(stated: Figure, terms: tuple[Figure, Figure]) -> Claim:
    return Claim(
        relation=ArithmeticRelation.SHARE, stated=stated, terms=terms, closure=Closure.CLOSED
    )
