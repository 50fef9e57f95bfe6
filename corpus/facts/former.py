"""Former states: a figure that another takes the place of is what was so before, and says so.

'정원은 1,768명에서 1,803명으로 늘어난다' prints two sizes of one thing, and '20만원 → 30만원' two
amounts; where no year tells them apart, the first is named as the one before.
"""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.facts.draft import Draft
from corpus.facts.flags import GOAL, THRESHOLD
from corpus.facts.noun_phrases import is_noun_phrase

_FORMER = "종전"
_NUMBER = r"(?:약\s|총\s|최대\s)?\d[\d,.]*\s?(?:[조억만천백]\s?\d?[\d,.]*\s?){0,4}[가-힣%㎡p]{1,3}"
_GROWS = (
    r"(?:[가-힣]{1,6}\s){0,2}?(?:늘|줄|커|높|낮|많|적|오르|올[라리린려]|내[려리린]|불어|뛰|뛴|바뀌|바꿔|변경|조정|상향|하향"
    r"|확대|축소|증[원액가]|감[원액소]|인상|인하|개편|된다|되고|되며|된)"
)
# '1실 5국 257개 팀에서 1실 6국 252개 팀이 된다': units of an office, of which each has a new size.
_SIZES = r"(?:\s?\d+\s?(?:개\s?)?(?:실|국|과|팀|단|관|소|담당관|담당|본부|센터|부서|계)){1,7}"

_TO = re.compile(
    rf"(?:{_SIZES})?에서{_SIZES}(?:으로|로|이|가)\s{_GROWS}|"
    rf"(?:이던\s(?:것을|것이)|에서)\s(?:{_NUMBER})(?:으로|로|이)\s(?:\d[\d,.]*\s?[가-힣%]{{1,3}}(?:이|을|를)?\s)?{_GROWS}"
    rf"|\s?[→⇒➡]\s?{_NUMBER}"
)
_REFORM = re.compile(r"개편안?\s(?=\S)")
_YEAR = re.compile(
    r"\d{4}년?|['‘’`]\d\d|\d{1,2}(?:월|일|분기)|지난해|작년|전년|올해|내년|재작년|[상하]반기|이달|지난달|\d기"
)
_SAYS = re.compile(r"종전|기존|당초|이전|현행|개편\s?전|변경\s?전|증가|감소|차이|목표|기준")
_NEAR = 16  # characters before a figure in which a year of its own stands


def as_former(draft: Draft) -> Draft:
    """The draft of a figure that gives way to another, named as the one before."""
    if draft.at is None or {GOAL, THRESHOLD, "change"} & set(draft.flags):
        return draft
    text, end = draft.statement.text, draft.at + len(draft.raw_text.rstrip())
    behind = _TO.match(text, end)
    if behind is None or _SAYS.search(draft.name):
        return draft
    is_dated = _YEAR.search(text, max(0, draft.at - _NEAR), draft.at) or _YEAR.search(
        behind.group()
    )
    is_alike = draft.raw_text.rstrip()[-1:] in behind.group()  # '10명 → 1차 심사' are two things
    is_told = is_dated is None and is_alike and is_noun_phrase(draft.name)
    return replace(draft, name=_as_former(draft.name)) if is_told else draft


def _as_former(name: str) -> str:
    """A name with a word that it was so before; of a reorganisation, that it was before that."""
    told = _REFORM.sub("개편 전 ", name, count=1)
    return told if told != name else f"{_FORMER} {name}"
