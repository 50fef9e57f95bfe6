"""`python -m assistant ask "질문"` answers; `explain` prints what every step gave, as JSON.

`python -m assistant feedback export FOLDER` prints reviewed feedback as rows of a question set.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import sys
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import corpus
import index
from assistant.feedback.command import main as feedback_command
from assistant.pipeline import Assistant
from assistant.trace import Trace
from assistant.types import Question
from assistant.wire import answer_row

_MOST_CANDIDATES = 10


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 on success, 1 with a message in both languages otherwise."""
    words = sys.argv[1:] if arguments is None else list(arguments)
    if words[:1] == ["feedback"]:
        return feedback_command(words[1:])
    parser = argparse.ArgumentParser(prog="python -m assistant", description=__doc__)
    parser.add_argument("command", choices=("ask", "explain"))
    parser.add_argument("question")
    parser.add_argument("--history", action="append", default=[], help="an earlier question")
    parser.add_argument("--language", choices=("ko", "en"))
    parser.add_argument("--corpus", type=Path, action="append", help="folder of documents")
    parser.add_argument("--data", type=Path, default=Path("var"), help="where snapshots are kept")
    parser.add_argument("--model", default=index.DEFAULT_MODEL)
    given = parser.parse_args(words)
    try:
        documents = corpus.read_folders(given.corpus or [corpus.LIBRARY])
        embedder = index.load_embedder(given.model, given.data)
        snapshot = index.ensure_snapshot(documents, given.data, embedder=embedder)
        question = Question(
            text=given.question, history=tuple(given.history), language=given.language
        )
        trace = Assistant().explain(question, snapshot)
        if given.command == "ask":
            print(trace.answer.text)
        else:
            print(
                json.dumps(
                    trace_row(trace, [one.document for one in documents.readings]),
                    ensure_ascii=False,
                    indent=1,
                )
            )
        snapshot.close()
    except corpus.SijeongError as error:
        print(error.message_ko, error.message_en, sep="\n", file=sys.stderr)
        return 1
    return 0


def trace_row(trace: Trace, documents: Sequence[corpus.Document]) -> dict[str, Any]:
    """What every step gave, as plain values, candidates cut to the first ten."""
    retrieved = trace.retrieved
    return {
        "understand": _plain(trace.understanding),
        "retrieve": None
        if retrieved is None
        else {
            "weights": retrieved.weights,
            "candidates": [
                {
                    "score": round(one.score, 4),
                    "coverage": round(one.coverage, 4),
                    "missing": list(one.missing),
                    "holds": [kind.value for kind in one.holds],
                    "fits": [one.fits_place, one.fits_year, one.fits_ordinal],
                    "document": one.evidence.document.id,
                    "headings": list(one.evidence.headings),
                    "quote": one.evidence.quote,
                    "is_group": one.evidence.is_group,
                    "cosine": one.evidence.cosine,
                    "hit": one.evidence.hit_score,
                }
                for one in retrieved.candidates[:_MOST_CANDIDATES]
            ],
        },
        "compute": _plain(trace.computed),
        "compose": None if trace.draft is None else list(trace.draft.sentences),
        "cite": [_plain(one.quote) for one in trace.evidence],
        "verify": None if trace.verdict is None else {"removed": list(trace.verdict.removed)},
        "decline": _plain(trace.decline),
        "answer": answer_row(trace.answer, {one.id: one for one in documents}),
    }


def _plain(value: Any) -> Any:  # noqa: ANN401 - any record of any step
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {one.name: _plain(getattr(value, one.name)) for one in dataclasses.fields(value)}
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, Decimal | date | Path):
        return str(value)
    return value


if __name__ == "__main__":
    sys.exit(main())
