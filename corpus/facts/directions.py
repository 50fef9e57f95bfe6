"""Directions: which way a figure differs from what was before, where its name says only that.

'기정예산보다 234억 원 많다' tells an increase, 'N은 작년보다 39명 적다' that N fell.
"""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.facts.draft import Draft
from corpus.facts.noun_phrases import is_noun_phrase
from corpus.facts.topics import main_topic

_DIFFERS = re.compile(r"\s?차이(?P<sum>액)?$")
_BEFORE = re.compile(
    r"(?:지난해|작년|재작년|전년도?|지난번|기정\s?(?:예산|액)?|당초\s?(?:예산)?|본예산|제?\s?\d회\s추경|종전|이전|한\s해\s전)"
    r"(?:\s?예산(?:안)?|\s?같은\s?(?:때|기간|달)|\s?(?:이맘때|동기|말))?\s?보다\s(?:약\s|무려\s|모두\s)?$"
)
_TIED = r"(?:이나|나|을|를|이|가|만큼)?\s?(?:더\s)?"
_UP = re.compile(_TIED + r"(?:많|늘|높|커|크|불어|뛴|오른|올라|올랐)")
_DOWN = re.compile(_TIED + r"(?:적|줄|낮|작|깎|떨어|내린|내려|내렸)")
_POINTS = re.compile(r"^(?:이는|이|그)\s")
_ASIDE = 24  # characters of a bracket behind a figure, with the share that it is


def with_direction(draft: Draft) -> Draft:
    """The draft of a difference from what was before, as the increase or decrease that it is."""
    differs = _DIFFERS.search(draft.name)
    if differs is None or draft.at is None:
        return draft
    text, end = draft.statement.text, draft.at + len(draft.raw_text.rstrip())
    aside = text.find(")", end, end + _ASIDE) if text[end : end + 1] == "(" else -1
    end = aside + 1 if aside > 0 else end
    before = _BEFORE.search(text, 0, draft.at)
    if before is None:
        return draft
    way = "증가" if _UP.match(text, end) else "감소" if _DOWN.match(text, end) else ""
    of = _POINTS.sub("", draft.name[: differs.start()])
    is_former = of.replace(" ", "") in before.group().replace(" ", "")
    of = main_topic(draft.statement.document.title) if is_former else of
    name = f"{of} {way}{differs['sum'] or ''}"
    return replace(draft, name=name) if way and of and is_noun_phrase(name) else draft
