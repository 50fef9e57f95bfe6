"""Contests: the evaluation in which a prize or a rank was won."""

from __future__ import annotations

import pytest

from tests.corpus.plans import names_by_figure


@pytest.mark.parametrize(
    ("title", "text", "raw", "name"),
    [
        (
            "가람시 살림 소식",
            "가람시가 행정안전부의 2030년 상반기 지방재정 신속집행 평가에서 "
            "우수기관으로 뽑혀 특별교부세 4100만 원을 받는다.",
            "4100만 원",
            "상반기 지방재정 신속집행 평가 특별교부세",
        ),
        (
            "가람시 재정집행 평가 최우수",
            "시는 재정 인센티브로 1500만원을 받는다.",
            "1500만원",
            "가람시 재정집행 평가 재정 인센티브",
        ),
        (
            "가람시 숲길 소식",
            "특별교부세 4100만 원을 받는다.",
            "4100만 원",
            "특별교부세",
        ),
        (
            "가람시 숲길 소식",
            "가람시는 숲길 관리 평가에서 우수기관에 뽑혀 쉼터 정비 특별교부세 3억 원을 받는다.",
            "3억 원",
            "숲길 관리 평가 쉼터 정비 특별교부세",
        ),
    ],
)
def test_a_prize_is_of_its_contest(title: str, text: str, raw: str, name: str) -> None:
    assert name in names_by_figure(title, text)[raw]


@pytest.mark.parametrize(
    "text",
    [
        "돌풍 피해 조사에서 나온 결과로 재난지원금 3억 원을 준다.",
        "돌풍 피해 조사에서는 농가 보상금 3억 원이 확정됐다.",
        "숲길 이용 점검에서 변상금 3억 원을 물렸다.",
    ],
)
def test_what_makes_good_a_loss_is_no_prize(text: str) -> None:
    (name,) = names_by_figure("가람시 숲길 소식", text)["3억 원"]
    assert not name.startswith(("돌풍 피해 조사 ", "숲길 이용 점검 "))
