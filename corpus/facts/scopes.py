"""Scopes: what the whole sentence is limited to, which the name of each of its figures says.

'소비·투자 분야에서는 3분기 목표 393억 원의 …' tells of that field alone, '시민 1인당으로는' of one
person, and '계약심사를 받아야 하는 사업은 △종합공사 3억 원 이상' of what that review asks for.
"""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.facts.draft import Draft
from corpus.facts.flags import THRESHOLD
from corpus.facts.noun_phrases import is_noun_phrase
from corpus.facts.own_words import tells_which
from corpus.facts.topics import main_topic

_FIELD = re.compile(
    r"(?:^|\s)(?P<field>[가-힣]{1,8}(?:·[가-힣]{1,8}){0,2}\s(?:분야|부문))(?:에서는|에서|는|은|에는)\s"
)
_EACH = re.compile(r"(?P<each>(?:시민|군민|구민|주민|도민)\s1인당)(?:(?P<head>으로는?,?)|은)?\s")
# '유사 지자체 평균은 자체수입 346억 원, 이전재원 …이었다': all of them are the others'.
_AVERAGE = re.compile(
    r"(?P<whose>(?:유사|동종|비슷한|전국|도내|같은\s유형의?)\s?(?:(?:지방)?자치단체|지자체|단체|도시|시군구?|시·군(?:·구)?)?\s?평균)(?:은|는)\s"
)
# What a sentence turns to after its head: another topic, another subject, the sum of all.
_TURNS = re.compile(
    r"(?<![많적높낮좋])(?:은|는)\s|\d[^;]{0,60}(?:(?<!원)[이가]|모두|합계액?|총액?|전체)\s"
)
_OWN_LABEL = re.compile(r"(?:[가-힣·]{1,12}\s){0,2}(?:약\s|평균\s)?")
_REVIEWED = re.compile(
    r"(?P<review>[가-힣·]{0,10}(?:심사|감사))(?:를|을)?\s?(?:받|거쳐야|거치|대상|기준|의뢰)"
)
_BOUND = re.compile(r"\s기준$")
# A word in 면 or 동 may be any ('화면', '감동'): only one that was audited is an office.
_SUB_BODY = re.compile(
    r"(?<![가-힣])(?P<body>[가-힣]{1,6}(?:[읍면]|보건소|사업소))(?:은|는)\s[^,]{0,12}감사에서\s"
)
_BODY_OF_OWN = re.compile(r"[가-힣]{1,6}(?:[읍면동]|보건소|사업소|[시군구과실국])(?:은|는|이|가)\s")
_SENTENCE = re.compile(r"(?<=다)\.\s")
_NEW_SENTENCE = re.compile(r"다\.\s|[;▷▶]")
_NEXT = re.compile(r"[,·]\s|(?<![많적높낮좋])(?:은|는)\s")
_PART_OF_YEAR = re.compile(r"(?:[상하]반기|[1-4]분기)\s")  # a bound holds all the year round
_SHORT_REVIEW = frozenset({"심사", "감사"})
_BACK = 200  # characters of the sentences before


def with_scope(draft: Draft) -> Draft:
    """The draft with the review, the field, the body or the head that its sentence tells of."""
    if draft.at is None:
        return draft
    name = _of_review(draft) if THRESHOLD in draft.flags else draft.name
    name = _in_field(draft, name)
    name = _of_average(draft, _of_each(draft, name))
    name = _of_body(draft, name)
    return replace(draft, name=name) if name != draft.name and is_noun_phrase(name) else draft


def _of_review(draft: Draft) -> str:
    """The name of a bound behind the review that sets it."""
    text, name, at = draft.statement.text, draft.name, draft.at or 0
    match = _REVIEWED.search(text, 0, at)
    if match is None or draft.unit != "원":
        return name
    review = match["review"]
    if review in _SHORT_REVIEW or not review:
        review = _PART_OF_YEAR.sub("", main_topic(draft.statement.document.title))
    if not review or not re.search(r"심사|감사", review):
        return name
    words = name.split()
    if any(review == one or one.endswith(review) for one in words[:-1] if "·" not in one):
        return _PART_OF_YEAR.sub("", name)
    told = {*review.split(), *main_topic(draft.statement.document.title).split()}
    rest = [one for one in words if one not in told and not re.search(r"심사|감사", one)]
    return " ".join((review, *rest)) if rest and _BOUND.search(name) else name


def _in_field(draft: Draft, name: str) -> str:
    found = list(_FIELD.finditer(draft.statement.text, 0, draft.at or 0))
    if not found or _NEW_SENTENCE.search(draft.statement.text, found[-1].end(), draft.at or 0):
        return name
    is_topic = found[-1].group().rstrip()[-1] in {"은", "는"} and "에" not in found[-1].group()[-3:]
    if is_topic and _NEXT.search(draft.statement.text, found[-1].end(), draft.at or 0):
        return name  # '경제 분야는 54억 원, 관광은 10억 원'
    field = found[-1]["field"]
    told = field.rpartition(" ")[0].replace(" ", "")
    if tells_which(told):
        return name  # '비중이 가장 큰 분야는 복지로'
    return name if told in name.replace(" ", "") else f"{field} {name}"


def _of_average(draft: Draft, name: str) -> str:
    """A figure of a clause that tells of the average of others, under that average."""
    text, at = draft.statement.text, draft.at or 0
    found = list(_AVERAGE.finditer(text, 0, at))
    if not found or "평균" in name or _TURNS.search(text, found[-1].end(), at):
        return name
    return f"{found[-1]['whose']} {name}"


def _of_each(draft: Draft, name: str) -> str:
    text, at = draft.statement.text, draft.at or 0
    found = list(_EACH.finditer(text, 0, at))
    is_sum = draft.unit == "원" and bool(found) and "당" not in name
    if not is_sum or _NEW_SENTENCE.search(text, found[-1].end(), at):
        return name
    if found[-1]["head"]:
        is_of_each = _TURNS.search(text, found[-1].end(), at) is None
    else:
        is_of_each = _OWN_LABEL.fullmatch(text, found[-1].end(), at) is not None
    return f"{found[-1]['each']} {name}" if is_of_each else name


def _of_body(draft: Draft, name: str) -> str:
    """A figure of a sentence without a body, under the one that the sentence before was about."""
    statement = draft.statement
    if statement.is_item or _BODY_OF_OWN.search(statement.text):
        return name
    offset = statement.start - statement.passage.start
    before = statement.passage.text[max(0, offset - _BACK) : offset].rstrip()
    last = _SENTENCE.split(before)[-1]
    body = _SUB_BODY.match(last)
    if body is None or body["body"] in name:
        return name
    rest = name.removeprefix(main_topic(statement.document.title)).strip()
    return f"{body['body']} {rest or name}"
