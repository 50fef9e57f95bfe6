"""`python -m graphql_api` prints the schema; `graphiql FOLDER [DATA]` puts GraphiQL in place."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import corpus
from graphql_api.graphiql import install
from graphql_api.schema import build_schema


def main() -> int:
    """Do what the arguments say; the exit status."""
    parser = argparse.ArgumentParser(prog="python -m graphql_api", description=__doc__)
    commands = parser.add_subparsers(dest="command")
    graphiql = commands.add_parser("graphiql", help="serve GraphiQL beside the explorer")
    graphiql.add_argument("folder", type=Path, help="where npm has installed its packages")
    graphiql.add_argument(
        "data", type=Path, nargs="?", default=Path("var"), help="the program's folder for data"
    )
    given = parser.parse_args()
    if given.command is None:
        print(build_schema().as_str())
        return 0
    try:
        print(install(given.folder, given.data))
    except corpus.SijeongError as error:
        print(f"{error.message_ko}\n{error.message_en}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
