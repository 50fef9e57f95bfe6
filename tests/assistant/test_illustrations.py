from dataclasses import replace
from decimal import Decimal
from typing import Any

import corpus
from assistant.audits import AuditEntry, AuditList
from assistant.charts import PictureOptions, parts
from assistant.compositions import composition_of_audit
from assistant.illustrations import illustrate
from tests.factories import make_audit, make_fact, make_term

NO_AUDITS = AuditList(counts={}, contradictions=(), others=(), unlisted=0, is_open=True)


def part(number: int, value: int, flag: str) -> corpus.Fact:
    return make_fact(
        id=f"x/f{number}",
        value=Decimal(value),
        values=(corpus.FactValue(year=2022, value=Decimal(value)),),
        flags=(flag,),
    )


FACTS = (part(1, 3, "total"), part(2, 1, "part"), part(3, 2, "part"), make_fact(id="x/f4"))


def drawn(shown: tuple[corpus.Fact, ...], audits: AuditList = NO_AUDITS) -> tuple[Any, Any]:
    found = illustrate(shown, FACTS, {}, audits, PictureOptions())
    return list(found.lines), list(found.bars)


def test_courses_and_totals_of_the_shown_facts_are_drawn() -> None:
    assert drawn(FACTS) == (["x/f4"], ["x/f1"])
    assert drawn(FACTS[1:3]) == ([], [])


def test_the_parts_that_an_audit_found_stand_under_their_total() -> None:
    audit = make_audit(stated=make_term(fact_id="x/f1"))
    composition = composition_of_audit(audit)
    assert composition is not None
    bars = parts(composition, of=(audit.id,), source=None, options=PictureOptions())
    entries = (AuditEntry(audit=audit, chart=bars), AuditEntry(audit=audit, chart=None))
    audits = replace(NO_AUDITS, others=entries)
    found = illustrate(FACTS, FACTS, {}, audits, PictureOptions())
    assert found.bars == {"x/f1": bars}
    assert found.audits == {audit.id}
    assert illustrate(FACTS[1:], FACTS, {}, audits, PictureOptions()).audits == frozenset()


def test_the_parts_of_one_year_do_not_stand_under_a_course_of_totals() -> None:
    audit = make_audit(stated=make_term(fact_id="x/f4"))
    composition = composition_of_audit(audit)
    assert composition is not None
    bars = parts(composition, of=(audit.id,), source=None, options=PictureOptions())
    entry = AuditEntry(audit=audit, chart=bars)
    found = illustrate(FACTS, FACTS, {}, replace(NO_AUDITS, others=(entry,)), PictureOptions())
    assert "x/f4" in found.lines
    assert "x/f4" not in found.bars
    assert found.audits == frozenset()


def test_a_total_that_contradicts_its_parts_is_not_drawn_from_their_flags() -> None:
    audit = make_audit(stated=make_term(fact_id="x/f1"), result=corpus.AuditResult.DISAGREES)
    audits = replace(NO_AUDITS, contradictions=(AuditEntry(audit=audit, chart=None),))
    assert drawn(FACTS, audits) == (["x/f4"], [])
