"""Words in the heads of tables that tell what a row or column is: totals, counters, form keys."""

from __future__ import annotations

import re

from corpus.characters import fold

_TOTAL = re.compile(r"(?:합\s*계|총\s*계|총\s*합\s*계|총\s*합|전\s*체|계)(?:\s*\([^()]{1,12}\))?")
_SUBTOTAL = re.compile(r"(?:소\s*계|중\s*계)(?:\s*\([^()]{1,12}\))?")
_CORNER = re.compile(
    r"구\s*분|항\s*목|분\s*야|지\s*표(?:\s*명)?|사\s*업\s*명?|과\s*제\s*명?|기\s*관\s*명?|부\s*서\s*명?|유\s*형|종\s*류|갈\s*래|"
    r"비\s*고|연\s*번|번\s*호|단\s*위|세\s*부\s*사\s*업\s*명?|재\s*원|회\s*계|내\s*용|성\s*과\s*지\s*표(?:\s*명)?|연\s*도|년\s*도"
)

_INDEX = re.compile(r"연\s*번|일\s*련\s*번\s*호|번\s*호|순\s*번|순|(?i:no)\.?|#")
_FORM_KEY = re.compile(
    r"(?:사\s*업|과\s*제|행\s*사|공\s*사|용\s*역)\s*(?:명|기\s*간|개\s*요|내\s*용|규\s*모|량|위\s*치|목\s*적|대\s*상)|(?:총\s*)?사\s*업\s*비|"
    r"소\s*요\s*예\s*산|(?:추진|접수|신청|모집|공사|운영|감사|조사|점검|평가|심사)?\s*기\s*간|위\s*치|장\s*소|일\s*시|대\s*상|주\s*[최관]|시\s*행\s*처|"
    r"(?:담당|주관|소관)\s*부\s*서|담\s*당\s*자|연\s*락\s*처|문\s*의\s*처?|목\s*적|개\s*요|근\s*거|(?:감사|조사|점검|평가|심사)\s?(?:대상|인원|범위|분야|방법|반)|규\s*모|면\s*적|재\s*원"
)


def is_total(words: str) -> bool:
    """Whether a heading of a row or column is that of its total: 합계, 계, 총계(A)."""
    return _TOTAL.fullmatch(fold(words).strip()) is not None


def is_subtotal(words: str) -> bool:
    """Whether a heading is that of a subtotal: 소계."""
    return _SUBTOTAL.fullmatch(fold(words).strip()) is not None


def is_corner(words: str) -> bool:
    """Whether a heading only says what the names beside or below it are: 구분, 사업명, 비고."""
    return _CORNER.fullmatch(fold(words).strip()) is not None


def is_index(words: str) -> bool:
    """Whether a heading stands over numbers that only count the rows: 연번, 번호."""
    return _INDEX.fullmatch(fold(words).strip()) is not None


def is_rank(words: str) -> bool:
    """Whether a heading stands over the order of what is listed, which the first column gives."""
    return words.replace(" ", "") in {"순위", "우선순위"}


def is_form_key(words: str) -> bool:
    """Whether words ask for one thing about a project, as the sheets of plans do: 사업비, 위치."""
    return _FORM_KEY.fullmatch(fold(words).strip()) is not None
