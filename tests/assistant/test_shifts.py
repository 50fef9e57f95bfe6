"""Amounts that figures moved by, also where one verb is said of several."""

from __future__ import annotations

import pytest

from assistant.shifts import shifts_in

OK = 10**8


def told(text: str) -> list[tuple[int, int | None, bool, str, str]]:
    return [
        (
            int(one.amount.value),
            None if one.after is None else int(one.after.value),
            one.is_up,
            one.name,
            one.reference,
        )
        for one in shifts_in(text)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "- 지방세는 전년보다 31억 원, 세외수입은 12억 원 늘었음",
            [(31 * OK, None, True, "지방세", "전년"), (12 * OK, None, True, "세외수입", "전년")],
        ),
        (
            "유사한 곳의 평균과 비교하면 지방세는 9억원, 세외수입은 4억원 적다.",
            [
                (9 * OK, None, False, "지방세", "유사한 곳의 평균"),
                (4 * OK, None, False, "세외수입", "유사한 곳의 평균"),
            ],
        ),
        (
            "일반회계는 900억원으로 제1회 추경보다 40억원, 특별회계는 70억원으로 3억원 줄었다.",
            [
                (40 * OK, 900 * OK, False, "일반회계", "제1회 추경"),
                (3 * OK, 70 * OK, False, "특별회계", "제1회 추경"),
            ],
        ),
        (
            "올해 480억 원보다 4% 많은 500억 원이다. 일반회계 450억 원(18억 원, 4.1%↑)이다.",
            [(18 * OK, 450 * OK, True, "일반회계", "올해")],
        ),
        (
            "○ 공유재산은 600억원으로 한 해 동안 20억원이 늘었습니다.",
            [(20 * OK, 600 * OK, True, "공유재산", "한 해 동안")],
        ),
        (
            "□ 살림규모 : 880억 원 (전년 대비 33억 원 증가)",
            [(33 * OK, 880 * OK, True, "살림규모", "전년")],
        ),
    ],
)
def test_an_amount_is_read_with_its_figure_and_what_it_is_against(
    text: str, found: list[tuple[int, int | None, bool, str, str]]
) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "지방세 31억 원, 세외수입 12억 원이다.",
        "지방세는 31억 원이고 세외수입은 12억 원으로 집계됐다.",
        "심사는 2억원 이상 공사와 5천만원 이상 용역을 대상으로 한다.",
    ],
)
def test_levels_are_no_amounts_that_anything_moved_by(text: str) -> None:
    assert told(text) == []


def test_what_it_was_is_known_where_it_is_printed() -> None:
    (one,) = shifts_in("규모는 690억 원으로 제1회 추경 640억 원보다 50억 원 많다.")
    assert one.before is not None
    assert one.before.value == 640 * OK
