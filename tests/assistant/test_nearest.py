"""Which of several lines is about what was asked."""

from __future__ import annotations

from dataclasses import replace

from assistant.grammar import Asked
from assistant.nearest import is_of_another_year, item_holds, nearest_lines
from tests.assistant.drafts import asking, make_evidence

LINES = "1. 목표\n○ 2021년 청렴도 측정 결과 : 4등급\n○ 2022년 목표 : 청렴도 1등급"
GROUP = replace(make_evidence(LINES), is_group=True)


def test_the_line_that_meets_most_words_is_nearest() -> None:
    asked = asking("보령시 청렴도 측정 결과는?")
    assert nearest_lines(LINES, asked) == ["○ 2021년 청렴도 측정 결과 : 4등급"]


def test_the_goal_of_a_year_is_not_its_result() -> None:
    assert is_of_another_year(GROUP, asking("보령시 2022년 청렴도 측정 결과 등급은?"))
    assert not is_of_another_year(GROUP, asking("보령시 2021년 청렴도 측정 결과 등급은?"))
    assert not is_of_another_year(GROUP, asking("보령시 청렴도 측정 결과 등급은?"))


def test_how_long_one_thing_lasts_is_not_what_stands_beside_it() -> None:
    table = make_evidence("| 해저터널 | 2021년 11월 |\n| 대학로 공사 | 3년 |")
    assert not item_holds(Asked.DURATION, table, asking("보령시 해저터널 기간은 몇 년 동안?"))
    assert item_holds(Asked.DURATION, table, asking("보령시 대학로 공사는 몇 년 동안?"))
