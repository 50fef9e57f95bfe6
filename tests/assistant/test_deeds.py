"""Nouns of what was done, told by a verb beside a figure."""

from __future__ import annotations

import pytest

from assistant.deeds import deeds_of, is_done, told_as


@pytest.mark.parametrize(
    ("noun", "told", "other"),
    [
        ("절감", "심사로 예산 12억 원을 아꼈다", "물을 아껴 쓰자고 했다"),
        ("절감액", "설계를 고쳐 3억 원가량 줄였다", "3억 원으로 다리를 놓았다"),
        ("징수액", "밀린 세금 9억 원을 거둬들였다", "밀린 세금이 9억 원이다"),
        ("증액", "늘어난 금액은 5억 원이다", "금액은 5억 원이다"),
        ("집행", "반년 동안 70억 원을 풀었다", "반년 동안 매듭을 풀었다"),
        ("징수액", "밀린 세금 9억 원을 거뒀다", "밀린 세금 9억 원을 거두지 못했다"),
        ("절감액", "공사비 8억 원을 줄였다", "빚 80억 원을 줄였다"),
        ("신설", "모두 2과 7팀이 새로 생긴다", "팀 이름을 새로 정한다"),
    ],
)
def test_a_verb_beside_a_figure_tells_what_the_noun_names(noun: str, told: str, other: str) -> None:
    assert is_done(told, (noun,))
    assert not is_done(other, (noun,))


def test_other_nouns_are_done_by_no_verb() -> None:
    assert deeds_of(("도서관", "이유")) == ()


@pytest.mark.parametrize(
    ("noun", "told"),
    [
        ("신설", "새로 생기는 부서는 셋이다."),
        ("신설", "새로 만든 팀은 둘이다."),
        ("폐지", "없어지는 과는 둘이다."),
    ],
)
def test_of_offices_the_name_tells_what_is_new_or_gone(noun: str, told: str) -> None:
    assert is_done(told, (noun,))
    assert not is_done("부서마다 새로 정한 목표가 있다.", (noun,))


@pytest.mark.parametrize(
    ("noun", "told", "other"),
    [
        ("편성", "내년 살림을 4천억 원으로 짰다.", "짜임새가 좋다."),
        ("선정", "사례 여섯 건을 추렸다.", "사례 여섯 건이다."),
        ("이전", "청사를 옮겼다.", "청사는 그대로다."),
        ("지급", "한 집에 20만 원씩 준다.", "한 집에 20만 원씩 걷는다."),
    ],
)
def test_a_plain_verb_tells_a_deed_without_a_figure(noun: str, told: str, other: str) -> None:
    assert any(one.search(told) for one in told_as(noun))
    assert not any(one.search(other) for one in told_as(noun))
    assert not is_done(told, (noun,))
