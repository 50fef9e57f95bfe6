"""Suppositions: the one figure or day that a question takes as given, in Korean or in English."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

import corpus
from assistant.days import days_said

# What follows a figure that the asker has heard of, supposes, or asks the reason of.
_TAKEN_AS_GIVEN = re.compile(
    r"던데|(?:라|다|인|한|된|는|었|았|했|됐|였)(?:는)?데(?![가-힣]*\s?(?:얼마|몇))|면서|라며|다며|"
    r"[라다]고\s?(?:하|들|알|나오|나와|나왔|해|합)|로\s?알고|맞(?:나|습|아|죠|지|는)|이죠|사실|정말|진짜|"
    r"이유|까닭|배경|비결|왜|아니(?:야|에요|예요|죠|지)|아닌가|아닌지|아닙니까|않나요|않아요|잖아"
)
# A figure with which a question ends: it asks for yes or no, unless something else is asked.
_ASSERTED = re.compile(
    r"(?:지|죠|지요|인가요?|입니까|이에요|예요|이야|있나요|있습니까|인지\s?\S{0,6})\s?[?.]*\s?$"
)
_ASKS = re.compile(r"몇|얼마|언제|어디|무엇|무슨|뭐|뭘|누구|누가|어떻|어떤|어느|왜")
# What follows a day at which something is said to be.
_AT = re.compile(
    r"\s?(?:도|경|쯤)?에\s|\s?(?:이?라|인데|맞|로\s?알|이?지|이?죠|인가|입니까|이야|아니|이?\s아니)|"
    r"\s?(?:개장|개관|개통|착공|준공|완공|개최|시행|폐지|개막|오픈)"
)
# 'N billion won' needs such an opening or end: English says before what is taken as given.
_GIVEN_IN_ENGLISH = re.compile(
    r"\b(?:is it true|i(?:'ve| have)? (?:heard|read)|i was told|they say|people say|given that|"
    r"since|as the|why (?:did|is|was|were|are|does|do|has|have)|(?:right|correct|true)\s?\?|"
    r"isn't it|aren't (?:there|they))",
    re.IGNORECASE,
)
# '100억 늘었다' tells a change and no value; '9,000억으로 늘었다' tells a value.
_CHANGE = re.compile(
    r"\s?원?\s?(?:이나|가량|정도|쯤|씩|만큼)?(?:이|가|을|를)?\s?(?:더\s?|가까이\s?)?"
    r"(?:늘|증가|증액|오르|오른|올라|올랐|상승|줄|감소|감액|내리|내린|내려|하락|떨어|많|적|높|낮|차이)"
)
_LIMIT = re.compile(
    r"\s?원?(?:을|를|이|가)?\s?(?:이상|이하|초과|미만|넘|밑|부터|까지|중(?![가-힣])|가운데|대\b)"
)
_NEAR = re.compile(r"(?:약|대략|거의|얼추|about|around|roughly|nearly|some)\s?$", re.IGNORECASE)
_NEARLY = re.compile(r"\s?원?\s?(?:쯤|정도|가량|안팎|내외|남짓)")
_ENGLISH_WON = re.compile(
    r"(?P<number>\d[\d,]*(?:\.\d+)?)\s?(?P<size>trillion|billion|million)\s?(?:korean\s)?won\b"
    r"|₩\s?(?P<plain>\d[\d,]*)",
    re.IGNORECASE,
)
_ENGLISH_COUNT = re.compile(
    r"(?<![\d.,])(?P<number>\d+(?:,\d{3})*(?:\.\d+)?)\s?(?P<percent>%|percent\b)?"
    r"(?=\s[a-z]|[?,. ]|$)",
    re.IGNORECASE,
)
_ENGLISH_SIZES = {"trillion": 10**12, "billion": 10**9, "million": 10**6}
_SIZES = {"조": 10**12, "억": 10**8, "만": 10**4, "천": 10**3, "백": 10**2, "십": 10}
_LAST_SIZES = re.compile(r"(?:\.(?P<decimals>\d+))?(?P<sizes>[조억만천백십]*)\s?원?$")
_BREAK = re.compile(r"[,.?!]\s|\s(?:그리고|and)\s")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SHARES = frozenset({"%", "퍼센트", "프로"})
# A year with '왜' is the year asked about ('2021년에 왜 늘었나요'); only what was heard is a claim.
_HEARD = re.compile(
    r"던데|라는데|면서|라며|다며|[라다]고\s?(?:들|알)|로\s?알고|맞(?:나|습|아|죠|지)|사실인가|"
    r"아니(?:야|에요|예요|죠|지)|아닌가|아닌지|아닙니까|않나요|않아요|잖아"
)

CLAIMED = frozenset("금액 비율 수치 시기 amount rate number date".split())
"""What a claim may be of, as a correction calls it."""

ACTS = tuple(
    re.compile(words)
    for words in (
        r"개장|개관|개원|개소(?!\d)|개통|문을\s?(?:열|연)|오픈|열었|연다|열린다",
        r"착공|착수|첫\s?삽|시작",
        r"준공|완공|마치|마친|마무리|완료|끝",
        r"개최|열리|열린|열렸|열었|연다|했다|치렀|치러",
        r"시행|도입",
        r"폐지|폐쇄|종료",
    )
)
"""What is done on a day, each in the words that may stand for it: days of one act are compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimOptions:
    """How a claim is told from a figure that only narrows a question.

    `reach`: characters after a figure in which the words that take it as given may stand; a clause
    between them is another statement. `nearness`: the share by which 'about' may be off; what
    people round to one figure ('some 9,000') is within a twentieth.
    """

    reach: int = 16
    nearness: Decimal = Decimal("0.05")


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What a question takes as given: `text` up to and with the figure or day.

    A figure has a `value` in `unit` ('원' for money in won, None for a count whose unit is not
    said) and the `step` it is exact to. A day has `day` as `assistant.days` writes it
    and the `act` that is said to be done then, None where the question says only when.
    `is_heard`: the asker was told it or asks whether it is so, and does not only mention it.
    """

    text: str
    value: Decimal | None = None
    unit: str | None = None
    step: Decimal = Decimal(1)
    is_near: bool = False
    is_heard: bool = False
    day: str | None = None
    act: re.Pattern[str] | None = None
    nearness: Decimal = ClaimOptions().nearness

    def agrees(self, printed: Decimal) -> bool:
        """Whether a printed figure is the one claimed, as exactly as that was said.

        '9천억' may be said of 8,727억, but nobody says '1조' of 7,789억.
        """
        if self.value is None:
            return False
        off = abs(printed - self.value)
        if self.is_near and off <= abs(self.value) * self.nearness:
            return True
        if self.unit in _SHARES:
            return off < self.step  # '61%' is what is said of 61.5 %
        # '8,727억' may be cut off or rounded; '9천억' says one digit, so only rounding.
        if self.step <= 1:
            return off * 2 < self.step  # '3.5km' is 3.5 and may be rounded, '244건' is 244
        is_fine = abs(self.value) >= 100 * self.step
        is_close = off <= abs(self.value) * self.nearness
        return off < self.step if is_fine else off * 2 < self.step and is_close


def claim_of(text: str, options: ClaimOptions | None = None) -> Claim | None:
    """The one figure or day that a question takes as given; None for none and for several."""
    options = options or ClaimOptions()
    found = _figures(text, options) or _english_figures(text, options)
    if not found:
        return _day(text, options)
    return found[0] if len(found) == 1 else None


def _figures(text: str, options: ClaimOptions) -> list[Claim]:
    spans: list[tuple[int, int, Decimal, str, Decimal]] = []
    for amount in corpus.find_amounts(text):
        if amount.krw is not None:
            step = _step(amount.raw)
            spans.append((amount.start, amount.end, Decimal(amount.krw), "원", step))
    for one in corpus.find_quantities(text):
        if any(start < one.end and one.start < end for start, end, *_ in spans):
            continue
        if isinstance(one, corpus.Quantity) and isinstance(one.value, Decimal) and one.unit:
            step = Decimal(1).scaleb(min(0, int(one.value.as_tuple().exponent)))
            spans.append((one.start, one.end, one.value, one.unit, step))
    dates = [(one.start, one.end) for one in corpus.find_dates(text)]
    return [
        Claim(
            text=text[:end],
            value=value,
            unit=unit,
            step=step,
            is_near=bool(_NEAR.search(text[:start]) or _NEARLY.match(text, end)),
            is_heard=_HEARD.search(text, end) is not None,
            nearness=options.nearness,
        )
        for start, end, value, unit, step in sorted(spans)
        if not any(first < end and start < last for first, last in dates)
        and _is_given(text, end, options)
    ]


def _is_given(text: str, end: int, options: ClaimOptions) -> bool:
    if _CHANGE.match(text, end) or _LIMIT.match(text, end):
        return False
    after = _BREAK.split(text[end : end + options.reach])[0]
    after = re.split(r"\d", after)[0]
    if _TAKEN_AS_GIVEN.search(after) is not None:
        return True
    return _ASKS.search(text) is None and is_asserted(text[end : end + options.reach])


def _step(raw: str) -> Decimal:
    """The smallest amount that a spelling tells: 억 for '9,000억', 천억 for '9천억'."""
    last = _LAST_SIZES.search(raw.strip())
    if last is None:
        return Decimal(1)
    size = 1
    for letter in last["sizes"]:
        size *= _SIZES[letter]
    return max(Decimal(1), Decimal(size).scaleb(-len(last["decimals"] or "")))


def _english_figures(text: str, options: ClaimOptions) -> list[Claim]:
    if re.search(r"[가-힣]", text) or not _GIVEN_IN_ENGLISH.search(text):
        return []
    is_heard = re.search(r"\bwhy\b", text, re.IGNORECASE) is None
    claims: list[Claim] = []
    money = list(_ENGLISH_WON.finditer(text))
    for match in money:
        number = (match["number"] or match["plain"]).replace(",", "")
        size = _ENGLISH_SIZES[match["size"].lower()] if match["size"] else 1
        decimals = len(number.partition(".")[2])
        claims.append(
            Claim(
                text=text,
                value=Decimal(number) * size,
                unit="원",
                step=max(Decimal(1), Decimal(size).scaleb(-decimals)),
                is_near=bool(_NEAR.search(text[: match.start()])),
                is_heard=is_heard,
                nearness=options.nearness,
            )
        )
    if money:
        return claims
    return [
        Claim(
            text=text,
            value=Decimal(match["number"].replace(",", "")),
            unit="%" if match["percent"] else None,
            step=Decimal(1).scaleb(-len(match["number"].partition(".")[2])),
            is_near=bool(_NEAR.search(text[: match.start()])),
            is_heard=is_heard,
            nearness=options.nearness,
        )
        for match in _ENGLISH_COUNT.finditer(text)
        if not _YEAR.fullmatch(match["number"])
    ]


def _day(text: str, options: ClaimOptions) -> Claim | None:
    """The one day, month or year that something is said to be at: '2023년 8월에 연다던데'.

    A day of a year that is said apart ('2023년 축제가 10월 11일에') is that day of the year.
    """
    said = days_said(text)
    days = [one for one in said if not one.is_year] or list(said)
    if len(days) != 1 or days[0].last != days[0].first:
        return None
    (day,) = days
    if not _AT.match(text, day.end):
        return None
    rest = re.split(r"[\d?]", text[day.end :])[0]
    acts = acts_in(rest) or acts_in(text)
    if not (_HEARD.search(rest) or is_asserted(rest)):
        return None
    if not acts and (day.is_year or text.startswith("에", day.end)):
        # A year alone is more often the year asked about, and what is 'on' a day something else.
        return None
    # '열었다' may be said of a hall and of a feast: each of its acts may be the one that is meant.
    act = re.compile("|".join(one.pattern for one in acts)) if acts else None
    return Claim(text=text, day=day.first, act=act, is_heard=True)


def acts_in(text: str) -> tuple[re.Pattern[str], ...]:
    """The acts that a text speaks of, out of `ACTS`."""
    return tuple(one for one in ACTS if one.search(text))


def is_asserted(after: str) -> bool:
    """Whether a question ends in what it supposes ('열렸지?', '30명이죠?') and asks no more."""
    return _ASSERTED.search(after) is not None and _ASKS.search(after) is None
