"""What the headings of a table's rows and columns say: a name, a year, a phase, units, a role."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from corpus.amounts import unit_scale
from corpus.characters import fold
from corpus.facts.labels import join_names
from corpus.headwords import is_index, is_subtotal, is_total
from corpus.markers import marker_at
from corpus.moments import full_year
from corpus.quantities import find_quantities
from corpus.records import record
from corpus.types import Period, Phase


class Role(StrEnum):
    """What a column is for."""

    MEASURE = "measure"
    RATE = "rate"
    INDEX = "index"
    UNIT = "unit"
    NOTE = "note"
    CONTENT = "content"
    DEPARTMENT = "department"
    PHONE = "phone"
    GRADE = "grade"
    TIME = "time"


@record(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading as data: `name` without year, phase and unit; '' where it names nothing.

    `phase_words` is how the phase is printed (예산, 결산, 목표): part of a name where one year has
    several. `units` holds every unit printed in it. `offset` counts the years from the document's
    own where a heading says 전년도 or 내년. `period` is a span of years ('2029~2031', '’33 이후').
    """

    name: str
    year: int | None
    offset: int | None
    period: Period | None
    phase: Phase | None
    phase_words: str
    units: tuple[str, ...]
    role: Role
    is_total: bool
    is_subtotal: bool
    is_change: bool
    account: str | None
    funding_source: str | None


_LONGEST_LABEL = 120  # characters; what goes on longer is no heading, and only its start is read
_LONGEST_UNIT = 12  # characters, as in '㎍/㎥' or '백만원/년'
_YEAR = re.compile(
    r"(?<![\d'가-힣A-Za-z])(?:(?P<full>(?:19|20)\d\d)(?!\d)|'(?P<short>\d\d)(?!\d))\s?\.?\s?"
    r"(?:년도?)?(?:\s?말(?![가-힣]))?"
)
# A column may stand for one day or month: 2031. 3. 1. 현재, ’31.12월말.
_DAY = re.compile(
    r"'?\d{2,4}\s?[.년]\s?(?P<month>\d{1,2})(?!\d)\s?[.월]?(?:\s?(?P<day>\d{1,2})(?!\d)\s?[.일]?)?\s?말?"
)
_SPAN_OF_YEARS = re.compile(
    r"(?<![\d'])(?P<first>(?:19|20)\d\d|'\d\d)\s?\.?년?도?\s?[~-]\s?"
    r"(?P<last>(?:19|20)\d\d(?!\d)|'?\d\d(?!\d))\s?\.?(?:년도?)?"
)
_OPEN_SPAN = re.compile(
    r"(?<![\d'])(?P<year>(?:19|20)\d\d|'\d\d)\s?\.?(?:년도?)?\)?\s?"
    r"(?:(?P<from>이후|부터|[~-]\s*$)|(?P<to>이전|까지))"
)
# Years told from the document's own: 전년도 예산액. What is compared with one is no value of it.
_RELATIVE_YEAR = re.compile(
    r"(?:(?P<before_last>전전년도?)|(?P<last>전년도?|작년도?|지난해)"
    r"|(?P<this>금년도?|올해|당해\s?연도|당해|당년도?)|(?P<next>내년도?|익년도?|차년도?|명년도?))"
    r"(?!\s?(?:대비|동기|비(?![가-힣])|말))(?=$|[\s(]|예산|결산|실적|목표|계획)"
)
_OFFSETS = {"before_last": -2, "last": -1, "this": 0, "next": 1}
_CHANGE = re.compile(
    r"(?:(?:비교)?(?:증[·/\s]?감|증가|감소|대비)(?:액|률|율|분|폭|내역)?|차이|차액|격차|비교)(?:\([^()]*\))?"
)
# What a table calls its columns to reckon with them: 예산액(A), 증감(B-A), 비율(B/A×100).
_COLUMN_LETTERS = re.compile(r"\((?:[A-Z①-⑳](?:\s?[-+=/×*]\s?(?:[A-Z①-⑳]|100))*)\)")
_BLANKS = re.compile(r"\s+")
_BRACKET_SIGNS = re.compile(r"[()\[\]]")
_BRACKET = re.compile(r"[(\[<]([^()\[\]<>]{1,40})[)\]>]")
_UNIT_MARK = re.compile(r"단\s?위\s?[:：]?\s?([^()\[\]<>【】\n]{1,30})")
_PHASES = (
    (Phase.BASELINE, r"기준(?:년도|연도|값|치)?|현재"),
    (Phase.PROPOSED, r"(?:본)?예산\(?안\)?|요구액?|편성안"),
    (
        Phase.ADJUSTED,
        r"(?:제?\d회)?추경(?:예산)?(?:안|액)?|추가경정예산(?:액)?|최종예산(?:액)?|예산현액|수정예산(?:액)?",
    ),
    (Phase.EXECUTED, r"집행(?:액|실적)?|결산액?|지출액?"),
    (Phase.APPROVED, r"본예산액?|당초(?:예산)?액?|기정(?:예산)?액?|예산액?|편성액?"),
    (Phase.PLANNED, r"(?:최종)?목표(?:치|값)?|(?:투자)?계획|예정|전망|향후"),
    (Phase.ACTUAL, r"(?:추진|최근)?실적(?:치|값)?|달성(?:치|값)?|성과"),
)
_PHASE_PATTERNS = tuple((phase, re.compile(rf"(?:{words})")) for phase, words in _PHASES)
_ANY_PHASE = re.compile("|".join(words for _, words in _PHASES))
_NAMED_PHASES = {Phase.PROPOSED, Phase.ADJUSTED, Phase.EXECUTED, Phase.APPROVED}
_ROLES = (
    (Role.UNIT, r"단위"),
    (
        Role.NOTE,
        r"비고|참고|산출(?:근거|기초)|근거|설명|출처|자료"
        r"|(?:측정|산출|계산|평가)(?:산식|방법|기준|식)|산식|정의",
    ),
    (Role.CONTENT, r"(?:주요|세부|사업|추진|지원)?(?:내용|개요|위치|대상|규모|장소)"),
    (Role.DEPARTMENT, r"(?:담당|주관|소관|추진|관리|주무|관련)?(?:부서|과)(?:명)?"),
    (Role.PHONE, r"(?:담당)?(?:연락처|전화(?:번호)?|문의(?:처)?)"),
    (Role.GRADE, r"[가-힣\s]*(?:등급|평가결과|평가)"),
    (Role.TIME, r"[가-힣]*(?:시기|기간|일정|일시|일자|예정일|준공일?|기한|때)"),
    (Role.RATE, r".*(?:률|율|비중|구성비)"),
)
_ANY_ROLE = re.compile(
    "|".join(f"(?:{words})(?P<{role.name}>)" for role, words in _ROLES), re.IGNORECASE
)
_MONEY = re.compile(
    r"(?:금액|예산|사업비|경비|투자|[국도시군구]비|지방비|수입|재원|액|세|채무|부채"
    r"|[천만억]\s?원)"
)
# What is in no unit of money, whatever the table prints.
_UNPRICED = re.compile(r"(?:금리|이율|배율|지수|점수|순위|등수|나이|연령)$")
# Not every word that ends in 수 counts: 보수, 용수, 홍수.
_COUNT = re.compile(
    r"(?:(?:건|명|인|인원|개소|횟|회|대|자|객|생|원|일|점|가구|세대|점포|업체|기관|시설|차량|병상|건물|학급|사업"
    r"|과제|지표|필지|좌석|마리|그루|단체|기업|농가|학교|마을)수|인원|개소|인구|면적|연장|길이)$"
)
# Words that head counts by themselves, as '과제 | 사업비' does under '(단위: 억원)'.
_COUNTED = re.compile(
    r"(?:(?:세부|실천|단위|추진)\s?)?(?:과제|사업|지표)(?:\s?\([^()]{1,6}\))?|건|건\s?수|개소|개수|횟수|팀|명"
)
# Which of two units, of money and of counts, a column of these words has.
_PAID = re.compile(
    r"인센티브|교부[세금]|보조금|시상금|포상금|지원금|출연금|재정|절감|회수|추징|환수|매출|수출|융자"
)
_GIVEN = re.compile(
    r"(?:상|표창|수상|선정|지정|과제|사업|지표|행사|교육|회의|협약|시설|적발|지적)$"
)
_GENERIC = re.compile(
    r"연\s*(?:차|도)\s*별(?:\s*투\s*자)?|내\s*용|수|수\s*량|값|수\s*치|현\s*황|구\s*분|항\s*목|세\s*부\s*내\s*용|주\s*요\s*내\s*용|지\s*표(?:\s*명)?|사\s*업\s*명|과\s*제\s*명|연\s*도|년\s*도"
    r"|\(?안\)?|(?:우리|본)\s?[시군구도]"
)
_ACCOUNTS = {
    "일반회계": "general_account",
    "특별회계": "special_account",
    "기타특별회계": "other_special_account",
    "공기업특별회계": "public_enterprise_account",
    "기금": "fund",
}
_FUNDING = {
    "국비": "national",
    "국고": "national",
    "국고보조금": "national",
    "도비": "provincial",
    "시도비": "provincial",
    "시비": "city",
    "군비": "city",
    "구비": "city",
    "민자": "private",
    "민간투자": "private",
    "지방비": "local_match",
}


def read_heading(labels: Sequence[str]) -> Heading:
    """Read the headings that stand over a column, or beside a row, from the wide to the narrow."""
    names: list[str] = []
    units: tuple[str, ...] = ()
    year: int | None = None
    offset: int | None = None
    period: Period | None = None
    phase: Phase | None = None
    phase_words = ""
    for label in labels:
        text, found = _without_units(_COLUMN_LETTERS.sub(" ", fold(label[:_LONGEST_LABEL])))
        units = found or units
        text, spanned = _without_period(text)
        period = spanned or period
        text, said = _without_year(text)
        year = said if said is not None else year
        text, relative = _without_relative_year(text)
        offset = relative if relative is not None else offset
        text, stage, words = _without_phase(text)
        phase, phase_words = stage or phase, words or phase_words
        names.append(label_name(text))
    last = names[-1] if names else ""
    tight = last.replace(" ", "")
    printed = [one for one in names if one and not _GENERIC.fullmatch(one)]
    return Heading(
        name=join_names(*printed),
        year=year,
        offset=offset,
        period=period,
        phase=phase,
        phase_words=phase_words,
        units=units,
        role=_role(tight),
        is_total=any(is_total(one) for one in labels),
        is_subtotal=any(is_subtotal(one) for one in labels),
        is_change=_CHANGE.fullmatch(tight) is not None or "전년대비" in tight,
        account=next(
            (_ACCOUNTS[key] for one in names if (key := one.replace(" ", "")) in _ACCOUNTS), None
        ),
        funding_source=next(
            (_FUNDING[key] for one in names if (key := one.replace(" ", "")) in _FUNDING), None
        ),
    )


# What a column is called in the sums of other columns: '㉰=㉮-㉯', '(C=A-B)'.
_SYMBOLS = re.compile(
    r"[㉠-㉻Ⓐ-ⓩ](?:\s?=\s?[㉠-㉻Ⓐ-ⓩ+\-()\s]+)?|\(\s?[A-Z](?:\s?[=+\-]\s?[A-Z]){0,4}\s?\)"
)


def label_name(words: str) -> str:
    """A row's or column's heading without its mark, doubled blanks and marks at its ends."""
    name = _BLANKS.sub(" ", _SYMBOLS.sub(" ", words)).strip(" .,:;-~·=|*└├∟")
    marker = marker_at(name, 0, len(name))
    # '△△면' stands for a name that is not told; a bullet is never doubled.
    if marker is not None and marker.length < len(name) and name[0] != name[1]:
        name = name[marker.length :]
    return name.strip()


def units_in(words: str) -> tuple[str, ...]:
    """The units after 단위 in a caption: '(단위 : 건, 백만원)' gives both; () for none."""
    mark = _UNIT_MARK.search(fold(words))
    if mark is None:
        return ()
    parts = [re.sub(r"\s+", "", part) for part in re.split(r"[,;·]", mark[1])]
    return tuple(part for part in parts if is_unit(part))


def is_unit_caption(words: str) -> bool:
    """Whether a line says nothing but a unit: '(단위: 백만원)'."""
    if "단" not in words:
        return False
    bare = re.sub(r"[()\[\]<>【】]", " ", fold(words)).strip()
    mark = _UNIT_MARK.match(bare)
    return mark is not None and mark.end() == len(bare) and bool(units_in(words))


def is_unit(words: str) -> bool:
    """Whether words are a unit of money, count or measure: '백만 원', '천명', '%', '개소'."""
    tight = re.sub(r"\s+", "", fold(words))
    if not 0 < len(tight) <= _LONGEST_UNIT or tight[0].isdigit():
        return False
    if unit_scale(tight) is not None:
        return True
    counted = find_quantities(f"1{tight}")
    return len(counted) == 1 and counted[0].start == 0 and counted[0].end == len(tight) + 1


def is_count_word(words: str) -> bool:
    """Whether a heading says that things are counted, whatever unit the table prints: 과제 수."""
    tight = words.replace(" ", "")
    return _COUNT.search(tight) is not None or _COUNTED.fullmatch(tight) is not None


def unit_for(heading: Heading, units: Sequence[str]) -> str | None:
    """Which of the units over a table a column inherits; None where it is not certain.

    A rate does not inherit won, nor a count of things the unit of money beside it.
    """
    name = heading.name or heading.phase_words
    money = [one for one in units if unit_scale(one) is not None]
    others = [one for one in units if unit_scale(one) is None]
    if heading.role is Role.RATE:
        fitting = [one for one in others if one.startswith("%")]
    elif _UNPRICED.search(name):
        fitting = others
    elif money and not others and name.endswith("회수"):
        fitting = money  # what was paid out and is taken back, not how often
    elif is_count_word(name):
        fitting = [one for one in others if not one.startswith("%")]
    elif _MONEY.search(name) or (money and others and _PAID.search(name)):
        fitting = money
    elif money and others and _GIVEN.search(name):
        fitting = [one for one in others if not one.startswith("%")]
    else:
        # '(단위 : 백만원, %)' over a table of sums: the per cent is for the columns that are rates.
        fitting = [one for one in units if not one.startswith("%")] or list(units)
    return fitting[0] if len(fitting) == 1 else None


def _role(tight: str) -> Role:
    if is_index(tight):
        return Role.INDEX
    match = _ANY_ROLE.fullmatch(tight)
    return Role[match.lastgroup] if match and match.lastgroup else Role.MEASURE


def _without_units(text: str) -> tuple[str, tuple[str, ...]]:
    if "단위" in text.replace(" ", "") and (units := units_in(text)):
        return _BRACKET.sub(" ", text) if _BRACKET.search(text) else "", units
    found: list[str] = []

    def drop(match: re.Match[str]) -> str:
        parts = re.split(r"\s?[,/]\s?", match[1].strip()) if "/" not in match[1] else [match[1]]
        if all(is_unit(part) for part in parts):
            found.extend(re.sub(r"\s+", "", part) for part in parts)
            return " "
        return match[0]

    text = _BRACKET.sub(drop, text)
    if not found and (text.strip() == "%" or unit_scale(text) is not None):
        return "", (re.sub(r"\s+", "", text),)  # a heading that is nothing but a unit
    return text, tuple(found)


def _without_period(text: str) -> tuple[str, Period | None]:
    """Take a span of years out of a heading: 2029~2031, ’33 이후, 2030까지."""
    span = _SPAN_OF_YEARS.search(text)
    if span is not None:
        first = full_year(int(span["first"].lstrip("'")))
        last = full_year(int(span["last"].lstrip("'")))
        if first > last:
            return text, None
        rest = _without(text, span)
        is_alone = not label_name(rest) or _without_phase(rest)[0] == ""
        return rest if is_alone else text, Period(start=str(first), end=str(last))
    span = _OPEN_SPAN.search(text)
    if span is None:
        return text, None
    year = str(full_year(int(span["year"].lstrip("'"))))
    # What is open is part of the name: it tells the column from that of the year itself.
    period = Period(start=year) if span["from"] else Period(end=year)
    return text, period


def _without(text: str, match: re.Match[str]) -> str:
    rest = f"{text[: match.start()]} {text[match.end() :]}"
    return re.sub(r"[(\[]\s*[)\]]", " ", rest)


def _without_year(text: str) -> tuple[str, int | None]:
    found = list(_YEAR.finditer(text))
    if len(found) != 1 or _SPAN_OF_YEARS.search(text) or _OPEN_SPAN.search(text):
        return text, None
    year = full_year(int(found[0]["full"] or found[0]["short"]))
    day = _DAY.match(text, found[0].start())
    if day is not None and not _is_possible(year, day):
        return text, None
    return _without(text, day or found[0]), year


def _is_possible(year: int, day: re.Match[str]) -> bool:
    try:
        date(year, int(day["month"]), int(day["day"] or 1))
    except ValueError:
        return False
    return True


def _without_relative_year(text: str) -> tuple[str, int | None]:
    match = _RELATIVE_YEAR.search(text)
    if match is None:
        return text, None
    return _without(text, match), _OFFSETS[match.lastgroup or "this"]


def _phase(tight: str) -> Phase | None:
    """The phase that words without blanks name and nothing else."""
    if _ANY_PHASE.fullmatch(tight) is None:
        return None
    return next((phase for phase, pattern in _PHASE_PATTERNS if pattern.fullmatch(tight)), None)


def _without_phase(text: str) -> tuple[str, Phase | None, str]:
    bare = _BRACKET_SIGNS.sub(" ", text).strip()
    tight = bare.replace(" ", "")
    if phase := _phase(tight):
        return "", phase, tight
    in_brackets = [(match, match[1].replace(" ", "")) for match in _BRACKET.finditer(text)]
    for phase, pattern in _PHASE_PATTERNS if in_brackets else ():
        for match, words in in_brackets:
            if pattern.fullmatch(words):
                return text.replace(match[0], " "), phase, words
    ending = tight if " " not in bare else bare.rpartition(" ")[2]
    phase = _phase(ending)
    if phase in _NAMED_PHASES:
        return text, phase, ending  # '세입 결산액': the words stay part of the name
    return text, None, ""
