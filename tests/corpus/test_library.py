"""The documents that ship: listed, marked as digests, and in words of our own."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from corpus.municipalities import municipality_named

ROOT = Path(__file__).resolve().parents[2]
LIBRARY = ROOT / "corpus" / "library"
SHARED = ROOT.parent / "shared"
COLUMNS = [
    "file",
    "title",
    "municipality",
    "document_type",
    "published_on",
    "fiscal_year",
    "source_url",
    "publisher",
    "licence",
    "supersedes",
    "is_digest",
]
# A run of this many characters, spaces aside, is somebody's sentence and no longer a mere figure.
COPIED = 25


def rows() -> list[dict[str, str]]:
    with (LIBRARY / "catalog.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def files() -> list[Path]:
    return sorted(path for path in LIBRARY.iterdir() if path.name != "catalog.csv")


def words(path: Path) -> str:
    """What a reader sees, spaces and markup left out."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        body = re.sub(r"<head>.*?</head>", " ", text, flags=re.DOTALL)
        text = unescape(re.sub(r"<[^>]+>", " ", body))
    return re.sub(r"[\s|]+", "", text)


def originals() -> list[Path]:
    return sorted([*SHARED.glob("seeds/*.txt"), *SHARED.glob("eval/documents/*.txt")])


def runs(text: str) -> Iterator[str]:
    return (text[at : at + COPIED] for at in range(len(text) - COPIED + 1))


def test_the_catalogue_lists_every_file_once_and_nothing_else() -> None:
    listed = [row["file"] for row in rows()]
    assert sorted(listed) == [path.name for path in files()]
    assert list(rows()[0]) == COLUMNS
    assert all(None not in row and None not in row.values() for row in rows())


def test_the_library_is_broad_enough_to_be_worth_serving() -> None:
    assert len(files()) >= 14
    assert {path.suffix for path in files()} == {".txt", ".md", ".html"}
    assert len({row["municipality"] for row in rows()}) >= 7


def test_no_two_documents_would_get_the_same_name_in_an_identifier() -> None:
    stems = [path.stem for path in files()]
    assert len(set(stems)) == len(stems)


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["file"])
def test_a_catalogue_row_is_complete_and_well_formed(row: dict[str, str]) -> None:
    assert row["title"]
    assert row["document_type"]
    assert municipality_named(row["municipality"]) is not None
    assert row["is_digest"] == "true"
    assert re.fullmatch(r"unknown|KOGL-[1-4]", row["licence"])
    assert re.fullmatch(r"(\d{4})?", row["fiscal_year"])
    assert re.fullmatch(r"(https?://\S+)?", row["source_url"])
    if row["published_on"]:
        assert date.fromisoformat(row["published_on"]).isoformat() == row["published_on"]


@pytest.mark.parametrize("path", files(), ids=lambda path: path.name)
def test_a_digest_says_so_before_anything_else(path: Path) -> None:
    assert words(path).lstrip(">").startswith("※시정(Sijeong)이만든요약본입니다.")
    assert "원문이아닙니다" in words(path)


@pytest.mark.parametrize("path", files(), ids=lambda path: path.name)
def test_no_stretch_is_copied_from_an_original(path: Path) -> None:
    if not originals():
        pytest.skip("the originals are not beside this checkout (../shared)")
    taken = {
        run
        for original in originals()
        for run in runs(re.sub(r"[\s|]+", "", original.read_text(encoding="utf-8")))
    }
    assert taken
    assert [run for run in runs(words(path)) if run in taken] == []


@pytest.mark.parametrize("path", files(), ids=lambda path: path.name)
def test_every_figure_stands_in_an_original(path: Path) -> None:
    if not originals():
        pytest.skip("the originals are not beside this checkout (../shared)")
    known = set()
    for original in originals():
        text = original.read_text(encoding="utf-8")
        known |= {figure.replace(",", "") for figure in re.findall(r"\d[\d,]*(?:\.\d+)?", text)}
    text = re.sub(r"<[^>]*>", " ", path.read_text(encoding="utf-8"))
    figures = {figure.replace(",", "") for figure in re.findall(r"\d[\d,]{2,}(?:\.\d+)?", text)}
    unknown = {figure for figure in figures if figure not in known and not in_other_words(figure)}
    assert unknown == set()


def in_other_words(figure: str) -> bool:
    """Figures that the originals print differently: years ('‘21'), millions ('84억1천300만')."""
    millions = {"8413", "1382", "412", "7533", "1853", "821"}
    return figure in millions | {"1972"} or bool(re.fullmatch(r"20[1-3]\d", figure))


SETS = ROOT / "tests" / "evaluation" / "sets"
REGISTERS = {"polite", "terse", "colloquial", "typo", "nospace", "plain"}
CATEGORIES = {
    "other_city",
    "other_year",
    "one_city_only",
    "missing_figure",
    "truncated",
    "false_premise",
    "off_topic",
    "advice",
    "preference",
    "unsafe",
    "personal_data",
}


def questions(name: str) -> list[dict[str, Any]]:
    text = (SETS / name).read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


ANSWERING = ("library_qa.jsonl", "library_shapes.jsonl", "library_english.jsonl")
ANSWERABLE = [row for name in ANSWERING for row in questions(name)]


def document(name: str) -> str:
    text = (LIBRARY / name).read_text(encoding="utf-8")
    return unescape(re.sub(r"<[^>]+>", "", text)) if name.endswith(".html") else text


def test_there_are_enough_questions_of_every_sort() -> None:
    answerable = questions("library_qa.jsonl")
    unanswerable = questions("library_unanswerable.jsonl")
    assert len(answerable) >= 240
    assert len(unanswerable) >= 80
    assert {row["register"] for row in answerable} == REGISTERS
    assert {row["category"] for row in unanswerable} == CATEGORIES
    assert {row["doc"] for row in answerable} == {path.name for path in files()}


@pytest.mark.parametrize("name", [*ANSWERING, "library_unanswerable.jsonl"])
def test_the_readme_counts_the_questions_right(name: str) -> None:
    readme = (SETS / "README.md").read_text(encoding="utf-8")
    assert f"| `{name}` | {len(questions(name))} |" in readme


def test_no_question_is_asked_twice_and_no_id_used_twice() -> None:
    everything = ANSWERABLE + questions("library_unanswerable.jsonl")
    ids = [row["id"] for row in everything]
    asked = [(row["question"], tuple(row.get("history", ()))) for row in everything]
    assert len(set(ids)) == len(ids)
    assert len(set(asked)) == len(asked)


def test_no_question_is_taken_from_the_shared_sets() -> None:
    shared = sorted(SHARED.glob("eval/*.jsonl"))
    if not shared:
        pytest.skip("the shared question sets are not beside this checkout (../shared)")
    lines = [line for path in shared for line in path.read_text(encoding="utf-8").splitlines()]
    theirs = {json.loads(line).get("question") for line in lines if line}
    ours = ANSWERABLE + questions("library_unanswerable.jsonl")
    assert [row["id"] for row in ours if row["question"] in theirs] == []


@pytest.mark.parametrize("row", ANSWERABLE, ids=lambda row: row["id"])
def test_the_evidence_of_a_question_stands_in_its_document(row: dict[str, Any]) -> None:
    assert row["evidence"] in document(row["doc"])
    for more in row.get("more_evidence", ()):
        assert more["evidence"] in document(more["doc"])


@pytest.mark.parametrize("row", questions("library_unanswerable.jsonl"), ids=lambda row: row["id"])
def test_what_is_wanted_instead_of_an_answer_is_marked_whole(row: dict[str, Any]) -> None:
    wanted = set(row["status"].split("|"))
    assert wanted <= {"corrected", "not_found", "out_of_scope", "refused"}
    assert row["register"] in REGISTERS
    if row["category"] == "false_premise":
        assert "corrected" in wanted
        assert row["must_contain"]
        assert row["evidence"] in document(row["doc"])


@pytest.mark.parametrize("row", ANSWERABLE, ids=lambda row: row["id"])
def test_the_answer_of_a_question_would_pass_its_own_check(row: dict[str, Any]) -> None:
    answer = re.sub(r"\s", "", row["answer"]).lower()
    for group in row["must_contain"]:
        assert any(re.sub(r"\s", "", one).lower() in answer for one in group.split("|")), group


@pytest.mark.parametrize("row", ANSWERABLE, ids=lambda row: row["id"])
def test_every_number_of_an_answer_is_in_its_evidence_or_worked_out(row: dict[str, Any]) -> None:
    known = " ".join(
        [row["evidence"], *(more["evidence"] for more in row.get("more_evidence", ()))]
    )
    if row["doc"].endswith(".html"):  # a table's label and its figure are not one stretch there
        known += document(row["doc"])
    known = " ".join([known, row["question"], *row.get("derived", ())]).replace(",", "")
    numbers = re.findall(r"\d[\d,]*(?:\.\d+)?", row["answer"].split("(")[0])
    billions = row["lang"] == "en" and "billion" in row["answer"]
    if not billions:
        assert [each for each in numbers if each.replace(",", "") not in known] == []
