"""Traces: what every step of an answer gave, and which of two readings of a question to keep."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.compose import Draft
from assistant.decline import Decline
from assistant.evidence import Evidence
from assistant.grammar import Asked
from assistant.points import Computed
from assistant.replies import Reason
from assistant.retrieve import Retrieved
from assistant.types import Answer, AnswerStatus
from assistant.understand import Understanding
from assistant.verify import Verdict

_UNSAID = frozenset({Reason.NO_EVIDENCE, Reason.OTHER_PLACE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """What each step gave, for `explain`; None for a step that was not reached."""

    understanding: Understanding
    retrieved: Retrieved | None
    evidence: tuple[Evidence, ...]
    computed: Computed | None
    draft: Draft | None
    verdict: Verdict | None
    decline: Decline | None
    answer: Answer


def settles(glossed: Trace) -> bool:
    """Whether the gloss was reckoned from, so that the question as it stands need not be read."""
    is_why = glossed.understanding.asks(Asked.REASON)
    is_answered = glossed.answer.status is AnswerStatus.ANSWERED
    return is_answered and glossed.computed is not None and not is_why


def better(direct: Trace, glossed: Trace) -> Trace:
    """Of the two readings of an English question, the one to answer it by.

    The gloss is read as exactly as Korean is, so it goes before the question as it stands, unless
    its words are not those of the documents: the question has more ways to say each.
    """
    answered = AnswerStatus.ANSWERED
    if direct.answer.status is not answered:
        is_why = glossed.understanding.asks(Asked.REASON)
        is_open = direct.answer.status is AnswerStatus.NOT_FOUND and not is_why
        return glossed if glossed.answer.status is answered and is_open else direct
    if glossed.answer.status is answered:
        is_reckoned = direct.computed is not None and direct.computed.kind is not Asked.COUNT
        # A list is counted or summed over the citations of its items.
        is_reckoned |= any(len(one.inputs) > 1 for one in direct.answer.calculations)
        return direct if is_reckoned and glossed.computed is None else glossed
    is_unsaid = glossed.decline is not None and glossed.decline.reason in _UNSAID
    is_told = direct.computed is not None or (direct.draft is not None and direct.draft.facts)
    is_sure = is_told or direct.understanding.is_follow_up
    return direct if is_unsaid or is_sure else glossed
