"""Additions: what was added to a source of money is not the whole of it."""

from __future__ import annotations

import pytest

from corpus.facts.additions import is_added, is_settled
from corpus.facts.doubts import FIGURE_UNSURE, OTHER_FIGURE
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


@pytest.mark.parametrize(
    "text",
    [
        "부서가 낸 일은 계속사업 28건, 신규사업 9건, 특수시책 5건을 더해 모두 42건이다.",
        "잉여금에서 명시이월 28억 원, 사고이월 9억 원을 빼고 남은 순세계잉여금은 12억 원이다.",
        "일반회계는 12억원 늘어난 280억원, 특별회계는 3억원 줄어든 40억원이다.",
    ],
)
def test_terms_of_a_sum_and_levels_come_to_are_what_they_are_called(text: str) -> None:
    start = text.find("28")
    end = next(at for at in range(start, len(text)) if text[at] in "건원") + 1
    assert is_settled(text, start, end)
    sure = [one for one in facts_of(text) if one.raw_text.replace(" ", "")[:2] == "28"]
    assert [FIGURE_UNSURE in one.doubts for one in sure] == [False]


@pytest.mark.parametrize(
    "text",
    [
        "재산세 28억원, 주민세 9억원을 줄였다.",
        "특별회계는 28억원, 기금은 9억원 늘어난 12억원이다.",
        "예비비 28억원을 더해 청사를 짓는다.",
    ],
)
def test_what_is_done_with_other_lists_is_done_with_each(text: str) -> None:
    start = text.find("28")
    assert not is_settled(text, start, text.find("원", start) + 1)
