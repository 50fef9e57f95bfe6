"""Files under /data/: checksums, stretches, compression, what is kept and what is refused."""

from __future__ import annotations

import asyncio
import csv
import gzip
import hashlib
import io
import json
import shutil
import subprocess
import threading
from pathlib import Path
from typing import BinaryIO

import pytest
from starlette.applications import Starlette

import graphql_api
import index
from graphql_api.columns import flat
from graphql_api.dictionary import sheet_rows
from graphql_api.dumps import DUMPS, DataFile
from graphql_api.storeroom import Stored, Storeroom
from graphql_api.tables import TABLES
from tests.graphql_api.city import Api, OneSnapshot

PLAIN = {"accept-encoding": "identity"}


async def test_sha256sum_finds_every_dump_as_it_was_served(api: Api, tmp_path: Path) -> None:
    sums = await api.http.get("/data/checksums.txt")
    listed = {line[66:]: line[:64] for line in sums.text.splitlines()}
    assert set(listed) == {
        f"{name}.{end}" for name in TABLES for end in ("csv", "jsonl", "parquet")
    }
    for name in listed:
        (tmp_path / name).write_bytes((await api.http.get(f"/data/{name}")).content)
        assert hashlib.sha256((tmp_path / name).read_bytes()).hexdigest() == listed[name]
    (tmp_path / "checksums.txt").write_bytes(sums.content)
    if shutil.which("sha256sum"):
        checked = ["sha256sum", "--check", "--strict", "--quiet", "checksums.txt"]
        assert subprocess.run(checked, cwd=tmp_path, check=False).returncode == 0


@pytest.mark.parametrize("name", ["facts.csv", "facts.jsonl", "dictionary.json"])
async def test_gzip_when_asked_holds_the_same(api: Api, name: str) -> None:
    plain = await api.http.get(f"/data/{name}", headers=PLAIN)
    async with api.http.stream(
        "GET", f"/data/{name}", headers={"accept-encoding": "gzip"}
    ) as zipped:
        raw = b"".join([piece async for piece in zipped.aiter_raw()])
    assert "content-encoding" not in plain.headers
    assert zipped.headers["content-encoding"] == "gzip"
    assert int(zipped.headers["content-length"]) == len(raw) < len(plain.content)
    assert gzip.decompress(raw) == plain.content
    assert zipped.headers["etag"] != plain.headers["etag"]
    assert plain.headers["vary"] == "Accept-Encoding, Origin"


async def test_parquet_and_whoever_refuses_gzip_get_it_as_it_is(api: Api) -> None:
    for name, accepted in (("facts.parquet", "gzip"), ("facts.csv", "gzip;q=0"), ("facts.csv", "")):
        response = await api.http.get(f"/data/{name}", headers={"accept-encoding": accepted})
        assert response.status_code == 200
        assert "content-encoding" not in response.headers


@pytest.mark.parametrize(
    ("asked", "status", "start", "end"),
    [
        ("bytes=0-9", 206, 0, 10),
        ("bytes=5-", 206, 5, None),
        ("bytes=-7", 206, -7, None),
        ("bytes=9-5", 200, 0, None),
        ("bytes=-0", 200, 0, None),
        ("bytes=a-b", 200, 0, None),
        ("bytes=0-1,4-5", 200, 0, None),
        ("lines=0-1", 200, 0, None),
        ("bytes=-", 200, 0, None),
        ("bytes=" + "9" * 5_000 + "-", 200, 0, None),
        ("bytes=١-٢", 200, 0, None),
    ],
)
async def test_a_stretch_of_a_file(
    api: Api, asked: str, status: int, start: int, end: int | None
) -> None:
    whole = (await api.http.get("/data/facts.csv", headers=PLAIN)).content
    response = await api.http.get("/data/facts.csv", headers={b"range": asked.encode()})
    assert response.status_code == status
    assert response.content == (whole[start:end] if status == 206 else whole)


async def test_a_stretch_behind_the_end_is_416_in_json(api: Api) -> None:
    response = await api.http.get("/data/facts.csv", headers={"range": "bytes=99999999-"})
    assert response.status_code == 416
    assert response.json()["error"]["code"] == "range_not_satisfiable"


async def test_a_stretch_of_another_version_is_not_mixed_in(api: Api) -> None:
    old = {"range": "bytes=0-9", "if-range": '"of another snapshot"'}
    assert (await api.http.get("/data/facts.csv", headers=old)).status_code == 200


@pytest.mark.parametrize(
    "name", ["nothing.csv", "facts", "facts.csv.gz", "..%2Fserve.py", "%00", "FACTS.CSV", "가.csv"]
)
async def test_another_name_is_404_in_both_languages(api: Api, name: str) -> None:
    response = await api.http.get(f"/data/{name}")
    assert response.status_code == 404
    error = response.json()["error"]
    assert error["code"] == "no_such_file"
    assert error["message_ko"]
    assert error["message_en"]


async def test_the_dictionary_explains_every_column_of_every_file(api: Api) -> None:
    tables = {
        one["name"]: one for one in (await api.http.get("/data/dictionary.json")).json()["tables"]
    }
    assert list(tables) == list(TABLES)
    said = {(table, column) for table, column, *_ in sheet_rows()[1:]}
    for name, table in TABLES.items():
        response = await api.http.get(f"/data/{name}.csv")
        (head, *_) = csv.reader(io.StringIO(response.text.removeprefix("\ufeff")))
        assert {(name, column) for column in head} <= said
        row = (await api.http.get(f"/data/{name}.jsonl")).text.splitlines()
        names = [column["name"] for column in tables[name]["columns"]]
        assert names == [column.name for column in table.columns]
        assert not row or list(json.loads(row[0])) == names
    for _, _, _, _, _, ko, en in sheet_rows()[1:]:
        assert any("가" <= letter <= "힣" for letter in ko), ko
        assert any("a" <= letter <= "z" for letter in en), en
    assert len(said) == sum(len(flat(table.columns)) for table in TABLES.values())


def test_whoever_asks_at_the_same_time_waits_for_the_same_file(
    snapshot: index.Snapshot, tmp_path: Path
) -> None:
    room = Storeroom(graphql_api.DumpOptions(folder=tmp_path), "1")
    made: list[int] = []
    gate = threading.Event()

    def make(out: BinaryIO) -> None:
        gate.wait(10)
        made.append(out.write(b"content"))

    threads = [
        threading.Thread(target=room.stored, args=(snapshot, "a.csv", make)) for _ in range(5)
    ]
    for one in threads:
        one.start()
    gate.set()
    for one in threads:
        one.join()
    assert made == [7]


def test_half_a_file_is_never_kept_and_a_lost_one_is_made_again(
    snapshot: index.Snapshot, tmp_path: Path
) -> None:
    room = Storeroom(graphql_api.DumpOptions(folder=tmp_path), "1")

    def fail(out: BinaryIO) -> None:
        out.write(b"half")
        raise OSError("the disk is full")

    with pytest.raises(graphql_api.ApiError) as refused:
        room.stored(snapshot, "a.csv", fail)
    assert refused.value.status == 503
    assert [one for one in tmp_path.rglob("*") if one.is_file()] == []
    stored = room.stored(snapshot, "a.csv", lambda out: out.write(b"whole"))
    assert stored.path.read_bytes() == b"whole"
    stored.path.unlink()
    again = room.stored(snapshot, "a.csv", lambda out: out.write(b"whole"))
    assert (again.size, again.sha256) == (stored.size, stored.sha256)


def test_folders_of_snapshots_long_gone_go(snapshot: index.Snapshot, tmp_path: Path) -> None:
    for version in "1234":
        room = Storeroom(graphql_api.DumpOptions(folder=tmp_path, kept=2), version)
        room.stored(snapshot, "a.csv", lambda out: out.write(b"content"))
    assert len(list(tmp_path.iterdir())) == 2


def test_every_dump_is_named_after_its_table() -> None:
    assert {file.table for file in DUMPS.values()} == set(TABLES)


async def test_only_some_wait_for_a_file_that_is_being_made(
    snapshot: index.Snapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on = threading.Event(), threading.Event()
    made: list[str] = []

    def slowly(self: DataFile, room: Storeroom, of: index.Snapshot) -> Stored:
        made.append(self.name)
        begun.set()
        assert go_on.wait(20)
        return room.stored(of, self.name, lambda out: out.write(b"whole"))

    monkeypatch.setattr(DataFile, "stored", slowly)
    options = graphql_api.DumpOptions(threads=1, waiting=2)
    app = Starlette(routes=graphql_api.routes(OneSnapshot(snapshot), dumps=options))
    api = Api(None, app)
    first = [asyncio.create_task(api.http.get("/data/checksums.txt", headers=PLAIN)) for _ in "ab"]
    while not begun.is_set():
        await asyncio.sleep(0.01)
    refused = await api.http.get("/data/catalog.jsonld", headers=PLAIN)
    assert refused.status_code == 503
    assert refused.json()["error"]["code"] == "dump_being_made"
    assert int(refused.headers["retry-after"]) >= 1
    assert len(made) == 1
    go_on.set()
    assert [one.text for one in await asyncio.gather(*first)] == ["whole", "whole"]
    assert (await api.http.get("/data/catalog.jsonld", headers=PLAIN)).status_code == 200
