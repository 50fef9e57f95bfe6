"""Unknowns: statements that the thing asked about is not known, whatever stands beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.matching import tight
from assistant.retrieve import Candidate
from assistant.understand import Understanding

_UNTOLD = re.compile(
    r"(?:알|확인할)\s?수\s?(?:는\s)?없|(?:나와|적혀|나타나|기재되어|명시되어|공개되어)\s?있지\s?않|"
    r"(?:원문|자료|문서|통계)에(?:는|도)?\s?(?:없|나오지\s?않)|파악되지\s?않|집계되지\s?않"
)
_PIECE = re.compile(r"[^.\n]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownOptions:
    """Among the best `judged` statements of a place one is looked for that tells of no value."""

    judged: int = 8


def is_untold(
    asked: Understanding, candidates: Sequence[Candidate], options: UnknownOptions | None = None
) -> bool:
    """Whether a document says of the very thing asked about that it does not tell it.

    The sentence that says so has to meet a word of the question that no sentence with another
    claim meets; a note about something beside the question speaks against nothing.
    """
    options = options or UnknownOptions()
    words = [term for term in asked.terms if not term.is_measure]
    untold: set[str] = set()
    told: set[str] = set()
    for one in candidates[: options.judged]:
        if not one.fits:
            continue
        for piece in _PIECE.findall(one.evidence.quote):
            met = {
                term.form
                for term in words
                if any(tight(form) in tight(piece) for form in (term.form, *term.renderings))
            }
            if _UNTOLD.search(piece):
                untold |= met
            elif not _counts_only(piece):
                told |= met
    return bool(untold - told)


def _counts_only(piece: str) -> bool:
    """Whether a line only says how many of each kind there are ('우수 2개, 장려 2개')."""
    parts = re.split(r"[,，·]", piece.rpartition(":")[2])
    return all(re.search(r"\d\s?[가-힣]{1,2}\s*$", part) for part in parts)
