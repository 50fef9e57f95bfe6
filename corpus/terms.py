"""The glossary: what Korean fiscal, performance and audit terms are called in English and in code.

Sources, as `terms.csv` abbreviates them: LFA Local Finance Act, LAcc Local Accounting Act, APA Act
on Public Sector Audits, FMA Framework Act on the Management of Local Government Funds (all in the
KLRI translation); NFD Enforcement Decree of the National Finance Act, article titles (KLRI); LRI a
KLRI abstract of 2021 on local financial management; GPF the official glossary of public finance;
NABO National Assembly Budget Office; ACRC Anti-Corruption and Civil Rights Commission; FDP Fiscal
Data Package; SMG Seoul ordinances in English; WB World Bank; press English-language press in Korea;
Brief the words this project was given. R is a usual rendering that was not checked again, H our own
choice where no settled term was found.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

GLOSSARY = Path(__file__).with_name("terms.csv")
# A term of two syllables can be part of another word (세입 in 세입자); a longer one rarely is.
_SHORT = 2
_PARTICLES = "(?:에서|으로|부터|까지|이나|이란|[은는이가을를의에도만과와로란])?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One Korean term; variants of one notion (본예산, 당초예산) are two terms with one `code`.

    `code` is the name that identifiers and the schema use ('' for a mere sign). `note` holds other
    renderings. `is_ordinary_word` marks terms that everyday Korean uses in another sense (시정).
    """

    korean: str
    english: str
    code: str
    section: str
    source: str
    note: str
    is_ordinary_word: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TermMention:
    """text[start:end] is `term`, perhaps spaced differently."""

    term: Term
    start: int
    end: int


@cache
def terms() -> tuple[Term, ...]:
    """The whole glossary, in its own order."""
    with GLOSSARY.open(encoding="utf-8", newline="") as file:
        return tuple(
            Term(
                korean=row["korean"],
                english=row["english"],
                code=row["code"],
                section=row["section"],
                source=row["source"],
                note=row["note"],
                is_ordinary_word=row["is_ordinary_word"] == "true",
            )
            for row in csv.DictReader(file)
        )


def _tight(text: str) -> str:
    return "".join(text.split())


@cache
def _by_name() -> dict[str, Term]:
    return {_tight(term.korean): term for term in terms()}


@cache
def _pattern() -> re.Pattern[str]:
    """Every findable term, longest first; each alternative has a bounded length."""
    names = sorted(
        (name for name, term in _by_name().items() if not term.is_ordinary_word and len(name) > 1),
        key=len,
        reverse=True,
    )
    alternatives = [
        rf"(?<![가-힣]){name}(?={_PARTICLES}(?![가-힣]))"
        if len(name) <= _SHORT
        else r"\s?".join(map(re.escape, name))
        for name in names
    ]
    return re.compile("|".join(alternatives))


def term_named(korean: str) -> Term | None:
    """The term with this Korean name, whatever its spaces; None where the glossary has none."""
    return _by_name().get(_tight(korean))


def terms_in(text: str) -> tuple[TermMention, ...]:
    """Where a text uses glossary terms, the longest at each place, in order.

    Words that are ordinary Korean as well (시정, 이용, 주의) are left out, since a text alone does
    not say which sense is meant.
    """
    return tuple(
        TermMention(term=_by_name()[_tight(match.group())], start=match.start(), end=match.end())
        for match in _pattern().finditer(text)
    )
