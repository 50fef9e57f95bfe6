"""What each figure of a statement is called, in the light of those named before it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from corpus.brackets import open_bracket
from corpus.characters import fold
from corpus.facts.acts import AGAINST, act_of
from corpus.facts.borders import one_and_others
from corpus.facts.followers import deed_after, noun_after, renewal_after
from corpus.facts.labels import (
    clean_name,
    is_generic,
    is_place,
    item_label,
    join_names,
    label_before,
    object_before,
    place_named,
    title_name,
    topic_before,
)
from corpus.facts.named import (
    AFTER,
    BESIDE,
    BRACKET,
    CHANGE,
    CHANGES,
    DECREASE,
    EARLIER,
    HEADING,
    HOST,
    LABEL,
    LAST,
    MONEY,
    NOUN,
    SHARE_OF,
    TITLE,
    TOPIC,
    WHOLE,
    Name,
    NamedFigure,
    says_nothing,
    sums_list,
    without_amount,
)
from corpus.facts.openings import cost_of, is_measure, join_within, opening_thing, wants_heading
from corpus.facts.papers import named_above
from corpus.facts.statements import Statement
from corpus.facts.topics import sound_heading

_STUCK = re.compile(r"[^\s,;/(\[·ㆍ]*")
_COUNT_IN_LABEL = re.compile(
    r"\s*(?:총\s?)?\d[\d,.]*\s*(?:건|개|명|회|개소|점|%|(?:[조억만천백][\s\d,.]*+)+원?)"
    r"\s?(?:증액|감액|증가|감소|증|감|편성|투입|지원|확보)?\s*$"
)
_QUESTION_LABEL = re.compile(
    r"(?:누가|누구(?:를|에게|와)|언제|어디(?:서|에서|에)|무엇(?:을|으로)|어떻게|왜|얼마나)(?![가-힣]).*"
)
_PREVIOUS = re.compile(
    r"(?:전년(?:도)?(?:\s?말)?|지난해|작년|전기|(?:한\s해|1년)\s전|이전|당초|기정액?|종전)\s*\(?\s*$"
)
_NO_SUBJECT = re.compile(r"(?:보다|까지|부터|만에|이상|이하|이내)$")
_OF_WHICH = re.compile(r"\s?(?:가운데|중)(?:에서)?\s")
_YEAR_INSIDE = re.compile(r"(?:19|20)\d\d|'\d\d|전년|지난해|작년")
_OF_THE_SAME = re.compile(r"\s?(?:에서|만점(?:에|에서| 중))(?:\s(?:(?:19|20)\d\d년|올해|내년))?\s?")
_TO_LAST = re.compile(r"(?:에|에는|에서|의|을|를|은|는|이|가|으로|로)?\s*")
_EACH_OF = re.compile(r"(?<![가-힣])(?:각각|각|총|모두|약|합계)(?![가-힣])")
_TURN = re.compile(
    r"(?<![가-힣])(?:각각?|총|약|연간?|월|주|하루|최대|이상|이하|이내|까지)(?![가-힣])"
)
_BARE_BEFORE = re.compile(r"(?<![가-힣\d,.])\d[\d,]*(?:\.\d+)?\s?$")
_DEED_NOUN = re.compile(
    r"\s?(?P<deed>회수|추징|환수|반납|부과|징수|감액|증액|지급|편성|집행|적발|처분|징계|주의|훈계|시정|이수|수료)"
    r"(?![가-힣])"
)
_SHORT_ACT = re.compile(r"\s?(?:[가-힣]{2,4}\s?)?")
_EACH = re.compile(r"\d+(?:인|명|가구|세대|건|개소)당")
_GROWN = re.compile(
    r"\)?(?:이|가|만큼)?\s?(?:늘어난?|줄어든?|증가한|감소한|증액된|감액된|많은|적은|오른|내린|높은|낮은|불어난?)\s?"
)
# Characters between two figures, figures compared, characters back to a label or a whole.
_LONGEST_GAP, _MOST_COMPARED, _LABEL_REACH = 12, 12, 120
_ONLY_MARKS, TOTAL = re.compile(r"[\W\d]*"), "합계"
_DONE = re.compile(r"운영|설치|구축|조성|정비|확충|보급|지원|개선|신축|건립|교체|구입|증축|보수")
_OWN_LABEL = re.compile(r"(?<=[/,;])\s?(?P<label>[가-힣A-Za-z][가-힣A-Za-z·\s]{1,24}?)\s?[:：]\s")
_MEASURE = re.compile(r"\s(?:연면적|면적|부지|길이|총?연장|높이|폭|규모|용량|시설규모)$")
_NEW_ITEM = re.compile(r"[①-⑳▲△▶;•…]|다\.\s")
_AND_OTHERS = re.compile(r"등\s*(?:총\s?|모두\s?)?$")
_SUMMED = re.compile(r"(?:=|⇒|,\s?총)\s*(?:총\s?)?$")
_SUM_IN_BRACKET = re.compile(r"\(\s?(?:총|계|합계|모두)\s*$")
_GOES_ON = re.compile(r"이(?:며|고)\s")
_SHORTEST, _NOBODY = 3, Name(words="")  # characters of a name that needs no heading


@dataclass(slots=True, kw_only=True)
class Namer:
    """Names the figures of one statement in the order in which they are printed.

    `place` is the government that the item's label names, None where it names none.
    """

    statement: Statement
    label: str = ""
    value_start: int = 0
    place: str | None = None
    _text: str = ""
    _earlier: list[NamedFigure] = field(default_factory=list)
    _whole: str = ""
    _whole_end: int = 0

    def __post_init__(self) -> None:
        self._text = fold(self.statement.text)
        label, self.value_start = item_label(self.statement.text)
        if label and (match := _COUNT_IN_LABEL.search(label)):
            label = label[: match.start()]
        self.label = "" if _QUESTION_LABEL.fullmatch(label) or is_place(label) else label
        self.place = place_named(label)

    def name(
        self, start: int, end: int, *, unit: str = "", noun: str = "", direction: str | None = None
    ) -> Name:
        """The name of the figure at text[start:end], which no later call may stand before.

        `noun` is the thing counted; `direction` ('up', 'down') is given where the figure is known
        to be a change.
        """
        found = self._name(start, end, unit, noun, direction)
        behind = end
        if noun and (at := self._text.find(noun, end, end + len(noun) + 2)) >= 0:
            behind = at + len(noun)
        self._earlier.append(
            NamedFigure(start=start, end=behind, unit=unit, has_noun=bool(noun), name=found)
        )
        if _OF_WHICH.match(self._text, behind):
            self._whole, self._whole_end = found.words, behind
        return found

    def passed(self, start: int, end: int, name: str) -> None:
        """Take in a figure or a course of figures at text[start:end] that has its name already."""
        self._earlier.append(
            NamedFigure(start=start, end=end, unit="", has_noun=False, name=Name(words=name))
        )

    @property
    def clean_label(self) -> str:
        """The item's label as names show it, '' for none."""
        return clean_name(self.label)

    def _label_before(self, start: int) -> str:
        """The label that holds at a place: '기간 : 5년 / 사업비 : 286억원' has two."""
        begin = max(self.value_start, start - _LABEL_REACH)
        own = list(_OWN_LABEL.finditer(self._text, begin, start))
        return own[-1]["label"] if own else self.label

    def general(self, start: int) -> str:
        """The name that the whole statement gives to its figures: its label, else its heading."""
        label = clean_name(self._label_before(start))
        if label and is_generic(label):
            return join_names(self._heading_or_title(), label)
        return label or self._heading()

    def _name(self, start: int, end: int, unit: str, noun: str, direction: str | None) -> Name:
        before = self._text[max(0, start - 24) : start]
        act = act_of(self._text, start, end, unit, direction)
        host = self._host(start)
        opened = open_bracket(self._text, start)
        if not act and opened >= 0 and self._earlier and self._text[start] in "△▼▽":
            act = DECREASE  # '4,127천원 (전년말 4,390천원, △262천원)'
            host = host if host.words else self._earlier[0].name
        if change := self._changed(start, end, unit, host, act):
            return change
        if _PREVIOUS.search(before) and (of := host.words or self._last(unit).words):
            source = HOST if host.words else BESIDE if self._is_alone(of) else EARLIER
            return Name(words=of, basis=(source,))
        is_sum = (_SUM_IN_BRACKET if opened >= 0 else _SUMMED).search(before) is not None
        is_open = not noun and says_nothing(self._about(start))
        is_listed = is_open and sums_list(self._text, self._earlier, start, unit)
        if is_listed or (is_sum and len(self._earlier) > 1):
            return self._of_item(start, TOTAL, act)
        if opened >= 0 and (inside := self._in_bracket(start, opened, unit, host)):
            is_other = bool(noun) and host.words == inside and self._earlier[-1].unit != unit
            inside = "" if is_other else inside  # '이행률 38.6%(65개 공약)' counts another thing
            source = HOST if host.words else BRACKET
            return Name(words=join_names(inside, noun), act=act, basis=(source,))
        if (gap := self._gap(start)) is not None:
            is_other = self._earlier[-1].has_noun and unit in {"건", "원", "명"}
            if is_other and _ONLY_MARKS.fullmatch(gap) and not noun:
                # '20개 부서 104건': a hundred and four of what the item is about, not of offices
                return self._of_item(start, "", act)
            if _ONLY_MARKS.fullmatch(gap) and not noun:  # '공사 54건 45억원', '80명 / 10백만 원'
                deed = _DEED_NOUN.match(self._text, end)
                if deed and "," in gap:  # '3개소, 6,840천원 회수'
                    general = self._general_at(start) or self._heading()
                    words = join_names(general, deed["deed"])
                    return Name(words=words, act=act, basis=(HEADING, AFTER))
                words = _MEASURE.sub("", self._last().words) if unit == "원" else ""
                words = words or self._last().words  # '연면적 2,400㎡, 86억원'
                return Name(words=words, act=act, basis=(LAST,))
            if (
                not noun and self._earlier[-1].has_noun and _TO_LAST.fullmatch(gap)
            ):  # '5개 투자사업에 206억원'
                return Name(words=self._last().words, act=act, basis=(LAST,))
            if _OF_THE_SAME.fullmatch(gap) and unit == self._earlier[-1].unit:
                return Name(words=self._last().words, act=act, basis=(LAST,))  # 'A에서 B로'
            if gap.strip() in {"의", "의 약"} and "%" in self._text[start:end]:  # '107억원의 2.6%'
                words = join_names(self._last().words, "대비 비율")
                return Name(words=words, act=act, basis=(EARLIER,))
        name, basis = self._plain(start, end, unit, noun, act)
        is_beside = self.statement.is_item or bool(noun) or BESIDE in basis
        borrowed = not is_beside and name == self._heading_or_title()
        return Name(words=name, act=act, is_borrowed=borrowed, basis=basis)

    def _changed(self, start: int, end: int, unit: str, host: Name, act: str) -> Name | None:
        """The name of a figure that says how much another changed; None for any other."""
        before = self._text[max(0, start - 24) : start]
        if host.is_change and "→" not in before:  # 480억 원(4.6%) 증가
            words = without_amount(host.words)
            return Name(words=words, act=host.act, is_change=True, of=host.of, basis=(HOST,))
        if act in CHANGES or (host.words and AGAINST.search(before)):
            beside = "" if AGAINST.search(before) else self._beside(start)
            last = self._last(unit).of or self._last(unit).words
            simple = WHOLE if self._is_alone(last) else LAST
            basis = HOST if host.words else BESIDE if beside else simple if last else TOPIC
            if simple == LAST and _GOES_ON.match(self._gap(start) or ""):
                last = ""  # '선박 4억이며 2억 많다'
            of = host.words or beside or last
            of = of or self._general_at(start) or self._about(start) or self._heading_or_title()
            words = join_names(of, self._change(start, end, act or CHANGE))
            return Name(words=words, act=act or CHANGE, is_change=True, of=of, basis=(basis,))
        if self._last().is_change and _GROWN.fullmatch(self._gap(start) or ""):
            return Name(words=self._last().of, basis=(LAST,))  # '480억 원이 늘어 1조 3,530억 원'
        return None

    def _of_item(self, start: int, more: str, act: str) -> Name:
        """The name of what the whole item is about, with what `more` says of it."""
        general = self._general_at(start) if start >= self.value_start else ""
        basis = (LABEL,) if general and self.label else (HEADING,)
        return Name(words=join_names(general or self._heading(), more), act=act, basis=basis)

    def _in_bracket(self, start: int, opened: int, unit: str, host: Name) -> str:
        """The name of a figure in a bracket: what it is said in the bracket, of what stands before.

        `host` is the figure right before the bracket, if one stands there.
        """
        inside = self._beside(start, opened + 1)
        if host.words:
            gap = self._gap(start) or ""
            outside = self._last_outside(opened, unit)
            if not inside and outside and _YEAR_INSIDE.search(self._text, opened, start):
                return outside.words
            if not inside and self._earlier[-1].start > opened and _ONLY_MARKS.fullmatch(gap):
                return self._last().words if unit == "원" else host.words  # '(1개 부서 700만 원)'
            return cost_of(host.words, inside)
        has_year = _YEAR_INSIDE.search(self._text, opened, start) is not None
        if not inside and has_year and self._earlier:
            # '공모 31건, 412억 원 확보(2022년 24건 305억 원)'
            outside = self._last_outside(opened, unit)
            return outside.words if outside else ""
        floor = self.value_start if opened >= self.value_start else 0
        floor = max([floor, *(self._stuck(one.end) for one in self._earlier if one.end <= opened)])
        number = _BARE_BEFORE.search(self._text, max(floor, opened - _LONGEST_GAP), opened)
        about = label_before(self.statement.text, floor, number.start() if number else opened)
        letters = re.sub(r"[^가-힣A-Za-z]", "", about)
        is_stuck = bool(letters) and self._text[opened - 1 : opened].isalpha()  # 'S(20%), A(30%)'
        is_named = len(letters) >= _SHORTEST or is_stuck
        if is_stuck and len(letters) < _SHORTEST:
            about = join_names(self._general_at(start), about)
        if number and about:  # '국비 106,400 (35.0%)'
            return join_names(self._general_at(start), about, inside)
        return join_names(about, inside) if is_named else ""

    def _last_outside(self, opened: int, unit: str) -> Name | None:
        """The last figure in a unit before a bracket: what the bracket gives for another year."""
        fitting = (o.name for o in reversed(self._earlier) if o.end <= opened and o.unit == unit)
        return next(fitting, None)

    def _plain(
        self, start: int, end: int, unit: str, noun: str, act: str
    ) -> tuple[str, tuple[str, ...]]:
        """The name of a figure that is in no bracket and no change, and where it comes from."""
        in_value = bool(self.value_start) and start >= self.value_start
        general = self._general_at(start) if in_value else ""
        beside = self._beside(start)
        if self._earlier and _DONE.fullmatch(beside) and (self._gap(start) or "").strip() == beside:
            beside = join_names(self._last().words, beside)  # '노인복지관 3곳 운영 24억 원'
        is_list = _AND_OTHERS.search(self._text, max(0, start - _LONGEST_GAP), start) is not None
        if is_list and noun:
            # '중앙행정기관과 지자체 등 307개 기관': the last of those named is not the one counted
            beside = "" if general else self._about(start)
        if is_list and not noun and unit in {"원", "%"}:
            floor = self._stuck(self._earlier[-1].end) if self._earlier else self.value_start
            beside = one_and_others(self._text[floor:start]) or beside
        after = "" if noun or beside else noun_after(self._text, end)
        if (noun or after) and not beside and not general and self.statement.is_item:
            about = title_name(self.statement.document.title)
            return join_names(about, noun or after), (TITLE, NOUN)
        particular = join_names(beside, noun or after, renewal_after(self._text, end, beside))
        if act and act not in particular and self._text[end : end + 24].strip():
            particular = join_names(particular, self._change(start, end, act))
        is_far = start - self._whole_end > _LABEL_REACH
        is_over = is_far or _NEW_ITEM.search(self._text, self._whole_end, start) is not None
        whole = "" if is_over else self._whole
        name = join_within(general or whole, particular)
        if noun and not name.endswith(noun):
            name = f"{name} {noun}"  # '신규사업 발굴 보고회 : 59개 사업' counts 사업
        basis = [LABEL] if general else [WHOLE] if whole else []
        basis += [one for one, words in ((BESIDE, beside), (NOUN, noun), (AFTER, after)) if words]
        if "%" in self._text[start:end] and SHARE_OF.search(self._text, 0, start):
            # '부품 업체는 제조업체의 약 10%': what has the share, and of what.
            name = join_names(topic_before(self._text, start), name, "비율")
        if not name and not self.statement.is_item:
            name = deed_after(self._text, end) or self._about(start)
            basis.append(
                WHOLE if is_list and len(self._earlier) > 1 else TOPIC
            )  # '신규 99건, 계속 232건 등 331건'
        if not general and self.statement.is_item and is_measure(name):
            thing = opening_thing(self._text, start)  # '누리도서관 신축('32.) / 연면적 3,420㎡'
            name = join_names(thing, name)
            basis += [TOPIC] if thing else []
        is_short = self.statement.is_item and wants_heading(beside) and TOPIC not in basis
        if not general and (not name or is_short):
            name = join_within(title_name(self._heading()) if self._heading() else "", name)
            basis += [HEADING] if self._heading() else []
        if _EACH.fullmatch(name) and self._earlier:  # '1인당 300천원' of what was named before
            name = join_names(self._last().words, name)
        if is_generic(name):
            topic = "" if self.statement.is_item else self._about(start)
            topic = "" if is_generic(topic) else topic
            name = join_names(topic or self._heading_or_title(), name)
            basis.append(TOPIC if topic else HEADING)
        if not name:
            basis.append(HEADING)
        return name or self._heading_or_title(), tuple(dict.fromkeys(basis))

    def _beside(self, start: int, floor: int = 0) -> str:
        """The words right before a figure, as far back as the figure before it or as `floor`."""
        floor = max(floor, self.value_start) if start >= self.value_start else floor
        if self._earlier and self._earlier[-1].end <= start:
            floor = max(floor, min(start, self._stuck(self._earlier[-1].end)))
        words = self._text[floor:start].split()
        if words and _NO_SUBJECT.search(words[-1]):
            return ""
        beside = label_before(self.statement.text, floor, start)
        return "" if _ONLY_MARKS.fullmatch(beside) or is_place(beside) else beside

    def _host(self, start: int) -> Name:
        """The name of the figure in whose bracket this one stands: 84억 원(5.41%)."""
        opened = open_bracket(self._text, start)
        for one in reversed(self._earlier) if opened >= 0 else ():
            if one.start < opened and one.end <= opened + 1:
                between = self._text[one.end : opened]
                return one.name if _SHORT_ACT.fullmatch(between) else _NOBODY
        return _NOBODY

    def _stuck(self, end: int) -> int:
        """Where what touches a figure that ends at `end` ends: '60명으로', '5.17%인'."""
        stuck = _STUCK.match(self._text, end)
        return stuck.end() if stuck else end

    def _last(self, unit: str = "") -> Name:
        """The last figure's name; that of the last in the same unit, if one is given and there."""
        same = (one.name for one in reversed(self._earlier) if unit and one.unit == unit)
        return next(same, self._earlier[-1].name if self._earlier else _NOBODY)

    def _is_alone(self, name: str) -> bool:
        """Whether every figure before is of one thing: 'N은 A로 전년(B)보다 C 늘었다'."""
        return bool(name) and all(
            (one.name.of or one.name.words) == name
            and bool({BESIDE, LABEL, HOST} & set(one.name.basis))
            for one in self._earlier[-_MOST_COMPARED:]
        )

    def _gap(self, start: int) -> str | None:
        """What stands between the figure before and this one."""
        if not self._earlier or self._earlier[-1].end > start:
            return None
        gap = self._text[self._earlier[-1].end : start][:_LONGEST_GAP]
        return (_TURN if "→" in gap else _EACH_OF).sub(" ", gap)

    def _about(self, start: int) -> str:
        """What the clause is about: its topic (은, 는), else its object (을, 를)."""
        return topic_before(self._text, start) or object_before(self._text, start)

    def _heading(self) -> str:
        return sound_heading(self.statement.passage.heading_path)

    def _general_at(self, start: int) -> str:
        """The item's label, with its heading where it does not say of what it is the label."""
        label = self._label_before(start)
        general = clean_name(label) if start >= self.value_start else ""
        return join_names(self._heading_or_title(), general) if is_generic(general) else general

    def _heading_or_title(self) -> str:
        return title_name(self._heading()) or named_above(self.statement)

    def _change(self, start: int, end: int, act: str) -> str:
        return f"{act}액" if MONEY.search(self._text[start:end]) else act
