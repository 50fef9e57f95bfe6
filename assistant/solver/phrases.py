"""Phrases: the words by which a question describes a figure, and the year that it gives it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

import corpus
import index
from assistant.asked_places import asked_mentions
from assistant.asked_years import years_in
from assistant.everyday import phrases_in
from assistant.figure_sorts import Sort
from assistant.figures import Figure
from assistant.grammar import same_unit
from assistant.operands import Time, times_in
from assistant.stretches import figures_said
from assistant.understand import Understanding


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A figure as a question describes it: its own words, each with other ways to say it, its year.

    `is_open` marks a whole that the question leaves unsaid ('나머지'). `values` are the figures
    that the question itself says this one is ('621억에서'). `offset` is a year counted from now.
    It is of all `sorts` and of none of `not_sorts`; `denied` is what its clause says of it, which
    the question asks for the contrary of ('채우' for '못 채운'). It is of another time than
    `unlike`, is called `verbatim`, tight, and the question calls it `said`.
    """

    words: tuple[tuple[str, ...], ...] = ()
    year: int | None = None
    is_open: bool = False
    values: frozenset[Decimal] = frozenset()
    offset: int | None = None
    sorts: frozenset[Sort] = frozenset()
    not_sorts: frozenset[Sort] = frozenset()
    denied: str = ""
    unlike: Time | None = None
    verbatim: str = ""
    said: str = ""


THAN = re.compile(r"(?:\s?때)?(?:보다|에\s?비해서?|\s?대비|[와과랑]\s?비교하?[면해]?)\s")
"""What stands behind the figure that another is measured against."""

_ASKED = r"(?P<asked>(?:약\s)?(?:얼마\S*|몇\s?\S+))"
_TARGET_MET = re.compile(
    rf"(?P<goal>목표(?:액|치|량)?)(?:[를을에]|까지)\s{_ASKED}\s"
    r"(?P<how>(?:더\s)?(?:초과|넘|웃돌|달성|미달|부족|모자|밑돌|못|덜|필요|모아|모으|남|채[워우]))"
)
_TO_REACH = re.compile(
    r"(?P<goal>목표(?:액|치|량)?)(?:인|는)?(?:\s(?:[가-힣]{1,6}\s)?\d[\d,.만천억조]*\s?[가-힣%]{0,2}?)?"
    r"(?:[를을에이가]|까지)?\s?"
    r"(?:(?:채우|이루|맞추|달성하|도달하|가|되|닿으|넘기|넘으)려면|까지(?:는)?)\s(?=.{0,20}?(?:얼마|몇))"
)
_APART = re.compile(rf"(?<=[가-힣\d])(?:이랑|랑|와|과|하고)\s{_ASKED}\s(?P<how>차이|격차)")
_SPAN = re.compile(r"에서|부터|까지|→|[~∼～-]")
_SUBJECT = re.compile(r"(?<=[가-힣\d%)])(?:은|는|이|가|에서는?)\s")
_CONTEXT = re.compile(r"(?<=[가-힣\d%)])(?:에서는?|에는)\s")
_ORDINAL = re.compile(
    r"(?P<range>(?<!\d)\d{2}\s?[~∼·,]\s?\d{2}\s?대)|"
    r"(?<!\d)제?\s?(?P<number>\d{1,3})\s?"
    r"(?P<of>기|차|단계|회|호|분기|급(?!수)|대(?!\s(?:과제|사업|전략|분야|시책|목표|지표|공약|성과|핵심|추진|중점)))(?![가-힣]*당)"
)
_CONTENT = frozenset({"NNG", "NNP", "XR", "SL", "VV", "VA"})
ASIDE = frozenset(
    """
    비율 비중 퍼센트 프로 나머지 차이 격차 합계 합 합치 합하 더하 나누 빼 빼고 제외 얼마 몇 대비 중
    가운데 전체 모두 총 전부 하나 개 건 명 곳 원 돈 것 거 때 수 되 하 있 없 나오 보 대략 그중 셈
    꼴 해 년 년도 차지 차지하 어디 어느 쪽 많 적 크 작 높 낮 늘 줄 증가 감소 오르 남 남기 알리 주
    궁금 금액 규모 정도 사이 동안 기준 비교 비교하 아니 말 계산 계산하 평균 개수 다 더 올해 작년
    지난해 내년 전년 최근 잡 들 들어가 액 분
    """.split()
)
"""Words that say what is done with figures, or that anything is counted by."""


_NUMBER = re.compile(
    r"[건횟대]수(?=[은는이가를의\s])|인원|개수|몇\s?(?:건|개|명|곳|군데|가지|대(?!\s?몇)|회|번|가구)"
)
_MONEY = re.compile(
    r"금액|[가-힣]액(?=[은는이가을를의,?\s]|보다|$)|사업비|예산|돈|(?:국|도|시|군|구)비(?=[은는이가를의\s]|보다)"
)
ASKING = re.compile(r"얼마|몇|(?<![가-힣])더(?=\s|$)")
"""What asks how much of a thing there is."""
_MORE = re.compile(r"^\s*더\s(?=\S{2,8}\s(?:금액|액수|돈|건수|인원|수|것|건|거|게))")
_LEAST_WON = {"억": 10**8, "조": 10**12}
_AFTER_PLACE = re.compile(r"^(?:에서는|에서|에는|은|는|이|가|의)(?=\s)")


def plain(text: str) -> str:
    """A question without its places and its mark."""
    for mention in reversed(list(asked_mentions(text))):
        rest = _AFTER_PLACE.sub("", text[mention.end :])
        text = text[: mention.start] + " " + rest
    return " ".join(text.split()).rstrip("?.! ")


def as_comparison(text: str) -> str:
    """A question how far something is from a target or an average, with '보다' behind that."""
    text = _TARGET_MET.sub(r"\g<goal>보다 \g<asked> \g<how>", text)
    text = _TO_REACH.sub(r"\g<goal>보다 ", text)
    return _APART.sub(r"보다 \g<asked> \g<how>", text)


def asked_behind(text: str) -> str:
    """What a question says of a thing behind '보다', up to where it asks how much."""
    return ASKING.split(_MORE.sub("", text))[0]


def known_before(asked: Understanding) -> tuple[tuple[str, ...], ...]:
    """What the questions before name, for one that only says what it is measured against."""
    if not asked.is_follow_up:
        return ()
    earlier = plain(asked.search_text.replace(asked.text, " "))
    return words_of(ASKING.split(earlier)[0], asked)


def wanted_by(text: str, asked: Understanding) -> Wanted:
    """A figure by a phrase; what the phrase says first only tells where to look."""
    found = list(_CONTEXT.finditer(text))
    own = text[found[-1].end() :] if found else text
    own = own if words_of(own, asked) else text
    words = words_of(own, asked)
    return Wanted(
        words=words,
        year=year_in(text, asked),
        is_open=not words,
        values=frozenset(figures_said(_ORDINAL.sub(" ", own))),
    )


def year_in(text: str, asked: Understanding) -> int | None:
    """The year that a phrase says last, else the only one of the question."""
    said = [time.year for time, _ in times_in(text) if time.year is not None]
    return said[-1] if said else only_year(asked)


def only_year(asked: Understanding) -> int | None:
    """The year of the question, None where it says none or several."""
    return asked.figure_years[0] if len(asked.figure_years) == 1 else None


def years_of(text: str, asked: Understanding) -> tuple[int, ...]:
    """The two years that are compared; the one before the only one said, where 'last year' is."""
    years = tuple(dict.fromkeys(asked.figure_years))
    if len(years) > 2 and _SPAN.search(text) and max(years) - min(years) == len(years) - 1:
        return (min(years), max(years))
    if len(years) == 1 and asked.is_follow_up:
        earlier = [year for year in years_in(asked.search_text)[0] if year not in years]
        if len(earlier) == 1 and THAN.search(text):
            return (earlier[0], years[0])
    if len(years) == 1 and re.search(r"전년|지난해|작년|한\s?해\s?전", text):
        return (years[0], years[0] - 1)
    return years if len(years) == 2 else ()


def is_unit_asked(asked: Understanding, unit: str | None) -> bool:
    """Whether a figure of a unit can be what a question asks for."""
    if unit == "%":
        return (
            asked.unit in {"퍼센트", "프로", "%"}
            or re.search(r"%\s?[pP]|포인트", asked.text) is not None
        )
    if re.search(r"\bhow many\b", asked.text, re.IGNORECASE) and unit == "원":
        return False
    if asked.unit in {"억", "조", "만"}:
        return unit == "원" or (asked.unit == "만" and unit is not None)
    if asked.unit and asked.unit not in {"년", "월", "일", "%", "퍼센트", "프로"}:
        return same_unit(asked.unit, unit)
    money = re.search(
        r"금액|예산|국비|도비|[가-힣]액(?:은|이|을|보다|[\s,?])|돈|몇\s?원|\bwon\b", asked.text
    )
    return unit == "원" if money else True


def is_of_measure(text: str, unit: str | None) -> bool:
    """Whether a figure is money where a question says an amount, none where it says a number."""
    says_number = _NUMBER.search(text) is not None
    if says_number == bool(_MONEY.search(text)):
        return True
    return (unit == "원") is not says_number


def is_of_size(asked: Understanding, figure: Figure) -> bool:
    """Whether an amount can be one of those that are asked for in so many hundreds of millions."""
    return figure.unit != "원" or figure.value >= _LEAST_WON.get(asked.unit or "", 0)


def last_subject(text: str) -> int:
    """Where the last phrase of a text begins, behind a subject or topic."""
    found = list(_SUBJECT.finditer(text))
    return found[-1].end() if found else 0


def words_of(text: str, asked: Understanding) -> tuple[tuple[str, ...], ...]:
    """The words of a phrase that can name a figure, each with the other ways to say it."""
    found = list(_read_words(text, asked))
    return tuple({word[0]: word for word in found}.values())


def _read_words(text: str, asked: Understanding) -> Iterator[tuple[str, ...]]:
    taken = [match.span() for match in _ORDINAL.finditer(text)]
    for match in _ORDINAL.finditer(text):
        yield (match["range"] or f"{match['number']}{match['of']}",)
    morphemes = index.analyse(text)
    spoken = phrases_in(morphemes)
    for one in spoken:
        yield (one.form, text[one.start : one.end], *one.official)
    renderings = {term.form: term.renderings for term in asked.terms}
    taken += [(one.start, one.end) for one in corpus.find_dates(text)]
    for word in morphemes:
        if word.tag.partition("-")[0] not in _CONTENT or word.form in ASIDE:
            continue
        if any(one.start <= word.start < one.end for one in spoken):
            continue
        if any(start <= word.start < end for start, end in taken):
            continue
        if len(word.form) > 1 or word.tag == "NNG" or word.tag.startswith("V"):
            yield (word.form, *renderings.get(word.form, ()))
