"""The marks that begin a line: which they are and how they rank."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given

from corpus.markers import Marker, MarkerKind, inline_circles, inline_starts, marker_at
from tests.corpus.plans import hostile_texts

MIDDLE_DOTS = "·ㆍ・•∙‧"


def mark(line: str) -> Marker | None:
    return marker_at(line, 0, len(line))


@pytest.mark.parametrize(
    ("line", "symbol", "kind"),
    [
        ("제5장 숲", "제5장", MarkerKind.CHAPTER),
        ("제 12 절 숲", "제 12 절", MarkerKind.CHAPTER),
        ("Ⅳ. 숲", "Ⅳ.", MarkerKind.CHAPTER),
        ("【 숲 가꾸기 】", "【", MarkerKind.CHAPTER),
        ("-【 숲 】", "-【", MarkerKind.CHAPTER),
        ("1. 숲", "1.", MarkerKind.NUMBERED),
        ("12.숲", "12.", MarkerKind.NUMBERED),
        ("가. 숲", "가.", MarkerKind.NUMBERED),
        ("3) 숲", "3)", MarkerKind.NUMBERED),
        ("나) 숲", "나)", MarkerKind.NUMBERED),
        ("(2) 숲", "(2)", MarkerKind.NUMBERED),
        ("□ 숲", "□", MarkerKind.NUMBERED),
        ("○ 숲", "○", MarkerKind.BULLET),
        ("❍숲", "❍", MarkerKind.BULLET),
        ("ㅇ 숲", "ㅇ", MarkerKind.BULLET),
        ("- 숲", "-", MarkerKind.BULLET),
        ("– 숲", "–", MarkerKind.BULLET),
        ("▲ 숲", "▲", MarkerKind.BULLET),
        ("① 숲", "①", MarkerKind.BULLET),
        ("※ 숲", "※", MarkerKind.NOTE),
        ("⇒ 숲", "⇒", MarkerKind.NOTE),
        ("* 숲", "*", MarkerKind.NOTE),
    ],
)
def test_a_mark_is_read_with_its_kind(line: str, symbol: str, kind: MarkerKind) -> None:
    found = mark(line)
    assert found is not None
    assert (found.symbol, found.kind) == (symbol, kind)
    assert line[found.length :].startswith("숲")


@pytest.mark.parametrize("dot", MIDDLE_DOTS)
def test_every_middle_dot_is_the_same_mark(dot: str) -> None:
    found, plain = mark(f"{dot} 숲"), mark("· 숲")
    assert found is not None
    assert plain is not None
    assert (found.kind, found.rank) == (plain.kind, plain.rank)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "숲",
        "2031. 3. 5.",
        "2031년",
        "1.5배",
        "-3억 원",
        "△3억 원",
        "가로수",
        "제5차 계획",
        "제한",
        "“숲",
        "(숲)",
        "나무와 숲",
        "o2o 숲",
        "0.22점",
    ],
)
def test_words_and_figures_are_no_marks(line: str) -> None:
    assert mark(line) is None


def test_marks_rank_in_the_order_in_which_plans_nest_them() -> None:
    order = [
        "제1장 가",
        "제1절 가",
        "Ⅰ. 가",
        "1. 가",
        "가. 가",
        "1) 가",
        "가) 가",
        "(1) 가",
        "(가) 가",
    ]
    order += ["□ 가", "【가】", "① 가", "○ 가", "▲ 가", "- 가", "· 가", "※ 가"]
    ranks = [found.rank for line in order if (found := mark(line))]
    assert len(ranks) == len(order)
    assert all(above < below for above, below in pairwise(ranks))


def starts(line: str, *, is_run_on: bool = False) -> list[str]:
    places = [0, *inline_starts(line, 0, len(line), is_run_on=is_run_on), len(line)]
    return [line[begin:end].strip() for begin, end in pairwise(places)]


def test_bullets_on_one_line_are_items_of_their_own() -> None:
    assert starts("숲 ○ 물") == ["숲", "○ 물"]
    assert starts("○ 숲 ○ 물 • 길 ※ 글") == ["○ 숲", "○ 물", "• 길", "※ 글"]


def test_a_heading_is_parted_from_the_bullets_glued_to_it() -> None:
    assert starts("2. 추진내용 ○ 숲 □ 물") == ["2. 추진내용", "○ 숲", "□ 물"]


def test_a_dash_begins_an_item_only_where_items_run_on() -> None:
    assert starts("○ 숲 - 나무") == ["○ 숲 - 나무"]
    assert starts("○ 숲 - 나무", is_run_on=True) == ["○ 숲", "- 나무"]


def test_a_dash_between_numbers_is_a_range_and_no_item() -> None:
    assert starts("○ 기간 3 - 5월", is_run_on=True) == ["○ 기간 3 - 5월"]


def test_the_second_mark_of_an_item_begins_no_other() -> None:
    assert starts("• - 대상 • 기간", is_run_on=True) == ["• - 대상", "• 기간"]


def test_a_circle_inside_a_line_is_seen_only_after_words() -> None:
    assert inline_circles("숲 ○ 물 ○ 길", 0, 9) == 2
    assert inline_circles("○ 숲 물", 0, 5) == 0
    assert inline_circles("○ ○ ! ○", 0, 7) == 0


@given(text=hostile_texts())
def test_a_mark_is_never_longer_than_its_line(text: str) -> None:
    for line in text.splitlines():
        stripped = line.strip()
        found = mark(stripped)
        if found is not None:
            assert 0 < found.length <= len(stripped)
            assert stripped.startswith(found.symbol)
