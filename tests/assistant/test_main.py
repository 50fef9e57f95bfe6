"""The commands `python -m assistant ask` and `explain`."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import index
from assistant.__main__ import main

QUESTION = "보령시 2022년 예산 총액은 얼마인가요?"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("main-data")


@pytest.fixture
def given(towns_folder: Path, data: Path) -> list[str]:
    """What every command is given: the small towns and a model that needs no files."""
    return ["--corpus", str(towns_folder), "--data", str(data), "--model", index.HASHING_MODEL]


def test_ask_prints_the_answer(given: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", QUESTION, *given]) == 0
    printed = capsys.readouterr().out
    assert "8,100억 원" in printed
    assert "[1]" in printed


def test_ask_takes_earlier_questions_and_a_language(
    given: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    earlier = ["--history", "보령시 2022년 일상감사 처리 건수는 몇 건인가요?"]
    assert main(["ask", "2021년은요?", *earlier, *given]) == 0
    assert "244건" in capsys.readouterr().out
    assert main(["ask", "내일 날씨 어때?", "--language", "en", *given]) == 0
    assert not re.search("[가-힣]", capsys.readouterr().out)


@pytest.mark.parametrize(
    "question",
    [QUESTION, "대구시 예산은 얼마인가요?", "내일 날씨 어때?", "보령시 일상감사가 가장 많은 해는?"],
)
def test_explain_prints_every_step_as_json(
    given: list[str], capsys: pytest.CaptureFixture[str], question: str
) -> None:
    assert main(["explain", question, *given]) == 0
    steps = json.loads(capsys.readouterr().out)
    assert steps.keys() >= {
        "understand",
        "retrieve",
        "compute",
        "compose",
        "cite",
        "verify",
        "decline",
        "answer",
    }
    assert steps["understand"]["text"] == question
    is_declined = steps["answer"]["status"] in {"not_found", "out_of_scope", "refused"}
    assert (steps["decline"] is not None) == is_declined


def test_explain_shows_the_candidates_best_first(
    given: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    main(["explain", QUESTION, *given])
    candidates = json.loads(capsys.readouterr().out)["retrieve"]["candidates"]
    scores = [one["score"] for one in candidates]
    assert scores == sorted(scores, reverse=True)
    assert "8,100억 원" in candidates[0]["quote"]


def test_a_missing_folder_is_said_in_both_languages(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gone = ["--corpus", str(tmp_path / "gone"), "--data", str(tmp_path)]
    assert main(["ask", QUESTION, *gone, "--model", index.HASHING_MODEL]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert re.search("[가-힣]", printed.err)
    assert re.search("[a-z]{4}", printed.err)
    assert "Traceback" not in printed.err


def test_an_unknown_command_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as refused:
        main(["guess", QUESTION])
    assert refused.value.code == 2
    assert "guess" in capsys.readouterr().err
