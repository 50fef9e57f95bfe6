"""Deeds: nouns of what was done with money or offices, which sentences tell by a verb.

A citizen asks for the saving (절감액), what was collected (징수액) or set up (신설), and news say
'28억 원을 아꼈다', '14억 원을 거뒀다', '2팀이 새로 생긴다'. A figure beside the verb is needed:
the verb alone says that it was done, and not how much.
"""

from __future__ import annotations

import re

_WON = (
    r"(?:\d|[조억천백만])\s?원(?:어치)?(?:이나|을|를|이|가|은|는|가량|정도|쯤|\s)*"
    r"(?:더\s|넘게\s|가까이\s)?"
)
_EACH_OF = r"[가-힣]{1,4}(?:을|를|이|가)?\s?"
# Of offices the name tells as well as a figure that they are new or gone ('새로 생기는 부서는').
_OFFICES = r"(?:[가-힣]{1,6}\s)?(?:부서|조직|기구|[국과팀실]|담당관|사업소)(?![가-힣]{2})"
_DONE: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "절감 절감액 절약",
        re.compile(rf"{_WON}(?:줄[였여인이]|아[꼈껴낀끼]|깎)|줄인\s?(?:금액|돈|예산)"),
    ),
    (
        "징수 징수액 수납액 거두",
        re.compile(rf"{_WON}(?:거[둬뒀둔두둘]|걷[었어힌혔은]|받아[냈내낸]|모[았은])"),
    ),
    (
        "증액 증가액 늘",
        re.compile(
            rf"{_WON}(?:늘[었어렸린려]|불[었어]|많[다은아]|커[졌진])|늘어난\s?(?:금액|돈|예산)"
        ),
    ),
    (
        "감액 삭감 삭감액 감소액",
        re.compile(rf"{_WON}(?:깎|줄[었어였여인]|덜[었어])|줄어든\s?(?:금액|돈|예산)"),
    ),
    (
        "집행 집행액 지출 지출액",
        re.compile(rf"{_WON}(?:[썼쓴쓰]|풀[었어린렸]|나[갔간]|들어[갔간]|들[였인])"),
    ),
    (
        "추징 추징액 회수 회수액 환수",
        re.compile(rf"{_WON}(?:거둬|되찾|되돌려|돌려받|받아[냈내낸])"),
    ),
    (
        "확보 확보액",
        re.compile(rf"{_WON}(?:따[냈낸내]|받아[왔온]|얻어[냈낸]|가져[왔온]|끌어[왔온])"),
    ),
    (
        "신설",
        re.compile(
            rf"\d\s?{_EACH_OF}새로\s?(?:생[기긴겼겨길]|만[들든]|[두둔뒀]|꾸[리린렸])|"
            rf"새로\s?(?:생[기긴길]|만[들든]|[두둔]|꾸[리린])[는]?\s{_OFFICES}"
        ),
    ),
    (
        "폐지",
        re.compile(
            rf"\d\s?{_EACH_OF}(?:없[애앴앤어]|사라[지진졌]|문을\s?닫)|"
            rf"(?:없애|없앤|없어지|없어진|사라지|사라진|문을\s?닫은|문을\s?닫)[는]?\s{_OFFICES}"
        ),
    ),
)
# '28억 원을 거두지 못했다' tells that it was not done.
_UNDONE = r"(?![가-힣]{0,2}지(?:는|도)?\s?(?:못|않))"
_OF_WORD = {
    word: re.compile(rf"(?:{pattern.pattern}){_UNDONE}")
    for words, pattern in _DONE
    for word in words.split()
}
_OWED = re.compile(r"(?:빚|채무|부채)[은는이가을를]?\s[^\n,.]{0,16}$")


def deeds_of(words: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """The forms in which sentences tell what the words name as done, () for most words."""
    return tuple(_OF_WORD[word] for word in words if word in _OF_WORD)


def is_done(quote: str, words: tuple[str, ...]) -> bool:
    """Whether a quote tells by a verb, and a figure beside it, what one of the words names.

    A debt that was paid down is no saving.
    """
    found = [match for one in deeds_of(words) for match in one.finditer(quote)]
    return any(_OWED.search(quote, 0, match.start()) is None for match in found)
