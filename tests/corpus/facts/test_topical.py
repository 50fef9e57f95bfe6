"""Topical names: what a document is about, before a name that says only which part."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.corpus.plans import PLAN_2031, facts_of, names_by_figure


@pytest.mark.parametrize(
    ("title", "text", "raw", "name"),
    [
        (
            "가람시, 상반기 계약원가심사로 8억 아껴",
            "심사를 거친 사업은 84건이다.",
            "84건",
            "상반기 계약원가심사 심사를 거친 사업",
        ),
        (
            "가람시, 공약이행 평가 최우수",
            "전국 평균 이행률은 47%다.",
            "47%",
            "공약이행 평가 전국 평균 이행률",
        ),
        (
            "가람시, 고액체납 징수전담반 운영",
            "전담반은 지난해 14억 원을 거둬 목표를 넘겼다.",
            "14억 원",
            "고액체납 징수전담반 징수액",
        ),
        (
            "가람시, 계약심사 결과",
            "물빛공원 조성에는 84억 원을 들인다.",
            "84억 원",
            "물빛공원 조성",
        ),
        (
            "가람시 시행계획",
            "음주운전으로 징계를 받은 공무원은 7명이다.",
            "7명",
            "음주운전으로 징계를 받은 공무원",
        ),
        (
            "가람시, 계약심사 강화",
            "가람시, 종합감사서 84건 적발",
            "84건",
            "종합감사",
        ),
    ],
)
def test_an_open_name_has_its_topic(title: str, text: str, raw: str, name: str) -> None:
    assert name in names_by_figure(title, text)[raw]


def test_the_documents_own_government_gives_way_to_what_the_document_is_about() -> None:
    about = replace(PLAN_2031, title="공공기관 종합청렴도 평가", municipality="강릉시")
    (fact,) = facts_of("- 강릉시 총점 : 79.8점", about=about)
    assert fact.name == "공공기관 종합청렴도 평가 총점"


@pytest.mark.parametrize("part", ["광역협치형", "직속기관"])
def test_a_part_that_any_document_has_is_of_what_the_title_tells(part: str) -> None:
    (name,) = names_by_figure("가람시, 2031년 주민참여예산", f"{part}은 41건이다.")["41건"]
    assert name == f"주민참여예산 {part}"
