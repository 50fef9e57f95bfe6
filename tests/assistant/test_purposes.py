"""Purposes: a statement says why by an ending, by a means, or by what follows from the deed."""

from __future__ import annotations

import pytest

from assistant.inflections import joined_forms
from assistant.purposes import (
    is_good_for,
    is_of_direction,
    is_under_purpose,
    states_purpose,
)


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


@pytest.mark.parametrize(
    ("asked", "quote", "is_told"),
    [
        ("왜 뜻이 깊다고 했나요?", "과장은 “주민이 스스로 이룬 일이라 뜻이 깊다”고 말했다.", True),
        ("왜 뜻이 깊다고 했나요?", "과장은 “이번 일은 뜻이 깊다”고 말했다.", False),
        ("공사비가 왜 깎였나요?", "다리는 물량을 잘못 잡아 3억 원을 깎았다.", True),
        ("공사비가 왜 깎였나요?", "시는 다리 공사비 3억 원을 깎았다.", False),
        ("공사비가 왜 깎였나요?", "심사를 거쳐 3억 원을 깎았다.", False),
        ("강좌가 왜 취소됐나요?", "신청자가 모자라 강좌를 취소했다.", True),
        ("준공이 왜 늦어졌나요?", "땅값 흥정이 길어져 준공이 한 해 늦춰졌다.", True),
        ("왜 주의를 받았나요?", "감사관은 과장에게 주의를 요구했다.", False),
        ("왜 공사비를 깎으라고 했나요?", "과다 계상된 다리 공사 등 2건에 감액을 요구했다.", True),
        ("왜 공사비를 깎으라고 했나요?", "다리 공사 등 2건에 감액을 요구했다.", False),
        ("왜 도비까지 찾나요?", "도비의 몫이 커진 만큼 도비 사업도 찾는다.", True),
        ("왜 도비까지 찾나요?", "지난해만큼 도비 사업을 찾았다.", False),
    ],
)
def test_a_clause_that_it_follows_from_tells_why(asked: str, quote: str, is_told: bool) -> None:
    assert states_purpose(quote, (), (), asked) is is_told


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


@pytest.mark.parametrize(
    "quote",
    [
        "○ 사유 : 나무 심기를 한 해 미룸",
        "이번 조사는 빈 가게가 는 원인을 찾으려는 것이다.",
        "시장은 가뭄이 길어진다며 물을 아껴 달라고 당부했다.",
        "군수는 장마가 이르다면서 배수로를 먼저 살피라고 지시했다.",
        "낡은 배관 탓에 물이 샜다.",
        "마을 길이 좁아서 버스가 작다.",
        "큰 행사가 열리는 만큼 안내소를 더 둔다.",
    ],
)
def test_a_reason_is_told_in_many_ways(quote: str) -> None:
    assert states_purpose(quote, (), (), "왜 그렇게 하나요?")


@pytest.mark.parametrize(
    "quote",
    [
        "이어서 시장이 인사말을 했다.",
        "나무 심기에 대해서 말했다.",
        "시장은 나무가 잘 자란다며 웃었다.",
        "민원인으로 붐볐다.",
    ],
)
def test_what_only_joins_two_clauses_is_no_reason(quote: str) -> None:
    assert not states_purpose(quote, (), (), "왜 그렇게 하나요?")


def test_a_state_before_a_deed_is_its_reason() -> None:
    quote = "이용자가 늘어 야간 버스를 두 대 더 넣는다."
    assert states_purpose(quote, ("야간", "버스"), (), "야간 버스를 왜 더 넣나요?")
    assert not states_purpose(quote, ("도서관",), (), "도서관은 왜 닫나요?")
    assert not states_purpose("이용자가 늘어 있다.", ("이용자",), (), "이용자는 왜 있나요?")


def test_the_line_under_a_thing_says_what_it_is_good_for() -> None:
    words = (("빗물",), ("저장조",))
    under = "- 수돗물 값 절감과 가뭄에 따로 쓸 물 보전"
    assert is_good_for(under, "○ 빗물 저장조 3곳 설치", words)
    assert is_good_for(f"○ 빗물 저장조 3곳 설치\n{under}", "", words)
    assert not is_good_for(under, "○ 마을 우물 정비", words)
    assert not is_good_for("- 저장 용량 : 300톤 향상", "○ 빗물 저장조 설치", words)
    assert not is_good_for("- 위치 : 나래동", "○ 빗물 저장조 설치", words)


def test_what_rose_has_no_reason_to_have_fallen() -> None:
    assert is_of_direction("지원금이 왜 줄었나요?", "지원금 감액 사유 : 수요 부족")
    assert not is_of_direction("지원금이 왜 줄었나요?", "물가가 올라 지원금을 늘렸다")
    assert not is_of_direction("지원금을 늘린 까닭은?", "가게를 돕기 위한 지원금")
    assert is_of_direction("지원금을 왜 주나요?", "가게를 돕기 위한 지원금")
    assert is_of_direction("예산이 줄어든 까닭은?", "국비가 줄면서 작년보다 3% 적다.")
    assert not is_of_direction("예산이 줄어든 까닭은?", "국비가 늘면서 작년을 웃돌았다.")
    assert not is_of_direction("예산이 줄어든 까닭은?", "예산의 목적은 주민 지원이다.")


def test_a_label_that_ends_in_a_reason_gives_it() -> None:
    assert is_under_purpose("※ 미달 3개 지표 사유 : 자재값이 올라 착공 연기", "")
    assert is_under_purpose("1. 변경 사유 : 보상 지연", "")
    assert not is_under_purpose("사유지 매입 : 3필지", "")


def test_what_is_measured_against_a_year_is_no_reason() -> None:
    assert not states_purpose("살림은 전년 대비 41억 원 증가", ("살림",), (), "왜 늘었나요?")
    assert states_purpose("가뭄 대비 저수지를 판다", ("저수지",), (), "저수지를 왜 파나요?")
