"""Carried names: what a sentence takes from the one before it, or from the clause before."""

from __future__ import annotations

import pytest

from corpus import is_kept_back
from corpus.types import Fact
from tests.corpus.plans import facts_of


def named(text: str, raw: str) -> Fact:
    """The fact of the figure that is printed as `raw`."""
    (fact,) = [one for one in facts_of(text) if one.raw_text.strip() == raw]
    return fact


@pytest.mark.parametrize(
    ("text", "raw", "name"),
    [
        # what grew, not what it is set against
        (
            "살림 총규모는 5784억 원으로 제1회 추경 5576억 원보다 208억 원(3.7%) 늘었다.",
            "208억 원",
            "살림 총규모 증가액",
        ),
        (
            "살림 총규모는 5784억 원으로 제1회 추경 5576억 원보다 208억 원(3.7%) 늘었다.",
            "3.7%",
            "살림 총규모 증가",
        ),
        # parts of what was saved
        (
            "일상감사는 3억7000만 원을 줄였다. 이 가운데 공사가 3억 원, 용역이 7000만 원이다.",
            "7000만 원",
            "일상감사 용역 절감액",
        ),
        # the clause in which a name begins, and a range of bounds
        (
            "점검을 받는 사업은 일반공사 7000만 원 이상 3억 원 미만이다.",
            "3억 원",
            "점검을 받는 사업 일반공사 기준",
        ),
    ],
)
def test_a_name_takes_what_was_said_before(text: str, raw: str, name: str) -> None:
    assert named(text, raw).name == name


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        # nobody says what the sentence that opens with its figure is of
        ("돈이 많이 든다. 2천741억원을 배정했다.", "2천741억원"),
        # those of a new clause are others
        ("목표를 넘긴 지표는 52개이고, 230개는 목표만큼 했다.", "230개"),
    ],
)
def test_what_nobody_names_is_kept_back(text: str, raw: str) -> None:
    assert is_kept_back(named(text, raw).doubts)
