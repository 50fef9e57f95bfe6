"""What is asked: which place, which years, which measure, and whether we may answer."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

import corpus
import index
from assistant.asked_places import asked_places, mentions_in, place_names
from assistant.asked_years import names_own_year, years_in
from assistant.aspects import is_aspect
from assistant.attached import (
    COUNCIL,
    TOWN_HALL,
    behind_name,
    is_joining,
    is_name_alone,
    own_name,
)
from assistant.bounds import asks_personal_data, is_off_topic, is_unsafe
from assistant.compounds import NOUNS, compounds_of
from assistant.everyday import official_of, phrases_in
from assistant.grammar import (
    Asked,
    asked_nth,
    clauses,
    is_follow_up,
    kinds_of,
    nth_of,
    stated_count,
    unit_of,
    wants_list,
)
from assistant.kinds_meant import kinds_meant
from assistant.lexicon import translate
from assistant.matching import tight
from assistant.misread import misread_words
from assistant.people import heads_by_name
from assistant.rounds import halves_said, rounds_after, rounds_in
from assistant.spacing import spaced
from assistant.synonyms import synonyms
from assistant.targets import asks_target, only_applies
from assistant.types import Question
from assistant.typos import reworded


class Scope(StrEnum):
    """Whether a question may be answered at all."""

    OPEN = "open"
    UNSAFE = "unsafe"
    PERSONAL = "personal"
    OFF_TOPIC = "off_topic"


@dataclass(frozen=True, slots=True, kw_only=True)
class UnderstandOptions:
    """`history_weight`: how much a word of an earlier question counts beside one asked now.

    `untranslated_weight`: how much an English word counts that is not understood; it may be a name
    that the document has, or noise. `verb_weight`: how much a verb counts beside a noun, since
    documents say what is done in other words than people do.
    `python -m tests.evaluation.learn --what assistant` weighs the three against other values.

    `spaceless_length`: a question of so many characters without a blank gets its blanks back, and
    a shorter one that begins with a place.
    `few_terms`: a question with no more content words than this leans on the one before it.
    `longest_chain`: so many earlier questions are gone back over while each leans on another.
    """

    history_weight: float = 0.5
    untranslated_weight: float = 0.4
    verb_weight: float = 0.35
    spaceless_length: int = 10
    few_terms: int = 1
    longest_chain: int = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A content word of the question; `is_measure` marks words that a value's type answers,
    `is_general` those that plans use of anything; `renderings` are what an English word may be
    called in Korean, or an everyday one in a plan; `is_verb` marks stems of verbs and adjectives.

    `clause` counts the question within the question that the word belongs to.
    """

    form: str
    weight: float
    is_measure: bool = False
    is_general: bool = False
    clause: int = 0
    renderings: tuple[str, ...] = ()
    is_verb: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Understanding:
    """The question as the later steps see it.

    `places` are the municipalities asked about, `years` the calendar years, `bare_years`
    those written without 년, which may be part of a name ('2040 전략'), `compounds` the
    words of several nouns, `numbers` the figures the question itself states, `ordinals`
    the numbered things it names (`assistant.rounds`), `halves` the halves of a year ('하반기'),
    `search_text` what is looked up. `voice` is the language to answer in where it is not the
    `language` that the question is read in, as an English question may be read by its gloss.
    """

    language: str
    text: str
    search_text: str
    scope: Scope
    places: tuple[corpus.Municipality, ...]
    years: tuple[int, ...]
    bare_years: tuple[int, ...]
    kinds: tuple[Asked, ...]
    unit: str | None
    terms: tuple[Term, ...]
    compounds: tuple[str, ...]
    ordinals: tuple[str, ...]
    halves: tuple[str, ...]
    numbers: tuple[str, ...]
    count: int | None
    nth: int | None
    nth_of: str
    wants_list: bool
    clauses: int
    compares_places: bool
    is_follow_up: bool
    voice: str = ""

    @property
    def wording(self) -> str:
        """The language that an answer is worded in, which may not be the one that is read."""
        return self.voice or self.language

    @property
    def figure_years(self) -> tuple[int, ...]:
        """The years whose figures are wanted, bare ones where no other is said."""
        return self.years or self.bare_years

    def asks(self, *kinds: Asked) -> bool:
        """Whether any of the kinds is asked for."""
        return any(kind in self.kinds for kind in kinds)


_STEMS = {"VV", "VA"}
_VOCABULARY = {
    name: frozenset(" ".join(lines).split())
    for name, lines in tomllib.loads(
        Path(__file__).with_name("vocabulary.toml").read_text(encoding="utf-8")
    ).items()
}
_MEASURE_WORDS = _VOCABULARY["measure"]
_GENERAL_WORDS = _VOCABULARY["general"]
_STOP_WORDS = _VOCABULARY["stop"]
_NUMBER = re.compile(r"(?<![\d.])\d[\d,]*(?:\.\d+)?")
_VALUE_WORDS = frozenset({"사업비", "총사업비", "공사비", "소요액", "총액", "예산액", "지원금"})
_LOOKED_UP = 3
_ABBREVIATED = re.compile(r"(?<![A-Za-z])[A-Za-z](?:[/&][A-Za-z])+(?![A-Za-z])")
_NUMBERED_NAME = re.compile(r"(?<!\d)\d{1,2}대\s?[가-힣](?=[은는이가을를의]?(?:\s|\?|$))")
_HANGUL = re.compile(r"[가-힣]")
# A noun of one syllable with its particle, read as one word ('연 동이 어디').
_SUBJECT_MISREAD = re.compile(r"[동읍면리곳반팀층][이은을]")


def understand(question: Question, options: UnderstandOptions | None = None) -> Understanding:
    """Read a question, and what it leaves unsaid out of the questions before it."""
    options = options or UnderstandOptions()
    text = spaced(question.text, options.spaceless_length)
    text = reworded(text) if _HANGUL.search(text) else text
    language = question.language or ("ko" if _HANGUL.search(text) else "en")
    places = asked_places(text)
    years, bare_years = years_in(text)
    is_korean = _HANGUL.search(text) is not None
    own = _terms(text, places, 1.0, options) if is_korean else _english_terms(text, options)
    if asks_target(text):
        own = tuple(
            replace(one, is_measure=one.is_measure or only_applies(one.form)) for one in own
        )
    chain = _chain(question.history, options)
    earlier = " ".join(chain)
    leans = bool(earlier) and (
        is_follow_up(text) or sum(not term.is_measure for term in own) <= options.few_terms + 1
    )
    kinds = kinds_meant(text)
    search_text = _with_renderings(text, own)
    terms = own
    if earlier:
        is_ellipsis = sum(not term.is_measure for term in own) == 0
        weight = 1.0 if is_ellipsis else options.history_weight
        before = (
            _terms(earlier, asked_places(earlier), weight, options)
            if _HANGUL.search(earlier)
            else tuple(
                replace(term, weight=term.weight * weight)
                for term in _english_terms(earlier, options)
            )
        )
        if not (is_ellipsis or kinds == (Asked.TEXT,) or set(kinds) & set(kinds_of(earlier))):
            # What kind of value was asked before does not weigh on what is asked now.
            gone = [
                one
                for one in before
                if one.is_measure or one.form in _VALUE_WORDS or is_aspect(one.form)
            ]
            before = tuple(one for one in before if one not in gone)
        known = {term.form for term in own}
        terms = (*own, *(term for term in before if term.form not in known))
        search_text = f"{earlier} {text}" if leans or is_ellipsis else f"{text} {earlier}"
        # The latest question that says a place, a year or a kind is the one that is meant.
        latest = chain[::-1]
        places = places or next(filter(None, map(asked_places, latest)), ())
        if (leans or is_ellipsis) and not (years or bare_years or names_own_year(text)):
            years, bare_years = next((one for one in map(years_in, latest) if any(one)), ((), ()))
        if is_ellipsis and (kinds == (Asked.TEXT,)):
            kinds = next((one for one in map(kinds_of, latest) if one != (Asked.TEXT,)), kinds)
    if question.municipality and not places:
        named = corpus.municipality_named(question.municipality)
        places = (named,) if named else ()
    if Asked.RANK in kinds:
        # Among whom a rank is, its text says in other words ('82개 군 가운데').
        terms = tuple(
            replace(one, is_general=one.is_general or one.form == "전국") for one in terms
        )
    return Understanding(
        language=language,
        text=text,
        search_text=search_text,
        scope=_scope(question.text),
        places=places,
        years=years,
        bare_years=bare_years,
        kinds=kinds,
        unit=unit_of(text),
        terms=terms,
        compounds=compounds_of(text, places),
        ordinals=rounds_in(text) or (rounds_after(text, earlier) if leans else ()),
        halves=halves_said(text),
        numbers=tuple(_NUMBER.findall(text)),
        count=stated_count(text),
        nth=asked_nth(text),
        nth_of=nth_of(text),
        wants_list=wants_list(text),
        clauses=len(clauses(text)),
        compares_places=place_names(text) > 1,
        is_follow_up=leans,
    )


def _chain(history: tuple[str, ...], options: UnderstandOptions) -> tuple[str, ...]:
    """The last question and those it leans on, oldest first, back to one that stands alone."""
    chain: list[str] = []
    for text in map(str.strip, reversed(history[-options.longest_chain :])):
        chain.insert(0, text)
        own = (
            _terms(text, (), 1.0, options)
            if _HANGUL.search(text)
            else _english_terms(text, options)
        )
        count = sum(not term.is_measure for term in own)
        is_short = is_follow_up(text) or count <= options.few_terms + 1
        if not is_short or (count and asked_places(text)):
            break
    return tuple(chain)


def is_measure_word(form: str) -> bool:
    """Whether a word only says that or how something is counted, whatever is counted."""
    return form in _MEASURE_WORDS


def _scope(text: str) -> Scope:
    if is_unsafe(text):
        return Scope.UNSAFE
    if asks_personal_data(text):
        return Scope.PERSONAL
    return Scope.OFF_TOPIC if is_off_topic(text) else Scope.OPEN


def _english_terms(text: str, options: UnderstandOptions) -> tuple[Term, ...]:
    """The content words of an English question, each with its Korean renderings."""
    places = [(one.start, one.end) for one in corpus.find_municipalities(text)]
    terms: dict[str, Term] = {}
    for word in translate(text):
        form = word.english.lower()
        # 'Boryeong' in 'Boryeong city library' names the place, but the words name the library.
        if any(start <= word.start and word.end <= end for start, end in places):
            continue
        terms.setdefault(
            form,
            Term(
                form=form,
                weight=1.0 if word.korean else options.untranslated_weight,
                is_measure=form in _MEASURE_WORDS
                or any(one in _MEASURE_WORDS for one in word.korean),
                is_general=any(one in _GENERAL_WORDS for one in word.korean),
                renderings=word.korean,
            ),
        )
    return tuple(terms.values())


def _with_renderings(text: str, terms: tuple[Term, ...]) -> str:
    """A question followed by the Korean words that its English ones may mean, for looking it up."""
    korean = [one for term in terms for one in term.renderings[:_LOOKED_UP]]
    return " ".join((text, *korean)) if korean else text


def _clause_at(breaks: list[int], at: int) -> int:
    return max(0, sum(start <= at for start in breaks) - 1)


def _terms(
    text: str, places: tuple[corpus.Municipality, ...], weight: float, options: UnderstandOptions
) -> tuple[Term, ...]:
    place_spans = [(one.start, one.end) for one in mentions_in(text)]
    year_spans = [(one.start, one.end) for one in corpus.find_dates(text)]
    terms: dict[str, Term] = {}
    parts = clauses(text)
    breaks = [text.find(part) for part in parts]
    # '2022 budget 얼마야': the English words of a mixed question are looked up as those of others.
    mixed = [one for one in translate(text) if one.korean]
    english = [(one.start, one.end) for one in mixed]
    for term in _english_terms(text, options) if mixed else ():
        if term.renderings:
            clause = _clause_at(breaks, text.lower().find(term.form))
            terms[term.form] = replace(term, weight=weight, clause=clause)
    # 'T/F' is one word, of which a single letter tells nothing.
    abbreviated = [found.span() for found in _ABBREVIATED.finditer(text)]
    for found in _ABBREVIATED.finditer(text):
        terms.setdefault(found.group().lower(), Term(form=found.group().lower(), weight=weight))
    # '3대 축' is one name: its noun alone is too short to be looked for.
    for found in _NUMBERED_NAME.finditer(text):
        terms.setdefault(tight(found.group()), Term(form=tight(found.group()), weight=weight))
    words = index.analyse(text)
    phrases = (*phrases_in(words), *heads_by_name(text))
    for one in phrases:
        clause = _clause_at(breaks, one.start)
        said = Term(form=one.form, weight=weight, clause=clause, renderings=one.official)
        terms.setdefault(one.form, said)
    for word in words:
        form = word.form.lower()
        if any(one.start <= word.start < one.end for one in phrases):
            continue
        rest = behind_name(word, text, place_spans)
        if is_name_alone(rest) or is_joining(word, text):
            continue
        is_read = any(start <= word.start < end for start, end in (*english, *abbreviated))
        if word.tag == "SL" and is_read:
            continue
        names = official_of(word, text) or ((COUNCIL,) if rest == COUNCIL else own_name(rest))
        # A single syllable is met by official words alone, and may mean others.
        is_alone = len(form) < 2 and word.tag != "SL" and not synonyms(form)
        is_stem = word.tag.partition("-")[0] in _STEMS  # 'VV-R', 'VA-I' are stems as well
        is_short = is_alone and not is_stem and not names
        if form in _STOP_WORDS or is_short or _SUBJECT_MISREAD.fullmatch(form):
            continue
        in_year = any(start <= word.start < end for start, end in year_spans)
        if word.tag in NOUNS and not (in_year and word.tag != "NNP"):
            terms.setdefault(
                form,
                Term(
                    form=form,
                    weight=weight,
                    # '여섯 가지' says how many, and a list of six seldom says so.
                    is_measure=form in _MEASURE_WORDS
                    or (is_alone or word.tag == "NR" or rest == TOWN_HALL),
                    is_general=form in _GENERAL_WORDS,
                    clause=_clause_at(breaks, word.start),
                    renderings=names,
                ),
            )
        elif is_stem and (names or not is_alone):
            terms.setdefault(
                form,
                Term(
                    form=form,
                    weight=options.verb_weight * weight,
                    is_measure=form in _MEASURE_WORDS or is_alone,
                    clause=_clause_at(breaks, word.start),
                    renderings=names,
                    is_verb=True,
                ),
            )
    if not terms:
        for form in misread_words(text):
            if form not in _MEASURE_WORDS:
                terms.setdefault(form, Term(form=form, weight=weight))
    return tuple(terms.values())
