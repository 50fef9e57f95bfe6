"""Claims: what a sentence says in its own words, each bound to what the cited quotes bear out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import corpus
from assistant.evidence import CHANGE, places_named
from assistant.figures import Figure, Moment, Said, read_figures
from assistant.frames import (
    DOWN,
    MOVED,
    NEGATION,
    SUMMED,
    UP,
    in_order,
    is_frame,
    names_any,
    strange_words,
    words_in,
)
from assistant.matching import tight
from assistant.quotations import BLANK
from assistant.support import Support, is_of_place, places_of, sentences_of, years_around
from assistant.types import Calculation, Citation
from assistant.understand import Understanding

_PREMISE = re.compile(r"(?:전제|supposes?)\s?\((?P<words>[^()]{1,40})\)")
_PIECE = re.compile(re.escape(BLANK.strip()))
_RECKONS = re.compile(r"\s[-+×÷*/~]\s")
# A reckoning or an ordering that a sentence writes out: it has to be one that is shown.
_WRITTEN = re.compile(r"\d[^\d\n]{0,12}\s[-+×÷*/<>=]\s[^\d\n]{0,12}\d|\s=\s")
_SIGN = re.compile(r"\s[-+<>=×÷*/→]\s")
_DIFFERENCE = re.compile(r"^[^+<>÷×/*]+ - [^+<>÷×/*]+$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What a sentence may rest on: its citations, their figures, and the arithmetic shown."""

    citations: tuple[Citation, ...]
    supports: tuple[Support, ...]
    calculations: tuple[Calculation, ...]
    asked: Understanding


def fault_of(own: str, ground: Ground) -> str:
    """Why a sentence's own words do not hold, '' if they do.

    `own` is the sentence without its quotations, marks and invisible characters, its spelled
    numbers in digits (`assistant.spelled`).
    """
    rest, shown = _without_expressions(own, ground.calculations)
    rest, is_echo = _without_premise(rest, ground.asked)
    if not is_echo:
        return "premise that was not asked"
    if _WRITTEN.search(rest):
        return "reckoning that does not hold"
    own_places = places_named(rest)
    if own_places - {place for one in ground.citations for place in places_of(one)}:
        return "place that is not the source's"
    said = read_figures(rest)
    moments, reason = _own_moments(rest, said, ground)
    if reason:
        return reason
    if said.figures or shown:
        return _figure_fault(rest, said, shown, ground)
    return _word_fault(rest, moments, ground)


def terms_fault(
    calculation: Calculation, citations: Sequence[Citation], supports: Sequence[Support]
) -> str:
    """Why a shown expression does not rest on its inputs: each term is a figure of one of them."""
    expression = _apart(calculation.expression)
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
            and _is_of_years(one, years[-1].years if years else frozenset())
            and _is_placed(one, label)
        ]
        if not fitting:
            return "term without a source"
        used |= {one.citation.number for one in fitting}
    if said.figures:
        return "" if set(calculation.inputs) <= used else "input without a term"
    cited = [one for one in citations if one.number in calculation.inputs]
    is_said = all(_is_said(one, cited) for one in said.moments)
    return "" if is_said else "term without a source"


def _apart(expression: str) -> str:
    """An expression with its signs as bars, so that no difference is read as a range."""
    return _SIGN.sub(" | ", expression)


def has_one_unit(calculation: Calculation) -> bool:
    """Whether a sum, difference or ordering and its result are of one unit throughout."""
    if not re.search(r" [-+<>] ", calculation.expression) or re.search(
        r"[÷×*/%]", calculation.expression
    ):
        return True
    texts = _apart(f"{calculation.expression} = {calculation.result}")
    return len({one.unit for one in read_figures(texts).figures}) <= 1


def _without_expressions(
    own: str, calculations: Sequence[Calculation]
) -> tuple[str, tuple[Calculation, ...]]:
    """The words beside the arithmetic, and which calculations the sentence shows or gives."""
    shown: list[Calculation] = []
    for one in calculations:
        for written in (f"{one.expression} = {one.result}", one.expression):
            if written in own:
                own = own.replace(written, " ")
                shown.append(one)
                break
        else:
            if read_figures(one.result).figures and one.result in own:
                shown.append(one)
    return own, tuple(shown)


def _without_premise(own: str, asked: Understanding) -> tuple[str, bool]:
    """The words beside an echo of the question's premise, and whether it is the question's."""
    match = _PREMISE.search(own)
    if match is None:
        return own, True
    words = match["words"]
    direction = UP if UP.fullmatch(words) else DOWN if DOWN.fullmatch(words) else None
    is_asked = tight(words) in tight(asked.text) or (
        direction is not None and direction.search(asked.text) is not None
    )
    return own[: match.start("words")] + own[match.end("words") :], is_asked


def _own_moments(own: str, said: Said, ground: Ground) -> tuple[list[Moment], str]:
    """The dates that a sentence claims; not those of its figures, nor the days of its sources."""
    claimed: list[Moment] = []
    bound = {year for figure in said.figures for year in said.years_of(figure)}
    for one in said.moments:
        if one.is_year and one.years <= bound:
            continue
        piece = _piece_around(own, one)
        is_day_of_source = any(
            cited.document.published_on is not None
            and cited.document.published_on.isoformat() == one.first
            and one.last is None
            for cited in ground.citations
        )
        is_alone = not said.figures and all(map(is_frame, words_in(piece)))
        if is_day_of_source and is_alone and BLANK.strip() in own:
            continue
        if not _is_said(one, ground.citations):
            return [], "date without a source"
        claimed.append(one)
    return claimed, ""


def _piece_around(own: str, moment: Moment) -> str:
    """The words between the quotations on either side of a date, the date left out."""
    before = _PIECE.split(own[: moment.start])[-1]
    return before + " " + _PIECE.split(own[moment.end :])[0]


def _is_said(moment: Moment, citations: Sequence[Citation]) -> bool:
    """Whether a quote, its headings or its document's title say a date, as exactly at least."""
    for cited in citations:
        for text in (*sentences_of(cited.quote), *cited.section, cited.document.title):
            for other in read_figures(text).moments:
                ends = (other.first, other.last or "")
                if moment.last is None and any(end.startswith(moment.first) for end in ends):
                    return True
                if (moment.first, moment.last) == (other.first, other.last):
                    return True
    return False


def _figure_fault(own: str, said: Said, shown: tuple[Calculation, ...], ground: Ground) -> str:
    carried: set[int] = {number for one in shown for number in one.inputs}
    start, reason = 0, ""
    for number, figure in enumerate(said.figures):
        is_last = number + 1 == len(said.figures)
        piece = own[start : len(own) if is_last else figure.stop]
        bearing = _bearing(own, piece, said, figure, shown, ground)
        if isinstance(bearing, str):
            return bearing
        carried |= bearing
        start = figure.stop
    reckoned = [one for one in shown if _RECKONS.search(one.expression)]
    results = [figure for figure in said.figures if any(_is_result(figure, one) for one in shown)]
    if said.figures and reckoned and not results:
        return "figure beside its reckoning"
    if not said.figures:
        reason = _calculated_fault(own, shown, ground)
    if not reason and {one.number for one in ground.citations} - carried and BLANK not in own:
        return "source that bears nothing"
    return reason


def _bearing(
    own: str,
    piece: str,
    said: Said,
    figure: Figure,
    shown: tuple[Calculation, ...],
    ground: Ground,
) -> set[int] | str:
    """The citations that bear a figure with all that is said of it, or why none does."""
    words = _words_beside(_without_places(piece))
    years = said.years_of(figure)
    reason = "number without a source"
    results = [one for one in shown if _is_result(figure, one)]
    if results:
        reason = _calculated_fault(piece, tuple(results), ground)
        if not reason:
            return {number for one in results for number in one.inputs}
    found: set[int] = set()
    for one in ground.supports:
        if not one.bears(figure):
            continue
        if not _is_of_years(one, years, ground.asked):
            reason = "figure of another year"
        elif not _is_placed(one, piece):
            reason = "figure of another place"
        elif strange_words(words, (one.words, one.under, *_place_names(one.citation))):
            reason = "words that are not the figure's"
        elif not names_any(words, one.words):
            reason = "figure of something else"
        elif one.is_change and not MOVED.search(piece):
            reason = "change that is said as a value"
        elif _is_denied(piece, one):
            reason = "denial that is not the source's"
        else:
            found.add(one.citation.number)
    return found or reason


def _without_places(text: str) -> str:
    """A text without the places it names, which are held against the source by themselves."""
    for mention in reversed(corpus.find_municipalities(text)):
        text = text[: mention.start] + " " + text[mention.end :]
    return text


def _words_beside(piece: str) -> list[str]:
    """The words of a piece without figures, their bounds and dates."""
    said = read_figures(piece)
    spans = [(one.start, one.stop) for one in said.figures]
    spans += [(one.start, one.end) for one in said.moments]
    for start, end in sorted(spans, reverse=True):
        piece = piece[:start] + " " * (end - start) + piece[end:]
    # English bounds stand before their figure, and are read with it.
    return words_in(re.sub(r"\b(?:at least|at most|up to|(?:more|less) than)\s", " ", piece))


def _is_of_years(
    support: Support, years: frozenset[int], asked: Understanding | None = None
) -> bool:
    """Whether a figure is of the year said with it, else of one of those asked about."""
    if years:
        return bool((support.years or years_around(support.citation)) & years)
    wanted = set(asked.years) if asked is not None else set()
    return not (wanted and support.years and support.is_fact) or bool(wanted & support.years)


def _is_placed(support: Support, piece: str) -> bool:
    places = places_named(piece)
    return not places or is_of_place(support, places)


def _place_names(citation: Citation) -> tuple[str, ...]:
    return tuple(name for place in places_of(citation) for name in (place.korean, place.name))


def _is_denied(piece: str, support: Support) -> bool:
    """Whether the words of a figure deny what its source does not."""
    return bool(NEGATION.search(piece)) and not NEGATION.search(support.words)


def _is_result(figure: Figure, calculation: Calculation) -> bool:
    """Whether a figure is what a reckoning gives; what is only compared has its own source."""
    return _RECKONS.search(calculation.expression) is not None and any(
        (one.value, one.unit, one.bound) == (figure.value, figure.unit, figure.bound)
        for one in read_figures(calculation.result).figures
    )


def _calculated_fault(piece: str, shown: tuple[Calculation, ...], ground: Ground) -> str:
    """Why words about a result do not hold: they are its terms' or those of the reckoning."""
    inputs = {number for one in shown for number in one.inputs}
    terms = [
        one
        for calculation in shown
        for figure in read_figures(_apart(calculation.expression)).figures
        for one in ground.supports
        if one.citation.number in inputs and one.bears(figure)
    ]
    words = _words_beside(_without_places(piece))
    expressions = [one.expression for one in shown]
    if any(" + " in one for one in expressions):
        words = [word for word in words if word.lower() not in SUMMED]
    directions = [word for word in words if UP.search(word) or DOWN.search(word)]
    if directions:
        if not any(_moves(one, terms, directions) for one in expressions):
            return "direction that does not follow"
        words = [word for word in words if word not in directions]
    scopes = [text for one in terms for text in (one.words, one.under)]
    scopes += [*expressions, *(name for one in ground.citations for name in _place_names(one))]
    if strange_words(words, scopes):
        return "words that are not the figures'"
    if NEGATION.search(piece):
        return "denial that is not the source's"
    years = {year for one in read_figures(piece).moments for year in one.years}
    known = {year for one in terms for year in one.years or years_around(one.citation)}
    known |= {year - 1 for year in known if any(CHANGE.search(one.citation.quote) for one in terms)}
    return "year that is not the figures'" if years - known else ""


def _moves(expression: str, terms: Sequence[Support], directions: Sequence[str]) -> bool:
    """Whether a difference of two years is a rise or a fall as its words say."""
    figures = read_figures(_apart(expression)).figures
    if _DIFFERENCE.match(expression) is None or len(figures) != 2:
        return False
    says_up = all(UP.search(word) for word in directions)
    says_down = all(DOWN.search(word) for word in directions)
    first, last = ([one for one in terms if one.bears(figure)] for figure in figures)
    return any(
        (says_up and min(one.years) > min(other.years))
        or (says_down and min(one.years) < min(other.years))
        for one in first
        for other in last
        if len(one.years) == 1 == len(other.years)
    )


def _word_fault(own: str, moments: Sequence[Moment], ground: Ground) -> str:
    """Why words without a figure do not hold: one sentence of a quote has to say them all."""
    words = _words_beside(_without_places(own))
    if not moments and all(map(is_frame, words)):
        return "" if BLANK.strip() in own else "sentence that says nothing of its source"
    for cited in ground.citations:
        around = (*cited.section, cited.document.title, *_place_names(cited))
        for sentence in sentences_of(cited.quote):
            if (
                not strange_words(words, (sentence, *around))
                and names_any(words, sentence)
                and in_order(words, sentence)
                and bool(NEGATION.search(own)) == bool(NEGATION.search(sentence))
                and all(_is_in(one, sentence) for one in moments)
            ):
                return ""
    return "words that no sentence of the source says"


def _is_in(moment: Moment, sentence: str) -> bool:
    return any(
        moment.first in {other.first[: len(moment.first)], (other.last or "")[: len(moment.first)]}
        for other in read_figures(sentence).moments
    )
