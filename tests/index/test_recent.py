"""Recent: what is kept is what the files hold, is bounded, and is let go of when it is old."""

from __future__ import annotations

import threading

import pytest

import corpus
from index import RecordRequest
from index.database import Database
from index.recent import Recent, RecentOptions, RecentRecords


def test_what_was_asked_for_longest_ago_is_let_go() -> None:
    recent: Recent[str, int] = Recent(8)
    for name in "abcd":
        recent.put(name, ord(name), 2)
    assert recent.get("a") == ord("a")
    recent.put("e", ord("e"), 2)
    assert [one for one in "abcde" if recent.get(one) is not None] == ["a", "c", "d", "e"]
    recent.clear()
    assert recent.get("a") is None


def test_what_is_put_again_counts_once_and_what_is_too_large_is_not_kept() -> None:
    recent: Recent[str, str] = Recent(8)
    for _ in range(20):
        recent.put("a", "x", 2)
    recent.put("b", "y", 2)
    recent.put("large", "z", 3)
    assert (recent.get("a"), recent.get("b"), recent.get("large")) == ("x", "y", None)


def test_threads_may_use_it_at_once() -> None:
    recent: Recent[int, int] = Recent(50)

    def use(first: int) -> None:
        for number in range(first, first + 2_000):
            recent.put(number % 70, number % 70, 1)
            assert recent.get(number % 70) in (None, number % 70)

    threads = [threading.Thread(target=use, args=(at,)) for at in range(4)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert sum(recent.get(number) is not None for number in range(70)) <= 50


def _requests(database: Database) -> list[RecordRequest]:
    passages = database.passages(RecordRequest())
    sections = tuple(dict.fromkeys(one.section_id for one in passages))
    ids = tuple(one.id for one in passages)
    documents = tuple(dict.fromkeys(one.document_id for one in passages))
    return [
        RecordRequest(),
        RecordRequest(limit=2),
        RecordRequest(ids=ids[::-2]),
        RecordRequest(ids=(ids[0], ids[0], "none/p001", "\ud800", "x" * 500)),
        RecordRequest(section_ids=sections[::-1]),
        RecordRequest(section_ids=sections[::-1], limit=2),
        RecordRequest(section_ids=sections[:1], limit=50),
        RecordRequest(document_ids=documents[::-1]),
        RecordRequest(document_ids=documents[:1], limit=1),
        RecordRequest(document_ids=documents[:1], descending=True),
        RecordRequest(document_ids=documents[:1], section_ids=sections[:2]),
    ]


def test_passages_are_those_of_the_files_however_they_are_asked_for(database: Database) -> None:
    kept: RecentRecords[corpus.Passage] = RecentRecords("passages", database.passages)
    for _ in range(2):
        for request in _requests(database):
            assert kept.named(request) == database.passages(request), request


def test_facts_are_those_of_the_files_however_they_are_asked_for(database: Database) -> None:
    kept: RecentRecords[corpus.Fact] = RecentRecords("facts", database.facts)
    facts = database.facts(RecordRequest())
    owners = tuple(dict.fromkeys(one.passage_id for one in facts))
    documents = tuple(dict.fromkeys(one.document_id for one in facts))
    for _ in range(2):
        for request in (
            RecordRequest(passage_ids=(*owners[::-1], "none")),
            RecordRequest(document_ids=documents),
            RecordRequest(document_ids=documents[:1], kinds=(corpus.FactKind.BUDGET,)),
        ):
            assert kept.named(request) == database.facts(request), request


@pytest.mark.parametrize("most", [1, 20_000])
def test_only_what_is_not_kept_is_read(database: Database, most: int) -> None:
    asked: list[RecordRequest] = []

    def read(request: RecordRequest) -> tuple[corpus.Passage, ...]:
        asked.append(request)
        return database.passages(request)

    kept = RecentRecords("passages", read, RecentOptions(records=most))
    first, second, *_ = (one.id for one in database.passages(RecordRequest()))
    for ids in ((first,), (first,), (first, second)):
        assert [one.id for one in kept.named(RecordRequest(ids=ids))] == sorted(ids)
    read_again = [(first,), (first,), (first, second)]
    assert [one.ids for one in asked] == (read_again if most == 1 else [(first,), (second,)])
    kept.clear()
    kept.named(RecordRequest(ids=(second,)))
    assert asked[-1].ids == (second,)
