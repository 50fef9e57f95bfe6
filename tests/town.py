"""Two made-up towns whose documents the tests of the staff search look through."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import corpus
from tests.factories import make_corpus, make_document, make_reading

HILL, LAKE = "구름시", "호수군"
PLAN, BUDGET, AUDIT = "kr-gureum/plan-2022", "kr-gureum/budget-2023", "kr-hosu/audit-2021"


def budget(quote: str, name: str, amount: int, **further: object) -> dict[str, object]:
    """A budget that a paragraph states; `quote` stands in it."""
    return {
        "quote": quote,
        "raw_text": quote,
        "kind": corpus.FactKind.BUDGET,
        "name": name,
        "value": Decimal(amount),
        "values": (),
        "unit": "원",
        "amount_krw": amount,
        "fiscal_year": 2022,
        "period": None,
        "flags": (),
        **further,
    }


def make_towns() -> corpus.Corpus:
    """Three documents of two towns, with amounts from 5억 to 120억 원."""
    plan = make_reading(
        document=make_document(
            id=PLAN,
            title="2022년 구름시 주요업무계획",
            municipality=HILL,
            document_type="plan",
            fiscal_years=(2022,),
            published_on=date(2022, 1, 6),
        ),
        heading_path=("제1장 산림", "1. 수목원"),
        paragraphs=(
            "○ 무궁화수목원을 늘려 짓는 데 120억 원을 쓴다.",
            "○ 청년 정책 예산을 5억 원 늘린다.",
            "○ 도서관의 장서를 늘린다.",
        ),
        facts=(
            budget("120억 원", "무궁화수목원 확장", 12_000_000_000, municipality=HILL),
            budget("5억 원", "청년 정책 예산", 500_000_000, municipality=HILL),
        ),
    )
    book = make_reading(
        document=make_document(
            id=BUDGET,
            title="2023년 구름시 예산서",
            municipality=HILL,
            document_type="budget",
            fiscal_years=(2023,),
            published_on=date(2023, 1, 2),
        ),
        heading_path=("세출",),
        paragraphs=(
            "○ 청년 정책에 예산 8억 원을 둔다.",
            "○ 도로 정비에 30억 원을 둔다.",
        ),
        facts=(
            budget("8억 원", "청년 정책", 800_000_000, municipality=HILL, fiscal_year=2023),
            budget("30억 원", "도로 정비", 3_000_000_000, municipality=HILL, fiscal_year=2023),
        ),
    )
    audit = make_reading(
        document=make_document(
            id=AUDIT,
            title="2021년 호수군 감사 결과",
            municipality=LAKE,
            document_type="audit",
            fiscal_years=(2021,),
            published_on=None,
        ),
        heading_path=("지적 사항",),
        paragraphs=(
            "○ 도로 정비 공사비 10억 원을 잘못 셈하였다.",
            "○ 예산군에 보낸 공문이 늦었다.",
        ),
        facts=(
            budget(
                "10억 원",
                "도로 정비 공사비",
                1_000_000_000,
                municipality=LAKE,
                kind=corpus.FactKind.AUDIT,
                fiscal_year=2021,
            ),
        ),
    )
    return make_corpus(plan, book, audit)
