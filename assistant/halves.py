"""Halves and quarters of a year: what is said of one is not true of the other."""

from __future__ import annotations

import re

_PART = re.compile(r"[상하]반기|[1-4](?=\s?[/·]?\s?4?\s?분기)")


def is_of_other_half(asked: str, *printed: str) -> bool:
    """Whether the first of some texts that says a half or quarter says none that is asked about."""
    wanted = set(_PART.findall(asked))
    told = next((found for text in printed if (found := set(_PART.findall(text)))), set[str]())
    return bool(wanted and told) and not wanted & told
