"""Verdicts: which evaluation or index a grade or rank is of, and when none is given at all."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.facts.labels import is_generic, is_place, label_before
from corpus.facts.statements import Statement
from corpus.facts.verbs import closes_clause, is_adnominal
from corpus.recall import LIMITS

_GIVES_GRADES = re.compile(
    r"(?:청렴도|체감도|노력도|평가|심사|측정|경진대회|지수)"
    r"(?!\s?(?:대상|방법|개요|기준|항목|지표|체계|계획|위원|단(?![가-힣])|담당|자(?![가-힣])|기간|방식|일정|내용|등급표|분야|향상|제고|개선|높이|강화|대책|시책|교육|관리|업무))"
)
_MEASURE = re.compile(
    r"(?:청렴도|체감도|노력도|만족도|이행도|달성도|평가|심사|측정|점검|대회|공모|지수|인증|서비스|부문|분야|지표|성과)"
)
_NO_NAME = re.compile(r"등급|\d위|[\[\]「」]")
_HEADLINE_VERB = re.compile(
    r"(?:올라|올려|내려|받아|받은|거둬|지켜|이어|때|때는|위인|아래인|최고인)$"
)
_MARKS = re.compile(r"[:：‘’“”'\"「」『』()\[\]<>]")
_BODY = re.compile(
    r"[가-힣]{1,10}(?:처|청|부|위원회|공사|공단|재단|병원|대학교|시|군|구|도|원|과|국|실|읍|면|동)"
)
# '69개 구 중 2위', '도내 시부 2위': among whom a rank was reached.
_SCOPE = re.compile(
    r"(?:^|[\s,(·])(?P<scope>(?:(?:전국|도내|시내|관내|광역|기초|자치구|시부|군부|구부|시·도|시도|시·군|시군|시군구|[가-힣]{2,3}권)\s?){1,3}"
    r"|(?:전국\s|도내\s)?\d{1,3}개\s?[가-힣·]{1,10}\s(?:중|가운데))\s?$"
)
_NOT_REACHED = re.compile(
    r"\s?(?:을|를|은|는|이|가)?\s?[^.,]{0,14}?(?:한\s(?:곳|기관|군데|명|팀)도|없[었음다는])"
)
_MOVED = re.compile(
    r"\s?(?:이|가|만큼)?\s?(?:더\s)?(?:높|낮|상승|하락|올랐|올라|내려|뛰어|뛰었|차이|앞서|↑|↓|▲|▼|향상)"
)
_COMPARED = re.compile(r"(?:보다|대비|비해|견줘)[^.,]{0,8}$")
_FORMER = re.compile(r"(?:과거|옛|이전|종전|한때|그동안)\s?[^.,]{0,6}$")
_HELD_ONCE = re.compile(r"\s?(?:에|을|를|이|으로)?\s?[가-힣]{1,6}던\s")
_COURSE_BEHIND = re.compile(r"\s?\([^()]{0,80}→")
# '다등급에서 한 계단 올라섰다' was the one before.
_LEFT = re.compile(r"'?\s?에서\s(?:[한두세네]|\d)\s?(?:단계|계단|등급)")
_DATED = re.compile(r"(?:19|20)\d\d|'\d\d|전년|지난해|작년")
_HEAD = re.compile(r"(?:구\s?분|연\s?도|항\s?목|분\s?야|지\s?표)\s")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_FIGURE_BEFORE = re.compile(r"\s*\d[\d.,]*\s?점\s*\(\s*'?$")


def is_none_given(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] names a grade that nobody got, or by how many grades one moved."""
    if _NOT_REACHED.match(text, end):
        return True
    before = text[max(0, start - _NEAR) : start]
    return _MOVED.match(text, end) is not None and _COMPARED.search(before) is not None


def is_of_another_time(text: str, start: int, end: int) -> bool:
    """Whether a grade was held once, at a time that the words about it leave open."""
    before = text[max(0, start - _NEAR) : start]
    return any(
        (
            _LEFT.match(text, end) and not _DATED.search(before),
            _FORMER.search(before),
            _HELD_ONCE.match(text, end),
            _COURSE_BEHIND.match(text, end),
        )
    )


def column_years(path: tuple[str, ...]) -> tuple[int, ...]:
    """The years of the columns where the line above is the head of a flattened table."""
    if not path or not _HEAD.match(path[-1]):
        return ()
    return tuple(int(match.group()) for match in _YEAR.finditer(path[-1]))


_NEAR = 24  # characters before a grade in which it is compared or dated


def without_figure(text: str, at: int) -> int:
    """Where the words before a grade end: '내부청렴도 7.23점(4등급)' is the grade of the former."""
    match = _FIGURE_BEFORE.search(text, 0, at)
    return match.start() if match else at


def scope_before(text: str, at: int) -> str:
    """Among whom the rank at text[at:] was reached ('전국', '69개 구 중'); '' where not said."""
    match = _SCOPE.search(text, max(0, at - _NEAR), at)
    if match:
        return match["scope"].strip()
    words = text[max(0, at - _NEAR) : at].split()
    return words[-1] if words and is_place(words[-1]) else ""  # '서울 1위'


def is_sound(name: str) -> bool:
    """Whether a name is that of something that is graded: no headline, no other grade, no verb."""
    if not name or _NO_NAME.search(name) or is_generic(name):
        return False
    last = name.split()[-1]
    if is_verb(last):
        return False
    return _MEASURE.search(name) is not None or last.endswith("도")


def is_verb(word: str) -> bool:
    """Whether a word of a headline only says what happened ('올라', '받아')."""
    return closes_clause(word) or is_adnominal(word) or _HEADLINE_VERB.search(word) is not None


def is_body(name: str) -> bool:
    """Whether a name is that of an office or another body, which was graded itself."""
    return _BODY.fullmatch(name) is not None


def evaluation_above(statement: Statement) -> str:
    """The evaluation that the headings above a statement name, else the title; '' for none."""
    return _evaluation((*statement.passage.heading_path[::-1], statement.document.title))


@lru_cache(maxsize=LIMITS.texts)
def _evaluation(entries: tuple[str, ...]) -> str:
    """The first evaluation named; a later entry that says it more fully ('종합청렴도') is taken."""
    found = ""
    for entry in entries:
        name = evaluation_in(entry)
        if not found or (name.endswith(found) and name != found):
            found = name or found
    return found


def evaluation_in(text: str) -> str:
    """The last evaluation or index that a text names, with the words that tell which."""
    text = _MARKS.sub(",", text)
    for match in reversed(list(_GIVES_GRADES.finditer(text))):
        name = label_before(text, 0, match.end())
        if name not in {"평가", "심사", "측정", "지수"} and is_sound(name):
            return name
    return ""
