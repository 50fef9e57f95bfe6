"""얼마 asks for money, unless a line is called the very thing and counts it."""

from __future__ import annotations

import pytest

from assistant.evidence import holds
from assistant.grammar import Asked
from assistant.how_much import how_much
from tests.assistant.drafts import (
    asking,
    make_candidate,
    make_evidence,
    make_figure,
    make_retrieved,
)

SEATS = "○ 도서관 좌석(석) : (’30) 200 → (’34) 450"
GOAL = "○ 신속집행 목표 : 대상액의 58.5% (전년보다 3억 원 늘어난 액수)"
SHARE = "○ 신속집행 목표(%) : (’30) 41.0 → (’34) 55.0"
FREE = "○ 도서관 좌석 : 30분 무료"
GROWN = "○ 도서관 좌석 : 450석 (전년 대비 5% 증가)"
MONEY = "○ 도서관 좌석 늘리기 4억 원"


@pytest.mark.parametrize(
    ("question", "line", "kind"),
    [
        ("보령시 도서관 좌석 얼마인가요?", SEATS, Asked.COUNT),
        ("보령시 도서관 좌석은 얼마나 돼?", SEATS, Asked.COUNT),
        ("보령시 도서관 좌석 예산은 얼마인가요?", SEATS, Asked.AMOUNT),
        ("보령시 도서관 좌석 요금 얼마인가요?", SEATS, Asked.AMOUNT),
        ("보령시 도서관 좌석 늘리기 얼마인가요?", MONEY, Asked.AMOUNT),
        ("보령시 문화회관 얼마인가요?", SEATS, Asked.AMOUNT),
        ("보령시 신속집행 목표 얼마인가요?", SHARE, Asked.RATIO),
        ("보령시 신속집행 목표 얼마인가요?", GOAL, Asked.AMOUNT),
        ("보령시 도서관 좌석 얼마인가요?", GROWN, Asked.COUNT),
        ("보령시 도서관 좌석 얼마인가요?", FREE, Asked.AMOUNT),
    ],
)
def test_only_a_line_called_so_makes_it_a_count(question: str, line: str, kind: Asked) -> None:
    money = make_candidate(make_evidence(MONEY, make_figure("4억 원")), holds=(Asked.AMOUNT,))
    other = make_candidate(make_evidence(line), score=0.5)
    found = make_retrieved(money, other)
    asked, marked = how_much(asking(question), found)
    assert asked.kinds == (kind,)
    if kind is Asked.AMOUNT:
        assert marked is found


def test_what_is_counted_comes_before_the_money_for_it() -> None:
    money = make_candidate(make_evidence(MONEY), holds=(Asked.AMOUNT,))
    seats = make_candidate(
        make_evidence(SEATS, make_figure("200석", name="도서관 좌석")), score=0.8
    )
    asked, marked = how_much(asking("보령시 도서관 좌석 얼마인가요?"), make_retrieved(money, seats))
    assert [one.holds for one in marked.candidates] == [(Asked.COUNT,), ()]
    assert marked.candidates[0].evidence.quote == SEATS
    assert holds(Asked.COUNT, marked.candidates[0].evidence, asked)


def test_a_rate_is_never_money() -> None:
    assert asking("보령시 도서관 이용률 얼마인가요?").kinds == (Asked.RATIO,)
    assert asking("보령시 도서관 이용률은 얼마나 되나요?").kinds == (Asked.RATIO,)
    assert Asked.AMOUNT in asking("보령시 도서관 예산은 얼마인가요?").kinds


def test_a_place_of_another_name_stays_out() -> None:
    far = make_candidate(make_evidence(SEATS), fits_place=False)
    asked, _ = how_much(asking("보령시 도서관 좌석 얼마인가요?"), make_retrieved(far))
    assert asked.kinds == (Asked.AMOUNT,)
