"""Headless Chromium that does what a person does: tests press buttons and read the page.

It is spoken to in the Chrome DevTools Protocol over two pipes (`--remote-debugging-pipe`), so no
port is opened and no library is needed: https://chromedevtools.github.io/devtools-protocol/.
"""

from __future__ import annotations

import fcntl
import json
import os
import selectors
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--enable-logging=stderr",
)
PATIENCE = 25.0
"""Seconds that one command, or what it sets off, may take."""

_COMMANDS, _REPLIES = 3, 4
"""The descriptors that Chromium reads commands from and writes replies to."""


class Page:
    """One page of a browser; `faults` are what went wrong in it: exceptions and refused loads."""

    def __init__(self, commands: int, replies: int) -> None:
        self.faults: list[str] = []
        self._session: str | None = None
        self._commands = commands
        self._replies = replies
        self._waiting = selectors.DefaultSelector()
        self._waiting.register(replies, selectors.EVENT_READ)
        self._rest = b""
        self._last = 0
        target = self._send("Target.createTarget", url="about:blank")["targetId"]
        attached = self._send("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]
        for domain in ("Page", "Runtime", "Log"):
            self._send(f"{domain}.enable")

    def open(self, address: str) -> None:
        """Load a page, its scripts included."""
        self._send("Page.navigate", url=address)
        self.wait("document.readyState === 'complete'")

    def resize(self, width: int, height: int) -> None:
        """Make the window as wide and high as this many pixels."""
        size = {"width": width, "height": height}
        self._send("Emulation.setDeviceMetricsOverride", **size, deviceScaleFactor=1, mobile=False)

    def run(self, script: str) -> Any:  # noqa: ANN401 (whatever the script gives)
        """The value of a script in the page."""
        done = self._send("Runtime.evaluate", expression=script, returnByValue=True)
        assert "exceptionDetails" not in done, done["exceptionDetails"]
        return done["result"].get("value")

    def wait(self, condition: str) -> None:
        """Wait until a script gives true."""
        late = time.monotonic() + PATIENCE
        while self.run(condition) is not True:
            assert time.monotonic() < late, f"{condition} does not come true; {self.faults}"
            time.sleep(0.05)

    def _send(self, method: str, **values: object) -> dict[str, Any]:
        self._last += 1
        message: dict[str, Any] = {"id": self._last, "method": method, "params": values}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._commands, json.dumps(message).encode() + b"\0")
        while True:
            reply = self._receive()
            if reply.get("id") == self._last:
                assert "error" not in reply, reply["error"]
                result: dict[str, Any] = reply["result"]
                return result
            if reply.get("method") in ("Runtime.exceptionThrown", "Log.entryAdded"):
                self.faults.append(json.dumps(reply["params"], ensure_ascii=False))

    def _receive(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            assert self._waiting.select(PATIENCE), "the browser says nothing"
            piece = os.read(self._replies, 65_536)
            assert piece, "the browser has ended"
            self._rest += piece
        message, _, self._rest = self._rest.partition(b"\0")
        content: dict[str, Any] = json.loads(message)
        return content


def high_pipe() -> tuple[int, int]:
    """A pipe whose ends have numbers above those that they become in the browser."""
    low = os.pipe()
    read, write = (fcntl.fcntl(one, fcntl.F_DUPFD_CLOEXEC, 10) for one in low)
    for one in low:
        os.close(one)
    return read, write


@contextmanager
def driving(profile: Path) -> Iterator[Page]:
    """Start a browser with a profile of its own; end it afterwards."""
    assert CHROMIUM
    theirs_in, ours_out = high_pipe()
    ours_in, theirs_out = high_pipe()

    def lend() -> None:
        os.dup2(theirs_in, _COMMANDS)
        os.dup2(theirs_out, _REPLIES)

    with subprocess.Popen(
        [CHROMIUM, *FLAGS, "--remote-debugging-pipe", f"--user-data-dir={profile}"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        preexec_fn=lend,
        pass_fds=(_COMMANDS, _REPLIES),
    ) as process:
        os.close(theirs_in)
        os.close(theirs_out)
        try:
            yield Page(ours_out, ours_in)
        finally:
            process.terminate()
            os.close(ours_in)
            os.close(ours_out)
