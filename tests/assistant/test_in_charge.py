"""Offices: which statements name the one that is asked for."""

from __future__ import annotations

import pytest

from assistant.in_charge import tells_office


@pytest.mark.parametrize(
    ("asked", "quote", "is_told"),
    [
        (
            "번호판 단속은 어느 과하고 어느 과가 같이 하나요?",
            "주차과와 세정과가 함께 단속한다.",
            True,
        ),
        ("번호판 단속 부서 전화번호는?", "주차과와 세정과가 함께 단속한다.", False),
        ("돌봄을 맡는 과가 생긴다면서요?", "○ 여성과에서 돌봄과 분리(돌봄 전담)", True),
        ("공원을 담당하는 부서가 어디예요?", "공원은 푸른도시과가 맡는다.", True),
        ("공원을 담당하는 부서가 어디예요?", "푸른도시과가 상을 받았다.", False),
        ("공원을 담당하는 부서가 어디예요?", "공원 관리 실적이 성과로 남았다.", False),
    ],
)
def test_an_office_is_told_by_its_name_or_its_charge(asked: str, quote: str, is_told: bool) -> None:
    assert tells_office(quote, (), asked) is is_told
