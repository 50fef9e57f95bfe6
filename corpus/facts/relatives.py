"""Relative clauses behind a sum: '지방채 15억 원을 내어 지은 체육센터는' tells what the money made.

The noun behind the verb owns the sum, whose own noun only says whose money it is.
"""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.facts.draft import Draft
from corpus.facts.noun_phrases import is_noun_phrase
from corpus.facts.phrases import WHOLE, is_class
from corpus.facts.things import of_thing

_MADE = re.compile(
    r"(?:을|를)\s(?:들여|내어|투입해|써서|받아|모아|보태)?\s?(?:새로\s)?"
    r"(?:지은|세운|만든|조성한|건립한|설치한|마련한|들인|꾸민|사들인|구축한)\s"
    r"(?P<thing>(?:[가-힣A-Za-z·]{1,12}\s){0,2}[가-힣A-Za-z·]{2,16})(?:은|는|이|가|을|를|에)\s"
)


def with_thing_made(draft: Draft) -> Draft:
    """The draft of a sum that only its source names, behind what it made."""
    if draft.unit != "원" or draft.at is None:
        return draft
    is_source = all(is_class(one) or WHOLE.fullmatch(one) for one in draft.name.split())
    end = draft.at + len(draft.raw_text.rstrip())
    made = _MADE.match(draft.statement.text, end) if is_source or draft.name == "지방채" else None
    name = of_thing(made["thing"], draft.name) if made else ""
    return replace(draft, name=name) if name and is_noun_phrase(name) else draft
