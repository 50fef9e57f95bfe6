"""Accounts: the budget whose account, revenue or expenditure a figure is.

A press release on a supplementary budget lists '일반회계 434억 원': the name says of which budget,
for the city has several in a year.
"""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.facts.draft import Draft
from corpus.facts.labels import clean_name

_BUDGET = re.compile(
    r"제?\s?\d\s?회\s?(?:추경|추가경정)(?:\s?예산)?\s?(?:안(?![가-힣]))?|(?:추경|추가경정|수정|당초|본)\s?예산안?|추경안?(?![가-힣])|예산안"
)
_ACCOUNT = re.compile(
    r"(?:(?:공기업|기타)?(?:일반|특별)회계|예비비|세입|세출|지방세|세외수입|(?:지방|보통|특별)?교부세|(?:일반)?조정교부금|(?:국고|국·도비)?보조금|보전수입\S*)"
    r"(?:\s(?:증가|감소|증감)액?)?"
)
_BARE_BUDGET = re.compile(r"(?:추경|추가경정예산)(?:안)?(?=\s)")
_ORIGINAL = re.compile(r"(?:본|당초)예산\s(?P<measure>(?:차이|증가|감소)액?)")
_SIDE = re.compile(r"(?P<side>세입|세출)(?:\s?예산)?(?:은|는|을\s보면|으로는|에서는)\s")
_OTHER = re.compile(r"결산|본예산|당초예산|지난해|작년|전년도|\d{4}년\s?(?:예산|세입|결산)")
_NUMBERED = re.compile(r"(?<!\d)(?P<number>\d)\s?[회차]\s?(?:추경|추가경정)")
_NEW_TOPIC = re.compile(r"다\.\s|[;▷▶]")


def of_budget(draft: Draft) -> Draft:
    """The draft of an account, behind the budget that its document is about."""
    if draft.unit != "원" or draft.at is None or _names_another(draft):
        return draft
    if _BARE_BUDGET.match(draft.name) and "change" in draft.flags:
        return _numbered(draft)
    if _ORIGINAL.fullmatch(draft.name):
        return _against(draft)
    if _ACCOUNT.fullmatch(draft.name) is None:
        return draft
    text = draft.statement.text
    name = draft.name
    side = next(reversed(list(_SIDE.finditer(text, 0, draft.at))), None)
    is_of_side = side is not None and "회계" not in name and side["side"] not in name
    if side and is_of_side and _NEW_TOPIC.search(text, side.end(), draft.at) is None:
        name = f"{side['side']} {name}"
    budget = _BUDGET.search(_title(draft))
    if budget and not _OTHER.search(text):
        name = f"{clean_name(budget.group())} {name}"
    return replace(draft, name=name) if name != draft.name else draft


def _names_another(draft: Draft) -> bool:
    """Whether a sentence names another supplementary budget than the title: 제1회 beside 제2회."""
    told = {one["number"] for one in _NUMBERED.finditer(draft.statement.text)}
    return not told <= {one["number"] for one in _NUMBERED.finditer(_title(draft))}


def _title(draft: Draft) -> str:
    return draft.statement.document.title


def _numbered(draft: Draft) -> Draft:
    """A change of a supplementary budget, with the number that the title gives to that budget."""
    budget = _BUDGET.search(_title(draft))
    if budget is None or not any(map(str.isdigit, budget.group())):
        return draft
    return replace(draft, name=_BARE_BUDGET.sub(clean_name(budget.group()), draft.name, count=1))


def _against(draft: Draft) -> Draft:
    """How far the budget of the title is from the one before: '올해 본예산보다 180억 원 많다'."""
    measure, text = _ORIGINAL.fullmatch(draft.name), draft.statement.text
    budget = _BUDGET.search(_title(draft))
    is_other = budget is not None and not budget.group().startswith(("본예산", "당초"))
    if measure is None or budget is None or not is_other or "보다" not in text[: draft.at]:
        return draft
    return replace(draft, name=f"{clean_name(budget.group())} {measure['measure']}")
