"""Rows: figures that a sentence, a list or a table sets side by side, each of another item."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

import index
from assistant.figures import Figure, read_figures
from assistant.grids import GridRow, grids_of
from assistant.matching import tight
from assistant.readings import LIST_MARK, WORD, Reading
from assistant.sources import Source
from assistant.years import years_said


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Figures of one unit and one measure, each of another item; `measure` is what they share.

    `unit_above` is the unit that the line above a list says for its bare numbers, '' for others.
    """

    members: tuple[Reading, ...]
    measure: str
    span: tuple[int, int]
    source: Source
    unit_above: str = ""

    @property
    def unit(self) -> str | None:
        """What the figures count, where the text says it."""
        return self.members[0].figure.unit or self.unit_above or None

    @property
    def total(self) -> Decimal:
        """What the figures add up to."""
        return sum((one.figure.value for one in self.members), Decimal(0))


_NAMED_CELL = re.compile(
    r"\|\s*(?P<name>[가-힣A-Za-z][가-힣A-Za-z·]{1,15})\s?"
    r"\((?P<figure>\d[\d,]*(?:\.\d+)?)\s?(?P<unit>점|건|명|개)?\)\s*(?=\|)"
)
_COUNTED = re.compile(r"(?:^|\s)(?:모두|총|전체|합계|계|소계|합쳐|평균)(?:\s|$)")
# '4개 분야 34개 사업' says twice how many there are, and 'of these' tells of a part.
_NO_ITEM = re.compile(r"분야|부문|영역|.*(?:가운데|(?<![가-힣])중)")
_KIND_ALONE = re.compile(r"[가-힣]{0,4}(?:사업|과제|공약|항목|지표|전략|단계|시책)")
_BOTH = re.compile(r"(?P<first>[가-힣·]{1,12})[과와]\s(?P<other>[가-힣·]{1,12}?)[이가은는]?\s각각")
_AHEAD = re.compile(r"(?:으로|로)\s(?:가장|제일)\s(?:많|크|컸|높)[^.]{0,6}\.?\s*(?:$|(?<=\.\s))")
_TOPIC = re.compile(r"[가-힣](?:은|는|면)\s")
_UNIT_ABOVE = re.compile(r"\((?:단위\s?[:：]\s?)?(?P<unit>개소|개사|[개건명곳점회])\)\s*[:：]?$")
_FEWEST = 2


def rows_of(readings: Sequence[Reading]) -> Iterator[Row]:
    """The sets that a source's figures make: within a line, and over lines that are built alike."""
    yield from _within(readings)
    yield from _over(readings)


def rows_in_grids(source: Source, said: str) -> Iterator[Row]:
    """The sets of a source's tables: rows of one kind, and cells that print a name and a figure.

    Rows are of one kind where a question says the word that all of them begin with and others do
    not ('현안 | 주차타워 | 51'); a whole column is ranked elsewhere (`assistant.cell_reckonings`).
    """
    quote = source.evidence.quote
    if "|" not in quote:
        return
    for grid in grids_of(quote):
        kinds: dict[str, list[GridRow]] = defaultdict(list)
        for row in grid.rows:
            kind, _, name = row.label.partition(" ")
            if name and len(kind) > 1 and kind in said:
                kinds[kind].append(row)
        for kind, rows in kinds.items():
            for n, head in enumerate(grid.heads):
                members = [_of_cell(row, n, source) for row in rows]
                items = [one for one in members if one is not None]
                if len(items) == len(rows) < len(grid.rows) and _is_set(items):
                    span = (grid.start, grid.end)
                    yield Row(
                        members=tuple(items), measure=f"{kind} {head}", span=span, source=source
                    )
    yield from _of_named_cells(source)


def _of_cell(row: GridRow, n: int, source: Source) -> Reading | None:
    cell = row.cells[n]
    figures = read_figures(cell.said).figures if cell is not None else ()
    if len(figures) != 1:
        return None
    label = row.label.partition(" ")[2]
    return Reading(
        figure=figures[0],
        label=label,
        own=label,
        around=row.label,
        years=frozenset(),
        span=(row.start, row.end),
        nth=1,
        source=source,
    )


def _of_named_cells(source: Source) -> Iterator[Row]:
    """A table whose cells are 'NAME (98.4)': who came first, and with how much."""
    quote = source.evidence.quote
    found: list[Reading] = []
    lines = [one for one in re.finditer(r"[^\n]+", quote) if one.group().count("|") > 1]
    for line in lines:
        for cell in _NAMED_CELL.finditer(quote, line.start(), line.end()):
            start, end = cell.span("figure")
            figure = Figure(
                start=start,
                end=end,
                stop=end,
                value=Decimal(cell["figure"].replace(",", "")),
                unit=cell["unit"] or None,
            )
            found.append(
                Reading(
                    figure=figure,
                    label=cell["name"],
                    own=cell["name"],
                    around=cell["name"],
                    years=frozenset(),
                    span=line.span(),
                    nth=1,
                    source=source,
                )
            )
    is_set = len({one.figure.unit for one in found}) == 1 and len(found) > len(lines) // 2
    if is_set and len({one.label for one in found}) == len(found) >= _FEWEST:
        span = (lines[0].start(), lines[-1].end())
        yield Row(members=tuple(found), measure="", span=span, source=source)


def _within(readings: Sequence[Reading]) -> Iterator[Row]:
    by_span: dict[tuple[tuple[int, int], str | None, int], list[Reading]] = defaultdict(list)
    for one in readings:
        by_span[one.span, one.figure.unit, _bracket(one)].append(one)
    for (span, _, _), alike in by_span.items():
        members = [each for one in alike for each in _each(one)]
        whole = _whole(members)
        items = _without_parts([one for one in members if one.own and one is not whole])
        leader = _leader(readings, items[0]) if items else None
        if leader is not None:
            items, span = [leader, *items], (leader.span[0], span[1])
        if _is_set(items):
            yield Row(members=tuple(items), measure="", span=span, source=items[0].source)


def _each(one: Reading) -> list[Reading]:
    """A reading for each of two items that one figure is said of ('교육과 복지가 각각 7개')."""
    both = _BOTH.fullmatch(one.label)
    return [replace(one, label=both[name]) for name in ("first", "other")] if both else [one]


def _leader(readings: Sequence[Reading], first: Reading) -> Reading | None:
    """What the sentence before a row says has the most of all ('교육이 14개로 가장 많다')."""
    earlier = [one for one in readings if one.span[1] <= first.span[0]]
    if not earlier or first.span[0] - earlier[-1].span[1] > 1:
        return None
    last = earlier[-1]
    alone = sum(one.span == last.span for one in earlier) == 1
    is_one = alone and last.figure.unit == first.figure.unit and bool(last.label)
    if not is_one or not _AHEAD.match(last.source.text, last.figure.stop):
        return None
    return replace(last, label=_TOPIC.split(last.label)[-1])


def _bracket(one: Reading) -> int:
    """Where the bracket opens that a figure and its name stand in; -1 for none.

    What a bracket holds are parts of the figure before it, unless it holds but the one figure.
    """
    text, start = one.source.text, one.span[0]
    opened = text.rfind("(", start, one.figure.start)
    is_inside = opened > text.rfind(")", start, one.figure.start)
    return opened if is_inside and text[opened + 1 : one.figure.start].strip() else -1


def _over(readings: Sequence[Reading]) -> Iterator[Row]:
    """Lines one below the other, each with one item: its first figure, second figure, …."""
    lines: list[list[Reading]] = []
    for one in readings:
        if lines and lines[-1][0].span == one.span:
            lines[-1].append(one)
        else:
            lines.append([one])
    run: list[list[Reading]] = []
    for line in [*lines, []]:
        if line and _is_item(line) and (not run or _follows(run[-1], line)):
            run.append(line)
            continue
        yield from _columns(run)
        run = [line] if line and _is_item(line) else []


def _is_item(line: Sequence[Reading]) -> bool:
    """Whether a line is one item of a list: a mark or a name, and figures of that name alone.

    What a bracket says behind the figure ('총사업비 180억원 (국비 90)') is of a part of it.
    """
    first = line[0]
    own = [one for one in line if one.nth == 1 and _bracket(one) < first.figure.end]
    return bool(first.label) and len({one.label for one in own}) == 1


def _follows(line: Sequence[Reading], other: Sequence[Reading]) -> bool:
    text = line[0].source.text
    first, last = line[0].span[1], other[0].span[0]
    mark = _mark(text, line[0].span[0])
    is_next = not text[first:last].strip() and text[first:last].count("\n") == 1
    return is_next and mark == _mark(text, other[0].span[0])


def _mark(text: str, at: int) -> str:
    line = text[text.rfind("\n", 0, at) + 1 : at + 4]
    match = re.match(r"\s*([^\w\s]|\d{1,2}[.)]|[가-하][.)])?", line)
    shape = match.group() if match else ""
    return re.sub(r"\d+|[가-하]", "1", shape.strip())


def _columns(run: Sequence[Sequence[Reading]]) -> Iterator[Row]:
    if len(run) < _FEWEST:
        return
    by_place: dict[tuple[str | None, int], list[Reading]] = defaultdict(list)
    for line in run:
        count: dict[str | None, int] = defaultdict(int)
        for one in line:
            count[one.figure.unit] += 1
            by_place[one.figure.unit, count[one.figure.unit]].append(
                replace(one, label=_head(one) or line[0].label)
            )
    is_numbered = _mark(run[0][0].source.text, run[0][0].span[0])[:1] == "1"
    for (unit, _), found in by_place.items():
        unit_above = "" if unit else _unit_above(run[0][0])
        members = found if unit or unit_above else []
        if len({one.label for one in members}) == 1 or any(" (" in one.label for one in members):
            members = [replace(one, label=_before_bracket(one)) for one in members]
        whole = _whole(members)
        items = [one for one in members if one is not whole]
        # Lines that are numbered stand beside each other, none of them below another.
        items = items if is_numbered else _without_parts(items)
        if len(members) == len(run) and _is_set(items, unit_above):
            behind = [set(one.around.split()) for one in items]
            shared = set.intersection(*behind)
            measure = [one for one in items[0].around.split() if one in shared]
            span = (run[0][0].span[0], run[-1][0].span[1])
            yield Row(
                members=tuple(items),
                measure=" ".join(one for one in measure if WORD.search(one)),
                span=span,
                source=items[0].source,
                unit_above=unit_above,
            )


def _head(one: Reading) -> str:
    """What a line calls itself before its colon ('시민회관 : 조명 교체 2억원'), '' for none."""
    text = one.source.text[one.span[0] : one.figure.start]
    name, colon, _ = text.partition(" : ")
    # The gate reads the words of a figure from the last comma on.
    return _name(name) if colon and "," not in name else ""


def _before_bracket(one: Reading) -> str:
    """What stands before the bracket that holds a figure and its measure, else what names it.

    `든든한 복지 (성과지표 24개)` tells of the aim, as do all lines of its list.
    """
    opened = _bracket(one)
    name = _name(one.source.text[one.span[0] : opened]) if opened >= 0 else ""
    return name or one.label


def _name(text: str) -> str:
    """A stretch of a line as a name, '' where it has no letters or prints figures itself."""
    name = LIST_MARK.sub("", text).strip()
    is_figure = any(one.unit is not None for one in read_figures(name).figures)
    return name if WORD.search(name) and not is_figure else ""


def _unit_above(first: Reading) -> str:
    """The unit that the line above a list says for all of its numbers ('지표 수(개)'), or ''."""
    above = first.source.text[: first.span[0]].rstrip()
    unit = _UNIT_ABOVE.search(above[above.rfind("\n") + 1 :])
    return unit["unit"] if unit else ""


def _whole(members: Sequence[Reading]) -> Reading | None:
    """The one figure that all the others of its set add up to."""
    total = sum((one.figure.value for one in members), Decimal(0))
    wholes = [one for one in members if one.figure.value * 2 == total]
    return wholes[0] if len(wholes) == 1 and len(members) > _FEWEST else None


def _without_parts(items: Sequence[Reading]) -> list[Reading]:
    """The items less those that the one before them is made up of ('자체 110억, 세금 17억, …')."""
    kept: list[Reading] = []
    at = 0
    while at < len(items):
        total, behind = Decimal(0), at + 1
        while behind < len(items) and total < items[at].figure.value:
            total += items[behind].figure.value
            behind += 1
        kept.append(items[at])
        is_whole = total == items[at].figure.value and behind - at > _FEWEST
        at = behind if is_whole else at + 1
    return kept


def _is_set(items: Sequence[Reading], unit_above: str = "") -> bool:
    """Whether figures are of items that differ: no bounds, no years, no whole among them."""
    if len(items) < _FEWEST or any(one.figure.bound for one in items):
        return False
    if not unit_above and not all(one.figure.unit for one in items):
        return False
    labels = [tight(one.label) for one in items]
    if any(_NO_ITEM.fullmatch(one.label.strip()) for one in items):
        return False
    if len(items) == _FEWEST and any(_KIND_ALONE.fullmatch(one.label.strip()) for one in items):
        return False
    is_plain = all(not years_said(one.label) and not _COUNTED.search(one.label) for one in items)
    is_dated = len({one.years for one in items}) > 1
    return is_plain and not is_dated and len(set(labels)) == len(labels)


def are_weights(row: Row, snapshot: index.Snapshot) -> bool:
    """Whether the figures of a row are what the parts of an evaluation may give at most (배점)."""
    if row.unit not in {"점", "%"}:
        return False
    document = row.source.evidence.document.id
    facts = snapshot.facts(index.RecordRequest(document_ids=(document,)))
    start, end = (row.source.start + at for at in row.span)
    said = {(one.figure.value, one.figure.unit) for one in row.members}
    inside = [
        one
        for one in facts
        if one.start < end
        and start < one.end
        and said & {(read.value, read.unit) for read in read_figures(one.raw_text).figures}
    ]
    return bool(inside) and all("weight" in one.flags for one in inside)
