"""Turns: a rise or fall that a question asks the reason of, which the statement must speak of.

'줄인 까닭은' takes for granted that something was cut. What a thing is for does not answer that:
either a statement says that it fell, with its reason, or what is supposed is confirmed by none.
"""

from __future__ import annotations

import re

from assistant.evidence import Evidence
from assistant.grammar import FALLING, RISING
from assistant.understand import Understanding

_ROSE = re.compile(
    r"(?:늘어난|늘린|늘었|늘렸|증가한|증가했|증액한|증액했|오른|올랐|올린|상승한|상승했|많아진|많아졌)"
)
_FELL = re.compile(
    r"(?:줄어든|줄인|줄었|줄였|감소한|감소했|감액한|삭감한|삭감했|내린|내렸|떨어진|떨어졌|하락한|하락했|깎은|적어진)"
)
# Other words, and signs, in which documents say that something rose or fell.
_UP = re.compile(
    r"↑|→|늘|증(?:가|액|원|설|편)|확대|확충|높|올(?:라|려|랐|린|리)|뛰|커|불어|상향|많"
)
_DOWN = re.compile(
    r"↓|→|△|▽|줄|감(?:소|액|축|면|원)|축소|낮|내려|내린|절감|단축|하향|적(?:다|은|어|게)|빠"
)
_WHY = re.compile(r"이유|까닭|비결|배경|원인|왜(?![가-힣])")


def is_unturned(asked: Understanding, evidence: Evidence) -> bool:
    """Whether the reason of a past rise or fall is asked for and a statement tells of none."""
    if not _WHY.search(asked.text):
        return False
    rose, fell = bool(_ROSE.search(asked.text)), bool(_FELL.search(asked.text))
    if rose == fell:
        return False
    told, signs = (RISING, _UP) if rose else (FALLING, _DOWN)
    said = " ".join((evidence.quote, *evidence.headings))
    return not (told.search(said) or signs.search(said))
