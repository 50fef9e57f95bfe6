"""One snapshot of the small towns, built once, for the tests that ask questions of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

import assistant
import index
from tests.assistant.changes import write_changes
from tests.assistant.prose import BULLETIN, BULLETIN_ROW
from tests.assistant.standoffs import write_reports
from tests.assistant.towns import asking, explain, opened, write_towns


@pytest.fixture(scope="session")
def towns_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_towns(tmp_path_factory.mktemp("towns") / "corpus")


@pytest.fixture(scope="session")
def towns(towns_folder: Path) -> Iterator[index.Snapshot]:
    with opened(towns_folder) as snapshot:
        yield snapshot


@pytest.fixture(scope="session")
def trace(towns: index.Snapshot) -> Callable[..., assistant.Trace]:
    """`trace("question", *earlier questions)`: what every step gave."""
    return partial(explain, towns)


@pytest.fixture(scope="session")
def ask(towns: index.Snapshot) -> Callable[..., assistant.Answer]:
    """`ask("question", *earlier questions)`: the answer."""

    def answer(text: str, *history: str, language: str | None = None) -> assistant.Answer:
        return explain(towns, text, *history, language=language).answer

    return answer


@pytest.fixture(scope="session")
def changes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[index.Snapshot]:
    """Two towns whose figures change over the years (`tests.assistant.changes`)."""
    with opened(write_changes(tmp_path_factory.mktemp("changes") / "corpus")) as snapshot:
        yield snapshot


@pytest.fixture(scope="session")
def ask_reports(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Callable[..., assistant.Answer]]:
    """`ask_reports("question")`: the answer from two towns' reports of items and years."""
    with opened(write_reports(tmp_path_factory.mktemp("standoffs") / "corpus")) as snapshot:

        def answer(text: str, *history: str) -> assistant.Answer:
            return explain(snapshot, text, *history).answer

        yield answer


@pytest.fixture(scope="session")
def ask_bulletin(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Callable[..., assistant.Answer]]:
    """`ask_bulletin("question", *earlier questions)`: the answer from a town's running text."""
    with asking(tmp_path_factory.mktemp("prose"), BULLETIN, BULLETIN_ROW) as answer:
        yield answer
