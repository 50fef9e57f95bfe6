"""A language model behind any OpenAI-compatible address, through the official client (`openai`).

The client is an extra and is imported only where a model is configured. What is said arrives piece
by piece (`/v1/chat/completions`, `stream`), within one time limit for everything, and exactly one
more try where the first one failed before a word was said.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

import corpus
from assistant.brief import Message

if TYPE_CHECKING:
    import openai
    from openai.types.chat import ChatCompletionMessageParam

_BAD_REQUEST = 400
_TRY_AGAIN = frozenset({408, 409, 429})
_SERVER_ERRORS = 500


class LanguageModelError(corpus.SijeongError):
    """The language model that is configured cannot be used as it is configured."""


class SilentError(Exception):
    """A model said nothing, or broke off; `tokens` are those that it may have cost."""

    def __init__(self, reason: str, tokens: int) -> None:
        super().__init__(reason)
        self.reason = reason
        self.tokens = tokens


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageModelOptions:
    """Where the model is and how long it may take.

    `address` ends before `/chat/completions`; a local server often wants no `key`. `seconds` is for
    everything, both tries and all words: longer than that, a person would rather have the default
    answer. `connect_seconds` is for one connection. `longest_pause`: a server that asks for a
    longer wait before the second try (Retry-After) gets none. `pause`, where it names no wait.
    `most_tokens` of a reply are several times two sentences. `temperature` 0 says the likeliest.
    """

    address: str
    name: str
    key: str = field(default="", repr=False)
    seconds: float = 20.0
    connect_seconds: float = 3.0
    longest_pause: float = 2.0
    pause: float = 0.3
    most_tokens: int = 300
    temperature: float = 0.0


class LanguageModel:
    """Asks the model that is configured; holds no connection between answers and no state."""

    def __init__(self, options: LanguageModelOptions) -> None:
        if not options.address.startswith(("http://", "https://")):
            raise LanguageModelError(
                "invalid_language_model",
                f"언어 모델의 주소는 http:// 또는 https://로 시작해야 합니다: {options.address!r}",
                f"The language model's address must begin with http(s)://: {options.address!r}",
            )
        try:
            import openai  # noqa: F401 (to fail at the start and not at the first question)
        except ImportError as error:
            raise LanguageModelError(
                "language_model_missing",
                "언어 모델을 쓰려면 pip install -e '.[language-model]'을 실행하세요.",
                "To use a language model, run pip install -e '.[language-model]'.",
            ) from error
        self._options = options

    @property
    def most_tokens(self) -> int:
        """The most tokens of one reply."""
        return self._options.most_tokens

    def speak(self, messages: Sequence[Message], heard: Callable[[str], bool], *, told: int) -> int:
        """Give `heard` every piece of the reply until it returns False; the tokens used.

        `told` is the most tokens that the messages may be; they count for a try whose server does
        not say what it used. Blocks, so it belongs on a worker thread. Raises SilentError for
        everything that goes wrong, a reply without words included.
        """
        talk = _Talk(heard=heard, told=told)
        try:
            asyncio.run(self._in_time(messages, talk))
        except Exception as error:
            # Whatever a foreign server sends, a question is answered without it.
            raise SilentError(type(error).__name__, talk.tokens) from error
        if not talk.has_words:
            raise SilentError("nothing said", talk.tokens)
        return talk.tokens

    async def _in_time(self, messages: Sequence[Message], talk: _Talk) -> None:
        import openai

        async with asyncio.timeout(self._options.seconds), self._client() as client:
            try:
                await self._try(client, messages, talk, is_bare=False)
            except (openai.APIConnectionError, openai.APIStatusError) as error:
                pause = self._pause_after(error)
                if talk.has_words or pause is None:
                    raise
                await asyncio.sleep(pause)
                # Some servers refuse the parameters that others need; the bare request has none.
                is_refused = getattr(error, "status_code", None) == _BAD_REQUEST
                await self._try(client, messages, talk, is_bare=is_refused)

    def _client(self) -> openai.AsyncOpenAI:
        import openai

        options = self._options
        return openai.AsyncOpenAI(
            base_url=options.address,
            # The client looks into the environment for what is None.
            api_key=options.key or "none",
            default_headers={  # not those of an account that the environment names
                "OpenAI-Organization": openai.Omit(),  # type: ignore[dict-item]
                "OpenAI-Project": openai.Omit(),  # type: ignore[dict-item]
            },
            max_retries=0,
            timeout=openai.Timeout(options.seconds, connect=options.connect_seconds),
            # A question goes to the address that was configured and to no other: not to where a
            # reply points, nor through a proxy that the environment names (HTTPS_PROXY).
            http_client=openai.DefaultAsyncHttpxClient(follow_redirects=False, trust_env=False),
        )

    async def _try(
        self,
        client: openai.AsyncOpenAI,
        messages: Sequence[Message],
        talk: _Talk,
        *,
        is_bare: bool,
    ) -> None:
        extras: dict[str, Any] = {
            "temperature": self._options.temperature,
            "max_completion_tokens": self._options.most_tokens,
            "stream_options": {"include_usage": True},
        }
        stream: Any = await client.chat.completions.create(
            model=self._options.name,
            messages=cast("list[ChatCompletionMessageParam]", list(messages)),
            stream=True,
            **({} if is_bare else extras),
        )
        talk.begin()
        async with stream:
            async for chunk in stream:
                if not talk.take(chunk):
                    return

    def _pause_after(self, error: openai.APIError) -> float | None:
        """The seconds before the second try; None where another one would be no use."""
        response = getattr(error, "response", None)
        if response is None:
            return self._options.pause
        status = int(response.status_code)
        if status != _BAD_REQUEST and status not in _TRY_AGAIN and status < _SERVER_ERRORS:
            return None
        asked = response.headers.get("retry-after", "")
        if not asked:
            return self._options.pause
        is_number = asked.isascii() and asked.isdecimal() and len(asked) < 6
        seconds = float(asked) if is_number else self._options.longest_pause + 1
        return seconds if seconds <= self._options.longest_pause else None


class _Talk:
    """What one answer's tries have said and cost so far."""

    def __init__(self, *, heard: Callable[[str], bool], told: int) -> None:
        self._heard = heard
        self._told = told
        self._before = 0
        self.tokens = 0
        self.has_words = False

    def begin(self) -> None:
        """A try was accepted, so what it was told is paid for."""
        self._before = self.tokens
        self.tokens += self._told

    def take(self, chunk: Any) -> bool:  # noqa: ANN401 (a server may send anything)
        """Pass the words of a chunk on and count them; whether more is wanted."""
        usage = getattr(chunk, "usage", None)
        total = getattr(usage, "total_tokens", None)
        if isinstance(total, int) and total > 0:
            self.tokens = self._before + total
        for choice in chunk.choices[:1]:
            words = choice.delta.content
            if isinstance(words, str) and words:
                self.tokens += len(words.encode()) if usage is None else 0
                self.has_words = True
                if not self._heard(words):
                    return False
        return True
