"""A reckoning written out in the figures as printed: 226 + 27 + 17 + 17 = 287 ≠ 307."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from corpus.arithmetic_figures import Figure, tail_of
from corpus.characters import fold
from corpus.types import ArithmeticRelation, AuditResult


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpressionOptions:
    """How long an expression may be."""

    most_terms: int = 12
    """A longer sum is shortened in its middle; the terms are all in the audit."""
    further_digits: int = 3
    """Decimals of a computed figure beyond those of the printed one; they show the rounding."""


_FRACTION = re.compile(r"[0-9]\.([0-9]+)[^0-9]*$")


def expression(
    relation: ArithmeticRelation,
    stated: Figure,
    terms: Sequence[Figure],
    result: AuditResult,
    computed: Decimal | None,
    options: ExpressionOptions | None = None,
) -> str:
    """The reckoning in one line, with = where it is exact, ≈ where the print is rounded, ≠ where
    it contradicts the print, and ≟ where nothing can be said."""
    options = options or ExpressionOptions()
    is_bare = relation is ArithmeticRelation.SUM and all(one.is_bare for one in terms)
    goal = _printed(stated, is_bare=is_bare)
    left = _left(relation, stated, terms, options)
    if result is AuditResult.AGREES and computed == stated.value:
        return f"{left} = {goal}"
    sign = {AuditResult.AGREES: "≈", AuditResult.DISAGREES: "≠"}.get(result, "≟")
    if computed is None:
        return f"{left} {sign} {goal}"
    return f"{left} = {_in_style_of(stated, computed, options, is_bare=is_bare)} {sign} {goal}"


def _left(
    relation: ArithmeticRelation,
    stated: Figure,
    terms: Sequence[Figure],
    options: ExpressionOptions,
) -> str:
    printed = [_printed(one) for one in terms]
    if relation is ArithmeticRelation.SUM:
        if len(printed) > options.most_terms:
            printed = [*printed[: options.most_terms - 1], "…", printed[-1]]
        return " + ".join(printed)
    first, second = printed
    if relation is ArithmeticRelation.SHARE:
        return f"{first} ÷ {second}" if stated.unit == "%" else f"{first} × {second}"
    # '209억원 줄었다' prints no sign: what it says is by how much the earlier value was larger.
    is_turned = _is_fall(stated) and not _has_sign(stated)
    larger, smaller = (second, first) if is_turned else (first, second)
    if stated.unit == "%" and terms[0].unit != "%":
        return f"({larger} − {smaller}) ÷ {second}"
    return f"{larger} − {smaller}"


def _is_fall(stated: Figure) -> bool:
    return stated.value is not None and stated.value < 0


def _has_sign(stated: Figure) -> bool:
    return re.match(r"[△▲(-]", fold(stated.raw)) is not None


def _printed(one: Figure, *, is_bare: bool = False) -> str:
    raw = re.sub(r"\s+", " ", one.raw).strip()
    tail = tail_of(raw) if is_bare else ""
    return raw[: len(raw) - len(tail)].strip() if tail else raw


def _in_style_of(
    stated: Figure, computed: Decimal, options: ExpressionOptions, *, is_bare: bool
) -> str:
    """A computed value as the print would put it: in the same scale, with the same unit."""
    fraction = _FRACTION.search(fold(stated.raw))
    places = len(fraction[1]) if fraction else 0
    scale = stated.step * 10**places or Decimal(1)
    shown = round(computed / scale, places + options.further_digits)
    if _is_fall(stated) and not _has_sign(stated):
        shown = -shown
    words = f"{shown:,f}"
    words = words.rstrip("0").rstrip(".") if "." in words else words
    tail = "" if is_bare else tail_of(stated.raw)
    blank = " " if tail and fold(stated.raw)[: -len(tail)].endswith(" ") else ""
    return f"{words}{blank}{tail}"
