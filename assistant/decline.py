"""Why a question is not answered, and what is there instead."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import corpus
import index
from assistant.advice import advice_of
from assistant.answered import without_answered
from assistant.errands import errand_of
from assistant.evidence import Evidence, places_spoken_of
from assistant.fitting import years_above
from assistant.grammar import Asked, values_asked
from assistant.heads import heads_of, is_of_budget, speaks_of
from assistant.introductions import introduction_of
from assistant.lines import is_labelled
from assistant.offices import Office
from assistant.on_hand import nearest_places, place_names, what_is_there
from assistant.ranks import ranks_said
from assistant.replies import Reason, replies
from assistant.retrieve import Candidate, Retrieved
from assistant.rounds import halves_said, neighbours, said_round
from assistant.telling import tells_apart
from assistant.turns import is_unturned
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
# '관광객 수 목표는 얼마', '보급률은 얼마': what is asked how much of is no money.
_COUNTABLE = re.compile(
    r"[가-힣]\s?(?:수|[율률]|량|도|면적|인구|지수|비중)\s?(?:목표|실적|현황|추이)?치?[은는이가]?\s?얼마"
)
# What is the most of its kind no statement tells by being about the kind.
_MOST = re.compile(r"최[다고저소대]|최[상하]위|꼴[찌등]|[일1]등")
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
    must meet, and words with more than `most_lost` of the weight may not be missing unless
    coverage reaches `sure`. Of a statement that holds what is asked and scores `assured` only words
    count as missing that some document has: what else speaks for it outweighs the asker's own. Of
    an English question, statements of the place asked about are weighed against those of other
    places unless one meets `own_english` of its words. A value counts only in a statement whose
    coverage is within `coverage_gap` of the best, or `labelled_gap` where its label names the kind
    of value and leaves it to what stands above to say of what.
    `python -m tests.evaluation.learn --what assistant` weighs all of these against other values.
    A question that no statement meets well is put down to its place where none of the best
    `placed` statements is of it.

    Of what is there instead, the best `near` statements tell other places and years; at most
    `most_named` of either are named, so that a refusal stays a sentence.
    """

    least_coverage: float = 0.52
    least_coverage_english: float = 0.42
    own_english: float = 0.55
    coverage_gap: float = 0.2
    labelled_gap: float = 0.35
    sure: float = 0.75
    most_lost: float = 0.39
    assured: float = 0.6
    placed: int = 10
    near: int = 3
    most_named: int = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Decline:
    """A refusal to be said: its reason and the words for what is there instead."""

    reason: Reason
    topic: str = ""
    years: tuple[int, ...] = ()
    near_years: tuple[int, ...] = ()
    near_places: tuple[str, ...] = ()
    near_rounds: tuple[str, ...] = ()


def out_of_scope(asked: Understanding) -> Decline | None:
    """A question that is turned away before anything is looked up."""
    reason = _OUT_OF_SCOPE.get(asked.scope)
    if reason in {None, Reason.OFF_TOPIC}:
        reason = introduction_of(asked.text) or advice_of(asked.text) or reason
        reason = errand_of(asked.text) or reason if reason in {None, Reason.OFF_TOPIC} else reason
    return Decline(reason=reason) if reason else None


def is_small_talk(text: str) -> bool:
    """Whether nothing that is asked afterwards leans on a text: a greeting, thanks, an errand."""
    return introduction_of(text) is not None or errand_of(text) is not None


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
        if asked.places and not any(
            one.fits_place for one in retrieved.candidates[: options.placed]
        ):
            return Decline(reason=Reason.OTHER_PLACE)
        return Decline(reason=Reason.NO_EVIDENCE)
    placed = [one for one in enough if one.fits_place]
    if not placed:
        asked_names = {place.korean for place in asked.places}
        near = [name for one in enough[: options.near] for name in places_spoken_of(one.evidence)]
        return Decline(
            reason=Reason.OTHER_PLACE,
            near_places=tuple(dict.fromkeys(name for name in near if name not in asked_names)),
        )
    numbered = [one for one in placed if one.fits_ordinal]
    if not numbered:
        return Decline(
            reason=Reason.OTHER_NUMBER,
            topic=", ".join((*map(said_round, asked.ordinals), *asked.halves, *_ranks(asked))),
            near_rounds=_near_rounds(asked, placed[: options.near]),
        )
    timed = [one for one in numbered if one.fits_year]
    if not timed:
        wanted_years = asked.years + asked.bare_years
        return Decline(
            reason=Reason.OTHER_YEAR,
            years=wanted_years,
            near_years=nearest_years(wanted_years, numbered, options),
        )
    wanted = needed(asked)
    found = answering(asked, timed, wanted, options)
    for other in _other_measures(asked) if wanted and not found else ():
        if not found and (found := holders(timed, other, options)):
            wanted = other
    if found and not _speak_of_it(found, wanted[0], asked):
        return Decline(reason=Reason.NO_VALUE, topic=topic_of(wanted[0], asked.wording))
    if found and all(is_unturned(asked, one.evidence) for one in found):
        return Decline(reason=Reason.UNTOLD)
    if wanted and not found:
        wanted_years = asked.years + asked.bare_years
        if wanted_years and (others := holders(numbered, wanted, options)):
            # The value is printed, but of other years than the one asked about.
            return Decline(
                reason=Reason.OTHER_YEAR,
                years=wanted_years,
                near_years=nearest_years(wanted_years, others, options),
            )
        return Decline(reason=Reason.NO_VALUE, topic=topic_of(wanted[0], asked.wording))
    return None


def _other_measures(asked: Understanding) -> tuple[tuple[Asked, ...], ...]:
    """The other values that are asked for at once ('점수와 등급', '누가 몇 명'), () for one alone.

    They seldom stand in one sentence, and each tells that the thing itself is spoken of.
    """
    if values_asked(asked.text) <= 1 and not (asked.asks(Asked.GRADE) and asked.unit == "점"):
        return ()
    return tuple((one,) for one in asked.kinds if one in _NUMERIC and one not in needed(asked))


def _speak_of_it(found: Sequence[Candidate], kind: Asked, asked: Understanding) -> bool:
    """Whether any of the holders of a value prints it of the very thing that is counted."""
    heads = heads_of(asked)
    return any(
        is_of_budget(one, asked) and (not heads or speaks_of(one, heads, asked, kind))
        for one in found
    )


def _ranks(asked: Understanding) -> tuple[str, ...]:
    return tuple(f"{one}급" for one in sorted(ranks_said(asked.text)))


def _near_rounds(asked: Understanding, candidates: Sequence[Candidate]) -> tuple[str, ...]:
    """The other rounds, or else halves of a year, that statements about the same thing speak of."""
    texts = [" ".join((*one.evidence.headings, one.evidence.quote)) for one in candidates]
    rounds = tuple(map(said_round, neighbours(asked.ordinals, texts)))
    if rounds or not asked.halves:
        return rounds
    said = [
        half
        for one in candidates
        for half in halves_said(one.evidence.quote) or halves_said(" ".join(one.evidence.headings))
    ]
    return tuple(dict.fromkeys(said))


def answering(
    asked: Understanding,
    candidates: Sequence[Candidate],
    wanted: tuple[Asked, ...],
    options: DeclineOptions,
) -> tuple[Candidate, ...]:
    """The holders of the kinds wanted; where none speaks of the thing itself, those that do."""
    found = holders(candidates, wanted, options) if wanted else ()
    if not found or _speak_of_it(found, wanted[0], asked):
        return found
    spoken = [one for one in candidates if _speak_of_it((one,), wanted[0], asked)]
    return holders(spoken, wanted, options) or found


def holders(
    candidates: Sequence[Candidate], wanted: tuple[Asked, ...], options: DeclineOptions
) -> tuple[Candidate, ...]:
    """Those that hold the kinds of value wanted and are as much about the question as the best.

    A value in a statement that meets clearly fewer of the question's words is another one's value,
    unless everything else speaks so much for it that it ranks first.
    """
    kept = []
    for one in candidates:
        if not set(wanted) <= set(one.holds):
            continue
        # A wider stretch around a statement meets more words and says no more of its value.
        rivals = [other for other in candidates if not _is_around(other.evidence, one.evidence)]
        best = max(other.coverage for other in rivals)
        is_first = all(one.score > other.score for other in rivals if other is not one)
        has_label = all(is_labelled(one.evidence.quote, kind) for kind in wanted)
        gap = options.labelled_gap if has_label else options.coverage_gap
        if is_first or one.coverage >= best - gap:
            kept.append(one)
    return tuple(kept)


def _is_around(wider: Evidence, one: Evidence) -> bool:
    is_within = wider.start <= one.start and one.end <= wider.end
    is_wider = wider.end - wider.start > one.end - one.start
    return wider.document.id == one.document.id and is_within and is_wider


def covers(
    one: Candidate, asked: Understanding, retrieved: Retrieved, options: DeclineOptions
) -> bool:
    """Whether a candidate meets enough of the question's words to be about the same thing."""
    said = (one.evidence.quote, *one.evidence.headings, one.evidence.document.title)
    if any(tells_apart(word, asked.text, " ".join(said)) for word in one.missing):
        return False
    is_assured = one.score >= options.assured and one.fits
    if is_assured and set(needed(asked)) <= set(one.holds):
        printed = [word for word in one.missing if word in retrieved.known or _MOST.search(word)]
        printed = without_answered(printed, one.holds)
        if retrieved.share_of(printed) <= options.most_lost:
            return True
    if asked.language != "ko":
        own = max((other.coverage for other in retrieved.candidates if other.fits_place), default=0)
        best = max(other.coverage for other in retrieved.candidates)
        # Another city's statement may meet more words; one that meets most of them is no near miss.
        best = own if own >= options.own_english else best
        least = max(options.least_coverage_english, best - options.coverage_gap)
        return one.coverage >= least
    if one.coverage < options.least_coverage:
        return False
    if one.coverage >= options.sure:
        return True
    return retrieved.share_of(one.missing) <= options.most_lost


def needed(asked: Understanding) -> tuple[Asked, ...]:
    """The kind of value without which there is no answer; a reason outranks what it is about."""
    for kind in (Asked.REASON, Asked.CONTACT, Asked.PERSON):
        if asked.asks(kind):
            return (kind,)
    if asked.asks(Asked.LIST) and (asked.wants_list or asked.nth is not None):
        return (Asked.LIST, Asked.AMOUNT) if asked.asks(Asked.AMOUNT) else (Asked.LIST,)
    is_countable = asked.asks(Asked.COUNT) or bool(_COUNTABLE.search(asked.text))
    is_how_much = asked.asks(Asked.AMOUNT) or bool(_COUNTABLE.search(asked.text))
    if is_how_much and is_countable and not asked.unit:
        return ()  # '점수는 얼마' asks for a figure of any kind
    for kind in asked.kinds:
        if kind in _NUMERIC:
            return (kind,)
    return ()


def topic_of(kind: Asked, language: str) -> str:
    """What a refusal calls the kind of value that is missing ('연락처는', 'contact')."""
    korean, english = _TOPICS.get(kind, ("값은", "value"))
    return korean if language == "ko" else english


def nearest_years(
    asked_years: Sequence[int], candidates: Sequence[Candidate], options: DeclineOptions
) -> tuple[int, ...]:
    """The years that the best statements speak of, the nearest to those asked first.

    A statement without a year of its own is of those of its heading or its document; the year that
    was asked for is never near to itself.
    """
    years: set[int] = set()
    for one in candidates[: options.near]:
        years |= one.evidence.years() or years_above(one.evidence)
    # Of several lines quoted together one may say the year asked about of something else.
    years -= set(asked_years)
    ranked = sorted(years, key=lambda year: (min(abs(year - one) for one in asked_years), year))
    return tuple(ranked[: options.most_named]) if asked_years else tuple(sorted(years))


def words_of(
    decline: Decline,
    asked: Understanding,
    documents: Sequence[corpus.Document],
    office: Office | None = None,
    options: DeclineOptions | None = None,
) -> str:
    """The refusal in the question's language, with what is there instead and whom to call."""
    table, language = replies(), asked.language
    options = options or DeclineOptions()
    there = ""
    if decline.near_years:
        there = table["near_year"].said(language, years=", ".join(map(str, decline.near_years)))
    elif decline.near_rounds:
        near_rounds = ", ".join(decline.near_rounds[: options.most_named])
        there = table["near_round"].said(language, topic=near_rounds)
    elif decline.near_places:
        near = nearest_places(decline.near_places, asked)[: options.most_named]
        there = table["near_place"].said(language, places=place_names(near, language))
    else:
        there = what_is_there(asked, documents, options.most_named)
    named = dict.fromkeys(one.korean if language == "ko" else one.english for one in asked.places)
    said = table[decline.reason.value].said(
        language,
        there=there,
        place=", ".join(named),
        years=", ".join(map(str, decline.years)),
        topic=decline.topic,
        count=str(len(documents)),
    )
    if office is None:
        return said
    return f"{said} {table['call'].said(language, office=office.name, phone=office.phone)}"


def all_documents(snapshot: index.Snapshot) -> tuple[corpus.Document, ...]:
    """Every document that is served, for saying what is there."""
    return snapshot.documents(index.RecordRequest())
