"""Amounts: every gold case exactly, every style back to the same won, nothing invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.amounts import find_amounts, unit_scale
from corpus.parts import counted_parts, inherited_parts
from tests.corpus.gold_cases import Case, as_row, gold_cases, plain
from tests.corpus.readers import (
    HOSTILE,
    NOISE,
    assert_linear,
    assert_spans,
    documents,
)

MYRIAD, HUNDRED_MILLION, TRILLION = 10**4, 10**8, 10**12


@pytest.mark.parametrize("case", gold_cases("amounts"), ids=lambda case: case.text[:40])
def test_every_gold_amount_is_read_exactly(case: Case) -> None:
    found = find_amounts(case.text, inherited_unit=case.inherited_unit)
    assert [as_row(one) for one in found] == [plain(one) for one in case.expected]


def grouped(number: int) -> str:
    return f"{number:,}"


def by_large_scales(number: int, *, digits: Callable[[int], str], gap: str) -> str:
    """12조 3,456억 7,890만 1,234 in any spelling of digits and gaps."""
    words = []
    for scale, word in ((TRILLION, "조"), (HUNDRED_MILLION, "억"), (MYRIAD, "만")):
        count, number = divmod(number, scale)
        if count:
            words.append(digits(count) + word)
    if number or not words:
        words.append(digits(number))
    return gap.join(words)


def by_all_scales(number: int) -> str:
    """84억1천3백만: thousands and hundreds written out, as newspapers do."""

    def section(count: int) -> str:
        written = ""
        for scale, word in ((1000, "천"), (100, "백")):
            part, count = divmod(count, scale)
            written += f"{part}{word}" if part else ""
        return written + (str(count) if count else "")

    return by_large_scales(number, digits=section, gap="") if number else "0"


def in_words(number: int) -> str:
    """일십이억삼천사백만: Sino-Korean words only."""
    digits = "영일이삼사오육칠팔구"

    def section(count: int) -> str:
        written = ""
        for scale, word in ((1000, "천"), (100, "백"), (10, "십"), (1, "")):
            part, count = divmod(count, scale)
            written += digits[part] + word if part else ""
        return written

    written = ""
    for scale, word in ((TRILLION, "조"), (HUNDRED_MILLION, "억"), (MYRIAD, "만"), (1, "")):
        count, number = divmod(number, scale)
        written += section(count) + word if count else ""
    return written


STYLES: dict[str, Callable[[int], str]] = {
    "digits": lambda number: f"{number}원",
    "grouped": lambda number: f"{grouped(number)} 원",
    "thousands": lambda number: f"{grouped(number)}천원",
    "millions": lambda number: f"{grouped(number)}백만 원",
    "hundred millions": lambda number: f"{grouped(number)}억 원",
    "hundred millions, won not printed": lambda number: f"매년 {grouped(number)}억",
    "large scales, spaced": lambda number: by_large_scales(number, digits=grouped, gap=" ") + "원",
    "large scales, glued": lambda number: by_large_scales(number, digits=str, gap="") + " 원",
    "all scales": lambda number: by_all_scales(number) + "원",
    "formal words": lambda number: f"일금 {in_words(number)}원정",
    "formal digits": lambda number: f"일금 {grouped(number)}원정",
    "minus": lambda number: f"증감 △{grouped(number)}원",
}
FACTORS = {
    "thousands": 1000,
    "millions": 10**6,
    "hundred millions": HUNDRED_MILLION,
    "hundred millions, won not printed": HUNDRED_MILLION,
    "minus": -1,
}


@pytest.mark.parametrize("style", STYLES)
@given(number=st.integers(min_value=1, max_value=9_999_999_999))
def test_an_amount_in_any_style_reads_back_as_the_same_won(style: str, number: int) -> None:
    text = f"사업비 {STYLES[style](number)}을 편성하였다."
    amounts = find_amounts(text)
    assert [one.krw for one in amounts] == [number * FACTORS.get(style, 1)], text


@given(number=st.integers(min_value=1, max_value=9_999), decimals=st.integers(0, 9_999))
def test_a_decimal_amount_reads_back_to_the_won(number: int, decimals: int) -> None:
    (amount,) = find_amounts(f"{number}.{decimals:04}억원")
    assert amount.krw == number * HUNDRED_MILLION + decimals * MYRIAD


@given(low=st.integers(min_value=1, max_value=9_000), width=st.integers(min_value=1, max_value=900))
def test_a_range_reads_back_with_both_ends(low: int, width: int) -> None:
    (amount,) = find_amounts(f"({low}∼{low + width}억 원)")
    assert (amount.krw, amount.high_krw) == (
        low * HUNDRED_MILLION,
        (low + width) * HUNDRED_MILLION,
    )


@given(st.lists(st.sampled_from(NOISE), max_size=30).map("".join))
def test_spans_are_true_sorted_and_apart(text: str) -> None:
    for unit in (None, "백만원"):
        assert_spans(text, find_amounts(text, inherited_unit=unit))


@given(st.text(max_size=80))
def test_any_text_at_all_is_read_without_error(text: str) -> None:
    assert_spans(text, find_amounts(text))
    inherited_parts(text)
    counted_parts(text)


@given(digits=st.text("0123456789", min_size=19, max_size=60))
def test_a_number_too_long_for_any_budget_has_no_value(digits: str) -> None:
    for amount in find_amounts(f"총 {digits}원"):
        assert amount.krw is None
        assert amount.flags


@given(digits=st.text("0123456789", min_size=1, max_size=60), unit=st.sampled_from(["원", "조원"]))
def test_every_value_fits_the_64_bits_of_databases(digits: str, unit: str) -> None:
    text = f"{digits}{unit}(국비 {digits})"
    amounts = [*find_amounts(text, inherited_unit=unit)]
    amounts += [one.amount for one in inherited_parts(text)]
    assert all(abs(one.krw or 0) < 2**63 for one in amounts)


@given(number=st.integers(1_000, 9_999_999), other=st.integers(1, 9_999_999))
def test_no_tail_of_a_longer_number_is_ever_read(number: int, other: int) -> None:
    text = f"제{number}억, A{other}억, {number}-{other}억, {number}.{other}.{number}원"
    values = {one.krw for one in find_amounts(text)}
    assert values <= {None}


@pytest.mark.parametrize("piece", HOSTILE)
def test_reading_time_grows_with_the_length_only(piece: str) -> None:
    assert_linear(find_amounts, piece)


@pytest.mark.parametrize("piece", ["1억 ", "((국 1억(", "1억(국 1", "1건(가 1, 나 1"])
def test_the_search_for_parts_takes_linear_time_too(piece: str) -> None:
    assert_linear(inherited_parts, piece)
    assert_linear(counted_parts, piece)


def test_a_real_document_is_read_with_true_spans() -> None:
    for text in documents():
        assert_spans(text, find_amounts(text))


@pytest.mark.parametrize(
    ("unit", "scale"),
    [
        ("원", 1),
        ("천원", 1_000),
        ("백만 원", 10**6),
        ("(단위: 억원)", 10**8),
        ("억", 10**8),
        ("십억원", 10**9),
        ("조원", 10**12),
        ("명", None),
        ("%", None),
        ("천", None),
        ("", None),
        ("만명", None),
        ("달러", None),
    ],
)
def test_a_unit_of_won_is_told_from_other_units(unit: str, scale: int | None) -> None:
    assert unit_scale(unit) == scale


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "총 8,727억 원 (일반 7,789, 특별 938)",
            [("일반", 778_900_000_000, True), ("특별", 93_800_000_000, True)],
        ),
        (
            "100억원(국비 50, 도비 25, 시비 25)",
            [
                ("국비", 5_000_000_000, True),
                ("도비", 2_500_000_000, True),
                ("시비", 2_500_000_000, True),
            ],
        ),
        ("10억원(국비: 5 / 시비: 5)", [("국비", 5 * 10**8, True), ("시비", 5 * 10**8, True)]),
        ("10억 원(국비 7.5, 시비 2.5)", [("국비", 75 * 10**7, True), ("시비", 25 * 10**7, True)]),
        ("10억 원(증액 15, 감액 △5)", [("증액", 15 * 10**8, True), ("감액", -5 * 10**8, True)]),
        (
            "5703억 원(자체수입 412억 원, 이전재원 5291억 원)",
            [("자체수입", 412 * 10**8, False), ("이전재원", 5291 * 10**8, False)],
        ),
        ("5억 원(국비 100백만원)", [("국비", 10**8, False)]),
        ("2,333억 원(270건)", []),
        ("102억 원(5.41%)", []),
        ("2567억원(전년 2358)", []),
        ("10억원(2024)", []),
        ("10억원(’21년 3, ’22년 7)", []),
        ("10억원(1차 5, 2차 5)", []),
        ("3억원(부가세 포함)", []),
        ("3억 달러(본사 2, 지사 1)", []),
        ("5억원(국비 5, 12개소)", []),
        ("5억원((국비 5))", []),
        ("(국비 5, 시비 5)", []),
    ],
)
def test_parts_in_a_bracket_inherit_the_unit_of_their_total(
    text: str, parts: list[tuple[str, int, bool]]
) -> None:
    found = inherited_parts(text)
    assert [
        (one.label, one.amount.krw, "unit_inherited" in one.amount.flags) for one in found
    ] == parts
    for one in found:
        assert text[one.start : one.end] == one.raw
        assert text[one.amount.start : one.amount.end] == one.amount.raw
        assert one.total in find_amounts(text)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("총 210건(신규 23건, 계속 187건)", [("신규", 23), ("계속", 187)]),
        ("307개(기초 226, 중앙 27)", [("기초", 226), ("중앙", 27)]),
        (
            "12개소 (읍·면·동, 직속기관 8개소/ 보조금 지원 기관·단체 4개소)",
            [("읍·면·동, 직속기관", 8), ("보조금 지원 기관·단체", 4)],
        ),
        ("308개 기관(중앙47, 우주항공청(시범) 1)", [("중앙", 47), ("우주항공청(시범)", 1)]),
        ("21개(3개 분야 5개 항목)", []),
        ("10개소(반기별 5개소)", []),
        ("270건(2,333억 원)", []),
    ],
)
def test_parts_of_a_count_are_read_as_well(text: str, parts: list[tuple[str, int]]) -> None:
    found = counted_parts(text)
    assert [(one.label, int(one.quantity.value)) for one in found] == parts
    for one in found:
        assert text[one.quantity.start : one.quantity.end] == one.quantity.raw
