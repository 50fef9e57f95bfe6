"""Clauses: what stands before a figure in the clause that a verb behind it closes.

Of '도는 9일 주민 투표로 6건을 추렸다' a name keeps '주민 투표로': no day, no other figure, and not
the government whose document it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.facts.adverbs import is_adverb
from corpus.facts.conjugation import verb_of
from corpus.facts.draft import Draft
from corpus.facts.labels import is_place
from corpus.facts.own_words import OURS, OwnWords, is_time, own_words, tells_which
from corpus.facts.phrases import is_class
from corpus.particles import particle_of, without_particle
from corpus.records import record

OF_WHICH = "가운데"
"""What stands behind the figure of which another is a part."""
HEADS = {
    "원": "금액", "명": "인원", "건": "건수", "개": "개수", "곳": "곳", "개소": "곳", "회": "횟수",
    "과": "과 수", "국": "국 수", "실": "실 수", "단": "단 수",
    "세대": "세대", "가구": "가구", "팀": "팀", "차례": "횟수", "번": "횟수",
}  # fmt: skip
"""What a figure is, by its unit, where no noun says it."""
_BORDER = re.compile(r"(?:다|요)\.\s|[▲△▴▵▷▶■①-⑳;…?!|←→⇒=]|[:：]\s|\n")
_BRACKET = re.compile(r"[(\[][^()\[\]]*[)\]]")
_SPAN = re.compile(
    r"(?:(?:한|두|석|넉|\d+)\s?(?:해|달|년|개월|주|일)|[상하]반기)\s?(?:동안|간|새|사이)\s"
)
_STUCK = re.compile(r"\S*")
_NEW_CLAUSE = re.compile(
    r"[가-힣]+(?:(?<!려)고|며|지만|는데|으나|면|면서|거나),?|[가-힣]+(?:따르면|보면|결과),?"
    r"|(?:뒤|후|이후|이래|동안|전|때)(?:로|에|에는|부터|까지)?,?"
)
_AMOUNT = re.compile(
    r"(?:총|약|모두|각각?|전체|합해|합쳐|무려|최대|최소|연간?|매년|해마다|매월|평균|도합|합계|등|이|그|중|그중|지난|오는"
    r"|가운데|또|및|이어|특히|한편)(?:은|는|이|가|에|도|만|을|를)?,?"
)
_SOME_OF = re.compile(r"(?:이며|이고|인데|으로)?,?\s?(?:[이그]\s?)?(?:가운데|중)(?:에서)?(?:\s|$)")
_PLAIN = {
    "에는": "에",
    "에서는": "에서",
    "로는": "로",
    "으로는": "으로",
    "에도": "에",
    "에서도": "에서",
}
_LISTS = re.compile(r"등(?:에|에서|의|으로)?\s(?:모두\s|총\s)?$")
_BOUND = re.compile(r"\d\S*\s?(?:이하|이상|미만|초과|이내)")
_BOUNDS = frozenset({"이하", "이상", "미만", "초과", "이내"})
_BESIDE = re.compile(r",?\s")
_NOUN_OF_LAST = re.compile(r"\s(?P<noun>[가-힣·]{1,10}?)(?P<particle>에|에게)?\s")
_DOER = re.compile(r"(?P<particle>이|가|에게서|로부터)\s")
_TOPIC = re.compile(r"[가-힣](?:은|는)\s")
_FIGURE = re.compile(r"[△▲'‘’]?\d")
_TOPICS, _DOERS, _OBJECTS = frozenset("은는"), frozenset("이가"), frozenset({"", "을", "를"})


@record(frozen=True, slots=True, kw_only=True)
class Clause:
    """What a name keeps of the clause before a figure.

    `front` are the words that go with the verb, `head` is the noun that is counted, '' where none
    stands there; `own` tells whether words of its own stand right before the figure. The clause
    begins at `floor` of its statement; `has_topic` tells whether it says itself what it is about.
    """

    front: tuple[str, ...]
    head: str
    has_own: bool
    has_topic: bool
    floor: int


def clause_before(draft: Draft, drafts: Sequence[Draft]) -> Clause | None:
    """The clause before a figure; None where what is counted there cannot be told."""
    text = draft.statement.text
    first = _first_beside(draft, drafts)
    whole = _last(first, drafts)
    floor, start = _floor(first, whole), first.at or 0
    stretch = text[floor:start]
    own = own_words(text, floor, start)
    words = _SPAN.sub("", _BRACKET.sub("", stretch)).split()
    while words and _AMOUNT.fullmatch(words[-1]):
        words.pop()
    is_open = _LISTS.search(stretch) or _BOUND.search(stretch) or _is_lost(words, own)
    if is_open or (words and words[0] in _BOUNDS):
        return None
    words, head = _parted(words, own)
    front = _kept(words, is_cut=whole is not None and floor > 0)
    return Clause(
        front=tuple(_behind(text, start, whole, front)),
        head=head,
        has_own=own is not None,
        has_topic=_TOPIC.search(stretch) is not None,
        floor=floor,
    )


def end_of(draft: Draft) -> int:
    """Where the figure of a draft ends in its statement."""
    return (draft.at or 0) + len(draft.raw_text.rstrip())


def head_of(draft: Draft) -> str:
    """What a figure is where no noun says it: an amount, people, cases."""
    return HEADS.get(draft.unit or "", "수")


def _last(draft: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """The figure right before a draft's, None for the first of its statement."""
    before = [one for one in drafts if one.at is not None and one.at < (draft.at or 0)]
    return before[-1] if before else None


def _first_beside(draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """The first of the figures that stand side by side, of which one tells the same thing."""
    first, last = draft, _last(draft, drafts)
    while last is not None and last.unit != draft.unit:
        if not _BESIDE.fullmatch(draft.statement.text, end_of(last), first.at or 0):
            break
        first, last = last, _last(last, drafts)
    return first


def _floor(draft: Draft, last: Draft | None) -> int:
    """Where the clause of a figure can begin: behind the figure before it, or a border."""
    text, at = draft.statement.text, draft.at or 0
    floor = end_of(last) if last is not None else 0
    if last is not None and (stuck := _STUCK.match(text, floor, at)):
        noun = _NOUN_OF_LAST.fullmatch(text, stuck.end(), at)
        floor = at if noun and last.name.endswith(noun["noun"]) else stuck.end()
    borders = [one.end() for one in _BORDER.finditer(text, floor, at)]
    return max([floor, *borders])


def _is_lost(words: Sequence[str], own: OwnWords | None) -> bool:
    """Whether the word right before a figure is of no kind that a name can be made of."""
    if not words or _SOME_OF.fullmatch(words[-1]):
        return False
    last = words[-1].rstrip(",")
    if tells_which(last):
        return True  # '잘못 처리한 84건'
    if own is None:
        return not (is_time(last) or particle_of(last) or verb_of(last))
    return own.particle in _OBJECTS and all(map(is_class, own.words.split()))


def _parted(words: list[str], own: OwnWords | None) -> tuple[list[str], str]:
    """The words before the counted noun, and that noun; '' for none."""
    if own is None or not words:
        return words, ""
    if _SOME_OF.fullmatch(words[-1]):
        return [*own.words.split(), OF_WHICH], ""
    taken = own.words.split()
    if own.particle in _OBJECTS and words[-1].rstrip(",").startswith(taken[-1]):
        return words[: max(0, len(words) - len(taken))], own.words
    return words, ""


def _kept(words: Sequence[str], *, is_cut: bool) -> list[str]:
    """The words of a clause that a name keeps; `is_cut` tells that a figure stands before it."""
    for at in range(len(words) - 1, -1, -1):
        is_open = is_cut and verb_of(words[at].rstrip(",")) is not None
        if is_open or _NEW_CLAUSE.fullmatch(words[at]):
            words = words[at + 1 :]
            break
    kept: list[str] = []
    for word in words:
        bare = word.rstrip(",")
        particle = particle_of(bare)
        is_doer = particle in _TOPICS | _DOERS
        if OURS.fullmatch(bare) or (is_doer and is_place(without_particle(bare))):
            kept = []
            continue
        is_aside = _AMOUNT.fullmatch(bare) or is_adverb(bare) or is_time(bare)
        if is_aside or _FIGURE.match(bare) or (not kept and verb_of(bare) is not None):
            continue
        if particle in _TOPICS and not tells_which(bare):
            bare = without_particle(bare)
        kept.append(bare.removesuffix(particle) + _PLAIN[particle] if particle in _PLAIN else bare)
    while kept and particle_of(kept[-1]) in {"과", "와"}:
        kept.pop()
    return kept


def _behind(text: str, start: int, whole: Draft | None, front: list[str]) -> list[str]:
    """The front behind the figure of which this one is a part, or behind who did it."""
    if whole is None:
        return front
    end = end_of(whole)
    if _SOME_OF.match(text, end):
        return [whole.name, OF_WHICH, *(one for one in front if not _SOME_OF.match(one))]
    if doer := _DOER.fullmatch(text, end, start):
        return [f"{whole.name}{doer['particle']}", *front]
    to = _NOUN_OF_LAST.match(text, end)
    if to and to["particle"] and whole.name.endswith(to["noun"]):
        return [f"{whole.name}{to['particle']}", *front]
    return front
