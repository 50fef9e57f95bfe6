"""Readings: every figure that prose or a list prints, with what names it, its year and its set.

`공사 60건에서 12억원, 용역 18건에서 7천만원` has two sets, one of counts and one of amounts, with
the same two items; so have two lines of a list that are built alike. Only figures of one set were
measured alike, so only they may be ranked against each other.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

import corpus
import index
from assistant.changes import segments_of
from assistant.evidence import Evidence
from assistant.figures import Figure, Moment, read_figures
from assistant.grids import GridRow, grids_of
from assistant.matching import tight
from assistant.retrieve import Candidate
from assistant.sources import Source
from assistant.years import years_said


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingOptions:
    """Figures are read in the documents of the best `candidates`, in at most `documents` of them.

    What names an item has at most `longest` letters: more is a sentence and no name.
    """

    candidates: int = 30
    documents: int = 3
    longest: int = 28


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One figure of a source: `label` names it, `around` is all that its stretch says of it.

    `own` is the label where it stands right before this figure, '' where one before it has it.
    `years` are those printed with it, `span` is the line or sentence it stands in. `nth` counts the
    figures of its unit within its stretch, so that lines that are built alike can be told.
    """

    figure: Figure
    label: str
    own: str
    around: str
    years: frozenset[int]
    span: tuple[int, int]
    nth: int
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Figures of one unit and one measure, each of another item; `measure` is what they share."""

    members: tuple[Reading, ...]
    measure: str
    span: tuple[int, int]
    source: Source

    @property
    def total(self) -> Decimal:
        """What the figures add up to."""
        return sum((one.figure.value for one in self.members), Decimal(0))


_MARK = re.compile(r"^[\s○◦ㅇ❍●•·▲△▷■□◆※\-–*①-⑳>]+|^\(?(?:\d{1,2}|[가-하])[.)]\s")
_EDGE = re.compile(r"[,;△▲▷◦○•>;]|\s/\s|\s·\s|[①-⑳]|\n")
# What ends a clause: the words before it tell of the figure before.
_CLAUSE = re.compile(
    r"(?:[하되]고|이고|이며|으며|였고|했고|지만|으나|는데|[보르]면|[가-힣]{2}[은는] |:)\s?(?=[^\s)])"
)
_JOINED = re.compile(r"^[\s)\]’”]*(?:[와과](?=\s)|및\s|그리고\s|이어\s?|다음은\s)")
_BRACKET = re.compile(r"\([^()]*\)")
_PARTICLE = re.compile(r"(?:에서는|에서|에는|으로|은|는|이|가|을|를|의|에)$")
# A stretch that goes on from the figure before it names no item of its own.
_GOES_ON = re.compile(
    r"^(?:로|으로|에|에는|에서|을|를|의|이|가|은|는|보다|부터|까지|씩|인|중|가운데|이상|이하|대비)(?:\s|$)|"
    r"^이?[가나던]?\s?(?:중|가운데|드러나)|(?:^|보다|견주면|비교해|비해|만점|평균인)$|"
    r"^(?:지난해|작년|전년|올해|당초|기존|종전|목표|평균|각각|실적|오히려|조회)$"
)
_BOUNDARY = re.compile(r"(?:별로는|별로|중에서는|중에선|중에는)\s")
_LONE = re.compile(r"에서|으로|[은는이가을를의에로와과]|씩|약|-")
# Nouns whose last syllable is no particle.
_NOUN_END = re.compile(
    r"(?:[평휴국허물원단추참증농상인문작정]가|[회협건논합주심결유정]의|[달기만밀]도|[제합회결총]의|차이|높이|길이|어린이)$"
)
_SHORT = 2
_WORD = re.compile(r"[가-힣A-Za-z]")
_NAMED_CELL = re.compile(
    r"\|\s*(?P<name>[가-힣A-Za-z][가-힣A-Za-z·]{1,15})\s?\((?P<figure>\d[\d,]*(?:\.\d+)?)\s?(?P<unit>점|건|명|개)?\)"
    r"\s*(?=\|)"
)
_COUNTED = re.compile(r"(?:^|\s)(?:모두|총|전체|합계|계|소계|합쳐|평균)(?:\s|$)")
_FEWEST = 2


def sources_in(
    found: Sequence[Candidate], snapshot: index.Snapshot, options: ReadingOptions | None = None
) -> Iterator[Source]:
    """The sections of the documents that the best evidence stands in, each as one text.

    Not only passages that were found: what a figure is compared with may be said in other words.
    """
    options = options or ReadingOptions()
    bases: dict[str, Evidence] = {}
    for one in found[: options.candidates]:
        bases.setdefault(one.evidence.document.id, one.evidence)
    for base in list(bases.values())[: options.documents]:
        whole = snapshot.text(base.document.id) or ""
        request = index.RecordRequest(document_ids=(base.document.id,))
        runs: dict[tuple[str, tuple[str, ...]], list[corpus.Passage]] = defaultdict(list)
        for passage in sorted(snapshot.passages(request), key=lambda one: one.order):
            runs[passage.section_id, passage.heading_path].append(passage)
        for run in runs.values():
            start, end = run[0].start, run[-1].end
            evidence = replace(
                base,
                passage=run[0],
                start=start,
                end=end,
                quote=whole[start:end],
                facts=(),
                is_group=False,
            )
            yield Source(evidence=evidence, text=_without_rows(whole[start:end]), start=start)


def _without_rows(text: str) -> str:
    """A text whose table rows are blanks; of a table the cells are read (`assistant.cells`)."""
    lines = text.splitlines(keepends=True)
    return "".join(" " * (len(one) - 1) + one[-1] if one.count("|") > 1 else one for one in lines)


def readings_of(source: Source, options: ReadingOptions | None = None) -> tuple[Reading, ...]:
    """Every figure with a unit that a source prints, in order, with what names it."""
    options = options or ReadingOptions()
    text = source.text
    said = read_figures(text)
    found: list[Reading] = []
    for start, end in segments_of(text):
        own = [one for one in said.figures if start <= one.start < end and one.unit != "년"]
        moments = [one for one in said.moments if start <= one.start < end]
        blank = _blanked(text, start, end, [*own, *moments])
        seen: dict[tuple[str | None, int], int] = defaultdict(int)
        label = ""
        for number, figure in enumerate(own):
            same = [one for one in own[:number] if one.unit == figure.unit]
            back = same[-1].end if same else start
            near = _label(blank[back - start : figure.start - start], options)
            if near:
                label = near
            behind = own[number + 1].start if number + 1 < len(own) else end
            around = blank[back - start : behind - start]
            stretch = max(
                (at.end() for at in _EDGE.finditer(blank, 0, figure.start - start)), default=0
            )
            seen[figure.unit, stretch] += 1
            found.append(
                Reading(
                    figure=figure,
                    label=label,
                    own=near,
                    around=" ".join(around.split()),
                    years=_years(text, figure, moments, own),
                    span=(start, end),
                    nth=seen[figure.unit, stretch],
                    source=source,
                )
            )
    return tuple(found)


def _blanked(text: str, start: int, end: int, spans: Sequence[Figure | Moment]) -> str:
    """A stretch with blanks for its figures and dates, so that only its words are left."""
    blank = text[start:end]
    for one in spans:
        first, last = one.start - start, min(one.end, end) - start
        blank = blank[:first] + " " * (last - first) + blank[last:]
    return blank


def _label(text: str, options: ReadingOptions) -> str:
    """What names a figure: the words right before it, back to the separator before them."""
    text = _JOINED.sub("", text)
    text = _BRACKET.sub(lambda match: " " * len(match.group()), text)
    text = re.sub(r"[\s()\[\]:：→~]+$", "", text)
    for pattern in (_EDGE, _CLAUSE, _BOUNDARY):
        ends = [one.end() for one in pattern.finditer(text)]
        text = text[ends[-1] :] if ends else text
    text = _MARK.sub("", _JOINED.sub("", text))
    text = re.sub(r"^[^\w‘“'+]+", "", text)
    if _GOES_ON.search(text.rstrip(" (:")):
        return ""
    words = [one for one in text.split() if not _LONE.fullmatch(one)]
    if words and len(words[-1]) > _SHORT:
        words[-1] = words[-1] if _NOUN_END.search(words[-1]) else _PARTICLE.sub("", words[-1])
    label = " ".join(words)
    is_name = _WORD.search(label) and not _GOES_ON.search(label) and len(label) <= options.longest
    return label if is_name else ""


def _years(
    text: str, figure: Figure, moments: Sequence[Moment], own: Sequence[Figure]
) -> frozenset[int]:
    """The year printed with a figure: in a bracket right behind it, else said before it."""
    for one in moments:
        between = text[figure.end : one.start] if one.start >= figure.end else ""
        if re.fullmatch(r"\s?\(\s?", between) and re.match(r"\s?\)", text[one.end : one.end + 2]):
            return one.years
    before = [one for one in moments if one.end <= figure.start]
    if not before:
        return frozenset()
    opened = text.rfind("(", 0, before[-1].start)
    closed = text.find(")", before[-1].end)
    # '412건(2022년 390건) 가운데 12건': what stands in a bracket is not said of what follows it.
    is_shut = opened >= 0 and text.find(")", opened, before[-1].start) < 0
    if is_shut and before[-1].end <= closed < figure.start:
        return frozenset().union(*(one.years for one in before[:-1][-1:]))
    return before[-1].years


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
    for (span, _, _), members in by_span.items():
        whole = _whole(members)
        items = _without_parts([one for one in members if one.own and one is not whole])
        if _is_set(items):
            yield Row(members=tuple(items), measure="", span=span, source=items[0].source)


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
    """Whether a line is one item of a list: a mark or a name, and figures of that name alone."""
    return bool(line[0].label) and len({one.label for one in line if one.nth == 1}) == 1


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
    for members in by_place.values():
        whole = _whole(members)
        items = _without_parts([one for one in members if one is not whole])
        if len(members) == len(run) and _is_set(items):
            behind = [set(one.around.split()) for one in items]
            shared = set.intersection(*behind)
            measure = [one for one in items[0].around.split() if one in shared]
            span = (run[0][0].span[0], run[-1][0].span[1])
            yield Row(
                members=tuple(items),
                measure=" ".join(one for one in measure if _WORD.search(one)),
                span=span,
                source=items[0].source,
            )


def _head(one: Reading) -> str:
    """What a line calls itself before its colon ('시민회관 : 조명 교체 2억원'), '' for none."""
    text = one.source.text[one.span[0] : one.figure.start]
    name, colon, _ = text.partition(" : ")
    name = _MARK.sub("", name).strip()
    return name if colon and _WORD.search(name) and not re.search(r"\d", name) else ""


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


def _is_set(items: Sequence[Reading]) -> bool:
    """Whether figures are of items that differ: no bounds, no years, no whole among them."""
    if len(items) < _FEWEST or any(one.figure.bound or not one.figure.unit for one in items):
        return False
    labels = [tight(one.label) for one in items]
    is_plain = all(not years_said(one.label) and not _COUNTED.search(one.label) for one in items)
    is_dated = len({one.years for one in items}) > 1
    return is_plain and not is_dated and len(set(labels)) == len(labels)
