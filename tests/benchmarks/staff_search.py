"""How long the staff search takes on the server, as one JSON object.

    python -m tests.benchmarks.staff_search --data FOLDER [--rounds 20] [--model NAME_OR_FOLDER]

The corpus is made up of the library's own sentences: 20,000 passages and 100,000 facts in 400 plans
of 40 cities. One word stands in exactly 1,000 passages, one in all of them. Each request goes
through the whole program but for the network: routing, search, facets, marks and page.
Milliseconds, medians and the slowest of twenty, and the median of the processor's time, which a
busy machine does not change; `new` is a search in words that were not asked before, `again` another
page of one that was. `first_cold` is the first search of a snapshot, which reads what is counted,
`first_prepared` the first one after the program has done so beside its start.

Every new question is read by the real embedding model. Passages are embedded by hashing, which
takes a minute in the place of twenty: no time depends on where in space a passage lies.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import statistics
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from starlette.applications import Starlette

import corpus
import index
from assistant.routes import open_asking, routes
from tests.assistant.face import PAGE, FakeAssistant, client
from tests.factories import make_corpus, make_document, make_reading

PLANS, PASSAGES, FACTS = 400, 50, 5
"""Plans, passages of each, facts of each passage."""
EVERY, SOME = "보람누리", "한빛누리"
"""The word of every passage, and that of every twentieth; no document of the library has them."""
PARTICLES = tuple(
    "는 를 가 의 에 로 와 도 만 에서 까지 부터 에는 에도 에서는 에서도 로는 로도 와는 와도".split()
)
"""What makes another question of the same word: the terms stay, the vector does not."""
SENTENCES, LEAST_CHARACTERS = 4, 40
"""Of the library in each passage: some 400 characters in all."""
THINGS = ("도로", "하천", "공원", "학교", "시장", "축제", "청사", "주택", "버스", "상수도")


class Questions:
    """Reads questions with a real model, and puts passages wherever their letters hash to."""

    def __init__(self, model: index.Embedder) -> None:
        self._model = model
        self._passages = index.HashingEmbedder(dimension=model.dimension)
        self.name = f"{model.name} for questions"
        self.revision = model.revision
        self.dimension = model.dimension

    def encode_queries(self, texts: Sequence[str]) -> index.Vectors:
        """What the model gives."""
        return self._model.encode_queries(texts)

    def encode_passages(self, texts: Sequence[str]) -> index.Vectors:
        """What hashing gives."""
        return self._passages.encode_passages(texts)


def make_plans() -> corpus.Corpus:
    """The made-up corpus."""
    readings = corpus.read_folders((corpus.LIBRARY,), corpus.ReadOptions()).readings
    said = [
        line.strip()
        for reading in readings
        for passage in reading.passages
        for line in passage.text.splitlines()
        if len(line.strip()) > LEAST_CHARACTERS and EVERY not in line and SOME not in line
    ]
    return make_corpus(*(_plan(number, said) for number in range(PLANS)))


def _plan(number: int, said: Sequence[str]) -> corpus.Reading:
    year = 2016 + number % 10
    city = f"{'가나다라마바사아자차'[number % 10]}{'람솔빛들'[number // 10 % 4]}시"
    paragraphs = []
    facts: list[dict[str, object]] = []
    for place in range(PASSAGES):
        thing = THINGS[(number + place) % len(THINGS)]
        extra = f" {SOME} 옆" if (number * PASSAGES + place) % 20 == 0 else ""
        amounts = [(number * 7 + place * 13 + one * 29) % 900 + 1 for one in range(FACTS)]
        listed = ", ".join(f"{one}차 {won}억 원" for one, won in enumerate(amounts, start=1))
        at = (number * PASSAGES + place) * SENTENCES
        around = " ".join(said[(at * 7 + one) % len(said)] for one in range(SENTENCES))
        paragraphs.append(
            f"○ {place}구역{extra} {thing}을 고치는 데 드는 {EVERY}는 {listed}이다. {around}"
        )
        facts += [
            {
                "quote": paragraphs[-1],
                "raw_text": f"{won}억 원",
                "kind": corpus.FactKind.BUDGET if one % 2 else corpus.FactKind.PROJECT,
                "name": f"{place}구역{extra} {thing} {one}차",
                "amount_krw": won * 10**8,
                "fiscal_year": year,
                "values": (),
                "municipality": city,
            }
            for one, won in enumerate(amounts, start=1)
        ]
    return make_reading(
        document=make_document(
            id=f"kr-city-{number % 40}/plan-{number}",
            title=f"{year}년 {city} 계획 {number}",
            municipality=city,
            document_type=("plan", "budget", "press", "report")[number % 4],
            fiscal_years=(year,),
            published_on=date(year, 1, 1 + number % 28),
        ),
        paragraphs=tuple(paragraphs),
        facts=facts,
    )


def main() -> None:
    """Build the corpus where it is missing, ask, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--model", default=index.DEFAULT_MODEL)
    chosen = parser.parse_args()
    started = time.perf_counter()
    embedder = Questions(index.load_embedder(chosen.model, chosen.data))
    index.warm_up(embedder)
    plans = make_plans()
    snapshot = index.ensure_snapshot(plans, chosen.data, embedder=embedder)
    built = time.perf_counter() - started
    cold = asyncio.run(timed(snapshot, "first_cold", lambda _: f"/search?text={SOME}", 1))
    snapshot.close()
    snapshot = index.ensure_snapshot(plans, chosen.data, embedder=embedder)
    started = time.perf_counter()
    snapshot.prepare()
    prepared = round(1000 * (time.perf_counter() - started))
    found = asyncio.run(measured(snapshot, chosen.rounds))
    counts = snapshot.manifest.counts
    told = {"ready_s": round(built, 1), "counts": counts, "prepare_ms": prepared}
    print(json.dumps({**told, "first_cold": cold, **found}, indent=2))


async def measured(snapshot: index.Snapshot, rounds: int) -> dict[str, object]:
    """Times of each kind of request in milliseconds."""
    addresses: dict[str, Callable[[int], str]] = {
        "first_prepared": lambda _: f"/search?text={SOME}",
        "1000_hits_new": lambda turn: f"/search?text={_asked(SOME, turn)}",
        "1000_hits_again": lambda turn: f"/search?text={SOME}&page={2 + turn}",
        "1000_hits_facts_new": lambda turn: f"/search?text={_asked(SOME, turn)}+{SOME}&show=facts",
        "20000_hits_new": lambda turn: f"/search?text={_asked(EVERY, turn)}",
        "100000_facts_new": lambda turn: (
            f"/search?text={_asked(EVERY, turn)}+{EVERY}&show=facts&sort=largest"
        ),
        "phrase_in_20000_new": lambda turn: (
            f"/search?phrase=고치는+데+드는&at_most={10**12 + turn}"
        ),
        "misspelt_new": lambda turn: f"/search?text={_asked('보람느리', turn)}",
        "export_5000_csv": lambda turn: (
            f"/search/export.csv?text={EVERY}&show=facts&at_most={10**12 + 200 + turn}"
        ),
    }
    few = {"first_prepared": 1, "export_5000_csv": 3}
    return {
        name: await timed(snapshot, name, address, few.get(name, rounds))
        for name, address in addresses.items()
    }


async def timed(
    snapshot: index.Snapshot, name: str, address: Callable[[int], str], rounds: int
) -> dict[str, int]:
    """The times of one kind of request; a count in its name is that of the hits, and checked."""
    holder = index.SnapshotHolder(snapshot)
    app = Starlette(routes=routes(holder, open_asking(holder, FakeAssistant())))
    count = name.partition("_")[0]
    taken, worked = [], []
    async with client(app) as http:
        for turn in range(rounds):
            started, began = time.perf_counter(), time.process_time()
            response = await http.get(address(turn), headers=PAGE, follow_redirects=True)
            taken.append(1000 * (time.perf_counter() - started))
            worked.append(1000 * (time.process_time() - began))
            assert response.status_code == 200, (name, response.status_code)
            if count.isdecimal():
                assert f"{int(count):,}" in response.text, (name, address(turn))
    return {
        "median": round(statistics.median(taken)),
        "most": round(max(taken)),
        "processor": round(statistics.median(worked)),
    }


def _asked(word: str, turn: int) -> str:
    """The word as it was not asked before: another particle, and beyond those said again."""
    return " ".join([word] * (turn // len(PARTICLES)) + [word + PARTICLES[turn % len(PARTICLES)]])


if __name__ == "__main__":
    main()
