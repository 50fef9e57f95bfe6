"""The arithmetic audit: every total, share and change whose figures are printed, reckoned again."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from corpus.arithmetic_changes import changes, shares
from corpus.arithmetic_facts import FactPlaces
from corpus.arithmetic_figures import Figure
from corpus.arithmetic_items import across_items, item_tree
from corpus.arithmetic_lines import Line, LineReader
from corpus.arithmetic_reckoning import Claim, Reckoning, ReckoningOptions, reckon
from corpus.arithmetic_tables import table_claims
from corpus.arithmetic_text import sums
from corpus.facts.labels import clean_name, heading_name, label_before
from corpus.facts.statements import statements
from corpus.facts.table_runs import TabledRun, tabled_runs
from corpus.types import ArithmeticAudit, ArithmeticTerm, Document, Fact, Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditOptions:
    """Bounds on what one audit carries."""

    longest_quote: int = 2_000
    """Characters; a longer table is quoted by the line of its total."""
    name_before: int = 80
    """Characters before a total in which its name is looked for, where no fact names it."""


def audit_arithmetic(
    document: Document,
    text: str,
    passages: Sequence[Passage],
    facts: Sequence[Fact],
    runs: Sequence[TabledRun] | None = None,
    lines: Sequence[Line] | None = None,
    *,
    options: AuditOptions | None = None,
    reckoning: ReckoningOptions | None = None,
) -> tuple[ArithmeticAudit, ...]:
    """Every audit of a document in reading order; `text` is its canonical text.

    `facts` are those of the document, so that each term can name the fact that it became; `runs`
    are its tables and `lines` its statements outside them, which are read here where the caller
    has not read them. Linear in the length of the text. Nothing is repaired: a contradiction is
    given as it is printed.
    """
    runs = tabled_runs(text, passages) if runs is None else runs
    tabled, of_tables = table_claims(text, runs)
    if lines is None:
        lines = _lines(document, text, [one for one in passages if one.id not in tabled])
    recorder = _Recorder(document, text, passages, lines, facts, options or AuditOptions())
    seen: set[tuple[int, ...]] = set()
    found: list[tuple[int, Claim, Reckoning]] = []
    for claim in chain(_in_lines(lines), across_items(item_tree(lines)), of_tables):
        places = tuple(one.start for one in (claim.stated, *claim.terms))
        if places in seen or len(set(places)) < len(places):
            continue  # two readers found the same; or one figure would follow from itself
        seen.add(places)
        result = reckon(claim, reckoning)
        if result is not None:
            found.append((min(places), claim, result))
    found.sort(key=lambda one: one[0])
    return tuple(recorder.audit(claim, result) for _, claim, result in found)


def _lines(document: Document, text: str, passages: Sequence[Passage]) -> list[Line]:
    reader = LineReader(text)
    for statement in statements(document, passages):
        reader.read(statement)
    return reader.lines


def _in_lines(lines: Sequence[Line]) -> Iterator[Claim]:
    before: Line | None = None
    for line in lines:
        if before is not None and _is_apart(before, line):
            before = None
        if line.figures:
            yield from chain(sums(line, before), shares(line), changes(line))
        before = line


def _is_apart(before: Line, line: Line) -> bool:
    """Whether a line does not go on from the one before it."""
    return before.statement.passage.section_id != line.statement.passage.section_id


class _Recorder:
    """Makes records of what was reckoned."""

    def __init__(
        self,
        document: Document,
        text: str,
        passages: Sequence[Passage],
        lines: Sequence[Line],
        facts: Sequence[Fact],
        options: AuditOptions,
    ) -> None:
        self.document, self.text, self.options = document, text, options
        self.places = FactPlaces(facts)
        self.spans = sorted((one.statement.start, one.statement.end) for one in lines)
        self.passages = sorted(passages, key=lambda one: one.start)
        self.starts = [one.start for one in self.passages]
        self.count = 0

    def audit(self, claim: Claim, result: Reckoning) -> ArithmeticAudit:
        """One claim and what it comes to, as a record."""
        stated = self._term(result.stated, result.unit)
        fact = self.places.fact_at(claim.stated, self._passage(claim.stated))
        terms = tuple(self._term(one, result.unit) for one in result.terms)
        start, end = self._quote((stated, *terms))
        passage = self._passage(claim.stated)
        audit = ArithmeticAudit(
            id=f"{self.document.id}/a{self.count:04d}",
            document_id=self.document.id,
            section_id=passage.section_id,
            passage_id=passage.id,
            municipality=fact.municipality if fact else self.document.municipality,
            name=fact.name if fact else self._name(claim, passage),
            fiscal_year=claim.fiscal_year or (fact.fiscal_year if fact else self._year()),
            relation=claim.relation,
            result=result.result,
            reason=result.reason,
            unit=result.unit,
            stated=stated,
            terms=terms,
            computed=result.computed,
            difference=result.difference,
            expression=result.expression,
            quote=self.text[start:end],
            start=start,
            end=end,
            page=passage.page,
        )
        self.count += 1
        return audit

    def _term(self, figure: Figure, unit: str | None) -> ArithmeticTerm:
        is_readable = figure.unit == unit or {figure.unit, unit} == {"%", "%p"}
        fact = self.places.fact_at(figure, self._passage(figure))
        return ArithmeticTerm(
            label=figure.label or (fact.name if fact else ""),
            raw_text=self.text[figure.start : figure.end],
            value=figure.value if is_readable else None,
            start=figure.start,
            end=figure.end,
            fact_id=fact.id if fact else None,
        )

    def _passage(self, figure: Figure) -> Passage:
        return self.passages[max(0, bisect_right(self.starts, figure.start) - 1)]

    def _quote(self, terms: Sequence[ArithmeticTerm]) -> tuple[int, int]:
        """The stretch that prints all terms, in whole statements or rows."""
        start, end = min(one.start for one in terms), max(one.end for one in terms)
        if end - start > self.options.longest_quote:
            start, end = terms[0].start, terms[0].end
        return self._statement(start)[0], self._statement(end - 1)[1]

    def _statement(self, at: int) -> tuple[int, int]:
        """The span of the statement that holds text[at], of the row where it is a table's."""
        order = bisect_right(self.spans, (at, len(self.text))) - 1
        if order >= 0 and at < self.spans[order][1]:
            return self.spans[order]
        passage = self.passages[max(0, bisect_right(self.starts, at) - 1)]
        begin = max(passage.start, self.text.rfind("\n", 0, at) + 1)
        stop = self.text.find("\n", at)
        return begin, min(passage.end, len(self.text) if stop < 0 else stop)

    def _name(self, claim: Claim, passage: Passage) -> str:
        """The words before the total, else the nearest heading that names something."""
        if claim.name:
            return claim.name
        path = tuple(one for one in passage.heading_path if " | " not in one)  # a table's head
        begin = max(passage.start, claim.stated.start - self.options.name_before)
        before = label_before(self.text[begin : claim.stated.start], 0, claim.stated.start - begin)
        return clean_name(before) or heading_name(path) or self.document.title

    def _year(self) -> int | None:
        years = self.document.fiscal_years
        return years[0] if len(years) == 1 else None
