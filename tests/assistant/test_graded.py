"""Which items got a grade, out of lists of grades in the forms that pages print them in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import assistant
from assistant.graded import asked_grade
from assistant.types import AnswerStatus, Question
from assistant.understand import understand
from tests.assistant.towns import explain, opened

Ask = Callable[[str], assistant.Answer]

NOTICE = """\
김해시 2031년 누리집 접근성 평가 결과
부서명 : 소통과    작성일 2032-01-20

1. 우리 시 종합등급 - 다
2. 항목별 등급
구분 등급
글자 크기 라
쉬운 말 가
길 찾기 나
민원 안내 마
자료 내려받기 가
※ 등급은 가(최상위)~마(최하위) 5단계

3. 연도별 종합등급
2029년 라 / 2030년 라 / 2031년 다
"""


@pytest.fixture(scope="module")
def ask_notice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    folder: Path = tmp_path_factory.mktemp("notice") / "corpus"
    folder.mkdir()
    (folder / "notice.txt").write_text(NOTICE, encoding="utf-8")
    (folder / "catalog.csv").write_text(
        "file,title,municipality,document_type,published_on,fiscal_year,source_url,publisher\n"
        "notice.txt,2031년 누리집 접근성 평가,경상남도 김해시,evaluation,2032-01-20,2031,,김해시\n",
        encoding="utf-8",
    )
    with opened(folder) as snapshot:
        yield lambda text: explain(snapshot, text).answer


def test_every_row_with_the_grade_is_quoted(ask_notice: Ask) -> None:
    answer = ask_notice("김해시 누리집 접근성 평가에서 가 등급 받은 항목은 뭐야?")
    assert answer.status is AnswerStatus.ANSWERED
    assert [one.quote for one in answer.citations] == ["쉬운 말 가", "자료 내려받기 가"]


def test_the_grade_of_one_item_is_found(ask_notice: Ask) -> None:
    answer = ask_notice("김해시 누리집 접근성 평가에서 민원 안내 항목은 몇 등급인가요?")
    assert answer.status is AnswerStatus.ANSWERED
    assert "민원 안내 마" in answer.text


def test_a_grade_that_nothing_got_is_declined(ask_notice: Ask) -> None:
    answer = ask_notice("김해시 누리집 접근성 평가에서 S등급 받은 항목이 뭐야?")
    assert answer.status is AnswerStatus.NOT_FOUND
    assert not answer.citations


@pytest.mark.parametrize(
    ("question", "grade"),
    [
        ("김해시 평가에서 '나'를 받은 분야는 무엇인가요?", "나등급"),
        ("SA등급 받은 시군 어디어디에요", "SA등급"),
        ("3등급 받은 부서가 어디야", "3등급"),
        ("김해시는 몇 등급을 받았나요?", ""),
        ("가 등급은 상위 몇 퍼센트인가요?", ""),
        ("가나다순으로 알려줘", ""),
    ],
)
def test_a_question_for_what_got_a_grade_is_known(question: str, grade: str) -> None:
    assert asked_grade(understand(Question(text=question))) == grade
