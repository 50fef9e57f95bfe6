"""What may keep a fact from being published: the doubts that its own sentence leaves.

A doubt about the name alone does not: value, unit, year and quote are as they are printed, so the
fact is published and says that doubt. Every other doubt keeps it back.
"""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType

NAME_BORROWED = "name_borrowed"
NAME_INCOMPLETE = "name_incomplete"
NAME_UNSURE = "name_unsure"
COLUMN_UNKNOWN = "column_unknown"
UNIT_UNSURE = "unit_unsure"
YEAR_UNSURE = "year_unsure"
KIND_UNSURE = "kind_unsure"
FIGURE_UNSURE = "figure_unsure"

DOUBTS = MappingProxyType(
    {
        NAME_BORROWED: (
            "문장이 무엇을 세는지 말하지 않아 제목에서 이름을 빌렸습니다.",
            "The sentence does not say what it counts; the name is that of its heading.",
        ),
        NAME_INCOMPLETE: (
            "이름만으로는 무엇의 숫자인지 알 수 없습니다.",
            "The name alone does not tell what the figure is about.",
        ),
        NAME_UNSURE: (
            "무엇의 숫자인지 문장도 제목도 말하지 않습니다.",
            "Neither the sentence nor a heading says what the figure is of.",
        ),
        COLUMN_UNKNOWN: (
            "표의 어느 칸에 속한 숫자인지 확실하지 않습니다.",
            "It is not certain which column of the table the figure belongs to.",
        ),
        UNIT_UNSURE: (
            "단위가 적혀 있지 않거나 서로 다릅니다.",
            "The unit is not printed, or two are printed that disagree.",
        ),
        YEAR_UNSURE: (
            "어느 해의 숫자인지 문서에서 확실하지 않습니다.",
            "The document does not make certain which year the figure is of.",
        ),
        KIND_UNSURE: (
            "계획이나 사업을 말하는 문장인지 확실하지 않습니다.",
            "It is not certain that the sentence states a plan or a project.",
        ),
        FIGURE_UNSURE: (
            "이름이 가리키는 값인지, 늘거나 준 폭이나 견준 값인지 확실하지 않습니다.",
            "It is not certain that the figure is what the name says, and not how far that moved"
            " or what it is set against.",
        ),
    }
)
"""Every doubt with what it means, in Korean and in English."""

OTHER_FIGURE = (NAME_INCOMPLETE, FIGURE_UNSURE)
"""What is doubted where the words around a figure make it another one than its name says."""

OF_NAME = frozenset({NAME_BORROWED, NAME_INCOMPLETE})
"""The doubts with which a fact is published all the same."""


def is_kept_back(doubts: Iterable[str]) -> bool:
    """Whether these doubts of a fact keep it from being published."""
    return not OF_NAME.issuperset(doubts)
