"""Which of several got a grade: the rows of a list of grades that print the one asked about.

'가 등급 받은 항목은 뭐예요?' asks for rows; the words of the question alone find any of them. Where
no statement of the place prints the grade at all, nothing there can say who or what got it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

import corpus
import index
from assistant.evidence import Evidence, evidence_of, places_named
from assistant.grammar import Asked
from assistant.matching import tight
from assistant.retrieve import Retrieved
from assistant.understand import Understanding


@dataclass(frozen=True, slots=True, kw_only=True)
class GradedOptions:
    """At most `most` rows are told; a list of grades has `fewest` rows or more.

    The documents of the best `candidates` statements are looked at.
    """

    most: int = 6
    fewest: int = 3
    candidates: int = 8


_GRADE = (
    r"(?<![가-힣A-Za-z\d])['‘\"“]?(?P<grade>[가나다라마]|SA|[SA-E][+-]?|\d)['’\"”]?"
    r"(?:\s?등급(?:을|를|이|으로)?|(?<=['’\"”])(?:을|를))\s?"
)
_ASKED = re.compile(
    rf"{_GRADE}(?:받|인|나온|나왔|맞은|얻|매겨)[가-힣]{{0,3}}\s(?P<noun>[가-힣]{{1,6}})|"
    r"(?P<things>항목|분야|지표|부문|부서|곳)[은는이가중에서\s]+"
    + _GRADE.replace("grade", "other"),
    re.IGNORECASE,
)
_WHICH = re.compile(
    r"무엇|뭐|뭔|어떤|어느|어디|무슨|누구|누가|알려|말해|나열|이름|목록|항목\s?\??$|분야\s?\??$"
)
# Who got it is a place: a row that names none tells of a part of the grade.
_OF_PLACES = re.compile(
    r"자치구|자치단체|지자체|(?<![가-힣])(?:시|군|구|도시)[은는이가\s]|시\s?[·,]\s?군"
)
_OVERALL = re.compile(r"종합\s?등급|전체|총평|우리\s")


def asked_grade(asked: Understanding) -> str:
    """The grade of which a question asks what got it ('가등급'); '' where it asks no such thing."""
    match = _ASKED.search(asked.text)
    if asked.language != "ko" or match is None or not _WHICH.search(asked.text):
        return ""
    return f"{(match['grade'] or match['other']).upper()}등급"


def graded_rows(
    asked: Understanding,
    retrieved: Retrieved,
    snapshot: index.Snapshot,
    options: GradedOptions | None = None,
) -> tuple[Evidence, ...]:
    """The rows of one list that print the grade asked about, in order; () where none does."""
    options = options or GradedOptions()
    grade = asked_grade(asked)
    if not grade or not asked.asks(Asked.LIST, Asked.GRADE, Asked.PERSON, Asked.TEXT):
        return ()
    fitting = [one for one in retrieved.candidates[: options.candidates] if one.fits]
    for document in dict.fromkeys(one.evidence.document.id for one in fitting):
        request = index.RecordRequest(document_ids=(document,), kinds=(corpus.FactKind.EVALUATION,))
        facts = [one for one in snapshot.facts(request) if _is_row(one)]
        for rows in _lists(facts, snapshot):
            found = [one for one in rows if one.value == grade]
            if _OF_PLACES.search(asked.text):
                found = [one for one in found if places_named(one.quote)]
            if len(rows) >= options.fewest and 0 < len(found) <= options.most:
                return tuple(evidence_of(one, snapshot) for one in found)
    return ()


def is_grade_unsaid(asked: Understanding, retrieved: Retrieved) -> bool:
    """Whether who or what got a grade is asked, and no statement of the place prints the grade."""
    grade = asked_grade(asked)
    if not grade:
        return False
    letter = re.escape(grade.removesuffix("등급"))
    ends = r"(?![A-Za-z])" if letter.isascii() else r"['’\"”]?(?:\s?등급|\s*$|\s?[)/,])"
    printed = re.compile(rf"(?<![가-힣A-Za-z\d]){letter}{ends}", re.IGNORECASE | re.MULTILINE)
    return not any(
        printed.search(one.evidence.quote) for one in retrieved.candidates if one.fits_place
    )


def _is_row(fact: corpus.Fact) -> bool:
    return (
        isinstance(fact.value, str)
        and fact.value.endswith("등급")
        and not _OVERALL.search(fact.name)
        and tight(fact.quote) != tight(fact.raw_text)
    )


def _lists(
    facts: Iterable[corpus.Fact], snapshot: index.Snapshot
) -> Iterable[tuple[corpus.Fact, ...]]:
    """The facts of a document that stand in rows of one list, list by list."""
    facts = tuple(facts)
    request = index.RecordRequest(ids=tuple({one.passage_id for one in facts}))
    paths = {one.id: one.heading_path for one in snapshot.passages(request)} if facts else {}
    lists: dict[tuple[str, ...], list[corpus.Fact]] = {}
    for one in sorted(facts, key=lambda fact: fact.start):
        lists.setdefault(paths.get(one.passage_id, ()), []).append(one)
    return tuple(map(tuple, lists.values()))
