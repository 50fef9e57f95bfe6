"""Bearers: which place has the figure that a question states ('54억 원을 줄인 군은 어디인가요')."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

import index
from assistant.evidence import Evidence
from assistant.figures import Figure, read_figures
from assistant.listing import evidence_of
from assistant.matching import MatchOptions
from assistant.meeting import meet
from assistant.retrieve import Retrieved
from assistant.understand import Understanding


@dataclass(frozen=True, slots=True, kw_only=True)
class BearerOptions:
    """A statement is of what is asked where it meets `least` of the question's words by weight;
    those of other places are shown beside the best while they meet at most `gap` less, `most` in
    all. An amount that more than `read` facts have says too little.
    """

    least: float = 0.4
    gap: float = 0.1
    most: int = 3
    read: int = 300
    match: MatchOptions = field(default_factory=MatchOptions)


_PLACE = (
    r"(?:시|군|구|도|도시|지역|지자체|자치단체|지방자치단체|시군|시·군|시·군·구|시군구|고장|동네)"
)
_WHICH = re.compile(
    rf"(?:어느|어떤|무슨)\s?(?:{_PLACE}|곳)(?=(?:이|가|은|는|에서|의|인|이고|예|일|야|죠|지|\s|\?|$))|"
    rf"(?<![가-힣])(?:{_PLACE}|곳)(?:은|는|이|가)?\s?(?:어디|어느|뭐|무엇)|"
    r"\b(?:which|what) (?:\w+ )?(?:city|county|district|province|municipality|town|place|"
    r"local government)\b",
    re.IGNORECASE,
)
_UNITS = frozenset({"원", "건", "명", "개", "곳", "%", "점", "개소", "가구", "세대", "대"})


def bearers(
    asked: Understanding,
    retrieved: Retrieved,
    snapshot: index.Snapshot,
    options: BearerOptions | None = None,
) -> tuple[Evidence, ...] | None:
    """The statements that print the figure stated, of the places that have it, the best first.

    () where no document prints it of what is asked; None for a question that names a place, states
    no one figure, or does not ask which place it is of.
    """
    options = options or BearerOptions()
    stated = _stated(asked)
    if stated is None:
        return None
    found = list(_printing(stated, retrieved))
    if stated.unit == "원":
        amount = int(stated.value)
        wanted = index.RecordRequest(
            amount_at_least=amount,
            amount_at_most=amount,
            publication=index.Publication.ANY,
            limit=options.read + 1,
        )
        facts = snapshot.facts(wanted)
        if len(facts) > options.read:
            return None
        found += evidence_of(facts, snapshot)
    met = meet(
        found,
        asked,
        retrieved.weights,
        retrieved.known,
        match=options.match,
        counted=1.0,
    )
    rated = sorted(
        ((one.coverage, each) for one, each in zip(met, found, strict=True)),
        key=lambda pair: (-pair[0], pair[1].document.id, pair[1].start),
    )
    best: dict[str | None, tuple[float, Evidence]] = {}
    for coverage, one in rated:
        if coverage >= options.least:
            best.setdefault(one.document.municipality, (coverage, one))
    kept = list(best.values())
    return tuple(one for share, one in kept if share >= kept[0][0] - options.gap)[: options.most]


def seeks_bearer(asked: Understanding) -> bool:
    """Whether a question states one figure, no place, and asks which place it is of."""
    return _stated(asked) is not None


def _stated(asked: Understanding) -> Figure | None:
    if asked.places or _WHICH.search(asked.text) is None:
        return None
    figures = [
        one
        for one in read_figures(asked.text).figures
        if one.unit in _UNITS and one.bound is None and one.value
    ]
    return figures[0] if len(figures) == 1 else None


def _printing(stated: Figure, retrieved: Retrieved) -> Iterable[Evidence]:
    """The statements found for the question that print the figure."""
    for one in retrieved.candidates:
        if one.evidence.is_group:
            continue  # which of its lines prints it is not told by the whole
        figures = read_figures(one.evidence.quote).figures
        if any(each.value == stated.value and each.unit == stated.unit for each in figures):
            yield one.evidence
