"""How much processor time the running program spends on requests that are meant to hurt.

    python -m tests.benchmarks.graphql_hostile [--repeats NUMBER]

Each is sent to a server of its own documents, several times, and the server's user and system
time is read from /proc before and after; the median is told with the status and the error's code,
as one JSON object. The status is 0 when each is refused with a 4xx in under 50 ms.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import tempfile
from pathlib import Path

import httpx

from tests.graphql_api.hostile import attacks
from tests.server import Server, serving

MOST_MS = 50.0
HEADERS = {"content-type": "application/json", "accept": "application/graphql-response+json"}


def processor_ms(server: Server) -> float:
    """Milliseconds of processor time, user and system, that the server has spent so far."""
    fields = Path(f"/proc/{server.pid}/stat").read_text().rpartition(")")[2].split()
    return 1000 * (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main() -> int:
    """Serve the documents that ship, attack, and tell; 0 when every attack is refused in time."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=20)
    repeats = parser.parse_args().repeats
    rows = []
    with (
        tempfile.TemporaryDirectory() as data,
        serving(Path(data), model="hashing", patience=300) as server,
        httpx.Client(base_url=server.url, timeout=60) as client,
    ):
        client.post("/graphql", content=b'{"query": "{ __typename }"}', headers=HEADERS)
        for attack in attacks():
            taken = []
            for _ in range(3):
                before = processor_ms(server)
                # The kernel counts in hundredths of a second, hence many requests for one figure.
                for _ in range(repeats):
                    reply = client.post(
                        "/graphql", content=attack.body, headers=HEADERS | attack.headers
                    )
                taken.append((processor_ms(server) - before) / repeats)
            code = reply.json()["errors"][0]["extensions"]["code"]
            rows.append(
                {
                    "attack": attack.name,
                    "status": reply.status_code,
                    "code": code,
                    "cpu_ms": round(statistics.median(taken), 2),
                }
            )
    bad = [one for one in rows if not 400 <= one["status"] < 500 or float(one["cpu_ms"]) >= MOST_MS]
    slowest = max(float(one["cpu_ms"]) for one in rows)
    print(
        json.dumps(
            {"attacks": rows, "slowest_cpu_ms": slowest, "not_refused_in_time": bad},
            ensure_ascii=False,
            indent=1,
        )
    )
    return int(bool(bad))


if __name__ == "__main__":
    sys.exit(main())
