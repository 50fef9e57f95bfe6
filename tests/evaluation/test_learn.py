"""What weights are learned from: retrieval tasks, their ranks, and examples."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

import index
from tests.benchmarks import retrieval
from tests.evaluation.learn import MARKS, Example, gather, learn
from tests.evaluation.overlap import Evidence
from tests.evaluation.tasks import Query, fold_of, gains, paragraph_task, rank_of
from tests.factories import make_passage

PARAGRAPHS = ("무궁화수목원은 보령시에 있는 수목원이다.", "인천항은 1883년에 열린 항구이다.")
SQUAD = {
    "data": [
        {
            "paragraphs": [
                {"context": PARAGRAPHS[0], "qas": [{"question": "무궁화수목원은 어디에 있나?"}]},
                {"context": PARAGRAPHS[1], "qas": [{"question": "인천항은 언제 열렸나?"}]},
            ]
        }
    ]
}


@pytest.fixture
def embedder() -> index.HashingEmbedder:
    return index.HashingEmbedder()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "squad.json"
    path.write_text(json.dumps(SQUAD), encoding="utf-8")
    return path


def query(file: str, text: str = "") -> Query:
    return Query(text="질문", evidence=(Evidence(text=text, sources=(file,)),))


def example(marks: list[list[float]], right: int) -> Example:
    passages = tuple((make_passage(id=f"p{place}"), f"{place}.txt") for place in range(len(marks)))
    return Example(
        query=query(f"{right}.txt"),
        task="task",
        passages=passages,
        marks=np.array(marks),
        is_right=np.arange(len(marks)) == right,
        weight=1.0,
        fold=0,
    )


def test_every_paragraph_is_a_document_and_every_question_asks_for_its_own(
    file: Path, tmp_path: Path, embedder: index.HashingEmbedder
) -> None:
    with paragraph_task(file) as task:
        folder = task.folder
        assert [path.read_text("utf-8") for path in sorted(folder.iterdir())] == [*PARAGRAPHS]
        found = retrieval.measure(task, tmp_path, embedder)
        examples = gather(task, tmp_path, embedder, folds=2)
    assert not folder.exists()
    assert (found["questions"], found["recall@1"], found["ndcg@10"]) == (2, 1.0, 1.0)
    assert [int(one.is_right.sum()) for one in examples] == [1, 1]
    assert all(one.marks.shape == (2, len(MARKS)) for one in examples)


def test_a_file_that_is_not_there_is_skipped_with_the_reason(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert retrieval.main(["--file", str(tmp_path / "absent.json")]) == 0
    assert "absent.json" in json.loads(capsys.readouterr().out)["skipped"]


def test_passages_of_a_file_share_a_rank_where_files_are_asked_for() -> None:
    ranked = [
        (make_passage(id="a/1"), "a.txt"),
        (make_passage(id="a/2"), "a.txt"),
        (make_passage(id="b/1", text="총사업비 690억 원"), "b.txt"),
    ]
    assert rank_of(query("b.txt"), ranked) == 2
    assert rank_of(query("b.txt", "총사업비 690억 원"), ranked) == 3
    assert rank_of(query("c.txt"), ranked) is None


def test_gains_count_what_was_not_found() -> None:
    found = gains([1, 2, None, 11])
    assert (found["recall@1"], found["recall@3"], found["recall@30"]) == (0.25, 0.5, 0.75)
    assert found["ndcg@10"] == pytest.approx((1 + 0.6309) / 4, abs=1e-4)


def test_questions_about_a_document_are_in_one_fold() -> None:
    assert fold_of(query("a.txt", "가"), 5) == fold_of(query("a.txt", "나"), 5)
    assert len({fold_of(query(f"{number}.txt"), 5) for number in range(50)}) == 5


def test_the_mark_that_tells_right_from_wrong_gets_the_weight() -> None:
    blank = [0.0] * (len(MARKS) - 2)
    examples = [
        example([[0.2, 0.9, *blank], [0.8, 0.1, *blank]], right=1),
        example([[0.9, 0.5, *blank], [0.1, 0.5, *blank]], right=0),
        example([[0.4, 0.2, *blank], [0.5, 0.3, *blank]], right=0),
    ]
    weights = learn(examples, marks=2)
    assert weights[0] > 0
    assert weights[1:].max() == 0.0
    assert [one.rank(weights) for one in examples] == [1, 1, 2]
