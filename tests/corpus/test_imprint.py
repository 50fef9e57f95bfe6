"""The block that says who is responsible: its labels, dates and telephone numbers."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.imprint import LONGEST_LINE, PHONE, ImprintLabel, imprint_line, is_byline, printed_date


@pytest.mark.parametrize(
    ("line", "label", "value"),
    [
        ("담당부서 : 공원녹지과", ImprintLabel.DEPARTMENT, "공원녹지과"),
        ("- 담당부서", ImprintLabel.DEPARTMENT, ""),
        ("• 연락처: 041-000-1234", ImprintLabel.PHONE, "041-000-1234"),
        ("전화 번호 :", ImprintLabel.PHONE, ""),
        ("작성자 : 이바다", ImprintLabel.PERSON, "이바다"),
        ("담당자 : 이바다", ImprintLabel.PERSON, "이바다"),
        ("담당자정보", ImprintLabel.HEADING, ""),
        ("최종수정일 : 2031-01-15", ImprintLabel.MODIFIED, "2031-01-15"),
        ("등록일 : 2031. 1. 15.", ImprintLabel.PUBLISHED, "2031. 1. 15."),
        ("기사입력 2031/01/15 [12:38]", ImprintLabel.PUBLISHED, "2031/01/15 [12:38]"),
        ("조회 : 26", ImprintLabel.VIEWS, "26"),
        ("연락처 041-000-1234", ImprintLabel.PHONE, "041-000-1234"),
        ("담당부서 기획실 기획팀", ImprintLabel.DEPARTMENT, "기획실 기획팀"),
        ("작성자 문**", ImprintLabel.PERSON, "문**"),
        ("조회수 1,024", ImprintLabel.VIEWS, "1,024"),
    ],
)
def test_a_labelled_line_gives_its_label_and_value(
    line: str, label: ImprintLabel, value: str
) -> None:
    read = imprint_line(line)
    assert read is not None
    assert (read.label, read.value) == (label, value)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "담당부서에서 나무를 심는다.",
        "사업기간 : 2031. 3.",
        "- 나무 심기",
        ":",
        "전화 상담 : 늘린다",
        "담당 기준 마련",
        "관리자 교육",
        "연락처 확인 절차",
    ],
)
def test_any_other_line_is_no_imprint(line: str) -> None:
    assert imprint_line(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "해오름 | 2031/03/14",
        "소식 | 2031-08-27 | 문○○ 기자",
        "살림 | 2031.12.18 17:20",
        "입력 : 2031-05-14 11:02  |  수정 : 2031-05-14 13:40",
    ],
)
def test_a_byline_is_told_from_a_heading(line: str) -> None:
    assert is_byline(line)


@pytest.mark.parametrize(
    "line", ["2031년 주요업무계획", "지표 | 2031 | 2032", "2031. 3. 4. 개막", "나무 심기 | 물 주기"]
)
def test_a_heading_with_a_year_is_no_byline(line: str) -> None:
    assert not is_byline(line)


def test_a_long_line_is_prose_whatever_it_begins_with() -> None:
    assert imprint_line("담당부서 : " + "가" * LONGEST_LINE) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2031-01-15", date(2031, 1, 15)),
        ("2031/1/5", date(2031, 1, 5)),
        ("2031. 4. 4.", date(2031, 4, 4)),
        ("2031년 4월 4일", date(2031, 4, 4)),
        ("2031-13-01, 2031-02-30, 2031-02-28", date(2031, 2, 28)),
        ("2031년", None),
        ("12031-01-15", None),
        ("", None),
    ],
)
def test_the_first_date_that_exists_is_read(text: str, expected: date | None) -> None:
    assert printed_date(text) == expected


@pytest.mark.parametrize(
    "text", ["041-000-1234", "02-120-1234", "031)000-1234", "041.000.1234", "041-000-1234~6"]
)
def test_a_telephone_number_is_found_whole(text: str) -> None:
    match = PHONE.search(f"공원과 {text} 로")
    assert match is not None
    assert match.group() == text


@pytest.mark.parametrize("text", ["2031-01-15", "1041-000-1234", "12-34", "감사담당관-20726"])
def test_other_numbers_are_no_telephones(text: str) -> None:
    assert PHONE.search(text) is None
