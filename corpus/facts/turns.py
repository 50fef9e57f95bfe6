"""First sides of changes: `연 2회 → 연 4회`, `16개 가운데 6개는 없앰`, `5만원을 8만원으로 인상`."""

from __future__ import annotations

import re

_TIMES = r"(?:연간?|월|주|일|하루|매월|매년|매주|분기|반기|약|총|만|최대|최소|각각?)"
_BOUND = r"(?:이상|이하|미만|초과|이내|까지)"
# Figures between the one asked about and the arrow: those of its own side.
_SIDE = re.compile(
    rf"[\s,·/()]*(?:{_BOUND})?[\s,·/()]*(?:\d[\d,.]*\s?[가-힣%㎡]{{0,4}}[\s,·/()]*){{0,2}}(?:{_BOUND}\s?)?"
)
_ARROW = re.compile(r"[→⇒➡➔➜]")
_FIGURE = r"\d[\d,.]*\s?(?:[가-힣%㎡㎥][가-힣㎡]{0,3}|km|ha)"
_OTHER_SIDE = re.compile(
    rf"\s?(?:{_TIMES}\s?){{0,2}}(?P<first>{_FIGURE})(?:[\s,·/()]{{0,3}}(?P<second>{_FIGURE}))?"
)
_CHANGED = (
    r"(?:늘|줄|높|낮|올|내[리려]|인상|인하|확대|축소|상향|하향|조정"
    r"|바[꾸꿔]|변경|개편|증액|감액|전환)"
)
_TO = re.compile(
    rf"(?:이던\s?것)?(?:을|를)\s(?:[가-힣]{{1,8}}\s)?\d[\d,.]*\s?[가-힣%㎡]{{0,6}}로\s?{_CHANGED}"
)
_ONCE = re.compile(
    r"\s?(?:이던|였던|이었던|였으나|이었으나|였다가|이었다가|이었는데|였는데)\s(?:[가-힣]{1,10}\s){0,3}"
    r"\d[\d,.]*\s?[조억만천]*\s?[가-힣%㎡]{1,3}(?:으로|로|이|가)\s?(?:"
    rf"{_CHANGED}|됐|된|되)"
)
_CUT = re.compile(
    r"\s?(?:[가-힣]{1,8}\s?)?(?:가운데|중)(?:에서)?\s?\d[\d,.]*\s?[가-힣]{1,3}(?:은|는|를|을)?\s?"
    r"(?:[가-힣]{1,6}\s)?(?:없애|없앤|없앰|폐지|폐쇄|줄이|줄인|줄일|줄여|감축|통폐합|삭제|축소)"
)
_UNIT = re.compile(r"[^\d\s,.]+$")
_WON = re.compile(r"[조억]|[만천]?원")
_REACH = 32  # characters from a figure to the arrow of its change


def is_first_side(text: str, start: int, end: int) -> bool:
    """Whether the figure at text[start:end] is what something was before it changed.

    Both sides are counted alike; steps of a process ('서류 20명 → 면접 10명') have their own words.
    """
    if _TO.match(text, end) or _ONCE.match(text, end) or _CUT.match(text, end):
        return True
    arrow = _ARROW.search(text, end, end + _REACH)
    if arrow is None or not _SIDE.fullmatch(text, end, arrow.start()):
        return False
    other = _OTHER_SIDE.match(text, arrow.end())
    return other is not None and any(
        _is_alike(text[start:end], one) for one in other.groups() if one
    )


def _is_alike(figure: str, other: str) -> bool:
    """Whether two printed figures are counted in the same unit."""
    own, theirs = _unit(figure), _unit(other)
    if _WON.search(own) or _WON.search(theirs):
        return bool(_WON.search(own) and _WON.search(theirs))
    return bool(own) and theirs.startswith(own)


def _unit(figure: str) -> str:
    unit = _UNIT.search(figure)
    return unit.group() if unit else ""
