"""Which document replaces which: as the catalogue says, as a text says, or as titles show.

A catalogue that names a superseded file or document id is believed. Where it is silent, three
signs count, in this order, and the document then says that `supersedes` is inferred:

1. The text names the plan that it replaces (`corpus.replacements`), and the name is the title of
   one document of the same government.
2. A revision: a plan of the same government, type, title family (`corpus.titles`) and period,
   published on a later day; its title says so, or the catalogue gives title and day of both.
3. A rolling plan: the same but for its period of several years, which begins later and overlaps
   the earlier one (2021~2025, then 2022~2026).

Plans whose periods lie apart are successive editions and replace nothing; press releases, notices,
results and statistics never replace anything by inference; nor do two documents that neither days
nor years put in order. Each document supersedes at most one other, the nearest earlier one, and by
inference none is superseded twice. What is equally near is left open. The outcome depends on
nothing but the documents, not on their order, and never has a cycle.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePosixPath

from corpus.replacements import replaced_titles
from corpus.titles import Title, title_of
from corpus.types import Document, Excluded, Reading

INFERRED = "supersedes"
_Rank = tuple[tuple[int, int], date]
_NEVER_TYPES = frozenset({"press", "notice", "evaluation", "settlement", "statistic", "statistics"})
_PLAN_TYPES = frozenset({"plan", "fiscal_plan", "budget", "integrity_plan", "performance"})
_PLAN_TITLE = re.compile(r"계획|예산|전략|대책|로드맵|방침|(?i:\bplan\b|\bbudget\b|\bstrategy\b)")
# What tells of something done or announces something; such a page follows, it does not replace.
_RESULT_TITLE = re.compile(
    r"결과|실적|결산|성과\s?보고|보고회|공시|공고|공개|안내|알림|소식|보도|뉴스|통계|백서|현황|개최|"
    r"체결|선정|수상|회의록|(?i:\breport\b|\bnotice\b|\bnews\b)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A reading and the number of the folder it comes from, where file names of it are looked up.

    `reading.document.supersedes` still holds what the catalogue prints: a file name or an id.
    """

    folder: int
    reading: Reading

    @property
    def document(self) -> Document:
        """What the reading is of."""
        return self.reading.document


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedEditions:
    """The readings in their order, each with the id that it supersedes, and what was dropped."""

    readings: tuple[Reading, ...]
    excluded: tuple[Excluded, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plan:
    """A document as far as editions go; `years` is its period, () where nothing says."""

    document: Document
    title: Title
    years: tuple[int, ...]

    @property
    def rank(self) -> _Rank:
        """Earlier plans first; a plan without a day stands before those with one."""
        period = (self.years[0], self.years[-1]) if self.years else (0, 0)
        return period, self.document.published_on or date.min

    @property
    def family(self) -> tuple[object, ...]:
        """What all editions of one plan share."""
        document = self.document
        return document.municipality, document.document_type, document.is_digest, self.title.family


def link_editions(editions: Sequence[Edition]) -> LinkedEditions:
    """Name the document that each one supersedes; a cycle in the catalogue is dropped and listed.

    A name that the catalogue gives and no document bears leads to nothing: the document then
    supersedes none, since what it does replace is not here.
    """
    listed = _listed(editions)
    circular = _on_cycles(listed)
    links = {later: one for later, one in listed.items() if later not in circular}
    silent = [one for one in editions if not one.document.supersedes]
    plans = [_plan(one.document) for one in editions if one.document.municipality]
    links |= _without_cycles(_claimed(silent, plans, set(links.values())), links)
    open_plans = [one for one in plans if _may_replace(one) and not one.document.supersedes]
    links |= _without_cycles(_succeeded(plans, open_plans, links), links)
    return LinkedEditions(
        readings=tuple(_linked(one, links) for one in editions),
        excluded=tuple(_circular(one.document) for one in editions if one.document.id in circular),
    )


def _linked(edition: Edition, links: dict[str, str]) -> Reading:
    document = edition.document
    target = links.get(document.id)
    inferred = document.inferred
    if target and not document.supersedes:
        inferred = (*inferred, INFERRED)
    if target == document.supersedes:
        return edition.reading
    return replace(
        edition.reading, document=replace(document, supersedes=target, inferred=inferred)
    )


def _listed(editions: Sequence[Edition]) -> dict[str, str]:
    """What the catalogue says: a file of the same folder, an id, or a file of one other folder."""
    by_file: dict[str, dict[int, str]] = {}
    for one in editions:
        by_file.setdefault(one.document.source, {})[one.folder] = one.document.id
    ids = {one.document.id for one in editions}
    links: dict[str, str] = {}
    for one in editions:
        printed = one.document.supersedes
        if not printed:
            continue
        named = by_file.get(PurePosixPath(printed.replace("\\", "/")).as_posix(), {})
        if one.folder in named:
            links[one.document.id] = named[one.folder]
        elif printed in ids:
            links[one.document.id] = printed
        elif len(named) == 1:
            links[one.document.id] = next(iter(named.values()))
    return links


def _plan(document: Document) -> _Plan:
    title = title_of(document.title, document.municipality)
    # A title that prints a period knows better than a catalogue that gives its first year.
    years = title.years if len(title.years) > 1 else tuple(sorted(document.fiscal_years))
    return _Plan(document=document, title=title, years=years or title.years)


def _may_replace(plan: _Plan) -> bool:
    """Whether a document is a plan at all, going by its type and its title."""
    document = plan.document
    if document.document_type in _NEVER_TYPES or _RESULT_TITLE.search(document.title):
        return False
    return document.document_type in _PLAN_TYPES or bool(_PLAN_TITLE.search(document.title))


def _claimed(silent: Iterable[Edition], plans: Sequence[_Plan], taken: set[str]) -> dict[str, str]:
    """What texts say: the one earlier document of the same government with the named title."""
    known: dict[tuple[str | None, str, tuple[int, ...]], list[_Plan]] = {}
    by_id = {one.document.id: one for one in plans}
    for one in plans:
        key = (one.document.municipality, one.title.family, one.title.years)
        known.setdefault(key, []).append(one)
    wanted: list[tuple[_Plan, _Plan]] = []
    for edition in silent:
        later = by_id.get(edition.document.id)
        if later is None or not _may_replace(later):
            continue
        place = later.document.municipality
        found: dict[str, _Plan] = {}
        for printed in replaced_titles(edition.reading.text):
            title = title_of(printed, place)
            bearers = [
                one
                for one in known.get((place, title.family, title.years), ())
                if title.family and one.document.id != later.document.id
            ]
            if len(bearers) == 1 and not _begins_after(bearers[0], later):
                found[bearers[0].document.id] = bearers[0]
        if nearest := _nearest(found.values()):
            wanted.append((later, nearest))
    return _one_successor_each(wanted, taken)


def _begins_after(one: _Plan, other: _Plan) -> bool:
    """Whether a plan is the later one, going by its day or by the years it is for."""
    starts = one.years[:1], other.years[:1]
    return _is_after(one, other) or (all(starts) and starts[0] > starts[1])


def _is_after(one: _Plan, other: _Plan) -> bool:
    first, second = one.document.published_on, other.document.published_on
    return first is not None and second is not None and first > second


def _succeeded(
    plans: Sequence[_Plan], silent: Sequence[_Plan], links: dict[str, str]
) -> dict[str, str]:
    """What titles show: within a family, each plan and the nearest earlier one that it replaces."""
    families: dict[tuple[object, ...], list[_Plan]] = {}
    for one in plans:
        if one.title.family and _may_replace(one):
            families.setdefault(one.family, []).append(one)
    open_ids = {one.document.id for one in silent} - links.keys()
    wanted: list[tuple[_Plan, _Plan]] = []
    for family in families.values():
        for later, nearest in _predecessors(family):
            if later.document.id in open_ids:
                wanted.append((later, nearest))
    return _one_successor_each(wanted, set(links.values()))


def _predecessors(family: Iterable[_Plan]) -> Iterator[tuple[_Plan, _Plan]]:
    """Each plan with the nearest one that it replaces, if a single one is nearest."""
    equals: dict[_Rank, list[_Plan]] = {}
    for one in family:
        equals.setdefault(one.rank, []).append(one)
    ranks = sorted(equals)
    for position, rank in enumerate(ranks):
        for later in equals[rank]:
            for earlier in map(equals.__getitem__, reversed(ranks[:position])):
                if any(_replaces(later, one) for one in earlier):
                    if len(earlier) == 1:
                        yield later, earlier[0]
                    break


def _one_successor_each(wanted: Iterable[tuple[_Plan, _Plan]], taken: set[str]) -> dict[str, str]:
    """Of the plans that would replace the same one, the first; none where one does already."""
    laters: dict[str, list[_Plan]] = {}
    for later, earlier in wanted:
        if earlier.document.id not in taken:
            laters.setdefault(earlier.document.id, []).append(later)
    links: dict[str, str] = {}
    for target, candidates in laters.items():
        if successor := _nearest(candidates, is_last=False):
            links[successor.document.id] = target
    return links


def _replaces(later: _Plan, earlier: _Plan) -> bool:
    """Whether one plan of a family takes the place of another; never both ways, never in a ring.

    It implies that `later.rank` is the greater, which is what keeps rings out.
    """
    if later.years == earlier.years:
        is_known = bool(later.years) and _is_catalogued(later) and _is_catalogued(earlier)
        return _is_after(later, earlier) and (later.title.is_edition or is_known)
    is_rolling = len(later.years) > 1 and len(earlier.years) > 1
    overlaps = bool(set(later.years) & set(earlier.years))
    return (
        is_rolling
        and overlaps
        and later.rank[0] > earlier.rank[0]
        and not _is_after(earlier, later)
    )


def _is_catalogued(plan: _Plan) -> bool:
    """Whether somebody vouches for title and day.

    The pages of one plan on the web share a title and are changed on different days: only a
    catalogue, or an edition word, shows that a page of the same title is the plan anew.
    """
    return not {"title", "published_on"} & set(plan.document.inferred)


def _nearest(plans: Iterable[_Plan], *, is_last: bool = True) -> _Plan | None:
    """The last (or first) of the plans by rank; None where two are equally near."""
    ranked = sorted(plans, key=lambda one: one.rank, reverse=is_last)
    if not ranked or (len(ranked) > 1 and ranked[0].rank == ranked[1].rank):
        return None
    return ranked[0]


def _without_cycles(inferred: dict[str, str], known: dict[str, str]) -> dict[str, str]:
    """The inferred links that close no ring with each other or with those that are known."""
    circular = _on_cycles(inferred | known)
    return {later: one for later, one in inferred.items() if later not in circular}


def _on_cycles(links: dict[str, str]) -> set[str]:
    """Every document from which the links lead back to itself; each link is followed once."""
    settled: set[str] = set()
    circular: set[str] = set()
    for start in links:
        path: list[str] = []
        place: dict[str, int] = {}
        one = start
        while one in links and one not in settled and one not in place:
            place[one] = len(path)
            path.append(one)
            one = links[one]
        if one in place:
            circular.update(path[place[one] :])
        settled.update(path)
    return circular


def _circular(document: Document) -> Excluded:
    return Excluded(
        source=document.source,
        code="catalogue_supersedes",
        message_ko=(
            f"목록의 supersedes 값 '{document.supersedes}'을(를) 쓰지 않았습니다: "
            "문서가 돌고 돌아 자기 자신을 대체하게 됩니다. 가장 오래된 문서의 값을 비워 주세요."
        ),
        message_en=(
            f"The catalogue's supersedes '{document.supersedes}' was not used: the document would "
            "in the end supersede itself. Empty the column for the oldest of these documents."
        ),
    )
