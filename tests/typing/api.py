"""Ordinary use of each room, as a newcomer would write it: never run, only type-checked.

`assert_type` holds the interface in place: a result of another type fails `mypy`.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import assert_type

from starlette.applications import Starlette

import assistant
import corpus
import graphql_api
import index
import serve


def read(folder: Path) -> corpus.Corpus:
    """Documents in: records that each know where they come from."""
    content = corpus.read_folders([folder])
    for reading in content.readings:
        assert_type(reading.document, corpus.Document)
        assert_type(reading.sections, tuple[corpus.Section, ...])
        assert_type(reading.passages, tuple[corpus.Passage, ...])
        for fact in reading.facts:
            assert_type(fact.kind, corpus.FactKind)
            assert_type(fact.value, Decimal | str | None)
            assert_type(fact.amount_krw, int | None)
            assert_type(fact.values, tuple[corpus.FactValue, ...])
            assert_type(reading.text[fact.start : fact.end] == fact.quote, bool)
    assert_type(content.excluded, tuple[corpus.Excluded, ...])
    return content


def search(content: corpus.Corpus, data: Path) -> index.SnapshotHolder:
    """A snapshot, built where there is none, and what can be asked of it."""
    embedder = index.load_embedder(index.DEFAULT_MODEL, data)
    snapshot = index.ensure_snapshot(content, data, embedder=embedder, progress=print)
    assert_type(snapshot, index.Snapshot)
    assert_type(snapshot.manifest, index.Manifest)
    hits = snapshot.search(index.SearchRequest(text="청년 일자리", municipalities=("보령시",)))
    assert_type(hits, tuple[index.Hit, ...])
    assert_type([hit.passage for hit in hits], list[corpus.Passage])
    budgets = index.RecordRequest(kinds=(corpus.FactKind.BUDGET,), years=(2022,), limit=20)
    assert_type(snapshot.facts(budgets), tuple[corpus.Fact, ...])
    assert_type(snapshot.text("kr-boryeong/plan-2022"), str | None)
    return index.SnapshotHolder(snapshot)


def answer(holder: index.SnapshotHolder) -> assistant.Answer:
    """A question in, an answer out whose every number can be followed back."""
    question = assistant.Question(text="수목원 총사업비는?", history=("보령시 예산은?",))
    with holder.lease() as snapshot:
        found = assistant.Assistant().answer(question, snapshot)
        assert_type(assistant.Assistant().explain(question, snapshot), assistant.Trace)
    assert_type(found.status, assistant.AnswerStatus)
    assert_type(found.citations, tuple[assistant.Citation, ...])
    assert_type([one.document for one in found.citations], list[corpus.Document])
    assert_type(found.calculations, tuple[assistant.Calculation, ...])
    assert_type(found.facts, tuple[corpus.Fact, ...])
    return found


def publish(holder: index.SnapshotHolder) -> Starlette:
    """The API for programs on its own, with a limit of one's own."""
    limits = graphql_api.LimitOptions(depth=8)
    assert_type(graphql_api.build_schema(limits).as_str(), str)
    return Starlette(routes=graphql_api.routes(holder))


def run(environment: Mapping[str, str]) -> Starlette | int:
    """The whole program; every error that a person can act on speaks both languages."""
    try:
        settings = serve.read_settings(["--port", "8001"], environment)
    except corpus.SijeongError as error:
        assert_type((error.code, error.message_ko, error.message_en), tuple[str, str, str])
        return assert_type(error.status, int)
    assert_type(settings.corpus, tuple[Path, ...])
    return serve.create_app(settings)
