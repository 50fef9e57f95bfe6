"""Indicators with their years: `PC 구입(대): (‘21) 690 → (’25) 720`, `(‘21→’25) 매년 20억`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from corpus.amounts import find_amounts, unit_scale
from corpus.characters import fold
from corpus.facts.doubts import UNIT_UNSURE
from corpus.facts.draft import Draft
from corpus.facts.flags import WHOLE_PERIOD
from corpus.facts.labels import clean_name, is_generic, label_before
from corpus.facts.scenes import year_as_of
from corpus.facts.statements import Statement
from corpus.facts.things import of_thing, thing_above
from corpus.particles import particle_of, without_particle
from corpus.quantities import Quantity, find_quantities
from corpus.types import FactKind, FactValue, Period, Phase, Value

# In folded text every apostrophe is ' and every arrow →.
# Possessive blanks: two neighbours that could share a run of blanks would try every division of it.
_DIGITS = r"\d+(?:,\d{3})*(?:\.\d+)?"
_UNIT = (
    r"[천백십]?[억만천]\s?(?:명|개소|개|건|대|톤|인|회|가구|세대|본|그루|주|마리|필지|㎡|㎥)|"
    r"조\s?원?|(?:천|백|십)?억\s?원?|(?:백|천|십)?만\s?원?|천\s?원|원|%p?|㎡|㎥|㎢|km|ha|kW|MW|톤"
    r"|(?!이내|이상|이하|미만|초과|으로|에서|까지)[가-힣]{1,4}"
)
# '1조 2,345억 원', '31만 2천명': `find_quantities` reads the counter, so any short word passes.
_COMPOUND = (
    rf"{_DIGITS}\s?[조억만]\s?{_DIGITS}\s?(?:[억만천백]\s?)*+"
    r"(?:원|(?!이내|이상|이하|미만|초과|으로|에서|까지)[가-힣]{1,3})?"
)
_STAGE = r"(?:목표|계획|예정|전망|추정|실적|결산|달성|기준|현재|말|최종)"
_SHORT = r"\(?\s*+'\s*+(?:(?:19|20)\d\d|\d\d)\s*+년?도?\s?\.?"
_FULL = r"\(?\s*+(?:19|20)\d\d\s*+년?도?\s?\.?"
_AFTER_YEAR = rf"\s*+(?:{_STAGE}\s*+)?\)?\s*+(?:\(\s?{_STAGE}\s?\)\s*+)?:?\s*+"
_ASIDE = rf"(?:\s?\(\s?{_STAGE}\s?\)|\s?\([^()→]{{0,20}}\)(?=\s*+→))?"
_WORTH = rf"(?:{_COMPOUND}|{_DIGITS}(?:\s?(?:{_UNIT}))?){_ASIDE}"
_SHORT_STEP = rf"{_SHORT}{_AFTER_YEAR}{_WORTH}"
_FULL_STEP = rf"{_FULL}{_AFTER_YEAR}{_WORTH}"
_COURSE = re.compile(
    rf"{_SHORT_STEP}(?:\s*+(?:→|,|/)\s*+{_SHORT_STEP})+|{_FULL_STEP}(?:\s*+(?:→|/)\s*+{_FULL_STEP})+"
)
_POINT = re.compile(
    rf"\(?\s*+'?\s*+(?P<year>(?:19|20)\d\d|\d\d)\s*+년?도?\s?\.?\s*+(?P<stage>{_STAGE})?\s*+\)?\s*+"
    rf"(?:\(\s?(?P<aside>{_STAGE})\s?\)\s*+)?:?\s*+"
    rf"(?P<worth>{_COMPOUND}|(?P<value>{_DIGITS})(?:\s?(?P<unit>{_UNIT}))?)"
    rf"(?:\s?\(\s?(?P<behind>{_STAGE})\s?\)|\s?\([^()→]{{0,20}}\))?"
)
_SPAN = re.compile(
    r"\(\s*+'\s*+(?P<first>(?:19|20)\d\d|\d\d)\s*+\.?\s*+\)?\s*+(?:→|~)\s*+\(?\s*+"
    r"'\s*+(?P<last>(?:19|20)\d\d|\d\d)\s*+\.?\s*+\)"
    r"\s*+:?\s*+(?P<every>매년|연간|연|해마다)?\s*+(?P<rest>[^\n]{1,40})"
)
_LABEL_UNIT = re.compile(
    r"\((?:\s*+단위\s*+:?)?\s*+([^()\d'](?:[^()\d]|CO2|\d(?=[A-Za-z))/])){0,13})\)$"
)
_RATIO_WORDS = re.compile(r"(?:률|율|비율|비중|도)$")
_CUMULATIVE = re.compile(r"\s?[/,·]?\s?(?:누적|누계)$")
_STAGES = (
    (Phase.PLANNED, ("목표", "계획", "예정", "전망", "추정")),
    (Phase.ACTUAL, ("실적", "결산", "달성", "말", "최종")),
    (Phase.BASELINE, ("기준", "현재")),
)
# '발굴 : 30건 이상 ('31) 18건 → …': what is aimed at is no word of the name.
_AIMED_AT = re.compile(r"(?<=[가-힣)])\s\d[\d,.]*\s?[가-힣%]{1,4}(?:\s?(?:이상|이하|이내|목표))?$")
_GRADE = "등급"
_FUNDS = re.compile(
    r"(?:예산|사업비|투자액?|전출금|기금|채무|부채|수입|세입|세출|결산액?|집행액|재원|[국도시군구]비)$"
)
_BOUND = re.compile(r"\s?(?P<word>이내|이하|이상|미만|초과)")
_COMPARATORS = {
    "이내": "at_most", "이하": "at_most", "이상": "at_least", "미만": "less_than",
    "초과": "more_than",
}  # fmt: skip
YEAR_SPLIT = 70  # two-digit years from 70 on are of the last century


def full_year(printed: str) -> int:
    """A printed year as four digits: '21' is 2021, '98' is 1998."""
    year = int(printed)
    if year >= 100:
        return year
    return year + (1900 if year >= YEAR_SPLIT else 2000)


_AIMS_FAR = re.compile(r"(?:종합|중장기|중기|장기)[가-힣\s]{0,8}계획|발전계획|비전\s?20\d\d")
_REPORTS = re.compile(r"(?:실적|결과|결산|성과)(?:\s?(?:보고서?|공개|공시|현황))?\s*$")

# '… → (’31) 22.0%로 내려왔다': what has come about is no aim.
_HAS_COME = re.compile(
    r"\s?(?:으로|로)\s?(?:[가-힣]{1,4}\s)?(?:내려[왔옴간갔]|[늘줄]었|올[랐라]|(?:떨어|높아|낮아|많아|적어|커|작아|좋아|나빠)[졌짐져]"
    r"|(?:상승|하락|감소|증가|개선|확대|축소|악화)(?:했|됐|되었|하였|하여|하며))"
)


def trajectories(statement: Statement) -> Iterator[Draft]:
    """The indicator courses of a statement, each with the label before it or above it."""
    text = fold(statement.text)
    # Every course and every span has one of them.
    if "'" not in text and "→" not in text and "/" not in text:
        return
    # `fold` keeps every place, so spans of the folded text are spans of the print.
    taken = 0
    for match in _COURSE.finditer(text):
        points = tuple(_POINT.finditer(match.group()))
        years = [full_year(point["year"]) for point in points]
        if len(points) < 2 or years != sorted(set(years)):
            continue
        label, unit, flags = _named(statement, taken, match.start())
        if not label:
            continue
        unit, conflict = _agreed(unit, points)
        has_come = _HAS_COME.match(text, match.end()) is not None
        phases = _phases(statement, points, years, has_come=has_come)
        values = tuple(
            FactValue(year=year, value=_worth(point, unit), phase=phase)
            for point, year, phase in zip(points, years, phases, strict=True)
        )
        taken = match.end()
        bound = _BOUND.match(text, match.end())
        comparator = _COMPARATORS[bound["word"]] if bound else None
        yield _draft(statement, label, unit, values, match.span(), (*flags, *conflict), comparator)
    if taken == 0 and (span := _SPAN.search(text)):
        yield from _spans(statement, span)


def _spans(statement: Statement, match: re.Match[str]) -> Iterator[Draft]:
    """One value for each year, or for the whole, of a printed span of years."""
    label, unit, flags = _named(statement, 0, match.start())
    first, last = full_year(match["first"]), full_year(match["last"])
    number = re.match(r"(\d[\d,]*(?:\.\d+)?)\s*([가-힣%]{1,4})?", match["rest"])
    if not label or first > last or number is None:
        return
    amounts = find_amounts(match["rest"])
    value, amount = _decimal(number[1]), None
    printed = unit or number[2]
    if amounts and amounts[0].start == 0 and amounts[0].krw is not None:
        amount = amounts[0].krw
        raw = amounts[0].raw.replace(" ", "")
        scaled = re.fullmatch(r"([\d,.]+)(조|억|백만|천만|만|천)원?", raw)
        if scaled:
            value, printed = _decimal(scaled[1]), scaled[2] + "원"
        else:
            value, printed = Decimal(amount), "원"
    elif printed in {"건수"}:
        printed = number[2] or printed
    is_yearly = match["every"] is not None
    years = (first, last) if is_yearly else ()  # what is for the whole is of none of its years
    values = tuple(FactValue(year=year, value=value, phase=Phase.PLANNED) for year in years)
    yield Draft(
        statement=statement,
        kind=FactKind.BUDGET if amount is not None else FactKind.INDICATOR,
        name=label,
        raw_text=statement.text[slice(*match.span())].strip(),
        span=match.span(),
        value=value,
        values=values,
        unit=printed,
        amount_krw=amount,
        fiscal_year=first if is_yearly else None,
        period=None if is_yearly else Period(start=str(first), end=str(last)),
        flags=(*flags, "annual_flow" if is_yearly else WHOLE_PERIOD),
    )


def _draft(
    statement: Statement,
    label: str,
    unit: str | None,
    values: tuple[FactValue, ...],
    span: tuple[int, int],
    flags: tuple[str, ...],
    comparator: str | None,
) -> Draft:
    last = values[-1].value
    amount = None
    tight = unit.replace(" ", "") if unit else ""
    if unit_scale(tight) is not None and isinstance(last, Decimal):
        read = find_amounts(f"{last}{tight}")
        amount = read[0].krw if read else None
    return Draft(
        statement=statement,
        kind=_kind(label, tight, amount is not None),
        name=label,
        raw_text=statement.text[slice(*span)].strip(),
        span=span,
        value=last,
        values=values,
        unit=unit,
        amount_krw=amount,
        fiscal_year=values[-1].year,
        comparator=comparator,
        flags=flags if unit else (*flags, "unit_unknown"),
        doubts=(UNIT_UNSURE,) if "unit_conflict" in flags else (),
    )


def _kind(label: str, unit: str, is_money: bool) -> FactKind:
    if unit == _GRADE:
        return FactKind.EVALUATION
    return FactKind.BUDGET if is_money and _FUNDS.search(label) else FactKind.INDICATOR


def _named(statement: Statement, taken: int, at: int) -> tuple[str, str | None, tuple[str, ...]]:
    """The label before a course with its unit; one that does not say of what has that before it."""
    label, unit, flags = _labelled(statement, taken, at)
    last = label.rpartition(" ")[2]
    if particle_of(last) in {"은", "는"}:
        label = label.removesuffix(last) + without_particle(last)  # '※ 자립도는 (’30) 24% → …'
    label = _AIMED_AT.sub("", label) or label
    return of_thing(thing_above(statement), label) if is_generic(label) else label, unit, flags


def _labelled(statement: Statement, taken: int, at: int) -> tuple[str, str | None, tuple[str, ...]]:
    """The label before a course, or that of the item above where it stands on a line of its own."""
    before = statement.text[taken:at]
    label, unit, flags = _label(before)
    if not label and taken == 0 and statement.passage.heading_path:
        return _label(statement.passage.heading_path[-1])
    if not statement.is_item and ":" not in before and "：" not in before:
        # In a sentence the label is the phrase before the course, not all that was said.
        return label_before(statement.text, taken, at) or label, unit, flags
    return label, unit, flags


def _label(before: str) -> tuple[str, str | None, tuple[str, ...]]:
    """The name and the unit in brackets at its end; '구축률・유지' names a rate, not a unit."""
    stripped = before.strip(" \n,;/").rstrip(" :：")
    match = _LABEL_UNIT.search(stripped)
    if match is None:
        return clean_name(stripped.replace(" : ", " ")), None, ()
    unit = match.group(1).strip()
    label = clean_name(stripped[: match.start()].replace(" : ", " "))
    flags: tuple[str, ...] = ()
    if _CUMULATIVE.search(unit):
        unit, flags = _CUMULATIVE.sub("", unit), ("cumulative",)
    if _RATIO_WORDS.search(re.split(r"[・·,/]", unit)[0]):
        return label, unit, (*flags, "unit_is_rate")
    return label, unit or None, flags


def _agreed(
    label_unit: str | None, points: Sequence[re.Match[str]]
) -> tuple[str | None, tuple[str, ...]]:
    """The one unit of a course; one in the label and another in the value are in conflict."""
    printed = {_full_unit(point["unit"]) for point in points if point["unit"]}
    if any(point["value"] is None for point in points):
        # '1조 2,345억 원' and '31만 2천명' have no one scale: each is read whole.
        counted = {one.unit for point in points for one in _counted(point["worth"])}
        if not counted:
            return "원", ()
        printed = counted
    if len(printed) > 1:
        return label_unit, ("unit_conflict",)
    if not printed:
        return label_unit, ()
    value_unit = next(iter(printed))
    if label_unit is None or label_unit.replace(" ", "") == value_unit:
        return label_unit or value_unit, ()
    if label_unit == "건수" or label_unit.endswith("수"):
        return value_unit, ()
    return label_unit, ("unit_conflict",)


def _full_unit(printed: str) -> str:
    """A unit as it is printed most fully: 억 is 억원."""
    tight = re.sub(r"\s", "", printed)
    return f"{tight}원" if tight[-1] in "조억만" else tight


def _counted(worth: str) -> tuple[Quantity, ...]:
    """The count that a compound numeral gives ('31만 2천명'); money has none."""
    return tuple(one for one in find_quantities(worth) if isinstance(one, Quantity))[:1]


def _worth(point: re.Match[str], unit: str | None) -> Value:
    counted = _counted(point["worth"])
    if counted and counted[0].unit == unit:
        return counted[0].value
    if point["value"] is None or (unit == "원" and point["unit"]):
        read = find_amounts(point["worth"])
        if read and read[0].krw is not None:
            return Decimal(read[0].krw)
    value = _decimal(point["value"] or re.sub(r"\D", "", point["worth"]))
    return f"{value}{_GRADE}" if unit == _GRADE else value


def _phases(
    statement: Statement,
    points: Sequence[re.Match[str]],
    years: Sequence[int],
    *,
    has_come: bool = False,
) -> Iterator[Phase]:
    """The phase of each point: as printed, else by the year in which the document speaks.

    What lies before that year happened, what lies after it is planned. In the year itself, and
    where the document names none, the first point is where things stand and the others are aims;
    all points of a report on results, and of what has come about, are results. The year in the
    title of a plan for many years is the one it aims at, and none in which it speaks.
    """
    document = statement.document
    as_of = map(year_as_of, reversed(statement.passage.heading_path))  # '(2023년 기준)'
    spoken = (
        document.published_on.year if document.published_on else next(filter(None, as_of), None)
    )
    # The year that a plan names most may be the one that it aims at.
    is_guess = document.document_type == "plan" and "fiscal_years" in document.inferred
    aims_far = _AIMS_FAR.search(document.title) is not None or is_guess
    if spoken is None and document.fiscal_years and not aims_far:
        spoken = document.fiscal_years[0]
    has_come = has_come or "결산" in document.title
    is_report = spoken is None and (
        _REPORTS.search(document.title) is not None or document.document_type == "settlement"
    )
    for order, (point, year) in enumerate(zip(points, years, strict=True)):
        said = point["stage"] or point["aside"] or point["behind"]
        stage = next((phase for phase, words in _STAGES if said in words), None)
        if stage is not None:
            yield stage
        elif spoken is not None and year != spoken:
            yield Phase.ACTUAL if year < spoken else Phase.PLANNED
        else:
            yield Phase.ACTUAL if order == 0 or has_come or is_report else Phase.PLANNED


def _decimal(printed: str) -> Decimal:
    return Decimal(printed.replace(",", ""))
