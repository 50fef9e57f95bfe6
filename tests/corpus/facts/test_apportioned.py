"""Apportioned counts: the parts of a count, by what came of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.corpus.plans import PLAN_2031, facts_of

NEWS = replace(PLAN_2031, title="가람시 감사 소식", document_type="press")


def counted(text: str) -> dict[str, str]:
    return {one.raw_text: one.name for one in facts_of(f"개요\n\n{text}", about=NEWS)}


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "시는 일상감사 64건을 처리해 47건은 적정, 13건은 권고, 4건은 재검토 의견을 냈다.",
            {"47건": "일상감사 적정", "13건": "일상감사 권고", "4건": "일상감사 재검토"},
        ),
        (
            "시는 종합감사에서 지적사항 15건을 찾아 12건에 시정, 3건에 주의를 요구했다.",
            {"12건": "지적사항 시정", "3건": "지적사항 주의"},
        ),
        (
            "재심의 신청 18건 중 11건은 인용, 7건은 기각했다.",
            {"11건": "재심의 신청 인용", "7건": "재심의 신청 기각"},
        ),
        (
            "적극행정 신청 18건을 심의한 결과 11건을 채택하고 7건을 반려했다.",
            {"11건": "적극행정 신청 채택", "7건": "적극행정 신청 반려"},
        ),
        (
            "공약사업 61개 중 40개는 완료, 20개는 정상 추진 중이다.",
            {"20개": "공약사업 정상 추진"},
        ),
        (
            "감사에서 적발된 직원 가운데 5명을 훈계, 2명을 경징계했다.",
            {"5명": "적발된 직원 훈계", "2명": "적발된 직원 경징계"},
        ),
    ],
)
def test_each_part_is_named_by_its_whole_and_its_outcome(text: str, parts: dict[str, str]) -> None:
    found = counted(text)
    assert all(found[figure].endswith(name) for figure, name in parts.items()), found


@pytest.mark.parametrize(
    "text",
    [
        "시는 공사 30건을 점검했고, 도로 12건은 완료했다.",
        "시는 공사 10건을 점검해 12건은 완료했다.",
        "시는 공사 30건을 점검했다. 12건은 완료 예정이다.",
    ],
)
def test_what_has_its_own_noun_or_is_more_is_no_part(text: str) -> None:
    assert "공사 완료" not in counted(text).get("12건", "")
