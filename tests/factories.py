# ruff: noqa: ANN401 (any field of a record may be overridden, whatever its type)
"""Records for tests: valid by default, override what matters.

Each `make_…` takes the record's own fields as keywords. Fields that follow from others (a passage's
end and digest from its text) are worked out when they are not given. `make_reading` lays
out a whole document whose records point truly into its text.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import corpus

DOCUMENT_ID = "kr-boryeong/plan-2022"
HEADING_PATH = ("제2장 주요 추진사업", "1. 산림 휴양")
PARAGRAPHS = (
    "○ 무궁화수목원 보완사업에 총사업비 690억 원을 투입한다.",
    "○ 성주산 자연휴양림 이용객은 2021년 12,400명이다.",
)
FACT_QUOTE = "총사업비 690억 원"
AUDIT_QUOTE = "총 8,727억 원(일반 7,789억 원, 특별 938억 원)"


def make_document(**overrides: Any) -> corpus.Document:
    """A plan of Boryeong for 2022; `source` follows from `id`."""
    document_id = overrides.get("id", DOCUMENT_ID)
    fields: dict[str, Any] = {
        "id": document_id,
        "source": f"{document_id.replace('/', '-')}.txt",
        "title": "2022 주요추진사업",
        "municipality": "충청남도 보령시",
        "publisher": "보령시청",
        "document_type": "plan",
        "fiscal_years": (2022,),
        "published_on": date(2022, 1, 6),
        "source_url": "https://www.example.go.kr/plan/2022",
        "licence": "unknown",
        "language": "ko",
        "sha256": hashlib.sha256(document_id.encode()).hexdigest(),
        "is_digest": False,
        "is_truncated": False,
        "supersedes": None,
        "inferred": (),
    }
    return corpus.Document(**(fields | overrides))


def make_section(**overrides: Any) -> corpus.Section:
    """The first section of the default document; `id` follows from `document_id` and `order`."""
    document_id = overrides.get("document_id", DOCUMENT_ID)
    order = overrides.get("order", 1)
    fields: dict[str, Any] = {
        "id": f"{document_id}/s{order:03d}",
        "document_id": document_id,
        "heading_path": HEADING_PATH,
        "order": order,
        "start": 0,
        "end": 100,
        "page": corpus.Page(),
    }
    return corpus.Section(**(fields | overrides))


def make_passage(**overrides: Any) -> corpus.Passage:
    """The first passage of the default document; `end` and `digest` follow from `text`."""
    document_id = overrides.get("document_id", DOCUMENT_ID)
    order = overrides.get("order", 1)
    text = overrides.get("text", PARAGRAPHS[0])
    start = overrides.get("start", 0)
    fields: dict[str, Any] = {
        "id": f"{document_id}/p{order:03d}",
        "document_id": document_id,
        "section_id": f"{document_id}/s001",
        "heading_path": HEADING_PATH,
        "order": order,
        "text": text,
        "start": start,
        "end": start + len(text),
        "page": corpus.Page(printed="12", physical=14),
        "digest": hashlib.sha256(text.encode()).hexdigest(),
    }
    return corpus.Passage(**(fields | overrides))


def make_fact(**overrides: Any) -> corpus.Fact:
    """A project's total cost of 690억 원; `end` follows from `start` and `quote`."""
    document_id = overrides.get("document_id", DOCUMENT_ID)
    quote = overrides.get("quote", FACT_QUOTE)
    start = overrides.get("start", 0)
    fields: dict[str, Any] = {
        "id": f"{document_id}/f0001",
        "document_id": document_id,
        "section_id": f"{document_id}/s001",
        "passage_id": f"{document_id}/p001",
        "kind": corpus.FactKind.PROJECT,
        "municipality": "충청남도 보령시",
        "name": "무궁화수목원 보완사업",
        "value": Decimal(690),
        "values": (
            corpus.FactValue(year=2021, value=Decimal(300), phase=corpus.Phase.ACTUAL),
            corpus.FactValue(year=2022, value=Decimal(390), phase=corpus.Phase.PLANNED),
        ),
        "unit": "억 원",
        "amount_krw": 69_000_000_000,
        "raw_text": "690억 원",
        "fiscal_year": 2022,
        "period": corpus.Period(start="2021", end="2022-12"),
        "organisation": "산림공원과",
        "comparator": None,
        "account": None,
        "funding_source": None,
        "quote": quote,
        "start": start,
        "end": start + len(quote),
        "page": corpus.Page(printed="12", physical=14),
        "flags": (),
    }
    return corpus.Fact(**(fields | overrides))


def make_term(**overrides: Any) -> corpus.ArithmeticTerm:
    """The stated figure of the default audit; `end` follows from `start` and `raw_text`."""
    raw_text = overrides.get("raw_text", "8,727억 원")
    start = overrides.get("start", 2)
    fields: dict[str, Any] = {
        "label": "총",
        "raw_text": raw_text,
        "value": Decimal(8_727),
        "start": start,
        "end": start + len(raw_text),
        "fact_id": None,
    }
    return corpus.ArithmeticTerm(**(fields | overrides))


def make_audit(**overrides: Any) -> corpus.ArithmeticAudit:
    """A total of two accounts that agrees; `end` follows from `start` and `quote`.

    Whoever gives another quote gives `stated` and `terms` as well.
    """
    document_id = overrides.get("document_id", DOCUMENT_ID)
    quote = overrides.get("quote", AUDIT_QUOTE)
    start = overrides.get("start", 0)
    fields: dict[str, Any] = {
        "id": f"{document_id}/a0001",
        "document_id": document_id,
        "section_id": f"{document_id}/s001",
        "passage_id": f"{document_id}/p001",
        "municipality": "충청남도 보령시",
        "name": "예산 규모",
        "fiscal_year": 2022,
        "relation": corpus.ArithmeticRelation.SUM,
        "result": corpus.AuditResult.AGREES,
        "reason": "exact",
        "unit": "억 원",
        "stated": make_term(start=start + 2),
        "terms": (
            make_term(label="일반", raw_text="7,789억 원", value=Decimal(7_789), start=start + 14),
            make_term(label="특별", raw_text="938억 원", value=Decimal(938), start=start + 27),
        ),
        "computed": Decimal(8_727),
        "difference": Decimal(0),
        "expression": "7,789억 원 + 938억 원 = 8,727억 원",
        "quote": quote,
        "start": start,
        "end": start + len(quote),
        "page": corpus.Page(printed="12", physical=14),
    }
    return corpus.ArithmeticAudit(**(fields | overrides))


def make_point(**overrides: Any) -> corpus.SeriesPoint:
    """The first value of the default fact."""
    document_id = overrides.get("document_id", DOCUMENT_ID)
    fields: dict[str, Any] = {
        "year": 2021,
        "value": Decimal(300),
        "phase": corpus.Phase.ACTUAL,
        "fact_id": f"{document_id}/f0001",
        "document_id": document_id,
    }
    return corpus.SeriesPoint(**(fields | overrides))


def make_series(**overrides: Any) -> corpus.Series:
    """The course of the default fact; `document_ids` follow from the points."""
    points = overrides.get(
        "points",
        (make_point(), make_point(year=2022, value=Decimal(390), phase=corpus.Phase.PLANNED)),
    )
    fields: dict[str, Any] = {
        "id": "kr-boryeong/series-1a2b3c4d",
        "municipality": "충청남도 보령시",
        "kind": corpus.FactKind.PROJECT,
        "name": "무궁화수목원 보완사업",
        "unit": "억 원",
        "points": points,
        "document_ids": tuple(dict.fromkeys(point.document_id for point in points)),
        "conflicts": (),
    }
    return corpus.Series(**(fields | overrides))


def make_reading(
    *,
    document: corpus.Document | None = None,
    heading_path: Sequence[str] = HEADING_PATH,
    paragraphs: Sequence[str] = PARAGRAPHS,
    facts: Sequence[Mapping[str, Any]] | None = None,
    left_out: Sequence[corpus.Span] = (),
    audits: Sequence[Mapping[str, Any]] = (),
) -> corpus.Reading:
    """One document with one section and a passage for each paragraph, all offsets true.

    `facts` holds overrides for `make_fact`; a `quote` must stand in one of the paragraphs, and
    start, end, ids and passage follow from it. Without `facts`, a document that has the default
    paragraphs has the default fact. `audits` holds overrides for `make_audit` in the same way; the
    places of their terms count from the beginning of the quote.
    """
    document = document or make_document()
    heading = heading_path[-1] if heading_path else ""
    text = heading
    passages = []
    section_id = f"{document.id}/s001"
    for order, paragraph in enumerate(paragraphs, start=1):
        text += "\n"
        passages.append(
            make_passage(
                document_id=document.id,
                section_id=section_id,
                heading_path=tuple(heading_path),
                order=order,
                text=paragraph,
                start=len(text),
            )
        )
        text += paragraph
    text += "\n"
    if facts is None:
        facts = [{}] if FACT_QUOTE in text else []
    return corpus.Reading(
        document=document,
        text=text,
        sections=(
            make_section(document_id=document.id, heading_path=tuple(heading_path), end=len(text)),
        ),
        passages=tuple(passages),
        facts=tuple(
            _placed_fact(number, overrides, document, passages)
            for number, overrides in enumerate(facts, start=1)
        ),
        left_out=tuple(left_out),
        audits=tuple(
            _placed_audit(number, overrides, document, passages)
            for number, overrides in enumerate(audits, start=1)
        ),
    )


def _placed_fact(
    number: int,
    overrides: Mapping[str, Any],
    document: corpus.Document,
    passages: Sequence[corpus.Passage],
) -> corpus.Fact:
    quote = overrides.get("quote", FACT_QUOTE)
    placed = {"id": f"{document.id}/f{number:04d}"} | _place(quote, document, passages)
    return make_fact(**(placed | dict(overrides)))


def _placed_audit(
    number: int,
    overrides: Mapping[str, Any],
    document: corpus.Document,
    passages: Sequence[corpus.Passage],
) -> corpus.ArithmeticAudit:
    quote = overrides.get("quote", AUDIT_QUOTE)
    placed = {"id": f"{document.id}/a{number:04d}"} | _place(quote, document, passages)
    start = placed["start"]
    given = dict(overrides)
    if "stated" in given:
        given["stated"] = _moved(given["stated"], start)
    if "terms" in given:
        given["terms"] = tuple(_moved(term, start) for term in given["terms"])
    return make_audit(**(placed | given))


def _moved(term: corpus.ArithmeticTerm, by: int) -> corpus.ArithmeticTerm:
    return replace(term, start=term.start + by, end=term.end + by)


def _place(
    quote: str, document: corpus.Document, passages: Sequence[corpus.Passage]
) -> dict[str, Any]:
    """Where a quote stands, as fields of a record."""
    passage = next((one for one in passages if quote in one.text), None)
    if passage is None:
        raise ValueError(f"no paragraph holds the quote {quote!r}")
    return {
        "document_id": document.id,
        "section_id": passage.section_id,
        "passage_id": passage.id,
        "municipality": document.municipality,
        "quote": quote,
        "start": passage.start + passage.text.index(quote),
    }


def make_corpus(
    *readings: corpus.Reading,
    excluded: Sequence[corpus.Excluded] = (),
    series: Sequence[corpus.Series] = (),
    digest: str | None = None,
) -> corpus.Corpus:
    """A corpus of the given documents (one default document when none is given).

    `digest` follows from the whole content, so equal readings make equal corpora.
    """
    readings = readings or (make_reading(),)
    content = repr((readings, tuple(excluded), tuple(series)))
    return corpus.Corpus(
        readings=readings,
        excluded=tuple(excluded),
        digest=digest or hashlib.sha256(content.encode()).hexdigest(),
        series=tuple(series),
    )
