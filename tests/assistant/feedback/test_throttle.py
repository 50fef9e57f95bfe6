import pytest

from assistant.feedback.throttle import Throttle, Throttles
from assistant.problems import RequestError


def test_so_many_pass_in_a_minute_and_more_as_time_goes_on() -> None:
    now = 0.0
    throttle = Throttle(3, clock=lambda: now)
    for _ in range(3):
        throttle.take()
    with pytest.raises(RequestError) as refusal:
        throttle.take()
    assert (refusal.value.code, refusal.value.status) == ("too_often", 429)
    now = 21.0
    throttle.take()
    with pytest.raises(RequestError):
        throttle.check()
    now = 10_000.0
    for _ in range(3):
        throttle.take()
    with pytest.raises(RequestError):
        throttle.take()


def test_each_name_has_a_bucket_of_its_own_and_only_so_many_are_remembered() -> None:
    throttles = Throttles(2, 3, clock=lambda: 0.0)
    for name in ("a", "a", "b", "b"):
        throttles.take(name)
    for name in ("a", "b"):
        with pytest.raises(RequestError) as refusal:
            throttles.take(name)
        assert refusal.value.code == "too_often"
    for number in range(100):
        throttles.take(str(number))
    assert len(throttles) == 3


def test_a_name_that_is_refused_stays_remembered() -> None:
    throttles = Throttles(1, 2, clock=lambda: 0.0)
    throttles.take("a")
    for other in "bcd":
        throttles.take(other)
        with pytest.raises(RequestError):
            throttles.take("a")
