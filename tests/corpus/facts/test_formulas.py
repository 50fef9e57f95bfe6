"""Formulas: percentages by which parts count are weights, no results."""

from __future__ import annotations

from corpus.facts.flags import WEIGHT
from tests.corpus.plans import facts_of


def test_the_parts_of_a_formula_are_weights() -> None:
    text = "○ 산식 : 청렴체감도(60%) + 청렴노력도(40%)"
    found = [(one.name, WEIGHT in one.flags) for one in facts_of(text)]
    assert found == [("청렴체감도 반영 비율", True), ("청렴노력도 반영 비율", True)]


def test_a_share_is_no_part_of_a_formula() -> None:
    (fact,) = facts_of("○ 청렴교육 이수율 : 60%")
    assert WEIGHT not in fact.flags
