"""Columns: figures of one kind that a list or a table of one document prints side by side."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import corpus
import index
from assistant.evidence import Evidence
from assistant.matching import MatchOptions, Texts, match_strength, tight, tight_published
from assistant.points import Point, points_of
from assistant.retrieve import Candidate
from assistant.understand import Term, Understanding


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnOptions:
    """Columns are read in the documents of the best `candidates`, in at most `documents` of them.

    A column is what a question speaks of where the words around it meet at least `least_met` of
    the question's own words by weight (`least_met_english` of an English question, whose words
    are met through their renderings); a word that is met only by an item's own name is not. A
    word of general use counts `general_share` and one that asks for a measure `measure_share`,
    so that they decide only between columns that are otherwise even.
    """

    candidates: int = 30
    documents: int = 4
    least_met: float = 0.75
    least_met_english: float = 0.5
    general_share: float = 0.5
    measure_share: float = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One item of a column: the words that name it there, and its figure."""

    label: str
    point: Point


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """Items of one unit and year in one passage, or in one list of a section.

    `head` is what a table or its heading calls the items, `measure` what is measured, `lead` the
    line right above. `is_closed` marks a table or list of which each item has its figure here.
    """

    entries: tuple[Entry, ...]
    evidence: Evidence
    head: str
    measure: str
    lead: str
    is_closed: bool

    @property
    def unit(self) -> str:
        """The unit of every figure."""
        return self.entries[0].point.unit

    @property
    def year(self) -> int | None:
        """The year of every figure, None where none is printed or inferred."""
        return self.entries[0].point.year

    def texts(self) -> Texts:
        """What the column stands under, nearest first, as words are looked for in it."""
        document = self.evidence.document
        near = " ".join((self.head, self.measure, self.lead))
        stems = " ".join(_forms(near))
        return Texts(
            quote=tight_published(f"{near} {stems}"),
            headings=tight_published(" ".join(self.evidence.headings)),
            title=tight_published(f"{document.title} {document.publisher or ''}"),
        )


_NO_ITEM = frozenset({"threshold", "range", "change", "goal", "before_change", "difference"})
_MARK = re.compile(r"^[\s○❍●•·▲△▷■◆※\-–*①-⑳]+")
_BETWEEN = re.compile(r"[,;(（:：|/·]|[①-⑳▲△▷○]|(?<!\d)\d[\d,.]*\s?[가-힣%]{0,3}\s?[,(]")
_BRACKET = re.compile(r"\([^()]*\)")
_COUNTED_UP = re.compile(r"^(?:모두|총|전체|합계|계)(?:\s|$)|\s(?:모두|총|각각|약)$")
_TOTAL = re.compile(r"(?:합|총|소)?\s?계$|전체$")
_RULE = re.compile(r"^[\s|:\-–]+$")


def columns_of(
    asked: Understanding,
    good: Sequence[Candidate],
    snapshot: index.Snapshot,
    options: ColumnOptions | None = None,
) -> tuple[Column, ...]:
    """Every column of the documents that the best evidence of the place and year stands in."""
    options = options or ColumnOptions()
    fitting = [one for one in good[: options.candidates] if one.fits_place]
    documents = {one.evidence.document.id: one.evidence.document for one in fitting}
    found: list[Column] = []
    for document in list(documents.values())[: options.documents]:
        found += _columns(document, snapshot)
    return tuple(one for one in found if _is_of_year(one, asked))


def met(
    asked: Understanding,
    column: Column,
    named: Iterable[Entry] = (),
    options: ColumnOptions | None = None,
    *,
    aside: frozenset[str] = frozenset(),
) -> float:
    """How much of the question stands around a column, 0 to 1, the words `aside` left out.

    Words of the entries that the question names are theirs, and count neither way.
    """
    options = options or ColumnOptions()
    texts = column.texts()
    labels = [tight(one.label + " ".join(_forms(one.label))) for one in named]
    total = reached = 0.0
    for term in asked.terms:
        if tight(term.form) in aside or any(
            _is_of_label(tight(word), label) for label in labels for word in _ways(term)
        ):
            continue
        weight = _weight(term, options)
        strength = match_strength(
            term.form, texts, MatchOptions(), renderings=term.renderings, may_be_misspelt=False
        )
        total += weight
        reached += weight * strength
    return reached / total if total else 1.0


def enough(asked: Understanding, options: ColumnOptions | None = None) -> float:
    """How much of a question a column must meet to be what it speaks of."""
    options = options or ColumnOptions()
    return options.least_met if asked.language == "ko" else options.least_met_english


def is_named(entry: Entry, asked: Understanding, said: str = "") -> bool:
    """Whether the question names an item: its whole name, or each of its content words."""
    label = tight(entry.label)
    text = tight(said or asked.text)
    if len(label) > 1 and label in text:
        return True
    words = re.findall(r"[가-힣A-Za-z0-9]+", entry.label)
    if asked.language != "ko":
        return _is_pieced(label, [tight(way) for term in asked.terms for way in term.renderings])
    return len(words) > 1 and all(
        re.search(rf"(?<![가-힣]){re.escape(word)}", said or asked.text) for word in words
    )


def _is_pieced(label: str, ways: Sequence[str]) -> bool:
    """Whether a name is put together of pieces of the words that a question may mean."""
    at = 0
    while at < len(label):
        longest = max(
            (end for end in range(at + 2, len(label) + 1) if _has(label[at:end], ways)), default=0
        )
        if not longest:
            return False
        at = longest
    return bool(label)


def _has(piece: str, ways: Sequence[str]) -> bool:
    return any(piece in way for way in ways)


def _is_of_label(word: str, label: str) -> bool:
    """Whether a word stands in a name, or its last half does ('지방자치단체' in '기초자치단체')."""
    half = word[-max(2, len(word) // 2 + 1) :]
    return word in label or (len(word) > 3 and half in label)


def named_entries(column: Column, asked: Understanding, said: str = "") -> tuple[Entry, ...]:
    """The items that a question names, less those whose name is only a part of another's."""
    text = tight(said or asked.text)
    named = [one for one in column.entries if is_named(one, asked, said)]
    if not named:
        # 'A B C 사업' may be asked for by its last words where no other item ends in them.
        tails = {one: tight("".join(one.label.split()[-2:])) for one in column.entries}
        named = [
            one
            for one, tail in tails.items()
            if len(one.label.split()) > 2
            and tail in text
            and sum(tight(other.label).endswith(tail) for other in tails) == 1
        ]

    def is_inside(one: Entry) -> bool:
        """Whether the name stands nowhere but within a longer one ('적정' in '부적정')."""
        rest, own = text, tight(one.label)
        for other in named:
            longer = tight(other.label)
            if own != longer and own in longer:
                rest = rest.replace(longer, "|")
        return own not in rest and own in text

    return tuple(one for one in named if not is_inside(one))


def _forms(text: str) -> list[str]:
    """The words of a text in their plain form ('아끼' of '아낀')."""
    return [word.form for word in index.analyse(text)]


def _ways(term: Term) -> tuple[str, ...]:
    return (term.form, *term.renderings)


def _weight(term: Term, options: ColumnOptions) -> float:
    share = options.general_share if term.is_general else 1.0
    return term.weight * (options.measure_share if term.is_measure else share)


def _is_of_year(column: Column, asked: Understanding) -> bool:
    if not asked.figure_years:
        return True
    if column.year is not None:
        return column.year in asked.figure_years
    document = column.evidence.document
    around = " ".join((document.title, *column.evidence.headings))
    return any(year in document.fiscal_years or str(year) in around for year in asked.figure_years)


def _columns(document: corpus.Document, snapshot: index.Snapshot) -> Iterator[Column]:
    text = snapshot.text(document.id) or ""
    passages = sorted(
        snapshot.passages(index.RecordRequest(document_ids=(document.id,))),
        key=lambda one: one.order,
    )
    facts: defaultdict[str, list[corpus.Fact]] = defaultdict(list)
    for fact in snapshot.facts(index.RecordRequest(document_ids=(document.id,))):
        if not _NO_ITEM & set(fact.flags):
            facts[fact.passage_id].append(fact)
    lists: defaultdict[tuple[str, tuple[str, ...]], list[corpus.Passage]] = defaultdict(list)
    before = ""
    for passage in passages:
        members = (passage,)
        if "|" in passage.text:
            yield from _of_table(document, passage, facts[passage.id], before)
        else:
            lists[passage.section_id, passage.heading_path].append(passage)
            yield from _of_passages(document, members, facts, text)
        before = passage.text.splitlines()[-1] if passage.text else ""
    for listed in lists.values():
        if len(listed) > 1:
            yield from _of_passages(document, listed, facts, text)


def _of_table(
    document: corpus.Document,
    passage: corpus.Passage,
    facts: Sequence[corpus.Fact],
    lead: str,
) -> Iterator[Column]:
    rows = [line for line in passage.text.splitlines() if "|" in line and not _RULE.match(line)]
    header = _cells(rows[0]) if rows else []
    by_key: defaultdict[tuple[str, str, int | None], list[Entry]] = defaultdict(list)
    for fact in facts:
        row = next((one for one in rows[1:] if fact.quote.strip() in one), "")
        # A fact out of several rows is a course over the years, which its name tells.
        cells = _cells(row) or ([fact.name] if len(fact.values) > 1 else [])
        if not cells:
            continue
        at = next((n for n, cell in enumerate(cells) if n and cell == fact.raw_text.strip()), -1)
        measure = header[at] if 0 < at < len(header) else ""
        points = points_of(fact)
        for point in points:
            by_key[measure, point.unit, point.year].append(Entry(label=cells[0], point=point))
    # A total may leave a cell empty ('합계' of rates) without an item's figure being left out.
    items = sum(not _TOTAL.match(_cells(row)[0]) for row in rows[1:])
    for (measure, _, _), entries in by_key.items():
        if entries:
            yield Column(
                entries=tuple(entries),
                evidence=_evidence(document, passage, passage.start, passage.text, facts),
                head=header[0] if header else "",
                measure=measure,
                lead=lead,
                is_closed=sum(not _TOTAL.match(one.label) for one in entries) == items,
            )


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.strip().strip("|").split("|")] if row else []


def _of_passages(
    document: corpus.Document,
    passages: Sequence[corpus.Passage],
    facts: dict[str, list[corpus.Fact]],
    text: str,
) -> Iterator[Column]:
    start, end = passages[0].start, passages[-1].end
    own = [fact for passage in passages for fact in facts.get(passage.id, ())]
    by_key: defaultdict[tuple[str, int | None], list[Entry]] = defaultdict(list)
    for fact in own:
        label = _label(fact)
        for point in points_of(fact) if label else ():
            by_key[point.unit, point.year].append(Entry(label=label, point=point))
    heading = passages[0].heading_path[-1] if passages[0].heading_path else ""
    for entries in by_key.values():
        if entries:
            owners = [one.point.fact.passage_id for one in entries]
            yield Column(
                entries=tuple(entries),
                evidence=_evidence(document, passages[0], start, text[start:end], own),
                head=heading,
                measure="",
                lead="" if len(passages) > 1 else passages[0].text,
                is_closed=sorted(owners) == sorted(one.id for one in passages),
            )


def _label(fact: corpus.Fact) -> str:
    """The words right before a figure in its own line, back to the mark or figure before it."""
    at = re.search(rf"(?<![\d,.]){re.escape(fact.raw_text)}", fact.quote)
    if at is None:
        return ""
    line = fact.quote[: at.start()].rpartition("\n")[2]
    line = re.sub(r"\s?[:：]\s?(?:모두|총)?\s?$", "", line)
    line = _MARK.sub("", line)
    # A bracket that closes before the figure belongs to the name: 'A(B) : 12건'.
    masked = _BRACKET.sub(lambda match: "_" * len(match.group()), line)
    last = max((match.end() for match in _BETWEEN.finditer(masked)), default=0)
    line = _MARK.sub("", line[last:]).strip()
    return _COUNTED_UP.sub("", line).strip() or fact.name


def _evidence(
    document: corpus.Document,
    passage: corpus.Passage,
    start: int,
    quote: str,
    facts: Sequence[corpus.Fact],
) -> Evidence:
    return Evidence(
        document=document,
        passage=passage,
        start=start,
        end=start + len(quote),
        quote=quote,
        facts=tuple(facts),
        hit_score=1.0,
        cosine=1.0,
    )
