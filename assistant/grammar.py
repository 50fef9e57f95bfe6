"""How Koreans ask city hall: the words that tell what kind of answer is wanted."""

from __future__ import annotations

import re
from enum import StrEnum

from assistant.phrasings import asks_only_reason, asks_to_name, asks_words
from assistant.targets import asks_target
from assistant.times import HOW_LONG
from assistant.units import EVERYDAY_UNIT, SAME_UNITS, everyday_unit


class Asked(StrEnum):
    """What kind of answer a question wants."""

    AMOUNT = "amount"
    COUNT = "count"
    RATIO = "ratio"
    GRADE = "grade"
    DATE = "date"
    DURATION = "duration"
    CONTACT = "contact"
    PERSON = "person"
    LIST = "list"
    REASON = "reason"
    SUM = "sum"
    DIFFERENCE = "difference"
    MAXIMUM = "maximum"
    MINIMUM = "minimum"
    REMAINDER = "remainder"
    RANK = "rank"
    SHARE = "share"
    GROWTH = "growth"
    MULTIPLE = "multiple"
    TRAJECTORY = "trajectory"
    TEXT = "text"


# The office that did something or answers for it, told apart from one that won or grew.
_IN_OFFICE = (
    r"(?:[낸쓴]|올린|만든|작성한|배포한|발표한|제공한|맡은|맡는|담당하는|추진하는|주관하는|관리하는|"
    r"운영하는)\s?(?:부서|과|실|국|팀)(?:[은는이가]|\s|\?|$)"
)
# '총사업비 중 국비 비율', '절감액에서 공사가 몇 프로'; a rate ('집행률이 몇 프로') is no share.
_OUT_OF = (
    r"(?:중|가운데|에서)\s(?:[가-힣·]{1,12}\s){0,2}?(?![가-힣·]*[률율][이가은는]?\s)[가-힣·]{1,12}\s?"
    r"(?:비율|몇\s?(?:%|퍼센트|프로)(?!\s?[pP포]|이?나?\s?(?:더\s?)?[늘줄올떨높낮증감]))"
)
# 'people who paid' says which people: who asks only where a clause begins.
_WHO = (
    r"(?:^|[,?;]|\b(?:and|but|or|by|to|from|with|for|of|me|know|exactly|is|was)\b)\W*"
    r"who(?:m|se)?\b"
)
# How many calls came in, which is no number to call.
_SO_MANY = r"\S{0,2}\s?(?:\S{1,4}\s)?몇\s?(?:통|건|차례|회|명|곳|번이나|번\s?(?:했|걸|받|왔|돌))"
_DAYS_MOVED = r"며칠(?:이나)?\s?(?:더\s?)?(?:빨|줄|늘|단축|짧|길|당[겨긴])"
_KINDS: tuple[tuple[Asked, str], ...] = (
    (
        Asked.SUM,
        r"합치|합하|합산|더하|더한|(?<!종)합계|총합|합은|합이|전부\s?더|모두\s?더|\bsum\b|"
        r"\btotal of\b|\bcombined\b|\bin all\b|\baltogether\b",
    ),
    (
        Asked.DIFFERENCE,
        rf"차이|{_DAYS_MOVED}|"
        r"증가(?:액|분|율|\s?수|\s?폭)|감소(?:액|분|율|\s?수|\s?폭)|보다\s?(?:몇|"
        r"얼마)|몇\s?\S{1,3}\s?더|사이에?\s?몇|얼마나\s?(?:더\s?)?(?:줄|늘|많|적|높|"
        r"낮|감소|증가|올|떨어|커|작)|몇\s?\S{1,3}(?<!로)(?:이?나|씩)?\s?(?:더\s?)?(?:줄|늘|"
        r"많|적|높|낮|감소|증가|올)|몇\s?(?:%\s?[pP]|(?:퍼센트|프로)\s?포인트)"
        r"|\bpercentage points?\b|\bdifference\b|\bhow (?:many|much) (?:more|fewer|less)\b"
        r"|\b(?:increase|decrease|change)d? by\b|\bby how (?:many|much)\b",
    ),
    (
        Asked.MAXIMUM,
        r"(?:제일|가장|최고로)\s?(?:큰|컸|많|높|비싼|좋은|우수한|잘한)|최대(?:인|였)|더\s?(?:큰|많은|"
        r"높은)\s?(?:곳|해|데|도시|쪽|것)|(?:큰|많은|높은)\s?(?:곳|데|쪽|도시)(?:은|"
        r"는|이)|어느\s?(?:해|쪽|곳|데|도시|년도)[이가]?\s?더\s?(?:큰|컸|크|많|높)|"
        r"\b(?:largest|highest|(?<!at )most(?! recent)|biggest)\b",
    ),
    (
        Asked.MINIMUM,
        r"(?:제일|가장|최저로)\s?(?:작|적|낮)|더\s?(?:작은|적은|낮은)\s?(?:곳|해|데|"
        r"도시|쪽|것)|어느\s?(?:해|쪽|곳|데|도시|년도)[이가]?\s?더\s?(?:작|적|낮)|"
        r"\b(?:smallest|lowest|fewest|(?<!at )least)\b",
    ),
    (
        Asked.REMAINDER,
        r"(?:안\s?(?:온|나온|간|왔)|못\s?온|불참|빠진\s(?:사람|위원|인원|명|곳|시군|부서|기관)|참석하지\s?(?:않|못)|오지\s?않|"
        r"나머지)|\b(?:absent|did not attend|missing from)\b",
    ),
    (
        Asked.RANK,
        r"(?<!우선)(?<!후)(?<!차)순위|몇\s?위(?!원)|몇\s?등(?!급)|등수|랭킹|\branks?\b|\branking\b",
    ),
    (
        Asked.SHARE,
        rf"비중|차지하(?:는|고|나)|{_OUT_OF}|몇\s?분의\s?[1일]|의\s?절반|"
        r"(?:전체|총액|예산|그)\s?(?:의|에서|중)\s?몇\s?(?:%|퍼센트|프로)|"
        r"그\s?중(?:에서)?\s?(?:의\s)?비율|\bshare of\b|\bwhat share\b",
    ),
    (
        Asked.GROWTH,
        r"(?:증가|감소|성장|증감|인상|상승)[율률]|몇\s?(?:%|퍼센트|프로)(?:나|씩)?\s?(?:더\s?)?"
        r"(?:늘|줄|증가|감소|올|오르|떨어|많아|적어)|\bgrowth rate\b|\bby what percent(?:age)?\b",
    ),
    (
        Asked.MULTIPLE,
        r"몇\s?배|절반|반\s?토막|\bhow many times (?:as|more|larger|higher|bigger|greater)\b|"
        r"\bhalf (?:of|as)\b",
    ),
    (
        Asked.TRAJECTORY,
        r"추이|추세|흐름|변화\s?(?:과정|양상)|(?:연도|해)\s?별|어떻게\s?(?:변|바뀌|달라)|\btrends?\b|"
        r"\bover the years\b|\bby year\b",
    ),
    (
        Asked.CONTACT,
        rf"연락처|전화\s?번호|(?:전화|문의)(?!{_SO_MANY})(?:(?<=전화)(?:해|하|로|는|\s?몇|\?|$)|"
        r"(?<=문의)(?:처|는|하려|할|\s?전화))|"
        r"(?<![가-힣])번호\s?(?:좀|만|\?|알려|뭐|부탁|가르)|담당(?:하는|인)?\s?(?:부서|데|곳)|"
        r"소관\s?(?:부서|과)|(?:어느|무슨|담당|책임)\s?부서|(?<!우수)(?<!우수\s)부서[는가]?\s?(?:어디|뭐|무엇)|(?:어느|어떤|무슨)\s?(?:과|실|국|팀)(?=[은는이가에]|으?로|예요|인가|\s|\?|$)|"
        r"담당\s?(?:과|실|국|팀)(?![가-힣])|"
        rf"{_IN_OFFICE}|"
        r"(?:어디|누구)(?:로|에|다|에다|에게|한테)?\s?(?:가서\s?)?(?:전화|문의|연락|물어|여쭤|여쭈|알아보)"
        r"|\bphone\b|\bcontact\b|\bdepartment\b|\bcall\b|"
        r"\bwh(?:ich|at) (?:office|division|team|bureau)\b",
    ),
    (Asked.DURATION, HOW_LONG),
    (
        Asked.GRADE,
        r"(?:몇|무슨|어떤|어느)\s?등급|등급(?:은|이|을|과|\?|$|\s?알려|\s?어떻게|"
        r"\s?몇)|등급\s?(?:받|결과)|\b(?:grade|rating)\b",
    ),
    (
        Asked.RATIO,
        r"몇\s?(?:퍼센트|퍼(?![가-힣]{2})|프로|%|대\s?몇)|비율|비중|퍼센트|절감률|집행률|징수율|"
        r"\S[률율](?:은|이|을|\?|$|\s(?:얼마|몇))|(?:자립도|자주도)(?:은|는|를|와|\s|\?|$)|\bpercent(?:age)?\b|\bratio\b|\brate\b",
    ),
    (
        Asked.AMOUNT,
        r"얼마나\s?(?:절감|아[꼈끼낀껴]|확보|투입|지원|징수|걷|썼|집행|부과|편성|모[았금으]|건의|"
        r"요청|요구|신청|배정|반영|거[두뒀]|받|따[내냈]|보태|깎)|"
        r"얼마(?!나(?!\s?(?:되|돼|됩|들))|마다|\s?(?:동안|간|안에|이내|만에)|\s?(?:의\s)?(?:면적|넓이|길이|높이))|얼만|몇\s?(?:억|조|(?:[백천]?만)(?!\s?[명건개대톤])|원)|예산(?:은|이|액|\s?규모|"
        r"\s?총액|\?|$)|금액|사업비|비용|액수|총액|살림\s?규모|돈|(?<![가-힣])[조억만천백]*원으로|절감액|"
        r"(?:용역|공사|설계|운영|건립|조성|인건|설치|임차|연구|행사|구입|정비)비(?:[은는이가]|\s|\?|$)|목표액|채무액|전출금|(?:추징|징수|환수|회수|감액|요구|투자|지원|집행|편성|확보|보조)액(?:은|이|\?|$)"
        r"|\bhow (?:much|large|big)\b|\bspen[dt]\b|\bbudget\b|\bcost\b|\bamount\b|"
        r"(?<!has )(?<!have )(?<!had )\bwon\b(?! (?:the|an?|first|second|third|by|in (?:19|20)))",
    ),
    (
        Asked.DATE,
        rf"언제|(?!{_DAYS_MOVED})며칠|몇\s?(?:월|일(?!\S)|시)|"
        r"몇년도|어느\s?해|시점|시기(?!반)|날짜|일정|일시|"
        r"기간|개통일|개관일|착공일|준공일|시행일|까지\s?(?:인|하)"
        r"|\bwhen\b|\bwhat (?:date|year|month|day)\b|\bdate\b",
    ),
    (
        Asked.COUNT,
        r"몇\s?(?:명|건|개|군데|곳|회|번|차례|대|층|점|위|가지|종|분|차|단계|사람|"
        r"마리|동|호|기관|부서|분야|과제|인|권|가구|세대|농가|두|그루|면|필지|톤|병상|쪽|편|팀(?!장)|담당(?!자)|과(?![목정장업태])|국(?!가|장)|실(?!적|시|장)|(?:[백천]?만|천)\s?[명건개대톤])|얼마나\s?(?:자주|많)|얼마마다|개수|가짓\s?수|건수|"
        r"대수|인원|횟수|점수|개소\s?수|\S+\s수(?:는|가|\?|$)|숫자|몇이"
        rf"|{EVERYDAY_UNIT}|\bhow many\b|\bnumber of\b|\bhow often\b",
    ),
    (
        Asked.PERSON,
        r"누구|누가|성함|주재자|책임자|진행자|이끈\s?(?:사람|분)|"
        r"(?:사람|명|시장|군수|구청장|지사|[국과팀실부소단회의]장|위원장|센터장|[당임책석상]자|"
        r"위원|의원|대표|강사|교수|공무원|직원|주무관|[국과팀실계]장)(?:의|들|들의|님)?\s?이름|"
        r"(?:받은|탄|뽑힌|오른|선정된|임명된|위촉된|이끈|맡은|만든|낸|쓴)\s(?:사람|직원|공무원|분|주무관)(?:은|이)?\s?(?:요?\?|$|알려)|"
        rf"^\s?이름|{_WHO}|"
        r"\bnames? of (?:the )?(?:persons?|mayor|heads?|chief|director|officials?|members?)\b",
    ),
    (
        Asked.REASON,
        r"왜(?![가-힣])|이유|목적|취지|배경|까닭|비결|노하우|원인[은이을]|덕분|덕택|(?:뭐|무엇)\s?덕|뭐\s?때문|무엇\s?때문|\bwhy\b|"
        r"\bpurpose\b|\breason\b",
    ),
    (
        Asked.LIST,
        r"어떤|무엇|무슨|뭐|뭘|뭔|나열|목록|명단(?!\s?공개)|종류|항목|어디\s?어디|(?:모두|전부|다)\s?(?:알려|말해|적어)|각각|절차|구성|어떻게\s?(?:나[뉘누눠]|갈[리라]|이루어)|"
        r"내용|사례|\bwhich\b|\blist\b|\bwhat\b(?!(?:\s+(?:is|was)|'s)\s+(?:the\s+)?(?:[\w'’-]+\s+){0,4}?(?:budget|"
        r"cost|amount|debt|score|rate|grade|number|total|share|percentage|population)\b)",
    ),
)
KIND_PATTERNS = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _KINDS)

ASKED_UNIT = re.compile(
    r"몇\s?(?:(?:[백천]?만|천)\s?(?=[명건개대톤]))?(명|건|개소|군데|곳|개월|개|회|번|차례|대|층|점|위|가지|종|사람|등급|"
    r"퍼센트|프로|%|년|월|일|억|조|만|분야|과제|기관|부서|차|단계|권|가구|세대|농가|호(?!선)|마리|두|그루|면|필지|톤|"
    r"병상|쪽|편|팀(?!장)|담당(?!자)|과(?![목정장업태])|국(?!가|장)|실(?!적|시|장))"
)
_UNIT_WORDS = {
    "건수": "건",
    "인원": "명",
    "횟수": "회",
    "대수": "대",
    "점수": "점",
    "개소": "개소",
    "명수": "명",
    "가짓수": "가지",
    "가짓 수": "가지",
}
OFFICE_SOUGHT = re.compile(rf"담당\s?부서|{_IN_OFFICE}")
_PEOPLE = r"people|persons|residents|officials|students|members|citizens|visitors|tourists|staff"
_ENGLISH_UNITS = (
    (re.compile(_PEOPLE), "명"),
    (re.compile(r"shops|stores|sites|places|facilities|locations|cent(?:er|re)s"), "개소"),
    (re.compile(r"households"), "가구"),
    (re.compile(r"times"), "회"),
)
_HOW_MANY = re.compile(
    r"\bhow many (?:[a-z-]+ ){0,2}?(?P<noun>[a-z]+s|people|staff)\b", re.IGNORECASE
)
DAY_ASKED = re.compile(rf"(?!{_DAYS_MOVED})며칠|몇\s?일(?!\S)|날짜")
_FOLLOW_UP = re.compile(
    r"^(?:그럼|그러면|그리고|또|아니|그건|그거|거기|그\s|이건|저건|and\b|then\b|"
    r"what about\b|how about\b|그중|그\s?중)|(?:은|는)요\??$|(?:도|은|는)\?$"
)


_COUNTED = re.compile(
    r"(?<![\d.,])(\d{1,2})\s?(?:개|가지|곳|명|건|대|종)(?!월|년)|"
    r"(?<![가-힣])(두|세|네|다섯|여섯|일곱|여덟|아홉|열)\s?(?:개|가지|곳|군데|명|건|팀|"
    r"사업|기관|분야|항목|과제|도시|부서)|"
    r"\b(two|three|four|five|six|seven|eight|nine|ten)\s(?:[a-z]+\s){0,2}?"
    r"[a-z]{3,}s\b",
    re.IGNORECASE,
)
_NTH = re.compile(r"(?:(?P<of>[가-힣]{2,})\s)?(?P<nth>\d{1,2}|첫|두|세|네|다섯)\s?번째")
_COUNTING = "두 세 네 다섯 여섯 일곱 여덟 아홉 열".split()
_NUMERALS = {"첫": 1} | {word: number for number, word in enumerate(_COUNTING, start=2)}
_ENGLISH_NUMERALS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_WHICH = re.compile(
    r"나열|목록|명단|구체적|항목|무엇\s?무엇|어디\s?어디|뭐\s?뭐|각각\s?(?:무엇|"
    r"뭐|어떤)|(?:어떤|무슨|무엇|뭐|뭔|어디)|\bwh(?:at|ich) (?:are|were)\b|\bname the\b",
    re.IGNORECASE,
)
# A question that is no more than the name of so many things ('4대 전략') wants them all.
_NAMED_MANY = re.compile(
    r"(?:(?<![\d.,])\d{1,2}\s?(?:대|가지|개)|(?<![가-힣])(?:두|세|네|다섯|여섯)\s?가지)\s?"
    r"[가-힣]{2,8}(?:\s(?:제목|이름|내용))?[은는]?\s?\??$|"
    r"[가-힣]\s(?:\d{1,2}|두|세|네|다섯|여섯|일곱|여덟|아홉|열)\s?(?:곳|가지|군데|개|명|건|팀|종)[은는]?\s?\??$"
)
_SURELY_LIST = re.compile(
    r"(?:모두|전부|다)\s?(?:알려|말해|적어)|나열|목록|명단(?!\s?공개)|항목(?!\s?(?:중|가운데|별))|무엇\s?무엇|"
    r"어디\s?어디|뭐\s?뭐|\blist\b"
)
FIRST_ASKED = re.compile(r"(?<![\d~∼])1\s?위(?![가-힣]{2}|원)|첫\s?손|으뜸|\btop\b|\bfirst place\b")
_PLACE_IN_ORDER = re.compile(r"(?<!\d)\d{1,2}\s?위(?![가-힣]{2}|원)|첫\s?손|으뜸|최우수")
_CLAUSE_BREAK = re.compile(
    r"(?<=[가-힣])(?:고|며|이고|하고|인데|는데)\s+|,\s+(?=\S+\s)|\s그리고\s|\?\s+"
)
_ASKING = re.compile(
    r"몇|얼마|언제|누구|누가|어디|무엇|뭐|뭘|어떤|무슨|왜|how|when|who|what|where", re.IGNORECASE
)
_ONE_DAY = re.compile(r"몇\s?년\s?몇\s?월|몇\s?월\s?(?:며칠|몇\s?일)|얼마나?\s?몇")
IS_FREQUENCY = re.compile(r"얼마나\s?자주|얼마마다|몇\s?(?:번|회|차례)|how often", re.IGNORECASE)
RISING = re.compile(
    r"늘어나|늘어난|늘고|늘었|늘린|늘렸|늘리(?!기)|증가|증액|오른|올라|올랐|상승|많아|불어"
)
FALLING = re.compile(
    r"줄어들|줄어든|줄고|줄었|줄인|줄였|줄이(?!기)|감소|감액|삭감|내린|떨어|하락|적어"
)


def stated_count(text: str) -> int | None:
    """How many things a question says there are ('5개 항목', '두 가지'), or None."""
    match = _COUNTED.search(text)
    return None if match is None else numeral(next(filter(None, match.groups())))


def asked_nth(text: str) -> int | None:
    """Which of several things is asked for ('두 번째'); None for no such thing."""
    match = _NTH.search(text)
    return None if match is None else numeral(match["nth"])


def nth_of(text: str) -> str:
    """The word before 'N번째', which says of what; '' for none."""
    match = _NTH.search(text)
    return (match["of"] or "") if match else ""


def wants_list(text: str) -> bool:
    """Whether only an enumeration answers: a list, or which ones of a stated number."""
    if _SURELY_LIST.search(text):
        return True
    if _NAMED_MANY.search(text) and not _ASKING.search(text):
        return True
    if _PLACE_IN_ORDER.search(text):
        return False  # '10대 뉴스 1위는 뭐' asks for one of the ten
    return stated_count(text) is not None and bool(_WHICH.search(text) or asks_to_name(text))


def clauses(text: str) -> tuple[str, ...]:
    """The questions in a question ('몇 명 뽑혔고 몇 명 왔나요'), or the one."""
    parts = [part for part in _CLAUSE_BREAK.split(text) if part and part.strip()]
    if len(parts) > 1 and all(_ASKING.search(part) for part in parts):
        return tuple(parts)
    return (text,)


def values_asked(text: str) -> int:
    """How many words of a question ask ('몇 명이고 얼마' asks twice), '몇 월 며칠' but once."""
    return len(_ASKING.findall(_ONE_DAY.sub("언제", text)))


def numeral(word: str) -> int:
    """The value of a small number in digits or as a Korean or English word ('세', 'three')."""
    if word.isdigit():
        return int(word)
    return _NUMERALS[word] if word in _NUMERALS else _ENGLISH_NUMERALS.index(word.lower()) + 2


def kinds_of(text: str) -> tuple[Asked, ...]:
    """Every kind of answer the words of a question ask for, the most telling first."""
    found = [kind for kind, pattern in KIND_PATTERNS if pattern.search(text)]
    if asks_target(text):
        found = [kind for kind in found if kind is not Asked.PERSON]
    if asks_to_name(text) and not found:
        return (Asked.LIST,)
    if asks_only_reason(text):
        found = [kind for kind in found if kind is not Asked.LIST]
    if asks_words(text):
        found = [kind for kind in found if kind in {Asked.REASON, Asked.PERSON}]
    return tuple(found) or ((Asked.LIST,) if wants_list(text) else (Asked.TEXT,))


_MONEY = re.compile(
    r"예산|금액|사업비|비용|액수|총액|돈|(?<![가-힣])[조억만천백]*원으로|[가-힣]액(?:은|이|을|\s|$)|몇\s?(?:억|조|만\s?원)"
)


def asks_for_money(text: str) -> bool:
    """Whether a question names money, and not only 얼마, which may ask for any figure."""
    return _MONEY.search(text) is not None


_IN_WON = re.compile(
    r"(?:몇\s?(?P<how>백만|[조억만천]?)\s?원|(?<![가-힣])(?P<unit>백만|[조억만천]?)\s?원\s?(?:단위)?으?로)|"
    r"몇\s?(?P<size>[조억만])(?![가-힣]{2})|(?P<in>[조억만])\s?단위로|\bin won\b",
    re.IGNORECASE,
)


def won_size(text: str) -> str | None:
    """The size an amount is asked in ('만' of '몇 만 원', '' of '원 단위로'); None for no size."""
    match = _IN_WON.search(text)
    return None if match is None else next(filter(None, match.groups()), "")


_PLACE_SOUGHT = re.compile(
    r"도시(?=[은는이가를\s?]|$)|지자체|자치단체|지방정부|시\s?[·,]?\s?군|어느\s?(?:시|군|구|곳|지역)(?![가-힣])|지역은|"
    r"\b(?:city|cities|municipality|county|counties|place)\b",
    re.IGNORECASE,
)
_ITEM_SOUGHT = re.compile(
    r"(?:제일|가장|최고로|최저로)\s?(?:큰|많은|높은|비싼|작은|적은|낮은|"
    r"(?:많이|적게|크게|높게|낮게)\s[가-힣]{1,8}?[는은한인른])\s(?P<noun>[가-힣]{1,6}?)"
    r"(?:은|는|이|가|을|를|의|\s|\?|$)"
)


def seeks_place(text: str) -> bool:
    """Whether what is to be named is a place ('예산이 가장 큰 도시는')."""
    return _PLACE_SOUGHT.search(text) is not None


def item_sought(text: str) -> str:
    """What a superlative picks out ('사업' of '제일 큰 사업은'); '' where nothing is named."""
    match = _ITEM_SOUGHT.search(text)
    return match["noun"] if match and match["noun"] not in {"게", "것", "거", "건"} else ""


def is_follow_up(text: str) -> bool:
    """Whether a question leans on the one before ('그럼 인천은?', '2021년은요?')."""
    return _FOLLOW_UP.search(text.strip()) is not None


def unit_of(text: str) -> str | None:
    """The unit a question counts in ('몇 명', '건수'), None if it names none."""
    match = ASKED_UNIT.search(text)
    if match is not None:
        return match.group(1)
    if everyday := everyday_unit(text):
        return everyday
    many = _HOW_MANY.search(text)
    for noun, unit in _ENGLISH_UNITS:
        if many is not None and noun.fullmatch(many["noun"].lower()):
            return unit
    return next((unit for word, unit in _UNIT_WORDS.items() if word in text), None)


def same_unit(asked: str, printed: str | None) -> bool:
    """Whether a printed unit answers 'how many ASKED'."""
    if printed is None:
        return False
    if asked in printed or printed in asked:
        return True
    return any(asked in group and printed in group for group in SAME_UNITS)
