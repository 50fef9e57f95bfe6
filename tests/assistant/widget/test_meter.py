from typing import Any

import pytest
from starlette.requests import Request

from assistant.problems import RequestError
from assistant.widget.meter import Bucket, Meter, MeterOptions

OPTIONS = MeterOptions(
    visitor=Bucket(burst=2, per_minute=6), address=Bucket(burst=5, per_minute=60)
)


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def caller(host: str, **headers: str) -> Request:
    scope: dict[str, Any] = {
        "type": "http",
        "client": (host, 1),
        "headers": [
            (name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()
        ],
    }
    return Request(scope)


def wait(meter: Meter, cost: float, request: Request, visitor: str | None = None) -> int:
    """Seconds that this has to wait; 0 where it was taken."""
    try:
        meter.take(cost, request, visitor)
    except RequestError as error:
        return error.retry_seconds or -1
    return 0


def test_a_visitor_asks_so_often_and_is_told_when_to_come_back() -> None:
    clock = Clock()
    meter = Meter(OPTIONS, clock=clock)
    one = caller("192.0.2.1")
    assert [wait(meter, 1, one, "anna") for _ in range(3)] == [0, 0, 10]
    assert wait(meter, 1, one, "bora") == 0
    clock.now += 9.5
    assert wait(meter, 1, one, "anna") == 1
    clock.now += 0.5
    assert wait(meter, 1, one, "anna") == 0
    clock.now += 3_600
    assert [wait(meter, 1, one, "anna") for _ in range(3)] == [0, 0, 10]


def test_what_is_said_names_the_seconds_in_both_languages() -> None:
    meter = Meter(OPTIONS, clock=Clock())
    meter.take(2, caller("192.0.2.1"), "anna")
    with pytest.raises(RequestError) as refusal:
        meter.take(1, caller("192.0.2.1"), "anna")
    assert (refusal.value.code, refusal.value.status) == ("visitor_too_often", 429)
    assert "10초" in refusal.value.message_ko
    assert "10 s" in refusal.value.message_en


def test_new_visitors_do_not_get_round_the_address() -> None:
    meter = Meter(OPTIONS, clock=Clock())
    one = caller("192.0.2.1")
    assert [wait(meter, 1, one, f"v{number}") for number in range(6)] == [0] * 5 + [1]
    assert wait(meter, 1, caller("192.0.2.2"), "v9") == 0


def test_who_is_turned_away_is_charged_nothing() -> None:
    meter = Meter(OPTIONS, clock=Clock())
    one = caller("192.0.2.1")
    assert [wait(meter, 1, one, "anna") for _ in range(20)][2:] == [10] * 18
    # Were the refused counted, the address would be empty by now.
    assert [wait(meter, 1, one, name) for name in "bcd"] == [0, 0, 0]


@pytest.mark.parametrize(
    ("first", "second", "is_one"),
    [
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("::ffff:192.0.2.1", "192.0.2.1", True),
        ("192.0.2.1", "192.0.2.2", False),
    ],
)
def test_one_subscriber_is_one_address(first: str, second: str, is_one: bool) -> None:
    meter = Meter(OPTIONS, clock=Clock())
    for _ in range(5):
        assert wait(meter, 1, caller(first)) == 0
    assert (wait(meter, 1, caller(second)) > 0) is is_one


def test_this_machine_is_free_unless_it_passes_others_on() -> None:
    meter = Meter(OPTIONS, clock=Clock())
    assert {wait(meter, 1, caller("127.0.0.1")) for _ in range(20)} == {0}
    assert {wait(meter, 1, caller("::1")) for _ in range(20)} == {0}
    passing = caller("127.0.0.1", x_forwarded_for="198.51.100.7")
    assert [wait(meter, 1, passing) for _ in range(6)][-1] > 0


def test_memory_is_bounded_and_holds_no_address() -> None:
    options = MeterOptions(most_remembered=10)
    meter = Meter(options, clock=Clock())
    for number in range(100):
        meter.take(1, caller(f"192.0.2.{number}"), f"v{number}")
    kept = [meter.visitors, meter.addresses]
    assert [len(one) for one in kept] == [10, 10]
    assert not any("192.0.2" in name for one in kept for name in one)
