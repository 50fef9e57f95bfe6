"""Openings: measures and costs of an item are of the thing that it opens with."""

from __future__ import annotations

import pytest

from corpus.facts.doubts import NAME_BORROWED
from corpus.types import Fact
from tests.corpus.plans import facts_of

_SECTION = "2. 생활 기반 확충\n\n"


def named(text: str, raw: str) -> Fact:
    """The fact of the figure that is printed as `raw`."""
    (fact,) = [one for one in facts_of(_SECTION + text) if one.raw_text == raw]
    return fact


@pytest.mark.parametrize(
    ("text", "raw", "name"),
    [
        ("• 공공도서관 2개소 신축('32.12.) / 연면적 3,420㎡", "3,420㎡", "공공도서관 연면적"),
        ("• 누리센터(온종일 돌봄) 개관 - 정원 180명", "180명", "누리센터 정원"),
        ("• 한솔대교(국도77호선) 8.86km 건설, 총사업비 417억원", "417억원", "한솔대교 총사업비"),
        ("• 별빛산 케이블카 이용객 연 9만명, 길이 2.12㎞", "2.12㎞", "별빛산 케이블카 길이"),
        ("• 소수력발전은 새내천에 설비용량 1,500kW 규모로 검토", "1,500kW", "소수력발전 설비용량"),
        ("• 위생 시설은 2개 지구에 처리용량 300톤 규모", "300톤", "위생 시설 처리용량"),
        ("• 솔빛도서관 신축('32.), 국비 20억원, 시비 30억원", "30억원", "솔빛도서관 시비"),
        ("• 국비 20억원, 시비 30억원", "30억원", "생활 기반 확충 시비"),
        ("• 부지면적 3,100㎡, 연면적 2,400㎡", "2,400㎡", "생활 기반 확충 연면적"),
        ("• 별내 산업단지 1단계 준공('30. 12.), 분양률 87%", "87%", "별내 산업단지 분양률"),
        ("• 문화공간 새단장 완료 및 개관, 연면적 820㎡", "820㎡", "문화공간 새단장 연면적"),
        ("• 청년몰 점포 20개 운영, 매출 8억원", "8억원", "청년몰 점포 매출"),
        ("• 국제 음악제 유치, 참가팀 32개", "32개", "국제 음악제 유치 참가팀"),
        (
            "• 신규사업 국비 221억원(총사업비 811억원)",
            "811억원",
            "생활 기반 확충 신규사업 총사업비",
        ),
    ],
)
def test_a_measure_is_of_what_the_item_opens_with(text: str, raw: str, name: str) -> None:
    fact = named(text, raw)
    assert (fact.name, fact.doubts) == (name, ())


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("• 새싹어린이집 2곳 신축, 달빛체육관 건립 / 연면적 3,420㎡", "3,420㎡"),
        ("• 시민 건강을 위해 체육센터 2곳 신축, 사업비 120억원", "120억원"),
    ],
)
def test_a_measure_of_one_of_several_things_is_doubted(text: str, raw: str) -> None:
    assert NAME_BORROWED in named(text, raw).doubts


def test_a_thing_of_a_list_keeps_its_name_under_a_heading_that_holds_it() -> None:
    text = "3. 도시숲·공원 확충\n\n□ 사업량 : 도시숲 14개소, 생활권 공원 9개소"
    assert [one.name for one in facts_of(text)] == [
        "도시숲·공원 확충 사업량 도시숲",
        "도시숲·공원 확충 사업량 생활권 공원",
    ]
    text = "3. 도시숲 조성\n\n□ 사업량 : 도시숲 14개소"
    assert [one.name for one in facts_of(text)] == ["도시숲 조성 사업량"]
