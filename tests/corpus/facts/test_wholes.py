"""Figures of one statement that are parts of one whole."""

from __future__ import annotations

from corpus.types import FactKind
from tests.corpus.plans import facts_of


def test_bare_shares_that_make_a_hundred_are_shares() -> None:
    found = facts_of("○ 분야별 : 문화 816억원(28.0%), 교통 1,574억원(54.0%), 환경 524억원(18.0%)")
    shares = [one for one in found if one.unit == "%"]
    assert [one.name for one in shares] == [
        "가람시 시행계획 분야별 문화 비중",
        "가람시 시행계획 분야별 교통 비중",
        "가람시 시행계획 분야별 환경 비중",
    ]
    assert all(one.doubts == () and "share" in one.flags for one in shares)


def test_bare_shares_that_make_no_hundred_stay_in_doubt() -> None:
    found = facts_of("○ 사업별 : 공사 84억원(5.41%), 용역 13억원(4.57%)")
    assert all(one.doubts for one in found if one.unit == "%")
    assert not any(one.doubts for one in found if one.unit == "원")


def test_points_that_make_a_hundred_are_weights() -> None:
    found = facts_of("○ 평가방법 : 성격평가 30점, 달성도 60점, 시민평가 10점")
    points = [one for one in found if one.unit == "점"]
    assert [one.name for one in points] == [
        "평가방법 성격평가 배점",
        "평가방법 달성도 배점",
        "평가방법 시민평가 배점",
    ]
    assert {one.kind for one in points} == {FactKind.STATISTIC}
