"""Additions: what was added to a source of money is not the whole of it."""

from __future__ import annotations

import pytest

from corpus.facts.additions import is_added
from corpus.facts.doubts import OTHER_FIGURE
from tests.corpus.plans import facts_of


@pytest.mark.parametrize(
    ("before", "name", "expected"),
    [
        ("이번에 늘어난 세입은 ", "지방세", True),
        ("추가로 확보한 재원은 ", "조정교부금", True),
        ("증액분은 △", "재산세", True),
        ("더 걷힌 수입은 ", "취득세", True),
        ("새로 반영된 세입을 보면 ", "자체재원", True),
        ("보탠 예산은 ", "특별회계", True),
        # a name that says itself that it is a part, and sources of which all is told
        ("이번에 늘어난 세입은 ", "지방세 증가액", False),
        ("세입 증가분 : ", "세입 증가분 지방소비세", False),
        ("일반회계 세입은 ", "지방세", False),
        ("시는 새로 짓는 도서관에 ", "국비", False),
        ("주차장을 늘려 지을 사업비는 ", "국비", False),
        # what it is spent on has no whole beside it
        ("추가로 편성한 예산은 ", "강변 정비", False),
    ],
)
def test_what_was_added_to_a_source_is_not_all_of_it(
    before: str, name: str, expected: bool
) -> None:
    assert is_added(before + "12억원", name, len(before)) is expected


def test_money_that_was_added_is_in_doubt() -> None:
    found = facts_of("이번에 새로 잡힌 세입은 지방세 12억원, 보통교부세 40억원이다.")
    assert [one.doubts for one in found] == [OTHER_FIGURE, OTHER_FIGURE]
