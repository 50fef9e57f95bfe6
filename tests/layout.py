"""Where the files of the project are, for the tests that look at its shape."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
ROOMS = ("assistant", "corpus", "graphql_api", "index")
SOURCES = (*ROOMS, "tests", "serve.py")


def files(*suffixes: str, under: tuple[str, ...] = SOURCES) -> tuple[Path, ...]:
    """The files of the given suffixes (of any, when none is given), as paths from the root."""
    found: list[Path] = []
    for name in under:
        place = ROOT / name
        found += [place] if place.is_file() else place.rglob("*")
    return tuple(
        sorted(
            path.relative_to(ROOT)
            for path in found
            if path.is_file()
            and "__pycache__" not in path.parts
            and (not suffixes or path.suffix in suffixes)
        )
    )


@lru_cache
def parsed(path: Path) -> ast.Module:
    """The syntax tree of a file; `path` counts from the root."""
    return ast.parse((ROOT / path).read_text(encoding="utf-8"), filename=str(path))


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """One import as it is written: `from module import name`; `name` is None for `import module`.

    A relative import keeps its dots, as in '.types'.
    """

    module: str
    name: str | None
    line: int

    @property
    def room(self) -> str:
        """The top-level package or module that is imported from."""
        return self.module.partition(".")[0]


def imports(tree: ast.AST) -> Iterator[Import]:
    """Every import in a tree, those inside of functions and of type-checking blocks included."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for one in node.names:
                yield Import(module=one.name, name=None, line=node.lineno)
        elif isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            for one in node.names:
                yield Import(module=module, name=one.name, line=node.lineno)
