"""Why a question is not answered, and what is there instead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import corpus
import index
from assistant.evidence import places_spoken_of
from assistant.grammar import Asked
from assistant.replies import Reason, replies
from assistant.retrieve import Candidate, Retrieved
from assistant.understand import Scope, Understanding

_OUT_OF_SCOPE = {
    Scope.UNSAFE: Reason.UNSAFE,
    Scope.PERSONAL: Reason.PERSONAL,
    Scope.OFF_TOPIC: Reason.OFF_TOPIC,
}
_NUMERIC = (
    Asked.AMOUNT,
    Asked.COUNT,
    Asked.RATIO,
    Asked.GRADE,
    Asked.DATE,
    Asked.DURATION,
    Asked.CONTACT,
    Asked.PERSON,
    Asked.REASON,
)
_TOPICS = {
    Asked.AMOUNT: ("금액은", "amount"),
    Asked.COUNT: ("수치는", "number"),
    Asked.RATIO: ("비율은", "rate"),
    Asked.GRADE: ("등급은", "grade"),
    Asked.DATE: ("시기는", "date"),
    Asked.DURATION: ("기간은", "period"),
    Asked.CONTACT: ("연락처는", "contact"),
    Asked.PERSON: ("사람은", "person"),
    Asked.REASON: ("이유는", "reason"),
    Asked.LIST: ("목록은", "list"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclineOptions:
    """Where evidence stops being evidence.

    `least_coverage` is the weighted share of the question's words that a quote and its headings
    must meet, less `leniency` where search put the statement first (`found_first`) and it holds
    what is asked; words with more than `most_lost` of the weight may not be missing unless
    coverage reaches `sure`. A value counts only in a statement whose coverage
    is within `coverage_gap` of the best. Learned on the development questions.
    """

    least_coverage: float = 0.52
    least_coverage_english: float = 0.42
    coverage_gap: float = 0.2
    sure: float = 0.75
    most_lost: float = 0.39
    found_first: float = 0.95
    leniency: float = 0.06


@dataclass(frozen=True, slots=True, kw_only=True)
class Decline:
    """A refusal to be said: its reason and the words for what is there instead."""

    reason: Reason
    topic: str = ""
    years: tuple[int, ...] = ()
    near_years: tuple[int, ...] = ()
    near_places: tuple[str, ...] = ()


def out_of_scope(asked: Understanding) -> Decline | None:
    """A question that is turned away before anything is looked up."""
    reason = _OUT_OF_SCOPE.get(asked.scope)
    return Decline(reason=reason) if reason else None


def judge(
    asked: Understanding, retrieved: Retrieved, options: DeclineOptions | None = None
) -> Decline | None:
    """None if the best evidence answers the question; otherwise why it does not.

    The order matters: another place is told before another year, and both before a missing value,
    since that is how a near miss is understood.
    """
    options = options or DeclineOptions()
    if not retrieved.candidates:
        return Decline(reason=Reason.NO_EVIDENCE)
    enough = [one for one in retrieved.candidates if covers(one, asked, retrieved, options)]
    if not enough:
        if asked.places and not any(one.fits_place for one in retrieved.candidates[:10]):
            return Decline(reason=Reason.OTHER_PLACE)
        return Decline(reason=Reason.NO_EVIDENCE)
    placed = [one for one in enough if one.fits_place]
    if not placed:
        asked_names = {place.korean for place in asked.places}
        near = [name for one in enough[:3] for name in places_spoken_of(one.evidence)]
        return Decline(
            reason=Reason.OTHER_PLACE,
            near_places=tuple(dict.fromkeys(name for name in near if name not in asked_names)),
        )
    numbered = [one for one in placed if one.fits_ordinal]
    if not numbered:
        return Decline(
            reason=Reason.OTHER_NUMBER, topic=", ".join((*asked.ordinals, *asked.halves))
        )
    timed = [one for one in numbered if one.fits_year]
    if not timed:
        years = sorted({year for one in numbered[:2] for year in one.evidence.years()})
        return Decline(
            reason=Reason.OTHER_YEAR, years=asked.years + asked.bare_years, near_years=tuple(years)
        )
    wanted = needed(asked)
    if wanted and not holders(timed, wanted, options):
        return Decline(reason=Reason.NO_VALUE, topic=_topic(wanted[0], asked.language))
    return None


def holders(
    candidates: Sequence[Candidate], wanted: tuple[Asked, ...], options: DeclineOptions
) -> tuple[Candidate, ...]:
    """Those that hold the kinds of value wanted and are as much about the question as the best.

    A value in a statement that meets clearly fewer of the question's words is another one's value.
    """
    best = max((one.coverage for one in candidates), default=0.0)
    return tuple(
        one
        for one in candidates
        if set(wanted) <= set(one.holds) and one.coverage >= best - options.coverage_gap
    )


def covers(
    one: Candidate, asked: Understanding, retrieved: Retrieved, options: DeclineOptions
) -> bool:
    """Whether a candidate meets enough of the question's words to be about the same thing."""
    if asked.language != "ko":
        best = max(other.coverage for other in retrieved.candidates)
        least = max(options.least_coverage_english, best - options.coverage_gap)
        return one.coverage >= least
    least = options.least_coverage
    if (
        one.fits
        and one.evidence.hit_score >= options.found_first
        and set(needed(asked)) <= set(one.holds)
    ):
        least -= options.leniency
    if one.coverage < least:
        return False
    if one.coverage >= options.sure:
        return True
    lost = sum(retrieved.weights.get(word, 0.0) for word in one.missing)
    return lost <= options.most_lost * sum(retrieved.weights.values())


def needed(asked: Understanding) -> tuple[Asked, ...]:
    """The kind of value without which there is no answer; a reason outranks what it is about."""
    for kind in (Asked.REASON, Asked.CONTACT, Asked.PERSON):
        if asked.asks(kind):
            return (kind,)
    if asked.asks(Asked.LIST) and (asked.wants_list or asked.nth is not None):
        return (Asked.LIST, Asked.AMOUNT) if asked.asks(Asked.AMOUNT) else (Asked.LIST,)
    if asked.asks(Asked.AMOUNT) and asked.asks(Asked.COUNT) and not asked.unit:
        return ()  # '점수는 얼마' asks for a figure of any kind
    for kind in asked.kinds:
        if kind in _NUMERIC:
            return (kind,)
    return ()


def _topic(kind: Asked, language: str) -> str:
    korean, english = _TOPICS.get(kind, ("값은", "value"))
    return korean if language == "ko" else english


def words_of(decline: Decline, asked: Understanding, documents: Sequence[corpus.Document]) -> str:
    """The refusal in the question's language, with what is there instead."""
    table = replies()
    language = asked.language
    places = sorted({one.municipality for one in documents if one.municipality})
    there = table["there"].said(language, places=", ".join(places[:8])) if places else ""
    if decline.near_years:
        there = table["near_year"].said(language, years=", ".join(map(str, decline.near_years)))
    elif decline.near_places:
        there = table["near_place"].said(language, places=", ".join(decline.near_places))
    named = [place.korean if language == "ko" else place.english for place in asked.places]
    named = list(dict.fromkeys(named))
    return table[decline.reason.value].said(
        language,
        there=there,
        place=", ".join(named),
        years=", ".join(map(str, decline.years)),
        topic=decline.topic,
    )


def all_documents(snapshot: index.Snapshot) -> tuple[corpus.Document, ...]:
    """Every document that is served, for saying what is there."""
    return snapshot.documents(index.RecordRequest())
