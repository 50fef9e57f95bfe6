"""Made-up plans by the thousand: what the GraphQL API is measured with, the same on every run.

100,000 indicators of five values each, in 2,000 plans of 243 local governments. Every offset is
true. Nothing of it was printed anywhere.
"""

from __future__ import annotations

import csv
import hashlib
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from importlib.resources import files

import corpus

UNITS = ("개소", "명", "%", "억 원", "건")
SUBJECTS = ("도서관 이용자", "공원 면적", "청년 일자리", "하수관로 정비", "돌봄 시설")


@dataclass(frozen=True, slots=True, kw_only=True)
class DataOptions:
    """How much is made. The sizes are those of the measured peers."""

    municipalities: int = 243
    documents: int = 2_000
    indicators: int = 100_000
    values: int = 5
    seed: int = 5


def made_up_corpus(options: DataOptions) -> corpus.Corpus:
    """A corpus of this size; equal options give equal corpora."""
    chance = random.Random(options.seed)  # noqa: S311 (no secret)
    names = _municipalities()[: options.municipalities]
    each = options.indicators // options.documents
    readings = tuple(
        _reading(number, names[number % len(names)], each, options, chance)
        for number in range(options.documents)
    )
    return corpus.Corpus(
        readings=readings,
        excluded=(),
        digest=hashlib.sha256(repr(options).encode()).hexdigest(),
        series=(),
    )


def _municipalities() -> list[tuple[str, str]]:
    """The slug and the full name of every local government that the program knows."""
    text = files("corpus").joinpath("municipalities.csv").read_text("utf-8")
    rows = list(csv.reader(text.splitlines()))[1:]
    return [(row[0], " ".join(part for part in row[1:3] if part)) for row in rows]


def _reading(
    number: int, place: tuple[str, str], each: int, options: DataOptions, chance: random.Random
) -> corpus.Reading:
    slug, municipality = place
    document_id = f"kr-{slug}/plan-{number:04d}"
    section_id, passage_id = f"{document_id}/s001", f"{document_id}/p001"
    heading = "성과지표"
    lines = list(_lines(number, each, options, chance))
    start = len(heading) + 1
    text = f"{heading}\n" + "\n".join(quote for quote, _, _ in lines) + "\n"
    body = text[start:-1]
    page = corpus.Page(printed="12", physical=14)
    facts, at = [], start
    for position, (quote, name, values) in enumerate(lines, start=1):
        facts.append(
            corpus.Fact(
                id=f"{document_id}/f{position:04d}",
                document_id=document_id,
                section_id=section_id,
                passage_id=passage_id,
                kind=corpus.FactKind.INDICATOR,
                municipality=municipality,
                name=name,
                value=values[-1].value,
                values=values,
                unit=UNITS[position % len(UNITS)],
                amount_krw=None,
                raw_text=f"{values[-1].value}",
                fiscal_year=2026,
                period=corpus.Period(start="2022", end="2026"),
                organisation="기획예산과",
                comparator=None,
                account=None,
                funding_source=None,
                quote=quote,
                start=at,
                end=at + len(quote),
                page=page,
                flags=(),
            )
        )
        at += len(quote) + 1
    return corpus.Reading(
        document=corpus.Document(
            id=document_id,
            source=f"{slug}-{number:04d}.txt",
            title=f"{municipality} 성과계획 {number:04d}",
            municipality=municipality,
            publisher=municipality,
            document_type="plan",
            fiscal_years=(2026,),
            published_on=date(2022, 1, 1 + number % 28),
            source_url=f"https://www.example.go.kr/{slug}/{number}",
            licence="KOGL-1",
            language="ko",
            sha256=hashlib.sha256(text.encode()).hexdigest(),
            is_digest=False,
            is_truncated=False,
            supersedes=None,
            inferred=(),
        ),
        text=text,
        sections=(
            corpus.Section(
                id=section_id,
                document_id=document_id,
                heading_path=(heading,),
                order=1,
                start=0,
                end=len(text),
                page=page,
            ),
        ),
        passages=(
            corpus.Passage(
                id=passage_id,
                document_id=document_id,
                section_id=section_id,
                heading_path=(heading,),
                order=1,
                text=body,
                start=start,
                end=start + len(body),
                page=page,
                digest=hashlib.sha256(body.encode()).hexdigest(),
            ),
        ),
        facts=tuple(facts),
        left_out=(),
        audits=(),
    )


def _lines(
    number: int, each: int, options: DataOptions, chance: random.Random
) -> Iterator[tuple[str, str, tuple[corpus.FactValue, ...]]]:
    """The sentence, the name and the values of each indicator of a document."""
    for position in range(1, each + 1):
        name = f"{SUBJECTS[position % len(SUBJECTS)]} {number}-{position}"
        values = tuple(
            corpus.FactValue(
                year=2022 + year,
                value=Decimal(chance.randrange(1, 100_000)) / 10,
                phase=corpus.Phase.ACTUAL if year < 2 else corpus.Phase.PLANNED,
            )
            for year in range(options.values)
        )
        yield f"{name}: {values[-1].value}", name, values
