"""Arithmetic audits as a document's page lists them: what contradicts itself comes first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import corpus
import index
from assistant.charts import Chart, PictureOptions, parts
from assistant.compositions import composition_of_audit
from assistant.viewer import Part


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditOptions:
    """How many audits a page lists.

    `most_listed` of either sort; up to `most_open` in all, a row on a wide screen, need no click to
    be seen.
    """

    most_listed: int = 60
    most_open: int = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditEntry:
    """One audit, with a chart of the parts where they make up their total."""

    audit: corpus.ArithmeticAudit
    chart: Chart | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditList:
    """The audits of a document.

    `counts` are of the whole document. `contradictions` are too; `others` are those of the shown
    part. `unlisted` counts what those two leave out.
    """

    counts: Mapping[corpus.AuditResult, int]
    contradictions: tuple[AuditEntry, ...]
    others: tuple[AuditEntry, ...]
    unlisted: int
    is_open: bool


def list_audits(
    snapshot: index.Snapshot,
    document_id: str,
    part: Part,
    options: AuditOptions,
    pictures: PictureOptions,
) -> AuditList:
    """The audits of a document, in reading order, as its page shows them beside one part."""
    found = sorted(
        snapshot.audits(index.RecordRequest(document_ids=(document_id,))),
        key=lambda audit: (audit.start, audit.end, audit.id),
    )
    disagrees = corpus.AuditResult.DISAGREES
    contradictions = [one for one in found if one.result is disagrees]
    others = [
        one for one in found if one.result is not disagrees and part.start <= one.start < part.end
    ]
    most = options.most_listed
    counts = Counter(one.result for one in found)
    return AuditList(
        counts={result: counts[result] for result in corpus.AuditResult},
        contradictions=tuple(_entry(one, pictures) for one in contradictions[:most]),
        others=tuple(_entry(one, pictures) for one in others[:most]),
        unlisted=len(found) - len(contradictions[:most]) - len(others[:most]),
        is_open=len(contradictions) + len(others) <= options.most_open,
    )


def count_audits(
    snapshot: index.Snapshot, document_id: str | None = None
) -> Mapping[corpus.AuditResult, int]:
    """How many audits have each result: of one document, or of all."""
    of_documents = (document_id,) if document_id else ()
    return {
        result: snapshot.count(
            "arithmetic_audits",
            index.RecordRequest(document_ids=of_documents, audit_results=(result,)),
        )
        for result in corpus.AuditResult
    }


def _entry(audit: corpus.ArithmeticAudit, pictures: PictureOptions) -> AuditEntry:
    composition = composition_of_audit(audit)
    chart = (
        parts(composition, of=(audit.id,), source=None, options=pictures) if composition else None
    )
    return AuditEntry(audit=audit, chart=chart)
