"""Words that tables print for a total, a subtotal, or over the names of their rows."""

from __future__ import annotations

import re

from corpus.characters import fold

_TOTAL = re.compile(r"(?:합\s*계|총\s*계|총\s*합\s*계|총\s*합|전\s*체|계)(?:\s*\([^()]{1,12}\))?")
_SUBTOTAL = re.compile(r"(?:소\s*계|중\s*계)(?:\s*\([^()]{1,12}\))?")
_CORNER = re.compile(
    r"구\s*분|항\s*목|분\s*야|지\s*표(?:\s*명)?|사\s*업\s*명?|과\s*제\s*명?|기\s*관\s*명?|부\s*서\s*명?|유\s*형|종\s*류|갈\s*래|"
    r"비\s*고|연\s*번|번\s*호|단\s*위|세\s*부\s*사\s*업\s*명?|재\s*원|회\s*계|내\s*용|성\s*과\s*지\s*표(?:\s*명)?|연\s*도|년\s*도"
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
