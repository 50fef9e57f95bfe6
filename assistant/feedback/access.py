"""Who may read feedback: staff with the operator's token, as a header or by logging in.

Programs send `Authorization: Bearer TOKEN`. Browsers log in once and get a cookie that scripts
cannot read and other sites cannot make them send (HttpOnly, SameSite=Strict); each form carries a
second secret besides (OWASP, Cross-Site Request Forgery Prevention). Sessions are sealed, not
stored: another token ends them all.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from assistant.feedback.throttle import Throttle
from assistant.problems import RequestError

COOKIE = "sijeong_staff"
PATH = "/feedback"
LEAST_TOKEN_CHARACTERS = 16
"""Of random characters, more than anybody can guess."""

_SESSION = re.compile(r"([0-9]{1,12})\.[0-9a-f]{32}\.[0-9a-f]{64}", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessOptions:
    """`session_seconds`: a day, so that nobody who works slowly is put out over it (WCAG 2.2,
    2.2.1); the pages say so. `wrong_tokens_per_minute`: beyond them the answer to a
    wrong token is 'too_often', which tells an operator's log of guessing; a right one always
    passes, and its length, not this limit, is what keeps it from being guessed.
    """

    session_seconds: int = 24 * 60 * 60
    wrong_tokens_per_minute: int = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """Somebody who may be here; `form_secret` is what their forms carry, '' for a program."""

    form_secret: str = ""


class Access:
    """Checks staff; without a token nobody is let in. `key` seals the sessions."""

    def __init__(
        self,
        token: str,
        key: bytes,
        options: AccessOptions | None = None,
        *,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._token = _digest(token)
        self._is_open = len(token) >= LEAST_TOKEN_CHARACTERS
        self._key = hmac.digest(key, b"session" + self._token, "sha256")
        self._options = options or AccessOptions()
        self._clock = clock
        self._wrong = Throttle(self._options.wrong_tokens_per_minute)

    def visit(self, request: Request) -> Visit:
        """Who is asking; RequestError 'staff_closed' or 'staff_only' where they may not."""
        self._require_open()
        scheme, _, given = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer":
            self._compare(given.strip())
            return Visit()
        session = request.cookies.get(COOKIE, "")
        if not self._is_session(session):
            raise RequestError("staff_only")
        return Visit(form_secret=self._seal("form", session))

    @property
    def session_hours(self) -> int:
        """How long a browser stays let in, in hours."""
        return self._options.session_seconds // 3_600

    def check_form(self, visit: Visit, given: str) -> None:
        """RequestError 'form_not_ours' where a browser's form does not carry its secret."""
        if visit.form_secret and not hmac.compare_digest(
            _digest(given), _digest(visit.form_secret)
        ):
            raise RequestError("form_not_ours")

    def log_in(self, token: str, request: Request, response: Response) -> None:
        """Let a browser in that gave the right token; RequestError otherwise."""
        self._require_open()
        self._compare(token.strip())
        start = f"{int(self._clock()) + self._options.session_seconds}.{secrets.token_hex(16)}"
        self._set(response, request, f"{start}.{self._seal('session', start)}")

    def log_out(self, request: Request, response: Response) -> None:
        """Take the cookie back."""
        self._set(response, request, "")

    def _set(self, response: Response, request: Request, session: str) -> None:
        response.set_cookie(
            COOKIE,
            session,
            max_age=self._options.session_seconds if session else 0,
            path=PATH,
            secure=request.url.scheme == "https",
            httponly=True,
            samesite="strict",
        )

    def _require_open(self) -> None:
        if not self._is_open:
            raise RequestError("staff_closed")

    def _compare(self, token: str) -> None:
        if hmac.compare_digest(_digest(token), self._token):
            # Never throttled: else anybody who sends wrong tokens would keep staff out.
            return
        self._wrong.take()
        raise RequestError("staff_only")

    def _is_session(self, session: str) -> bool:
        found = _SESSION.fullmatch(session)
        if found is None or int(found[1]) < self._clock():
            return False
        start, _, seal = session.rpartition(".")
        return hmac.compare_digest(seal, self._seal("session", start))

    def _seal(self, purpose: str, text: str) -> str:
        return hmac.new(self._key, f"{purpose}:{text}".encode(), hashlib.sha256).hexdigest()


def _digest(text: str) -> bytes:
    # Of one length whatever is given, so that comparing tells nothing of it.
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
