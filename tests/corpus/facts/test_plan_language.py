"""The language of plans, generated: what is said comes out, with value, unit, year and phase."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from corpus.types import Fact
from tests.corpus.grids import STYLES
from tests.corpus.language import (
    Expected,
    Said,
    Sheet,
    amounts,
    labelled_amounts,
    sheets,
    totals,
    trajectories,
)
from tests.corpus.plans import PLAN_2031, assert_true_places, facts_of, read


def assert_states(found: Sequence[Fact], expected: Sequence[Expected]) -> None:
    """The facts are the expected ones, in this order, and no others."""
    told = [(one.name, one.unit, one.amount_krw) for one in found]
    assert len(found) == len(expected), (told, expected)
    for fact, one in zip(found, expected, strict=True):
        assert fact.name.endswith(one.name), (fact, one)
        assert (fact.unit, fact.amount_krw) == (one.unit, one.krw), (fact, one)
        steps = [(step.year, step.value) for step in fact.values]
        assert steps == [(step.year, Decimal(step.value)) for step in one.steps], (fact, one)
        for step, wanted in zip(fact.values, one.steps, strict=True):
            assert wanted.phase is None or step.phase is wanted.phase, (fact, one)
        assert fact.fiscal_year == one.steps[-1].year
        assert set(one.flags) <= set(fact.flags), (fact, one)
        assert fact.comparator == one.comparator


@given(amounts(), st.sampled_from(["", "예산은 ", "사업에 ", "("]))
def test_an_amount_in_any_spelling_is_exact(amount: tuple[str, int], before: str) -> None:
    printed, krw = amount
    (fact,) = facts_of(f"○ {before}{printed}\n")
    assert (fact.amount_krw, fact.raw_text) == (krw, printed)


@given(labelled_amounts())
def test_an_item_that_gives_an_amount(said: Said) -> None:
    assert_states(facts_of(f"제1장 재정\n{said.text}\n"), said.facts)


@given(trajectories())
def test_an_indicator_with_its_years(said: Said) -> None:
    assert_states(facts_of(f"제1장 지표\n{said.text}\n"), said.facts)


@given(totals())
def test_a_total_with_the_parts_that_inherit_its_unit(said: Said) -> None:
    assert_states(facts_of(f"제1장 예산\n{said.text}\n"), said.facts)


@given(st.lists(st.one_of(labelled_amounts(), trajectories(), totals()), min_size=2, max_size=8))
def test_items_below_each_other_do_not_change_what_each_says(items: list[Said]) -> None:
    text = "제1장 계획\n" + "\n".join(f"○ {one.text.lstrip(_MARKS)}" for one in items) + "\n"
    reading = read(text, about=PLAN_2031)
    assert_true_places(reading)
    assert_states(reading.facts, [fact for one in items for fact in one.facts])


_MARKS = "○❍●◦□-–·•▪①▶가1) "


@given(sheets(), st.sampled_from([*STYLES, "html"]))
def test_the_tables_of_plans_in_every_print(sheet: Sheet, style: str) -> None:
    if style == "html":
        page = "".join(f"<p>{line}</p>" for line in sheet.above.splitlines()) + sheet.grid.html()
        reading = read(f"<h1>계획</h1>{page}", ".html", about=PLAN_2031)
    else:
        reading = read(f"{sheet.above}\n{sheet.grid.printed(style)}", about=PLAN_2031)
    assert_true_places(reading)
    assert_states(reading.facts, sheet.facts)


@given(sheets(), sheets(), st.sampled_from(["markdown", "html"]))
def test_two_tables_in_one_plan_keep_their_own_units_and_years(
    first: Sheet, second: Sheet, style: str
) -> None:
    if style == "html":
        parts = [
            f"<h2>{one.above.replace(chr(10), '</h2><p>', 1)}</p>{one.grid.html()}"
            for one in (first, second)
        ]
        reading = read("<h1>계획</h1>" + "".join(parts), ".html", about=PLAN_2031)
    else:
        text = "\n".join(f"{one.above}\n{one.grid.printed(style)}" for one in (first, second))
        reading = read(text, about=PLAN_2031)
    assert_true_places(reading)
    assert_states(reading.facts, [*first.facts, *second.facts])
