"""Own words: the noun phrase of a figure's own clause, with all that tells which one is meant.

Read from the figure to the left: the head is the noun right before it, whatever its particle;
nouns and genitives before the head belong to it, and so does the whole clause of a verb that
stands before its noun ('자치구에서 들어온 계약심사'). Only words of time are cut off its front.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from corpus.facts.adverbs import is_adverb
from corpus.facts.borders import short_particle
from corpus.facts.labels import clean_name, is_place
from corpus.facts.verbs import HELPING, WORDS, closes_clause, is_adnominal
from corpus.particles import has_final_consonant, particle_of, without_particle
from corpus.records import record

_BORDER = re.compile(
    r"(?:다|요|음|임|함)\.\s|[▲△▴▵▷▶■①-⑳;…?!|←→⇒=]|\s/\s|\s[-–]\s|[:：]\s|\n|”|“[^“”]*$|[(\[][^)\]]*$"
)
_COMMA = re.compile(r",(?!\d)")
_BRACKET = re.compile(r"[(\[][^()\[\]]*[)\]]")
_OPENED = re.compile(r"(?<=[가-힣])\s?[(\[](?:약\s|총\s)?$")
_PLACE_LIKE = re.compile(r"[가-힣]{2,}[도만]|[가-힣]{2,}대로")  # islands, bays and roads
_QUOTES = str.maketrans(dict.fromkeys("\"'‘’“”「」『』", " "))
_TIME = re.compile(
    r"(?:지난|이번|올|같은|매|금|당해|전|내|작)?(?:해|년|년도|달|연도|회계연도)|작년|올|올해|전월|전달|직전|내년|금년|전년|지난해|당시|현재|최근|그동안|지금|이제|앞으로|그때|이날|이달|당초"
    r"|(?:19|20)\d\d(?:회계)?(?:년도?|연도)?(?:말|초)?|['‘’`´]?\d\d년(?:도)?|\d{1,2}월(?:\d{1,2}일)?(?:말|초|중)?|\d{1,2}일|\d분기|[1-4]/4분기"
    r"|말|초|중|중순|하순|상순|기준|이후|이전|이래|사이|동안|(?:때|뒤|후|전)(?:로|에|에는)?|[상하]반기|[전후]반기"
)
_AMOUNT_WORDS = re.compile(
    r"(?:총|약|모두|각각?|전체|합해|합쳐|더해|무려|최대|최소|최고|최저|연|연간|매년|매월|매주|해마다|월|주|일|하루|평균|대략|거의|도합|합계|등|이|그|중|가운데"
    r"|이상|이하|이내|한|두|만|및|또|또는|가장|더|다시|새로|우리|시|군|구|도)(?:은|는|이|가|에|도|만|을|를)?"
)
_FIGURE = re.compile(r"[△▲]?\d[\d,.]*(?:조|억|만|천|백)*\s?[가-힣%㎡℃]{0,4}\S*")
_NAMED_NUMBER = re.compile(r"(?:제?\d+(?:기|차|회|단계|호선?|급|세|인)|\d{4}[가-힣]{2,}|\d+대)\S*")
_ADJECTIVE = re.compile(r"(?:큰|작은|긴|짧은|넓은|좁은|빠른|늦은|깊은|젊은|낡은|먼|센|새|굵은)")
# Verbs before their noun, told by the endings that nouns have not.
_WHICH = re.compile(
    r"(?:[가-힣]*(?:려는|던|어난|아난|어낸|아낸|어온|아온|여온|려온|해온|어진|아진|워진|여진|해진|너진|러진|터진|빠진|라진|만든|어간|아간|러운|로운|까운|다운|벼운|거운|려운|서운)"
    r"|[가-힣]힌|따진|떠난|[가-힣]{2,}(?:한|된|할|될|시킨|시킬)|[가-힣]+(?:친|킨|긴)"
    r"|[가-힣]*(?:있|없|하|되|시키|받|찾|잡|돕|쓰|짓|묶|넣|들|막|않|못하|맞|뽑|겪|살|알|드|오|가|주|보|내|으|르|려|숨쉬|만드|꾸|생기|남기|옮기|맡기|다니|버리|모시|지나|만나|빌리|뛰|타|묻|믿|캐|[태늘줄일드생깨벗]어나)는)$"
)
_NOT_WHICH = re.compile(
    r"(?:[기제무권유최대국피상하]한|또한|극한|시한|연한|모친|부친|치킨|역할|분할|관할|관내는|[시군구]는)$|^(?:이|그|저|나|너)는$"
)
_HOW = frozenset({"가장", "더", "새로", "처음", "다시", "함께", "따로", "직접", "먼저", "잘", "못"})
_INSIDE = "\x00"  # stands for a blank inside a quotation
_QUOTED = re.compile(r"['‘“\"「『](?P<inside>[^'‘’“”\"「」『』]{2,40})['’”\"」』]")
_OTHERS = "등"
OURS = re.compile(r"(?:우리\s?)?(?:시|군|구|도)(?:는|은|가|이|의)")
_LINKS = frozenset({"및", "과", "와", "또는", "·"})
_TOPICS = frozenset({"은", "는"})
_ARGUMENTS = frozenset(
    {
        "이",
        "가",
        "을",
        "를",
        "에",
        "에서",
        "에게",
        "으로",
        "로",
        "과",
        "와",
        "부터",
        "까지",
        "도",
        "만",
    }
)
_AND = re.compile(
    r"(?:(?:높|줄|들|벌|붙|모|먹|쓰|꼽|섞|보|쌓)여|^[빼떼깨]|^[써꺼떠펴켜쳐져내]|고|며|면서|지만|는데|는데도|은데|으나|거나|아서|어서|려고|도록|니|자)$"
)
_NOUNS_IN_GO = re.compile(
    r"(?:보|신|공|광|창|사|재|권|예|최|중|금|국|경|충|원|참|숙|복|장|문|서|선|제|고)고$|(?:도시|파트너|에너|하모)니$|자$"
)
_SEEING = re.compile(r"(?:손|돌|둘러|살펴|들여다|지켜|눈여겨|내다)보고$")
_OF_DOERS = frozenset({"은", "는", "이", "가", "의"})
_CAUSE = re.compile(r"(?:덕|덕분|탓|때문|까닭|바람|통|대신|반면)(?:에|으로)?")
_AFTER_CONSONANT = re.compile(r"[가-힣]+는")
_JOINED = frozenset({"과", "와"})
_BEFORE_TOPIC = frozenset({"으로", "로", "에서", "에"})
_AND_OTHERS = re.compile(r"등(?P<particle>으로|에|에서|의|이|을|은|에는)")
_DONE = "한"  # '심사를 한 사업'
_OBJECTS = frozenset({"을", "를"})
_LISTED = 12  # letters of one thing in a list of things
_MOST = 9  # words of a phrase that a reader still takes in
_LONGEST = 60


@record(frozen=True, slots=True, kw_only=True)
class OwnWords:
    """The phrase before a figure and the particle that ties it to the rest, '' for none.

    `is_whole` tells that the phrase begins where its clause does, so that nothing was cut off.
    """

    words: str
    particle: str
    is_whole: bool


@lru_cache(maxsize=WORDS)
def tells_which(word: str) -> bool:
    """Whether a word is a verb or adjective before the noun that it tells of."""
    if is_adnominal(word) or _ADJECTIVE.fullmatch(word):
        return True
    if _AFTER_CONSONANT.fullmatch(word) and has_final_consonant(word[-2]):
        return True  # the topic of a noun that ends in a consonant would be 은
    if word.endswith("는") and particle_of(word) not in {"", "는"}:
        return False  # '복지에는'
    return _WHICH.search(word) is not None and _NOT_WHICH.search(word) is None


@lru_cache(maxsize=WORDS)
def is_connective(word: str) -> bool:
    """Whether a word joins its clause to the next, so that no name goes across it."""
    if closes_clause(word):
        return True
    if _SEEING.search(word):
        return True
    return _AND.search(word) is not None and _NOUNS_IN_GO.search(word) is None


@lru_cache(maxsize=WORDS)
def is_time(word: str) -> bool:
    """Whether a word says when, with its particles or without."""
    bare = without_particle(word)
    return any(map(_TIME.fullmatch, (word, bare, without_particle(bare))))


def own_words(text: str, floor: int, at: int) -> OwnWords | None:
    """The phrase that stands right before text[at:], not before `floor`; None where none does."""
    stretch = _BRACKET.sub(_nothing_or_blank, text[floor:at])
    stretch = _OPENED.sub("", stretch)  # '증가율(8.1%)'
    borders = list(_BORDER.finditer(stretch))
    stretch = stretch[borders[-1].end() :] if borders else stretch
    words = _QUOTED.sub(_as_one, stretch).translate(_QUOTES).split()
    is_list = False
    while words and (_AMOUNT_WORDS.fullmatch(words[-1]) or is_time(words[-1].rstrip(","))):
        is_list = words.pop() == _OTHERS or is_list
    if not words or words[-1].endswith(","):
        return None
    head = words.pop().removesuffix("보다")  # what it is compared with is named alike
    if words and (among := _AND_OTHERS.fullmatch(head)):
        is_list, head = True, words.pop() + among["particle"]
    if is_time(head) or OURS.fullmatch(head) or _closes(head):
        return None
    head, particle = _parted(head)
    taken = [head]
    is_whole = _taken_before(words, taken, is_list=is_list)
    while len(taken) > 1 and (is_time(taken[-1]) or taken[-1] in _LINKS):
        taken.pop()
    name = without_front(clean_name(" ".join(reversed(taken)).replace(_INSIDE, " ")))
    if not name or len(name) > _LONGEST:
        return None
    name = f"{name} {_OTHERS}" if is_list else name
    return OwnWords(words=name, particle=particle, is_whole=is_whole)


def _closes(head: str) -> bool:
    """Whether the word right before a figure names nothing: a figure, an adverb, a verb."""
    if _FIGURE.fullmatch(head) and not _NAMED_NUMBER.fullmatch(head):
        return True
    is_how = is_adverb(head) or is_adverb(without_particle(head))
    return is_how or is_connective(head) or tells_which(head)


def _parted(head: str) -> tuple[str, str]:
    """A noun and its particles, of which there may be two: '1인당으로는'."""
    last = particle_of(head)
    bare = head.removesuffix(last) if last else head
    first = particle_of(bare) if last in _TOPICS else ""
    if first in _BEFORE_TOPIC:
        return bare.removesuffix(first), first + last
    return bare, last


def without_front(name: str) -> str:
    """A name without the government that comes first in it: '시가 제출한 예산안'."""
    first, _, rest = name.partition(" ")
    bare = without_particle(first) if particle_of(first) in _OF_DOERS else first
    is_ours = OURS.fullmatch(first) is not None or is_place(bare)
    return rest if rest and is_ours else name


def without_own_place(name: str, municipality: str | None) -> str:
    """A name without whose it is where that is the document's government: '가람시의 살림규모'."""
    first, _, rest = name.partition(" ")
    is_own = first.endswith("의") and len(first) > 2 and first[:-1] in (municipality or "")
    return rest if rest and is_own else name


def _as_one(match: re.Match[str]) -> str:
    """What is quoted is one name, whatever its words: '인구 3만 회복'."""
    return f" {match['inside'].strip().replace(' ', _INSIDE)}"


def _nothing_or_blank(match: re.Match[str]) -> str:
    """What stands for a bracket: nothing inside a word ('축산(임)업'), a blank between two."""
    behind = match.string[match.end() : match.end() + 1]
    return "" if "가" <= behind <= "힣" else " "


def _taken_before(words: Sequence[str], taken: list[str], *, is_list: bool) -> bool:
    """Take the words that belong to the phrase, last first; whether its front is a border."""
    in_clause = False
    for at in range(len(words) - 1, -1, -1):
        word = words[at]
        if len(taken) >= _MOST:
            return False
        is_one = is_list and not in_clause and len(word) <= _LISTED
        if word.endswith(",") and not is_one and not _goes_on(words, at, taken):
            return True
        bare = word.rstrip(",")
        if OURS.fullmatch(bare) and not in_clause:
            return True
        if _FIGURE.fullmatch(bare) and not _NAMED_NUMBER.fullmatch(bare):
            return is_time(bare)
        is_deed = bare == _DONE and at > 0 and particle_of(words[at - 1]) in _OBJECTS
        if tells_which(bare) or is_deed:
            in_clause = True
        elif is_connective(bare) and taken[-1] in HELPING:
            pass  # '참여예산으로 받아 낸 예산'
        elif _CAUSE.fullmatch(bare):
            return True
        elif bare in _LINKS or (in_clause and bare in _HOW):
            pass
        elif is_connective(bare) or is_adverb(bare) or (is_time(bare) and not in_clause):
            return True
        elif (
            (particle := particle_of(bare) or short_particle(bare))
            and particle != "의"
            and particle not in _JOINED
        ):
            is_closed = particle in _TOPICS or particle not in _ARGUMENTS or not in_clause
            if is_closed and not (at == 0 and _PLACE_LIKE.fullmatch(bare)):
                return True
        taken.append(word)
    return True


def _goes_on(words: Sequence[str], at: int, taken: Sequence[str]) -> bool:
    """Whether a comma parts the things of one list: '본청, 사업소, 자치구 등에서 들어온'."""
    behind = [*words[at + 1 :], *taken[:1]]
    return any(one.startswith("등") for one in behind[:3]) and len(taken) > 1
