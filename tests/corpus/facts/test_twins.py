"""Facts that only their headings tell apart."""

from __future__ import annotations

from corpus.facts.doubts import NAME_INCOMPLETE
from corpus.types import FactKind
from tests.corpus.plans import facts_of

TWO_OFFICES = "□ 솔숲면 종합감사\n - 재정조치 288만원\n□ 들꽃면 종합감사\n - 재정조치 152만원\n"
ONE_OFFICE = "□ 솔숲면 종합감사\n - 재정조치 288만원\n - 재정조치 152만원\n"


def test_a_heading_tells_two_of_one_name_apart() -> None:
    found = [one for one in facts_of(TWO_OFFICES) if one.unit == "원"]
    assert [one.name for one in found] == [
        "솔숲면 종합감사 재정조치",
        "들꽃면 종합감사 재정조치",
    ]
    assert not any(one.doubts for one in found)


def test_what_no_heading_tells_apart_is_in_doubt() -> None:
    found = [one for one in facts_of(ONE_OFFICE) if one.unit == "원"]
    assert [one.doubts for one in found] == [(NAME_INCOMPLETE,), (NAME_INCOMPLETE,)]


def test_the_same_figure_said_twice_is_no_twin() -> None:
    found = [one for one in facts_of("○ 마을 숲 3억원\n○ 마을 숲 3억원\n") if one.unit == "원"]
    assert [(one.name, one.doubts) for one in found] == [("마을 숲", ()), ("마을 숲", ())]


MARKS = "□ 심사 기준\n - 수행 능력 60점\n - 제안 가격 40점\n"
SCORES = "□ 평가 결과\n - 수행 능력 61점\n - 제안 가격 42점\n"


def test_items_below_each_other_that_give_100_points_are_weights() -> None:
    found = [one for one in facts_of(MARKS) if one.unit == "점"]
    assert [(one.kind, one.name) for one in found] == [
        (FactKind.STATISTIC, "수행 능력 배점"),
        (FactKind.STATISTIC, "제안 가격 배점"),
    ]
    assert all("weight" in one.flags for one in found)


def test_points_that_give_no_hundred_are_scores() -> None:
    found = [one for one in facts_of(SCORES) if one.unit == "점"]
    assert [one.name for one in found] == ["수행 능력", "제안 가격"]
    assert not any("weight" in one.flags for one in found)
