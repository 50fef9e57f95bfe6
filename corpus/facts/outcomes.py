"""Outcomes: what was done with a sum, said by the verb behind it, as the measure of its name.

'체납액 28억 원을 걷었다' tells what was collected and no arrears, 'A 50억 원 가운데 30억 원을 썼다'
what was spent. The verb becomes the measure that closes the name: 체납액 징수액, A 집행액.
"""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.facts.draft import Draft
from corpus.facts.flags import GOAL, THRESHOLD
from corpus.facts.noun_phrases import is_noun_phrase
from corpus.facts.phrases import is_class

_TIED = (
    r"(?:여|가량|쯤|정도)?\s?(?:\([^()]{0,30}\))?(?:을|를|이|가)?\s?"
    r"(?:(?:모두|조기|먼저|이미|새로|각각|추가로|실제로?|앞당겨|잘못)\s)?"
)
_DONE = (
    ("절감액", r"줄였|줄인|아꼈|아낀|아껴|절감(?:했|한|해|하)|절약(?:했|한|해|하)"),
    ("지출 결정액", r"지출\s?결정"),
    ("징수액", r"(?:거뒀|거둬|거두었|거둔|걷어|걷었|걷은)|징수(?:했|하|해|한|됐)"),
    ("추징액", r"추징(?:$|했|하|해|한|됐|토록|조치)"),
    ("회수액", r"회수(?:$|했|하|해|한|됐|토록|조치)"),
    ("환수액", r"환수(?:$|했|하|해|한|됐|토록|조치)"),
    ("부과액", r"부과(?:했|하|해|한|됐)|매겼|매긴|물렸"),
    ("집행액", r"집행(?:했|해|한(?!도)|됐|하며|하고)|썼|써(?=\s)|쓴(?!다)|풀었|지출(?:했|해|됐)"),
    ("확보액", r"따냈|따낸|따내|따왔|확보(?:했|해|한|하며|하고|됐)"),
    ("모금액", r"모금(?:했|해|한|됐)|모았|모인|모여"),
    ("반납액", r"반납(?:했|해|한|하)"),
    ("체납 정리액", r"정리(?:했|해|한)(?=.{0,12}체납)"),
)
_BEHIND = tuple((noun, re.compile(_TIED + f"(?:{verb})")) for noun, verb in _DONE)
# What follows a verb that tells of nothing done: '징수하지 못했다', '집행해야', '확보하기로'.
_NOT_DONE = re.compile(
    r"하?지(?:는|도|를)?\s?(?:못|않|아니|말)|어?야(?=[\s.,]|[하할한했])|(?<=[한인낀긴낸둔])다(?![가-힣])"
    r"|하?기(?:로|\s|에)|려(?:고|는|면|했)|면(?!서)|자(?=[\s.,])|도록\s?(?:노력|힘)"
    r"|\s?(?:달라|줄\s?것|주기|주도록)|\s나(?:갈|간다|가기로|가겠)|겠|는\s?데(?:는|에)?\s?실패"
    r"|\s(?:적|바)[이은도]?\s?없"
)
_WON = frozenset({"확보액", "모금액"})
_SAVING = "절감액"
_REVIEWED = re.compile(r"심사|감사|절감|아꼈|아낀|아껴|절약")
_SAYS = re.compile(
    r"(?:절감|징수|추징|회수|환수|부과|지출|확보|모금|반납|감면|보상)(?:액|금|금액|목표|실적)?$|(?:집행액|증가|감소|증액|감액|차이|목표|기준|사업비|공사비|단가|한도)(?:액|치)?$"
)
_OF_WHOLE = re.compile(r"(?:가운데|중)(?:에서)?\s(?:\S{1,12}\s){0,2}$")
_WHOLE_AT_END = re.compile(r"\s(?:(?:집행|징수|정리)?\s?대상액?|목표액?|예산(?:현)?액?|계획액?)$")
_LISTED_ADDED = re.compile(r"(?:이|가|을|를)\s(?:더해졌|더했|보태졌|추가됐|늘었|증액됐)다\.?\s*$")
_REVIEW = re.compile(
    r"(?<![가-힣·])(?P<review>[가-힣·]{1,12}(?:심사|감사))(?:해|하여|로|로는|를|는|에서|을)?(?=\s)"
)
_BRACKET = re.compile(r"\([^()]*\)")
_BODY = re.compile(r"(?:위원회|감사관|감사위|담당관|[가-힣]{1,4}[시군구도])$")
_LOOKED_INTO = frozenset({"원", "건"})
_LOOKED = re.compile(
    r"(?:\([^()]{0,40}\))?(?:,\s\d[\d,.조억만천\s]{0,24}원)?(?:어치)?(?:을|를)?\s(?:모두\s)?(?P<review>(?:계약|원가|계약원가)심사|(?:일상|종합|특정)감사)(?:해|하여|했)"
)
_HAS_REVIEW = re.compile(r"심사|감사")
_SAVINGS = frozenset({"절감액", "절감률"})
_MARKS = re.compile(r"[△▲▵▴]")
_LISTS_SAVED = re.compile(
    r"(?:줄인|줄어든|아낀|절감한|절감된|깎은|덜어낸|절약한)\s(?:돈|금액|예산|액수|사업비)(?:을|은|이)?\s"
)
_LISTS_GROWN = re.compile(
    r"(?:늘어난|증가한|불어난)\s(?:폭|금액|액수|돈)(?:도|은|이|을)\s|증가(?:액|폭)(?:은|이|도)\s(?=[가-힣])"
)
_SAVED_FIRST = re.compile(r"(?:줄인|줄어든|아낀|절감한|절감된|깎은)\s(?:돈|금액|예산|액수)\s(?=\S)")
_PRIZE = re.compile(r"시상금|포상금|상금|장려금|인센티브")
_PLACES = frozenset({"최우수", "우수", "장려", "대상", "금상", "은상", "동상", "으뜸", "노력"})
_TOLD = " 금액"  # '거둔 금액': the verb stands before it
_FEWEST = 2  # marks of a list whose verb stands at its end


def with_outcome(draft: Draft) -> Draft:
    """The draft of a sum, with what was done with it at the end of its name."""
    if draft.at is None:
        return draft
    if draft.unit in _LOOKED_INTO and (name := _reviewed(draft)):
        return replace(draft, name=name)
    if draft.unit == "%" and (name := _saved_by(draft)):
        return replace(draft, name=name)
    if draft.unit != "원" or draft.value is None:
        return draft
    if THRESHOLD in draft.flags or "range" in draft.flags:
        return draft
    name = _saved_by(draft) or _with_measure(draft)
    return replace(draft, name=name) if name != draft.name and is_noun_phrase(name) else draft


def _saved_by(draft: Draft) -> str:
    """The review that saved a sum, where a name tells whose it was or borrows it; '' for others."""
    owner, _, measure = draft.name.rpartition(" ")
    if measure not in _SAVINGS or not owner:
        return ""
    at, text = draft.at or 0, draft.statement.text
    is_said = owner.rpartition(" ")[2] in text
    if is_said and _BODY.search(owner) is None:
        return ""
    found = list(_REVIEW.finditer(_BRACKET.sub(_blank, text), 0, at))
    review = found[-1]["review"] if found else ""
    return f"{review} {measure}" if review and review not in owner else ""


def _reviewed(draft: Draft) -> str:
    """The name of what was looked into, with the review that did: '공공사업 계약심사'."""
    text, end = draft.statement.text, (draft.at or 0) + len(draft.raw_text.rstrip())
    review = _LOOKED.match(text, end)
    if review is None or _HAS_REVIEW.search(draft.name) or "change" in draft.flags:
        return ""
    name = f"{draft.name} {review['review']}"
    return name if is_noun_phrase(name) else ""


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _with_measure(draft: Draft) -> str:
    text, name = draft.statement.text, draft.name
    if name.endswith(" 절감"):
        return f"{name}액"
    if name.endswith(_TOLD):
        return name
    end = (draft.at or 0) + len(draft.raw_text.rstrip())
    done = done_with(text, end)
    is_part = _OF_WHOLE.search(text, 0, draft.at or 0) is not None
    if done and is_part and (whole := _WHOLE_AT_END.search(name)):
        name = name[: whole.start()]
    if "change" in draft.flags or GOAL in draft.flags or _SAYS.search(name):
        return name if done and name != draft.name else draft.name
    if done == _SAVING and not _REVIEWED.search(text):
        done = ""  # '빚 80억 원을 줄였다'
    if done:
        return _closed(name, done)
    if _LISTS_GROWN.search(text, 0, draft.at or 0):
        return f"{name} 증가액"
    if _LISTS_SAVED.search(text, 0, draft.at or 0) and not _SAYS.search(name):
        return f"{_SAVED_FIRST.sub('', name)} {_SAVING}"
    is_place = name.rpartition(" ")[2] in _PLACES and not _PRIZE.search(name)
    if is_place and (prize := _PRIZE.findall(text[: draft.at])):
        return f"{name} {prize[-1]}"
    marks = len(_MARKS.findall(text))
    if marks >= _FEWEST and _LISTED_ADDED.search(text):
        return f"{name} 증액"
    return draft.name


def done_with(text: str, end: int) -> str:
    """The measure that the verb behind text[:end] makes of a sum, '' where nothing was done."""
    for noun, verb in _BEHIND:
        if (match := verb.match(text, end)) is not None:
            return "" if _NOT_DONE.match(text, match.end()) else noun
    return ""


def _closed(name: str, measure: str) -> str:
    """A name with a measure at its end, which takes the place of the same word without 액."""
    stem = measure.removesuffix("액")
    last = name.rpartition(" ")[2]
    if last.endswith(stem):
        return f"{name}액"  # '상반기 신속집행', '특별정리'
    if measure in _WON and not is_class(last) and not last.endswith(("비", "금", "세", "예산")):
        return name  # '도로 정비 30억 원을 확보해': the works and their money are told alike
    return f"{name} {measure}"
