"""How much: 얼마, which asks for money unless the very thing asked about is counted in a line.

'도서관 좌석 얼마인가요' over '도서관 좌석(석) : (’30) 200 → (’34) 450' asks for seats. Only a line
whose label is the very thing settles that; elsewhere 얼마 stays a question for an amount, and a
count beside the same words does not answer it.
"""

from __future__ import annotations

import re
from dataclasses import replace

import corpus
from assistant.evidence import Evidence
from assistant.grammar import Asked
from assistant.lines import label_of
from assistant.matching import tight
from assistant.nearest import item_holds
from assistant.retrieve import Candidate, Retrieved, RetrieveOptions
from assistant.understand import Understanding

_BARE = re.compile(
    r"(?P<thing>[^?]+?)[은는이가]?\s?얼마(?:나\s?(?:되|돼|됩)|인|예|에|야|이|죠|지|\s?\??$)"
)
_MONEY = re.compile(
    r"(?:예산안?|금액|[가-힣]비|비용|돈|[가-힣]액|액수|세[입출]|수입|기금|보조금|수당)[은는이가]?$"
)
_UNIT = re.compile(r"\s?\((?P<unit>[^()\d]{1,6})\)\s*$")
_FIGURE = re.compile(r"(?<![\d.])\d[\d,.]*\s?(?P<unit>%|퍼센트|[가-힣]{1,4})?")
_OF_TIME = frozenset({"년", "월", "일", "시", "분", "년도", "년부터", "월부터", "일부터", "분기"})
_SHORTEST = 4  # letters of a label; shorter ones are part of many others
_RATES = ("%", "퍼센트", "비율")


def how_much(
    asked: Understanding, retrieved: Retrieved, options: RetrieveOptions | None = None
) -> tuple[Understanding, Retrieved]:
    """The question and its candidates, those of a count or a rate where a line tells the thing so.

    What is asked stays as it is where it names money, a unit or another kind of value.
    """
    if asked.kinds != (Asked.AMOUNT,) or asked.unit:
        return asked, retrieved
    match = _BARE.match(asked.text)
    if match is None or _MONEY.search(match["thing"]):
        return asked, retrieved
    thing = tight(match["thing"])
    labelled = [one for one in retrieved.candidates if one.fits and _is_labelled(one, thing)]
    if not labelled:
        return asked, retrieved
    kind = Asked.RATIO if _is_rate(labelled[0].evidence) else Asked.COUNT
    counted = replace(asked, kinds=(kind,))
    weight = (options or RetrieveOptions()).kind_weight
    marked = [_marked(one, kind, counted, weight) for one in retrieved.candidates]
    marked.sort(key=lambda one: (-one.score, one.evidence.document.id, one.evidence.start))
    return counted, replace(retrieved, candidates=tuple(marked))


def _is_labelled(one: Candidate, thing: str) -> bool:
    """Whether a line is called the very thing, and what it prints of it is no money."""
    quote = one.evidence.quote
    if "\n" in quote or one.missing or Asked.AMOUNT in one.holds or corpus.find_amounts(quote):
        return False
    label = tight(_UNIT.sub("", label_of(quote)))
    is_figure = bool(_unit_of(quote)) and _unit_of(quote) not in _OF_TIME
    return len(label) >= _SHORTEST and thing.endswith(label) and is_figure


def _is_rate(evidence: Evidence) -> bool:
    return _unit_of(evidence.quote) in _RATES


def _unit_of(quote: str) -> str:
    """The unit in the bracket of a line's label, else that of the first figure behind it; or ''."""
    said = label_of(quote)
    if unit := _UNIT.search(said):
        return unit["unit"] if re.search(r"\d", quote[quote.find(said) + len(said) :]) else ""
    figure = _FIGURE.search(quote, quote.find(said) + len(said))
    return (figure["unit"] or "") if figure else ""


def _marked(one: Candidate, kind: Asked, asked: Understanding, weight: float) -> Candidate:
    """A candidate judged by whether it holds the other kind."""
    holds = (kind,) if item_holds(kind, one.evidence, asked) else ()
    gained = weight * (len(holds) - len(one.holds))
    return replace(one, holds=holds, score=one.score + gained)
