"""Document ids: place, type and year ('kr-boryeong/plan-2022'), lasting as documents are added.

An id that nobody else wants is plain, as the contract shows it. Where several documents share
place, type and year, the one published first keeps the plain id: what is added to a corpus later
is nearly always published later too, so a newcomer takes a suffix and no id in use moves. (To give
every member of such a group a suffix would rename the first one on the day the second comes, and
to go by file name would let any new file that sorts earlier take the id of an older one.)

A suffix is a hash of the document's own title and day, of nothing around it: it stays whatever
else is added, renamed or taken away. Documents without a day stand behind those with one, in order
of their titles' hashes. Only an undated document that joins another undated one, or one found
later that was published earlier, can still take over a plain id; without a memory of earlier
builds no rule can do better, since each of the two alone would have been plain.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from datetime import date
from itertools import chain, count

from corpus.describe import OTHER_TYPE, Description

_SUFFIX = 4  # hex digits: two of ten documents of one group clash once in 1,500 groups
_NOT_IN_ID = re.compile(r"[^0-9a-z가-힣]+")
_LONGEST_TYPE = 40  # characters; a catalogue can write anything into the column


def plain_id(about: Description) -> str:
    """Place, type and year; the type as far as it can stand in an address."""
    place = f"kr-{about.municipality.slug}" if about.municipality else "kr"
    words = _NOT_IN_ID.sub("-", about.document_type.lower())[:_LONGEST_TYPE].strip("-")
    if about.fiscal_years:
        return f"{place}/{words or OTHER_TYPE}-{about.fiscal_years[0]}"
    if about.published_on:
        return f"{place}/{words or OTHER_TYPE}-{about.published_on.year}"
    return f"{place}/{words or OTHER_TYPE}"


def document_ids(documents: Sequence[tuple[Description, str]]) -> tuple[str, ...]:
    """An id for each (description, file name), all different, whatever order they come in.

    Only two files of one name, title and day, in two folders, are told apart by their order.
    """
    groups: dict[str, list[int]] = {}
    for position, (about, _) in enumerate(documents):
        groups.setdefault(plain_id(about), []).append(position)
    taken = set(groups)
    ids = [""] * len(documents)
    for plain, members in sorted(groups.items()):
        first, *rest = sorted(members, key=lambda one: (_rank(*documents[one]), one))
        ids[first] = plain
        for position in rest:
            ids[position] = _suffixed(plain, *documents[position], taken)
            taken.add(ids[position])
    return tuple(ids)


def _rank(about: Description, source: str) -> tuple[date, str, str]:
    return about.published_on or date.max, _hash(about.title), source


def _suffixed(plain: str, about: Description, source: str, taken: set[str]) -> str:
    """The plain id with a hash of title and day; of more where another has the same hash."""
    own = f"{about.title}\n{about.published_on}"
    seeds = chain((own, f"{own}\n{source}"), (f"{own}\n{source}\n{n}" for n in count(2)))
    ids = (f"{plain}-{_hash(seed)[: _SUFFIX + tries]}" for tries, seed in enumerate(seeds))
    return next(one for one in ids if one not in taken)


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
