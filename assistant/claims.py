"""Claims: what a sentence says in its own words, each bound to what the cited quotes bear out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.days import days_said, is_within
from assistant.evidence import places_named
from assistant.figures import Figure, Moment, Said, read_figures
from assistant.frames import (
    DOWN,
    MOVED,
    NEGATION,
    UP,
    in_order,
    is_frame,
    names_any,
    strange_words,
    words_in,
)
from assistant.grid_claims import says_cell
from assistant.grounds import (
    Ground,
    is_of_years,
    is_placed,
    is_said,
    place_names,
    without_places,
    words_beside,
)
from assistant.matching import tight
from assistant.quotations import BLANK
from assistant.reckonings import is_result, reckons, result_fault, without_expressions
from assistant.statements import states
from assistant.support import Support, places_of, sentences_of
from assistant.supposed import CLAIMED, claim_of
from assistant.types import Calculation
from assistant.understand import Understanding

_PREMISE = re.compile(r"(?:전제|supposes?)\s?\((?P<words>[^()]{1,40})\)")
_SUPPOSES = re.compile(r"전제|\bsuppose")
# Frames that deny; they may only deny what a question supposes.
_CONTRADICTS = re.compile(r"다릅니다|\botherwise\b")
_AGREES = re.compile(r"전제와 같습니다|\bas the question supposes\b")
_PIECE = re.compile(re.escape(BLANK.strip()))
_ORDERS = re.compile(r"\s[<>]\s")
# A reckoning or an ordering that a sentence writes out: it has to be one that is shown.
_WRITTEN = re.compile(r"\d[^\d\n]{0,12}\s[-+×÷*/<>=]\s[^\d\n]{0,12}\d|\s=\s")


def fault_of(own: str, ground: Ground) -> str:
    """Why a sentence's own words do not hold, '' if they do.

    `own` is the sentence without its quotations, marks and invisible characters, its spelled
    numbers in digits (`assistant.spelled`).
    """
    rest, shown = without_expressions(own, ground.calculations)
    rest, is_echo = _without_premise(rest, ground.asked)
    if not is_echo or (_CONTRADICTS.search(rest) and not _SUPPOSES.search(rest)):
        return "premise that was not asked"
    if not _is_weighed_right(own, ground.asked):
        return "premise that is not so told"
    if not _is_nearest_day(own, ground):
        return "day of something else"
    if _WRITTEN.search(rest):
        return "reckoning that does not hold"
    own_places = places_named(rest)
    if own_places - {place for one in ground.citations for place in places_of(one)}:
        return "place that is not the source's"
    if _is_statement(rest, ground):
        return ""
    said = read_figures(rest)
    moments, reason = _own_moments(rest, said, ground)
    if reason:
        return reason
    if said.figures or shown:
        return _figure_fault(rest, said, shown, ground)
    return _word_fault(rest, moments, ground)


def _is_statement(own: str, ground: Ground) -> bool:
    """Whether words say one fact or one cell of their only citation, and nothing beside it."""
    years = frozenset(ground.asked.years)
    if len(ground.citations) == 1 and says_cell(
        own, ground.citations[0].quote, without_places(own)
    ):
        return True
    return len(ground.citations) == 1 and any(
        states(own, fact, years)
        for _, fact in ground.facts
        if "change" not in fact.flags or MOVED.search(own)
    )


def _without_premise(own: str, asked: Understanding) -> tuple[str, bool]:
    """The words beside an echo of the question's premise, and whether it is the question's."""
    match = _PREMISE.search(own)
    if match is None:
        return own, True
    words = match["words"]
    claim = claim_of(asked.text)
    if claim is not None and words in CLAIMED:
        return own[: match.start("words")] + own[match.end("words") :], True
    direction = UP if UP.fullmatch(words) else DOWN if DOWN.fullmatch(words) else None
    is_asked = tight(words) in tight(asked.text) or (
        direction is not None and direction.search(asked.text) is not None
    )
    return own[: match.start("words")] + own[match.end("words") :], is_asked


def _is_weighed_right(own: str, asked: Understanding) -> bool:
    """Whether a sentence that grants or denies a claimed figure or day gives one that does so.

    What is granted has to be the claim; what is denied may not be. Other premises, as that a
    figure rose, are no claims, and are held against the source alone.
    """
    grants = _AGREES.search(own) is not None
    if not grants and not _CONTRADICTS.search(own):
        return True
    claim = claim_of(asked.text)
    if claim is None:
        return not grants
    if claim.day is not None:
        within = [is_within(claim.day, one) for one in days_said(own)]
        return True in within if grants else True not in within
    if not grants:
        return True
    return any(claim.agrees(one.value) for one in read_figures(own).figures)


def _is_nearest_day(own: str, ground: Ground) -> bool:
    """Whether a day that a verdict gives stands as it is in the sentence nearest to the question.

    Another day of the same source is that of something else.
    """
    if not (_AGREES.search(own) or _CONTRADICTS.search(own)):
        return True
    _, _, given = own.partition(":")
    said = read_figures(given)
    if said.figures or all(one.is_year for one in said.moments):
        return True
    words = [tight(term.form) for term in ground.asked.terms if not term.is_measure]
    dated = [
        (sum(word in tight(sentence) for word in words), tight(sentence))
        for one in ground.citations
        for sentence in sentences_of(one.quote)
        if read_figures(sentence).moments
    ]
    most = max((met for met, _ in dated), default=0)
    wanted = tight(given).strip(".")
    return any(met == most and wanted in sentence for met, sentence in dated)


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
        if not is_said(one, ground.citations):
            return [], "date without a source"
        claimed.append(one)
    return claimed, ""


def _piece_around(own: str, moment: Moment) -> str:
    """The words between the quotations on either side of a date, the date left out."""
    before = _PIECE.split(own[: moment.start])[-1]
    return before + " " + _PIECE.split(own[moment.end :])[0]


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
    # What a comparison finds is its first figure, not one of those it is compared with.
    for ordering in (one for one in shown if _ORDERS.search(one.expression)):
        first = {(one.value, one.unit) for one in read_figures(ordering.result).figures}
        if said.figures and first.isdisjoint((one.value, one.unit) for one in said.figures):
            return "figure that is not the first"
    reckoned = [one for one in shown if reckons(one)]
    results = [figure for figure in said.figures if any(is_result(figure, one) for one in shown)]
    if said.figures and reckoned and not results:
        return "figure beside its reckoning"
    if not said.figures:
        reason = result_fault(own, shown, ground)
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
    words = words_beside(without_places(piece))
    years = said.years_of(figure)
    reason = "number without a source"
    results = [one for one in shown if is_result(figure, one)]
    if results:
        reason = result_fault(piece, tuple(results), ground)
        if not reason:
            return {number for one in results for number in one.inputs}
    found: set[int] = set()
    for one in (*ground.supports, *_cells_beside(words, figure, shown, ground)):
        if not one.bears(figure):
            continue
        if not is_of_years(one, years, ground.asked):
            reason = "figure of another year"
        elif not is_placed(one, piece):
            reason = "figure of another place"
        elif strange_words(words, (one.words, one.under, *place_names(one.citation))):
            reason = "words that are not the figure's"
        elif not names_any(words, one.words) or _is_another_s_name(words, one, ground):
            reason = "figure of something else"
        elif one.part and not _is_part_said(one.part, f"{piece} {ground.asked.text}"):
            reason = "part that is said as the whole"
        elif one.is_change and not MOVED.search(own):
            reason = "change that is said as a value"
        elif _is_denied(piece, one):
            reason = "denial that is not the source's"
        else:
            found.add(one.citation.number)
    return found or reason


def _cells_beside(
    words: Sequence[str], figure: Figure, shown: tuple[Calculation, ...], ground: Ground
) -> tuple[Support, ...]:
    """The cells of quoted tables, where a figure is said by an order or sum that is shown."""
    is_shown = any(
        (one.value, one.unit) == (figure.value, figure.unit)
        for calculation in shown
        for one in read_figures(calculation.result).figures
    )
    return ground.cells if is_shown or not words else ()


def _is_another_s_name(words: Sequence[str], support: Support, ground: Ground) -> bool:
    """Whether the words are just the name of another figure, and only a part of this one's."""
    return not _is_named(words, support.name) and any(
        other.citation.number == support.citation.number
        and other.unit == support.unit
        and other.value != support.value
        and _is_named(words, other.name)
        for other in ground.supports
    )


def _is_named(words: Sequence[str], name: str) -> bool:
    """Whether words are a whole name and nothing else."""
    return bool(
        name
        and not strange_words(words, (name,))
        and not strange_words(words_in(name), (" ".join(words),))
        and names_any(words, name)
    )


_EACH = re.compile(r"(?:별|당|마다)$")


def _is_part_said(part: str, said: str) -> bool:
    """Whether words say of what a bracketed figure is: '분기마다' says '분기별'."""
    return any(_EACH.sub("", word) in tight(said) for word in part.split())


def _is_denied(piece: str, support: Support) -> bool:
    """Whether the words of a figure deny what its source does not."""
    return bool(NEGATION.search(piece)) and not NEGATION.search(support.words)


def _word_fault(own: str, moments: Sequence[Moment], ground: Ground) -> str:
    """Why words without a figure do not hold: one sentence of a quote has to say them all."""
    words = words_beside(without_places(own))
    if not moments and all(map(is_frame, words)):
        return "" if BLANK.strip() in own else "sentence that says nothing of its source"
    for cited in ground.citations:
        around = (*cited.section, cited.document.title, *place_names(cited))
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
