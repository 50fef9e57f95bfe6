"""People and offices: what those counted took part in, and which offices they are."""

from __future__ import annotations

import pytest

from tests.corpus.plans import names_by_figure


@pytest.mark.parametrize(
    ("title", "text", "raw", "name"),
    [
        (
            "가람시 우수공무원 선정",
            "온라인 투표에는 시민 1,127명이 참여했다.",
            "1,127명",
            "가람시 우수공무원 온라인 투표 참여 시민",
        ),
        (
            "가람시 조직개편안",
            "본청은 5국 31과에서 6국 33과로 바뀐다.",
            "33과",
            "가람시 조직개편안 본청 과 수",
        ),
        (
            "가람시 성과관리 평가",
            "가람시, 성과관리 평가 16개 부서 시상",
            "16개",
            "가람시 성과관리 평가 시상 부서",
        ),
        (
            "가람시 물길 소식",
            "순찰반은 경험 많은 팀장급 7명으로 이뤄진다.",
            "7명",
            "순찰반 경험 많은 팀장급",
        ),
        (
            "가람시 물길 소식",
            "물길지기 20명 증원",
            "20명",
            "물길지기 증원",
        ),
        (
            "가람시 배움 소식",
            "학급당 학생 5명 감축",
            "5명",
            "학급당 학생 감축",
        ),
        (
            "가람시 조직개편안",
            "가람시, 51명 증원",
            "51명",
            "정원 증원",
        ),
        (
            "가람시 조직개편안",
            "공무원 51명 증원",
            "51명",
            "정원 증원",
        ),
    ],
)
def test_who_was_counted_is_said(title: str, text: str, raw: str, name: str) -> None:
    assert name in names_by_figure(title, text)[raw]
