"""Half-years: the part of the year that a figure is of, which its name says.

'상반기 계약심사로 …' heads figures of half a year; without it they would be taken for the whole.
The part is said before the figure in its sentence, else by the title before what the name says.
"""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.facts.draft import Draft
from corpus.facts.flags import THRESHOLD
from corpus.facts.noun_phrases import is_noun_phrase
from corpus.facts.phrases import is_class
from corpus.types import FactKind

_PART = r"(?:[상하]반기|[1-4]\s?/\s?4\s?분기|[1-4]분기)"
_SAID = re.compile(rf"(?<![가-힣\d])(?P<part>{_PART})(?!부터|까지|\s?말|보다|\s?대비)")
_NEAREST = re.compile(
    rf"(?<![가-힣\d])(?P<part>{_PART})\s(?:[가-힣·]{{2,8}}\s){{0,2}}[가-힣·]{{2,8}}\s?\(?$"
)
_HAS = re.compile(r"반기|분기")
_OTHER_TIME = re.compile(
    r"(?:작년|지난해|전년(?:도)?)(?!보다|\s?대비|\s?같은|\s?동기|에\s?비해)|내년|연말|연간|연중|올\s?한\s?해|누적|지금까지|그동안|하루|매년|해마다|당초|(?<!\d)\d{1,2}월|\d+년간|\d{4}년\s(?![상하]반기)"
)
_GLOSS = re.compile(r"\s?\(\d{1,2}월?\s?[~∼～-]\s?\d{1,2}월\)")  # '1분기(1~3월)'
_NO_OUTCOME = re.compile(r"인구|정원|현원|채무|부채|기준|비중|배점|한도|1인당|위원")
_MEASURE = re.compile(r"[률율액]$")
_FEWEST = 2  # letters of a word that a name shares with a title
_CUT = re.compile(r"[,…]|\.\.\.")


def with_half_year(draft: Draft) -> Draft:
    """The draft of a figure, with the half or quarter of the year that it is of before its name."""
    if draft.at is not None and (near := _NEAREST.search(draft.statement.text, 0, draft.at)):
        return _with_nearest(draft, near["part"].replace(" ", ""))
    is_open = draft.at is not None and len(draft.values) <= 1 and THRESHOLD not in draft.flags
    if not is_open or _HAS.search(draft.name) or draft.kind is FactKind.EVALUATION:
        return draft
    if _NO_OUTCOME.search(draft.name):
        return draft
    part = _said(draft) or _of_title(draft)
    name = f"{part} {draft.name}"
    return replace(draft, name=name) if part and is_noun_phrase(name) else draft


def _with_nearest(draft: Draft, part: str) -> Draft:
    """The draft with the part of the year that its own phrase begins with: '3분기 목표 39억 원'."""
    head, _, last = draft.name.rpartition(" ")
    is_said = part in draft.name or len(draft.values) > 1 or THRESHOLD in draft.flags
    name = f"{head} {part} {last}".strip() if _HAS.search(head) else f"{part} {draft.name}"
    return draft if is_said or not is_noun_phrase(name) else replace(draft, name=name)


def _said(draft: Draft) -> str:
    """The part of the year that is said last before a figure, and no other time behind it."""
    text, at = draft.statement.text, draft.at or 0
    found = list(_SAID.finditer(text, 0, at))
    if not found:
        return ""
    gloss = _GLOSS.match(text, found[-1].end())
    if _OTHER_TIME.search(text, gloss.end() if gloss else found[-1].end(), at):
        return ""
    return found[-1]["part"].replace(" ", "")


def _of_title(draft: Draft) -> str:
    """The part of the year that the title says before what the name is about."""
    title, text = draft.statement.document.title, draft.statement.text
    found = list(_SAID.finditer(title))
    if len(found) != 1 or _HAS.search(text) or _OTHER_TIME.search(text):
        return ""
    about = _CUT.split(title[found[0].end() :])[0].replace(" ", "")
    words = [one for one in draft.name.split() if len(one) >= _FEWEST and not is_class(one)]
    shares = any(part in about for one in words for part in _parts(one))
    return found[0]["part"].replace(" ", "") if shares else ""


def _parts(word: str) -> tuple[str, ...]:
    """A word and the longer things that it joins: '일상감사·계약심사'."""
    stems = (_MEASURE.sub("", one) for one in (word, *word.split("·")))
    return tuple(one for one in stems if len(one) > _FEWEST)
