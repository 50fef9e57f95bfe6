"""A register that changes with its file, and stays as it was where the file is broken."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from assistant.pages import Pages
from assistant.problems import RequestError
from assistant.widget.register import WidgetError
from assistant.widget.routes import Widgets, open_widgets, widget_routes
from assistant.widget.tokens import Tokens
from assistant.widget.watched import WatchedRegister
from tests.assistant.face import client
from tests.assistant.widget.sites import LISTED, SECRET

ONE = f"""
[widgets.plans]
origins = ["{LISTED}"]
"""
NEWER = "https://new.city.go.kr"
TWO = f"""{ONE}
[widgets.council]
origins = ["{NEWER}"]
colours = {{ accent = "#14477d", on_accent = "#ffffff" }}
"""


class Clock:
    """Time that passes when it is told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class File:
    """The operator's file, written so that no two states look alike."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "widgets.toml"
        self.clock = Clock()
        self._written = 1
        self.write(ONE)
        self.register = WatchedRegister(self.path, seconds=2, clock=self.clock)

    def write(self, text: str) -> None:
        self.path.write_text(text, encoding="utf-8")
        self._written += 1
        os.utime(self.path, (self._written, self._written))

    def wait(self) -> None:
        self.clock.now += 2


@pytest.fixture
def file(tmp_path: Path) -> File:
    return File(tmp_path)


def test_a_site_is_listed_without_a_restart_and_taken_off_again(file: File) -> None:
    assert not file.register.is_listed(NEWER)
    file.write(TWO)
    assert not file.register.is_listed(NEWER), "the file is not looked at for every request"
    file.wait()
    assert file.register.is_listed(NEWER)
    assert file.register.find("council", NEWER).id == "council"
    assert [one.text for one in file.register.origins] == [LISTED, NEWER]
    file.write(ONE)
    file.wait()
    with pytest.raises(RequestError, match="widget"):
        file.register.find("council", NEWER)


@pytest.mark.parametrize("broken", ["[widgets", "", "[widgets.plans]\norigins = []", None])
def test_a_broken_file_changes_nothing_and_is_told_once(file: File, broken: str | None) -> None:
    if broken is None:
        file.path.unlink()
    else:
        file.write(broken)
    with capture_logs() as logs:
        for _ in range(3):
            file.wait()
            assert file.register.is_listed(LISTED)
    assert [one["event"] for one in logs] == ["widgets_not_read"]
    assert logs[0]["message"]
    file.write(TWO)
    file.wait()
    assert file.register.is_listed(NEWER)


def test_a_file_that_is_broken_at_the_start_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WidgetError):
        open_widgets(str(tmp_path / "none.toml"), data=tmp_path)


async def test_the_loader_has_the_colours_of_now(file: File) -> None:
    from starlette.applications import Starlette

    widgets = Widgets(file.register, Tokens(SECRET))
    async with client(Starlette(routes=widget_routes(widgets, Pages()))) as http:
        before = await http.get("/widget.js?widget=council")
        file.write(TWO)
        file.wait()
        after = await http.get("/widget.js?widget=council")
    assert "#14477d" not in before.text
    assert "#14477d" in after.text
    assert before.headers["etag"] != after.headers["etag"]
