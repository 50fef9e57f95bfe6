"""Actors: who does something in a headline, as against the thing that it is done with or to.

A headline names whoever acts first ('가람시 감사실, 상반기 계약심사로 9억 아껴'). A figure below it
is of the review, and never of the office.
"""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.facts.labels import is_place
from corpus.recall import LIMITS

_OFFICE = re.compile(
    r"(?:[가-힣·]{0,10}(?:감사|기획|예산|법무|행정|재정|정책|비서|홍보|공보|소통|총무|민원|안전|복지|경제|관광|문화|농정|세무|세정|징수|회계)"
    r"(?:실|과|국|팀|관|담당관|담당관실|조정실|예산실|지원과|관리과|정책과|정책국|지원국)"
    r"|[가-힣·]{1,10}(?:담당관실?|감사관실?))"
)
_BODY = re.compile(
    r"[가-힣]{0,8}(?:의회|위원회|예결특위|특위|행감특위)|(?:권익|감사|선관|공정|자치|도의|인권|[가-힣]{2,4}인수)위"
    r"|(?:행안|기재|국토|환경|복지|고용|교육|국방|법무|문체|농림|해수|산업|중기|여가|통일|과기|외교|행정안전|기획재정|국토교통|보건복지|고용노동|문화체육관광|농림축산식품|해양수산|산업통상(?:자원)?|중소벤처기업|여성가족|기후에너지환경)부"
    r"|기획예산처|감사원|국회|정부|당국|검찰|[가-힣]{0,4}경찰(?:서|청)?|[가-힣]{0,6}교육(?:지원)?청|[가-힣]{1,6}[시군구도]청"
    r"|[가-힣]{0,8}(?:참여연대|경실련|시민단체|노조|시민연대|주민연대|시민모임)"
)
_PERSON = re.compile(
    r"(?:[가-힣]{0,6}(?:시|군|구청|도의회|의회)?(?:시장|군수|구청장|도지사|의장|부시장|부군수|부구청장|의원|위원장))"
)
# Bodies that a document is as often about: they act where the headline goes on with a paper.
_FIRM = re.compile(r"[가-힣]{2,12}(?:공단|공사|재단|진흥원|연구원|협의회|사업소|사업본부|보건소)")
_OURS = re.compile(r"(?:우리|[가-힣]{0,5}[시군구도])")  # also a town that no list has
_MOST = 4


@lru_cache(maxsize=LIMITS.texts)
def is_actor(words: str) -> bool:
    """Whether words say who acts and nothing else: '가람시 감사실', '행안부', '김○○ 군의원'."""
    said = words.strip(" '\"‘’“”[]").split()
    if not 0 < len(said) <= _MOST:
        return False
    *before, last = said
    if _PERSON.fullmatch(last):
        return all(map(_is_front, before)) or len(before) == 1
    acts = _OFFICE.fullmatch(last) or _BODY.fullmatch(last)
    return acts is not None and all(map(_is_front, before))


@lru_cache(maxsize=LIMITS.texts)
def may_act(words: str) -> bool:
    """Whether words name a body that acts, if what follows is what is told of: '가람도시공사'."""
    *before, last = ("", *words.split())
    return _FIRM.fullmatch(last) is not None and all(map(_is_front, before[1:]))


def _is_front(word: str) -> bool:
    """Whether a word only says whose office it is: a place, '시', another office above it."""
    is_own = _OURS.fullmatch(word) is not None or is_place(word)
    return is_own or _OFFICE.fullmatch(word) is not None or _BODY.fullmatch(word) is not None
