"""Invented tables: a grid, and the ways in which files print it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hypothesis import strategies as st

from corpus.types import Fact
from tests.corpus.plans import PLAN_2031, assert_true_places, read

STYLES = ("markdown", "pipe", "bar", "box", "tabs", "blanks", "grid", "spaced")

_NOUNS = (
    *("마을 숲", "물길", "도서관", "나눔센터", "청년 일터", "돌봄", "자전거길", "온누리 장터"),
    *("체육관", "주차장", "시장 골목", "박물관"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A head and rows of printed cells, all of one width; the first column names the rows."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def printed(self, style: str) -> str:
        """The grid as a file of this style prints it, with a line break at its end."""
        rows = [self.head, *self.rows]
        if style in {"tabs", "blanks", "bar", "spaced"}:
            mark = {"tabs": "\t", "blanks": "    ", "bar": " | ", "spaced": " "}[style]
            return "\n".join(mark.join(row) for row in rows) + "\n"
        if style == "box":
            rule = "─" * 4
            lines = ["│" + "│".join(f" {cell} " for cell in row) + "│" for row in rows]
            between = "├" + "┼".join(rule for _ in self.head) + "┤"
            top = "┌" + "┬".join(rule for _ in self.head) + "┐"
            bottom = "└" + "┴".join(rule for _ in self.head) + "┘"
            return "\n".join([top, f"\n{between}\n".join(lines), bottom]) + "\n"
        lines = ["| " + " | ".join(row) + " |" for row in rows]
        if style == "grid":
            rule = "+" + "+".join("-" * 5 for _ in self.head) + "+"
            return "\n".join([rule, f"\n{rule}\n".join(lines), rule]) + "\n"
        if style == "markdown":
            lines.insert(1, "|" + " --- |" * len(self.head))
        return "\n".join(lines) + "\n"

    def html(self) -> str:
        """The grid as an HTML table."""
        rows = "".join(_html_row(row) for row in [self.head, *self.rows])
        return f"<table>{rows}</table>"


def _html_row(row: Sequence[str]) -> str:
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>"


def figures() -> st.SearchStrategy[str]:
    """Bare numbers as tables print them, and the dash that says there is none."""
    whole = st.integers(0, 10**9).filter(lambda number: not 1900 <= number < 2100)
    decimal = st.integers(1, 10**6).map(lambda number: f"{number // 10:,}.{number % 10}")
    return st.one_of(
        whole.map(lambda number: f"{number:,}"),
        whole.filter(bool).map(lambda number: f"△{number:,}"),
        decimal,
        st.just("-"),
    )


@st.composite
def grids(draw: st.DrawFn, heads: st.SearchStrategy[tuple[str, ...]]) -> Grid:
    """Grids of two rows and more under one of the given heads; each column has a figure."""
    head = draw(heads)
    names = draw(st.lists(st.sampled_from(_NOUNS), min_size=2, max_size=8, unique=True))
    rows = [(name, *(draw(figures()) for _ in head[1:])) for name in names]
    rows[-1] = (names[-1], *(str(number + 1) for number in range(len(head) - 1)))
    return Grid(head=head, rows=tuple(rows))


def table_facts(
    table: str, *, suffix: str = ".txt", above: str = "1. 재정\n\n"
) -> tuple[Fact, ...]:
    """The facts of a plan for 2031 that holds a table under one heading."""
    reading = read(above + table, suffix, about=PLAN_2031)
    assert_true_places(reading)
    return reading.facts


def ruled(*rows: str) -> str:
    """A Markdown table of these rows, the first of which is its head."""
    width = rows[0].count("|") - 1
    return "\n".join([rows[0], "|" + "--|" * width, *rows[1:]]) + "\n"
