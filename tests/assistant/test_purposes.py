"""Purposes: a statement says why by an ending, by a means, or by what follows from the deed."""

from __future__ import annotations

import pytest

from assistant.purposes import joined_forms, states_purpose


@pytest.mark.parametrize(
    "quote",
    [
        "○ 골목 상점이 살아나도록 임대료를 낮춘다.",
        "○ 빈집을 줄이고자 수리비를 보탠다.",
        "- 혼자 사는 어르신이 함께 밥을 먹을 수 있게 돕는다.",
        "○ 홍수를 막기 위해 하천 바닥을 판다.",
    ],
)
def test_an_ending_tells_a_purpose(quote: str) -> None:
    assert states_purpose(quote, (), (), "왜 하나요?")


def test_what_a_means_is_used_for_is_its_purpose() -> None:
    quote = "○ 버스 노선은 설문조사로 주민의 의견을 듣는다."
    assert states_purpose(quote, ("설문조사",), (), "설문조사를 왜 하나요?")
    assert not states_purpose(quote, ("버스",), (), "버스는 왜 다니나요?")


def test_what_follows_from_a_deed_is_its_purpose() -> None:
    quote = "- 공사를 봄에 앞당겨 일감을 늘린다."
    assert states_purpose(quote, ("공사",), ("앞당기",), "공사를 앞당기는 까닭은?")
    assert not states_purpose(quote, ("공사",), ("늦추",), "공사를 늦추는 까닭은?")


def test_a_result_is_no_purpose() -> None:
    quote = "○ 전국 평가에서 우수기관으로 선정되었다."
    assert not states_purpose(quote, ("우수기관",), ("뽑히",), "왜 우수기관으로 뽑혔나요?")
    named = "○ 회의를 시청으로 옮겨 자리를 늘린다."
    assert not states_purpose(named, ("시청",), (), "왜 시청으로 옮기나요?")


def test_a_bare_figure_tells_no_purpose() -> None:
    assert not states_purpose("○ 교육 인원 : 1,500명", ("교육",), (), "왜 교육하나요?")


@pytest.mark.parametrize(
    ("stem", "forms"),
    [
        ("끝내", ("끝내",)),
        ("줄이", ("줄여",)),
        ("막", ("막아",)),
        ("묶", ("묶어",)),
        ("나누", ("나눠",)),
        ("교육하", ("교육해", "교육하여")),
        ("bus", ()),
        ("", ()),
    ],
)
def test_a_stem_takes_its_joining_ending(stem: str, forms: tuple[str, ...]) -> None:
    assert joined_forms(stem) == forms
