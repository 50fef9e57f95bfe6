"""Typing errors: of asking words, and of nouns with a letter that sounds like the right one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

import index
from assistant.lexicon import is_korean_word

# What is mistyped most often is what every question has: its asking words and their endings.
_MISTYPED = tuple(
    (re.compile(wrong), right)
    for wrong, right in (
        (
            r"(?:[멷몆몃]|(?<![가-힣])멸)(?=\s?(?:명|건|개|회|번|대|곳|층|등급|프로|퍼|년|월|일|살|점|위))",
            "몇",
        ),
        (r"(?<![가-힣])[머모](?=(?:예요|에요|야|죠|지요|인가요?|라고|가\s)|\s?[?]|$)", "뭐"),
        (r"(?<![가-힣])먼(?=가요?(?![가-힣])|데요?|지요?)", "뭔"),
        (r"(?<![가-힣])만(?=[아나]요|[아나]\??$|은가요|습니까)", "많"),
        (r"(?<![가-힣])[언은]재(?=[는까부쯤인야예에]|\s|[?]|$)", "언제"),
        (r"(?<![가-힣])얼머(?=[가-힣]|\s|[?]|$)", "얼마"),
        (r"(?<![가-힣])(?:웨|외)\s(?=[가-힣]+(?:나요|가요|해|했|하|까))", "왜 "),
        (r"어떡게|어떻개|어떠케|어뜨케", "어떻게"),
        (r"갯수", "개수"),
        (r"(?<![가-힣])일인당", "1인당"),
        (r"(?<![가-힣])에산", "예산"),
    )
)


# Letters that sound alike and are taken for each other: vowels, and tense with plain consonants.
_ALIKE = tuple(
    frozenset(map(chr, group))
    for group in (
        (0x1162, 0x1166, 0x1168, 0x1164),  # ㅐ ㅔ ㅖ ㅒ
        (0x116C, 0x116B, 0x1170),  # ㅚ ㅙ ㅞ
        (0x1102, 0x1105),  # ㄴ ㄹ
        (0x1109, 0x110A),  # ㅅ ㅆ
        (0x1100, 0x1101),  # ㄱ ㄲ
        (0x1103, 0x1104),  # ㄷ ㄸ
        (0x1107, 0x1108),  # ㅂ ㅃ
        (0x110C, 0x110D),  # ㅈ ㅉ
    )
)
_SHORTEST = 2
_LONGEST = 12  # characters of a noun that is looked at
_HANGUL = re.compile(r"[가-힣]{2,}")


def respelt(text: str) -> str:
    """The question with its asking words written right ('멷 건', '머예요', '언재')."""
    for wrong, right in _MISTYPED:
        text = wrong.sub(right, text)
    return text


def reworded(text: str) -> str:
    """The question with misspelt nouns written right ('금엑', '정첵').

    Only a noun that no dictionary knows is changed, by one letter that sounds alike, and only into
    words of the field.
    """
    for word in reversed(index.unknown_nouns(text)):
        if len(word.form) > _LONGEST or not _HANGUL.fullmatch(word.form):
            continue
        if text[word.start : word.end] != word.form:
            continue
        right = next((one for one in _sounding_alike(word.form) if _is_of_field(one)), None)
        if right is not None:
            text = text[: word.start] + right + text[word.end :]
    return text


def _sounding_alike(word: str) -> Iterator[str]:
    letters = unicodedata.normalize("NFD", word)
    for at, letter in enumerate(letters):
        for group in _ALIKE:
            for other in sorted(group - {letter}) if letter in group else ():
                yield unicodedata.normalize("NFC", letters[:at] + other + letters[at + 1 :])


def _is_of_field(word: str) -> bool:
    """Whether a noun consists of words that the field has, but for a last syllable ('집행률')."""
    if is_korean_word(word):
        return True
    parts = index.analyse(word)
    known = [one for one in parts if len(one.form) > 1]
    is_tail = all(one is parts[-1] for one in parts if len(one.form) < _SHORTEST)
    is_whole = "".join(one.form for one in parts) == word
    return is_whole and is_tail and bool(known) and all(is_korean_word(one.form) for one in known)
