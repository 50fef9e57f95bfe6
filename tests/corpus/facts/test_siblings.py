"""Figures of one list, each with what the list is of."""

from __future__ import annotations

import pytest

from tests.corpus.plans import names_by_figure


@pytest.mark.parametrize(
    ("title", "text", "raw", "name"),
    [
        (
            "가람시, 체납액 정리",
            "걷지 못한 돈은 지방세 140억원, 세외수입 198억원이다.",
            "140억원",
            "걷지 못한 돈 지방세",
        ),
        (
            "가람시, 공약 점검",
            "마친 사업을 분야별로 나누면 경제발전이 14개로 가장 많다.",
            "14개",
            "공약 점검 마친 사업 경제발전",
        ),
        (
            "가람군, 인구감소 대응 종합대책",
            "떠난 까닭으로는 직업(30.6%), 가족(27.7%), 주택(16.4%)을 들었다.",
            "27.7%",
            "인구감소 대응 종합대책 떠난 까닭 가족",
        ),
        # one of the parts has the whole before it, so all have
        (
            "가람시, 하반기 지방세 체납액 정리",
            "세목별로는 ▲재산세 61억원(40.0%) ▲취득세 60억원(39.5%) ▲지방소득세 31억원(20.5%)이다.",
            "31억원",
            "하반기 지방세 체납액 정리 지방소득세",
        ),
        # a list of projects needs nothing before its parts
        (
            "가람시, 예산안",
            "눈에 띄는 사업은 ▲솔숲 도서관 건립 31억 원 ▲누리 공원 조성 14억 원이다.",
            "31억 원",
            "솔숲 도서관 건립",
        ),
    ],
)
def test_a_part_says_what_it_is_part_of(title: str, text: str, raw: str, name: str) -> None:
    assert name in names_by_figure(title, text)[raw]
