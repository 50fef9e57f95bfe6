"""Topics: what a document is about, as the noun phrase that its title or headline holds.

A headline tells the news ('상반기 계약심사로 23억 절감'); what stands before a figure as its owner
has to be the thing that the news is about ('상반기 계약심사').
"""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.facts.actors import is_actor, may_act
from corpus.facts.adverbs import is_adverb
from corpus.facts.labels import clean_name, heading_name, is_generic, is_place, title_name
from corpus.facts.own_words import without_front
from corpus.facts.things import is_part
from corpus.facts.verbs import closes_clause, is_adnominal
from corpus.particles import particle_of, without_particle
from corpus.recall import LIMITS

# What a headline says was done, come out or reached; the thing itself stands before it.
_NEWS = re.compile(
    r"(?:연속|최우수|우수|장려|대상|특별상|우수\s?기관|최우수\s?기관|수상|선정|달성|겨냥|껑충|무더기|적발|아껴|아낀다|아꼈다|아낀|절감|확정|심의|의결|마련|마무리|편성|제출|발표"
    r"|공개|공표|공고|안내|입법예고|예고|알림|개최|체결|실시|추진|가져|열려|열어|나서|나선다|돌입|본격|착수|박차|총력|앞장|눈길|화제|호평|쾌거|등극|획득|차지|돌파|기록"
    r"|상향|하향|상승|하락|중간|시동|출범|완료|통과|신설|위촉|증원|감축|폐지|가결|부결|상정|관련|대비|전국|도내|최초|최다|최고|최대|역대|단위|[A-Z가-마]{1,2}\+?등급|등급)(?:\([^()]*\))?"
)
_SAVED = re.compile(r"절감|아[껴낀꼈]다?")
_DOCUMENT = re.compile(
    r"(?:계획|대책|예산안?|추경|보고회|공시|평가|심사|감사|조례안?|개편안?|개편|계약|사업|정책|시책|청렴도|투표|공모|집행|정리|검사|재정|공약|이행|전략)$"
)
_BRACKETS = re.compile(r"\s?[(\[][^()\[\]]*[)\]]")
_FURNITURE = re.compile(
    r"(?:조회\s?수?|작성일|작성자|(?:기사)?(?:등록일|입력|송고|최종\s?수정)|등록자|게시일|수정일|첨부\s?(?:파일)?|담당\s?(?:부서|자|팀)|전화(?:번호)?|공유|인쇄|목록|이전\s?글|다음\s?글|글자\s?크기|입력|승인|지면|[\s·:/|\d.\-]){2,}"
)
_HEADLINE_MARK = re.compile(r"…|\.\.\.|[“”\"?!]|\s[-–]\s")
_QUOTES = "'\"‘’“”"
# A verb that closes a headline or calls upon its reader: '복지에 쏟는다', '국비 6천억 잡아라'.
_TELLS = re.compile(
    r"[가-힣]+(?<![바보])다|[가-힣]+[아어여려워해]라|[늘줄넘]자|[가-힣]*[들줄높붙벌쌓섞]여"
)
_SAID = re.compile(r"[\"“][^\"“”]{0,60}[다요까][.!?]?[\"”]")  # '"빚 늘었다" 결산 지적'
_PIECES = re.compile(r",\s|…|\.\.\.")
_PLACE_FIRST = re.compile(r"^(?:[가-힣]{1,8}(?:[시군구도]|특별자치[시도])\s?){1,2},\s*")
_QUOTED_FIGURE = re.compile(r"'[^']*\d[^']*'|‘[^‘’]*\d[^‘’]*’")
_COLLECTION = re.compile(r"(?:소식|뉴스|보도\s?자료)(?:\s?모음|지)?$|모음$")
_ENDS = re.compile(
    r"^(?:위한|통한|따른)\s|(?:\s(?:결과|요약|시|군|구|도|(?:부실\s)?(?:논란|의혹|비판|잡음)))+$"
)
# '예산안 삭감' is about the budget, '지방세 목표' about the tax.
_CAME_OF_IT = re.compile(r"(?:\s(?:현황|삭감|지적|목표(?:\s초과)?|예결특위|초과))+$")
# '종합평가 나 등급' is about the evaluation, whatever came of it.
_GRADE_GIVEN = re.compile(
    r"(?<=[가심조사도])\s(?:[가나다라마]|SA|[SA-E])(?:\s?등급)?(?:\s?\([^()]*\))?$"
)
_PRESS = re.compile(
    r"(?:[가-힣]{2}(?:취재)?본부|기자|일보|신문|특파원|보도자료)$|기자\s|=[가-힣]{2,4}기자|^[가-힣]{2,4}/[가-힣]{2,4}(?:\s|$)|^기사\s?(?:등록일?|입력|제목)"
)
_NUMBER = re.compile(r"(?<![가-힣\d])\d[\d.,]*(?![가-힣\d])")
_ASSEMBLY = re.compile(r"(?:[시군구도]?의회|국회|정부|첫|새)")
_SPOKEN_FROM = re.compile(
    r"(?:감사|평가|심사|대회|조사|회의|공모|점검)서$"
)  # '종합감사서 59건 지적', short for 에서
_ROW = re.compile(
    r"[가-힣A-Za-z][가-힣A-Za-z·\s]{0,20}\s(?:총\s|약\s)?\d[\d,.]*\s?(?:[조억만천백]\s?[\d,.]*\s?)*(?:원|건|개|명|개소)?"
)
_OFFICIAL = re.compile(r"(?:시장|군수|구청장|도지사|의장|부시장|부군수|국장|위원장),")
_SAYS = re.compile(r"(?:니다|세요|해요|나요|까요|어요|아요)$")
_OF_PAGE = re.compile(r"(?:담당\s?부서|담당자?|문의처?|작성자?|연락처|전화|등록|수정|게시)\s")
_DATED = re.compile(r"(?:19|20)\d\d\.\s?\d{1,2}\.\s?\d{1,2}|\d{1,2}:\d\d")
_OF_OFFICE = re.compile(r"(?<=\S)\s[-–—]\s[가-힣]{1,10}(?:실|과|국|관|센터|소|의회)$")
_TIMES = frozenset({"올", "지난", "작년", "지난해", "올해", "내년", "금년", "이번"})
_LONGEST = 30  # characters of a topic that can stand before a name
_TELLING = 7  # characters of a topic that still says what it is without its place


@lru_cache(maxsize=LIMITS.texts)
def topic_of(title: str) -> str:
    """The thing that a title is about, without place, year and news; '' where it names none."""
    if _COLLECTION.search(title):
        return ""
    return _first_thing(_SAID.sub(" ", title)) or _first_thing(title)


def _first_thing(title: str) -> str:
    """The topic of the first piece of a headline that does not only say who acts."""
    found = [
        (piece, topic)
        for piece in _PIECES.split(_PLACE_FIRST.sub("", title))
        if (topic := _topic(piece))
    ]
    for at, (piece, topic) in enumerate(found):
        behind = found[at + 1][1] if at + 1 < len(found) else ""
        if behind and (is_actor(piece) or (may_act(piece) and _DOCUMENT.search(behind))):
            continue  # who acts is told first, and then what the news is about
        return "" if is_actor(topic) else topic
    return ""


@lru_cache(maxsize=LIMITS.texts)
def main_topic(title: str) -> str:
    """The topic of a title without the government whose document it is, where enough is left."""
    topic = topic_of(title)
    while topic != (shorter := without_front(topic)) and len(shorter) >= _TELLING:
        topic = shorter
    return topic


def _topic(title: str) -> str:
    words = _BRACKETS.sub(" ", title_name(title)).split()
    pieces: list[list[str]] = [[]]
    last_news = ""
    for word in words:
        if (
            _NEWS.fullmatch(word)
            or _NEWS.fullmatch(word.partition("·")[0])
            or is_adverb(bare := word.strip(_QUOTES))
            or closes_clause(bare)
            or _TELLS.fullmatch(bare)
        ):
            last_news = last_news or word
            pieces.append([])
            continue
        if _ASSEMBLY.fullmatch(word):
            continue
        particle = particle_of(word)
        if _SPOKEN_FROM.search(word):
            pieces[-1].append(word[:-1])
            pieces.append([])
            continue
        pieces[-1].append(
            without_particle(word) if particle not in {"", "과", "와", "의"} else word
        )
        if particle not in {"", "과", "와", "의"}:
            pieces.append([])
    found = [clean_name(" ".join(piece)) for piece in pieces if piece]
    found = [one for one in found if len(one) > 1 and not is_place(one)]
    found = [one for one in found if not is_actor(one)] or found
    if not found:
        return ""
    is_saved = _SAVED.fullmatch(last_news) is not None
    named = [
        one for one in found if _DOCUMENT.search(one) and not (is_saved and one.endswith("예산"))
    ]
    name = named[-1] if named else found[0]
    first, _, rest = name.partition(" ")
    if first in _TIMES and rest:
        name = rest
    if is_saved:
        name = name.removesuffix(" 예산")  # '일상감사 예산 절감' is about the audits
    name = _OF_OFFICE.sub("", name)
    name = _CAME_OF_IT.sub("", name)
    name = _ENDS.sub("", _GRADE_GIVEN.sub("", name))
    return name if len(name) <= _LONGEST else ""


@lru_cache(maxsize=LIMITS.texts)
def is_phrase(name: str) -> bool:
    """Whether a heading names a thing that a figure below it can be of: no news, no furniture."""
    return is_sound(name) and not is_part(name)


@lru_cache(maxsize=LIMITS.texts)
def is_sound(name: str) -> bool:
    """Whether a heading is one noun phrase, be it that of a part of any plan."""
    if (
        _OFFICIAL.search(name)
        or _SAYS.search(name)
        or _OF_PAGE.match(name)
        or _COLLECTION.search(name)
        or _PRESS.search(name)
    ):
        return False
    if name.count("(") != name.count(")") or _DATED.search(name):
        return False
    if len(_NUMBER.findall(name)) > 1:
        return False  # a row of a table
    if not name or _HEADLINE_MARK.search(name) or is_furniture(name):
        return False
    *before, last = name.split()
    if any(is_adverb(one) or closes_clause(one) for one in (*before, last)):
        return False
    if _TELLS.fullmatch(last):
        return False
    if any(
        particle_of(one) not in {"", "의", "과", "와"} and not is_adnominal(one) for one in before
    ):
        return False
    return not (particle_of(last) or is_adnominal(last) or _NEWS.fullmatch(last))


def sound_heading(path: tuple[str, ...]) -> str:
    """The nearest heading that names something; '' where that is news or the page's furniture."""
    name = heading_name(path)
    name = name if ">" in name else name.removeprefix("<")
    is_news = any(one for one in path if is_headline(one) and name in clean_name(one))
    return name if is_sound(title_name(name)) and not is_news else ""


@lru_cache(maxsize=LIMITS.texts)
def is_headline(entry: str) -> bool:
    """Whether a heading tells news in pieces: '살림 8천억…빚은 0원', '[가람] 예산안 90억 확정'."""
    return (
        _HEADLINE_MARK.search(entry.strip()) is not None or _QUOTED_FIGURE.search(entry) is not None
    )


def siblings_left_out(path: tuple[str, ...], text: str) -> tuple[str, ...]:
    """A heading path without lines like this one: '농축산 36억원' below '건설 3593억원'."""
    if _ROW.fullmatch(text.strip()) is None:
        return path
    return tuple(entry for entry in path if _ROW.fullmatch(entry.strip()) is None)


def is_furniture(words: str) -> bool:
    """Whether words are the furniture of a page: '조회수 작성일', '첨부 파일'."""
    return _FURNITURE.fullmatch(words.strip()) is not None


@lru_cache(maxsize=LIMITS.texts)
def topic_above(path: tuple[str, ...], title: str, *, is_item: bool) -> str:
    """What a statement is about by the headings above it, nearest first, else by the title.

    The first heading of prose is its headline.
    """
    said = title.replace(" ", "")
    for entry in reversed(path):
        name = title_name(_BRACKETS.sub("", heading_name((entry,))))
        is_news = (entry == path[0] and not is_item) or name.replace(" ", "") in said
        is_news = is_news or is_headline(entry)
        if is_news or len(name) > _LONGEST or is_generic(name) or not is_phrase(name):
            continue
        return _ENDS.sub("", name)
    if name := topic_of(title):
        return name
    headlines = (topic_of(entry) for entry in reversed(path))
    return next((one for one in headlines if one and is_phrase(one)), "")
