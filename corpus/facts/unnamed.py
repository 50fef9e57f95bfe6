"""Unnamed figures: what their sentence still says of them, one grammar for each.

The average of those compared with, the offices that a reorganisation leaves, the whole that a
difference makes, and the sum of what was counted right before it need no noun beside them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.facts.clauses import end_of
from corpus.facts.draft import Draft
from corpus.facts.labels import clean_name, is_generic, item_label, topic_before
from corpus.facts.noun_phrases import is_anothers, is_noun_phrase
from corpus.facts.papers import is_plan_of_all
from corpus.facts.phrases import is_class, says_enough
from corpus.facts.predicates import predicate_behind
from corpus.facts.things import of_thing

_AVERAGE = re.compile(r"(?:[가-힣·]{2,12}\s){1,2}평균")
_POINTS = "점"
_OFFICES = frozenset({"국", "실", "과", "팀", "단", "관", "담당", "담당관", "본부", "센터"})
_OFFICE_NOUNS = frozenset({"국", "과", "팀", "부서", "담당", "담당관"})
_REORGANISED = re.compile(r"조직|기구|직제|개편")
_LIST = r"(?:\d[\d,]*\s?(?:개\s)?[가-힣]{1,4}?[\s,·]*)+"
_OLD = re.compile(_LIST + r"(?:에서|은|는|\s?→)\s")
_OLD_AND_NEW = re.compile(
    _LIST + r"(?:에서|은|는|\s?→)\s(?:\([가-힣\s]+\)\s)?" + _LIST + r"(?:으로|로|이|가|$|\s?[).])"
)
_BODY = re.compile(
    r"(?<![가-힣])(?P<body>본청|직속기관|소속기관|사업소|출장소)(?:만|은|는|이|가)\s"
)
_POINTS_BACK = re.compile(r"(?:이번|이|그|해당)(?:에)?\s")
_POINTING, _ANGLES = re.compile(r"^이들\s(?=[가-힣]+\s)"), re.compile(r"[<>]")
_STAFF = re.compile(r"명에서\s(?:모두\s|총\s)?\d[\d,천만\s]*명(?:으로|이)\s")
_RATE = re.compile(r"\s\S+[률율]$")
_REVIEW = re.compile(r"(?:평가|심사|감사|청렴도|조사)(?:\s결과)?$")
_COPULA = re.compile(r"(?<=[가-힣]{2})(?:이다|다|입니다|이며|이고)$")
_DETAILED = re.compile(
    r"\s(?P<noun>(?:세부|핵심|실천|중점|단위|추진)\s?(?:과제|사업|지표|시책|항목))"
)
_STRUCTURE = re.compile(r"(?:과제|항목|지표|시책|사업|공약|조치|대책)$")
_LEADS = re.compile(
    r"(?:^|\s)\d[\d,]*\s?(?:대|개|가지)\s?(?:[가-힣]{2,8}\s){0,2}(?:(?:아래|밑에|안에)\s)?(?:총\s|모두\s)?$"
)
_DIFFERS = re.compile(
    r"(?:많은|적은|큰|작은|(?:늘어|줄어|불어)[난든]|늘린|줄인|증가한|감소한|증액된|감액된)\s(?:총\s|모두\s)?$"
)
_CHANGE_AT_END = re.compile(r"\s(?:증가|감소|증액|감액|차이)액?$")
_BUDGET = re.compile(r"(?:예산|추경|회계|기금)(?:안|액)?$")
_BESIDE = re.compile(r"\s?(?P<noun>[가-힣]{0,8}),?\s(?:총\s|모두\s|약\s)?")
_CLOSED = re.compile(r"\s?(?:$|[,.)]|이[다며고]|으로|로\s|을\s|를\s|입니다|규모)")
_COUNTED = frozenset({"건", "개", "곳", "개소"})
_LARGEST = re.compile(
    r"(?:(?P<of>[가-힣·\s]{2,24}?)(?:에서|의|가운데|중)\s)?비중이\s(?:가장|제일)\s(?:큰|높은)\s\S+(?:은|는)\s"
    r"(?P<what>[가-힣·\s]{2,20}?)(?:으로|로)\s$"
)
_OF_BASE = re.compile(r"\s?[가-힣]{2,8}(?:액|수|예산)의\s")
_YEAR = re.compile(r"(?:올해|지난해|작년|내년|전년도?)\s?$")
_COMPARED = re.compile(r"(?:과|와)\s(?:비교|견주)")
_AS_GOAL = re.compile(
    r"(?:을|를)\s(?P<goal>(?:[가-힣]{2,8}\s)?[가-힣]{0,6}목표)(?:치|액)?로\s(?:잡|정|세|삼|내[걸세]|두)"
)
_SHARE = "%"
_AFTER = " 뒤 "  # '조직개편 뒤 과 수': in the name of a state no word of time
_WHOLE_BUDGET, _TOTAL = "예산", "예산 총액"
_IS_SIZE = re.compile(r"\s?(?:규모|으로|로|이다|이며|입니다)")


def unnamed(draft: Draft, drafts: Sequence[Draft], topic: str) -> str:
    """The plainest true name of a figure that has none; '' where nothing tells.

    `drafts` are those of its statement in order, `topic` is what the statement is about.
    """
    readers = (
        _pointed,
        _average,
        _office,
        _structure,
        _whole,
        _beside,
        _share,
        _with_goal,
        _other_year,
    )
    found = (reader(draft, drafts, topic) for reader in readers)
    return next((name for name in found if is_noun_phrase(name.replace(_AFTER, " "))), "")


def _pointed(draft: Draft, drafts: Sequence[Draft], topic: str) -> str:
    """What a name points at, or marks: '이들 사업 총사업비', '<포상금> 최우수'."""
    name = _ANGLES.sub(" ", _POINTING.sub("", draft.name))
    is_changed = name != draft.name and says_enough(name, draft.unit or "")
    return of_thing(topic, " ".join(name.split())) if is_changed else ""


def _average(draft: Draft, drafts: Sequence[Draft], topic: str) -> str:
    """The average score of those that a city is compared with: '자치구 평균은 87점'."""
    if draft.unit != _POINTS or _AVERAGE.fullmatch(draft.name) is None:
        return ""
    before = [one for one in drafts if one.unit == _POINTS and (one.at or 0) < (draft.at or 0)]
    first = before[0].name if before else topic
    owner = topic if first in topic else first if topic in first else of_thing(topic, first)
    return f"{owner} {draft.name}"


def _office(draft: Draft, drafts: Sequence[Draft], topic: str) -> str:
    """How many offices there are before or after a reorganisation, or how many come with it."""
    base = topic.removesuffix("안")
    noun = draft.name.rpartition(" ")[2]
    is_office = draft.unit in _OFFICES or (draft.unit == "개" and noun in _OFFICE_NOUNS)
    is_staff = draft.unit == "명" and "change" not in draft.flags
    is_staff = is_staff and _STAFF.search(draft.statement.text) is not None
    if not (is_office or is_staff) or _REORGANISED.search(topic) is None:
        return ""
    counted = "인원" if is_staff else f"{noun if draft.unit == '개' else draft.unit} 수"
    text, at = draft.statement.text, draft.at or 0
    if body := _BODY.search(text, 0, at):
        counted = f"{body['body']} {counted}"
    if _OLD.match(text, at) and _OLD_AND_NEW.search(text):
        return f"{base} 전 {counted}"
    if _OLD_AND_NEW.search(text):
        return f"{base} 뒤 {counted}"
    told = predicate_behind(text, end_of(draft)) if is_office else None
    return f"{base} {' '.join(told.words)} {counted}" if told is not None else ""


def _structure(draft: Draft, drafts: Sequence[Draft], topic: str) -> str:
    """The items of which a plan consists: '계획은 5대 전략 20개 과제다'."""
    text, end = draft.statement.text, end_of(draft)
    noun = _COPULA.sub("", draft.name.rpartition(" ")[2])
    if detailed := _DETAILED.match(text, end):
        noun = detailed["noun"]
    is_counted = draft.unit == "개" and text.startswith(noun, end + 1) and noun != ""
    leads = _LEADS.search(text, 0, draft.at or 0) is not None
    if not is_counted or _STRUCTURE.search(noun) is None or not leads:
        return ""
    about = topic_before(text, draft.at or 0)
    if (
        about
        and not _POINTS_BACK.match(about)
        and not is_generic(about)
        and is_noun_phrase(about)
        and " " in about
    ):
        return of_thing(about, noun)
    if is_plan_of_all(topic):
        return noun if says_enough(noun, draft.unit or "") and not is_class(noun) else ""
    return "" if _REVIEW.search(topic) else of_thing(_RATE.sub("", topic), noun)


def _whole(draft: Draft, drafts: Sequence[Draft], topic: str) -> str:
    """The sum that a difference makes: '기정예산보다 392억 원 많은 7801억 원'."""
    if draft.unit != "원":
        return ""
    text, at = draft.statement.text, draft.at or 0
    if _DIFFERS.search(text, 0, at):
        before = [one for one in drafts if one.at is not None and one.at < at and one.unit == "원"]
        of = _CHANGE_AT_END.sub("", before[-1].name) if before else ""
        if of and of != before[-1].name and of not in {"기정예산", "본예산", "당초예산"}:
            return of
        return topic if _BUDGET.search(topic) else ""
    is_bare = draft.name == _WHOLE_BUDGET and _IS_SIZE.match(text, end_of(draft)) is not None
    return _TOTAL if is_bare else ""


def _beside(draft: Draft, drafts: Sequence[Draft], topic: str) -> str:
    """The sum of what is counted right before it: '건의는 26개 사업, 10억 원이다'."""
    before = [one for one in drafts if one.at is not None and one.at < (draft.at or 0)]
    last = before[-1] if before else None
    if draft.unit != "원" or last is None or last.unit not in _COUNTED or "change" in draft.flags:
        return ""
    text = draft.statement.text
    beside = _BESIDE.fullmatch(text, end_of(last), draft.at or 0)
    is_next = beside is not None and last.name.endswith(beside["noun"])
    is_next = is_next and _CLOSED.match(text, end_of(draft)) is not None
    is_told = not last.doubts and says_enough(last.name, "원") and not is_anothers(last.name)
    return last.name if is_next and is_told else ""


def _share(draft: Draft, drafts: Sequence[Draft], topic: str) -> str:
    """The share of the largest part, and that of a base which a label has its aim for."""
    if draft.unit != _SHARE:
        return ""
    text, at = draft.statement.text, draft.at or 0
    if largest := _LARGEST.search(text, 0, at):
        of = clean_name(largest["of"] or "")
        return f"{of} {largest['what']} 비중".strip()
    label, value = item_label(text)
    is_of_base = bool(label) and _OF_BASE.fullmatch(text, value, at) is not None
    name = clean_name(label) if is_of_base else ""
    return f"{name} 비율" if name and says_enough(name, "원") else ""


def _with_goal(draft: Draft, drafts: Sequence[Draft], topic: str) -> str:
    """What is aimed at, where the goal is said behind the figure: '5천억 원을 목표로 내걸었다'."""
    goal = _AS_GOAL.match(draft.statement.text, end_of(draft))
    if goal is None or draft.unit == _SHARE:
        return ""
    name = draft.name if draft.name and not is_class(draft.name) else topic
    return name if name.endswith("목표") else f"{name} {goal['goal']}"


def _other_year(draft: Draft, drafts: Sequence[Draft], topic: str) -> str:
    """What the same was in a year that another is compared with: '올해 12조 원과 비교하면'."""
    text = draft.statement.text
    is_year = _YEAR.search(text, 0, draft.at or 0) is not None
    if not is_year or _COMPARED.match(text, end_of(draft)) is None:
        return ""
    of = topic_before(text, draft.at or 0)
    return draft.name if not of and draft.name.startswith(topic) else ""
