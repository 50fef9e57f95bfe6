"""Denials: what a question takes as offered, or as a limit, and a line of the documents denies.

Who asks for the address of postal applications is told that there are none; who asks why only some
get it is told that all do. A question that itself asks whether something is possible is answered
by the line, and corrected by none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.matching import tight, tight_published
from assistant.premise import Contradiction
from assistant.retrieve import Candidate
from assistant.understand import Understanding

_REFUSED = re.compile(
    r"(?P<what>[가-힣]{2,12}(?:\s[가-힣]{2,6})?)[은는이가을를도]?\s?"
    r"(?:불가(?:능)?(?![가-힣])|불허|안\s?됨|안\s?받|(?:접수|신청|발급|지급|운영|취급|인정)?\s?하지\s?않|"
    r"(?:받|열|다루|주)지\s?않|미운영|미실시|미접수)"
)
_ASKS_WHETHER = re.compile(
    r"가능|되나|됩니|되는지|돼|될까|할\s?수\s?있|있나|있어|불가|안\s?되|않|못\s?하|"
    r"\bcan\b|\bpossible\b|\ballowed\b"
)
# '왜 저소득층만 주나요', '청년만 되는 이유'
_ONLY = re.compile(
    r"(?P<who>(?:[가-힣]{2,10}\s)?[가-힣]{2,10}?)(?:에게|한테|들)?만\s?(?:[가-힣]{1,6}\s)?"
    r"(?:주|받|지원|지급|되|돼|된|가능|해당|신청|이용|뽑|대상|할|혜택|참여)"
)
_WHY = re.compile(r"왜(?![가-힣])|이유|까닭|배경|사실|던데|라는데|라면서|라며")
_UNLIMITED = re.compile(
    r"(?:(?P<of>[가-힣]{2,8})[과와에]?\s?)?(?:상관|관계|구분|제한|구별)(?:이|을|은)?\s?(?:없|두지\s?않)|무관|"
    r"누구나|모두\s?(?:해당|지원|지급|가능|대상)|전\s?(?:시민|군민|구민|주민|도민|가구|세대)"
)
_LIMITED = re.compile(r"만\s|한정|한하|한해|제외|이하|이상|미만")
_SHORTEST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class DenialOptions:
    """`judged`: among so many of the best candidates a line is looked for.

    `least` is the share of the question's words that its statement has to meet, so that it is
    about the same thing; `longest`: a line with more characters tells several things.
    """

    judged: int = 12
    least: float = 0.45
    longest: int = 90


def denied_by(
    asked: Understanding, candidates: Sequence[Candidate], options: DenialOptions | None = None
) -> Contradiction | None:
    """The line that denies what the question takes for granted; None where none does."""
    options = options or DenialOptions()
    if not asked.places:
        return None  # another city may refuse what this one does
    is_open = _ASKS_WHETHER.search(asked.text) is None
    only = _ONLY.search(asked.text) if _WHY.search(asked.text) else None
    if not is_open and only is None:
        return None
    for one in candidates[: options.judged]:
        if not one.fits or one.coverage < options.least:
            continue
        for line in one.evidence.quote.splitlines():
            if not line.strip() or len(line) > options.longest:
                continue
            is_denied = (is_open and _refuses(line, asked)) or (
                only is not None and _is_for_all(line, only["who"])
            )
            if is_denied:
                return Contradiction(supposed="", stated=_said(line), evidence=one.evidence)
    return None


def _refuses(line: str, asked: Understanding) -> bool:
    """Whether a line refuses just what a noun phrase of the question names."""
    near = tight(asked.text)
    refused = _REFUSED.search(line)
    if refused is None:
        return False
    # One word alone ('신청 불가') may refuse another thing than the one that is asked about.
    what = tight_published(refused["what"])
    return len(what) > _SHORTEST + 1 and what in near


def _is_for_all(line: str, who: str) -> bool:
    """Whether a line says that there is no such limit as the question supposes."""
    found = _UNLIMITED.search(line)
    if found is None or _LIMITED.search(line):
        return False
    of = found["of"]
    near = tight(who)
    pairs = {near[at : at + _SHORTEST] for at in range(len(near) - 1)}
    return of is None or any(pair in of for pair in pairs)


def _said(line: str) -> str:
    """A line without its bullet and full stop, as it may be said."""
    return re.sub(r"^[^\w(‘“「]+\s?", "", line.strip()).strip(" .|")
