"""Numbers in words, written in digits: 이백사십오 건, 두 곳, two hundred and forty-five cases."""

from __future__ import annotations

import re
import unicodedata

_DIGITS = {word: value for value, word in enumerate("일이삼사오육칠팔구", start=1)} | {
    "륙": 6,
    "영": 0,
    "공": 0,
}
_SMALL = {"십": 10, "백": 100, "천": 1000}
_LARGE = {"만": 10**4, "억": 10**8, "조": 10**12}
_ONES = dict(zip("한 두 세 네 다섯 여섯 일곱 여덟 아홉".split(), range(1, 10), strict=True)) | {
    "하나": 1,
    "둘": 2,
    "셋": 3,
    "넷": 4,
}
_TENS = dict(
    zip("열 스물 서른 마흔 쉰 예순 일흔 여든 아흔".split(), range(10, 100, 10), strict=True)
) | {"스무": 20}
_ENGLISH = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()
    )
} | dict(
    zip(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(),
        range(20, 100, 10),
        strict=True,
    )
)
_ENGLISH_SCALES = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9}
# What is counted, longest first; a numeral in words is one only before such a word.
_COUNTERS = (
    "퍼센트|개소|개월|군데|가지|차례|사람|분야|과제|기관|단계|마리|세대|가구|"
    "건|명|개|곳|번|대|회|점|배|종|층|동|호|인|원|달|해|%"
)
_WORD_END = (
    r"(?:은|는|이|가|을|를|의|에서|에|으로|로|과|와|도|만|씩|까지|부터|보다|이나|이상|이하|수|당)?"
    r"(?![가-힣])"
)
_SINO = re.compile(
    rf"(?<![가-힣\d])(?P<words>[일이삼사오육륙칠팔구십백천만억조영공]"
    rf"(?: ?[일이삼사오육륙칠팔구십백천만억조영공]){{0,24}}) ?(?=(?:{_COUNTERS}){_WORD_END})"
)
_NATIVE = re.compile(
    rf"(?<![가-힣\d])(?P<tens>{'|'.join(_TENS)})?(?P<ones>{'|'.join(_ONES)})?"
    rf"(?: (?=(?:{_COUNTERS}){_WORD_END})|(?=(?:건|명|개|곳|번|배){_WORD_END}))"
)
# The copula right behind a counter would hide where the counter ends ('12개소입니다').
_COPULA = re.compile(r"(?<=[가-힣%\d])(?=(?:입니다|이었습니다|였습니다|이에요|예요)(?![가-힣]))")
# A part that is read as a number by its own: 이백사십오, 삼천; not 이 건 (this case), 일 건, 천 원.
_IS_NUMERAL = re.compile(
    r"[일이삼사오육륙칠팔구][십백천만억조]|[십백천][일이삼사오육륙칠팔구]|천[백십]|백십"
)
_ALONE = frozenset("삼사오육칠팔구")
# The longest first, or 'six' of 'sixty' would be taken for the whole.
_ENGLISH_WORDS = sorted(_ENGLISH, key=len, reverse=True)
_ENGLISH_RUN = re.compile(
    rf"\b(?:{'|'.join(_ENGLISH_WORDS)})"
    rf"(?:[ -](?:and )?(?:{'|'.join([*_ENGLISH_WORDS, *_ENGLISH_SCALES])}))*+\b",
    re.IGNORECASE,
)


def in_digits(text: str) -> str:
    """The text with its spelled numbers in digits and every kind of decimal digit as 0 to 9.

    Characters that print nothing are left out, so that they cannot part a number from its unit,
    and 입니다 is set apart from what it follows, so that the unit before it ends where it does.
    A word that only may be a number ('이 건', '천 원') stays as it is.
    """
    if not text.isascii():
        text = "".join(
            str(unicodedata.decimal(letter)) if letter.isdecimal() else letter
            for letter in text
            if unicodedata.category(letter) != "Cf"
        )
        text = _COPULA.sub(" ", text)
        text = _NATIVE.sub(_native, _SINO.sub(_sino, text))
    return _ENGLISH_RUN.sub(lambda found: _english(found.group()), text)


def _sino(found: re.Match[str]) -> str:
    words = found["words"].replace(" ", "")
    if words not in _ALONE and not _IS_NUMERAL.search(words):
        return found.group()
    total = section = digit = 0
    for word in words:
        if word in _DIGITS:
            digit = 10 * digit + _DIGITS[word]
        elif word in _SMALL:
            section += (digit or 1) * _SMALL[word]
            digit = 0
        else:
            total += ((section + digit) or 1) * _LARGE[word]
            section = digit = 0
    return str(total + section + digit)


def _native(found: re.Match[str]) -> str:
    if not found["tens"] and not found["ones"]:
        return found.group()
    return str(_TENS.get(found["tens"] or "", 0) + _ONES.get(found["ones"] or "", 0))


def _english(words: str) -> str:
    total = section = 0
    for word in re.findall(r"[a-z]+", words.lower()):
        if word in _ENGLISH:
            section += _ENGLISH[word]
        elif word == "hundred":
            section = (section or 1) * 100
        elif word in _ENGLISH_SCALES:
            total += (section or 1) * _ENGLISH_SCALES[word]
            section = 0
    return str(total + section)
