"""What happened to a figure: it rose, fell, was saved, or tells how far two others are apart."""

from __future__ import annotations

import re

from corpus.facts.named import CHANGE, CHANGES, DECREASE, DIFFERENCE, INCREASE, Name

_ACTS = (
    ("절감", r"절감|아꼈|아끼|아껴|절약|줄였|줄여"),
    (
        "증가",
        r"늘었|늘어|늘고|늘며|증가|증액|많아|불어|불었|커졌|커진|뛰었|뛴|올랐|올라|상승|높아[져졌지진]|더해[져졌]|보[탰태]|얹|↑|증(?=[\s,)]|$)",
    ),
    ("감소", r"줄었|줄어|줄고|줄며|감소|감액|작아|떨어|내려|하락|낮아|깎|↓|감(?=[\s,)]|$)"),
    ("확보", r"확보"),
    ("투입", r"투입"),
    ("지원", r"지원"),
)
_BECAME = {
    "증가": r"(?!(?:(?:으)?로|까지)\s)",
    "감소": r"(?!(?:(?:으)?로|까지)\s)",
}  # '80%로 올랐' is where it stands
# One pattern, tried in the order of the acts; the group that took part tells which it was.
_ANY_ACT = re.compile(
    "|".join(
        rf"(?:{_BECAME.get(name, '')}[가-힣]{{0,2}}\s*(?:의\s*)?(?:더\s)?(?:예산(?:을)?\s*)?"
        rf"(?:{words}))(?P<{name}>)"
        for name, words in _ACTS
    )
)
_NOT_SAVED = re.compile(r"하?지(?:는|도|를)?\s?(?:못|않|아니)")
_ASIDE = re.compile(
    r"\s?(?:(?:전년|지난해|작년|당초|전월)(?:도)?(?:보다|\s?대비)|\([^()]{0,20}\)|,\s?\d[\d.]*%p?(?=\s?[↑↓증감]))"
)
_FOLLOWING = 40  # characters after a figure in which its act is said, a bracket between them
_HIGHER = re.compile(
    r"(?:이|가|이나|나)?\s?(?:더\s?)?(?:높|많|낮|적|앞)(?![아어]졌|[아어]져|[아어]지|였)"
)
_MORE = re.compile(
    r"(?:\([^()]{0,20}\))?(?:이|가|여|이나|나)?\s?(?:더\s)?(?:많|적|높|낮)(?:다|습|았|은\s|아$|음)"
)
_EVEN_MORE = re.compile(r"(?:이|가|여)?\s더\s(?:많|적|높|낮)")
_SHARED_ACT = re.compile(
    r"(?:이|가)?,\s?[가-힣\s·]{2,14}(?:이|가)\s?\d[\d,.]*\s?(?:건|명|개소|개|억\s?원|만\s?원|%)(?:이|가)?"
)
# '434억 원 늘어난 6,085억 원, 특별회계가 51억 원 늘어난': the second is where it stands now.
_GREW_TO = re.compile(r"(?:늘어난|줄어든|증가한|감소한|불어난|커진|작아진)\s$")
AGAINST = re.compile(
    r"(?:대비|보다|비해|비하여|비교해|비교하여)\s*(?:무려|약|총|각각|\d[\d,.]*%\s*\()?\s*$"
)
"""Words right before a figure that say what it is compared with."""
_REACH = 24  # characters before a figure in which it is said

_ACT_CODES = {
    "절감": "saving",
    INCREASE: "increase",
    DECREASE: "decrease",
    DIFFERENCE: "difference",
    "확보": "secured",
    "투입": "invested",
    "지원": "supported",
}


def act_after(text: str, at: int) -> str:
    """What happened to an amount, said right after it: '을 아꼈다' gives '절감'; '' for nothing."""
    following = text[at : at + _FOLLOWING]
    aside = _ASIDE.match(following)
    match = _ANY_ACT.match(following, aside.end() if aside else 0)
    if match is None or (match.lastgroup == "절감" and _NOT_SAVED.match(following, match.end())):
        return ""
    return match.lastgroup or ""


def act_of(text: str, start: int, end: int, unit: str, direction: str | None) -> str:
    """The act of the figure at text[start:end], '' for none.

    `direction` ('up', 'down') is given where the figure is known to be a change.
    """
    before = text[max(0, start - _REACH) : start]
    act = act_after(text, end)
    is_more = _MORE.match(text, end) is not None and AGAINST.search(before) is not None
    if direction is None and (is_more or _EVEN_MORE.match(text, end)):
        act = DIFFERENCE
    if unit == "%p" and act not in CHANGES:
        act = CHANGE  # a point of percentage tells how far two shares are apart
    if not act and _GREW_TO.search(before) is None and (shared := _SHARED_ACT.match(text, end)):
        act = act_after(text, shared.end())  # '용역이 19건, 공사가 19건 늘어'
    if direction is not None and before.rstrip()[-1:] != "→":
        act = INCREASE if direction == "up" else DECREASE
        act = DIFFERENCE if _HIGHER.match(text, end) else act
    return act


def act_flags(name: Name) -> tuple[str, ...]:
    """What was done with a figure, as codes: 'change' with its direction, or the act alone."""
    code = _ACT_CODES.get(name.act)
    if code is None:
        return ("change",) if name.is_change else ()
    if name.act == DIFFERENCE:
        return (code,)
    return ("change", code) if name.is_change else (code,)
