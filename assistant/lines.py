"""Lines: which of the statements under one heading is the one that was asked for.

Under a heading that meets the question, each line meets it alike. What tells them apart is what a
line says beyond the question: '평균 점수' is not '점수', a table of parts is not the whole, and
'어떤 반' wants a word that ends in it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.aspects import tells_where
from assistant.grammar import FIRST_ASKED, Asked
from assistant.items import lists_items
from assistant.matching import Texts, tight, tight_published
from assistant.people import asks_leader, names_person
from assistant.purposes import is_under_purpose
from assistant.synonyms import synonyms
from assistant.targets import asks_target, says_who
from assistant.understand import Understanding, is_measure_word


@dataclass(frozen=True, slots=True, kw_only=True)
class LineOptions:
    """What a line's own form is worth beside a perfect score of 1.

    `label` is for a label ('점수 : …') of which the question says every word, and is lost with the
    share of words that it does not say. `total` is for the whole where the whole is asked,
    `sought` for the very kind of thing ('어떤 반') or turn; both are more than one word of a label,
    since they are what is asked for. `parts` is taken from a table of parts of which the
    question names none, and outweighs its being found first. `gap` is for a difference that is
    printed as one, `definition` for a sentence that says what the thing asked about is; each
    outweighs the words that other lines meet besides. `heading` is for a list right under a heading
    that says what is to be listed, beside one under a wider heading. `first` is for a sentence that
    says what came first, where that is asked for ('1위가 뭐야'), `target` for a line that sets out
    for whom something is, which outweighs that others say the words of the question besides.

    `asked_label` is for a label that is a word of the question itself ('총규모', '모집규모'): it
    outweighs a table that has the subject in its rows. `frame` is for a figure in the very frame
    it is asked in ('몇 년 만에', '몇 대로'), of which other figures of the unit say something else;
    it outweighs a label and the first place. `announced` is taken from what only announces what
    other lines say, as the head of a table and the opening of a notice do; it is as much as a
    value of the right kind gives. `steps` is for steps set out in order where a procedure is asked
    for, `where` for a line that says where, `until` for one that says until when, `purpose` for
    one that stands under its purpose, and `part` for a part by its number ('2층', '1단계'): each
    outweighs the word or two that another line meets besides. `leader` is for the name of who led
    a thing, and outweighs a sentence that only says who held it. `opening` is taken from the
    headline that a text opens with, which a line below it tells in full; `in_charge` is for a
    sentence that says which office has a thing in hand.
    """

    label: float = 0.06
    total: float = 0.06
    sought: float = 0.12
    parts: float = 0.1
    gap: float = 0.15
    heading: float = 0.08
    definition: float = 0.15
    first: float = 0.12
    target: float = 0.25
    asked_label: float = 0.06
    frame: float = 0.12
    announced: float = 0.2
    steps: float = 0.2
    where: float = 0.1
    until: float = 0.12
    leader: float = 0.25
    purpose: float = 0.1
    part: float = 0.1
    opening: float = 0.08
    in_charge: float = 0.12


_FIGURES = (Asked.AMOUNT, Asked.COUNT, Asked.RATIO, Asked.GRADE, Asked.DATE, Asked.PERSON)
_OF_MANY = (
    Asked.LIST,
    Asked.TRAJECTORY,
    Asked.SUM,
    Asked.DIFFERENCE,
    Asked.MAXIMUM,
    Asked.MINIMUM,
    Asked.RANK,
    Asked.SHARE,
    Asked.GROWTH,
)
_LABEL = re.compile(r"[\s○❍●•·\-*▲△□◦※①-⑳]*(?P<label>[^:：|\n]{2,40}?)\s?[:：]\s")
_NUMBERING = re.compile(r"^\W*(?:(?:\d{1,2}|[가-하])[.)]\s*)?")
# '문 의 처', '면    적': a short word spread over the width of its column.
_SPREAD = re.compile(r"^[가-힣](?:\s+[가-힣]){1,4}$")
# What comes behind the unit of a figure that is asked for, and tells it from the others.
_FRAME_ASKED = re.compile(
    r"몇\s?(?P<unit>[가-힣%㎡]{1,3}?)\s?(?P<frame>만에?(?=[이인의\s?]|$)|째|연속|으?로(?=\s)|까지|이내|"
    r"이상|이하|미만|초과|씩|마다)"
)
_CAPTION = re.compile(
    r"\W*(?:표\s?\d{0,2}\W{0,3})?[^.:：\d\n]{0,40}[(（\[]?\s?단위\s?[:：]?[^)）\n\d]{1,16}[)）\]]?\s*"
)
_OPENING = re.compile(
    r"(?:아래|다음)(?:와|과)\s?같이\s[^.\n]{0,40}(?:니다|합니다|한다|오니|바랍니다|함|림)"
)
# What a label may call the kind of value that is asked for, whatever it is a value of.
_LABEL_OF = {
    Asked.DATE: re.compile(r"날짜|일시|일자|시기|기간|때$|[가-힣]날$|일정"),
    Asked.PERSON: re.compile(r"사람|주재|진행|참석자|담당자"),
    Asked.AMOUNT: re.compile(r"금액|사업비|예산$|비용"),
    Asked.COUNT: re.compile(r"건수|인원|횟수|개수|대수|규모|물량|정원"),
}
_WHERE_ASKED = re.compile(
    r"(?<!어디)(?<!어디\s)어디(?:에|서|인|예|야|죠|지|입|로|\?|\s|$)(?!\s?(?:전화|문의|연락|물어))|"
    r"(?:장소|위치)(?:[은는이가]|[이]?랑|와|도)?\s?(?:좀|알려|뭐|어떻|\?|$)|\bwhere\b|\bvenue\b",
    re.IGNORECASE,
)
_WHERE = re.compile(r"위치|장소|소재지|대상지|주소|구간|접수처|신청처|제출처")
_PARTICLE = re.compile(r"(?:에서|으로|까지|부터|와|과|의|에|을|를|이|가|은|는|로|도)$")
_WORD = re.compile(r"[가-힣A-Za-z]{2,}")
_WHOLE_ASKED = re.compile(
    r"전체|모두|전부|총|통틀어|합계|\btotal\b|\bin all\b|\baltogether\b|\boverall\b", re.IGNORECASE
)
_WHOLE = re.compile(r"(?:모두|총|합계|전체|통틀어|계)\s?[:：|]?\s?\d|총\s?[가-힣]{1,10}\s?[:：]\s")
_SOUGHT = re.compile(
    r"(?:어떤|무슨|어느)\s(?P<noun>[가-힣]{1,6}?)"
    r"(?:은|는|이|가|을|를|에|의|으로|로|에서|과|와|인가|입니|인지|야|예요|에요|\s|\?|$)"
)
_PER_HEAD_ASKED = re.compile(
    r"(?:[1일]|한)\s?(?:인|사람|명)\s?(?:당|앞|에)|인당|per (?:person|capita|head|resident)",
    re.IGNORECASE,
)
_PER_HEAD = re.compile(r"(?:1|한)\s?(?:인|사람|명)\s?(?:당|이|에게?|앞|씩)|인당")
# A printed difference, named or told by its last word ('평균과의 차이', '6.21점 높음').
_GAP = re.compile(
    r"(?:차이|격차|편차|대비\s?증감)\s?[:：]|\d\s?(?:%p|[가-힣]{1,2})\s?(?:높|낮|많|적)(?:음|다|았|아|게|은)"
)
_EXPLAINED = re.compile(
    r"(?P<word>[가-힣A-Za-z0-9]{2,12}?)(?:이?란|이라는\s?(?:게|것은)|[은는이가])?\s?"
    r"(?:뭐|뭔|무엇|무슨\s?(?:뜻|말|제도))(?!\s?(?:를|가\s|\S{0,2}\s?(?:있|나오)))"
)
_SAYS_WHAT = (
    r"(?:말한다|말합니다|뜻한다|뜻합니다|의미한다|것으로|것이다|것을|제도|하는\s[가-힣]{2,6}이다)"
)
_FIRST_SAID = re.compile(
    r"(?:1위|첫손|으뜸|선두|톱|최다|가장|제일)[^.\n]{0,40}?"
    r"(?:뽑혔|뽑혀|꼽혔|꼽혀|선정됐|선정되었|차지했|차지해|올랐|얻었|받았|이다|였다)"
)
_SENTENCE_END = re.compile(r"다\.\s")
_ROW = re.compile(r"^\s*\|?\s*(?P<first>[^|\n]*?)\s*\|(?P<rest>.*)$", re.MULTILINE)
_RULE = re.compile(r":?-{2,}:?")
_TOTAL_ROW = re.compile(r"합\s?계|총\s?계|소\s?계|계|전체")
_WHOLE_ROW = re.compile(r"^[ \t|]*(?:합\s?계|총\s?계|계|전체)\s*\|", re.MULTILINE)
_FEWEST_ROWS = 2
_UNTIL_ASKED = re.compile(r"언제\s?까지|며칠까지|마감|기한|\bdeadline\b|\buntil when\b")
_UNTIL = re.compile(
    r"\d\s?[일월시분]?\.?(?:\s?\([월화수목금토일]\))?\s?(?:\d{1,2}(?:시|:\d\d)\s?)?까지|[~∼～]\s?['‘’]?\d"
)
_HANDED_IN = re.compile(r"언제\s?까지\s?(?:내[야면]|낼|제출|신청|접수|응모|보내)")
_IN_OFFICE = re.compile(r"임기|위촉|재임|재직")
# A part of a thing by its number, of which other lines tell the other parts.
_PART = re.compile(
    r"(?<![\d.,])(?P<number>\d{1,2})\s?(?P<kind>층|단계|공구|호선|권역|구역|지구|블록|학년|차년도|순위|위(?![원치]))(?!\s?규모)"
)
# How the headline of a news item is written: '○○시, … 마쳐… 3건 적발'.
_OPENS = re.compile(r"(?=[^\n]{0,80}…|[가-힣]{2,8},\s)[^\n]{8,80}?(?<![다요음임함됨.:：|])(?:\n|$)")
_IN_HAND = re.compile(
    r"[가-힣]{2,10}(?:과|팀|실|담당관|센터|사업소|보건소)(?:가|이|에서)\s?(?:맡|담당|추진|운영|주관|관리|접수|총괄|낸|냈)"
)
_STEPS_ASKED = re.compile(r"절차|과정|순서|단계별|\bsteps?\b|\bprocedure\b")
_STEPS = re.compile(r"1차\s.*2차\s|①.*②|→.*→|1단계.*2단계", re.DOTALL)


def line_bonus(
    quote: str,
    texts: Texts,
    asked: Understanding,
    options: LineOptions | None = None,
    heading: str = "",
) -> float:
    """What the form of a quote speaks for it (or, below 0, against it) as the line asked for.

    `heading` is the one right above the quote.
    """
    options = options or LineOptions()
    bonus = 0.0
    if asked.asks(Asked.LIST) and lists_items(quote) and _is_named_by(heading, asked):
        bonus += options.heading
    if asked.asks(Asked.DIFFERENCE) and _GAP.search(quote) and "\n" not in quote:
        bonus += options.gap
    if defines(quote, asked.text):
        bonus += options.definition
    if _is_in_frame(quote, asked.text):
        bonus += options.frame
    if only_announces(quote):
        bonus -= options.announced
    if asked.asks(*_FIGURES) and not asked.asks(*_OF_MANY):
        bonus += options.label * _label_said(quote, texts, asked)
        bonus += options.asked_label if _is_label_asked(quote, asked) else 0.0
        is_line = "\n" not in quote or _WHOLE_ROW.search(quote) is not None
        if is_line and _WHOLE_ASKED.search(asked.text) and _WHOLE.search(quote):
            bonus += options.total
        if not heading and _is_opening(quote, texts):
            bonus -= options.opening
        if _is_of_parts(quote, asked):
            bonus -= options.parts
    if asks_where(asked.text) and tells_where(quote):
        bonus += options.where
    if _HANDED_IN.search(asked.text) and _IN_OFFICE.search(quote):
        bonus -= options.until  # how long a seat is held is no day to hand something in
    elif _UNTIL_ASKED.search(asked.text) and _tells_until(quote):
        bonus += options.until
    if asked.asks(Asked.PERSON) and asks_leader(asked.text) and names_person(quote):
        bonus += options.leader
    if asked.asks(Asked.CONTACT) and _IN_HAND.search(quote):
        bonus += options.in_charge
    if asked.asks(Asked.REASON) and is_under_purpose(quote, heading):
        bonus += options.purpose
    if _names_part(quote, asked.text):
        bonus += options.part
    if asked.asks(Asked.LIST) and not asked.asks(*_FIGURES) and _is_label_asked(quote, asked):
        bonus += options.asked_label
    if _STEPS_ASKED.search(asked.text) and _STEPS.search(quote):
        bonus += options.steps
    is_sentence = not _SENTENCE_END.search(quote)
    if is_sentence and FIRST_ASKED.search(asked.text) and _FIRST_SAID.search(quote):
        bonus += options.first
    if asks_target(asked.text) and says_who(quote, heading):
        bonus += options.target
    noun = noun_sought(asked.text)
    if noun and _names_a(noun, quote):
        bonus += options.sought
    return bonus


def only_announces(quote: str) -> bool:
    """Whether a quote is the head of a table or the opening of a notice: it has no value itself."""
    text = quote.strip()
    is_line = "\n" not in text
    return is_line and bool(_CAPTION.fullmatch(text) or _OPENING.search(text))


def keeps_answer(part: str, whole: str, asked: str) -> bool:
    """Whether a part of a quote still says where, until when or who led it, if the whole does."""
    forms = (
        (asks_where(asked), tells_where),
        (asks_leader(asked), names_person),
        (_UNTIL_ASKED.search(asked) is not None, _tells_until),
    )
    return all(not is_asked or says(part) or not says(whole) for is_asked, says in forms)


def _tells_until(quote: str) -> bool:
    return _UNTIL.search(quote) is not None


@lru_cache(maxsize=8)  # the last questions, of which each candidate asks again
def asks_where(text: str) -> bool:
    """Whether a question asks for a place, whatever else it asks for."""
    return _WHERE_ASKED.search(text) is not None


def says_where(quote: str) -> bool:
    """Whether a quote is a line that is labelled as the place of something."""
    return _WHERE.search(label_of(quote)) is not None


def label_of(quote: str) -> str:
    """What a line calls its value ('문의처' of '8. 문 의 처 : …'), spread words closed; else ''."""
    match = _LABEL.match(quote)
    if match is None or quote.count("\n") > 1:
        return ""
    label = _NUMBERING.sub("", match["label"]).strip()
    return re.sub(r"\s+", "", label) if _SPREAD.fullmatch(label) else label


def defines(quote: str, asked: str) -> bool:
    """Whether a quote says what the thing is that a question wants explained ('…이 뭐야')."""
    match = _EXPLAINED.search(asked)
    if match is None:
        return False
    word = re.escape(match["word"])
    return bool(
        re.search(
            rf"(?<![가-힣]){word}[’”']?\s?(?:이란|란|은|는)\s[^.\n]{{5,200}}?{_SAYS_WHAT}", quote
        )
    )


def is_per_head_met(quote: str, headings: tuple[str, ...], asked: str) -> bool:
    """Whether a figure is one per person where that is asked for; True where it is not."""
    if not _PER_HEAD_ASKED.search(asked):
        return True
    return any(_PER_HEAD.search(text) for text in (quote, *headings))


@lru_cache(maxsize=8)  # as above
def noun_sought(text: str) -> str:
    """The kind of thing asked for ('반' of '어떤 반에'); '' for none or one that says nothing."""
    match = _SOUGHT.search(text)
    noun = match["noun"] if match else ""
    return "" if is_measure_word(noun) else noun


def _is_named_by(heading: str, asked: Understanding) -> bool:
    """Whether a heading says every word that tells what is to be listed."""
    named = [term for term in asked.terms if not term.is_measure]
    near = tight_published(heading)
    return bool(named) and all(
        any(tight(form) in near for form in (term.form, *term.renderings)) for term in named
    )


def _names_a(noun: str, quote: str) -> bool:
    """Whether a quote has a longer word that ends in the noun ('합동점검반' is a 반)."""
    least = 2 if len(noun) == 1 else 1
    return bool(
        re.search(rf"[가-힣A-Za-z]{{{least},8}}{noun}(?=[은는이가을를의에\s,.)’”]|$)", quote)
    )


def _is_opening(quote: str, texts: Texts) -> bool:
    """Whether a quote opens with a headline that is not the title, which has its own rule."""
    if not _OPENS.match(quote) or _LABEL.match(quote):
        return False
    return not texts.title.startswith(tight_published(quote.splitlines()[0]))


def _names_part(quote: str, asked: str) -> bool:
    """Whether a quote names the one numbered part that a question names ('2층', '1단계')."""
    named = {(one["number"], one["kind"]) for one in _PART.finditer(asked)}
    if len(named) != 1:
        return False
    return named <= {(one["number"], one["kind"]) for one in _PART.finditer(quote)}


def _is_in_frame(quote: str, asked: str) -> bool:
    """Whether a figure stands in the frame it is asked in ('11년 만' for '몇 년 만에')."""
    match = _FRAME_ASKED.search(asked)
    if match is None:
        return False
    unit, frame = re.escape(match["unit"]), match["frame"].removesuffix("에")
    if frame.endswith("로"):
        # '21대 → 24대' says what it became as '24대로' does.
        return bool(
            re.search(rf"\d\s?{unit}\s?으?로(?![가-힣])", quote)
            or re.search(rf"(?:→|->)\s?\d[\d,.]*\s?{unit}", quote)
        )
    return bool(re.search(rf"\d\s?{unit}\s?{frame}", quote))


def is_labelled(quote: str, kind: Asked) -> bool:
    """Whether a line is labelled as a value of a kind ('기간 : 3. 2. ~ 3. 9.')."""
    pattern = _LABEL_OF.get(kind)
    return pattern is not None and pattern.search(label_of(quote)) is not None


def _is_label_asked(quote: str, asked: Understanding) -> bool:
    """Whether a label is a word of the question, with no word before it that it leaves out."""
    label = tight_published(label_of(quote))
    return len(label) > 1 and bool(
        re.search(rf"(?<![가-힣]){re.escape(label)}(?:[은는이가을를의도]|$|\s|\?)", asked.text)
    )


def _label_said(quote: str, texts: Texts, asked: Understanding) -> float:
    """The share of a label's words that the question says; 0 for a quote that has no label."""
    label_text = label_of(quote)
    if not label_text:
        return 0.0
    said = tight(asked.search_text)
    near = said + texts.headings + texts.title
    words = [_PARTICLE.sub("", word) or word for word in _WORD.findall(label_text)]
    if not words:
        return 0.0
    labels = [_LABEL_OF[kind] for kind in asked.kinds if kind in _LABEL_OF]
    labels += [_WHERE] if asks_where(asked.text) else []
    met = sum(
        tight_published(word) in near
        or any(label.search(word) for label in labels)
        or any(tight(other) in said for other in synonyms(word))
        for word in words
    )
    return met / len(words)


def _is_of_parts(quote: str, asked: Understanding) -> bool:
    """Whether a quote is a table of parts, none of them asked about and without their total."""
    rows = [row for row in _ROW.finditer(quote) if row["first"]]
    firsts = [row["first"] for row in rows if not _RULE.fullmatch(row["first"])][1:]
    if len(firsts) < _FEWEST_ROWS or any(_TOTAL_ROW.fullmatch(one) for one in firsts):
        return False
    said = tight(asked.search_text)
    names = [tight_published(one) for one in firsts]
    forms = [tight(one) for term in asked.terms for one in (term.form, *term.renderings)]
    return not any(
        any(char.isdigit() for char in name)
        or name in said
        or any(len(form) > 1 and form in name for form in forms)
        for name in names
    )
