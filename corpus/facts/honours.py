"""Honours: what an evaluation or contest made of a city, where no grade or rank is printed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.facts.draft import Draft, one_value
from corpus.facts.labels import clean_name, label_before, place_named
from corpus.facts.statements import Statement
from corpus.facts.verbs import is_adnominal
from corpus.facts.verdicts import is_sound
from corpus.facts.years import year_context
from corpus.types import FactKind, Phase

# '민원 평가에서 최우수기관에 뽑혔다', '… 경진대회에서 대상을 받았다': it was won, and is no wish.
_TITLES = ("최우수", "우수", "장려", "최고", "으뜸")
_GRAND = "대상"
_EVALUATION = r"(?:평가|심사|대회|공모전?)"
_HONOUR = re.compile(
    rf"{_EVALUATION}(?P<behind>[’'」』”\"]?\s?(?:\([^()]{{1,30}}\))?)에서도?\s"
    r"(?:[가-힣\d]{1,8}\s){0,3}?"
    rf"(?:(?P<title>(?:{'|'.join(_TITLES)})"
    r"\s?(?:기관|상|지방자치단체|지자체|자치단체|시·?군|도시)?)(?:으로|에|을|를)"
    # Who is chosen '지원 대상으로' gets something and has won nothing.
    rf"|(?<!지원\s)(?<!사업\s)(?<!평가\s)(?<!심사\s)(?<!점검\s)(?<!조사\s)(?<!관리\s)"
    rf"(?P<grand>{_GRAND})(?:에|을))\s(?:[가-힣]{{1,4}}\s)?"
    r"(?:(?P<which>뽑힌|선정된|받은)|뽑[혔혀]|선정[됐돼]|선정되[어었]|올랐|올라|받았|받아"
    r"|차지했|차지해|안았|탔다|거머쥐)(?!야)"
)
# '우수기관으로 선정된 부서에는' is a rule; '선정된 가람시는', '선정된 것은' tells of one that was.
_TELLS_ONE = re.compile(
    r"\s?(?:것|데|바|뒤|후|이후|이래|점|덕|만큼|[가-힣]{0,6}[시군구도](?:[은는이가의]|로서)(?=\s))"
)
_SUBJECT = re.compile(r"(?<![가-힣])(?P<place>[가-힣]{1,8}[시군구도])(?P<particle>[은는이가])\s")
_HOST = re.compile(r"(?:한|인|된|연|온|여는|하는)(?=\s)")  # '도가 벌인 평가'
_REACH = 80  # characters before the honour in which the evaluation is named
_QUOTED = re.compile(r"[‘'「『“\"](?P<inside>[^‘’'「」『』“”\"]{4,60})$")


def honours(statement: Statement) -> Iterator[Draft]:
    """The honours that a statement says were won, each in the name of what it was won in.

    A grade or rank beside them is an evaluation of its own (`corpus.facts.evaluations`).
    """
    text = statement.text
    if "에서" not in text or not any(one in text for one in (*_TITLES, _GRAND)):
        return
    for match in _HONOUR.finditer(text):
        if match["which"] and _TELLS_ONE.match(text, match.end()) is None:
            continue
        if _is_anothers(statement, match.start()):
            continue
        name = _judged(text, match.start("behind"))
        if not is_sound(name) or " " not in name:
            continue  # '평가에서 대상을 받았다' does not say in which
        printed = "title" if match["title"] else "grand"
        year, flags = year_context(statement).year_at(text, match.start(printed))
        title = "".join(match[printed].split())
        yield Draft(
            statement=statement,
            kind=FactKind.EVALUATION,
            name=name,
            raw_text=match[printed].strip(),
            value=title,
            values=one_value(year, title, Phase.ACTUAL),
            fiscal_year=year,
            flags=flags,
        )


def _is_anothers(statement: Statement, end: int) -> bool:
    """Whether another government than the document's is what text[:end] is about."""
    own = statement.document.municipality
    for found in reversed(list(_SUBJECT.finditer(statement.text, 0, end))):
        is_host = found["particle"] in {"이", "가"} and _HOST.search(
            statement.text, found.end(), end
        )
        if not is_host and (place := place_named(found["place"])) is not None:
            return own is not None and place != own
    return False


def _judged(text: str, end: int) -> str:
    """What ends at text[:end] and was judged: the title between quotes, else the words of it."""
    quoted = _QUOTED.search(text, max(0, end - _REACH), end)
    name = clean_name(quoted["inside"] if quoted else label_before(text, max(0, end - _REACH), end))
    first, _, rest = name.partition(" ")
    return rest if is_adnominal(first) else name  # '벌인 … 평가'
