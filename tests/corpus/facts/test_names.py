"""Names: what each figure of a sentence is called, in the light of those before it."""

from __future__ import annotations

import pytest

from corpus.types import Fact
from tests.corpus.plans import facts_of


def named(text: str, raw: str) -> Fact:
    """The fact of the figure that is printed as `raw`."""
    (fact,) = [one for one in facts_of(text) if one.raw_text == raw]
    return fact


@pytest.mark.parametrize(
    ("text", "raw", "name"),
    [
        # what stands in the bracket of a figure is about the same
        ("- 공사 84억 1,300만 원(5.41%), 용역 13억 원(4.57%)", "5.41%", "공사"),
        ("- 공사 84억 1,300만 원(5.41%), 용역 13억 원(4.57%)", "4.57%", "용역"),
        ("확보 대상은 총 210건(신규 23건, 계속 187건)이다.", "23건", "확보 대상 신규"),
        ("확보 대상은 총 210건(신규 23건, 계속 187건)이다.", "187건", "확보 대상 계속"),
        # two figures side by side are about the same
        ("분야별로는 공사 54건 45억원, 용역 14건 17억원이다.", "45억원", "공사"),
        ("분야별로는 공사 54건 45억원, 용역 14건 17억원이다.", "17억원", "용역"),
        # a share of the figure before it
        ("이는 대상 사업비 107억원의 2.6%에 해당한다.", "2.6%", "대상 사업비 대비 비율"),
        # a closed bracket belongs to its noun, a comma in it parts nothing
        ("이전재원(교부세, 조정금, 보조금 등) 3,884억 원이다.", "3,884억 원", "이전재원"),
        # each of those counted keeps the name of the whole
        ("권고는 총 178건 중 공사가 78건이고 물품이 35건이다.", "78건", "권고 공사"),
        ("권고는 총 178건 중 공사가 78건이고 물품이 35건이다.", "35건", "권고 물품"),
        # the sum at the end of a list is about the topic, or about what was done
        ("보고된 사업은 신규 99건, 계속 232건 등 331건이다.", "331건", "보고된 사업"),
        ("상반기에는 용역 13건과 공사 51건 등 총 64건을 심사해 마쳤다.", "64건", "심사"),
        # clauses before a noun are no part of its name
        ("시는 일상감사에 오른 211건을 살폈다.", "211건", "일상감사"),
        ("군은 심사를 벌여 예산 54억원을 아꼈다.", "54억원", "예산 절감액"),
        ("군민 1인당 채무액은 13만원이다.", "13만원", "군민 1인당 채무액"),
        # what a particle ends is not always a particle
        ("외부체감도 85.3점을 받았다.", "85.3점", "외부체감도"),
        ("○ 출자·출연기관 12개소", "12개소", "출자·출연기관"),
        ("○ 지 표 : 20개", "20개", "지표"),
        # the object is what a sum without a noun is about
        ("시는 내년 본예산안을 1조 2,345억 원으로 편성했다.", "1조 2,345억 원", "본예산안"),
        # who asks in a label names nothing
        ("○ 누구를 : 308개 기관", "308개", "기관"),
        ("○ 등급 : 총 5등급", "5등급", "등급 수"),
    ],
)
def test_a_figure_is_called_what_its_sentence_calls_it(text: str, raw: str, name: str) -> None:
    assert named(text, raw).name.endswith(name)


def test_last_years_figure_has_this_years_name_and_its_own_year() -> None:
    text = "살림규모는 2025년 2,567억원으로 전년(2,358억원)보다 209억원 늘었다."
    before = named(text, "2,358억원")
    assert before.name == "살림규모"
    assert "previous_year" in before.flags
    change = named(text, "209억원")
    assert (change.name, change.fiscal_year) == ("살림규모 증가액", 2025)
    assert {"change", "increase"} <= set(change.flags)


def test_the_percentage_beside_a_change_is_a_change() -> None:
    text = "일반회계는 1조 1,000억 원으로 올해보다 480억 원(4.6%) 증가했다."
    assert named(text, "480억 원").name == "일반회계 증가액"
    share = named(text, "4.6%")
    assert share.name == "일반회계 증가"
    assert "change" in share.flags


def test_the_growth_behind_a_course_is_growth_of_that_course() -> None:
    fact = named("- 안내버스 : 이용객 ’29년 200명, ’30년 250명 (25.0%↑)", "25.0%")
    assert (fact.name, fact.fiscal_year) == ("안내버스 이용객 증가", 2030)


def test_a_lead_over_others_is_a_difference_and_no_growth() -> None:
    fact = named("- 같은 평가군 평균은 76.65점으로 우리 군이 6.21점 높음", "6.21점")
    assert fact.name == "평가군 평균 차이"
    assert "difference" in fact.flags
    assert "change" not in fact.flags


def test_the_bound_behind_a_list_holds_for_all_of_it() -> None:
    text = "대상은 공사 5억 원, 용역 2억 원, 물품 2천만 원 이상 사업이 대상이다."
    facts = [named(text, raw) for raw in ("5억 원", "2억 원", "2천만 원")]
    assert [one.comparator for one in facts] == ["at_least"] * 3
    assert all("threshold" in one.flags for one in facts)


def test_what_a_count_was_before_has_no_year() -> None:
    text = "시는 2025년 핵심과제를 96개에서 102개로 늘렸다."
    assert named(text, "96개").fiscal_year is None
    assert "before_change" in named(text, "96개").flags
    assert named(text, "102개").fiscal_year == 2025


def test_the_cost_of_a_whole_project_is_no_years_cost() -> None:
    assert named("○ 총사업비 : 350억원(국비 175, 시비 175)", "350억원").fiscal_year is None


def test_a_night_and_two_days_are_no_count() -> None:
    assert [one.raw_text for one in facts_of("- 시민 대화 29회, 1박2일 8회 운영")] == [
        "29회",
        "8회",
    ]
