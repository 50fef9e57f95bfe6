"""Cut off: what a document would go on to say where its text breaks off.

Pages of news end in '더보기': the words of a question are there, and what it asks for is not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.evidence import Evidence
from assistant.grammar import Asked
from assistant.understand import Understanding

# What somebody said or did, or how a text ends.
_GOES_ON = re.compile(
    r"뭐라|무엇이라|어떻다고|어떨|어떻게\s?(?:된|말|설명|전망|밝)|(?:무엇|뭘|뭐)(?:을|를)?\s?(?:한다고|했다고)|"
    r"끝까지|마지막(?:에|으로)|말했|설명했|밝혔|덧붙|"
    r"무슨\s?(?:일|말|얘기|이야기)|(?:이어서?|뒤이어|그\s?다음|다음에|덧붙여)\s?(?:[가-힣]{1,4}\s)?[한할]\s?(?:말|얘기)|[했한다]고\s?했|"
    r"\b(?:say|said|explain(?:ed)?|the end|finally|at last)\b"
)
_LISTED = re.compile(r"\s*(?:[-–—*○◦●•·▲△▷▶□■◇◆※☞]|\d{1,2}[.)]|[가-하][.)]|[①-⑳])")
_BLANKS = 2  # a passage may end in a line break
_FINISHED = re.compile(r"[.!?)\]”’\"'」』다요음임함됨][.\s]*$")


def is_cut_off(asked: Understanding, chosen: Sequence[Evidence]) -> bool:
    """Whether all that is chosen breaks off in the middle, and what follows is what is asked.

    Items and headlines end without a full stop too; only a sentence of prose is left unfinished.
    """
    if not chosen or not set(asked.kinds) <= {Asked.TEXT, Asked.LIST}:
        return False
    return _GOES_ON.search(asked.text) is not None and all(map(_breaks_off, chosen))


def _breaks_off(one: Evidence) -> bool:
    is_last = one.end >= one.passage.end - _BLANKS
    is_prose = _LISTED.match(one.quote) is None
    return (
        one.document.is_truncated and is_last and is_prose and _FINISHED.search(one.quote) is None
    )
