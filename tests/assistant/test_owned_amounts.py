"""An amount of one thing is no answer about another that stands in the same list."""

import pytest

import corpus
from assistant.owned_amounts import is_owned
from assistant.types import Question
from assistant.understand import understand
from tests.assistant.drafts import make_evidence
from tests.factories import make_fact

BRACKETED = "▲계속 : 청라 물놀이장 조성, 별빛 전망대 건립(총사업비 130억 원), 바람언덕 진입도로"
TOTAL = "○ 시 공모사업 10건 7억 원 - 솔밭 어린이 공원 조성, 역 앞 광장 정비, 골목 조명 등"
LINES = "○ 솔밭 어린이 공원 조성\n○ 역 앞 광장 정비 3억 원\n○ 골목 조명 설치 2억 원"


@pytest.mark.parametrize(
    ("quote", "question", "owned"),
    [
        (BRACKETED, "바람언덕 진입도로 사업비는 얼마인가요?", False),
        (BRACKETED, "별빛 전망대 건립에 얼마가 드나요?", True),
        (TOTAL, "솔밭 어린이 공원 조성 사업비는 얼마인가요?", False),
        (TOTAL, "시 공모사업 금액은 얼마인가요?", True),
        (LINES, "솔밭 어린이 공원 조성 사업비는 얼마인가요?", False),
        (LINES, "역 앞 광장 정비 사업비는 얼마인가요?", True),
        (
            "광장 정비, 조명 설치, 도로 포장에 9억 원을 쓴다.",
            "광장 정비 사업비는 얼마인가요?",
            True,
        ),
        ("공원 조성에 3억 원을 쓴다.", "공원 조성에 얼마를 쓰나요?", True),
        ("공원을 조성한다.", "공원 조성에 얼마를 쓰나요?", True),
    ],
)
def test_whose_an_amount_is(quote: str, question: str, owned: bool) -> None:
    asked = understand(Question(text=question))
    assert is_owned(make_evidence(quote), asked) is owned


def test_a_threshold_is_no_sum_unless_it_is_asked_for() -> None:
    quote = "100만 원 이상 체납자에게는 책임 징수제를 적용한다."
    fact = make_fact(
        quote="100만 원",
        kind=corpus.FactKind.BUDGET,
        name="책임 징수제 기준",
        amount_krw=10**6,
        flags=("threshold",),
    )
    evidence = make_evidence(quote, fact)
    assert not is_owned(evidence, understand(Question(text="지방세 체납액은 얼마인가요?")))
    assert is_owned(evidence, understand(Question(text="얼마 이상 체납자가 대상인가요?")))
    assert is_owned(evidence, understand(Question(text="80만 원을 체납하면 책임 징수인가요?")))
    assert is_owned(evidence, understand(Question(text="얼마짜리 체납부터 맡나요?")))
