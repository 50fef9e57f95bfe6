"""Figures that prose and lists set side by side, and what names each of them."""

from __future__ import annotations

import pytest

from assistant.readings import readings_of
from assistant.rows import rows_of
from assistant.sources import Source


def _rows(text: str) -> list[list[str]]:
    source = Source(evidence=None, text=text, start=0)  # type: ignore[arg-type]
    return [[one.label for one in row.members] for row in rows_of(readings_of(source))]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("나눠 보면 토목 40건에서 9억원, 건축 12건에서 3억원을 줄였다.", ["토목", "건축"]),
        ("새 사업은 ▲물길 산책로 24억원 ▲제방 보강 52억원 등이다.", ["물길 산책로", "제방 보강"]),
        ("○ 북부 70건(46.7%) > 중부 50건(33.3%) > 남부 30건(20.0%)", ["북부", "중부", "남부"]),
        (
            "끝낸 일은 교통이 14개로 가장 많다. 소통과 교육이 각각 7개, 환경 4개, 안전 2개 순이다.",
            ["교통", "소통", "교육", "환경", "안전"],
        ),
        ("- 시정 21건\n- 주의 34건\n- 훈계 3건", ["시정", "주의", "훈계"]),
        (
            "○ 물빛도서관 : 총사업비 90억원 (국비 40)\n○ 제3하수관로 : 총사업비 70억원 (국비 49)",
            ["물빛도서관", "제3하수관로"],
        ),
        ("- 안전한 길 (지표 21개)\n- 맑은 물 (지표 9개)", ["안전한 길", "맑은 물"]),
        (
            "□ 분야별 지표 수(개)\n 1. 안전 : 21\n 2. 하천 : 9\n 3. 도로 : 14",
            ["안전", "하천", "도로"],
        ),
        ("북부 12건 / 31억원\n남부 9건 / 17억원", ["북부", "남부"]),
    ],
)
def test_items_are_named_by_their_own_words(text: str, labels: list[str]) -> None:
    assert labels in _rows(text)


@pytest.mark.parametrize(
    "text",
    [
        "2022년 210건, 2023년 244건이다.",
        "목표 90만명에 못 미친 83만명에 그쳤다.",
        "토목 3억원 이상, 용역 7천만원 이상이다.",
        "군은 3개 분야 26개 사업을 확정했다.",
    ],
)
def test_years_bounds_and_what_goes_on_are_no_items(text: str) -> None:
    assert _rows(text) == []


def test_a_whole_is_not_ranked_with_its_parts() -> None:
    (row,) = _rows("자체재원 110억원, 세금 60억원, 수수료 50억원, 보조금 30억원이다.")
    assert row == ["자체재원", "보조금"]
