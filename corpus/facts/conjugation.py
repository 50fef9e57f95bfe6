"""Conjugation: the verb that closes a clause, put before the noun that it tells of.

'6건을 추렸다' becomes '추린', '61억 원을 정리할 계획이다' '정리할', '주소를 뺐기 때문이다' '뺀'.
Stems and tenses are told from letters alone, so that no analyser is needed.
"""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.facts.own_words import is_connective
from corpus.facts.verbs import WORDS
from corpus.particles import has_final_consonant
from corpus.records import record

PAST, PRESENT, FUTURE = "past", "present", "future"
_FIRST, _FINALS, _VOWELS = 0xAC00, 28, 21
_N, _L, _B, _SS, _NONE = 4, 8, 17, 20, 0
_A, _AE, _EO, _YEO, _O, _WA, _WAE, _OE, _U, _WO, _EU, _I = 0, 1, 4, 6, 8, 9, 10, 11, 13, 14, 18, 20
_R, _SILENT = 5, 11
# The vowel that a stem has where it was drawn together with the ending: 거두어, 거둬.
_APART = {_YEO: _I, _WA: _O, _WO: _U, _WAE: _OE}
_KEEPS = frozenset({"펴", "켜"})
_NO_VERBS = frozenset({"더", "각각", "가", "하여"})
_WEAK = frozenset({"써", "떠", "꺼", "커", "터", "퍼"})  # stems in ㅡ: 쓰다, 뜨다
_DROPS_R = frozenset({"따라", "치러", "들러", "우러러"})  # stems in 르 that double nothing
_DROPS_S = frozenset({"지", "짓", "부", "그", "나", "이"})  # 짓다: 지어, but 지은
_TURNS_B = {"도와": "돕", "고와": "곱"}
_GROWN = {"늘": "늘어나", "줄": "줄어들", "불": "불어나"}
_PAST_END = (
    r"(?:다고|다며|다는|다가|다|고|으며|으나|는데도?|지만|으니|습니다|던|으므로|으면서|음|거나|기)"
)
_PAST_LETTERS = "".join(chr(_FIRST + _FINALS * at + _SS) for at in range(19 * _VOWELS))
_PAST = re.compile(rf"(?P<head>[가-힣]*[{_PAST_LETTERS}]){_PAST_END}")
_PLAIN = re.compile(r"(?P<head>[가-힣]*(?P<last>[가-힣]))(?:다고|다며|다는|다)")
_OF_CONSONANT = re.compile(r"(?P<head>[가-힣]*[가-힣])는다(?:고|며|는)?")
_POLITE = re.compile(r"(?P<head>[가-힣]*(?P<last>[가-힣]))니다")
_POLITE_CLOSED = re.compile(r"(?P<head>[가-힣]*[가-힣])습니다")
_JOINED = re.compile(
    r"(?P<head>[가-힣]+?)(?:으며|으면서|며|면서|고|거나|지만|는데|자마자|도록|려고|으려고)"
)
_NO_VERB = re.compile(r"이|아니|[가-힣]*(?:높|낮|많|적|크|작|같|다르|없)")
_COPULA = re.compile(r"이었$|(?<![보붙높모들줄늘쌓섞벌먹쓰놓울하])였$")
_ENDS = ".,\"'”’)]"


@record(frozen=True, slots=True, kw_only=True)
class Verb:
    """The stem of a verb and its tense; '' where another verb of the sentence says it.

    `is_final` tells a form that closes the sentence ('추렸다') from one that goes on ('추려').
    """

    stem: str
    tense: str
    is_final: bool


@lru_cache(maxsize=WORDS)
def verb_of(word: str) -> Verb | None:
    """The verb that a word is, None for a noun, a copula or an adjective: '추렸다', '받아'."""
    bare = word.rstrip(_ENDS)
    if match := _PAST.fullmatch(bare):
        if _COPULA.search(match["head"]):
            return None
        return _verb(stem_of(_with(match["head"], _NONE)), PAST, is_final=_closes(bare))
    if match := _OF_CONSONANT.fullmatch(bare):
        return _verb(match["head"], PRESENT, is_final=True)
    if (match := _PLAIN.fullmatch(bare)) and _final(match["last"]) == _N:
        return _verb(_with(match["head"], _NONE), PRESENT, is_final=True)
    if (match := _POLITE_CLOSED.fullmatch(bare)) is not None:
        return _verb(match["head"], PRESENT, is_final=True)
    if (match := _POLITE.fullmatch(bare)) and _final(match["last"]) == _B:
        return _verb(_with(match["head"], _NONE), PRESENT, is_final=True)
    if bare in _NO_VERBS or not is_connective(bare):
        return None
    if match := _JOINED.fullmatch(bare):
        return _verb(match["head"], "", is_final=False)
    is_joined = _final(bare[-1]) == _NONE and bare[-1] not in "게뒤후만에"
    return _verb(stem_of(bare), "", is_final=False) if is_joined else None


def before_noun(stem: str, tense: str) -> str:
    """The form of a stem before its noun: '추리' in the past '추린', '받' '받은', '만들' '만든'."""
    stem = _GROWN.get(stem, stem)
    if tense == PRESENT:
        return f"{_with(stem, _NONE) if _final(stem[-1]) == _L else stem}는"
    end, after = (_N, "은") if tense == PAST else (_L, "을")
    if stem[-1] == "짓":
        return f"{stem[:-1]}지{after}"
    if stem[-1] == "돕":
        return f"{stem[:-1]}도{'운' if tense == PAST else '울'}"
    if _final(stem[-1]) in {_NONE, _L}:
        return _with(stem, end)
    return f"{stem}{after}"


@lru_cache(maxsize=WORDS)
def stem_of(infinitive: str) -> str:
    """The stem of an infinitive: '거둬' '거두', '심사해' '심사하', '받아' '받', '올라' '오르'."""
    head, last = infinitive[:-1], infinitive[-1]
    if last == "해":
        return f"{head}하"
    if last == "여" and head:
        return head if head.endswith(("하", "되")) else f"{head}이"
    if last in {"아", "어"} and head:
        is_s = head[-1] in _DROPS_S and not has_final_consonant(head[-1])
        return f"{head[:-1]}짓" if is_s and head[-1] == "지" else head
    if infinitive.endswith("이르러"):
        return head  # the one stem that takes a 러 of its own
    for ending, stem in _TURNS_B.items():
        if infinitive.endswith(ending):
            return infinitive.removesuffix(ending) + stem
    if infinitive in _KEEPS:
        return infinitive
    first, vowel, _ = _parts(last)
    if last in {"라", "러"} and head and _final(head[-1]) == _L:
        return f"{_with(head, _NONE)}르"
    if last in _WEAK or infinitive in _DROPS_R:
        return head + _letter(first, _EU, _NONE)
    if vowel in _APART and (first != _SILENT or vowel in {_WA, _WO}):
        return head + _letter(first, _APART[vowel], _NONE)
    return infinitive


def _verb(stem: str, tense: str, *, is_final: bool) -> Verb | None:
    if not stem or _NO_VERB.fullmatch(stem):
        return None
    return Verb(stem=stem, tense=tense, is_final=is_final)


def _closes(word: str) -> bool:
    return word.endswith(("다", "다고", "다며", "다는", "기"))


def _parts(letter: str) -> tuple[int, int, int]:
    code = ord(letter) - _FIRST
    return code // (_VOWELS * _FINALS), code // _FINALS % _VOWELS, code % _FINALS


def _letter(first: int, vowel: int, final: int) -> str:
    return chr(_FIRST + (first * _VOWELS + vowel) * _FINALS + final)


def _final(letter: str) -> int:
    return _parts(letter)[2] if "가" <= letter <= "힣" else _NONE


def _with(word: str, final: int) -> str:
    first, vowel, _ = _parts(word[-1])
    return word[:-1] + _letter(first, vowel, final)
