"""A cross-encoder over the best hits, where one is configured."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

import index
from index.reranker import RERANKED, reordered
from tests.factories import make_passage

QUESTION = index.SearchRequest(text="2021년 예산", limit=3)


class LongestFirst:
    """Finds the longest passage best, and notes what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, int]] = []

    def scores(self, question: str, passages: Sequence[str]) -> Sequence[float]:
        self.asked.append((question, len(passages)))
        return [len(one) for one in passages]


def hit(text: str, score: float) -> index.Hit:
    return index.Hit(
        passage=make_passage(text=text, heading_path=()),
        score=score,
        lexical_rank=None,
        vector_rank=None,
        lexical_score=None,
        cosine=None,
    )


def test_hits_change_places_and_scores_stay_where_they_are() -> None:
    hits = (hit("가", 0.9), hit("가나다", 0.5), hit("가나", 0.2))
    found = reordered(hits, "질문", LongestFirst())
    assert [one.passage.text for one in found] == ["가나다", "가나", "가"]
    assert [one.score for one in found] == [0.9, 0.5, 0.2]


def test_hits_that_are_equally_good_keep_their_order() -> None:
    hits = (hit("가나", 0.9), hit("다라", 0.5))
    assert reordered(hits, "질문", LongestFirst()) == hits


def test_only_the_best_hits_are_read_again() -> None:
    hits = tuple(hit("가" * (place + 1), 1 - place / 100) for place in range(RERANKED + 5))
    reranker = LongestFirst()
    found = reordered(hits, "질문", reranker)
    assert reranker.asked == [("질문", RERANKED)]
    assert found[0].passage == hits[RERANKED - 1].passage
    assert found[RERANKED:] == hits[RERANKED:]
    assert reordered(hits[:1], "질문", reranker) == hits[:1]
    assert len(reranker.asked) == 1


def test_a_snapshot_reads_more_hits_again_than_it_gives(
    snapshot: index.Snapshot, data_folder: Path, embedder: index.HashingEmbedder
) -> None:
    folder = data_folder / "snapshots" / snapshot.manifest.snapshot_id
    reranker = LongestFirst()
    opened = index.open_snapshot(folder, embedder=embedder, reranker=reranker)
    found = opened.search(QUESTION)
    opened.close()
    ((question, read),) = reranker.asked
    assert (question, len(found)) == (QUESTION.text, 3)
    assert read == snapshot.manifest.counts["passages"] > 3
    lengths = [len("\n".join((*one.passage.heading_path, one.passage.text))) for one in found]
    assert lengths == sorted(lengths, reverse=True)


def test_a_cross_encoder_that_is_not_here_is_refused_without_the_network() -> None:
    with pytest.raises(index.ModelError) as caught:
        index.load_reranker("nobody/no-such-model")
    assert caught.value.code == "model_missing"


@pytest.mark.parametrize("folder", ["/no/such/folder", "./gone", "models/of/nobody"])
def test_a_folder_that_is_not_there_is_named_in_both_languages(folder: str) -> None:
    with pytest.raises(index.ModelError) as caught:
        index.load_reranker(folder)
    assert caught.value.code == "model_missing"
    assert f"모형 폴더 {folder}" in caught.value.message_ko
    assert f"no model folder {folder}" in caught.value.message_en
    assert "download" not in caught.value.message_en


def test_a_folder_that_is_no_cross_encoder_is_refused_when_loaded(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text("{}")
    reranker = index.load_reranker(str(tmp_path))
    with pytest.raises(index.ModelError) as caught:
        reranker.load()
    assert caught.value.code == "reranker_unreadable"


@pytest.mark.slow
def test_a_cross_encoder_out_of_a_folder_orders_the_hits(
    tmp_path: Path, snapshot: index.Snapshot, data_folder: Path, embedder: index.HashingEmbedder
) -> None:
    """A small BERT with random weights, made here: its order means nothing, but it is one."""
    import torch
    from transformers import BertConfig, BertForSequenceClassification, BertTokenizer

    # Other weights at each run would now and then give two texts one mark.
    torch.manual_seed(20_260_101)
    letters = sorted({*"가나다라마바사 2021년예산총액보령시인천청사관리위원회개명억원"})
    vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *letters]
    vocabulary += [f"##{one}" for one in letters]
    BertTokenizer(vocab={one: place for place, one in enumerate(vocabulary)}).save_pretrained(
        tmp_path
    )
    config = BertConfig(
        vocab_size=len(vocabulary),
        hidden_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=16,
        # Weights that vary enough for two texts to differ beyond rounding.
        initializer_range=1.0,
        id2label={0: "score"},
    )
    BertForSequenceClassification(config).save_pretrained(tmp_path)
    reranker = index.load_reranker(str(tmp_path))
    reranker.load()
    folder = data_folder / "snapshots" / snapshot.manifest.snapshot_id
    opened = index.open_snapshot(folder, embedder=embedder, reranker=reranker)
    found = opened.search(QUESTION)
    texts = ["\n".join((*one.passage.heading_path, one.passage.text)) for one in found]
    marks = list(reranker.scores(QUESTION.text, texts))
    opened.close()
    assert len(set(marks)) == 3
    assert marks == sorted(marks, reverse=True)
