"""Targets: for whom something is, asked with 'who' and answered by a kind of people or firms."""

from __future__ import annotations

import re
from functools import lru_cache

_TARGET = re.compile(
    r"대상[은는이가]?\s?누구|누구(?:를|을)?\s?(?:대상|위한|위해)|"
    r"누구(?:에게|한테)\s?(?:주|지원|지급|제공|혜택|돌아)|"
    r"누가\s?(?:받을|받나|받는|신청|이용|대상|해당|제외|우선|먼저|되|됩|돼|빠지|탈락|들어)|"
    r"누가\s?(?:[가-힣]{1,8}\s)?(?:참여|지원|응모|가입|등록|신청|이용|제출)(?:할)?\s?(?:수\s?있|가능|대상|자격)|"
    r"(?:제외|제한|탈락|신청|지원|이용|참여|응모|가입|우선|면제|감면|해당|대상)\s?"
    r"(?:되는|된|되어|하는|할|하려는|이?\s?가능한|할\s수\s있는|될|받는|받을|순위인?)\s?"
    r"(?:사람|분|이|업체|업소|기업|농가|가구|주민|단체|곳)(?:들)?[은는이가]?\s?누구|"
    # Who says what he is asks whether he is one of them ('저 대학생인데 신청할 수 있나요').
    r"(?<![가-힣])(?:저|나|저희|우리)[는도]?\s[^?\n]{1,20}(?:인데|이고|라서|지만|거든요?|아인데)[^?\n]*"
    r"(?:수\s?있|되나|돼|될까|됩니까|가능|해당|자격)|"
    r"(?:외국인|학생|대학생|고등학생|중학생|초등학생|청소년|직장인|공무원|타지\s?사람|다른\s지역\s사람|"
    r"어린이|아이|노인|어르신|법인|단체|기업|외지인)(?:들)?(?:도|은|는|이|가)\s[^?\n]*"
    r"(?:수\s?있나|수\s?있어|수\s?있는지|되나요|돼요|될까|가능한가)|"
    r"\bwho (?:is|are) (?:in)?eligible\b|\bwho (?:qualifies|gets priority)\b|"
    r"\bwho can (?:apply|take part)\b|"
    r"\bwho (?:is|are) (?:excluded|exempt(?:ed)?|given priority|it for)\b",
    re.IGNORECASE,
)

_APPLYING = frozenset(
    {"신청", "이용", "응모", "가입", "참여", "받", "쓰", "apply", "eligible", "qualify"}
)
_SAYS_WHO = re.compile(r"(?:대상자?|자격|요건|우대|우선\s?순위)\s?(?:[:：]|[은는]\s|요건|기준|\()")
_HEADS_WHO = re.compile(r"(?:대상자?|자격|요건)\W*$")


@lru_cache(maxsize=8)  # the last questions, of which each candidate asks again
def asks_target(text: str) -> bool:
    """Whether a question asks for whom something is; no name of a person answers that."""
    return _TARGET.search(text) is not None


def only_applies(form: str) -> bool:
    """Whether a word of such a question only says that one applies, which no line has to say."""
    return form in _APPLYING


def says_who(quote: str, heading: str = "") -> bool:
    """Whether a quote sets out who something is for ('지원대상 : …'), or its heading does."""
    return _SAYS_WHO.search(quote) is not None or _HEADS_WHO.search(heading) is not None
