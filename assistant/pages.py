"""Templates, their words in two languages, and the assets that go with them."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any
from urllib.parse import urlencode, urlsplit

import jinja2
import orjson
from markupsafe import Markup, escape
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

import corpus
from assistant.courses import with_unit
from assistant.viewer import document_address, span_address
from assistant.wording import won

DEFAULT_LANGUAGE = "ko"

MEDIA_TYPES = {
    "style.css": "text/css; charset=utf-8",
    "chat.js": "text/javascript; charset=utf-8",
    "feedback.js": "text/javascript; charset=utf-8",
    "favicon.svg": "image/svg+xml",
}
"""The assets that are served; nothing else in the folder is."""

_CITE = re.compile(r"\[(\d{1,3})\]")
# Controls and direction marks: a document may hold them, but a reader must see that it does.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
    "\U000e0000-\U000e007f]"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """A stylesheet, script or picture; `version` changes exactly when `content` does."""

    content: bytes
    media_type: str
    version: str


class Pages:
    """Renders the templates of `assistant/web` in the reader's language, everything escaped."""

    def __init__(self) -> None:
        folder = resources.files("assistant") / "web"
        self.words: dict[str, dict[str, str]] = tomllib.loads(
            (folder / "words.toml").read_text(encoding="utf-8")
        )
        self.assets = {
            name: _read_asset((folder / name).read_bytes(), media_type)
            for name, media_type in MEDIA_TYPES.items()
        }
        script = "".join(
            one.content.decode() for name, one in self.assets.items() if name.endswith(".js")
        )
        self._said = {
            name
            for name in self.words[DEFAULT_LANGUAGE]
            if name.startswith("status_") or re.search(rf"\bwords\.{re.escape(name)}\b", script)
        }
        self._environment = jinja2.Environment(
            loader=jinja2.PackageLoader("assistant", "web"),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.filters |= {
            "visible": visible,
            "spelled": spelled,
            "cite_marks": cite_marks,
            "web_address": web_address,
            "with_unit": with_unit,
            "won": won,
        }
        self._environment.globals |= {
            "document_address": document_address,
            "span_address": span_address,
        }

    def render(
        self,
        request: Request,
        template: str,
        *,
        status: int = 200,
        headers: Mapping[str, str] | None = None,
        **context: Any,  # noqa: ANN401 (whatever a template asks for)
    ) -> HTMLResponse:
        """A whole page; `context` is what the template names."""
        language = language_of(request)
        words = self.words[language]
        chosen = request.query_params.get("lang")
        keep = {"lang": language} if chosen == language else {}

        def link(address: str, **query: object) -> str:
            # An address may have a query and an anchor already; the chosen language goes along.
            path, mark, anchor = address.partition("#")
            added = urlencode({k: v for k, v in query.items() if v is not None} | keep)
            if added:
                path += ("&" if "?" in path else "?") + added
            return path + mark + anchor

        html = self._environment.get_template(template).render(
            words=words,
            language=language,
            other_language="en" if language == "ko" else "ko",
            link=link,
            label=lambda group, name: words.get(f"{group}_{name}", name),
            doubt=lambda code: doubt_in_words(code, language),
            asset=lambda name: f"/assets/{name}?v={self.assets[name].version}",
            script_words=orjson.dumps({k: v for k, v in words.items() if k in self._said}).decode(),
            path=request.url.path,
            **context,
        )
        return HTMLResponse(
            html,
            status_code=status,
            headers={
                "content-language": language,
                "vary": "Accept-Language, Accept",
                "cache-control": "no-cache",
                **(headers or {}),
            },
        )

    def asset(self, name: str) -> Response | None:
        """An asset that browsers may keep for good, as its address names its version."""
        found = self.assets.get(name)
        if found is None:
            return None
        return Response(
            found.content,
            media_type=found.media_type,
            headers={"cache-control": "public, max-age=31536000, immutable"},
        )


def language_of(request: Request) -> str:
    """'ko' or 'en': what the address says, else what the browser prefers, else Korean."""
    chosen = request.query_params.get("lang")
    if chosen in ("ko", "en"):
        return chosen
    preferred = []
    for position, item in enumerate(request.headers.get("accept-language", "").split(",")):
        name, _, quality = item.strip().partition(";q=")
        code = name.partition("-")[0].lower()
        if code in ("ko", "en"):
            preferred.append((-_quality(quality), position, code))
    return min(preferred)[2] if preferred else DEFAULT_LANGUAGE


def doubt_in_words(code: str, language: str) -> str:
    """Why a fact is not published as data; a code that nobody knows stands for itself."""
    korean, english = corpus.DOUBTS.get(code, (code, code))
    return korean if language == "ko" else english


def visible(text: object) -> Markup:
    """Text for a page: escaped, with each character that would not be seen spelled out."""
    return Markup(  # noqa: S704 (every part of it is escaped here)
        _UNSEEN.sub(
            lambda found: f'<span class="unseen">U+{ord(found[0]):04X}</span>', str(escape(text))
        )
    )


def spelled(text: object) -> str:
    """Text for where no markup can stand (a picture's labels): what would not be seen spelled out.

    The template escapes it, as it does every other text.
    """
    return _UNSEEN.sub(lambda found: f"U+{ord(found[0]):04X}", str(text))


def cite_marks(text: str, numbers: frozenset[int] | set[int] | list[int]) -> Markup:
    """An answer with each `[1]` that has a citation made a link to its card."""

    def mark(found: re.Match[str]) -> str:
        number = int(found[1])
        if number not in numbers:
            return found[0]
        return f'<a class="mark" href="#c{number}">[{number}]</a>'

    return Markup(_CITE.sub(mark, str(visible(text))))  # noqa: S704 (escaped by `visible`)


def web_address(address: str | None) -> str | None:
    """The address if a link may lead there (http or https); None for 'javascript:' and the like."""
    if not address:
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if parts.scheme in ("http", "https") and parts.netloc else None


def _quality(text: str) -> float:
    if not text:
        return 1.0
    try:
        return float(text)
    except ValueError:
        return 0.0


def _read_asset(content: bytes, media_type: str) -> Asset:
    version = hashlib.sha256(content).hexdigest()[:12]
    return Asset(content=content, media_type=media_type, version=version)
