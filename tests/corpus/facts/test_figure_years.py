"""Which year one figure is of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from corpus.catalog import CatalogRow
from corpus.facts.doubts import YEAR_UNSURE
from corpus.read import read_document
from corpus.types import Fact, FactKind, Period
from tests.corpus.plans import UNLISTED, facts_of


def fact(text: str, raw: str, title: str = "2025년 주요업무 보고") -> Fact:
    """The fact of the figure printed as `raw` in a document with a title."""
    found = read_document(text.encode(), CatalogRow(file="a.txt", title=title)).facts
    (one,) = [one for one in found if one.raw_text == raw]
    return one


@pytest.mark.parametrize(
    ("text", "raw", "year"),
    [
        ("○ 마을 숲 조성 : 12억원", "12억원", 2025),
        # the year in which the whole will be done is not that of its cost
        ("○ 고갯길 확장(’28.) 1,784억원", "1,784억원", None),
        ("○ 강변 다리 건설 4,217억원(’31.)", "4,217억원", None),
        ("○ 마을 숲 조성 사업비 : 12억원", "12억원", None),
        # several years together
        ("○ 마을 숲에 5년간 60억원 투입", "60억원", None),
        ("○ 마을 숲 조성 2024~2028년 60억원", "60억원", None),
        # how things stand, not in which year
        ("○ 인력 : 정원 27명", "27명", None),
        # a share printed with its year
        ("○ 숲 비중 12.6%(’24)", "12.6%", 2024),
        ("○ 재정자주도 57.6%(’24년 본예산)", "57.6%", 2024),
    ],
)
def test_a_year_that_is_not_said_is_not_guessed(text: str, raw: str, year: int | None) -> None:
    assert fact(text, raw).fiscal_year == year


def test_a_change_is_not_of_the_year_it_is_measured_from() -> None:
    text = "○ 예산 48,712백만원 (‘24년 45,930백만원 대비 6.1%↑)"
    assert fact(text, "6.1%").fiscal_year == 2025


def test_the_item_above_gives_the_year_of_what_stands_under_it() -> None:
    text = "○ ’23년 종합청렴도 3등급\n   - 종합점수 79.8점\n"
    assert fact(text, "79.8점").fiscal_year == 2023


def test_under_two_years_none_is_certain() -> None:
    text = "□ 2023년과 2024년 청렴도\n   - 종합점수 79.8점\n"
    assert fact(text, "79.8점").fiscal_year is None


@pytest.mark.parametrize(
    "title", ["관광 육성 기본계획", "중기지방재정계획(2024~2028)", "제2차 청년정책 기본계획"]
)
def test_a_plan_for_many_years_gives_no_year(title: str) -> None:
    assert fact("○ 마을 숲 조성 : 12억원", "12억원", title).fiscal_year is None


@pytest.mark.parametrize(
    ("text", "raw", "year"),
    [
        # the month in which works are done says nothing of the money, nor of its parts
        ("○ 마을회관 건립('28. 5.) : 사업비 120억원(국비 61, 군비 59)", "61", None),
        ("○ 도서관 신축(2028. 12. 준공) / 사업비 88억원", "88억원", None),
        ("○ 공원 조성('27. 10. 완료 예정) - 사업비 45억원", "45억원", None),
        ("○ 복지관 보수('25.9.) : 2025년 12억원 집행", "12억원", 2025),
        ("○ 사업비 50억원 중 올해 12억원 집행", "50억원", None),
        # how far works are is not of the year in which they end
        ("○ 저류시설 ’29년 6월 준공, 공정률 42%", "42%", 2025),
        # what it was before
        ("○ 수당 신청 : 연 2회 → 연 3회", "2회", None),
        ("○ 수의계약 공개 : 3천만원 이상 → 1천만원 이상", "3천만원", None),
        ("○ 자문위원 : 15명(여 5명) → 20명", "15명", None),
        ("○ 자문위원 교육 : 연 4회(421명) → 연 6회(600명)", "421명", None),
        ("○ 위원회 : 32개 중 7개를 폐지", "32개", None),
        ("○ 위원회 : 32개 중 7개가 참석", "32개", 2025),
        # a change is of the year that it led to
        ("○ 군 예산은 2025년 5,100억원으로 2024년보다 160억원 늘었음", "160억원", 2025),
        ("○ 보급 : 2024년 120대 ⇒ 30대 증가", "30대", 2025),
        # a year of account, and one told of behind the figure
        ("○ 2023회계연도에는 징수율이 92.1%", "92.1%", 2023),
        ("○ 480건(핵심 71건·일반 409건)을 다뤘던 2022년보다 많음", "71건", 2022),
        ("○ 계획 전체 : 12개 섬, 군비 22% 부담", "22%", None),
    ],
)
def test_a_year_beside_a_figure_need_not_be_its_year(text: str, raw: str, year: int | None) -> None:
    assert fact(text, raw).fiscal_year == year


@pytest.mark.parametrize(
    "text",
    [
        "한편 군은 앞서 2021년 7월 5일 취임식에서 군정목표 37건을 내놓은 바 있다.",
        "직전 보고회(37건, 신규 12건)보다 많다.",
        "당시 보고회에는 사업 37건이 올랐다.",
        "2 그간의 성과 ◦ 민원 처리 37건 ◦ 공모 선정 12건 3 추진방향 ◦ 민원 처리 90건",
    ],
)
def test_what_a_sentence_recalls_is_of_an_unsure_year(text: str) -> None:
    recalled = fact(text, "37건")
    assert recalled.fiscal_year is None
    assert YEAR_UNSURE in recalled.doubts


def test_what_a_sentence_tells_of_its_own_year_is_no_memory() -> None:
    told = fact("군은 앞서 2025년 3월 5일 보고회에서 사업 37건을 내놓은 바 있다.", "37건")
    assert told.fiscal_year == 2025
    assert YEAR_UNSURE not in told.doubts


@pytest.mark.parametrize(
    ("title", "doubts"),
    [("2025년 업무계약 체결", (YEAR_UNSURE,)), ("2025년 부서평가 결과", ())],
)
def test_points_told_beside_plans_are_of_an_unsure_year(
    title: str, doubts: tuple[str, ...]
) -> None:
    text = "감사과가 종합청렴도에서 96.4점을 받았다."
    about = CatalogRow(file="a.txt", title=title, document_type="press", fiscal_years=(2025,))
    (one,) = read_document(text.encode(), about).facts
    assert one.doubts == doubts


def test_the_years_of_a_whole_are_those_of_its_heading() -> None:
    text = "□ 지난 임기(’18. 7. ~ ’21. 8.)\n   - 농촌협약 319억원\n"
    whole = fact(text, "319억원")
    assert whole.fiscal_year is None
    assert whole.period == Period(start="2018-07", end="2021-08")


def test_the_year_in_which_a_thing_began_sets_no_scene() -> None:
    began = "군은 2016년 민원은행을 도입한 이후 넓혀 왔다.\n\n민원은 1,240건이다."
    assert fact(began, "1,240건", "민원 운영").fiscal_year is None
    set_in = "군은 2016년 민원은행을 넓혔다.\n\n민원은 1,240건이다."
    assert fact(set_in, "1,240건", "민원 운영").fiscal_year == 2016


def test_the_last_result_of_which_a_plan_tells_is_of_an_unsure_year() -> None:
    about = CatalogRow(
        file="a.txt", title="2025년 청렴 시책", document_type="integrity_plan", fiscal_years=(2025,)
    )
    text = "1. 추진배경\n○ 외부체감도 79.4점\n2. 추진과제\n○ 교육 12회\n"
    found = {one.raw_text: one for one in read_document(text.encode(), about).facts}
    assert (found["79.4점"].fiscal_year, found["79.4점"].doubts) == (None, (YEAR_UNSURE,))
    assert (found["12회"].fiscal_year, found["12회"].doubts) == (2025, ())


def test_a_figure_of_last_year_in_a_bracket_is_of_no_known_year() -> None:
    found = facts_of("성과지표는 287개로 지난해(301개)보다 줄었다.", about=UNLISTED)
    assert [YEAR_UNSURE in one.doubts for one in found] == [False, True]


@pytest.mark.parametrize(
    ("text", "doubts"),
    [
        ("시는 도서관 조성에 특별교부세 5천만 원을 투입한다.", (YEAR_UNSURE,)),
        ("시는 도서관 조성에 특별교부세 5천만 원을 쓰기로 했다.", (YEAR_UNSURE,)),
        ("시는 도서관 조성에 특별교부세 5천만 원을 투입했다.", ()),
    ],
)
def test_news_of_last_year_does_not_date_what_will_be_done(
    text: str, doubts: tuple[str, ...]
) -> None:
    about = CatalogRow(
        file="a.txt", title="소식", document_type="press", published_on=date(2032, 2, 1),
        fiscal_years=(2031,),
    )  # fmt: skip
    assert facts_of(text, about=about)[0].doubts == doubts


def test_points_in_a_plan_are_of_the_evaluation_before_it() -> None:
    about = CatalogRow(
        file="a.txt", title="가람시 계획", document_type="plan", fiscal_years=(2031,)
    )
    (fact,) = facts_of("○ 청렴노력도 84.8점", about=about)
    assert fact.doubts == (YEAR_UNSURE,)


def test_the_month_in_which_works_are_done_is_no_year_of_their_size() -> None:
    fact = next(one for one in facts_of("○ 체육관(’33. 6.) : 연면적 4,100㎡") if one.unit == "㎡")
    assert fact.fiscal_year is None


def test_a_heading_with_a_year_does_not_make_the_cost_of_the_whole_that_years() -> None:
    text = "Ⅱ. 2031년 중점사업\n1. 솔숲 도서관 건립\n○ 사업비 : 420억원\n○ 2031년 투입액 : 85억원"
    found = {one.raw_text: one.fiscal_year for one in facts_of(text, FactKind.BUDGET)}
    assert found == {"420억원": None, "85억원": 2031}


def test_a_year_in_which_something_was_brought_in_is_not_that_of_its_count() -> None:
    (fact,) = facts_of("익명제보시스템은 2029년 도입 뒤 146건이 접수됐다.", FactKind.STATISTIC)
    assert fact.fiscal_year != 2029


def test_a_far_year_in_the_name_of_a_plan_is_no_year_of_what_stands_under_it() -> None:
    text = "1) 가람 2045 종합발전계획 수립\n○ 용역비 : 280백만원"
    (fact,) = facts_of(text, FactKind.BUDGET)
    assert fact.fiscal_year == 2031


def test_a_sentence_goes_on_with_the_year_of_the_one_before_it_in_its_paragraph() -> None:
    text = "올해 성과로 체육관이 문을 열었다. 공모사업은 42건을 따냈다.\n\n축제는 3건을 연다."
    about = CatalogRow(
        file="news.txt",
        title="가람시, 2032년 업무보고회",
        document_type="press",
        published_on=date(2031, 12, 6),
        fiscal_years=(2032,),
    )
    found = {one.raw_text.strip(): one.fiscal_year for one in facts_of(text, about=about)}
    assert found["42건"] == 2031
    assert found["3건"] == 2032


def test_what_is_aimed_at_is_not_of_the_year_that_it_starts_from() -> None:
    found = facts_of("청렴교육 이수율은 작년 92.4%에서 100%로 올릴 계획이다.")
    assert {one.raw_text: one.fiscal_year for one in found}["100%"] == 2031


def test_the_line_that_says_when_news_came_out_gives_no_year() -> None:
    text = "가람시 살림\n시티 | 2032.09.01\n\n자체수입은 1조 8,144억원이다."
    (fact,) = facts_of(text, FactKind.BUDGET)
    assert fact.fiscal_year == 2031


NEWS = CatalogRow(
    file="a.txt",
    title="숲 가꾸기 소식",
    document_type="press",
    fiscal_years=(2031,),
    published_on=date(2031, 3, 4),
)


@pytest.mark.parametrize(
    ("text", "raw", "year"),
    [
        # how things stand in news is told of the year in which it came out
        ("숲지기 정원은 120명이다.", "120명", 2031),
        ("숲지기 정원은 120명에서 130명으로 10명 늘어난다.", "10명", 2031),
        ("시는 지금의 3국 12과를 4국 14과로 늘린다.", "12과", 2031),
        ("숲지기 30명이 자리에 모인 가운데 보고회를 열었다.", "30명", 2031),
        # what was built with money was paid then
        ("군비 15억 원을 들여 지은 숲 도서관을 하루 300명이 찾는다.", "15억 원", None),
        # the year in the name of what was judged
        ("시는 ‘2029 전국 숲 관리 평가’에서 2등급을 받았다.", "2등급", 2029),
    ],
)
def test_news_tells_how_things_stand_on_its_day(text: str, raw: str, year: int | None) -> None:
    found = read_document(text.encode(), NEWS).facts
    (one,) = [one for one in found if one.raw_text == raw]
    assert one.fiscal_year == year


def test_how_things_stand_before_the_year_that_news_is_for_is_open() -> None:
    about = replace(NEWS, fiscal_years=(2032,))
    (now,) = read_document("숲지기 정원은 120명이다.".encode(), about).facts
    assert now.fiscal_year is None
    (then,) = read_document("숲지기 정원은 120명이 된다.".encode(), about).facts
    assert then.fiscal_year == 2032


def test_news_of_how_pledges_were_judged_is_of_one_year() -> None:
    about = replace(NEWS, title="가람시, 공약이행 평가 최우수")
    (one,) = read_document("공약 가운데 32건을 끝냈다.".encode(), about).facts
    assert one.fiscal_year == 2031
    promised = replace(NEWS, title="가람시, 공약 실천계획 확정")
    (one,) = read_document("공약은 모두 32건이다.".encode(), promised).facts
    assert one.fiscal_year is None


@pytest.mark.parametrize("heading", ["성과지표 현황", "성과체계"])
def test_how_many_goals_a_plan_sets_is_of_its_year(heading: str) -> None:
    assert fact(f"□ {heading}\n ○ 부서 지표 167개", "167개").fiscal_year == 2025


@pytest.mark.parametrize(
    ("text", "raw", "year"),
    [
        ("시는 숲길 사업비 353억 원을 들여다봐 3억 원을 깎았다.", "353억 원", 2031),
        ("주민 제안 18억 원을 2032년 당초예산안에 담기로 했다.", "18억 원", 2032),
    ],
)
def test_what_is_done_with_money_tells_its_year(text: str, raw: str, year: int) -> None:
    found = read_document(text.encode(), NEWS).facts
    (one,) = [one for one in found if one.raw_text == raw]
    assert one.fiscal_year == year
