"""“All of…” questions: every project of a place that a year is printed for."""

from __future__ import annotations

import re
from dataclasses import dataclass

import corpus
import index
from assistant.evidence import Evidence, evidence_of
from assistant.grammar import Asked
from assistant.understand import Understanding


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingOptions:
    """At most `most` items are listed and cited; `fewest` make a list."""

    most: int = 10
    fewest: int = 2


_PROJECTS = re.compile(r"사업|과제|프로젝트|\bprojects?\b", re.IGNORECASE)
_DUE = re.compile(
    r"까지|목표|완료|완공|준공|개통|마무리|끝나|예정|계획|추진|\b(?:target(?:ed)?|due|planned|by|completed?)\b",
    re.IGNORECASE,
)


def list_projects(
    asked: Understanding, snapshot: index.Snapshot, options: ListingOptions | None = None
) -> tuple[Evidence, ...]:
    """One piece of evidence for each project due in the year asked about; () for other questions.

    Only projects whose due year is printed with them count; a question that names more than a
    place, a year and 'projects' is about something else and is left to retrieval.
    """
    options = options or ListingOptions()
    years = asked.years + asked.bare_years
    is_about_all = (
        asked.asks(Asked.LIST)
        and len(years) == 1
        and _PROJECTS.search(asked.text)
        and _DUE.search(asked.text)
    )
    subject = [term for term in asked.terms if not term.is_measure and not _is_general(term.form)]
    if not is_about_all or subject:
        return ()
    names = tuple({name for place in asked.places for name in (place.korean, place.name)})
    facts = [
        fact
        for fact in snapshot.facts(
            index.RecordRequest(kinds=(corpus.FactKind.PROJECT,), years=years, municipalities=names)
        )
        if fact.period is not None and (fact.period.end or "").startswith(str(years[0]))
    ][: options.most]
    if len(facts) < options.fewest:
        return ()
    return tuple(evidence_of(fact, snapshot) for fact in facts)


def _is_general(form: str) -> bool:
    return bool(_PROJECTS.search(form) or _DUE.search(form))
