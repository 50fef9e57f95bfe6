from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

import corpus
from assistant.compositions import composition_of_audit, compositions_of_facts
from tests.factories import make_audit, make_fact, make_term


def figure(number: int, value: int, *flags: str, **overrides: Any) -> corpus.Fact:  # noqa: ANN401
    fields: dict[str, Any] = {
        "id": f"x/f{number}",
        "name": f"항목 {number}",
        "value": Decimal(value),
        "raw_text": f"{value}건",
        "unit": "건",
        "amount_krw": None,
        "values": (corpus.FactValue(year=2022, value=Decimal(value)),),
        "flags": flags,
    }
    return make_fact(**(fields | overrides))


TOTAL, FIRST, SECOND = figure(1, 30, "total"), figure(2, 10, "part"), figure(3, 20, "part")


def test_the_parts_of_a_sum_that_agrees_are_a_composition() -> None:
    composition = composition_of_audit(make_audit())
    assert composition is not None
    assert composition.total.printed == "8,727억 원"
    assert [(one.label, one.value) for one in composition.parts] == [
        ("일반", Decimal(7789)),
        ("특별", Decimal(938)),
    ]


@pytest.mark.parametrize(
    "changed",
    [
        {"result": corpus.AuditResult.DISAGREES},
        {"result": corpus.AuditResult.CANNOT_TELL},
        {"relation": corpus.ArithmeticRelation.SHARE},
        {"relation": corpus.ArithmeticRelation.CHANGE},
        {"unit": None},
        {"terms": (make_term(),)},
        {"terms": (make_term(), make_term(value=None))},
        {"terms": (make_term(), make_term(value=Decimal(-1)))},
        {"stated": make_term(value=None)},
        {"stated": make_term(value=Decimal(0))},
    ],
)
def test_no_other_audit_is(changed: dict[str, Any]) -> None:
    assert composition_of_audit(make_audit(**changed)) is None


def test_a_total_and_its_parts_of_one_passage_are_a_composition() -> None:
    other_passage = replace(figure(4, 5, "part"), passage_id="x/p9")
    found = compositions_of_facts([FIRST, TOTAL, SECOND, other_passage, figure(5, 7)])
    assert list(found) == [TOTAL.id]
    assert [one.printed for one in found[TOTAL.id].parts] == ["10건", "20건"]


@pytest.mark.parametrize(
    "facts",
    [
        [TOTAL, FIRST],
        [TOTAL, FIRST, figure(3, 21, "part")],
        [TOTAL, FIRST, SECOND, figure(4, 30, "total")],
        [TOTAL, FIRST, figure(3, 20, "part", comparator="at_least")],
        [TOTAL, FIRST, replace(SECOND, value="가")],
        [TOTAL, FIRST, figure(3, 20, "part", unit="명")],
        [TOTAL, FIRST, figure(3, 20, "part", fiscal_year=2021)],
        [one for one in (FIRST, SECOND)],
        [replace(one, unit=None) for one in (TOTAL, FIRST, SECOND)],
    ],
)
def test_where_it_is_not_certain_what_belongs_to_what_there_is_none(
    facts: list[corpus.Fact],
) -> None:
    assert compositions_of_facts(facts) == {}


def test_a_bare_figure_in_won_is_not_written_without_its_size() -> None:
    parts = [
        figure(n, v * 10**8, flag, unit="원", amount_krw=v * 10**8, raw_text=f"{v}")
        for n, v, flag in ((1, 30, "total"), (2, 10, "part"), (3, 20, "part"))
    ]
    (composition,) = compositions_of_facts(parts).values()
    assert composition.total.printed == "30억 원"
