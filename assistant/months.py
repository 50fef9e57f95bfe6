"""Months: a figure asked for of one month is in the statement that prints that month.

Monthly figures (inhabitants, arrears, what was spent so far) stand side by side with those of other
months and with what a headline says of them; the year alone does not tell them apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.retrieve import Candidate
from assistant.understand import Understanding

_ASKED = re.compile(r"(?<!\d)(?P<month>1[0-2]|0?[1-9])월(?!\s?\d{1,2}일|[가-힣]*부터|\s?[~∼-])")


def of_month(asked: Understanding, good: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The candidates in their order, those first that print the one month asked about.

    A month as part of a span ('3월부터', '3월 ~ 5월') or of a day asks when and not of which month.
    """
    months = {int(one["month"]) for one in _ASKED.finditer(asked.text)}
    if len(months) != 1:
        return tuple(good)
    month = months.pop()
    # '2031년 3월', '3월 말', '2031. 3.', '’31.3.'
    printed = re.compile(
        rf"(?<!\d)0?{month}월|\d{{2}}\s?[.]\s?0?{month}(?:[.](?!\d)|\s?월|(?=\s|\)))"
    )
    return tuple(sorted(good, key=lambda one: printed.search(one.evidence.quote) is None))
