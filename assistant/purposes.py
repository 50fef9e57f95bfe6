"""Purposes: whether a statement says what something is done for, in whatever form it is printed.

Plans seldom print the word 'purpose'. They say it with an ending ('…하도록', '…하고자', '…할 수
있게'), with what a means is used for ('설문으로 의견을 듣는다'), or with what follows from the deed
('일찍 발주해 경기를 살린다'). The last two count only after a word that the question asks about.
News tells what somebody said to bear out a request ('…라며 …를 당부했다'); a plan puts what a
thing is good for on the line under it ('- 유지비 절감과 수요 증가에 대처').
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.inflections import joined_forms
from assistant.matching import tight

_MARKED = re.compile(
    r"까닭|이유|위해|위한|위하여|따라|따른|때문|인한|인해|통해|통한|목적|극복|"
    r"대응|(?<!년\s)(?<!년)(?<!년도\s)(?<!동기\s)(?<!해\s)(?<!평균\s)(?<!예산\s)(?<!목표\s)(?<!계획\s)대비|도모|제고|향상|해소|방지|예방|활성화|강화|마련|"
    r"[은는한할]지,?\s(?:[가-힣]+지\s)?(?:미리\s)?(?:심의|살피|살핀|확인|점검|검토|따지|따진)|"
    r"도록|고자\s|려고\s|함으로써|(?:수\s?있|하|되)게\s(?:돕|하|한|만들|지원)|덕분|취지|므로\s|"
    r"사유(?:\s?[:：]|[는로]\s)|(?<![민지무위직회요정인의])원인(?:[은이]\s|으로|\s?[:：])|"
    r"려는\s(?:것|뜻|의도|조치|움직임)|려\s한다|에\s(?:적극\s)?대처|"
    r"덕[에으]로?|덕이|덕택|탓[에이으]|영향[으이]|여파[로가]|계기로|차원에서|뜻에서|의미에서"
)
# A clause that bears out the next ('좁아서', '열리는 만큼'); '이어서', '넘어서' do not.
_BEARING_OUT = re.compile(
    r"(?:(?<![관대])해|(?<![이넘니])어|아|여|워|려|져|돼|라)서[\s,]|"
    r"(?:[가-힣]{1,3}[은는던인]|[가-힣](?:진|난|든|된|한|린|긴|운|른|쁜|큰|찬|친|쁜|간|온|둔)|기로\s?한)\s만큼[\s,]"
)
# A clause with an object, a subject or a fault that the next one follows from: '물량을 잘못 잡아'.
_LINKED = re.compile(
    r"[가-힣](?:을|를|이|가|은|는|도)\s(?:[가-힣]{1,8}\s){0,2}?"
    r"(?!(?:관련|대|비|통|향|더|합|포함|비롯|감안|고려|제외|거쳐|걸쳐|나눠|들여|이어|맞아|열어|모여|보여|밝혀|"
    r"따라|두고|놓고|했다고)(?:해|하여)?[\s,])"
    r"[가-힣]{0,6}(?:[아어여해려져켜쳐혀겨춰둬줘와돼워써]|모자라|달라|[가-힣]지\s않고)(?:서)?[,\s]"
)
# What was wrong of the thing that something was then demanded of: '과다 계상된 다리 공사'.
_FAULTY = re.compile(
    r"(?:과다|과대|과도|중복|허술|부풀|잘못|누락|소홀|부적정|부적절|부당|미흡|어[긴겨기]|위반|빠[뜨트])"
    r"[^.\n]{0,10}?[된한긴은린인는](?=\s)"
)
# What came of it: how a question names it, and how sentences tell it.
_CAME = tuple(
    re.compile(one)
    for one in (
        r"깎|삭감|감액|줄[이인었였어]|덜[었어]",
        r"회수|추징|환수|토해|돌려|되찾|물어내|반납",
        r"늦[어었춰췄]|더[디뎌딘]|지연|미[뤄룬뤘루]|연기|밀[려렸린]",
        r"중단|취소|무산|멈[춰췄춘]|보류|백지화|접[었기]",
        r"징계|훈계|주의|경고|처분|문책|고발",
        r"못[\s한했하함해]|지\s?못|탈락|제외|반려|부결|빠[졌지진]|떨어",
        r"늘[어었린렸]|증가|불[어었]|많아[졌지]|급증",
    )
)
# '직접 해서 얻은 결과라 뜻이 크다': what is so bears out how it is judged.
_BEING = re.compile(
    r"(?:[가-힣](?:이?라|이?라서|인데다|인\s?데다|이니|니까|느라|바람에|터라|셈이라|덕분에|까닭에)"
    r"(?:\s|,))(?![\s]*(?:[가-힣]{1,6}\s)?(?:했|말|밝|전했|설명|강조|당부))"
)
_JUDGED = re.compile(
    r"[뜻의][미이가]|크다|크고|값지|깊다|소중|중요|필요|어렵|힘들|좋|나쁘|아쉽|다행|고맙|자랑|기쁘|뿌듯|특별|남다"
)
# Who asks others for something says why in the clause before.
_SAID_WHY = re.compile(
    r"[다라]며[\s,]|[다라]면서[\s,]|[다라]고\s(?:말|설명|강조|지적)하(?:며|면서)[\s,]"
)
_ASKED_FOR = re.compile(r"주문|당부|요청|지시|건의|촉구|부탁|요구|제안|권고|호소|강조")
# A state or change that a deed answers to: '이용자가 늘어', '세입이 줄자', '청사가 좁아'.
_STATE = re.compile(
    r"[가-힣][이가은는도]\s(?:[가-힣]{1,6}\s)?(?:"
    r"(?:[가-힣]{0,3}(?:줄어|늘어|많아|적어|커|높아|낮아|길어|짧아|잦아|낡아|좁아|넓어|심해|어려워|모자라|"
    r"부족해|시급해|필요해|올라|내려|떨어|무너|막혀|끊겨|몰려|붐벼|밀려|없어|생겨|빠져|남아|쌓여|늦어|바뀌어)"
    r"(?:져|져서|지면서|지자)?|"
    r"[가-힣]{0,3}(?:줄|늘|커지|높아지|낮아지|잦아지|심해지|오르|떨어지|몰리|밀리|바뀌|늦어지)"
    r"(?:자|면서|으면서|어나자|어나면서|어들자|어들면서)|"
    r"(?:급?증가|급증|급?감소|급감|악화|노후화?|부족|개정|예상|우려|확산|제기|발생|변경|폐지|상승|하락|"
    r"둔화|위축|중단|훼손|침체|붕괴|도래|만료)(?:해|하자|하면서|돼|되어|되자|되면서)))[\s,]"
    r"(?!있|주[는고어]|보[다고니]|왔|갔|냈|뒀|놓|버리|드[리립]|달라)"
)
# What a thing is good for, at the end of the line under it.
_GOOD = re.compile(
    r"(?:절감|절약|대처|완화|기여|증진|촉진|창출|보장|실현|구현|정착|확산|최소화|안정|안정화|"
    r"해결|충족|보전|회복|단축|향상|제고|도모|해소|탈피|극복|위함)\W*$"
)
_ROSE = re.compile(
    r"늘[어었린렸리고림면자며]|웃[돌도]|많[다은았]|늘은|증가|증액|오[른르]|올[라랐]|상승|커[졌지진]|많아|확대|높[아여였]|불[어었]|급증|인상"
)
_FELL = re.compile(
    r"줄[어었인였이고임면자며]|밑[돌도]|(?<![가-힣])적[다은었]|모자라|빠[지져졌]|감소|감액|감축|삭감|내[린렸]|낮[춰췄추춘]|하락|떨어|낮아|축소|깎|급감|인하|절감|면제|폐지"
)
_PURPOSE = r"(?:[가-힣]{1,6}\s?)?(?:목\s?적|배\s?경|취\s?지|필\s?요\s?성|이\s?유|까닭|사유)"
_PURPOSE_LABEL = re.compile(
    rf"\W*(?:(?:\d{{1,2}}|[가-하])[.)]\s?)?(?:[가-힣0-9]{{1,6}}\s){{0,3}}{_PURPOSE}\s?[:：]"
)
_PURPOSE_HEAD = re.compile(rf"\W*(?:(?:\d{{1,2}}|[가-하ⅠⅡⅢⅣⅤ])[.)]?\s?)?{_PURPOSE}\W*")
_MARKS = re.compile(r"^[\s\-–•·ㆍ‧○◦❍▪*※]+")
# What is done with it has an object; '우수기관으로 선정되었다' tells no purpose.
_OBJECT = r"\s(?:[^\s.]{1,14}\s){0,4}?[^\s.]{1,14}[을를]\s[가-힣]+"


def is_of_direction(asked: str, said: str) -> bool:
    """Whether what is said goes the way that a question supposes ('왜 줄었나' of what rose).

    Only what speaks of a fall tells why something fell; True where no direction is supposed.
    """
    rises, falls = _ROSE.search(asked) is not None, _FELL.search(asked) is not None
    if rises == falls:
        return True
    return (_ROSE if rises else _FELL).search(said) is not None


def states_purpose(quote: str, nouns: Iterable[str], stems: Iterable[str], asked: str) -> bool:
    """Whether a quote says why: by a mark, by a means or by what a deed leads to.

    `nouns` and `stems` are the content nouns and verb stems of the question `asked`. A question
    that itself says '…으로' asks why it came to that, which the same words do not answer.
    """
    if _MARKED.search(quote) or _BEARING_OUT.search(quote) or _bears_out_request(quote):
        return True
    nouns, stems = tuple(nouns), tuple(stems)
    if _answers_to_state(quote, (*nouns, *stems)):
        return True
    if _bears_out_judgement(quote) or _came_of_it(quote, asked):
        return True
    for noun in nouns:
        word = re.escape(noun)
        if re.search(rf"{word}(?:을|를)?\s?(?:하여|해서?)(?![가-힣]){_OBJECT}", quote):
            return True
        is_end = re.search(rf"{word}(?:으)?로(?![가-힣])", asked)
        if not is_end and re.search(rf"{word}(?:으)?로(?![가-힣]){_OBJECT}", quote):
            return True
    return any(
        re.search(rf"{re.escape(form)}(?:서)?(?![가-힣]){_OBJECT}", quote)
        for stem in stems
        for form in joined_forms(stem)
    )


def is_under_purpose(quote: str, heading: str) -> bool:
    """Whether a line is the purpose of something by its label or the heading right above it."""
    return bool(_PURPOSE_LABEL.match(quote) or _PURPOSE_HEAD.fullmatch(heading.strip()))


def _bears_out_request(quote: str) -> bool:
    """Whether somebody is quoted with what bears out what they then ask for."""
    said = _SAID_WHY.search(quote)
    return said is not None and _ASKED_FOR.search(quote, said.end()) is not None


def _answers_to_state(quote: str, words: Iterable[str]) -> bool:
    """Whether what is asked about stands behind a clause that says what was so before it."""
    match = _STATE.search(quote)
    if match is None:
        return False
    behind = tight(quote[match.end() :])
    return any(tight(word) in behind for word in words if len(word) > 1)


def _bears_out_judgement(quote: str) -> bool:
    """Whether what is so, said before, bears out how something is judged behind it."""
    match = _BEING.search(quote)
    return match is not None and _JUDGED.search(quote, match.end()) is not None


def _came_of_it(quote: str, asked: str) -> bool:
    """Whether what is asked about is told behind a clause that it follows from."""
    for match in filter(None, (_LINKED.search(quote), _FAULTY.search(quote))):
        if any(one.search(asked) and one.search(quote, match.end() - 1) for one in _CAME):
            return True
    return False


def is_good_for(quote: str, heading: str, words: Sequence[Sequence[str]]) -> bool:
    """Whether a line tells what the thing on the line above it is good for.

    `heading` is what the quote stands under; of a quote of several lines it is the first one.
    `words` are the forms of each content word asked about: the thing has to be named by most of
    them, and what it is good for is said without a figure, which would be its size.
    """
    first, *rest = [line for line in quote.splitlines() if line.strip()] or [""]
    named, lines = (first, rest) if rest else (heading, [first])
    near = tight(named)
    met = sum(any(tight(form) in near for form in forms) for forms in words)
    if not words or met * 3 < len(words) * 2:
        return False
    return any(
        _MARKS.match(line) and _GOOD.search(line) and not re.search(r"\d", line) for line in lines
    )
