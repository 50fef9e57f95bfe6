"""What one answer is worth, and what many are worth together.

The numbers and quotes are checked here anew, from the documents alone: a measure that called the
gate it measures (`assistant.verify`) would find whatever the gate finds.
"""

from __future__ import annotations

import json
import re
import statistics
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import assistant
from tests.evaluation.overlap import Evidence, holds
from tests.evaluation.retrieval import retrieval_summary

LONGEST_ANSWER = 600
"""Characters; an answer that pastes half the document is no answer. Lists may be longer."""

_CENTURY_BREAK = 70
"""A year printed with two digits below this is of the 2000s."""

_DECLINED = {
    assistant.AnswerStatus.NOT_FOUND,
    assistant.AnswerStatus.OUT_OF_SCOPE,
    assistant.AnswerStatus.REFUSED,
}
_MARK = re.compile(r"\[\d+\]")
_QUOTED = re.compile(r"“[^”]*”|「[^」]*」")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_SHORT_YEAR = re.compile(r"(?<!\d)[‘’'`´]?(\d\d)(?=[.년~∼→)\s]|$)")
_DATE = re.compile(r"\d+(?:\s*[.\-/]\s*\d+)+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One question with what a right answer says and cites; `category` is '' for answerable ones.

    `wanted` are groups of variants: of each group one must be said. `statuses` are the right ones
    for a question that is not answerable; where there are none, any way of declining is right.
    `rivals` are the other candidates of a question that asks which one: an answer that names one
    of them, as a quoted table does, must itself say before all else which one it is.
    """

    id: str
    question: assistant.Question
    kind: str
    register: str
    category: str
    wanted: tuple[tuple[str, ...], ...]
    evidence: tuple[Evidence, ...]
    statuses: frozenset[str] = frozenset()
    rivals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How one answer did. The counts of citations and quotes are those of this answer.

    `ranks` are those of the wanted evidence among the candidates (`retrieval.ranks`).
    `is_said`: its words name everything that was wanted, whatever its status.
    `loose` are the numbers of the answer that stand in no cited quote, title or date and in no
    shown calculation.
    """

    case: Case
    status: assistant.AnswerStatus
    text: str
    is_correct: bool
    is_said: bool
    loose: tuple[str, ...]
    citations: int
    right_citations: int
    evidence_cited: int
    verbatim_quotes: int
    true_offsets: int
    ranks: tuple[int | None, ...]
    milliseconds: float

    @property
    def is_cited(self) -> bool:
        """Whether any of the wanted evidence is cited."""
        return self.evidence_cited > 0

    @property
    def is_spoken(self) -> bool:
        """Whether it makes statements, which then have to be sourced."""
        return self.citations > 0 or self.status not in _DECLINED

    @property
    def is_declined(self) -> bool:
        """Whether the question was turned down, or its false premise corrected."""
        is_premise = self.case.category == "false_premise"
        is_corrected = self.status is assistant.AnswerStatus.CORRECTED
        return self.status in _DECLINED or (is_premise and is_corrected)

    @property
    def has_right_status(self) -> bool:
        """Whether the status is one of those that the set names, if it names any."""
        return not self.case.statuses or self.status.value in self.case.statuses

    @property
    def is_declined_rightly(self) -> bool:
        """Whether the status is a right one, and the words name what is there instead.

        A correction has to cite what it corrects with, where the set says what that is.
        """
        is_corrected = self.status is assistant.AnswerStatus.CORRECTED
        is_sourced = self.is_cited or not (is_corrected and self.case.evidence)
        return self.has_right_status and self.is_said and is_sourced

    @property
    def is_good(self) -> bool:
        """Whether nothing is wrong with the answer."""
        if self.case.category:
            return self.is_declined and self.is_declined_rightly and not self.loose
        return self.is_correct and self.is_cited and not self.loose

    @property
    def fault(self) -> str:
        """The first step that went wrong, '' where none did.

        `not_retrieved`: the evidence was no candidate; `declined`: it was one, and the question was
        turned down; `not_chosen`: something else was cited; `not_said`: the evidence was cited
        without what was asked, so computing or choosing the words failed; `loose_number`.
        For what has no answer: `answered`, `wrong_status`, `not_named` (what is there instead),
        `not_cited` (what a correction corrects with).
        """
        if self.is_good:
            return ""
        if self.case.category:
            faults = {
                "answered": not self.is_declined,
                "wrong_status": not self.has_right_status,
                "not_named": not self.is_said,
                "not_cited": not self.is_declined_rightly,
            }
        else:
            faults = {
                "not_retrieved": not self.is_cited and not any(self.ranks),
                "declined": self.status in _DECLINED,
                "not_chosen": not self.is_cited,
                "not_said": not self.is_correct,
            }
        return next((name for name, is_so in faults.items() if is_so), "loose_number")


def read_cases(path: Path, *, left_out: str = "") -> tuple[Case, ...]:
    """The questions of a set (README.md beside the sets explains the fields).

    Rows that carry the field `left_out` are passed over.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines if line.strip()]
    return tuple(_case(row) for row in rows if left_out not in row)


def judge(
    case: Case,
    answer: assistant.Answer,
    texts: Mapping[str, str | None],
    milliseconds: float,
    ranks: tuple[int | None, ...] = (),
) -> Outcome:
    """Compare an answer with what was wanted; `texts` holds canonical text by document id."""
    is_long = len(answer.text) > LONGEST_ANSWER and case.kind != "list"
    is_answered = answer.status is assistant.AnswerStatus.ANSWERED
    is_said = _says_all(answer.text, case.wanted) and _decides(answer.text, case)
    return Outcome(
        case=case,
        status=answer.status,
        text=answer.text,
        is_correct=is_answered and not is_long and is_said,
        is_said=is_said,
        loose=loose_numbers(answer),
        citations=len(answer.citations),
        right_citations=sum(
            any(_holds((one,), wanted) or _is_part(one, wanted) for wanted in case.evidence)
            for one in answer.citations
        ),
        evidence_cited=sum(_holds(answer.citations, wanted) for wanted in case.evidence),
        verbatim_quotes=sum(is_verbatim(one, texts) for one in answer.citations),
        true_offsets=sum(is_in_place(one, texts) for one in answer.citations),
        ranks=ranks,
        milliseconds=milliseconds,
    )


def says(text: str, variant: str) -> bool:
    """Whether a text says something, whatever its blanks; '69' is not said by '690' or '1,690'."""
    letters = re.sub(r"\s", "", variant.lower())
    pattern = r"\s*".join(re.escape(letter) for letter in letters)
    if letters[:1].isdigit():
        pattern = r"(?<![\d,.])" + pattern
    if letters[-1:].isdigit():
        pattern += r"(?!\d|,\d|\.\d)"
    return re.search(pattern, text.lower()) is not None


def is_verbatim(citation: assistant.Citation, texts: Mapping[str, str | None]) -> bool:
    """Whether the quote stands in its document, letter for letter."""
    text = texts.get(citation.document.id)
    return text is not None and bool(citation.quote.strip()) and citation.quote in text


def is_in_place(citation: assistant.Citation, texts: Mapping[str, str | None]) -> bool:
    """Whether the quote stands exactly at the offsets given."""
    text = texts.get(citation.document.id)
    return text is not None and text[citation.start : citation.end] == citation.quote


def loose_numbers(answer: assistant.Answer) -> tuple[str, ...]:
    """The numbers of an answer that a reader cannot find in its citations or calculations.

    Words that decline state nothing and need no source: they may name the years that are there.
    """
    if not answer.citations and answer.status in _DECLINED:
        return ()
    known: set[str] = set()
    for one in answer.citations:
        document = one.document
        known |= _printed(one.quote)
        known |= _printed(" ".join((document.title, *one.section)))
        if document.published_on is not None:
            known |= _printed(document.published_on.isoformat())
    for calculation in answer.calculations:
        known |= set(_numbers(f"{calculation.expression} {calculation.result}"))
    return tuple(one for one in _numbers(_MARK.sub(" ", answer.text)) if one not in known)


def summary(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """The measures over a run; a share without cases is None, never a flattering 1.

    `fully_right` takes every question, answerable or not, and counts partial ones as wrong;
    `declined_rightly` wants the right status, and what is there instead named where the set says
    so. Retrieval is read for answerable questions: what the others want is not there.
    """
    answerable = [one for one in outcomes if not one.case.category]
    refusable = [one for one in outcomes if one.case.category]
    spoken = [one for one in outcomes if one.is_spoken]
    times = sorted(one.milliseconds for one in outcomes)
    return {
        "questions": len(outcomes),
        "fully_right": _share(one.is_good for one in outcomes),
        "accuracy": _share(one.is_correct for one in answerable),
        "accuracy_with_citation": _share(one.is_correct and one.is_cited for one in answerable),
        "answered": _share(one.status is assistant.AnswerStatus.ANSWERED for one in answerable),
        "answerable_declined": _share(one.status in _DECLINED for one in answerable),
        "declined": _share(one.is_declined for one in refusable),
        "declined_rightly": _share(
            one.is_declined and one.is_declined_rightly for one in refusable
        ),
        "citation_precision": _ratio(answerable, lambda one: (one.right_citations, one.citations)),
        "citation_recall": _ratio(
            answerable, lambda one: (one.evidence_cited, len(one.case.evidence))
        ),
        "number_faithfulness": _share(not one.loose for one in spoken),
        "quotes_verbatim": _ratio(outcomes, lambda one: (one.verbatim_quotes, one.citations)),
        "offsets_true": _ratio(outcomes, lambda one: (one.true_offsets, one.citations)),
        "retrieval": retrieval_summary([one.ranks for one in answerable]),
        "milliseconds": {
            "p50": round(statistics.median(times), 1) if times else None,
            "p95": round(times[int(0.95 * (len(times) - 1))], 1) if times else None,
        },
        "faults": dict(Counter(one.fault for one in outcomes if one.fault).most_common()),
        "by_kind": _counts(answerable, lambda one: one.case.kind),
        "by_register": _counts(outcomes, lambda one: one.case.register),
        "by_category": _counts(refusable, lambda one: one.case.category),
    }


def _case(row: dict[str, Any]) -> Case:
    sources = _sources(row)
    stretches = [row["evidence"]] if row.get("evidence") else []
    evidence = [Evidence(text=one, sources=sources) for one in stretches]
    for more in row.get("more_evidence", ()):
        if isinstance(more, str):
            evidence.append(Evidence(text=more, sources=sources))
        else:
            evidence.append(Evidence(text=more["evidence"], sources=_sources(more) or sources))
    return Case(
        id=row["id"],
        question=assistant.Question(
            text=row["question"],
            history=tuple(row.get("history", ())),
            language=row.get("lang"),
            municipality=row.get("municipality"),
        ),
        kind=row.get("kind", ""),
        register=row.get("register", "unknown"),
        category=row.get("category", ""),
        wanted=tuple(tuple(group.split("|")) for group in row.get("must_contain", ())),
        evidence=tuple(evidence),
        statuses=frozenset(filter(None, row.get("status", "").split("|"))),
        rivals=tuple(row.get("rivals", ())),
    )


def _sources(row: Mapping[str, Any]) -> tuple[str, ...]:
    named = row.get("doc", ())
    return (named,) if isinstance(named, str) else tuple(named)


def _says_all(text: str, wanted: Iterable[Iterable[str]]) -> bool:
    return all(any(says(text, variant) for variant in group) for group in wanted)


def _decides(text: str, case: Case) -> bool:
    """Whether a text that names rivals says in its first line, not by quoting, which one it is."""
    if not any(says(text, rival) for rival in case.rivals):
        return True
    first = _QUOTED.sub(" ", text).strip().partition("\n")[0]
    return _says_all(first, case.wanted)


def _holds(citations: Sequence[assistant.Citation], wanted: Evidence) -> bool:
    """Whether the quotes out of the right documents together hold the wanted stretch."""
    quotes = [one.quote for one in citations if one.document.source in wanted.sources]
    return holds(quotes, wanted.text)


def _is_part(citation: assistant.Citation, wanted: Evidence) -> bool:
    """Whether a quote is little else than a part of the wanted stretch."""
    is_of_source = citation.document.source in wanted.sources
    return is_of_source and holds((wanted.text,), citation.quote)


def _numbers(text: str) -> list[str]:
    """The numbers of a text by their value: no separators, no idle zeros before or behind."""
    found = []
    for number in _NUMBER.findall(text):
        whole, point, rest = number.replace(",", "").partition(".")
        rest = rest.rstrip("0")
        found.append((whole.lstrip("0") or "0") + (point + rest if rest else ""))
    return found


def _printed(text: str) -> set[str]:
    """The numbers a text prints; a year written ’21 counts as 2021, a date 21.12. by its parts."""
    known = set(_numbers(text))
    for year in _SHORT_YEAR.findall(text):
        known.add(("20" if int(year) < _CENTURY_BREAK else "19") + year)
    for date in _DATE.findall(text):
        known |= {part.lstrip("0") or "0" for part in re.findall(r"\d+", date)}
    return known


def _share(verdicts: Iterable[bool]) -> float | None:
    known = list(verdicts)
    return round(sum(known) / len(known), 3) if known else None


def _ratio(
    outcomes: Sequence[Outcome], counted: Callable[[Outcome], tuple[int, int]]
) -> float | None:
    pairs = [counted(one) for one in outcomes]
    total = sum(whole for _, whole in pairs)
    return round(sum(part for part, _ in pairs) / total, 3) if total else None


def _counts(outcomes: Sequence[Outcome], named: Callable[[Outcome], str]) -> dict[str, str]:
    """Good ones of all, by a name: {'budget': '12/14'}."""
    names = sorted({named(one) for one in outcomes})
    return {
        name: f"{sum(one.is_good for one in group)}/{len(group)}"
        for name in names
        if (group := [one for one in outcomes if named(one) == name])
    }
