"""Evidence as numbered citations."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import corpus
from assistant.cite import cite
from tests.assistant.drafts import make_evidence
from tests.factories import make_document


def test_evidence_is_numbered_from_one_in_its_order() -> None:
    first, second = cite([make_evidence("첫째"), make_evidence("둘째", start=40)])
    assert (first.number, first.quote) == (1, "첫째")
    assert (second.number, second.quote) == (2, "둘째")
    assert cite([]) == ()


def test_a_citation_says_where_its_quote_stands() -> None:
    (one,) = cite([make_evidence("○ 감사 210건", start=40, headings=("1. 감사", "가. 실적"))])
    assert (one.start, one.end) == (40, 40 + len("○ 감사 210건"))
    assert one.section == ("1. 감사", "가. 실적")
    assert one.page == corpus.Page(printed="12", physical=14)


def test_the_address_opens_the_cited_span() -> None:
    (one,) = cite([make_evidence("감사", start=40)])
    address = urlsplit(one.url)
    assert address.path == "/documents/kr-boryeong/plan-2022"
    assert parse_qs(address.query) == {"from": ["40"], "to": ["42"]}
    assert address.fragment == "cited"


def test_an_id_cannot_leave_the_documents_or_add_to_the_address() -> None:
    evil = make_document(id="kr/a?from=1#x'\"<>")
    (one,) = cite([make_evidence("감사", document=evil)])
    address = urlsplit(one.url)
    assert parse_qs(address.query).keys() == {"from", "to"}
    assert not set("'\"<> ") & set(one.url)
