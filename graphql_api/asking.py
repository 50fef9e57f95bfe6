"""Asking: what this room needs of whoever answers questions, which the program hands in."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from typing import Any, Protocol


class AskingCounts(Protocol):
    """What became of questions so far, and how many are with whoever answers now."""

    @property
    def answered(self) -> Mapping[str, int]:
        """Answers by status, as the contract names it."""

    @property
    def turned_away(self) -> int:
        """Questions that would have had to wait too long."""

    @property
    def failed(self) -> int:
        """Questions that an error kept from an answer."""

    @property
    def working(self) -> int:
        """Questions being answered."""

    @property
    def waiting(self) -> int:
        """Questions waiting for their turn."""


class Asker(Protocol):
    """Whoever answers questions: it checks them, bounds how many, and tells an answer as events."""

    def check(self, content: Mapping[str, object]) -> Any:  # noqa: ANN401 (its own record)
        """The question in untrusted values: `question`, `history`, `municipality`, `language`.

        Raises a SijeongError that says what is wrong with them.
        """

    def admit(self) -> None:
        """Raise a SijeongError (429) where one more question would have to wait too long."""

    async def answer(self, question: Any) -> Mapping[str, Any]:  # noqa: ANN401 (as checked)
        """The answer to a checked question, as the JSON of `/api/ask`."""

    def events(
        self,
        question: Any,  # noqa: ANN401 (as checked)
        request_id: str,
    ) -> AsyncIterator[tuple[str, Mapping[str, Any]]]:
        """The same told as it is made: `status`, `text`, `citation` and `done`, or `error`."""
