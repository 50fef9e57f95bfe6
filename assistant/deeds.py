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
# Nouns of deeds that news tell by a plain verb, with or without a figure beside it.
_TOLD: tuple[tuple[str, str], ...] = (
    (
        "편성 편성액",
        r"(?<![가-힣])(?:짰|짠[다 ]|짜[서 ]|꾸[렸린려]|세[웠운워]|잡[았은아])|"
        r"내[놓놨]|책정|마련[했한해]",
    ),
    ("배정 배분 배정액", r"돌아[가간갔]|나[눠눴눈]|들어[가간갔]|책정|편성|투입|차지"),
    ("제출 상정", r"(?<![가-힣])(?:[냈낸]다?[ .]|내고\s)|넘[겼긴겨]|올[렸린려]|보[냈낸내]"),
    ("확정 의결 통과", r"통과|의결|매듭|굳[혔힌혀]|손을\s?들|가결|확정"),
    ("접수", r"들어[왔온와]|모[였인여]|(?:건|명|곳)[을를]?\s(?:받|냈|낸|신청)|신청|응모"),
    ("발표 공개 공표", r"밝[혔힌혀]|알[렸린려]|내[놓놨]|공표|공개|발표|선보"),
    ("개최", r"열[렸린었려]|(?<![가-힣])[연열][다 ]|가[졌진져]|치[렀른러]|막[을이]\s"),
    ("위촉 임명", r"맡[겼긴겨]|세[웠운워]|앉[혔힌혀]|뽑|이름을\s?올|임명|위촉"),
    ("선정 선발 채택", r"골[랐라]|고른|가[렸린려]|추[렸린려]|꼽|뽑|이름을\s?올|[에로]\s올랐"),
    ("수상", r"상[을은]?\s?(?:받|탔|탄|타)|거머[쥐쥔쥘]|상을\s안|차지|뽑[혔힌혀]|[에로]\s올랐"),
    ("체결", r"맺[었은어]|손[을]?\s?잡|나[눴눠눈]"),
    (
        "설치",
        r"(?<![가-힣])(?:놓[았은아]|달[았아]|세[웠운워]|[두둔뒀])|들여[놓놨]|갖[췄춘춰]|마련|꾸[렸린려]",
    ),
    ("이전", r"옮[겼긴겨기길]|이사"),
    (
        "지급",
        r"(?<![가-힣])(?:[주준줬][다는고며]?|줄\s)|건[넸넨네]|대\s?[주준줬]|돌아[가간갔]|나[눠눴눈]",
    ),
    ("지원", r"돕|도[와왔운]|대\s?[주준줬]|보[태탠탰]|거[들든]|나[눠눴눈]"),
    ("감면", r"깎|덜어|면제|줄여|낮[춰췄춘]|받지\s?않"),
    ("인상", r"올[렸린리려]|높[였인여]"),
    ("인하", r"내[렸린리려]|낮[췄춘춰추]"),
    ("분리 분할", r"나[눠눴누눈]|떼어|떨어져|갈라"),
    ("통합", r"합[쳤친치쳐]|묶[은었어이]|하나로|합병"),
    ("추진", r"벌[이인였여]|펼[치친쳤쳐]|밀고|나[서선섰]|이어[가간갔]"),
    (
        "조성 건립 신축 건설",
        r"(?<![가-힣])짓[는고기]|지[었은어을]\s|들어[서선섰]|세[웠운워우]|만[들든]",
    ),
    ("착수 착공 시작", r"첫\s?삽|들어[갔간가]|나[섰선서]|첫발|시작|막[을이]\s?올"),
    ("요구 주문 당부 요청", r"달라[고며]?|하라[고며]|바란다|촉구|당부|주문|요구|요청"),
    ("변경 전환", r"바[꿨꾸꾼꿔뀌뀐뀔]|고[쳤친치쳐]|돌[렸린려]"),
    ("유치", r"끌어[왔온오들]|따[냈낸내]|데려|들여[왔온오]|품[었에은]"),
    ("점검", r"살[폈핀피펴]|둘러|훑|짚[었은어]|돌아[봤본보]|챙[겼긴기겨]"),
    ("검토 심의 심사", r"따[졌져지진]|살[폈핀피펴]|가[렸린려]|들여다|평가"),
    ("시행 실시 운영", r"벌[였인이여]|펼[쳤친치쳐]|편다|굴[린렸리]|이어[가간갔]|[하한했]다"),
    ("폐지", r"없[앴앤애]|사라[지진졌]|문을\s?닫"),
    ("평가", r"매[겼긴기겨]|따[졌진져]|잰|재는"),
    ("기록", r"[%점건명]\S{0,3}\s?(?:이었|였|이다|으로)|차지|올[랐라]|그[쳤친치]"),
)
_FORM_OF = {word: re.compile(form) for words, form in _TOLD for word in words.split()}
_OWED = re.compile(r"(?:빚|채무|부채)[은는이가을를]?\s[^\n,.]{0,16}$")


def deeds_of(words: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """The forms in which sentences tell what the words name as done, () for most words."""
    return tuple(_OF_WORD[word] for word in words if word in _OF_WORD)


def told_as(noun: str) -> tuple[re.Pattern[str], ...]:
    """How news tell by a plain verb what a question calls by the noun of a deed, or ()."""
    return (_FORM_OF[noun],) if noun in _FORM_OF else ()


def is_done(quote: str, words: tuple[str, ...]) -> bool:
    """Whether a quote tells by a verb, and a figure beside it, what one of the words names.

    A debt that was paid down is no saving.
    """
    found = [match for one in deeds_of(words) for match in one.finditer(quote)]
    return any(_OWED.search(quote, 0, match.start()) is None for match in found)
