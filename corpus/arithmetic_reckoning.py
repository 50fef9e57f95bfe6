"""Whether printed figures fit together, reckoned again exactly, with printed rounding honoured."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum, auto

from corpus.amounts import unit_scale
from corpus.arithmetic_expressions import expression
from corpus.arithmetic_figures import PART_UNREAD, Figure
from corpus.characters import fold
from corpus.types import ArithmeticRelation, AuditResult

EXACT, ROUNDING, DIFFERS = "exact", "rounding", "differs"
OPEN_LIST, UNIT_UNKNOWN = "open_list", "unit_unknown"


class Closure(Enum):
    """How sure the print makes it that the terms are all that the stated figure follows from."""

    PROVED = auto()
    """The same rows or columns fit elsewhere in the table, so that a misfit is one."""
    CLOSED = auto()
    """The wording closes the list (a bracket behind a total, '… 으로 모두 60명')."""
    OPEN = auto()
    """The list may go on: 등, 외, 중."""
    SUPPOSED = auto()
    """Only standing side by side suggests it: that figures fit says something, a misfit nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Figures that the print sets in relation; `stated` should follow from `terms`.

    SUM: terms are the parts. SHARE: terms are (whole, per cent) where `stated` is the part, and
    (part, whole) where it is the per cent. CHANGE: terms are (later, earlier), and what the wording
    calls a fall ('줄었다') has a negative value. `name` is what the stated figure is of, where no
    fact says it.
    """

    relation: ArithmeticRelation
    stated: Figure
    terms: tuple[Figure, ...]
    closure: Closure
    name: str = ""
    fiscal_year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reckoning:
    """What reckoning a claim gives; the fields are those of `corpus.types.ArithmeticAudit`.

    `stated` and `terms` are those of the claim, in one unit.
    """

    result: AuditResult
    reason: str
    unit: str | None
    stated: Figure
    terms: tuple[Figure, ...]
    computed: Decimal | None
    difference: Decimal | None
    expression: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReckoningOptions:
    """What still counts as the same figures with a misprint; a false 'disagrees' is the worst."""

    least_ratio: Decimal = Decimal("0.9")
    """A misprint moves a sum a little. Parts that lack a tenth of the whole are a selection of it
    ('60명(여성 20, 장애인 3)'), and parts that go so far beyond it overlap."""
    few_parts_miss: Decimal = Decimal("0.05")
    """Two parts may be any two of many; only if they miss by less than a twentieth, or are a pair
    that makes a whole, are they taken for all."""
    fewest_parts: int = 3
    """From this many parts on a list is taken to be whole."""
    digits: int = 6
    """Decimals kept of a quotient."""


_SELECTION = re.compile(
    r"여성|남성|청년|노인|어르신|고령|장애|아동|청소년|외국인|다문화|저소득|취약|포함|이상|이하|우수"
)
"""Attributes that overlap: parts so named count the same people or things twice."""
_PAIRS = tuple(
    (re.compile(one), re.compile(other))
    for one, other in (
        (r"일반", r"특별"),
        (r"신규|새 ", r"계속|기존"),
        (r"국비|국고", r"도비|시비|군비|구비|지방비"),
        (r"남(?:자|성|학생)?$", r"여(?:자|성|학생)?$"),
        (r"상반기", r"하반기"),
        (r"본예산|당초", r"추경|추가"),
        (r"찬성", r"반대"),
        (r"본청", r"(?:사업소|직속기관|읍면동)"),
    )
)


def reckon(claim: Claim, options: ReckoningOptions | None = None) -> Reckoning | None:
    """Reckon a claim again; None where a misfit would say nothing."""
    options = options or ReckoningOptions()
    claim = _in_one_unit(claim)
    figures = (claim.stated, *claim.terms)
    unit = claim.stated.unit
    doubt = next((one.doubt for one in figures if one.doubt), "")
    if doubt or any(one.value is None for one in figures):
        if claim.closure is Closure.SUPPOSED:
            return None
        return _cannot_tell(claim, doubt or PART_UNREAD, None)
    if not _is_commensurable(claim):
        if claim.closure is Closure.SUPPOSED:
            return None
        return _cannot_tell(claim, UNIT_UNKNOWN, None)
    computed, spread = _computed(claim, options)
    if computed is None:
        return None
    stated = claim.stated.value or Decimal(0)
    difference = stated - computed
    slack = spread + claim.stated.step
    if difference == 0:
        return _reckoning(claim, AuditResult.AGREES, EXACT, computed)
    if claim.closure is Closure.OPEN:
        return _cannot_tell(claim, OPEN_LIST, computed)
    if abs(difference) * 2 <= slack:
        return _reckoning(claim, AuditResult.AGREES, ROUNDING, computed)
    if claim.closure is Closure.SUPPOSED:
        return None
    if abs(difference) <= slack:
        # Figures that are cut off instead of rounded stand up to a whole step apart.
        return _cannot_tell(claim, ROUNDING, computed)
    if unit is None:
        return _cannot_tell(claim, UNIT_UNKNOWN, computed)
    if not _must_fit(claim, computed, options):
        if claim.relation is not ArithmeticRelation.SUM:
            return None
        return _cannot_tell(claim, OPEN_LIST, computed)
    return _reckoning(claim, AuditResult.DISAGREES, DIFFERS, computed)


def _in_one_unit(claim: Claim) -> Claim:
    """The claim with money of several units (억원, 백만원) in won."""
    units = {one.unit for one in (claim.stated, *claim.terms)}
    money = {one for one in units if one is not None and unit_scale(one) is not None}
    if len(money) < 2:
        return claim
    terms = tuple(one.in_won() for one in claim.terms)
    return replace(claim, stated=claim.stated.in_won(), terms=terms)


def _is_commensurable(claim: Claim) -> bool:
    """Whether the units are such that the relation can hold."""
    stated, units = claim.stated.unit, [one.unit for one in claim.terms]
    if claim.relation is ArithmeticRelation.SHARE:
        if stated == "%":
            return len(set(units)) == 1
        return units == [stated, "%"]
    if claim.relation is ArithmeticRelation.CHANGE:
        if stated == "%":
            return len(set(units)) == 1 and units[0] != "%"
        return all(one == ("%" if stated == "%p" else stated) for one in units)
    return all(one == stated for one in units)


def _computed(claim: Claim, options: ReckoningOptions) -> tuple[Decimal | None, Decimal]:
    """What the terms give, and by how much it may be off for the rounding of each (whole steps)."""
    values = [one.value or Decimal(0) for one in claim.terms]
    steps = [one.step for one in claim.terms]
    if claim.relation is ArithmeticRelation.SUM:
        return sum(values, Decimal(0)), sum(steps, Decimal(0))
    first, second = values
    if claim.relation is ArithmeticRelation.SHARE and claim.stated.unit != "%":
        spread = abs(first) * steps[1] / 100 + abs(second) * steps[0] / 100
        return first * second / 100, spread
    if claim.relation is ArithmeticRelation.CHANGE and claim.stated.unit != "%":
        return first - second, steps[0] + steps[1]
    if second == 0:
        return None, Decimal(0)
    ratio = first / second * 100
    spread = (abs(steps[0]) * 100 + abs(ratio) * steps[1]) / abs(second)
    # The change in per cent of the earlier value: its own part of the quotient is always 100.
    of_whole = ratio - 100 if claim.relation is ArithmeticRelation.CHANGE else ratio
    return round(of_whole, options.digits), spread


def _must_fit(claim: Claim, computed: Decimal, options: ReckoningOptions) -> bool:
    """Whether a misfit is a contradiction: the terms are plainly those that were meant."""
    if claim.closure is Closure.PROVED:
        return True
    stated = claim.stated.value or Decimal(0)
    if stated * computed <= 0:
        return False
    near = min(abs(stated), abs(computed)) / max(abs(stated), abs(computed))
    if near < options.least_ratio:
        return False
    if claim.relation is not ArithmeticRelation.SUM:
        return True
    labels = [one.label for one in claim.terms]
    if makes_whole(labels):
        return True
    if any(_SELECTION.search(one) for one in labels):
        return False
    if len(claim.terms) < options.fewest_parts:
        return near >= 1 - options.few_parts_miss
    return not _overlaps(claim.terms, computed - stated)


def makes_whole(labels: Sequence[str]) -> bool:
    """Whether two parts are a pair that leaves nothing out: 일반·특별, 신규·계속."""
    if len(labels) != 2:
        return False
    one, other = (fold(label).strip() for label in labels)
    return any(
        (first.search(one) and second.search(other)) or (first.search(other) and second.search(one))
        for first, second in _PAIRS
    )


def _overlaps(terms: Sequence[Figure], excess: Decimal) -> bool:
    """Whether some run of the parts is just what the parts give too much: it is counted twice."""
    seen = {Decimal(0)}
    total = Decimal(0)
    for one in terms:
        total += one.value or Decimal(0)
        if total - excess in seen:
            return True
        seen.add(total)
    return False


def _cannot_tell(claim: Claim, reason: str, computed: Decimal | None) -> Reckoning:
    return _reckoning(claim, AuditResult.CANNOT_TELL, reason, computed)


def _reckoning(
    claim: Claim, result: AuditResult, reason: str, computed: Decimal | None
) -> Reckoning:
    stated, terms = claim.stated, claim.terms
    difference = None
    if computed is not None and stated.value is not None:
        difference = stated.value - computed
    return Reckoning(
        result=result,
        reason=reason,
        unit=stated.unit,
        stated=stated,
        terms=terms,
        computed=computed,
        difference=difference,
        expression=expression(claim.relation, stated, terms, result, computed),
    )
