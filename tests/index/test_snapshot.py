"""Open a snapshot, prove it whole, and search it."""

from __future__ import annotations

import json
import shutil
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

import corpus
import index
from index.manifest import FORMAT_VERSION
from tests.factories import make_corpus, make_point, make_reading, make_series
from tests.index.conftest import BORYEONG, INCHEON, OTHER_SERIES, SERIES


@pytest.fixture
def copy(snapshot: index.Snapshot, data_folder: Path, tmp_path: Path) -> Path:
    """A copy of the snapshot's folder that a test may harm."""
    snapshot_id = snapshot.manifest.snapshot_id
    return Path(
        shutil.copytree(
            data_folder / "snapshots" / snapshot_id, tmp_path / "snapshots" / snapshot_id
        )
    )


def found(snapshot: index.Snapshot, text: str, **narrowing: tuple[str, ...]) -> list[str]:
    request = index.SearchRequest(text=text, **narrowing)  # type: ignore[arg-type]
    return [hit.passage.id for hit in snapshot.search(request)]


def test_the_passage_that_answers_comes_first(snapshot: index.Snapshot) -> None:
    assert found(snapshot, "무궁화수목원 총사업비는?")[0] == f"{BORYEONG}/p001"
    assert found(snapshot, "일반공공행정 분야 투자 규모")[0] == f"{INCHEON}/p001"
    assert found(snapshot, "2021년 청사관리 비용")[0] == f"{INCHEON}/p002"


def test_a_passage_is_found_by_its_document_title(snapshot: index.Snapshot) -> None:
    assert found(snapshot, "중기지방재정계획")[0].startswith(INCHEON)


def test_a_hit_says_what_each_ranking_gave(snapshot: index.Snapshot) -> None:
    hits = snapshot.search(index.SearchRequest(text="무궁화수목원 총사업비"))
    best = hits[0]
    assert best.lexical_rank == 1
    assert best.lexical_score is not None
    assert best.lexical_score > 0
    assert best.vector_rank is not None
    assert 0 <= best.score <= 1
    assert all(hit.cosine is not None and -1.001 <= hit.cosine <= 1.001 for hit in hits)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_a_search_is_narrowed(snapshot: index.Snapshot) -> None:
    narrowed = found(snapshot, "총사업비", municipalities=("인천광역시",))
    assert narrowed
    assert all(one.startswith(INCHEON) for one in narrowed)
    assert found(snapshot, "총사업비", document_ids=(BORYEONG,))[0] == f"{BORYEONG}/p001"
    assert found(snapshot, "예산", municipalities=("없는 시",)) == []
    both = found(snapshot, "예산", municipalities=("인천광역시",), document_ids=(BORYEONG,))
    assert both == []


def test_a_limit_is_kept(snapshot: index.Snapshot) -> None:
    assert len(snapshot.search(index.SearchRequest(text="보령시 예산", limit=2))) == 2
    assert snapshot.search(index.SearchRequest(text="보령시 예산", limit=0)) == ()


@pytest.mark.parametrize(
    "text", ["", " \n\t", "\x00", "?!", "' OR 1=1 --", "예산" * 500_000, "\ud800예산"]
)
def test_any_question_is_searched_without_error(snapshot: index.Snapshot, text: str) -> None:
    assert len(snapshot.search(index.SearchRequest(text=text))) <= 7


def test_the_same_question_gives_the_same_hits(snapshot: index.Snapshot) -> None:
    request = index.SearchRequest(text="보령시 수목원 예산")
    alone = snapshot.search(request)
    with ThreadPoolExecutor(8) as pool:
        assert all(hits == alone for hits in pool.map(snapshot.search, [request] * 50))


def test_document_frequency_counts_passages_with_title_and_headings(
    snapshot: index.Snapshot,
) -> None:
    frequency = snapshot.document_frequency((*index.words("무궁화수목원 재정"), "없는말"))
    assert frequency["무궁화수목원"] == 1
    assert frequency["재정"] == 5
    assert frequency["없는말"] == 0


def test_the_manifest_says_what_is_held_and_what_is_not(
    snapshot: index.Snapshot, small_corpus: corpus.Corpus
) -> None:
    manifest = snapshot.manifest
    assert manifest.counts == {
        "documents": 2,
        "sections": 2,
        "passages": 7,
        "facts": 3,
        "doubtful_facts": 0,
        "arithmetic_audits": 2,
        "series": 2,
        "excluded": 1,
    }
    assert manifest.corpus_digest == small_corpus.digest
    assert manifest.excluded == small_corpus.excluded
    assert manifest.model_name == "hashing"


def test_the_manifest_counts_what_a_doubt_keeps_back_apart(
    tmp_path: Path, embedder: index.HashingEmbedder
) -> None:
    reading = make_reading(facts=({}, {"doubts": ("year_unsure",)}))
    unsure = make_series(points=(make_point(fact_id=reading.facts[1].id),))
    content = make_corpus(
        reading, series=(make_series(id=SERIES), replace(unsure, id=OTHER_SERIES))
    )
    opened = index.ensure_snapshot(content, tmp_path, embedder=embedder)
    counts = opened.manifest.counts
    assert (counts["facts"], counts["doubtful_facts"], counts["series"]) == (1, 1, 1)
    published = index.RecordRequest(publication=index.Publication.PUBLISHED)
    assert opened.count("facts", published) == counts["facts"]
    assert opened.count("series", published) == counts["series"]
    assert len(opened.facts(index.RecordRequest())) == 2
    opened.close()


def test_an_opened_snapshot_reads_as_the_built_one(
    snapshot: index.Snapshot, copy: Path, embedder: index.HashingEmbedder
) -> None:
    opened = index.open_snapshot(copy, embedder=embedder)
    request = index.SearchRequest(text="청사 관리")
    assert opened.search(request) == snapshot.search(request)
    assert opened.manifest == snapshot.manifest
    opened.close()


def test_audits_and_series_are_read_and_counted(snapshot: index.Snapshot) -> None:
    disagreeing = index.RecordRequest(audit_results=(corpus.AuditResult.DISAGREES,))
    (audit,) = snapshot.audits(disagreeing)
    assert (audit.id, audit.quote) == (f"{INCHEON}/a0002", "307개(기초 226, 중앙 61)")
    assert snapshot.count("arithmetic_audits", disagreeing) == 1
    everything = index.RecordRequest()
    assert [series.id for series in snapshot.series(everything)] == [SERIES, OTHER_SERIES]
    assert snapshot.count("series", everything) == snapshot.manifest.counts["series"] == 2


def test_using_a_snapshot_leaves_its_files_as_they_were(
    copy: Path, embedder: index.HashingEmbedder
) -> None:
    opened = index.open_snapshot(copy, embedder=embedder)
    opened.search(index.SearchRequest(text="청사 관리"))
    opened.facts(index.RecordRequest(name_contains="청사"))
    opened.close()
    index.open_snapshot(copy, embedder=embedder).close()  # proves every digest


def test_every_damaged_file_is_refused(copy: Path, embedder: index.HashingEmbedder) -> None:
    names = json.loads((copy / "manifest.json").read_text("utf-8"))["files"]
    assert {"records.sqlite", "vectors.faiss"} < names.keys()
    for name in names:
        path = copy / name
        whole = path.read_bytes()
        path.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]) if whole else b"x")
        with pytest.raises(index.SnapshotError) as caught:
            index.open_snapshot(copy, embedder=embedder)
        assert caught.value.code == "snapshot_damaged"
        assert name in caught.value.message_ko
        assert name in caught.value.message_en
        path.unlink()
        with pytest.raises(index.SnapshotError):
            index.open_snapshot(copy, embedder=embedder)
        path.write_bytes(whole)
    index.open_snapshot(copy, embedder=embedder).close()


def test_a_file_too_many_is_refused(copy: Path, embedder: index.HashingEmbedder) -> None:
    (copy / "records.sqlite-wal").write_bytes(b"unexpected")
    with pytest.raises(index.SnapshotError, match=r"records\.sqlite-wal"):
        index.open_snapshot(copy, embedder=embedder)


def test_a_damaged_database_is_refused_even_unverified(
    copy: Path, embedder: index.HashingEmbedder
) -> None:
    (copy / "records.sqlite").write_bytes(b"not a database" * 100)
    with pytest.raises(index.SnapshotError, match="damaged"):
        index.open_snapshot(copy, embedder=embedder, verify=False)


def test_a_half_written_snapshot_is_refused(copy: Path, embedder: index.HashingEmbedder) -> None:
    (copy / "manifest.json").unlink()
    with pytest.raises(index.SnapshotError) as caught:
        index.open_snapshot(copy, embedder=embedder)
    assert caught.value.code == "snapshot_incomplete"
    assert caught.value.status == 503


@pytest.mark.parametrize(
    "content", ["", "{", "[]", "null", f'{{"format_version": {FORMAT_VERSION}}}', "\ud800"]
)
def test_a_manifest_that_is_none_is_refused(
    copy: Path, embedder: index.HashingEmbedder, content: str
) -> None:
    (copy / "manifest.json").write_bytes(content.encode("utf-8", "surrogatepass"))
    with pytest.raises(index.SnapshotError):
        index.open_snapshot(copy, embedder=embedder)


@pytest.mark.parametrize("version", [FORMAT_VERSION - 1, FORMAT_VERSION + 1, "2", None])
def test_another_format_is_refused(
    copy: Path, embedder: index.HashingEmbedder, version: object
) -> None:
    content = json.loads((copy / "manifest.json").read_text("utf-8"))
    (copy / "manifest.json").write_text(json.dumps(content | {"format_version": version}), "utf-8")
    with pytest.raises(index.SnapshotError) as caught:
        index.open_snapshot(copy, embedder=embedder)
    assert caught.value.code == "snapshot_other_format"


def test_another_model_is_refused(copy: Path) -> None:
    with pytest.raises(index.SnapshotError) as caught:
        index.open_snapshot(copy, embedder=index.HashingEmbedder(dimension=64))
    assert caught.value.code == "snapshot_other_model"


def test_a_closed_snapshot_says_so(copy: Path, embedder: index.HashingEmbedder) -> None:
    opened = index.open_snapshot(copy, embedder=embedder)
    opened.close()
    with pytest.raises(index.SnapshotError, match="closed"):
        opened.search(index.SearchRequest(text="예산"))


def test_the_newest_whole_snapshot_is_the_latest(
    copy: Path, embedder: index.HashingEmbedder
) -> None:
    data_folder = copy.parent.parent
    newer = shutil.copytree(copy, copy.with_name("0" * 16))
    content = json.loads((newer / "manifest.json").read_text("utf-8"))
    content |= {"snapshot_id": newer.name, "built_at": "2999-01-01T00:00:00+00:00"}
    (newer / "manifest.json").write_text(json.dumps(content), "utf-8")
    latest = index.latest_snapshot(data_folder, embedder=embedder)
    assert latest is not None
    assert latest.manifest.snapshot_id == newer.name
    latest.close()
    (newer / "vectors.faiss").unlink()
    latest = index.latest_snapshot(data_folder, embedder=embedder)
    assert latest is not None
    assert latest.manifest.snapshot_id == copy.name
    latest.close()


def test_no_snapshot_is_no_latest(tmp_path: Path, embedder: index.HashingEmbedder) -> None:
    assert index.latest_snapshot(tmp_path, embedder=embedder) is None
