"""`python -m graphql_api` prints the schema; `release` promises it, `graphiql` adds GraphiQL."""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

import corpus
from graphql_api.graphiql import install
from graphql_api.releases import RELEASED, broken_promises, wrong_notices
from graphql_api.schema import build_schema


def release(sdl: str) -> int:
    """Write the schema of the last release anew, unless it would break what was promised."""
    wrong = [
        *broken_promises(RELEASED.read_text("utf-8"), sdl, datetime.now(UTC).date()),
        *wrong_notices(sdl),
    ]
    if wrong:
        print("예고 없이 없앨 수 없습니다 / Nothing goes without notice:", file=sys.stderr)
        print("\n".join(wrong), file=sys.stderr)
        return 1
    RELEASED.write_text(sdl + "\n", encoding="utf-8")
    return 0


def put_in_place(packages: Path, data: Path) -> int:
    """Install GraphiQL's published files, and say where, or what is wrong with them."""
    try:
        print(install(packages, data))
    except corpus.SijeongError as error:
        print(f"{error.message_ko}\n{error.message_en}", file=sys.stderr)
        return 2
    return 0


def main() -> int:
    """Do what the command line asks for; the exit status."""
    parser = argparse.ArgumentParser(prog="python -m graphql_api", description=__doc__)
    commands = parser.add_subparsers(dest="command")
    commands.add_parser("print", help="print the schema (the default)")
    commands.add_parser("release", help="make the schema the one that is promised")
    graphiql = commands.add_parser("graphiql", help="serve GraphiQL beside the explorer")
    graphiql.add_argument("folder", type=Path, help="where npm has installed its packages")
    graphiql.add_argument(
        "data", type=Path, nargs="?", default=Path("var"), help="the program's folder for data"
    )
    given = parser.parse_args()
    if given.command == "release":
        return release(build_schema().as_str())
    if given.command == "graphiql":
        return put_in_place(given.folder, given.data)
    print(build_schema().as_str())
    return 0


if __name__ == "__main__":
    sys.exit(main())
