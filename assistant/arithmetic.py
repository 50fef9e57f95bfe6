"""Whether a shown calculation is right: every result is reckoned again from its own expression."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

import corpus
from assistant.tallies import is_counted, tallied
from assistant.types import Calculation
from assistant.wording import billion_won, month_count

NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
"""A number as it is printed, its thousands parted by commas or not."""
_OPERATOR = re.compile(r" ([+-]) ")
_ENGLISH_WON = re.compile(r"(?:million|billion|trillion) won$")
_ORDER = re.compile(r" ([<>]) ")
_SIGNS = re.compile(r" [-+<>÷~→] ")
_NTH = re.compile(r" \((?:(\d{1,2})번째|no\. (\d{1,2}))\)$")
_RATIO = re.compile(
    r"(?:\((?P<later>[^()]+) - (?P<earlier>[^()]+)\)|(?P<part>[^()÷]+)) ÷ "
    r"(?P<whole>[^()÷]+|\([^()÷]+ [-+] [^()÷]+\))"
)
_QUOTIENT = re.compile(r"(?P<part>[^()÷×]+) ÷ (?P<whole>[^()÷×]+)")
_DISCOUNT = re.compile(r"(?P<price>[^()÷×]+) - (?P<again>[^()÷×]+) × (?P<rate>[\d.]+)%")
_PRODUCT = re.compile(r"(?P<first>[^()÷×]+) × (?P<second>[^()÷×]+)")
_PLAIN_WON = re.compile(r"-?[\d,]+원")
_TIMES = re.compile(r"(\d[\d,]*(?:\.\d+)?)배")
_WRITTEN_WON = re.compile(r"\d[\d,]*(?:\.\d+)?\s?(?:[조억]|[천백십]?만|천|백만|십억)\s?원")
PER_CENT = " × 100"
"""What an expression in per cent ends with; its 100 is a factor and no figure of a source."""


def follows(calculation: Calculation) -> bool:
    """Whether the result follows from the expression.

    Sums and differences are added up again. An ordering ('2021년 244건 > 2020년 210건') must be in
    order, with its first entry as the result or the one whose place is said with it. An amount in
    English ('778.9 billion won') must be the amount in won, a period ('2021-03 ~ 2022-08') must
    last so many months, a share or growth ('938억 원 ÷ 8,727억 원 × 100') must be the ratio in per
    cent to as many decimals as the result has, a multiple ('6건 ÷ 4건' is '1.5배') likewise, an
    amount written out in won or in another size ('34,500만 원') must be the amount. A quotient
    ('364개 ÷ 193개' is '1.9개') and a product ('12명 × 60만 원', '180만 원 × 50%') are reckoned
    again, to as many decimals as the result has, and so is a price less a percentage of itself
    ('180만 원 - 180만 원 × 50%'). A tally ('개수(A, B, C)') must have as many different items as
    the result says. Any other expression states figures, and the result may hold no other figure.
    """
    expression, result = calculation.expression, calculation.result
    if tallied(expression):
        return is_counted(expression, result)
    if _ENGLISH_WON.search(result):
        return result == billion_won(int(_total(expression) or 0))
    if expression.endswith(PER_CENT):
        return _is_ratio(expression.removesuffix(PER_CENT), result)
    if times := _TIMES.fullmatch(result):
        return _is_multiple(expression, times[1])
    if (quotient := _QUOTIENT.fullmatch(expression)) is not None:
        return _is_quotient(quotient["part"], quotient["whole"], result)
    if (discount := _DISCOUNT.fullmatch(expression)) is not None:
        price, rate = worth(discount["price"]), Decimal(discount["rate"])
        is_one = discount["price"] == discount["again"]
        return is_one and price is not None and worth(result) == price - price * rate / 100
    if (product := _PRODUCT.fullmatch(expression)) is not None:
        return _is_product(product["first"], product["second"], result)
    if _PLAIN_WON.fullmatch(result) and not _ORDER.search(expression):
        return _total(expression) == Decimal(result.removesuffix("원").replace(",", ""))
    if _WRITTEN_WON.fullmatch(result) and not _SIGNS.search(expression):
        return worth(expression) == worth(result)
    if _OPERATOR.search(expression):
        total = _total(expression)
        return total is not None and worth(result) == total
    if _ORDER.search(expression):
        first, nth = place_in_order(result)
        terms = _ORDER.split(expression)[::2]
        return _is_ordered(expression) and nth <= len(terms) and first == terms[nth - 1]
    if " ~ " in expression:
        start, _, end = expression.partition(" ~ ")
        months = month_count(start, end)
        return months is not None and worth(result) == months
    return set(NUMBER.findall(result)) <= set(NUMBER.findall(expression))


def worth(text: str) -> Decimal | None:
    """The figure of a term, money in won ('2021년 244건' is 244); None where there is none."""
    amounts = [one.krw for one in corpus.find_amounts(text) if one.krw is not None]
    if amounts:
        return Decimal(amounts[-1])
    numbers = NUMBER.findall(text)
    return Decimal(numbers[-1].replace(",", "")) if numbers else None


def place_in_order(result: str) -> tuple[str, int]:
    """The entry that an ordering gives, and its place: 'A 276억 원 (2번째)' is A and 2."""
    match = _NTH.search(result)
    if match is None:
        return result, 1
    return result[: match.start()], max(1, int(match[1] or match[2]))


def figures_of(expression: str) -> str:
    """An expression without the factor that makes a ratio a percentage: what sources must print."""
    return expression.removesuffix(PER_CENT)


def _is_ratio(expression: str, result: str) -> bool:
    match = _RATIO.fullmatch(expression)
    printed = re.fullmatch(r"(-?[\d,]+(?:\.\d+)?)%(?: (?:이상|이하))?", result)
    if match is None or printed is None:
        return False
    is_reckoned = match["whole"].startswith("(")
    outside = ("" if is_reckoned else match["whole"], match["part"] or "", match["later"] or "")
    if _has_more_terms(*outside, match["earlier"] or ""):
        return False
    whole = _total(match["whole"].strip("()")) if is_reckoned else worth(match["whole"])
    part = worth(match["part"] or match["later"])
    less = worth(match["earlier"]) if match["earlier"] else Decimal(0)
    if not whole or part is None or less is None:
        return False
    if match["earlier"] and whole not in {less, part}:
        return False  # growth is measured against where it began, what is left against the whole
    said = Decimal(printed[1].replace(",", ""))
    exact = (part - less) / whole * 100
    return exact.quantize(said, rounding=ROUND_HALF_UP) == said


def _has_more_terms(*texts: str) -> bool:
    """Whether one of the terms is itself a sum or difference, of which `worth` reads the last."""
    return any(_OPERATOR.search(text) for text in texts)


def _is_multiple(expression: str, result: str) -> bool:
    match = _RATIO.fullmatch(expression)
    if match is None or _has_more_terms(match["part"] or "", match["whole"]):
        return False
    whole, part = worth(match["whole"]), worth(match["part"] or "")
    if not whole or part is None:
        return False
    said = Decimal(result.replace(",", ""))
    return (part / whole).quantize(said, rounding=ROUND_HALF_UP) == said


def _is_quotient(part: str, whole: str, result: str) -> bool:
    first, second, said = worth(part), worth(whole), worth(result)
    if first is None or not second or said is None or _has_more_terms(part, whole):
        return False
    if whole.strip().endswith("%"):
        # What a rate of it is known of, as the cost of which 80 % are 6 million won.
        return not part.strip().endswith("%") and said == first * 100 / second
    if corpus.find_amounts(result):
        return said == (first / second).quantize(Decimal(1), rounding=ROUND_HALF_UP)
    return (first / second).quantize(said, rounding=ROUND_HALF_UP) == said


def _is_product(one: str, other: str, result: str) -> bool:
    first, second = worth(one), worth(other)
    if first is None or second is None or _has_more_terms(one, other):
        return False
    rates = [term.strip().endswith("%") for term in (one, other)]
    if all(rates) or "%p" in one + other:
        return False
    return worth(result) == first * second / (100 if any(rates) else 1)


def _total(expression: str) -> Decimal | None:
    first, *rest = _OPERATOR.split(expression)
    total = worth(first)
    for sign, term in zip(rest[::2], rest[1::2], strict=True):
        value = worth(term)
        if total is None or value is None:
            return None
        total = total + value if sign == "+" else total - value
    return total


def _is_ordered(expression: str) -> bool:
    terms = _ORDER.split(expression)
    values, signs = [worth(term) for term in terms[::2]], set(terms[1::2])
    known = [value for value in values if value is not None]
    return (
        len(signs) == 1
        and len(known) == len(values)
        and known == sorted(known, reverse=signs == {">"})
    )
