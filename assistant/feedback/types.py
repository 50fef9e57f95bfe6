"""Feedback as it is kept: what the citizen got, what they say of it, and what staff make of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from assistant.types import AnswerStatus


class Verdict(StrEnum):
    """What a citizen says of an answer."""

    HELPFUL = "helpful"
    NOT_HELPFUL = "not_helpful"


class Reason(StrEnum):
    """Why an answer did not help."""

    WRONG_FIGURE = "wrong_figure"
    WRONG_PLACE_OR_YEAR = "wrong_place_or_year"
    NOT_ANSWERED = "not_answered"
    HARD_TO_UNDERSTAND = "hard_to_understand"
    UNFITTING_SOURCE = "unfitting_source"
    OTHER = "other"


class Decision(StrEnum):
    """What staff decided: an accepted row is exported as a question of the evaluation."""

    PENDING = "pending"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A citation as the citizen got it: the quote, its document and file, and where it stands."""

    number: int
    document_id: str
    source: str
    quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A question and the answer that was given to it, as its receipt vouches for them."""

    question: str
    history: tuple[str, ...]
    language: str | None
    municipality: str | None
    status: AnswerStatus
    answer: str
    snapshot_id: str
    citations: tuple[Cited, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What staff say a right answer is.

    `kind` is one of `rows.KINDS` or `rows.CATEGORIES`; of a category (no answer is there),
    `statuses` are the right ones. `expected` are groups of variants parted by '|': of each group
    one has to be said. `evidence` is a stretch of the document `source`, letter for letter.
    """

    decision: Decision
    kind: str = ""
    statuses: tuple[AnswerStatus, ...] = ()
    expected: tuple[str, ...] = ()
    source: str = ""
    evidence: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    """One piece of feedback; `id` is that of the answer's receipt, `given_at` exact to the minute.

    `order` rises with each row that is kept, and is 0 before it is.
    """

    id: str
    given_at: datetime
    given: Given
    verdict: Verdict
    reason: Reason | None
    comment: str
    review: Review
    order: int = 0
