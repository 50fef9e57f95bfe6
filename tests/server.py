"""The program in a process of its own, for tests and measurements that speak HTTP to it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
POLL_SECONDS = 0.05
STOP_SECONDS = 20
ADDRESS = "127.0.0.1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A running program: its address, its process, and how long it took until it was ready."""

    url: str
    pid: int
    ready_after: float


@contextmanager
def serving(
    data: Path,
    *,
    corpus: Sequence[Path] = (),
    model: str | None = None,
    patience: float = 60,
    feedback: Path | None = None,
    variables: Mapping[str, str] | None = None,
    port: int | None = None,
) -> Iterator[Server]:
    """Start serve.py on a free port of this machine, wait until it is ready, stop it at the end.

    `patience` is in seconds; `variables` are added to the environment; `port` is for a server that
    has to be where another was. Raises RuntimeError,
    with what the program said, when it ends or is not ready by then.
    """
    url = f"http://{ADDRESS}:{port or free_port()}"
    folders = [part for folder in corpus for part in ("--corpus", str(folder))]
    command = [sys.executable, "serve.py", "--host", ADDRESS, "--port", url.rpartition(":")[2]]
    command += ["--data", str(data), *folders, *(("--model", model) if model else ())]
    command += ["--feedback", str(feedback)] if feedback else []
    with tempfile.TemporaryFile("w+", encoding="utf-8") as log:
        started = time.perf_counter()
        environment = {**os.environ, **(variables or {})}
        with subprocess.Popen(
            command, cwd=ROOT, stdout=log, stderr=log, env=environment
        ) as process:
            try:
                while not _is_ready(url):
                    late = time.perf_counter() - started > patience
                    if late or process.poll() is not None:
                        log.seek(0)
                        raise RuntimeError(f"serve.py did not become ready:\n{log.read()}")
                    time.sleep(POLL_SECONDS)
                ready_after = time.perf_counter() - started
                yield Server(url=url, pid=process.pid, ready_after=ready_after)
            finally:
                _stop(process)


def _is_ready(url: str) -> bool:
    try:
        with urllib.request.urlopen(f"{url}/readyz", timeout=5) as reply:  # noqa: S310 (this machine)
            return bool(reply.status == 200)
    except OSError:  # not listening yet, or listening and not ready (HTTPError is one too)
        return False


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()


def free_port() -> int:
    """A port of this machine that nothing listens on."""
    with socket.socket() as probe:
        probe.bind((ADDRESS, 0))
        port: int = probe.getsockname()[1]
        return port
