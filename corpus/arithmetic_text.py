"""Sums in running text: a total with its parts in brackets, after a colon, before or behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.arithmetic_figures import Figure
from corpus.arithmetic_lines import Line, Listed, beside, enumeration, runs
from corpus.arithmetic_reckoning import Claim, Closure, makes_whole
from corpus.brackets import bracket_at
from corpus.types import ArithmeticRelation

_TOTAL_BEHIND = re.compile(
    r"\)?(?: ?(?:으로|로|을|를|이|가))?\s*"
    r"(?P<joined>(?:합쳐서?|합해|합하여|합하면|더해|더하면|합친|합한)\s*)?"
    r"(?P<open>(?:등|외)(?:을|의|에|으로)?\s*)?,?\s*"
    r"(?P<all>(?:총|모두|전체|합계|도합|전부|합쳐|계)\s*:?\s*)?[가-힣 ]{0,16}?"
    r"(?P<late>(?:총|모두|합계|전체)\s*)?\(?"
)
_OF_WHICH = re.compile(r"\s*(?:의 사업|의|을|를)?\s*(?:중|가운데)(?:에서|에는|에)?[\s,:]*")
_COLON = re.compile(r"\s?[:：=]\s?")
_MADE_UP = re.compile(
    r"\s*(?:으로|로)\s*(?:각각 )?(?:이뤄|이루어|구성|나뉘|나누어|편성|짜여|세분|분류|되어|돼)"
)
_LEADS = re.compile(
    r"\s*(?:규모)?(?:로|으로|이며|이고|인데)?[\s,:]*(?:회계별로(?:는|\s보면)?)?[\s,]*(?:규모로\s)?"
)
_TWO_WAYS = re.compile(r"[/;|]")


def sums(line: Line, before: Line | None) -> Iterator[Claim]:
    """Every sum that a line states; `before` is the line that it goes on from, for its whole."""
    if len(line.figures) + (before is not None) < 2 and not line.brackets:
        return
    for whole in line.figures:
        yield from _in_brackets(line, whole)
        yield from _after_colon(line, whole)
    line = line.opened()
    outside = line.outside()
    for listed in runs(line, outside, line.start):
        yield from _around(line, outside, listed, before)


def _in_brackets(line: Line, whole: Figure) -> Iterator[Claim]:
    """307개(기초 226, 중앙 27, …), 총 8,727억 원 (일반 7,789, 특별 938)."""
    inside = bracket_at(line.folded, whole.name_end)
    if inside is None or inside[1] > line.end:
        return
    listed = enumeration(line, *inside, whole)
    if listed is None:
        return
    closure = Closure.OPEN if listed.is_open else Closure.CLOSED
    if _is_split_twice(line.folded, listed):
        closure = Closure.OPEN
    yield claim_of(whole, listed.figures, closure)


def _is_split_twice(folded: str, listed: Listed) -> bool:
    """Whether signs of two kinds part the list: 60명(남 40, 여 20 / 4급 5, 5급 55)."""
    between = [
        folded[one.end : other.start]
        for one, other in zip(listed.figures, listed.figures[1:], strict=False)
    ]
    strong = [_TWO_WAYS.search(gap) is not None for gap in between]
    return any(strong) and not all(strong)


def _after_colon(line: Line, whole: Figure) -> Iterator[Claim]:
    """일상감사 634건 : 적정 414건, 권고 178건; 634건 중 적정 414건, 권고 178건, 부적정 42건."""
    colon = _COLON.match(line.folded, whole.end, line.end)
    of_which = _OF_WHICH.match(line.folded, whole.name_end, line.end)
    begin = colon or of_which
    if begin is None:
        return
    listed = enumeration(line, begin.end(), line.end, whole)
    if listed is not None:
        is_open = listed.is_open or colon is None
        yield claim_of(whole, listed.figures, Closure.OPEN if is_open else Closure.CLOSED)


def _around(
    line: Line, outside: Sequence[Figure], listed: Listed, before: Line | None
) -> Iterator[Claim]:
    """The total behind a list, or the whole said before it."""
    unit = listed.figures[0].unit
    earlier = [one for one in outside if one.unit == unit and one.end <= listed.start]
    behind = next((one for one in outside if one.start >= listed.end), None)
    match = _TOTAL_BEHIND.fullmatch(line.gap(listed.end, behind.start)) if behind else None
    if behind is not None and match is not None and behind.unit == unit:
        if match["open"] or match["all"] or match["late"] or match["joined"]:
            closure = Closure.OPEN if match["open"] else Closure.CLOSED
            yield claim_of(behind, listed.figures, closure)
            other = beside(line, outside).get(behind.start)
            if other is not None and listed.beside and other.unit == listed.beside[0].unit:
                yield claim_of(other, listed.beside, closure)
        return
    if _MADE_UP.match(line.folded, listed.end, line.end):
        whole = earlier[-1] if earlier else _whole_of(before, unit)
        if whole is not None:
            yield claim_of(whole, listed.figures, Closure.CLOSED)
        return
    for whole in reversed(earlier):
        yield claim_of(whole, listed.figures, _closure_before(line, whole, listed))
    if not earlier and (sole := _whole_of(before, unit)) is not None:
        yield claim_of(sole, listed.figures, Closure.SUPPOSED)


def _closure_before(line: Line, whole: Figure, listed: Listed) -> Closure:
    """1조9000억 원 규모로 일반회계 1조6360억 원, 특별회계 2640억 원: two that leave nothing out."""
    leads = _LEADS.fullmatch(line.gap(whole.end, listed.start))
    is_whole = makes_whole([one.label for one in listed.figures])
    return Closure.CLOSED if leads and is_whole else Closure.SUPPOSED


def _whole_of(before: Line | None, unit: str | None) -> Figure | None:
    """The only figure of a unit that the line before states."""
    fitting = [one for one in before.outside() if one.unit == unit] if before else []
    return fitting[0] if len(fitting) == 1 else None


def claim_of(whole: Figure, parts: Sequence[Figure], closure: Closure) -> Claim:
    """The claim that parts make a whole."""
    return Claim(relation=ArithmeticRelation.SUM, stated=whole, terms=tuple(parts), closure=closure)
