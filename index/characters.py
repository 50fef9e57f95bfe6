"""Text that any library takes: half characters, which JSON can smuggle in, are made whole."""

from __future__ import annotations

import re

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def well_formed(text: str) -> str:
    """The text with U+FFFD for each half of a character; no other place in it moves.

    A lone surrogate cannot be written as UTF-8, so SQLite, Kiwi and tokenisers fail on it.
    """
    return _LONE_SURROGATE.sub("\ufffd", text)
