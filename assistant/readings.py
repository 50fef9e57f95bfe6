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

import corpus
import index
from assistant.changes import segments_of
from assistant.evidence import Evidence
from assistant.figures import Figure, Moment, read_figures
from assistant.retrieve import Candidate
from assistant.sources import Source


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


LIST_MARK = re.compile(r"^[\s○◦ㅇ❍●•·▲△▷■□◆※\-–*①-⑳>]+|^\(?(?:\d{1,2}|[가-하])[.)]\s")
_NUMBERED = re.compile(r"\s*\(?\d{1,2}[.)]\s")
_EDGE = re.compile(r"[,;△▲▷◦○•>;]|\s/\s|\s·\s|[①-⑳]|\n")
# What ends a clause: the words before it tell of the figure before.
_CLAUSE = re.compile(
    r"(?:[하되]고|이고|이며|으며|였고|했고|지만|으나|는데|[보르]면|[가-힣]{2}[은는] |:)\s?"
    r"(?=[^\s)])"
)
_COMMA = re.compile(r"[,;]\s|\s/\s|(?:이고|이며|으며|지만|으나|는데|였고)[,\s]|\n")
_JOINED = re.compile(r"^[\s)\]’”]*(?:[와과](?=\s)|및\s|그리고\s|이어\s?|다음은\s)")
_BRACKET = re.compile(r"\([^()]*\)")
_PARTICLE = re.compile(r"(?:에서는|에서|에는|으로|은|는|이|가|을|를|의|에)$")
# A stretch that goes on from the figure before it names no item of its own.
_GOES_ON = re.compile(
    r"^(?:로|으로|에|에는|에서|을|를|의|이|가|은|는|보다|부터|까지|씩|인|중|가운데|이상|이하|대비)(?:\s|$)|"
    r"^이?[가나던]?\s?(?:중(?=\s|$)|가운데|드러나)|(?:^|보다|견주면|비교해|비해|만점|평균인)$|"
    r"^(?:지난해|작년|전년|올해|당초|기존|종전|목표|평균|각각|실적|오히려|조회)$"
)
_BOUNDARY = re.compile(r"(?:별로는|별로|중에서는|중에선|중에는)\s")
_LONE = re.compile(r"에서|으로|[은는이가을를의에로와과]|씩|약|-")
# Nouns whose last syllable is no particle.
_NOUN_END = re.compile(
    r"(?:[평휴국허물원단추참증농상인문작정]가|[회협건논합주심결유정]의|[달기만밀]도|[제합회결총]의|차이|높이|길이|어린이)$"
)
_SHORT = 2
WORD = re.compile(r"[가-힣A-Za-z]")


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
        numbered = _NUMBERED.match(text, start, end)
        first = numbered.end() if numbered else start
        own = [one for one in said.figures if first <= one.start < end and one.unit != "년"]
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
            around = _around(blank, start, own, number)
            stretch = max(
                (at.end() for at in _EDGE.finditer(blank, 0, figure.start - start)), default=0
            )
            seen[figure.unit, stretch] += 1
            found.append(
                Reading(
                    figure=figure,
                    label=label,
                    own=near,
                    around=around,
                    years=_years(text, figure, moments, own),
                    span=(start, end),
                    nth=seen[figure.unit, stretch],
                    source=source,
                )
            )
    return tuple(found)


def _around(blank: str, start: int, own: Sequence[Figure], number: int) -> str:
    """The words before and behind a figure, up to the separators that part it from others.

    A figure in a bracket right behind it ('135억원(3.5%) 절감') parts nothing.
    """
    figure = own[number]
    same = [one for one in own[:number] if one.unit == figure.unit]
    back = same[-1].end - start if same else 0
    if number:
        commas = list(_COMMA.finditer(blank, own[number - 1].end - start, figure.start - start))
        back = commas[-1].end() if commas else back
    ahead = len(blank)
    for one in own[number + 1 :]:
        between = blank[figure.end - start : one.start - start]
        if between.count("(") == between.count(")"):
            comma = _COMMA.search(blank, figure.end - start, one.start - start)
            ahead = comma.start() if comma else one.start - start
            break
    return " ".join(blank[back:ahead].split())


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
    text = re.sub(r"[\s()\[\]:：→~/]+$", "", text)
    for pattern in (_EDGE, _CLAUSE, _BOUNDARY):
        ends = [one.end() for one in pattern.finditer(text)]
        text = text[ends[-1] :] if ends else text
    text = LIST_MARK.sub("", _JOINED.sub("", text))
    text = re.sub(r"^[^\w‘“'+]+", "", text)
    if _GOES_ON.search(text.rstrip(" (:")):
        return ""
    words = [one for one in text.split() if not _LONE.fullmatch(one)]
    if words and len(words[-1]) > _SHORT:
        words[-1] = words[-1] if _NOUN_END.search(words[-1]) else _PARTICLE.sub("", words[-1])
    label = " ".join(words)
    is_name = WORD.search(label) and not _GOES_ON.search(label) and len(label) <= options.longest
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
