"""Points: whether a figure in 점 is a score that was reached, or a weight or threshold."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.characters import fold
from corpus.facts.doubts import KIND_UNSURE, NAME_INCOMPLETE
from corpus.facts.draft import Draft
from corpus.facts.flags import THRESHOLD, WEIGHT
from corpus.facts.labels import join_names
from corpus.facts.things import thing_above
from corpus.facts.wholes import MARKS
from corpus.types import FactKind

_POINTS = "점"
_SCHEME = re.compile(
    r"배점\s?[:(]|배점은\s|합쳐\s?매|합산(?:해|하여|한다|함)|점\s?\+|반영해\s?(?:평가|산출)|[가-힣]점수는\s[^.]{0,80}(?:매긴|합친|더한|나뉜)"
)
_SCHEME_NAME = re.compile(r"배점|만점|가점|감점|가산점|평가\s?방법|심사|기준|서류|발표|면접")
_FULL_MARK = re.compile(r"\s?(?:만점|가운데|중에서|중(?=\s)|척도)")
_TOTAL = re.compile(r"=\s?$")
_BAND = re.compile(r"\d\s?[~∼]\s?\d")
_BAND_BEFORE = re.compile(r"\d\s?점?\s?[~∼]\s?$")
_CUT_OFF = re.compile(
    r"\s?(?:미만|아래|이하|에\s못\s미치)[^.,]{0,12}(?:탈락|과락|제외|떨어|불합격|부적격)"
)
# '5점 만점에 4.4점', '외부 8.86점', '8.34점이던 것이 8.81점': of what is not said.
_GENERAL_WORD = re.compile(
    r"만점|배점|외부|내부|평균|단위|세부|분석|것이?|자치구|증가|감소|증감|차이|총점|최고|최저|상위|하위"
)
_CELL = re.compile(r"(?<![\w.,-])\d[\d.,]*(?![\w.,-])")
# '70점 이상인 자 가운데 고득점순', '60점 이상 득점자': who is chosen at all.
_NEEDED = re.compile(
    r"\s?이상(?:인|을|의|으로|,|\s)[^.,]{0,16}?(?:고득점|득점|높은\s점수|점수|선정|선발|합격|통과|지원|업체|기업|[가-힣]자(?![가-힣])|자\s|사람|순)"
)
_CHOOSES = re.compile(r"선정|심사|선발|평가|접수|배점|모집|서류|면접|발표")
_NEEDED_NAME = "선정 기준 점수"
_SCHEME_HEADING = re.compile(
    r"^\W*(?:[\d가-하]\s?[.)]\s?)?(?:평가|심사|선정|선발)?\s?(?:배점|평가\s?(?:방법|기준|항목|요소|비중)|심사\s?(?:기준|항목|방법)|선정\s?기준)"
    r"(?:\s?\([^()]*\))?\s*:?\s*$"
)
_BOUND = re.compile(r"\s?(?:미만|이상|이하|초과|아래|넘|에\s못)")
_HEAD_OF_MARKS = re.compile(
    r"(?:구분|항목|지표명?|평가항목|심사항목|분야|부문|요소)[^:：\d]{0,16}배점"
)
_GIVEN = re.compile(r"득점|점수|취득|획득|실적|결과")
_EXTRA = re.compile(r"[가감]점|가산점")
_CUT_OFF_NAME = "탈락 기준 점수"


def as_points(draft: Draft) -> Draft:
    """The draft as it is, or as the weight or threshold that its statement says it is.

    Full marks, the sum of all weights and bands of points ('85~95점') are no score of anything, and
    '외부' or '평균' alone does not say of what it is the score: these get a doubt.
    """
    if draft.kind is not FactKind.EVALUATION or draft.unit != _POINTS:
        return draft
    text = fold(draft.statement.text)
    start = draft.statement.text.find(draft.raw_text)
    if start < 0:
        return draft
    if draft.comparator is not None and not _BOUND.match(text, start + len(draft.raw_text)):
        start = text.rfind(draft.raw_text)  # '발표 60점 / 60점 미만은 제외': the bound stands last
    end = start + len(draft.raw_text.rstrip())
    number_end = text.find(_POINTS, start, end) + 1
    if _BAND.search(draft.raw_text) or _BAND_BEFORE.search(text, 0, start):
        return replace(draft, doubts=(*draft.doubts, KIND_UNSURE))
    is_pass = _NEEDED.match(text, number_end) is not None and _CHOOSES.search(text) is not None
    if is_pass or _CUT_OFF.match(text, number_end):
        thing = thing_above(draft.statement)
        doubts = draft.doubts if thing else (*draft.doubts, NAME_INCOMPLETE)
        name = join_names(thing, _NEEDED_NAME if is_pass else _CUT_OFF_NAME)
        return replace(draft, name=name, doubts=doubts, flags=_with(draft, THRESHOLD))
    if _FULL_MARK.match(text, end) or _TOTAL.search(text, 0, start):
        return replace(draft, doubts=(*draft.doubts, KIND_UNSURE))
    if all(_GENERAL_WORD.fullmatch(word) for word in draft.name.split()):
        return replace(draft, doubts=(*draft.doubts, NAME_INCOMPLETE))
    path = draft.statement.passage.heading_path
    is_scheme = bool(path) and (_SCHEME_HEADING.search(path[-1]) or _is_head_of_marks(path[-1]))
    if (
        (is_scheme and draft.statement.is_item and not _EXTRA.search(draft.name))
        or _SCHEME.search(text)
        or _is_full_mark_of_row(text, start, number_end)
    ):
        named = _SCHEME_NAME.search(draft.name) is not None
        name = draft.name if named else join_names(draft.name, MARKS)
        kind = FactKind.STATISTIC  # how marks are given, no evaluation of anybody
        return replace(draft, kind=kind, name=name, flags=_with(draft, WEIGHT))
    return draft


def _is_head_of_marks(entry: str) -> bool:
    """Whether a heading is the head of a flattened table with a column of marks: '구 분 배 점'."""
    tight = entry.replace(" ", "")
    return _HEAD_OF_MARKS.match(tight) is not None and _GIVEN.search(tight) is None


def _is_full_mark_of_row(text: str, start: int, end: int) -> bool:
    """Whether a row gives its full mark beside its label and again among its cells.

    '경영성과(58점) 소계 58 50.29' has 50.29 of 58 points.
    """
    if text[start - 1 : start] != "(" or text[end : end + 1] != ")":
        return False
    full = text[start:end].removesuffix(_POINTS).strip()
    cells = _CELL.findall(text, end)
    return len(cells) > 1 and full in cells


def _with(draft: Draft, flag: str) -> tuple[str, ...]:
    return draft.flags if flag in draft.flags else (*draft.flags, flag)
