"""The program, whole, over made-up plans: what `graphql_peers.py` measures.

    python -m tests.benchmarks.graphql_server --data FOLDER --port 8123

Builds the snapshot once (a minute or two) and serves it as `serve.py` would, middleware and log
included. Skipped is only the language model's part: passages get vectors out of hashes.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import assistant
import index
import serve
from tests.benchmarks.graphql_data import DataOptions, made_up_corpus


def main() -> None:
    """Build what is missing, then serve until stopped."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--port", type=int, default=8123)
    parser.add_argument("--build", action="store_true", help="only build")
    chosen = parser.parse_args()
    embedder = index.HashingEmbedder()
    options = DataOptions()

    def opened(settings: serve.Settings) -> assistant.Opened:
        snapshot = index.latest_snapshot(settings.data, embedder=embedder, verify=False)
        if snapshot is None:
            content = made_up_corpus(options)
            snapshot = index.ensure_snapshot(content, settings.data, embedder=embedder)
        return assistant.Opened(snapshot=snapshot, assistant=assistant.Assistant(), guide=None)

    settings = serve.Settings(data=chosen.data, port=chosen.port)
    if chosen.build:
        opened(settings).snapshot.close()
        return
    assistant.configure_logs(as_json=True)
    serve.server_of(serve.create_app(settings, opener=opened), settings).run()


if __name__ == "__main__":
    main()
