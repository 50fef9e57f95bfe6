"""Lines cut where items run together and joined where a page broke them."""

from __future__ import annotations

import pytest
from hypothesis import given

from corpus.parse import parse
from corpus.segments import Segmented, SegmentKind, segment
from corpus.types import FactKind
from tests.corpus.plans import plan_texts, read


def segmented(text: str, suffix: str = ".txt") -> Segmented:
    return segment(parse(text.encode(), suffix))


def words(text: str, suffix: str = ".txt") -> list[str]:
    source = parse(text.encode(), suffix)
    return [source.text[one.start : one.end] for one in segment(source).segments]


def out(text: str) -> list[tuple[str, str]]:
    return [(one.reason, text[one.start : one.end]) for one in segmented(text).left_out]


def test_each_line_is_a_segment_without_the_blanks_around_it() -> None:
    assert words("  ○ 숲 가꾸기 \n\n\t- 나무 심기\n") == ["○ 숲 가꾸기", "- 나무 심기"]


def test_items_on_one_line_are_segments_with_marks_of_their_own() -> None:
    segments = segmented("○ 숲 3개소 ○ 물길 2개소 ※ 예정\n").segments
    assert [one.marker.symbol for one in segments if one.marker] == ["○", "○", "※"]


def test_a_heading_is_parted_from_the_bullets_glued_to_it() -> None:
    assert words("2. 추진내용 ○ 숲 ○ 물\n") == ["2. 추진내용", "○ 숲", "○ 물"]


def test_dashes_part_items_only_where_the_document_runs_items_together() -> None:
    assert words("○ 숲 - 나무\n") == ["○ 숲 - 나무"]
    run_on = "○ 숲 - 나무 ○ 꽃\n○ 물 - 다리 ○ 길\n"
    assert words(run_on) == ["○ 숲", "- 나무", "○ 꽃", "○ 물", "- 다리", "○ 길"]
    assert segmented(run_on).is_run_on


def test_an_item_that_is_not_finished_goes_on_in_the_next_line() -> None:
    assert words("○ 시민과 함께하는\n숲 가꾸기\n○ 물") == ["○ 시민과 함께하는\n숲 가꾸기", "○ 물"]
    assert words("○ 나무,\n  꽃\n") == ["○ 나무,\n  꽃"]


def test_a_finished_item_does_not_swallow_the_next_line() -> None:
    assert words("○ 숲 가꾸기\n물 주기\n") == ["○ 숲 가꾸기", "물 주기"]


def test_an_empty_line_ends_an_item_that_looks_unfinished() -> None:
    assert words("○ 시민과 함께하는\n\n숲 가꾸기\n") == ["○ 시민과 함께하는", "숲 가꾸기"]


@pytest.mark.parametrize("number", ["- {} -", "{}", "– {} –", "{} / 40"])
def test_a_printed_page_number_in_mid_sentence_is_left_out_and_the_sentence_goes_on(
    number: str,
) -> None:
    text = f"○ 하나\n{number.format(12)}\n○ 시민과 함께하는\n{number.format(13)}\n숲 가꾸기\n"
    assert out(text) == [("page_number", number.format(12)), ("page_number", number.format(13))]
    assert words(text)[-1] == f"○ 시민과 함께하는\n{number.format(13)}\n숲 가꾸기"


def test_pages_are_numbered_by_the_number_printed_below() -> None:
    segments = segmented("○ 하나\n- 4 -\n○ 둘\n- 5 -\n○ 셋\n").segments
    assert [one.page.printed for one in segments] == ["4", "5", None]


def test_a_lone_number_is_no_page_number() -> None:
    assert out("○ 하나\n12\n○ 둘\n") == []
    assert "12" in words("○ 하나\n12\n○ 둘\n")


def test_numbers_that_fall_are_no_page_numbers() -> None:
    assert out("9\n가\n5\n나\n2\n다\n") == []


def test_text_that_the_site_cut_off_is_told() -> None:
    text = "시는 나무를 심고.. 더보기\n다음 소식이다.\n"
    first, second = segmented(text).segments
    assert (first.is_cut, second.is_cut) == (True, False)
    assert out(text) == [("cut_off", ".. 더보기")]
    assert words(text) == ["시는 나무를 심고", "다음 소식이다."]


def test_an_item_cut_off_in_mid_sentence_does_not_take_the_next_line() -> None:
    assert words("○ 시민과 함께하는.. 더보기\n숲 가꾸기\n") == ["○ 시민과 함께하는", "숲 가꾸기"]


def test_a_part_of_the_site_is_left_out_and_parts_what_it_stands_between() -> None:
    text = "○ 시민과 함께하는\n공유하기\n숲 가꾸기\n"
    assert out(text) == [("share", "공유하기")]
    assert words(text) == ["○ 시민과 함께하는", "숲 가꾸기"]


@pytest.mark.parametrize("rule", ["-----", "=====", "────", "* * *", "···"])
def test_a_line_drawn_under_words_is_left_out(rule: str) -> None:
    assert out(f"숲 가꾸기\n{rule}\n○ 나무\n") == [("rule", rule)]


def test_the_lines_of_an_imprint_are_one_segment_with_the_values_below_their_labels() -> None:
    text = "○ 숲\n담당부서\n공원녹지과\n연락처 : 041-000-1234\n최종수정일\n2031-01-15\n○ 물\n"
    segments = segmented(text).segments
    assert [one.kind for one in segments] == [
        SegmentKind.ITEM,
        SegmentKind.IMPRINT,
        SegmentKind.ITEM,
    ]
    assert text[segments[1].start : segments[1].end].startswith("담당부서\n공원녹지과")
    assert text[segments[1].start : segments[1].end].endswith("2031-01-15")


def test_the_value_of_a_label_has_the_mark_of_the_label_or_none() -> None:
    assert words("- 담당부서\n- 홍보팀\n- 연락처\n- 041-000-1234\n") == [
        "- 담당부서\n- 홍보팀\n- 연락처\n- 041-000-1234"
    ]
    assert words("최종수정일\n○ 숲 가꾸기\n") == ["최종수정일", "○ 숲 가꾸기"]


def test_an_imprint_does_not_reach_beyond_text_that_was_cut_off() -> None:
    text = "최종수정일\n마을 숲 조성.. 더보기\n담당부서 : 공원녹지과\n"
    assert words(text) == ["최종수정일\n마을 숲 조성", "담당부서 : 공원녹지과"]


def test_a_mark_without_words_is_no_item() -> None:
    assert words("○\n○ 숲\n-\n") == ["○ 숲"]


def test_the_items_of_an_html_list_are_bullets_though_no_mark_is_printed() -> None:
    segments = segmented("<ul><li>숲</li><li>물</li></ul><p>글</p>", ".html").segments
    assert [one.marker is not None for one in segments] == [True, True, False]


def test_table_rows_are_never_cut() -> None:
    assert words("| 가 ○ 나 ○ 다 | 라 |\n") == ["| 가 ○ 나 ○ 다 | 라 |"]


@given(text=plan_texts())
def test_segments_are_in_order_and_hold_no_more_than_the_text(text: str) -> None:
    source = parse(text.encode(), ".txt")
    at = 0
    for one in segment(source).segments:
        assert at <= one.start < one.end <= len(source.text)
        assert one.start <= one.content_start <= one.end
        at = one.end


def imprints(text: str) -> list[str]:
    found = segmented(text).segments
    return [text[one.start : one.end] for one in found if one.kind is SegmentKind.IMPRINT]


def test_a_contact_in_a_list_is_an_item_of_the_list() -> None:
    contact = "○ 문의 : 공원녹지과 조성팀(☎ 041-930-1234)"
    for text in (
        f"○ 나무\n{contact}\n○ 꽃\n",
        f"○ 나무\n{contact}\n",
        f"1. 숲\n{contact}\n2. 물\n",
    ):
        assert imprints(text) == []
        reading = read(text)
        (fact,) = (one for one in reading.facts if one.kind is FactKind.CONTACT)
        assert (fact.value, fact.organisation) == ("041-930-1234", "공원녹지과 조성팀")
        assert fact.quote == contact


def test_a_contact_keeps_the_headings_that_it_stands_under() -> None:
    reading = read("1. 숲\n○ 나무\n○ 담당부서 : 공원과\n2. 물\n○ 다리\n")
    (passage,) = (one for one in reading.passages if "공원과" in one.text)
    assert passage.heading_path == ("1. 숲",)


@pytest.mark.parametrize(
    "text",
    [
        "○ 나무\n담당부서 : 공원과\n전화 : 041-930-1234\n",
        "○ 나무\n- 담당부서 : 공원과\n- 전화 : 041-930-1234\n○ 꽃\n",
        "○ 나무\n- 담당부서 : 공원과\n",
    ],
)
def test_several_such_lines_or_one_at_the_end_are_an_imprint(text: str) -> None:
    assert len(imprints(text)) == 1
