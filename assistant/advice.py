"""Advice: what people ask city hall that no published document can or may tell them."""

from __future__ import annotations

import re

from assistant.replies import Reason

# The city's own work on the same subject (소송 건수, 무료 법률상담실, 의료비 지원) is not advice:
# each pattern needs the asker's own case, or a judgement that only an adviser or voter makes.
_OFFICE = (
    r"(?:(?<!전통)(?<!재래)(?<!도매)(?<!노동)시장|군수|구청장|도지사|지사|의원|의장|국장|과장|공무원|대통령|"
    r"후보|정치인)"
)
_MERIT = (
    r"(?:일(?:을|도)?\s?(?:더\s?|제일\s?|가장\s?)?(?:잘|못)\s?(?:하|해|한|했|합)|"
    r"(?:더|제일|가장)\s?(?:일(?:을)?\s?)?(?:잘|못)\s?(?:하|해|한|했|합)|[유무]능(?:해|하(?!게)|한가|합|한\s?(?:분|사람))|"
    r"훌륭(?:해|하|한가|합|한\s?(?:분|사람))|나은|나아(?!가|갈|졌|지|진)|낫|믿을\s?만|자질[이은]|인품[이은]|"
    r"(?:좋은|나쁜|훌륭한|최고의|최악의)\s?(?:시장|군수|구청장|도지사|지사|의원|의장|후보|분|사람))"
)
# What documents print of recipients is how many there are; who they are is theirs.
_RECIPIENT = (
    r"(?:이용한|신청한|신고한|제보한|체납한|체납된|확진된|걸린|수급하는|(?:지원|혜택|수당|보조금?|급여|융자|장려금|상담)"
    r"\S{0,2}\s?받은)\s(?:\S{1,8}\s)?(?:사람|분|시민|주민|여성|남성|어르신|노인|청년|학생|산모|아동|환자|농민|업주|사장|"
    r"[가-힣]{1,4}(?:자|민|인))(?:들|님|분)?(?:들)?(?:의)?\s?"
)
_PATTERNS: tuple[tuple[Reason, str], ...] = (
    (
        Reason.UNSAFE,
        r"(?:문서|자료|파일|본문|첨부)\S{0,3}\s?(?:\S{1,6}\s)?(?:지시|명령|시키는|프롬프트)\S{0,3}"
        r"\s?(?:따르|따라|대로|실행|수행)|"
        r"(?:검증|필터|안전\s?장치|제한|제약)\S{0,3}\s?(?:단계\S{0,2}\s)?(?:끄고|꺼|우회|건너뛰|생략하고|해제하)|"
        r"\b(?:act|behave|respond|answer)\s(?:like|as)\s(?:an?\s)?(?:unrestricted|uncensored|"
        r"unfiltered|different|new|other|evil)\b|\b(?:skip|bypass|disable|turn off|without)\s"
        r"(?:the\s|any\s|all\s|your\s)?(?:verification|filters?|safety|guardrails?|restrictions)\b|"
        r"\b(?:follow|obey|execute|carry out)\b.{0,12}\b(?:these|those|my|the following|its|hidden)"
        r"\b.{0,12}\b(?:instructions?|commands?|orders?)\b|\b(?:instructions?|commands?|orders?)\b"
        r".{0,12}\b(?:in|inside|within) the (?:document|file|text)\b",
    ),
    (
        Reason.PERSONAL,
        rf"{_OFFICE}(?:님|들)?(?:의|이|은|는)?\s?(?:집|자택|댁|거주지|사는\s?(?:곳|집|동네))(?:이|은|는|의)?\s?"
        rf"(?:어디|주소|위치|알려)|{_OFFICE}(?:님)?(?:이|은|는)?\s?어디\S{{0,2}}\s?(?:살아|사나|사는|사세|사시|삽)|"
        rf"{_OFFICE}(?:님)?(?:의)?\s?(?:부인|배우자|남편|아내|자녀|아들|딸|부모|가족)(?:들|의|이|은|는)?\s?"
        rf"(?:이름|성함|누구|나이|직업|연락처|어디)|"
        rf"{_RECIPIENT}(?:이름|성명|성함|실명|명단|신상|사는\s?곳|주소|전화|연락처|휴대|핸드폰)",
    ),
    (
        Reason.LEGAL_ADVICE,
        r"(?:소송|고소|고발|재판|항소|행정심판)\S{0,4}\s?(?:\S{1,4}\s)?(?:하면|걸면|내면|가면|할까|"
        r"해도|거는\s?게).{0,15}|(?<![가-힣])(?:이길|승소할|질|패소할)\s(?:수\s?있|까|확률|가능)|(?<![가-힣])(?:이길|승소할|질|패소할)(?:까|수\s?있)|승소\s?(?:가능|확률)|"
        r"법(?:적으로|에)\s?(?:문제|걸리|괜찮|처벌|책임)|처벌(?:을)?\s?(?:받나|받을까|되나|될까)|"
        r"(?:제가|내가|저는|나는|제|내)\s.{0,20}(?:위법|불법|합법)(?:인가|이야|일까)|"
        r"\blegal advice\b|\b(?:sue|lawsuit|court)\b.{0,30}\b(?:win|lose|chances?|should i)\b|"
        r"\b(?:should|can|could) i\b.{0,15}\bsue\b|\bis it (?:il)?legal (?:for me|if i|to)\b|"
        r"\b(?:win|lose)\b.{0,15}\b(?:lawsuit|court|case)\b",
    ),
    (
        Reason.MEDICAL_ADVICE,
        r"(?:무슨|어떤|어느|뭔)\s?약(?:을|이|\s|\?|$)|약(?:을)?\s?(?:먹어야|먹으면|먹을까|복용)|"
        r"(?:아픈데|아파요|아파서|열이\s?(?:나|있)|기침이|두통이|설사를|어지러)\S{0,4}\s?.{0,12}"
        r"(?:어떻게|어떡|뭘|무엇|괜찮|무슨\s?병)|(?:무슨|어떤)\s?병(?:인가|일까|이야)|(?<![가-힣])진단(?:해|을\s?내려)\s?(?:줘|주세요|주실|주시|줄래|달라)|"
        r"처방(?:해|\s?좀)|수술(?:을)?\s?(?:해야|받아야)|"
        r"\b(?:what|which) (?:medicine|drug|pill|medication)s?\b|\bmedical advice\b|\bdiagnose\b|"
        r"\bshould i (?:take|get surgery|see a doctor)\b|\bdo i have\b.{0,20}"
        r"\b(?:cancer|flu|disease|covid)\b",
    ),
    (
        Reason.PARTY_PREFERENCE,
        r"(?:어느|어떤|무슨)\s?(?:정)?당(?:이|을|에|\s).{0,8}(?:나아|나은|낫|좋|찍|뽑|지지|투표|잘)|"
        r"(?:누구|누굴|어느\s?후보|어떤\s?후보)\S{0,3}\s?(?:\S{1,4}\s)?(?:찍|뽑아야|뽑을까|투표|지지해)|"
        r"(?<![가-힣])(?:여당|야당|(?:진보|보수)\s?(?:정당|진영|후보|세력|당))"
        r"(?:이|가|은|는|을|를|와|과|보다)?\s.{0,8}(?:나아(?!졌|지)|나은|낫|좋아(?!졌|지)|잘하)|"
        r"(?:시장|군수|구청장|도지사|의원|후보)\S{0,3}\s(?:\S{1,6}\s)?(?:더\s?)?(?:나아요|나은가|낫|좋아\?|"
        r"싫|무능)|지지\s?(?:정당|후보)|"
        rf"{_OFFICE}.{{0,30}}?{_MERIT}|{_MERIT}.{{0,6}}?{_OFFICE}|"
        r"\b(?:should|do|can|must) (?:i|we) vote for\b|"
        r"\bwhich party\b.{0,20}\b(?:better|best|vote|support|choose)\b|"
        r"\b(?:better|best|worse|worst|good|bad|competent|great) (?:party|candidate|mayor|governor|"
        r"politician)\b",
    ),
)
_COMPILED = tuple((reason, re.compile(words, re.IGNORECASE)) for reason, words in _PATTERNS)


# '일 잘하는 공무원 추천은 어디서 받나요': who does well is for the asker to say.
_NOMINATED = re.compile(
    r"(?:공무원|직원)(?:을|를|들|의)?\s?(?:[가-힣]{1,4}\s)?(?:추천(?!해\s?(?:줘|주세|봐))|칭찬|뽑는|선발|선정|포상|표창)"
)


def advice_of(text: str) -> Reason | None:
    """Why a question wants advice, a preference or obedience instead of what documents say."""
    found = next((reason for reason, words in _COMPILED if words.search(text)), None)
    is_scheme = found is Reason.PARTY_PREFERENCE and _NOMINATED.search(text) is not None
    return None if is_scheme else found
