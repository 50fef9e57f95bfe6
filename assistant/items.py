"""Items: how many things a statement sets out side by side, and what a question counts."""

from __future__ import annotations

import re

_ITEMS = re.compile(r"[,，▲△▶▷►①-⑳·ㆍ‧・/→]|\s및\s|[’'」』”](?:와|과|,)|\n")
_QUOTED = re.compile(r"[‘「『“][^’」』”]{2,40}[’」』”]")
_MARKED = re.compile(r"[▲△▶▷►①-⑳■◆]\s?(?=[가-힣A-Za-z0-9])")
# One of the things itself, whose own commas part no others.
_ONE_OF_MANY = re.compile(r"\s*[①-⑳]")
_FEWEST_ITEMS = 2
_LONGEST_ITEM = 40
_SHORT_LINE = 60
# Two names after a colon ('새로 문을 연 곳 : 가람동과 나래동').
_PAIR = re.compile(r"[:：]\s?[가-힣A-Za-z0-9]{2,20}[와과]\s[가-힣A-Za-z0-9]{2,20}(?=\s|$|[,.(])")
# 'A와 B', or 'A와 B 두 분야': two names and no third before a comma.
_JOINED_PAIR = re.compile(
    r"(?<![,·] )(?<![가-힣A-Za-z0-9])[가-힣A-Za-z0-9]{2,20}[와과]\s"
    r"(?!함께|같[이은]|달리|다르|협력|비교|관련|연계|협의|협약|손잡)(?:[가-힣A-Za-z0-9]{1,10}\s){0,3}"
    r"[가-힣A-Za-z0-9]{1,20}(?:[이가은는을를의]\s|이?다[.]|$)"
)
# Names set apart by dots alone, beside what commas part ('단장 4급, 길과·숲과·물과').
_DOTTED = re.compile(
    r"(?<![가-힣A-Za-z0-9·ㆍ‧・])[가-힣A-Za-z0-9]{2,20}(?:\s?[·ㆍ‧・]\s?[가-힣A-Za-z0-9]{2,20}){2,}"
)
_BULLETED = re.compile(r"^\s*(?P<mark>[-–•·○◦❍▪■□◆▶▷※*])\s", re.MULTILINE)
_FIGURED = re.compile(r"[:：]\s?\d")
_COUNTED_NOUN = re.compile(
    r"(?:(?<![\d.,])\d{1,2}|(?<![가-힣])(?:두|세|네|다섯|여섯|일곱|여덟|아홉|열))\s?"
    r"(?:개|가지|곳|군데|건|종)?\s?(?:의\s)?(?P<noun>[가-힣]{2,6}?)"
    r"(?:[은는이가을를의]|인가|인지|으?로|에서|\s|\?|$)"
)


_UNIT_OF_OFFICES = r"(?:국|과|팀|실|담당관|담당|본부|센터|단|읍|면|동)"
_NAME_BREAK = re.compile(r"\s?(?:[,·ㆍ/]\s?|(?:와|과|하고|이?랑)\s)")
_COUNTED_EACH = re.compile(
    rf"(?<![가-힣])(?P<names>{_UNIT_OF_OFFICES}"
    rf"(?:\s?(?:[,·ㆍ/]\s?|(?:와|과|하고|이?랑)\s){_UNIT_OF_OFFICES}){{1,3}})"
    r"(?:은|는|이|가)?\s(?:각각\s|각\s)?몇\s?개"
)


def is_item(text: str) -> bool:
    """Whether a passage is a marked item and no prose; prose is quoted by the sentence."""
    return not text[:1].isalnum() or len(text) < _SHORT_LINE


def states_figure(path: tuple[str, ...]) -> bool:
    """Whether the last heading of a path states a figure itself ('소요예산 : 48백만원')."""
    return bool(path) and _FIGURED.search(path[-1]) is not None


def counted_noun(text: str) -> str:
    """What a question says there are so many of ('관점' of '네 가지 관점'); '' for nothing."""
    match = _COUNTED_NOUN.search(text)
    return match["noun"] if match else ""


def counted_in(quote: str, asked: str, count: int | None) -> str:
    """What the question counts, where a quote sets out just so many things; '' elsewhere."""
    return counted_noun(asked) if count and lists_exactly(quote, count) else ""


def counted_each(text: str) -> tuple[str, ...]:
    """The things that a question counts one by one ('국', '과' of '국, 과가 각각 몇 개')."""
    match = _COUNTED_EACH.search(text)
    return tuple(_NAME_BREAK.split(match["names"])) if match else ()


def counts_each(quote: str, names: tuple[str, ...]) -> bool:
    """Whether a quote prints a number of each of several things ('2국 7과', '팀 3개')."""
    return all(
        re.search(
            rf"\d\s?(?:개\s?)?{re.escape(name)}(?![가-힣]{{2}})|(?<![가-힣]){re.escape(name)}\s\d",
            quote,
        )
        for name in names
    )


def lists_items(quote: str) -> bool:
    """Whether a quote names two things or more."""
    is_pair = _PAIR.search(quote) is not None
    return is_pair or max(_items(quote), len(_QUOTED.findall(quote))) >= _FEWEST_ITEMS


def lists_exactly(quote: str, count: int) -> bool:
    """Whether a quote sets out just so many things: behind marks, in one bracket, or in quotes."""
    inside = [_items(bracket) for bracket in re.findall(r"[(（]([^()（）]{3,120})[)）]", quote)]
    _, colon, behind = quote.partition(":")
    pieces = _ITEMS.split(behind if colon else quote)
    # Commas of running prose part no items: those of a list are short.
    is_item = _ONE_OF_MANY.match(quote) is not None and len(_MARKED.findall(quote)) == 1
    is_prose = not colon and (is_item or max(map(len, pieces)) > _LONGEST_ITEM)
    after_colon = 0 if is_prose else _items(re.split(r"\s?:\s", quote, maxsplit=1)[-1])
    if count == _FEWEST_ITEMS and len(_JOINED_PAIR.findall(quote)) == 1:
        return True
    runs = {_items(one) for one in _DOTTED.findall(behind if colon else quote)}
    marked = {len(_MARKED.findall(quote)), len(_QUOTED.findall(quote))}
    return count in {*marked, *inside, *runs, after_colon}


def bulleted(quote: str) -> int:
    """How many lines stand behind the outermost mark that stands twice or more; 0 for none.

    What stands under one of them behind another mark is a part of it.
    """
    marks = [match["mark"] for match in _BULLETED.finditer(quote)]
    return next((marks.count(one) for one in marks if marks.count(one) > 1), 0)


def about(quote: str, category: str) -> str:
    """The marked stretch of a list that begins with a category ('▲우수는 …'), else all of it."""
    stretches = re.split(r"(?=[▲△▷■◆])", quote)
    own = [one for one in stretches if category and one.lstrip("▲△▷■◆ ").startswith(category)]
    return own[0].lstrip("▲△▷■◆ ") if own else quote


def separate_items(quote: str) -> int:
    """How many things are set apart by marks or as quoted names one after another."""
    between = len(re.findall(r"[’'」』”]\s?(?:와|과|,|·)\s?[‘'「『“]", quote))
    return max(len(_MARKED.findall(quote)), between + 1 if between else 0)


def _items(quote: str) -> int:
    words = re.sub(r"\d+(?:[.,:]\d+)*\s?[가-힣%]{0,3}", "", quote)
    return sum(bool(re.search(r"[가-힣A-Za-z]{2,}", piece)) for piece in _ITEMS.split(words))
