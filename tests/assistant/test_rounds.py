"""Numbered things: how they are spelled, and that a neighbour is told and not taken for them."""

from __future__ import annotations

import pytest

import index
from assistant.fitting import ordinal_fits
from assistant.rounds import names_round, neighbours, rounds_after, rounds_in
from assistant.types import AnswerStatus
from tests.assistant.drafts import make_evidence
from tests.assistant.towns import assert_is_declined, explain, quotes
from tests.factories import make_document


@pytest.mark.parametrize(
    ("text", "rounds"),
    [
        ("제3기 청년정책위원회와 제 4 기", ("제3기", "제4기")),
        ("청년정책위원회 3기 임기", ("제3기",)),
        ("제12회 평생학습축제", ("제12회",)),
        ("12회 평생학습축제 방문객", ("제12회",)),
        ("1차 추경과 제2회 추가경정예산", ("1추경", "2추경")),
        ("2/4분기와 3사분기", ("2분기", "3분기")),
        ("1·2분기", ("1분기", "2분기")),
        ("1~3분기 합계", ("1분기", "2분기", "3분기")),
        ("총 3회 회의를 열고 연 2회 점검했다", ()),
        ("회의를 3회 개최했다", ()),
        ("분기별 1개 분야", ()),
    ],
)
def test_rounds_are_read_in_one_spelling(text: str, rounds: tuple[str, ...]) -> None:
    assert rounds_in(text) == rounds


@pytest.mark.parametrize(
    ("text", "sought", "is_named"),
    [
        ("제12회 축제", "제2회", False),
        ("제12회 축제", "제12회", True),
        ("축제를 12회째 연다", "제12회", True),
        ("제2회 추가경정예산", "2추경", True),
        ("제2회 축제", "2추경", False),
        ("12분기 동안", "2분기", False),
    ],
)
def test_a_round_is_named_whole(text: str, sought: str, is_named: bool) -> None:
    assert names_round(text, sought) is is_named


def test_neighbours_are_of_the_same_kind_in_order() -> None:
    texts = ["제4기와 제3기 위원", "제12회 축제"]
    assert neighbours(("제5기",), texts) == ("제3기", "제4기")
    assert neighbours((), texts) == ()


@pytest.mark.parametrize(
    ("question", "near"),
    [
        ("안성시 제5기 청년정책위원회는 몇 명인가요?", "제3기, 제4기"),
        ("안성시 제11회 평생학습축제 방문객은 몇 명인가요?", "제12회"),
        ("안성시 3차 추경 규모는 얼마인가요?", "제1회 추경, 제2회 추경"),
        ("안성시 3분기 상담 건수는 몇 건인가요?", "1분기, 2분기"),
    ],
)
def test_a_neighbouring_round_is_named_and_not_given(
    changes: index.Snapshot, question: str, near: str
) -> None:
    answer = explain(changes, question).answer
    assert_is_declined(answer)
    assert near in answer.text


@pytest.mark.parametrize(
    ("question", "quoted"),
    [
        ("안성시 제4기 청년정책위원회는 몇 명인가요?", "30명"),
        ("안성시 2차 추경 규모는 얼마인가요?", "260억 원"),
        ("안성시 2/4분기 상담 건수는 몇 건인가요?", "1,530건"),
    ],
)
def test_the_round_that_is_asked_for_is_answered(
    changes: index.Snapshot, question: str, quoted: str
) -> None:
    answer = explain(changes, question).answer
    assert answer.status is AnswerStatus.ANSWERED
    assert quoted in quotes(answer)


def test_the_title_tells_the_round_of_a_statement_that_names_none() -> None:
    document = make_document(title="제2회 추경 예산안 개요")
    silent = make_evidence("하천 정비 33억 원", headings=("주요 사업",), document=document)
    other = make_evidence("1회 추경보다 3억 원 늘었다", headings=("개요",), document=document)
    assert ordinal_fits(silent, ("2추경",))
    assert not ordinal_fits(silent, ("3추경",))
    assert not ordinal_fits(other, ("2추경",))


@pytest.mark.parametrize(
    ("text", "earlier", "rounds"),
    [
        ("3회 때는 얼마였어?", "강진군 제4회 추경 규모는?", ("3추경",)),
        ("그럼 2분기는?", "강진군 1분기 집행률은?", ("2분기",)),
        ("제5회는요?", "강진군 제6회 갯벌축제는?", ("제5회",)),
        ("3회 때는 얼마였어?", "강진군 예산 총액은?", ()),
        ("3명은 누구야?", "강진군 제4회 추경 규모는?", ()),
    ],
)
def test_a_number_alone_leans_on_what_was_asked_before(
    text: str, earlier: str, rounds: tuple[str, ...]
) -> None:
    assert rounds_after(text, earlier) == rounds
