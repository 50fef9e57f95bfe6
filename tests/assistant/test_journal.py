"""Lines of requests are written late, in order and all of them."""

from __future__ import annotations

import asyncio
import io
import json
import logging
import re
from collections.abc import Iterator

import pytest
import structlog

from assistant.journal import JournalHandler, JournalOptions
from assistant.logs import configure_logs, note_request

MOMENT = r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z"


class Broken(io.StringIO):
    """A stream that nobody reads any more."""

    def write(self, text: str) -> int:
        raise BrokenPipeError(text)


@pytest.fixture
def root(monkeypatch: pytest.MonkeyPatch) -> Iterator[logging.Logger]:
    """The root logger, given back as it was; so is structlog."""
    # A logger keeps what it was configured with when it first wrote.
    monkeypatch.setattr("assistant.logs._log", structlog.get_logger("sijeong.request"))
    found = logging.getLogger()
    before, level, configured = found.handlers[:], found.level, structlog.get_config()
    yield found
    found.handlers[:] = before
    found.setLevel(level)
    structlog.configure(**configured)


def handler(options: JournalOptions | None = None) -> tuple[JournalHandler, io.StringIO]:
    stream = io.StringIO()
    return JournalHandler(stream, is_json=True, options=options), stream


def test_without_an_event_loop_a_line_is_written_at_once() -> None:
    lines, stream = handler()
    lines.add(b"one\n")
    assert stream.getvalue() == "one\n"


async def test_lines_wait_for_one_another_and_come_in_order() -> None:
    lines, stream = handler(JournalOptions(seconds=0.02))
    for number in range(5):
        lines.add(f"{number}\n".encode())
    assert stream.getvalue() == ""
    await asyncio.sleep(0.1)
    assert stream.getvalue() == "0\n1\n2\n3\n4\n"
    lines.add(b"again\n")
    await asyncio.sleep(0.1)
    assert stream.getvalue().endswith("4\nagain\n")


async def test_many_lines_do_not_wait() -> None:
    lines, stream = handler(JournalOptions(seconds=60, total_bytes=100))
    for _ in range(12):
        lines.add(b"123456789\n")
    assert stream.getvalue() == "123456789\n" * 10


async def test_a_record_is_written_after_the_lines_before_it() -> None:
    lines, stream = handler(JournalOptions(seconds=60))
    lines.add(b"first\n")
    lines.emit(logging.LogRecord("any", logging.INFO, "", 1, "second", None, None))
    assert stream.getvalue() == "first\nsecond\n"


async def test_nothing_is_lost_when_logging_ends() -> None:
    lines, stream = handler(JournalOptions(seconds=60))
    lines.add(b"last\n")
    lines.flush()
    assert stream.getvalue() == "last\n"


def test_lines_of_a_loop_that_ended_come_with_those_of_the_next() -> None:
    lines, stream = handler(JournalOptions(seconds=0.01))

    async def one(text: bytes, *, is_patient: bool) -> None:
        lines.add(text)
        await asyncio.sleep(0.05 if is_patient else 0)

    asyncio.run(one(b"left\n", is_patient=False))
    asyncio.run(one(b"taken\n", is_patient=True))
    assert stream.getvalue() == "left\ntaken\n"


async def test_a_log_that_nobody_takes_stops_no_request() -> None:
    lines = JournalHandler(Broken(), is_json=True, options=JournalOptions(seconds=60))
    lines.add(b"lost\n")
    lines.flush()


def noted() -> None:
    note_request(request_id="r-1", method="POST", path='/"한글\n', status=200, seconds=0.01234)


def test_a_request_is_noted_with_the_same_members_in_either_way(
    root: logging.Logger, monkeypatch: pytest.MonkeyPatch
) -> None:
    stream = io.StringIO()
    monkeypatch.setattr("sys.stderr", stream)
    configure_logs(as_json=True)
    noted()
    # With somebody else listening, the line goes the long way round.
    root.addHandler(logging.NullHandler())
    noted()
    short, long = stream.getvalue().splitlines()
    assert re.sub(MOMENT, "", short) == re.sub(MOMENT, "", long)
    assert re.search(MOMENT, short)
    line = json.loads(short)
    assert (line["path"], line["ms"]) == ('/"한글\n', 12.3)


def test_no_request_is_noted_where_the_level_is_higher(
    root: logging.Logger, monkeypatch: pytest.MonkeyPatch
) -> None:
    stream = io.StringIO()
    monkeypatch.setattr("sys.stderr", stream)
    configure_logs(as_json=True, level="WARNING")
    noted()
    assert stream.getvalue() == ""


def test_coloured_lines_stay_as_they_are(
    root: logging.Logger, monkeypatch: pytest.MonkeyPatch
) -> None:
    stream = io.StringIO()
    monkeypatch.setattr("sys.stderr", stream)
    configure_logs(as_json=False)
    noted()
    assert "request_id=r-1" in stream.getvalue()
    assert not stream.getvalue().startswith("{")
