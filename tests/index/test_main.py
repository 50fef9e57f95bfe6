"""`python -m index`: make a snapshot, prove it, look into it."""

from __future__ import annotations

from pathlib import Path

import pytest

import index
from index.__main__ import main
from tests.factories import make_corpus


@pytest.fixture
def data(tmp_path: Path, embedder: index.HashingEmbedder) -> list[str]:
    index.build_snapshot(make_corpus(), tmp_path, embedder=embedder)
    return ["--data", str(tmp_path), "--model", "hashing"]


def test_a_corpus_folder_becomes_a_snapshot(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "corpus"
    source.mkdir()
    (source / "plan.txt").write_text("보령시 2022년 예산은 9,000억 원이다.\n", encoding="utf-8")
    data = ["--data", str(tmp_path / "data"), "--model", "hashing"]
    assert main(["build", "--corpus", str(source), *data]) == 0
    assert "1 documents" in capsys.readouterr().out
    assert main(["search", "보령시 예산", *data]) == 0
    assert "9,000억 원" in capsys.readouterr().out


def test_verify_describes_the_newest_snapshot(
    data: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["verify", *data]) == 0
    assert "2 passages, 1 facts" in capsys.readouterr().out


def test_search_shows_passages_with_their_ids(
    data: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["search", "수목원 총사업비", "--limit", "1", *data]) == 0
    out = capsys.readouterr().out
    assert "kr-boryeong/plan-2022/p001" in out
    assert "690억 원" in out


def test_a_folder_without_a_snapshot_says_so_in_both_languages(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["verify", "--data", str(tmp_path), "--model", "hashing"]) == 1
    error = capsys.readouterr().err
    assert "스냅숏이 없습니다" in error
    assert "no usable snapshot" in error
