"""Reckonings: whether shown arithmetic rests on what is cited, and its result is said as it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.arithmetic import PER_CENT, figures_of, place_in_order
from assistant.changes import moves
from assistant.figures import Figure, read_figures
from assistant.frames import COMPARED, DOWN, NEGATION, SUMMED, UP, strange_words
from assistant.grounds import (
    Ground,
    is_of_years,
    is_placed,
    is_said,
    place_names,
    without_places,
    words_beside,
)
from assistant.support import Support, years_around
from assistant.tallies import tallied
from assistant.types import Calculation, Citation
from assistant.years import CHANGE

RECKONS = re.compile(r"\s[-+×÷*/~]\s")
"""A sign of arithmetic or of a period; without one, an expression only states figures."""
_SIGN = re.compile(r"\s[-+<>=×÷*/→]\s")
_PER_CENT = {"%", "%p"}
_GROWTH = re.compile(r"^\((?P<difference>[^()]+)\) ÷ (?P<whole>.+)$")
_DIFFERENCE = re.compile(r"^(?:[^+<>÷×/*]|/(?! ))+ - (?:[^+<>÷×/*]|/(?! ))+$")


def terms_fault(
    calculation: Calculation, citations: Sequence[Citation], supports: Sequence[Support]
) -> str:
    """Why a shown expression does not rest on its inputs: each term is a figure of one of them."""
    expression = _apart(figures_of(calculation.expression))
    said = read_figures(expression)
    inputs = [one for one in supports if one.citation.number in calculation.inputs]
    used = set()
    start = 0
    for figure in said.figures:
        label = expression[start : figure.start]
        start = figure.stop
        years = read_figures(label).moments
        fitting = [
            one
            for one in inputs
            if one.bears(figure)
            and is_of_years(one, years[-1].years if years else frozenset())
            and is_placed(one, label)
            and not _is_mislabelled(label, one)
        ]
        if not fitting:
            return "term without a source"
        used |= {one.citation.number for one in fitting}
    if said.figures:
        return "" if set(calculation.inputs) <= used else "input without a term"
    if not said.moments:
        return "expression without a figure"
    cited = [one for one in citations if one.number in calculation.inputs]
    is_true = all(is_said(one, cited) for one in said.moments)
    return "" if is_true else "term without a source"


def _is_mislabelled(label: str, support: Support) -> bool:
    """Whether the words before a term are none of the figure's, its headings' or its sentence's."""
    words = words_beside(without_places(label))
    return bool(strange_words(words, (support.words, support.under)))


def has_one_unit(calculation: Calculation) -> bool:
    """Whether the terms of a sum, difference, ratio or ordering are of one unit, and its result.

    Of two percentages the difference is in percentage points, and points are added to and taken
    from a percentage; a ratio has a unit of its own.
    """
    if re.search(r" [÷×] ", calculation.expression):
        return _has_fitting_units(calculation)
    if not re.search(r" [-+<>] ", calculation.expression):
        return True
    expression = figures_of(calculation.expression)
    terms = [one.unit for one in read_figures(_apart(expression)).figures]
    result, _ = place_in_order(calculation.result)
    found = {one.unit for one in read_figures(_apart(result)).figures}
    if terms[:1] == ["%"] and found & _PER_CENT:
        is_gap = _DIFFERENCE.match(expression) is not None and terms == ["%", "%"]
        is_moved = set(terms[1:]) == {"%p"}
        return found == ({"%p"} if is_gap else {"%"}) and (is_moved or set(terms) == {"%"})
    return len({*terms, *found}) <= 1


def _has_fitting_units(calculation: Calculation) -> bool:
    """Whether a ratio is of one unit, and a quotient or product has the unit that it must have.

    A ratio ('배', per cent) is of figures of one unit. What falls to each one has the unit of what
    is divided; a product that of its rate or of what a percentage is taken of.
    """
    said = read_figures(_apart(figures_of(calculation.expression))).figures
    reckoned = read_figures(calculation.result).figures
    terms, results = [one.unit for one in said], [one.unit for one in reckoned]
    if not _has_fitting_bounds(calculation.expression, said, reckoned):
        return False
    if calculation.expression.endswith(PER_CENT) or calculation.result.endswith("배"):
        return len(set(terms)) == 1
    if len(terms) == 3 and terms[0] == terms[1] and terms[2] == "%":
        terms = terms[1:]  # a price less a percentage of itself
    if len(terms) != 2 or len(results) != 1:
        return False
    if " ÷ " in calculation.expression:
        return results[0] == terms[0]
    # What money is counted or rated by leaves money; a percentage leaves what it is taken of.
    rated = "원" if "원" in terms else terms[0]
    return terms[0] != terms[1] and {"원", "%"} & set(terms) != set() and results[0] == rated


def _has_fitting_bounds(
    expression: str, said: Sequence[Figure], reckoned: Sequence[Figure]
) -> bool:
    """Whether a result is as open as its terms: the most of a rate times the most of a count.

    A quotient is at least so much where what is divided is; by a bounded figure nothing is divided.
    """
    bounds = {one.bound for one in said} - {None}
    if " ÷ " in expression and any(one.bound is not None for one in said[1:]):
        return False
    return len(bounds) <= 1 and {one.bound for one in reckoned} - {None} == bounds


def without_expressions(
    own: str, calculations: Sequence[Calculation]
) -> tuple[str, tuple[Calculation, ...]]:
    """The words beside the arithmetic, and which calculations the sentence shows or gives."""
    shown: list[Calculation] = []
    for one in calculations:
        for written in (f"{one.expression} = {one.result}", one.expression):
            if written in own:
                own = own.replace(written, " ")
                # The place in an order follows from the order; the figure has its own source.
                own = own.replace(one.result, place_in_order(one.result)[0])
                shown.append(one)
                break
        else:
            if read_figures(one.result).figures and one.result in own:
                shown.append(one)
    return own, tuple(shown)


def reckons(calculation: Calculation) -> bool:
    """Whether an expression gives a figure that no source has to print: a reckoning or a count."""
    expression = calculation.expression
    return bool(tallied(expression)) or RECKONS.search(expression) is not None


def is_result(figure: Figure, calculation: Calculation) -> bool:
    """Whether a figure is what a reckoning gives; what is only compared has its own source."""
    return reckons(calculation) and any(
        (one.value, one.unit, one.bound) == (figure.value, figure.unit, figure.bound)
        for one in read_figures(calculation.result).figures
    )


def result_fault(piece: str, shown: tuple[Calculation, ...], ground: Ground) -> str:
    """Why words about a result do not hold: they are its terms' or those of the reckoning."""
    inputs = {number for one in shown for number in one.inputs}
    terms = [
        one
        for calculation in shown
        for figure in read_figures(_apart(figures_of(calculation.expression))).figures
        for one in (*ground.supports, *ground.cells)
        if one.citation.number in inputs and one.bears(figure)
    ]
    words = words_beside(without_places(piece))
    expressions = [one.expression for one in shown]
    counted = [
        cited
        for cited in ground.citations
        if any(tallied(one.expression) and cited.number in one.inputs for one in shown)
    ]
    if counted or any(" + " in one for one in expressions):
        words = [word for word in words if word.lower() not in SUMMED]
    if any(" - " in one for one in expressions):
        words = [word for word in words if word.lower() not in COMPARED]
    directions = [word for word in words if UP.search(word) or DOWN.search(word)]
    if directions:
        if not any(goes_as_said(one, terms, directions) for one in expressions):
            return "direction that does not follow"
        words = [word for word in words if word not in directions]
    scopes = [text for one in terms for text in (one.words, one.under)]
    scopes += [text for one in counted for text in (one.quote, *one.section, one.document.title)]
    scopes += [*expressions, *(name for one in ground.citations for name in place_names(one))]
    if strange_words(words, scopes):
        return "words that are not the figures'"
    if NEGATION.search(piece):
        return "denial that is not the source's"
    years = {year for one in read_figures(piece).moments for year in one.years}
    known = {year for one in terms for year in one.years or years_around(one.citation)}
    known |= {year for one in counted for year in years_around(one)}
    known |= {year - 1 for year in known if any(CHANGE.search(one.citation.quote) for one in terms)}
    return "year that is not the figures'" if years - known else ""


def goes_as_said(expression: str, terms: Sequence[Support], directions: Sequence[str]) -> bool:
    """Whether a difference or growth of two years is a rise or a fall as its words say.

    Of a growth the later figure is always the first, so that its sign tells the direction.
    """
    growth = _GROWTH.match(expression)
    difference = growth["difference"] if growth else expression
    figures = read_figures(_apart(difference)).figures
    if _DIFFERENCE.match(difference) is None or len(figures) != 2:
        return False
    if growth and not growth["whole"].startswith(expression[1:].split(" - ", 1)[1].split(")")[0]):
        return False  # what is left of a whole moved nowhere
    says_up = all(UP.search(word) for word in directions)
    says_down = all(DOWN.search(word) for word in directions)
    if growth:
        is_up = figures[0].value > figures[1].value
        if says_up != is_up or says_down == is_up:
            return False
        says_up, says_down = True, False  # whichever way it went, the first figure is the later
    first, last = ([one for one in terms if one.bears(figure)] for figure in figures)
    later = _later(difference, first, last)
    if later is not None and says_up != says_down:
        return says_up is later
    if says_up != says_down and any(
        moves(one.citation.quote, *(figures[::-1] if says_up else figures)) for one in first
    ):
        return True
    return any(
        (says_up and min(one.years) > min(other.years))
        or (says_down and min(one.years) < min(other.years))
        for one in first
        for other in last
        if len(one.years) == 1 == len(other.years)
    )


def _later(difference: str, first: Sequence[Support], last: Sequence[Support]) -> bool | None:
    """Whether the first of two terms is of the later year, by the years that stand with them.

    None where either has none, or its source leaves open which year its figure is of.
    """
    years = []
    for label, known in zip(difference.split(" - "), (first, last), strict=True):
        said = frozenset().union(*(one.years for one in read_figures(label).moments))
        is_sure = any((one.years or years_around(one.citation)) == said for one in known)
        if len(said) != 1 or not is_sure:
            return None
        years.append(min(said))
    return years[0] > years[1] if years[0] != years[1] else None


def _apart(expression: str) -> str:
    """An expression with its signs as bars, so that no difference is read as a range."""
    return _SIGN.sub(" | ", expression)
