"""Words around a figure that change what it says: at least, about, a year, per person, minus.

Everything is looked for in a few characters before and after the figure, so that reading a text
takes linear time however long its lines are. All functions take folded text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.records import record

AT_LEAST, AT_MOST, MORE_THAN, LESS_THAN = "at_least", "at_most", "more_than", "less_than"


@dataclass(frozen=True, slots=True, kw_only=True)
class Windows:
    """How far around a figure its modifiers are looked for, in characters."""

    before: int = 24
    """Room for “군민 1인당 채무액은 약 ”; a longer gap belongs to another phrase."""
    bullets: int = 200
    """How far a triangle that opens a list item is looked for, about two printed lines."""


WINDOWS = Windows()

_COMPARATORS = {
    "이상": AT_LEAST,
    "이하": AT_MOST,
    "이내": AT_MOST,
    "까지": AT_MOST,
    "한도": AT_MOST,
    "초과": MORE_THAN,
    "넘": MORE_THAN,
    "웃도": MORE_THAN,
    "미만": LESS_THAN,
    "밑도": LESS_THAN,
}
_AFTER_COMPARATOR = re.compile(
    r" ?(?:\([^()0-9\n]{1,12}\) ?)?(?:(?:을|를|이|의|가) ?)?"
    r"(이상(?! ?(?:기후|기온|고온|저온|징후|반응|행동|동기|민원|유무))|이하|이내|까지|한도"
    r"|초과|넘|웃도|미만|밑도)"
)
_BEFORE_COMPARATOR = re.compile(
    r"(?<![가-힣])(?:(?P<most>최대|최고|많게는)|(?P<least>최소|최저|적어도|적게는)) ?(?:약 ?)?$"
)
_AFTER_APPROXIMATE = re.compile(
    r" ?(?:여(?=[ ,.)]|$)|내외|안팎|가량|정도|남짓|쯤|대(?=[ ,.)]|$|의|로))"
)
_BEFORE_APPROXIMATE = re.compile(r"(?<![가-힣])(?:약|대략|어림잡아|근|거의|얼추) ?$")
# A letter of every word that the patterns above look for: few figures have one before them, and
# a pattern that is tied to the end is tried at each character of the window.
_BOUND_CUE = re.compile("[최많적]")
_ABOUT_CUE = re.compile("[약략잡근거얼]")

_PER_NOUNS = {
    "인": "person",
    "명": "person",
    "가구": "household",
    "세대": "household",
    "농가": "household",
    "건": "case",
    "개소": "place",
    "곳": "place",
    "개": "item",
    "대": "item",
    "매": "item",
    "마리": "item",
    "회": "occurrence",
    "시간": "hour",
    "일": "day",
    "주": "week",
    "월": "month",
    "개월": "month",
    "분기": "quarter",
    "반기": "half",
    "년": "year",
    "연": "year",
    "톤": "tonne",
    "㎡": "square_metre",
    "평": "pyeong",
    "㎥": "cubic_metre",
    "ha": "hectare",
    "km": "kilometre",
    "kg": "kilogram",
    "팀": "team",
    "학급": "class",
    "기관": "institution",
    "업체": "company",
    "단체": "group",
    "마을": "village",
    "동": "neighbourhood",
    "읍면동": "neighbourhood",
}
_PER_WORDS = {
    "매년": "year",
    "매해": "year",
    "해마다": "year",
    "연간": "year",
    "연평균": "year",
    "연별": "year",
    "매월": "month",
    "매달": "month",
    "월평균": "month",
    "월별": "month",
    "매주": "week",
    "주별": "week",
    "매일": "day",
    "일평균": "day",
    "매분기": "quarter",
    "분기별": "quarter",
    "매반기": "half",
    "반기별": "half",
    "연": "year",
    "월": "month",
    "주": "week",
    "분기": "quarter",
    "반기": "half",
}
_NOUN = "|".join(sorted(_PER_NOUNS, key=len, reverse=True))
_LONG_WORD = "|".join(
    sorted(
        (word for word in _PER_WORDS if len(word) > 2 or word[0] in "매연"), key=len, reverse=True
    )
)
_FILLER = r"(?:(?:약|총|최대|최소|평균|각각?|무려|:) ?){0,2}"
_PER_EACH = re.compile(
    rf"(?:1 ?)?({_NOUN})당 ?(?:[가-힣]{{1,8}}(?:은|는|이|가|을|를)? ?)?(?:: ?)?{_FILLER}$"
)
_PER_WORD = re.compile(
    rf"(?<![가-힣])({_LONG_WORD}) ?(?:[가-힣]{{1,6}}(?:비|금|액|예산) ?)?{_FILLER}$"
)
_PER_SHORT = re.compile(rf"(?<![0-9가-힣])(?<![0-9] )(연|월|주|분기|반기) ?{_FILLER}$")
_PER_ONE = re.compile(rf"(?<![0-9])1 ?({_NOUN}) ?(?:최대 ?)?$")
_OF_THE_YEAR = frozenset({"분기", "반기", "월"})
_PER_AFTER = re.compile(rf" ?/ ?(?:1 ?)?({_NOUN})(?![가-힣A-Za-z])")

_PER_CUE = re.compile(f"[당1{''.join(sorted({word[0] for word in _PER_WORDS}))}]")

_TRIANGLES = "△▲"
_BULLET_TRIANGLE = re.compile(r"[△▲] ?[가-힣A-Za-z‘’“”「『(']")
_MINUS_IN_BRACKETS = re.compile(r"\( ?- ?\) ?$")


@record(frozen=True, slots=True, kw_only=True)
class Modifiers:
    """What the words around one figure say; None or False where they say nothing."""

    comparator: str | None
    approximate: bool
    per: str | None


@record(frozen=True, slots=True, kw_only=True)
class Sign:
    """Whether a figure is negative, and where its sign starts; None where that cannot be told."""

    start: int
    is_negative: bool | None


def modifiers_around(folded: str, start: int, end: int) -> Modifiers:
    """The modifiers of the figure at folded[start:end]."""
    before = folded[max(0, start - WINDOWS.before) : start]
    after = _AFTER_COMPARATOR.match(folded, end)
    comparator = _COMPARATORS[after[1]] if after else None
    is_bounded = comparator is None and _BOUND_CUE.search(before)
    if is_bounded and (most := _BEFORE_COMPARATOR.search(before)):
        comparator = AT_MOST if most["most"] else AT_LEAST
    return Modifiers(
        comparator=comparator,
        approximate=bool(
            (_ABOUT_CUE.search(before) and _BEFORE_APPROXIMATE.search(before))
            or _AFTER_APPROXIMATE.match(folded, end)
        ),
        per=_per(folded, before, end),
    )


def sign_before(folded: str, start: int) -> Sign:
    """The sign of the number that starts at `start`: △, ▲, (–), or a minus.

    A triangle counts only where it touches the number and no triangle nearby opens a list item; a
    dash that touches a number at the start of a line may be a bullet, so the sign is unknown.
    """
    previous = folded[start - 1 : start] if start else ""
    if previous and previous in _TRIANGLES:
        near = folded[max(0, start - WINDOWS.bullets) : start + WINDOWS.bullets]
        return Sign(start=start - 1, is_negative=not _BULLET_TRIANGLE.search(near))
    if previous == "-":
        before = folded[start - 2 : start - 1] if start > 1 else "\n"
        if before.isalnum() or before in "-~)":
            return Sign(start=start, is_negative=False)
        line = folded[max(0, start - WINDOWS.before) : start - 1].rpartition("\n")[2]
        at_line_start = (
            not line.strip() and "\n" in "\n" + folded[max(0, start - WINDOWS.before - 1) : start]
        )
        return Sign(start=start - 1, is_negative=None if at_line_start else True)
    if previous in {")", " "} and (
        minus := _MINUS_IN_BRACKETS.search(folded[max(0, start - 6) : start])
    ):
        return Sign(start=max(0, start - 6) + minus.start(), is_negative=True)
    return Sign(start=start, is_negative=False)


def _per(folded: str, before: str, end: int) -> str | None:
    if after := _PER_AFTER.match(folded, end):
        return _PER_NOUNS[after[1]]
    if _PER_CUE.search(before) is None:
        return None
    for sign, pattern, names in (
        ("당", _PER_EACH, _PER_NOUNS),
        ("", _PER_WORD, _PER_WORDS),
        ("", _PER_SHORT, _PER_WORDS),
        ("1", _PER_ONE, _PER_NOUNS),
    ):
        if sign in before and (match := pattern.search(before)):
            if pattern is _PER_ONE and match[1] in _OF_THE_YEAR:
                continue  # '1분기 32%' is that of the first quarter
            return names[match[1]]
    return None
