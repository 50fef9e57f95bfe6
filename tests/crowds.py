"""Corpora of odd shapes: what is rare in a plan and dear to read, very much of it in one place."""

from __future__ import annotations

from decimal import Decimal

import corpus
from tests.factories import (
    make_corpus,
    make_document,
    make_point,
    make_reading,
    make_series,
    make_term,
)

CROWDED, QUIET = "kr-boryeong/crowded-2022", "kr-boryeong/quiet-2023"
LONG = 60
"""As many as there are of whatever there is too much of."""


def crowded_corpus() -> corpus.Corpus:
    """A passage with very many facts, a fact with very many values, audits and series.

    Beside it stands a document of the usual kind, so that what is usual is not what is most.
    """
    crowded = make_reading(
        document=make_document(id=CROWDED, fiscal_years=tuple(range(2000, 2000 + LONG))),
        paragraphs=("○ 붐빔 1건", *(f"○ 한산 {number}건" for number in range(LONG))),
        heading_path=tuple(f"제{number}절" for number in range(20)),
        facts=tuple(_crowded_fact(number) for number in range(3 * LONG)),
        audits=tuple(
            {
                "quote": "붐빔 1건",
                "stated": make_term(fact_id=f"{CROWDED}/f0001"),
                "terms": tuple(
                    make_term(fact_id=f"{CROWDED}/f0001") for _ in range(LONG if not one else 2)
                ),
            }
            for one in range(LONG // 4)
        ),
    )
    return make_corpus(
        crowded, _quiet(), series=tuple(_crowded_series(number) for number in range(LONG // 4))
    )


def _crowded_fact(number: int) -> dict[str, object]:
    years = LONG if number == 1 else 1
    return {
        "quote": "붐빔 1건" if number < 2 * LONG else f"한산 {number - 2 * LONG}건",
        "name": f"붐빔 {number % 7}",
        "kind": tuple(corpus.FactKind)[number % 3],
        "values": tuple(
            corpus.FactValue(year=2000 + year, value=Decimal(year), phase=corpus.Phase.ACTUAL)
            for year in range(years)
        ),
        "flags": tuple(f"flag_{flag}" for flag in range(LONG if number == 2 else 1)),
        # The first that stand in any order are kept back: a page passes all of them by.
        "doubts": ("year_unsure",) if LONG < number < 2 * LONG or number < 3 else (),
    }


def _crowded_series(number: int) -> corpus.Series:
    points = LONG if number == 0 else 2
    return make_series(
        id=f"kr-boryeong/series-{number:08d}",
        points=tuple(
            make_point(
                year=2000 + year,
                document_id=CROWDED,
                fact_id=f"{CROWDED}/f{60 if number else 4 + year % 40:04d}",
            )
            for year in range(points)
        ),
        conflicts=tuple(range(2000, 2000 + points)),
    )


def _quiet() -> corpus.Reading:
    return make_reading(
        document=make_document(id=QUIET, supersedes=CROWDED, municipality="인천광역시"),
        paragraphs=tuple(f"○ 사업 {number}건" for number in range(8)),
        facts=tuple(
            {"quote": f"사업 {number}건", "name": f"사업 {number}", "municipality": "인천광역시"}
            for number in range(8)
        ),
    )


def doubtful_corpus() -> corpus.Corpus:
    """Many documents that replace one another's, with hardly a fact that is not kept back."""
    ids = [f"kr-boryeong/plan-{number:04d}" for number in range(40)]
    return make_corpus(
        *(
            make_reading(
                document=make_document(id=id_, supersedes=ids[0] if id_ != ids[0] else None),
                paragraphs=("○ 사업 1건", "○ 사업 2건"),
                facts=tuple(
                    {
                        "quote": f"사업 {1 + fact % 2}건",
                        "doubts": ("year_unsure",) if fact < 7 else (),
                        "organisation": "기획예산과",
                    }
                    for fact in range(8)
                ),
            )
            for id_ in ids
        )
    )
