"""Aspects: words that only name what a line tells by its form ('나이' is told by '만 19세 이상').

A question names the kind of thing it asks for, and a document prints the thing: who asks for the
place of a meeting is answered by '시청 대회의실에서', where no line says 장소.
"""

from __future__ import annotations

import re

_WHERE = (
    r"(?:실|관|홀|청사|시청|군청|구청|도청|회관|센터|광장|공원|극장|강당|체육관|문화원|도서관|학교|호텔|컨벤션|"
    r"운동장|일원|일대|현장|사무소|시장)(?:\([^()\n]{1,20}\))?"
)
_PROSE_PLACE = re.compile(rf"[가-힣A-Za-z0-9]{_WHERE}(?:에서(?!는)|에\s모|으?로\s모)")
_PLACE_LABEL = re.compile(
    r"(?:위\s?치|장\s?소|소\s?재\s?지|대\s?상\s?지|곳|주\s?소|접\s?수\s?처|신\s?청\s?처|제\s?출\s?처|신청\s?방법)\s?[:：]"
)
_OFFICE = r"[가-힣]{2,12}(?:국|과|실|팀|관|센터|본부|위원회|재단|공단|공사)"
_RENAMED = re.compile(
    rf"{_OFFICE}[은는]\s{_OFFICE}(?:,|[이가]\s(?:되|된|됐))|{_OFFICE}\s?→\s?{_OFFICE}|"
    rf"{_OFFICE}[은는이가을를]\s{_OFFICE}으?로\s(?:바[꾸뀌꿨뀐꾼]|변경|고[쳐치친]|이름|명칭|간판|개칭)"
)
_ASPECTS = {
    "장소": _PROSE_PLACE,
    "곳": _PROSE_PLACE,
    "나이": re.compile(r"\d\s?세(?![가-힣]?대)"),
    "연령": re.compile(r"\d\s?세(?![가-힣]?대)"),
    "제한": re.compile(
        r"이상|이하|미만|초과|제외|불가|한정|한함|한해|상관\s?없|관계\s?없|무관|누구나"
    ),
    "마감": re.compile(r"까지|[~∼～]|이내|안에"),
    "마감일": re.compile(r"까지|[~∼～]"),
    "기한": re.compile(r"까지|[~∼～]|이내|안에"),
    # '경제국은 미래산업국이 된다', '총무과 → 행정과': what an office is called from then on.
    "명칭": _RENAMED,
    # '(’21) 12 → (’26) 30': where a course of years leads is what is aimed at.
    # 'N%까지 올릴 계획이다', '3위 안에 들겠다' say an aim without its name.
    "목표": re.compile(
        r"→\s?[(（]\s?['‘’]?\d{2}|"
        r"\d\S{0,4}(?:로|까지|에서|을|를|이상|이하)\s(?:[가-힣]{1,6}\s){0,2}?"
        r"(?:올|높|줄|낮|늘|끌어|달성|확대|감축|이루|채우|받)[가-힣]{0,4}\s?(?:계획|방침|작정|예정|생각|각오|겠다)|"
        r"\d\S{0,4}[을를]\s(?:노린|바라본|겨냥|향해)"
    ),
    "면적": re.compile(r"\d\s?(?:㎡|m2|ha|㏊|㎢|km2|평)(?![가-힣])"),
    "넓이": re.compile(r"\d\s?(?:㎡|m2|ha|㏊|㎢|km2|평)(?![가-힣])"),
    "길이": re.compile(r"\d\s?(?:㎞|km|m|미터|킬로미터)(?![0-9A-Za-z])"),
    "연장": re.compile(r"\d\s?(?:㎞|km|m|미터|킬로미터)(?![0-9A-Za-z])"),
    "관광객": re.compile(
        r"\d\s?(?:[백천]?만\s?|천\s?)?명[이은]?\s?(?:이상\s)?(?:다녀|찾|방문|몰|관람|즐|왔)"
    ),
    "방문객": re.compile(
        r"\d\s?(?:[백천]?만\s?|천\s?)?명[이은]?\s?(?:이상\s)?(?:다녀|찾|방문|몰|관람|즐|왔)"
    ),
    "이용객": re.compile(
        r"\d\s?(?:[백천]?만\s?|천\s?)?명[이은]?\s?(?:이상\s)?(?:다녀|찾|방문|이용)"
    ),
}


def tells(quote: str, words: tuple[str, ...]) -> bool:
    """Whether a quote tells by its form what one of the words only names."""
    return any(one.search(quote) is not None for one in aspects_of(words))


def aspects_of(words: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """The forms in which quotes tell what the words only name, () for most words."""
    return tuple(_ASPECTS[word] for word in words if word in _ASPECTS)


def is_aspect(word: str) -> bool:
    """Whether a word names what a value of its kind tells, whatever it is a value of."""
    return word in _ASPECTS


def tells_where(quote: str) -> bool:
    """Whether a quote says in a sentence or behind a label where something is or takes place."""
    return bool(_PROSE_PLACE.search(quote) or _PLACE_LABEL.search(quote))
