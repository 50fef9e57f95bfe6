"""Numbers as Korean documents write them: 8,727 · 1조 3834억 · 2만7000 · 10백만 · 20여억 · 오백만.

A numeral is read as far as its parts descend (조 > 억 > 만 > 천 > 백 > 십), the way the language
builds numbers; what follows it (원, 명, %) belongs to the reader that asked. All functions take
text folded by `corpus.characters.fold` and take linear time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from corpus.recall import remembered
from corpus.records import record

SMALL_SCALES = {"십": 10, "백": 100, "천": 1000}
LARGE_SCALES = {"만": 10**4, "억": 10**8, "조": 10**12, "경": 10**16}
_MYRIAD, _HUNDRED_MILLION, _TRILLION = 10**4, 10**8, 10**12
_DIGIT_WORDS = {word: value for value, word in enumerate("일이삼사오육칠팔구", start=1)} | {"륙": 6}

DIGITS = r"[0-9]++(?:,[0-9]++)*+(?:\.[0-9]++)?+"
# The first digit stands before the look behind it, so that the search leaps from digit to digit.
_START = re.compile(
    r"[0-9](?<![0-9A-Za-z_\ufffd].)(?<![0-9][.,:/].)[0-9]*+(?:,[0-9]++)*+(?:\.[0-9]++)?+"
)
_DIGITS = re.compile(DIGITS)
_WELL_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})++(?:\.[0-9]++)?+|[0-9]++(?:\.[0-9]++)?+")
_FIRST_SCALE = re.compile(r"여?(?: ?여)? ?[십백천만억조경]")
_ODD = re.compile(r"여(?=[ ,.)~]|[십백천만억조경원명건개곳회대가년톤마]|$)")
_SCALE = re.compile(r"[십백천만억조경]")
# Scales up to 원, with the parts that a spaced print puts between them: 1 조 3,834 억원.
_MONEY_FOLLOWS = re.compile(
    r"(?:[십백천만억조여]{1,4} ?[0-9][0-9,]{0,9} ?){0,3}[십백천만억조여]{0,4} ?원"
)
_SPACED_MONEY = re.compile(r" [십백천만억조]{1,4} ?원")
_WON = re.compile(r" ?원")
_SCALED_TAIL = re.compile(r"[십백천만억조여]")
_YEAR_TAIL = re.compile(r"(?:19|20)[0-9]{2} ?(?:년|[.\-/~])")
_COUNTED_TAIL = re.compile(r"(?:[0-9],[0-9]{3}|[0-9]{3,4})(?: ?(?:여 ?)?[가-힣㎡㎥㎢%]|[0-9]*$)")
_WORD_TAIL = re.compile(
    r" ?([일이삼사오육륙칠팔구십백천만](?: ?[일이삼사오육륙칠팔구십백천만]){0,15})(?= ?원)"
)
_THING_FOLLOWS = re.compile(r" ?[가-힣㎡%]")
_SPELLED = re.compile(
    r"(?<![가-힣A-Za-z0-9\ufffd])(?P<before>(?:일금|금|약|총|각|최대|최소) ?)?"
    r"(?P<words>[일이삼사오육륙칠팔구십백천만억조]"
    r"(?: ?[일이삼사오육륙칠팔구십백천만억조]){0,39})(?= ?원)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NumeralLimits:
    """How large a number may be before it is kept as text only."""

    digits: int = 18
    """A whole number of 18 digits still fits the 64 bits of SQLite and of the dumps; the budget of
    the whole country has 15."""


LIMITS = NumeralLimits()


def is_in_range(value: Decimal) -> bool:
    """Whether a value, its unit counted in, still has no more digits than the limit."""
    return abs(value) < Decimal(10) ** LIMITS.digits


@record(frozen=True, slots=True, kw_only=True)
class Numeral:
    """One number in folded text; `value` is None where the digits cannot be read with certainty.

    `scales` is the run of scale words after the last digit ('백만' in '10백만', '' in '2만7000'),
    `largest` the largest scale used (1 for plain digits), `is_simple` says that digits stand before
    one run of scales at most. `flags` says why there is no value: 'malformed_number',
    'out_of_range', 'ambiguous_number'.
    """

    start: int
    end: int
    value: Decimal | None
    scales: str
    largest: int
    is_simple: bool
    approximate: bool
    flags: tuple[str, ...] = ()

    @property
    def is_plain(self) -> bool:
        """Digits alone, without a scale word."""
        return not self.scales and self.largest == 1


def scale_of(words: str) -> int:
    """What a run of scale words multiplies by: 백만 -> 1,000,000; '' -> 1."""
    product = 1
    for word in words:
        product *= SMALL_SCALES.get(word) or LARGE_SCALES.get(word) or 1
    return product


def find_numerals(folded: str, *, limits: NumeralLimits | None = None) -> Iterator[Numeral]:
    """Every numeral that starts with a digit, in order, never two for one stretch of text."""
    return iter(_numerals(folded) if limits is None else _within(folded, limits))


@remembered
def _numerals(folded: str) -> tuple[Numeral, ...]:
    return _within(folded, LIMITS)


def _within(folded: str, limits: NumeralLimits) -> tuple[Numeral, ...]:
    found: list[Numeral] = []
    while match := _START.search(folded, found[-1].end if found else 0):
        found.append(_read(folded, match, limits))
    return tuple(found)


def find_spelled(folded: str) -> Iterator[tuple[Numeral, bool]]:
    """Numbers in words before 원 (오백만 원), each with whether 일금 or 금 makes it formal.

    A word of scales alone (천원, 백만원) is a unit, not a number, unless it is formal; so is 일원,
    which means “the area of”.
    """
    if "원" not in folded:
        return
    for match in _SPELLED.finditer(folded):
        words = match["words"]
        formal = (match["before"] or "").strip() in {"일금", "금"}
        bare = words.replace(" ", "")
        has_digit_word = any(word in _DIGIT_WORDS for word in bare)
        has_scale = any(word not in _DIGIT_WORDS for word in bare)
        if not formal and not (has_digit_word and has_scale):
            continue
        value = spelled_value(bare)
        if value is None:
            continue
        scales = bare[len(bare.rstrip("십백천만억조")) :]
        yield (
            Numeral(
                start=match.start("words"),
                end=match.end("words"),
                value=Decimal(value),
                scales=scales,
                largest=max((LARGE_SCALES.get(word, 1) for word in bare), default=1),
                is_simple=False,
                approximate=False,
            ),
            formal,
        )


def spelled_value(words: str) -> int | None:
    """The number that Sino-Korean words make (삼억오천만 -> 350,000,000), None for no number."""
    total, section, digit = 0, 0, 0
    last_small, last_large = 10**4, 10**20
    for word in words:
        if word in _DIGIT_WORDS:
            if digit:
                return None
            digit = _DIGIT_WORDS[word]
        elif word in SMALL_SCALES:
            scale = SMALL_SCALES[word]
            if scale >= last_small:
                return None
            section, digit, last_small = section + (digit or 1) * scale, 0, scale
        else:
            scale = LARGE_SCALES[word]
            section += digit
            if scale >= last_large or (total and not section):
                return None
            total, section, digit = total + (section or 1) * scale, 0, 0
            last_small, last_large = 10**4, scale
    return total + section + digit or None


def distributed(low: Numeral, high: Numeral) -> Decimal | None:
    """The lower end of a range whose scale is printed once: 3~5천만 -> 30,000,000.

    None where either reading (3천만 or 3) could be meant.
    """
    if low.value is None or high.value is None:
        return None
    if not high.scales or not high.is_simple:
        return low.value
    if low.largest > 1:
        return low.value
    missing = scale_of("".join(word for word in high.scales if word not in low.scales))
    scaled = low.value * missing
    if scaled <= high.value:
        return scaled
    is_written_out = low.is_plain and low.end - low.start >= len("1000")
    return low.value if is_written_out and low.value <= high.value else None


def _read(folded: str, match: re.Match[str], limits: NumeralLimits) -> Numeral:
    """The numeral whose first digits are `match`."""
    start, end = match.span()
    digits = match.group()
    is_short = len(digits) <= len("999") and digits[0] != "0" and digits.isdecimal()
    flags = () if is_short else _digit_flags(digits, limits)
    if not _FIRST_SCALE.match(folded, end):
        odd = _ODD.match(folded, end)
        return Numeral(
            start=start,
            end=odd.end() if odd else end,
            value=None if flags else _decimal(digits),
            scales="",
            largest=1,
            is_simple=True,
            approximate=odd is not None,
            flags=flags,
        )
    return _Composite(folded, match, limits).numeral()


def _digit_flags(digits: str, limits: NumeralLimits) -> tuple[str, ...]:
    if len(digits) <= len("999") and digits[0] != "0" and digits.isdecimal():
        return ()
    if len(digits) > 2 * limits.digits:  # int() refuses thousands of digits, and nothing needs them
        return ("out_of_range",)
    if not _WELL_GROUPED.fullmatch(digits):
        return ("malformed_number",)
    whole, _, fraction = digits.replace(",", "").partition(".")
    if len(whole) > 1 and whole[0] == "0":
        return ("malformed_number",)
    return ("out_of_range",) if len(whole) + len(fraction) > limits.digits else ()


def _decimal(digits: str) -> Decimal:
    return Decimal(digits.replace(",", ""))


@dataclass(slots=True, kw_only=True)
class _Sum:
    """How far a numeral has been read, and what it comes to so far.

    `total` holds the parts closed by 만 or more, `section` the parts below, `pending` digits that
    still wait for a scale word.
    """

    end: int
    pending: Decimal | None
    total: Decimal = Decimal(0)
    section: Decimal = Decimal(0)
    last_small: int = 10**4
    last_large: int = 10**20
    scales: str = ""
    approximate: bool = False


class _Composite:
    """Reads one numeral that has scale words, part by part, until the parts no longer descend."""

    def __init__(self, folded: str, match: re.Match[str], limits: NumeralLimits) -> None:
        self.folded, self.limits = folded, limits
        self.start = match.start()
        self.flags = _digit_flags(match.group(), limits)
        first = Decimal(0) if self.flags else _decimal(match.group())
        self.sum = _Sum(end=match.end(), pending=first)
        self.largest, self.parts = 1, 1

    def numeral(self) -> Numeral:
        self._scales(may_be_spaced=True)
        while self._next_part():
            pass
        self._words()
        odd = _ODD.match(self.folded, self.sum.end)
        if odd:
            self.sum.end, self.sum.approximate = odd.end(), True
        value = self.sum.total + self.sum.section + (self.sum.pending or 0)
        if not self.flags and value >= 10**self.limits.digits:
            self.flags = ("out_of_range",)
        return Numeral(
            start=self.start,
            end=self.sum.end,
            value=None if self.flags else value,
            scales=self.sum.scales,
            largest=self.largest,
            is_simple=self.parts == 1,
            approximate=self.sum.approximate,
            flags=self.flags,
        )

    def _scales(self, *, may_be_spaced: bool) -> None:
        """Scale words from `end` on, as long as they descend."""
        folded, position = self.folded, self.sum.end
        if odd := _ODD.match(folded, position):
            after = odd.end() + (folded[odd.end() : odd.end() + 1] == " ")
            if _SCALE.match(folded, after):
                position, self.sum.approximate = after, True
        elif folded[position : position + 1] == " ":
            # “120 만족도” is no number of 만: a spaced scale must lead to 원.
            if not (may_be_spaced and _MONEY_FOLLOWS.match(folded, position + 1)):
                return
            position += 1
        while (word := folded[position : position + 1]) and _SCALE.match(word):
            if word in SMALL_SCALES:
                scale = SMALL_SCALES[word]
                if scale >= self.sum.last_small:
                    break
                coefficient = Decimal(1) if self.sum.pending is None else self.sum.pending
                self.sum.section += coefficient * scale
                self.sum.last_small, self.sum.pending = scale, None
            else:
                scale = LARGE_SCALES[word]
                if scale >= self.sum.last_large or not self._is_large_scale(word, position):
                    break
                self.sum.section += self.sum.pending or 0
                self.sum.total += self.sum.section * scale
                self.sum.section, self.sum.pending = Decimal(0), None
                self.sum.last_small, self.sum.last_large = 10**4, scale
                self.largest = max(self.largest, scale)
            self.sum.scales += word
            position += 1
            self.sum.end = position
            if position < len(folded) and folded[position] == "여":
                follower = folded[position + 1 : position + 2]
                if follower and follower in "십백천만억조":
                    self.sum.approximate, position = True, position + 1

    def _is_large_scale(self, word: str, position: int) -> bool:
        """경 and 조 also mean scenic views, law articles and teams; see that a number goes on."""
        if word == "경":
            return (
                re.match(r"(?: ?[0-9][0-9,]{0,5}조| ?원)", self.folded[position + 1 : position + 9])
                is not None
            )
        return True

    def _next_part(self) -> bool:
        """Take in one more part (digits, with or without scales); False where there is none."""
        folded, position = self.folded, self.sum.end
        if self.sum.pending is not None or not self.sum.scales:
            return False
        spaced = folded[position : position + 1] == " "
        match = _DIGITS.match(folded, position + spaced)
        if not match or "." in match.group():
            return False
        flags = _digit_flags(match.group(), self.limits)
        ceiling = min(self.sum.last_small, self.sum.last_large)
        digits = match.group().replace(",", "")
        if flags or len(digits) > len(str(ceiling)) or int(digits) >= ceiling:
            return False
        if not self._belongs(match, spaced=spaced):
            return False
        saved = replace(self.sum)
        self.sum.pending, self.sum.scales, self.sum.end = Decimal(digits), "", match.end()
        self._scales(may_be_spaced=True)
        tail_is_small = self.sum.section or self.sum.pending
        if (
            tail_is_small
            and _MYRIAD < self.sum.last_large <= self.largest
            and not _WON.match(folded, self.sum.end)
            and not (
                _DIGITS.match(folded, self.sum.end)
                or re.match(r" ?[0-9]", folded[self.sum.end : self.sum.end + 2])
            )
        ):
            # “1억 3천” is said for 1억 3천만 and written for two things side by side (1억, 3천 명).
            ambiguous_end = self.sum.end
            counted = spaced and _THING_FOLLOWS.match(folded, self.sum.end)
            self.sum = saved
            if not counted:
                self.sum.end, self.flags = ambiguous_end, ("ambiguous_number",)
            return False
        self.parts += 1
        return True

    def _belongs(self, match: re.Match[str], *, spaced: bool) -> bool:
        """Whether digits after a scale go on with the same number."""
        folded = self.folded
        if _YEAR_TAIL.match(folded, match.start()):
            return False
        if not spaced or _SCALED_TAIL.match(folded, match.end()) or _WON.match(folded, match.end()):
            return True
        if _SPACED_MONEY.match(folded, match.end()):
            return True
        return (self.sum.last_large == _MYRIAD or self.largest == 1) and _COUNTED_TAIL.match(
            folded, match.start()
        ) is not None

    def _words(self) -> None:
        """Words after digits, as in 3억 오천만원: read only where 원 closes them."""
        match = _WORD_TAIL.match(self.folded, self.sum.end) if self.sum.scales else None
        if not match or not any(word in _DIGIT_WORDS for word in match[1]):
            return
        words = match[1].replace(" ", "")
        value = spelled_value(words)
        if value is None or value >= self.sum.last_large or self.sum.section or self.sum.pending:
            self.flags = ("ambiguous_number",)
            return
        self.sum.total += value
        self.sum.end = match.end()
        self.parts += 1
        self.sum.scales = words[len(words.rstrip("십백천만")) :]
