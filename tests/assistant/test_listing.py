"""Every project of a place that is due in a year."""

from __future__ import annotations

import pytest

import index
from assistant.listing import ListingOptions, list_projects
from tests.assistant.drafts import asking

QUESTION = "보령시에서 2024년까지 끝나는 사업은 무엇인가요?"


def test_all_projects_of_the_year_are_listed_and_only_those(towns: index.Snapshot) -> None:
    listed = list_projects(asking(QUESTION), towns)
    assert len(listed) == 2
    assert {"바닷가 쉼터" in one.quote or "항구 등대" in one.quote for one in listed} == {True}


def test_each_item_is_a_true_stretch(towns: index.Snapshot) -> None:
    for one in list_projects(asking(QUESTION), towns):
        text = towns.text(one.document.id) or ""
        assert text[one.start : one.end] == one.quote


@pytest.mark.parametrize(
    "question",
    [
        "보령시에서 2031년까지 끝나는 사업은 무엇인가요?",
        "파주시에서 2024년까지 끝나는 사업은 무엇인가요?",
        "보령시에서 2024년까지 끝나는 도서관 사업은 무엇인가요?",
        "보령시에서 끝나는 사업은 무엇인가요?",
        "보령시 2024년 예산은 얼마인가요?",
    ],
)
def test_another_year_place_or_subject_is_no_such_list(
    towns: index.Snapshot, question: str
) -> None:
    assert list_projects(asking(question), towns) == ()


def test_a_single_project_makes_no_list(towns: index.Snapshot) -> None:
    assert list_projects(asking(QUESTION), towns, ListingOptions(fewest=3)) == ()


def test_a_list_is_cut_where_it_is_too_long(towns: index.Snapshot) -> None:
    assert list_projects(asking(QUESTION), towns, ListingOptions(most=1, fewest=1))[1:] == ()
