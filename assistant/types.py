"""What leaves this room: Question, Answer, Citation, Calculation and AnswerStatus."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

import corpus


class AnswerStatus(StrEnum):
    """How a question ended; 'cannot answer' is a status like any other, never an exception."""

    ANSWERED = "answered"
    CORRECTED = "corrected"
    NOT_FOUND = "not_found"
    OUT_OF_SCOPE = "out_of_scope"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What a person asks, with the questions they asked before (oldest first)."""

    text: str
    history: tuple[str, ...] = ()
    language: str | None = None
    municipality: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A quote that stands in a document: canonical text[start:end] == quote."""

    number: int
    document: corpus.Document
    section: tuple[str, ...]
    page: corpus.Page
    quote: str
    start: int
    end: int
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Calculation:
    """Arithmetic that is shown: expression with units, result, and the citations used."""

    expression: str
    result: str
    inputs: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What goes back: words, the quotes they rest on, and the facts and arithmetic behind them.

    `timings_ms` holds the milliseconds that each step took, by the step's name. `composer` says
    whose words the answer's own are where a language model is configured: 'language_model' or
    'default'; None where there is no choice. `places` and `years` are what the question was
    understood to be about, whether it said so or those before it: the next one may go on from them.
    """

    status: AnswerStatus
    text: str
    language: str
    snapshot_id: str
    citations: tuple[Citation, ...] = ()
    calculations: tuple[Calculation, ...] = ()
    facts: tuple[corpus.Fact, ...] = ()
    query: str | None = None
    timings_ms: dict[str, float] = field(default_factory=dict)
    composer: str | None = None
    places: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
