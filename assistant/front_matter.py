"""Front matter: what a page prints around its text, with the words of a question and no answer.

'홈 > 소식', '등록 2031-04-07 11:09 | 조회 88', and a headline with such a line below it.
"""

from __future__ import annotations

import re

_DAY = r"(?:19|20)\d\d\s?[.\-/년]\s?\d{1,2}\s?[.\-/월]\s?\d{1,2}"
_STAMPED = re.compile(
    rf"(?=.*{_DAY})(?=.*(?:조회|등록|입력|승인|송고|수정|작성|게시|배포|기자|전송|지면|\d{{1,2}}:\d\d|[>|｜\]]))"
)
_FURNITURE = re.compile(
    r"^\s*(?:홈\s?>|\[?목록\]?|이전글|다음글|공유|인쇄|글자\s?크기|조회\s?\d|첨부)|기사\s?(?:메일\s?)?전송$"
)
_SAYS = re.compile(
    r"다[.”\"]|니다|[가-힣]다$|[:：]\s?\D{2,}|^\s*[○❍●•□■◆▲△▷▶·*-]|^\s*\d{1,2}[.)]\s"
)
_ASKED = re.compile(
    r"등록|게시|올린|올라온|작성|입력|보도|기사|누가\s?(?:쓴|썼)|담당|부서|연락처|전화|문의"
)


def is_front_matter(quote: str) -> bool:
    """Whether a quote is furniture of its page, alone or below a headline."""
    lines = [line.strip() for line in quote.splitlines() if line.strip()]
    printed = [line for line in lines if _STAMPED.match(line) or _FURNITURE.search(line)]
    return bool(printed) and not any(_SAYS.search(line) for line in lines if line not in printed)


def asks_front_matter(text: str) -> bool:
    """Whether a question asks for what only the furniture of a page says."""
    return _ASKED.search(text) is not None
