"""How many things a passage lists, where no count is printed or the printed one is contradicted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant.decline import DeclineOptions, covers
from assistant.enumerations import Enumeration, EnumerationOptions, enumerations
from assistant.evidence import Evidence
from assistant.figures import read_figures
from assistant.grammar import Asked
from assistant.matching import tight
from assistant.points import Computed
from assistant.retrieve import Candidate, Retrieved
from assistant.synonyms import synonyms
from assistant.tallies import tally
from assistant.understand import Term, Understanding


@dataclass(frozen=True, slots=True, kw_only=True)
class CountingOptions:
    """Which lists are counted.

    The best `candidates` statements are looked at. An expression longer than `longest` characters
    leaves an answer no room for the quote, so such a list is quoted and not counted. Every noun of
    a Korean question has to be met; of an English one, whose words are only rendered, at least the
    share `least_english`.
    """

    candidates: int = 12
    longest: int = 260
    least_english: float = 0.6
    enumeration: EnumerationOptions = field(default_factory=EnumerationOptions)
    decline: DeclineOptions = field(default_factory=DeclineOptions)


_COUNTERS = frozenset("개 가지 곳 군데 개소 종 분야 과제 기관 부서".split())
"""Units of things that a list names one by one; persons, times and money are not counted so."""
_SAID_AS = {"분야": "개", "과제": "개", "기관": "개", "부서": "개", "군데": "곳", "개소": "곳"}
_COUNTED_WORD = re.compile(r"개수|가짓\s?수")
_BOUND = re.compile(
    r"\d\s?(?:조|억|천|백|만)*\s?[가-힣%]{0,2}?(?:을|를|이|보다)?\s?(?:넘|이상|초과|미만|이하|못\s?미|밑|많은|적은)|"
    r"\b(?:more than|over|above|at least|less than|under|below|at most)\s\d",
    re.IGNORECASE,
)
_GRADE = re.compile(
    r"['‘’\"“](?P<quoted>[가-힣A-Z]{1,2})['’\"”]|(?<![가-힣A-Z])(?P<said>[가나다라마A-D])\s?등급"
)
_ENGLISH = re.compile(r"\bhow many\s+(?P<noun>(?:[a-z]+\s+){0,3}?[a-z]{3,})\b", re.IGNORECASE)
_NO_THINGS = re.compile(
    r"\b(?:people|persons?|citizens?|residents?|officials?|staff|employees|members|times|days|weeks"
    r"|months|years|hours|percent|points|won|cases|more|fewer|less)\b",
    re.IGNORECASE,
)
_OTHER_KINDS = (
    Asked.SUM,
    Asked.DIFFERENCE,
    Asked.REMAINDER,
    Asked.RANK,
    Asked.SHARE,
    Asked.GROWTH,
    Asked.MAXIMUM,
    Asked.MINIMUM,
    Asked.TRAJECTORY,
    Asked.RATIO,
    Asked.AMOUNT,
    Asked.DURATION,
)


def asks_for_things(asked: Understanding) -> bool:
    """Whether a question asks how many things there are that can be named one by one."""
    if not asked.asks(Asked.COUNT) or asked.asks(*_OTHER_KINDS) or asked.clauses > 1:
        return False
    if asked.compares_places:
        return False
    english = _ENGLISH.search(asked.text)
    if english is not None:
        return _NO_THINGS.search(english["noun"]) is None
    return asked.unit in _COUNTERS or _COUNTED_WORD.search(asked.text) is not None


def count_listed(
    asked: Understanding, retrieved: Retrieved, options: CountingOptions | None = None
) -> Computed | None:
    """The number of items in the list that a question asks about, counted as it is shown.

    A printed count is left to be quoted, unless it stands with a list of another length: then both
    are said. None where no list is just about what is asked.
    """
    options = options or CountingOptions()
    if not asks_for_things(asked):
        return None
    about = [
        one
        for one in retrieved.candidates[: options.candidates]
        if one.fits and covers(one, asked, retrieved, options.decline)
    ]
    if not about:
        return None
    best = max(one.coverage for one in about)
    for one in about:
        if one.coverage < best - options.decline.coverage_gap / 2:
            continue
        lists = [
            listed
            for listed in enumerations(one.evidence.quote, options.enumeration)
            if _is_asked(listed, one.evidence, asked, options) and not _is_narrowed(listed, asked)
        ]
        if len(lists) != 1:
            continue
        counted = _counted(lists[0], one, about, retrieved.candidates, asked, options)
        if counted is not None:
            return counted
    return None


def _counted(
    listed: Enumeration,
    one: Candidate,
    about: Sequence[Candidate],
    found: Sequence[Candidate],
    asked: Understanding,
    options: CountingOptions,
) -> Computed | None:
    number = len(listed.items)
    # A list that ends in 등 contradicts only a count that it is longer than.
    differs = listed.stated is not None and (
        listed.stated < number or (listed.stated != number and not listed.is_open)
    )
    is_printed = any(
        Asked.COUNT in other.holds and other.coverage >= one.coverage for other in about
    ) or any(_prints_count(other.evidence, asked, number) for other in found if other.fits)
    if is_printed and not differs:
        return None
    expression = tally(listed.items, asked.wording)
    if expression is None or len(expression) > options.longest:
        return None
    return Computed(
        kind=Asked.COUNT,
        expression=expression,
        result=said_count(number, asked),
        subject="",
        facts=(),
        evidence=(one.evidence,),
        scope=_scope(listed, asked, differs=differs),
    )


def _prints_count(evidence: Evidence, asked: Understanding, number: int) -> bool:
    """Whether a statement prints another number of the very noun that is counted ('70개 사업')."""
    nouns = [term for term in asked.terms if not term.is_verb and not term.is_measure]
    if not nouns or asked.language != "ko":
        return False
    head = re.escape(_head(nouns, asked).form)
    unit = "|".join(sorted(_COUNTERS, key=len, reverse=True))
    printed = re.finditer(
        rf"(?<![\d.,])(?P<ahead>\d[\d,]*)\s?(?:{unit})?(?:의|\s)?\s?{head}"
        rf"|{head}(?:은|는|이|가)?\s(?:모두\s|총\s)?(?P<behind>\d[\d,]*)\s?(?:{unit})",
        evidence.quote,
    )
    counts = {int((one["ahead"] or one["behind"]).replace(",", "")) for one in printed}
    return bool(counts - {number})


def said_count(number: int, asked: Understanding) -> str:
    """A count in the words of the question: '5곳', '4가지'; in English the bare number."""
    if asked.language != "ko":
        return str(number)
    unit = asked.unit if asked.unit in _COUNTERS | {"건"} else "개"
    return f"{number}{_SAID_AS.get(unit or '', unit)}"


def _scope(listed: Enumeration, asked: Understanding, *, differs: bool) -> str:
    """What is said before the count: that it is of what is listed, and what is printed instead."""
    if asked.language != "ko":
        stated = f"The source says {listed.stated}; it names " if differs else ""
        return stated or "The source names "
    if differs:
        return f"문서에 적힌 수는 {listed.stated_as}이고, 적혀 있는 것은 "
    return "적혀 있는 것은 " if listed.is_open else "모두 "


def _is_asked(
    listed: Enumeration, evidence: Evidence, asked: Understanding, options: CountingOptions
) -> bool:
    """Whether a list is of what is asked: each noun stands with it, and not only in its items.

    The noun that is counted (the last one before 몇) has to stand right before the list or in its
    headings; what is said after the items may be of something else.
    """
    nouns = [term for term in asked.terms if not term.is_verb and not term.is_measure]
    if not nouns:
        return False
    before = tight(" ".join((listed.label, *evidence.headings)))
    around = tight(" ".join((listed.label, *evidence.headings, evidence.document.title)))
    whole = tight(" ".join((evidence.quote, *evidence.headings, evidence.document.title)))
    own = [term for term in nouns if not term.is_general] or nouns
    met = sum(_stands(term, whole) for term in own)
    least = 1.0 if asked.language == "ko" else options.least_english
    if met < least * len(own):
        return False
    head = _head(nouns, asked)
    if not _stands(head, before) and not head.is_general:
        return False
    if asked.language != "ko" and _is_within(head, listed.label):
        return False
    return any(_stands(term, around) for term in own)


def _is_narrowed(listed: Enumeration, asked: Understanding) -> bool:
    """Whether a question wants only those items of a list that pass a bound or got a grade.

    Which ones do has to be told from their figures, so the list is quoted and not counted.
    """
    if _BOUND.search(asked.text) and any(read_figures(one).figures for one in listed.items):
        return True
    grade = _GRADE.search(asked.text)
    if grade is None:
        return False
    graded = [one.split()[-1:] == [grade["quoted"] or grade["said"]] for one in listed.items]
    return any(graded) and not all(graded)


def _head(nouns: Sequence[Term], asked: Understanding) -> Term:
    """The noun that is counted: the last before 몇, or the first behind it ('몇 개 기관')."""
    match = re.search(r"몇|개수|가짓\s?수", asked.text)
    if match is None:
        return nouns[-1] if asked.language == "ko" else nouns[0]
    places = [(asked.text.lower().find(term.form), term) for term in nouns]
    ahead = [pair for pair in places if 0 <= pair[0] < match.start()]
    if ahead:
        return max(ahead, key=lambda pair: pair[0])[1]
    return min(places, key=lambda pair: pair[0])[1]


def _is_within(head: Term, label: str) -> bool:
    """Whether a label has a word only as the beginning of another ('점포' of '점포환경개선')."""
    forms = [form for form in head.renderings if len(form) > 1 and form in label]
    return bool(forms) and not any(re.search(rf"{form}(?![가-힣]{{2}})", label) for form in forms)


def _stands(term: Term, text: str) -> bool:
    words = (term.form, *term.renderings)
    if not term.renderings:
        words = (*words, *synonyms(tight(term.form)))
    return any(tight(word) in text for word in words if len(tight(word)) > 1)
