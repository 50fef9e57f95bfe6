"""What a figure is called: the words before it, the noun after it, the heading above it."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.characters import has_word
from corpus.facts.adverbs import is_adverb
from corpus.facts.borders import (
    aim_before,
    clause_before,
    is_about,
    quoted_name,
    without_short_particle,
)
from corpus.facts.joints import is_bay, is_programme_number, undated
from corpus.facts.verbs import WORDS, closes_clause, is_adnominal
from corpus.markers import marker_at
from corpus.municipalities import find_municipalities
from corpus.particles import particle_of, without_particle
from corpus.recall import LIMITS, remembered

_LONGEST_NAME = 80
_MOST_WORDS = 7
# '임시회에서 1조원 확정': where or when, not what; '종합평가에서 81점' names what was scored.
_TOPICS = frozenset({"은", "는"})
_AS_FOR = re.compile(r"[가-힣]*[가-힣](?<![별당])으?로")
_BY_THE_WAY = frozenset({"에서", "에게", "부터", "까지", "에는", "에도"})
_SCORED = re.compile(r"(?:평가|[가-힣]도|측정|심사|대회|공모|부문|분야|항목|조사|점검|감사)에서$")
# Words that say when, how much or how sure, and are no part of a name.
_TIME = (
    r"(?:지난해|지난|전년(?:도)?|올해|금년(?:도)?|내년(?:도)?|당해(?:연도)?|이후|이전|이달|현재|기준|같은|매년|해마다|연간|"
    r"(?:19|20)\d\d년?도?|['‘’`´]?\d\d년\.?|['‘’`´]\d\d\.?|\d{1,2}월(?:중)?|\d{1,2}일|말|초|가운데|드디어|당시|역대)"
)
# A figure of its own ends the name of the next one; '5급' and '제3기' belong to names.
_FIGURE_WORD = re.compile(
    r"(?!\d+(?:급|기|호|차|회)(?![가-힣]))(?!\d회_)(?!\d+(?:인|명|가구|세대|건|개소|㎡)당|\d자녀|\d인\s?가구|\d+차로|\d+차선)[△▲]?\d[\d,.]*(?:조|억|만|천|백)*\s?[가-힣%㎡℃]{0,4}\S*"
)
_FILLER = re.compile(
    rf"(?:{_TIME}|[천백십]?[조억만]?\s?원(?:의|을|이|은|으로|에서)?|총|약|모두|전체|각각|각|연|월|만|둔|낸|그|중|가운데|연속|역시|특히|또한|다만|먼저|우선|새로|다시|이미|한때|새|이상|이하|이내|미만|초과|한도|같은|무려|최대|최소|등|및|또는|그리고|이|그|해당|우리|시|도|군|구)$"
)
_is_filler = lru_cache(maxsize=WORDS)(_FILLER.fullmatch)
_LAST_FILLERS = frozenset(("총", "약", "모두", "전체", "각각", "등", "및", "매년", "현재", "기준"))
_OURS = re.compile(r"(?:시|도|군|구|우리|합|합계)(?:가|이|는|은)?")
# With whom something is done, no part of what is done: '시장과 성과계약'.
_PARTNER = re.compile(
    r"(?:시장|군수|구청장|도지사|위원|의원|대표|장관|총장|회장|단체|대학교?|협회|공사|공단|은행|업체|주민|시민|기업|함께)[와과]$"
)
_CLAUSE_END = re.compile(
    r"(?:했|됐|었|았|였|한다|된다|이다|하고|하며|하여|(?<![가-힣]{2})해|되어|돼|되며|이며|거나|인데|으며|지만|려고|도록|벌여|통해|위해|따라|거쳐|들여|의해|대해|관해"
    r"|[대통위]하여|맞아|맞춰|받아|높여|줄여|늘려|만들어|모아|세워|펼쳐|열어|갖춰|올려|내려|따른|위한|대한|관한)$"
)
# A dot inside a word joins it ('출자·출연기관'); one on its own parts a list.
_SPLIT = re.compile(r"[,;|▲△▶?!…①-⑳Ⅰ-Ⅻ←→]|/|(?:^|(?<=\s))[·ㆍ]|[·ㆍ](?=\s)|\s-\s|(?<=다)\.\s|\n")
# A line of its own inside a sentence: the number of the page that broke it.
_PAGE_NUMBER = re.compile(r"\n[ \t]*[-–]?[ \t]*\d{1,4}[ \t]*[-–]?[ \t]*(?=\n)")
_MAY_SPLIT = re.compile(r"[,;|▲△▶?!…①-⑳Ⅰ-Ⅻ←→/·ㆍ.\n-]")  # one of them is in every such place
_CLOSED_BRACKET = re.compile(r"\([^()]{0,60}\)|\[[^\[\]]{0,60}\]")
_QUOTE_MARKS = "\"'“”‘’「」『』()[]【】〈〉<>《》"
GENERIC_HEADING = re.compile(
    r"운영\s*개\s*요|(?:사업|추진|행사)?\s*(?:목\s*적|개\s*요|배\s*경|내\s*용|규\s*모|방\s*향|계\s*획|성\s*과|실\s*적|현\s*황|효\s*과|근\s*거|일\s*정)"
)
# Words that name a column but not what the column is about.
_GENERIC_NAME = re.compile(
    r"(?:분양률|입주율|가동률|(?:방문객|이용객|관람객|탐방객|이용자|가입자)수?|추진내용|주요시설|주요내용|서비스|공정률|집행률|추진율|(?:연|부지|총|피해)?면적|구간|총?연장|신규고용|기대효과|재원(?:별)?|논의|매출액?|정[량성]|신청|채택|접수|모집인원|모집규모"
    r"|사업예산|[국도시군구]비|민자|지방비|국도비|시설규모|고용유발|생산유발|추진현황|추진실적|본처분|조건|변경사유|감점요인|참고|비고|위치|총괄"
    r"|(?:하루|일|월|연)평균|[가-힣]{2,3}별|방식|지표수|목표달성률|(?:방문객|이용객|관람객)목표|(?:총|소요)?(?:사업비|예산액|사업량)|지원(?:액|금액|대상|내용|규모)|사업(?:기간|규모|내용)|소요예산|투자액"
    r"|평균|전략|부문|지표|부서|시군|직원|업체|대상자|물량|행정상|신분상|재정상|참석|사례|총액|총예산|총규모"
    r"|목표|실적|성과|결과|대상|규모|금액|예산|사업|과제|평가|등급(?:수)?|점수|비율|인원|건수|내역|현황|분야|기간|기관|항목"
    r"|내용|방향|합계|계|기타|신규|계속|전체|종합|증가액?|감소액?|절감액?|확보액?|투입액?|지원액?|적정|부적정|권고)"
)
_TOPIC = re.compile(r"(?<![가-힣])[가-힣A-Za-z0-9·)」』”’']{2,24}(?:은|는)(?=\s)")
_OBJECT = re.compile(r"(?<![가-힣])[가-힣A-Za-z0-9·)」』”’]{2,24}(?:을|를)(?=\s)")
_WHICH_TIME = re.compile(
    r"제?\d+(?:차|회|기|분기|단계|그룹|권역)(?:년도)?|[상하]반기|전반기|후반기|[월연분]간"
)
_LOOKED_AT = re.compile(
    r"\s(?:살펴|놓고|들여다)?\s?(?:보면|비교하면|따지면|나누면|합치면|더하면|빼면)"
)
_NO_TOPIC = re.compile(
    r"(?:로|에|서|부터|까지|때|팀|실|국|센터|위원회|의회|재단|공사|공단|정부|측|시장|군수|구청장|도지사|부시장|국장|과장|실장|팀장|담당관|감사관|위원장|관계자|이번|이날|앞서|또|한편|특히|(?:우리|본|각|타)\s?[시군구도])(?:는|은)$"
)
_ADNOMINAL = re.compile(
    r"(?:하|되|시키|지|르|만드|나가|있|없|이|오|보|주|받|맞|같)는$|많은$|같은$|높은$|좋은$|낮은$"
)
_TELLS_WHICH = re.compile(r"[가-힣](?:한|된|는|은|던|할|될)$")
_WHICH = re.compile(r"[가-힣]{1,6}(?:[된한는던할]|남은)\s$")
# What may stand between a figure and its act: '480억 원(4.6%) 증가', '2천억원, 4.1%↑'.
_AFTER_QUOTE = re.compile(r"[도은는이가을를에의](?<=[’'”\"」』].)(?=\s)")
_ALSO = re.compile(r"(?:액|수|비|율|률|건|원|명|곳|금|[주시군구도]민|사람|인구)도$")
_CAPTION_UNIT = re.compile(r"\s*[(\[<]?\s*단\s?위\s?[:：].*$", re.DOTALL)
_STEPS = re.compile(r"\s(?:한|두|세)\s(?:계단|단계)(?=\s|$)")
_CELL_END = re.compile(r"\s/\s?|/\s")
_DATED = re.compile(r"[\d.~\s'’‘]+(?:년도?|월|일)?(?:까지|부터)?")
_FULL_MARKS = re.compile(r"\d+점\s?(?:만점|척도)(?:에|에서|\s중|으로)?(?=\s)")
_SAME_TIME = re.compile(
    r"(?:같은|이|해당|동)\s(?:기간|시기|해)(?:에|동안)?(?=\s)|(?:한|두|세|\d+)\s?(?:해|년|달|개월)\s전(?:에|의)?(?=\s)"
)
_RANKED = re.compile(r"급\s이상(?=\s)")  # '5급 이상 공무원' are a group, no bound
_AMONG = re.compile(r"(?:비롯|포함|망라|제외)(?:해|한|하여|하는|해서)")  # '학교를 비롯해 12곳'
_NTH_BUDGET = re.compile(r"회(?<=\d회)\s(?=추경|추가경정)")  # one budget of several, no count
_MONEY_WORD = re.compile(r"(?:[조억만천]?원|명|건|개|곳|가구)(?![가-힣]{2})")
_ARTICLE = re.compile(r"제\s?\d{1,3}\s?조(?:의\s?\d{1,2})?\s*(?=\()")
_REMARK = re.compile(r"^(?:참고|비고|주|예|단|※)\s?\)\s?")
_SPACED_OUT = re.compile(r"[가-힣](?: [가-힣]){1,5}")
_FEWEST_LETTERS = 2
_TELLING = 7  # characters of a heading that still says what it is about without its place
_TOPIC_REACH = 200
_STATED = re.compile(r"(?:[은는이가을를]\s.{0,40}(?:[가-힣]짐|[가-힣]음|[았었했됐]음|함|됨|임))$")
_OTHER = re.compile(r"(?:그\s|이\s)?(?:다른|나머지)\s")
_BYLINE = re.compile(r"^(?:\[[^\[\]]{1,12}\]|【[^【】]{1,12}】|<[^<>]{1,12}>)\s*")
_COUNTED_TAIL = re.compile(
    r"[\s(:,/–-]+(?:총|약)?\s?\d[\d,.]*\s?(?:[조억만천백]\s?[\d,.]*\s?)*(?:원|건|개소|개|명|대|곳|%|회|점)(?![가-힣]{2}).*$"
)
_HEADLINE_TAIL = re.compile(
    r"\s*(?:개최|보고회|추진|발표|공고|안내|실시|시행|확정|체결|수립|공개|게시|알림|선정)$"
)


_SENTENCE_END = re.compile(r"[.!?]\s")
_DASHED = re.compile(
    r"(?P<label>[가-힣]{2,6}(?:\s[가-힣]{2,4})?)\s[-–]\s(?=\d)"
)  # '대상기관 - 308개'
_NO_LABEL = re.compile(r"[※*\s]*(?:참고|비고|예시)(?:사항)?")
_COLON = re.compile(r"[:：](?!\d)\s*")


@remembered
def clean_name(words: str) -> str:
    """A name without marks, unit brackets, time words at its ends and doubled blanks."""
    # Splitting is several times faster than a pattern at making every run of blanks one.
    words = _PAGE_NUMBER.sub(" ", words) if "\n" in words else words
    name = " ".join(words.split()).strip(" .,:;-–~·ㆍ=【】|┌┐└┘├┤│─━┃▶▷>☞*")
    name = name.lstrip(")]") if name[:1] in {")", "]"} else name
    name = name[1:] if name[:1] == "<" and ">" not in name else name
    name = (_REMARK.sub("", name) if name[:1] in "참비주예단※" else name).rstrip("…. ")
    if _SPACED_OUT.fullmatch(name):
        name = name.replace(" ", "")  # '예 산 액' is set wide to fill its column
    marker = marker_at(name, 0, len(name))
    if marker is not None and marker.length < len(name):
        name = name[marker.length :]
    name = re.sub(r"^년도?\s", "", name) if name.startswith("년") else name
    parts = name.split(" ")
    while parts and _is_filler(parts[0]):
        parts.pop(0)
    while len(parts) > 1 and parts[-1] in _LAST_FILLERS:
        parts.pop()
    return _unwrapped(" ".join(parts).strip(_QUOTE_MARKS[:6] + " ,.:;-–~"))[:_LONGEST_NAME].rstrip()


@remembered
def is_generic(name: str) -> bool:
    """Whether a name does not say of what it is: '목표', '적정' want their heading before them."""
    tight = name.replace(" ", "")
    return _GENERIC_NAME.fullmatch(tight) is not None or _WHICH_TIME.fullmatch(tight) is not None


@remembered
def title_name(title: str) -> str:
    """What a document is about, from its title: without place, year and what was done with it."""
    unquoted = re.sub(r"[‘’“”'\"]", "", title)
    unquoted = _BYLINE.sub("", unquoted.strip()) or unquoted
    bare = re.sub(r"^[가-힣]{1,8}(?:[시군구도]|특별자치[시도]),\s*", "", unquoted.strip(" []"))
    named = clean_name(bare)
    bare = _without_place(named)
    bare = bare if len(bare) >= _TELLING else named
    parts = bare.split()
    if any(_FIGURE_WORD.search(word) for word in parts):
        bare = _CLOSED_BRACKET.sub(" ", bare)
        parts = [
            word
            for word in re.split(r"\s+|…|,\s?", bare)
            if not _FIGURE_WORD.match(word) and not _MONEY_WORD.match(word)
        ]
    while len(parts) > 1 and closes_clause(parts[-1]):
        parts.pop()
    words = _STEPS.sub(" ", " ".join(parts))
    name = clean_name(_HEADLINE_TAIL.sub("", clean_name(words)))
    return name or clean_name(title)


def topic_before(text: str, at: int) -> str:
    """What the clause before text[at:] is about: the nearest words with 은 or 는, '' for none.

    '확보 대상은 210건으로 총사업비는 …' is about the 확보 대상, which the nearest would not say.
    """
    begin = max(0, at - _TOPIC_REACH)
    generic = ""
    for match in reversed(list(_TOPIC.finditer(text, begin, at))):
        word = match.group()
        if (
            _ADNOMINAL.search(word)
            or is_adnominal(word)
            or _NO_TOPIC.search(word)
            or is_place(word[:-1])
        ):
            continue
        if particle_of(word) not in {"은", "는"}:
            continue
        name = label_before(text, begin, match.end())
        # '보고된 사업은' is about the reported ones, which '사업' alone would not say.
        which = _WHICH.search(text, begin, match.start())
        name = f"{which.group().strip()} {name}" if which and is_generic(name) else name
        if not is_generic(name):
            return name
        generic = generic or name
    return generic


def object_before(text: str, at: int) -> str:
    """What the clause before text[at:] does something with: its last words with 을 or 를."""
    begin = max(0, at - _TOPIC_REACH)
    for match in reversed(list(_OBJECT.finditer(text, begin, at))):
        if _LOOKED_AT.match(text, match.end()):
            continue  # '흐름을 보면' looks at no thing that is counted
        if particle_of(match.group()) in {"을", "를"}:
            is_one_of = _AMONG.match(text, match.end() + 1)  # '신규 12건을 비롯한 30건'
            return "" if is_one_of else label_before(text, begin, match.end())
    return ""


def place_named(label: str) -> str | None:
    """The government that a label names and nothing else ('함평군'), as records show it."""
    mentions = find_municipalities(label) if label else ()
    if not mentions or mentions[0].start or mentions[0].end != len(label.strip()):
        return None
    named = mentions[0].municipalities
    return named[0].shown if len(named) == 1 else None


def is_place(name: str) -> bool:
    """Whether a name is that of a local government and nothing else."""
    mentions = find_municipalities(name) if name else ()
    return bool(mentions) and mentions[0].start == 0 and mentions[0].end == len(name.strip())


@lru_cache(maxsize=LIMITS.texts)
def heading_name(path: tuple[str, ...]) -> str:
    """The nearest heading that names something ('추진개요' names nothing)."""
    for entry in reversed(path):
        if entry.rstrip(" .").endswith("다") or " | " in entry or " > " in entry:
            continue  # a sentence, the head of a table, the way to a page: they name nothing
        entry = _COUNTED_TAIL.sub("", _CAPTION_UNIT.sub("", entry))  # '재정상 17건 / 1,083,607천원'
        if _STATED.search(entry):
            continue  # a statement, though its verb is cut short: '… 부담이 커짐'
        name = clean_name(entry.partition(" : ")[0].partition(": ")[0])
        bare = clean_name(_without_place(name))
        name = bare if len(bare) >= _TELLING else name
        if _OTHER.match(name) or particle_of(name.rpartition(" ")[2]) in {"은", "는", "을", "를"}:
            continue
        name = _ARTICLE.sub("", name).strip(" ()") if _ARTICLE.match(name) else name
        if len(re.findall(r"[가-힣A-Za-z]", name)) < _FEWEST_LETTERS:
            continue
        if not GENERIC_HEADING.fullmatch(name):
            return name
    return ""


@remembered
def item_label(text: str) -> tuple[str, int]:
    """The label before the first colon of an item and where its value begins; ('', 0) for none.

    A colon between digits is a ratio or a time and ends no label.
    """
    if ":" not in text and "：" not in text:
        dashed = _DASHED.match(text)
        return (" ".join(dashed["label"].split()), dashed.end()) if dashed else ("", 0)
    for match in _COLON.finditer(text):
        before = undated(text[: match.start()].rstrip())
        if len(before) > _LONGEST_NAME or _SENTENCE_END.search(before):
            return "", 0
        if before.count("(") == before.count(")"):
            label = " ".join(before.replace("!", "?").rpartition("?")[2].split())
            return "" if _NO_LABEL.fullmatch(label) else label, match.end()
    return "", 0


def label_before(text: str, start: int, at: int) -> str:
    """The noun phrase that stands before text[at:], not reaching back beyond `start`.

    Reads backwards: plain nouns and genitives belong to the name, a word with another particle
    or a verb ending closes it; when the nearest word itself carries a subject particle
    ('살림규모는 2567억원') that particle is dropped and the phrase goes on.
    """
    stretch = text[start:at]
    if quoted := quoted_name(stretch):
        return clean_name(quoted)
    if ")" in stretch or "]" in stretch:
        stretch = _CLOSED_BRACKET.sub(_blank_or_nothing, stretch)
    splits = list(_SPLIT.finditer(stretch)) if _MAY_SPLIT.search(stretch) else []
    if splits:
        parted = stretch
        stretch = parted[splits[-1].end() :]
        if splits[-1].group() == "/" and not re.search(r"[가-힣A-Za-z]", stretch):
            # '과학관 / 2025~2028년 / 490억 원', a row of cells
            cells = [one for one in _CELL_END.split(parted) if has_word(_DATED.sub("", one))]
            stretch = cells[-1] if cells else stretch
    opened = max(stretch.rfind("("), stretch.rfind("["))
    if opened >= 0:
        inside = stretch[opened + 1 :]
        stretch = inside if re.search(r"[가-힣A-Za-z]{2,}", inside) else stretch[:opened]
    stretch = _FULL_MARKS.sub(" ", stretch) if "점" in stretch else stretch
    stretch = _AFTER_QUOTE.sub("", stretch.replace(" 등 및 ", " 등·"))
    stretch = _SAME_TIME.sub(" ", stretch)
    stretch = _RANKED.sub("급_이상", stretch) if "급" in stretch else stretch
    stretch = _NTH_BUDGET.sub("회_", stretch) if "추" in stretch else stretch
    words = stretch.replace(":", " ").split()
    taken: list[str] = []
    for words_left, word in reversed(list(enumerate(words))):
        particle = particle_of(word)
        if word == "등" or _AMONG.fullmatch(word):
            break
        is_last = words_left == len(words) - 1
        if is_last and particle in _BY_THE_WAY and not _SCORED.search(word):
            break
        if taken and word == "및":
            taken.append(word)  # '국토 및 지역개발'
            continue
        if _is_filler(word) or _OURS.fullmatch(word) or (not taken and is_adverb(word)):
            continue
        if not taken and is_adnominal(word):
            continue  # '심사에 오른 211건' is about the 심사
        is_number = is_last and words_left and is_programme_number(word, words[words_left - 1])
        if (_FIGURE_WORD.fullmatch(word) and not is_number) or is_adverb(word):
            break
        if taken and is_about(word):
            taken += aim_before(words[: words_left + 1], _ends_name)
            break
        if _CLAUSE_END.search(word) or closes_clause(word):
            break
        if taken and is_adnominal(word):
            taken += clause_before(words[: words_left + 1], _ends_name)
            break
        if taken and _TELLS_WHICH.search(word):
            break
        is_and = particle in {"와", "과"} and not _PARTNER.search(word)
        is_joined = is_and or is_bay(particle, taken)
        if taken and particle and particle != "의" and not is_joined:
            break
        # Right before a figure 도 ends a measure (노력도 3등급), seldom is it 'also'.
        is_bare = particle == "의" or (not taken and (particle != "도" or _ALSO.search(word)))
        bare = without_particle(word) if is_bare else word
        if not taken and particle in _TOPICS and _AS_FOR.fullmatch(bare):
            bare = without_particle(bare)  # '규모로는 2173억원'
        taken.append(bare if taken else without_short_particle(bare))
        if len(taken) == _MOST_WORDS:
            break
    return clean_name(_without_place(" ".join(reversed(taken)).replace("_", " ")))


def _ends_name(word: str) -> bool:
    """Whether a word says when, how much or who 'we' are, and so belongs to no name."""
    return bool(_OURS.fullmatch(word) or _FIGURE_WORD.fullmatch(word) or _is_filler(word))


def _unwrapped(name: str) -> str:
    """The name without a pair of brackets that holds all of it: '[성적]' gives '성적'."""
    if len(name) > 2 and name[0] in "[「『【<〈《(" and name[-1] in "]」』】>〉》)":
        inside = name[1:-1]
        if not re.search(r"[\[\]「」『』【】<>〈〉《》()]", inside):
            return inside.strip()
    return name


def _blank_or_nothing(match: re.Match[str]) -> str:
    """A bracket becomes a blank, but nothing before a particle ('감사(계약심사 포함)로')."""
    return "" if re.match(r"[가-힣]", match.string[match.end() : match.end() + 1]) else " "


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
