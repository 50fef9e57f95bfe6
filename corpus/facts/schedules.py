"""Schedules: the dated steps of an item, and the labelled period in which something is done."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.characters import fold
from corpus.dates import DateMention, find_dates
from corpus.facts.doubts import KIND_UNSURE, NAME_INCOMPLETE
from corpus.facts.draft import Draft
from corpus.facts.labels import clean_name, item_label
from corpus.facts.statements import Statement
from corpus.facts.things import is_part, of_thing, thing_above
from corpus.types import Document, FactKind, Period

_PERIOD_LABEL = re.compile(
    r"(?:추진|사업|공사|운영|시행|수립|대상|접수|모집|행사|계약|평가)?\s*(?:기\s*간|일\s*시|일\s*자|일\s*정|시\s*기)$"
)
_LAST_OF_PERIOD_LABEL = frozenset("간시자정기")
_TIME_ALONE = re.compile(r"(?:일시|일자|일정|시기|향후일정|추진일정|추진시기)")
_ARROW = re.compile(r"\s*(?:→|⇒|➡|▶|->|=>)\s*")
_COMMA = re.compile(r",\s+|\s[/·]\s")
_WEEKDAY = re.compile(r"\s?\((?:[월화수목금토일](?:요일)?)\)")
_CLOCK = re.compile(
    r"\s?(?<!\d)\d{1,2}:\d{2}(?!\d)|\s?(?<!\d)\d{1,2}시(?:\s?\d{1,2}분)?(?![가-힣])"
)
_BARE_YEAR = re.compile(r"(?<![\d.])((?:19|20)\d\d)\.?(?=\s*(?:[~∼]|$))")
_OPEN_END = re.compile(r"\s*(?:[~∼]|부터)(?!\s*\d)")  # '2025. 2. ~ 예산 소진 시까지'
_REMARK = re.compile(r"\([^()]*\)\s*$")
_BRACKETED_YEAR = re.compile(r"\(\s?~?\s?'?\d{2}")
_WORDS = re.compile(r"[가-힣]{2}")
_STEP_WORD = re.compile(
    r"(?:준공|착공|협약|완료|완공|개통|개장|개관|개소|착수|승인|고시|지정|예비지정|등록|공모|선정|설계|신청|시공|발표|수립|통과|면제"
    r"|체결|확정|반영|심사|변경|매입|보상|입찰|발주|계약|인가|인허가|허가|결정|용역|조사|공사|개시|가동|시행|마무리|협의|심의|의결"
    r"|후보지|예비|타당성|마스터플랜|기본|실시|계획|산업단지|도시|관리|부지|토지|용지|지방재정|투자|중앙|정부|업무|시행자|사업자|시행사"
    r"|시공사|업체|환경|교통|영향|평가|건축|행정|절차|특화단지|국가|단지|지구|건립|조성|사업|단계|\d차|\d단계|및|·){1,6}"
    r"|[가-힣]{2,4}부"
)
_DAY_KINDS = {"date", "month", "relative", "range"}
_FEWEST_STEPS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One dated step of a schedule: what is done, and the one day that is printed with it."""

    name: str
    mention: DateMention


_UNTIL = re.compile(r"\s?(?:\([^()]{1,4}\))?\s?(?:\d{1,2}[:시]\d{0,2}분?\s?)?까지")
# '매년', '공고일부터', '당초': words before a day that leave it the day of a period.
_SPANNED = re.compile(
    r"(?:\d+\s?(?:년|개월|달|주|일)간?|매년|매월|올해|금년|내년|지난해|작년|당초|변경|연장|총|약|현재|민선\s?\d기|\d차년도|\d단계|[가-힣]{1,6}일(?:로)?부터|[가-힣\s]{1,12}(?:부터|후|이후|즉시)\s?[~∼]?$)"
)
_PARTED = re.compile(r"[,/·;→⇒]|[가-힣]{2}(?<!부터)(?<!까지)|\d차")
_YEARS = re.compile(
    r"['‘’]?(?:19|20)?\d\d\s?\.?\s?[~∼～-]\s?['‘’]?(?P<last>20\d\d|\d\d)\s?\.?(?!\s?\d)"
)


# Over which time figures were counted is nothing that takes place.
_COUNTING = re.compile(r"^(?:집계|산정|산출|통계|실적|비교)(?:대상)?기(?:간|준)$")


def periods(statement: Statement) -> Iterator[Draft]:
    """A labelled period ('추진기간 : 2021. 6. ~ 2022. 5.') as an event with its time.

    It is the period of what the headings above name; where they name nothing, a doubt says so.
    """
    label, start = item_label(statement.text)
    if not start or not _is_timed(label):
        return
    if schedule(statement):
        return  # several days, each with its own step
    printed = statement.text[start:]
    day = statement.document.published_on
    # What stands in a bracket behind it is a remark: '2020 ~ 2025 (당초 2024년 종료)'. It goes
    # first, as the stop before it hides that a year goes on: '2024. ~ 2028. (5년)'.
    bare = undecorated(_REMARK.sub("", printed).rstrip())
    if not (mentions := find_dates(bare, reference=day)):
        bare = undecorated(printed)
        mentions = find_dates(bare, reference=day)
    resolved = [one for one in mentions if one.resolved and one.start_date]
    if not resolved:
        return
    first, last = resolved[0], resolved[-1]
    end = last.end_date or last.start_date
    is_open = last is first and _OPEN_END.match(bare, last.end) is not None
    is_span = last is not first or last.end_date not in {None, last.start_date}
    is_deadline = not is_span and _UNTIL.match(bare, last.end) is not None
    if last is first and (years := _YEARS.match(bare.strip())) and not is_deadline:
        # '2024. ~ 2028. (5년)': a stop behind a year hides that it goes on
        end = years["last"] if len(years["last"]) == len("2028") else f"20{years['last']}"
    thing = thing_above(statement)
    yield Draft(
        statement=statement,
        kind=FactKind.EVENT,
        name=_period_name(thing, clean_name(re.split(r"[/·]", label)[-1])),
        raw_text=printed.strip(),
        period=Period(
            start=None if is_deadline else first.start_date, end=None if is_open else end
        ),
        fiscal_year=_one_year(first.start_date, end if not is_open else "9999"),
        doubts=(
            *(() if thing else (NAME_INCOMPLETE,)),
            *((KIND_UNSURE,) if _COUNTING.search(label.replace(" ", "")) else ()),
            *((KIND_UNSURE,) if _is_several(bare, first, last) else ()),
        ),
    )


def _one_year(start: str | None, end: str | None) -> int | None:
    """The year in which a period begins and ends; None for one of several years."""
    if start is None or (end is not None and end[:4] != start[:4]):
        return None
    return int(start[:4])


def _is_several(printed: str, first: DateMention, last: DateMention) -> bool:
    """Whether printed days are not one period: each has its own words, or a list parts them."""
    before = _SPANNED.sub("", printed[: first.start].rpartition("/")[2])
    if _WORDS.search(before):
        return True
    return last is not first and _PARTED.search(printed, first.end, last.start) is not None


def _period_name(thing: str, label: str) -> str:
    """'공원 조성 사업기간'; a day ('일시') is that of the thing itself."""
    tight = label.replace(" ", "")
    return thing if thing and _TIME_ALONE.fullmatch(tight) else of_thing(thing, label)


def steps(statement: Statement) -> Iterator[Draft]:
    """Each dated step of an item as an event with its own day: '공고 3월 → 심사 4월 5일'."""
    found = schedule(statement)
    thing = thing_above(statement) if found else ""
    for one in found:
        resolved = one.mention.resolved
        yield Draft(
            statement=statement,
            kind=FactKind.EVENT,
            name=of_thing(thing, one.name),
            raw_text=one.mention.raw,
            period=Period(
                start=one.mention.start_date,
                end=one.mention.end_date or one.mention.start_date,
            )
            if resolved
            else None,
            fiscal_year=int(one.mention.start_date[:4])
            if resolved and one.mention.start_date
            else None,
            flags=() if resolved else ("date_unresolved",),
            doubts=() if thing else (NAME_INCOMPLETE,),
        )


def schedule(statement: Statement) -> tuple[Step, ...]:
    """The steps of an item that is nothing but steps, each with one day; () for any other."""
    if not statement.is_item:
        return ()
    folded = fold(statement.text)
    label, start = item_label(statement.text)
    value = folded[start:]
    # `fold` leaves no other arrow; only commas under a label that promises days part steps.
    has_arrow = "→" in value or "▶" in value
    if not has_arrow and not _is_timed(label):
        return ()
    parts = (_ARROW if has_arrow else _COMMA).split(value)
    if len(parts) < _FEWEST_STEPS:
        return ()
    found = [_step(part, statement.document) for part in parts]
    return tuple(one for one in found if one is not None) if None not in found else ()


def _is_timed(label: str) -> bool:
    """Whether a label promises days ('추진일정'), so that commas part the steps of a schedule."""
    tight = label.strip()
    return tight[-1:] in _LAST_OF_PERIOD_LABEL and _PERIOD_LABEL.search(tight) is not None


def _step(part: str, document: Document) -> Step | None:
    if _BRACKETED_YEAR.search(part):
        return None  # a step of a project, whose day is when it is due
    fiscal = document.fiscal_years
    mentions = find_dates(
        undecorated(part),
        reference=document.published_on,
        fiscal_year=fiscal[0] if len(fiscal) == 1 else None,
    )
    if len(mentions) != 1 or mentions[0].kind not in _DAY_KINDS:
        return None
    mention = mentions[0]
    words = undecorated(part)
    name = clean_name(f"{words[: mention.start]} {words[mention.end :]}".strip(" ()"))
    if not _WORDS.search(name) or any(sign.isdigit() for sign in name):
        return None
    return Step(name=name, mention=mention)


def undecorated(printed: str) -> str:
    """Printed days without weekdays and hours, which would part a range, and with whole years.

    '3. 4.(월) 09:00 ~ 3. 22.(금) 18:00' is '3. 4. ~ 3. 22.' and '2023. ~' is '2023년 ~'.
    """
    return _BARE_YEAR.sub(r"\1년", _CLOCK.sub("", _WEEKDAY.sub("", printed)))


def is_step_alone(name: str) -> bool:
    """Whether a name only says what is done next, not of what: '착공', '기본계획 고시'."""
    return all(_STEP_WORD.fullmatch(one) for one in name.split()) or is_part(name)
