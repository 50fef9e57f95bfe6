"""What a text that breaks off would go on to say is not told."""

from dataclasses import replace

import pytest

from assistant.cut_off import is_cut_off
from assistant.types import Question
from assistant.understand import understand
from tests.assistant.drafts import make_evidence


@pytest.mark.parametrize(
    ("quote", "question", "is_truncated", "cut"),
    [
        ("군수는 지난 6월에는", "군수가 6월에 무엇을 했다고 했나요?", True, True),
        (
            "관계자는 “사람은 조금 늘렸다”고 말했",
            "관계자가 뭐라고 했는지 끝까지 알려줘",
            True,
            True,
        ),
        ("군수는 지난 6월 3일에는", "군수가 6월 3일에 무슨 일이 있었다고 했어?", True, True),
        ("관계자는 “사람은 조금 늘렸다”고 말했", "관계자가 이어서 한 말은?", True, True),
        ("이번 추경으로 사업이 풀릴지", "밀린 사업이 풀릴지 어떻다고 했나요?", True, True),
        ("군수는 지난 6월에는", "군수가 6월에 무엇을 했다고 했나요?", False, False),
        ("관계자는 사람을 조금 늘렸다고 말했다.", "관계자가 뭐라고 했나요?", True, False),
        ("군수는 지난 6월 축제 예산 3억 원을", "축제 예산은 얼마인가요?", True, False),
        ("군수는 지난 6월에는", "군수는 어디에 갔나요?", True, False),
        ("○ 도서관 신축 및 공원 조성", "군수가 설명했던 계획은 무엇인가요?", True, False),
    ],
)
def test_a_text_that_breaks_off_is_said_to(
    quote: str, question: str, is_truncated: bool, cut: bool
) -> None:
    evidence = make_evidence(quote)
    evidence = replace(evidence, document=replace(evidence.document, is_truncated=is_truncated))
    assert is_cut_off(understand(Question(text=question)), [evidence]) is cut


def test_what_stands_before_the_cut_is_whole() -> None:
    evidence = make_evidence("군수는 지난 6월에는 축제를 열었다. 관계자는 뒤이어")
    first = replace(evidence, end=evidence.start + 10, quote=evidence.quote[:10])
    cut = replace(evidence.document, is_truncated=True)
    asked = understand(Question(text="군수가 6월에 무엇을 했다고 했나요?"))
    assert not is_cut_off(asked, [replace(first, document=cut)])
    assert is_cut_off(asked, [replace(evidence, document=cut)])


def test_nothing_chosen_is_not_cut_off() -> None:
    assert not is_cut_off(understand(Question(text="뭐라고 했나요?")), [])
