"""How far the building of a snapshot has come, shown to whoever waits for it."""

from __future__ import annotations

import sys
from typing import NoReturn

from tqdm import tqdm


class ProgressBars:
    """One bar on stderr for each stage of building."""

    def __init__(self) -> None:
        self._stage = ""
        self._bar: tqdm[NoReturn] | None = None

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Show that `done` of `total` steps of a stage are behind us."""
        if stage != self._stage or self._bar is None:
            if self._bar is not None:
                self._bar.close()
            self._stage = stage
            self._bar = tqdm(total=total, desc=f"색인 {stage}", unit="", file=sys.stderr)
        self._bar.update(done - self._bar.n)
        if done >= total:
            self._bar.close()
            self._bar = None
