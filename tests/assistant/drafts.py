# ruff: noqa: ANN401 (any field of a record may be overridden, whatever its type)
"""Evidence, candidates and citations for the tests of single steps: valid by default."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import corpus
from assistant.evidence import Evidence
from assistant.retrieve import Candidate, Retrieved
from assistant.types import Citation, Question
from assistant.understand import Understanding, understand
from tests.factories import make_document, make_fact, make_passage

AUDIT = "○ 일상감사 처리 건수는 2020년 210건, 2021년 244건, 2022년 198건이다."


def asking(text: str, *history: str, **fields: Any) -> Understanding:
    """What the assistant understands of a question."""
    return understand(Question(text=text, history=history, **fields))


def make_evidence(quote: str = AUDIT, *facts: corpus.Fact, **overrides: Any) -> Evidence:
    """A quote that is a whole passage of the default document."""
    document = overrides.get("document", make_document())
    headings = overrides.pop("headings", ("1. 감사",))
    start = overrides.get("start", 0)
    passage = make_passage(
        document_id=document.id, text=quote, start=start, heading_path=tuple(headings)
    )
    fields: dict[str, Any] = {
        "document": document,
        "passage": passage,
        "start": start,
        "end": start + len(quote),
        "quote": quote,
        "facts": facts,
        "hit_score": 1.0,
        "cosine": 0.9,
    }
    return Evidence(**(fields | overrides))


def make_candidate(evidence: Evidence | None = None, **overrides: Any) -> Candidate:
    """A candidate that fits in every way."""
    fields: dict[str, Any] = {
        "evidence": evidence or make_evidence(),
        "score": 0.9,
        "coverage": 0.9,
        "strengths": (),
        "missing": (),
        "holds": (),
        "fits_place": True,
        "fits_year": True,
        "fits_ordinal": True,
    }
    return Candidate(**(fields | overrides))


def make_retrieved(*candidates: Candidate, **weights: float) -> Retrieved:
    """What was found, with the weights of the question's words."""
    return Retrieved(candidates=candidates, weights=weights, has_place=True)


def make_figure(raw_text: str, year: int | None = None, **overrides: Any) -> corpus.Fact:
    """A count or an amount as printed ('244건', '15억 원'), with its year; the quote is `AUDIT`."""
    amounts = corpus.find_amounts(raw_text)
    krw = amounts[0].krw if amounts else None
    digits = "".join(letter for letter in raw_text if letter.isdigit() or letter == ".")
    value = Decimal(krw) if krw is not None else Decimal(digits)
    fields: dict[str, Any] = {
        "id": f"kr-boryeong/plan-2022/f-{overrides.get('name', '')}-{raw_text}-{year}",
        "kind": corpus.FactKind.STATISTIC,
        "name": "일상감사 처리 건수",
        "value": value,
        "values": (corpus.FactValue(year=year, value=value),),
        "unit": "원" if krw is not None else raw_text.lstrip("0123456789.,"),
        "amount_krw": krw,
        "raw_text": raw_text,
        "fiscal_year": year,
        "period": None,
        "quote": AUDIT,
    }
    return make_fact(**(fields | overrides))


def make_course(figures: Mapping[int, str], **overrides: Any) -> tuple[corpus.Fact, ...]:
    """One fact for each year: {2020: '210건', 2021: '244건'}."""
    return tuple(make_figure(raw, year, **overrides) for year, raw in figures.items())


AUDIT_COURSE = make_course({2020: "210건", 2021: "244건", 2022: "198건"})


def make_citation(quote: str = AUDIT, **overrides: Any) -> Citation:
    """A citation of the default document, whose text the quote begins."""
    start = overrides.get("start", 0)
    fields: dict[str, Any] = {
        "number": 1,
        "document": make_document(),
        "section": ("1. 감사",),
        "page": corpus.Page(),
        "quote": quote,
        "start": start,
        "end": start + len(quote),
        "url": "/documents/x",
    }
    return Citation(**(fields | overrides))
