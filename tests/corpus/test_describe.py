"""What a document is: from its catalogue row first, from itself where the row is silent."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.catalog import CatalogRow
from corpus.types import Document
from tests.corpus.plans import read


def described(text: str, suffix: str = ".txt", row: CatalogRow | None = None) -> Document:
    return read(text, suffix, about=row or CatalogRow(file="plan.txt")).document


def test_what_the_catalogue_says_is_not_inferred() -> None:
    row = CatalogRow(
        file="plan.txt",
        title="나무 계획",
        municipality="충청남도 보령시",
        publisher="보령시",
        document_type="plan",
        published_on=date(2031, 1, 15),
        fiscal_years=(2031,),
        source_url="https://example.org/",
        licence="KOGL-1",
        is_digest=True,
    )
    document = described("[평택시] 2029년 예산서\n등록일 : 2029-02-03\n", row=row)
    assert document.inferred == ()
    assert document.title == "나무 계획"
    assert document.municipality == "보령시"
    assert document.fiscal_years == (2031,)
    assert document.published_on == date(2031, 1, 15)
    assert (document.publisher, document.licence) == ("보령시", "KOGL-1")
    assert document.is_digest


def test_a_silent_catalogue_leaves_the_document_to_speak() -> None:
    document = described("보령시 2031년 예산서\n\n○ 숲\n\n등록일 : 2030-12-20\n")
    assert document.id == "kr-boryeong/budget-2031"
    assert document.title == "보령시 2031년 예산서"
    assert document.municipality == "보령시"
    assert document.document_type == "budget"
    assert document.fiscal_years == (2031,)
    assert document.published_on == date(2030, 12, 20)
    assert set(document.inferred) == {
        "title",
        "municipality",
        "document_type",
        "fiscal_years",
        "published_on",
    }


def test_what_nobody_says_stays_unknown() -> None:
    document = described("시는 나무를 심는다.\n")
    assert document.municipality is None
    assert document.fiscal_years == ()
    assert document.published_on is None
    assert document.source_url is None
    assert document.publisher is None
    assert document.licence == "unknown"
    assert document.document_type == "document"
    assert not document.is_digest


def test_a_place_the_register_does_not_know_is_kept_as_printed() -> None:
    document = described("○ 숲\n", row=CatalogRow(file="a.txt", municipality="가람시"))
    assert document.municipality == "가람시"
    assert document.id.startswith("kr/")


def test_the_title_of_a_page_is_the_one_it_gives_and_never_endless() -> None:
    assert described("<title>숲 계획</title><h1>다른 것</h1><p>글이다.", ".html").title == "숲 계획"
    endless = described(f"<title>{'가' * 5_000}</title><p>글이다.", ".html").title
    assert len(endless) == 200


def test_a_document_without_heading_is_called_by_its_file() -> None:
    row = CatalogRow(file="part/plan.txt")
    assert described("| 가 | 나 |\n| 다 | 라 |\n", row=row).title == "part/plan.txt"


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("2031~2035 중기지방재정계획", "fiscal_plan"),
        ("2031년 결산서", "settlement"),
        ("2031년 세입세출예산서", "budget"),
        ("2031년 반부패 청렴정책 추진계획", "integrity_plan"),
        ("2031년 성과계획서", "performance"),
        ("민원서비스 종합평가 결과", "evaluation"),
        ("2031년 일상감사 실적", "audit"),
        ("2031년 주요업무계획", "plan"),
        ("나무와 숲", "document"),
    ],
)
def test_the_type_is_told_by_the_words_of_the_title(title: str, kind: str) -> None:
    assert described("글이다.\n", row=CatalogRow(file="a.txt", title=title)).document_type == kind


def test_a_plan_for_several_years_covers_them_all() -> None:
    row = CatalogRow(file="a.txt", title="2031~2033 중기지방재정계획", fiscal_years=(2031,))
    assert described("글이다.\n", row=row).fiscal_years == (2031, 2032, 2033)


def test_the_day_of_publication_goes_before_the_day_of_the_last_change() -> None:
    text = "글이다.\n최종수정일 : 2031-05-05\n등록일\n2031-01-15\n"
    assert described(text).published_on == date(2031, 1, 15)
    assert described("글이다.\n최종수정일 : 2031-05-05\n").published_on == date(2031, 5, 5)


def test_a_day_that_does_not_exist_is_no_day_of_publication() -> None:
    assert described("글이다.\n등록일 : 2031-02-30\n").published_on is None


def test_the_place_named_most_in_the_title_wins_over_the_text() -> None:
    assert described("보령시 소식\n\n평택시와 평택시가 만났다.\n").municipality == "보령시"


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("강원특별자치도 고성군", "강원특별자치도 고성군"),
        ("경남 고성군", "경상남도 고성군"),
        ("부산 중구", "부산광역시 중구"),
        ("고성군", "고성군"),
        ("충청남도 보령시", "보령시"),
        ("광주광역시", "광주광역시"),
    ],
)
def test_a_name_that_several_places_bear_is_given_in_full(printed: str, shown: str) -> None:
    document = described("글이다.\n", row=CatalogRow(file="a.txt", municipality=printed))
    assert document.municipality == shown


def test_the_day_beside_the_place_of_the_news_is_that_of_publication() -> None:
    document = described(
        "가람군, 숲 가꾸기 보고회\n가람·솔섬 | 2031/03/14\n\n군은 11일 보고회를 열었다.\n"
    )
    assert document.published_on == date(2031, 3, 14)
    assert "published_on" in document.inferred
    far = "글이다.\n" * 9 + "가람·솔섬 | 2031/03/14\n"
    assert described(far).published_on is None
