"""`python -m assistant feedback`: feedback without a server, for whoever may read its folder."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import corpus
from assistant.feedback.rows import evaluation_rows, lines, staff_row
from assistant.feedback.store import Search, Store


def main(arguments: Sequence[str]) -> int:
    """Run one command; 0 on success, 1 with a message in both languages otherwise."""
    parser = argparse.ArgumentParser(prog="python -m assistant feedback", description=__doc__)
    parser.add_argument(
        "command",
        choices=("export", "list"),
        help="export: what staff accepted, as rows of a question set; list: all that is kept",
    )
    parser.add_argument("folder", type=Path, help="the server's SIJEONG_FEEDBACK")
    given = parser.parse_args(arguments)
    try:
        store = Store.existing(given.folder)
        found = store.search(Search())
        store.close()
    except corpus.SijeongError as error:
        sys.stderr.write(f"{error.message_ko}\n{error.message_en}\n")
        return 1
    rows = evaluation_rows(found) if given.command == "export" else map(staff_row, found)
    sys.stdout.write(lines(rows).decode())
    return 0
