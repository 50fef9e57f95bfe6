import csv
import io
from pathlib import Path
from typing import cast

import pytest

import corpus
import index
from assistant.coverage import CSV_COLUMNS, Account, account_of, coverage_row, format_of
from tests.assistant.face import PAGE, FakeSnapshot, client, make_app
from tests.factories import make_corpus, make_document, make_reading


def aside(source: str, code: str = "unknown_format") -> corpus.Excluded:
    return corpus.Excluded(
        source=source, code=code, message_ko="읽을 수 없습니다.", message_en="Cannot be read."
    )


EXCLUDED = (
    aside("a.hwp"),
    aside("=b.HWP"),
    aside("c.txt", "binary_file"),
    aside("catalog.csv", "catalogue_row"),
)
READINGS = (
    make_reading(),
    make_reading(
        document=make_document(id="kr-b/1", municipality=None, is_digest=True, source="x.md"),
        paragraphs=("○ 본문", "메뉴"),
        left_out=[corpus.Span(start=14, end=16, reason="menu")],
    ),
)


def snapshot_of() -> index.Snapshot:
    content = make_corpus(*READINGS, excluded=EXCLUDED)
    return cast("index.Snapshot", FakeSnapshot(content))


def assert_adds_up(account: Account, snapshot: index.Snapshot) -> None:
    """Every sum of the page agrees with every other and with the manifest."""
    counts = snapshot.manifest.counts
    assert account.found == account.read + len(account.set_aside)
    assert account.read == counts["documents"]
    assert len(account.set_aside) + len(account.notes) == len(snapshot.manifest.excluded)
    for name in ("found", "read"):
        assert sum(getattr(one, name) for one in account.formats) == getattr(account, name)
    assert sum(one.set_aside for one in account.formats) == len(account.set_aside)
    assert sum(count for _, count in account.reasons) == len(account.set_aside)
    assert sum(one.documents for one in account.places) == account.read
    for name, key in (("passages", "passages"), ("facts", "facts"), ("doubtful", "doubtful_facts")):
        if key in counts:
            assert sum(getattr(one, name) for one in account.places) == counts[key]
    for document in snapshot.documents(index.RecordRequest()):
        row = coverage_row(snapshot, document)
        assert row.cited >= 0
        assert row.between >= 0
        assert row.cited + row.between + sum(n for _, n in row.left_out) == row.characters


def test_every_file_is_read_or_set_aside() -> None:
    snapshot = snapshot_of()
    account = account_of(snapshot)
    assert_adds_up(account, snapshot)
    assert [(one.name, one.read, one.set_aside) for one in account.formats] == [
        ("hwp", 0, 2),
        ("md", 1, 0),
        ("txt", 1, 1),
    ]
    assert [one.source for one in account.notes] == ["catalog.csv"]
    assert account.places[-1].name is None


def test_a_real_snapshot_adds_up_to_its_input(towns: index.Snapshot, towns_folder: Path) -> None:
    account = account_of(towns)
    assert_adds_up(account, towns)
    files = [one for one in towns_folder.rglob("*") if one.is_file() and one.name != "catalog.csv"]
    assert account.found == len(files)


def test_a_format_is_told_by_the_ending() -> None:
    assert format_of("plan.PDF") == "pdf"
    assert format_of("folder.d/plan") == ""


async def test_the_csv_has_a_line_for_each_file_and_note() -> None:
    async with client(make_app(*READINGS, excluded=EXCLUDED)) as http:
        response = await http.get("/coverage.csv")
        page = (await http.get("/coverage?lang=en", headers=PAGE)).text
    lines = list(csv.DictReader(io.StringIO(response.text.removeprefix(index.BYTE_ORDER_MARK))))
    assert tuple(lines[0]) == CSV_COLUMNS
    states = [one["state"] for one in lines]
    assert [states.count(one) for one in ("read", "set_aside", "note")] == [2, 3, 1]
    assert "'=b.HWP" in [one["source"] for one in lines]
    for one in lines[:2]:
        parts = ("in_passages", "left_out", "between")
        assert sum(int(one[name]) for name in parts) == int(one["characters"])
    assert "5 files found = 2 documents read + 3 files set aside" in page


@pytest.mark.parametrize("language", ["ko", "en"])
async def test_an_input_without_faults_says_so(language: str) -> None:
    async with client(make_app()) as http:
        page = (await http.get(f"/coverage?lang={language}", headers=PAGE)).text
    assert "card-warning" not in page
    assert 'id="notes"' not in page
