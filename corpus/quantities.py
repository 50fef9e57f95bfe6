"""What plans count, measure, weigh against each other, grade and number, read exactly.

`find_measures` gives one sorted, non-overlapping family of records: `Quantity` (270건, 5.17%,
1만 2천명), `Ratio` (3:7, 1대1), `Grade` (‘가’등급, 2등급, 1위, 최우수) and `Ordinal` (제3기, 5급,
4차 산업혁명), which tells which one and counts nothing. Money, years, days of the month, clock
times, telephone and document numbers are none of these.

Flags: 'ambiguous_sign' (a dash or triangle that may be a bullet; the value is then without sign),
'ambiguous' (an ordinal that may count, or a count that may be an age), 'open_range' (~10%).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from corpus.characters import fold
from corpus.counters import NAMED_SETS, Counter, counter_at
from corpus.grades import Grade, find_grades_in
from corpus.modifiers import modifiers_around, sign_before
from corpus.nouns import counted_noun
from corpus.numerals import Numeral, distributed, find_numerals
from corpus.ordinals import Ordinal, ordinal_at
from corpus.ratios import Ratio, find_ratios_in
from corpus.recall import remembered
from corpus.records import record


@record(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A counted or measured thing at text[start:end] == raw: sign, number and unit.

    `value` (and `high`, the upper end of a range) is exact. `unit` is the counter in its one
    spelling (퍼센트 -> '%', m2 -> '㎡'), `noun` the thing counted where it follows 개, 대, 종 or
    가지 (223개 성과지표). `direction` is 'up' or 'down' where the text says that the value is a
    change (↑, 증가, 감소). `comparator` and `per` are as in `corpus.amounts.Amount`. The words
    behind them, and the noun, stand outside the span.
    """

    start: int
    end: int
    raw: str
    value: Decimal
    high: Decimal | None
    unit: str
    noun: str | None
    comparator: str | None
    approximate: bool
    per: str | None
    direction: str | None
    flags: tuple[str, ...]


Measure = Quantity | Ratio | Grade | Ordinal

__all__ = [
    "Grade",
    "Measure",
    "Ordinal",
    "Quantity",
    "Ratio",
    "find_grades",
    "find_measures",
    "find_ordinals",
    "find_quantities",
    "find_ratios",
]

_GAP = re.compile(r" ?[~-] ?")
_DIRECTION = re.compile(
    r" ?(?:p ?)?(?:(?:이|가|을|를|나|씩|만큼|정도|가량|이상|여) ?)?"
    r"(?:(?P<up>↑|▲(?!\s?[가-힣A-Za-z‘“「『])|증가|상승|증액|증원|확대|상향|늘|높|오른|올랐)|(?P<down>↓|▼|감소|하락"
    r"|감액|감축|절감|축소|하향|줄|낮|내린|내렸))"
)
_IDENTIFIER_AFTER = re.compile(r"-[0-9]")
_CLOCK_BEFORE = re.compile(r"[0-9]시 ?$")
_SHORT_YEARS = range(10, 100)
_YEARS = range(1400, 2100)
_LONG_TIME = re.compile(
    r" ?(?:간|동안|만에|이상|이하|연속|연장|미만|이내|초과|경력|단위|마다|넘|가까|내외|안팎"
    r"|정도|가량|소요|거치|상환|임기|치(?![가-힣])|짜리|분할|전(?![가-힣])|후(?![가-힣])"
    r"|뒤)"
)
_LONG_TIME_BEFORE = re.compile(
    r"(?:향후|최근|지난|약|총|매|만|앞으로|기간|임기|평균|최대|최소|각각|연간|:|박|개월"
    r"|→) ?(?::? ?)$"
)
_ORDINAL_YEAR = re.compile(r" ?(?:차|째)(?!례)")
_MONTH_BEFORE = re.compile(r"(?:월|이달|지난|오는|내달) ?$|월 [0-9]{1,2}일(?:과|와|,|·|~|부터) ?$")
_PRODUCT_AFTER = {
    "인": re.compile(r" ?(?:가구|가족|시위|미디어|기업|창조|크리에이터|칭)|당|승|분"),
    "분": re.compile(r" ?자유발언|의 ?[0-9]"),
    "회": re.compile(r"용|차|째"),
    "명": re.compile(r"당"),
    "건": re.compile(r"당"),
    "개": re.compile(r"당"),
    "시간": re.compile(r"당"),
    "세대": re.compile(r"당"),
    "일": re.compile(r"당|자리|차|째"),
    "주": re.compile(r"차(?!례)|째"),
    "개월": re.compile(r"차(?!례)|째"),
}
_AGE_AFTER = re.compile(
    r" ?(?:청소년|청년|여성|남성|이하|인구|중반|초반|후반|젊은|구직|자녀)|층|가 |의 |들"
)
_NAMED_SET = re.compile(rf" ?(?:{NAMED_SETS})")
_AGE_BOUND = re.compile(r" ?(?:이상|이하|미만|까지|부터)")
_LEVELS = re.compile(r" ?(?P<unit>등급)(?!별|제|화|표)(?P<scale> ?\(?가 ?[~-])?")
_ALL_BEFORE = re.compile(r"총 ?$")
# Offices of a government, which count where two kinds stand side by side: 1국 5과 17팀.
_OFFICE = (
    r"(?:담당관(?!실)|직속기관|사업소|담당|본부|센터|국|실|과|관|단|팀|계|소|읍|면|동)"
    r"(?![장원목정제거학속급])"
)
_OFFICES = re.compile(
    rf"(?P<unit>{_OFFICE})(?P<next>[ ,·]{{0,2}}[0-9]{{1,3}}개? ?{_OFFICE}(?!장|원))?"
)
_OFFICE_BEFORE = re.compile(rf"(?<!제)[0-9]{_OFFICE}[ ,·]{{0,2}}$")


@remembered
def find_measures(text: str) -> tuple[Measure, ...]:
    """Every quantity, ratio, grade and ordinal, sorted, none overlapping; linear in the length."""
    folded = fold(text)
    found: list[Measure] = [*find_ratios_in(text, folded), *find_grades_in(text, folded)]
    found.extend(_Reader(text, folded).measures())
    if len(found) < 2:
        return tuple(found)
    found.sort(key=lambda one: (one.start, -one.end))
    disjoint: list[Measure] = []
    for measure in found:
        if not disjoint or measure.start >= disjoint[-1].end:
            disjoint.append(measure)
    return tuple(disjoint)


@remembered
def find_quantities(text: str) -> tuple[Quantity, ...]:
    """Only the quantities among `find_measures`."""
    return tuple([one for one in find_measures(text) if isinstance(one, Quantity)])


def find_ratios(text: str) -> tuple[Ratio, ...]:
    """Only the ratios among `find_measures`."""
    return tuple(one for one in find_measures(text) if isinstance(one, Ratio))


def find_grades(text: str) -> tuple[Grade, ...]:
    """Only the grades among `find_measures`."""
    return tuple(one for one in find_measures(text) if isinstance(one, Grade))


def find_ordinals(text: str) -> tuple[Ordinal, ...]:
    """Only the ordinals among `find_measures`."""
    return tuple(one for one in find_measures(text) if isinstance(one, Ordinal))


class _Reader:
    """Reads the quantities and ordinals of one text."""

    def __init__(self, text: str, folded: str) -> None:
        self.text, self.folded = text, folded

    def measures(self) -> Iterator[Quantity | Ordinal]:
        """Quantities and ordinals in order of their numbers."""
        numerals = list(find_numerals(self.folded))
        skip_until = 0
        for index, numeral in enumerate(numerals):
            if numeral.start < skip_until or numeral.value is None or self._is_code(numeral):
                continue
            ordinal = ordinal_at(self.text, self.folded, numeral)
            if ordinal:
                skip_until = ordinal.end
                yield ordinal
                continue
            following = numerals[index + 1] if index + 1 < len(numerals) else None
            quantity = self._range(numeral, following) if following else None
            quantity = quantity or self._single(numeral)
            if quantity:
                skip_until = quantity.end
                yield quantity

    def _is_code(self, numeral: Numeral) -> bool:
        """A number inside an identifier: 감사담당관-20726, 041-930-3143, 4-1축."""
        folded, start = self.folded, numeral.start
        return start > 1 and folded[start - 1] == "-" and folded[start - 2].isalnum()

    def _single(self, numeral: Numeral) -> Quantity | None:
        if _IDENTIFIER_AFTER.match(self.folded, numeral.end):
            return None
        counter = self._counter(numeral)
        if counter is None or numeral.value is None:
            return None
        return self._quantity(
            numeral.start, counter, numeral.value, None, approximate=numeral.approximate
        )

    def _range(self, low: Numeral, high: Numeral) -> Quantity | None:
        """2~3개소, 3%~5%, 60명~80명: two numbers joined by a range mark."""
        near = self.folded[max(low.end, high.start - 2) : high.start]
        if "~" not in near and "-" not in near:  # most numbers stand apart
            return None
        left = counter_at(self.folded, low.end)
        gap_start = left.end if left else low.end
        if high.start - gap_start > 3 or not _GAP.fullmatch(self.folded, gap_start, high.start):
            return None
        counter = self._counter(high, is_range=True)
        if counter is None or high.value is None or (left and left.unit != counter.unit):
            return None
        value = low.value if left else distributed(low, high)
        if value is None or value >= high.value:
            return None
        approximate = low.approximate or high.approximate
        return self._quantity(low.start, counter, value, high.value, approximate=approximate)

    def _counter(self, numeral: Numeral, *, is_range: bool = False) -> Counter | None:
        """The counter after a number, unless the two name a date, a time or a product."""
        folded, counter = self.folded, counter_at(self.folded, numeral.end)
        if counter is None:
            return self._levels(numeral) or self._offices(numeral)
        product = _PRODUCT_AFTER.get(counter.unit)
        if product and product.match(folded, counter.end):
            return None
        before = folded[max(0, numeral.start - 10) : numeral.start]
        if counter.unit in {"년", "년간"} and not self._is_years(numeral, counter, before):
            return None
        if counter.unit == "일" and not is_range and not self._is_days(numeral, counter, before):
            return None
        if counter.unit == "일" and _MONTH_BEFORE.search(before):
            return None
        if counter.unit in {"분", "초"} and _CLOCK_BEFORE.search(before):
            return None
        if counter.unit == "대" and _is_age(folded, numeral, counter):
            return None
        return counter

    def _levels(self, numeral: Numeral) -> Counter | None:
        """총 5등급(가~마): 등급 counts the levels of a scale here; elsewhere it is a grade."""
        word = _LEVELS.match(self.folded, numeral.end)
        before = self.folded[max(0, numeral.start - 4) : numeral.start]
        if word and (word["scale"] or _ALL_BEFORE.search(before)):
            return Counter(start=word.start("unit"), end=word.end("unit"), unit="등급")
        return None

    def _offices(self, numeral: Numeral) -> Counter | None:
        """1국 5과 17팀: what stands behind a number is an office where the next has one too."""
        word = _OFFICES.match(self.folded, numeral.end) if numeral.is_plain else None
        before = self.folded[max(0, numeral.start - 8) : numeral.start]
        if word and (word["next"] or _OFFICE_BEFORE.search(before)):
            return Counter(start=word.start("unit"), end=word.end("unit"), unit=word["unit"])
        return None

    def _is_years(self, numeral: Numeral, counter: Counter, before: str) -> bool:
        """Whether N년 is a length of time: 2년간, 5년, 최근 21년, but not 2024년 and not ’21년."""
        folded = self.folded
        if before.endswith(("'", "기원전 ", "서기 ")) or _ORDINAL_YEAR.match(folded, counter.end):
            return False
        value = numeral.value or Decimal(0)
        if (
            numeral.is_plain
            and "," not in folded[numeral.start : numeral.end]
            and int(value) in _YEARS
        ):
            return False
        if int(value) not in _SHORT_YEARS or counter.unit == "년간":
            return not re.match(r"도(?![가-힣])", folded[counter.end : counter.end + 2])
        is_round = int(value) % 10 == 0
        return bool(
            is_round
            or numeral.approximate
            or _LONG_TIME.match(folded, counter.end)
            or _LONG_TIME_BEFORE.search(before)
        ) and not re.match(r"도| ?[0-9]{1,2}월", folded[counter.end : counter.end + 4])

    def _is_days(self, numeral: Numeral, counter: Counter, before: str) -> bool:
        """Whether N일 is a length of time: 3일 이내, 평균 3일, but not 지난 6일 and not 6월 3일."""
        if _MONTH_BEFORE.search(before):
            return False
        value = numeral.value or Decimal(0)
        return bool(
            value > 31
            or numeral.approximate
            or _LONG_TIME.match(self.folded, counter.end)
            or _LONG_TIME_BEFORE.search(before)
        )

    def _quantity(
        self,
        start: int,
        counter: Counter,
        value: Decimal,
        high: Decimal | None,
        *,
        approximate: bool,
    ) -> Quantity | None:
        folded, end = self.folded, counter.end
        unit = {"년간": "년", "일간": "일", "주간": "주", "명분": "명"}.get(
            counter.unit, counter.unit
        )
        sign = sign_before(folded, start)
        flags: list[str] = []
        is_triangle = sign.start < start and folded[sign.start] in "△▲"
        if sign.is_negative is None or (
            is_triangle and sign.is_negative and not unit.startswith("%")
        ):
            flags.append("ambiguous_sign")
            sign_start, factor = start, 1
        else:
            sign_start = sign.start if sign.is_negative else start
            factor = -1 if sign.is_negative else 1
        if folded[start - 1 : start] == "~":
            flags.append("open_range")
        if unit == "대" and _is_round_age(value) and _AGE_BOUND.match(folded, end):
            flags.append("ambiguous")
        around = modifiers_around(folded, sign_start, end)
        move = _DIRECTION.match(folded, end)
        return Quantity(
            start=sign_start,
            end=end,
            raw=self.text[sign_start:end],
            value=value * factor,
            high=None if high is None else high * factor,
            unit=unit,
            noun=counted_noun(folded, end) if unit in {"개", "대", "종", "가지"} else None,
            comparator=around.comparator,
            approximate=around.approximate or approximate,
            per=around.per,
            direction=("up" if move["up"] else "down") if move else None,
            flags=tuple(flags),
        )


def _is_round_age(value: Decimal) -> bool:
    """Whether N대 could be an age group: 10대, 20대, … 90대."""
    return value % 10 == 0 and 10 <= value <= 90


def _is_age(folded: str, numeral: Numeral, counter: Counter) -> bool:
    """10대 청소년, 20대의: an age group and no count."""
    if not numeral.is_plain or not _is_round_age(numeral.value or Decimal(0)):
        return False
    if _NAMED_SET.match(folded, counter.end):
        return False
    return _AGE_AFTER.match(folded, counter.end) is not None
