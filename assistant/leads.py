"""Leads: the sentence that a list goes on from, which says what all its items are of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

import corpus
from assistant.evidence import Evidence
from assistant.matching import tight
from assistant.understand import Understanding

_MOST_ITEMS = 8
"""Items that are looked over for the sentence above them; below more, it is out of sight."""
# '그 결과 1위는', '같은 평가에서': a sentence that leaves to the one before what it is about.
_POINTS_BACK = re.compile(
    r"(?:^|[\s(])(?:같은\s[가-힣]{2,8}(?:에서|에는|에선|은|는|의|에)|그\s?결과|그중|이\s?(?:가운데|중|중에서)|이들|여기|"
    r"이\s(?:평가|사업|대회|계획|조사|심사|제도|점검|감사|조례|예산|기금|회의|보고회|공모|시설|상|돈)"
    r"[은는이가을를의에]?[가-힣]{0,2})[\s,]"
)
_FIRST_ITEM = re.compile(r"[▲△▷▶○◦•①]|\d")
_ENDS = ("다.", "다", "음.", "함.", "요.")


def with_leads(
    evidence: Iterable[Evidence], passages: Iterable[corpus.Passage]
) -> tuple[Evidence, ...]:
    """Each item of a list with the sentence above the list; other evidence as it is.

    '시는 나무 40그루를 심었다. / - 동부 20그루': what stands below was planted too. A sentence that
    points back ('같은 평가에서 …') has the one before it.
    """
    by_order = {(one.document_id, one.order): one for one in passages}
    leads: dict[str, str] = {}
    for one in by_order.values():
        for before in _above(one, by_order):
            if not _is_item(before.text):
                leads[one.id] = _last_sentence(before.text)
                break
    return tuple(
        replace(one, lead=lead)
        if (lead := leads.get(one.passage.id) or _before(one, by_order))
        else one
        for one in evidence
    )


def _before(one: Evidence, by_order: dict[tuple[str, int], corpus.Passage]) -> str:
    """The sentence before one that points back to it, '' for any other."""
    if one.is_group or not _POINTS_BACK.search(one.quote):
        return ""
    at = one.start - one.passage.start
    if at > 0:
        return _last_sentence(one.passage.text[:at].rstrip())
    above = by_order.get((one.document.id, one.passage.order - 1))
    return _last_sentence(above.text) if above is not None else ""


def led(asked: Understanding, quote: str) -> int:
    """How many words of a question stand before the first item of a list within a sentence.

    Of two lists as long as the question says, it is of the one whose lead names it.
    """
    lead = tight(_FIRST_ITEM.split(quote, maxsplit=1)[0])
    return sum(tight(one.form) in lead for one in asked.terms if not one.is_measure)


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
