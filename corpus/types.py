"""What leaves this room: frozen records, each of which knows where it came from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

Value = Decimal | str
"""A figure (exact) or a grade, rank or ratio as printed ('가', '2등급', '3:7')."""


class FactKind(StrEnum):
    """What a fact is about; the value is the name used in dumps and in the API."""

    BUDGET = "budget"
    INDICATOR = "indicator"
    PROJECT = "project"
    STATISTIC = "statistic"
    AUDIT = "audit"
    POLICY = "policy"
    EVALUATION = "evaluation"
    EVENT = "event"
    ORGANISATION = "organisation"
    CONTACT = "contact"
    DIRECTION = "direction"


class Phase(StrEnum):
    """At which stage of planning or of the budget cycle a value stands."""

    BASELINE = "baseline"
    ACTUAL = "actual"
    PLANNED = "planned"
    PROPOSED = "proposed"
    APPROVED = "approved"
    ADJUSTED = "adjusted"
    EXECUTED = "executed"


class ArithmeticRelation(StrEnum):
    """Which printed figures must fit together, and how."""

    SUM = "sum"
    """The parts add up to the total."""
    SHARE = "share"
    """A part is the printed percentage of its whole."""
    CHANGE = "change"
    """The later value less the earlier one is the printed change."""


class AuditResult(StrEnum):
    """What reckoning printed figures again shows; a contradiction is reported, never repaired."""

    AGREES = "agrees"
    DISAGREES = "disagrees"
    CANNOT_TELL = "cannot_tell"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Where a span stands on paper: the printed page number, and the sheet counted from 1."""

    printed: str | None = None
    physical: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A span of time as ISO 8601 dates of whatever precision was printed ('2021', '2021-06')."""

    start: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FactValue:
    """One value of a fact in one year."""

    year: int | None = None
    value: Value | None = None
    phase: Phase | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One published document; `inferred` names the fields that the catalogue did not give.

    For a digest (`is_digest`) title, publisher, date and address are those of the document that
    it digests. `licence` is a KOGL type ('KOGL-1' … 'KOGL-4') or 'unknown'.
    """

    id: str
    source: str
    title: str
    municipality: str | None
    publisher: str | None
    document_type: str
    fiscal_years: tuple[int, ...]
    published_on: date | None
    source_url: str | None
    licence: str
    language: str
    sha256: str
    is_digest: bool
    is_truncated: bool
    supersedes: str | None
    inferred: tuple[str, ...] = ()

    def __hash__(self) -> int:
        return hash(self.id)  # readers remember what they found by document, again and again


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading and everything under it, subsections included: canonical text[start:end]."""

    id: str
    document_id: str
    heading_path: tuple[str, ...]
    order: int
    start: int
    end: int
    page: Page = Page()

    @property
    def heading(self) -> str:
        """The section's own heading, '' for the part of a document before its first heading."""
        return self.heading_path[-1] if self.heading_path else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch that can be cited on its own; text == canonical text[start:end], unchanged.

    `heading_path` is the section's path followed by the bullets that this one stands under.
    `digest` is a hash of the text, the same for the same words wherever they stand.
    """

    id: str
    document_id: str
    section_id: str
    heading_path: tuple[str, ...]
    order: int
    text: str
    start: int
    end: int
    page: Page
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One thing a document states, as data, with the span that states it.

    `value` is the headline value and `values` its course over the years; `unit` is None where none
    is printed and none can be inherited. `amount_krw` is whole won. `comparator` is 'at_least',
    'at_most', 'more_than', 'less_than' or None. `account` and `funding_source` are glossary code
    names. `raw_text` is the value as printed; `quote` == canonical text[start:end]. `doubts` are
    codes (`corpus.DOUBTS`) for what the document does not say clearly enough of it: a fact with a
    doubt is kept for finding its passage, and is not published as data unless it is asked for.
    """

    id: str
    document_id: str
    section_id: str
    passage_id: str
    kind: FactKind
    municipality: str | None
    name: str
    value: Value | None
    values: tuple[FactValue, ...]
    unit: str | None
    amount_krw: int | None
    raw_text: str
    fiscal_year: int | None
    period: Period | None
    organisation: str | None
    comparator: str | None
    account: str | None
    funding_source: str | None
    quote: str
    start: int
    end: int
    page: Page
    flags: tuple[str, ...]
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ArithmeticTerm:
    """One printed figure of a reckoning; canonical text[start:end] == raw_text.

    `value` is in the audit's unit, None where the figure cannot be read in it. `fact_id` names the
    fact that the same figure became, None where it became none.
    """

    label: str
    raw_text: str
    value: Decimal | None
    start: int
    end: int
    fact_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArithmeticAudit:
    """Printed figures that must fit together, reckoned again, with the span that prints them.

    `stated` is the figure that follows from `terms` (the total, the part or the change); `computed`
    is what they give and `difference` is stated less computed, both in `unit` and None where it
    cannot be reckoned. `reason` is a code that says why the result is what it is ('exact',
    'rounding', 'differs', 'open_list', 'approximate', 'unit_unknown', 'part_unread').
    `expression` is the reckoning in figures as printed. `quote` == canonical text[start:end].
    """

    id: str
    document_id: str
    section_id: str
    passage_id: str
    municipality: str | None
    name: str
    fiscal_year: int | None
    relation: ArithmeticRelation
    result: AuditResult
    reason: str
    unit: str | None
    stated: ArithmeticTerm
    terms: tuple[ArithmeticTerm, ...]
    computed: Decimal | None
    difference: Decimal | None
    expression: str
    quote: str
    start: int
    end: int
    page: Page


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesPoint:
    """One value of a series: what one fact of one document says of one year."""

    year: int
    value: Value
    phase: Phase | None
    fact_id: str
    document_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """The same indicator of the same government, in one unit, in every document that states it.

    `points` are in order of year, then of the documents' days; `document_ids` oldest first.
    `conflicts` are the years for which documents print different values in the same phase: each
    value is kept.
    """

    id: str
    municipality: str
    kind: FactKind
    name: str
    unit: str | None
    points: tuple[SeriesPoint, ...]
    document_ids: tuple[str, ...]
    conflicts: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of canonical text that was left out of the passages, and why."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that was read from one document: its canonical text and the records in it."""

    document: Document
    text: str
    sections: tuple[Section, ...]
    passages: tuple[Passage, ...]
    facts: tuple[Fact, ...]
    left_out: tuple[Span, ...]
    audits: tuple[ArithmeticAudit, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Excluded:
    """A file or catalogue row that is not served, with the reason in both languages."""

    source: str
    code: str
    message_ko: str
    message_en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """Every document that could be read, and what could not; `digest` names this content.

    `series` links the facts of all documents that are about one indicator.
    """

    readings: tuple[Reading, ...]
    excluded: tuple[Excluded, ...]
    digest: str
    series: tuple[Series, ...] = ()
