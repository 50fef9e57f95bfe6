"""Questions that evidence meets and does not decide: of which place, of what rank, by what name."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.cut_off import is_cut_off
from assistant.decline import Decline, needed, topic_of
from assistant.evidence import Evidence
from assistant.graded import is_grade_unsaid
from assistant.replies import Reason
from assistant.retrieve import Candidate, Retrieved
from assistant.select import SelectOptions, select
from assistant.shares import is_share_missing
from assistant.superlative import SuperlativeOptions, is_unranked, rival_places
from assistant.understand import Understanding
from assistant.unknowns import is_untold
from assistant.unnamed import is_unnamed

UNMET = frozenset({Reason.NO_RANK, Reason.NO_VALUE, Reason.NO_EVIDENCE})
"""Reasons that say that no statement answers, though one that is worded otherwise still may."""


def undecided(
    asked: Understanding,
    retrieved: Retrieved,
    good: Sequence[Candidate],
    superlative: SuperlativeOptions,
    options: SelectOptions,
) -> Decline | None:
    """A question that evidence meets, but that leaves open which place or set it is about."""
    rivals = rival_places(asked, good, superlative)
    if rivals:
        return Decline(reason=Reason.WHICH_PLACE, near_places=rivals)
    if is_grade_unsaid(asked, retrieved):
        return Decline(reason=Reason.NO_EVIDENCE)
    chosen = select(asked, retrieved, good, options)
    if is_unnamed(asked, chosen):
        return Decline(reason=Reason.NO_EVIDENCE)
    if is_cut_off(asked, chosen):
        return Decline(reason=Reason.CUT_OFF)
    if is_unranked(asked, chosen):
        return Decline(reason=Reason.NO_RANK)
    if is_share_missing(asked, chosen):
        korean = asked.wording == "ko"
        return Decline(reason=Reason.NO_VALUE, topic="비율은" if korean else "share")
    return None


def stating(
    asked: Understanding,
    retrieved: Retrieved,
    good: tuple[Candidate, ...],
    options: SelectOptions,
) -> tuple[Candidate, ...]:
    """Of the good candidates those that state the rank, share or names the best ones leave out."""

    def leaves_out(evidence: Sequence[Evidence]) -> bool:
        is_missing = is_unranked(asked, evidence) or is_share_missing(asked, evidence)
        return is_missing or is_unnamed(asked, evidence)

    if not good or not leaves_out(select(asked, retrieved, good, options)):
        return ()
    wanted = set(needed(asked))
    return tuple(
        one for one in good if wanted <= set(one.holds) and not leaves_out((one.evidence,))
    )


def unknown(asked: Understanding, retrieved: Retrieved) -> Decline | None:
    """A value of which the documents themselves say that it is not known."""
    wanted = needed(asked)
    if not wanted or not is_untold(asked, retrieved.candidates):
        return None
    return Decline(reason=Reason.NO_VALUE, topic=topic_of(wanted[0], asked.wording))
