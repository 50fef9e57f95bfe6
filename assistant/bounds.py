"""Bounds: questions that are turned away unread, whatever the documents hold."""

from __future__ import annotations

import re

_UNSAFE = re.compile(
    r"(?:이전|지금까지|위의?|앞(?:선|의)|모든|기존)\s?.{0,10}(?:지시|명령|규칙|"
    r"프롬프트|지침).{0,12}(?:무시|잊|버리|따르지)|시스템\s?프롬프트|"
    r"프롬프트(?:를|\s).{0,10}(?:출력|보여|공개)|탈옥|제한\s?없이|(?:너는|넌|"
    r"당신은)\s?(?:이제|지금부터).{0,20}(?:이야|야|다\b|입니다|역할)|지어내|"
    r"꾸며\s?내|"
    r"관리자\s?권한|개발자\s?모드|drop\s+table|delete\s+from|union\s+select|<script|rm\s+-rf|"
    r"ignore\s+(?:all\s+)?(?:the\s+)?(?:previous|prior|above)|system\s+prompt|"
    r"jailbreak|developer\s+mode|you\s+are\s+now|pretend\s+(?:to|you)|disregard\s+",
    re.IGNORECASE,
)
_PERSONAL = re.compile(
    r"주민\s?등록\s?번호(?!\S{0,2}\s?(?:변경|정정))|집\s?주소|자택\s?(?:주소|위치|번호|전화|\S?\s?어디)|"
    r"개인\s?정보(?!\S{0,2}\s?(?:보호|처리|관리|유출|침해|영향|담당|책임|교육|점검|보안))|"
    r"개인\s?(?:번호|전화|휴대)|(?:휴대\s?(?:폰|전화)|핸드폰)\S?\s?(?:번호|좀|알려|줘|뭐|몇|연락)|"
    r"(?<!납부 )(?<!입금 )계좌\s?번호|여권\s?번호|(?:시장|군수|"
    r"공무원|직원|과장|국장)\S*\s?(?:나이|가족|재산|사생활|월급|연봉)"
    r"(?!\S{0,2}\s?(?:등록|공개|신고|심사|수당|친화|돌봄|지원))|"
    r"(?:선정자|당첨자|수혜자|수급자|신청자|지원자|참여자|참가자|피해자|민원인|신고자|제보자|위반자|대상자|수상자|당사자)"
    r"\S{0,2}\s?(?:개인\s?)?(?:이름(?:이랑|하고|과|와|이나|,)|(?:연락처|전화|휴대|집|주소)(?!\S{0,2}\s?(?:등록|변경)))|"
    r"home\s+address|personal\s+(?:phone|data\s+of|information\s+(?:of|about))|social\s+security",
    re.IGNORECASE,
)
_OFF_TOPIC = re.compile(
    r"(?:코드|함수|프로그램|알고리즘|스크립트|퀵\s?소트|정렬).{0,12}(?:짜|작성|"
    r"만들어|구현)|파이썬|자바스크립트|주식|코인|비트코인|환율|로또|"
    r"날씨|기온|미세먼지\s?(?:지금|현재|오늘)|맛집|레시피|요리법|번역해|"
    r"영화\s?추천|노래\s?추천|운세|연애|축구\s?경기|시\s?한\s?편|소설\s?써|농담|"
    r"누구(?:를|한테)\s?(?:찍|뽑|투표)|어느\s?(?:당|정당)|지지\s?(?:정당|후보)|"
    r"진단해|처방|소송\s?(?:이길|하면)|법률\s?상담\s?(?:해|받고|좀|부탁)|"
    r"\b(?:python|javascript|bitcoin|stock|weather|recipe|joke|poem|lottery)\b|\bvote\s+for\b",
    re.IGNORECASE,
)


_HELD = frozenset({"주식", "코인", "비트코인"})
_TAXED = re.compile(
    r"체납|압류|징수|추징|(?:재산|취득|주민|자동차|지방|소득)세|공직자|재산\s?공개|백지\s?신탁"
)


def is_unsafe(text: str) -> bool:
    """Whether a question tries to instruct the assistant instead of asking it."""
    return _UNSAFE.search(text) is not None


def asks_personal_data(text: str) -> bool:
    """Whether a question wants what is private about a person."""
    return _PERSONAL.search(text) is not None


def is_off_topic(text: str) -> bool:
    """Whether a question plainly has nothing to do with what local governments publish.

    Who asks about shares or coins of those that owe a tax, or of officials, asks about the city.
    """
    found = _OFF_TOPIC.search(text)
    is_owned = found is not None and found[0] in _HELD and _TAXED.search(text) is not None
    return found is not None and not is_owned
