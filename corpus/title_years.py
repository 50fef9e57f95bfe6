"""The year that a title says by a relative word: '내년 예산안' in the news of 2023 is of 2024."""

from __future__ import annotations

import re
from datetime import date

# What a year is compared with says nothing of the year that a title is about.
_COMPARED = r"(?!\s?(?:\([^()]{0,12}\)\s?)?(?:보다|대비|比|과\s|와\s|에\s?(?:비해|견줘)|같은|동기))"
_SHIFTS = (
    (1, re.compile(rf"(?:내년|새해)(?:도|에)?{_COMPARED}")),
    (
        0,
        re.compile(
            rf"(?:올해|금년|올\s?한\s?해)(?:도|에)?{_COMPARED}|(?:제?\s?\d\s?[회차]\s?)?추(?:경|가경정)"
        ),
    ),
    (-1, re.compile(rf"(?:지난해|작년|전년도)(?:도|에)?{_COMPARED}")),
)


def title_year(title: str, published_on: date | None) -> int | None:
    """The one year that a title says in this way; None for none, several, or without a day."""
    if published_on is None:
        return None
    found = [shift for shift, words in _SHIFTS if words.search(title)]
    return published_on.year + found[0] if len(found) == 1 else None
