"""`python -m index build / verify / search`: make a snapshot, prove it, look into it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tqdm import tqdm

import corpus
import index


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 0 when it went well, 1 with a bilingual message when it did not."""
    chosen = _parser().parse_args(arguments)
    try:
        embedder = index.load_embedder(chosen.model, chosen.data)
        if chosen.command == "build":
            _build(chosen.corpus, chosen.data, embedder)
        elif chosen.command == "verify":
            _verify(chosen.data, embedder)
        else:
            _search(chosen.data, embedder, chosen.text, chosen.limit, chosen.municipality)
    except corpus.SijeongError as error:
        print(error.message_ko, file=sys.stderr)
        print(error.message_en, file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m index", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    build = commands.add_parser("build", help="read a corpus and build its snapshot")
    build.add_argument(
        "--corpus", type=Path, action="append", required=True, help="a folder; may be repeated"
    )
    commands.add_parser("verify", help="prove the newest snapshot whole and say what it holds")
    search = commands.add_parser("search", help="show the best passages for a question")
    search.add_argument("text")
    search.add_argument("--limit", type=int, default=5)
    search.add_argument("--municipality", action="append", default=[])
    for command in commands.choices.values():
        command.add_argument("--data", type=Path, default=Path("var"), help="where snapshots are")
        command.add_argument("--model", default=index.DEFAULT_MODEL, help="embedding model")
    return parser


def _build(folders: list[Path], data: Path, embedder: index.Embedder) -> None:
    content = corpus.read_folders(folders)
    with tqdm(unit="", leave=False) as bar:

        def progress(stage: str, done: int, total: int) -> None:
            bar.set_description(stage, refresh=False)
            bar.total, bar.n = total, done
            bar.refresh()

        manifest = index.build_snapshot(content, data, embedder=embedder, progress=progress)
    _describe(manifest)


def _verify(data: Path, embedder: index.Embedder) -> None:
    snapshot = _latest(data, embedder)
    _describe(snapshot.manifest)
    snapshot.close()


def _search(
    data: Path, embedder: index.Embedder, text: str, limit: int, municipalities: list[str]
) -> None:
    snapshot = _latest(data, embedder)
    request = index.SearchRequest(text=text, limit=limit, municipalities=tuple(municipalities))
    for hit in snapshot.search(request):
        print(f"{hit.score:.3f}  {hit.passage.id}  {' > '.join(hit.passage.heading_path)}")
        print(f"       {hit.passage.text}")
    snapshot.close()


def _latest(data: Path, embedder: index.Embedder) -> index.Snapshot:
    snapshot = index.latest_snapshot(data, embedder=embedder)
    if snapshot is None:
        raise index.SnapshotError(
            "snapshot_missing",
            f"{data}에 쓸 수 있는 스냅숏이 없습니다. 'python -m index build'로 만들어 주세요.",
            f"There is no usable snapshot in {data}; make one with 'python -m index build'.",
        )
    return snapshot


def _describe(manifest: index.Manifest) -> None:
    print(f"snapshot {manifest.snapshot_id}, built {manifest.built_at:%Y-%m-%d %H:%M:%S %Z}")
    print(f"model {manifest.model_name} {manifest.model_revision}")
    print(", ".join(f"{count} {name}" for name, count in manifest.counts.items()))
    for one in manifest.excluded:
        print(f"not served: {one.source} ({one.code}) {one.message_ko} / {one.message_en}")


if __name__ == "__main__":
    sys.exit(main())
