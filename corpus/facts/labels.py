"""What a figure is called: the words before it, the noun after it, the heading above it."""

from __future__ import annotations

import re

from corpus.markers import marker_at
from corpus.municipalities import find_municipalities
from corpus.particles import particle_of, without_particle

_LONGEST_NAME = 80
_MOST_WORDS = 7
# Words that say when, how much or how sure, and are no part of a name.
_TIME = (
    r"(?:지난해|지난|전년(?:도)?|올해|금년(?:도)?|내년(?:도)?|당해(?:연도)?|이달|현재|기준|같은|매년|해마다|연간|"
    r"(?:19|20)\d\d년?도?|['‘’]?\d\d년\.?|['‘’]\d\d\.?|\d{1,2}월(?:중)?|\d{1,2}일|말|초|가운데|드디어)"
)
# A figure of its own ends the name of the next one; '5급' and '제3기' belong to names.
_FIGURE_WORD = re.compile(
    r"(?!\d+(?:급|기|호|차|회)(?![가-힣]))[△▲]?\d[\d,.]*(?:조|억|만|천|백)*\s?[가-힣%㎡℃]{0,4}\S*"
)
_FILLER = re.compile(
    rf"(?:{_TIME}|[천백십]?[조억만]?\s?원(?:의|을|이|은|으로|에서)?|총|약|모두|전체|각각|무려|최대|최소|평균|등|및|또는|그리고|이|그|해당|우리|시|도|군|구)$"
)
_CLAUSE_END = re.compile(
    r"(?:했|됐|었|았|였|한다|된다|이다|하고|하며|하여|해|되어|돼|되며|이며|인데|으며|지만|려고|도록)$"
)
_SPLIT = re.compile(r"[,;/|▲△▶·ㆍ]|\s-\s|(?<=다)\.\s|\n")
# A line of its own inside a sentence: the number of the page that broke it.
_PAGE_NUMBER = re.compile(r"\n[ \t]*[-–]?[ \t]*\d{1,4}[ \t]*[-–]?[ \t]*(?=\n)")
_QUOTE_MARKS = "\"'“”‘’「」『』()[]【】〈〉<>《》"
_ACTS = (
    ("절감", r"절감|아꼈|아끼|절약"),
    ("증가", r"늘었|늘어|증가|증액|많아"),
    ("감소", r"줄었|줄어|감소|감액"),
    ("확보", r"확보"),
    ("투입", r"투입"),
    ("지원", r"지원"),
)
_ACT_PATTERNS = tuple(
    (name, re.compile(rf"^[가-힣]{{0,2}}\s*(?:의\s*예산을\s*|예산을\s*)?(?:{words})"))
    for name, words in _ACTS
)
GENERIC_HEADING = re.compile(
    r"(?:사업|추진|행사)?\s*(?:목\s*적|개\s*요|배\s*경|내\s*용|방\s*향|계\s*획|성\s*과|실\s*적|현\s*황|효\s*과|근\s*거|일\s*정)"
)


def clean_name(words: str) -> str:
    """A name without marks, unit brackets, time words at its ends and doubled blanks."""
    name = re.sub(r"\s+", " ", _PAGE_NUMBER.sub(" ", words)).strip(" .,:;-–~·ㆍ=【】|")
    marker = marker_at(name, 0, len(name))
    if marker is not None and marker.length < len(name):
        name = name[marker.length :]
    parts = re.sub(r"^년도?\s", "", name).split(" ")
    while parts and _FILLER.fullmatch(parts[0]):
        parts.pop(0)
    while len(parts) > 1 and re.fullmatch(
        r"(?:총|약|모두|전체|각각|등|및|매년|현재|기준)", parts[-1]
    ):
        parts.pop()
    return " ".join(parts).strip(_QUOTE_MARKS[:6] + " ,.:;-–~")[:_LONGEST_NAME].rstrip()


def heading_name(path: tuple[str, ...]) -> str:
    """The nearest heading that names something ('추진개요' names nothing)."""
    for entry in reversed(path):
        name = clean_name(entry.partition(" : ")[0].partition(": ")[0])
        if name and not GENERIC_HEADING.fullmatch(name):
            return name
    return ""


def item_label(text: str) -> tuple[str, int]:
    """The label before the first colon of an item and where its value begins; ('', 0) for none.

    A colon between digits is a ratio or a time and ends no label.
    """
    for match in re.finditer(r"\s*[:：](?!\d)\s*", text):
        before = text[: match.start()]
        if len(before) > _LONGEST_NAME or re.search(r"[.!?]\s", before):
            return "", 0
        if before.count("(") == before.count(")"):
            return re.sub(r"\s+", " ", before).strip(), match.end()
    return "", 0


def label_before(text: str, start: int, at: int) -> str:
    """The noun phrase that stands before text[at:], not reaching back beyond `start`.

    Reads backwards: plain nouns and genitives belong to the name, a word with another particle
    or a verb ending closes it; when the nearest word itself carries a subject particle
    ('살림규모는 2567억원') that particle is dropped and the phrase goes on.
    """
    stretch = text[start:at]
    splits = list(_SPLIT.finditer(stretch))
    if splits:
        stretch = stretch[splits[-1].end() :]
    opened = max(stretch.rfind("("), stretch.rfind("["))
    if opened >= 0 and ")" not in stretch[opened:]:
        inside = stretch[opened + 1 :]
        stretch = inside if re.search(r"[가-힣A-Za-z]{2,}", inside) else stretch[:opened]
    words = re.sub(r"\([^()]{0,40}\)", _blank_or_nothing, stretch.replace(":", " ")).split()
    taken: list[str] = []
    for word in reversed(words):
        particle = particle_of(word)
        if _FILLER.fullmatch(word):
            continue
        if _FIGURE_WORD.fullmatch(word):
            break
        if _CLAUSE_END.search(word) or (
            taken and re.search(r"[가-힣](?:한|된|는|은|던|할|될)$", word)
        ):
            break
        if taken and particle and particle != "의":
            break
        taken.append(without_particle(word) if not taken or particle == "의" else word)
        if len(taken) == _MOST_WORDS:
            break
    return clean_name(_without_place(" ".join(reversed(taken))))


def _blank_or_nothing(match: re.Match[str]) -> str:
    """A bracket becomes a blank, but nothing before a particle ('감사(계약심사 포함)로')."""
    return "" if re.match(r"[가-힣]", match.string[match.end() : match.end() + 1]) else " "


def act_after(text: str, at: int) -> str:
    """What happened to an amount, said right after it: '을 아꼈다' gives '절감'; '' for nothing."""
    following = text[at : at + 24]
    for name, pattern in _ACT_PATTERNS:
        if pattern.search(following):
            return name
    return ""


def join_names(*names: str) -> str:
    """Names from the general to the particular, without repeating what is said already."""
    joined = ""
    for name in names:
        tight = name.replace(" ", "")
        if not tight or tight in joined.replace(" ", ""):
            continue
        joined = name if joined and joined.replace(" ", "") in tight else f"{joined} {name}".strip()
    return joined[:_LONGEST_NAME].rstrip()


def _without_place(name: str) -> str:
    mentions = find_municipalities(name)
    if mentions and mentions[0].start == 0:
        rest = re.sub(r"^(?:의|은|는|이|가)?\s+", "", name[mentions[0].end :])
        if rest and rest != name[mentions[0].end :]:
            return rest
    return name
