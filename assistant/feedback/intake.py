"""Feedback and reviews as they arrive: checked, bounded, and masked before they are a record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeVar

from assistant.feedback.masks import mask
from assistant.feedback.receipts import Receipts
from assistant.feedback.rows import CATEGORIES, DECLINING, KINDS
from assistant.feedback.types import Cited, Decision, Feedback, Given, Reason, Review, Verdict
from assistant.intake import IntakeOptions, check_question, check_text
from assistant.problems import RequestError
from assistant.types import AnswerStatus, Question

Choice = TypeVar("Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True, kw_only=True)
class FormOptions:
    """How much may be written: a few sentences of comment, and of a review what a question set
    has in its longest rows. `max_deleted` rows at once are ten pages of the list: enough to clear
    a full box soon, and a transaction that makes nobody wait."""

    max_comment_characters: int = 1_000
    max_expected: int = 20
    max_evidence_characters: int = 2_000
    max_deleted: int = 500


def check_feedback(
    content: Mapping[str, Any],
    *,
    receipts: Receipts,
    now: datetime,
    intake: IntakeOptions,
    options: FormOptions,
) -> Feedback:
    """A record out of untrusted values, its receipt checked and personal data masked.

    `content` has the question's fields as they were asked (`question`, `history`, `language`,
    `municipality`); of the reply `status`, `answer`, `snapshot`, `citations` and `receipt` as they
    came; `verdict`, and with 'not_helpful' a `reason`; `comment` if they like.
    """
    question = check_question(content, intake)
    verdict = choice("verdict", content.get("verdict"), Verdict)
    is_explained = verdict is Verdict.NOT_HELPFUL
    reason = choice("reason", content.get("reason"), Reason) if is_explained else None
    comment = optional_text("comment", content.get("comment"), options.max_comment_characters)
    receipt_id = receipts.check(content.get("receipt"), question, content)
    return Feedback(
        id=receipt_id,
        given_at=now.replace(second=0, microsecond=0),
        given=_masked(_given(question, content)),
        verdict=verdict,
        reason=reason,
        comment=mask(comment),
        review=Review(decision=Decision.PENDING),
    )


def check_review(content: Mapping[str, Any], options: FormOptions) -> Review:
    """What staff decided, out of untrusted values; an accepted one has all that its row needs."""
    decision = choice("decision", content.get("decision"), Decision)
    most = options.max_evidence_characters
    kind = optional_text("kind", content.get("kind"), most)
    if kind and kind not in (*KINDS, *CATEGORIES):
        raise RequestError("unknown_value", field="kind")
    statuses = tuple(choice("statuses", one, AnswerStatus) for one in _list(content, "statuses"))
    review = Review(
        decision=decision,
        kind=kind,
        statuses=tuple(one for one in DECLINING if one in statuses),
        # Not masked: the right answer may be the number of an office that a document prints.
        expected=tuple(
            check_text("expected", one, limit=options.max_comment_characters)
            for one in _list(content, "expected")
        ),
        source=optional_text("source", content.get("source"), most),
        evidence=optional_text("evidence", content.get("evidence"), most),
        note=mask(optional_text("note", content.get("note"), options.max_comment_characters)),
    )
    if len(review.expected) > options.max_expected:
        raise RequestError("too_many_items", field="expected", limit=options.max_expected)
    if decision is Decision.ACCEPTED:
        _require_whole(review)
    return review


def check_ids(content: Mapping[str, Any], options: FormOptions) -> tuple[str, ...]:
    """The ids of the rows to delete, out of untrusted values, each once.

    Raises RequestError 'empty_text', 'not_text', 'not_a_list' or 'too_many_items'.
    """
    ids = tuple(dict.fromkeys(_id(one) for one in _list(content, "ids")))
    if not ids:
        raise RequestError("empty_text", field="ids")
    if len(ids) > options.max_deleted:
        raise RequestError("too_many_items", field="ids", limit=options.max_deleted)
    return ids


def choice(field: str, value: object, choices: type[Choice]) -> Choice:
    """One of a fixed set; RequestError 'unknown_choice', which names them, otherwise."""
    try:
        return choices(str(value))
    except ValueError:
        names = ", ".join(choices)
        raise RequestError("unknown_choice", field=field, choices=names) from None


def optional_text(field: str, value: object, limit: int) -> str:
    """One line of clean text, '' where there is none."""
    if value is None or (isinstance(value, str) and not value.strip()):
        return ""
    return check_text(field, value, limit=limit)


def _require_whole(review: Review) -> None:
    is_declined = review.kind in CATEGORIES
    needed = {
        "kind": review.kind,
        "statuses": review.statuses or not is_declined,
        "expected": review.expected or is_declined,
        "source": review.source or (is_declined and not review.evidence),
        "evidence": review.evidence or is_declined,
    }
    for field, value in needed.items():
        if not value:
            raise RequestError("empty_text", field=field)


def _id(value: object) -> str:
    if not isinstance(value, str):
        raise RequestError("not_text", field="ids")
    return value


def _list(content: Mapping[str, Any], field: str) -> Sequence[object]:
    found = content.get(field)
    if found is None:
        return ()
    if not isinstance(found, list):
        raise RequestError("not_a_list", field=field)
    return [one for one in found if one != ""]


def _given(question: Question, reply: Mapping[str, Any]) -> Given:
    # The receipt has proved that these are what the server sent, so they have its types.
    return Given(
        question=question.text,
        history=question.history,
        language=question.language,
        municipality=question.municipality,
        status=AnswerStatus(reply["status"]),
        answer=reply["answer"],
        snapshot_id=reply["snapshot"],
        citations=tuple(
            Cited(
                number=one["number"],
                document_id=one["document"]["id"],
                source=one["document"]["source"],
                quote=one["quote"],
                start=one["start"],
                end=one["end"],
            )
            for one in reply["citations"]
        ),
    )


def _masked(given: Given) -> Given:
    question = mask(given.question)
    history = tuple(map(mask, given.history))
    municipality = mask(given.municipality) if given.municipality else None
    is_changed = (question, history, municipality) != (
        given.question,
        given.history,
        given.municipality,
    )
    return replace(
        given,
        question=question,
        history=history,
        municipality=municipality,
        # An answer may repeat what was typed; else its numbers are those of public documents.
        answer=mask(given.answer) if is_changed else given.answer,
    )
