"""Files that are broken or meant to break a reader: read to the end, quickly, inventing nothing."""

from __future__ import annotations

import gc
import re
import time
import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

import corpus
from corpus.catalog import CatalogRow
from corpus.errors import UnreadableSourceError
from corpus.types import Fact
from tests.corpus.plans import PLAN_2031, assert_true_places, hostile_texts, plan_texts, read
from tests.corpus.readers import assert_linear

SUFFIXES = (".txt", ".md", ".html")

PIECES = (
    *("1", "1,", "12 ", "9" * 40 + " ", "２", "%", "~", "1~", "3:7 ", "제1회 ", "1인당 ", "매년 "),
    *("(", "((가 ", ")", "[", "【", "(1", "[x](", "〔", "→", "(’21) 1 → ", "→ (’25) ", "’21", "'"),
    *("’21.13. ", "2021. 2. 30. ", "지난 ", "(‘21→’25) 매년 20억 ", "’21.12.~", "민선 8기 "),
    *("○ ", "○", "- ", "· ", "▲가 ", "①", "※ 가 ", "가 : ", "ㆍ", "* ", "> ", "# ", "**", "`"),
    *(
        "○ 가\n",
        "- 가 : 1억 원\n",
        "1. 가\n",
        "제1장 가\n",
        "가\n\n",
        "# 가\n",
        "```\n",
        "\n",
        "\x0c",
    ),
    *("|", "| ", "| 1 ", "|가|1|", "a | ", "\t1", "가   1   ", "| 가 | 1 |\n", "│ 1 ", "+--", "┌─"),
    *(
        "억 ",
        "12억 원 ",
        "12억 원, ",
        "1조 ",
        "총 8억 원(일반 7, 특별 1) ",
        "일반 1, ",
        "수백억 원 ",
    ),
    *(
        "가",
        "가나다 ",
        "가.",
        "했다. ",
        "가람시 ",
        "김가나 시장 ",
        "지원규모 ",
        "A",
        "http://a.kr/",
    ),
    *("담당부서 : ", "담당부서 : 가\n", "☎ 041-930-1234 ", "홈 > ", "더보기", "가.. 더보기\n"),
    *("목차\n", "목 차 가 1 ", "가 ···· 1\n", "결재문서 문서번호 ", "가등급 ", "가 1\n"),
    *(
        "\u202e",
        "\u202e1",
        "\u200b",
        "\u200b1",
        "\u00ad가",
        "\ufeff가",
        "\u3164",
        "\u115f",
        "\u0301",
    ),
    *("가\u0301", "1\u0301", "\u3000", "\u2028", "\u00a0", "\ufffd", "\U0001f468\u200d"),
    *("<p>", "<td>", "<b>", "<table>", "<tr><td>1", "<br>", "<li>", "<td colspan=99>1", "<p>가 "),
    *(
        "<div>",
        "<",
        "&",
        "&lt;",
        "<!--",
        "<a href='",
        "</p>",
        "<td rowspan=0>가",
        "<table><tr><td>",
    ),
)
"""Each is repeated until it fills a line (or, where it ends one, a file)."""

REFUSALS = {"empty_file", "binary_file", "page_too_complex", "unknown_encoding"}

_HELD = 20_000  # characters of a piece that every run tries
_SECONDS = 6.0  # of process time; the slowest takes about one
_MEGABYTE = 1_000_000
_SECONDS_OF_MEGABYTE = 60.0


def read_or_refused(text: str | bytes, suffix: str = ".txt") -> corpus.Reading | None:
    """The reading of a file, None where it is refused with its reason in both languages."""
    try:
        return read(text, suffix, about=PLAN_2031)
    except UnreadableSourceError as error:
        refusal = error
    assert refusal.code in REFUSALS
    assert refusal.message_ko
    assert refusal.message_en
    return None


def digits_of(words: str) -> str:
    return "".join(re.findall(r"[1-9]", unicodedata.normalize("NFKC", words)))


def is_within(part: str, whole: str) -> bool:
    """Whether the characters of `part` stand in `whole` in this order."""
    rest = iter(whole)
    return all(one in rest for one in part)


def invented(fact: Fact) -> Iterator[str]:
    """Figures of a fact that its quote does not print; what is spelled out (삼백만) prints none."""
    printed = digits_of(fact.quote)
    if not printed:
        return
    values = [one for one in (fact.value, fact.amount_krw) if one is not None]
    values += [one.value for one in fact.values if one.value is not None]
    for value in values:
        figures = "" if isinstance(value, str) else f"{value:f}"
        if not is_within(digits_of(figures), printed):
            yield figures


def assert_sound(reading: corpus.Reading | None) -> None:
    """Every place is true and no figure is made up."""
    if reading is None:
        return
    assert_true_places(reading)
    for fact in reading.facts:
        assert not list(invented(fact)), (fact.name, fact.quote, list(invented(fact)))


# A line of one piece


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("piece", PIECES)
def test_a_long_line_of_any_piece_is_read(piece: str, suffix: str) -> None:
    text = (piece * (_HELD // len(piece)))[:_HELD] + "\n끝"
    gc.collect()
    gc.disable()
    begin = time.process_time()
    try:
        reading = read_or_refused(text, suffix)
        seconds = time.process_time() - begin
    finally:
        gc.enable()
    assert seconds < _SECONDS
    assert_sound(reading)


@pytest.mark.thorough
@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("piece", PIECES)
def test_a_megabyte_of_any_piece_is_read_within_seconds(piece: str, suffix: str) -> None:
    text = (piece * (_MEGABYTE // len(piece)))[:_MEGABYTE] + "\n끝"
    begin = time.process_time()
    reading = read_or_refused(text, suffix)
    assert time.process_time() - begin < _SECONDS_OF_MEGABYTE
    if reading is not None:
        assert_true_places(reading)


@pytest.mark.thorough
@pytest.mark.parametrize("piece", PIECES)
def test_twice_the_text_takes_twice_the_time(piece: str) -> None:
    assert_linear(lambda text: read_or_refused(text + "\n끝"), piece)


@pytest.mark.parametrize(
    "piece",
    ["○ 가\n", "가\n\n", "1. 가\n", "\n", "가 1\n", "목 차 가 1 ", "| 가 | 1 |\n", "(", "<td>1"],
)
def test_common_pieces_take_linear_time(piece: str) -> None:
    assert_linear(lambda text: read_or_refused(text + "\n끝"), piece)


# Brackets


@pytest.mark.parametrize(("left", "right"), ["()", "[]", "【】", "「」", "<>", "{}"])
@pytest.mark.parametrize("closed", [True, False])
def test_ten_thousand_brackets_deep_a_figure_is_read_or_left_alone(
    left: str, right: str, *, closed: bool
) -> None:
    depth = 10_000
    inside = left * depth + "일반 3억 원" + right * depth * closed
    for text in (f"○ 예산 : 8억 원 {inside}", inside, f"| 구분 | 금액 |\n| 숲 | {inside} |"):
        reading = read_or_refused(text + "\n○ 사업비 : 12억 원\n끝")
        assert reading is not None
        assert_sound(reading)
        assert any(one.amount_krw == 1_200_000_000 for one in reading.facts)


def test_brackets_that_cross_part_nothing_that_belongs_together() -> None:
    reading = read("○ 예산 : 8억 원 (일반 [7, 특별) 1]\n○ 사업비 : 12억 원\n", about=PLAN_2031)
    assert_sound(reading)
    assert {800_000_000, 1_200_000_000} <= {one.amount_krw for one in reading.facts}


# Numbers and dates that cannot be


@pytest.mark.parametrize("digits", [40, 400, 4_000, 40_000])
def test_a_number_of_many_digits_is_never_rounded_or_cut(digits: int) -> None:
    for text in (
        f"○ 사업비 : {'9' * digits}원",
        f"○ 사업비 : {'9' * digits}억 원",
        f"○ 나무 {'9' * digits}그루",
        f"| 구분 | 금액(억원) |\n|--|--|\n| 숲 | {'9' * digits} |",
        f"○ 이용자(명): (‘31) {'9' * digits} → (’35) 5",
        f"○ 개관 : {'9' * digits}년 {'9' * digits}월",
    ):
        reading = read_or_refused(text + "\n끝")
        assert_sound(reading)
        assert reading is not None
        for fact in reading.facts:
            assert fact.amount_krw is None or abs(fact.amount_krw) < 10**20
            assert fact.fiscal_year is None or 1900 <= fact.fiscal_year < 2100


IMPOSSIBLE = (
    *("’21.13.", "2021. 2. 30.", "2021-02-30", "’21. 0. 5.", "2021. 6. 31. ~ 2021. 13. 1."),
    *("2021.99.99.", "5/4분기", "13월 40일", "’21.13.~’22.14."),
)


@pytest.mark.parametrize("day", IMPOSSIBLE)
@pytest.mark.parametrize(
    "line",
    [
        "○ 사업기간 : {}",
        "○ 개관식을 {}에 열었다.",
        "○ 숲 조성({})",
        "○ 이용자(명): ({}) 100 → (’35) 200",
        "작성일 : {}",
        "| 사업 | 준공시기 |\n|--|--|\n| 숲 조성 | {} |",
        "| 사업 | {} |\n|--|--|\n| 숲(건) | 3 |",
        "<p>등록일 {}</p>",
    ],
)
def test_a_day_that_cannot_be_is_no_day(line: str, day: str) -> None:
    unlisted = CatalogRow(file="plan.txt")
    suffix = ".html" if line.startswith("<") else ".txt"
    reading = read(f"{line.format(day)}\n\n숲을 가꾼다.\n", suffix, about=unlisted)
    assert reading.document.published_on is None
    for fact in reading.facts:
        assert fact.period is None, fact
        assert fact.fiscal_year in {None, 2035}, fact


# Hidden and turned characters


HIDDEN = ("\u200b", "\u200d", "\u2060", "\u00ad", "\ufeff", "\u202e", "\u2066", "\u0301")
AMOUNT = "12억 3,400만원"


@pytest.mark.parametrize("hidden", HIDDEN)
@pytest.mark.parametrize("at", [1, 5, 6, 7])
def test_a_number_in_which_a_character_hides_is_not_read_in_part(hidden: str, at: int) -> None:
    reading = read(f"○ 사업비 : {AMOUNT[:at]}{hidden}{AMOUNT[at:]}\n", about=PLAN_2031)
    assert_sound(reading)
    amounts = {one.amount_krw for one in reading.facts} - {None}
    # What an override turns round begins behind what stands before it.
    assert amounts <= ({1_200_000_000} if hidden == "\u202e" else set())


@pytest.mark.parametrize("blank", [" ", "\u00a0", "\u3000", "\u3164", "\u200b"])
@pytest.mark.parametrize("at", [2, 9])
def test_a_blank_before_a_scale_parts_no_amount(blank: str, at: int) -> None:
    reading = read(f"○ 사업비 : {AMOUNT[:at]}{blank}{AMOUNT[at:]}\n", about=PLAN_2031)
    assert_sound(reading)
    assert [one.amount_krw for one in reading.facts] == [1_234_000_000]


def test_a_mark_of_byte_order_inside_a_file_moves_no_place() -> None:
    reading = read("\ufeff○ 사업비 : 12억 원\n\ufeff○ 기간 : \ufeff2031년\n", about=PLAN_2031)
    assert_sound(reading)
    assert [one.amount_krw for one in reading.facts if one.amount_krw] == [1_200_000_000]


def test_control_characters_are_blanks_and_binary_data_is_refused() -> None:
    text = "○ 숲 조성\x00사업 : 12억 원\n" + "○ 나무를 심는다.\n" * 20
    reading = read(text, about=PLAN_2031)
    assert_sound(reading)
    assert "\x00" not in reading.text
    assert len(reading.text) == len(text)
    with pytest.raises(UnreadableSourceError):
        read(b"\x00\x01\x02" * 1_000, about=PLAN_2031)


# Anything


@given(hostile_texts(), st.sampled_from(SUFFIXES))
def test_any_text_is_read_soundly(text: str, suffix: str) -> None:
    assert_sound(read_or_refused(text + "\n끝", suffix))


@given(plan_texts())
def test_no_figure_of_a_plan_is_made_up(text: str) -> None:
    assert_sound(read_or_refused(text))


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=12), st.sampled_from(SUFFIXES))
def test_any_pieces_one_after_another_are_read_soundly(pieces: list[str], suffix: str) -> None:
    assert_sound(read_or_refused("".join(pieces) + "\n끝", suffix))


@given(st.binary(max_size=400), st.sampled_from(SUFFIXES))
def test_any_bytes_are_read_or_refused(data: bytes, suffix: str) -> None:
    assert_sound(read_or_refused(data, suffix))
