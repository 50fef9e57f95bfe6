"""Whether a figure's own statement says what it counts: the doubts that its name leaves.

A name is certain where its words stand right before the figure or in its label and name a thing.
Names that were borrowed (from a heading, from the figure before), that are pieces of a sentence or
that say too little leave a doubt, and the figure is not published (`corpus.facts.doubts`).
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from corpus.facts.additions import is_added, is_settled, list_end
from corpus.facts.adverbs import is_adverb
from corpus.facts.bare_names import is_bare, is_member, is_other_in_bracket
from corpus.facts.counted import is_of_another, joins_another
from corpus.facts.doubts import KIND_UNSURE, NAME_BORROWED, NAME_INCOMPLETE, OTHER_FIGURE
from corpus.facts.labels import is_generic, item_label
from corpus.facts.named import (
    AFTER,
    BESIDE,
    CHANGE,
    EARLIER,
    HEADING,
    HOST,
    LABEL,
    LAST,
    SHARE_OF,
    TITLE,
    TOPIC,
    WHOLE,
    Name,
)
from corpus.facts.openings import is_measure, names_more
from corpus.facts.statements import Statement
from corpus.facts.verbs import HELPING, WORDS, closes_clause, is_adnominal
from corpus.particles import particle_of

# Words that name nothing by themselves, whatever stands around them.
_EMPTY = re.compile(
    r"\d급|것|돈|사람|일|곳|때|점|수|명|구|시|군|도|답|셋|절반|대부분|일부|상당|안팎|가량|곧|이상|이하|대비|단위|매달|매월|매년"
    r"|[상하]위|최하위|맨\s?(?:위|아래)|안|밖|앞|뒤|위|아래|전국|도내|관내|외부|내부|정량|정성|본처분|논의|검토|보고|참석|신청"
    r"|채택|매출|금액|규모|면적|연면적|부지면적|공정률|신규고용|인원|모집인원|비율|비중|평균|차이|증가|감소|기타|나머지|신규|계속"
    r"|완료|추진|청년|주민|시민|군민|구민|중앙부처|외부기관|광역|기초|[국도시군구]비|지방비|민자|[국도]·?[도군시]비|별도\s?사업|참고|(?:연평균|전년|지난해|같은\s기간)(?:\s?(?:증가|감소|증감))?액?"
    r"|(?:(?:같은|해당|이)\s)?기간|(?:이용|발급|접수|처리|신청)\s?건수|전인|(?:하루|이틀|사흘|나흘|닷새)\s(?:일정|동안)(?:\s개최)?|기간/예산|위치/기간|(?:상한|한도)액?|(?:총\s?)?사업비|(?:사업|소요|총)?\s?예산|총액|합계|계|소계|한\s?대"
    r"|(?:1인|가구|세대|농가|점포|팀|명|기업|기업체|업체|업소|사업장|마을|부서|곳|개소|[가-힣]{1,4}\s?1인)당"
    r"|(?:(?:도내|전국|유사|동종|같은|유형|자치구|[시군구]|단위|자치단체|지자체|시군|기관|시부|군부|외부|내부)\s?)+평균"
)
_KINDS_OF_CONTRACT = re.compile(r"공사|용역|물품(?:[·\s]?구매)?|구매|전문|종합|일상감사|계약심사")
_MARKS = re.compile(r"\(\s|[?…⇒→←▶▷>【】|+]|\s/\s|^[^\w(\[‘“「『<'\"]|^[·,]|\s,")
_PAIRS = (("(", ")"), ("[", "]"), ("‘", "’"), ("“", "”"), ("「", "」"), ("『", "』"), ("<", ">"))
_PAIR_MARK = re.compile(r"[()\[\]‘’“”「」『』<>]")
_OPEN_PARTICLES = frozenset(
    {
        "은",
        "는",
        "이",
        "가",
        "을",
        "를",
        "에서",
        "에게",
        "로",
        "으로",
        "부터",
        "까지",
        "보다",
        "에",
        "만",
    }
)
_PREDICATE = re.compile(
    r"(?:^|[가-힣])보니$|[가-힣](?:다|하니|되니|하며|이며|으며|지며|되며|거나|지만)$|^원(?:이던|에|을|의|으로|이|은|인|가량)$|^(?:갖고|따로|떼어|넣어|모여|올려준|미친|더해진|고친|채운|곧|매달)$"
)
_NOT_PREDICATE = re.compile(r"(?:바다|판다|캐나다|보다|과다|다다|르완다|우간다|도와|판다)$")
_STRUCTURE = re.compile(
    r"(?:전략|목표|분야|과제|항목|지표|사업|시책|방향|방침|공무원|분과|관점|계약)$"
)
# Nothing but figures of the same list before it: '3대 분야 9개 과제'.
_LEADS = re.compile(
    r"[\s,·(’‘'`´\d년.)총]*(?:\d[\d,]*\s?[가-힣]{1,3}(?:의)?\s?[가-힣]{2,8}(?:\([^()]{0,40}\))?[\s,·/]*){0,5}(?:총\s?)?"
)
_FIGURE = re.compile(r"\d(?!\d*급)")
_NEWS = re.compile(r"연속|우수|선정|돌파|최초|최고|대상|수상|표창|확보|달성|절감")
_BODY = re.compile(r"[가-힣]{1,4}[부처청위]$|위원회$|의회$|정부$|[시군구도]$")
_TAIL = re.compile(
    r"(?:대비|포함|전수|기준|예정|(?:이상|이하|미만|초과|이내)인|많음|적음|낮음|높음|모자람|없음|있음|같음|주소|때|일원|일대|이상|이하|미만|합쳐|합한|더한|보면|나눠|따져)$"
)
_COMPARED = re.compile(r"\s?(?:대비|보다|에\s?비해|과\s?비교|와\s?비교|에\s?견줘)")
_YEAR_BEFORE = re.compile(r"(?:지난해|작년|전년도?)\s?$")  # '86.3점으로 지난해 80.5점보다'
_RATE = re.compile(
    r"(?:[률율도]|비[율중]|증[가감]|감소|차이|대비|지수|가중치|구성비|이상|이하|목표|수준|[가감]점|배점|할인|감면|부담|몫"
    r"|분담|인[상하])$"
)
_COUNTABLE = re.compile(
    r"(?:과제|사업|지표|목표|부서|기관|시설|업체|기업|센터|점포|단지|지구|마을|학교|표창|상|위원회|[팀반]|항목|분야|전략"
    r"|시책|정책|기금|프로그램|노선|코스|동아리|단체|조합|사례|교실|강좌|행사|축제|대책|공약|품목|종목|작목반|도서관|공원|시장"
    r"|도시|[시군구]|업소|협의체|거점|구간|지점|하천|교량|터널|역|섬|도서|대학|어린이집|유치원|경로당|병원|은행|호텔|농가|(?:공|매|시|주차|운동|체육|정류|사업|야영|캠핑|경기|수영|목욕|작업)장)$"
)
# What is said right behind a figure that makes it another thing than its name says.
_OTHERWISE = re.compile(
    # What something rose or fell to is what its name says: '39명에서 49명으로 늘었다'.
    r"(?!(?:쯤|가량|여)?(?:\([^()]{0,24}\))?(?:으로|로)\s(?:더\s|크게\s)?(?:늘|줄|높|낮|떨어|오[르른]|올[랐라]|내[려렸린]|커|작아|적어|많아))"
    r"(?:쯤|가량|여)?(?:\([^()]{0,24}\))?(?:\s?(?:이상|넘게))?(?:을|를|이|가|은|는|으로|로|씩|만)?\s?(?:더\s)?"
    r"(?:(?:각각|모두|함께|나란히)\s(?:증가|감소|증액|감액|[늘줄깎])|깎|줄[었여인이어임일]|[빼뺀뺐]|덜[어었]|늘[었어린려릴림]|높[았여은]|낮[았춰은]|모자|못\s|빠[졌져진]|취소|넘기|남[았긴겼]|적어|많[아았은다음고]|적[은다음고었]|[작짧][아았다음고]|작은(?=\s(?:것|수준|규모|금액|액수))|크[다게고]|웃돌"
    r"|밑돌|처분|사들|[팔판]|반납|삭감|폐지|탈락|미달|부족|초과|상향|하향|적자|보[태탰]|더[해했한]|얹|덧|아[끼꼈]|넘[는은어게김긴]|오름|내림|떨어)"
)
# What is said behind a figure of a sentence that leaves it what its name says.
_PLAIN = re.compile(
    r"(?:여|쯤|가량|정도|남짓|꼴)?\s?(?:$|[,.)(·/→…△▲▶①-⑳]|등\s|이[다며고었]|였|(?:으로|로)(?:\s|,|$)|씩\s|규모|수준"
    r"|(?:을|를|이|가|에|은|는|의|이나|까지)?\s?(?:[가-힣]{1,6}(?:에|로|으로|까지)\s)?"
    r"(?:참석|참여|투입|확보|편성|기록|달성|집계|나타|조사|차지|이르|이른|달[하한했]|넘[어는]|받[아은았]|얻[어었은]|거[둬뒀두]|걷[어었]|지원|배정|책정|계획|목표|대상|선정"
    r"|발굴|보고|추진|집행|반영|제출|확정|마련|포함|들여|들어|쓰|썼|운영|설치|건립|조성|유치|모집|채용|접수|신청|건의|요청|심사|점검|검토"
    r"|있[다는고으]|내려|됐|된다|되[고며]|한다|했))"
)
_DOER_LABEL = re.compile(r"주관|주최|주체|(?:평가|측정|조사|시행|심사|주관|주최)기관")
_OVER = re.compile(r"\d[\d,.]*\s?[만천]?\s?[가-힣%]{1,3}(?:\([^()]{0,12}\))?\s?/\s?\S{0,6}\s?$")
_CHANGE_EACH = re.compile(
    r"^(?:앞선|직전|종전)\s(?:증가|감소)액?$|(?:증가|감소|증액|감액|차이)액?\s(?:[가-힣]{2,3}\s)?1인당$"
)
_STAGE = re.compile(r"\s(?:목표|실적|계획|달성)$")
# 'N%p 더 얹어 줌' is support, no growth; a year before a level in a bracket is that of the level.
_ON_TOP = re.compile(r"(?:를|을|씩)?\s?(?:더\s)?(?:얹|보태|우대|가산|덧붙)")
_FORMER_LEVEL = re.compile(
    r"(?:증가|감소|증액|감액|확대|축소|[늘줄]\S{0,3}|증|감)\s?"
    r"\((?:['‘’`´]?(?:\d\d)?\d\d(?:년도?|\.)|전년도?|지난해|작년|당초|기존|종전)\s?(?:말\s)?$|/\s?(?:[가-힣]{2,3}\s)?1인당\s?$"
)
_NOT_ONE = re.compile(r"(?:이|가)?도\s.{0,16}(?:않|없|못)")
_SUBSET = re.compile(r"(?:가운데|중에서?|중)\s*$")
_AND_OTHERS = re.compile(r"(?:\s|[가-힣])등\s*(?:총\s?|모두\s?)?$")
_LIMIT_UNITS = frozenset({"세", "인", "자녀", "살"})
_AGE = re.compile(r"나이|연령|나잇")


def name_doubts(
    statement: Statement,
    name: Name,
    start: int,
    end: int,
    *,
    unit: str,
    noun: str = "",
    label: str = "",
    is_part: bool = False,
) -> tuple[str, ...]:
    """The doubts that the name of the figure at statement.text[start:end] leaves; () for none.

    `label` is the item's own label, `noun` the noun that the figure counts; `is_part` tells a bare
    number that has its unit from the count that it is part of.
    """
    of = name.of if name.is_change and name.of else name.words
    if unit in _LIMIT_UNITS and not _AGE.search(of):
        return (KIND_UNSURE,)  # '65세 이상 인구' counts no years
    said = of.removeprefix(label).strip() if label and LABEL in name.basis else of
    if TITLE in name.basis:
        lead = statement.text[max(0, start - _NEAR) : start].rpartition(" - ")[2]
        leads = unit == "가지" or _LEADS.fullmatch(lead) is not None
        if not leads or not _STRUCTURE.search(noun or of):
            return (NAME_BORROWED,)
        is_press = statement.document.document_type == "press"
        if _NEWS.search(of) or (is_press and _FIGURE.search(of)):
            return (NAME_BORROWED,)  # a headline tells the news, not what is counted
        said = noun or of.rpartition(" ")[2]
    if not of or _is_marked(said) or (said and is_piece(said)) or _is_empty(of, unit):
        return (NAME_INCOMPLETE,)
    if is_of_another(statement.text, name, start, end, noun=noun):
        return OTHER_FIGURE
    basis = frozenset(name.basis)
    is_labelled = LABEL in basis
    if is_bare(of, unit, is_item=statement.is_item, is_labelled=is_labelled):
        return (NAME_INCOMPLETE,)
    text = statement.text
    before = text[max(0, start - 24) : start]
    if unit == "명" and not (statement.is_item or is_labelled) and is_member(statement.text, end):
        return (NAME_BORROWED,)
    if label and "(" in before and _DOER_LABEL.fullmatch(label.replace(" ", "")):
        return (NAME_BORROWED,)  # '주관 : 관리원 (15개 유형)' has the kinds of another
    if joins_another(before, of, unit, noun=noun, is_item=statement.is_item):
        return OTHER_FIGURE
    if _CHANGE_EACH.search(name.words):
        return OTHER_FIGURE  # '442억원 감소 / 1인당 38만원' is the debt, not its fall
    if is_other_in_bracket(statement.text, of, start):
        return OTHER_FIGURE
    is_as_said = name.is_change or name.act or is_settled(text, start, end)
    if not is_as_said and _OTHERWISE.match(text, list_end(text, end)):
        return OTHER_FIGURE
    if _is_borrowed(statement, name, basis, start):
        return (NAME_BORROWED,)
    if name.act == CHANGE and name.is_change:
        return OTHER_FIGURE  # whether it rose or fell is not said
    if basis == {TOPIC} and _BODY.search(of):
        return (NAME_BORROWED,)  # '행안부는 … 73곳을 추리고': who did it
    if {LABEL, BESIDE} <= basis and is_generic(said) and not _follows(statement.text, said, start):
        return (NAME_INCOMPLETE,)  # '안전 : 우수저류시설 준공, 공정률 37%' is of the 시설
    if unit == "원" and not name.is_change and is_added(text, of, start):
        return OTHER_FIGURE
    if name.is_change and (
        (unit in {"%", "%p"} and _ON_TOP.match(text, end)) or _FORMER_LEVEL.search(before)
    ):
        return OTHER_FIGURE  # '14개 증가(’31년 234개)' is the number of that year
    if _COMPARED.match(text, end) and BESIDE not in basis and not name.is_change:
        return OTHER_FIGURE  # '감축 : 전년 7,842백만원 대비' is what it was before
    if unit == "배" or (unit == "%" and of.endswith(" 비율") and SHARE_OF.search(before)):
        return OTHER_FIGURE
    is_former = BESIDE in basis and _YEAR_BEFORE.search(before) and _COMPARED.match(text, end)
    is_said = noun or name.act or AFTER in basis or is_former or _PLAIN.match(text, end)
    if not (statement.is_item or is_said):
        return (NAME_INCOMPLETE,)  # what is done with it may be what it is
    if _NOT_ONE.match(text, end):
        return OTHER_FIGURE  # '1건도 생기지 않게'
    if not (noun or name.act) and ("중" in before or "가운데" in before) and _SUBSET.search(before):
        return OTHER_FIGURE
    is_last = bool(basis & {BESIDE, TOPIC}) and not (noun or LABEL in basis)
    if is_last and not of.endswith(" 등") and _AND_OTHERS.search(before):
        return OTHER_FIGURE  # '소장과 면장 등 24명' are not the last of those named
    if is_part:
        return ()
    if unit == "%" and not noun and not name.is_change and not _RATE.search(of):
        return (NAME_INCOMPLETE,)
    if unit == "개" and not noun and not _COUNTABLE.search(of):
        return (NAME_INCOMPLETE,)
    if basis == {LABEL} and not (noun or name.act) and _words_between(statement, start):
        return (NAME_BORROWED,)  # '등급 비율 : 가 10%' gives no name to the ten
    return ()


def _follows(text: str, said: str, start: int) -> bool:
    """Whether the words `said` are the first of the item's value, or of a list of figures in it."""
    _, value = item_label(text)
    *earlier, last = _SEPARATOR.split(text[max(value, start - _NEAR) : start])
    is_list = all(_ENDS_IN_FIGURE.search(one) for one in earlier if one.strip())
    return is_list and len(last.split()) <= len(said.split()) + 1


def is_certain_name(name: str) -> bool:
    """Whether a name by itself names a thing."""
    return bool(name) and not (_is_marked(name) or is_piece(name) or _is_empty(name, ""))


@lru_cache(maxsize=WORDS)
def _tells(word: str) -> bool:
    """Whether a word tells something, as verbs and connectives do, rather than names it."""
    if _NOT_PREDICATE.search(word):
        return False
    is_verb = _PREDICATE.search(word) is not None or closes_clause(word)
    return is_verb or _AND_SO.search(word) is not None or _DID.search(word) is not None


def is_piece(name: str) -> bool:
    """Whether a name is a piece of a sentence rather than the name of a thing."""
    words = name.split()
    telling = (one for one, then in pairwise((*words, "")) if then not in HELPING)
    if any(map(_tells, telling)) or _has_adverb(words):
        return True
    if any(map(_ALSO_THEN.search, words)) or words[0] in _LIKENESS:
        return True  # '초에도 부서', '비슷한 전국 시의 평균'
    if len(words) > 1 and (_INCOMPLETE.match(name) or _lost_its_verb(words)):
        return True
    last = words[-1]
    if _TAIL.search(last) and not _NOT_PREDICATE.search(last):
        return True
    if words[0] in _LIGHT_VERBS or last.endswith(("에", "에는", "에도", "에만")):
        return True
    if _CUT_FIRST.fullmatch(words[0]) or _is_cut_short(last):
        return True
    if is_adnominal(words[0]) and last in _DUMMIES:
        return True
    if any(particle_of(one) in _TOPICS and not is_adnominal(one) for one in words[:-1]):
        return True  # a topic, and words of what is said about it
    return particle_of(last) in _OPEN_PARTICLES or is_adnominal(last) or last in _BARE_NOUNS


def _is_cut_short(last: str) -> bool:
    """Whether the last word is a short noun with a genitive and without its head: '국의'."""
    return len(last) <= _SHORT_WORD and last.endswith("의") and last not in _ENDING_ALIKE


def _has_adverb(words: list[str]) -> bool:
    """Whether an adverb stands in a name, but not in what tells which one: '새로 지은 곳'."""
    found = [at for at, word in enumerate(words) if is_adverb(word)]
    return bool(found) and not any(map(is_adnominal, words[found[-1] + 1 :]))


def _lost_its_verb(words: list[str]) -> bool:
    """Whether something is done with a thing, and what is done is left out: '문을 돌봄센터'."""
    found = [
        at
        for at, word in enumerate(words[:-1])
        if particle_of(word) in {"을", "를"} or _SHORT_OBJECT.fullmatch(word)
    ]
    return bool(found) and not any(map(_may_tell_which, words[found[-1] + 1 :]))


def _may_tell_which(word: str) -> bool:
    """Whether a word ends as verbs before or as a noun do: in ㄴ, ㄹ or ㅁ."""
    return "가" <= word[-1] <= "힣" and (ord(word[-1]) - ord("가")) % 28 in _BEFORE_NOUNS


def _words_between(statement: Statement, start: int) -> bool:
    """Whether words that the name leaves out stand between an item's label and its figure."""
    _, value = item_label(statement.text)
    between = _SEPARATOR.split(statement.text[max(value, start - _NEAR) : start])[-1]
    return _OF_A_NAME.search(_ASIDE.sub("", between)) is not None


def _is_marked(name: str) -> bool:
    """Whether marks that belong to no name stand in it, or half of a pair."""
    if _MARKS.search(name) is not None:
        return True
    return _PAIR_MARK.search(name) is not None and any(
        name.count(one) != name.count(other) for one, other in _PAIRS
    )


def _is_empty(name: str, unit: str) -> bool:
    tight = name.strip()
    if _EMPTY.fullmatch(tight) is not None:
        return True
    return unit == "원" and _KINDS_OF_CONTRACT.fullmatch(tight) is not None


def _is_borrowed(statement: Statement, name: Name, basis: frozenset[str], start: int) -> bool:
    """Whether a name is that of something else: a heading, a figure before it."""
    if not basis:
        return True
    is_note = statement.quote.lstrip()[:1] in {"※", "*"}
    if is_note and HEADING in basis and basis & {BESIDE, LABEL}:
        return True  # a note stands under the last item, and is about more than that
    if name.is_change:
        certain = {WHOLE, HOST, LAST, BESIDE} if statement.is_item else {WHOLE}
        return not basis & certain
    is_stage = {HEADING, BESIDE} <= basis and _STAGE.search(name.words) is not None
    if is_stage and _OVER.search(statement.text, 0, start):
        return True  # '방문객 40만명 / 목표 50만명' is the goal of the visitors
    if HEADING in basis and not basis & {LABEL}:
        if BESIDE not in basis:
            # '’19년 270건' under '일상감사' is what the item above names
            dated = (
                _DATED.fullmatch(statement.text[max(0, start - _NEAR) : start].rpartition(")")[2])
                is not None
            )
            return not (statement.is_item and dated and not _GENERIC_END.search(name.words))
        # '국비 4,319백만원' under '2020년 투자': the word beside it opens the item.
        if is_measure(name.words.rpartition(" ")[2]) and names_more(statement.text, start):
            return True  # 'A관 2곳, B관 3곳 / 면적 310㎡'
        return not (statement.is_item and _opens(statement.text, start))
    return bool(basis & {LAST, EARLIER}) and not statement.is_item


def _opens(text: str, start: int) -> bool:
    """Whether nothing but one or two words stands before a figure, in its item or its list."""
    stretch = re.split(r"[,;/·:]|\s{2,}", text[max(0, start - _NEAR) : start])[-1].split()
    return len(stretch) <= _FEW_WORDS and not any(is_adnominal(one) for one in stretch)


_DATED = re.compile(
    r"[\s,·/→⇒]*(?:['‘’`´]?(?:19|20)?\d\d\s?년?도?\s*)(?:\s?(?:총|약|현재|말|상반기|하반기)\s*)*"
)
_GENERIC_END = re.compile(
    r"(?:실적|현황|내역|추이|비교|결과|개요|참고|변화|사항|내용|요약|총괄|기준|대상|방법)$"
)
_FEW_WORDS = 2
# A word that is neither a time nor a filler.
_OF_A_NAME = re.compile(
    r"(?<![가-힣])(?!총|약|연|월|일|매|모두|각각?|전년|지난해|작년|올해|금년|상반기|하반기|최대|최소|평균|현재|기준|누적|당초|최종|만|세|년|개월|하루|주|분기|반기)[가-힣]{1,}"
)
_ASIDE = re.compile(r"\([^()]{0,40}\)|['‘’]?\d[\d.]*\s?(?:년도?|월|일|말)?(?:까지|부터)?")
_SEPARATOR = re.compile(r"[,;/·+]")
_ENDS_IN_FIGURE = re.compile(
    r"\d\s?(?:[조억만천백]\s?)*(?!년|월|일)[가-힣%㎡]{0,4}(?:\s[가-힣]{1,4})?\s?(?:\([^()]*\)?)?\s*$|\([^()]*$|\)\s*$"
)
_AND_SO = re.compile(r"(?<![보신공광창참사권경재금국최원예선제중문서복회숙충장])고$(?<=[가-힣]고)")
_CUT_FIRST = re.compile(
    r"[가-힣]{1,2}(?:려는|게|라는|다는)|(?:명|건|곳|개|원|위|점|회|대)(?:이|가|을|를|은|는|의)"
)
_ALSO_THEN = re.compile(r"[가-힣]에(?:도|는|만|선|서도|서만|서는)$")
_LIKENESS = frozenset({"비슷한", "이런", "그런", "이같은", "이러한", "그러한"})
_DID = re.compile(
    r"(?:선발|선정|편성|확보|투입|운영|추진|개최|구성|설치|신청|접수|조성|발굴|반영|지정|심사|점검|조사|실시|시행|도입|구축|마련|확대|제작|배부"
    r"|발간|모집|위촉|체결|합산|연계|수렴|분석|검토|초청|투자|매입|채용)해$"
)
_SHORT_OBJECT = re.compile(r"[문길손빛일돈말힘땅집책상발몸뜻꿈]을")
_BEFORE_NOUNS = frozenset({4, 8, 10, 16})  # the places of ㄴ, ㄹ, ㄻ and ㅁ among final consonants
# A verb that wants to be told of what, where or to what: 'N에 나선 마을', 'N에 오른 사업'.
_INCOMPLETE = re.compile(
    r"(?:나선|오른|뽑힌|쥔|꼽힌|걸친|속한|이른|달한|들어간|놓인|그친|맞은|빠진|관한|따른|의한|이르는|달하는|안에|손에|가운데|나머지"
    r")\s|결과\s(?=[가-힣]+[된한온]\s)"
)
_SHORT_WORD = 2
_ENDING_ALIKE = frozenset({"주의", "결의", "합의", "협의", "논의", "건의", "회의", "심의"})
_NEAR = 120  # characters before a figure in which its own words stand
_TOPICS = frozenset({"은", "는", "에서는", "에는"})
_DUMMIES = frozenset({"것", "일", "곳", "점", "사람", "때", "수", "바"})
_LIGHT_VERBS = frozenset({"내", "하는", "되는", "있는", "없는", "한", "된", "될", "할"})
_BARE_NOUNS = frozenset({"것이", "돈이", "돈은", "것은", "안에서", "이는", "전수", "대에", "분"})
