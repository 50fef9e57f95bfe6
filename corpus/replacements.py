"""Where a text says itself that it replaces a named plan: 기존 「…계획」을 대체한다.

Read are a title in quotation marks of any kind and, right after it, what becomes of it: 을 대체,
은 폐지하고, 를 갈음, 변경계획, 을 전면 개정. What is only weighed, wished or denied (폐지 여부,
대체할 예정, 대체하지 않는다) is no replacement, and a title without marks is not looked for:
without them nothing shows where it begins.
"""

from __future__ import annotations

import re

_OPEN, _CLOSE = "「『《〈<“‘\"'", "」』》〉>”’\"'"
_LONGEST_TITLE = 120  # characters; the window in which a title must close
_MARKS = re.escape(_OPEN + _CLOSE)
_NAMED = re.compile(
    rf"[{re.escape(_OPEN)}](?P<title>[^{_MARKS}\n]{{2,{_LONGEST_TITLE}}})[{re.escape(_CLOSE)}]"
    r"(?:\s?\([^()\n]{0,40}\))?\s?(?:을|를|은|는)?\s{0,2}(?:전부|전면|완전히)?\s?"
    r"(?:(?P<act>대체|폐지|갈음|변경|개정|수정)"
    r"(?:하며|하고(?!자)|하여|해(?=[\s,]|서)|한다|한(?=[\s.,]|$)|함|하는|됨|되며|되고|된(?=[\s.,]|다|$))"
    r"|(?:변경|수정)\s?계획(?![가-힣]))"
)
_NOT_DONE = re.compile(r"\s?(?:경우|방안|여부|필요|예정|것을\s?검토)")


def replaced_titles(text: str) -> tuple[str, ...]:
    """The titles, as printed, of the plans that a text says it replaces; linear in the text."""
    return tuple(
        dict.fromkeys(
            match["title"].strip()
            for match in _NAMED.finditer(text)
            if not _NOT_DONE.match(text, match.end())
        )
    )
