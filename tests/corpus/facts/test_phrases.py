"""Phrases: cut names are cut again, and what says enough is told from what does not."""

from __future__ import annotations

import pytest

from corpus.facts.phrases import phrase_of, says_enough


@pytest.mark.parametrize(
    ("name", "phrase"),
    [
        ("강의 없이 강사료", "강사료"),
        ("가장 많고 농림해양수산", "농림해양수산"),
        ("개편안대로면 본청", "본청"),
        ("약점을 추려 추진전략", "추진전략"),
        ("신속집행 목표의", "신속집행 목표"),
        ("허술하게 집행한 돈이", "허술하게 집행한 돈"),
        ("이번 평가 지표", "평가 지표"),
        ("적발된 것은 유형", "적발된 유형"),
        ("상담관 1명 지정, 소송비 지원 한도", "소송비 지원 한도"),
        ("도내 22개 군 가운데 순위", "도내 22개 군 가운데 순위"),
        ("자체수입 등", "자체수입 등"),
        ("들여다봐", ""),
    ],
)
def test_a_cut_name_is_cut_again_at_a_phrase(name: str, phrase: str) -> None:
    assert phrase_of(name) == phrase


@pytest.mark.parametrize(
    ("name", "unit", "is_enough"),
    [
        ("일반회계", "원", True),
        ("별빛 도서관 건립", "원", True),
        ("쉼터 조성", "개소", True),
        ("나무", "그루", True),
        ("지표", "개", False),
        ("공사", "건", False),
        ("안전·환경", "개", False),
        ("사회복지", "원", False),
        ("시정 핵심", "개", True),
        ("대상 기관", "개", False),
        ("사회복지", "%", False),
        ("사회복지 비중", "%", True),
    ],
)
def test_what_says_enough(name: str, unit: str, *, is_enough: bool) -> None:
    assert says_enough(name, unit) is is_enough
