"""Asides: what a question says of its asker and of asking, which no document has to meet.

People say hello, who they are ('저는 도민입니다') and what they need the answer for ('기사 쓰는
중인데') before they ask, and say please and thank you after it. Every word of that would count as
one that the documents lack.
"""

from __future__ import annotations

import re

import corpus

_NEED = (
    r"(?:우리\s?[시군구도]\s)?(?:(?:학교|대학|회사|지역|신문|주민|시민|의회|예산|감사|조별|팀|취재|기사|보도|과제|"
    r"숙제|리포트|레포트|보고서|논문|발표(?:문|자료)?|수업|공부|연구|자료|조사|질의서?|질문|민원|면접|시험|행감|"
    r"행정사무감사|업무|방송|군의회|도의회|시의회|구의회|칼럼|토론회?|동아리|수행평가|평가|원고|소식지|블로그|의정\s?활동|회의)\s?){1,3}"
)
_BUSY = (
    r"(?:때문에|준비|작성|쓰[는느려]|쓸|하[는느려고]|용(?:으로|인)|건으로|차(?=\s)|중(?=[이입인에])|에\s?(?:쓰|쓸|필요|넣)|"
    r"(?:을|를)?\s?위해|관련(?:해서?|하여|으로)?|자료(?:로|가|를)|이?\s?있어서?|"
    r"이에요|예요|입니다|인데)"
)
_SAYS = r"[가-힣\s]{0,16}"
_ROLE = (
    r"(?:고등학교\s?[1-3]학년|중학교\s?[1-3]학년|초등학교\s?[1-6]학년|[고중][1-3](?:\s?학생)?|초등?[1-6]|대학원생|학생\s?기자|"
    r"(?:취재\s?)?기자|작가|피디|연구[원자]|유권자|일반\s?시민|시민|주민|도민|군민|구민|"
    r"공시생|수험생|취준생|외지인|동네\s?주민|평범한\s?시민)"
)
_POLITE = (
    r"안녕하(?:세요|십니까|신가요)|수고(?:가|들)?\s?(?:하십니다|하세요|많으(?:십니다|세요|시네요))|"
    r"(?:정말\s|미리\s|대단히\s)?(?:감사(?:합니다|해요|드립니다|드려요)|고맙습니다|고마워요?)|실례합니다(?:만)?|실례지만|"
    r"죄송(?:합니다만|한데요?|하지만)|미안한데요?|바쁘신(?:데|\s?와중에)[가-힣\s]{0,6}|다름이?\s?아니[라고](?:요)?|"
    r"(?:궁금|급)해서\s?(?:그런데|그러는데|여쭙|여쭤|묻|물어|문의)[가-힣]{0,8}|"
    r"(?:간단히\s|하나만?\s|한\s?가지만?\s|잠깐\s|좀\s)?(?:문의|질문)(?:이|을|좀)?\s?(?:드립니다|드려요|드릴게요|"
    r"하나\s?(?:할게요|드려요|있어요)?|있습니다|있어요|있는데요|이?요|할게요|합니다)|"
    r"(?:하나만?|한\s?가지만?|뭐\s?(?:하나|좀)?|좀)\s?(?:여쭙|여쭤|물어|묻)[가-힣\s]{0,8}"
)
# What is asked again after the question itself: 'please check', 'in short please'.
_REQUEST = re.compile(
    r"[,\s]\s?(?:(?:간단히|간략히|간략하게|짧게|자세히|상세히|구체적으로|정확히|정확하게|빨리|빠르게|쉽게|친절히|"
    r"꼭|좀|한번|다시|빠른|정확한|자세한|상세한)\s)*"
    r"(?:확인|답변|설명|안내|회신|답장|정리|검토|조회|제공|공유|요약|회답|체크)(?:을|를|좀)?\s?"
    r"(?:좀\s)?(?:해\s?)?(?:부탁[가-힣\s]{0,8}|바랍니다|바라요|주세요|주십시오|주실[가-힣\s]{0,8}|줘요?|"
    r"줄래요?|요청[가-힣]{0,4}|하고\s?싶[가-힣]{0,5}|가능할?까요|가능한가요)(?P<end>\s?[.!?~]*)\s*$"
)
_CLAUSE = re.compile(r"(?<=[.!?~…。])\s+|(?<=[가-힣][데고서요만])[,]\s*|(?<=데)\s+|(?<=데요)\s+")
_ASIDES = tuple(
    re.compile(rf"(?:{one})\s?[.!~,…]*")
    for one in (
        _POLITE,
        rf"(?:제가|저는|저희가?|지금|요즘|이번에|다음\s?주에?|내일|혹시)?\s?{_NEED}(?:을|를|에|가|이)?\s?{_BUSY}{_SAYS}",
        rf"(?:저|나|전|저희|우리)?(?:는|은)?\s?{_ROLE}\s?(?:인데요?|입니다(?:만)?|이에요|예요|이고요?|이라서요?|이라|으로서)",
    )
)
# A clause that asks is the question, whatever else it says.
_ASKS = re.compile(r"몇|얼마|언제|어디|어느|어떤|무엇|무슨|뭐|뭘|뭔|누구|누가|왜|어떻|[?？]")
_ENGLISH = re.compile(
    r"^(?:(?:hi|hello|dear [a-z ]{1,20}|good (?:morning|afternoon|evening)|excuse me|"
    r"sorry to bother you|quick question|just wondering|i was wondering)[,.!:]?\s+"
    r"(?:there[,.!]?\s+)?|"
    r"i(?:'m| am) (?:an? |just an? )?(?:[a-z]+ ){0,2}(?:student|reporter|journalist|researcher|"
    r"resident|writer|teacher|blogger|citizen)\b[^.?!,\d]{0,60}[.,!]\s+(?:and\s+)?|"
    r"(?:this is )?for (?:an? |my |our )(?:[a-z]+ ){0,2}(?:report|article|paper|story|thesis|"
    r"assignment|project|homework|essay|presentation|class)\b[^.?!\d]{0,40}?[.,:]\s+)+",
    re.IGNORECASE,
)
_THANKS = re.compile(
    r"(?<=[.?!])\s+(?:many )?(?:thanks?(?: you)?|thx|cheers)\b[^.?!]{0,30}[.!]*\s*$", re.IGNORECASE
)

_WORD = re.compile(r"[가-힣A-Za-z]{2}")


def without_asides(text: str) -> str:
    """The text of a question without its asides; unchanged where nothing else would be left.

    A clause that names a place or asks something is none, whoever says it of himself.
    """
    rest = _REQUEST.sub(_told, _THANKS.sub("", _ENGLISH.sub("", text)))
    kept = [(one, gap) for one, gap in _clauses(rest) if not _is_aside(one.strip())]
    rest = "".join(f"{one}{gap}" for one, gap in kept).strip(" ,")
    return rest if _WORD.search(rest) else text


def _told(request: re.Match[str]) -> str:
    """What is left of a request: to be told, with no word of its own ('언제인지 확인 부탁').

    Who wants a summary may want all that a document sets out (`assistant.overview`).
    """
    is_summed_up = re.search("정리|요약", request.group()) is not None
    return (
        f" {'요약해' if is_summed_up else '알려'}{' ' * is_summed_up}주세요{request['end'].strip()}"
    )


def _clauses(text: str) -> list[tuple[str, str]]:
    """The clauses of a text, each with the blank behind it."""
    parts: list[tuple[str, str]] = []
    at = 0
    for found in _CLAUSE.finditer(text):
        parts.append((text[at : found.start()], found.group()))
        at = found.end()
    return [*parts, (text[at:], "")]


def _is_aside(clause: str) -> bool:
    if not any(one.fullmatch(clause) for one in _ASIDES) or _ASKS.search(clause):
        return False
    return not corpus.find_municipalities(clause)
