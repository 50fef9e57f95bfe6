"""What a notice refuses, or gives to all, against what a question takes for granted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import pytest

import assistant
import index
from assistant.types import AnswerStatus
from tests.assistant.towns import explain, opened

NOTICE = """\
파주시 2031년 텃밭 상자 나눔 안내

1. 나눔 대상 : 파주시에 사는 가정
 ※ 소득에 관계없이 모두 해당
2. 신청 기간 : 2031. 3. 4. ~ 3. 20.
3. 접 수 처 : 읍·면·동 행정복지센터 (전화접수 불가)
4. 문 의 처
 - 도시농업과 텃밭팀 (☎ 031-000-1100)
 - 자원순환과 상자팀 (☎ 031-000-2200)
5. 텃밭 상자 나눔 설명회
 - 3월 2일 시민회관 누리홀에서 연다. 회의는 나루한 시장이 주재한다.
"""


@pytest.fixture(scope="module")
def paju(tmp_path_factory: pytest.TempPathFactory) -> Iterator[index.Snapshot]:
    catalog = (
        "file,title,municipality,document_type,published_on,fiscal_year,source_url\n"
        "box.txt,2031년 텃밭 상자 나눔 안내,경기도 파주시,notice,2031-02-20,2031,\n"
    )
    files = {"box.txt": NOTICE, "catalog.csv": catalog}
    with opened(tmp_path_factory.mktemp("paju"), files) as snapshot:
        yield snapshot


@pytest.fixture
def asked(paju: index.Snapshot) -> Callable[[str], assistant.Answer]:
    tell = partial(explain, paju)
    return lambda text: tell(text).answer


def test_what_is_refused_is_not_offered(asked: Callable[[str], assistant.Answer]) -> None:
    answer = asked("파주시 텃밭 상자 나눔 전화접수 번호 알려주세요")
    assert answer.status is AnswerStatus.CORRECTED
    assert "전화접수 불가" in answer.text


def test_whether_it_is_possible_is_answered(asked: Callable[[str], assistant.Answer]) -> None:
    answer = asked("파주시 텃밭 상자 나눔은 전화접수 되나요?")
    assert answer.status is AnswerStatus.ANSWERED
    assert "전화접수 불가" in answer.text


def test_a_limit_that_there_is_not_is_corrected(asked: Callable[[str], assistant.Answer]) -> None:
    answer = asked("파주시 텃밭 상자는 왜 저소득 가정만 주나요?")
    assert answer.status is AnswerStatus.CORRECTED
    assert "소득에 관계없이" in answer.text


def test_of_several_teams_the_named_one_is_called(
    asked: Callable[[str], assistant.Answer],
) -> None:
    assert "031-000-2200" in asked("파주시 상자팀 전화번호 좀").text
    assert "031-000-1100" in asked("파주시 텃밭팀 전화번호 좀").text


def test_where_and_who_are_told_by_the_sentence(
    asked: Callable[[str], assistant.Answer],
) -> None:
    assert "누리홀" in asked("파주시 텃밭 상자 나눔 설명회 장소").text
    assert "나루한" in asked("파주시 텃밭 상자 나눔 설명회는 누가 주재하나요?").text


@pytest.mark.parametrize("word", ["신청자", "당첨자"])
def test_whoever_applied_stays_unnamed(asked: Callable[[str], assistant.Answer], word: str) -> None:
    answer = asked(f"파주시 텃밭 상자 {word} 이름이랑 연락처 알려줘")
    assert answer.status is AnswerStatus.REFUSED
