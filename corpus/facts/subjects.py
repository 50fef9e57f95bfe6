"""What a statement is about, as far as its words tell: audits, integrity, performance contracts."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.recall import LIMITS

# 감사 alone is also thanks (감사드린다) and part of an office's name (감사담당관).
_AUDIT = re.compile(
    r"(?:일상|종합|특정|자체|사전|사후|재무|회계|정기|부분|복무|기관|컨설팅|예방적?|수시|성과|합동|시민|행정사무)\s?감사(?!관|담당)"
    r"|감사\s?(?:를|을|에서|에|로|결과|지적|대상|계획|처분|기능|활동|실적|실시|강화|사항|수감|기간|인원|분야|건수)"
    r"|감사\s?\d|^감사$|\s감사(?=[\s),.·]|$)|감찰|(?:계약|원가|설계)\s?심사|반부패\s?조사|공직기강|복무\s?점검|적발"
)
_AUDIT_CUE = re.compile("감사|감찰|심사|조사|공직기강|점검|적발")  # one is in every such word
_THANKS = re.compile(r"감사\s?(?:드|하다|합니다|인사|패|장|말|한다|했|의\s?(?:뜻|말|마음))")
_INTEGRITY = re.compile(r"청렴|부패|윤리|행동강령|갑질|이해충돌|청탁|비위(?<!준비위)(?!원)|투명성")
_CONTRACT = re.compile(r"성과\s?(?:계약|협약)|책임\s?계약|성과\s?책임제")


def is_audit(words: str) -> bool:
    """Whether words speak of an audit or an inspection of contracts before they are let."""
    if _AUDIT_CUE.search(words) is None:
        return False
    return _AUDIT.search(_THANKS.sub("", words)) is not None


@lru_cache(maxsize=LIMITS.texts)
def subjects(words: str) -> tuple[str, ...]:
    """Flags for what words speak of: 'integrity', 'performance_contract'."""
    flags = []
    if _INTEGRITY.search(words):
        flags.append("integrity")
    if _CONTRACT.search(words):
        flags.append("performance_contract")
    return tuple(flags)
