"""Figures that a sentence lists as the tasks or targets of a year: aims, and no results."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.facts.draft import Draft
from corpus.facts.flags import GOAL
from corpus.facts.statements import Statement
from corpus.types import Phase

_LISTS_AIMS = re.compile(
    r"[^▲△▶]{0,40}?(?:과제|목표|목표치|지표)(?:로|로서)?(?:는|은|에는|로는)?\s?[:：]?\s?[▲△▶]"
)
_IS_AIM = re.compile(
    r"(?:을|를|까지)?\s(?:[가-힣]{1,8}\s){0,2}[가-힣]{1,8}(?:는|하는)\s것(?:이|을)\s목표"
)
_RESULT = re.compile(r"(?:달성했|이뤘|거뒀|확보했|끝냈|마쳤|완료했|채웠|성과를|결과)")
_DEED_AIMED = re.compile(
    r"(?:발굴|확보|유치|이수|이수율|달성|달성률|집행률|참여율|제출|개최|운영|실시|모집|등록|보급|점검|교육)$"
)
_CRITERIA = re.compile(
    r"기준|대상\s?(?:사업|금액|공사)|심사|감사\s?대상|자격|요건|조건|추정(?:가격|금액)"
)
_REACHED = {"secured", "invested", "supported"}


def as_aims(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of a statement, with those that it lists as what is to be reached marked as such.

    '대표 과제로는 ▲관광객 90만 명 유치 ▲국비 3,000억 원 확보가 꼽혔다.'
    """
    if not drafts or _RESULT.search(text):
        return list(drafts)
    if _LISTS_AIMS.match(text) is None:
        return [_aim(one) if _is_to_be(text, one) else one for one in drafts]
    return [_aim(one) for one in drafts]


def _aim(draft: Draft) -> Draft:
    flags = (*(flag for flag in draft.flags if flag not in _REACHED), GOAL)
    values = tuple(replace(value, phase=Phase.PLANNED) for value in draft.values)
    return replace(draft, flags=tuple(dict.fromkeys(flags)), values=values)


def _is_to_be(text: str, draft: Draft) -> bool:
    """Whether what a figure says is still to be reached: '9억 원을 받아내는 것이 목표다'."""
    if draft.at is None:
        return False
    return _IS_AIM.match(text, draft.at + len(draft.raw_text.rstrip())) is not None


def is_aimed_at(statement: Statement, name: str) -> bool:
    """Whether what an item says is to be done at least so often is a goal and no condition.

    '과제 발굴 : 30건 이상'.
    """
    if not statement.is_item or _DEED_AIMED.search(name) is None:
        return False
    above = " ".join(statement.passage.heading_path[-1:])
    return _CRITERIA.search(f"{above} {statement.text}") is None
