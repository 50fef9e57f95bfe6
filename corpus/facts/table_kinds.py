"""Of which kind a number of a table is: its unit tells money, its names what else is counted."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.facts.table_values import TableValue
from corpus.types import FactKind

_AUDIT = re.compile(r"감사|감찰|반부패|부패방지|적발")
_AUDIT_UNITS = {"건", "개소", "회", "개분야"}
# What an audit ends in; the people and sums of it are the audit's too.
_DISPOSITION = re.compile(r"(?:신분상|행정상|재정상)|처분|징계|훈계|문책")
_EVALUATION_UNITS = {"점", "등급", "위"}
_INDICATOR = re.compile(r"지\s?표(?:\s?명)?(?:\s?\(.*\))?")


def lists_indicators(corner: Sequence[Sequence[str]]) -> bool:
    """Whether the columns of row names are headed 지표, so that each row is an indicator."""
    return any(_INDICATOR.search(word) for labels in corner for word in labels)


def number_kind(
    title: str, name: str, value: TableValue, *, is_course: bool, lists_indicators: bool
) -> FactKind:
    """The kind of a number called `name` in a table under the heading `title`."""
    if is_course and lists_indicators:
        return FactKind.INDICATOR
    if value.krw is not None or value.unit == "원":
        return FactKind.BUDGET
    is_audit = _AUDIT.search(f"{title} {name}") is not None
    is_counted = value.unit is None or value.unit in _AUDIT_UNITS
    if _AUDIT.search(name) or (is_audit and (is_counted or _DISPOSITION.search(name))):
        return FactKind.AUDIT
    if is_course:
        return FactKind.INDICATOR
    return FactKind.EVALUATION if value.unit in _EVALUATION_UNITS else FactKind.STATISTIC
