from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

from assistant.spending import Purse, PurseOptions

MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)
SMALL = PurseOptions(per_answer=60, per_day=100)


def test_what_is_lent_counts_until_it_is_settled() -> None:
    purse = Purse(SMALL)
    lent = purse.reserve(60)
    assert lent is not None
    assert purse.spent == 60
    assert purse.reserve(50) is None
    purse.settle(lent, 20)
    assert purse.spent == 20
    assert purse.reserve(50) is not None


def test_one_answer_has_a_cap_of_its_own() -> None:
    assert Purse(SMALL).reserve(61) is None


def test_more_than_was_lent_is_counted_all_the_same() -> None:
    purse = Purse(SMALL)
    lent = purse.reserve(10)
    assert lent is not None
    purse.settle(lent, 500)
    assert purse.spent == 500
    assert purse.reserve(1) is None


def test_a_new_day_begins_with_nothing_spent() -> None:
    days = [MONDAY]
    purse = Purse(SMALL, today=lambda: days[-1])
    lent = purse.reserve(60)
    assert lent is not None
    days.append(TUESDAY)
    assert purse.spent == 0
    purse.settle(lent, 60)
    assert purse.spent == 0


def test_many_threads_together_never_lend_more_than_the_cap() -> None:
    purse = Purse(PurseOptions(per_answer=7, per_day=1000))

    def borrow(number: int) -> int:
        lent = purse.reserve(7)
        if lent is None:
            return 0
        purse.settle(lent, 5)
        return 5

    with ThreadPoolExecutor(max_workers=16) as pool:
        used = sum(pool.map(borrow, range(2000)))
    assert used == purse.spent
    assert 990 <= used <= 1000


def test_the_sum_outlasts_the_program(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "tokens.json"
    assert Purse(SMALL, file=file, today=lambda: MONDAY).reserve(60)
    again = Purse(SMALL, file=file, today=lambda: MONDAY)
    assert again.spent == 60
    assert again.reserve(60) is None
    assert Purse(SMALL, file=file, today=lambda: TUESDAY).spent == 0


def test_what_cannot_be_read_or_written_lends_nothing(tmp_path: Path) -> None:
    file = tmp_path / "tokens.json"
    for damaged in ("", "{}", "[]", '{"day": "x", "tokens": 1}', '{"day": 5, "tokens": 1}'):
        file.write_text(damaged, encoding="utf-8")
        assert Purse(SMALL, file=file).reserve(1) is None
    occupied = tmp_path / "occupied"
    occupied.write_text("", encoding="utf-8")
    assert Purse(SMALL, file=occupied / "tokens.json").reserve(1) is None
