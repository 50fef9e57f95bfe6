"""A snapshot that is missing, damaged or of another format."""

from __future__ import annotations

from corpus import SijeongError


class SnapshotError(SijeongError):
    """A snapshot cannot be opened or built; the last good one goes on being served."""

    status = 503


class ModelError(SijeongError):
    """The embedding model cannot be prepared or loaded."""

    status = 503


class ReadingTooLongError(SijeongError):
    """A read that was stopped because its time was over; a narrower one may fit."""

    status = 503
