"""A year that stands beside a value in a wide quote is not the year of the value."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.dated import dated
from assistant.grammar import Asked
from tests.assistant.drafts import asking, make_candidate, make_evidence, make_retrieved

LINES = "2031년 점검으로 4억 원을 아꼈다.\n2029년에는 상을 받았다."
ASKED = asking("2029년 점검으로 아낀 금액은 얼마인가요?")


@pytest.mark.parametrize("is_group", [True, False])
def test_another_line_s_year_is_not_that_of_a_value(is_group: bool) -> None:
    wide = make_evidence(LINES, is_group=is_group)
    first = replace(wide, end=LINES.index("\n"), quote=LINES.splitlines()[0], is_group=False)
    holds = (Asked.AMOUNT,)
    found = dated(
        ASKED,
        make_retrieved(
            make_candidate(wide, holds=holds),
            make_candidate(first, holds=holds, fits_year=False),
        ),
    )
    assert [one.fits_year for one in found.candidates] == [False, False]


def test_a_year_before_a_value_may_be_its_own() -> None:
    lines = "2029년 점검\n○ 4억 원을 아꼈다."
    wide = make_evidence(lines, is_group=True)
    start = lines.index("○")
    last = replace(wide, start=start, quote=lines[start:], is_group=False)
    holds = (Asked.AMOUNT,)
    found = dated(
        ASKED,
        make_retrieved(
            make_candidate(wide, holds=holds),
            make_candidate(last, holds=holds, fits_year=False),
        ),
    )
    assert found.candidates[0].fits_year
