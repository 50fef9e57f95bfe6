"""Bare names: nouns that are of somebody or something, which they alone do not say."""

from __future__ import annotations

import re

_GROUP = r"(?:행정|공공|교육)?기관|단체"
_BARE = re.compile(
    rf"(?:공직자|공무원|직원|소유자|이용자|관계자|대표자|위반자|담당자|부서|마을|업체|항목|세부\s?지표|지자체|자치단체|{_GROUP}"
    rf"|(?:전국|도내|관내|국내|전체|[가-힣]{{2}}·[가-힣]{{2}})\s(?:{_GROUP})"
    r"|(?:1인|가구|세대|농가|점포|업체|팀|기업|개소)당\s(?:지원|지급|평균|보조|투입|부담)액?|[가-힣]{2,4}별|방식|(?:민간|신규|추가|공공|자체)\s(?:전환|설치|확충|조성|신축|증축|발굴)|(?:[동서남북]|중)부(?:권역?)?|[가-힣]{1,2}권역?)"
)
_EACH_OF = re.compile(
    r"(?:^|\s)(?:사업|부서|기관|분야|지역|권역|과제|시설|업체|단체|유형|연도|분기|기관)별$"
)
_FIELD = re.compile(
    r"관광|농업|농정|복지|교육|환경|안전|문화|체육|교통|도로|경제|보건|산업|행정|건설|상수도|하수도|축산|수산|산림|여성|청년|노인|아동|도시|주거|소방"
)
_TYPE = re.compile(r"(?:^|\s)(?!유형)[가-힣]{1,8}형$(?<!모형)(?<!소형)(?<!대형)")
_GRADE = re.compile(r"(?:최우수|우수|장려|대상|금상|은상|동상|특별상|입선|노력)(?:상)?")
_PRIZE = re.compile(rf"^(?!.*(?:포상|시상|상금|상품)).*(?<!\S){_GRADE.pattern}$")
_RATE = re.compile(
    r"(?:목표\s?)?(?:달성|이행|집행|추진|수용|완료|참여|응답)[률율]|(?:하루|월|일)\s?평균"
)
_DOER = re.compile(r"(?:[가-힣]{2,}위|위원회|의회|감사원|감사관|감사실|당국|경찰|검찰)$")
_TOWNSHIP = re.compile(r"(?:.*\s)?[가-힣]{1,3}[읍면]")
_NOT_DONE = re.compile(r"미(?P<deed>달성|이행|완료|집행|추진|수용|제출|납)\s(?P=deed)[률율]$")
_IN_BRACKET = re.compile(r"\((?P<word>[가-힣]{2,8})\s?(?:[△▲]\s?)?$")
_AND_SUM = re.compile(
    r"(?:(?:[과와]|,)\s[^.]{0,50}?\d명)?\s?등\s(?:모두\s|총\s|전체\s|합해\s)?\d+명"
)
_NEAR = 16  # characters before a figure in which a word of its own stands in its bracket


def is_bare(name: str, unit: str, *, is_item: bool, is_labelled: bool) -> bool:
    """Whether a name does not say of whom or of what it is: '공무원 253명', '최우수 1명'."""
    if not is_labelled and _EACH_OF.search(name):
        return True  # '사업별 60억 원에서'
    if unit != "원" and not is_labelled and _FIELD.fullmatch(name):
        return True  # '뽑힌 사업은 관광 3건, 농업 5건'
    if _BARE.fullmatch(name) or _NOT_DONE.search(name):
        return True
    if unit == "원" and _TYPE.search(name):
        return True  # '솔밭 일반근린형 167억원': a type of what
    if unit == "명" and _GRADE.fullmatch(name):
        return True
    if unit == "원" and not is_labelled and (_TOWNSHIP.fullmatch(name) or _PRIZE.search(name)):
        return True  # '북면 61억원', '최우수 200만원'
    if unit in {"건", "원"} and _DOER.search(name) and not is_labelled:
        return True  # '검사위원회 10건 권고': who did it
    return not is_item and _RATE.fullmatch(name) is not None


def is_member(text: str, end: int) -> bool:
    """Whether people are counted among others of a body: '의원 2명과 회계사 3명 등 모두 5명'."""
    return _AND_SUM.match(text, end) is not None


def is_other_in_bracket(text: str, name: str, start: int) -> bool:
    """Whether a fall in a bracket has a name of its own there: '현원 161명(결원 △7명)'."""
    if not {"△", "▲"} & set(text[max(0, start - 1) : start + 1]):
        return False
    match = _IN_BRACKET.search(text[max(0, start - _NEAR) : start])
    return match is not None and match["word"] not in name
