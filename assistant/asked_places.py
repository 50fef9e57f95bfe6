"""Places: the municipalities that a question asks about, and not those it only measures against.

'경남 평균보다 얼마나 높나' asks about the place of the question before or of the one that stands
beside it: the province is only whose average something is set against.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import corpus

# '대전 중구청': a district of one syllable is not known by the name of its office.
_TOWN_HALL = re.compile(r"(?<=[가-힣]\s[동서남북중]구)청(?![년소사정문결])")
_AVERAGE_OF = re.compile(
    r"(?:\s?(?:도내|관내|지역|전체|기초|(?:시[·\s]?)?군(?:[·\s]?구)?|시|구|자치구|자치단체|지자체))*"
    r"(?:의)?\s?평균(?:보다|[에과와이]|\s?(?:대비|점수보다))"
)
"""What stands behind a place whose average something is measured against."""

_LAW = re.compile(r"(?:특별(?:자치[도시])?)?법(?=\s|[은는이가을를의에상]|$)")
"""What stands behind a place that a law is called by ('강원특별법')."""

_ENDINGS = frozenset("시군구도")


def asked_places(text: str) -> tuple[corpus.Municipality, ...]:
    """The places of a question in order; of a name that several bear, any of them."""
    found: list[corpus.Municipality] = []
    for mention in asked_mentions(text):
        found.extend(one for one in mention.municipalities if one not in found)
    return tuple(found)


def place_names(text: str) -> int:
    """How many different places a text asks about, one for a name that several bear."""
    return len({mention.municipalities for mention in asked_mentions(text)})


def asked_mentions(text: str) -> Iterator[corpus.Mention]:
    """Where a text names the places that it asks about."""
    for mention in mentions_in(text):
        is_law = _LAW.match(text, mention.end) is not None
        if not is_law and _AVERAGE_OF.match(text, mention.end) is None:
            yield mention


def veiled(text: str) -> str:
    """A text with the names of places in circles, whose syllables are words of other things.

    '예산군' is no budget; a name without 시, 군, 구 or 도 is left, since it may be a word.
    """
    for mention in corpus.find_municipalities(text):
        if text[mention.end - 1] in _ENDINGS:
            length = mention.end - mention.start
            text = f"{text[: mention.start]}{'○' * (length - 1)}{text[mention.end - 1 :]}"
    return text


def mentions_in(text: str) -> tuple[corpus.Mention, ...]:
    """Where a text names places, an office of a district ('대전 중구청') read as the district."""
    return corpus.find_municipalities(_TOWN_HALL.sub(" ", text))
