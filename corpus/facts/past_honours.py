"""Past honours: what a city was given in the years before, told year by year with one verb.

'2029년에는 장려, 지난해에는 최우수 등급을 받은 바 있다' has two results of what the document is
about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from corpus.characters import fold
from corpus.facts.doubts import NAME_BORROWED
from corpus.facts.draft import Draft, one_value
from corpus.facts.papers import subject_of
from corpus.facts.statements import Statement
from corpus.facts.things import of_thing
from corpus.facts.verdicts import evaluation_above, evaluation_in
from corpus.facts.years import year_context
from corpus.types import FactKind, Phase

_YEAR = r"(?:(?:19|20)\d\d년(?:도)?|지난해|작년|재작년|올해|이듬해)"
_TITLE = r"(?:최우수|우수|장려|최고|대상|보통|미흡)"
_ONE = re.compile(
    rf"(?P<year>{_YEAR})(?:에는|에|엔|은|는)?\s(?P<title>{_TITLE}(?:상|\s?(?:기관|지자체|자치단체))?)(?:\s?등급)?"
)
# What joins one year's to the next ones: ', ', '에 이어 ', '을 받고 ', '에서 '.
_JOINED = re.compile(
    r"(?:,\s?|에서\s|에\s이어\s?,?\s?|이었고,?\s|(?:을|를|에|으로)\s(?:받|뽑히|선정되|오르)고,?\s)"
)
_CLOSED = re.compile(
    r"(?:\s?(?:등급|기관|상|평가))?(?:을|를|에|으로|로)\s(?:[가-힣]{1,6}\s)?"
    r"(?:받[았은]|뽑[혔힌]|선정[됐된되]|올[랐라]|오른|차지[했한]|거[뒀둔]|안았|탔|기록)"
)
_TOPIC_OF_TIME = re.compile(r"(?:평가|심사|대회|공모)$")
_FEWEST = 2


def past_honours(statement: Statement) -> Iterator[Draft]:
    """The honours of several years that one sentence tells, each of its own year."""
    text = fold(statement.text)
    found = list(_ONE.finditer(text))
    if len(found) < _FEWEST or statement.is_row:
        return
    gaps = [text[one.end() : other.start()] for one, other in pairwise(found)]
    if not all(map(_JOINED.fullmatch, gaps)) or _CLOSED.match(text, found[-1].end()) is None:
        return
    said = evaluation_in(text[: found[0].start()])
    name = said or evaluation_above(statement) or _of_topic(statement)
    if not name:
        return
    context = year_context(statement)
    for one in found:
        year, flags = context.year_at(statement.text, one.start("title"))
        title = "".join(one["title"].split())
        yield Draft(
            statement=statement,
            kind=FactKind.EVALUATION,
            name=name,
            raw_text=statement.text[one.start("title") : one.end("title")],
            value=title,
            values=one_value(year, title, Phase.ACTUAL),
            fiscal_year=year,
            flags=flags,
            doubts=() if said else (NAME_BORROWED,),
        )


def _of_topic(statement: Statement) -> str:
    """The evaluation of what a document is about, whose title names none; '' where it has none."""
    topic = subject_of(statement)
    return topic if _TOPIC_OF_TIME.search(topic) else of_thing(topic, "평가") if topic else ""
