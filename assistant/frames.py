"""The words an answer may say of itself, and whether its other words are those of its source.

A word of a template that states nothing about a city ('문서', '기준', 'according') is a frame and
needs no source. Any other word has to stand in the text that the sentence rests on. What a template
says beside these words is to be added here, or the gate withholds it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from assistant.lexicon import FUNCTION_WORDS, translate
from assistant.matching import tight, tight_published

KOREAN_FRAMES = frozenset(
    """
    계산 비교 기간 문서 문서의 자료 내용 내용은 질문 질문의 전제 전제와 와 다릅니다 요약본 출처 기준
    기준으로 따르면 다음 다음과 같습니다 같다 발표 발표한 공개 공개한 게시 게시한 자료는 문서는
    문서에는 값 값은 값이 단위 연도 해 해는 곳 곳은 가운데 사이 대비 각각 및 등 중 이 그 이는 이며
    이고 입니다 이다 은 는 이 가 을 를 의 에 에서 으로 로 과 도 만 년 월 일 년도 원 시 시는 군
    군은 구는 도는 밝혔습니다 밝히고 있습니다 나와 적혀 제시한 것으로 됩니다 합니다 라고 이라고 고
    밖에 나온 적혀 적힌 수는 것은 있는 문서에 이곳의 문서로 비교할 수 있는 날짜 미상
    답 답변 원문 번 째 인용 확인 바로는 바에 대해 대한 관련 관한 연락처 연락처는 전화번호 전화번호는
    """.split()
)
ENGLISH_FRAMES = FUNCTION_WORDS - frozenset(
    # These change what a sentence claims; the figures and clauses they stand with have to say so.
    """
    no not none nothing nobody never without cannot neither nor except only all every any more most
    less least few fewer over under above below before after until against despite instead always
    still already ever rather almost yes zero two three four five six seven eight nine ten eleven
    twelve dozen hundred thousand million billion trillion nearly up down will would shall should
    can could may might must ought cannot
    """.split()
) | frozenset(
    """
    according name names source here besides these document documents published publishes says
    states digest computed compared difference sum period question supposes otherwise year years
    won amount figure value undated
    """.split()
)
"""English words that hold a sentence together, or speak of documents and questions."""

_PARTICLES = frozenset(
    """
    은 는 이 가 을 를 의 에 에서 에서는 에서의 에는 에도 에게 으로 로 으로는 으로의 로는 로의 와
    과 과의 와의 도 만 까지 부터 부터는 까지는 보다 마다 씩 이나 나 이란 란 들 들은 들이 들을 들의
    만이 만은 입니다 이다 이며 이고 인 이라 이라고 라고 라는 이라는 예요 이에요 수 별 적 측 당 간
    내
    """.split()
)
_PRESENT = frozenset(
    "합니다 한다 하는 하고 하며 하여 해 하기 하게 됩니다 된다 되는 되고 되며 되어 함 됨".split()
)
_PAST = frozenset(
    """
    했습니다 했다 했고 했으며 하였습니다 하였다 한 되었습니다 되었다 되었고 됐습니다 됐다 된
    였습니다 이었습니다 였다 이었다 됐으며 되었으며
    """.split()
)
_AHEAD = frozenset("할 될 하겠습니다 하려고 하려는 할것입니다".split())
_PAST_PRINTED = re.compile(r"(?:했|하였|한(?![다])|되었|됐|된(?!다)|였|이었|함|됨|완료|실적)")
_AHEAD_PRINTED = re.compile(r"(?:할|될|하겠|한다|된다|하려|예정|계획|추진|목표|함|됨)")
# A word with the digits that belong to it (4급, CO2, 제3기); alone, digits are no word.
_LONGEST_WORD = 60  # letters; a longer one is no word, and is not taken apart
_WORD = re.compile(r"(?:[^\W_]|(?<=\d)[,.](?=\d))+")
_CONTRACTED = re.compile(r"(?<=[a-z])['’](?:s|re|ve|ll|d|m)\b", re.IGNORECASE)
_HANGUL = re.compile(r"[가-힣]")
NEGATION = re.compile(
    r"없|않|아니|아닌|아닙|못(?=[하했한되됐됩된 ])|안(?= )|불가|거부|취소|"
    r"\b(?:no|not|none|never|without|cannot|neither|nor|[a-z]+n['’]t)\b",
    re.IGNORECASE,
)
"""Words that turn a claim round; they are counted, whatever else their sentence says."""
UP = re.compile(
    r"증가|늘|상승|오르|오른|올랐|올라|확대|더 ?많|더 ?높|더 ?크|더 ?큰|"
    r"\b(?:increas\w*|rise|rises|rose|risen|grew|grow\w*|higher|larger|up)\b",
    re.IGNORECASE,
)
DOWN = re.compile(
    r"감소|줄|하락|내리|내린|내렸|축소|더 ?적|더 ?낮|더 ?작|"
    r"\b(?:decreas\w*|fall|falls|fell|fallen|declin\w*|drop\w*|lower|smaller|fewer|down)\b",
    re.IGNORECASE,
)
MOVED = re.compile(
    rf"증감|증액|감액|절감|차이|변동|인상|인하|{UP.pattern}|{DOWN.pattern}|\bchang|\bdiffer|\bsav",
    re.IGNORECASE,
)
"""Words that say a figure is a change and not what it changed."""
SUMMED = frozenset("모두 합계 합 합은 합하면 합치면 더하면 총 총합 total sum altogether".split())
"""Words for all of several figures; free only beside a shown sum."""
COMPARED = frozenset("차이 차이가 차이는 차이로 격차 difference gap".split())
"""Words for how far two figures are apart; free only beside a shown difference."""


def words_in(text: str) -> list[str]:
    """The words of a text in order; numbers that no letter is joined to are left out."""
    found = _WORD.findall(_CONTRACTED.sub(" ", text))
    return [word for word in found if not word.replace(",", "").replace(".", "").isdigit()]


def is_frame(word: str) -> bool:
    """Whether a word says nothing that a source would have to say."""
    if _HANGUL.search(word):
        return word in KOREAN_FRAMES
    return word.lower() in ENGLISH_FRAMES


def strange_words(words: Iterable[str], scopes: Iterable[str]) -> list[str]:
    """The words that are no frame and stand in none of the texts, inflected as there at most."""
    known = [(tight_published(scope), scope) for scope in scopes]
    return [
        word
        for word in words
        if not is_frame(word) and not any(_is_met(word, *scope) for scope in known)
    ]


def names_any(words: Iterable[str], scope: str) -> bool:
    """Whether at least one word that is no frame stands in the text, or there is none such."""
    own = [word for word in words if not is_frame(word)]
    return not own or any(_is_met(word, tight_published(scope), scope) for word in own)


def in_order(words: Iterable[str], scope: str) -> bool:
    """Whether those of the words that stand in the text stand there one behind the other."""
    inside, at = tight_published(scope), 0
    for word in words:
        stem = _stem(word, inside)
        if is_frame(word) or not stem:
            continue
        found = inside.find(stem, at)
        if found < 0:
            return False
        at = found + len(stem)
    return True


def _is_met(word: str, inside: str, scope: str) -> bool:
    if not _HANGUL.search(word):
        return _is_english_met(word, inside, scope)
    if len(word) == 1:
        return re.search(rf"(?<![가-힣]){word}(?![가-힣])", scope) is not None
    return bool(_stem(word, inside))


def _stem(word: str, inside: str) -> str:
    """The longest beginning of a word that stands in the text, if only an ending is left over."""
    word = tight(word)
    if len(word) > _LONGEST_WORD:
        return word if word in inside else ""
    return _stem_of(word, inside, {})


def _stem_of(word: str, inside: str, known: dict[str, str]) -> str:
    """`_stem` of a word or of what is left of one; `known` are those found before."""
    if word not in known:
        known[word] = _longest_stem(word, inside, known)
    return known[word]


def _longest_stem(word: str, inside: str, known: dict[str, str]) -> str:
    for length in range(len(word), 1, -1):
        stem, rest = word[:length], word[length:]
        if _stands(stem, inside) and (not rest or _may_end(stem, rest, inside, known)):
            return stem
    single = word[:1]
    return single if word[1:] in _PARTICLES and single in inside else ""


def _stands(stem: str, inside: str) -> bool:
    """Whether a stem stands in a text without being cut out of a longer number."""
    if not (stem[0].isdigit() or stem[-1].isdigit()):
        return stem in inside
    before = r"(?<!\d)" if stem[0].isdigit() else ""
    behind = r"(?!\d)" if stem[-1].isdigit() else ""
    return re.search(before + re.escape(stem) + behind, inside) is not None


def _may_end(stem: str, rest: str, inside: str, known: dict[str, str]) -> bool:
    """Whether an ending keeps what the source says of a stem: done, to be done, or just so."""
    if rest in _PARTICLES:
        return True
    if rest in _PRESENT:
        return _follows(stem, inside, lambda after: not _PAST_PRINTED.match(after))
    if rest in _PAST:
        return _follows(stem, inside, lambda after: bool(_PAST_PRINTED.match(after)))
    if rest in _AHEAD:
        return _follows(stem, inside, lambda after: bool(_AHEAD_PRINTED.match(after)))
    return len(rest) > 1 and bool(_stem_of(rest, inside, known)) and not NEGATION.search(rest)


def _follows(stem: str, inside: str, fits: Callable[[str], bool]) -> bool:
    at = inside.find(stem)
    while at >= 0:
        if fits(inside[at + len(stem) : at + len(stem) + 4]):
            return True
        at = inside.find(stem, at + 1)
    return False


def _is_english_met(word: str, inside: str, scope: str) -> bool:
    if re.search(rf"(?<![A-Za-z]){re.escape(word)}(?![A-Za-z])", scope, re.IGNORECASE):
        return True
    return any(
        tight(korean) in inside
        for rendering in translate(word)
        for korean in rendering.korean
        if len(tight(korean)) > 1
    )
