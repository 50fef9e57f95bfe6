from hypothesis import given
from hypothesis import strategies as st

import corpus
from assistant.viewer import (
    Block,
    Part,
    ViewerOptions,
    cut_parts,
    document_address,
    lay_out,
    part_at,
    span_address,
)
from tests.factories import make_passage, make_reading, make_section

OPTIONS = ViewerOptions()


def whole(text: str) -> Part:
    return Part(number=1, start=0, end=len(text))


def lay_out_reading(
    reading: corpus.Reading, cited: tuple[int, int] | None = None
) -> tuple[Block, ...]:
    return lay_out(
        reading.text,
        whole(reading.text),
        sections=reading.sections,
        passages=reading.passages,
        left_out=reading.left_out,
        cited=cited,
        options=OPTIONS,
    )


spans = st.tuples(st.integers(0, 200), st.integers(0, 200)).map(sorted)


@given(
    text=st.text(alphabet="가나 \n○1.\r\t", max_size=200),
    starts=st.lists(st.integers(0, 199), max_size=6),
    dimmed=st.lists(spans, max_size=4),
    cited=spans,
)
def test_blocks_and_pieces_tile_the_text_whatever_points_into_it(
    text: str, starts: list[int], dimmed: list[list[int]], cited: list[int]
) -> None:
    inside = [start for start in starts if start < len(text)]
    blocks = lay_out(
        text,
        whole(text),
        sections=[make_section(order=n, start=s, end=len(text)) for n, s in enumerate(inside)],
        passages=[make_passage(order=n, start=s, text="가") for n, s in enumerate(inside)],
        left_out=[corpus.Span(start=start, end=end, reason="menu") for start, end in dimmed],
        cited=(cited[0], cited[1]),
        options=OPTIONS,
    )
    pieces = [piece for block in blocks for piece in block.pieces]
    assert "".join(piece.text for piece in pieces) == text
    at = 0
    for piece in pieces:
        assert piece.start == at
        at += len(piece.text)
    marked = "".join(piece.text for piece in pieces if piece.is_cited)
    assert marked == text[cited[0] : cited[1]]
    assert sum(piece.is_first_cited for piece in pieces) == bool(marked)


@given(
    text=st.text(alphabet="가 \n", max_size=300),
    starts=st.lists(st.integers(0, 299), max_size=5),
    characters=st.integers(1, 80),
)
def test_parts_tile_the_text_and_none_is_too_long(
    text: str, starts: list[int], characters: int
) -> None:
    sections = [make_section(order=n, start=s) for n, s in enumerate(starts) if s < len(text)]
    parts = cut_parts(text, sections, ViewerOptions(part_characters=characters))
    assert "".join(text[part.start : part.end] for part in parts) == text
    assert all(part.end - part.start <= characters for part in parts)
    assert [part.number for part in parts] == list(range(1, len(parts) + 1))
    for part in parts:
        if part.start < part.end:
            assert part_at(parts, part.start) == part
            assert part_at(parts, part.end - 1) == part


def test_a_part_ends_at_a_section_rather_than_in_the_middle_of_one() -> None:
    text = "가" * 70 + "\n" + "나" * 60
    parts = cut_parts(text, [make_section(start=71)], ViewerOptions(part_characters=100))
    assert [part.start for part in parts] == [0, 71]


def test_a_section_begins_with_its_heading() -> None:
    blocks = lay_out_reading(make_reading())
    assert blocks[0].is_heading
    assert blocks[0].anchor == "s001"
    assert not any(block.is_heading for block in blocks[1:])


def test_a_paragraph_that_only_begins_with_the_heading_is_no_heading() -> None:
    text = "재정 운영은 올해부터 예산을 크게 늘리고 빚을 줄이는 쪽으로 바뀐다.\n"
    (block,) = lay_out(
        text,
        whole(text),
        sections=[make_section(heading_path=("재정 운영",), end=len(text))],
        passages=[],
        left_out=[],
        cited=None,
        options=OPTIONS,
    )
    assert not block.is_heading


def test_several_bullets_on_one_line_stand_on_lines_of_their_own() -> None:
    text = "○ 하나 ○ 둘"
    blocks = lay_out(
        text,
        whole(text),
        sections=[],
        passages=[make_passage(start=0, text="○ 하나"), make_passage(start=5, text="○ 둘")],
        left_out=[],
        cited=None,
        options=OPTIONS,
    )
    assert [text[block.start : block.end] for block in blocks] == ["○ 하나 ", "○ 둘"]


def test_what_was_left_out_is_told_apart() -> None:
    reading = make_reading(
        paragraphs=("○ 본문", "메뉴"), left_out=[corpus.Span(start=14, end=16, reason="menu")]
    )
    assert reading.text[14:16] == "메뉴"
    *_, last = [block for block in lay_out_reading(reading) if not block.is_blank]
    assert last.is_left_out
    assert last.pieces[0].left_out == "menu"


def test_only_the_first_piece_of_a_long_citation_carries_the_anchor() -> None:
    reading = make_reading()
    blocks = lay_out_reading(reading, cited=(0, len(reading.text)))
    cited = [piece for block in blocks for piece in block.pieces if piece.is_cited]
    assert len(cited) > 1
    assert [piece.is_first_cited for piece in cited] == [True] + [False] * (len(cited) - 1)


def test_addresses_are_safe_whatever_an_id_holds() -> None:
    assert document_address("kr-boryeong/plan-2022") == "/documents/kr-boryeong/plan-2022"
    assert document_address('보령/"><x?#') == "/documents/%EB%B3%B4%EB%A0%B9/%22%3E%3Cx%3F%23"
    assert span_address("a", 1, 2) == "/documents/a?from=1&to=2#cited"
