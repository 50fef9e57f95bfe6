from typing import Any, cast

import corpus
import index
from assistant.audits import AuditList, AuditOptions, count_audits, list_audits
from assistant.charts import PictureOptions
from assistant.viewer import Part
from tests.assistant.face import FakeSnapshot
from tests.factories import AUDIT_QUOTE, DOCUMENT_ID, make_corpus, make_reading

PARAGRAPHS = (f"○ {AUDIT_QUOTE}", "○ 기초 226, 중앙 27 등 307개", "○ 적정 414건 등 634건")
AGREES: dict[str, Any] = {}
DISAGREES: dict[str, Any] = {
    "quote": "기초 226, 중앙 27 등 307개",
    "result": corpus.AuditResult.DISAGREES,
}
UNKNOWN: dict[str, Any] = {
    "quote": "적정 414건 등 634건",
    "result": corpus.AuditResult.CANNOT_TELL,
}


def snapshot_of(*audits: dict[str, Any]) -> index.Snapshot:
    reading = make_reading(paragraphs=PARAGRAPHS, audits=audits)
    return cast("index.Snapshot", FakeSnapshot(make_corpus(reading)))


def listed(
    snapshot: index.Snapshot, part: Part | None = None, options: AuditOptions | None = None
) -> AuditList:
    part = part or Part(number=1, start=0, end=10_000)
    return list_audits(snapshot, DOCUMENT_ID, part, options or AuditOptions(), PictureOptions())


def test_what_contradicts_itself_stands_apart_from_the_rest() -> None:
    found = listed(snapshot_of(AGREES, UNKNOWN, DISAGREES))
    assert [entry.audit.result for entry in found.contradictions] == [corpus.AuditResult.DISAGREES]
    assert [entry.audit.result for entry in found.others] == [
        corpus.AuditResult.AGREES,
        corpus.AuditResult.CANNOT_TELL,
    ]
    assert found.counts == dict.fromkeys(corpus.AuditResult, 1)
    assert found.unlisted == 0
    assert found.is_open


def test_only_a_total_that_agrees_with_its_parts_is_drawn() -> None:
    found = listed(snapshot_of(AGREES, UNKNOWN, DISAGREES))
    assert [entry.chart is not None for entry in found.others] == [True, False]
    assert found.contradictions[0].chart is None


def test_contradictions_are_listed_beside_every_part_and_others_beside_their_own() -> None:
    snapshot = snapshot_of(AGREES, UNKNOWN, DISAGREES)
    found = listed(snapshot, Part(number=9, start=9_000, end=10_000))
    assert len(found.contradictions) == 1
    assert found.others == ()
    assert found.unlisted == 2


def test_a_long_list_is_cut_and_says_so() -> None:
    found = listed(
        snapshot_of(AGREES, AGREES, AGREES), options=AuditOptions(most_listed=1, most_open=2)
    )
    assert len(found.others) == 1
    assert found.unlisted == 2
    assert not found.is_open


def test_audits_are_counted_of_one_document_and_of_all() -> None:
    snapshot = snapshot_of(AGREES, DISAGREES)
    expected = {
        corpus.AuditResult.AGREES: 1,
        corpus.AuditResult.DISAGREES: 1,
        corpus.AuditResult.CANNOT_TELL: 0,
    }
    assert count_audits(snapshot) == count_audits(snapshot, DOCUMENT_ID) == expected
    assert sum(count_audits(snapshot, "nowhere").values()) == 0
