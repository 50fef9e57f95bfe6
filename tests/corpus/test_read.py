"""Folders in, corpus out: what is read, what is set aside, and how it is named."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import corpus
from tests.corpus.plans import read

PLAN = "보령시 2031년 예산서\n\n○ 숲 : 12억 원\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two documents and a catalogue that describes the first."""
    place = tmp_path / "documents"
    place.mkdir()
    (place / "a.txt").write_text(PLAN, "utf-8")
    (place / "b.md").write_text("# 평택시 2031년 주요업무계획\n\n- 나무 40그루\n", "utf-8")
    (place / "catalog.csv").write_text(
        "file,title,published_on\na.txt,가람 계획,2031-01-15\n", "utf-8"
    )
    return place


def excluded(found: corpus.Corpus) -> dict[str, str]:
    return {one.source: one.code for one in found.excluded}


def test_every_document_of_a_folder_is_read_and_described(folder: Path) -> None:
    found = corpus.read_folders([folder])
    assert [one.document.source for one in found.readings] == ["a.txt", "b.md"]
    assert found.readings[0].document.title == "가람 계획"
    assert "title" not in found.readings[0].document.inferred
    assert "title" in found.readings[1].document.inferred
    assert found.excluded == ()


def test_a_document_in_a_folder_below_is_read(folder: Path) -> None:
    (folder / "part").mkdir()
    (folder / "part" / "c.txt").write_text("숲\n", "utf-8")
    sources = [one.document.source for one in corpus.read_folders([folder]).readings]
    assert sources == ["a.txt", "b.md", "part/c.txt"]


def test_hidden_files_are_no_documents(folder: Path) -> None:
    (folder / ".c.txt").write_text("숲\n", "utf-8")
    (folder / ".git").mkdir()
    (folder / ".git" / "d.txt").write_text("숲\n", "utf-8")
    found = corpus.read_folders([folder])
    assert len(found.readings) == 2
    assert found.excluded == ()


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("c.hwp", b"HWP", "unknown_format"),
        ("c", "숲".encode(), "unknown_format"),
        ("c.txt", b"", "empty_file"),
        ("c.txt", b"\x00\x01\x02\x03" * 50, "binary_file"),
        ("c.txt", b"\xff\xff\xff", "unknown_encoding"),
        ("c.html", b"<div>" * 10_000, "page_too_complex"),
    ],
)
def test_a_file_that_cannot_be_read_is_set_aside_and_the_rest_is_served(
    folder: Path, name: str, data: bytes, code: str
) -> None:
    (folder / name).write_bytes(data)
    found = corpus.read_folders([folder])
    assert len(found.readings) == 2
    (problem,) = found.excluded
    assert (problem.source, problem.code) == (name, code)
    assert any("가" <= character <= "힣" for character in problem.message_ko)
    assert problem.message_en


def test_a_file_over_the_size_limit_is_set_aside(folder: Path) -> None:
    (folder / "c.txt").write_text("숲" * 400, "utf-8")
    found = corpus.read_folders([folder], corpus.ReadOptions(most_bytes=1_000))
    assert excluded(found) == {"c.txt": "file_too_large"}


def test_a_file_that_cannot_be_opened_is_set_aside(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "c.txt").write_text("숲\n", "utf-8")
    read_bytes = Path.read_bytes

    # An account that may read every file would open it whatever its mode, so opening is refused.
    def refuse(path: Path) -> bytes:
        if path.name == "c.txt":
            raise PermissionError
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert excluded(corpus.read_folders([folder])) == {"c.txt": "cannot_open"}


def test_a_link_that_leads_out_of_the_folder_is_not_followed(folder: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("밖에 있는 글\n", "utf-8")
    (folder / "c.txt").symlink_to(secret)
    (folder / "d.txt").symlink_to(folder / "a.txt")
    (folder / "e.txt").symlink_to(tmp_path / "nowhere.txt")
    found = corpus.read_folders([folder])
    assert excluded(found) == {"c.txt": "outside_folder"}
    assert all("밖에" not in one.text for one in found.readings)
    assert "d.txt" in {one.document.source for one in found.readings}


def test_a_broken_row_of_the_catalogue_is_listed_and_its_document_still_read(folder: Path) -> None:
    (folder / "catalog.csv").write_text(
        "file,source_url\nnone.txt,\na.txt,javascript:alert(1)\n", "utf-8"
    )
    found = corpus.read_folders([folder])
    assert excluded(found) == {"none.txt": "catalogue_row", "a.txt": "catalogue_field"}
    assert [one.document.source_url for one in found.readings] == [None, None]


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(corpus.CorpusError) as caught:
        corpus.read_folders([tmp_path / "none"])
    assert caught.value.code == "missing_folder"
    assert "none" in caught.value.message_ko
    assert "none" in caught.value.message_en


def test_a_file_given_as_folder_is_refused(folder: Path) -> None:
    with pytest.raises(corpus.CorpusError) as caught:
        corpus.read_folders([folder / "a.txt"])
    assert caught.value.code == "missing_folder"


@pytest.mark.parametrize("name", [None, "c.hwp", "c.txt"])
def test_a_folder_without_a_readable_document_is_refused(tmp_path: Path, name: str | None) -> None:
    if name:
        (tmp_path / name).write_bytes(b"")
    with pytest.raises(corpus.CorpusError) as caught:
        corpus.read_folders([tmp_path])
    assert caught.value.code == "empty_corpus"
    assert ".txt" in caught.value.message_ko
    assert ".txt" in caught.value.message_en


def test_no_folder_at_all_is_refused() -> None:
    with pytest.raises(corpus.CorpusError) as caught:
        corpus.read_folders([])
    assert caught.value.code == "empty_corpus"


def test_the_same_folder_gives_the_same_corpus(folder: Path) -> None:
    assert corpus.read_folders([folder]) == corpus.read_folders([folder])


def test_the_digest_does_not_depend_on_where_the_folder_lies(folder: Path, tmp_path: Path) -> None:
    before = corpus.read_folders([folder]).digest
    assert corpus.read_folders([folder.rename(tmp_path / "moved")]).digest == before


def _change_byte(folder: Path) -> None:
    (folder / "a.txt").write_text(PLAN.replace("12억", "13억"), "utf-8")


def _rename(folder: Path) -> None:
    (folder / "a.txt").rename(folder / "a2.txt")


def _change_row(folder: Path) -> None:
    (folder / "catalog.csv").write_text("file,title\na.txt,다른 계획\n", "utf-8")


def _break_row(folder: Path) -> None:
    with (folder / "catalog.csv").open("a", encoding="utf-8") as file:
        file.write("none.txt,없음,\n")


def _add(folder: Path) -> None:
    (folder / "c.txt").write_text("숲\n", "utf-8")


def _add_unreadable(folder: Path) -> None:
    (folder / "c.hwp").write_bytes(b"HWP")


@pytest.mark.parametrize(
    "change", [_change_byte, _rename, _change_row, _break_row, _add, _add_unreadable]
)
def test_any_change_gives_another_digest(folder: Path, change: Callable[[Path], None]) -> None:
    before = corpus.read_folders([folder]).digest
    change(folder)
    assert corpus.read_folders([folder]).digest != before


def test_ids_are_readable_and_begin_with_the_place(folder: Path) -> None:
    first, second = corpus.read_folders([folder]).readings
    assert first.document.id.startswith("kr-boryeong/")
    assert second.document.id == "kr-pyeongtaek/plan-2031"
    assert first.passages[0].id == f"{first.document.id}/p000"
    assert first.facts[0].id == f"{first.document.id}/f0000"


def test_documents_alike_in_place_type_and_year_have_ids_of_their_own(folder: Path) -> None:
    for name in ("c.txt", "d.txt", "e.txt"):
        (folder / name).write_text(PLAN, "utf-8")
    found = corpus.read_folders([folder])
    ids = [one.document.id for one in found.readings]
    assert len(set(ids)) == len(ids)
    assert sum(one.startswith("kr-boryeong/budget-2031") for one in ids) >= 3
    facts = [fact.id for one in found.readings for fact in one.facts]
    assert len(set(facts)) == len(facts)


def test_an_id_stays_when_the_words_change_and_when_a_later_file_is_added(folder: Path) -> None:
    before = {
        one.document.source: one.document.id for one in corpus.read_folders([folder]).readings
    }
    _change_byte(folder)
    (folder / "z.txt").write_text(PLAN, "utf-8")
    after = {one.document.source: one.document.id for one in corpus.read_folders([folder]).readings}
    assert before.items() <= after.items()


def test_two_folders_are_one_corpus(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "a.txt").write_text(PLAN, "utf-8")
    found = corpus.read_folders([folder, other])
    assert [one.document.source for one in found.readings] == ["a.txt", "b.md", "a.txt"]
    assert len({one.document.id for one in found.readings}) == 3


def test_what_supersedes_a_file_names_its_document(folder: Path) -> None:
    (folder / "catalog.csv").write_text("file,supersedes\na.txt,b.md\nb.md,none.txt\n", "utf-8")
    first, second = corpus.read_folders([folder]).readings
    assert first.document.supersedes == second.document.id
    assert second.document.supersedes is None


def test_the_hash_of_a_document_is_that_of_its_bytes() -> None:
    assert read("숲").document.sha256 == (
        "d862def644e3210687f7ddc88fcad5c9c1e4e0aff2af9c598d76d1f2676ec1ba"
    )


def test_the_same_words_in_any_encoding_give_the_same_records() -> None:
    utf8, cp949, utf16 = (read(PLAN.encode(encoding)) for encoding in ("utf-8", "cp949", "utf-16"))
    assert utf8.text == cp949.text == utf16.text
    assert utf8.passages == cp949.passages == utf16.passages
    assert utf8.facts == cp949.facts == utf16.facts
    assert utf8.document.sha256 != cp949.document.sha256


def test_furniture_is_in_the_canonical_text_and_in_no_passage() -> None:
    reading = read("본문 바로가기\n홈 > 시정\n○ 숲 3개소\n만족도조사\n○ 물\n")
    assert reading.text.startswith("본문 바로가기\n홈 > 시정\n")
    assert [one.text for one in reading.passages] == ["○ 숲 3개소", "○ 물"]
    assert [one.reason for one in reading.left_out] == ["skip_link", "breadcrumb", "survey"]
    assert all("만족도" not in fact.quote for fact in reading.facts)
