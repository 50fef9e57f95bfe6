"""Headlines: lines that announce what other lines say, and the line that says it.

A title, the head of a table and the opening of a notice have the words of a question, since they
are written to be found. What was asked stands below them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import corpus
from assistant.evidence import Evidence, overlap
from assistant.grammar import Asked
from assistant.matching import tight, tight_published
from assistant.retrieve import Candidate
from assistant.synonyms import synonyms
from assistant.understand import Term, Understanding


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadlineOptions:
    """`longest`: a headline is one line of at most so many characters.

    The headline of a page says what its catalogue calls it in other words: it begins within the
    first `head` characters and shares at least `likeness` of its pairs of letters with the title.
    At most `most` statements of the body stand for it.
    """

    longest: int = 120
    head: int = 200
    likeness: float = 0.4
    most: int = 2


_FIGURES = (Asked.AMOUNT, Asked.COUNT, Asked.RATIO, Asked.GRADE, Asked.SUM)
# A figure that is no money; rounds, years and days name the thing and are no value of it.
_COUNT = re.compile(r"(?<![\d,.])\d[\d,.]*\s?(?:%|(?![회차년월일])[가-힣])")
# Where a headline breaks off and says another thing.
_BREATH = re.compile(r"…|\.{2,}|,(?!\d)|\s[/|]\s")
# A headline may be a whole sentence ('… 23억 아꼈다'), which goes without its full stop.
_SENTENCE_END = re.compile(r"(?:다[.]|[요음임함됨][.]?)\s*$")


def is_headline(evidence: Evidence, options: HeadlineOptions | None = None) -> bool:
    """Whether a quote is the title of its document or of the article it opens.

    A title stands at the head of the text and may go on behind what the catalogue keeps of it.
    """
    options = options or HeadlineOptions()
    quote = evidence.quote.strip()
    title = tight_published(evidence.document.title)
    if "\n" in quote or len(quote) > options.longest or not title:
        return False
    said = tight_published(quote)
    is_title = said == title or (
        len(said) * 2 > len(title) and (title.startswith(said) or said.startswith(title))
    )
    is_title = is_title or (
        evidence.start <= options.head and _likeness(said, title) >= options.likeness
    )
    return is_title and not _SENTENCE_END.search(quote)


def _likeness(one: str, other: str) -> float:
    """The share of pairs of letters that the shorter of two texts has in common with the other."""
    mine, theirs = ({text[at : at + 2] for at in range(len(text) - 1)} for text in (one, other))
    return len(mine & theirs) / max(1, min(len(mine), len(theirs)))


def bodies_of(
    asked: Understanding,
    headline: Evidence,
    pool: Sequence[Candidate],
    options: HeadlineOptions | None = None,
) -> tuple[Candidate, ...]:
    """The statements of the body that print the figures of a headline; none where none does.

    Each next one prints the most of those not printed yet, and of equals is the best. Figures that
    the headline says in another breath than the words of the question are not looked for.
    """
    options = options or HeadlineOptions()
    if not asked.asks(*_FIGURES, Asked.TEXT) or not is_headline(headline, options):
        return ()
    wanted = _asked_figures(asked, headline.quote)
    found: list[Candidate] = []
    while wanted and len(found) < options.most:
        best: tuple[int, Candidate] | None = None
        for one in pool:
            evidence = one.evidence
            is_body = (
                evidence.document.id == headline.document.id
                and "\n" not in evidence.quote
                and not overlap(evidence, headline)
                and not any(overlap(evidence, other.evidence) for other in found)
                and not is_headline(evidence, options)
            )
            shared = len(wanted & _figures(evidence.quote)) if is_body else 0
            if shared and (best is None or shared > best[0]):
                best = (shared, one)
        if best is None:
            break
        found.append(best[1])
        wanted -= _figures(best[1].evidence.quote)
    return tuple(found)


def _asked_figures(asked: Understanding, quote: str) -> frozenset[str]:
    """The figures of a headline in the breath that has words of the question, else all of them."""
    forms = [tight(form) for term in asked.terms if not term.is_measure for form in _forms(term)]
    breaths = [one for one in _BREATH.split(quote) if _figures(one)]
    met = [one for one in breaths if any(form in tight_published(one) for form in forms)]
    return frozenset().union(*map(_figures, met)) if met else _figures(quote)


def with_bodies(
    asked: Understanding,
    evidence: Sequence[Evidence],
    pool: Sequence[Candidate],
    options: HeadlineOptions | None = None,
) -> tuple[Evidence, ...]:
    """Evidence that a figure was read from, and for a headline what bears it out in the body.

    A reader who follows a figure should come to the sentence that tells it, not to its announcement
    alone. Where the evidence quotes the body already, nothing is added.
    """
    shown = list(evidence)
    for headline in evidence:
        for body in bodies_of(asked, headline, pool, options):
            is_said = any(
                one is not headline and _figures(body.evidence.quote) & _figures(one.quote)
                for one in shown
            )
            if not is_said and not any(overlap(body.evidence, one) for one in shown):
                shown.append(body.evidence)
    return tuple(shown)


def replaces(asked: Understanding, bodies: Sequence[Candidate], headline: Candidate) -> bool:
    """Whether statements of the body say all that their headline does of the question.

    News often name the subject in the headline and go on with another word for it; then the
    headline stays beside the statements.
    """
    forms = [_forms(term) for term in asked.terms if not term.is_measure]
    above = tight_published(headline.evidence.quote)
    below = "\n".join(tight_published(one.evidence.quote) for one in bodies)
    return all(
        any(tight(form) in below for form in own)
        for own in forms
        if any(tight(form) in above for form in own)
    )


def _forms(term: Term) -> tuple[str, ...]:
    return (term.form, *term.renderings, *synonyms(term.form))


def _figures(text: str) -> frozenset[str]:
    """The amounts of a text by their size, so that '1조8360억' is '1조 8,360억 원', and counts."""
    amounts = [one for one in corpus.find_amounts(text) if one.krw is not None]
    rest, at = [], 0
    for one in amounts:
        rest.append(text[at : one.start])
        at = one.end
    counts = _COUNT.findall(" ".join((*rest, text[at:])))
    return frozenset((*(str(one.krw) for one in amounts), *map(tight_published, counts)))
