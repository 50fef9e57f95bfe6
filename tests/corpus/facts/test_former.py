"""Former states: what another figure takes the place of is named as the one before."""

from __future__ import annotations

import pytest

from tests.corpus.plans import names_by_figure


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("정원은 1,768명에서 1,803명으로 35명 늘어난다.", "1,768명", "1,803명"),
        ("○ 정원 : 731명 → 738명", "731명", "738명"),
        ("숲길 기금은 60억 원에서 91억 원으로 커진다.", "60억 원", "91억 원"),
    ],
)
def test_the_first_of_two_states_is_the_former(text: str, before: str, after: str) -> None:
    found = names_by_figure("조직개편안", text)
    assert found[before][0].startswith(("종전 ", "조직개편 전 "))
    assert "종전" not in "".join(found.get(after, []))


@pytest.mark.parametrize(
    "text",
    [
        "정원은 2030년 1,768명에서 2031년 1,803명으로 늘어난다.",
        "후보 10명 → 1차 심사로 6명",
    ],
)
def test_a_state_of_a_year_or_of_another_thing_is_not(text: str) -> None:
    found = names_by_figure("조직개편안", text)
    assert not any("종전" in name for names in found.values() for name in names)


def test_each_size_of_an_office_before_its_reform_is_a_former_one() -> None:
    text = "개편안대로면 본청은 1실 4국 30과 136팀에서 1실 5국 33과 149팀으로 커진다."
    found = names_by_figure("가람시 조직개편안", text)
    for before, after in (("4국", "5국"), ("30과", "33과"), ("136팀", "149팀")):
        assert found[before] == [found[after][0].replace("조직개편안 ", "조직개편 전 ")]
