from assistant.breaker import Breaker, BreakerOptions


def test_failures_in_a_row_open_it_for_a_while() -> None:
    now = [100.0]
    breaker = Breaker(BreakerOptions(failures=2, seconds=60), now=lambda: now[0])
    breaker.failed()
    assert not breaker.is_open
    breaker.failed()
    assert breaker.is_open
    now[0] = 159.9
    assert breaker.is_open
    now[0] = 160.0
    assert not breaker.is_open


def test_a_success_between_failures_forgets_them() -> None:
    breaker = Breaker(BreakerOptions(failures=2))
    for _ in range(5):
        breaker.failed()
        breaker.succeeded()
    assert not breaker.is_open
