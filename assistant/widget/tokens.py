"""Visitor tokens: the server's word that a page of a listed origin may ask, for some minutes.

A token holds the widget's public id, the origin of the page, and a random number that stands for
the visitor as long as the page is open. It is signed (HMAC-SHA-256, by itsdangerous), so nothing is
kept of it here; it is no cookie, is stored nowhere in the browser, and says nothing of a person.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from itsdangerous import BadData, SignatureExpired, TimestampSigner, URLSafeTimedSerializer

from assistant.problems import RequestError
from assistant.widget.register import WidgetError

LEAST_SECRET_CHARACTERS = 32
"""Of random characters, more than anybody can guess."""

KEY_FILE = "widget.key"
_KEY_BYTES = 32
_MOST_CHARACTERS = 1_024


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenOptions:
    """`valid_seconds`: long enough to read an answer, and a copied token is soon worth nothing.
    `renewable_seconds`: within them a renewal keeps the visitor, and so the visitor's allowance;
    a page that slept for longer begins anew.
    """

    valid_seconds: int = 600
    renewable_seconds: int = 3_600


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """What a token says; `origin` is None for the installation's own pages."""

    widget_id: str
    origin: str | None
    visitor: str


class Tokens:
    """Issues tokens and checks those that come back; `secret` is the installation's."""

    def __init__(
        self,
        secret: bytes,
        options: TokenOptions | None = None,
        *,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.options = options or TokenOptions()

        class _Signer(TimestampSigner):
            def get_timestamp(self) -> int:
                return int(clock())

        self._sealed = URLSafeTimedSerializer(
            secret,
            salt="sijeong.widget.visit",
            signer=_Signer,
            signer_kwargs={"digest_method": hashlib.sha256, "key_derivation": "hmac"},
        )

    def issue(self, widget_id: str, origin: str | None, *, renewing: str = "") -> str:
        """A new token; for the same visitor where `renewing` is one that ended not long ago."""
        try:
            before = self._read(renewing, self.options.renewable_seconds) if renewing else None
        except RequestError:
            before = None
        keeps = before is not None and (before.widget_id, before.origin) == (widget_id, origin)
        visitor = before.visitor if before and keeps else secrets.token_urlsafe(9)
        sealed = self._sealed.dumps([widget_id, origin, visitor])
        return sealed if isinstance(sealed, str) else sealed.decode()

    def check(self, token: str, origin: str | None) -> Visit:
        """What a token says, where it was issued here, lately, to pages of this origin.

        Raises RequestError 'token_expired' or 'token_not_valid'.
        """
        visit = self._read(token, self.options.valid_seconds)
        if visit.origin != origin:
            raise RequestError("token_not_valid")
        return visit

    def _read(self, token: str, valid_seconds: int) -> Visit:
        if len(token) > _MOST_CHARACTERS:
            raise RequestError("token_not_valid")
        try:
            widget_id, origin, visitor = self._sealed.loads(token, max_age=valid_seconds)
        except SignatureExpired:
            raise RequestError("token_expired") from None
        except BadData:
            raise RequestError("token_not_valid") from None
        return Visit(widget_id=widget_id, origin=origin, visitor=visitor)


def read_secret(given: str, folder: Path) -> bytes:
    """The installation's secret: the one in the settings, else one made once in the data folder.

    Servers behind one address need the same, so they are given it. Raises WidgetError where it is
    too short or cannot be kept.
    """
    if given:
        if len(given) < LEAST_SECRET_CHARACTERS:
            # The secret itself is not repeated.
            raise WidgetError(
                "short_widget_secret",
                f"SIJEONG_WIDGET_SECRET은 {LEAST_SECRET_CHARACTERS}자 이상이어야 합니다.",
                f"SIJEONG_WIDGET_SECRET needs {LEAST_SECRET_CHARACTERS} characters or more.",
            )
        return given.encode()
    path = folder / KEY_FILE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _make(path)
        secret = path.read_bytes()
    except OSError as error:
        raise WidgetError(
            "widget_key_unusable",
            f"위젯 열쇠 파일을 쓸 수 없습니다: {path} ({error.strerror})",
            f"The key of the widgets cannot be kept: {path} ({error.strerror})",
        ) from None
    if len(secret) < _KEY_BYTES:
        raise WidgetError(
            "widget_key_unusable",
            f"위젯 열쇠 파일이 망가졌습니다. 지우면 새로 만듭니다: {path}",
            f"The key of the widgets is damaged. Delete it and a new one is made: {path}",
        )
    return secret


def _make(path: Path) -> None:
    """Write a new key, whole and readable to its owner alone, where there is none yet."""
    if path.exists():
        return
    written = path.with_name(f"{KEY_FILE}.{secrets.token_hex(4)}")
    descriptor = os.open(written, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(secrets.token_bytes(_KEY_BYTES))
            file.flush()
            os.fsync(file.fileno())
        # A link is refused where another process was faster; then theirs is the key.
        os.link(written, path)
    except FileExistsError:
        pass
    finally:
        written.unlink()
