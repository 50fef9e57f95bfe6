"""Sections and passages: numbered in reading order, citable on their own, true to the text."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given

from corpus.outline import outline
from corpus.parse import parse
from corpus.passages import PassageOptions, build_records, headline_of
from corpus.segments import segment
from corpus.types import Passage, Section
from tests.corpus.plans import plan_texts, read, texts


def records(
    text: str, options: PassageOptions | None = None
) -> tuple[tuple[Section, ...], tuple[Passage, ...]]:
    source = parse(text.encode(), ".txt")
    return build_records("d", source.text, outline(source.text, segment(source)), options)


def test_a_bullet_keeps_its_heading_path() -> None:
    _, passages = records("제1장 숲\n1. 나무\n○ 심기\n- 소나무 40그루\n제2장 물\n○ 다리\n")
    assert [(one.heading_path, one.text) for one in passages] == [
        (("제1장 숲", "1. 나무"), "○ 심기"),
        (("제1장 숲", "1. 나무", "심기"), "- 소나무 40그루"),
        (("제2장 물",), "○ 다리"),
    ]


def test_ids_count_from_zero_and_are_readable() -> None:
    sections, passages = records("제1장 숲\n○ 나무\n○ 꽃\n")
    assert [one.id for one in sections] == ["d/s000", "d/s001"]
    assert [one.id for one in passages] == ["d/p000", "d/p001"]
    assert [one.section_id for one in passages] == ["d/s001", "d/s001"]
    assert [one.order for one in passages] == [0, 1]


def test_the_first_section_is_the_whole_text_and_has_no_heading() -> None:
    sections, _ = records("제1장 숲\n○ 나무\n")
    assert (sections[0].heading_path, sections[0].heading) == ((), "")
    assert (sections[0].start, sections[0].end) == (0, len("제1장 숲\n○ 나무\n"))
    assert sections[1].heading == "제1장 숲"


def test_a_section_reaches_to_the_end_of_what_stands_under_it() -> None:
    text = "제1장 숲\n1. 나무\n○ 심기\n제2장 물\n○ 다리\n"
    sections, _ = records(text)
    assert [text[one.start : one.end] for one in sections[1:]] == [
        "제1장 숲\n1. 나무\n○ 심기",
        "1. 나무\n○ 심기",
        "제2장 물\n○ 다리",
    ]


def test_a_heading_that_states_a_figure_is_citable() -> None:
    _, passages = records("제1장 숲 14개소 조성\n○ 나무\n제2장 물\n○ 다리\n")
    assert [one.text for one in passages] == ["제1장 숲 14개소 조성", "○ 나무", "○ 다리"]
    assert passages[0].heading_path == ()


def test_a_heading_with_nothing_below_it_is_citable() -> None:
    _, passages = records("제1장 숲\n제2장 물\n○ 다리\n")
    assert [one.text for one in passages] == ["제1장 숲", "○ 다리"]


def test_lines_that_give_a_day_each_are_passages_under_their_heading() -> None:
    _, passages = records("4. 일정\n9. 2. 기획실\n9. 4. 도시국\n5. 방법 : 발표\n")
    assert [one.text for one in passages[:2]] == ["9. 2. 기획실", "9. 4. 도시국"]
    assert {one.heading_path for one in passages[:2]} == {("4. 일정",)}


def test_a_heading_too_long_for_a_path_keeps_its_words_in_a_passage() -> None:
    line = "제1장 " + " ".join(f"낱말{letter}" for letter in "가나다라마바사아자차카타파하" * 3)
    assert texts(read(line + "\n○ 나무\n"))[0] == line


def test_prose_is_gathered_to_the_target_and_cut_between_sentences() -> None:
    sentence = "시는 시민과 함께 마을 숲을 가꾼다."
    _, passages = records(" ".join([sentence] * 12) + "\n", PassageOptions(target=50))
    assert {one.text for one in passages} == {f"{sentence} {sentence}"}
    assert len(passages) == 6


def test_an_item_that_fits_is_never_cut() -> None:
    item = "○ 나무를 심었다. 물을 준다. 꽃을 가꾼다."
    assert texts(read(item)) == [item]


def test_table_rows_are_gathered_and_a_later_part_carries_the_head() -> None:
    rows = "".join(f"| 숲 {number} | {number}개소 |\n" for number in range(10, 40))
    _, passages = records("| 이름 | 수 |\n" + rows, PassageOptions(table=150))
    assert len(passages) > 1
    assert passages[0].text.startswith("| 이름 | 수 |\n")
    for one in passages[1:]:
        assert one.heading_path[-1] == "| 이름 | 수 |"
        assert all(line.startswith("| 숲 ") for line in one.text.splitlines())


def test_a_row_after_a_part_of_the_site_begins_a_new_passage() -> None:
    assert texts(read("| 가 | 1 |\n공유하기\n| 나 | 2 |\n")) == ["| 가 | 1 |", "| 나 | 2 |"]


def test_an_overlong_line_is_cut_between_words() -> None:
    text = "나무 " * 300
    _, passages = records(text, PassageOptions(longest=100))
    assert all(len(one.text) <= 100 for one in passages)
    assert " ".join(one.text for one in passages) == text.strip()


def test_equal_words_have_equal_digests_wherever_they_stand() -> None:
    _, passages = records("제1장 숲\n○ 나무\n제2장 물\n○ 나무\n○ 다리\n")
    assert passages[0].digest == passages[1].digest != passages[2].digest


def test_a_news_line_that_was_cut_off_becomes_a_section_with_its_headline() -> None:
    line = (
        "가람시, 마을 숲 열네 곳을 새로 연다  가람시는 올봄 마을 숲을 연다고 밝혔다. "
        + "시는 시민과 함께 숲을 가꾼다. " * 9
        + "물길도 잇"
    )
    reading = read(f"소식\n\n{line.strip()}.. 더보기\n다른 소식이다.\n")
    assert reading.document.is_truncated
    section = reading.sections[-1]
    assert section.heading == "가람시, 마을 숲 열네 곳을 새로 연다"
    assert reading.text[section.start : section.end] == line.strip()
    inside = [one for one in reading.passages if one.section_id == section.id]
    assert inside[0].text.startswith("가람시, 마을 숲")


def test_a_headline_ends_at_a_gap_a_dash_or_where_its_subject_comes_again() -> None:
    assert (
        headline_of("나무를 심고 숲을 가꾼다 - 시민과 함께 한다", 70) == "나무를 심고 숲을 가꾼다"
    )
    assert headline_of("가람시 나무를 심고 숲을 가꾼다 가람시는 올봄", 70) == (
        "가람시 나무를 심고 숲을 가꾼다"
    )
    assert headline_of("나무 꽃 열매 뿌리 줄기 가지 잎새 새순 그늘 바람", 20) == (
        "나무 꽃 열매 뿌리 줄기 가지 잎새…"
    )


@given(text=plan_texts())
def test_passages_are_numbered_in_the_order_of_the_text_and_never_overlap(text: str) -> None:
    sections, passages = records(text)
    assert [one.order for one in sections] == list(range(len(sections)))
    assert [one.order for one in passages] == list(range(len(passages)))
    assert [one.id for one in passages] == [f"d/p{order:03d}" for order in range(len(passages))]
    assert all(one.end <= other.start for one, other in pairwise(passages))
