"""What a text says of how a figure moved is read, and nothing that only looks like it."""

from __future__ import annotations

import pytest

from assistant.changes import moves, read_changes
from assistant.figures import Figure, read_figures


def printed(text: str, figure: Figure | None) -> str:
    return "" if figure is None else text[figure.start : figure.end]


def read(text: str) -> list[tuple[str, str, str]]:
    return [
        (printed(text, one.before), printed(text, one.after), printed(text, one.amount))
        for one in read_changes(text)
    ]


@pytest.mark.parametrize(
    ("text", "before", "after", "amount"),
    [
        ("평균 발급일은 8.4일에서 5.1일로 줄었다.", "8.4일", "5.1일", ""),
        ("처리기간을 9일에서 6일로 단축", "9일", "6일", ""),
        ("1실 3국 41개 팀에서 1실 3국 38개 팀이 된다.", "41개", "38개", ""),
        ("지금의 4국 30과는 4국 33과로 커진다.", "30과", "33과", ""),
        ("2국 1실 1단 18과에서 2국 1실 20과로 바뀐다.", "18과", "20과", ""),
        ("교육비는 12억 원 늘어 60억 원이 됐다(당초 48억 원).", "", "60억 원", "12억 원"),
        ("창구 12개 → 18개(‘24.)", "12개", "18개", ""),
        ("관람객이 '19년 30만명에서 '21년 12만명으로 줄었다.", "30만명", "12만명", ""),
        ("대상자 640명(’22년 590명)", "590명", "640명", ""),
        ("친절도 88.2점, 평균 81.7점보다 6.5점 위", "81.7점", "88.2점", "6.5점"),
        ("점수 : 82점\n  ※ 전체 평균 74.5점", "74.5점", "82점", ""),
        ("규모 : 540억 원 (당초 500억 원, 40억 원 증)", "500억 원", "540억 원", "40억 원"),
        ("수입은 820억 원(전년 대비 70억 원↑)이다.", "", "820억 원", "70억 원"),
        ("빚은 21만 원으로 전년보다 3만원 줄었다.", "", "21만 원", "3만원"),
        ("본예산 900억 원과 견주면 60억 원이 많다.", "900억 원", "", "60억 원"),
        ("모두 67명으로, 64명이던 지난해보다 3명 많다.", "64명", "67명", "3명"),
        ("목표는 50억 원이다. 올해보다 3억 원 많다.", "", "50억 원", "3억 원"),
        ("자급률은 41.5%로 작년보다 1.5%p 떨어졌다.", "", "41.5%", "1.5%p"),
        ("살림은 640억원이고 전년도와 견주어 30억원 줄었습니다.", "", "640억원", "30억원"),
        ("지표는 모두 90개로 핵심 40개, 고유 50개다. 지난해보다 7개 줄었다.", "", "90개", "7개"),
        ("첫 예산 510억원 대비 64억원(12.5%) 증가한 액수다.", "510억원", "", "64억원"),
        ("위원은 모두 80명이다. 작년에는 66명이었다.", "66명", "80명", ""),
        ("본청은 1실 4국 136팀에서 1실 5국 149팀으로 커진다.", "136팀", "149팀", ""),
        ("검사는 12명 3팀에서 15명 4팀으로 는다.", "3팀", "4팀", ""),
        ("이용은 480건으로 2022년 400건보다 20% 늘었다.", "400건", "480건", ""),
    ],
)
def test_a_change_is_read(text: str, before: str, after: str, amount: str) -> None:
    assert (before, after, amount) in read(text)


@pytest.mark.parametrize(
    "text",
    [
        "예산은 2020년 12억 원, 2021년 15억 원이다.",
        "공사 5억 원 이상, 용역 3억 원 이상",
        "남구에서 3명, 북구로 5명이 옮겼다.",
        "1차 3팀 4명에서 2차로 5명이 갔다.",
        "직원 40명 가운데 12명이 참석했다.",
    ],
)
def test_figures_that_only_follow_each_other_are_no_change(text: str) -> None:
    assert read(text) == []


def test_a_printed_amount_that_does_not_fit_takes_no_value_with_it() -> None:
    assert read("회원은 90명으로, 64명이던 지난해보다 3명 많다.") == [("64명", "", "3명")]


def test_the_years_beside_both_figures_are_theirs() -> None:
    (change,) = read_changes("관람객이 '19년 30만명에서 '21년 12만명으로 줄었다.")
    assert change.years == (2019, 2021)


def test_a_move_has_a_direction_and_an_average_has_none() -> None:
    first, last = read_figures("12개 | 18개").figures
    assert moves("창구 12개 → 18개", first, last)
    assert not moves("창구 12개 → 18개", last, first)
    assert not moves("창구 18개, 평균 12개보다 6개 많다", first, last)
