"""Past honours: what a city was given year by year."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

import corpus
from corpus.catalog import CatalogRow
from corpus.types import FactKind
from tests.corpus.plans import facts_of

NEWS = CatalogRow(
    file="a.txt",
    title="가람군, 2031년 합동평가 결과 나와",
    document_type="press",
    fiscal_years=(2031,),
    published_on=date(2031, 8, 14),
)


@pytest.mark.parametrize(
    "text",
    [
        "군은 2029년에는 장려, 지난해에는 최우수 등급을 받은 바 있다.",
        "군은 2029년 장려에 이어 지난해 최우수를 차지했다.",
        "군은 2029년에 장려를 받고 2030년에 최우수에 올랐다.",
        "이 평가에서 군은 2029년 장려, 2030년 최우수로 선정됐다.",
    ],
)
def test_each_year_has_its_own(text: str) -> None:
    found = facts_of(f"개요\n\n{text}", FactKind.EVALUATION, about=NEWS)
    told = {(one.value, one.fiscal_year) for one in found}
    assert {("장려", 2029), ("최우수", 2030)} <= told
    assert {one.name for one in found if one.value == "장려"} == {"합동평가"}


def test_what_nobody_was_given_is_none() -> None:
    text = "군은 2029년에는 우수, 지난해에는 최우수 기관을 찾아 배웠다."
    found = facts_of(f"개요\n\n{text}", FactKind.EVALUATION, about=NEWS)
    assert not {"우수", "최우수"} & {one.value for one in found}


@pytest.mark.parametrize(
    ("text", "years"),
    [
        (
            "청렴체감도가 3등급으로 전년과 같았고 청렴노력도가 4등급에서 1등급으로 올랐다.",
            {"3등급": 2031, "4등급": 2030, "1등급": 2031},
        ),
        (
            "청렴노력도는 지난해 4등급에서 올해 1등급으로 올랐다.",
            {"4등급": 2030, "1등급": 2031},
        ),
    ],
)
def test_a_grade_that_was_left_is_of_the_year_before(text: str, years: dict[str, int]) -> None:
    about = replace(NEWS, title="가람군, 2031년 종합청렴도 2등급")
    found = facts_of(f"개요\n\n{text}", FactKind.EVALUATION, about=about)
    told = {one.value: one.fiscal_year for one in found if not corpus.is_kept_back(one.doubts)}
    assert years.items() <= told.items()


def test_the_goal_after_a_result_is_of_no_known_year_where_no_day_is_printed() -> None:
    about = replace(NEWS, title="가람군, 2031년 종합청렴도 2등급", published_on=None)
    found = facts_of("개요\n\n올해 목표는 1등급이다.", FactKind.EVALUATION, about=about)
    goals = [one for one in found if "goal" in one.flags]
    assert [one.fiscal_year for one in goals] == [None]
    assert "year_unresolved" in goals[0].flags
