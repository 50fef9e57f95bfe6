"""Phrases: what a name is made of, and whether its words tell a stranger what is counted.

A class ('지표'), a stage ('보류'), a body or a branch of spending says too little alone; a name
that was cut out of a clause is cut again at a phrase.
"""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.facts.adverbs import is_adverb
from corpus.facts.borders import ends_cut
from corpus.facts.certainty import is_certain_name
from corpus.facts.labels import clean_name, is_generic
from corpus.facts.shares import is_rate
from corpus.facts.verbs import WORDS, closes_clause, is_adnominal
from corpus.particles import particle_of
from corpus.terms import term_named

# Classes, bodies, stages and kinds of contract: each is of something that it does not say.
_CLASS = re.compile(
    r"(?:(?:세부|추진|실천|성과|평가|핵심|공통|중점|주요|단위|정책|전략|실행|역점|대표|개별|고유|신규|계속|특수|부서|시정|군정|구정|도정)?"
    r"(?:사업|과제|지표|시책|전략|목표|항목|분야|부문|대책|정책|업무|안건|조치|실천과제|추진과제|추진전략|추진방향|추진대상))"
    r"|(?:감사|심사|평가|점검|조사|심의|공모|선정|지원|교육|접수|보고|참여|신청|모집|운영|추진|대상|담당|우수|상위|하위|해당|관련|참가|검토|시상)"
    r"|(?:행정|공공|대상)?기관|단체|업체|기업|부서|지자체|자치단체|기초단체|자치구|시군|시·군|위원|위원회|감사관|감사위|의회|집행부"
    r"|직원|공무원|부서장|관계자|주민|시민|군민|구민|도민|전\s?직원|사람|분과|유형|종류|방법|방식|시기|규모|내용|대상|기준|조직|분류|건의|의견|제안"
    r"|(?:종합|전문|일반)?공사|용역|물품(?:구매)?|구매|민간보조|보조사업|본청|사업소|읍면동?|읍·면|직속기관|출자|출연기관"
    r"|신규|계속|기타|완료|보류|착수|미착수|(?:정상|일부|계속)추진|추진중|이행|미이행|미흡|적정|부적정|권고|수용|불수용|채택|반영|미반영|이행\s?후"
    r"|시정|주의|훈계|경고|통보|개선|징계|문책|회수|추징|환수|반납|부과|감액|행정상|신분상|재정상"
    r"|집행|편성|투입|확보|지출|절감|증액|삭감|조성|적립|융자|출연|절감률|절감액|신장률|증가율|증감률"
    r"|(?:집행\s?)?대상액|목표액|목표율|한도액|1인당|감소액|증가액|차이액|포상(?:금)?|시상(?:금)?|최우수|우수|장려|금상|은상|동상|상반기|하반기|전반기|후반기|분기|분기별|반기별|월별|연도별|분야별|회계별|기관별|유형별|사업별|재원별|부서별|등급별|지역별"
    r"|국비|도비|시비|군비|구비|지방비|국도비|국·도비|민자|자부담|남성?|여성?|광역|기초|중앙|교육청|별도|최근|이번|이날|올해|지난해|당시|총|약|전체|나머지|각종|주요|중간|최종|일반|특별|돈|올"
)
# The branches of spending, in which budgets are listed; alone they are of no budget.
_FIELD = re.compile(
    r"(?:일반\s?공공행정|공공행정|공공질서(?:\s?및\s?|·)안전|공공질서|교육|문화(?:\s?및\s?|·)(?:관광|체육|예술)|문화체육(?:관광)?|환경(?:보호)?|사회복지(?:·보건)?|복지|보건"
    r"|복지·건강|교육·문화|경제·일자리|안전·환경|도시개발|농림(?:·?해양수산)?|농업|농정|산업(?:·중소기업)?(?:·에너지)?(?:\s?및\s?에너지)?|산업경제|지역경제"
    r"|(?:수송|교통)(?:\s?및\s?|·)(?:교통|물류)|수송|교통|국토(?:\s?및\s?|·)지역개발|지역개발|도시기반시설|과학기술|예비비|안전|관광|체육|행정|경제|일자리|재난안전)(?:\s?분야)?"
)
# What is whole by itself: a person hears it and asks of which place, and nothing else.
WHOLE = re.compile(
    r"(?:총)?인구(?:수)?|세대(?:수)?|정원|현원|결원|(?:지방)?채무(?:액)?|부채|자산|살림(?:살이|규모)?|(?:총|본|당초|추경|최종)?예산(?:안)?(?:\s?(?:규모|총액))?|재정\s?규모"
    r"|.*회계|기금|세입|세출|지방세|세외수입|(?:지방|보통|특별)?교부세|.*교부금|국고보조금|보조금|.*재원|.*수입|.*청렴도|.*체감도|.*노력도|재정[가-힣]{2,3}도|.*청렴교육|보전수입.*|(?:일상|자체|종합|특정|컨설팅|사전컨설팅)감사|(?:계약|원가|계약원가)심사|.*공시|공유재산|예비비"
)
_CUT = re.compile(
    r"(?:대로면|따르면|없이|가운데|따라|의하면|많고|크고|[가-힣]별로|다봐|보다|면서|으며|…)$|^(?:추려|가려|골라|봐|(?:갖|열|맺|벌이|꾸리|이끌)고|그중|중|말까지|거둔다.*)$"
)
# What says when or which one without saying anything: 'N개의 정한 과제', '이번 평가'.
_LEAD = re.compile(
    r"(?:정|확정|마련|선정|발굴|수립|작성|완료|추진|본|한|세운|만든|받은|낸|올린|거친|준|찾은|고른|들어온|오른|둔|낼|할)한?|결과|이번|이날|올해|지난|같은|아래|해당|작년|지난해"
)
_WHAT_WAS = re.compile(r"(?P<done>[가-힣]+[된한])\s것은\s")
_COPULA = re.compile(r"(?<=[가-힣]{2})이다$|(?<=팀)이다$")
BARE_UNITS = frozenset(
    {"개", "건", "명", "인", "회", "곳", "개소", "원", "%", "점", "팀", "대", "위", "등급", ""}
)
_ACCOUNTS = frozenset({"일반", "특별", "기타", "국비", "도비", "시비", "군비", "구비", "공기업"})
_BRANCH = re.compile(r"[가-힣]{1,6}(?:·[가-힣]{1,6}){1,3}")
_BY_BRANCH = frozenset({"분야별", "부문별", "유형별"})
_RANK = "순위"
_FEWEST = 5  # letters of one noun that may say enough: '장애인복지관'
_FEWEST_TOLD = 2  # letters of the noun that tells which class is meant: '상수도 공사'
DOER = re.compile(
    r"(?:권익|감사|선관|공정거래|심사|재정|평가|추진)?위|[가-힣]{2}부(?<!세부)(?<!일부)(?<!외부)(?<!내부)|감사원|정부|의회|집행부|감사위원회|(?:다른|한|어느)\s.*"
)
AND_OTHERS = " 등"
"""What a name ends in that stands for more than it names."""


@lru_cache(maxsize=WORDS)
def phrase_of(name: str) -> str:
    """The last phrase of a name that was cut out of a clause; '' where nothing names a thing."""
    if name.endswith(_RANK):
        return name  # '도내 22개 시군 가운데 순위'
    if name.endswith(AND_OTHERS):
        return phrase_of(name.removesuffix(AND_OTHERS)) + AND_OTHERS
    first, comma, rest = name.rpartition(", ")
    is_closed = first.count("(") == first.count(")")
    if comma and is_closed and any(sign.isdigit() for sign in first):
        name = rest  # '상담관 1명 지정, 소송비 지원 한도'
    words = _WHAT_WAS.sub(r"\g<done> ", name).split()
    for at in range(len(words) - 1, -1, -1):
        word = words[at]
        tells_how = at + 1 < len(words) and is_adnominal(words[at + 1])
        is_aside = is_adverb(word) or closes_clause(word)
        is_joined = tells_how and (is_adverb(word) or word.endswith("고"))
        is_cut = _CUT.search(word) or (is_aside and not is_joined)  # '공정하고 신속한 처리'
        if is_cut or (particle_of(word) in {"은", "는"} and not is_adnominal(word)):
            words = words[at + 1 :]
            break
    while len(words) > 1 and _LEAD.fullmatch(words[0]):
        words.pop(0)
    if len(words) == 2 and words[0] in _BY_BRANCH and len(words[1]) >= _FEWEST:
        words.pop(0)  # '분야별 외부전문가'
    if words:
        words[-1] = _COPULA.sub("", words[-1])
    return clean_name(ends_cut(" ".join(words)))


@lru_cache(maxsize=WORDS)
def says_enough(name: str, unit: str) -> bool:
    """Whether a name tells a stranger what is counted, without its heading and its sentence."""
    name = name.removesuffix(AND_OTHERS)
    if not is_certain_name(name) or (unit == "%" and not is_rate(name)):
        return False
    words = name.split()
    if WHOLE.fullmatch(name):
        return True
    if len(words) > 1 and words[-1] in _ACCOUNTS and WHOLE.fullmatch(" ".join(words[:-1])):
        return True  # '예산 규모 일반'
    telling = [word for word in words if not is_class(word)]
    if not telling or _FIELD.fullmatch(name) or is_open(name):
        return False
    if len(telling) > 1 or (unit not in BARE_UNITS and len(name) > 1):
        return True  # what is counted in trees or books is trees or books
    is_long = len(telling[0]) >= (_FEWEST_TOLD if len(words) > 1 else _FEWEST)
    return is_long or term_named(telling[0]) is not None


def is_open(name: str) -> bool:
    """Whether every word of a name is a class or a branch: '환경·안전 완료', '교육 계'."""
    return all(is_class(word) or _FIELD.fullmatch(word) or is_branch(word) for word in name.split())


def is_field(name: str) -> bool:
    """Whether a name is that of a branch of spending and nothing else: '관광'."""
    return _FIELD.fullmatch(name) is not None


def is_branch(word: str) -> bool:
    """Whether a word is made of short parts, none of which is a thing of its own."""
    is_parted = _BRANCH.fullmatch(word) is not None
    return is_parted and not any(map(WHOLE.fullmatch, word.split("·")))


def is_class(word: str) -> bool:
    """Whether a word names a class, a stage or a body and no thing of its own."""
    return (
        _CLASS.fullmatch(word) is not None
        or is_generic(word)
        or is_adnominal(word)
        or len(word) == 1
        or DOER.fullmatch(word) is not None
    )
