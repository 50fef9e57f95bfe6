"""`python -m assistant feedback`."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from assistant.__main__ import main
from assistant.feedback.rows import evaluation_rows
from assistant.feedback.store import Store
from assistant.types import AnswerStatus
from tests.assistant.feedback.letters import accepted, make_feedback
from tests.evaluation.measures import read_cases


@pytest.fixture
def filled(folder: Path) -> Path:
    store = Store(folder)
    for number in range(3):
        store.keep(make_feedback(f"{number:016x}", given_at=datetime.now(UTC)))
    store.review(f"{1:016x}", accepted())
    store.close()
    return folder


def test_export_prints_what_was_accepted_as_the_evaluation_reads_it(
    filled: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["feedback", "export", str(filled)]) == 0
    path = tmp_path / "rows.jsonl"
    path.write_text(capsys.readouterr().out, encoding="utf-8")
    (case,) = read_cases(path)
    assert case.id == f"fb-{1:016x}"
    assert case.question.text == "보령시 2022년 예산 총액은 얼마인가요?"
    assert case.question.history == ("보령시 2021년 예산은?",)
    assert case.question.municipality == "충청남도 보령시"
    assert case.wanted == (("8,727억", "8727억"), ("2022",))
    assert case.evidence[0].sources == ("plan.txt",)


def test_a_question_that_is_declined_has_nothing_to_cite() -> None:
    review = accepted(kind="other_year", statuses=(AnswerStatus.NOT_FOUND,))
    (row,) = evaluation_rows([make_feedback(review=review)])
    assert (row["category"], row["status"]) == ("other_year", "not_found")
    assert row.keys().isdisjoint({"doc", "evidence", "answer", "kind"})


def test_list_prints_all_that_is_kept(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["feedback", "list", str(filled)]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["id"] for row in rows] == [f"{number:016x}" for number in (2, 1, 0)]
    assert rows[1]["review"]["decision"] == "accepted"
    assert rows[0]["comment"] == "숫자가 달라요"


def test_a_folder_without_feedback_is_said_and_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["feedback", "export", str(tmp_path)]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "SIJEONG_FEEDBACK" in said.err
    assert list(tmp_path.iterdir()) == []
