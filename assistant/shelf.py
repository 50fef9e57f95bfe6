"""The shelf: every document of a snapshot, narrowed, counted and sorted for the list."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from enum import StrEnum

import corpus
from assistant.editions import by_day


class Arrangement(StrEnum):
    """What the list is sorted by; the value is a word of its address."""

    NEWEST = "newest"
    OLDEST = "oldest"
    TITLE = "title"
    PLACE = "place"


class Form(StrEnum):
    """Whether a document is the published one or a digest of it."""

    ORIGINAL = "original"
    DIGEST = "digest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowing:
    """What the list is narrowed by, each as its address says it; '' does not narrow.

    `text` are words that all stand in the title. `year` is a fiscal year, or that of publication
    where a document names no fiscal year.
    """

    text: str = ""
    municipality: str = ""
    type: str = ""
    year: str = ""
    licence: str = ""
    form: str = ""

    @property
    def said(self) -> Mapping[str, str]:
        """What narrows at all, by name."""
        named = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: value for name, value in named.items() if value}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """The documents that are wanted, in order, and how many each other choice would give.

    `choices` has for each way to narrow but `text` the values that occur, with the number of
    documents that each gives while everything else stays as it is, most first.
    """

    documents: tuple[corpus.Document, ...]
    total: int
    choices: Mapping[str, tuple[tuple[str, int], ...]]


UNKNOWN = "-"
"""Stands in an address for a municipality that is not known."""


def arrange(
    documents: Sequence[corpus.Document], narrowing: Narrowing, arrangement: Arrangement
) -> Shelf:
    """The documents that meet everything that narrows, sorted; the undated ones come last."""
    wanted = [one for one in documents if _meets(one, narrowing)]
    choices = {}
    for name, values_of in _VALUES.items():
        others = replace(narrowing, **{name: ""})
        counts = Counter(
            value for one in documents if _meets(one, others) for value in values_of(one)
        )
        chosen = getattr(narrowing, name)
        if chosen and chosen not in counts:
            counts[chosen] = 0
        choices[name] = tuple(sorted(counts.items(), key=lambda one: (-one[1], one[0])))
    choices["year"] = tuple(sorted(choices["year"], reverse=True))
    return Shelf(
        documents=tuple(_sorted(wanted, arrangement)), total=len(documents), choices=choices
    )


def _years(document: corpus.Document) -> tuple[str, ...]:
    if document.fiscal_years:
        return tuple(dict.fromkeys(str(year) for year in document.fiscal_years))
    return (str(document.published_on.year),) if document.published_on else ()


_VALUES: Mapping[str, Callable[[corpus.Document], tuple[str, ...]]] = {
    "municipality": lambda one: (one.municipality or UNKNOWN,),
    "type": lambda one: (one.document_type,),
    "year": _years,
    "licence": lambda one: (one.licence,),
    "form": lambda one: (Form.DIGEST if one.is_digest else Form.ORIGINAL,),
}


def _meets(document: corpus.Document, narrowing: Narrowing) -> bool:
    if narrowing.text:
        title = _folded(document.title)
        if not all(word in title for word in _folded(narrowing.text).split()):
            return False
    return all(
        not (wanted := getattr(narrowing, name)) or wanted in values_of(document)
        for name, values_of in _VALUES.items()
    )


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _sorted(
    documents: Sequence[corpus.Document], arrangement: Arrangement
) -> Sequence[corpus.Document]:
    if arrangement is Arrangement.TITLE:
        return sorted(documents, key=lambda one: (one.title, one.id))
    if arrangement is Arrangement.PLACE:
        return sorted(
            documents, key=lambda one: (one.municipality is None, one.municipality or "", one.id)
        )
    dated = sorted(
        (one for one in documents if one.published_on),
        key=by_day,
        reverse=arrangement is Arrangement.NEWEST,
    )
    undated = sorted(
        (one for one in documents if not one.published_on),
        key=lambda one: (-max(one.fiscal_years, default=0), one.id),
    )
    return [*dated, *undated]
