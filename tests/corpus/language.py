"""The language of plans, generated together with the facts that it states."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hypothesis import strategies as st

from corpus.types import Phase
from tests.corpus.grids import Grid

MARKS = ("○ ", "❍", "● ", "◦ ", "□ ", "- ", "– ", "· ", "• ", "▪ ", "① ", "▶ ", "가) ", "1) ", "")
APOSTROPHES = "‘’´`'"
ARROWS = ("→", " → ", " ⇒ ", " -> ", " ➡ ")
SUBJECTS = (
    *(
        "마을 숲 조성",
        "물길 정비",
        "시립도서관 건립",
        "나눔센터 운영",
        "청년 일터 지원",
        "돌봄 확대",
    ),
    *("자전거길 연결", "온누리 장터 보수", "체육관 개축", "공영주차장 확충", "박물관 이전"),
)
MEASURES = (
    *(("이용자 수", "명"), ("보급 대수", "대"), ("교육 횟수", "회"), ("조성 면적", "㎡")),
    *(("정비 연장", "km"), ("만족도", "점"), ("처리 건수", "건"), ("참여율", "%")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One value that a fact must have, as text so that no figure is rounded."""

    year: int | None
    value: str
    phase: Phase | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """A fact that must come out: its name ends in `name`; `krw` is None where it is no money."""

    name: str
    unit: str | None
    steps: tuple[Step, ...]
    krw: int | None = None
    flags: tuple[str, ...] = ()
    comparator: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Words of a plan and all facts with figures that they state, in the order of the words."""

    text: str
    facts: tuple[Expected, ...]


def whole(most: int = 10**6) -> st.SearchStrategy[int]:
    """Numbers that no reader can take for a year."""
    return st.integers(1, most).filter(lambda number: not 1900 <= number < 2100)


@st.composite
def amounts(draw: st.DrawFn) -> tuple[str, int]:
    """An amount in one of the spellings of plans, and what it is in won."""
    high, low = draw(st.integers(1, 9_999)), draw(st.integers(1, 9_999))
    hundreds, thousands = draw(st.integers(1, 999)), draw(st.integers(1, 9))
    blank = draw(st.sampled_from(["", " "]))
    spelling = draw(
        st.sampled_from(
            [
                (f"{high:,}억{blank}원", high * 10**8),
                (f"{high}억{blank}원", high * 10**8),
                (f"{hundreds}조{blank}{low:,}억{blank}원", hundreds * 10**12 + low * 10**8),
                (f"{hundreds} 조 {low:,} 억원", hundreds * 10**12 + low * 10**8),
                (f"{high:,}억{blank}{low:,}만{blank}원", high * 10**8 + low * 10**4),
                (f"{high}억 {low:,} 만원", high * 10**8 + low * 10**4),
                (f"{hundreds}억 {thousands}천만{blank}원", hundreds * 10**8 + thousands * 10**7),
                (f"{high:,}백만{blank}원", high * 10**6),
                (f"{high:,}천{blank}원", high * 10**3),
                (f"{thousands}천만{blank}원", thousands * 10**7),
                (f"{low:,}만{blank}원", low * 10**4),
                (f"{high * 1000:,}원", high * 1000),
                (f"{hundreds}.{thousands}억{blank}원", hundreds * 10**8 + thousands * 10**7),
            ]
        )
    )
    if draw(st.booleans()):
        return spelling
    turned = str.maketrans("0123456789", "０１２３４５６７８９")
    return spelling[0].translate(turned), spelling[1]


@st.composite
def labelled_amounts(draw: st.DrawFn) -> Said:
    """An item that gives what something costs, perhaps as a bound, about so much, or each year."""
    subject, (printed, krw) = draw(st.sampled_from(SUBJECTS)), draw(amounts())
    before, behind, flags, comparator = draw(
        st.sampled_from(
            [
                ("", "", (), None),
                ("약 ", "", ("approximate",), None),
                ("", " 이상", (), "at_least"),
                ("", " 미만", (), "less_than"),
                ("매년 ", "", ("annual_flow",), None),
                ("총 ", "", (), None),
            ]
        )
    )
    mark, colon = draw(st.sampled_from(MARKS)), draw(st.sampled_from([" : ", ": ", " ： "]))
    expected = Expected(
        name=f"{subject} 예산액",
        unit="원",
        krw=krw,
        steps=(Step(year=2031, value=str(krw), phase=None),),
        flags=flags,
        comparator=comparator,
    )
    text = f"{mark}{subject} 예산액{colon}{before}{printed}{behind}"
    return Said(text=text, facts=(expected,))


@st.composite
def trajectories(draw: st.DrawFn) -> Said:
    """An indicator with two to four years, in every way of typing them."""
    subject = draw(st.sampled_from(SUBJECTS))
    measure, unit = draw(st.sampled_from(MEASURES))
    years = sorted(draw(st.sets(st.integers(2025, 2039), min_size=2, max_size=4)))
    values = [draw(whole()) for _ in years]
    arrow, blank = draw(st.sampled_from(ARROWS)), draw(st.sampled_from(["", " ", "\u00a0"]))
    form = draw(st.integers(0, 2))
    steps = []
    for year, value in zip(years, values, strict=True):
        mark = draw(st.sampled_from(APOSTROPHES))
        short = f"{mark}{year % 100}"
        stand = (f"({short}){blank}", f"({mark}{year}){blank}", f"{short}년 ")[form]
        steps.append(f"{stand}{value:,}")
    label = draw(st.sampled_from([f"({unit})", f" ({unit})", f"(단위: {unit})"]))
    text = f"{draw(st.sampled_from(MARKS))}{subject} {measure}{label}: {arrow.join(steps)}"
    last = len(years) - 1
    expected = Expected(
        name=f"{subject} {measure}",
        unit=unit,
        steps=tuple(
            Step(
                year=year,
                value=str(value),
                phase=_phase(order, last, year),
            )
            for order, (year, value) in enumerate(zip(years, values, strict=True))
        ),
    )
    return Said(text=text, facts=(expected,))


def _phase(order: int, last: int, year: int) -> Phase | None:
    """What is certain in a plan for 2031: its target is planned, where it began is actual."""
    if order == last and year > 2031:
        return Phase.PLANNED
    return Phase.ACTUAL if order == 0 and year < 2031 else None


@st.composite
def totals(draw: st.DrawFn) -> Said:
    """A total with the parts in brackets that inherit its unit."""
    subject = draw(st.sampled_from(SUBJECTS))
    labels = draw(st.sampled_from([("일반", "특별"), ("국비", "도비", "시비"), ("국비", "시비")]))
    parts = [draw(whole(9_999)) for _ in labels]
    left, right = draw(st.sampled_from([("(", ")"), ("[", "]")]))
    listed = ", ".join(f"{one} {part:,}" for one, part in zip(labels, parts, strict=True))
    total = sum(parts)
    mark = draw(st.sampled_from(MARKS))
    text = f"{mark}{subject} 예산 : 총 {total:,}억 원 {left}{listed}{right}"
    facts = [
        Expected(
            name=name,
            unit="원",
            krw=part * 10**8,
            steps=(Step(year=2031, value=str(part * 10**8), phase=None),),
            flags=flags,
        )
        for name, part, flags in [
            (f"{subject} 예산", total, ()),
            *((label, part, ("part",)) for label, part in zip(labels, parts, strict=True)),
        ]
    ]
    return Said(text=text, facts=tuple(facts))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table of a plan with what stands above it, and the facts of its rows."""

    above: str
    grid: Grid
    facts: tuple[Expected, ...]


Cell = tuple[str, str | None, int | None, Phase | None, tuple[str, ...]]
"""What a column says of its cells: name, unit, year, phase and flags."""


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    """One of the five tables that budget books and plans print most."""
    shape = draw(st.sampled_from([_summary, _by_year, _by_source, _indicators, _audits]))
    names = draw(st.lists(st.sampled_from(SUBJECTS), min_size=2, max_size=5, unique=True))
    width = {_summary: 3, _by_year: 4, _by_source: 4, _indicators: 4, _audits: 3}[shape]
    rows = [[draw(whole()) for _ in range(width)] for _ in names]
    return shape(names, rows)


def _money(value: int, unit: str) -> int:
    return value * {"백만원": 10**6, "억원": 10**8, "천원": 10**3}[unit]


def _one(
    name: str, unit: str, year: int | None, value: int, phase: Phase | None, *flags: str
) -> Expected:
    krw = _money(value, unit) if unit.endswith("원") else None
    step = Step(year=year, value=str(value), phase=phase)
    return Expected(name=name, unit=unit, krw=krw, steps=(step,), flags=flags)


def _rows(names: Sequence[str], rows: Sequence[Sequence[int]]) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (name, *(f"{value:,}" for value in row)) for name, row in zip(names, rows, strict=True)
    )


def _summary(names: Sequence[str], rows: Sequence[Sequence[int]]) -> Sheet:
    facts = []
    for name, (budget, before, change) in zip(names, rows, strict=True):
        facts += [
            _one(f"{name} 예산액", "백만원", 2031, budget, Phase.APPROVED),
            _one(f"{name} 예산액", "백만원", 2030, before, Phase.APPROVED),
            _one(f"{name} 증감", "백만원", 2031, change, None, "change"),
        ]
    head = ("구분", "2031년 예산액(A)", "전년도 예산액(B)", "증감(A-B)")
    return Sheet(
        above="1. 총괄\n(단위: 백만원)\n",
        grid=Grid(head=head, rows=_rows(names, rows)),
        facts=tuple(facts),
    )


def _by_year(names: Sequence[str], rows: Sequence[Sequence[int]]) -> Sheet:
    facts = []
    for name, (total, *years) in zip(names, rows, strict=True):
        steps = (
            Step(year=2031, value=str(years[0]), phase=None),
            Step(year=2032, value=str(years[1]), phase=Phase.PLANNED),
            Step(year=2033, value=str(years[2]), phase=Phase.PLANNED),
        )
        facts += [
            _one(f"{name} 계", "억원", None, total, None, "total", "whole_period"),
            Expected(name=name, unit="억원", krw=_money(years[2], "억원"), steps=steps),
        ]
    head = ("사업명", "계", "’31", "’32", "’33")
    return Sheet(
        above="1. 연차별 투자계획\n(단위 : 억원)\n",
        grid=Grid(head=head, rows=_rows(names, rows)),
        facts=tuple(facts),
    )


def _by_source(names: Sequence[str], rows: Sequence[Sequence[int]]) -> Sheet:
    facts = [
        _one(f"{name} {column}", "천원", 2031, value, None, flag)
        for name, row in zip(names, rows, strict=True)
        for column, value, flag in zip(
            ("계", "국비", "도비", "시비"), row, ("total", *["part"] * 3), strict=True
        )
    ]
    head = ("사업명", "계", "국비", "도비", "시비")
    return Sheet(
        above="1. 재원별 사업비\n[단위: 천원]\n",
        grid=Grid(head=head, rows=_rows(names, rows)),
        facts=tuple(facts),
    )


def _indicators(names: Sequence[str], rows: Sequence[Sequence[int]]) -> Sheet:
    years = (
        (2029, Phase.ACTUAL),
        (2030, Phase.ACTUAL),
        (2031, Phase.PLANNED),
        (2032, Phase.PLANNED),
    )
    facts, printed = [], []
    for order, (name, row) in enumerate(zip(names, rows, strict=True)):
        measure, unit = MEASURES[order]
        steps = tuple(
            Step(year=year, value=str(value), phase=phase)
            for (year, phase), value in zip(years, row, strict=True)
        )
        facts.append(Expected(name=f"{name} {measure}", unit=unit, steps=steps))
        printed.append((f"{name} {measure}", unit, *(f"{value:,}" for value in row)))
    head = ("지표명", "단위", "’29 실적", "’30 실적", "’31 목표", "’32 목표")
    return Sheet(
        above="1. 성과지표\n", grid=Grid(head=head, rows=tuple(printed)), facts=tuple(facts)
    )


def _audits(names: Sequence[str], rows: Sequence[Sequence[int]]) -> Sheet:
    bodies = [f"{order}동" for order in "가나다라마"]
    columns = (("지적", "건"), ("신분상 조치", "명"), ("재정상 조치", "천원"))
    facts = [
        _one(f"{name} {column}", unit, 2030, value, None)
        for name, row in zip(bodies, rows, strict=False)
        for (column, unit), value in zip(columns, row, strict=True)
    ]
    head = ("기관", *(f"{column}({unit})" for column, unit in columns))
    return Sheet(
        above="1. 2030년 자체감사 결과\n",
        grid=Grid(head=head, rows=_rows(bodies[: len(rows)], rows)),
        facts=tuple(facts),
    )
