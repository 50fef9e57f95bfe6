"""Accounts: the budget whose account, revenue or expenditure a figure is."""

from __future__ import annotations

import pytest

from tests.corpus.plans import names_by_figure


@pytest.mark.parametrize(
    ("title", "text", "raw", "name"),
    [
        (
            "가람시 제2회 추경예산안 편성",
            "일반회계가 434억 원 늘어난 6,085억 원, 특별회계가 51억 원 늘어난 845억 원이다.",
            "6,085억 원",
            "제2회 추경예산안 일반회계",
        ),
        (
            "가람시 제2회 추경예산안 편성",
            "일반회계가 434억 원 늘어난 6,085억 원, 특별회계가 51억 원 늘어난 845억 원이다.",
            "51억 원",
            "제2회 추경예산안 특별회계 증가액",
        ),
        (
            "가람시 예산안 편성",
            "세입은 지방세 4450억원, 세외수입 2290억원, 보조금 4808억원이다.",
            "4808억원",
            "세입 보조금",
        ),
        (
            "가람시 예산안 편성",
            "지난해 특별회계는 845억 원이다.",
            "845억 원",
            "특별회계",
        ),
        (
            "가람시 예산안 편성",
            "올해 본예산보다 18억 원 많다.",
            "18억 원",
            "가람시 예산안 증가액",
        ),
    ],
)
def test_an_account_is_of_its_budget(title: str, text: str, raw: str, name: str) -> None:
    assert name in names_by_figure(title, text)[raw]


@pytest.mark.parametrize(
    "text",
    [
        "제1회 추경 때 일반회계는 5,120억 원이었다.",
        "일반회계 5,120억 원은 제1회 추경예산의 몫이다.",
        "제1회 추경은 그보다 5,120억 원 늘었다.",
    ],
)
def test_another_budget_than_that_of_the_title_is_not_renamed(text: str) -> None:
    (name,) = names_by_figure("가람시 제2회 추경예산안 편성", text)["5,120억 원"]
    assert "2회" not in name
