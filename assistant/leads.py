"""Leads: the sentence that a list goes on from, which says what all its items are of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

import corpus
from assistant.evidence import Evidence

_MOST_ITEMS = 8
"""Items that are looked over for the sentence above them; below more, it is out of sight."""
_ENDS = ("다.", "다", "음.", "함.", "요.")


def with_leads(
    evidence: Iterable[Evidence], passages: Iterable[corpus.Passage]
) -> tuple[Evidence, ...]:
    """Each item of a list with the sentence above the list; other evidence as it is.

    '시는 나무 40그루를 심었다. / - 동부 20그루': what stands below was planted too.
    """
    by_order = {(one.document_id, one.order): one for one in passages}
    leads: dict[str, str] = {}
    for one in by_order.values():
        for before in _above(one, by_order):
            if not _is_item(before.text):
                leads[one.id] = _last_sentence(before.text)
                break
    return tuple(
        replace(one, lead=lead) if (lead := leads.get(one.passage.id)) else one for one in evidence
    )


def _above(
    one: corpus.Passage, by_order: dict[tuple[str, int], corpus.Passage]
) -> Iterator[corpus.Passage]:
    """The passages before an item under the same headings, the nearest first."""
    if not _is_item(one.text):
        return
    for back in range(1, _MOST_ITEMS + 1):
        before = by_order.get((one.document_id, one.order - back))
        if before is None or before.heading_path != one.heading_path:
            return
        yield before


def _is_item(text: str) -> bool:
    return bool(text) and not text[0].isalnum() and text[0] not in "‘’“”'\"「『(["


def _last_sentence(text: str) -> str:
    spans = corpus.sentence_spans(text)
    last = text[slice(*spans[-1])].strip() if spans else ""
    return last if last.endswith(_ENDS) else ""
