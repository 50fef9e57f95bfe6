"""What the READMEs say that follows from the code: `python -m tests.readme` writes it anew.

In the project's own they are two tables, the map and the settings; each room has one that lists its
modules. `tests/test_readme.py` proves that they are up to date.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Sequence
from dataclasses import MISSING, fields
from pathlib import Path

from serve import ENVIRONMENT_PREFIX, Settings
from tests.layout import ROOT, files, parsed

README = ROOT / "README.md"
CODE = ("corpus", "index", "assistant", "graphql_api")
"""The rooms with code of the program, in the order in which data goes through them."""

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


def map_table() -> str:
    """Each room and each folder inside one, with what it is for, and the roof."""
    rows = []
    packages = [
        path for room in CODE for path in files(".py", under=(room,)) if path.stem == "__init__"
    ]
    for path in packages:
        folder = path.parent.as_posix() + "/"
        name = f"[`{folder}`]({folder}README.md)" if folder[:-1] in CODE else f"`{folder}`"
        rows.append((name, _summary(path)))
    rows.append(("`serve.py`", _summary(Path("serve.py"))))
    return table(("where", "what it is for"), rows)


def room_readme(room: str) -> str:
    """The README of a room: every module and what it is for."""
    rows = [(f"`{_place(path)}`", _summary(path)) for path in files(".py", under=(room,))]
    listed = table(("module", "what it is for"), rows)
    said = _summary(Path(room, "__init__.py"))
    return f"# `{room}/`\n\n{said} [The project](../README.md) says how it is used.\n\n{listed}"


def _summary(path: Path) -> str:
    words = ast.get_docstring(parsed(path))
    if not words:
        raise ValueError(f"{path} has no docstring")
    return words.split("\n\n")[0].replace("\n", " ").replace("|", "\\|")


def _place(path: Path) -> str:
    """A module inside its room; the room itself is the heading above the table."""
    return Path(*path.parts[1:]).as_posix()


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
    return {"modules": map_table(), "settings": settings_table()}


def made_files() -> dict[Path, str]:
    """The files that are made as a whole."""
    return {ROOT / room / "README.md": room_readme(room) for room in CODE}


def between(text: str, name: str) -> re.Match[str]:
    """The place between the two marks of a part: group 1."""
    found = re.search(rf"<!-- {name} -->\n(.*?)<!-- /{name} -->\n", text, re.S)
    if found is None:
        raise ValueError(f"the README has no marks for {name}")
    return found


def main() -> int:
    """Write the tables into the READMEs."""
    text = README.read_text(encoding="utf-8")
    for name, content in made().items():
        place = between(text, name)
        text = text[: place.start(1)] + content + text[place.end(1) :]
    README.write_text(text, encoding="utf-8")
    for path, content in made_files().items():
        path.write_text(content, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
