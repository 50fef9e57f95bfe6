"""The register of widgets as its file is now, so that a site can be listed without a restart."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from types import MappingProxyType

import structlog

from assistant.widget.register import Register, Widget, WidgetError, read_register

_log = structlog.get_logger("sijeong.widgets")

_Stamp = tuple[int, int, int]


class WatchedRegister(Register):
    """A register whose file is read anew where it has changed.

    It is looked at when the register is asked, once in `seconds` at most. What cannot be read is
    logged, once, and the register stays as it was. Raises WidgetError for a file that cannot be
    read at the start.
    """

    def __init__(
        self,
        path: Path,
        *,
        seconds: float = 2.0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._path = path
        self._seconds = seconds
        self._clock = clock
        self._looked = clock()
        self._stamp = _stamp_of(path)
        super().__init__(read_register(path).widgets)

    @property
    def widgets(self) -> tuple[Widget, ...]:
        """Each widget, as they stand in the file."""
        self._look()
        return super().widgets

    def find(self, widget_id: str, origin: str | None) -> Widget:
        """The widget of a page, as in every register."""
        self._look()
        return super().find(widget_id, origin)

    def _look(self) -> None:
        now = self._clock()
        if now - self._looked < self._seconds:
            return
        self._looked = now
        stamp = _stamp_of(self._path)
        if stamp == self._stamp:
            return
        self._stamp = stamp
        try:
            widgets = read_register(self._path).widgets
        except WidgetError as error:
            _log.warning("widgets_not_read", message=error.message_en)
            return
        self._widgets = MappingProxyType({one.id: one for one in widgets})
        _log.info("widgets_read", widgets=len(widgets))


def _stamp_of(path: Path) -> _Stamp | None:
    """What changes with a file; None for one that is not there."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
