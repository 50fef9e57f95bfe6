"""Rows that documents rule with strokes are shown as tables, and nothing of a document is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assistant.staff.highlights import Piece
from assistant.strokes import Row, Table, Words, is_figure, laid_out, quoted, quoted_text, tables
from assistant.viewer import Block, ViewerOptions, cut_parts, lay_out

FRAMED = "| 연도 | 건수 |\n| --- | ---: |\n| 2019 | 270 |\n| 2020 | 258 |"


def words_of(row: Row[Words]) -> list[str]:
    return ["".join(piece.text for piece in cell) for cell in row.cells]


def blocks_of(text: str, cited: tuple[int, int] | None = None) -> tuple[Block, ...]:
    (part,) = cut_parts(text, (), ViewerOptions())
    options = ViewerOptions()
    return lay_out(text, part, sections=(), passages=(), left_out=(), cited=cited, options=options)


def test_rows_with_a_rule_below_the_first_have_a_head() -> None:
    (table,) = quoted_text(FRAMED)
    assert isinstance(table, Table)
    assert table.head is not None
    assert words_of(table.head) == ["연도", "건수"]
    assert [words_of(row) for row in table.rows] == [["2019", "270"], ["2020", "258"]]


def test_words_around_a_table_stay_where_they_were() -> None:
    before, table, after = quoted_text(f"앞말\n{FRAMED}\n뒷말")
    assert isinstance(table, Table)
    assert before == (Words(text="앞말\n"),)
    assert after == (Words(text="뒷말"),)


def test_strokes_within_make_a_table_of_two_rows_and_not_of_one() -> None:
    (table,) = quoted_text("분야 | 시기\n교통 | 2030년")
    assert isinstance(table, Table)
    assert table.head is None
    assert quoted_text("도로 | 다리는 함께 둔다") == ((Words(text="도로 | 다리는 함께 둔다"),),)


def test_a_stroke_that_is_escaped_or_a_single_one_is_no_row() -> None:
    for text in ("| 하나", "|x|", "a|b", "| a \\| b | c |"):
        assert quoted_text(text) == ((Words(text=text),),)


def test_marks_stay_on_their_words() -> None:
    pieces = (
        Piece(text="| 일상", is_marked=False),
        Piece(text="감사", is_marked=True),
        Piece(text=" | 270 |", is_marked=False),
    )
    (table,) = quoted(pieces)
    assert isinstance(table, Table)
    assert [[(p.text, p.is_marked) for p in cell] for cell in table.rows[0].cells] == [
        [("일상", False), ("감사", True)],
        [("270", False)],
    ]


def test_the_anchor_of_a_citation_goes_to_what_is_seen_of_it() -> None:
    start = FRAMED.index("| 2019")
    (table,) = laid_out(blocks_of(FRAMED, (start, len(FRAMED))))
    assert isinstance(table, Table)
    pieces = [piece for row in table.rows for cell in row.cells for piece in cell]
    assert [piece.text for piece in pieces if piece.is_first_cited] == ["2019"]
    assert all(piece.is_cited for piece in pieces)


def test_figures_alone_are_set_flush() -> None:
    assert is_figure((Words(text="2,707.5"),))
    assert not is_figure((Words(text="-"),))
    assert not is_figure((Words(text="270건"),))


@given(
    st.text(alphabet="|가 1-\n\\", max_size=80), st.tuples(st.integers(0, 80), st.integers(0, 80))
)
def test_nothing_but_strokes_rules_and_space_goes(text: str, span: tuple[int, int]) -> None:
    def bare(words: str) -> str:
        return "".join(one for one in words if one not in "|- \n")

    cited = (
        (min(span), min(max(span), len(text))) if min(span) < min(max(span), len(text)) else None
    )
    shown = laid_out(blocks_of(text, cited)) if text else ()
    said, anchors = "", 0
    for one in shown:
        rows = ((one.head,) if one.head else ()) + one.rows if isinstance(one, Table) else ()
        held = [piece for row in rows for cell in row.cells for piece in cell]
        pieces = held if isinstance(one, Table) else list(one.pieces)
        said += "".join(piece.text for piece in pieces)
        anchors += sum(piece.is_first_cited for piece in pieces)
    assert bare(said) == bare(text)
    assert anchors == (cited is not None)


def test_lines_of_other_widths_are_tables_of_their_own() -> None:
    lines = [(Words(text=one),) for one in ("| a | b |", "| c |  d |", "| e | f | g |")]
    assert [(table.first, table.last) for table in tables(lines)] == [(0, 1), (2, 2)]
