"""How many things there are, counted from the list that names them; the gate counts again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import assistant
import index
from assistant.cite import cite
from assistant.compose import Draft
from assistant.counting import asks_for_things, count_listed
from assistant.types import Calculation
from assistant.verify import Verdict, verify
from tests.assistant.drafts import asking, make_candidate, make_evidence, make_retrieved
from tests.assistant.towns import assert_is_grounded, explain, opened
from tests.factories import make_document

PLAN = """\
보령시 2022년 마을 계획

1. 마을 축제
○ 여름에 여는 마을 축제 ▲ 갯벌 달리기 ▲ 조개 굽기 ▲ 모래 조각
○ 겨울 축제에서 파는 먹거리 : 군고구마, 붕어빵, 어묵 등

2. 마을 도서관
○ 마을 도서관에서 빌려주는 물건 네 가지 : ① 책 ② 우산 ③ 돋보기 ④ 유모차 ⑤ 장난감
○ 마을 도서관이 여는 강좌 세 가지 : ① 그림 ② 글씨 ③ 노래
"""


@pytest.fixture(scope="module")
def village(tmp_path_factory: pytest.TempPathFactory) -> Iterator[index.Snapshot]:
    with opened(tmp_path_factory.mktemp("village"), {"plan.txt": PLAN}) as snapshot:
        yield snapshot


@pytest.mark.parametrize(
    ("question", "said", "items"),
    [
        ("보령시 여름 마을 축제는 몇 가지인가요?", "모두 3가지입니다", "갯벌 달리기, 조개 굽기"),
        ("보령 여름 마을 축제 가짓수", "모두 3가지입니다", "모래 조각"),
        ("겨울 축제 먹거리는 몇 종이에요?", "적혀 있는 것은 3종입니다", "군고구마, 붕어빵, 어묵"),
        (
            "마을 도서관에서 빌려주는 물건은 몇 가지인가요?",
            "문서에 적힌 수는 네 가지이고, 적혀 있는 것은 5가지입니다",
            "책, 우산, 돋보기, 유모차, 장난감",
        ),
    ],
)
def test_the_items_of_the_list_that_is_asked_about_are_counted(
    village: index.Snapshot, question: str, said: str, items: str
) -> None:
    answer = explain(village, question).answer
    assert answer.status is assistant.AnswerStatus.ANSWERED
    assert answer.text.startswith(said)
    (shown,) = answer.calculations
    assert items in shown.expression
    assert f"{shown.expression} = {shown.result}" in answer.text
    assert_is_grounded(answer, village)


def test_a_list_of_some_is_not_counted_where_the_number_of_all_is_printed(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    plan = (
        "보령시 마을 숲 계획\n\n시는 마을 숲 사업 40개를 편다.\n\n"
        "▷주요 마을 숲 사업 : 나무 심기, 샘 파기, 길 내기\n"
    )
    with opened(tmp_path_factory.mktemp("woods"), {"plan.txt": plan}) as snapshot:
        answer = explain(snapshot, "보령시 마을 숲 주요 사업은 몇 개인가요?").answer
    assert answer.calculations == ()


def test_a_printed_count_that_fits_is_left_as_it_is_printed(village: index.Snapshot) -> None:
    answer = explain(village, "마을 도서관이 여는 강좌는 몇 가지인가요?").answer
    assert "세 가지" in answer.text
    assert answer.calculations == ()


@pytest.mark.parametrize(
    "question",
    [
        "보령시 가을 마을 축제는 몇 가지인가요?",
        "보령시 마을 축제에는 몇 명이 오나요?",
        "보령시 마을 축제는 몇 번 여나요?",
        "파주시 여름 마을 축제는 몇 가지인가요?",
    ],
)
def test_another_thing_is_not_counted(village: index.Snapshot, question: str) -> None:
    assert explain(village, question).answer.calculations == ()


@pytest.mark.parametrize(
    ("question", "is_asked"),
    [
        ("지원하는 분야는 몇 개인가요?", True),
        ("참여하는 기관이 몇 군데야?", True),
        ("How many libraries does the city run?", True),
        ("How many people came?", False),
        ("위원은 몇 명인가요?", False),
        ("회의는 몇 번 열리나요?", False),
        ("작년보다 몇 개 늘었나요?", False),
        ("두 사업을 합하면 몇 개인가요?", False),
    ],
)
def test_only_things_that_can_be_named_are_counted(question: str, is_asked: bool) -> None:
    assert asks_for_things(asking(question)) is is_asked


QUOTE = "○ 여름에 여는 마을 축제 ▲ 갯벌 달리기 ▲ 조개 굽기 ▲ 모래 조각"
ITEMS = "갯벌 달리기, 조개 굽기, 모래 조각"


def _judged(items: str, result: str, said: str) -> Verdict:
    calculation = Calculation(expression=f"개수({items})", result=result, inputs=(1,))
    draft = Draft(sentences=(said,), calculations=(calculation,), facts=())
    citations = cite((make_evidence(QUOTE),))
    asked = asking("여름 마을 축제는 몇 가지인가요?")
    return verify(draft, citations, {make_document().id: QUOTE}, asked)


def test_a_true_count_leaves() -> None:
    said = f"모두 3가지입니다 [1]. (계산: 개수({ITEMS}) = 3가지)"
    assert _judged(ITEMS, "3가지", said).draft.sentences == (said,)


@pytest.mark.parametrize(
    ("items", "result", "said"),
    [
        (ITEMS, "4가지", "모두 4가지입니다 [1]."),
        (ITEMS, "3가지", "모두 4가지입니다 [1]."),
        (ITEMS, "3가지", "모두 3곳의 도서관입니다 [1]."),
        ("갯벌 달리기, 조개 굽기", "2가지", "모두 2가지입니다 [1]."),
        (f"{ITEMS}, 연날리기", "4가지", "모두 4가지입니다 [1]."),
        ("갯벌 달리기, 조개 굽기, 연날리기", "3가지", "모두 3가지입니다 [1]."),
        ("갯벌 달리기, 조개 굽기, 조개 굽기", "3가지", "모두 3가지입니다 [1]."),
    ],
)
def test_a_count_that_the_quote_does_not_give_is_withheld(
    items: str, result: str, said: str
) -> None:
    assert _judged(items, result, said).draft.sentences == ()


@pytest.mark.parametrize(
    ("listed", "is_counted"),
    [("지원 점포(가람, 나래, 다솜)", True), ("점포환경개선 지원(간판, 내부, 설비)", False)],
)
def test_a_word_that_only_begins_another_is_not_what_a_list_is_of(
    listed: str, is_counted: bool
) -> None:
    asked = asking("How many shops are supported?")
    one = make_candidate(
        make_evidence(f"▪ {listed}"), coverage=1.0, strengths=(1.0,) * len(asked.terms)
    )
    weights = {term.form: 1.0 for term in asked.terms}
    assert (count_listed(asked, make_retrieved(one, **weights)) is not None) is is_counted
