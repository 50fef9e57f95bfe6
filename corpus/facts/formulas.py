"""Formulas: the percentages by which parts count in a result, and so nobody's result."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.facts.draft import Draft
from corpus.facts.flags import WEIGHT
from corpus.facts.labels import item_label

_LABEL = re.compile(
    r"산\s?(?:식|출식|정식|출방법|정방법)|계산식|공식|가중치|반영\s?(?:비율|비중)|평가\s?비중"
)
_SUMMED = re.compile(r"\)?\s?[+＋]|\)?\s?[-–]\s(?=[가-힣]{2,8}\s?\()")
_SUM_BEFORE = re.compile(r"[+＋]\s?[가-힣\s·]{2,20}\(?\s?$")
_WEIGHTS = "반영 비율"
_NEAR = 30  # characters before a figure in which a sign of addition stands


def as_formula(draft: Draft) -> Draft:
    """The draft, as the weight of a part where its item is a formula: '산식 : 체감도(60%) + …'."""
    if draft.unit != "%" or "change" in draft.flags:
        return draft
    text = draft.statement.text
    start = text.find(draft.raw_text)
    end = start + len(draft.raw_text)
    label = item_label(text)[0]
    is_added = _SUMMED.match(text, end) or _SUM_BEFORE.search(text[max(0, start - _NEAR) : start])
    if start < 0 or not (is_added or _LABEL.search(label)):
        return draft
    named = draft.name.removesuffix(" 비중")
    flags = (*(one for one in draft.flags if one != "share"), WEIGHT)
    return replace(draft, name=f"{named} {_WEIGHTS}", flags=tuple(dict.fromkeys(flags)))
