"""Introductions: greetings, and what people ask of the assistant itself before anything else."""

from __future__ import annotations

import re

from assistant.replies import Reason

_SELF = (
    r"(?:너|넌|네|니|당신|이\s?(?:사이트|챗봇|봇|서비스|앱|페이지|누리집|홈페이지|프로그램|창)|챗봇|여기|여긴|이거|이건|이게|"
    r"시정\s?(?:챗봇|서비스|봇)|sijeong)"
)
_WHAT = r"(?:뭐|뭘|무엇|뭔|무슨|어떤|누구|정체|뭣)"
_END = r"\s*[.!?~ㅋㅎㅠ^]*\s*$"
_PLACES = r"(?:도시|지역|시·?군·?구|지자체|자치단체|지방자치단체|동네|고장|시나\s?군)"
_HELD = r"(?:문서|자료|데이터|정보)"

_PATTERNS: tuple[tuple[Reason, str], ...] = (
    (
        Reason.GREETING,
        rf"^(?:안녕|하이|헬로|반가|반갑)[가-힣]*{_END}|"
        r"^(?:hi|hello|hey|good (?:morning|afternoon|evening))(?: there)?\W*$",
    ),
    (
        Reason.ABOUT,
        rf"^{_SELF}(?:은|는|이|가|도)?\s?(?:{_WHAT}(?:이|가|야|니|냐|지|예|에|인|입|임|하|을|를)?"
        rf"|{_WHAT}\s?(?:하는|해\s?주는|할\s?수\s?있는)\s?\S{{1,5}})\S{{0,6}}{_END}|"
        rf"^시정(?:이|은)\s?(?:뭐|무엇을)\s?하는\s?\S{{1,5}}{_END}|"
        rf"^(?:{_SELF}(?:은|는|이|가|에서|에|한테)?\s?)?(?:뭘|뭐를?|무엇을|무얼|어떤\s?(?:걸|것을?|질문을?))\s?"
        rf"(?:물어|질문|여쭤|여쭈|해\s?(?:줄|주)|할\s?수\s?있|도와|알려\s?줄\s?수|답해)\S{{0,6}}(?:\s\S{{1,6}}){{0,3}}{_END}|"
        rf"^(?:{_SELF}(?:은|는)?\s?)?(?:어떻게\s?(?:쓰|사용|이용|물어|질문)|(?:사용|이용|질문하는)\s?(?:법|방법))"
        rf"\S{{0,5}}(?:\s\S{{1,6}}){{0,2}}{_END}|^도움말{_END}|"
        r"^(?:help|who are you|what are you|what is (?:this|sijeong)|how does (?:this|it) work|"
        r"what (?:can|do) you (?:do|answer|know)|what can i ask(?: you)?|how do i use this)"
        r"(?: (?:site|page|service|chatbot|bot|assistant|app|about))?\W*$",
    ),
    (
        Reason.HOLDINGS,
        rf"^(?:{_SELF}\S{{0,3}}\s)?(?:지금\s)?(?:어떤|무슨|어느|몇\s?(?:개|건)의?)\s?{_HELD}\S{{0,2}}\s?"
        rf"(?:있(?!어야|으면)|가지고|갖고|다루|들어\s?있|볼\s?수|찾을\s?수|보유)\S{{0,5}}(?:\s\S{{1,5}}){{0,2}}{_END}|"
        rf"^(?:{_SELF}\S{{0,3}}\s)?(?:지금\s)?(?:어떤|무슨|어느|몇\s?(?:개|군데|곳)(?:의)?)\s?{_PLACES}\S{{0,2}}\s?"
        rf"(?:{_HELD}\S{{0,2}}\s?(?:있(?!어야|으면)|볼\s?수|가지고|갖고)|물어|질문|다루|검색|지원)"
        rf"\S{{0,5}}(?:\s\S{{1,5}}){{0,2}}{_END}|"
        rf"^(?:전체\s?)?문서\s?(?:목록|리스트|몇\s?(?:개|건))\S{{0,3}}\s?(?:\S{{1,6}})?{_END}|"
        r"^(?:which|what) (?:cities|places|towns|counties|regions|municipalities|documents|data|"
        r"local governments) (?:do you (?:have|cover|know|hold)|"
        r"are (?:there|here|covered|available)|"
        r"can i (?:ask about|search))\W*$",
    ),
)
_COMPILED = tuple((reason, re.compile(words, re.IGNORECASE)) for reason, words in _PATTERNS)


def introduction_of(text: str) -> Reason | None:
    """What is asked of the assistant itself and not of a document; None for any other text."""
    said = " ".join(text.split())
    return next((reason for reason, words in _COMPILED if words.search(said)), None)
