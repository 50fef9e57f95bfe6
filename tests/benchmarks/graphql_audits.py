"""The server audits of the npm package graphql-http against the running program, limits on.

    npm install --prefix FOLDER graphql-http@1.23.1 graphql@16.15.0
    python -m tests.benchmarks.graphql_audits FOLDER

Prints each audit that is not passed, and how many are, by what the specification says of them
(GraphQL over HTTP: MUST, SHOULD, MAY), as one JSON object. The status is 0 when all are passed.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

from tests.server import serving

SCRIPT = """
import { auditServer } from 'graphql-http';
const results = await auditServer({ url: process.argv[1] });
const told = results.map(({ id, name, status, reason }) => ({ id, name, status, reason }));
console.log(JSON.stringify(told));
"""


def audit(folder: Path, url: str) -> list[dict[str, Any]]:
    """Every audit with its outcome; `folder` holds the packages, `url` is that of the endpoint."""
    node = shutil.which("node")
    if node is None or not (folder / "node_modules" / "graphql-http").is_dir():
        raise SystemExit(f"needs node, and graphql-http in {folder}; see the head of this module")
    done = subprocess.run(
        [node, "--input-type=module", "--eval", SCRIPT, url],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    )
    results: list[dict[str, Any]] = json.loads(done.stdout)
    return results


def main() -> int:
    """Serve the documents that ship and audit the program; 0 when every audit is passed."""
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    with (
        tempfile.TemporaryDirectory() as data,
        serving(Path(data), model="hashing", patience=300) as server,
    ):
        results = audit(Path(sys.argv[1]), f"{server.url}/graphql")
    missed = [one for one in results if one["status"] != "ok"]
    kinds = Counter(one["name"].partition(" ")[0] for one in results)
    passed = Counter(one["name"].partition(" ")[0] for one in results if one["status"] == "ok")
    told = {kind: f"{passed[kind]}/{number}" for kind, number in sorted(kinds.items())}
    total = f"{len(results) - len(missed)}/{len(results)}"
    print(json.dumps({"passed": total, "by_word": told, "missed": missed}, indent=2))
    return int(bool(missed))


if __name__ == "__main__":
    sys.exit(main())
