"""Events: what was held, opened, signed or visited, and when, as far as the text says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.dates import DateMention, find_dates
from corpus.facts.borders import without_doer
from corpus.facts.doubts import KIND_UNSURE, NAME_BORROWED, NAME_UNSURE, YEAR_UNSURE
from corpus.facts.draft import Draft
from corpus.facts.labels import (
    clean_name,
    heading_name,
    item_label,
    join_names,
    label_before,
)
from corpus.facts.schedules import schedule
from corpus.facts.statements import Statement
from corpus.facts.things import thing_above
from corpus.facts.topics import topic_of
from corpus.facts.verbs import closes_clause, is_adnominal
from corpus.types import FactKind, Period

_HAPPENED = re.compile(
    r"(?:개최|개관|개통|개장|개청|개소|착공|준공|방문|체결|선정|위촉|출범|도입|시행|발표|열었|열린|열렸|열고|연다|가졌|맺었|밝혔|실시(?!\s?(?:설계|계획|협약))|진행|점검|운영|전했|막을\s올[렸린])"
)
# A day that something is due, or counted from, is not the day on which it happened.
_NO_EVENT = re.compile(r"\s?\)?\s?(?:을|를)?\s?(?:까지|부터|기준|이전|이내|현재|자로)")
# How verbs are written as the noun that ends a title; '' where the object alone is the event.
_ACTS = {
    "열었": "개최", "열린": "개최", "열렸": "개최", "열고": "개최", "연다": "개최", "가졌": "",
    "막을 올렸": "개최", "막을 올린": "개최", "맺었": "체결", "밝혔": "발표", "전했": "발표",
}  # fmt: skip
_SAID = re.compile(r"\s?(?:자로\s)?(?:밝혔|발표했|전했|알렸|설명했|말했)")
_AMONG = " 가운데 "
_WHERE = re.compile(r"(?:에서|에)\s*$")
# '평가원이 5월 발표한 평균': who made a figure known, and a briefing on what the text is about.
_MADE_KNOWN = re.compile(
    r"[가-힣]{1,14}(?:위원회|권익위|본부|[가-힣]부|청|처|원|협회|재단|연맹|학회)(?:의|이|가)?\s발표|(?:기자\s?회견|브리핑)\s개최"
)
_SHORTEST = 3  # characters of words that name an event
_NUMBER = re.compile(r"^\d{1,2}\s")  # of the heading that names it
_PLAN_TITLE = re.compile(r"(?:계획|조례|예산|대책|방안)(?:안)?$")  # what was decided, not where
_QUOTED = re.compile(r"[‘'「『“]([^’'」』”]{4,40})[’'」』”]")
_UNTIL = re.compile(r"[~∼]\s?$")
# '재정운영 결과를 올리며', '운영계획안을 심의했다': what is told is about it, not that it happened.
_ABOUT = re.compile(
    r"\s?(?:계획|결과|방안|실적|현황|상황|대책|방향|기준|체계|지침|조례|내용|예산|비용|비(?![가-힣])|위원|위원회|단(?![가-힣])|자(?![가-힣])|기관|안(?![가-힣])"
    r"|업체|대상|요령|목표|전략|경과|성과|과정|여부|절차|일정|시기|배경|이후|전(?=\s)|뒤|후(?=\s)|당시)"
)
_NOT_ITS_DAY = re.compile(r"(?:에서|에는|에선|에|의|까지|부터|을\s위해|를\s위해)\s")
_THAT_YEAR = re.compile(r"(?:그해|그\s해|이듬해|같은\s해|당해|그다음\s해|다음\s해|전해)\s?$")
_TIME_LABEL = re.compile(r"(?:기\s?간|시\s?기|일\s?정|일\s?시|기\s?한)$")
_LISTED = re.compile(r"[▲△▶▷■◇◆]")
_GOES_ON = re.compile(r"\s?\.?\s?(?:[~∼]\s?(?:현재|계속)|[~∼]\s?$)")
_CHAIN = re.compile(r"→|⇒|➡|=>|->")
# '2019년부터 시정 모니터제를 도입했으며': what began in a year.
_BEGAN = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)년(?:부터|에)\s(?P<thing>[^.,()]{2,30}(?:을|를))\s"
    r"(?P<act>도입|시행|실시|운영|신설|개설|개통|출범)(?:했|하였|해\s|하고\s|하며)"
)
_HOST = re.compile(r"\s(?:[가-힣]{2,8}\s){0,2}")  # who holds it, between its day and its name
_REPORTED = re.compile(r"(?:다고|라고|다며|라며|다는|라는)$")
_LEADING_PARTICLE = re.compile(
    r"^(?:까지\s[가-힣\d]{1,4}(?:에\s걸쳐|\s?동안|간)|에는|에서|에|부터|까지|은|는)\s"
)
_NUMBERED_EVENT = re.compile(
    r"제\s?\d{1,3}\s?[회차]\s?[가-힣·\s]{2,24}?(?:대회|축제|박람회|선거|행사|제전|포럼|회의|페스티벌|총회|대전|한마당)"
)


def events(statement: Statement) -> Iterator[Draft]:
    """The dated happenings of a statement and the numbered events ('제5회 … 행사') it names."""
    text = statement.text
    has_happened = _HAPPENED.search(text) is not None
    if not has_happened and _NUMBERED_EVENT.search(text) is None:
        return
    seen: set[str] = set()
    fiscal = statement.document.fiscal_years
    mentions = find_dates(
        text,
        reference=statement.document.published_on,
        fiscal_year=fiscal[0] if len(fiscal) == 1 else None,
    )
    for match in _NUMBERED_EVENT.finditer(text):
        name = clean_name(re.sub(r"[’'」』].*$", "", match.group()))
        if name in seen:
            continue
        seen.add(name)
        near = [
            one
            for one in mentions
            if 0 <= one.start - match.end() <= 3
            and _NOT_ITS_DAY.fullmatch(text, match.end(), one.start) is None
        ]
        yield _event(statement, name, match.group(), near[:1] or _day_before(text, mentions, match))
    if has_happened and (began := _begun(statement)) is not None:
        yield began
        seen.add(began.name)
    if _TIME_LABEL.search(item_label(text)[0].rstrip()):
        return  # the period of what is named above
    if not has_happened or schedule(statement) or (statement.is_item and _CHAIN.search(text)):
        return  # the days of a chain belong each to its own step
    for mention in mentions:
        if mention.kind not in {"date", "month", "relative", "range"} or "'" in mention.raw[:1]:
            continue
        if _SAID.match(text, mention.end):
            continue  # '… 고 27일 밝혔다' is the day of the news
        if not re.search(r"일|월", mention.raw) or _is_bound(text, mention):
            continue
        if _UNTIL.search(text, 0, mention.start):
            continue
        name = _event_name(statement, mention.start, mention.end)
        borrowed = "" if name else heading_name(statement.passage.heading_path)
        if not (name or borrowed) or (name and any(name.startswith(one) for one in seen)):
            continue
        seen.add(name)
        doubts: tuple[str, ...] = () if name else (NAME_BORROWED, NAME_UNSURE)
        label = "" if name else clean_name(item_label(text)[0])
        if label:  # '평가 : 중간점검 7월, 최종 12월'
            borrowed, doubts = (
                join_names(topic_of(statement.document.title), label),
                (NAME_BORROWED,),
            )
        if _THAT_YEAR.search(text, 0, mention.start):
            doubts = (*doubts, YEAR_UNSURE)
        if _is_only_spoken_of(text, mention.end) or _MADE_KNOWN.fullmatch(name):
            doubts = (*doubts, KIND_UNSURE)
        yield _event(statement, name or borrowed, mention.raw, [mention], doubts)
        return


def _day_before(
    text: str, mentions: Sequence[DateMention], match: re.Match[str]
) -> list[DateMention]:
    """The day right before a numbered event ('27일 군의회 제299회 본회의'), or nothing."""
    return [
        one
        for one in mentions
        if one.end <= match.start() and _HOST.fullmatch(text, one.end, match.start())
    ][-1:]


def _begun(statement: Statement) -> Draft | None:
    """What a sentence says was begun in a year; None where it says nothing of the kind."""
    match = _BEGAN.search(statement.text)
    if match is None:
        return None
    thing = label_before(statement.text, match.start("thing"), match.end("thing"))
    if len(thing) < _SHORTEST:
        return None
    return Draft(
        statement=statement,
        kind=FactKind.EVENT,
        name=join_names(thing, match["act"]),
        raw_text=f"{match['year']}년",
        period=Period(start=match["year"], end=None),
        fiscal_year=int(match["year"]),
    )


def _event(
    statement: Statement,
    name: str,
    raw: str,
    mentions: list[DateMention],
    doubts: tuple[str, ...] = (),
) -> Draft:
    mention = mentions[0] if mentions else None
    period = None
    flags: tuple[str, ...] = ()
    if mention is not None:
        raw = mention.raw
        if mention.resolved:
            goes_on = _GOES_ON.match(statement.text, mention.end) is not None
            end = None if goes_on else mention.end_date or mention.start_date
            period = Period(start=mention.start_date, end=end)
        else:
            flags = ("date_unresolved",)
    first, _, rest = name.partition(" ")
    return Draft(
        statement=statement,
        kind=FactKind.EVENT,
        name=rest if rest and is_adnominal(first) else without_doer(_NUMBER.sub("", name)),
        raw_text=raw,
        period=period,
        fiscal_year=int(period.start[:4]) if period and period.start else None,
        flags=flags,
        doubts=doubts,
    )


def _event_name(statement: Statement, begin: int, at: int) -> str:
    """A quoted title is the event's name, else the words before what happened; '' for neither.

    text[begin:at] is the day.
    """
    text = statement.text
    quoted = _QUOTED.search(text, at)
    if quoted and not _PLAN_TITLE.search(quoted.group(1)):
        return clean_name(quoted.group(1))
    held = re.match(
        r"[^.]{0,30}?(?:열린|개최된|가진)\s+([^.,]{2,24}?)(?:에서|에|을|를)\s", text[at:]
    )
    if held:
        return clean_name(held.group(1))
    label, start = item_label(text)
    if start and begin >= start and _HAPPENED.search(label):
        return join_names(thing_above(statement), clean_name(label))  # '결과발표 : 3월 24일'
    happened = _HAPPENED.search(text, at)
    if happened:
        opened = _word_start(text, at, happened.start())
        if opened < happened.start():  # '7월 중간점검': the word itself is the event
            return clean_name(text[opened : happened.end()])
        # '보고회가 1월 4일 시장실에서 열렸다': after the day stands only where, or nothing at all.
        is_place_only = _WHERE.search(text, at, happened.start()) is not None
        is_before = is_place_only or not text[at : happened.start()].strip()
        among = text.rfind(_AMONG, at, happened.start())  # '40여 명이 모인 가운데 보고회를 열었다'
        floor = among + len(_AMONG) if among >= 0 else at
        reach = (0, begin) if is_before else (floor, happened.start())
        beside = _LEADING_PARTICLE.sub("", label_before(text, *reach))
        if len(beside) >= _SHORTEST and not _is_clause(beside):
            return clean_name(f"{beside} {_ACTS.get(happened.group(), happened.group())}")
    return ""


def _is_bound(text: str, mention: DateMention) -> bool:
    """Whether a day is one until or from which something holds; '2일부터 6일까지' are its days."""
    is_span = mention.kind == "range" and mention.end_date is not None
    if is_span and text.startswith("까지", mention.end):
        return False
    return _NO_EVENT.match(text, mention.end) is not None


def _is_only_spoken_of(text: str, at: int) -> bool:
    """Whether what stands behind a day did not take place on it, but is spoken of, or listed."""
    happened = _HAPPENED.search(text, at)
    if happened is None:
        return False
    if _LISTED.search(text, at, happened.start()):
        return True  # '3월 ▲축제 ▲10월 문화제가 열린다'
    if happened.group() in _ACTS:
        return False
    return not _QUOTED.search(text, at) and _ABOUT.match(text, happened.end()) is not None


def _is_clause(words: str) -> bool:
    """Whether words end in a verb: '50억 원에 이른다고' names nothing that took place."""
    last = words.split()[-1]
    return closes_clause(last) or _REPORTED.search(last) is not None


def _word_start(text: str, floor: int, at: int) -> int:
    while at > floor and "가" <= text[at - 1] <= "힣":
        at -= 1
    return at
