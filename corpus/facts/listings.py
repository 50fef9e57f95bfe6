"""Listings: whether the items between ▲ or △ are deeds of a plan, or bodies, days and causes."""

from __future__ import annotations

import re

from corpus.particles import particle_of

# '일정은 △6일 …', '참석 부서는 △…', '까닭으로는 ▲…': what is listed is no deed.
_LEAD = re.compile(
    r"(?:일정|순서|일시|장소|참석자?|참여자|부서|[실과]별|기관|업체|단체|원인|이유|까닭|배경|문제점?|애로|기준|잣대|지표|항목|품목|종목|작목|업종|직종"
    r"|분과|위원|강점|약점|기회|위협|자격|서류|수상|등급|척도|개념|용어|유형|구분|관점|방식)\s?(?:으로는|에는|은|는|으로|에|이|가|을|를)?\s?[:：]?\s*$"
)
_BEHIND = re.compile(
    r"\s(?:순(?:이다|으로|서)|(?:기준|잣대|까닭|이유|원인|배경|걸림돌|문제점?|관건|변수)(?:이|으로|로)\s|차례(?:로|다|이다)|(?:좋은|높은|낮은|나쁜|우수한)\s(?:점수|평가|성적))"
)
# '6일 총무과', '2월 3일 주민센터', '오전 10시 …': the steps of a day or of a round.
_DAY_FIRST = re.compile(
    r"\s*(?:20\d\d\s?[.년]\s?)?(?:\d{1,2}\s?[.월]\s?)?\d{1,2}\s?일(?![가-힣]{0,3}(?:간|분|차))"
    r"|\s*\d{1,2}\s?월(?![가-힣])|\s*(?:오전|오후)\s?\d"
)
# '△0.5 …' is by how much something fell.
_CHANGE_FIRST = re.compile(r"\s*(?:\d+\.\d+|\d{1,3},\d{3}[\d,]*)(?:\s|$|%)")
_LEADS_TO = re.compile(
    r"(?:지표|항목|기준|지적\s?(?:사항|내용)|지적된\s[가-힣]{1,4}|문제점?|원인|이유|까닭|배경|요인|서류|자격|절차|유의점|사유|애로|의견|질문|답변)"
    r"(?:들)?(?:은|는|이|가|으로는|로는)\s[^.]{0,30}다[.:]?\s*$"
)
_OFFICE = re.compile(
    r"[가-힣]{1,12}(?:국|과|실|소|관|단|원|청|처|센터|본부|담당관|위원회|의회|공사|공단|재단|기관|[읍면동]|공보|감사)"
)
_NOT_OFFICE = re.compile(
    r".*(?:도서관|박물관|미술관|체육관|회관|기념관|문화관|복지관|공원|정원|보육원|요양원|병원|산단|지원|동원|휴게소|정류소|센터|단과|효과|성과|주소|해소|축소|감소|간소"
    r"|운동|이동|활동|노동|아동|자동|공동|행동|도면|측면|외면|장면|작동|단지|동)"
)
_SPLIT = re.compile(r"[·,]\s?")
_IN_TURN = re.compile(r"\s순$")
_RUNS_ON = re.compile(r"[가-힣](?:이|가|은|는|을|를|도),\s")
_OBJECTS = frozenset({"을", "를"})
_TOPICS = frozenset({"이", "가", "은", "는"})


def is_no_deed(before: str, item: str, last: str) -> bool:
    """Whether what leads to a list, its item or what follows its `last` tells that it is none."""
    if _LEAD.search(before[-_NEAR:]) or _BEHIND.search(last):
        return True
    if _DAY_FIRST.match(item) or _CHANGE_FIRST.match(item):
        return True
    return _is_offices(item)


def leads_to_no_deed(sentence: str) -> bool:
    """Whether the sentence above a list of items says that they are no deeds of a plan.

    '높은 점수를 받은 지표는 셋이다.' lists what was judged, '지적된 내용은 아래와 같다.' faults.
    """
    return _LEADS_TO.search(sentence) is not None


def _is_offices(item: str) -> bool:
    """Whether an item names offices and nothing else, two at least."""
    words = _SPLIT.split(_IN_TURN.sub("", item))
    return len(words) > 1 and all(
        _OFFICE.fullmatch(one) and not _NOT_OFFICE.fullmatch(one) for one in words
    )


def runs_on(item: str) -> bool:
    """Whether an item holds the beginning of what the sentence goes on to say.

    '공공주택이, 관광에서는' is parted at its comma; '감사를 점수가 나아진 까닭으로' has its object
    before another subject.
    """
    if _RUNS_ON.search(item):
        return True
    particles = [particle_of(one) for one in item.split()]
    objects = [at for at, one in enumerate(particles) if one in _OBJECTS]
    return any(particles[at + 1 : at + 2] and particles[at + 1] in _TOPICS for at in objects)


_NEAR = 24  # characters before a list in which it is said what its items are
