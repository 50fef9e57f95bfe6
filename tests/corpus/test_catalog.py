"""catalog.csv: what a folder says of its documents, and what is done with rows that are broken."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.catalog import Catalog, licence_of, read_catalog, years_in
from corpus.errors import CorpusError

HEADER = "file,title,municipality,document_type,published_on,fiscal_year,source_url"


def catalog(folder: Path, *rows: str, header: str = HEADER, encoding: str = "utf-8") -> Catalog:
    """The catalogue of a folder that holds a.txt and b.txt and has these rows."""
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text("숲", "utf-8")
    (folder / "catalog.csv").write_bytes("\n".join([header, *rows]).encode(encoding))
    return read_catalog(folder)


def test_a_folder_without_catalogue_has_an_empty_one(tmp_path: Path) -> None:
    assert read_catalog(tmp_path) == Catalog(rows={}, excluded=())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949", "utf-16"])
def test_a_row_is_read_whatever_the_sheet_program_wrote(tmp_path: Path, encoding: str) -> None:
    found = catalog(
        tmp_path,
        "a.txt,똠방시 계획,충청남도 보령시,plan,2031-01-15,2031~2033,https://example.org/plan",
        encoding=encoding,
    )
    row = found.rows["a.txt"]
    assert found.excluded == ()
    assert (row.title, row.municipality, row.document_type) == (
        "똠방시 계획",
        "충청남도 보령시",
        "plan",
    )
    assert row.published_on == date(2031, 1, 15)
    assert row.fiscal_years == (2031, 2032, 2033)
    assert row.source_url == "https://example.org/plan"


def test_the_further_columns_are_read_in_any_order(tmp_path: Path) -> None:
    found = catalog(
        tmp_path,
        "b.txt,가람시,공공누리 제1유형,예,a.txt",
        header="supersedes,publisher,licence,is_digest,file",
    )
    row = found.rows["a.txt"]
    assert (row.supersedes, row.publisher, row.licence) == ("b.txt", "가람시", "KOGL-1")
    assert row.is_digest


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (",제목", "names no file"),
        ("c.txt,제목", "no file c.txt"),
        ("../a.txt,제목", "no file"),
        ("../../../../etc/passwd,제목", "no file"),
        ("/etc/passwd,제목", "no file"),
        ("a.txt,제목,곳,plan,2031-01-15,2031,https://x.kr,너무,많음", "more cells"),
        ('a.txt,"닫히지 않은 제목\nb.txt,다른 제목', "not closed"),
        ("x" * 5_000 + ".txt,제목", "no file"),
        (".,제목", "no file"),
    ],
)
def test_a_broken_row_is_set_aside_in_both_languages(tmp_path: Path, row: str, reason: str) -> None:
    found = catalog(tmp_path, row)
    assert found.rows == {}
    (problem,) = found.excluded
    assert problem.code == "catalogue_row"
    assert reason in problem.message_en
    assert "행을 쓰지 않았습니다" in problem.message_ko
    assert 0 < len(problem.source) <= 255


def test_the_good_rows_beside_a_broken_one_are_used(tmp_path: Path) -> None:
    found = catalog(tmp_path, "c.txt,없음", "a.txt,하나", ",", "b.txt,둘")
    assert [row.title for row in found.rows.values()] == ["하나", "둘"]
    assert [one.message_en.split(" was")[0] for one in found.excluded] == [
        "Catalogue line 2",
        "Catalogue line 4",
    ]


def test_a_file_named_twice_keeps_its_first_row(tmp_path: Path) -> None:
    found = catalog(tmp_path, "a.txt,하나", "./a.txt,둘")
    assert found.rows["a.txt"].title == "하나"
    assert "named twice" in found.excluded[0].message_en


@pytest.mark.parametrize("printed", ["./part/c.txt", "part\\c.txt", "part//c.txt"])
def test_a_file_is_known_by_its_plain_path(tmp_path: Path, printed: str) -> None:
    (tmp_path / "part").mkdir()
    (tmp_path / "part" / "c.txt").write_text("물", "utf-8")
    assert list(catalog(tmp_path, f"{printed},물").rows) == ["part/c.txt"]


def test_a_link_out_of_the_folder_is_no_file_of_it(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("밖", "utf-8")
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "c.txt").symlink_to(outside)
    assert catalog(folder, "c.txt,밖").rows == {}


@pytest.mark.parametrize(
    ("row", "field"),
    [
        ("a.txt,제목,,,2031-13-45,,", "published_on"),
        ("a.txt,제목,,,어제,,", "published_on"),
        ("a.txt,제목,,,,작년,", "fiscal_year"),
        ("a.txt,제목,,,,,javascript:alert(1)", "source_url"),
        ("a.txt,제목,,,,,JavaScript://x.kr/%0aalert(1)", "source_url"),
        ("a.txt,제목,,,,,//x.kr", "source_url"),
        ("a.txt,제목,,,,,file:///etc/passwd", "source_url"),
    ],
)
def test_a_broken_field_loses_only_itself(tmp_path: Path, row: str, field: str) -> None:
    found = catalog(tmp_path, row)
    assert found.rows["a.txt"].title == "제목"
    assert found.rows["a.txt"].source_url == ""
    assert found.rows["a.txt"].published_on is None
    assert found.rows["a.txt"].fiscal_years == ()
    (problem,) = found.excluded
    assert problem.code == "catalogue_field"
    assert field in problem.message_en
    assert field in problem.message_ko


@pytest.mark.parametrize("text", ["", "title,municipality\n제목,곳", "\x00\x01\x02", "가\n나"])
def test_a_catalogue_that_cannot_place_its_rows_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "catalog.csv").write_text(text, "utf-8")
    with pytest.raises(CorpusError) as caught:
        read_catalog(tmp_path)
    assert caught.value.code == "unusable_catalogue"
    assert "catalog.csv" in caught.value.message_ko
    assert "catalog.csv" in caught.value.message_en


@pytest.mark.parametrize(
    ("printed", "years"),
    [
        ("2031", (2031,)),
        ("2031~2034", (2031, 2032, 2033, 2034)),
        ("2031 – 2033년", (2031, 2032, 2033)),
        ("2031, 2034", (2031, 2034)),
        ("2034~2031", (2034, 2031)),
        ("제31회", ()),
        ("", ()),
    ],
)
def test_a_range_of_years_covers_those_between(printed: str, years: tuple[int, ...]) -> None:
    assert years_in(printed) == years


@pytest.mark.parametrize(
    ("printed", "licence"),
    [
        ("공공누리 제4유형", "KOGL-4"),
        ("KOGL-2", "KOGL-2"),
        ("kogl 1", "KOGL-1"),
        ("unknown", "unknown"),
        ("", ""),
        ("CC BY 4.0", "CC BY 4.0"),
    ],
)
def test_a_licence_is_named_in_one_way(printed: str, licence: str) -> None:
    assert licence_of(printed) == licence


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.text(st.characters(codec="utf-8"), max_size=200))
def test_any_rows_are_used_or_set_aside(tmp_path: Path, rows: str) -> None:
    try:
        found = catalog(tmp_path, rows)
    except CorpusError as error:
        assert error.code == "unusable_catalogue"  # noqa: PT017 (refusing is right as well)
        return
    assert set(found.rows) <= {"a.txt", "b.txt", "catalog.csv"}
    assert all(not row.source_url or row.source_url[:4] == "http" for row in found.rows.values())
