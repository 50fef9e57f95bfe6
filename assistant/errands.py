"""Errands: what people ask an assistant to do or to say that is no question about documents.

Each pattern needs the request itself (예매해 줘, "what should I eat"), never only its subject. A
city does work of its own on each of them (예약 시스템): that is a question like any other.
"""

from __future__ import annotations

import re

from assistant.replies import Reason

_PLEASE = r"(?:줘|줄래|주라|주세요|주십시오|주실|달라|다오|주면|봐|부탁|할래|하고\s?싶|줬으면)"
_DO = rf"(?:해|하여|좀|{_PLEASE})\s?{_PLEASE}?"
_MAKE = (
    rf"(?:써|적어|작성|만들|꾸며|퍼뜨|퍼트|보내|지어|짜|고쳐|바꿔)\S{{0,3}}\s?(?:좀\s?)?{_PLEASE}"
)
_PEOPLE = (
    r"(?:시민|주민|군민|구민|도민|위원|모니터|회원|민원인|신고자|제보자|수급자|체납자|신청자|당첨자|환자|"
    r"확진자|피해자|참가자|참석자|수상자|대상자|합격자|이용자|입주자|유공자|학생|아동|어르신|이웃|옆집|직원|"
    r"공무원)"
)
_PRIVATE = (
    r"(?:연락처|전화\s?번호|휴대\S{1,3}|핸드폰|(?:집\s?)?주소(?!지)|나이|주민번호|생년월일|번호)"
)
_ILL = (
    r"(?:아픈데|아파|아프|쑤시|쑤셔|어지럽|어지러|토했|토하|가려워|가렵|부었|혈압이|혈당이|두통|복통|감기|몸살|"
    r"열이|기침)"
)

_PATTERNS: tuple[tuple[Reason, str], ...] = (
    (
        Reason.HARM,
        r"(?:가짜|허위|거짓|조작된?|날조된?|위조된?|엉터리)\s?(?:\S{1,8}\s){0,2}?\S{0,6}(?:기사|뉴스|공문|문서|"
        rf"보고서|자료|소문|증명서|영수증|후기|글|민원|신고).{{0,12}}{_MAKE}|"
        # '세금 안 내고 버티는 방법': who cannot pay is told of instalments, who will not is not.
        r"(?:세금|지방세|국세|과태료|벌금|과징금|추징금|단속|감사)\S{0,2}\s?(?:\S{1,5}\s){0,2}?"
        r"(?:안\s?내(?:고|는|려)|내지\s?않(?:고|는)|떼먹|빼먹|빠져나|버티|속이|안\s?걸리|탈루하|회피하)\S{0,4}\s?"
        r"(?:\S{1,4}\s)?(?:방법|꿀팁|요령|비법|(?<=[는은] )법)|"
        rf"(?:협박|살해|폭파|테러|방화|스토킹)\S{{0,4}}\s?(?:문|편지|글|전화|메일|문자|예고).{{0,8}}{_MAKE}|"
        rf"(?:협박문|협박장|협박\s?편지|살해\s?예고).{{0,8}}(?:써|작성|만들|보내)|"
        rf"(?:폭탄|폭발물|총기?|마약|독극물)\S{{0,2}}\s?(?:만들|만드|제조|구하|구입)\S{{0,3}}\s?"
        rf"(?:방법|법|{_PLEASE}|려면|수)|"
        rf"(?:해킹|위조|변조|도청|매수)\S{{0,3}}\s?(?:하는\s?(?:법|방법)|방법|하려면|{_DO})|"
        r"\b(?:write|make|draft|create|compose|forge|fabricate)\b.{0,20}\b(?:fake|forged|false|"
        r"threat(?:ening)?|bogus|hoax)\b|\bforge\b.{0,20}\b(?:document|certificate|seal|letter)|"
        r"\bhow (?:to|do i|can i) (?:hack|make a bomb|build a bomb|forge|bribe)\b|\bhack into\b",
    ),
    (
        Reason.UNSAFE,
        r"(?:인용|출처|근거|각주|citation)\S{0,2}\s?(?:\S{1,4}\s)?(?:없이|빼고|말고|생략하고|숨기고|지우고|떼고)"
        r"\s?(?:\S{1,6}\s){0,2}?(?:답|대답|말|알려|설명|얘기|써|적어)|"
        r"(?:인용|출처|근거)\S{0,2}\s?(?:달지|붙이지|표시하지|밝히지|쓰지|넣지|적지)\s?(?:말|마)|"
        r"(?<!뭐)(?<!얼마)(?<!무엇이)(?<!누구)(?<!어떻)(?<!어디)(?<!언제)(?:이라|[라다])고만?\s?"
        r"(?:꼭\s?|무조건\s?|그냥\s?)?(?:말|답|대답|얘기|이야기|우기|주장|인정|발표|적|써|쓰)\S{0,2}\s?"
        r"(?:줘|주세요|주십시오|달라|해라|하세요|하라|해$|해\.|라$|세요)|"
        r"\bwithout (?:any |giving )?(?:citations?|citing|sources?|quot(?:es?|ing))\b.{0,40}|"
        r"\b(?:do not|don't|never|no need to|stop)\b.{0,8}\bcit(?:e|ing|ation)|"
        r"(?:^|[,.;]\s|\b(?:please|just|and|then|must|only)\s)(?:say|answer|reply|respond|state|"
        r"repeat)\s(?:only\s|just\s)?(?:that|with|after me|exactly|the (?:words|sentence))\b",
    ),
    (
        Reason.PERSONAL,
        rf"{_PEOPLE}(?:들|분들|님)?(?:의)?\s?(?:\d+\s?(?:명|분|인)(?:의)?\s?)?(?:전원의?\s?|모두의?\s?)?"
        rf"(?:이름|성명|성함|실명|명단|{_PRIVATE})\s?(?:과|와|이랑|랑|하고|및|·|,)\s?"
        rf"(?:{_PRIVATE}|이름|성명|성함)|"
        rf"\d+\s?(?:명|분|인)(?:의)?\s(?:이름|성명|성함|실명)\s?(?:과|와|이랑|하고|및)\s?{_PRIVATE}|"
        r"(?:민원인|신고자|제보자|수급자|체납자|신청자|당첨자|환자|확진자|피해자|이웃|옆집)(?:들|분|님)?(?:이|가|의|은)?"
        r"\s?(?:\d+\s?명의?\s?)?(?:누구(?:인지|예요|야|죠|지|입)|이름|성명|실명|연락처|전화\s?번호|주소(?!지)|신상)"
        r"(?!\s?(?:공개|비공개|보호|변경|등록|정정))|"
        r"(?:사적인?|사생활|비공개|개인)\s?(?:용\s?)?(?:전화|번호|연락처|휴대|핸드폰|메일|주소)|"
        r"\b(?:private|personal|home|cell|mobile)\s(?:cell\s|mobile\s)?(?:phone|telephone|number|"
        r"address|e-?mail)\b|\bnames? and (?:phone|contact|address|number)|"
        r"\bwhere does\b.{0,30}\blive\b",
    ),
    (
        Reason.MEDICAL_ADVICE,
        r"(?<![가-힣])(?:[가-힣]{0,4}약|진통제|항생제|수면제|영양제|연고|주사)(?:을|를|은|이랑|랑|하고|과|와|도)?\s"
        r"?(?:\S{1,6}\s){0,3}?(?:먹어도|먹여도|드셔도|복용해도|같이\s?먹|더\s?먹|발라도|끊어도|줄여도|맞아도|맞는\s?게)|"
        rf"{_ILL}\S{{0,4}}\s?.{{0,14}}(?:어떻게\s?해|어떡해|어쩌|괜찮을까|괜찮나|먹어야|가야\s?(?:하|할|돼|되)|"
        r"무슨\s?병|왜\s?이러)|"
        r"\b(?:can|should|may) i (?:take|mix|stop taking|combine)\b.{0,40}"
        r"\b(?:pills?|medicines?|medication|aspirin|ibuprofen|tylenol|antibiotics?|drugs?|doses?)\b|"
        r"\bmy (?:head|stomach|chest|back|throat)\b.{0,10}\b(?:hurts?|aches?)\b",
    ),
    (
        Reason.LEGAL_ADVICE,
        r"(?:집주인|세입자|임대인|사장님?|회사|이웃|옆집|윗집|상대방|남편|아내|배우자|채무자|전\s?남편|전\s?아내)"
        r"\S{0,3}\s.{0,24}(?:고소|고발|소송|손해배상|합의금|위자료|이혼|압류|내용증명|돌려받)\S{0,4}\s?.{0,8}"
        r"(?:할까|하면|하려면|받을|수\s?있|되나|돼|될까|어떻게|방법)|"
        r"이혼\S{0,4}\s?.{0,8}(?:위자료|양육권|재산\s?분할)|(?:위자료|합의금|양육권)\S{0,2}\s?.{0,8}(?:받을\s?수|얼마)|"
        rf"(?:고소장|유언장|내용증명|소장|계약서)\S{{0,2}}\s?(?:\S{{1,4}}\s)?(?:검토|{_MAKE}).{{0,4}}{_PLEASE}?|"
        r"\bmy (?:landlord|tenant|boss|employer|neighbou?r|husband|wife|ex)\b.{0,50}"
        r"\b(?:sue|legal(?:ly)?|evict|allowed|rights?|divorce|custody|deposit)\b|\bmy divorce\b",
    ),
    (
        Reason.OFF_TOPIC,
        rf"(?:예매|예약|발권|주문|배달|결제|송금|환불|구매|체크인)\S{{0,2}}\s?(?:좀\s?)?{_DO}(?![가-힣]*\s?(?:어디|어떻))|"
        r"(?:뭐|뭘|무엇을|머)\s?(?:먹을까|먹지|먹으면\s?(?:좋|될)|입을까|입지|볼까|하고\s?놀|살까|마실까)|"
        r"(?:심심|외로|졸려|졸리|배고[프파]|우울|짜증\s?나|보고\s?싶)\S{0,3}(?:[.!?~ㅠㅜㅋㅎ\s]|$)|"
        r"^(?:고마워|고맙|감사합|사랑해|잘\s?자|수고)[가-힣]*\s?[.!?~ㅋㅎㅠ^]*$|"
        r"(?:너|넌|네|당신)\S{0,2}\s?(?:이름|나이|몇\s?살|누구|사람이|뭐\s?하|기분|생각|좋아하)|"
        rf"(?:책|영화|드라마|노래|음악|게임|선물|메뉴|식당|카페|술집|호텔|숙소|여행지|데이트\S*|옷|종목)\S{{0,2}}\s?"
        rf"(?:\S{{1,4}}\s)?추천\S{{0,2}}\s?(?:좀\s?)?{_PLEASE}|"
        rf"(?:숙제|과제|수학\s?문제|방정식|자소서|자기소개서|독후감|이력서|편지|가사|시|소설|동화|번역)\S{{0,2}}\s?"
        rf"(?:\S{{1,4}}\s)?(?:(?:풀어|써|지어|고쳐|적어)\s?{_PLEASE}|{_PLEASE}$)|"
        rf"(?:제안서|신청서|건의서|건의문|청원서|이의\s?신청서|사업\s?계획서|민원\s?글|감사\s?편지)\S{{0,2}}\s?"
        rf"(?:\S{{1,5}}\s){{0,4}}?(?:대신\s(?:\S{{1,5}}\s){{0,3}}?{_MAKE}|{_MAKE})|"
        r"\bwhat (?:should|can|shall) (?:i|we) (?:eat|wear|watch|cook|buy|drink)\b|"
        r"\b(?:book|order|reserve|buy|get) (?:me|us)\b|\b(?:book|reserve) (?:a|the|my) "
        r"(?:table|room|ticket|flight|train|seat|hotel)\b|\bwrite (?:me )?an? (?:song|story|novel|"
        r"essay|cover letter)\b|^(?:thanks|thank you|good night)\W*$|"
        r"\b(?:i'm|i am) (?:bored|lonely|hungry)\b|\bhow old are you\b|\bwho are you\b",
    ),
)
_COMPILED = tuple((reason, re.compile(words, re.IGNORECASE)) for reason, words in _PATTERNS)
_INSULT = re.compile(
    r"바보|멍청|병신|씨발|시발(?!점|역)|개새끼|닥쳐|꺼져|미친\s?(?:놈|년|새)|지랄|등신|또라이|한심한|쓸모\s?없는\s?(?:놈|것|봇)|"
    r"\b(?:stupid|idiot|moron|shut up|useless (?:bot|thing)|fuck\w*|dumb)\b",
    re.IGNORECASE,
)
# Whoever asks for something is answered, whatever they call us.
_ASKS = re.compile(
    r"몇|얼마|언제|누구|어디|무엇|뭐(?!야$)|어떤|무슨|왜\s|알려|인가요|있나요|나요\??$|예산|계획|사업|"
    r"\b(?:how|when|which|where|what|why)\b",
    re.IGNORECASE,
)


def errand_of(text: str) -> Reason | None:
    """Why a text is turned away as an errand, an order or an insult; None for a question."""
    for reason, words in _COMPILED:
        if words.search(text):
            return reason
    return Reason.INSULT if _INSULT.search(text) and not _ASKS.search(text) else None
