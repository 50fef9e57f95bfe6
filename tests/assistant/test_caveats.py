"""Caveats leave to the letter or not at all, and only where the composer marked them."""

from __future__ import annotations

import pytest

from assistant.caveats import DIFFERING, REPLACED, UNSOUND, WRONG_SUM
from assistant.compose import Draft
from assistant.types import Calculation
from assistant.verify import Verdict, verify
from tests.assistant.drafts import asking, make_citation
from tests.factories import make_document

PARTS = "○ 2023년 체육관 건립 예산 : 총 100억 원(국비 60억 원, 시비 30억 원)"
OTHER = "○ 수영 교실 예산은 9억 원이다."
TEXT = f"1. 체육\n{PARTS}\n{OTHER}\n"
GONGJU = make_document(municipality="공주시", title="체육 보고", fiscal_years=(2023,))
CITATIONS = (
    make_citation(PARTS, start=TEXT.index(PARTS), document=GONGJU),
    make_citation(OTHER, number=2, start=TEXT.index(OTHER), document=GONGJU),
)
SUM = Calculation(expression="60억 원 + 30억 원", result="90억 원", inputs=(1,))


def gate(sentence: str, *, is_marked: bool = True) -> Verdict:
    draft = Draft(
        sentences=(sentence,),
        calculations=(SUM,),
        facts=(),
        caveats=(sentence,) if is_marked else (),
    )
    asked = asking("공주시 2023년 체육관 건립 예산은 얼마인가요?")
    return verify(draft, CITATIONS, {GONGJU.id: TEXT}, asked)


def wrong_sum(language: str, reckoned: str = "90억 원", stated: str = "총 100억 원") -> str:
    return f"{WRONG_SUM[language].format(reckoned=reckoned, stated=stated)} [1]."


def differing(title: str = "「체육 보고」", quote: str = f"“{OTHER}”") -> str:
    return f"{DIFFERING['ko'].format(title=title, quote=quote)} [2]."


TRUE = (
    *(f"{one} [1]." for one in (*REPLACED.values(), *UNSOUND.values())),
    *map(wrong_sum, WRONG_SUM),
    differing(),
)


@pytest.mark.parametrize("sentence", TRUE)
def test_a_marked_caveat_leaves(sentence: str) -> None:
    assert gate(sentence).removed == ()


@pytest.mark.parametrize("sentence", TRUE)
def test_the_same_words_in_a_draft_that_marks_none_are_withheld(sentence: str) -> None:
    assert gate(sentence, is_marked=False).removed != ()


@pytest.mark.parametrize(
    "sentence",
    [
        f"{REPLACED['ko']}.",  # no citation
        f"{REPLACED['ko']} [7].",
        f"{REPLACED['ko']} 그래서 사업은 취소되었습니다 [1].",
        REPLACED["ko"].replace("이전 판입니다", "이전 판이 아닙니다") + " [1].",
        f"{UNSOUND['en']}, so the city lied [1].",
        wrong_sum("ko", reckoned="91억 원"),
        wrong_sum("ko", reckoned="90억 원이며 횡령이 의심되는 값"),
        wrong_sum("en", stated="총 101억 원"),
        wrong_sum("ko", stated="90억 원"),
        wrong_sum("ko", stated="0억 원"),  # cut out of 100억 원
        wrong_sum("ko", stated="건립"),
        differing(title="「없는 보고」"),
        differing(quote="“○ 수영 교실 예산은 19억 원이다.”"),
        "체육관 건립 예산은 101억 원입니다 [1].",
    ],
)
def test_an_altered_caveat_is_withheld(sentence: str) -> None:
    assert gate(sentence).draft.sentences == ()
