"""Sums, shares and changes in running text and over items."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from corpus.types import ArithmeticRelation, AuditResult
from tests.corpus.audited import audit_of, audits_of, verdicts


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("대상 307개(기초 226, 중앙 47, 광역 17, 교육청 17)", "226 + 47 + 17 + 17 = 307"),
        ("계약 60명 (4급 5명, 5급 55명)", "5명 + 55명 = 60명"),
        ("308개 기관(중앙47, 시도 261)", "47 + 261 = 308"),
        ("감사 634건 : 적정 414건, 권고 178건, 부적정 42건", "414건 + 178건 + 42건 = 634건"),
        ("감사 634건 중 적정 414건, 권고 178건, 부적정 42건", "414건 + 178건 + 42건 = 634건"),
        ("신규사업 99건, 계속사업 232건 등 331건이다.", "99건 + 232건 = 331건"),
        ("교육 3건과 문화 5건 등 총 8건이다.", "3건 + 5건 = 8건"),
        ("4급 공무원 5명, 5급 공무원 55명으로 모두 60명이다.", "5명 + 55명 = 60명"),
        ("1분기 10건, 2분기 12건, 3분기 13건으로 연간 총 35건", "10건 + 12건 + 13건 = 35건"),
        ("국비(50억 원), 도비(20억 원) 등 총 70억 원", "50억 원 + 20억 원 = 70억 원"),
        (
            "예산안 총 규모는 6조 5329억 7400만 원으로, 일반회계는 5조 4677억 2200만 원, "
            "특별회계는 1조 652억 5200만 원이며 내년에 쓴다.",
            "5조 4677억 2200만 원 + 1조 652억 5200만 원 = 6조 5329억 7400만 원",
        ),
        ("만족 비율 85.2%(매우 만족 40.1%, 만족 45.1%)", "40.1% + 45.1% = 85.2%"),
    ],
)
def test_a_total_is_found_wherever_its_parts_stand(text: str, verdict: str) -> None:
    assert verdicts(f"1. 현황\n\n○ {text}\n") == [f"agrees exact: {verdict}"]


def test_figures_that_stand_side_by_side_are_two_sums() -> None:
    text = "○ 추징 5건 5억 원, 환급 1건 1억 원, 회수 6건 3억 원 등 모두 12건 9억 원을 거뒀다.\n"
    assert verdicts(text) == [
        "agrees exact: 5건 + 1건 + 6건 = 12건",
        "agrees exact: 5억 원 + 1억 원 + 3억 원 = 9억 원",
    ]


def test_the_whole_may_be_said_a_sentence_earlier() -> None:
    text = (
        "괴산의 살림규모는 5703억 원이다. △자체수입(지방세 등) 412억 원 △이전재원 3884억 원 "
        "△내부거래 1407억 원으로 이뤄졌다.\n"
    )
    assert verdicts(text) == ["agrees exact: 412억 원 + 3884억 원 + 1407억 원 = 5703억 원"]


@pytest.mark.parametrize(
    "text",
    [
        "○ 지표 : 21개(3개 분야 5개 항목)",
        "○ 회계감사 : 10개소(반기별 5개소)",
        "○ 총사업비는 4,871억원이다. 신규사업에는 △가 231억원 △나 400억원이 있다.",
        "○ 4개 분야 12개 과제 35개 사업",
        "○ 12개 사업에 총 30억 원을, 5개 사업에 총 10억 원을 쓴다.",
        "○ 1인당 10만 원씩 300명에게 총 3천만 원",
        "○ 지난해 4명, 올해 5명 등 총 20명",
        "○ 채무는 13만원으로 전년보다 2만7000원 줄었다.",
        "○ 총사업비 100억 원(국비 50%, 지방비 50%)",
    ],
)
def test_what_only_looks_like_a_sum_gives_nothing(text: str) -> None:
    assert verdicts(f"1. 현황\n\n{text}\n") == []


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("교육 3건과 문화 5건 등 총 10건이다.", "open_list"),
        ("감사 634건 중 적정 414건, 권고 178건", "open_list"),
        ("감사 634건(적정 414건, 권고 178건 등)", "open_list"),
        ("공무원 60명(여성 20명, 장애인 3명)", "open_list"),
        ("참석자 100명(여성 48명, 청년 48명, 노인 3명)", "open_list"),
        ("합격자 12명(1차 20명, 2차 15명, 최종 12명)", "open_list"),
        ("예산 8,727억 원 (일반 7,789, 특별 938, 기금 300)", "open_list"),
        ("참석 60명(남 40명, 여 20명; 4급 5명, 5급 55명)", "open_list"),
        ("총 약 388건(신규 99건, 역점 57건, 계속 232건)", "approximate"),
        ("총 388건 이상(신규 99건, 역점 57건, 계속 232건)", "approximate"),
        ("총 388건(신규 약 99건, 역점 57건, 계속 232건)", "approximate"),
    ],
)
def test_what_the_print_leaves_open_cannot_be_told(text: str, reason: str) -> None:
    for audit in audits_of(f"1. 현황\n\n○ {text}\n"):
        assert audit.result is AuditResult.CANNOT_TELL
        assert audit.reason == reason


def test_most_of_these_are_told_to_be_open() -> None:
    assert audit_of("○ 교육 3건과 문화 5건 등 총 10건이다.\n").reason == "open_list"
    assert audit_of("○ 총 약 388건(신규 99건, 계속 289건)\n").reason == "approximate"


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("대상 307개(기초 226, 중앙 27, 광역 17, 교육청 17)", "226 + 27 + 17 + 17 = 287 ≠ 307"),
        ("일상감사 634건(적정 414건, 권고 178건, 부적정 41건)을 처리했다.",
         "414건 + 178건 + 41건 = 633건 ≠ 634건"),
        ("예산 8,727억 원 (일반 7,789, 특별 838)", "7,789 + 838 = 8,627 ≠ 8,727"),
        ("교육 3건, 문화 5건, 복지 5건을 합쳐 모두 14건이다.", "3건 + 5건 + 5건 = 13건 ≠ 14건"),
        ("예산은 2567억원으로 전년(2358억원)보다 219억원 늘었다.",
         "2567억원 − 2358억원 = 209억원 ≠ 219억원"),
    ],
)  # fmt: skip
def test_a_contradiction_is_reported_as_printed(text: str, verdict: str) -> None:
    assert verdicts(f"1. 현황\n\n○ {text}\n") == [f"disagrees differs: {verdict}"]


def test_a_difference_that_rounding_explains_agrees() -> None:
    audit = audit_of("○ 총사업비 100억 원(국비 50억, 도비 15억, 시비 36억)\n")
    assert (audit.result, audit.reason, audit.difference) == (
        AuditResult.AGREES,
        "rounding",
        Decimal(-100_000_000),
    )
    # Things are counted, not rounded.
    assert audit_of("○ 처리 100건(가 50건, 나 15건, 다 36건)\n").result is AuditResult.DISAGREES


def test_figures_that_may_be_cut_off_instead_of_rounded_are_left_open() -> None:
    audit = audit_of("○ 총사업비 103억 원(국비 50억, 도비 15억, 시비 35억)\n")
    assert (audit.result, audit.reason) == (AuditResult.CANNOT_TELL, "rounding")


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("살림규모는 2567억원으로 전년(2358억원)보다 209억원 늘었다.",
         "exact: 2567억원 − 2358억원 = 209억원"),
        ("2023년 10건에서 2024년 15건으로 5건 증가했다.", "exact: 15건 − 10건 = 5건"),
        ("2023년 10건에서 2024년 15건으로 50% 증가했다.", "exact: (15건 − 10건) ÷ 10건 = 50%"),
        ("청렴도는 86.40점으로 지난해 80.19점보다 6.21점 높다.",
         "exact: 86.40점 − 80.19점 = 6.21점"),
        ("이용률은 85%로 전년(80%) 대비 5%p 상승했다.", "exact: 85% − 80% = 5%p"),
        ("본예산 1조8450억 원 대비 550억 원 늘어난 1조9000억 원으로 정했다.",
         "exact: 1조9000억 원 − 1조8450억 원 = 550억 원"),
        ("채무는 40억 원으로 전년(49억 원) 대비 9억 원 감소했다.",
         "exact: 49억 원 − 40억 원 = 9억 원"),
        ("자립도는 2022년 75.61%에서 2023년 75.60%로 0.01%포인트 감소했다.",
         "exact: 75.61% − 75.60% = 0.01%포인트"),
    ],
)  # fmt: skip
def test_a_change_is_reckoned_from_both_values(text: str, verdict: str) -> None:
    audit = audit_of(f"1. 현황\n\n○ {text}\n")
    assert audit.relation is ArithmeticRelation.CHANGE
    assert f"{audit.reason}: {audit.expression}" == verdict


def test_a_fall_is_a_negative_change() -> None:
    audit = audit_of("○ 채무는 40억 원으로 전년(49억 원) 대비 9억 원 감소했다.\n")
    assert audit.stated.value == audit.computed == -900_000_000
    assert [one.value for one in audit.terms] == [4_000_000_000, 4_900_000_000]


def test_the_parts_of_a_year_are_not_taken_for_the_year() -> None:
    text = (
        "○ 총규모 4,046억원(일반회계 3,845억원, 특별회계 201억원)으로 "
        "전년도 당초예산(4,148억원)대비 102억원(2.5%)이 감소했다.\n"
    )
    assert verdicts(text) == [
        "agrees exact: 3,845억원 + 201억원 = 4,046억원",
        "agrees exact: 4,148억원 − 4,046억원 = 102억원",
        "agrees rounding: (4,148억원 − 4,046억원) ÷ 4,148억원 = 2.459% ≈ 2.5%",
    ]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("전체사업비 1천972억 원의 5.17%인 102억 원 절감",
         "rounding: 1천972억 원 × 5.17% = 101.952억 원 ≈ 102억 원"),
        ("634건 중 적정 414건(65.3%)을 뺐다.", "rounding: 414건 ÷ 634건 = 65.2997% ≈ 65.3%"),
        ("절감액 102억 원(심사액 1,972억 원의 5.17%)",
         "rounding: 102억 원 ÷ 1,972억 원 = 5.17241% ≈ 5.17%"),
    ],
)  # fmt: skip
def test_a_share_is_reckoned_from_part_and_whole(text: str, verdict: str) -> None:
    audit = audit_of(f"1. 현황\n\n○ {text}\n")
    assert audit.relation is ArithmeticRelation.SHARE
    assert f"{audit.reason}: {audit.expression}" == verdict


def test_a_percentage_has_no_value_in_the_won_of_its_audit() -> None:
    audit = audit_of("○ 전체사업비 1천972억 원의 5.17%인 102억 원 절감\n")
    assert audit.unit == "원"
    assert [one.value for one in audit.terms] == [197_200_000_000, None]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (
            "○ 모두 388건\n - 신규 99건\n - 역점 57건\n - 계속 232건\n",
            "99건 + 57건 + 232건 = 388건",
        ),
        (
            "○ 모두 388건\n ① 신규 99건\n ② 역점 57건\n ③ 계속 232건\n",
            "99건 + 57건 + 232건 = 388건",
        ),
        ("○ 사업 8건\n - 신규 : 3건\n - 계속 : 5건\n", "3건 + 5건 = 8건"),
        ("○ 지표 : 20개 (3개 분야 5개 항목)\n - 기반 4, 활동 13, 성과 3\n", "4 + 13 + 3 = 20"),
        ("○ 실적\n - 신규 : 3건\n - 계속 : 5건\n - 계 : 8건\n", "3건 + 5건 = 8건"),
        ("○ 실적\n - 합계 : 8건\n - 신규 : 3건\n - 계속 : 5건\n", "3건 + 5건 = 8건"),
    ],
)
def test_a_total_may_stand_above_below_or_among_its_parts(text: str, verdict: str) -> None:
    assert verdicts(f"1. 현황\n\n{text}") == [f"agrees exact: {verdict}"]


def test_parts_below_a_total_that_says_so_may_contradict_it() -> None:
    text = "1. 현황\n\n○ 모두 389건\n - 신규 99건\n - 역점 57건\n - 계속 232건\n"
    assert verdicts(text) == ["disagrees differs: 99건 + 57건 + 232건 = 388건 ≠ 389건"]


def test_items_below_a_figure_that_is_no_total_say_nothing() -> None:
    assert verdicts("1. 현황\n\n○ 사업 9건\n - 신규 : 3건\n - 계속 : 5건\n") == []


def test_two_break_downs_of_one_figure_are_each_reckoned() -> None:
    text = (
        "1. 심사\n\n○ 절감 102억 원\n - 사업별 : 공사 84억1천만 원, 용역 17억9천만 원\n"
        " - 기관별 : 본청 75억 원, 사업소 27억 원\n"
    )
    assert verdicts(text) == [
        "agrees exact: 84억1천만 원 + 17억9천만 원 = 102억 원",
        "agrees exact: 75억 원 + 27억 원 = 102억 원",
    ]


def test_a_difference_may_be_said_below_its_two_values() -> None:
    text = "1. 평가\n\n○ 점수 : 82.86점\n - 평가군 평균은 76.65점으로 6.21점 높음\n"
    assert verdicts(text) == ["agrees exact: 82.86점 − 76.65점 = 6.21점"]


def test_a_share_may_name_its_whole_from_another_item() -> None:
    text = (
        "1. 심사\n\n- 심사한 사업비 : 1,972억 원\n- 아낀 예산 : 102억 원 (심사한 사업비의 5.17%)\n"
    )
    assert verdicts(text) == ["agrees rounding: 102억 원 ÷ 1,972억 원 = 5.17241% ≈ 5.17%"]


_LABELS = ("공사", "용역", "물품", "기타 경비", "도로", "하천", "공원")
_FORMS = (
    "○ 처리 {total}건({parts})을 마쳤다.\n",
    "○ 처리 {total}건 : {parts}\n",
    "○ {parts} 등 총 {total}건이다.\n",
    "○ {parts}을 합쳐 모두 {total}건이다.\n",
)


@st.composite
def _lists(draw: st.DrawFn) -> tuple[str, list[int]]:
    values = draw(st.lists(st.integers(1, 10**7), min_size=2, max_size=len(_LABELS)))
    return draw(st.sampled_from(_FORMS)), values


def _written(form: str, values: list[int], total: int) -> str:
    pairs = zip(_LABELS, values, strict=False)
    parts = ", ".join(f"{label} {value:,}건" for label, value in pairs)
    return form.format(total=f"{total:,}", parts=parts)


@settings(max_examples=80, deadline=None)
@given(_lists())
def test_a_total_that_its_parts_make_always_agrees(listed: tuple[str, list[int]]) -> None:
    form, values = listed
    audit = audit_of(_written(form, values, sum(values)))
    assert (audit.result, audit.reason) == (AuditResult.AGREES, "exact")
    assert audit.computed == sum(values)


@settings(max_examples=80, deadline=None)
@given(_lists(), st.data())
def test_a_total_with_one_digit_changed_never_agrees(
    listed: tuple[str, list[int]], data: st.DataObject
) -> None:
    form, values = listed
    total = sum(values)
    at = data.draw(st.integers(0, len(values) - 1))
    digits = list(str(values[at]))
    place = data.draw(st.integers(0, len(digits) - 1))
    digits[place] = data.draw(st.sampled_from("123456789".replace(digits[place], "")))
    changed = [*values[:at], int("".join(digits)), *values[at + 1 :]]
    assume(changed != values)
    audit = audit_of(_written(form, changed, total))
    assert audit.result is not AuditResult.AGREES
    assert audit.computed == sum(changed)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(1, 10**9), min_size=3, max_size=6))
def test_parts_in_millions_make_the_total_in_hundred_millions(values: list[int]) -> None:
    """Each part is rounded to 백만원, the total to 억: the print still agrees."""
    total = sum(values) * 1000  # thousands of won that nobody prints
    shown = [round(value * 1000 / 10**6) for value in values]
    assume(all(shown) and total >= 10**9)
    whole = round(Decimal(total) / 10**8)
    pairs = zip(_LABELS, shown, strict=False)
    parts = ", ".join(f"{label} {value:,}백만원" for label, value in pairs)
    audit = audit_of(f"○ 총사업비 {whole:,}억 원({parts})을 들인다.\n")
    assert audit.result is AuditResult.AGREES


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 10**6), st.integers(1, 10**6), st.sampled_from(("늘었다", "줄었다")))
def test_a_change_that_is_right_agrees_and_another_does_not(
    earlier: int, by: int, word: str
) -> None:
    later = earlier + by if word == "늘었다" else earlier - by
    assume(later > 0)
    right = f"○ 예산은 {later:,}억원으로 전년({earlier:,}억원)보다 {by:,}억원 {word}.\n"
    assert audit_of(right).result is AuditResult.AGREES
    wrong = (
        f"○ 예산은 {later:,}억원으로 전년({earlier:,}억원)보다 {by + 3 + by // 50:,}억원 {word}.\n"
    )
    assert all(one.result is not AuditResult.AGREES for one in audits_of(wrong))
