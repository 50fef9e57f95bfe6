"""What the conversation on the page and in the widget is told before anyone has asked."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

import orjson
from starlette.requests import Request
from starlette.responses import Response

from assistant.examples import Welcome
from assistant.feedback import FeedbackBox
from assistant.follow_ups import ADDRESS as FOLLOW_UPS
from assistant.intake import IntakeOptions
from assistant.local_examples import LocalExamples
from assistant.pages import Pages, language_of
from assistant.problems import RequestError
from assistant.wire import Row, encode

ASK = "/api/ask"
_SAID_BY_NAME = ("status_", "why_", "licence_")


class ConversationSettings:
    """The settings of `web/conversation.js`: words, limits, examples and the date of the data."""

    def __init__(
        self,
        pages: Pages,
        welcome: Callable[[], Welcome | None],
        intake: IntakeOptions,
        feedback: FeedbackBox | None,
        local: LocalExamples,
    ) -> None:
        self._welcome = welcome
        self._local = local
        self._intake = intake
        self._feedback = feedback
        said = _names_in(pages)
        self._words = {
            language: {name: word for name, word in words.items() if name in said}
            for language, words in pages.words.items()
        }

    def row(self, language: str, examples: tuple[str, ...] | None = None) -> Row:
        """The settings in one language, JSON-able; the general examples where none are given."""
        welcome = self._welcome()
        if examples is None:
            examples = welcome.examples.get(language, ()) if welcome else ()
        return {
            "endpoint": ASK,
            "follow_ups": FOLLOW_UPS,
            "language": language,
            "words": self._words[language],
            "examples": examples,
            "municipalities": welcome.municipalities if welcome else (),
            "documents": welcome.document_count if welcome else None,
            "snapshot": welcome.snapshot_id if welcome else None,
            "built_on": welcome.built_on if welcome else None,
            "max_question_characters": self._intake.max_question_characters,
            "max_history": self._intake.max_history,
            "feedback": _feedback_row(self._feedback) if self._feedback else None,
        }

    def text(self, language: str) -> str:
        """The same as JSON text, for an attribute of the page."""
        return orjson.dumps(self.row(language)).decode()

    async def endpoint(self, request: Request) -> Response:
        """`GET /api/conversation?language=ko&municipality=…`: for whoever embeds it."""
        language = request.query_params.get("language") or language_of(request)
        if language not in self._words:
            raise RequestError("unknown_language")
        place = request.query_params.get("municipality", "")[: self._intake.max_name_characters]
        examples = await self._local.of(place, language) if place else None
        return Response(
            encode(self.row(language, examples)),
            media_type="application/json",
            headers={"cache-control": "no-cache", "vary": "Accept-Language"},
        )


def _names_in(pages: Pages) -> set[str]:
    """The words that a script says, by their names in it."""
    scripts = "".join(
        content.decode() for name, content in pages.assets.contents.items() if name.endswith(".js")
    )
    named = set(re.findall(r"\bwords\.([a-z_]+)\b", scripts))
    (words, *_) = pages.words.values()
    return {name for name in words if name in named or name.startswith(_SAID_BY_NAME)}


def _feedback_row(box: FeedbackBox) -> Mapping[str, Any]:
    return {
        "days": box.kept_days,
        "reasons": [one.value for one in box.reasons],
        "max_comment_characters": box.options.form.max_comment_characters,
    }
