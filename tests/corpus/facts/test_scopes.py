"""Scopes: what a whole sentence is limited to."""

from __future__ import annotations

import pytest

from tests.corpus.plans import names_by_figure


@pytest.mark.parametrize(
    ("title", "text", "raw", "name"),
    [
        (
            "가람시 재정집행 평가",
            "소비·투자 분야에서는 목표 393억원을 넘겼다.",
            "393억원",
            "소비·투자 분야 가람시 재정집행 평가 목표",
        ),
        (
            "가람시, 일상감사·계약심사로 10억 절감",
            "계약심사를 받아야 하는 사업은 추정금액 기준으로 "
            "△종합공사 3억원 이상 △용역 7000만원 이상이다.",
            "7000만원",
            "계약심사 용역 기준",
        ),
        (
            "가람시 결산 공시",
            "채무는 647억원이고, 시민 1인당으로는 42만 7000원이어서 "
            "특·광역시 평균보다 12만 5000원 적다.",
            "12만 5000원",
            "시민 1인당 채무 특·광역시 평균 차이액",
        ),
        (
            "가람시 상반기 자체감사 지적",
            "나리면은 4월 종합감사에서 22건이 나왔다. 재정조치 152만원, 신분상 조치 3명이다.",
            "3명",
            "나리면 신분상 조치",
        ),
        (
            "가람시 예산안",
            "경제 분야는 21.75% 늘어난 544억원, 관광은 12.32% 늘어난 108억원이다.",
            "108억원",
            "가람시 예산안 관광",
        ),
    ],
)
def test_a_name_says_its_scope(title: str, text: str, raw: str, name: str) -> None:
    assert name in names_by_figure(title, text)[raw]
