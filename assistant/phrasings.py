"""Phrasings: turns of a question that tell what it wants where its words alone say several things.

'까닭이 뭔가요' asks for a reason and for no list; '함께 받는 사업들 알려 줘' asks for a list
without any word that asks.
"""

from __future__ import annotations

import re

_REASON_IS_WHAT = re.compile(
    r"(?:이유|목적|취지|배경|까닭|원인|의도|필요성)(?:[이가은는을를]|으?로)?\s?(?:뭐|뭔|뭘|무엇|무언|어떤|어떻)|"
    r"(?:무슨|어떤|뭔)\s(?:이유|목적|취지|배경|까닭|원인|의도)"
)
_THINGS = (
    r"사업|지원|혜택|과제|시설|행사|항목|기관|품목|분야|종류|정책|시책|제도|서류|프로그램|전략|목표|"
    r"지표|업종|업소|방법|조건"
)
_TELL_THEM = re.compile(
    rf"(?:[가-힣]들|(?:{_THINGS})(?:들)?)(?:을|를|은|는|이|가)?\s?(?:좀\s?|다\s?|쫌\s?)?"
    r"(?:알려|말해|소개|가르쳐|나열|적어|뭐|무엇)|"
    r"(?:개|가지|곳|건|군데|종)(?:를|을)?\s?(?:좀\s?|다\s?|모두\s?|전부\s?)?"
    r"(?:알려|말해|소개|가르쳐|나열|적어|꼽아|대\s?줘|대\s?봐)"
)
_RATED = re.compile(r"[가-힣][률율]\s?(?:목표|실적|현황)?치?[은는이가]?\s?얼마")
_COUNTABLE = re.compile(r"[가-힣]\s수\s?(?:목표|실적|현황)?치?[은는이가]?\s?얼마")
_OF_MONEY = re.compile(
    r"언제|며칠|누가|누구|왜(?![가-힣])|뭐라|무슨\s말|"
    r"어떻게\s?(?:[가-힣]{0,3}모[으았은]|마련|구[하했]|조달|충당|확보|아[끼꼈]|줄[이였]|메[우꾸웠])"
)
# '다음으로 돈을 많이 쓴 분야는 뭐': money only tells which field is asked for.
_BY_MONEY = re.compile(
    r"(?:돈|예산|비용|금액|사업비)(?:을|를|이|가)?\s(?:[가-힣]{1,6}\s){0,2}?[가-힣]{0,5}"
    r"(?:[쓴간된든인한은는를할]|들인|들어간|들어가는)\s(?P<item>[가-힣]{1,8}?)(?:은|는|이|가)?\s?"
    r"(?:뭐|무엇|뭔|뭡|어디|어느|무슨|어떤)"
)
_TOPMOST = re.compile(r"가장|제일|젤|최고|최대|최소|최저|최다")
_HOW_MUCH = re.compile(r"얼마|얼만|몇\s?(?:억|조|만|천|백|원|%|프로|퍼센트)|금액|액수|총액|규모")
_WORDS = re.compile(r"뭐라|무엇이라|무슨\s(?:말|이야기|얘기)|어떤\s(?:말|소감)|소감[은이을]?")
_FIGURES = re.compile(r"몇|얼마|얼만|무슨\s등급|어떤\s등급|언제|누가|누구")
_ASKED_OF_THEM = re.compile(r"몇|얼마|언제|누가|누구|왜")


def asks_only_reason(text: str) -> bool:
    """Whether '뭐' or '무엇' in a question asks what the reason is, and lists nothing."""
    return _REASON_IS_WHAT.search(text) is not None


def asks_to_name(text: str) -> bool:
    """Whether a question asks to be told which things there are, without a word that asks."""
    return _TELL_THEM.search(text) is not None and _ASKED_OF_THEM.search(text) is None


def only_names_money(text: str) -> bool:
    """Whether a question says money only to name what it asks the day, doer or reason of."""
    by_money = None if _TOPMOST.search(text) else _BY_MONEY.search(text)
    is_of_other = (by_money or _OF_MONEY.search(text)) is not None
    return is_of_other and _HOW_MUCH.search(text) is None


def asks_words(text: str) -> bool:
    """Whether a question asks what somebody said, whatever figure or grade it says it of."""
    return _WORDS.search(text) is not None and _FIGURES.search(text) is None


def is_countable(text: str) -> bool:
    """Whether what is asked how much of is counted and no money ('관광객 수는 얼마')."""
    return _COUNTABLE.search(text) is not None


def is_rated(text: str) -> bool:
    """Whether what is asked how much of is a rate and no money ('집행률은 얼마')."""
    return _RATED.search(text) is not None
