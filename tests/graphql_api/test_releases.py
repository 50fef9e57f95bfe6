"""Nothing that was released goes away without notice."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

import graphql_api
from graphql_api import __main__ as command
from graphql_api.releases import RELEASED, broken_promises, notice_in, wrong_notices

TODAY = date(2027, 6, 1)
DUE = '@deprecated(reason: "2027-01-01부터, until 2027-05-01: use other")'
NOT_YET = '@deprecated(reason: "2027-05-01부터, until 2027-09-01: use other")'
TOO_SHORT = '@deprecated(reason: "2027-04-01부터, until 2027-05-01: use other")'
NO_DATE = '@deprecated(reason: "use other")'

OLD = """
type Query { thing(size: Int = 1 {notice}, by: By): Thing other: Int old: Old {notice} }
type Thing implements Named { name: String {notice} kind: Kind }
interface Named { kind: Kind name: String {notice} }
type Old { number: Int }
enum Kind { A B {notice} }
input By { name: String {notice} kind: Kind }
"""
REMOVALS = {
    "argument": ("size: Int = 1 {notice}, ", ""),
    "field": (
        "type Thing implements Named { name: String {notice} ",
        "type Thing implements Named { ",
    ),
    "enum value": ("A B {notice}", "A"),
    "input field": ("input By { name: String {notice} ", "input By { "),
    "field with its type": (" old: Old {notice} ", " "),
}


def sdl(notice: str = "", *, without: str | None = None) -> str:
    text = OLD
    if without is not None:
        text = text.replace(*REMOVALS[without])
        if without == "field with its type":
            text = text.replace("type Old { number: Int }", "")
        if without == "field":
            text = text.replace("{ kind: Kind name: String {notice} }", "{ kind: Kind }")
    return text.replace("{notice}", notice)


def test_what_is_served_keeps_what_was_released() -> None:
    present = graphql_api.build_schema().as_str()
    today = datetime.now(UTC).date()
    assert broken_promises(RELEASED.read_text("utf-8"), present, today) == ()
    assert wrong_notices(present) == ()


@pytest.mark.parametrize("what", REMOVALS)
def test_a_removal_without_notice_is_seen(what: str) -> None:
    present = sdl(without=what)
    for notice in ("", NO_DATE, TOO_SHORT, NOT_YET):
        assert broken_promises(sdl(notice), present, TODAY), notice


@pytest.mark.parametrize("what", REMOVALS)
def test_a_removal_after_its_day_is_none(what: str) -> None:
    assert broken_promises(sdl(DUE), sdl(without=what), TODAY) == ()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("other: Int", "other: String"),
        ("other: Int", "other(must: Int!): Int"),
        ("thing(size: Int = 1", "thing(size: Int = 2"),
        ("by: By", "by: By!"),
        ("input By {", "input By { must: Int!"),
        ("type Thing implements Named", "type Thing"),
        ("type Old { number: Int }", "type Old { digits: Int }"),
    ],
)
def test_a_change_that_breaks_a_query_or_its_answer_is_seen(before: str, after: str) -> None:
    assert before in sdl()
    assert broken_promises(sdl(), sdl().replace(before, after), TODAY)


def test_what_is_added_breaks_nothing() -> None:
    more = sdl().replace("other: Int", "other(may: Int): Int more: Old").replace("A B", "A B C")
    assert broken_promises(sdl(), more, TODAY) == ()
    assert broken_promises(sdl(), sdl(NOT_YET), TODAY) == ()


def test_what_is_served_still_has_everything_but_one_field_of_it() -> None:
    """The guard on the real schema, one field taken away from it."""
    present = RELEASED.read_text("utf-8")
    less = present.replace("  amountKrw: BigInt\n", "  amountKRW: BigInt\n", 1)
    assert less != present
    assert any("amountKrw" in one for one in broken_promises(present, less, TODAY))


@pytest.mark.parametrize(
    ("reason", "is_notice"),
    [
        ("2027-01-01부터 쓰지 마십시오. until 2027-04-01", True),
        ("2027-01-01, until 2027-03-31", False),
        ("2027-04-01, until 2027-01-01", False),
        ("until 2027-04-01", False),
        ("2027-01-01, 2027-04-01, 2027-09-01", False),
        ("2027-13-01, until 2028-13-01", False),
        ("No longer supported", False),
        ("", False),
    ],
)
def test_notice_is_two_dates_far_enough_apart(reason: str, is_notice: bool) -> None:
    assert (notice_in(reason) is not None) is is_notice
    served = f'type Query {{ a: Int @deprecated(reason: "{reason}") }}'
    assert wrong_notices(served) == (() if is_notice else (reason,))


def test_a_release_that_breaks_a_promise_is_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "released.graphql"
    path.write_text(sdl(), encoding="utf-8")
    monkeypatch.setattr(command, "RELEASED", path)
    assert command.release(sdl(without="argument")) == 1
    assert "size" in capsys.readouterr().err
    assert path.read_text("utf-8") == sdl()
    assert command.release(sdl(NOT_YET)) == 0
    assert path.read_text("utf-8") == sdl(NOT_YET) + "\n"
