"""What things cost: which amounts are those of one project, and which may be added up."""

from __future__ import annotations

import re
from collections.abc import Sequence

import corpus
from assistant.matching import tight_published

# A figure of these flags is no amount that something costs: a limit, a change, a price, a total.
_NO_COST = frozenset(
    """
    threshold change before_change previous_year total part goal per_unit per_month per_year
    support_limit weight annual_flow range
    """.split()
)
_PROJECT = re.compile(
    r"사업(?!비|소|자|체|장|단)|과제|프로젝트|공모|조성|건립|정비|구축|신축|확충|설치"
)
_PROJECT_COST = re.compile(r"사업비|공사비|투입액")
_COST_WORD = re.compile(
    r"(?:총\s?)?사업비|(?:총\s?)?공사비|투입액|예산액?|국비|도비|시비|군비|구비|금액"
)
# '정부예산을 얻으려는 사업': what is described and not named is all that the description fits.
_MANY = re.compile(r"(?:는|은|한|된|할|될|인|신규|주요|전체|모든)\s?사업(?:들)?$")
_AGGREGATE = re.compile(
    r"총액|총계|합계|규모|회계|재원|기금|수입|세입|세출|채무|절감|아낀|줄인|살림|대상|기준|심사|목표"
)


def thing_of(name: str) -> str:
    """The name of what is paid for, without the word for its cost."""
    return " ".join(_COST_WORD.sub(" ", name).split())


def is_of_project(fact: corpus.Fact, headings: Sequence[str]) -> bool:
    """Whether a fact is of one project: a project's own, or what one thing called so costs.

    A budget fact is of a project where its name or the heading it stands under says so; what a
    whole government has, saves or is limited to is none.
    """
    if fact.kind is corpus.FactKind.PROJECT:
        return True
    thing = thing_of(fact.name)
    if not thing or _NO_COST & set(fact.flags) or _AGGREGATE.search(thing) or _MANY.search(thing):
        return False
    under = headings[-1] if headings else ""
    is_cost = _PROJECT_COST.search(fact.name) is not None
    return is_cost or any(_PROJECT.search(text) for text in (fact.name, under))


def may_overlap(facts: Sequence[corpus.Fact]) -> bool:
    """Whether one amount may be a part, a total or another year of another one.

    So it is where a figure is marked as none that is spent once, where one is the sum of all
    others, where a name holds another name of the same place, or where one statement prints two.
    """
    amounts = [fact.amount_krw or 0 for fact in facts]
    names = [(fact.municipality, tight_published(thing_of(fact.name))) for fact in facts]
    spans = {(fact.document_id, fact.start, fact.end) for fact in facts}
    years = {fact.fiscal_year for fact in facts if fact.fiscal_year is not None}
    return (
        len(years) > 1
        or any(_NO_COST & set(fact.flags) or len(fact.values) > 1 for fact in facts)
        or any(one * 2 == sum(amounts) for one in amounts)
        or len(spans) < len(facts)
        or any(
            own in other
            for number, (place, own) in enumerate(names)
            for another, (elsewhere, other) in enumerate(names)
            if number != another and place == elsewhere
        )
    )
