"""Relative clauses behind a sum: what the money made."""

from __future__ import annotations

import pytest

from tests.corpus.plans import names_by_figure


@pytest.mark.parametrize(
    ("title", "text", "raw", "name"),
    [
        (
            "가람시 살림 소식",
            "지방채 15억 원을 내어 지은 물빛체육센터는 2030년 문을 열었다.",
            "15억 원",
            "물빛체육센터 지방채",
        ),
        (
            "가람시 살림 소식",
            "지방채 15억 원을 갚은 뒤 체육센터는 문을 열었다.",
            "15억 원",
            "지방채",
        ),
    ],
)
def test_money_is_of_what_it_made(title: str, text: str, raw: str, name: str) -> None:
    assert name in names_by_figure(title, text)[raw]
