import sqlite3
import time
from pathlib import Path

import pytest

from assistant.feedback import FeedbackBox, FeedbackOptions, RetentionOptions
from assistant.problems import RequestError
from tests.assistant.feedback.conftest import Clock
from tests.assistant.feedback.letters import make_feedback


def test_what_is_past_its_time_goes_even_where_nobody_sends_or_reads(
    folder: Path, clock: Clock
) -> None:
    options = FeedbackOptions(purge_seconds=0.01, retention=RetentionOptions(kept_days=1))
    box = FeedbackBox(folder, options=options, clock=clock)
    box.start()
    box.store.keep(make_feedback(given_at=clock()))
    assert box.store.count() == 1
    clock.pass_by(days=2)
    deadline = time.monotonic() + 10
    while box.store.count():
        assert time.monotonic() < deadline
        time.sleep(0.01)
    box.close()


def test_a_box_that_was_never_started_can_be_closed(folder: Path) -> None:
    FeedbackBox(folder).close()


def test_no_error_ends_the_sweeping(
    folder: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    box = FeedbackBox(folder, options=FeedbackOptions(purge_seconds=0.01), clock=clock)
    errors = [sqlite3.OperationalError("disk I/O error"), RequestError("feedback_not_kept")]
    swept: list[int] = []

    def purge() -> int:
        swept.append(1)
        if errors:
            raise errors.pop(0)
        return 0

    monkeypatch.setattr(box.store, "purge", purge)
    box.start()
    deadline = time.monotonic() + 10
    while len(swept) < 4:
        assert time.monotonic() < deadline
        time.sleep(0.01)
    box.close()
