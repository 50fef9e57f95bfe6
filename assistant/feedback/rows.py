"""Feedback as JSON: as it is stored, as staff read it, and as rows of the evaluation.

An evaluation row has the fields of the question sets that `python -m tests.evaluation` asks
(tests/evaluation/sets/README.md).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from datetime import datetime
from pathlib import PurePosixPath
from typing import Any

import orjson

from assistant.feedback.types import Cited, Decision, Feedback, Given, Reason, Review, Verdict
from assistant.types import AnswerStatus
from assistant.wire import Row

KINDS = (
    *("budget", "indicator", "howmany", "list", "schedule", "contact", "aggregate", "comparison"),
    *("trajectory", "share", "rank", "growth", "who", "purpose", "organisation", "project"),
    *("audit", "integrity", "evaluation", "policy"),
)
"""What a question that the documents answer asks for."""

CATEGORIES = (
    *("other_city", "other_year", "one_city_only", "missing_figure", "truncated"),
    *("false_premise", "off_topic", "advice", "preference", "unsafe", "personal_data"),
)
"""Why a question has no answer in the documents."""

DECLINING = tuple(one for one in AnswerStatus if one is not AnswerStatus.ANSWERED)
"""The statuses that may be right for a question of a category."""

_ID_PREFIX = "fb-"


def given_text(given: Given) -> str:
    """What was asked and answered, as it is stored."""
    return orjson.dumps(asdict(given)).decode()


def review_text(review: Review) -> str:
    """What staff decided, as it is stored."""
    return orjson.dumps(asdict(review)).decode()


def feedback_of(row: tuple[Any, ...]) -> Feedback:
    """A stored row as the record; the columns are those that the store selects."""
    order, feedback_id, given_at, verdict, reason, comment, given, review = row
    return Feedback(
        id=feedback_id,
        given_at=datetime.fromisoformat(given_at),
        given=_given_of(orjson.loads(given)),
        verdict=Verdict(verdict),
        reason=Reason(reason) if reason else None,
        comment=comment,
        review=_review_of(orjson.loads(review)),
        order=order,
    )


def staff_row(feedback: Feedback) -> Row:
    """Everything that is kept of one piece of feedback."""
    return {
        "id": feedback.id,
        "order": feedback.order,
        "given_at": feedback.given_at.isoformat(),
        "verdict": feedback.verdict.value,
        "reason": feedback.reason.value if feedback.reason else None,
        "comment": feedback.comment,
        **asdict(feedback.given),
        "review": asdict(feedback.review),
    }


def evaluation_rows(found: Iterable[Feedback]) -> Iterator[Row]:
    """The accepted ones as rows of a question set, oldest first."""
    for one in sorted(found, key=lambda one: one.order):
        if one.review.decision is Decision.ACCEPTED:
            yield _evaluation_row(one)


def lines(rows: Iterable[Row]) -> bytes:
    """JSON lines."""
    return b"".join(orjson.dumps(row) + b"\n" for row in rows)


def _evaluation_row(feedback: Feedback) -> Row:
    given, review = feedback.given, feedback.review
    row: Row = {
        "id": _ID_PREFIX + feedback.id,
        "question": given.question,
        # The language of the answer follows from the question unless the reader chose one.
        **({"lang": given.language} if given.language else {}),
        **({"history": list(given.history)} if given.history else {}),
        **({"municipality": given.municipality} if given.municipality else {}),
        "must_contain": list(review.expected),
    }
    is_declined = review.kind in CATEGORIES
    # Only what is said of a document has to be cited: an answer or a correction.
    if review.evidence and (not is_declined or AnswerStatus.CORRECTED in review.statuses):
        row |= {"doc": PurePosixPath(review.source).name, "evidence": review.evidence}
    if is_declined:
        return row | {
            "category": review.kind,
            "answerable": False,
            "status": "|".join(review.statuses),
            "why": review.note,
        }
    return row | {"kind": review.kind, "answer": " ".join(review.expected), "hard": False}


def _given_of(row: Mapping[str, Any]) -> Given:
    return Given(
        **{
            **row,
            "history": tuple(row["history"]),
            "status": AnswerStatus(row["status"]),
            "citations": tuple(Cited(**one) for one in row["citations"]),
        }
    )


def _review_of(row: Mapping[str, Any]) -> Review:
    return Review(
        **{
            **row,
            "decision": Decision(row["decision"]),
            "statuses": tuple(AnswerStatus(one) for one in row["statuses"]),
            "expected": tuple(row["expected"]),
        }
    )
