"""Honours: what an evaluation or contest made of a city, where no grade or rank is printed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.facts.draft import Draft, one_value
from corpus.facts.labels import clean_name, label_before
from corpus.facts.statements import Statement
from corpus.facts.verbs import is_adnominal
from corpus.facts.verdicts import is_sound
from corpus.facts.years import year_context
from corpus.types import FactKind, Phase

# '민원 평가에서 최우수기관에 뽑혔다', '… 경진대회에서 대상을 받았다': it was won, and is no wish.
_TITLES = ("최우수", "우수", "장려", "대상", "최고", "으뜸")
_EVALUATION = r"(?:평가|심사|대회|공모전?)"
_HONOUR = re.compile(
    rf"{_EVALUATION}(?P<behind>[’'」』”\"]?\s?(?:\([^()]{{1,30}}\))?)에서도?\s"
    r"(?:[가-힣\d]{1,8}\s){0,3}?"
    rf"(?P<title>(?:{'|'.join(_TITLES)})"
    r"\s?(?:기관|상|지방자치단체|지자체|자치단체|시·?군|도시)?)(?:으로|에|을|를)\s(?:[가-힣]{1,4}\s)?"
    r"(?:뽑[혔힌혀]|선정[됐돼된]|선정되[어었]|올랐|올라|받았|받아|받은|차지했|차지해|안았|탔다|거머쥐)"
)
_REACH = 80  # characters before the honour in which the evaluation is named
_QUOTED = re.compile(r"[‘'「『“\"](?P<inside>[^‘’'「」『』“”\"]{4,60})$")


def honours(statement: Statement) -> Iterator[Draft]:
    """The honours that a statement says were won, each in the name of what it was won in.

    A grade or rank beside them is an evaluation of its own (`corpus.facts.evaluations`).
    """
    text = statement.text
    if "에서" not in text or not any(one in text for one in _TITLES):
        return
    for match in _HONOUR.finditer(text):
        name = _judged(text, match.start("behind"))
        if not is_sound(name) or " " not in name:
            continue  # '평가에서 대상을 받았다' does not say in which
        year, flags = year_context(statement).year_at(text, match.start("title"))
        title = "".join(match["title"].split())
        yield Draft(
            statement=statement,
            kind=FactKind.EVALUATION,
            name=name,
            raw_text=text[match.start("title") : match.end("title")].strip(),
            value=title,
            values=one_value(year, title, Phase.ACTUAL),
            fiscal_year=year,
            flags=flags,
        )


def _judged(text: str, end: int) -> str:
    """What ends at text[:end] and was judged: the title between quotes, else the words of it."""
    quoted = _QUOTED.search(text, max(0, end - _REACH), end)
    name = clean_name(quoted["inside"] if quoted else label_before(text, max(0, end - _REACH), end))
    first, _, rest = name.partition(" ")
    return rest if is_adnominal(first) else name  # '벌인 … 평가'
