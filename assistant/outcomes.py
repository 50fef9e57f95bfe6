"""How an evaluation came out: the grade, score or rank that a place got, told apart from its rules.

'평가 결과는 어땠나요' has the words of every line that announces, explains or dates the evaluation;
what is wanted is the line that tells what came of it for the place that is asked about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import corpus
from assistant.evidence import overlap, places_named
from assistant.headlines import is_headline
from assistant.retrieve import Candidate
from assistant.understand import Understanding


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeOptions:
    """At most `most` statements of one document are told, each at most `longest` characters.

    A statement that meets more than `behind` hundredths less of the question than the best one
    that tells an outcome is of another evaluation.
    """

    most: int = 3
    longest: int = 240
    behind: int = 15


_EVALUATED = r"(?:평가|청렴도|경진\s?대회|공모전?|심사|진단)"
_ASKED = re.compile(
    rf"{_EVALUATED}(?:의|에서)?\s?(?:종합\s?|최종\s?)?(?:결과|성적|등급|평점)"
    r"(?![가-힣]{0,8}\s?(?:보고서|공개|발표|통보|활용))"
    r"(?:은|는|이|가|를|을|도|좀)?\s?(?:좀\s)?(?:어땠|어떻(?!게)|어떻게\s?(?:나[왔와]|됐|되)|어떤지|어때|알려|말해|말씀|가르쳐|궁금|알고|확인|보여|좋|나왔|나쁜|뭐|뭔|몇|무엇|\?|$)|"
    rf"{_EVALUATED}(?:에서|로|는|은)?\s.{{0,12}}?(?:어떤|무슨|몇)\s?(?:평가|성적|결과|등급|점수|상)(?:을|를)?\s?"
    r"(?:받|거뒀|거두|얻|냈|나왔|이야|인가|였|이고|이며|인지|에\s|[와과]\s|하고\s|이랑\s|랑\s|,)"
)
_LETTER = r"(?:[가나다라마]|SA|[SABCDE][+-]?)"
_QUOTED = rf"['‘’\"“]\s?{_LETTER}\s?['‘’\"”]"
_LEVEL = r"(?<![\d.개])[1-5]\s?등급"
# Alone '우수', '장려' and '대상' are said of much else: of good examples, and of what is concerned.
_PRIZE = (
    r"(?:최우수(?:\s?(?:기관|등급|상|지자체|도시|단체))?|"
    r"(?:우수|장려|특별)(?:\s?(?:기관|등급|상|지자체|도시|단체)|(?=[를을에로]))|"
    r"대상(?=[을를에]\s?(?:받|탔|뽑|선정|차지|올)))"
)
_GRADE = re.compile(
    rf"{_QUOTED}|(?<![가-힣A-Za-z]){_LETTER}\s?등급|{_LEVEL}|등급\s?[-:：]\s?{_LETTER}(?![가-힣])|{_PRIZE}"
)
_SCORE = re.compile(r"\d(?:[\d.]*\d)?\s?점(?!\s?만점|\s?척도|검|차|\s?(?:높|낮|올|떨어|상승|하락))")
_RANK = re.compile(r"(?<![\d.,~∼])\d{1,3}\s?위(?![가-힣]{2}|원)")
_SORTS = (_GRADE, _SCORE, _RANK)
# How grades are given, and to how many, is no grade of anyone.
_RULES = re.compile(
    rf"{_LETTER}['‘’\"”]?\s?(?:\([가-힣]+\))?\s?[~∼～-]\s?['‘’\"“]?{_LETTER}(?![가-힣])|"
    r"\d\s?(?:개|단계)\s?등급|\d\s?단계|상대\s?평가|등급\s?(?:별|비율|체계)|"
    r"(?:가|나|다|라|마|우수|보통|미흡)\s?\d{1,2}\s?%\s?,|평가\s?(?:주관|대상|내용|항목|분야|지표|방법|기간)"
)
_AIM = re.compile(r"노린다|노려|목표(?!\s?달성)|달성하겠|오르겠|받겠|다짐|도전")
_OWN = re.compile(
    r"우리\s?(?:시|군|구|도)(?![가-힣])|종합\s?(?:등급|점수|순위|결과)|"
    r"(?<![가-힣])(?:시|군|구|도)(?:는|가|은|이)\s"
)
_SUBJECT = re.compile(r"(?:은|는|이|가|도)(?![가-힣])|\s?(?:점수|등급|결과|순위)")
_AROUND = re.compile(
    r"에서|에는|엔\s|지역|권|(?:시|군|구|도)?(?:교육|경찰|소방)|\s?내\s|\s?관내|\s?(?:\d{1,2}개\s)?(?:자치구|시군|구군)"
)
_PART = re.compile(
    r"노력도|체감도|(?:지표|항목|분야|부문)(?:은|는|별|에서)|만점(?!에\s|\s?기준|\s?중)"
)
# The sorts that a question names, in the order of _SORTS, and the words that say one outright.
_SORTS_ASKED = (
    re.compile(r"등급"),
    re.compile(r"점수|몇\s?점|평점|총점"),
    re.compile(r"순위|몇\s?위|등수|몇\s?등(?!급)"),
)
_LABELLED = re.compile(r"점수|총점|평점|종합|순위")


def asks_outcome(asked: Understanding) -> bool:
    """Whether a Korean question asks how an evaluation came out."""
    return asked.language == "ko" and _ASKED.search(asked.text) is not None


def outcomes(
    asked: Understanding,
    good: Sequence[Candidate],
    options: OutcomeOptions | None = None,
    others: Sequence[Candidate] = (),
) -> tuple[Candidate, ...]:
    """The statements that tell how it came out, the plainest first; () where none does.

    Of one document each next one tells another sort (a grade, a score, a rank) of the same place. A
    sort that the question names besides may stand in one of the `others`, which say less of it.
    """
    options = options or OutcomeOptions()
    if not asks_outcome(asked):
        return ()
    telling = [one for one in good if _tells(one, asked, options)]
    if not telling:
        return ()
    least = max(one.coverage for one in telling) - options.behind / 100
    telling = [one for one in telling if one.coverage >= least]
    chosen = [max(telling, key=lambda one: _plainness(one, asked))]
    best = chosen[0].evidence
    said = _sorts(best.quote)
    for one in sorted(telling, key=lambda one: _plainness(one, asked), reverse=True):
        new = _sorts(one.evidence.quote) - said
        is_beside = one.evidence.document.id == best.document.id and _is_own(one, asked)
        is_apart = not any(overlap(one.evidence, other.evidence) for other in chosen)
        is_plain = not _PART.search(one.evidence.quote)
        if new and is_beside and is_apart and is_plain and len(chosen) < options.most:
            chosen.append(one)
            said |= new
    named = {at for at, pattern in enumerate(_SORTS_ASKED) if pattern.search(asked.text)}
    for one in sorted(others, key=lambda one: _plainness(one, asked), reverse=True):
        new = (_sorts(one.evidence.quote) & named) - said
        is_beside = one.evidence.document.id == best.document.id and _tells(one, asked, options)
        is_named = bool(_LABELLED.search(one.evidence.quote)) and is_beside
        is_plain = not _PART.search(one.evidence.quote)
        is_apart = not any(overlap(one.evidence, other.evidence) for other in chosen)
        if new and is_named and is_plain and is_apart and len(chosen) < options.most:
            chosen.append(one)
            said |= new
    return tuple(chosen)


def _tells(one: Candidate, asked: Understanding, options: OutcomeOptions) -> bool:
    quote = one.evidence.quote
    if "\n" in quote or len(quote) > options.longest or not one.fits:
        return False
    if _RULES.search(quote) or _AIM.search(quote):
        return False
    return bool(_sorts(quote)) and not _is_of_others(quote, asked)


def _sorts(quote: str) -> set[int]:
    """Which sorts of outcome a text tells: a grade, a score, a rank."""
    return {at for at, pattern in enumerate(_SORTS) if pattern.search(quote)}


def _is_of_others(quote: str, asked: Understanding) -> bool:
    """Whether a text names places, and what is asked about at most as where they are."""
    return bool(asked.places) and bool(places_named(quote)) and not _mentions(quote, asked)


def _mentions(quote: str, asked: Understanding) -> tuple[corpus.Mention, ...]:
    """Where a text names the very place asked about, and not what lies in it ('울산에서는')."""
    return tuple(
        one
        for one in corpus.find_municipalities(quote)
        if set(one.municipalities) & set(asked.places) and not _AROUND.match(quote, one.end)
    )


def _is_own(one: Candidate, asked: Understanding) -> bool:
    """Whether a statement says that it is of the very place, as its subject or by a label."""
    quote = one.evidence.quote
    said = _mentions(quote, asked)
    return bool(_OWN.search(quote)) or any(_SUBJECT.match(quote, at.end) for at in said)


def _plainness(one: Candidate, asked: Understanding) -> tuple[bool, bool, bool, bool, float]:
    """A grade of the very place in a sentence of the body, the whole of it before a part."""
    quote = one.evidence.quote
    return (
        not _PART.search(quote) or "종합" in quote,
        _is_own(one, asked),
        0 in _sorts(quote),
        not is_headline(one.evidence),
        one.score,
    )
