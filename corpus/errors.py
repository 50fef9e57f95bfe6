"""What can go wrong while reading, said in Korean and in English."""

from __future__ import annotations


class SijeongError(Exception):
    """Any problem that a person can act on; the ancestor of each room's own error.

    `code` is stable and lower-case with underscores; both messages say what to do next.
    `status` is the HTTP status a server should answer with when the error reaches a caller.
    """

    status = 500

    def __init__(self, code: str, message_ko: str, message_en: str) -> None:
        super().__init__(f"{message_ko} / {message_en}")
        self.code = code
        self.message_ko = message_ko
        self.message_en = message_en


class CorpusError(SijeongError):
    """A corpus folder or its catalogue cannot be used at all."""


class UnreadableSourceError(CorpusError):
    """One source file cannot be read; it is set aside with this reason and the rest is served."""
