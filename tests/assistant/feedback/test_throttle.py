import pytest

from assistant.feedback.throttle import Throttle
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
