"""Joints: words inside a name that look as if it ended there."""

from __future__ import annotations

import pytest

from tests.corpus.plans import facts_of


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("• 어촌뉴딜 300 47억원", "어촌뉴딜 300"),
        ("• 스마트시티 2.0 12억원", "스마트시티 2.0"),
        ("• 가람만 해상교량 2,983억원", "가람만 해상교량"),
        ("• 지방채·보전수입 등 및 내부거래 212억원", "지방채·보전수입 등·내부거래"),
        ("• 남천지구 풍수해 생활권 종합정비 426억원", "남천지구 풍수해 생활권 종합정비"),
        ("• 마을 하천 정비(’31. 4. ~ ’32. 6.) : 22억원", "마을 하천 정비"),
        ("• 노후관 18.6km 교체", "노후관 교체"),
        ("• 노후 주택 300동", "노후 주택"),
    ],
)
def test_a_name_goes_on_over_what_looks_like_its_end(text: str, name: str) -> None:
    assert [one.name for one in facts_of(text)] == [name]
