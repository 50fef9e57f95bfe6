"""What a search asks for, and its address: the whole state in a query string, and back.

A query has one canonical form: fields in a fixed order, values as they are understood (an amount of
'10억' becomes 1000000000), nothing that is empty or a default. So equal searches have equal
addresses, and an address that was kept gives the same search again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

import corpus
import index
from assistant.intake import check_text
from assistant.problems import RequestError

ADDRESS = "/search"

Fields = Mapping[str, Sequence[str]]

_WON = re.compile(
    r"(?P<digits>-?(?:\d{1,3}(?:,\d{3}){1,5}|\d{1,18}))(?: ?(?:won|원))?", re.IGNORECASE
)
_ENGLISH = re.compile(
    r"(?P<number>(?:\d{1,3}(?:,\d{3}){1,4}|\d{1,15})(?:\.\d{1,12})?) ?"
    r"(?P<scale>thousand|million|billion|trillion)(?: ?won)?",
    re.IGNORECASE,
)
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}


class Shown(StrEnum):
    """Which of the two lists is shown."""

    PASSAGES = "passages"
    FACTS = "facts"


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryOptions:
    """What a form may hold.

    `most_characters` of text is more than any search needs and little enough to be analysed at
    once. `most_values` of one field are more than a person chooses. `most_pages` bounds a page
    number; an address beyond the last page shows the last. `most_picks` are what is compared.
    """

    most_characters: int = 300
    most_values: int = 30
    most_pages: int = 100_000
    most_picks: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A search; what is empty does not narrow. Amounts are whole won, bounds included."""

    text: str = ""
    phrase: str = ""
    municipalities: tuple[str, ...] = ()
    document_types: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    kinds: tuple[corpus.FactKind, ...] = ()
    at_least: int | None = None
    at_most: int | None = None
    shown: Shown = Shown.PASSAGES
    sorting: index.Sorting = index.Sorting.RELEVANCE
    page: int = 1
    picks: tuple[str, ...] = ()

    @property
    def is_blank(self) -> bool:
        """Whether nothing is asked for yet."""
        return not self.text and not self.phrase and not self.is_narrowed

    @property
    def is_narrowed(self) -> bool:
        """Whether anything but words narrows the search."""
        return bool(
            self.municipalities
            or self.document_types
            or self.years
            or self.kinds
            or self.at_least is not None
            or self.at_most is not None
        )

    def pairs(self) -> list[tuple[str, str]]:
        """The canonical fields of the address, in order."""
        found = [
            ("text", self.text),
            ("phrase", self.phrase),
            *(("municipality", one) for one in sorted(self.municipalities)),
            *(("document_type", one) for one in sorted(self.document_types)),
            *(("year", str(one)) for one in sorted(self.years)),
            *(("kind", one.value) for one in sorted(self.kinds)),
            ("at_least", "" if self.at_least is None else str(self.at_least)),
            ("at_most", "" if self.at_most is None else str(self.at_most)),
            ("show", "" if self.shown is Shown.PASSAGES else self.shown.value),
            ("sort", "" if self.sorting is index.Sorting.RELEVANCE else self.sorting.value),
            ("page", "" if self.page == 1 else str(self.page)),
            *(("pick", one) for one in self.picks),
        ]
        return [(name, value) for name, value in found if value]

    @property
    def encoded(self) -> str:
        """The canonical query string."""
        return "&".join(_encoded(name, value) for name, value in self.pairs())

    @property
    def address(self) -> str:
        """The canonical address."""
        return self.at(ADDRESS)

    def at(self, path: str) -> str:
        """The address of the same search under another path."""
        encoded = self.encoded
        return f"{path}?{encoded}" if encoded else path

    def changed(self, **changes: Any) -> Query:  # noqa: ANN401 (whatever a field holds)
        """The same search with some fields changed, from its first page unless that is one."""
        return replace(self, **{"page": 1, **changes})

    @property
    def as_facts(self) -> Query:
        """The same search for facts."""
        return self if self.shown is Shown.FACTS else self.changed(shown=Shown.FACTS)

    @property
    def as_passages(self) -> Query:
        """The same search for passages."""
        return self if self.shown is Shown.PASSAGES else self.changed(shown=Shown.PASSAGES)

    def toggled(self, field: str, value: object) -> Query:
        """With the value chosen where it was not, and let go where it was."""
        chosen: tuple[object, ...] = getattr(self, field)
        left = tuple(one for one in chosen if one != value)
        return self.changed(**{field: left if value in chosen else (*chosen, value)})

    def picked(self, document_id: str, options: QueryOptions) -> Query:
        """With a document in the basket, or out of it; the page stays, the oldest one makes room.

        A document that is taken in stands last.
        """
        left = tuple(one for one in self.picks if one != document_id)
        if document_id not in self.picks:
            left = (*left, document_id)[-options.most_picks :]
        return replace(self, picks=left)


def read_query(fields: Fields, options: QueryOptions) -> Query:
    """A query out of untrusted fields; those that are not its own are passed over.

    Raises RequestError that names the field.
    """
    return Query(
        text=_text("text", fields, options),
        phrase=_text("phrase", fields, options),
        municipalities=_texts("municipality", fields, options),
        document_types=_texts("document_type", fields, options),
        years=tuple(_year(one) for one in _texts("year", fields, options)),
        kinds=tuple(_kind(one) for one in _texts("kind", fields, options)),
        at_least=_amount("at_least", fields, options),
        at_most=_amount("at_most", fields, options),
        shown=Shown(_one_of("show", fields, options, Shown, Shown.PASSAGES)),
        sorting=index.Sorting(
            _one_of("sort", fields, options, index.Sorting, index.Sorting.RELEVANCE)
        ),
        page=_page(fields, options),
        picks=_texts("pick", fields, options)[-options.most_picks :],
    )


def won_typed(text: str) -> int | None:
    """An amount as people type it, in whole won: '10억', '1,500만 원', '2000000', '1.5 billion'.

    None where it is not exactly one amount of won.
    """
    folded = " ".join(text.split())
    if plain := _WON.fullmatch(folded):
        return int(plain["digits"].replace(",", ""))
    if english := _ENGLISH.fullmatch(folded):
        whole, _, decimals = english["number"].replace(",", "").partition(".")
        size = _SCALES[english["scale"].lower()]
        part = int(decimals or 0) * size // int("1" + "0" * len(decimals))
        return int(whole) * size + part
    amounts = corpus.find_amounts(folded)
    if len(amounts) != 1 and "원" not in folded:
        folded += "원"
        amounts = corpus.find_amounts(folded)
    if len(amounts) != 1 or amounts[0].high_krw is not None:
        return None
    return amounts[0].krw if not _beside(folded, amounts[0]) else None


@lru_cache(maxsize=1_024)
def _encoded(name: str, value: str) -> str:
    """A field as it stands in an address; a page has some ninety links with the same few fields."""
    return urlencode(((name, value),))


def _beside(text: str, amount: corpus.Amount) -> str:
    return (text[: amount.start] + text[amount.end :]).strip()


def _text(field: str, fields: Fields, options: QueryOptions) -> str:
    return next(iter(_texts(field, fields, options)), "")


def _texts(field: str, fields: Fields, options: QueryOptions) -> tuple[str, ...]:
    given = [one for one in fields.get(field, ()) if one.strip()]
    if len(given) > options.most_values:
        raise RequestError("too_many_items", field=field, limit=options.most_values)
    checked = (check_text(field, one, limit=options.most_characters) for one in given)
    return tuple(dict.fromkeys(checked))


def _year(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) == 4):
        raise RequestError("unknown_value", field="year")
    return int(text)


def _kind(text: str) -> corpus.FactKind:
    if text not in set(corpus.FactKind):
        raise RequestError("unknown_value", field="kind")
    return corpus.FactKind(text)


def _amount(field: str, fields: Fields, options: QueryOptions) -> int | None:
    text = _text(field, fields, options)
    if not text:
        return None
    amount = won_typed(text)
    if amount is None:
        raise RequestError("amount_unclear", field=field)
    return amount


def _page(fields: Fields, options: QueryOptions) -> int:
    text = _text("page", fields, options) or "1"
    if not (text.isascii() and text.isdecimal() and len(text) <= len(str(options.most_pages))):
        raise RequestError("unknown_value", field="page")
    return min(max(1, int(text)), options.most_pages)


def _one_of(
    field: str, fields: Fields, options: QueryOptions, known: Iterable[str], otherwise: str
) -> str:
    text = _text(field, fields, options) or otherwise
    if text not in set(known):
        raise RequestError("unknown_value", field=field)
    return text
