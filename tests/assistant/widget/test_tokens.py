import os
from pathlib import Path

import pytest

from assistant.problems import RequestError
from assistant.widget.register import WidgetError
from assistant.widget.tokens import KEY_FILE, Tokens, read_secret

ORIGIN = "https://www.city.go.kr"
SECRET = b"s" * 32


class Clock:
    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


def refusal_of(tokens: Tokens, token: str, origin: str | None) -> str:
    with pytest.raises(RequestError) as refusal:
        tokens.check(token, origin)
    assert refusal.value.status == 401
    return refusal.value.code


def test_a_token_says_where_it_was_issued_to() -> None:
    tokens = Tokens(SECRET)
    visit = tokens.check(tokens.issue("plans", ORIGIN), ORIGIN)
    assert (visit.widget_id, visit.origin) == ("plans", ORIGIN)
    assert len(visit.visitor) >= 12
    assert tokens.check(tokens.issue("", None), None).origin is None


@pytest.mark.parametrize("other", ["https://evil.kr", "http://www.city.go.kr", None])
def test_a_token_is_of_no_use_on_another_origin(other: str | None) -> None:
    tokens = Tokens(SECRET)
    assert refusal_of(tokens, tokens.issue("plans", ORIGIN), other) == "token_not_valid"


def test_a_token_ends_after_minutes() -> None:
    clock = Clock()
    tokens = Tokens(SECRET, clock=clock)
    token = tokens.issue("plans", ORIGIN)
    clock.now += tokens.options.valid_seconds
    assert tokens.check(token, ORIGIN)
    clock.now += 1
    assert refusal_of(tokens, token, ORIGIN) == "token_expired"


def test_a_renewal_keeps_the_visitor_for_an_hour_and_no_longer() -> None:
    clock = Clock()
    tokens = Tokens(SECRET, clock=clock)
    first = tokens.issue("plans", ORIGIN)
    visitor = tokens.check(first, ORIGIN).visitor
    clock.now += tokens.options.renewable_seconds
    renewed = tokens.issue("plans", ORIGIN, renewing=first)
    assert tokens.check(renewed, ORIGIN).visitor == visitor
    clock.now += 1
    late = tokens.issue("plans", ORIGIN, renewing=first)
    assert tokens.check(late, ORIGIN).visitor != visitor
    for elsewhere in (("other", ORIGIN), ("plans", "https://b.kr"), ("plans", None)):
        moved = tokens.issue(*elsewhere, renewing=renewed)
        assert tokens.check(moved, elsewhere[1]).visitor != visitor
    assert tokens.check(tokens.issue("plans", ORIGIN, renewing="nonsense"), ORIGIN)


def test_what_was_not_signed_here_is_refused() -> None:
    tokens = Tokens(SECRET)
    token = tokens.issue("plans", ORIGIN)
    body, _, signature = token.rpartition(".")
    forged = Tokens(b"t" * 32).issue("plans", ORIGIN)
    changed = [
        *(token[:at] + ("A" if token[at] != "A" else "B") + token[at + 1 :] for at in range(3)),
        body,
        f"{body}.",
        f".{signature}",
        forged,
        "",
        "\x00",
        "가",
        "a" * 5_000,
        token + "\n",
    ]
    for one in changed:
        assert refusal_of(tokens, one, ORIGIN) == "token_not_valid", one


def test_a_key_is_made_once_and_only_its_owner_may_read_it(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    key = read_secret("", folder)
    assert len(key) == 32
    assert read_secret("", folder) == key
    assert (folder / KEY_FILE).stat().st_mode & 0o777 == 0o600
    assert os.listdir(folder) == [KEY_FILE]  # noqa: PTH208 (nothing is left beside it)
    assert read_secret("", tmp_path / "other") != key


def test_a_given_secret_is_used_unless_it_could_be_guessed(tmp_path: Path) -> None:
    assert read_secret("x" * 32, tmp_path) == b"x" * 32
    assert not (tmp_path / KEY_FILE).exists()
    with pytest.raises(WidgetError) as refusal:
        read_secret("hunter2", tmp_path)
    assert refusal.value.code == "short_widget_secret"
    assert "hunter2" not in str(refusal.value)


def test_a_key_that_cannot_be_used_is_refused(tmp_path: Path) -> None:
    (tmp_path / KEY_FILE).write_bytes(b"short")
    with pytest.raises(WidgetError, match="damaged"):
        read_secret("", tmp_path)
    (tmp_path / "file").write_text("")
    with pytest.raises(WidgetError) as refusal:
        read_secret("", tmp_path / "file")
    assert refusal.value.code == "widget_key_unusable"
