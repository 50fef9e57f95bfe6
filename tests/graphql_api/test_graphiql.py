"""GraphiQL: served only when its published files have been installed, and only those."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette

import graphql_api
from graphql_api import graphiql
from graphql_api.graphiql import FILES, GraphiqlError, Published, install
from tests.graphql_api.city import Api, OneSnapshot

HERE = ("a.js", "b.css")


@pytest.fixture
def packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder as npm fills it, with small files in place of the published ones."""
    files = []
    for name in HERE:
        path = tmp_path / "npm" / "node_modules" / "some" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
        digest = hashlib.sha256(name.encode()).hexdigest()
        files.append(Published(path=f"some/{name}", sha256=digest))
    monkeypatch.setattr(graphiql, "FILES", tuple(files))
    return tmp_path / "npm"


def client(lender: OneSnapshot, data: Path | None) -> httpx.AsyncClient:
    return Api(lender, Starlette(routes=graphql_api.routes(lender, data=data))).http


async def test_without_its_files_it_is_not_there(lender: OneSnapshot, tmp_path: Path) -> None:
    for data in (None, tmp_path):
        async with client(lender, data) as http:
            assert (await http.get("/graphql/graphiql")).status_code == 404


async def test_what_was_installed_is_served_under_a_policy(
    lender: OneSnapshot, tmp_path: Path, packages: Path
) -> None:
    assert install(packages, tmp_path) == tmp_path / "graphiql"
    async with client(lender, tmp_path) as http:
        page = await http.get("/graphql/graphiql")
        assert page.status_code == 200
        policy = page.headers["content-security-policy"]
        assert "script-src 'self';" in policy
        assert "//" not in policy + page.text.replace("<!doctype", "")
        for name in HERE:
            assert (await http.get(f"/graphql/graphiql/files/{name}")).text == name


@pytest.mark.parametrize("damage", ["changed", "gone"])
def test_another_file_than_the_published_one_is_refused(
    tmp_path: Path, packages: Path, damage: str
) -> None:
    path = packages / "node_modules" / "some" / HERE[-1]
    path.unlink() if damage == "gone" else path.write_text("other", encoding="utf-8")
    with pytest.raises(GraphiqlError, match="SHA-256" if damage == "changed" else "npm"):
        install(packages, tmp_path)
    assert not (tmp_path / "graphiql").exists()


def test_the_page_loads_each_published_file() -> None:
    page = (Path(graphiql.__file__).parent / "web" / "graphiql.html").read_text("utf-8")
    assert len(FILES) == 4
    assert all(f"/graphql/graphiql/files/{one.name}" in page for one in FILES)


def test_the_command_says_what_is_missing(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "graphql_api", "graphiql", str(tmp_path), str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "npm" in done.stderr
