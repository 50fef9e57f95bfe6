"""The units in which Korean documents count and measure, and where one ends.

Korean writes the counter straight after the number and often the counted noun straight after the
counter (4개분야), while many counters also begin ordinary words (점/점검, 대/대상, 회/회의). The
rules here say which reading holds. All functions take folded text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from corpus.records import record

MEASURES = {
    "%p": "%p", "%P": "%p", "%포인트": "%p", "% 포인트": "%p", "퍼센트포인트": "%p",
    "퍼센트 포인트": "%p", "%": "%", "퍼센트": "%", "‰": "‰",
    "㎍/㎥": "㎍/㎥", "㎡": "㎡", "m2": "㎡", "m²": "㎡", "제곱미터": "㎡", "㎥": "㎥", "m3": "㎥",
    "m³": "㎥", "㎢": "㎢", "km2": "㎢", "km²": "㎢", "제곱킬로미터": "㎢", "㏊": "ha", "ha": "ha",
    "헥타르": "ha", "㎞": "km", "km": "km", "킬로미터": "km", "㎝": "cm", "cm": "cm", "㎜": "mm",
    "mm": "mm", "m": "m", "미터": "m", "㎏": "kg", "kg": "kg", "킬로그램": "kg", "㎎": "mg",
    "mg": "mg", "g": "g", "그램": "g", "ℓ": "L", "L": "L", "리터": "L", "㎘": "kL", "kL": "kL",
    "㎾h": "kWh", "kWh": "kWh", "MWh": "MWh", "GWh": "GWh", "㎾": "kW", "kW": "kW", "㎿": "MW",
    "MW": "MW", "GW": "GW", "TOE": "toe", "toe": "toe", "tCO2eq": "tCO2eq", "tCO2": "tCO2",
    "t": "톤", "톤": "톤", "ppm": "ppm", "ppb": "ppb", "dB": "dB", "Gbps": "Gbps", "Mbps": "Mbps",
    "TB": "TB", "GB": "GB", "MB": "MB", "℃": "℃",
}  # fmt: skip
"""Units of measure as printed, each with the one name that records use."""

OPEN_COUNTERS = {
    "개월": "",
    "개년": "",
    "개": "",
    "명": "예|칭|단|절",
    "건": "설|축|강|물|립|전|조|너",
    "회": "의실|용|원|계|장|관|사|수|차|복|생|비|전|동|귀",
    "가지": "",
    "곳": "",
    "시간": "대별",
    "가구": "",
    "명분": "",
}
"""Counters that the counted noun may touch (4개분야), each with what makes another word of it."""

EDGED_COUNTERS = (
    "개소|개교|개국|개사|인|세대|농가|어가|호실|대|동|채|척|마리|두|그루|본|주간|주년|주|포기"
    "|포|권|부|편"
    "|점|종류|종|세트|식|면|석|실|칸|병상|필지|필|구간|구역|지구|단지|반|팀|과정|강좌|기관|단체|업체"
    "|품목|항목|분야|부문|과제|차례|배|층|박|일간|일|년간|년|분|초|학급|학점|매|곡|평|세"
    "|포인트|만점"
    "|위원회|학교|마을|사업|노선|코스|종목|프로그램|차로|차선|인분|인승|단계|전시관|레인"
    "|홀|구좌|계좌"
    "|정거장|쌍|켤레|벌|장"
)
"""Counters after which a blank, a sign or a particle must stand, or they are part of a word."""

SPACED_COUNTERS = (
    "개|개소|개교|개국|개사|개월|개년|명|건|회|가지|곳|시간|가구|인|세대|농가|대|마리|그루"
    "|권|점|종|배"
    "|년|년간|일|일간|학급|병상|필지|평|팀|기관|단체|업체|품목|항목|분야|과제|차례|포인트"
    "|학교|마을|분"
    "|학점|구간"
)
"""Counters that may stand after a blank (270 건)."""

NAMED_SETS = (
    "추진|전략|과제|방향|목표|분야|뉴스|시책|비전|핵심|중점|정책|프로젝트|사업|권역|거점"
    "|선도|역점|실천"
    "|세부|종합|약속|공약|현안|축제|관광|산업|지표|원칙|성과|브랜드|특화|범죄|질환|영역|혁신"
)
"""Words that follow 대 where it numbers a set (4대 추진전략) and does not count vehicles."""

_HOMES = (
    r"(?:를|을|가|의|,)? ?(?:규모|공급|입주|분양|임대|매입|보급)"
    r"(?:[했한하해할될됐된을를로의이가.,·)]|$| (?![가-힣]))"
)
"""What is done with homes: 호 behind a number counts them there, and numbers a road elsewhere."""

_PARTICLE = (
    r"(?:으로는|으로|에서는|에서|에게|에는|에도|이라는|라는|이며|이고|이다|이었|이나|이자"
    r"|로서|로써|로"
    r"|을|를|이|가|은|는|의|에|와|과|도|만|씩|까지|부터|보다|마다|들|뿐|당|별|여"
    r"|정도|가량|내외|안팎|남짓|규모|수준|이상|이하|미만|초과|이내|증가|감소|증|감|늘|줄"
    r"|전|후|중|내|등|간)"
)
_STRONG_PARTICLE = "이상|이하|미만|초과|이내|까지|부터|으로|에서|이었|이며|늘|줄"
_EDGE = rf"(?:(?![가-힣])|(?={_PARTICLE}(?![가-힣]))|(?={_STRONG_PARTICLE}))"
_SPACED_PARTICLE = "을|를|은|는|에|에서|으로|씩|까지|이상|이하|미만|초과|이내|내외|안팎|정도|가량"
_SPACED_EDGE = rf"(?:(?![가-힣])|(?=(?:{_SPACED_PARTICLE})(?![가-힣])))"


def _longest_first(words: Iterable[str]) -> str:
    """An alternation in which no word hides a longer one."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_LATIN = [name for name in MEASURES if name[-1].isascii() and name[-1].isalnum()]
_SIGNS = [name for name in MEASURES if name not in _LATIN]
_MEASURE = re.compile(
    rf" ?(?:(?P<latin>{_longest_first(_LATIN)})(?![A-Za-z0-9])"
    rf"|(?P<sign>{_longest_first(_SIGNS)}))"
)
_OPEN = "|".join(
    f"{word}(?!{stop})" if stop else word
    for word, stop in sorted(OPEN_COUNTERS.items(), key=lambda item: -len(item[0]))
)
_GLUED = re.compile(
    rf"(?P<edged>{_longest_first(EDGED_COUNTERS.split('|'))}){_EDGE}"
    rf"|(?P<set>대)(?= ?(?:{NAMED_SETS}))|(?P<homes>호)(?={_HOMES})|(?P<open>{_OPEN})"
)
_SPACED = re.compile(rf" (?P<unit>{_longest_first(SPACED_COUNTERS.split('|'))}){_SPACED_EDGE}")
_MEASURE_STARTS = frozenset(name[0] for name in MEASURES) | {" "}
_GLUED_STARTS = frozenset(name[0] for name in ("호", *OPEN_COUNTERS, *EDGED_COUNTERS.split("|")))
_MULTITUDE = re.compile(
    r" ?(?:인구|이용자|관객|다운로드|뷰|화소|원소|시청자|중국|세계|아시아|광년|조회|표(?![가-힣])"
    r"|표[를가의]|킬로미터|마일|배럴|바이트|개체)"
)


@record(frozen=True, slots=True, kw_only=True)
class Counter:
    """A unit after a number, at folded[start:end]; `unit` is its one spelling in records."""

    start: int
    end: int
    unit: str


def counter_at(folded: str, position: int) -> Counter | None:
    """The unit that stands at `position`, straight after a number or one blank later."""
    following = folded[position : position + 1]
    if not following:
        return None
    match = _MEASURE.match(folded, position) if following in _MEASURE_STARTS else None
    if match:
        name = match["latin"] or match["sign"]
        return Counter(
            start=match.start(match.lastgroup or 0), end=match.end(), unit=MEASURES[name]
        )
    if following == " ":
        match = _SPACED.match(folded, position)
        return match and Counter(start=match.start("unit"), end=match.end(), unit=match["unit"])
    match = _GLUED.match(folded, position) if following in _GLUED_STARTS else None
    if not match:
        return None
    name = match["edged"] or match["set"] or match["homes"] or match["open"]
    return Counter(start=position, end=position + len(name), unit=name)


def is_counted(folded: str, position: int) -> bool:
    """Whether a counted or measured thing stands at `position`, so that the number is no money."""
    return counter_at(folded, position) is not None or bool(_MULTITUDE.match(folded, position))
