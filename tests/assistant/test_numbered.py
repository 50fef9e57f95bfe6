"""The round asked about may be named once in a document, and not in the line that answers."""

from __future__ import annotations

import pytest

from assistant.numbered import numbered
from tests.assistant.drafts import asking, make_candidate, make_evidence, make_retrieved

ASKED = asking("보령시 민선7기 공약 사업은 몇 개인가요?")


@pytest.mark.parametrize(
    ("elsewhere", "is_of_it"),
    [
        ("시는 민선7기 공약을 점검했다.", True),
        ("시는 공약을 점검했다.", False),
        ("시는 민선6기 공약과 민선7기 공약을 견줬다.", False),
    ],
)
def test_a_line_is_of_the_round_that_its_document_names_alone(
    elsewhere: str, is_of_it: bool
) -> None:
    line = make_candidate(make_evidence("공약 사업은 모두 60개다."), fits_ordinal=False)
    other = make_candidate(make_evidence(elsewhere))
    found = numbered(ASKED, make_retrieved(other, line))
    (counted,) = [one for one in found.candidates if "60개" in one.evidence.quote]
    assert counted.fits_ordinal is is_of_it
    assert (counted.score > line.score) is is_of_it


def test_a_line_that_names_another_round_stays_of_that() -> None:
    line = make_candidate(make_evidence("민선6기 공약 사업은 모두 50개다."), fits_ordinal=False)
    other = make_candidate(make_evidence("시는 민선7기 공약을 점검했다."))
    assert not numbered(ASKED, make_retrieved(other, line)).candidates[-1].fits_ordinal
