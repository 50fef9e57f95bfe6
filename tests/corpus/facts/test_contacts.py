"""Whom to call: departments with their numbers, and people in their office."""

from __future__ import annotations

import pytest

from corpus.facts.doubts import KIND_UNSURE
from corpus.types import Fact, FactKind
from tests.corpus.plans import facts_of


def contacts(text: str) -> tuple[Fact, ...]:
    return facts_of(text, FactKind.CONTACT)


def people(text: str) -> list[tuple[str, str]]:
    return [(str(one.value), one.name) for one in facts_of(text, FactKind.ORGANISATION)]


@pytest.mark.parametrize(
    "block",
    [
        "담당부서 : 공원녹지과\n연락처 : 041-000-1234\n",
        "담당부서\n공원녹지과\n연락처\n041-000-1234\n",
        "- 담당부서\n- 공원녹지과\n- 연락처\n- 041-000-1234\n",
        "담당자정보\n담당 부서: 공원녹지과\n전화번호: 041-000-1234\n최종수정일: 2031-01-15\n",
        "문의 : 공원녹지과 (☎ 041-000-1234)\n",
    ],
)
def test_an_imprint_is_one_contact_however_it_is_laid_out(block: str) -> None:
    (fact,) = contacts("○ 숲 가꾸기\n\n" + block)
    assert (fact.organisation, fact.value) == ("공원녹지과", "041-000-1234")
    assert fact.name == "공원녹지과 연락처"
    assert fact.flags == ()


def test_a_department_without_number_says_so() -> None:
    (fact,) = contacts("○ 숲 가꾸기\n\n담당부서 : 공원녹지과\n")
    assert (fact.value, fact.flags) == ("공원녹지과", ("phone_unknown",))


def test_a_date_is_no_telephone_number() -> None:
    assert contacts("○ 숲 가꾸기\n\n최종수정일 : 2031-01-15\n조회 : 26\n") == ()


def test_a_number_in_running_text_has_the_department_before_it() -> None:
    found = contacts("○ 궁금한 점은 공원녹지과(041-000-1234) 또는 환경정책과 ☎ 041-000-5678")
    assert [(one.organisation, one.value) for one in found] == [
        ("공원녹지과", "041-000-1234"),
        ("환경정책과", "041-000-5678"),
    ]


def test_a_short_line_is_a_contact_where_people_are_asked_to_call() -> None:
    (fact,) = contacts("○ 민원 상담은 전화 120번으로")
    assert fact.value == "120"


def test_a_bus_line_is_no_telephone() -> None:
    assert contacts("○ 버스 120번으로 간다") == ()


@pytest.mark.parametrize("text", ["○ 1,234-5678", "○ 2031-01-15", "○ 감사담당관-20726", "○ 3-5월"])
def test_other_numbers_are_no_contacts(text: str) -> None:
    assert contacts(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("김나라 시장은 공무원을 격려했다.", ("김나라", "시장")),
        ("이바다 기획예산실장이 설명했다.", ("이바다", "기획예산실장")),
        ("박하늘 공원녹지과장과 만났다.", ("박하늘", "공원녹지과장")),
    ],
)
def test_a_person_in_office_is_kept_with_the_office(text: str, expected: tuple[str, str]) -> None:
    assert people(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "관련 국장이 설명했다.",
        "전통시장은 붐빈다.",
        "각종 위원장이 모였다.",
        "새로운 시장은 크다.",
        "나무를 심는 소장은 없다.",
    ],
)
def test_a_word_before_an_office_is_no_name(text: str) -> None:
    assert people(text) == []


def test_a_person_named_twice_in_a_sentence_is_kept_once() -> None:
    assert people("김나라 시장은 김나라 시장을 말했다.") == [("김나라", "시장")]


def test_what_stands_in_brackets_behind_an_office_is_the_organisation() -> None:
    (fact,) = facts_of("이바다 위원장(숲 가꾸기 모임)이 말했다.", FactKind.ORGANISATION)
    assert fact.organisation == "숲 가꾸기 모임"


@pytest.mark.parametrize(
    "line",
    [
        "담당부서 : 기획예산실   조회 : 214   첨부 : 2",
        "담당부서 : 기획예산실 / 게시 2031-06-09 / 조회수 218",
        "담당부서 : 기획예산실  만족도 조사 ( ) 매우만족",
    ],
)
def test_what_a_page_counts_is_no_part_of_an_office(line: str) -> None:
    (fact,) = contacts(f"{line}\n연락처 : 041-930-0000")
    assert (fact.organisation, fact.value) == ("기획예산실", "041-930-0000")
    assert fact.doubts == ()


def test_a_contact_without_a_number_is_in_doubt() -> None:
    (fact,) = contacts("담당부서 : 기획예산실")
    assert fact.doubts == (KIND_UNSURE,)


def test_who_acts_for_the_mayor_is_not_the_mayor() -> None:
    assert people("정하늘 시장 권한대행은 숲길을 걸었다.") == [("정하늘", "시장 권한대행")]


@pytest.mark.parametrize(
    ("line", "department"),
    [
        ("담당자 공원팀 주무관 김○○ | 041-000-2031", "공원팀"),
        ("자료관리 담당부서 공원녹지과 / 공원팀 041-000-2031", "공원녹지과 공원팀"),
        ("문의) 공원녹지과 공원팀 041-000-2031", "공원녹지과 공원팀"),
        ("담당부서 공원녹지과 정원계 TEL 041-000-2031", "공원녹지과 정원계"),
    ],
)
def test_the_last_line_says_whom_to_call_whatever_the_site_prints_below(
    line: str, department: str
) -> None:
    for below in ("", "만족도 조사\n□ 매우만족 □ 만족\n"):
        (fact,) = contacts(f"○ 숲 가꾸기\n\n{line}\n{below}")
        assert (fact.organisation, fact.value) == (department, "041-000-2031")
        assert fact.doubts == ()


def test_a_rank_is_held_in_the_office_before_the_name() -> None:
    (fact,) = facts_of("- 문화홍보과 전가람 주무관")
    assert (fact.name, fact.value, fact.organisation) == (
        "문화홍보과 주무관",
        "전가람",
        "문화홍보과",
    )


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("○ 부서명 : 숲길과    전화번호 : 041-000-1234 작성", "숲길과 연락처"),
        ("○ 내는 곳 : 팩스(041-000-1234) 또는 숲길과 방문", "숲길과 팩스"),
        ("○ 안내 : 가람시 세무2과 041-000-1234", "세무2과 연락처"),
        ("○ 신고전화 041-000-1234", "신고전화 연락처"),
        ("○ 궁금한 점 041-000-1234", "가람시 시행계획 문의 연락처"),
    ],
)
def test_a_number_is_that_of_its_office_or_its_line_or_of_what_is_asked(
    line: str, name: str
) -> None:
    (fact,) = contacts(line)
    assert fact.name == name


def test_a_rank_that_many_hold_is_kept_back_without_its_office() -> None:
    (named,) = facts_of("- 아이디어 : 김가람 주무관(시설관리소)")
    assert (named.name, named.doubts) == ("시설관리소 주무관", ())
    (bare,) = facts_of("김가람 주무관은 숲길을 걸었다.")
    assert bare.doubts == (KIND_UNSURE,)
