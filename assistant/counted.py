"""Counts that are printed beside the very noun that a question counts: '27개 실천과제'.

Where the words around it are others than the question's, such a statement is found by neither
the marks of a passage nor the names of facts; the noun and its number are enough where the
document speaks of everything else that was asked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import index
from assistant.evidence import Evidence
from assistant.grammar import Asked
from assistant.matching import tight
from assistant.retrieve import Candidate, Retrieved
from assistant.synonyms import synonyms
from assistant.understand import Term, Understanding


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedOptions:
    """The best `candidates` statements are looked at, a noun of `shortest` letters or more."""

    candidates: int = 14
    shortest: int = 3


_UNITS = r"(?:개소|개|가지|건|곳|군데|명|대|회|팀|종)"
_ASKED = re.compile(
    rf"(?P<noun>[가-힣·]+?)(?:은|는|이|가|을|를)?\s(?:모두|총|전부|다\s)?\s?몇\s?(?P<unit>{_UNITS})"
)
_NUMBER = r"(?<![\d.,])(?P<number>\d[\d,]*)\s?"
# Another count that begins so, or one that the count only moved by.
_MOVED = re.compile(r"\S{0,3}\s?(?:더\s)?(?:늘|줄|많|적|증가|감소|추가|확대|축소|가운데|중\s)")
_ONE_VALUE = (
    Asked.SUM,
    Asked.DIFFERENCE,
    Asked.SHARE,
    Asked.GROWTH,
    Asked.MAXIMUM,
    Asked.MINIMUM,
    Asked.REMAINDER,
    Asked.MULTIPLE,
    Asked.TRAJECTORY,
    Asked.AMOUNT,
    Asked.DATE,
)


def said_count(
    asked: Understanding, retrieved: Retrieved, options: CountedOptions | None = None
) -> Evidence | None:
    """The statement that prints the number of what a Korean question counts.

    None where none does, where two numbers are printed of it, and where the document that does
    leaves out another noun of the question.
    """
    options = options or CountedOptions()
    if asked.language != "ko" or not asked.asks(Asked.COUNT) or asked.asks(*_ONE_VALUE):
        return None
    match = _ASKED.search(asked.text)
    if match is None or len(match["noun"]) < options.shortest:
        return None
    pattern = _said(match["noun"], match["unit"])
    found: dict[str, Candidate] = {}
    for one in retrieved.candidates[: options.candidates]:
        quote = one.evidence.quote
        for said in pattern.finditer(quote) if one.fits else ():
            if not _MOVED.match(quote, said.end()):
                number = (said["number"] or said["behind"]).replace(",", "")
                found[number] = min(one, found.get(number, one), key=_plainness)
    if len(found) != 1:
        return None
    (candidate,) = found.values()
    return candidate.evidence if _speaks_of(candidate.evidence, asked, retrieved) else None


def _plainness(one: Candidate) -> tuple[bool, int]:
    """Sentences before headlines, short ones before long ones."""
    return not one.evidence.quote.rstrip().endswith("."), len(one.evidence.quote)


def _said(noun: str, unit: str) -> re.Pattern[str]:
    spaced = r"\s?".join(map(re.escape, noun))
    behind = rf"(?P<behind>\d[\d,]*)\s?{unit}"
    return re.compile(
        rf"{_NUMBER}(?:{unit}|여\s?{unit})?\s?(?:의\s)?{spaced}(?![가-힣]{{0,2}}\s?\d)|"
        rf"(?<![가-힣]){spaced}(?:은|는|이|가)?\s(?:모두\s|총\s)?{behind}"
    )


def _speaks_of(evidence: Evidence, asked: Understanding, retrieved: Retrieved) -> bool:
    """Whether the document says every noun of the question somewhere that was found."""
    texts = [evidence.document.title, *evidence.headings, evidence.quote]
    texts += [
        one.evidence.passage.text
        for one in retrieved.candidates
        if one.evidence.document.id == evidence.document.id
    ]
    said = tight(" ".join(texts))
    nouns = {
        word.form
        for word in index.analyse(asked.text)
        if word.tag.partition("-")[0] in {"NNG", "NNP"}
    }
    return all(_is_said(one, said) for one in asked.terms if one.form in nouns)


def _is_said(term: Term, said: str) -> bool:
    ways = (term.form, *term.renderings, *synonyms(term.form))
    return term.is_measure or any(tight(way) in said for way in ways)
