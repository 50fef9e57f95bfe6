"""Shapes become JSON in one statement, or nothing at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

import index
from index.database import Database
from index.shape_columns import PLAIN_NUMBER
from index.shape_traits import add_functions, approximate_number, exact_number, traits_of
from index.tables import write_database
from tests.factories import make_corpus, make_document, make_reading

NAMES = index.Form(
    index.Shape(
        (
            (
                "it's",
                index.Listed("documents", 0, index.Shape((("id", index.Leaf("id")),))),
            ),
        )
    )
)


def written(
    database: Database, form: index.Form, arguments: Sequence[index.Argument]
) -> bytes | None:
    """What a form gives with these arguments."""
    filled = database.filled(form, arguments)
    return None if filled is None else database.run(filled)


@pytest.fixture
def database(tmp_path: Path) -> Database:
    path = tmp_path / "records.sqlite"
    write_database(
        path,
        make_corpus(*(make_reading(document=make_document(id=f"kr/{one}")) for one in "abc")),
    )
    return Database(path)


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        (index.RecordRequest(), ["kr/a", "kr/b", "kr/c"]),
        (index.RecordRequest(limit=2), ["kr/a", "kr/b"]),
        (index.RecordRequest(limit=2, descending=True), ["kr/b", "kr/c"]),
        (index.RecordRequest(ids=("kr/c", "'); DROP TABLE facts --")), ["kr/c"]),
    ],
)
def test_a_list_comes_in_order_of_id(
    database: Database, request_: index.RecordRequest, expected: list[str]
) -> None:
    found = written(database, NAMES, [request_])
    assert found is not None
    assert orjson.loads(found) == {"it's": [{"id": one} for one in expected]}


def test_a_wrong_parameter_gives_nothing(database: Database) -> None:
    found = index.Form(index.Shape((("one", index.Found((("facts", index.Shape(())),), 0)),)))
    assert written(database, found, ["\ud800"]) is None
    assert written(database, found, ["nothing"]) == b'{"one":null}'


def test_an_attribute_that_no_record_has_is_an_error() -> None:
    with pytest.raises(KeyError):
        index.Form(index.Shape((("a", index.Made("values", index.Shape((("b", _no()),)))),)))


def _no() -> index.Leaf:
    return index.Leaf("password")


def test_a_closed_database_says_so(database: Database) -> None:
    database.close()
    with pytest.raises(index.SnapshotError):
        written(database, NAMES, [index.RecordRequest()])


CONNECTION = sqlite3.connect(":memory:", check_same_thread=False)
add_functions(CONNECTION)


@given(
    st.decimals(allow_nan=False, allow_infinity=False, places=3)
    | st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15)
)
def test_a_plain_number_is_written_as_orjson_writes_it(value: Decimal) -> None:
    text = str(value)
    sql = (
        f"SELECT {PLAIN_NUMBER.replace('{v}', '?1')}, json_array(?1 + 0.0), exact_number(?1),"
        " approximate_number(?1)"
    )
    is_plain, written, exact, approximate = CONNECTION.execute(sql, (text,)).fetchone()
    assert exact == format(value, "f")
    expected = orjson.dumps(float(value) or 0.0).decode()
    assert approximate == expected
    if is_plain:
        assert written == f"[{expected}]"
        assert exact == text


@pytest.mark.parametrize("text", ["NaN", "Infinity", "1E+400"])
def test_what_is_no_json_number_is_refused(text: str) -> None:
    assert exact_number(text)
    with pytest.raises((ValueError, OverflowError, ArithmeticError)):
        approximate_number(text)


@pytest.mark.parametrize(
    ("value", "is_plain"), [("690", True), ("0.5", True), ("1E+3", False), ("0.0001", False)]
)
def test_one_number_that_is_not_plain_makes_a_snapshot_so(
    tmp_path: Path, value: str, is_plain: bool
) -> None:
    path = tmp_path / "records.sqlite"
    write_database(path, make_corpus(make_reading(facts=({"value": Decimal(value)},))))
    with sqlite3.connect(path) as connection:
        traits = traits_of(connection)
    assert (traits.is_writable, traits.is_plain) == (True, is_plain)
    connection.close()
