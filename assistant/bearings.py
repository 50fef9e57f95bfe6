"""Bearings: whether a statement has the turn that a question asks for, whatever both are about.

'내면 안 되는 사업' asks what is left out, and a notice prints '제외 대상'; '올랐나요' is answered
by what rose and by what fell, '어디서 받나요' by a website or a counter. The words of such a
question are met by many statements of a document, first of all by the one that opens it; what it
turns on is met by one.
"""

from __future__ import annotations

import re
from functools import lru_cache

_Turn = tuple[re.Pattern[str], re.Pattern[str], int]
"""A turn of questions, the form of the statements that answer it, and for how many it counts.

What no statement answers without its form ('뭐라고 했나' needs what was said) counts for several.
"""


def _turn(asked: str, told: str, worth: int = 1) -> _Turn:
    return re.compile(asked, re.IGNORECASE), re.compile(told), worth


_ROSE_OR_FELL = (
    r"오[르른를]|올[라랐린랄]|늘|줄|떨어|내려|내[린렸]|높아|낮아|좋아|나빠|나아|커졌|작아|많아|적어|"
    r"상승|하락|증가|감소|개선|향상|악화"
)
_YEAR = r"(?:(?<!\d)(?:19|20)\d\d\s?(?:년|[:：)])|['‘’]\d\d(?!\d))"
_UNDONE = (
    r"되|돼|된|될|됩|하|해|한|할|했|내|낸|낼|받|쓰|쓴|쓸|지키|지킨|채우|채운|끝|마친|마치|이룬|고친|"
    r"들|나간|나온|갚|걷|거둔|따른|맞춘|풀|푼|찾|뽑|모으|모은|온|오"
)
_NEEDED, _TOLD_BY = 3, 2
"""The worth of a form without which nothing is answered, and of one that mostly tells it."""
_TURNS = (
    # What is left out, not allowed or not done.
    _turn(
        rf"(?<![가-힣])(?:안|못)\s?(?:{_UNDONE})|[가-힣]지\s?(?:못|않)|수\s?없|제외|빠지|빠진|남은|남아|"
        r"덜\s[가-힣]|미(?:완료|이행|집행|달|처리|반영|준수)|금지|불가|"
        r"\bexclud|\bnot (?:allowed|eligible|finished|completed|done|met)\b|\bcannot\b|\bremain",
        r"제외|불가|금지|불허|배제|제한|않[는은았음고을]|못[한했하함해]|없[다음는]|아닌|아니|"
        r"안\s?[되된됩]|미(?:완료|이행|집행|달|처리|반영|준수|흡|참여|제출|실시|충족|해결)|"
        r"(?:처리|진행|추진|이행|검토|집행)\s?중|남은|남았|남아|나머지|잔여|그쳤",
    ),
    # Whether there is any of it.
    _turn(
        r"(?<!수)(?:[이가은는도]\s?(?:좀\s|아직\s|지금\s)?|(?<!수)\s)(?:있|없)"
        r"(?:나요?|어요?|습니까|니|는지|을까요?|는가요?|죠|지)\s*(?:\?|$)|\b(?:is|are) there any\b",
        r"없[다었는습]|없음|있[다습]|있음|(?<![\d,.])0\s?(?:원|건|명|개|%)|전무|무차입|제로",
    ),
    # Whether it rose or fell, which what did the other tells as well.
    _turn(
        rf"(?:{_ROSE_OR_FELL})[가-힣]{{0,4}}(?:나|까|니|는지|는가|은가|죠|지|어|요)\s*"
        r"(?:\?|$)|\b(?:did|has|have)\b.{0,80}\b(?:rise|risen|fall|fallen|go(?:ne)? (?:up|down)|"
        r"improved?|drop(?:ped)?|increased?|decreased?)\b",
        rf"{_ROSE_OR_FELL}|같[은이다]|유지|제자리|그대로|변동|→|보다\s|뛰|계단|[한두세]\s?단계|"
        rf"{_YEAR}[^\n]*?\d[^\n]*?{_YEAR}|{_YEAR}[^\n]{{1,12}}{_YEAR}",
    ),
    # Where to get, see or hand in something.
    _turn(
        r"어디(?:서|에서|로|에|에다)?\s?(?:가면\s|가서\s)?(?:다운|내려|받|볼|보[면나]|확인|구하|구할|신청|"
        r"접수|제출|내[면야나]|조회|찾|열람|읽|살\s)|어느\s?(?:사이트|홈페이지|누리집|창구)|"
        r"\bwhere (?:can|do|does|should)\b",
        r"(?:누리집|홈페이지|사이트|포털|게시판|창구|앱|시스템|플랫폼|블로그|우편|이메일|전자우편|방문|팩스|"
        r"행정복지센터|주민센터|민원실|도서관|자료실)|에서\s(?:[가-힣]+\s)?[가-힣]+\s수\s있|내려받",
    ),
    # What something is used for.
    _turn(
        r"(?:어디|무엇|뭐|무슨\s일|어떤\s데)(?:다|에|에다|에다가|로)?\s?(?:쓰|써|쓸|쓴|씁|활용|사용|이용|"
        r"반영)|어떻게\s?(?:쓰|쓰이|활용|반영)|용도|뭐\s?하는\s?데\s?쓰|\bused (?:for|to)\b",
        r"에\s?(?:적극\s)?(?:반영|활용|사용|쓴|쓰[이인일기]|쓸|투입|보[탠태])|"
        r"으?로\s(?:활용|사용|쓴|쓰[이인일]|쓸)|자료로|재원으?로|용도|인센티브",
    ),
    # In what way something is done.
    _turn(
        r"(?:어떤|무슨)\s?(?:방식|방법|식)|방[식법][은이]|어떻게\s?(?:진행|뽑|정하|정해|치르|열리|신청|"
        r"참여|접수|내[면나]|받[나아])|\bin what way\b|"
        r"\bhow (?:is|are|was|were) .{0,60}(?:held|chosen|selected|conducted)\b",
        r"방\s?[식법]|합동|온라인|비대면|대면|서면|현장|우편|방문|전자|추첨|투표|토론|영상|설문|면접|"
        r"심사|누리집|홈페이지|한자리|제비",
    ),
    # What an inspection found.
    _turn(
        r"(?:뭐|뭘|뭔|무엇|무슨|어떤|어떻|어디)[^?\n]{0,14}(?:걸[리렸린]|지적|적발|잘못|문제|드러|위반)|"
        r"(?:걸[리렸린]|지적|적발|잘못|문제|위반)[^?\n]{0,14}(?:뭐|뭘|뭔|무엇|무슨|어떤|내용|사례)|"
        r"\bwhat (?:was|were|did).{0,60}\b(?:found|problems?|wrong|violations?)\b",
        r"잘못|부당|부적정|소홀|과다|과소|누락|빠뜨|미준수|어[긴겼기]|위반|않[은고았]|허위|중복|미흡|태만|"
        r"부실|지연|늦[게은]|사례",
    ),
    # How often.
    _turn(
        r"얼마나\s?자주|얼마마다|몇\s?(?:번|차례)|(?:일\s?년|1년|한\s?해|해마다|한\s?달|매[년달월주]|연간)\S?\s?"
        r"몇|\bhow often\b|\bhow many times\b",
        r"매[년월주일달]|해마다|달마다|주마다|(?<![가-힣])[한두세네]\s?(?:번|차례)|연\s?\d|분기(?:마다|별)|"
        r"격[월주년]|반기(?:마다|별)|수시|\d\s?(?:차례|회(?![계의])|번(?![째호길]))",
    ),
    # What was said.
    _turn(
        r"뭐라|무엇이라|무슨\s말|어떻게\s?(?:말|평가했|설명했|표현)|"
        r"[가-힣]라고\s(?:말|했|표현|강조|밝|평|설명)|(?:한|남긴|당부한|밝힌|전한|강조한)\s?(?:말|각오|소감|당부|다짐)|"
        r"(?:각오|소감)[은는을이]|(?:장|수|사|관|자)[은는이가]\s.{0,20}(?:뭘|뭐를|무엇을|무얼)\s?"
        r"(?:당부|주문|강조|약속|다짐)|\bwhat did .{0,60} say\b",
        r"[“\"][^”\"\n]{5,}[”\"]|[다라]며\s|[다라]고\s(?:말|밝|강조|전|설명|덧붙|했|당부|주문)",
        _NEEDED,
    ),
    # What was laid before others.
    _turn(
        r"(?:뭐|뭘|무엇|무얼|무슨|어떤)[^?\n]{0,12}(?:보고|발표|제시|내놓|건의|제안|요구)(?:했|하였|한|됐|했나)",
        r"[을를]\s(?:[가-힣]+에[게서]?\s)?(?:보고|발표|제시|내놓|내놨|건의|제안|요구)(?!회)",
    ),
    # What one gets for it.
    _turn(
        r"(?:뭐|뭘|무엇|무얼|무슨\s상|어떤\s상)[^?\n]{0,6}(?:받|돌아가|생기|주나|줘|주는|해\s?주)|혜택|보상[은이]|"
        r"포상[은이]|\bwhat .{0,40}\b(?:get|receive|reward)",
        r"(?:상금|포상|표창|가점|성과급|성과금|상여금|연봉|혜택|휴가|인센티브|교부[세금]|상장|구청장상|시장상|군수상|"
        r"지사상|승급|근평|근무성적)[^.\n]{0,30}(?:받[는게습아을]|준다|주[며고어는]|줍니다|돌아[가간]|반영|부여|지급|추천|제공|드립)",
        _NEEDED,
    ),
    # Who may take part.
    _turn(
        r"^(?!.*(?:어떤|무슨|뭐|뭘|무엇|어떻게|언제|어디|얼마|몇)).*"
        r"(?:신청|참여|제안|지원|응모|투표|접수|이용|참가)(?:을|를)?\s?(?:해도|할\s?수|가능|되)|자격|"
        r"내도\s?(?:되|돼)|(?:누가|누구나|누구든)\s.{0,12}(?:신청|참여|제안|낼|응모)|"
        r"\bwho (?:can|may)\b|\beligib",
        r"누구나|누구든|누구에게나|자격|이면\s|(?:참여|신청|응모|지원|제안)\s?대상|주민등록|거주하는|사는\s(?:사람|주민)|"
        r"재학|직장인|둔\s(?:사람|주민|단체)|소재한",
        _TOLD_BY,
    ),
)
# A figure that a question states, of which it asks more ('27건 중', '50억에서'); no year, no rank.
_STATED = re.compile(
    r"(?<![\d.,])(?P<figure>\d[\d,]*\d(?:\.\d+)?)\s?(?:조|억|[백천]?만|천|건|명|개|곳|대|회|점|%|퍼센트|"
    r"프로|원|가지|가구|세대)"
)

# What a question leaves aside itself ('강변길 말고'), which stands beside what it asks for.
_ASIDE = re.compile(
    r"(?P<kept>[가-힣A-Za-z0-9]{2,12})\s?(?:말고|외에|이외에|빼고|제외하고|뿐만?\s?아니라)(?![가-힣]{2})"
)
# The place of a row that is asked about ('2위는 누구'), which a notice prints before who holds it.
_RANK = re.compile(r"(?<![\d.])(?P<rank>\d{1,2})\s?위(?!원)(?=[은는이가를의\s?]|$)")
_DAY = re.compile(r"(?<!\d)(?P<month>1[0-2]|0?[1-9])월\s?(?P<day>[12]\d|3[01]|0?[1-9])일")


def bearings(quote: str, asked: str) -> int:
    """How many of a question's turns a quote has, one more for what the question states itself."""
    turns, stated = _turns_of(asked)
    met = sum(worth for _, told, worth in turns if told.search(quote) is not None)
    return met + any(one.search(quote) is not None for one in stated)


@lru_cache(maxsize=8)  # the last questions, of which each candidate asks again
def _turns_of(asked: str) -> tuple[tuple[_Turn, ...], tuple[re.Pattern[str], ...]]:
    """The turns of a question, and what finds the figures, days and things that it states."""
    figures = dict.fromkeys(match["figure"] for match in _STATED.finditer(asked))
    stated = [rf"(?<![\d.,]){re.escape(one)}(?![\d])(?!,\d)" for one in figures]
    stated += [re.escape(match["kept"]) for match in _ASIDE.finditer(asked)]
    for match in _DAY.finditer(asked):
        month, day = int(match["month"]), int(match["day"])
        stated.append(rf"(?<!\d)0?{month}\s?[월./]\s?0?{day}(?!\d)|(?<![\d월]\s)(?<!\d){day}일")
    turns = tuple(one for one in _TURNS if one[0].search(asked))
    for match in _RANK.finditer(asked):
        turns += ((_RANK, re.compile(rf"(?<!\d){match['rank']}\s?위(?!원)"), _TOLD_BY),)
    return turns, tuple(re.compile(one) for one in stated)
