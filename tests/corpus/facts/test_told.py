"""Figures that a verb governs, and what the sentence says of them."""

from __future__ import annotations

import pytest

from tests.corpus.plans import names_by_figure


@pytest.mark.parametrize(
    ("title", "text", "raw", "name"),
    [
        (
            "가람시, 적극행정 우수사례",
            "주민과 직원 투표, 심사단 평가로 6건을 추렸다.",
            "6건",
            "주민과 직원 투표 심사단 평가로 추린 건수",
        ),
        (
            "가람시, 하반기 체납액 일제정리",
            "시는 현년도분 65% 이상을 징수목표로 잡아 모두 61억원을 정리할 계획이다.",
            "61억원",
            "하반기 체납액 일제정리 정리할 금액",
        ),
        (
            "가람군, 인구 현황",
            "이재민 100세대, 약 300명이 이웃 도시 임대주택으로 잠시 옮기며 주소를 뺐기 때문이다.",
            "100세대",
            "이웃 도시 임대주택으로 잠시 옮긴 이재민",
        ),
        (
            "가람군, 상반기 자체감사",
            "솔밭면은 6월 종합감사에서 25건이 걸려 4명이 훈계(1명)와 주의(3명) 처분을 받았다.",
            "4명",
            "솔밭면 훈계와 주의 처분을 받은 인원",
        ),
        (
            "가람구, 상반기 일상감사",
            "들여다본 사업은 207건이며 그 가운데 49건에서 보완할 점을 찾아냈다.",
            "49건",
            "상반기 일상감사 들여다본 사업 가운데 보완할 점을 찾아낸 건수",
        ),
        (
            "가람도, 조직개편안",
            "우선 모자란 일손을 메우려고 198명을 더 뽑는다.",
            "198명",
            "모자란 일손을 메우려고 추가로 뽑는 인원",
        ),
        # a verb that only says that there is such a sum adds nothing
        ("가람시, 예산안", "노인일자리 운영에 108억 원을 넣었다.", "108억 원", "노인일자리 운영"),
        # a name that has the deed already stays
        (
            "가람시, 계약심사 결과",
            "계약심사로 예산 3억 원을 아꼈다.",
            "3억 원",
            "계약심사 예산 절감액",
        ),
    ],
)
def test_a_name_tells_what_was_done(title: str, text: str, raw: str, name: str) -> None:
    assert name in names_by_figure(title, text)[raw]


def test_a_figure_that_only_its_verb_names_is_called_by_its_clause() -> None:
    found = names_by_figure("보조금 특정감사", "감사관 12명이 74개 단체를 살폈다.")
    assert found["74개"] == ["보조금 특정감사 감사관이 살핀 단체"]


@pytest.mark.parametrize(
    ("text", "raw", "name"),
    [
        (
            "부패신고는 7건이 들어와 5건을 조사하고 2건은 종결했다.",
            "5건",
            "부패신고 조사한 건수",
        ),
        (
            "시는 지난해 청렴교육을 24차례 열어 1,312명이 이수했다.",
            "1,312명",
            "청렴교육 이수한 인원",
        ),
        (
            "시는 지난해 안전교육을 12차례 실시해 640명이 수료했다.",
            "640명",
            "안전교육 수료한 인원",
        ),
    ],
)
def test_the_deed_behind_a_figure_has_what_it_is_done_with(text: str, raw: str, name: str) -> None:
    assert names_by_figure("가람시, 2031년 종합청렴도 2등급", text)[raw] == [name]


def test_a_verb_before_a_field_owns_no_figure() -> None:
    (name,) = names_by_figure(
        "가람군, 2031년 상반기 신속집행 우수",
        "민생과 맞닿은 소비·투자 부문에서는 2분기 목표 612억 원의 118%인 722억 원을 풀었다.",
    )["722억 원"]
    assert "소비·투자 부문" in name
    assert "맞닿" not in name
