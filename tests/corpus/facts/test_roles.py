"""What the words around a figure make of it."""

from __future__ import annotations

import pytest

from corpus.facts.doubts import KIND_UNSURE, NAME_BORROWED, NAME_INCOMPLETE
from corpus.rows import number
from corpus.types import Fact
from tests.corpus.plans import facts_of


def of(text: str, raw: str) -> Fact:
    (fact,) = [one for one in facts_of(text) if one.raw_text == raw]
    return fact


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        # lists of what was added or taken away
        ("시의 지방세가 28억원 늘었는데 자동차세 16억원, 재산세 8억원 등이다.", "16억원"),
        ("지방세가 30억원 늘었다. 자동차세 16억원, 재산세 8억원 등이다.", "16억원"),
        ("국고보조금이 120억원 줄었다. 복지 분야 70억원, 농업 분야 50억원이다.", "70억원"),
        ("증액된 사업은 마을 숲 조성 12억원, 물길 정비 8억원이다.", "12억원"),
        ("깎은 예산은 축제 6억원, 국외여비 2억원이다.", "6억원"),
        ("2. 세입 증액 내역\n○ 세외수입 37억원\n", "37억원"),
        ("3. 감액 사업\n○ 물빛축제 3억원\n", "3억원"),
        # marks that were passed
        ("본예산이 1조원 시대를 열었다.", "1조원"),
        ("추경이 6천억원 선을 처음 넘었다.", "6천억원"),
        # ends of ranges
        ("○ 사업별 60억 원에서 300억 원까지", "60억 원"),
        ("○ 점포 규모 10㎡에서 30㎡까지", "10㎡"),
        # prices, and what one gets
        ("○ 섬 여객선 1,000원 요금", "1,000원"),
        ("○ 우수 사례 포상 30만원", "30만원"),
        ("○ 경로당 냉난방비 : 249개소, 연 185만원", "185만원"),
        # savings
        ("○ 지하주차장 도장 : 퍼티 삭제로 1억 5,500만원", "1억 5,500만원"),
        ("1. 계약심사 사례\n○ 하수관로 용역 : 차량비 조정 2억원\n", "2억원"),
        # aims
        ("○ 국비 3,200억원 확보 추진", "3,200억원"),
        ("○ 투자유치 3조원 목표", "3조원"),
        ("대표 과제는 ▲국가예산 1,850억원 확보 ▲귀농 450세대 유치 등이다.", "1,850억원"),
        ("○ 가람대교 국비 30억원 요청", "30억원"),
        # effects, points taken off, a change whose way is not said
        ("○ 생산유발 2,276억 원", "2,276억 원"),
        ("○ 부패실태 최대 10점 감점", "10점"),
        ("○ 정원 168명 / 현원 161명(결원 △7명)", "7명"),
    ],
)
def test_what_may_be_no_size_of_its_name_is_doubted(text: str, raw: str) -> None:
    assert KIND_UNSURE in of(text, raw).doubts


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("분야별로는 복지 1,200억원, 환경 650억원, 교통 310억원 순이다.", "1,200억원"),
        ("예산은 8,500억원이다. 일반회계 7,600억원, 특별회계 900억원이다.", "7,600억원"),
        ("○ 나무 심기 12개소, 24억원", "24억원"),
        ("○ 주민 1인당 채무 27만2천원", "27만2천원"),
        ("○ 채무 0원", "0원"),
        ("○ 국비 3,200억원 확보", "3,200억원"),
        ("○ 국비 확보 목표 : 1,756억원", "1,756억원"),
        ("○ 심사로 30억 원을 절감했다.", "30억 원"),
        ("○ 일반회계 세출 감액 내역 여비 3억원", "3억원"),
        ("2. 온실가스 감소 사업\n○ 나무 심기 3억원\n", "3억원"),
    ],
)
def test_what_is_said_plainly_is_not_doubted(text: str, raw: str) -> None:
    assert KIND_UNSURE not in of(text, raw).doubts


@pytest.mark.parametrize(
    ("text", "raw", "name"),
    [
        ("3회 추경(7,108억원)보다 86억원 불었다.", "7,108억원", "3회 추경"),
        ("○ 1회 추경 6,500억원", "6,500억원", "1회 추경"),
        (
            "○ 신규사업 국비 221억원(총사업비 1,811억원)",
            "1,811억원",
            "가람시 시행계획 신규사업 총사업비",
        ),
        ("○ 물빛도서관 도비 12억원(전체 사업비 48억원)", "48억원", "물빛도서관 사업비"),
        ("○ 65세 이상 인구 12,300명", "12,300명", "65세 이상 인구"),
        ("○ 5인 이상 사업장 320개소", "320개소", "5인 이상 사업장"),
        ("○ 3자녀 이상 가구 820가구", "820가구", "3자녀 이상 가구"),
        ("○ 5천만원 이상 체납자 12명", "12명", "5천만원 이상 체납자"),
        ("○ 2단계 하수관로 정비 45억원", "45억원", "2단계 하수관로 정비"),
        ("○ 마을 사업 12건(신규 5, 계속 7) 320억원", "320억원", "마을 사업"),
        ("○ 공원 3곳(면적 12ha), 45억원", "45억원", "가람시 시행계획 공원"),
    ],
)
def test_a_name_keeps_its_number_and_its_bound(text: str, raw: str, name: str) -> None:
    fact = of(text, raw)
    assert (fact.name, fact.doubts) == (name, ())


def test_what_is_so_much_a_day_says_so_in_its_unit() -> None:
    before, now = facts_of("○ 하수처리장 : 일 3만톤 → 5만톤")
    assert (number(before.value), before.unit) == (30_000, "톤/일")
    assert (now.name, number(now.value), now.unit) == ("하수처리장", 50_000, "톤/일")


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("○ 다리 놓기 외 5건", "5건"),
        ("○ 도서관 2개소 건립 120억원(1개소당 60억원)", "1개소"),
        ("○ 안전점검 격주 1회", "1회"),
        ("○ 절반인 12개 마을", "12개"),
        ("○ 마을별 5천만원", "5천만원"),
        ("○ 읍면동별 2천만원씩 지원", "2천만원"),
        ("○ 유사단체 평균 4,499억원", "4,499억원"),
        ("64건 적발·15억원 추징", "15억원"),
        ("지방세 90억 원, 교부세 120억 원, 보조금 30억 원이 각각 증가했다.", "90억 원"),
    ],
)
def test_what_names_no_thing_leaves_a_doubt(text: str, raw: str) -> None:
    assert {NAME_INCOMPLETE, NAME_BORROWED} & set(of(text, raw).doubts)


def test_a_number_in_a_name_and_the_rest_of_a_cut_leave_a_doubt() -> None:
    assert NAME_INCOMPLETE in of("▲누리뉴딜 300 47억원 ▲물빛도시 58억원", "47억원").doubts
    assert NAME_INCOMPLETE in of("○ 지표 16개 가운데 6개는 없애고 1개는 고침", "1개").doubts


def test_what_a_share_is_reckoned_of_is_a_whole_though_it_stands_behind_an_increase() -> None:
    text = "늘어난 금액은 30억 원으로 본예산 600억 원의 5%다."
    assert KIND_UNSURE not in of(text, "30억 원").doubts
    assert KIND_UNSURE not in of(text, "600억 원").doubts
    assert KIND_UNSURE in of("늘어난 금액은 30억 원으로 본예산 600억 원 등이다.", "600억 원").doubts
