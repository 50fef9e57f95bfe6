"""Both executors over one snapshot, and corpora whose records are hard to write."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, cast

from starlette.requests import Request

import corpus
import index
from graphql_api.compiled import CompiledExecutor
from graphql_api.envelope import Envelope
from graphql_api.forms import TYPENAMES
from graphql_api.limits import LimitOptions
from graphql_api.loaders import Records
from graphql_api.media import GRAPHQL_JSON
from graphql_api.ordering import ORDERS, Ordering
from graphql_api.pagination import Place, cursor_at
from graphql_api.running import Running
from graphql_api.schema import build_schema
from tests.factories import (
    make_corpus,
    make_document,
    make_point,
    make_reading,
    make_series,
    make_term,
)
from tests.graphql_api.city import OneSnapshot, small_corpus
from tests.graphql_api.operations import World

SCHEMA = build_schema(LimitOptions(aliases=300, cost=100_000))
"""Made-up operations are wide, and none is to be refused before it is compared."""

ODD_ID = "kr-보령/plan 2022%"


def odd_corpus() -> corpus.Corpus:
    """Records that are hard to write: signs in texts, numbers at their bounds, doubts, gaps."""
    numbers = (
        "-0",
        "-0.00",
        "1E+3",
        "12345678901234567890.5",
        "0.00001",
        "100.10",
        "1E-7",
        "123456789012345",
        "9.99999999999999",
        "-0.5",
    )
    later = make_reading(
        document=make_document(
            id="kr-boryeong/plan-2023", supersedes=ODD_ID, municipality=None, published_on=None
        ),
        paragraphs=("총사업비 690억 원",),
        facts=({"quote": "690억", "page": corpus.Page(), "period": None},),
    )
    odd = make_reading(
        document=make_document(
            id=ODD_ID,
            title='따옴표 " 역사선 \\ 줄\n바꿈\t\x01\x7f 😀',
            publisher=None,
            fiscal_years=(2022, 2023),
            inferred=("title", "publisher"),
            licence="KOGL-4",
            is_digest=True,
            is_truncated=True,
        ),
        heading_path=("제1장 \\u0041", 'a"b', "끝 </script>\x1f"),
        paragraphs=tuple(f"○ 항목 {number} 값" for number in numbers),
        facts=tuple(
            {
                "quote": f"항목 {number}",
                "name": f'이름 {place} \\"',
                "kind": tuple(corpus.FactKind)[place],
                "value": Decimal(number),
                "values": tuple(
                    corpus.FactValue(year=year, value=value, phase=phase)
                    for year, value, phase in (
                        (None, Decimal(number), None),
                        (2021, "가등급", corpus.Phase.BASELINE),
                        (2022, None, corpus.Phase.EXECUTED),
                    )
                ),
                "amount_krw": None if place % 2 else 2**62 + place,
                "unit": None,
                "comparator": "at_least",
                "period": corpus.Period(start=None, end=None),
                "flags": ("source_contradicts", "한글"),
                "doubts": ("year_unsure", "nobody knows it") if place == 3 else (),
                "page": corpus.Page(printed=None if place % 2 else "ⅳ", physical=None),
            }
            for place, number in enumerate(numbers)
        ),
        audits=(
            {
                "quote": "항목 -0.5",
                "stated": make_term(start=0, value=None, fact_id=f"{ODD_ID}/f0003"),
                "terms": (make_term(start=1, value=Decimal("1E+2"), fact_id=f"{ODD_ID}/f0004"),),
                "computed": None,
                "difference": Decimal("-0.10"),
                "relation": corpus.ArithmeticRelation.CHANGE,
                "result": corpus.AuditResult.CANNOT_TELL,
                "unit": None,
                "fiscal_year": None,
            },
        ),
    )
    return make_corpus(
        odd,
        later,
        series=tuple(
            make_series(
                id=f"kr/series-{fact}",
                points=(
                    make_point(
                        document_id=ODD_ID,
                        fact_id=f"{ODD_ID}/f{fact:04d}",
                        value=Decimal("0.30"),
                        phase=None,
                    ),
                    make_point(
                        document_id="kr-boryeong/plan-2023",
                        fact_id="kr-boryeong/plan-2023/f0001",
                        value="나등급",
                        year=2023,
                    ),
                ),
                conflicts=(2021, 2023),
                unit=None,
            )
            for fact in (1, 4, 5)
        ),
    )


def plain_corpus() -> corpus.Corpus:
    """The small city without the one figure that is not plain, if there is any."""
    content = small_corpus()
    return replace(content, digest=f"{content.digest[:-1]}0", excluded=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Both executors over one snapshot."""

    snapshot: index.Snapshot
    running: Running
    world: World

    @property
    def compiled(self) -> CompiledExecutor:
        assert self.running.compiled is not None
        return self.running.compiled

    def both(self, query: str, variables: dict[str, Any]) -> tuple[dict[str, Any], bytes | None]:
        """What graphql-core gives, and the compiled body for the same request."""
        envelope = Envelope(query=query, variables=variables, operation_name=None)
        request = Request({"type": "http", "headers": [], "method": "POST"})
        content, _ = self.running.by_core(envelope, self.snapshot, request, GRAPHQL_JSON)
        if "data" not in content:
            return content, None
        self.compiled.learn(envelope)
        # The third is filled into what was worked out for the second.
        bodies = [self.compiled.answer(envelope, self.records()) for _ in range(3)]
        assert bodies[0] == bodies[1] == bodies[2], query
        return content, bodies[0]

    def records(self) -> Records:
        return Records(self.snapshot, self.running.names)


TABLES = {
    "Document": "documents",
    "Section": "sections",
    "Passage": "passages",
    "Fact": "facts",
    "ArithmeticAudit": "arithmetic_audits",
    "Series": "series",
}


def world_of(content: corpus.Corpus) -> World:
    """Values that the corpus has, for arguments."""
    readings = content.readings
    records: dict[str, list[Any]] = {
        "Document": [one.document for one in readings],
        "Section": [section for one in readings for section in one.sections],
        "Passage": [passage for one in readings for passage in one.passages],
        "Fact": [fact for one in readings for fact in one.facts],
        "ArithmeticAudit": [audit for one in readings for audit in one.audits],
        "Series": list(content.series),
    }
    names = {one.document.municipality for one in readings if one.document.municipality}
    cursors = {
        (f"{type_}Connection", name): [
            cursor_at(
                TABLES[type_],
                Place(id=one.id, key=ordering.key(one) if ordering else None),
                ordering,
            )
            for one in records[type_][:8]
        ]
        for type_ in TABLES
        for name, ordering in orders_of(type_)
    }
    return World(
        ids=[one.id for found in records.values() for one in found[:6]],
        cursors=cursors
        | {
            (f"{kind}Connection", order): found
            for (type_, order), found in cursors.items()
            if type_ == "FactConnection"
            for kind in TYPENAMES.values()
        },
        names=sorted(names | {one.rpartition(" ")[-1] for one in names}),
        texts=["이름", "분야", "휴양림", '"', "%", "1 "],
    )


def orders_of(type_: str) -> Iterator[tuple[str, Ordering | None]]:
    """Every order of a list of this type, by the words of its argument; '' is that of ids."""
    yield "", None
    if TABLES[type_] not in ORDERS:
        return
    fields = cast("Any", SCHEMA._schema.type_map[f"{type_}OrderField"]).values
    for field in fields:
        for way in ("ASC", "DESC"):
            column = index.SortColumn[field]
            yield (
                f"{field} {way}",
                Ordering(order=index.Order(column=column, is_descending=way == "DESC")),
            )


def pair_over(snapshot: index.Snapshot, content: corpus.Corpus) -> Pair:
    running = Running(OneSnapshot(snapshot), SCHEMA)
    return Pair(snapshot=snapshot, running=running, world=world_of(content))
