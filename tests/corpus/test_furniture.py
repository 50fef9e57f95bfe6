"""Lines of the web site, told from lines of the document."""

from __future__ import annotations

import time

import pytest

from corpus.furniture import caption_title, furniture_reason, is_unit_caption, tail_start


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("본문 바로가기", "skip_link"),
        ("주메뉴 바로가기", "skip_link"),
        ("반복영역 건너뛰기", "skip_link"),
        ("Skip to content", "skip_link"),
        ("페이스북", "share"),
        ("URL 복사", "share"),
        ("  공유하기  ", "share"),
        ("홈", "menu"),
        ("목록", "menu"),
        ("다음글", "menu"),
        ("더보기", "menu"),
        ("콘텐츠 만족도 조사", "survey"),
        ("이 페이지에서 제공하는 정보에 대하여 얼마나 만족하십니까?", "survey"),
        ("매우 만족", "survey"),
        ("만족도 조사  매우만족 □ 만족 □ 보통 □", "survey"),
        ("SNS 기사보내기", "share"),
        ("많이 본 뉴스", "menu"),
        ("기사제보 및 구독신청", "site_notice"),
        ("▶ 네이버에서 구독하기", "site_notice"),
        ("개인정보처리방침", "site_notice"),
        ("Copyright 2031 Garam City. All rights reserved.", "site_notice"),
        ("홈 > 시정 > 주요업무", "breadcrumb"),
        ("Home › 뉴스", "breadcrumb"),
        ("가람시 > 알림마당 > 공지사항", "breadcrumb"),
        ("가람구소개>구정운영>주요업무계획", "breadcrumb"),
    ],
)
def test_a_line_of_the_site_is_told_by_its_words(line: str, reason: str) -> None:
    assert furniture_reason(line) == reason


@pytest.mark.parametrize(
    "line",
    [
        "",
        "시민 만족도조사 결과 85.2점",
        "○ 만족도 조사를 연 2회 실시한다.",
        "누리집 메뉴를 새로 짠다.",
        "공유하기 쉬운 정보",
        "더보기 좋은 도시",
        "5 > 3",
        "토목3>건축2>조경1",
        "예산>결산",
        "공유 자전거 1,200대",
        "인쇄비 2억 원",
        "홈페이지 개편",
        "구독 서비스 지원",
        "기사제보 활성화 방안",
        "주민 만족도 보통",
        "○",
        "□",
        "□ □",
    ],
)
def test_a_line_that_says_something_is_none_of_the_site(line: str) -> None:
    assert furniture_reason(line) == ""


def test_a_long_line_always_says_something() -> None:
    assert furniture_reason("copyright " + "가" * 200) == ""


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("나무를 심고.. 더보기", "나무를 심고"),
        ("나무를 심고... 더 보기  ", "나무를 심고"),
        ("나무를 심고…더보기", "나무를 심고"),
        ("나무를 심고  더보기", "나무를 심고"),
    ],
)
def test_the_tail_that_says_more_begins_where_the_words_end(line: str, kept: str) -> None:
    start = tail_start(line)
    assert start is not None
    assert line[:start] == kept


@pytest.mark.parametrize("line", ["", "더보기", ".. 더보기", "나무를 더보기 좋게", "더보기 나무"])
def test_a_line_that_is_not_cut_off_has_no_tail(line: str) -> None:
    assert tail_start(line) is None


@pytest.mark.parametrize("filler", [" ", ".", "…", "더"])
def test_a_tail_is_looked_for_in_linear_time(filler: str) -> None:
    begin = time.perf_counter()
    tail_start("가" + filler * 300_000 + "나")
    assert time.perf_counter() - begin < 1


@pytest.mark.parametrize(
    ("caption", "title"),
    [
        ("예산 총괄 (단위: 백만원)", "예산 총괄"),
        ("예산 현황 - 구분, 금액 정보를 제공하는 표", "예산 현황"),
        ("직원 현황 표 : 구분과 인원으로 구성", "직원 현황"),
        ("구분, 금액으로 구성된 표입니다.", ""),
        ("이 표는 예산을 나타냅니다", ""),
        ("(단위: 천원)", ""),
        ("", ""),
    ],
)
def test_a_caption_gives_its_title_alone(caption: str, title: str) -> None:
    assert caption_title(caption) == title


def test_a_caption_may_be_a_unit_and_nothing_else() -> None:
    assert is_unit_caption("(단위: 천원)")
    assert is_unit_caption("단위 : 백만 원")
    assert not is_unit_caption("예산 (단위: 천원)")


def test_counts_in_their_order_are_no_path_through_a_site() -> None:
    assert furniture_reason("○ 토목 31건(50%) > 건축 20건(32%) > 조경 11건(18%)") == ""
    assert furniture_reason("홈 > 정보공개 > 재정공개") == "breadcrumb"
