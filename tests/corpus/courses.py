"""Invented plans with given facts, for what is told across documents."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import corpus
from tests.factories import make_document, make_fact, make_reading

ACTUAL, PLANNED = corpus.Phase.ACTUAL, corpus.Phase.PLANNED
Course = Sequence[tuple[int, int | str, corpus.Phase | None]]


def fact(name: str, course: Course, *, unit: str | None = "건", **about: Any) -> dict[str, Any]:  # noqa: ANN401
    """A course of a statistic; whole numbers stand for exact figures."""
    values = tuple(
        corpus.FactValue(
            year=year, value=Decimal(value) if isinstance(value, int) else value, phase=phase
        )
        for year, value, phase in course
    )
    return {
        "kind": corpus.FactKind.STATISTIC,
        "name": name,
        "quote": "글이다.",
        "raw_text": "글",
        "value": values[-1].value,
        "values": values,
        "unit": unit,
        "amount_krw": None,
        "organisation": None,
    } | about


def plan(
    name: str,
    *facts: dict[str, Any],
    year: int = 2031,
    heading: str = "1. 숲 가꾸기",
    day: date | None = None,
) -> corpus.Reading:
    """A plan of Boryeong with these facts under one heading."""
    document = make_document(
        id=f"kr-boryeong/{name}",
        title=f"{name}의 문서",
        fiscal_years=(year,),
        published_on=day or date(year, 1, 5),
    )
    return make_reading(
        document=document, heading_path=[heading], paragraphs=["글이다."], facts=facts
    )


def points(one: corpus.Series) -> list[tuple[int, object, object, str]]:
    return [
        (point.year, point.value, point.phase, point.document_id.rpartition("/")[2])
        for point in one.points
    ]


def sections(*facts: tuple[str, dict[str, Any]]) -> corpus.Reading:
    """One plan with each fact under a heading of its own."""
    text, passages, placed = "", [], []
    document = make_document(id="kr-boryeong/a", title="문서")
    for number, (heading, one) in enumerate(facts):
        part = make_reading(
            document=document, heading_path=[heading], paragraphs=["글이다."], facts=[one]
        )
        (passage,) = part.passages
        owner = f"{document.id}/p{number:03d}"
        passages.append(
            corpus.Passage(
                **{
                    name: getattr(passage, name)
                    for name in corpus.Passage.__slots__
                    if name not in {"id", "order"}
                },
                id=owner,
                order=number,
            )
        )
        placed.append(
            make_fact(
                **one, id=f"{document.id}/f{number:04d}", document_id=document.id, passage_id=owner
            )
        )
        text += part.text
    return corpus.Reading(
        document=document,
        text=text,
        sections=(),
        passages=tuple(passages),
        facts=tuple(placed),
        left_out=(),
    )
