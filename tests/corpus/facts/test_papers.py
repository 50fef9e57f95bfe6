"""Papers: in a plan of all works a figure is of what its heading names."""

from __future__ import annotations

import pytest

from corpus.facts.papers import is_plan_of_all
from tests.corpus.plans import names_by_figure


@pytest.mark.parametrize(
    ("topic", "is_of_all"),
    [("주요업무계획", True), ("시행계획", True), ("", True), ("숲길 가꾸기", False)],
)
def test_a_plan_of_all_works_is_about_no_one_thing(topic: str, is_of_all: bool) -> None:
    assert is_plan_of_all(topic) is is_of_all


def test_a_size_in_a_plan_of_all_works_is_that_of_its_heading() -> None:
    text = "Ⅰ. 기획실\n3. 주민이 정하는 참여예산\n○ 규모 : 50억원 (시정참여형 20억, 마을형 30억)"
    named = names_by_figure("2031년 주요업무계획", text)
    assert all("참여예산" in one for names in named.values() for one in names)
