"""English questions as Koreans would put them, word for word: what is reckoned is read from these.

Korean says last what is asked and first what it is asked of, so the phrases of a question are
turned round at its prepositions, its words are put by `assistant.lexicon`, and what is asked
becomes the ending. A gloss need not be graceful, only say in the order of Korean which things a
question names, what it wants done with them and when; each of its words keeps its other renderings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

import hangeul

import corpus
from assistant.lexicon import Rendering, is_korean_word, translate
from assistant.matching import base_of
from assistant.question_endings import asked_of, counter_of
from assistant.question_frames import FRAMES
from assistant.question_times import NOW, times_of
from assistant.types import Question
from assistant.understand import Understanding, UnderstandOptions, understand

_HANGUL = re.compile(r"[가-힣]")
_KOREAN_WORD = re.compile(r"[가-힣]+")
_MOSTLY = 10  # an English question may print a name in Hangul
# A term in Hangul behind its English says which is meant, in a question that is English all over.
_IN_BRACKETS = re.compile(r"\((?P<korean>[가-힣][가-힣 ]*)\)")
# Other ways to write what is looked up in one way.
_SPELLINGS = (
    (re.compile(r"\bper cent\b", re.I), "percent"),
    (re.compile(r"(\b(?:until when|till when|how long)\b.*?) lasts?\b", re.I), r"\1"),
    (re.compile(r",? in (?:korean |south korean )?won\b", re.I), ""),
    (re.compile(r"\b(?:extra|additional|supplemental) budget\b", re.I), "supplementary budget"),
    (
        re.compile(
            r"\b(first|second|third|fourth|1st|2nd|3rd|4th) ((?:19|20)\d\d) (?=[a-z])", re.I
        ),
        r"\2 \1 ",
    ),
)
_CLAUSE = re.compile(
    r",?\s+and\s+(?=(?:for |by |to |in |with |worth )?(?:how|what|when|who|where|why|which)\b)|"
    r"[?;]\s+(?=\S)",
    re.IGNORECASE,
)
_TURN = re.compile(
    r"\b(?:of|in|for|on|at|through|by|with|from|to|after|under|into|within|during|about|per|"
    r"against|among|across|before|since|as|over|without|between)\b",
    re.IGNORECASE,
)
_DOES = re.compile(r"\b(?:did|does|do|will|would)\s+$", re.IGNORECASE)
_JOIN = re.compile(r"\s*,?\s*\b(?:and|or)\b(?:\s+[a-z]+){0,2}\s*|\s*,\s*", re.IGNORECASE)
# English words that Korean leaves unsaid, or says by the ending of the question.
_UNSAID = frozenset(
    (
        *"get got receive give take place make do run hold host conduct need have use go".split(),
        *"come work number name phone call contact telephone date day month year big large".split(),
        *"record plan want create people person page up percent reach long worth".split(),
        *(
            "point",
            "points",
            "time",
            "phone number",
            "telephone number",
            "carry out",
            "how long",
            "how much",
        ),
        *("combine", "take place", "look at", "go through", "number of"),
    )
)
_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMBER = re.compile(rf"\b(?:{'|'.join(_NUMBERS)})\b(?= [a-z])", re.IGNORECASE)
_DIGITS = re.compile(r"(?<![\w.,-])(?P<number>\d{1,4})(?= [a-z])")
_PERCENT = re.compile(r"(?<![\w.,-])\d{1,3}(?:\.\d+)?%")


@dataclass(frozen=True, slots=True, kw_only=True)
class Gloss:
    """A question in Korean words; `ways` are the other renderings of each word, by the one used."""

    text: str
    ways: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    """What text[start:end] is in Korean: a word, a place or a time; what `leads` is said first."""

    korean: str
    start: int
    end: int
    leads: bool = False
    is_time: bool = False


class _Said(str):
    """Words of a frame's stretch, to which a frame may attach a particle: '{a:은/는}'.

    As '{a:률}' it is the rate at which it was done: '집행률' of '집행', else its '비율'.
    """

    def __format__(self, particle: str) -> str:
        if particle == "률":
            rates = (f"{self}률", f"{self}율")
            return next((one for one in rates if is_korean_word(one)), f"{self} 비율")
        return hangeul.attach(self, particle) if particle and self else str(self)


def gloss(text: str) -> Gloss | None:
    """An English question in the words and the order of Korean; None for one that is not English.

    None too where no word of it is known, since nothing could then be looked up by it.
    """
    unbracketed = _IN_BRACKETS.sub("", text)
    letters = sum(map(str.isalpha, unbracketed))
    if len(_HANGUL.findall(unbracketed)) * _MOSTLY > letters or not letters:
        return None
    for spelling, usual in _SPELLINGS:
        text = spelling.sub(usual, text)
    pieces, words = _pieces(text)
    if not words:
        return None
    clauses = [one for one in _CLAUSE.split(text) if one.strip(" ?.")]
    spans, at = [], 0
    for clause in clauses:
        start = text.index(clause, at)
        at = start + len(clause)
        spans.append((start, at))
    told = [_clause(text[start:end], start, pieces, text) for start, end in spans]
    leads = [
        [one for one in pieces if start <= one.start < end and one.leads and one not in own]
        for (start, end), (_, own) in zip(spans, told, strict=True)
    ]
    if not leads[0]:
        # 'How many goals and how many tasks does the plan of Jongno have' asks both of one place.
        leads = [[one for lead in leads for one in lead], *([] for _ in leads[1:])]
    said = [
        " ".join((*dict.fromkeys(one.korean for one in lead), clause))
        for lead, (clause, _) in zip(leads, told, strict=True)
    ]
    joined = " ".join([*(_goes_on(one) for one in said[:-1]), said[-1]])
    ways = {
        form: one.korean[1:]
        for one in words
        if one.korean[1:]
        for form in (one.korean[0], base_of(one.korean[0]))
        if form
    }
    return Gloss(text=f"{joined}?", ways=ways)


def _pieces(text: str) -> tuple[list[_Piece], list[Rendering]]:
    """The places, times and words of a question, and the renderings of its words."""
    taken: list[tuple[int, int]] = []
    pieces: list[_Piece] = []
    for mention in corpus.find_municipalities(text):
        names = {one.name for one in mention.municipalities}
        name = names.pop() if len(names) == 1 else mention.municipalities[0].korean
        pieces.append(_Piece(korean=name, start=mention.start, end=mention.end, leads=True))
        taken.append((mention.start, mention.end))
    for time in times_of(text):
        if not _overlaps((time.start, time.end), taken):
            pieces.append(
                _Piece(
                    korean=time.korean,
                    start=time.start,
                    end=time.end,
                    leads=time.leads,
                    is_time=True,
                )
            )
            taken.append((time.start, time.end))
    # 'Boryeong city' is a place, but 'city library' behind it is a word.
    found = [
        one
        for one in translate(text)
        if not any(start <= one.start and one.end <= end for start, end in taken)
    ]
    words = [one for one in found if one.korean]
    meant = {match.start(): match["korean"] for match in _IN_BRACKETS.finditer(text)}
    found = [one for one in found if meant.get(one.end + 1) not in one.korean]
    pieces += [
        # A name that no row has may be one that the documents write in Hangul.
        _Piece(korean=(one.korean or (one.english,))[0], start=one.start, end=one.end)
        for one in found
        if (one.korean and one.english not in _UNSAID)
        or (not one.korean and one.start and one.english[0].isupper())
    ]
    taken += [(one.start, one.end) for one in words]
    pieces += [
        _Piece(
            korean=f"{_NUMBERS.index(match.group().lower()) + 2}개",
            start=match.start(),
            end=match.end(),
        )
        for match in _NUMBER.finditer(text)
        if not _overlaps(match.span(), taken)
    ]
    pieces += [
        _Piece(korean=match.group(), start=match.start(), end=match.end())
        for match in _KOREAN_WORD.finditer(text)
        if not _overlaps(match.span(), taken)
    ]
    return sorted((*pieces, *_counts(text, pieces, taken)), key=lambda one: one.start), words


def _counts(text: str, pieces: list[_Piece], taken: list[tuple[int, int]]) -> Iterator[_Piece]:
    """The digits of a question behind what they count: '27 findings' is '지적사항 27건'."""
    for match in _PERCENT.finditer(text):
        if not _overlaps(match.span(), taken):
            yield _Piece(korean=match.group(), start=match.start(), end=match.end())
    for match in _DIGITS.finditer(text):
        behind = [one for one in pieces if match.end() < one.start and not one.leads]
        if behind and not _overlaps(match.span(), taken):
            thing = min(behind, key=lambda one: one.start)
            counter = counter_of(thing.korean, "").removeprefix("몇 ") or "개"
            yield _Piece(korean=f"{match['number']}{counter}", start=thing.end, end=thing.end)


def _overlaps(span: tuple[int, int], taken: list[tuple[int, int]]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in taken)


def _clause(
    clause: str, offset: int, pieces: list[_Piece], question: str
) -> tuple[str, list[_Piece]]:
    """One question within the question: by the first frame that it has, else by what it asks.

    With it come the places and times that it says itself, which must not be said before it too.
    """

    def within(start: int, end: int) -> list[_Piece]:
        return [one for one in pieces if offset + start <= one.start and one.end <= offset + end]

    verb = _verb(clause, offset, within(0, len(clause)))

    def said(span: tuple[int, int], *, with_leads: bool = False) -> str:
        own = [one for one in within(*span) if with_leads or not one.leads] if span[0] >= 0 else []
        own = [one for one in own if one not in now]
        return _phrase(clause, span[0], offset, own, verb)

    now: list[_Piece] = []
    for frame in FRAMES:
        match = frame.pattern.search(clause)
        if match is None:
            continue
        groups = {
            name: _Said(said(match.span(name), with_leads=name in frame.leads))
            for name in match.groupdict()
        }
        if all(groups[name] for name in frame.needed):
            own = [one for name in frame.leads for one in within(*match.span(name)) if one.leads]
            counter = counter_of(groups.get("a", ""), clause) or "얼마나"
            return " ".join(frame.korean.format(**groups, counter=counter).split()), own
    asked = asked_of(clause, question)
    now = [one for one in within(0, len(clause)) if one.korean in NOW]
    phrases = [*(one.korean for one in now), *(one for one in map(said, asked.stretches) if one)]
    counter = counter_of(phrases[-1] if phrases else "", clause)
    is_unit_open = "{counter}" in asked.ending and not counter
    if phrases and not is_unit_open:
        phrases[-1] = hangeul.attach(phrases[-1], "은/는")
    ending = "수는 몇인가요" if is_unit_open else asked.ending.format(counter=counter)
    return " ".join([*phrases, ending]), []


def _goes_on(clause: str) -> str:
    """A clause that asks, as another follows it: '얼마인가요' is '얼마이고'."""
    return f"{clause.removesuffix('인가요')}이고" if clause.endswith("인가요") else f"{clause},"


def _verb(clause: str, offset: int, within: list[_Piece]) -> _Piece | None:
    """What a place does: the word right behind it and an auxiliary, as in 'did Boryeong repay'."""
    for place, one in pairwise(within):
        before = clause[: place.start - offset]
        if place.leads and not place.is_time and _DOES.search(before):
            return one if clause[place.end - offset : one.start - offset] == " " else None
    return None


def _phrase(
    clause: str, start: int, offset: int, own: list[_Piece], verb: _Piece | None = None
) -> str:
    """The pieces of a stretch of a clause in the order of Korean; '' for one without any.

    The `verb` goes behind its objects.
    """
    segments: list[list[str]] = [[]]
    at, was_time, of_verb = offset + start, False, segments[0]
    for one in own:
        between = clause[max(0, at - offset) : one.start - offset]
        if _TURN.search(between):
            segments.append([])
        elif _JOIN.fullmatch(between) and segments[-1] and not (was_time or one.is_time):
            segments[-1][-1] = hangeul.attach(segments[-1][-1], "와/과")
        if one is verb:
            of_verb = segments[-1]
        else:
            segments[-1].append(one.korean)
        at, was_time = one.end, one.is_time
    if verb is not None and verb in own:
        of_verb.append(verb.korean)
    return " ".join(" ".join(one) for one in reversed(segments) if one)


def read_glossed(
    question: Question, options: UnderstandOptions | None = None
) -> Understanding | None:
    """What an English question asks, read from its gloss; None where there is none.

    It is read as Korean throughout and answered in English.
    """
    said = gloss(question.text)
    if said is None:
        return None
    history = tuple(gloss(one) or Gloss(text=one, ways={}) for one in question.history)
    ways = {form: other for one in (*history, said) for form, other in one.ways.items()}
    korean = replace(question, text=said.text, history=tuple(one.text for one in history))
    return _read(korean, ways, options)


def read_part(
    question: Question, glossed: Understanding, options: UnderstandOptions | None = None
) -> Understanding:
    """What a part of a gloss asks, whose words may stand as those of the whole may."""
    ways = {term.form: term.renderings for term in glossed.terms if term.renderings}
    return _read(replace(question, history=()), ways, options)


def _read(
    question: Question, ways: Mapping[str, tuple[str, ...]], options: UnderstandOptions | None
) -> Understanding:
    asked = understand(replace(question, language="ko"), options)
    terms = tuple(
        replace(one, renderings=tuple(dict.fromkeys((*one.renderings, *ways.get(one.form, ())))))
        for one in asked.terms
    )
    return replace(asked, terms=terms, voice="en")
