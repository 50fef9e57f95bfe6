"""Borders: where a name begins and ends."""

from __future__ import annotations

import pytest

from corpus.facts.borders import ends_cut, one_and_others, quoted_name, without_doer


def test_what_is_quoted_right_before_a_figure_is_the_name() -> None:
    assert quoted_name("민원인 설문인 '청렴체감도'") == "청렴체감도"
    assert quoted_name("'청렴' 지수는") == ""


@pytest.mark.parametrize(
    ("name", "cut"),
    [("집행한 돈이", "집행한 돈"), ("목표의", "목표"), ("길이", "길이"), ("회의", "회의")],
)
def test_no_particle_is_left_at_the_end(name: str, cut: str) -> None:
    assert ends_cut(name) == cut


@pytest.mark.parametrize(
    ("stretch", "words"),
    [
        (", 보조금 등 ", "보조금 등"),
        ("○ 지방채·보전수입 등 ", "지방채·보전수입 등"),
        (", 지방세, 보조금 등 ", ""),
        (", 보조금 ", ""),
    ],
)
def test_one_and_others(stretch: str, words: str) -> None:
    assert one_and_others(stretch) == words


def test_an_event_is_no_doer() -> None:
    assert without_doer("군수가 주재하는 업무보고회") == "업무보고회"
    assert without_doer("마을 축제") == "마을 축제"
