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
from assistant.understand import Understanding


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadlineOptions:
    """`longest`: a headline is one line of at most so many characters.

    The headline of a page says what its catalogue calls it in other words: it begins within the
    first `head` characters and shares at least `likeness` of its pairs of letters with the title.
    """

    longest: int = 120
    head: int = 200
    likeness: float = 0.4


_FIGURES = (Asked.AMOUNT, Asked.COUNT, Asked.RATIO, Asked.GRADE, Asked.SUM)
# A figure that is no money; rounds, years and days name the thing and are no value of it.
_COUNT = re.compile(r"(?<![\d,.])\d[\d,.]*\s?(?:%|(?![회차년월일])[가-힣]{1,2})")
_SENTENCE_END = re.compile(r"[다요음임함됨][.]?\s*$")


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


def body_of(
    asked: Understanding,
    headline: Candidate,
    pool: Sequence[Candidate],
    options: HeadlineOptions | None = None,
) -> Candidate | None:
    """The statement of the body that prints the figures of a headline; None where none does.

    Of several it is the one with most of them, then the best.
    """
    options = options or HeadlineOptions()
    if not asked.asks(*_FIGURES) or not is_headline(headline.evidence, options):
        return None
    wanted = _figures(headline.evidence.quote)
    best: tuple[int, Candidate] | None = None
    for one in pool:
        evidence = one.evidence
        is_body = (
            evidence.document.id == headline.evidence.document.id
            and "\n" not in evidence.quote
            and not overlap(evidence, headline.evidence)
            and not is_headline(evidence, options)
        )
        shared = len(wanted & _figures(evidence.quote)) if is_body else 0
        if shared and (best is None or shared > best[0]):
            best = (shared, one)
    return best[1] if best else None


def replaces(asked: Understanding, body: Candidate, headline: Candidate) -> bool:
    """Whether a statement of the body says all that its headline does of the question.

    News often name the subject in the headline and go on with another word for it; then the
    headline stays beside the statement.
    """
    forms = [
        (term.form, *term.renderings, *synonyms(term.form))
        for term in asked.terms
        if not term.is_measure
    ]
    above, below = (tight_published(one.evidence.quote) for one in (headline, body))
    return all(
        any(tight(form) in below for form in own)
        for own in forms
        if any(tight(form) in above for form in own)
    )


def _figures(text: str) -> frozenset[str]:
    """The amounts of a text by their size, so that '1조8360억' is '1조 8,360억 원'; else counts."""
    amounts = frozenset(str(one.krw) for one in corpus.find_amounts(text) if one.krw is not None)
    return amounts or frozenset(map(tight_published, _COUNT.findall(text)))
