"""A box of feedback whose clock stands still until a test moves it, and an app around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from starlette.applications import Starlette

from assistant.feedback import FeedbackBox
from tests.assistant.face import make_app

TOKEN = "a-staff-token-of-32-characters-ok"  # noqa: S105 (a token of these tests alone)
STAFF = {"authorization": f"Bearer {TOKEN}"}


@dataclass(kw_only=True)
class Clock:
    """A clock that a test moves on."""

    now: datetime = field(default_factory=lambda: datetime(2026, 11, 22, 9, 30, 12, tzinfo=UTC))

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, **length: float) -> None:
        self.now += timedelta(**length)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "feedback"


@pytest.fixture
def box(folder: Path, clock: Clock) -> Iterator[FeedbackBox]:
    opened = FeedbackBox(folder, staff_token=TOKEN, clock=clock)
    yield opened
    opened.close()


@pytest.fixture
def app(box: FeedbackBox) -> Starlette:
    return make_app(feedback=box)
