"""Promises: whether a sentence says what the government itself does or will do."""

from __future__ import annotations

import re

from corpus.facts.labels import is_place

_GOVERNMENT = re.compile(
    r"(?<![가-힣])(?P<name>(?:우리\s)?[시군구도]|[가-힣]{1,10}[시군구도])(?:는|은|가|이|에서는)\s"
)
_TOPIC = re.compile(r"(?<![가-힣])[가-힣A-Za-z0-9·]{1,20}(?:에는|에서는|은|는)\s")
# '살리는 데': a verb before its noun, no topic.
_ADNOMINAL = re.compile(r"[하되리르지가오있없보주받맞같드추우기치나이]는\s")
_TIME_TOPIC = re.compile(
    r"(?:올해|내년|금년|새해|앞으로|이번|이후|하반기|상반기|민선\d+기|\d+년|\d+월|향후)(?:에|부터|도)?(?:는|은)\s"
)
_INTENDS = re.compile(
    r"(?:계획|방침|예정|구상|복안|생각|각오)(?:이다|이라고|이라며|입니다|임|이고)"
    r"|기로\s(?:했|하였|한다|뜻을)|겠다는\s(?:계획|방침|구상|복안|생각|뜻|취지|목표|의지)"
)
_DOES = re.compile(
    r"(?:추진|운영|시행|실시|확대|강화|지원|조성|구축|도입|설치|개선|정비|건립|마련|육성|제공|투입|발굴|확충|신설"
    r"|보급|유치|개발|활용|건설|양성|완화|단축|감면|구성|편성)(?:한다|해\s나간다|하고\s있다)[.\"”’\s]*$"
)
_STRIVES = re.compile(
    r"(?:무게를\s둔다|중점을\s둔다|초점을\s맞춘다|힘쓴다|힘을\s쏟는다|박차를\s가한다|나선다|집중한다)[.\s]*$"
)
_MOTTO = re.compile(
    r"(?:목표|비전|구호|방침|슬로건)(?:는|은)\s['\"‘“「][^'\"’”」]{4,60}['\"’”」](?:이다|다)"
)
_BIDS = re.compile(
    r"(?:공직자|공무원|직원|부서)(?:들)?(?:가|이|는|은|도)\s[^.]{0,60}[해여어아]야\s(?:하|한)"
)
_LEADS_IN = re.compile(r"(?:아래|다음)(?:과|와)?\s?같[이다]|다음\s각")
# Steps of making the plan itself, and of speaking with those who decide on it.
_PROCEDURE = re.compile(
    r"(?:제출|확정|공개|공시|심의|의결|상정|보고|공고|건의|방문|논의|검토|수렴)(?:할|될|하기로|한다는|하겠다는)\s"
)
# Whom a government asks for money or leave: '국회를 찾아갈 계획', '부처와 협의할 방침'.
_LOBBIES = re.compile(
    r"(?:부처|기재부|기획재정부|기획예산처|행안부|국회|국회의원|정치권|중앙|정부|의회|[시도]의원|출향인사)[^.]{0,80}?"
    r"(?:찾|두드|만나|만날|설득|설명|건의|방문|요청|협의|협조|공조|뛰|뛸|오가|호소|전달|알릴|알리)[가-힣]*\s?[^.]{0,8}$"
)
_SPEAKER = re.compile(
    r"(?:시장|군수|구청장|지사|국장|실장|과장|담당관|관계자|의장|위원장|의원|대표|회장|원장|센터장)(?:은|는|이|가)\s"
)
CAME_ABOUT = re.compile(r"[았었였했됐겼졌렸났랐왔갔켰쳤셨]다[.\"”’\s]*$")
"""How a sentence ends that tells what came about."""


def promises(sentence: str) -> bool:
    """Whether a sentence (folded) clearly says a plan of the government that speaks.

    Its subject is the government, or none is said, and its predicate an intention (계획이다,
    하기로 했다), a deed in the present (추진한다) or what it bids its officials do. What an
    official said, what came about, how the plan is made and what merely leads to a list are none.
    """
    if _LEADS_IN.search(sentence) or _SPEAKER.search(sentence):
        return False
    if _BIDS.search(sentence) or _MOTTO.search(sentence):
        return True
    is_government = _speaks_of_government(sentence)
    if not is_government and _is_about_another(sentence):
        return False
    intends = _INTENDS.search(sentence)
    if intends is not None:
        is_procedure = _PROCEDURE.search(sentence, 0, intends.end()) is not None
        return not is_procedure and _LOBBIES.search(sentence, 0, intends.start()) is None
    if CAME_ABOUT.search(sentence):
        return False
    return bool(_STRIVES.search(sentence) or (is_government and _DOES.search(sentence)))


def _speaks_of_government(sentence: str) -> bool:
    """Whether a government is a subject of a sentence; '재정공시는' only ends like one."""
    names = (match["name"] for match in _GOVERNMENT.finditer(sentence))
    return any(len(name.split()[-1]) == 1 or is_place(name) for name in names)


def _is_about_another(sentence: str) -> bool:
    """Whether the first topic of a sentence is neither a government nor a time ('심의는 …')."""
    return any(
        not _TIME_TOPIC.fullmatch(match.group()) and not _ADNOMINAL.search(match.group())
        for match in _TOPIC.finditer(sentence)
    )
