"""Findings: the first way to answer that has something goes before the others."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import index
from assistant.decline import Decline
from assistant.findings import Case, Finding, find
from assistant.hearsay import weigh
from assistant.numbered import found_for
from assistant.quoting import quote_or_decline
from assistant.replies import Reason
from assistant.select import good_candidates
from assistant.settings import AssistantOptions
from tests.assistant.drafts import asking
from tests.assistant.towns import opened

FILES = {
    "yeosu.txt": "여수시 2023년 주요업무\n\n○ 도시숲 해설사는 12명이다.\n"
    "○ 계약심사로 예산 31억 원을 절감한다.\n○ 감사 대상은 원도심의 낡은 하수관 공사다.\n",
}


@pytest.fixture(scope="module")
def yeosu(tmp_path_factory: pytest.TempPathFactory) -> Iterator[index.Snapshot]:
    with opened(tmp_path_factory.mktemp("yeosu"), FILES) as snapshot:
        yield snapshot


def case_of(text: str, snapshot: index.Snapshot) -> Case:
    options = AssistantOptions()
    asked = asking(text)
    retrieved = found_for(asked, snapshot, options.retrieve)
    return Case(
        asked=asked,
        retrieved=retrieved,
        good=good_candidates(asked, retrieved, options.decline),
        weighed=weigh(asked, retrieved.candidates, options.hearsay),
        snapshot=snapshot,
        options=options,
    )


def test_a_false_premise_goes_before_what_a_list_or_a_figure_would_say(
    yeosu: index.Snapshot,
) -> None:
    found = find(case_of("여수시 2023년 도시숲 해설사가 20명이라던데 맞나요?", yeosu))
    assert found is not None
    assert found.denied is not None
    assert found.denied.evidence.quote in found.evidence[0].quote
    assert found.computed is None
    assert not found.is_list


def test_a_claim_that_is_so_is_agreed_to_with_the_statement_that_prints_it(
    yeosu: index.Snapshot,
) -> None:
    found = find(case_of("여수시가 2023년에 계약심사로 31억 원을 절감한다던데 맞나요?", yeosu))
    assert found is not None
    assert "31억" in found.agreed
    assert "31억" in found.evidence[0].quote


def test_a_statement_is_quoted_where_nothing_more_exact_is_found(yeosu: index.Snapshot) -> None:
    case = case_of("여수시 2023년 감사 대상은 무엇인가요?", yeosu)
    assert find(case) is None
    quoted = quote_or_decline(case)
    assert isinstance(quoted, Finding)
    assert "하수관" in quoted.evidence[0].quote


def test_what_no_document_tells_is_declined_with_its_reason(yeosu: index.Snapshot) -> None:
    case = case_of("여수시 2022년 도시숲 해설사는 몇 명인가요?", yeosu)
    assert find(case) is None
    declined = quote_or_decline(case)
    assert isinstance(declined, Decline)
    assert declined.reason is Reason.OTHER_YEAR
    assert declined.near_years == (2023,)
