import sys
import time
from collections.abc import Iterator

import pytest

from assistant.brief import Message
from assistant.language_model import (
    LanguageModel,
    LanguageModelError,
    LanguageModelOptions,
    SilentError,
)
from tests.assistant.foreign import (
    Foreign,
    chunk,
    drips,
    foreign_server,
    goes_on_for_ever,
    refuses,
    says,
    sends,
    sends_elsewhere,
    shows_a_page,
    usage,
)

MESSAGES: tuple[Message, ...] = ({"role": "user", "content": "예산은?"},)
TOLD = 40


@pytest.fixture(scope="module")
def foreign() -> Iterator[Foreign]:
    with foreign_server() as running:
        yield running


def model(foreign: Foreign, *, seconds: float = 10.0, key: str = "") -> LanguageModel:
    options = LanguageModelOptions(
        address=foreign.url, name="gemma", seconds=seconds, key=key, pause=0.01
    )
    return LanguageModel(options)


def listen(foreign: Foreign, *, seconds: float = 10.0, pieces: int = 1000) -> tuple[str, int]:
    """What was heard until so many pieces had come, and what it cost."""
    heard: list[str] = []

    def take(piece: str) -> bool:
        heard.append(piece)
        return len(heard) < pieces

    used = model(foreign, seconds=seconds).speak(MESSAGES, take, told=TOLD)
    return "".join(heard), used


def fails(foreign: Foreign, *, seconds: float = 10.0) -> SilentError:
    with pytest.raises(SilentError) as failure:
        listen(foreign, seconds=seconds)
    return failure.value


def test_a_reply_is_heard_piece_by_piece_and_costs_what_the_server_says(foreign: Foreign) -> None:
    foreign.will(says("예산은 ", "50억 ", "원", tokens=77))
    assert listen(foreign) == ("예산은 50억 원", 77)
    (body,) = foreign.bodies
    assert body["messages"] == list(MESSAGES)
    assert body["model"] == "gemma"
    assert body["stream"] is True
    assert body["max_completion_tokens"] == 300


@pytest.mark.parametrize("cost", [-5, 0, "many", None, 2.5])
def test_a_cost_that_is_none_is_counted_at_its_most(foreign: Foreign, cost: object) -> None:
    foreign.will(says("가나", tokens=cost))
    assert listen(foreign) == ("가나", TOLD + len("가나".encode()))


def test_who_stops_listening_ends_the_reply_and_pays_for_what_was_said(foreign: Foreign) -> None:
    foreign.will(goes_on_for_ever("예산 "))
    heard, used = listen(foreign, pieces=3)
    assert heard == "예산 " * 3
    assert used == TOLD + len(heard.encode())


@pytest.mark.parametrize("status", [408, 409, 429, 500, 502, 503])
def test_a_passing_failure_is_tried_again_once(foreign: Foreign, status: int) -> None:
    foreign.will(refuses(status), says("됨", tokens=9))
    assert listen(foreign) == ("됨", 9)
    foreign.will(refuses(status))
    assert fails(foreign).tokens == 0
    assert len(foreign.bodies) == 2


@pytest.mark.parametrize("status", [401, 403, 404, 422])
def test_a_lasting_failure_is_not_tried_again(foreign: Foreign, status: int) -> None:
    foreign.will(refuses(status))
    assert fails(foreign).tokens == 0
    assert len(foreign.bodies) == 1


def test_a_server_that_knows_fewer_parameters_is_asked_without_them(foreign: Foreign) -> None:
    foreign.will(refuses(400), says("됨"))
    assert listen(foreign)[0] == "됨"
    assert set(foreign.bodies[1]) == {"messages", "model", "stream"}


def test_a_wait_that_is_asked_for_is_kept_if_it_is_short(foreign: Foreign) -> None:
    foreign.will(refuses(429, retry_after="1"), says("됨"))
    started = time.monotonic()
    assert listen(foreign)[0] == "됨"
    assert time.monotonic() - started >= 1


@pytest.mark.parametrize("wait", ["60", "99999999999999", "Sun, 22 Nov 2026 15:00:00 GMT", "-1"])
def test_a_wait_that_is_long_or_unclear_ends_it(foreign: Foreign, wait: str) -> None:
    foreign.will(refuses(429, retry_after=wait), says("됨"))
    fails(foreign)
    assert len(foreign.bodies) == 1


def test_a_reply_that_breaks_off_is_not_begun_again(foreign: Foreign) -> None:
    foreign.will(sends(chunk("예산은"), breaks=True))
    failure = fails(foreign)
    assert failure.tokens == TOLD + len("예산은".encode())
    assert len(foreign.bodies) == 1


def test_a_connection_that_breaks_before_a_word_is_tried_again(foreign: Foreign) -> None:
    foreign.will(sends(breaks=True), says("됨", tokens=8))
    assert listen(foreign) == ("됨", TOLD + 8)


@pytest.mark.parametrize("way", [drips(), sends(chunk("가"), every=30)], ids=["drips", "hangs"])
def test_nothing_takes_longer_than_the_limit(foreign: Foreign, way: object) -> None:
    foreign.will(way)  # type: ignore[arg-type]
    started = time.monotonic()
    assert fails(foreign, seconds=0.5).reason == "TimeoutError"
    assert time.monotonic() - started < 5


@pytest.mark.parametrize(
    "way",
    [
        shows_a_page,
        says(),
        says(""),
        sends(b"data: {oops\n\n"),
        sends(b"data: []\n\n"),
        sends(b'data: {"choices": 5}\n\n'),
        sends(b'data: {"choices": [5]}\n\n'),
        sends(b'data: {"choices": [{"delta": null}]}\n\n'),
        sends(b'data: {"choices": [{"delta": {"content": ["a"]}}]}\n\n'),
        sends(b'data: {"error": {"message": "out of memory"}}\n\n'),
        sends(b"data: \xff\xfe\n\n"),
        sends(chunk(None), usage(5)),
    ],
)
def test_what_is_no_reply_is_a_failure_like_any_other(foreign: Foreign, way: object) -> None:
    foreign.will(way)  # type: ignore[arg-type]
    assert fails(foreign).reason


def test_a_server_that_is_not_there_fails_soon() -> None:
    gone = Foreign("http://127.0.0.1:9/v1")
    started = time.monotonic()
    assert fails(gone).reason == "APIConnectionError"
    assert time.monotonic() - started < 8


def test_a_question_goes_nowhere_else_than_to_the_address(foreign: Foreign) -> None:
    with foreign_server() as elsewhere:
        elsewhere.will(says("됨"))
        foreign.will(sends_elsewhere(f"{elsewhere.url}/chat/completions"))
        fails(foreign)
        assert elsewhere.bodies == []


def test_only_the_key_that_was_set_is_sent(
    foreign: Foreign, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("OPENAI_API_KEY", "OPENAI_ORG_ID", "OPENAI_PROJECT_ID"):
        monkeypatch.setenv(name, "from-the-environment")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    foreign.will(says("됨"))
    listen(foreign)
    model(foreign, key="its-own").speak(MESSAGES, lambda piece: True, told=1)
    assert "from-the-environment" not in str(foreign.headers)
    assert foreign.headers[1]["authorization"] == "Bearer its-own"


def test_a_key_is_not_shown_with_the_options() -> None:
    assert "hush" not in repr(LanguageModelOptions(address="http://x", name="y", key="hush"))


@pytest.mark.parametrize("address", ["", "localhost:8080/v1", "file:///etc/passwd"])
def test_an_address_that_is_none_is_refused(address: str) -> None:
    with pytest.raises(LanguageModelError) as refusal:
        LanguageModel(LanguageModelOptions(address=address, name="gemma"))
    assert refusal.value.code == "invalid_language_model"


def test_a_missing_client_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openai", None)
    with pytest.raises(LanguageModelError) as refusal:
        LanguageModel(LanguageModelOptions(address="http://x", name="gemma"))
    assert "language-model" in refusal.value.message_en


def test_no_proxy_of_the_environment_is_asked(
    foreign: Foreign, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    with foreign_server() as proxy:
        proxy.will(says("다른 곳"))
        for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
            for spelling in (name, name.lower()):
                monkeypatch.setenv(spelling, proxy.url.removesuffix("/v1"))
        foreign.will(says("예산", "입니다"))
        assert listen(foreign)[0] == "예산입니다"
        assert len(foreign.bodies) == 1
        assert proxy.bodies == []
