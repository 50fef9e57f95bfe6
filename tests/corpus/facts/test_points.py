"""Points: weights and thresholds of a scoring scheme, told from the scores that were reached."""

from __future__ import annotations

import pytest

from corpus.facts.doubts import KIND_UNSURE, NAME_INCOMPLETE, is_kept_back
from corpus.types import Fact
from tests.corpus.plans import facts_of


def points(text: str) -> list[Fact]:
    return [one for one in facts_of(text) if one.unit == "점"]


def test_points_that_are_added_up_are_weights() -> None:
    found = points("평가점수는 지표 달성도 70점, 과제 난이도 20점, 만족도 10점을 합쳐 매긴다.")
    assert [one.name for one in found] == [
        "평가점수 지표 달성도 배점",
        "평가점수 과제 난이도 배점",
        "평가점수 만족도 배점",
    ]
    assert all("weight" in one.flags for one in found)


def test_the_full_mark_beside_a_rows_label_is_a_weight() -> None:
    (fact, *_) = points("Ⅱ.경영 효율(30점) 소계 30 22.16 73.87")
    assert (fact.name, fact.raw_text) == ("경영 효율 배점", "30점")
    assert "weight" in fact.flags


def test_a_score_in_brackets_is_none() -> None:
    (fact,) = points("○ 가람구(87.3점) 선정")
    assert "weight" not in fact.flags


def test_a_score_that_was_reached_is_no_weight() -> None:
    (fact,) = points("시는 종합청렴도에서 81.4점을 받았다.")
    assert "weight" not in fact.flags
    assert fact.doubts == ()


def test_points_below_which_one_fails_are_a_threshold() -> None:
    found = points("○ 70점 미만 탈락")
    assert all("탈락 기준" in one.name and "threshold" in one.flags for one in found)
    assert found


@pytest.mark.parametrize(
    "text",
    ["○ 배점은 성격평가 60점 + 달성도 40점 = 100점", "○ 등급기준 : 우수(85~95점 미만)"],
)
def test_full_marks_and_bands_are_in_doubt(text: str) -> None:
    assert any(KIND_UNSURE in one.doubts for one in points(text))


def test_a_score_of_something_unsaid_is_in_doubt() -> None:
    found = points("2031년 점수는 외부 8.86점, 내부 8.50점이다.")
    assert found
    assert all(NAME_INCOMPLETE in one.doubts for one in found)


@pytest.mark.parametrize(
    "text",
    [
        "○ 심사기준 : 서류 40점, 발표 60점 / 60점 미만은 선정에서 제외",
        "○ 선정방법 : 서류 30점, 현장 70점, 60점 이상 고득점자순",
        "○ 서류심사(40점)와 발표심사(60점)를 더해 70점 이상인 자 가운데 고득점순",
    ],
)
def test_the_points_that_one_needs_are_no_score_of_the_last_part(text: str) -> None:
    (needed,) = [one for one in points(text) if "threshold" in one.flags]
    assert needed.name.endswith("기준 점수")


def test_points_below_a_scheme_of_marks_are_weights() -> None:
    found = points("4. 배점\n - 성과지표 실적 70점\n - 군정 기여도 10점\n")
    assert [one.name for one in found] == ["성과지표 실적 배점", "군정 기여도 배점"]
    assert all("weight" in one.flags for one in found)


@pytest.mark.parametrize(
    "head", ["구 분 배 점 평가자", "항 목 배 점 평가부서", "구분 배점(점) 비고"]
)
def test_points_under_a_column_of_marks_are_weights(head: str) -> None:
    (fact,) = points(f"□ 평가방법\n{head}\n과제 이행도 60점 기획과")
    assert fact.name == "과제 이행도 배점"
    assert "weight" in fact.flags


def test_points_beside_a_column_of_what_was_reached_are_no_weights() -> None:
    found = points("□ 심사 결과\n항목 배점 득점\n사업 타당성 40점 33점")
    assert all("weight" not in one.flags for one in found)


@pytest.mark.parametrize("scale", ["100점 만점에", "100점 만점 중"])
def test_a_score_out_of_full_marks_is_of_what_the_sentence_is_about(scale: str) -> None:
    found = facts_of(f"가람시의 물길 체감도는 {scale} 79.4점으로 집계됐다.")
    (score,) = [one for one in found if one.raw_text == "79.4점"]
    assert score.name.endswith("물길 체감도")
    assert not is_kept_back(score.doubts)
    assert all(is_kept_back(one.doubts) for one in found if one is not score)
