"""Comparands: the two figures that a question compares, adds or takes apart, as it describes them.

`작년 관광객은 목표보다 몇 명 모자랐나` wants a figure of last year that is no goal, and the goal;
`체감도랑 노력도 점수 차이` wants two by their names, `2021년에서 2025년까지 몇 개 더` two years of
one thing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

import index
from assistant.everyday import phrases_in
from assistant.operands import Sort, Time, nouns_of, sorts_in, times_in
from assistant.understand import Understanding
from assistant.wishes import ASIDE, Wish, wish_of


class Relation(StrEnum):
    """What is done with two figures: how far they are apart, what one leaves of the other, both."""

    APART = "apart"
    LEFT = "left"
    SUM = "sum"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a question says of one of its two figures: its year, its sort, the nouns that name it.

    `not_sorts` are the sorts of the other, which this one cannot have.
    """

    time: Time | None = None
    sorts: frozenset[Sort] = frozenset()
    not_sorts: frozenset[Sort] = frozenset()
    nouns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A figure that is asked about and the one that it is measured against.

    `is_by_name` marks two that only their names tell apart, `is_near` two states of one figure,
    which lie near each other. `denied` is what the part does that the rest does not ('채우' of
    '못 채운'), which is then taken from its whole. `heads` are what the question calls the figure,
    `words` what it means by everyday words ('세입' by '들어온 돈').
    """

    relation: Relation
    of: Wanted
    against: Wanted
    is_by_name: bool = False
    is_near: bool = False
    denied: str = ""
    heads: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


_EVERYDAY = (
    (re.compile(r"(?:들어온|들어오는|거둔|번)\s?돈|수입"), "세입"),
    (re.compile(r"(?:나간|나가는|쓴)\s?돈|지출"), "세출"),
    (re.compile(r"특교세"), "특별교부세"),
)
THAN = re.compile(
    r"\s?(?:때\s?)?(?:보다|에\s?비(?:해서?|하면|하여)|\s?대비|[와과]\s?비교|(?:이)?랑\s?비교|하고\s?비교|"
    r"에\s?견주)"
)
_BOUNDARY = {"JX", "JKS", "JKO", "SP", "EC", "SF"}
_AND = re.compile(
    r"(?P<one>[^,?]*?[가-힣A-Za-z0-9)])(?:이랑|랑|와|과|하고|[,·])\s?(?P<other>[^,?]*?)\s?"
    r"(?:의\s?)?(?:간\s?|사이\s?)?(?:점수|금액|예산|건수|인원|수|액수|값)?(?:는|은|이|가)?\s?"
    r"(?:(?:몇|얼마)\s?\S{0,4}\s?)?(?:차이|격차|차(?=[는가이]|\s?얼마|\s?몇))"
)
_LESS = re.compile(
    r"(?P<one>[^,?]*?[가-힣A-Za-z0-9)])에서\s(?P<other>[^,?]*?)(?:을|를)?\s?(?:빼|뺀|제하|제외|덜)"
)
_REST = re.compile(
    r"(?P<other>[^,?]*?)(?:을|를)?\s?(?:빼고|뺀|빼면|제외하고|제외한|제외하면|말고)\s?"
    r"(?:나머지|남[는은]|얼마|몇|\S{1,6}(?:은|는|이|가)?\s?(?:얼마|몇))"
)
_SUM = re.compile(
    r"(?P<one>[^,?]*?[가-힣A-Za-z0-9)])(?:이랑|랑|와|과|하고|[,·])\s?(?P<other>[^,?]*?)"
    r"(?:은|는|이|가|을|를)?\s?(?:두\s?\S{1,4}\s)?(?:다\s?)?"
    r"(?:합쳐|합치|합하|합한|더하|더한|다\s?해서?|합산|합계|모두\s?합|통틀어)"
)
_OUTCOME = re.compile(r"(?:확정|의결|통과)\S*\s.{0,20}?(?:깎|줄|삭감|감액|늘|증액|빠졌)")
_DENIED = re.compile(
    r"(?<![가-힣])(?:못|안)\s?(?P<verb>[가-힣]{1,4})|(?P<stem>[가-힣]{1,6})지\s?(?:않|못)|"
    r"(?<![가-힣])미(?P<noun>달성|집행|참석|완료|추진|선정|해결|이행|제출)"
)
_NOT_DENIED = re.compile(r"(?:늘|줄|많|적|넘|크|작)$")
_OPPOSITES = (
    ("정량", "정성"),
    ("신규", "계속"),
    ("남성", "여성"),
    ("국내", "국외"),
    ("찬성", "반대"),
    ("달성", "미달성"),
    ("참석", "불참"),
    ("유료", "무료"),
    ("공공", "민간"),
    ("직영", "위탁"),
    ("정규직", "비정규직"),
)
_COUNTS = re.compile(r"몇\s?(?:개|건|명|곳|대|종|가지|군데|마리|가구|농가|호)|얼마|몇갠")
_MOVES = re.compile(
    r"(?:얼마나?|몇\s?\S{1,4}?|얼만큼)\s?(?:더\s?)?(?:불[었어]|깎|모자|부족|못\s?미|미달|미치지|벌[었려]|뛰|"
    r"더\s|앞[섰서]|뒤[졌지]|차이|밀[렸리]|왔|만드|만들|모[았으]|따[냈내])|"
    r"(?:늘었나|줄었나|늘었는지|줄었는지|많아졌|적어졌|커졌|작아졌|큰가|작은가|많은가|적은가).{0,16}(?:얼마|몇)|"
    r"얼마가?\s?(?:깎|줄|늘)|\bcompared? (?:with|to)\b"
)


def comparison_of(asked: Understanding) -> Comparison | None:
    """The two figures that a question wants set against each other; None where it wants no such."""
    text = asked.text
    words = tuple(word for pattern, word in _EVERYDAY if pattern.search(text))
    plain = text
    for pattern, word in _EVERYDAY:
        plain = pattern.sub(word, plain)
    found = _taken(plain, asked) or _added(plain) or _named(plain)
    if found is None and (wish_of(asked) is Wish.GAP or _MOVES.search(text)):
        found = _against(plain, asked) or _between_years(asked) or _decided(plain)
    found = found or _left_over(plain, asked)
    return replace(found, words=words, heads=_heads(plain, asked)) if found is not None else None


def _decided(text: str) -> Comparison | None:
    """What was decided beside what had been proposed."""
    if _OUTCOME.search(text) is None:
        return None
    final = frozenset({Sort.FINAL})
    return Comparison(
        relation=Relation.APART,
        of=Wanted(sorts=final),
        against=Wanted(not_sorts=final),
        is_near=True,
    )


def _left_over(text: str, asked: Understanding) -> Comparison | None:
    """What of a whole is not what a part of it is: '못 채운 지표 몇 개', '정성 지표는 몇 개'."""
    if _COUNTS.search(text) is None or THAN.search(text):
        return None
    times = times_in(text)
    time = times[-1][0] if times else _only_time(asked)
    for pair in _OPPOSITES:
        for one, other in (pair, pair[::-1]):
            if re.search(rf"(?<![가-힣]){one}", text) and other not in text:
                return Comparison(
                    relation=Relation.LEFT,
                    of=Wanted(),
                    against=Wanted(nouns=(other,), time=time),
                    denied=other,
                )
    match = _DENIED.search(text)
    if match is None:
        return None
    words = index.analyse(match["verb"] or match["stem"] or match["noun"])
    stem = "".join(one.form for one in words if one.tag[:2] in {"NN", "VV", "VA", "XR"})
    if not stem or _NOT_DENIED.search(stem):
        return None
    return Comparison(relation=Relation.LEFT, of=Wanted(), against=Wanted(time=time), denied=stem)


def _heads(text: str, asked: Understanding) -> tuple[str, ...]:
    """What the question calls the figure: its last word before a subject or object particle.

    An everyday phrase ('아낀 돈') stands for the official words that mean it.
    """
    forms = {one.form for one in asked.terms if not one.is_measure and one.form not in ASIDE}
    words = index.analyse(text)
    spoken = {one.end: one.official for one in phrases_in(words)}
    found: tuple[str, ...] = ()
    last: tuple[str, ...] = ()
    for word in words:
        if word.end in spoken:
            last = spoken[word.end]
        elif word.form in forms:
            last = (word.form,)
        elif word.tag in {"JX", "JKS", "JKO"} and word.form != "도" and last:
            found, last = last, ()
    return found


def _taken(text: str, asked: Understanding) -> Comparison | None:
    if match := _LESS.search(text):
        one, other = _name(match["one"]), _name(match["other"])
    elif match := _REST.search(text):
        one, other = (), _name(match["other"])
    else:
        return None
    if not other:
        return None
    time = _only_time(asked)
    return Comparison(
        relation=Relation.LEFT,
        of=Wanted(nouns=one, time=time),
        against=Wanted(nouns=other, time=time),
        is_by_name=True,
    )


def _added(text: str) -> Comparison | None:
    match = _SUM.search(text)
    return _two(match, Relation.SUM) if match else None


def _named(text: str) -> Comparison | None:
    match = _AND.search(text)
    return _two(match, Relation.APART) if match else None


def _two(match: re.Match[str], relation: Relation) -> Comparison | None:
    one, other = _name(match["one"]), _name(match["other"])
    if not one or not other or one == other:
        return None
    return Comparison(
        relation=relation, of=Wanted(nouns=one), against=Wanted(nouns=other), is_by_name=True
    )


def _name(phrase: str) -> tuple[str, ...]:
    """The noun that a phrase ends with, which tells it from the phrase beside it."""
    return nouns_of(phrase)[-1:]


def _only_time(asked: Understanding) -> Time | None:
    years = asked.figure_years
    return Time(year=years[0]) if len(years) == 1 else None


def _against(text: str, asked: Understanding) -> Comparison | None:
    """What is measured against what stands before '보다'."""
    than = THAN.search(text)
    if than is None:
        return None
    start = 0
    for word in index.analyse(text[: than.start()]):
        if word.tag in _BOUNDARY and word.form != "도" and word.end < than.start():
            start = word.end
    base, rest = text[start : than.start()], f"{text[:start]} {text[than.end() :]}"
    said, others = times_in(base), times_in(rest)
    time = said[-1][0] if said else None
    other = others[-1][0] if others else _last_year(asked, time)
    base_sorts, rest_sorts = sorts_in(base), sorts_in(rest)
    if time is not None and other is not None and time != other:
        return Comparison(
            relation=Relation.APART,
            of=Wanted(time=other, sorts=rest_sorts - {Sort.ACTUAL, Sort.GOAL}),
            against=Wanted(
                time=time,
                sorts=base_sorts - {Sort.GOAL},
                not_sorts=frozenset({Sort.GOAL}) if Sort.ACTUAL in base_sorts else frozenset(),
            ),
        )
    time = time or other
    sorts = base_sorts - rest_sorts
    if sorts:
        # An average is of years of its own; all other sorts are of the year that is asked about.
        own = None if Sort.AVERAGE in sorts else time
        return Comparison(
            relation=Relation.APART,
            of=Wanted(time=time, not_sorts=sorts),
            against=Wanted(time=own, sorts=sorts, not_sorts=rest_sorts),
        )
    one, base_name = _name(text[:start]), _name(base)
    if one and base_name and one != base_name:
        return Comparison(
            relation=Relation.APART,
            of=Wanted(nouns=one, time=time),
            against=Wanted(nouns=base_name, time=time),
            is_by_name=True,
        )
    return None


def _last_year(asked: Understanding, time: Time | None) -> Time | None:
    """The year asked about that is not the one that it is measured against."""
    years = [year for year in asked.figure_years if time is None or year != time.year]
    return Time(year=years[-1]) if years else None


def _between_years(asked: Understanding) -> Comparison | None:
    years = asked.figure_years
    if len(years) < 2:
        return None
    return Comparison(
        relation=Relation.APART,
        of=Wanted(time=Time(year=max(years))),
        against=Wanted(time=Time(year=min(years))),
    )
