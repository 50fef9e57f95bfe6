"""Contests: the evaluation or survey in which a prize or a rank was won, said by the sentence.

'신속집행 평가에서 우수기관에 뽑혀 특별교부세 1억 원을 받는다': the money is that of the evaluation,
and so is a rank. Without it a prize is taken for the city's own revenue.
"""

from __future__ import annotations

import re

from corpus.facts.draft import Draft
from corpus.facts.own_words import own_words
from corpus.facts.things import of_thing
from corpus.particles import particle_of

_PRIZE = re.compile(
    r"(?:인센티브|(?:(?<![가-힣])|재정\s?)지원금|특별교부세|특교세"
    # 보상금, 배상금 and 변상금 make good a loss.
    r"|(?:시상|포상|(?<![가-힣])상|격려|장려)금|상사업비|성과급)$"
)
_CONTEST = re.compile(
    r"(?P<contest>(?:평가|심사|대회|공모|조사|통계|측정|점검|경진))(?:에서(?:는|도)?|\s?결과(?:에서)?|서)(?=[\s,])"
)
_OF_BODY = re.compile(
    r"^.*(?:이|가|의)\s(?:[가-힣·]{2,}한|[가-힣]{2,}인|주관한|벌인|실시한|펼친|연)\s"
)
_WHOSE = re.compile(r"^(?:\S{2,12}(?:부|처|청|도|원회|원|위)의|(?:19|20)\d\d년도?)\s")
_LONGEST = 40  # letters of a contest that can stand before a name


def contest_before(draft: Draft) -> str:
    """The contest that the sentence of a draft names before its figure, '' for none."""
    text, at = draft.statement.text, draft.at
    at = text.find(draft.raw_text) if at is None else at
    found = list(_CONTEST.finditer(text, 0, max(0, at)))
    if not found:
        return ""
    phrase = own_words(text, 0, found[-1].end("contest"))
    words = phrase.words if phrase is not None else ""
    words = _OF_BODY.sub("", words)
    while words != (shorter := _WHOSE.sub("", words)):
        words = shorter
    is_long = len(words) > _LONGEST or any(
        particle_of(one) in {"이", "가"} for one in words.split()
    )
    return "" if is_long or len(words.split()) < 1 or len(words) < len("00평가") else words


def prize_of(contest: str, draft: Draft, name: str) -> str:
    """The name of a prize behind its contest, with what the sentence says the money is for."""
    is_told = name in draft.statement.text and not set(contest.split()) & set(name.split())
    return of_thing(contest, name if is_told else name.rpartition(" ")[2])


def is_prize(name: str) -> bool:
    """Whether a name is that of a prize and of nothing that it was won in."""
    return _PRIZE.search(name) is not None
