"""Words that a line tells by its form and never says."""

from __future__ import annotations

import pytest

from assistant.aspects import is_aspect, tells, tells_where


@pytest.mark.parametrize(
    ("word", "told", "other"),
    [
        ("장소", "17일 별빛홀에서 열린다", "17일 아침 열 시에 열린다"),
        ("나이", "만 20세부터 38세까지", "20대 청년"),
        ("제한", "3년 이상 산 주민", "누리집을 보면 된다"),
        ("마감", "5. 2. ~ 5. 20.", "5. 20."),
        ("목표", "이수율은 81%에서 95%로 올릴 계획이다", "이수율은 81%에서 95%로 올랐다"),
        ("목표", "모임은 올해 1등급을 노린다", "모임은 올해 1등급을 받았다"),
        ("면적", "텃밭 320㎡", "텃밭 320곳"),
        ("길이", "숲길 4.2km", "숲길 4곳"),
        ("방문객", "꽃 잔치에 3만 명이 다녀갔다", "꽃 잔치를 3만 명이 안다"),
    ],
)
def test_a_value_tells_what_its_kind_names(word: str, told: str, other: str) -> None:
    assert tells(told, (word,))
    assert not tells(other, (word,))


def test_other_words_are_told_by_no_form() -> None:
    assert not tells("17일 별빛홀에서 열린다", ("별빛", "행사"))
    assert is_aspect("나이")
    assert not is_aspect("별빛")


def test_where_is_told_in_a_sentence_or_behind_a_label() -> None:
    assert tells_where("군청 대회의실에서 열었다")
    assert tells_where("○ 접 수 처 : 마을회관")
    assert not tells_where("별빛홀에서는 아무 일도 없었다")
