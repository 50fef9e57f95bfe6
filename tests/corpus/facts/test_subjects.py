"""Subjects: what words speak of an audit, of integrity, of a performance contract."""

from __future__ import annotations

import pytest

from corpus.facts.subjects import is_audit, subjects


@pytest.mark.parametrize(
    "words",
    ["일상감사 12건", "종합감사 결과", "계약심사로 줄인 금액", "감사 지적사항", "공직감찰반 운영"],
)
def test_words_of_inspection_are_audits(words: str) -> None:
    assert is_audit(words)


@pytest.mark.parametrize(
    "words", ["시민께 감사드린다", "감사패 수여", "감사담당관", "청렴 교육", "감사의 마음을 전했다"]
)
def test_thanks_and_offices_are_none(words: str) -> None:
    assert not is_audit(words)


def test_integrity_and_contracts_are_told_by_flags() -> None:
    assert subjects("청렴도 향상 대책") == ("integrity",)
    assert subjects("부서장 직무성과계약 체결") == ("performance_contract",)
    assert subjects("도로 정비") == ()
    assert subjects("시민 준비위원회 구성") == ()
