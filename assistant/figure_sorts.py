"""Sorts of figures: a goal and an outcome of one thing, an average, what was planned or decided."""

from __future__ import annotations

import re
from enum import StrEnum

_TAIL = 16
"""Letters behind a figure in which its verb tells what sort of figure it is."""


class Sort(StrEnum):
    """What sort of figure one is beside others of the same thing."""

    GOAL = "goal"
    ACTUAL = "actual"
    AVERAGE = "average"
    FIRST = "first"
    FINAL = "final"


SORTS = {
    # '목표를 넘어 36명', '목표에 못 미친 36명' is what came of it.
    Sort.GOAL: re.compile(
        r"목표(?!(?:치|액)?[를을에]\s?(?:넘|웃|초과|못|미|밑|달성|채))|겨냥|내걸|전망"
    ),
    Sort.ACTUAL: re.compile(
        r"실적|실제|달성|(?:지금|현재|이제|여태)까지|따[낸냈내]|얻|모[은았]|모금액|거[둔뒀]|결산|집계|머물|그[쳤친치]|넘[긴겼]|기록"
    ),
    Sort.AVERAGE: re.compile(r"평균"),
    Sort.FIRST: re.compile(r"당초|본예산|기정|원안|애초|처음"),
    Sort.FINAL: re.compile(r"확정|의결|최종"),
}
"""The words by which a text or a question tells the sort of a figure."""
_GOAL_LAST = re.compile(r"목표(?:액|치|량)?[은는이]?$")
_INTENDED = re.compile(
    r"(?:어치)?(?:을|를|까지)?\s[가-힣]{1,6}기로\s(?:하|했|한|정)|(?:을|를|이|가)?\s?목표|"
    r"(?:을|를|이|가|까지|으로|로)?\s[가-힣]{1,6}(?:는|려는)\s(?:것|게)[이을]?\s목표"
)
"""What says behind a figure that it is one to be reached ('100억원을 모으기로 하고')."""


def sorts_in(text: str) -> frozenset[Sort]:
    """The sorts that the words of a text tell."""
    return frozenset(sort for sort, pattern in SORTS.items() if pattern.search(text))


def sorts_of(label: str, tail: str) -> frozenset[Sort]:
    """The sorts of a figure by the words before it and those behind it in its clause.

    Where the words right before it call it a goal, what they say of another figure is not of it.
    """
    own = label.rpartition(" : ")[2] or label
    if _GOAL_LAST.search(own):
        return frozenset({Sort.GOAL})
    before = sorts_in(own)
    if _INTENDED.match(tail):
        return before - {Sort.ACTUAL} | {Sort.GOAL}
    return before | (sorts_in(tail[:_TAIL]) - {Sort.GOAL, Sort.AVERAGE, Sort.FIRST})
