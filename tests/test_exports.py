"""Each room has one door, `__init__.py`, which says truly what is behind it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.layout import ROOMS, Import, files, imports, parsed

PACKAGES = tuple(path.parent for path in files(".py", under=ROOMS) if path.name == "__init__.py")
DOORS = tuple(package / "__init__.py" for package in PACKAGES)


def exported(tree: ast.Module) -> list[str] | None:
    """The value of `__all__`, None where there is none."""
    for node in tree.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            names: list[str] = ast.literal_eval(node.value)
            return names
    return None


def sort_key(name: str) -> tuple[bool, bool, str]:
    """Constants, then classes, then the rest, each in order: the sorting that ruff keeps."""
    return (not name.isupper(), not name[:1].isupper(), name)


@pytest.mark.parametrize("door", DOORS, ids=str)
def test_a_door_names_what_it_lets_out_in_order(door: Path) -> None:
    names = exported(parsed(door))
    assert names is not None
    assert names == sorted(set(names), key=sort_key)
    brought_in = {one.name for one in imports(parsed(door)) if one.name}
    assert set(names) == {name for name in brought_in if not name.startswith("_")}


@pytest.mark.parametrize("door", DOORS, ids=str)
def test_a_door_only_reexports_from_its_own_room(door: Path) -> None:
    kinds = {type(node) for node in parsed(door).body[1:]}
    assert kinds <= {ast.Assign, ast.ImportFrom}
    assert ast.get_docstring(parsed(door))
    package = ".".join(door.parent.parts)
    assert not [one for one in imports(parsed(door)) if not one.module.startswith(f"{package}.")]


def past_the_door(found: Import, *, home: str) -> bool:
    """Whether an import from the room `home` reaches into another room."""
    if found.module.startswith("."):
        return True
    if found.room == home or found.room not in ROOMS:
        return False
    return "." in found.module or (
        found.name is not None
        and found.name not in (exported(parsed(Path(found.room, "__init__.py"))) or ())
    )


def test_rooms_and_roof_enter_a_room_by_its_door() -> None:
    found = {
        f"{path}:{one.line} {one.module}"
        for path in files(".py", under=(*ROOMS, "serve.py"))
        for one in imports(parsed(path))
        if past_the_door(one, home=path.parts[0])
    }
    assert found == set()


@pytest.mark.parametrize(
    ("source", "is_past"),
    [
        ("import corpus", False),
        ("from corpus import Fact", False),
        ("from index.types import Hit", False),
        ("from corpus.types import Fact", True),
        ("import corpus.types", True),
        ("from corpus import types", True),
        ("from .types import Hit", True),
        ("def inner():\n    from corpus.types import Fact", True),
    ],
)
def test_each_way_round_a_door_is_seen(source: str, is_past: bool) -> None:
    (found,) = imports(ast.parse(source))
    assert past_the_door(found, home="index") is is_past


def test_every_folder_of_modules_has_a_door() -> None:
    folders = {path.parent for path in files(".py", under=ROOMS)}
    assert {Path(room) for room in ROOMS} <= folders == set(PACKAGES)
