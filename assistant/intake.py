"""A question as it arrives: read within bounds, checked, and refused with one clear message.

Whatever comes over the wire is hostile until it has passed through here. Harmless invisible
characters that copying from web pages leaves behind are dropped; characters that change what a
reader sees (Trojan Source, CVE-2021-42574) or that cannot be typed are refused.
"""

from __future__ import annotations

import asyncio
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

import orjson
from starlette.requests import Request

from assistant.problems import RequestError
from assistant.types import Question

LANGUAGES = ("ko", "en")

_JSON = "application/json"
_FORM = "application/x-www-form-urlencoded"

# Zero-width space and joiners, left-to-right marks, soft hyphen, byte order mark: web pages and
# word processors leave them in copied text, where they say nothing.
_DROPPED = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))
_DIRECTION = re.compile("[\u061c\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class IntakeOptions:
    """How much is taken in.

    `max_history` earlier questions are enough to resolve “그럼 작년은?”; more would only cost time.
    `max_body_bytes` leaves room for a full history in escaped JSON (six bytes a character).
    `max_form_fields` bounds the work of parsing before any field is looked at. `body_seconds` is
    ample for a phone on a poor line and ends a body that is dripped in to hold a connection.
    """

    max_question_characters: int = 1_000
    max_history: int = 20
    max_name_characters: int = 100
    max_body_bytes: int = 256 * 1024
    max_form_fields: int = 64
    body_seconds: float = 10.0


async def read_json(request: Request, options: IntakeOptions) -> dict[str, Any]:
    """The object in a JSON body; raises RequestError that says what to change."""
    _require_content_type(request, _JSON)
    body = await read_body(request, options)
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        raise RequestError("invalid_encoding") from None
    try:
        content = orjson.loads(text)
    except orjson.JSONDecodeError:
        raise RequestError("invalid_json") from None
    if not isinstance(content, dict):
        raise RequestError("not_an_object")
    return content


async def read_form(request: Request, options: IntakeOptions) -> dict[str, list[str]]:
    """The fields of a posted form, each with its values in the order they came."""
    _require_content_type(request, _FORM)
    body = await read_body(request, options)
    try:
        pairs = parse_qsl(
            body.decode("ascii"),
            keep_blank_values=True,
            errors="strict",
            max_num_fields=options.max_form_fields,
        )
    except UnicodeDecodeError:
        raise RequestError("invalid_encoding") from None
    except ValueError:
        raise RequestError("invalid_form") from None
    fields: dict[str, list[str]] = {}
    for name, value in pairs:
        fields.setdefault(name, []).append(value)
    return fields


async def read_body(request: Request, options: IntakeOptions) -> bytes:
    """The whole body; RequestError as soon as too much is announced or comes, or too slowly."""
    limit = options.max_body_bytes
    announced = request.headers.get("content-length", "")
    if announced.isdecimal() and int(announced) > limit:
        raise RequestError("body_too_large", limit=limit)
    body = bytearray()
    try:
        async with asyncio.timeout(options.body_seconds):
            async for chunk in request.stream():
                body += chunk
                if len(body) > limit:
                    raise RequestError("body_too_large", limit=limit)
    except TimeoutError:
        raise RequestError("body_too_slow") from None
    return bytes(body)


def check_question(content: Mapping[str, object], options: IntakeOptions) -> Question:
    """A Question out of untrusted values; unknown keys are passed over so that clients may grow."""
    history = content.get("history")
    if history is None:
        history = []
    if not isinstance(history, list):
        raise RequestError("not_a_list", field="history")
    if len(history) > options.max_history:
        raise RequestError("too_many_items", field="history", limit=options.max_history)
    language = content.get("language")
    if language is not None and language not in LANGUAGES:
        raise RequestError("unknown_language")
    return Question(
        text=check_text(
            "question", content.get("question", ""), limit=options.max_question_characters
        ),
        history=tuple(
            check_text("history", one, limit=options.max_question_characters)
            for one in history
            if not _is_blank(one)
        ),
        language=str(language) if language else None,
        municipality=check_name("municipality", content.get("municipality"), options),
    )


def check_name(field: str, value: object, options: IntakeOptions) -> str | None:
    """A short name such as a municipality's, or None where it is absent or blank."""
    if value is None or _is_blank(value):
        return None
    return check_text(field, value, limit=options.max_name_characters)


def check_text(field: str, value: object, *, limit: int) -> str:
    """One line of clean text in Unicode's composed form (NFC), or RequestError.

    Raises for a value that is not text, is blank, is longer than `limit` characters, or holds
    control or text-direction characters.
    """
    if not isinstance(value, str):
        raise RequestError("not_text", field=field)
    # Normalising can lengthen a text threefold, so an absurd length is refused before the work.
    if len(value) > limit * 4:
        raise _too_long(field, limit)
    if found := _CONTROL.search(value):
        raise RequestError("control_characters", field=field, character=code_point(found[0]))
    if found := _DIRECTION.search(value):
        raise RequestError("hidden_characters", field=field, character=code_point(found[0]))
    text = _SPACES.sub(" ", unicodedata.normalize("NFC", value).translate(_DROPPED)).strip()
    if not text:
        raise RequestError("empty_question" if field == "question" else "empty_text", field=field)
    if len(text) > limit:
        raise _too_long(field, limit)
    return text


def without_hidden(text: str) -> str:
    """The text without the characters for which it is refused, so that it can be sent again."""
    return _DIRECTION.sub("", _CONTROL.sub("", text))


def code_point(character: str) -> str:
    """A character's name for messages: 'U+202E'."""
    return f"U+{ord(character):04X}"


def _is_blank(value: object) -> bool:
    return isinstance(value, str) and not value.strip()


def _too_long(field: str, limit: int) -> RequestError:
    code = "question_too_long" if field == "question" else "text_too_long"
    return RequestError(code, field=field, limit=limit)


def is_json(request: Request) -> bool:
    """Whether the body is announced as JSON."""
    return _content_type(request) == _JSON


def _content_type(request: Request) -> str:
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


def _require_content_type(request: Request, expected: str) -> None:
    if _content_type(request) != expected:
        raise RequestError("wrong_content_type", expected=expected)
