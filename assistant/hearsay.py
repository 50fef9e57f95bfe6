"""Hearsay: a figure or day that a question takes as given, held against what documents print."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import corpus
import index
from assistant.days import days_said, is_within
from assistant.editions import by_day
from assistant.evidence import Evidence
from assistant.grammar import Asked, same_unit
from assistant.matching import tight, tight_published
from assistant.points import Point, points_of
from assistant.premise import Contradiction
from assistant.retrieve import Candidate
from assistant.supposed import Claim, acts_in, claim_of
from assistant.synonyms import synonyms
from assistant.understand import Understanding, is_measure_word

_NAMING = frozenset({"NNG", "NNP", "XR", "SL"})
# Who told a claim, and the words that say it was told or that something moved; all name nothing.
_TELLING = frozenset(
    """
    친구 이웃 뉴스 기사 신문 방송 인터넷 블로그 유튜브 소문 소식 이야기 얘기 말 지인 동료 주민 누구
    heard hear read told say tell true false right correct know known give given since people friend
    news rise rose risen fall fell fallen increase increased decrease decreased grow grew grown drop
    dropped go went gone reach reached become became cut there their
    """.split()
)
# Figures that are not what a name counts, whatever the name says.
_OTHER_FIGURES = frozenset(
    {"per_unit", "per_month", "support_limit", "weight", "before_change", "previous_year", "part"}
)
_OF_OTHERS = re.compile(r"평균|평가군|전국|도내|최고|최저|상위|하위|다른")
_SETS_APART = frozenset({"difference", "change", *_OTHER_FIGURES})
_COUPLED = re.compile(r"(?<=[가-힣]{2})(?:과|와|및)\s?\S+?(?=[을를은는이가의]?(?:\s|$))")
"""What a name couples with the thing that is meant ('청년과 노인'): one figure for both."""
_MONEY_WORD = re.compile(r"(?:십|백|천)?(?:만|억|조)?원?")
_MOST_YEARS = 4
"""The last so many years of a course are said; the quote has them all."""
# Nouns in a figure's name that say how it was counted, and not of what.
_OF_ANY = frozenset(
    "처리 운영 추진 실시 시행 전체 총 사업 당해 연도 기준 현재 계 달성 목표 위촉 구성".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class HearsayOptions:
    """`judged`: among so many of the best candidates a contradiction is looked for.

    A premise names its measure with fewer words than a question has, so the statement that tells
    it may stand behind some that meet the rest of the question better.
    """

    judged: int = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """A claim held against the documents: told otherwise, told by none (`is_untold`), or
    `confirmed` by the shortest statement that prints it, which says it as `agreed`."""

    contradiction: Contradiction | None = None
    confirmed: Evidence | None = None
    agreed: str = ""
    is_untold: bool = False


def weigh(
    asked: Understanding, candidates: Sequence[Candidate], options: HearsayOptions | None = None
) -> Weighed:
    """Hold the figure or day that a question takes as given against what the documents print.

    It is contradicted only by a statement that meets every word of the claim and prints, for the
    same place and year, another value under a name that adds nothing; untold where no such
    statement prints a value of its unit at all. Whatever is less clear leaves the question open.
    """
    options = options or HearsayOptions()
    claim = claim_of(asked.text)
    if claim is None:
        return Weighed()
    placed = [one for one in candidates[: options.judged] if one.fits_place and one.fits_ordinal]
    words = _words_of(claim, asked)
    if not words:
        return Weighed()
    about = [one for one in placed if _is_about(words, one.evidence, asked)]
    if claim.day is not None:
        return _weighed_day(claim, about)
    timed = [one.evidence for one in about if one.fits_year]
    told = [
        (point, one)
        for one in timed
        for fact in one.facts
        for point in points_of(fact)
        if _is_of_unit(point, claim) and _is_of_year(point, asked)
    ]
    if not told:
        return Weighed(is_untold=claim.is_heard and not any(_prints(one, claim) for one in timed))
    others = [(point, one) for point, one in told if _is_of_others(point.fact, asked)]
    own = _best_named([pair for pair in told if pair not in others], words)
    told = own + others
    agreeing = [(point, one) for point, one in told if claim.agrees(point.value)]
    if agreeing and not any(pair in own for pair in agreeing):
        beside = _beside(agreeing[0][1], own, asked)
        # The figure is that of others, and none of its own is printed to put in its place.
        return Weighed(contradiction=beside, is_untold=claim.is_heard and beside is None)
    if agreeing:
        point, confirmed = min(agreeing, key=lambda pair: len(pair[1].quote))
        return Weighed(confirmed=confirmed, agreed=_printed(point, confirmed, asked.wording))
    # What is printed of another year than the one asked about shows that this is the measure.
    shifted = [
        (point, one)
        for point, one in own
        if asked.figure_years
        and not point.fact.doubts
        and any(claim.agrees(other.value) for other in points_of(point.fact))
    ]
    if shifted and len({point.value for point, _ in shifted}) == 1:
        return Weighed(contradiction=_other_figure(asked, words, shifted))
    told = own
    named = [(point, one) for point, one in told if _is_same_measure(point.fact, words, one, asked)]
    stated = _stated(timed, words, asked)
    named += [
        (point, one)
        for point, one in told
        if any(one is other and _goes_on(first, point) for first, other in stated)
    ]
    return Weighed(contradiction=_other_figure(asked, words, named))


def confirms(asked: Understanding, weighed: Weighed) -> bool:
    """Whether a claim that is so is all that the question asks about: '8,100억이라던데 맞나요?'."""
    others = (Asked.REASON, Asked.CONTACT, Asked.PERSON, Asked.DATE, Asked.LIST, Asked.DURATION)
    return weighed.confirmed is not None and not asked.asks(*others) and asked.clauses == 1


_Word = tuple[str, ...]
"""A word of a claim in every form that may stand for it, as `tight` gives them."""


def _words_of(claim: Claim, asked: Understanding) -> tuple[_Word, ...]:
    """The words that name what a claim is of; who told it and that it rose name nothing."""
    if asked.language == "ko":
        # The act of a day is compared on its own, in any of its words.
        naming = {word.form.lower() for word in index.analyse(claim.text) if word.tag in _NAMING}
        terms = [term for term in asked.terms if term.form in naming]
    else:
        terms = [
            term
            for term in asked.terms
            if not all(_MONEY_WORD.fullmatch(one) for one in term.renderings)
        ]
    return tuple(
        tuple(tight(form) for form in (term.form, *term.renderings))
        for term in terms
        if not term.is_measure
        and term.form not in _TELLING
        and not (claim.act is not None and claim.act.search(term.form))
    )


def _meets(word: _Word, evidence: Evidence) -> bool:
    texts = evidence.texts()
    return any(form in text for form in word for text in (texts.quote, texts.headings, texts.title))


def _is_about(words: Sequence[_Word], evidence: Evidence, asked: Understanding) -> bool:
    """Whether a statement meets every word; one in three English ones may have no rendering here.

    'North Korean defectors' are one Korean word, so that what renders its parts meets nothing.
    """
    missed = sum(not _meets(word, evidence) for word in words)
    return missed <= (len(words) // 3 if asked.language != "ko" else 0)


def _best_named(
    told: Sequence[tuple[Point, Evidence]], words: Sequence[_Word]
) -> list[tuple[Point, Evidence]]:
    """In each statement the figures whose names meet most of the words, and those without a name.

    A statement of several lines prints other figures beside the one that is meant.
    """
    most: dict[str, int] = {}
    for point, one in told:
        if not point.fact.doubts:
            met = _met_by(words, point.fact.name)
            most[one.quote] = max(met, most.get(one.quote, 0))
    return [
        (point, one)
        for point, one in told
        if point.fact.doubts or _met_by(words, point.fact.name) == most[one.quote]
    ]


def _is_of_others(fact: corpus.Fact, asked: Understanding) -> bool:
    """Whether a figure is that of a peer group, an average or a record that was not asked about."""
    return any(one.group() not in asked.text for one in _OF_OTHERS.finditer(fact.name))


def _beside(
    evidence: Evidence, own: Sequence[tuple[Point, Evidence]], asked: Understanding
) -> Contradiction | None:
    """The one figure of the place itself beside an average that the question takes for it."""
    found = [
        point
        for point, one in own
        if one is evidence
        and not _SETS_APART & set(point.fact.flags)
        and _is_sure(point, one, asked)
    ]
    if len({point.value for point in found}) != 1:
        return None
    said = _printed(found[0], evidence, asked.wording)
    return Contradiction(
        supposed=_supposed(asked, found[0].unit),
        stated=said,
        evidence=evidence,
        amounts=tuple(int(one.value) for one in found[:1] if one.unit == "원"),
    )


def _is_sure(point: Point, evidence: Evidence, asked: Understanding) -> bool:
    """Whether a figure is read without a doubt, or stands right behind its name in the question."""
    if not point.fact.doubts:
        return True
    before = evidence.quote.partition(point.fact.raw_text)[0]
    named = re.search(r"(?P<name>[가-힣]{2,})[은는이가]\s$", before)
    return named is not None and named["name"] in asked.text


def _prints(evidence: Evidence, claim: Claim) -> bool:
    """Whether a statement prints any figure of the claim's unit, read as a fact or not."""
    if claim.unit == "원":
        return bool(corpus.find_amounts(evidence.quote))
    if claim.unit is None:
        return bool(re.search(r"\d", evidence.quote))
    return any(
        isinstance(one, corpus.Quantity) and same_unit(claim.unit, one.unit)
        for one in corpus.find_quantities(evidence.quote)
    )


def _is_of_unit(point: Point, claim: Claim) -> bool:
    if claim.unit is None:
        return point.unit not in {"원", "%"}
    return point.unit == claim.unit or (claim.unit != "원" and same_unit(claim.unit, point.unit))


def _is_of_year(point: Point, asked: Understanding) -> bool:
    return point.year is None or not asked.figure_years or point.year in asked.figure_years


def _is_same_measure(
    fact: corpus.Fact, words: Sequence[_Word], evidence: Evidence, asked: Understanding
) -> bool:
    """Whether a fact's name is made of the claim's words, but for nouns that tell of anything; one
    of nothing but such nouns ('사업비') is what the heading above it is called."""
    if fact.doubts or _OTHER_FIGURES & set(fact.flags):
        return False
    name, part = fact.name, fact.name.rpartition(" 중 ")[2]
    if part != name and not _met_by(words, part):
        return False  # a part of what is claimed is not the whole
    if not _met_by(words, name):
        name = f"{evidence.headings[-1] if evidence.headings else ''} {name}"
    if not _met_by(words, name):
        return False
    said = tight(asked.text) + "".join(form for word in words for form in word)
    said += " ".join(term.form for term in asked.terms)
    places = [(one.start, one.end) for one in corpus.find_municipalities(name)]
    return all(
        len(word.form) < 2
        or word.form.lower() in said
        or word.form in _OF_ANY
        or is_measure_word(word.form)
        or any(tight(other) in said for other in synonyms(word.form))
        or any(start <= word.start < end for start, end in places)
        for word in index.analyse(_COUPLED.sub("", name))
        if word.tag in _NAMING
    )


def _stated(
    evidence: Sequence[Evidence], words: Sequence[_Word], asked: Understanding
) -> list[tuple[Point, Evidence]]:
    """The points of any year whose facts are named as the claim is."""
    return [
        (point, one)
        for one in evidence
        for fact in one.facts
        if _is_same_measure(fact, words, one, asked)
        for point in points_of(fact)
    ]


def _goes_on(first: Point, other: Point) -> bool:
    """Whether a figure without a name of its own goes on the course of one that has a name.

    One sentence prints them one after another with nothing but years between: '2020년 210건,
    2021년 244건'.
    """
    quote = first.fact.quote
    if other.fact.quote != quote or other.unit != first.unit or other.fact is first.fact:
        return False
    behind = quote.partition(first.fact.raw_text)[2]
    between, printed, _ = behind.partition(other.fact.raw_text)
    if not printed:
        return False
    figures = re.escape(first.unit)
    return re.fullmatch(rf"(?:[\d\s,.:→(‘’']|년도?|{figures})*", between) is not None


def _met_by(words: Sequence[_Word], name: str) -> int:
    """How many of the claim's words stand in a name."""
    near = tight_published(name)
    return sum(any(form in near for form in word) for word in words)


def _other_figure(
    asked: Understanding, words: Sequence[_Word], named: Sequence[tuple[Point, Evidence]]
) -> Contradiction | None:
    """What the best-named figures say; None where one document prints several for one year."""
    most = max((_met_by(words, point.fact.name) for point, _ in named), default=0)
    best = [
        (point, one)
        for point, one in named
        if point.fact.doubts or _met_by(words, point.fact.name) == most
    ]
    if not best:
        return None
    # The newest document, and in it the shortest statement: a group says more than was asked.
    evidence = max(
        (one for _, one in best), key=lambda one: (by_day(one.document), -len(one.quote))
    )
    own = [point for point, one in best if one is evidence]
    by_year: dict[int | None, set[Decimal]] = {}
    for point in own:
        by_year.setdefault(point.year, set()).add(point.value)
    if any(len(values) > 1 for values in by_year.values()):
        return None
    ordered = sorted(own, key=lambda point: point.year or 0)[-_MOST_YEARS:]
    stated = " → ".join(
        dict.fromkeys(_printed(point, evidence, asked.wording) for point in ordered)
    )
    known = [point.fact for point in ordered] + list(evidence.facts)
    names = [fact.name for fact in known if not fact.doubts and _met_by(words, fact.name)]
    name = names[0] if names else ""
    return Contradiction(
        supposed=_supposed(asked, ordered[-1].unit),
        stated=f"{name} {stated}".strip(),
        evidence=evidence,
        amounts=tuple(int(point.value) for point in ordered if point.unit == "원"),
    )


def _printed(point: Point, evidence: Evidence, language: str) -> str:
    """A figure with its year where the quote prints one."""
    is_dated = point.year is not None and str(point.year) in evidence.quote
    said = point.said()
    if language != "ko":
        return f"{said} in {point.year}" if is_dated else said
    return f"{point.year}년 {said}" if is_dated else said


def _supposed(asked: Understanding, unit: str) -> str:
    korean, english = {"원": ("금액", "amount"), "%": ("비율", "rate")}.get(
        unit, ("수치", "number")
    )
    return korean if asked.wording == "ko" else english


def _weighed_day(claim: Claim, about: Sequence[Candidate]) -> Weighed:
    """A day held against the one day or span that the best statement prints.

    The statement says that the same is done then or, where the question says only when, what is.
    """
    for one in about:
        quote = one.evidence.quote
        days = days_said(quote)
        if one.evidence.is_group or len(days) != 1 or claim.day is None:
            continue
        if claim.act is not None and not claim.act.search(quote):
            continue
        if claim.act is None and not acts_in(quote):
            continue
        is_so = is_within(claim.day, days[0])
        if is_so is None:
            continue
        if is_so:
            return Weighed(confirmed=one.evidence, agreed=days[0].raw)
        return Weighed(
            contradiction=Contradiction(
                supposed="시기", stated=days[0].raw, evidence=one.evidence, is_of_day=True
            )
        )
    return Weighed()
