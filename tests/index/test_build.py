"""Corpus in, snapshot out."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path

import pytest

import index
from index.manifest import FORMAT_VERSION
from index.types import Vectors
from tests.factories import make_corpus, make_document, make_reading

OTHER = make_corpus(make_reading(document=make_document(id="kr-asan/plan-2023", title="아산 계획")))


class FailingEmbedder(index.HashingEmbedder):
    """Breaks in the middle of a build, as a full disk or a lost model would."""

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        raise OSError(28, "No space left on device")


def folders(data_folder: Path) -> list[str]:
    return sorted(path.name for path in (data_folder / "snapshots").iterdir())


def test_the_same_corpus_gives_the_same_snapshot(
    tmp_path: Path, embedder: index.HashingEmbedder
) -> None:
    first = index.build_snapshot(make_corpus(), tmp_path / "a", embedder=embedder)
    second = index.build_snapshot(make_corpus(), tmp_path / "b", embedder=embedder)
    assert first.snapshot_id == second.snapshot_id
    assert first.files["records.sqlite"] == second.files["records.sqlite"]
    assert first.files["vectors.faiss"] == second.files["vectors.faiss"]


def test_another_corpus_or_model_gives_another_snapshot() -> None:
    known = index.snapshot_id_for("digest", "model", "1")
    assert known == index.snapshot_id_for("digest", "model", "1")
    others = {
        index.snapshot_id_for("digesu", "model", "1"),
        index.snapshot_id_for("digest", "modem", "1"),
        index.snapshot_id_for("digest", "model", "2"),
        index.snapshot_id_for("digest", "mode", "l1"),
    }
    assert len(others | {known}) == 5


def test_a_whole_snapshot_is_not_built_again(
    tmp_path: Path, embedder: index.HashingEmbedder
) -> None:
    first = index.build_snapshot(make_corpus(), tmp_path, embedder=embedder)
    stages: list[str] = []
    second = index.build_snapshot(
        make_corpus(),
        tmp_path,
        embedder=embedder,
        progress=lambda stage, done, total: stages.append(stage),
    )
    assert second == first
    assert stages == []


def test_progress_runs_through_every_stage_to_its_end(
    tmp_path: Path, embedder: index.HashingEmbedder
) -> None:
    reports: list[tuple[str, int, int]] = []
    paragraphs = [f"문단 {number}" for number in range(150)]
    index.build_snapshot(
        make_corpus(make_reading(paragraphs=paragraphs)),
        tmp_path,
        embedder=embedder,
        progress=lambda *report: reports.append(report),
    )
    assert list(dict.fromkeys(stage for stage, _, _ in reports)) == [
        "records",
        "words",
        "vectors",
        "seal",
    ]
    assert [done for stage, done, _ in reports if stage == "vectors"] == [0, 64, 128, 150]
    assert all(done <= total for _, done, total in reports)


def test_vectors_stand_in_the_order_of_the_passages(
    tmp_path: Path, embedder: index.HashingEmbedder
) -> None:
    # Embedding goes by length, so rows would be mixed up if that order leaked out.
    paragraphs = ["가나다라마바사아자차카타파하 긴 문단", "짧은 것", "중간 길이의 문단"]
    content = make_corpus(make_reading(paragraphs=paragraphs))
    with_snapshot = index.ensure_snapshot(content, tmp_path, embedder=embedder)
    for paragraph in paragraphs:
        hits = with_snapshot.search(index.SearchRequest(text=paragraph))
        nearest = next(hit for hit in hits if hit.vector_rank == 1)
        assert nearest.passage.text == paragraph
    with_snapshot.close()


def test_a_build_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No space left"):
        index.build_snapshot(make_corpus(), tmp_path, embedder=FailingEmbedder())
    assert folders(tmp_path) == []


def test_a_damaged_snapshot_is_set_aside_and_built_again(
    tmp_path: Path, embedder: index.HashingEmbedder
) -> None:
    manifest = index.build_snapshot(make_corpus(), tmp_path, embedder=embedder)
    folder = tmp_path / "snapshots" / manifest.snapshot_id
    (folder / "vectors.faiss").write_bytes(b"damaged")
    snapshot = index.ensure_snapshot(make_corpus(), tmp_path, embedder=embedder)
    assert snapshot.manifest.snapshot_id == manifest.snapshot_id
    assert snapshot.search(index.SearchRequest(text="수목원"))
    snapshot.close()
    aside = folder.with_name(f"{folder.name}.damaged-1")
    assert (aside / "vectors.faiss").read_bytes() == b"damaged"
    assert folders(tmp_path) == [folder.name, aside.name]


def test_a_snapshot_of_an_earlier_format_is_not_served_but_built_again(
    tmp_path: Path, embedder: index.HashingEmbedder
) -> None:
    manifest = index.build_snapshot(make_corpus(), tmp_path, embedder=embedder)
    folder = tmp_path / "snapshots" / manifest.snapshot_id
    content = json.loads((folder / "manifest.json").read_text("utf-8"))
    (folder / "manifest.json").write_text(
        json.dumps(content | {"format_version": FORMAT_VERSION - 1}), "utf-8"
    )
    with pytest.raises(index.SnapshotError, match="build the index again"):
        index.open_snapshot(folder, embedder=embedder)
    assert index.latest_snapshot(tmp_path, embedder=embedder) is None
    snapshot = index.ensure_snapshot(make_corpus(), tmp_path, embedder=embedder)
    assert snapshot.manifest.format_version == FORMAT_VERSION
    assert snapshot.audits(index.RecordRequest()) == ()
    snapshot.close()


def test_the_last_good_snapshot_is_served_when_building_fails(
    tmp_path: Path, embedder: index.HashingEmbedder, caplog: pytest.LogCaptureFixture
) -> None:
    good = index.build_snapshot(make_corpus(), tmp_path, embedder=embedder)
    snapshot = index.ensure_snapshot(OTHER, tmp_path, embedder=FailingEmbedder())
    assert snapshot.manifest == good
    assert "last good one" in caplog.text
    snapshot.close()


def test_a_failing_build_without_a_last_good_snapshot_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No space left"):
        index.ensure_snapshot(OTHER, tmp_path, embedder=FailingEmbedder())


def test_a_second_corpus_stands_beside_the_first(
    tmp_path: Path, embedder: index.HashingEmbedder
) -> None:
    first = index.build_snapshot(make_corpus(), tmp_path, embedder=embedder)
    second = index.build_snapshot(OTHER, tmp_path, embedder=embedder)
    assert folders(tmp_path) == sorted((first.snapshot_id, second.snapshot_id))


def test_what_a_killed_build_left_is_cleared_after_a_day(
    tmp_path: Path, embedder: index.HashingEmbedder
) -> None:
    old, fresh = tmp_path / "snapshots" / ".writing-old", tmp_path / "snapshots" / ".writing-new"
    old.mkdir(parents=True)
    fresh.mkdir()
    os.utime(old, (0, 0))
    index.build_snapshot(make_corpus(), tmp_path, embedder=embedder)
    assert not old.exists()
    assert fresh.exists()


def test_a_corpus_without_passages_can_be_served(
    tmp_path: Path, embedder: index.HashingEmbedder
) -> None:
    content = make_corpus(make_reading(paragraphs=()))
    snapshot = index.ensure_snapshot(content, tmp_path, embedder=embedder)
    assert snapshot.search(index.SearchRequest(text="예산")) == ()
    assert len(snapshot.documents(index.RecordRequest())) == 1
    snapshot.close()
