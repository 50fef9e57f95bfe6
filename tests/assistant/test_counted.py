"""Counts printed beside the noun that is counted, in sentences with other words than asked."""

from __future__ import annotations

import pytest

from assistant.counted import said_count
from assistant.retrieve import retrieve
from assistant.types import Question
from assistant.understand import understand
from tests.assistant.towns import opened

NEWS = """\
양산시, 청렴도 높이려 34개 실행과제 내놔
입력 2024-03-05 | 조회 12

양산시가 청렴도 향상 계획을 세웠다고 5일 전했다.
시는 약점을 추려 4대 방향과 34개 실행과제를 만들었다.

보고회에서는 부서장이 118개 중점사업을 차례로 발표했다.

자문위원은 9명에서 12명으로 늘렸다. 공원시설은 15곳이고 새 공원시설은 3곳이다.
"""


def counted(question: str, tmp_path_factory: pytest.TempPathFactory) -> str | None:
    folder = tmp_path_factory.mktemp("news") / "corpus"
    folder.mkdir()
    (folder / "news.txt").write_text(NEWS, encoding="utf-8")
    (folder / "catalog.csv").write_text(
        "file,title,municipality,document_type,published_on,fiscal_year,source_url,publisher\n"
        "news.txt,양산시 청렴도 향상 계획,경상남도 양산시,press,2024-03-05,2024,,양산시\n",
        encoding="utf-8",
    )
    with opened(folder) as snapshot:
        asked = understand(Question(text=question))
        evidence = said_count(asked, retrieve(asked, snapshot))
        return evidence.quote if evidence else None


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        (
            "양산시 청렴도 향상 계획에는 실행과제가 몇 개 들어 있나요?",
            "시는 약점을 추려 4대 방향과 34개 실행과제를 만들었다.",
        ),
        (
            "양산시 보고회에서 다룬 중점사업은 모두 몇 개인가요?",
            "보고회에서는 부서장이 118개 중점사업을 차례로 발표했다.",
        ),
        ("양산시 2021년 실행과제는 몇 개인가요?", None),
        ("밀양시 실행과제는 몇 개인가요?", None),
        ("양산시 항만 분야 실행과제는 몇 개인가요?", None),
        ("양산시 자문위원은 몇 명 늘었나요?", None),
        ("양산시 공원시설은 몇 곳인가요?", None),
        ("양산시 실행과제와 중점사업을 더하면 몇 개인가요?", None),
    ],
)
def test_a_noun_and_its_number_are_enough_where_all_else_fits(
    question: str, quote: str | None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    assert counted(question, tmp_path_factory) == quote
