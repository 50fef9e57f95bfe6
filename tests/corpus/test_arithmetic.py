"""The audit as a whole: records, links to facts, real documents, hostile ones, and time."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings

import corpus
from corpus.arithmetic import audit_arithmetic
from corpus.catalog import CatalogRow
from corpus.outline import outline
from corpus.parse import parse
from corpus.passages import build_records
from corpus.read import LIBRARY, read_document
from corpus.segments import segment
from tests.corpus.audited import assert_true_audits, audit_of, audits_of, said, verdicts
from tests.corpus.plans import PLAN_2031, hostile_texts, plan_texts, read
from tests.corpus.readers import assert_linear, originals

AGREES, DISAGREES = corpus.AuditResult.AGREES, corpus.AuditResult.DISAGREES


def test_an_audit_says_what_it_is_of_and_where_it_stands() -> None:
    text = "1. 재정\n\n○ 예산 규모 : 총 8,727억 원 (일반 7,789, 특별 938)\n"
    audit = audit_of(text)
    assert audit.relation is corpus.ArithmeticRelation.SUM
    assert said(audit) == "agrees exact: 7,789 + 938 = 8,727"
    assert audit.name == "예산 규모"
    assert audit.fiscal_year == 2031
    assert audit.unit == "원"
    assert audit.stated.value == audit.computed == 872_700_000_000
    assert audit.difference == 0
    assert [(one.label, one.raw_text, one.value) for one in audit.terms] == [
        ("일반", "7,789", Decimal(778_900_000_000)),
        ("특별", "938", Decimal(93_800_000_000)),
    ]
    assert audit.quote == "○ 예산 규모 : 총 8,727억 원 (일반 7,789, 특별 938)"
    assert audit.id.endswith("/a0000")


def test_each_term_names_the_fact_that_it_became() -> None:
    reading = read(
        "1. 감사\n\n○ 처리 12건(신규 4건, 계속 4건, 이월 4건)을 마쳤다.\n", about=PLAN_2031
    )
    (audit,) = reading.audits
    facts = {one.id: one for one in reading.facts}
    linked = [facts[one.fact_id or ""] for one in (audit.stated, *audit.terms)]
    assert [one.raw_text for one in linked] == ["12건", "4건", "4건", "4건"]
    assert len({one.id for one in linked}) == 4  # the same figure three times, three facts in order


def test_a_term_that_became_no_fact_has_no_link() -> None:
    reading = read("1. 감사\n\n○ 처리 9건(신규 4건, 계속 5건)\n", about=PLAN_2031)
    audits = audit_arithmetic(reading.document, reading.text, reading.passages, ())
    assert [one.fact_id for one in (audits[0].stated, *audits[0].terms)] == [None, None, None]
    assert audits[0].name == "처리"


def test_audits_come_in_reading_order_and_are_numbered_so() -> None:
    found = audits_of("○ 공사 3건(신규 1건, 계속 2건)\n\n○ 용역 5건(신규 2건, 계속 3건)\n")
    assert [one.id[-5:] for one in found] == ["a0000", "a0001"]
    assert found[0].start < found[1].start


def test_the_originals_hold_one_contradiction_and_it_is_one() -> None:
    found: list[corpus.ArithmeticAudit] = []
    for path in originals():
        reading = read_document(path.read_bytes(), CatalogRow(file=path.name))
        assert_true_audits(reading)
        found.extend(reading.audits)
    # One source prints 307 bodies and parts that give 287; the rest adds up.
    contradictions = [said(one) for one in found if one.result is DISAGREES]
    assert contradictions == ["disagrees differs: 226 + 27 + 17 + 17 = 287 ≠ 307"]
    agreeing = {one.expression for one in found if one.result is AGREES}
    assert agreeing >= {
        "7,789 + 938 = 8,727",
        "8개소 + 4개소 = 12개소",
        "5명 + 55명 = 60명",
        "414건 + 178건 + 42건 = 634건",
        "1천972억 원 × 5.17% = 101.952억 원 ≈ 102억 원",
        "84억1천300만 원 + 13억8천200만 원 + 4억1천200만 원 = 102.07억 원 ≈ 102억 원",
        "4 + 13 + 3 = 20",
        "47 + 17 + 17 + 226 + 1 = 308",
        "82.86점 − 76.65점 = 6.21점",
        "2567억원 − 2358억원 = 209억원",
        "412억 원 + 3884억 원 + 1407억 원 = 5703억 원",
        "23건 + 187건 = 210건",
        "99건 + 57건 + 232건 = 388건",
    }


def test_the_library_repeats_that_contradiction_and_holds_no_other() -> None:
    contradictions = []
    agreeing = 0
    for reading in corpus.read_folders([LIBRARY]).readings:
        assert_true_audits(reading)
        agreeing += sum(one.result is AGREES for one in reading.audits)
        contradictions += [one for one in reading.audits if one.result is DISAGREES]
    assert [(one.stated.raw_text, one.difference) for one in contradictions] == [
        ("307개", Decimal(20))
    ]
    assert agreeing >= 12


@settings(max_examples=60, deadline=None)
@given(plan_texts())
def test_every_audit_of_a_generated_plan_is_true(text: str) -> None:
    audits_of(text)


@settings(max_examples=60, deadline=None)
@given(hostile_texts())
def test_every_audit_of_a_hostile_text_is_true(text: str) -> None:
    try:
        audits_of(f"1. 감사\n\n{text}\n가")
    except corpus.UnreadableSourceError:
        return  # too many control characters: refused as binary data


@pytest.mark.parametrize(
    "text",
    [
        f"○ 예산 {'9' * 40}억 원(일반 {'9' * 40}, 특별 1)",
        f"○ 처리 {'9' * 17}건(신규 {'9' * 17}건, 계속 {'9' * 17}건)",
        f"○ 민원 300건({', '.join(f'가{order} 1' for order in range(100))})",
        "○ 처리 3건(신규 1건, (계속 2건",
        "○ 처리 3건)신규 1건, 계속 2건(",
        "○ 이용 0건(신규 0건, 계속 0건)으로 전년(0건)보다 0건(0%) 늘었다.",
        "○ 전체 0억 원의 5%인 0억 원",
        "○ 처리 3\u202e건(신규 1건, 계속 2건)",
        "○ 비율 100%(가 50%, 나 50%",
    ],
)
def test_broken_and_hostile_figures_do_no_harm(text: str) -> None:
    assert all(one.result is not DISAGREES for one in audits_of(f"1. 감사\n\n{text}\n"))


_PIECES = (
    *("1", "1억 ", "(1", "△1", "\n1", "1개가", "1대", " "),
    "처리 634건(적정 414건, 권고 178건, 부적정 42건)을 마쳤다. ",
    "공사 3건, 용역 5건 등 총 8건 ",
    "공사 3건 5억 원, ",
    "(공사 3건",
    "2567억원으로 전년(2358억원)보다 209억원 늘었다. ",
    "○ 모두 12건\n - 공사 5건\n - 용역 7건\n",
    "○ 합계 5건\n",
    "| 가 | 소계 | 1 | 2 |\n",
    "| 가 | 합계 | 1 | 2 |\n| 나 | 소계 | 1 | 2 |\n",
    "| 합계 | 100 | 200 |\n| 공사 | 40 | 80 |\n",
    "| 구분 | 계 | 국비 | 시비 |\n|---|---|---|---|\n| 합계 | 3 | 1 | 2 |\n| 소계 | 3 | 1 | 2 |\n",
)


@pytest.mark.parametrize("piece", _PIECES)
def test_the_audit_takes_linear_time(piece: str) -> None:
    prepared: dict[str, tuple[str, tuple[corpus.Passage, ...]]] = {}
    document = read("가", about=PLAN_2031).document

    def audit(text: str) -> object:
        canonical, passages = prepared[text]
        return audit_arithmetic(document, canonical, passages, ())

    for length in (70_000, 140_000):  # those that assert_linear compares
        text = (piece * (length // len(piece) + 1))[:length]
        parsed = parse(f"가\n{text}".encode(), ".txt")
        _, passages = build_records(document.id, parsed.text, outline(parsed.text, segment(parsed)))
        prepared[text] = (parsed.text, passages)
    assert_linear(audit, piece)


def test_figures_of_other_sections_are_not_reckoned_together() -> None:
    text = (
        "1. 재정\n\n살림규모는 12억 원이다.\n\n2. 시설\n\n공원 5억 원, 도로 7억 원으로 이뤄졌다.\n"
    )
    assert verdicts(text) == []
