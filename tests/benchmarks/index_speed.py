"""How fast the index is, and how much memory it takes, as one JSON object.

    python -m tests.benchmarks.index_speed --data var [--corpus FOLDER]… [--runs 3]

Times are medians. Start-up is measured in fresh processes, because a second import costs nothing.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import corpus
import index

QUESTIONS = (
    "무궁화수목원 보완사업의 총사업비는 얼마인가요?",
    "일반공공행정 분야에 5년간 얼마를 투자하나요?",
    "청년 일자리 예산이 작년보다 늘었나요?",
    "재정투자심사 대상은 얼마 이상인가요?",
    "노인 인구 비율은 몇 퍼센트인가요?",
)
PASSAGE_LENGTH = 380
"""Characters: the length for which the research notes give their speeds."""


def main() -> None:
    """Build what is missing, then measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--corpus", type=Path, action="append", default=[])
    parser.add_argument("--runs", type=int, default=3, help="fresh processes for start-up")
    parser.add_argument("--ready", metavar="SNAPSHOT", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.ready:
        print(json.dumps(ready(chosen.data, chosen.ready)))
        return
    found: dict[str, Any] = {}
    embedder = index.load_embedder(index.DEFAULT_MODEL, chosen.data)
    content = corpus.read_folders(chosen.corpus or [corpus.LIBRARY])
    started = time.perf_counter()
    manifest = index.build_snapshot(content, chosen.data, embedder=embedder)
    found["build_s"] = round(time.perf_counter() - started, 2)
    found["counts"] = manifest.counts
    starts = [
        json.loads(
            subprocess.run(
                [
                    sys.executable,
                    "-m",
                    "tests.benchmarks.index_speed",
                    "--data",
                    str(chosen.data),
                    "--ready",
                    manifest.snapshot_id,
                ],
                check=True,
                capture_output=True,
            ).stdout
        )
        for _ in range(chosen.runs)
    ]
    found["start"] = {part: statistics.median(one[part] for one in starts) for part in starts[0]}
    found |= warm(chosen.data / "snapshots" / manifest.snapshot_id, embedder, content)
    print(json.dumps(found, ensure_ascii=False, indent=2))


def ready(data: Path, snapshot_id: str) -> dict[str, float]:
    """What a server does before its first answer, in this process; seconds and megabytes."""
    times: dict[str, float] = {}
    started = time.perf_counter()
    embedder = index.load_embedder(index.DEFAULT_MODEL, data)
    times["prepare_model_s"] = time.perf_counter() - started
    opening = time.perf_counter()
    snapshot = index.open_snapshot(data / "snapshots" / snapshot_id, embedder=embedder)
    times["open_and_verify_s"] = time.perf_counter() - opening
    warming = time.perf_counter()
    index.warm_up(embedder)
    times["warm_up_s"] = time.perf_counter() - warming
    snapshot.search(index.SearchRequest(text=QUESTIONS[0]))
    times["ready_s"] = time.perf_counter() - started
    snapshot.close()
    return {part: round(value, 3) for part, value in times.items()} | {"memory_mb": memory()}


def warm(folder: Path, embedder: index.Embedder, content: corpus.Corpus) -> dict[str, Any]:
    """Speeds of a server that has been running for a while."""
    snapshot = index.open_snapshot(folder, embedder=embedder)
    index.warm_up(embedder)
    asked = [f"{question} {number}" for number in range(10) for question in QUESTIONS]
    text = "\n".join(reading.text for reading in content.readings)
    passages = [
        text[start : start + PASSAGE_LENGTH]
        for start in range(0, min(len(text), 64 * PASSAGE_LENGTH), PASSAGE_LENGTH)
    ]
    embedding = time.perf_counter()
    embedder.encode_passages(passages)
    speed = len(passages) / (time.perf_counter() - embedding)
    found = {
        "words_ms": median_ms(index.words, asked),
        "embed_question_ms": median_ms(lambda one: embedder.encode_queries([one]), asked),
        # Each question is new: a repeated one would be remembered and cost nothing.
        "search_ms": median_ms(
            lambda one: snapshot.search(index.SearchRequest(text=f"{one}?")), asked
        ),
        "facts_by_year_ms": median_ms(
            lambda one: snapshot.facts(index.RecordRequest(years=(2022,), limit=20)), asked
        ),
        "passages_embedded_per_s": round(speed, 1),
        "memory_mb": memory(),
    }
    snapshot.close()
    return found


def median_ms(call: Callable[[str], object], inputs: list[str]) -> float:
    """The median time of a call, in milliseconds."""
    times = []
    for one in inputs:
        started = time.perf_counter()
        call(one)
        times.append((time.perf_counter() - started) * 1000)
    return round(statistics.median(times), 2)


def memory() -> int:
    """Resident memory of this process, in megabytes (Linux)."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) // 1024


if __name__ == "__main__":
    main()
