"""The two sides of a comparison, found in a snapshot from what an address names."""

from __future__ import annotations

from dataclasses import dataclass

import corpus
import index
from assistant.comparison.alignment import Stated, align
from assistant.comparison.types import Comparison, Side
from assistant.problems import RequestError

COMPARED_KINDS = (
    corpus.FactKind.BUDGET,
    corpus.FactKind.INDICATOR,
    corpus.FactKind.PROJECT,
    corpus.FactKind.STATISTIC,
    corpus.FactKind.AUDIT,
    corpus.FactKind.EVALUATION,
    corpus.FactKind.POLICY,
    corpus.FactKind.DIRECTION,
)
"""What is compared; events, people and offices differ from year to year by their nature."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What an address asks to be compared: two documents, or two years of `municipality`."""

    left: str
    right: str
    municipality: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SideOptions:
    """`most_facts` of a side are compared: a budget book of a thousand pages states fewer."""

    most_facts: int = 20_000


def compare(snapshot: index.Snapshot, wanted: Wanted, options: SideOptions) -> Comparison:
    """Everything that the two sides state, aligned; raises RequestError for what is not there."""
    if wanted.left == wanted.right:
        raise RequestError("same_sides")
    if wanted.municipality is None:
        left, ours = _document(snapshot, wanted.left, options)
        right, theirs = _document(snapshot, wanted.right, options)
        ids = (wanted.left,)
        request = index.RecordRequest(
            document_ids=ids, publication=index.Publication.CERTAIN, kinds=COMPARED_KINDS
        )
    else:
        left, ours = _year(snapshot, wanted.municipality, wanted.left, options)
        right, theirs = _year(snapshot, wanted.municipality, wanted.right, options)
        request = index.RecordRequest(
            municipalities=(wanted.municipality,),
            publication=index.Publication.CERTAIN,
            kinds=COMPARED_KINDS,
        )
    return Comparison(
        left=left,
        right=right,
        rows=align(ours, theirs, snapshot.series(request)),
        is_cut=max(len(ours.facts), len(theirs.facts)) >= options.most_facts,
    )


def _document(
    snapshot: index.Snapshot, document_id: str, options: SideOptions
) -> tuple[Side, Stated]:
    found = snapshot.documents(index.RecordRequest(ids=(document_id,)))
    if not found:
        raise RequestError("document_not_found")
    document = found[0]
    facts = snapshot.facts(
        index.RecordRequest(
            document_ids=(document.id,),
            kinds=COMPARED_KINDS,
            publication=index.Publication.CERTAIN,
            limit=options.most_facts,
        )
    )
    return Side(key=document.id, label=document.title, document=document), Stated(
        facts=facts, headings=_headings(snapshot, facts)
    )


def _year(
    snapshot: index.Snapshot, municipality: str, year: str, options: SideOptions
) -> tuple[Side, Stated]:
    if not (year.isascii() and year.isdecimal() and len(year) == 4):
        raise RequestError("unknown_value", field="year")
    number = int(year)
    facts = snapshot.facts(
        index.RecordRequest(
            municipalities=(municipality,),
            years=(number,),
            kinds=COMPARED_KINDS,
            publication=index.Publication.CERTAIN,
            limit=options.most_facts,
        )
    )
    return Side(key=year, label=f"{municipality} {year}", year=number), Stated(
        facts=facts, headings=_headings(snapshot, facts), year=number
    )


def _headings(snapshot: index.Snapshot, facts: tuple[corpus.Fact, ...]) -> dict[str, str]:
    """The heading that each fact stands under, by the fact's id."""
    ids = tuple(sorted({one.section_id for one in facts}))
    if not ids:
        return {}  # an empty tuple would not narrow
    headings = {
        one.id: one.heading for one in snapshot.sections(index.RecordRequest(section_ids=ids))
    }
    return {one.id: headings.get(one.section_id, "") for one in facts}
