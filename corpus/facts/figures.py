"""Amounts and counts in items and sentences, each with its name, year and role."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TypeVar

from corpus.amounts import Amount, find_amounts
from corpus.brackets import open_bracket
from corpus.facts.acts import act_flags
from corpus.facts.aims import as_aims, is_aimed_at
from corpus.facts.bounds import with_shared_bounds
from corpus.facts.breakdowns import breakdown
from corpus.facts.certainty import name_doubts
from corpus.facts.counted import counts_nothing
from corpus.facts.doubts import KIND_UNSURE
from corpus.facts.draft import Draft, one_value
from corpus.facts.figure_years import period_of_figure, year_doubts, year_of_figure
from corpus.facts.flags import GOAL, SUPPORT_LIMIT, THRESHOLD, WHOLE_PERIOD
from corpus.facts.formulas import as_formula
from corpus.facts.labels import clean_name, heading_name, join_names
from corpus.facts.named import HEADING, LABEL, Name
from corpus.facts.names import Namer
from corpus.facts.roles import in_role
from corpus.facts.statements import Statement
from corpus.facts.subjects import is_audit
from corpus.facts.unit_prices import flows, for_each, is_support, is_unit_price, rated
from corpus.facts.wholes import as_parts
from corpus.facts.years import PREVIOUS_YEAR, YearContext, year_context
from corpus.parts import CountedPart, Part, counted_parts, inherited_parts
from corpus.quantities import Quantity, find_quantities
from corpus.types import FactKind, Phase

_Code = TypeVar("_Code")
_ACCOUNTS = (
    ("public_enterprise_account", r"공기업\s?특별회계"),
    ("other_special_account", r"기타\s?특별회계"),
    ("special_account", r"특별(?:\s?회계)?$|특별회계"),
    ("general_account", r"일반(?:\s?회계)?$|일반회계"),
    ("fund", r"기금"),
)
_FUNDING = (
    ("national", r"국비|국고(?:보조금)?"),
    ("provincial", r"도비|시도비|광역비"),
    ("city", r"(?:^|[\s(])(?:시비|군비|구비)"),
    ("private", r"민자|민간(?:투자|자본)"),
    ("local_match", r"지방비"),
)
_PHASES = (
    (Phase.PROPOSED, r"예산안|편성안|요구액"),
    (Phase.ADJUSTED, r"추경|추가경정|수정예산|최종예산"),
    (Phase.EXECUTED, r"집행액|지출액|결산|집행했|지출했|절감했|아꼈|투입해|들여"),
    (Phase.APPROVED, r"본예산|당초예산|예산\s?규모|예산액"),
    (Phase.PLANNED, r"목표|계획|예정|전망|요청|확보\s?(?:목표|계획)|총사업비"),
)
_ACCOUNT_CUE = re.compile("특별|일반|기금")  # one is in every such word; few figures have one near
_FUNDING_CUE = re.compile("[국도시군구역방]비|국고|민자|민간")
_ACCOUNT_PATTERNS = tuple((code, re.compile(pattern)) for code, pattern in _ACCOUNTS)
_FUNDING_PATTERNS = tuple((code, re.compile(pattern)) for code, pattern in _FUNDING)
_PHASE_PATTERNS = tuple((phase, re.compile(pattern)) for phase, pattern in _PHASES)
_THRESHOLD = re.compile(r"대상|기준|심사|심의|이상|이하|미만|초과")
_EVALUATION = re.compile(r"평가|등급|점수|순위|청렴도|만족도")
_EVALUATION_UNITS = {"점", "위"}
_LEVEL, LEVELS = "등급", "등급 수"
"""'총 5등급' counts the grades of a scale."""
# Units that count nothing a city reports: steps of a process, clock hours, building codes.
_NOISE_UNITS = {
    "부", "cm", "개년", "MB", "KB", "GB",
    "차", "단계", "번", "호선", "시", "분", "초", "급", "기", "번째", "월", "일", "년차",
    "년", "개월", "주", "주년", "박", "차로", "차선",
}  # fmt: skip
_BUDGET_LETTERS = {
    "국": "국비",
    "도": "도비",
    "시": "시비",
    "군": "군비",
    "구": "구비",
    "민": "민자",
}
"""'(국 629, 도 189, 시 780)': who pays, by the first letter."""
_CRITERIA = re.compile(r"기준|심사\s?대상|감사\s?대상|대상\s?(?:사업|금액|공사)|추정(?:가격|금액)")
_DIGIT = re.compile(r"\d")
_LETTER = re.compile(r"[가-힣A-Za-z]")
_AIM = re.compile(
    r"(?:을|를|이|까지|으로)?\s?(?:유치\s?|달성\s?)?목표|"
    r"까지\s(?:늘려|줄여|높여|낮춰|늘린|줄인|높인)"
)
_TO_ONE = re.compile(
    r"\s?\d+(?!\d*\s?(?:개|건|명|대|억|만|원|곳|회|차|년|월|일|%))"
)  # '2.6 대 1' is no count
_CEILING = re.compile(r"(?:상한|한도)액?$")
_NTH = re.compile(r"\s?(?:연속|추경|추가경정|임시회|정례회|본회의|대회|축제)")
_SAVINGS = re.compile(r"절감\s?(?:사례|내역|내용|실적|현황|사업)|(?:예산|원가)\s?절감$|원\s?절감$")
_FROM = re.compile(r"\s?에서\s|\)?\s?(?:을|를)?\s?심사")
_NEAR = 30  # characters around a figure that say what it is


_Figure = Amount | Part | CountedPart | Quantity


def figures(
    statement: Statement, taken: tuple[tuple[int, int], ...], courses: Sequence[Draft] = ()
) -> Iterator[Draft]:
    """Every amount and count of a statement outside the spans that are `taken` already.

    `courses` are the indicators read there; a figure behind one may be about it.
    """
    if parts := breakdown(statement):
        yield from parts
        return
    found = _found(statement.text, taken)
    if not found:
        return
    context = year_context(statement)
    namer = Namer(statement=statement)
    drafts: list[Draft] = []
    ahead = sorted((one for one in courses if one.span), key=lambda one: one.span or (0, 0))
    for one in found:
        while ahead and (span := ahead[0].span) and span[1] <= one.start:
            namer.passed(*span, ahead.pop(0).name)
        draft = _draft(statement, context, one, namer)
        if draft is None:
            continue
        at = _place(one)
        unsure = year_doubts(statement, context, at, draft.fiscal_year)
        is_of_all = WHOLE_PERIOD in draft.flags
        period = period_of_figure(statement, context, at) if is_of_all else draft.period
        draft = replace(draft, at=at, period=period, doubts=(*draft.doubts, *unsure))
        # '함평군 60건 : 신분상 26건' is about the government that its label names.
        draft = in_role(draft, at, at + len(draft.raw_text))
        drafts.append(replace(draft, municipality=namer.place) if namer.place else draft)
    yield from as_aims(statement.text, [as_formula(one) for one in as_parts(drafts)])


def _draft(statement: Statement, context: YearContext, one: _Figure, namer: Namer) -> Draft | None:
    if isinstance(one, Amount):
        return _amount(statement, context, one, namer)
    if isinstance(one, Part):
        return _part(statement, context, one, namer)
    if isinstance(one, CountedPart):
        return _counted_part(statement, context, one, namer)
    return _count(statement, context, one, namer)


def _found(text: str, taken: tuple[tuple[int, int], ...]) -> list[_Figure]:
    """The figures of a text in the order in which they are printed, none overlapping."""
    amounts = tuple(one for one in find_amounts(text) if not _overlaps(one.start, one.end, taken))
    found: list[_Figure] = list(with_shared_bounds(text, amounts)) if amounts else []
    if _DIGIT.search(text) is None:
        return found  # only money is counted in words
    spans = [*taken, *((one.start, one.end) for one in amounts)]
    has_bracket = "(" in text or "[" in text
    for part in inherited_parts(text) if has_bracket else ():
        if not _overlaps(part.amount.start, part.amount.end, tuple(spans)):
            spans.append((part.amount.start, part.amount.end))
            found.append(part)
    for count in find_quantities(text):
        if not isinstance(count, Quantity) or count.unit in _NOISE_UNITS:
            continue
        if not _overlaps(count.start, count.end, tuple(spans)):
            spans.append((count.start, count.end))
            found.append(count)
    for counted in counted_parts(text) if has_bracket else ():
        place = (counted.quantity.start, counted.quantity.end)
        if _LETTER.search(counted.label) and not _overlaps(*place, tuple(spans)):
            spans.append(place)
            found.append(counted)
    return sorted(found, key=_place)


def _place(one: _Figure) -> int:
    if isinstance(one, Part):
        return one.amount.start
    return one.quantity.start if isinstance(one, CountedPart) else one.start


def _amount(statement: Statement, context: YearContext, one: Amount, namer: Namer) -> Draft:
    text = statement.text
    if one.comparator is None and _is_bound_by_arrow(statement, one.end):
        one = replace(one, comparator="at_least" if text[one.end] == "↑" else "at_most")
    name = namer.name(one.start, one.end, unit="원")
    if name.is_change and _is_bound_by_arrow(statement, one.end):
        name = Name(words=name.of)
    year, year_flags = year_of_figure(statement, context, one.start, one.end, name)
    if name.is_change and PREVIOUS_YEAR in year_flags:
        year, year_flags = context.fallback, ()  # '(전년말 4,390천원, △262천원)'
    nearby = text[max(0, one.start - _NEAR) : one.end + 20]
    flags = [*one.flags, *year_flags]
    if one.comparator is not None and (
        _THRESHOLD.search(nearby) or _is_bound_by_arrow(statement, one.end)
    ):
        flags.append(THRESHOLD)
    flags += flows(one, text, name.words)
    if (words := for_each(name.words, text, one.start)) != name.words:
        name = replace(name, words=words)
    is_ceiling = any(_CEILING.search(one) for one in (name.words, text[: one.start].rstrip(" :")))
    is_limit = one.comparator == "at_most" and is_support(statement)
    if (is_limit or is_ceiling) and THRESHOLD not in flags:
        flags.append(SUPPORT_LIMIT)
    elif one.comparator == "at_most" and THRESHOLD not in flags:
        flags.append(THRESHOLD)  # '업체당 1억 원 이내'
    if one.approximate:
        flags.append("approximate")
    if one.high_krw is not None:
        flags.append("range")
    is_plain = not (name.act or name.is_change or _FROM.match(text, one.end))
    if is_plain and _SAVINGS.search(_heading_of(statement)):
        name = replace(name, words=join_names(name.words, "절감액"), act="절감")
    value = None if one.krw is None else Decimal(one.krw)
    phase = None if THRESHOLD in flags else _first(_PHASE_PATTERNS, f"{namer.label} {nearby}")
    before = text[max(0, one.start - 12) : one.start]
    return Draft(
        statement=statement,
        kind=FactKind.BUDGET,
        name=name.words,
        raw_text=one.raw,
        value=value,
        values=one_value(year, value, phase) if value is not None else (),
        unit="원" if value is not None else one.unit,
        amount_krw=one.krw,
        fiscal_year=year,
        comparator=one.comparator,
        account=_account(before.strip(" (")) or _account(name.words),
        funding_source=_first(_FUNDING_PATTERNS, before) if _FUNDING_CUE.search(before) else None,
        flags=tuple(dict.fromkeys([*flags, *act_flags(name)])),
        doubts=(
            *name_doubts(statement, name, one.start, one.end, unit="원", label=namer.clean_label),
            *((KIND_UNSURE,) if is_unit_price(statement, name, flags) else ()),
        ),
    )


def _heading_of(statement: Statement) -> str:
    return " ".join(statement.passage.heading_path[-1:])


def _is_bound_by_arrow(statement: Statement, end: int) -> bool:
    """Whether an arrow behind an amount is a bound ('대상 기준: 용역 7,000만원↑'), no growth."""
    if statement.text[end : end + 1] not in {"↑", "↓"} or open_bracket(statement.text, end) >= 0:
        return False
    said = " ".join((*statement.passage.heading_path[-2:], statement.text[:end]))
    return _CRITERIA.search(said) is not None


def _part(statement: Statement, context: YearContext, part: Part, namer: Namer) -> Draft:
    one = part.amount
    namer.name(one.start, one.end, unit="원")
    base = namer.general(one.start)
    name = Name(words=base, basis=(LABEL,) if namer.label else (HEADING,))
    label = _BUDGET_LETTERS.get(part.label.strip(), part.label)
    year, year_flags = year_of_figure(statement, context, one.start, one.end, name)
    value = Decimal(one.krw) if one.krw is not None else None
    phase = _first(_PHASE_PATTERNS, namer.label)
    return Draft(
        statement=statement,
        kind=FactKind.BUDGET,
        name=join_names(base, clean_name(label)) if label else base,
        raw_text=one.raw,
        value=value,
        values=one_value(year, value, phase) if value is not None else (),
        unit="원" if value is not None else None,
        amount_krw=one.krw,
        fiscal_year=year,
        account=_account(label.strip()),
        funding_source=_first(_FUNDING_PATTERNS, label),
        flags=tuple(dict.fromkeys(["part", *one.flags, *year_flags])),
        doubts=name_doubts(
            statement, name, one.start, one.end, unit="원", label=namer.clean_label, is_part=True
        ),
    )


def _counted_part(
    statement: Statement, context: YearContext, part: CountedPart, namer: Namer
) -> Draft:
    one = part.quantity
    named = namer.name(one.start, one.end, unit=one.unit)
    year, year_flags = year_of_figure(statement, context, one.start, one.end, named)
    label = clean_name(part.label).partition("(")[0] or part.label.strip()
    name = named.words
    if not name.replace(" ", "").endswith(label.replace(" ", "")):
        name = f"{name} {label}"  # '신규사업 59건(신규 46)': its word is one of the whole's
    kind = FactKind.AUDIT if is_audit(name) else FactKind.STATISTIC
    return Draft(
        statement=statement,
        kind=kind,
        name=name,
        raw_text=one.raw,
        value=one.value,
        values=one_value(year, one.value),
        unit=one.unit,
        fiscal_year=year,
        flags=tuple(dict.fromkeys(["part", *one.flags, *year_flags])),
        doubts=name_doubts(
            statement,
            named,
            one.start,
            one.end,
            unit=one.unit,
            label=namer.clean_label,
            is_part=True,
        ),
    )


def _count(statement: Statement, context: YearContext, one: Quantity, namer: Namer) -> Draft | None:
    text = statement.text
    # '10% 이상 늘어나는 사업' is a condition, no change that took place.
    direction = one.direction if one.comparator is None else None
    noun = LEVELS if one.unit == _LEVEL else one.noun or ""
    name = namer.name(one.start, one.end, unit=one.unit, noun=noun, direction=direction)
    if counts_nothing(text, one.start, one.end, one.unit) or (
        one.unit == "회" and _NTH.match(text, one.end)
    ):
        return None  # '3회 추경' is the third, '2단지' the second
    if name.is_borrowed or (one.unit == "대" and _TO_ONE.match(text, one.end)):
        return None  # a count of what nobody says states nothing
    year, year_flags = year_of_figure(statement, context, one.start, one.end, name)
    flags = [*one.flags, *year_flags, *flows(one, text)]
    if one.high is not None:
        flags.append("range")
    if _AIM.match(text, one.end):
        flags.append(GOAL)
    if one.comparator == "at_least" and GOAL not in flags and is_aimed_at(statement, name.words):
        flags.append(GOAL)  # '과제 발굴 : 30건 이상'
    elif one.comparator is not None and _THRESHOLD.search(
        text[max(0, one.start - _NEAR) : one.end + 20]
    ):
        flags.append(THRESHOLD)
    if one.approximate:
        flags.append("approximate")
    about = f"{heading_name(statement.passage.heading_path)} {name.words}"
    kind = FactKind.STATISTIC
    if one.unit in _EVALUATION_UNITS or (one.unit == "%p" and _EVALUATION.search(about)):
        kind = FactKind.EVALUATION
    elif is_audit(name.words) or (is_audit(about) and one.unit in {"건", "개소", "회", "개분야"}):
        kind = FactKind.AUDIT
    return Draft(
        statement=statement,
        kind=kind,
        name=name.words,
        raw_text=one.raw,
        value=one.value,
        values=one_value(year, one.value, _first(_PHASE_PATTERNS[-1:], name.words)),
        unit=rated(one),
        fiscal_year=year,
        comparator=one.comparator,
        flags=tuple(dict.fromkeys([*flags, *act_flags(name)])),
        doubts=name_doubts(
            statement,
            name,
            one.start,
            one.end,
            unit=one.unit,
            noun=noun,
            label=namer.clean_label,
        ),
    )


def _account(words: str) -> str | None:
    return _first(_ACCOUNT_PATTERNS, words) if _ACCOUNT_CUE.search(words) else None


def _first(patterns: tuple[tuple[_Code, re.Pattern[str]], ...], text: str) -> _Code | None:
    for code, pattern in patterns:
        if pattern.search(text):
            return code
    return None


def _overlaps(start: int, end: int, taken: tuple[tuple[int, int], ...]) -> bool:
    return any(start < stop and begin < end for begin, stop in taken)
