"""Notes: what a reader must know of the sources of an answer before trusting its figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import corpus
import index
from assistant.caveats import DIFFERING, REPLACED, UNSOUND, WRONG_SUM, no_place, no_year
from assistant.cite import cite
from assistant.compose import Draft, within
from assistant.editions import newer_editions
from assistant.evidence import Evidence, evidence_of
from assistant.excerpts import cut
from assistant.grammar import Asked
from assistant.points import say
from assistant.types import Calculation
from assistant.understand import Understanding

# Years of which each is asked about; those of a plan's name ('2021~2025 계획') are one thing.
_EACH_YEAR = re.compile(
    r"추이|추세|흐름|변화|각각|(?:연도|해)\s?별|어떻게\s?(?:변|바뀌|달라)|"
    r"(?:19|20)\d\d\s?년(?:과|와|하고|이랑|,)\s?(?:19|20)\d\d|년\s?부터|"
    r"\btrends?\b|\bover the years\b|\bfrom (?:19|20)\d\d (?:to|through)\b|\beach\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteOptions:
    """At most `most` notes: an answer of three sentences bears no more, and the sources' pages
    list all of them. Another document is quoted with at most `longest_quote` characters."""

    most: int = 2
    longest_quote: int = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """A draft with its notes, and the evidence with what the notes cite beside it."""

    draft: Draft
    evidence: tuple[Evidence, ...]


def note(
    asked: Understanding,
    draft: Draft,
    evidence: Sequence[Evidence],
    snapshot: index.Snapshot,
    options: NoteOptions | None = None,
) -> Noted:
    """Say of the sources that they are replaced, contradict themselves or one another.

    Printed figures stay as they are. A note is a caveat, and the gate knows their forms.
    """
    options = options or NoteOptions()
    sentences: list[str] = []
    calculations: list[Calculation] = []
    cited = list(evidence)
    newer = newer_editions(
        snapshot, list({one.document.id: one.document for one in cited}.values())
    )
    for number, one in enumerate(evidence, 1):
        if one.document.id in newer:
            sentences.append(f"{REPLACED[asked.language]} [{number}].")
            break
    for sentence, calculation in _audited(asked, draft, evidence, snapshot):
        sentences.append(sentence)
        calculations += [calculation] if calculation else []
    if _is_told_apart(asked, draft):
        sources = cite(evidence)
        known = tuple(fact for one in evidence for fact in one.facts)
        marks = "".join(f"[{one.number}]" for one in sources)
        gaps = (no_year(asked, sources, known), no_place(asked, sources))
        sentences += [f"{one} {marks}." for one in gaps if one]
    other = _other_print(asked, draft, snapshot)
    if other is not None and len(sentences) < options.most:
        cited.append(other)
        sentences.append(_differing(asked, other, len(cited), options))
    noted = replace(
        draft,
        sentences=(*draft.sentences, *sentences[: options.most]),
        caveats=tuple(sentences[: options.most]),
        calculations=(*draft.calculations, *calculations),
    )
    # A list has a line for each item; other answers have few sentences.
    is_list = not draft.quotes
    return Noted(draft=noted if is_list else within(noted), evidence=tuple(cited))


def _is_told_apart(asked: Understanding, draft: Draft) -> bool:
    """Whether a question wants something of each year or place it names, and is not corrected."""
    is_reckoned = asked.asks(Asked.DIFFERENCE, Asked.GROWTH, Asked.MULTIPLE)
    is_span = bool(_EACH_YEAR.search(asked.text)) or (is_reckoned and not draft.calculations)
    return (len(asked.years) > 1 and is_span) or asked.compares_places


def _audited(
    asked: Understanding, draft: Draft, evidence: Sequence[Evidence], snapshot: index.Snapshot
) -> list[tuple[str, Calculation | None]]:
    """Contradictions of a source with itself, in what the answer quotes of it."""
    facts = tuple(fact.id for fact in draft.facts) or tuple(
        fact.id for one in evidence[:1] for fact in one.facts
    )
    if not facts:
        return []  # an empty tuple would not narrow
    found = snapshot.audits(
        index.RecordRequest(fact_ids=facts, audit_results=(corpus.AuditResult.DISAGREES,))
    )
    for number, one in enumerate(evidence, 1):
        for audit in found:
            is_inside = one.start <= audit.start and audit.end <= one.end
            if audit.document_id == one.document.id and is_inside:
                return [_contradiction(asked, audit, number)]
    return []


def _contradiction(
    asked: Understanding, audit: corpus.ArithmeticAudit, number: int
) -> tuple[str, Calculation | None]:
    """A printed figure that its own parts contradict; sums are shown, others only named."""
    terms = [one.value for one in audit.terms]
    known = [one for one in terms if one is not None]
    unit = audit.unit
    is_sum = audit.relation is corpus.ArithmeticRelation.SUM and len(known) == len(terms)
    if not is_sum or unit is None or audit.computed is None:
        return f"{UNSOUND[asked.language]} [{number}].", None
    calculation = Calculation(
        expression=" + ".join(say(one, unit) for one in known),
        result=say(audit.computed, unit),
        inputs=(number,),
    )
    said = WRONG_SUM[asked.language].format(
        reckoned=calculation.result, stated=audit.stated.raw_text
    )
    return f"{said} [{number}].", calculation


def _other_print(asked: Understanding, draft: Draft, snapshot: index.Snapshot) -> Evidence | None:
    """What another document of the same place prints for the same measure and year."""
    told = {fact.id: fact for fact in draft.facts}
    if not told:
        return None
    for series in snapshot.series(
        index.RecordRequest(fact_ids=tuple(sorted(told)), publication=index.Publication.CERTAIN)
    ):
        for own in series.points:
            is_asked = not asked.figure_years or own.year in asked.figure_years
            if own.fact_id not in told or own.year not in series.conflicts or not is_asked:
                continue
            for other in series.points:
                if (
                    other.year == own.year
                    and other.phase is own.phase
                    and other.value != own.value
                    and other.document_id != own.document_id
                ):
                    (fact,) = snapshot.facts(index.RecordRequest(ids=(other.fact_id,)))
                    found = evidence_of(fact, snapshot)
                    # What a revision replaced is no contradiction of it.
                    if not newer_editions(snapshot, [found.document]):
                        return found
    return None


def _differing(asked: Understanding, other: Evidence, number: int, options: NoteOptions) -> str:
    quote = cut(" ".join(other.quote.split()), options.longest_quote)
    open_mark, close_mark = ("「", "」") if asked.language == "ko" else ("“", "”")
    said = DIFFERING[asked.language].format(
        title=f"{open_mark}{other.document.title}{close_mark}", quote=f"“{quote}”"
    )
    return f"{said} [{number}]."
