"""Receipts: the server's word that it gave this answer to this question.

A reply carries one when feedback is on, and feedback has to bring it back with the question and
the answer as they were. So nothing is kept of an answer until its reader sends it, and nobody can
complain of an answer that was never given. It is an HMAC-SHA-256 (RFC 2104) over both, so it is
short and the server remembers nothing.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import orjson

from assistant.problems import RequestError
from assistant.types import Question

_FORM = re.compile(r"v1\.([0-9a-f]{16})\.([0-9]{1,12})\.([0-9a-f]{64})", re.ASCII)
_QUOTED = ("number", "quote", "start", "end")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptOptions:
    """`valid_seconds`: a day is enough to read an answer, and ends what could be sent again."""

    valid_seconds: int = 24 * 60 * 60


class Receipts:
    """Issues receipts and checks those that come back; `key` is secret and at least 32 bytes."""

    def __init__(
        self,
        key: bytes,
        options: ReceiptOptions | None = None,
        *,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._key = key
        self._options = options or ReceiptOptions()
        self._clock = clock

    def issue(self, question: Question, reply: Mapping[str, Any]) -> str:
        """The receipt for a reply: 'v1.ID.SECONDS.MAC'."""
        start = f"v1.{secrets.token_hex(8)}.{int(self._clock())}"
        return f"{start}.{self._seal(start, question, reply)}"

    def check(self, receipt: object, question: Question, reply: Mapping[str, Any]) -> str:
        """The receipt's id, where it was issued here, lately, for this question and reply.

        Raises RequestError 'unknown_receipt' or 'receipt_expired'.
        """
        found = _FORM.fullmatch(receipt) if isinstance(receipt, str) else None
        if found is None:
            raise RequestError("unknown_receipt")
        try:
            expected = self._seal(found[0].rpartition(".")[0], question, reply)
        except (KeyError, TypeError):
            # A reply of another shape was never given.
            raise RequestError("unknown_receipt") from None
        if not hmac.compare_digest(expected, found[3]):
            raise RequestError("unknown_receipt")
        if self._clock() - int(found[2]) > self._options.valid_seconds:
            raise RequestError("receipt_expired")
        return found[1]

    def _seal(self, start: str, question: Question, reply: Mapping[str, Any]) -> str:
        content = [
            start,
            # The language asked for is left out: a reply names the one it is in, and a program
            # that sends that one back says nothing untrue.
            [question.text, question.history, question.municipality],
            [reply["status"], reply["answer"], reply["snapshot"]],
            [
                [one["document"]["id"], one["document"]["source"], *(one[name] for name in _QUOTED)]
                for one in reply["citations"]
            ],
        ]
        return hmac.new(self._key, orjson.dumps(content), hashlib.sha256).hexdigest()
