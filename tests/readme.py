"""The tables of the README that follow from the code: `python -m tests.readme` writes them anew.

`tests/test_readme.py` proves that they are up to date.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import MISSING, fields
from pathlib import Path

from serve import ENVIRONMENT_PREFIX, Settings
from tests.layout import ROOMS, ROOT, files, parsed

README = ROOT / "README.md"
DEFAULTS_IN_WORDS = {
    "corpus": "`corpus/library`",
    "workers": "one for each processor",
    "reranker": "none",
    "language_model": "none",
    "language_model_address": "none",
    "language_model_key": "none",
    "trusted_proxies": "none",
    "feedback": "none",
    "staff_token": "none",
    "widgets": "none",
    "widget_secret": "none",
}
"""Defaults that depend on the machine, or whose value would not say what it means."""

Rows = Sequence[tuple[str, ...]]


def module_tables() -> Iterator[str]:
    """One table for each room, and one for the roof: every module and what it is for."""
    for room in ("corpus", "index", "assistant", "graphql_api"):
        yield f"### `{room}/`\n\n" + table(("module", "what it is for"), _modules((room,)))
    yield "### The roof\n\n" + table(("module", "what it is for"), _modules(("serve.py",)))


def _modules(under: tuple[str, ...]) -> Rows:
    rows = []
    for path in files(".py", under=under):
        words = ast.get_docstring(parsed(path))
        if not words:
            raise ValueError(f"{path} has no docstring")
        summary = words.split("\n\n")[0].replace("\n", " ").replace("|", "\\|")
        rows.append((f"`{_place(path)}`", summary))
    return rows


def _place(path: Path) -> str:
    """A module inside its room; the room itself is the heading above the table."""
    return Path(*path.parts[1:]).as_posix() if path.parts[0] in ROOMS else path.as_posix()


def settings_table() -> str:
    """Every setting: its environment variable, its flag, its default, and what it is for."""
    rows = []
    for one in fields(Settings):
        if one.default is MISSING:
            raise ValueError(f"the setting {one.name} has no default")
        plain = str(one.default).lower() if isinstance(one.default, bool) else str(one.default)
        rows.append(
            (
                f"`{ENVIRONMENT_PREFIX}{one.name.upper()}`",
                f"`--{one.name}`" if one.metadata["flag"] else "",
                DEFAULTS_IN_WORDS.get(one.name, f"`{plain}`"),
                str(one.metadata["help"]),
            )
        )
    return table(("variable", "flag", "default", "what it is for"), rows)


def table(head: tuple[str, ...], rows: Rows) -> str:
    """A table as Markdown has it."""
    lines = [head, ("---",) * len(head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def made() -> dict[str, str]:
    """The parts of the README that are made, by the names of their marks."""
    return {"modules": "\n".join(module_tables()), "settings": settings_table()}


def between(text: str, name: str) -> re.Match[str]:
    """The place between the two marks of a part: group 1."""
    found = re.search(rf"<!-- {name} -->\n(.*?)<!-- /{name} -->\n", text, re.S)
    if found is None:
        raise ValueError(f"the README has no marks for {name}")
    return found


def main() -> int:
    """Write the tables into the README."""
    text = README.read_text(encoding="utf-8")
    for name, content in made().items():
        place = between(text, name)
        text = text[: place.start(1)] + content + text[place.end(1) :]
    README.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
