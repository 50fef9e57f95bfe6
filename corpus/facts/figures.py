"""Amounts and counts in items and sentences, each with its name, year and role."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import TypeVar

from corpus.amounts import Amount, find_amounts
from corpus.characters import fold
from corpus.facts.cells import cell_at
from corpus.facts.draft import Draft, one_value
from corpus.facts.labels import (
    act_after,
    clean_name,
    heading_name,
    item_label,
    join_names,
    label_before,
)
from corpus.facts.statements import Statement
from corpus.facts.years import YearContext, year_context
from corpus.parts import inherited_parts
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
_ACCOUNT_PATTERNS = tuple((code, re.compile(pattern)) for code, pattern in _ACCOUNTS)
_FUNDING_PATTERNS = tuple((code, re.compile(pattern)) for code, pattern in _FUNDING)
_PHASE_PATTERNS = tuple((phase, re.compile(pattern)) for phase, pattern in _PHASES)
_THRESHOLD = re.compile(r"대상|기준|심사|심의|이상|이하|미만|초과")
_AUDIT = re.compile(r"감사|감찰|반부패|부패방지|적발")
_EVALUATION = re.compile(r"평가|등급|점수|순위|청렴도|만족도")
_EVALUATION_UNITS = {"점", "등급", "위"}
# Units that count nothing a city reports: steps of a process, clock hours, building codes.
_AGAINST = re.compile(r"(?:대비|보다)\s*$")
_NOISE_UNITS = {
    "차", "단계", "호", "번", "호선", "시", "분", "초", "급", "기", "번째", "월", "일", "년차",
    "년", "개월", "주", "주년",
}  # fmt: skip


def figures(statement: Statement, taken: tuple[tuple[int, int], ...]) -> Iterator[Draft]:
    """Every amount and count of a statement outside the spans that are `taken` already."""
    text = statement.text
    context = year_context(statement)
    label, value_start = item_label(text)
    label, _ = _without_count(label)
    amounts = tuple(one for one in find_amounts(text) if not _overlaps(one.start, one.end, taken))
    spans = [*taken, *((one.start, one.end) for one in amounts)]
    for one in amounts:
        yield _amount(statement, context, one, label, value_start)
    for part in inherited_parts(text):
        if _overlaps(part.amount.start, part.amount.end, tuple(spans)):
            continue
        spans.append((part.amount.start, part.amount.end))
        yield _part(statement, context, part.label, part.amount, label)
    for count in find_quantities(text):
        if not isinstance(count, Quantity):
            continue
        if _overlaps(count.start, count.end, tuple(spans)) or count.unit in _NOISE_UNITS:
            continue
        yield _count(statement, context, count, label, value_start)


_UNIT_IN_LABEL = re.compile(
    r"^(?P<label>.{2,60}?)\s*\(\s*(?:단위\s*:\s*)?(?P<unit>[가-힣%㎡]{1,6}(?:\s?원)?)\s*\)\s*[:：]\s*(?P<value>\d[\d,]*(?:\.\d+)?)\s*(?P<end>$|[,(（.·])"
)


def labelled_unit(statement: Statement) -> Draft | None:
    """'시민과의 대화(회) : 29': the unit stands in the label, the value is a bare number."""
    text = fold(statement.text)
    match = _UNIT_IN_LABEL.match(text)
    if match is None:
        return None
    value = Decimal(match["value"].replace(",", ""))
    unit = match["unit"].replace(" ", "")
    name = clean_name(statement.text[match.start("label") : match.end("label")])
    amounts = find_amounts(match["value"], inherited_unit=unit) if "원" in unit else ()
    amount = amounts[0].krw if amounts else None
    year, flags = year_context(statement).year_at(statement.text, match.start("value"))
    about = f"{heading_name(statement.passage.heading_path)} {name}"
    kind = FactKind.AUDIT if _AUDIT.search(about) else FactKind.STATISTIC
    return Draft(
        statement=statement,
        kind=FactKind.BUDGET if amount is not None else kind,
        name=name,
        raw_text=match["value"],
        value=value,
        values=one_value(year, value),
        unit=unit,
        amount_krw=amount,
        fiscal_year=year,
        flags=flags,
    )


def _amount(
    statement: Statement, context: YearContext, one: Amount, label: str, value_start: int
) -> Draft:
    text = statement.text
    name, act = _name(statement, one.start, one.end, label, value_start)
    year, year_flags = _year(statement, context, one.start)
    nearby = text[max(0, one.start - 30) : one.end + 20]
    flags = [*one.flags, *year_flags]
    if one.comparator is not None and _THRESHOLD.search(nearby):
        flags.append("threshold")
    if one.per == "year":
        flags.append("annual_flow")
    if one.approximate:
        flags.append("approximate")
    if one.high_krw is not None:
        flags.append("range")
    value = Decimal(one.krw) if one.krw is not None else None
    phase = None if "threshold" in flags else _first(_PHASE_PATTERNS, f"{label} {nearby}")
    before = text[max(0, one.start - 12) : one.start]
    return Draft(
        statement=statement,
        kind=FactKind.BUDGET,
        name=name,
        raw_text=one.raw,
        value=value,
        values=one_value(year, value, phase) if value is not None else (),
        unit="원" if value is not None else one.unit,
        amount_krw=one.krw,
        fiscal_year=year,
        comparator=one.comparator,
        account=_first(_ACCOUNT_PATTERNS, before.strip(" (")),
        funding_source=_first(_FUNDING_PATTERNS, before),
        flags=tuple(dict.fromkeys([*flags, *((act,) if act else ())])),
    )


def _part(
    statement: Statement, context: YearContext, part_label: str, one: Amount, label: str
) -> Draft:
    year, year_flags = context.year_at(statement.text, one.start)
    base = clean_name(label) or heading_name(statement.passage.heading_path)
    value = Decimal(one.krw) if one.krw is not None else None
    return Draft(
        statement=statement,
        kind=FactKind.BUDGET,
        name=join_names(base, clean_name(part_label)) if part_label else base,
        raw_text=one.raw,
        value=value,
        values=one_value(year, value, _first(_PHASE_PATTERNS, label)) if value is not None else (),
        unit="원" if value is not None else None,
        amount_krw=one.krw,
        fiscal_year=year,
        account=_first(_ACCOUNT_PATTERNS, part_label.strip()),
        funding_source=_first(_FUNDING_PATTERNS, part_label),
        flags=tuple(dict.fromkeys(["part", *one.flags, *year_flags])),
    )


def _count(
    statement: Statement, context: YearContext, one: Quantity, label: str, value_start: int
) -> Draft:
    text = statement.text
    name, _ = _name(statement, one.start, one.end, label, value_start, noun=one.noun or "")
    year, year_flags = _year(statement, context, one.start)
    flags = [*one.flags, *year_flags]
    if one.comparator is not None and _THRESHOLD.search(
        text[max(0, one.start - 30) : one.end + 20]
    ):
        flags.append("threshold")
    if one.approximate:
        flags.append("approximate")
    if one.direction is not None and _AGAINST.search(text[max(0, one.start - 12) : one.start]):
        flags.append("change")  # '전년 대비 0.22점↑' is by how much, not how much
        name = join_names(name if len(name) > 2 else "", "증감")
    about = f"{heading_name(statement.passage.heading_path)} {name}"
    kind = FactKind.STATISTIC
    if one.unit in _EVALUATION_UNITS or (one.unit == "%p" and _EVALUATION.search(about)):
        kind = FactKind.EVALUATION
    elif _AUDIT.search(name) or (
        _AUDIT.search(about) and one.unit in {"건", "개소", "회", "개분야"}
    ):
        kind = FactKind.AUDIT
    return Draft(
        statement=statement,
        kind=kind,
        name=name,
        raw_text=one.raw,
        value=one.value,
        values=one_value(year, one.value, _first(_PHASE_PATTERNS[-1:], name)),
        unit=one.unit,
        fiscal_year=year,
        comparator=one.comparator,
        flags=tuple(dict.fromkeys(flags)),
    )


def _year(
    statement: Statement, context: YearContext, at: int
) -> tuple[int | None, tuple[str, ...]]:
    """The year of a figure; in a table that of its column, never one of another column."""
    cell = cell_at(statement, at)
    if cell is None:
        return context.year_at(statement.text, at)
    if cell.year is not None:
        return cell.year, ()
    begin = statement.text.rfind("\n", 0, at) + 1
    return context.within(begin).year_at(statement.text, at)


def _name(
    statement: Statement,
    start: int,
    end: int,
    label: str,
    value_start: int,
    *,
    noun: str = "",
) -> tuple[str, str]:
    """The figure's name, from the general (item label) to the particular (the words beside it)."""
    text = fold(statement.text)
    cell = cell_at(statement, start)
    if cell is not None and cell.row:
        return join_names(clean_name(cell.row), clean_name(cell.column), noun), ""
    in_value = bool(label) and start >= value_start
    beside = label_before(statement.text, value_start if in_value else 0, start)
    after = "" if noun else _noun_after(text, end)
    act = act_after(text, end)
    general = clean_name(label) if in_value else ""
    if re.fullmatch(r"[\W\d]*", beside):
        beside = ""
    particular = join_names(beside, noun or (after if not beside else ""))
    if act and act not in particular and statement.text[end : end + 24].strip():
        particular = join_names(particular, f"{act}액" if _is_won(text[start:end]) else act)
    name = join_names(general, particular)
    if not general and (not name or (statement.is_item and len(beside) < 3)):
        name = join_names(heading_name(statement.passage.heading_path), name)
    return name or heading_name(statement.passage.heading_path) or statement.document.title, act


def _noun_after(text: str, end: int) -> str:
    """'55명의 공무원' and '223개 성과지표' name what they count after the figure."""
    match = re.match(r"(?:의\s+|\s+)([가-힣]{2,12})", text[end : end + 20])
    if match is None or not re.match(r"의?\s", text[end : end + 2]):
        return ""
    word = match.group(1)
    if re.search(
        r"(?:다|고|며|해|하여|으로|에서|이상|이하|미만|초과|내외|규모|대상|참석|증가|감소)$", word
    ):
        return ""
    return re.sub(r"(?:을|를|은|는|이|가|과|와|의)$", "", word) if len(word) > 2 else word


def _without_count(label: str) -> tuple[str, str]:
    """'일상감사 634건' as a label is '일상감사'; the count before the colon is its own fact."""
    match = re.search(r"\s*\d[\d,.]*\s*(?:건|개|명|회|개소|점|%)\s*$", label)
    return (label[: match.start()], match.group()) if match else (label, "")


def _is_won(raw: str) -> bool:
    return bool(re.search(r"[원억조]", raw))


def _first(patterns: tuple[tuple[_Code, re.Pattern[str]], ...], text: str) -> _Code | None:
    for code, pattern in patterns:
        if pattern.search(text):
            return code
    return None


def _overlaps(start: int, end: int, taken: tuple[tuple[int, int], ...]) -> bool:
    return any(start < stop and begin < end for begin, stop in taken)
