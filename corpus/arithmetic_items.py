"""Sums and differences over several items: a total above its parts, below them or among them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise

from corpus.arithmetic_figures import Figure
from corpus.arithmetic_lines import Line, Listed, enumeration, label_of
from corpus.arithmetic_reckoning import Claim, Closure
from corpus.arithmetic_text import claim_of
from corpus.facts.labels import item_label
from corpus.markers import marker_at
from corpus.outline import CUT_MARK
from corpus.types import ArithmeticRelation, Passage

_TOTAL_WORD = re.compile(r"(?:^|[\s:(])(?:총|모두|전체|합계|총계|도합|계)\s?:?\s*$")
_TOTAL_LABEL = re.compile(r"(?:합\s?계|총\s?계|총\s?액|총\s?합|계|소\s?계)")
_DIFFERENCE = re.compile(r"차이|사이|보다|대비|비해|증감|늘|줄|증가|감소|높|낮|많|적")
_FALL = re.compile(r"\s?(?:이|가|을|를|만큼)?\s?(?:더\s)?(?:줄|감소|감액|낮|적|하락)")
_RISE = re.compile(
    r"\s?(?:이|가|을|를|만큼)?\s?(?:더\s)?(?:늘|증가|증액|높|많|상승|오른|오름|올라|올랐)"
)
_BY_KIND = re.compile(r"[^:]{0,20}별\s?[:：]\s?")


@dataclass(slots=True, kw_only=True)
class Item:
    """An item with its lines (a sentence each) and the items that stand under it."""

    passage: Passage
    lines: list[Line]
    children: list[Item] = field(default_factory=list)

    @property
    def line(self) -> Line | None:
        """The line of an item that has just one."""
        return self.lines[0] if len(self.lines) == 1 else None


def item_tree(lines: Sequence[Line]) -> list[Item]:
    """The items that stand under no other, each with those under it, from lines in order."""
    roots: list[Item] = []
    stack: list[Item] = []
    for _, group in groupby(lines, key=lambda line: line.statement.passage.id):
        own = list(group)
        item = Item(passage=own[0].statement.passage, lines=own)
        while stack and not _stands_under(item, stack[-1]):
            stack.pop()
        (stack[-1].children if stack else roots).append(item)
        stack.append(item)
    return roots


_BLANKS = re.compile(r"\s+")


def _stands_under(item: Item, above: Item) -> bool:
    """Whether the path of an item goes on with the words of the one above it."""
    path, over = item.passage.heading_path, above.passage.heading_path
    if len(path) != len(over) + 1 or path[:-1] != over:
        return False
    words = _BLANKS.sub(" ", above.lines[0].statement.quote)
    return path[-1].removesuffix(CUT_MARK) in words


def across_items(roots: Sequence[Item]) -> Iterator[Claim]:
    """Every sum and difference that several items state together."""
    pending: list[tuple[Item | None, list[Item]]] = [(None, list(roots))]
    while pending:
        above, siblings = pending.pop()
        yield from _under(above, siblings) if above is not None else ()
        yield from _among(siblings)
        yield from _behind_total(siblings)
        yield from _shares_among(siblings)
        pending.extend((one, one.children) for one in siblings if one.children)
    yield from _differences(roots)


def _under(above: Item, children: Sequence[Item]) -> Iterator[Claim]:
    """388건 above ① 99건 ② 57건 ③ 232건, or above one line that lists them all."""
    line = above.line
    if line is None:
        return
    outside = line.outside()
    for child in children:
        if child.line is not None and outside:
            yield from _listed_below(line, outside, child.line)
    parts = [_own_figure(child) for child in children if not _is_total(child)]
    whole = _of_unit(outside, parts[0].unit) if parts and parts[0] else None
    figures = [one for one in parts if one is not None]
    if whole is None or len(figures) < 2 or len(figures) < len(parts):
        return
    if any(one.unit != whole.unit for one in figures):
        return
    says_total = _TOTAL_WORD.search(line.folded[line.start : whole.start]) is not None
    closure = Closure.CLOSED if says_total else Closure.SUPPOSED
    yield claim_of(whole, figures, closure)


def _listed_below(line: Line, outside: Sequence[Figure], child: Line) -> Iterator[Claim]:
    """지표 20개 above '관리기반 4, 민원행정 활동 13, 처리 성과 3'."""
    head = _BY_KIND.match(child.folded, child.start, child.end)
    start = head.end() if head else child.start
    whole = outside[-1]
    listed = enumeration(child, start, child.end, whole)
    if listed is None:
        return
    yield claim_of(whole, listed.figures, _closure_below(line, outside, listed))


def _closure_below(line: Line, outside: Sequence[Figure], listed: Listed) -> Closure:
    """Numbers without unit lean on the line above, where that has but one figure to lean on."""
    is_bare = all(one.is_bare for one in listed.figures)
    whole = outside[-1]
    says_total = _TOTAL_WORD.search(line.folded[line.start : whole.start]) is not None
    if listed.is_open or len(outside) > 1 or not (is_bare or says_total):
        return Closure.SUPPOSED
    return Closure.CLOSED


def _among(siblings: Sequence[Item]) -> Iterator[Claim]:
    """신규 3건 / 계속 5건 / 계 8건, the total first or last."""
    if len(siblings) < 3:
        return
    for total, others in ((siblings[-1], siblings[:-1]), (siblings[0], siblings[1:])):
        if not _is_total(total) or any(_is_total(one) for one in others):
            continue
        whole = total.line.sole() if total.line is not None else None
        figures = [_own_figure(one) for one in others]
        parts = [one for one in figures if one is not None]
        if whole is None or not parts or any(one.unit != whole.unit for one in parts):
            continue
        closure = Closure.CLOSED if len(parts) == len(figures) else Closure.SUPPOSED
        if len(parts) > 1:
            yield claim_of(whole, parts, closure)


def _is_total(item: Item) -> bool:
    line = item.line
    own = line.sole() if line is not None else None
    if line is None or own is None:
        return False
    words = line.folded[line.start : own.start].strip(" :=·-")
    return _TOTAL_LABEL.fullmatch(words) is not None


def _own_figure(item: Item) -> Figure | None:
    """The one figure an item gives for what it names: '신규 사업 : 99건', '신규 사업 99건'."""
    line = item.line
    own = line.sole() if line is not None else None
    if line is None or own is None:
        return None
    label, value_start = item_label(line.words)
    before = line.folded[line.start : own.start]
    name = label_of(label if label and line.start + value_start <= own.start else before)
    if not name:
        return None
    behind = line.folded[own.end : line.end].strip(" .")
    return replace(own, label=name) if len(behind) <= _LONGEST_BEHIND or ")" in behind else None


_LONGEST_BEHIND = 12  # characters: a noun or a verb; what is longer says something else


def _of_unit(figures: Sequence[Figure], unit: str | None) -> Figure | None:
    fitting = [one for one in figures if one.unit == unit]
    return fitting[0] if len(fitting) == 1 else None


def _behind_total(siblings: Sequence[Item]) -> Iterator[Claim]:
    """○ 모두 388건 / ① 99건 / ② 57건 / ③ 232건: a mark of another kind takes the total apart."""
    order = 0
    while order < len(siblings):
        total = siblings[order]
        order += 1
        line = total.line if not total.children else None
        whole = line.sole() if line is not None and line.figures else None
        if line is None or whole is None:
            continue
        if not _TOTAL_WORD.search(line.folded[line.start : whole.start]):
            continue
        begin, kind = order, _mark(total)
        while order < len(siblings) and _mark(siblings[order]) not in {kind, None}:
            order += 1
        figures = [_own_figure(one) for one in siblings[begin:order]]
        parts = [one for one in figures if one is not None and one.unit == whole.unit]
        if len(parts) > 1 and len(parts) == len(figures):
            yield claim_of(whole, parts, Closure.CLOSED)


def _mark(item: Item) -> int | None:
    """The rank of the mark that an item begins with, None for none."""
    text = item.passage.text
    marker = marker_at(text, 0, len(text))
    return marker.rank if marker is not None else None


_SHARE_OF = re.compile(r"\s?\(\s?(?P<whole>[^()0-9]{2,30}?)의\s?$")


def _shares_among(siblings: Sequence[Item]) -> Iterator[Claim]:
    """심사한 사업비 : 1,972억 원 / 아낀 예산 : 102억 원 (심사한 사업비의 5.17%)."""
    known: dict[str, Figure] = {}
    for item in siblings:
        line = item.line
        if line is None or not line.figures:
            continue
        label, _ = item_label(line.words)
        for part, share in pairwise(line.figures):
            named = _SHARE_OF.fullmatch(line.folded, part.end, share.start)
            whole = known.get(named["whole"].strip()) if named else None
            if share.unit == "%" and whole is not None and whole.unit == part.unit:
                yield Claim(
                    relation=ArithmeticRelation.SHARE,
                    stated=share,
                    terms=(part, whole),
                    closure=Closure.CLOSED,
                )
        own = line.sole()
        if label and own is not None:
            known[label] = replace(own, label=label)


def _differences(roots: Sequence[Item]) -> Iterator[Claim]:
    """점수 82.86점 / 평균 76.65점 / 6.21점 높음: how far the two items before it differ."""
    items = _in_order(roots)
    for order, item in enumerate(items):
        line = item.line
        if line is None or not _DIFFERENCE.search(line.words):
            continue
        figures = line.outside()
        by = figures[-1] if figures else None
        if by is None or by.value is None or len(figures) > 2:
            continue
        is_fall = _FALL.match(line.folded, by.end, line.end) is not None
        if not is_fall and not _RISE.match(line.folded, by.end, line.end):
            continue
        earlier = list(figures[:-1])
        for one in reversed(items[max(0, order - 2) : order]):
            is_near = one.passage.section_id == item.passage.section_id
            own = one.line.outside() if is_near and one.line is not None else ()
            earlier.extend(figure for figure in own if figure.unit == by.unit)
        values = [one for one in earlier if one.unit == by.unit][:2]
        if len(values) == 2 and not values[0].doubt and not values[1].doubt:
            yield from _difference(values[0], values[1], by, is_fall=is_fall)


def _in_order(roots: Sequence[Item]) -> list[Item]:
    """All items as they are read, those under an item behind it."""
    found: list[Item] = []
    pending = list(reversed(roots))
    while pending:
        item = pending.pop()
        found.append(item)
        pending.extend(reversed(item.children))
    return found


def _difference(one: Figure, other: Figure, by: Figure, *, is_fall: bool) -> Iterator[Claim]:
    """The two in whichever order gives a rise or a fall, as the words have it."""
    if one.value is None or other.value is None or by.value is None:
        return
    larger, smaller = (one, other) if one.value >= other.value else (other, one)
    later, earlier = (smaller, larger) if is_fall else (larger, smaller)
    yield Claim(
        relation=ArithmeticRelation.CHANGE,
        stated=replace(by, value=-abs(by.value) if is_fall else by.value),
        terms=(later, earlier),
        closure=Closure.SUPPOSED,
    )
