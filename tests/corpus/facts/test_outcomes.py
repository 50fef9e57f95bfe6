"""Outcomes: what was done with a sum, as the measure of its name."""

from __future__ import annotations

import pytest

from tests.corpus.plans import names_by_figure


@pytest.mark.parametrize(
    ("title", "text", "raw", "name"),
    [
        (
            "가람시, 상반기 체납액 정리",
            "가람시는 체납액 28억 원을 걷어 목표를 넘겼다.",
            "28억 원",
            "가람시 체납액 징수액",
        ),
        (
            "가람시, 물길 감사 결과",
            "둑길 관리 소홀은 3800만 원을 회수하도록 했다.",
            "3800만 원",
            "둑길 관리 소홀 회수액",
        ),
        (
            "가람시, 종합감사 마무리",
            "일상감사(용역 1억원 이상)로는 18건에서 1억5000만원을 줄였다.",
            "1억5000만원",
            "일상감사 절감액",
        ),
        (
            "가람시, 계약심사 결과",
            "줄인 금액을 나누어 보면 ▲공사 109건 21억원 ▲용역 16건 3억원이다.",
            "21억원",
            "계약심사 공사 절감액",
        ),
        (
            "가람시, 우수부서 뽑아",
            "- 최우수부서 시상금 500만원, 우수 300만원, 장려 200만원",
            "200만원",
            "우수부서 장려 시상금",
        ),
        (
            "가람시 살림",
            "이 밖에 △숲길 정비 8억 원 △물길 정비 4억 원이 더해졌다.",
            "8억 원",
            "숲길 정비 증액",
        ),
        (
            "가람시 살림",
            "지난해 숲길 정비에 30억 원을 썼다.",
            "30억 원",
            "숲길 정비 집행액",
        ),
        (
            "가람시 예산안",
            "늘어난 폭은 숲길 정비 11억 원, 물길 정비 3억 원 순이다.",
            "3억 원",
            "물길 정비 증가액",
        ),
    ],
)
def test_a_sum_is_named_by_its_outcome(title: str, text: str, raw: str, name: str) -> None:
    assert name in names_by_figure(title, text)[raw]


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("가람시는 체납액 28억 원을 징수하지 못했다.", "징수액"),
        ("가람시는 체납액 28억 원을 걷어야 한다.", "징수액"),
        ("가람시는 숲길 계약심사로 28억 원을 절감하지 못했다.", "절감액"),
        ("둑길 관리 소홀은 28억 원을 회수하지 않았다.", "회수액"),
        ("가람시는 숲길 정비에 28억 원을 집행해야 한다.", "집행액"),
        ("가람시는 숲길 정비에 28억 원을 집행한다.", "집행액"),
        ("가람시는 둑길 이용료 28억 원을 징수하기로 했다.", "징수액"),
    ],
)
def test_what_was_not_done_is_no_outcome(text: str, measure: str) -> None:
    (name,) = names_by_figure("가람시 살림 소식", text)["28억 원"]
    assert measure not in name


def test_a_long_run_of_digits_is_read_in_time() -> None:
    text = "공공사업 3건, " + "1" * 4_000 + "을 계약심사했다."
    assert "3건" in names_by_figure("가람시 살림 소식", text)
