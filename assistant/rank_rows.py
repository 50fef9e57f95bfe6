"""Who holds a rank: the row of a printed order whose first column is the rank.

An order is often set down without bars ('순위 부서명 점수' and below it '1 세정과 98.7'): its rows
tell a rank only with the head that stands above them, so both are quoted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import index
from assistant.evidence import Evidence
from assistant.lines_cited import evidence_at
from assistant.placings import rank_asked, ranks_printed
from assistant.retrieve import Retrieved
from assistant.sought import ANY_KIND, kind_sought
from assistant.understand import Understanding


@dataclass(frozen=True, slots=True, kw_only=True)
class RankRowOptions:
    """The documents of the best `candidates` are read; a quote has at most `longest` letters."""

    candidates: int = 12
    longest: int = 400


_HEAD = re.compile(r"^[ \t|]*(?:순위|등수|석차|순번)[ \t]*(?:\||[ \t])[^\n]{2,80}$", re.MULTILINE)
_HELD_BY = re.compile(
    r"(?:위|등)(?:한|인|를\s한|을\s한|를\s차지한)?\s(?!어디|누구|무엇|뭐|몇|어느)(?P<noun>[가-힣]{1,6}?)"
    r"(?:은|는|이|가|을|를)?(?=\s|\?|$)"
)
_RULE = re.compile(r"[ \t|:\-]+")
_ROW = re.compile(
    r"[ \t|]*(?P<rank>\d{1,2})\s?(?:위|등)?[ \t]*[|. \t][ \t]*(?P<rest>[가-힣][^\n]*)"
)


def holder_of_rank(
    asked: Understanding,
    retrieved: Retrieved,
    snapshot: index.Snapshot,
    options: RankRowOptions | None = None,
) -> tuple[Evidence, ...]:
    """The rows from the head of an order down to the rank asked for; () where no order has it.

    Words that tell the rank ('2위는 세정과') go before any order.
    """
    options = options or RankRowOptions()
    rank = rank_asked(asked.text)
    if rank is None or asked.language != "ko" or asked.compares_places:
        return ()
    fitting = [one.evidence for one in retrieved.candidates[: options.candidates] if one.fits]
    if any(rank in ranks_printed(one.quote) for one in fitting):
        return ()
    held = _HELD_BY.search(asked.text)
    noun = kind_sought(asked.text) or (held["noun"] if held else "")
    for document in dict.fromkeys(one.document for one in fitting):
        text = snapshot.text(document.id) or ""
        for head in _HEAD.finditer(text):
            if noun and noun not in ANY_KIND and noun not in head[0]:
                continue
            end = _end_of_row(text, head.end() + 1, rank)
            if end is not None and end - head.start() <= options.longest:
                return (evidence_at(document, head.start(), end, snapshot),)
    return ()


def _end_of_row(text: str, start: int, rank: int) -> int | None:
    """Where the row of a rank ends in the order that begins at `start`; ranks go up by one."""
    at, wanted = start, 1
    for line in text[start:].split("\n", rank + 1)[: rank + 1]:
        row = _ROW.fullmatch(line)
        if row is not None and int(row["rank"]) == wanted:
            if wanted == rank:
                return at + len(line.rstrip())
            wanted += 1
        elif _RULE.fullmatch(line) is None:
            return None
        at += len(line) + 1
    return None
