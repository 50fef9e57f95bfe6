"""The GraphQL examples of the README, run against the documents that ship."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette

import corpus
import graphql_api
import index
from tests.graphql_api.asker import ANSWER, FakeAsker
from tests.graphql_api.city import Api, OneSnapshot

README = Path(graphql_api.__file__).parent.parent.joinpath("README.md").read_text("utf-8")
EXAMPLES = re.findall(r"^```graphql\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


class LibraryAsker(FakeAsker):
    """Answers from the snapshot that is served."""

    def __init__(self, snapshot_id: str) -> None:
        super().__init__()
        self.snapshot_id = snapshot_id

    async def answer(self, question: Any) -> dict[str, Any]:  # noqa: ANN401 (as the protocol)
        return {**ANSWER, "snapshot": self.snapshot_id}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[index.Snapshot]:
    content = corpus.read_folders([corpus.LIBRARY])
    folder = tmp_path_factory.mktemp("library")
    opened = index.ensure_snapshot(content, folder, embedder=index.HashingEmbedder())
    yield opened
    opened.close()


@pytest.mark.parametrize("query", EXAMPLES)
async def test_an_example_gives_something(library: index.Snapshot, query: str) -> None:
    lender = OneSnapshot(library)
    asker = LibraryAsker(library.manifest.snapshot_id)
    api = Api(lender, Starlette(routes=graphql_api.routes(lender, asker=asker)))
    data = await api.data(query)
    for found in data.values():
        assert found["answer"] if "answer" in found else found["nodes"]
    if "budgets" in data:
        amounts = [one["amountKrw"] for one in data["budgets"]["nodes"]]
        assert amounts == sorted(amounts, reverse=True)
        assert data["budgets"]["totalCount"] >= len(amounts) > 1


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 3
