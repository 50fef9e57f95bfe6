"""How far figures of prose are apart: from an average, a target, another time; rests and sums."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.asked_places import asked_places, place_names
from assistant.figure_sorts import Sort, sorts_of
from assistant.solver.deeds import same_deeds
from assistant.solver.phrases import as_comparison
from tests.assistant.towns import Ask, asking

LEDGER = """\
거창군, 공약 이행과 한 해 살림 성적표 공개

공약은 84건을 확정했다. 지난 6월 말까지 53건을 끝내 이행률은 63.1%다. 경남 시군 평균은 51.4%다.
만족도 조사에서는 77.5점을 얻어 전국 평균 72.1점과 도내 평균 74.3점을 웃돌았다.

○ 납세 : 지난해 전담팀은 체납세 21억 3,000만 원을 걷어 목표액 16억 5,000만 원을 29% 넘겼다.
○ 상반기 : 목표 204억 원 → 집행 251억 원(도내 2위)
○ 지방세 체납은 3월 말 118억 원이다.
○ 세외수입 체납은 별도로 관리한다. (3월 말 205억 원, 상반기 정리목표 90억 원)
○ 거창사랑기금은 60억 원을 모으기로 하고 지금까지 47억 원을 쌓았다.
○ 일상감사 : '21년 210건(절감 12억원), '22년 244건(15억원), '23년 251건(19억원)
"""

OFFICE = """\
완도군, 조직 개편과 참여예산

조직은 4국 2실 24과에서 5국 2실 26과가 되고, 총정원은 1,214명으로 17명 늘어난다.
군민안전 예산은 64억 원으로 28억 원 삭감했다.

150억 원의 참여예산을 마련해 쓰고 있다. 남은 금액은 62억 원이다.
주민 제안은 118건을 받아 37건을 뽑았다.

직무성과 과제
▲ 4급 7명, 과제 38건
▲ 5급 66명, 과제 193건

공모 결과
- 군 공모사업 14건 9억 2,300만 원
- 읍면 지역사업 31건 5억 4,800만 원

군이 지정한 마을기업 수 : 46개 (2021년 39개)

인구는 2020년 812명, 2021년 905명, 2022년 1,043명이 빠져나갔다.

일상감사와 계약심사는 올해 872건, 2,140억 원이다. 전년 같은 기간보다 205건, 310억 원이 늘었다.

군은 2022년 하반기 대상액 4,210억 원 가운데 3,612억 원(85.8%)을 집행했다.
군은 2020년 하반기에도 대상액 3,905억 원 가운데 3,428억 원(87.8%)을 집행해 교부금을 받았다.
"""

LEDGER_ROW = "ledger.txt,거창군 한 해 살림 성적표,경상남도 거창군,press,2024-07-08,,,거창군"
OFFICE_ROW = "office.txt,완도군 조직 개편과 참여예산,전라남도 완도군,press,2022-12-28,2022,,완도군"


@pytest.fixture(scope="module")
def ask_ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    with asking(tmp_path_factory.mktemp("ledger"), LEDGER, LEDGER_ROW) as ask:
        yield ask


@pytest.fixture(scope="module")
def ask_office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    with asking(tmp_path_factory.mktemp("office"), OFFICE, OFFICE_ROW) as ask:
        yield ask


@pytest.mark.parametrize(
    ("question", "result"),
    [
        (("거창군 공약 이행률은 경남 평균보다 얼마나 높나요?",), "11.7%p"),
        (("거창 공약 이행률 도내 평균이랑 몇 %포인트 차이",), "11.7%p"),
        (("경남 평균보다 얼마나 높은 건데요?", "거창군 공약 이행률은?"), "11.7%p"),
        (("거창군 만족도 점수는 전국 평균보다 몇 점 높아요?",), "5.4점"),
        (("거창군에서 아직 안 끝난 공약은 몇 건인가요?",), "31건"),
        (("거창 남은 공약 몇 건",), "31건"),
        (("거창군이 지난해 실제로 걷은 체납세는 목표액보다 얼마나 많았나요?",), "4억 8,000만 원"),
        (("거창군은 상반기 집행 목표를 얼마나 초과했나요?",), "47억 원"),
        (("거창군 세외수입 체납액은 지방세 체납액보다 얼마나 많은가요?",), "87억 원"),
        (("거창사랑기금은 목표까지 얼마 더 모아야 해?",), "13억 원"),
        (("거창군이 2021년부터 2023년까지 일상감사로 아낀 금액은 모두 얼마인가요?",), "46억 원"),
        (("거창 2021~2023년 일상감사 건수 총 몇 건",), "705건"),
    ],
)
def test_what_lies_apart_in_prose_is_reckoned(
    ask_ledger: Ask, question: tuple[str, ...], result: str
) -> None:
    (shown,) = ask_ledger(*question).calculations
    assert shown.result == result


@pytest.mark.parametrize(
    ("question", "result"),
    [
        (("완도군 조직 개편 전 총정원은 몇 명이었나요?",), "1,197명"),
        (("완도군 군민안전 예산이 28억원 깎였다는데 그 전에는 얼마였어?",), "92억 원"),
        (("완도군이 지금까지 쓴 참여예산은 얼마인가요?",), "88억 원"),
        (("완도군 주민 제안 중 뽑히지 않은 것은 몇 건인가요?",), "81건"),
        (("완도 직무성과 과제 5급이 4급보다 몇 건 많아",), "155건"),
        (("완도군 군 공모사업은 읍면 지역사업보다 얼마나 많나요?",), "3억 7,500만 원"),
        (("2021년보다 몇 개나 는 거야?", "완도군 마을기업 수는 몇 개인가요?"), "7개"),
        (("완도군에서 2020년부터 2022년까지 3년간 줄어든 인구는 모두 몇 명인가요?",), "2,760명"),
        (("완도군의 전년 같은 기간 일상감사·계약심사 건수는 몇 건이었나요?",), "667건"),
        (
            ("완도군 집행률은 2020년 하반기와 2022년 하반기 중 언제가 더 높았나요?",),
            "2020년 87.8%",
        ),
    ],
)
def test_what_a_change_or_a_rest_leaves_is_reckoned(
    ask_office: Ask, question: tuple[str, ...], result: str
) -> None:
    (shown,) = ask_office(*question).calculations
    assert shown.result == result


@pytest.mark.parametrize(
    "question",
    [
        "거창군 공약 이행률은 전국 평균보다 얼마나 높나요?",
        "거창군은 하반기 집행 목표를 얼마나 초과했나요?",
        "거창군이 2019년부터 2021년까지 일상감사로 아낀 금액은 모두 얼마인가요?",
        "거창사랑기금은 지난해 얼마를 썼나요?",
    ],
)
def test_no_other_average_half_or_year_is_taken(ask_ledger: Ask, question: str) -> None:
    assert not ask_ledger(question).calculations


@pytest.mark.parametrize(
    "question",
    [
        "완도군 6급 과제는 5급보다 몇 건 많나요?",
        "완도군 교통 예산은 삭감 전에 얼마였나요?",
        "완도군에서 2018년부터 2020년까지 줄어든 인구는 모두 몇 명인가요?",
        "완도군 집행률은 2020년 상반기와 2022년 상반기 중 언제가 더 높았나요?",
    ],
)
def test_what_is_not_there_is_not_reckoned(ask_office: Ask, question: str) -> None:
    assert not ask_office(question).calculations


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("징수 목표를 얼마나 초과했나", "징수 목표보다 얼마나 초과했나"),
        ("판매 목표치를 몇 대나 넘었나", "판매 목표치보다 몇 대나 넘었나"),
        ("유치 목표액에 얼마나 못 미쳤나", "유치 목표액보다 얼마나 못 미쳤나"),
        (
            "모금 목표까지 얼마가 더 필요한가",
            "모금 목표보다 얼마가 더 필요한가",
        ),
        ("전국 평균과 몇 점 차이", "전국 평균보다 몇 점 차이"),
        ("도내 평균이랑 몇 %포인트 차이", "도내 평균보다 몇 %포인트 차이"),
        ("작년하고 얼마나 격차", "작년보다 얼마나 격차"),
        ("목표를 누가 정했나", "목표를 누가 정했나"),
        ("국과 과 가운데 무엇이 많나", "국과 과 가운데 무엇이 많나"),
    ],
)
def test_a_target_or_average_is_read_as_what_it_lies_off_from(said: str, read: str) -> None:
    assert as_comparison(said) == read


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("경남 평균보다 얼마나 높은가요?", []),
        ("강원 시군 평균과 몇 점 차이예요?", []),
        ("전남 도내 평균 대비 몇 %p 높아?", []),
        ("거창군 이행률은 경남 평균보다 얼마나 높나요?", ["거창군"]),
        ("거창군과 완도군 평균은 얼마인가요?", ["거창군", "완도군"]),
        ("경상남도 평균 나이는?", ["경상남도"]),
    ],
)
def test_a_place_whose_average_is_the_measure_is_not_asked_about(
    text: str, names: list[str]
) -> None:
    assert [one.name.split()[-1] for one in asked_places(text)] == names
    assert place_names(text) == len(names)


@pytest.mark.parametrize(
    ("label", "tail", "sorts"),
    [
        ("전담반은 체납세를 거둬 목표액", "을 넘겼다", {Sort.GOAL}),
        ("징수 목표 : 지난해 전담팀은 체납세", "을 걷어", set[Sort]()),
        ("장학기금은", "을 쌓기로 하고", {Sort.GOAL}),
        ("봉사자", "어치를 모으기로 했다", {Sort.GOAL}),
        ("나무는", "을 목표로", {Sort.GOAL}),
        ("지금까지", "을 마련했다", {Sort.ACTUAL}),
        ("목표를 넘어", "을 유치했다", set[Sort]()),
        ("전국 평균", "을 웃돌았다", {Sort.AVERAGE}),
    ],
)
def test_words_around_a_figure_tell_its_sort(label: str, tail: str, sorts: set[Sort]) -> None:
    assert sorts_of(label, tail) == sorts


def test_one_deed_is_said_in_many_ways() -> None:
    assert "완료" in same_deeds("끝나")
    assert "뽑" in same_deeds("선정")
    assert same_deeds("걸") == ("걸",)
