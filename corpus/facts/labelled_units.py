"""Items whose label prints the unit and whose value is a bare number."""

from __future__ import annotations

import re
from decimal import Decimal

from corpus.amounts import find_amounts
from corpus.characters import fold
from corpus.facts.draft import Draft, one_value
from corpus.facts.labels import clean_name, heading_name
from corpus.facts.statements import Statement
from corpus.facts.subjects import is_audit
from corpus.facts.years import year_context
from corpus.types import FactKind

_UNIT_IN_LABEL = re.compile(
    r"(?P<label>.{2,60}?)\s*\(\s*(?:단위\s*:\s*)?(?P<unit>[가-힣%㎡]{1,6}(?:\s?원)?)\s*\)\s*[:：]\s*(?P<value>\d[\d,]*(?:\.\d+)?)\s*(?P<end>$|[,(（.·])"
)


def labelled_unit(statement: Statement) -> Draft | None:
    """'시민과의 대화(회) : 29': the unit stands in the label, the value is a bare number."""
    if "(" not in statement.text and "（" not in statement.text:
        return None
    text = fold(statement.text)
    match = _UNIT_IN_LABEL.match(text)
    if match is None:
        return None
    value = Decimal(match["value"].replace(",", ""))
    unit = match["unit"].replace(" ", "")
    name = clean_name(statement.text[match.start("label") : match.end("label")])
    amounts = find_amounts(match["value"], inherited_unit=unit) if "원" in unit else ()
    amount = amounts[0].krw if amounts else None
    year, flags = year_context(statement).year_at(statement.text, match.start("value"))
    about = f"{heading_name(statement.passage.heading_path)} {name}"
    kind = FactKind.AUDIT if is_audit(about) else FactKind.STATISTIC
    return Draft(
        statement=statement,
        kind=FactKind.BUDGET if amount is not None else kind,
        name=name,
        raw_text=match["value"],
        value=value,
        values=one_value(year, value),
        unit=unit,
        amount_krw=amount,
        fiscal_year=year,
        flags=flags,
    )
