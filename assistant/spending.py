"""The purse: how many tokens a language model may cost in a day and for one answer."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class PurseOptions:
    """The caps, in tokens; a day is a day of UTC.

    What is not known yet is counted at its most (a byte a token, and both tries), which for Korean
    is some four times of what it turns out to be. So `per_answer` has room for the longest brief
    twice, and `per_day` is enough for several hundred answers of the usual length.
    """

    per_answer: int = 24_000
    per_day: int = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Reserved:
    """Tokens that are counted as spent until it is known how many were."""

    day: date
    tokens: int


def _today() -> date:
    return datetime.now(UTC).date()


class Purse:
    """Lends tokens to answers, many at a time, and never more than the caps.

    With a `file` the day's sum outlasts the program: what is lent is written down first. Where it
    cannot be read or written nothing is lent, since what is not counted has no cap.
    """

    def __init__(
        self,
        options: PurseOptions | None = None,
        *,
        file: Path | None = None,
        today: Callable[[], date] = _today,
    ) -> None:
        self._options = options or PurseOptions()
        self._file = file
        self._today = today
        self._turn = threading.Lock()
        self._day = today()
        self._spent = self._read()

    @property
    def spent(self) -> int:
        """The tokens spent or lent today."""
        with self._turn:
            self._turn_page()
            return self._spent

    def reserve(self, tokens: int) -> Reserved | None:
        """Lend the most that an answer can need; None where a cap does not leave so much."""
        with self._turn:
            self._turn_page()
            left = self._options.per_day - self._spent
            if tokens > min(left, self._options.per_answer) or not self._write(tokens):
                return None
            return Reserved(day=self._day, tokens=tokens)

    def settle(self, reserved: Reserved, used: int) -> None:
        """Count what was used in place of what was lent; what midnight has ended is left alone."""
        with self._turn:
            self._turn_page()
            if reserved.day == self._day:
                self._write(max(0, used) - reserved.tokens)

    def _turn_page(self) -> None:
        if self._today() != self._day:
            self._day, self._spent = self._today(), 0

    def _read(self) -> int:
        if self._file is None or not self._file.exists():
            return 0
        try:
            row = json.loads(self._file.read_text(encoding="utf-8"))
            is_today = date.fromisoformat(row["day"]) == self._day
            return max(0, int(row["tokens"])) if is_today else 0
        except (OSError, ValueError, TypeError, KeyError):
            return self._options.per_day

    def _write(self, more: int) -> bool:
        """Whether the sum of the day could be raised by so much, here and in the file."""
        after = max(0, self._spent + more)
        if self._file is not None:
            row = json.dumps({"day": self._day.isoformat(), "tokens": after})
            beside = self._file.with_suffix(".new")
            try:
                self._file.parent.mkdir(parents=True, exist_ok=True)
                beside.write_text(row, encoding="utf-8")
                beside.replace(self._file)
            except OSError:
                return False
        self._spent = after
        return True
