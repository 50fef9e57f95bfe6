"""The largest aligned figures of a comparison, drawn side by side."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

import corpus
from assistant.charts import Chart, Compared, ComparedPair, PictureOptions, paired_comparison
from assistant.comparison.types import AlignedRow, Comparison, Figure
from assistant.courses import WON, with_unit
from assistant.viewer import span_address

MOST_PAIRS = 4
"""Pairs in one picture: as many as a phone shows at once."""


def comparison_chart(
    comparison: Comparison,
    rows: tuple[AlignedRow, ...],
    *,
    title: str,
    groups: tuple[str, str],
    csv: str,
    options: PictureOptions,
) -> Chart | None:
    """The rows whose figures differ most, all in the unit that most of them have; None for one row.

    Rates and money have no common zero, so only one unit is drawn.
    """
    drawn = [one for one in rows if one.difference and one.left and one.right]
    units = Counter(one.unit for one in drawn if one.unit)
    if not units:
        return None
    unit, count = max(units.items(), key=lambda one: (one[1], one[0] == WON, one[0]))
    if count < 2:
        return None
    chosen = sorted(
        (one for one in drawn if one.unit == unit),
        key=lambda one: (-abs(one.difference or Decimal(0)), one.name),
    )[:MOST_PAIRS]
    return paired_comparison(
        [
            ComparedPair(
                label=one.name,
                left=_compared(one.left, unit, comparison.left.document),
                right=_compared(one.right, unit, comparison.right.document),
            )
            for one in chosen
        ],
        title=title,
        unit=unit,
        groups=groups,
        csv=csv,
        options=options,
    )


def _compared(
    figure: Figure | None, unit: str, document: corpus.Document | None
) -> Compared | None:
    if figure is None or not isinstance(figure.value, Decimal):
        return None
    is_money = unit == WON and figure.fact.amount_krw is not None
    value = Decimal(figure.fact.amount_krw or 0) if is_money else figure.value
    return Compared(
        label=figure.fact.name,
        printed=with_unit(value, unit),
        value=value,
        year=figure.year,
        phase=figure.phase,
        address=span_address(figure.fact.document_id, figure.fact.start, figure.fact.end),
        source=document.title if document else None,
    )
