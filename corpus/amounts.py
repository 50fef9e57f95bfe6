"""Amounts of money, read exactly: 6조 6,937억 500만원 -> 6,693,705,000,000 won.

An amount needs a unit: 원 after the number, or a scale of 억 and above that no counted thing
follows (매년 20억; flagged 'won_not_printed'). Numbers without one are read only where the caller
says which unit they inherit (a table header, a label such as `(억원)`). Identifiers, telephone
numbers, dates and counted things (3억 명) are not money; dollars and dong are money but not won.

Flags: 'won_not_printed', 'unit_inherited', 'foreign_currency' (krw is None), 'vague' (수백억 원),
'ambiguous_number', 'ambiguous_range', 'ambiguous_sign', 'malformed_number', 'out_of_range',
'fraction_of_won'. An amount that carries one of the last seven has no krw.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from corpus.characters import fold
from corpus.counters import is_counted
from corpus.modifiers import Sign, modifiers_around, sign_before
from corpus.numerals import (
    Numeral,
    distributed,
    find_numerals,
    find_spelled,
    is_in_range,
    scale_of,
)
from corpus.recall import remembered
from corpus.records import record

_HUNDRED_MILLION = 10**8
_CURRENCY_AFTER = re.compile(
    r"(?P<won> ?원)(?P<word>칙|도심|스톱|탁|룸|격|아(?![가-힣])|인(?!데|[ ,.)]|$)|자력|자재"
    r"|주(?!민)|문|안|활|생)?"
    r"|(?P<foreign> ?(?:달러|유로|위안화?|파운드|엔화?|바트|루피|페소|루블|링깃|프랑)(?![가-힣]"
    r"|도)"
    r"| ?(?:달러|유로|위안|파운드|엔|바트|루피|페소|루블)(?=[은는이가을를의로에와과화도규상])"
    r"| ?(?:USD|VND|JPY|EUR|CNY|GBP)(?![A-Za-z]))"
    r"|(?P<scaled> ?(?:불|동)(?![가-힣]|\S{0,2}[0-9])| ?(?:불|동)(?=[을은의에로]))"
)
_CURRENCY_BEFORE = re.compile(
    r"(?P<won>₩|(?<![A-Za-z])KRW) ?$|(?P<foreign>US ?\$|\$|€|£|¥|(?<![A-Za-z])(?:USD|VND"
    r"|JPY|EUR|CNY|GBP)) ?$"
)
_CURRENCY_SIGN = re.compile(r"[₩$€£¥KUVJECG]")  # in all that stands before a number
_SHORT_WON = {"칙", "도심", "스톱"}
_RANGE = re.compile(r"(?: ?원)? ?[~-] ?(?:약 ?)?")
_LONGEST_GAP = len(" 원 ~ 약 ")
_RANGE_AFTER = re.compile(r" ?~ ?[0-9]")
_TRILLION_AFTER = re.compile(r" ?(?:시대|돌파|클럽)")
_TRILLION_BEFORE = re.compile(
    r"(?:예산|재정|사업비|투자|매출|수출|세입|세출|채무|부채|기금|[국도시]비|교부세|총액"
    r"|금액|규모|원)"
    r"[가-힣]? ?(?:총|약|최대)? ?$"
)
_NOT_TRILLION_AFTER = re.compile(r" ?(?:[0-9]+(?:교대|개)|\(|항|에 따라|의 규정)")
_ABOUT = re.compile(r"대(?![가-힣])|대(?:의|로|에)")
_VAGUE = re.compile(
    r"[수몇](?<![가-힣].) ?(?P<scales>[십백천만억조]{1,4})"
    r"(?: ?(?P<won>원)| ?(?P<foreign>달러|유로|위안|엔)|(?! ?[가-힣]?명))"
)
# A number in digits or in words: most statements of a plan hold none.
_ANY_NUMBER = re.compile(
    r"[0-9수몇일이삼사오육륙칠팔구십백천만억조](?:(?<=[0-9])|(?<=[수몇]) ?[십백천만억조]| ?원)"
)
_UNIT = re.compile(r"(?:단위)? ?:? ?(?P<scales>[십백천만억조]{0,4}) ?(?P<won>원)?")
_NOT_BARE_BEFORE = re.compile(r"(?:[0-9A-Za-z가-힣]-|제 ?|')$")
_NOT_BARE_AFTER = re.compile(r"[0-9A-Za-z가-힣%㎡㎥㎢℃:/\ufffd]|[.-][0-9]|-[A-Za-z가-힣]|,[0-9]")
_YEAR_LIKE = re.compile(r"(?:19|20)[0-9]{2}$")


@record(frozen=True, slots=True, kw_only=True)
class Amount:
    """A sum of money at text[start:end] == raw: sign, number, unit and, of a range, both ends.

    `krw` is whole won, None where the print does not settle it (`flags` says why); `high_krw` is
    the upper end of a range. `unit` is the unit as printed without blanks (원, 억원, 백만원, 만원in
    a mixed number, 달러). `comparator` is 'at_least', 'at_most', 'more_than', 'less_than' or None,
    `per` what one such sum is for ('year', 'month', 'person', …): the words that say so (이상, 약,
    매년, 1인당) stand outside the span.
    """

    start: int
    end: int
    raw: str
    krw: int | None
    high_krw: int | None
    unit: str
    comparator: str | None
    approximate: bool
    per: str | None
    flags: tuple[str, ...]


@remembered
def unit_scale(unit: str) -> int | None:
    """How many won one unit is: '백만원' -> 1,000,000; None where the unit is not won.

    Brackets, blanks and 단위: are allowed around it; without 원 only 억, 조, 백만, 천만 and 십억
    are money by custom.
    """
    match = _UNIT.fullmatch(fold(unit).strip(" ()[]<>【】"))
    if not match or not (match["scales"] or match["won"]):
        return None
    if not match["won"] and match["scales"] not in {"억", "조", "백만", "천만", "십억"}:
        return None
    return scale_of(match["scales"])


# One of these is in every amount that prints its unit.
_MONEY_CUE = re.compile(
    r"[원조억만천백십$€¥£₩￦엔달유위A-Z]"
    r"(?:(?<=[^달유위A-Z])|(?<=달)러|(?<=유)로|(?<=위)안|(?<=[A-Z])[A-Z]{2})"
)


@remembered
def find_amounts(text: str, *, inherited_unit: str | None = None) -> tuple[Amount, ...]:
    """Every amount in the text, sorted, none overlapping; linear in the length of the text.

    With `inherited_unit` (see `unit_scale`) numbers that stand alone are amounts of that unit too;
    a unit that is not won inherits nothing.
    """
    folded = fold(text)
    if _ANY_NUMBER.search(folded) is None:
        return ()
    if inherited_unit is None and _MONEY_CUE.search(folded) is None:
        return ()  # half of all statements that print a number speak of no money
    inherited = unit_scale(inherited_unit) if inherited_unit else None
    reader = _Reader(text, folded, inherited_unit or "", inherited)
    found = [*reader.amounts(), *reader.spelled(), *reader.vague()]
    found.sort(key=lambda one: one.start)
    disjoint: list[Amount] = []
    for amount in found:
        if not disjoint or amount.start >= disjoint[-1].end:
            disjoint.append(amount)
    return tuple(disjoint)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Currency:
    """The unit that closes a number: where it ends, how it is printed, whether it is won."""

    end: int
    unit: str
    is_won: bool
    flags: tuple[str, ...] = ()


class _Reader:
    """Reads the amounts of one text."""

    def __init__(self, text: str, folded: str, unit: str, inherited: int | None) -> None:
        self.text, self.folded = text, folded
        self.has_currency_sign = _CURRENCY_SIGN.search(folded) is not None
        self.inherited_unit = re.sub(r"[^가-힣]|단위", "", unit) if unit else ""
        self.inherited = inherited

    def amounts(self) -> Iterator[Amount]:
        """Amounts whose number starts with a digit."""
        numerals = list(find_numerals(self.folded))
        skip_until = 0
        for index, numeral in enumerate(numerals):
            if numeral.start < skip_until or self._is_identifier(numeral):
                continue
            following = numerals[index + 1] if index + 1 < len(numerals) else None
            is_near = following is not None and following.start - numeral.end <= _LONGEST_GAP
            amount = self._range(numeral, following) if following and is_near else None
            amount = amount or self._single(numeral)
            if amount:
                skip_until = amount.end
                yield amount

    def spelled(self) -> Iterator[Amount]:
        """Amounts in words: 일금 오백만원정."""
        for numeral, _ in find_spelled(self.folded):
            currency = self._currency(numeral)
            if currency:
                yield self._amount(numeral.start, currency, numeral.value, None, ())

    def vague(self) -> Iterator[Amount]:
        """수백억 원: money of unknown size."""
        for match in _VAGUE.finditer(self.folded):
            if match["won"] or match["foreign"] or match["scales"][-1] in "억조":
                if is_counted(self.folded, match.end()):
                    continue
                unit = match["scales"] + (match["won"] or match["foreign"] or "")
                is_won = match["foreign"] is None
                currency = _Currency(end=match.end(), unit=unit, is_won=is_won)
                yield self._amount(match.start(), currency, None, None, ("vague",))

    def _is_identifier(self, numeral: Numeral) -> bool:
        """A number that continues a code (감사담당관-20726) or is ordinal (제3)."""
        folded, start = self.folded, numeral.start
        before = folded[start - 1 : start]
        if before == "-":
            return start > 1 and folded[start - 2].isalnum()
        if before == "제":
            return not folded[max(0, start - 2) : start - 1].isalpha()
        return False

    def _single(self, numeral: Numeral) -> Amount | None:
        currency = self._currency(numeral)
        if currency is None:
            return self._bare(numeral)
        return self._amount(numeral.start, currency, numeral.value, None, numeral.flags)

    def _range(self, low: Numeral, high: Numeral) -> Amount | None:
        """5억~10억 원, 3~5천만원: two numbers joined by a range mark, the unit after the second."""
        gap = self.folded[low.end : high.start]
        if not _RANGE.fullmatch(gap):
            return None
        if gap.strip() == "-" and not (low.scales or self._is_dashed_range(low, high)):
            return None
        currency = self._currency(high)
        if currency is None:
            return None
        if low.value is None or high.value is None:
            return self._amount(low.start, currency, None, None, (*low.flags, *high.flags))
        start_value = low.value if "원" in gap else distributed(low, high)
        if start_value is None or start_value >= high.value:
            return self._amount(low.start, currency, None, None, ("ambiguous_range",))
        return self._amount(low.start, currency, start_value, high.value, ())

    def _is_dashed_range(self, low: Numeral, high: Numeral) -> bool:
        """5-10억: a short number, then a larger one that prints the scale; else it is a code."""
        value = distributed(low, high) if low.is_plain and high.scales else None
        is_short = low.end - low.start <= len("999")
        return is_short and value is not None and high.value is not None and value < high.value

    def _currency(self, numeral: Numeral) -> _Currency | None:
        """The money unit of a number, None where it is not money."""
        folded, end = self.folded, numeral.end
        if self.has_currency_sign and (
            before := _CURRENCY_BEFORE.search(folded[max(0, numeral.start - 5) : numeral.start])
        ):
            sign = before[0].strip()
            after = _CURRENCY_AFTER.match(folded, end)
            if after and after["won"]:
                return _Currency(end=after.end("won"), unit=numeral.scales + "원", is_won=True)
            return _Currency(end=end, unit=sign, is_won=bool(before["won"]))
        after = _CURRENCY_AFTER.match(folded, end)
        if after and after["won"] and not self._is_other_word(numeral, after):
            return _Currency(end=after.end("won"), unit=numeral.scales + "원", is_won=True)
        if after and (after["foreign"] or (after["scaled"] and numeral.largest > 1)):
            unit = numeral.scales + after[0].strip()
            return _Currency(end=after.end(), unit=unit, is_won=False)
        if numeral.largest < _HUNDRED_MILLION or not numeral.scales:
            return None
        if is_counted(folded, end) and not _ABOUT.match(folded, end):
            return None
        if _RANGE_AFTER.match(folded, end):  # 2억~3억 광년: the second number says what is counted
            return None
        if "조" in numeral.scales and not self._is_trillion(numeral):
            return None
        return _Currency(end=end, unit=numeral.scales, is_won=True, flags=("won_not_printed",))

    def _is_trillion(self, numeral: Numeral) -> bool:
        """Whether 조 without 원 is money, not an article of a law or a team."""
        folded, end = self.folded, numeral.end
        if _TRILLION_AFTER.match(folded, end):
            return True
        before = folded[max(0, numeral.start - 12) : numeral.start]
        is_money = _TRILLION_BEFORE.search(before) is not None
        return is_money and not _NOT_TRILLION_AFTER.match(folded, end)

    def _is_other_word(self, numeral: Numeral, after: re.Match[str]) -> bool:
        """원 that begins another word: 5 원칙, 24 원스톱."""
        if not after["word"]:
            return False
        return after["word"] in _SHORT_WON or (not numeral.scales and after["won"].startswith(" "))

    def _bare(self, numeral: Numeral) -> Amount | None:
        """A number without unit that inherits one."""
        folded = self.folded
        if self.inherited is None or numeral.scales or numeral.largest > 1:
            return None
        before = folded[max(0, numeral.start - 3) : numeral.start]
        if _NOT_BARE_BEFORE.search(before) or _NOT_BARE_AFTER.match(folded, numeral.end):
            return None
        digits = folded[numeral.start : numeral.end]
        if (_YEAR_LIKE.match(digits) and folded.strip(" |") != digits) or is_counted(
            folded, numeral.end
        ):
            return None
        value = None if numeral.value is None else numeral.value * self.inherited
        currency = _Currency(
            end=numeral.end, unit=self.inherited_unit, is_won=True, flags=("unit_inherited",)
        )
        return self._amount(numeral.start, currency, value, None, numeral.flags)

    def _amount(
        self,
        start: int,
        currency: _Currency,
        low: Decimal | None,
        high: Decimal | None,
        flags: tuple[str, ...],
    ) -> Amount:
        sign = self._sign(start, currency)
        reasons = list(flags)
        if not currency.is_won:
            low = high = None
            reasons.append("foreign_currency")
        if sign.is_negative is None:
            low = high = None
            reasons.append("ambiguous_sign")
        if any(value is not None and value != value.to_integral_value() for value in (low, high)):
            low = high = None
            reasons.append("fraction_of_won")
        if any(value is not None and not is_in_range(value) for value in (low, high)):
            low = high = None
            reasons.append("out_of_range")
        factor = -1 if sign.is_negative else 1
        around = modifiers_around(self.folded, sign.start, currency.end)
        inner = self.folded[start : currency.end]
        return Amount(
            start=sign.start,
            end=currency.end,
            raw=self.text[sign.start : currency.end],
            krw=None if low is None else int(low) * factor,
            high_krw=None if high is None else int(high) * factor,
            unit=currency.unit,
            comparator=around.comparator,
            approximate=around.approximate or "여" in inner,
            per=around.per,
            flags=tuple(dict.fromkeys((*currency.flags, *reasons))),
        )

    def _sign(self, start: int, currency: _Currency) -> Sign:
        """The sign of a number; it stands before a currency that is printed in front (₩, US$)."""
        if not "가" <= currency.unit[-1:] <= "힣":
            before = self.folded.rfind(currency.unit, max(0, start - 5), start)
            start = before if before >= 0 else start
        return sign_before(self.folded, start)
