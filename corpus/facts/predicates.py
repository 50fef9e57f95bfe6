"""Predicates: what the sentence says of a figure, as words that stand before its noun.

Behind '6건' of '투표로 6건을 추렸다' stands '추렸다', which becomes '추린'; '61억 원을 정리할
계획이다' gives '정리할', '100세대가 이웃 시로 옮기며 …' gives '이웃 시로 옮긴'.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.facts.adverbs import is_adverb
from corpus.facts.conjugation import PAST, before_noun, verb_of
from corpus.facts.own_words import is_time, tells_which
from corpus.particles import particle_of
from corpus.records import record

_BRACKET = re.compile(r"\s?[(\[][^()\[\]]*[)\]]")
_ASIDE = re.compile(r"(?:\s?[(\[][^()\[\]]*[)\]])?(?:여|가량|정도|쯤|어치|상당)?")
_TIE = re.compile(r"(?P<tie>을|를|이|가|은|는|에게|에서|에|의)\s")
_ENDS = re.compile(r"[.;!?](?:\s|$)|[▲△▴▵▷▶■①-⑳]|\n")
_NEXT = re.compile(
    r",?\s(?:약\s|총\s|모두\s)?\d[\d,.]*(?:\s?[조억만천백]\s?[\d,.]*)*(?:여\s?)?[가-힣]{1,3}?(?=(?:을|를|이|가)\s|,?\s\d)"
)
_NOUN = re.compile(
    r"\s(?P<noun>(?:[가-힣A-Za-z·]+\s){0,3}?[가-힣A-Za-z·]+?)(?P<tie>을|를|이|가|은|는|에게|에)\s"
)
# What says only that a figure is one: 'N은 30건으로 집계됐다'.
_LIGHT = re.compile(
    r"(?:[가-힣]*(?:집계|조사|기록|파악|확인|추산|추정|예상|전망|차지|포함|해당|도달|불과|필요|소요|가능|존재)(?:하|되|시키)?"
    r"|나타나|달하|이르|되|있|없|그치|머무르|꼽히|꼽|넘|넘기|넘어서|웃도|웃돌|밑돌|돌파하|나오|들|하|보이|말하|밝히|알리|전하|늘|줄|오르|내리|불|뛰|커지|적어지|많아지|낮아지|높아지|늘리|줄이|앞서|합하|더하|보태|빼|제하|비하|대하|위하|통하|따르|비롯하|웃돌|성공하|그만두)"
)
# '5건을 조사하고' is what was done with five of them, '5건으로 조사됐다' only says how many.
_HANDLED = re.compile(r"(?:조사|확인|파악)(?:했(?:다|고|으며)|하고|하며|하는|한|해)")
_EMPTY = re.compile(
    r"있|없|되|돌|잇|놓|두|합치|달하|이르|나서|삼|걸치|향하|앞두|거치|비하|대하|위하|통하|따르|비롯하|합하|보태|더하|제하|관하|말하|밝히|전하|알리"
)
_QUOTED = re.compile(r"(?:라|자|냐|이라)(?:고|며|는)$")
_GRADE = re.compile(r"\d{1,2}(?:등급|위|차|단계|순위)")
_PLAINER = {"더": "추가로"}
_POINTS = re.compile(
    r"(?:그만큼|이들|그들|이를|여기|이곳|그곳|서로|그때|그땐|뒤를|앞을|두\s?번|한\s?번)"
)
_TO_DO = re.compile(r"(?:계획|예정|방침|구상|생각|전망|참)(?:이|으로|을|인|입|이라)?")
_WILL = re.compile(r"[가-힣]*[할될갈릴칠킬길질줄낼올쓸둘볼열꿀울일]")
_UNTIL = re.compile(r"(?P<what>[가-힣]+기로)")
_AUXILIARY = frozenset({"주", "놓", "두", "가", "나가", "내", "버리", "드리"})
_OF_VERB = frozenset({"을", "를", "이", "가"})
_WITH_OBJECT = 2
_MOST = 8  # words between a figure and its verb


@record(frozen=True, slots=True, kw_only=True)
class Predicate:
    """What is said of a figure: `words` end in a verb before its noun, `noun` is what it counts.

    `tie` is the particle between the figure, or its noun, and the rest; `stem` is that of the verb.
    """

    words: tuple[str, ...]
    stem: str
    tie: str
    noun: str = ""


def predicate_behind(text: str, end: int) -> Predicate | None:
    """What the sentence says of the figure that ends at `end`; None where it says nothing."""
    start = end + len(_ASIDE.match(text, end).group())  # type: ignore[union-attr]
    while beside := _NEXT.match(text, start):
        start = beside.end()
    noun = ""
    tied = _TIE.match(text, start)
    if tied is None:
        tied = _NOUN.match(text, start)
        if tied is None:
            return None
        noun = tied["noun"]
        last = noun.rpartition(" ")[2] + tied["tie"]
        if (
            particle_of(last) != tied["tie"]  # '기관의 평가 결과를'
            or noun.endswith((" 중", " 가운데"))
            or any(map(verb_of, noun.split()))
            or tells_which(noun.split()[-1])
        ):
            return None
    stop = _ENDS.search(text, tied.end())
    rest = _BRACKET.sub("", text[tied.end() : stop.start() if stop else len(text)])
    told = _told(
        rest.split(),
        _tense(text),
        is_doer=tied["tie"] in _OF_VERB,
        is_handled=tied["tie"] in {"을", "를"},
    )
    if told is None or (tied["tie"] == "의" and len(told[0]) < _WITH_OBJECT):
        return None
    words, stem = told
    return Predicate(words=words, stem=stem, tie=tied["tie"], noun=noun)


def _tense(text: str) -> str:
    """The tense of a sentence, which is that of its last verb."""
    for word in reversed(text.split()):
        if (verb := verb_of(word)) is not None and verb.tense:
            return verb.tense
    return PAST


def _told(
    words: Sequence[str], tense: str, *, is_doer: bool, is_handled: bool
) -> tuple[tuple[str, ...], str] | None:
    """The words as far as their first verb, which is put before a noun, and its stem."""
    before: list[str] = []
    for at, word in enumerate(words[: _MOST + 1]):
        bare = word.rstrip(",")
        if any(sign.isdigit() for sign in word) and _GRADE.match(word) is None:
            return None
        following = words[at + 1] if at + 1 < len(words) else ""
        if _QUOTED.search(bare) or _POINTS.match(bare):
            return None
        if form := _form(bare, following, tense):
            verb, stem = form
            is_object = any(particle_of(one) in {"을", "를"} for one in before)
            is_deed = is_handled and _HANDLED.fullmatch(bare) is not None
            is_light = _LIGHT.fullmatch(stem) is not None and not is_object and not is_deed
            if _EMPTY.fullmatch(stem) or is_light:
                return None
            is_nested = is_doer and any(map(tells_which, before))
            return None if is_nested else ((*before, verb), stem)
        if particle_of(bare) in {"은", "는"} and not tells_which(bare):
            return None
        if is_adverb(bare) or (is_time(bare) and not before):
            continue
        before.append(_PLAINER.get(word, word))
    return None


def _form(word: str, following: str, tense: str) -> tuple[str, str] | None:
    """A verb before a noun and its stem, with the word that helps it; None for no verb."""
    if _UNTIL.fullmatch(word):
        helper = verb_of(following)
        if helper is None:
            return None
        return f"{word} {before_noun(helper.stem, helper.tense or tense)}", word.removesuffix(
            "기로"
        )
    if _WILL.fullmatch(word) and _TO_DO.match(following):
        return word, word
    verb = verb_of(word)
    if verb is None:
        return None
    helper = verb_of(following)
    if word.endswith(("도록", "게")) and helper is not None:
        return f"{word} {before_noun(helper.stem, helper.tense or tense)}", verb.stem
    if word.endswith("고") and following.startswith("있"):
        return f"{word} 있는", verb.stem
    if not verb.is_final and helper is not None and helper.stem in _AUXILIARY and not verb.tense:
        return f"{word} {before_noun(helper.stem, helper.tense or tense)}", verb.stem
    return before_noun(verb.stem, verb.tense or tense), verb.stem
