"""Questions that ask for two things at once: each is answered by itself where one answer has one.

'살림 규모와 채무는 얼마인가요?', '부서장은 몇 명이고 지표는 몇 개인가요?'
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import corpus
import index
from assistant.grammar import Asked
from assistant.graphql_text import facts_query
from assistant.matching import tight
from assistant.solver.goals import goal_of
from assistant.types import Answer, AnswerStatus, Calculation, Citation
from assistant.understand import Understanding


@dataclass(frozen=True, slots=True, kw_only=True)
class PartOptions:
    """At most `most` things are told apart; answers of over `longest` characters stay apart."""

    most: int = 3
    longest: int = 600


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One of the things asked for: its words, and questions that ask for it alone, best first.

    `about` are the words of a whole clause, for one that asks in a verb ('얼마를 정리했나요').
    """

    words: tuple[str, ...]
    questions: tuple[str, ...]
    about: tuple[str, ...] = ()


_ASKS = r"(?:몇|얼마|언제|어디|누구|누가|무엇|뭐|어느|어떤)"
_CLAUSES = re.compile(
    rf"(?P<first>.*?{_ASKS}\s?[가-힣]{{0,6}}?)(?:이고|이며|인지|였고|했고|되고|하고|고|며)\s?,?\s"
    rf"(?P<second>\S.*?{_ASKS}.*)"
)
_THINGS = re.compile(
    rf"(?P<lead>.*?)(?P<things>[가-힣·]+(?:(?:이랑|랑|와|과|하고|,)\s+[가-힣·]+?)+)"
    rf"(?P<tail>(?:은|는|이|가|을|를)?\s+(?:각각\s+)?(?:{_ASKS}|(?:좀\s)?(?:알려|말해|가르쳐)).*)"
)
_FIGURE = r"[가-힣·]*(?:액|건수|개수|수|율|률|사업비|예산|규모|인원|점수|등급|순위|기간)"
_TERSE = re.compile(
    rf"(?P<lead>(?:\S+\s)*?)(?P<first>(?:총\s)?{_FIGURE})(?:이랑|랑|와|과|하고|,|\s및)\s"
    rf"(?P<second>(?:[가-힣·]+\s){{0,2}}{_FIGURE})\s?\??"
)
_AND = re.compile(r"(?:이랑|랑|와|과|하고|,)\s+")
# What is said of two as one: what they come to, which is more, how far they are apart.
_AS_ONE = re.compile(
    r"합|더[하한해]|차이|격차|비교|중\s|중에|가운데|보다|관계|비율|비중|순서|사이|함께|더\s"
)
_ONE_VALUE = (Asked.SUM, Asked.DIFFERENCE, Asked.SHARE, Asked.MULTIPLE, Asked.GROWTH, Asked.REASON)
_NOUNS = frozenset({"NNG", "NNP", "XR", "SL"})
_ASKING = frozenset({"얼마", "얼만큼"})
_MARK = re.compile(r"\[(\d+)\]")


def parts_of(asked: Understanding, options: PartOptions | None = None) -> tuple[Part, ...]:
    """The things that a Korean question asks for, each alone; () where it asks for one."""
    options = options or PartOptions()
    if asked.language != "ko" or asked.compares_places or asked.asks(*_ONE_VALUE):
        return ()
    text = asked.text
    if _AS_ONE.search(text) or goal_of(asked) is not None:
        return ()
    parts = _clauses(text, asked) or _things(text, asked) or _terse(text, asked)
    return parts if 1 < len(parts) <= options.most and all(one.words for one in parts) else ()


def is_told(part: Part, answer: Answer) -> bool:
    """Whether an answer says all words of a part: in its own words, else in what it quotes.

    The answer to a part's own question (`is_answered`) may say it in other words.
    """
    own = "\n".join(line for line in answer.text.splitlines() if "“" not in line)
    said = tight(own or answer.text)
    return answer.status is AnswerStatus.ANSWERED and all(tight(one) in said for one in part.words)


def is_answered(part: Part, answer: Answer) -> bool:
    """Whether an answer to the question of a part says any of what the part is about."""
    said = tight(answer.text)
    words = part.about or part.words
    return answer.status is AnswerStatus.ANSWERED and any(tight(one) in said for one in words)


def in_parts(
    parts: Sequence[Part],
    whole: Answer,
    ask: Callable[[str], Answer],
    options: PartOptions | None = None,
) -> Answer | None:
    """The answers to all parts as one; None where one is not told, or `whole` tells them all."""
    options = options or PartOptions()
    if not parts or all(is_told(one, whole) for one in parts):
        return None
    told: list[Answer] = []
    for part in parts:
        answers = (ask(question) for question in part.questions)
        found = next((one for one in answers if is_answered(part, one)), None)
        found = found or (whole if is_told(part, whole) else None)
        if found is None:
            return None
        told.append(found)
    joined = _joined(told, whole)
    return joined if len(joined.text) <= options.longest else None


def _clauses(text: str, asked: Understanding) -> tuple[Part, ...]:
    match = _CLAUSES.fullmatch(text)
    if match is None:
        return ()
    first, second = match["first"], match["second"]
    carried = _carried(asked, second)
    return (
        Part(words=_words(first)[-1:], questions=(first,)),
        Part(
            words=_words(second)[-1:],
            questions=(f"{carried}{second}",),
            about=_words(second),
        ),
    )


def _things(text: str, asked: Understanding) -> tuple[Part, ...]:
    match = _THINGS.fullmatch(text)
    if match is None or corpus.find_municipalities(match["things"]):
        return ()
    names = _AND.split(match["things"])
    return tuple(
        Part(
            words=_words(name)[-1:],
            questions=(
                f"{match['lead']}{name}{match['tail']}",
                f"{_carried(asked, name)}{name}{match['tail']}",
            ),
        )
        for name in names
    )


def _terse(text: str, asked: Understanding) -> tuple[Part, ...]:
    """Two figures named without a word that asks ('2030년 절감액과 심사 건수')."""
    match = _TERSE.fullmatch(text.strip())
    if match is None:
        return ()
    return tuple(
        Part(
            words=_words(match[side])[-1:],
            questions=(
                f"{match['lead']}{match[side]}",
                f"{_carried(asked, match[side])}{match[side]}",
            ),
            about=_words(match[side]),
        )
        for side in ("first", "second")
    )


def _carried(asked: Understanding, text: str) -> str:
    """The place and the year of the whole question, for a part that names none of its own."""
    places = () if corpus.find_municipalities(text) else asked.places
    years = () if re.search(r"\d{2,4}년|작년|지난해|올해|내년", text) else asked.years
    return "".join(f"{one.name} " for one in places) + "".join(f"{one}년 " for one in years)


def _words(text: str) -> tuple[str, ...]:
    """The nouns of a part that tell it from the others, in order."""
    spans = [(one.start, one.end) for one in corpus.find_municipalities(text)]
    spans += [(one.start, one.end) for one in corpus.find_dates(text)]
    return tuple(
        word.form
        for word in index.analyse(text)
        if word.tag.partition("-")[0] in _NOUNS
        and len(word.form) > 1
        and word.form not in _ASKING
        and not any(start <= word.start < end for start, end in spans)
    )


def _joined(told: Sequence[Answer], whole: Answer) -> Answer:
    """Answers as one, their citations numbered anew, each stretch cited once."""
    citations: list[Citation] = []
    numbers: dict[tuple[str, int, int], int] = {}
    texts: list[str] = []
    calculations: list[Calculation] = []
    facts: list[corpus.Fact] = []
    for answer in {one.text: one for one in told}.values():
        new: dict[int, int] = {}
        for one in answer.citations:
            key = (one.document.id, one.start, one.end)
            if key not in numbers:
                numbers[key] = len(numbers) + 1
                citations.append(replace(one, number=numbers[key]))
            new[one.number] = numbers[key]
        texts.append(_renumbered(answer.text, new))
        calculations += [
            replace(one, inputs=tuple(new[number] for number in one.inputs))
            for one in answer.calculations
        ]
        facts += [one for one in answer.facts if one not in facts]
    return replace(
        whole,
        status=AnswerStatus.ANSWERED,
        text="\n".join(texts),
        citations=tuple(citations),
        calculations=tuple(calculations),
        facts=tuple(facts),
        query=facts_query(facts),
    )


def _renumbered(text: str, new: Mapping[int, int]) -> str:
    return _MARK.sub(lambda mark: f"[{new[int(mark[1])]}]", text)
