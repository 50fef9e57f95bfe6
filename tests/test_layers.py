"""The shape of the house: which room may know which, how large a file may be, what it may read."""

from __future__ import annotations

import ast
import fnmatch
import subprocess
import sysconfig
import tomllib
from pathlib import Path

import pytest

from tests.layout import ROOMS, ROOT, files, imports, parsed

MOST_LINES = 400
"""Beyond this a file holds more than one subject."""

VAGUE_NAMES = {"base", "common", "handler", "helper", "helpers", "manager", "misc", "util", "utils"}
"""Names that say nothing of what is inside, so that anything ends up there."""

ENVIRONMENT = {"environ", "environb", "getenv", "getenvb"}


def test_data_flows_one_way_and_no_room_has_a_cycle() -> None:
    done = subprocess.run(
        [str(Path(sysconfig.get_path("scripts"), "lint-imports")), "--no-cache"],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 broken" in done.stdout


def test_the_layer_contracts_hold_the_whole_house() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    layers = next(one["layers"] for one in contracts if one["type"] == "layers")
    assert {room for layer in layers for room in layer.split(" | ")} == set(ROOMS)
    acyclic = next(one for one in contracts if one["type"] == "acyclic_siblings")
    assert set(acyclic["ancestors"]) == set(ROOMS)
    assert not [one["name"] for one in contracts if "ignore_imports" in one]


def test_no_room_imports_the_roof() -> None:
    found = {
        f"{path}:{one.line}"
        for path in files(".py", under=ROOMS)
        for one in imports(parsed(path))
        if one.room == "serve"
    }
    assert found == set()


def test_a_file_holds_one_subject() -> None:
    lines = {
        str(path): len((ROOT / path).read_text(encoding="utf-8").splitlines())
        for path in files(".css", ".js", ".py")
    }
    assert len(lines) > len(ROOMS)
    assert {path: count for path, count in lines.items() if count > MOST_LINES} == {}


def test_a_file_name_says_what_is_inside() -> None:
    assert [path for path in files(".css", ".js", ".py") if path.stem in VAGUE_NAMES] == []


def environment_reads(tree: ast.AST) -> list[int]:
    """The lines that read or write the environment, by whatever name it was imported."""
    attributes = [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and node.attr in ENVIRONMENT
        and isinstance(node.value, ast.Name)
        and node.value.id == "os"
    ]
    names = [one.line for one in imports(tree) if one.room == "os" and one.name in ENVIRONMENT]
    return sorted(attributes + names)


def test_only_the_roof_reads_the_environment() -> None:
    found = {
        f"{path}:{line}"
        for path in files(".py", under=ROOMS)
        for line in environment_reads(parsed(path))
    }
    assert found == set()
    assert environment_reads(parsed(Path("serve.py")))


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("import os\nos.environ['A']", [2]),
        ("import os\nos.getenv('A')", [2]),
        ("from os import environ", [1]),
        ("def inner():\n    from os import getenv", [2]),
        ("import os\nos.fsync(0)", []),
        ("'os.environ'", []),
    ],
)
def test_each_way_to_the_environment_is_seen(source: str, lines: list[int]) -> None:
    assert environment_reads(ast.parse(source)) == lines


def test_beside_the_index_only_the_feedback_has_a_database() -> None:
    found = {
        str(path)
        for path in files(".py", under=("assistant", "corpus", "graphql_api", "serve.py"))
        for one in imports(parsed(path))
        if one.room == "sqlite3"
    }
    assert found == {"assistant/feedback/store.py"}


@pytest.mark.parametrize("room", ROOMS)
def test_an_installed_room_has_all_its_data(room: str) -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    patterns = settings["tool"]["setuptools"]["package-data"].get(room, [])
    data = [path for path in files(under=(room,)) if path.suffix not in {".py", ".pyc"}]
    names = [path.relative_to(room).as_posix() for path in data]
    assert [
        name for name in names if not any(fnmatch.fnmatch(name, pattern) for pattern in patterns)
    ] == []
    assert [
        pattern for pattern in patterns if not any(fnmatch.fnmatch(n, pattern) for n in names)
    ] == []


def test_the_top_level_is_what_the_owner_fixed() -> None:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, check=False, capture_output=True, text=True
    )
    if listed.returncode:
        pytest.skip("this is not a git checkout, so built things cannot be told from the project")
    top = {line.partition("/")[0] for line in listed.stdout.splitlines()}
    assert {name for name in top if not name.startswith(".")} <= {
        *ROOMS,
        "LICENSE",
        "README.md",
        "pyproject.toml",
        "serve.py",
        "tests",
    }
