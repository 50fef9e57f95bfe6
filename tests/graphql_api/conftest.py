"""One real snapshot for the whole room, and an API over it for each test."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import pytest
from starlette.applications import Starlette

import corpus
import graphql_api
import index
from tests.graphql_api.city import Api, CountingSnapshot, OneSnapshot, reading_by_core, small_corpus


@pytest.fixture(scope="session")
def content() -> corpus.Corpus:
    return small_corpus()


@pytest.fixture(scope="session")
def snapshot(
    content: corpus.Corpus, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[index.Snapshot]:
    folder = tmp_path_factory.mktemp("data")
    opened = index.ensure_snapshot(content, folder, embedder=index.HashingEmbedder())
    yield opened
    opened.close()


@pytest.fixture
def counting(snapshot: index.Snapshot) -> CountingSnapshot:
    return CountingSnapshot(snapshot)


@pytest.fixture(scope="session")
def lender(snapshot: index.Snapshot) -> OneSnapshot:
    return OneSnapshot(snapshot)


@pytest.fixture(scope="session")
def app(lender: OneSnapshot) -> Starlette:
    """Putting a schema together takes a tenth of a second, so one serves all tests."""
    return Starlette(routes=graphql_api.routes(lender))


@pytest.fixture(scope="session")
def reading_app(lender: OneSnapshot) -> Starlette:
    return reading_by_core(lender)


@pytest.fixture
async def api(
    lender: OneSnapshot, app: Starlette, counting: CountingSnapshot
) -> AsyncIterator[Api]:
    lender.lend(counting)
    made = Api(lender, app)
    async with made.http:
        yield made


@pytest.fixture
async def reading_api(
    lender: OneSnapshot, reading_app: Starlette, counting: CountingSnapshot
) -> AsyncIterator[Api]:
    """For what is said of reads: nothing is answered but by reading."""
    lender.lend(counting)
    made = Api(lender, reading_app)
    async with made.http:
        yield made
