"""What a city says it will do: investment directions, and the policies its plan lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from corpus.characters import fold
from corpus.facts.deeds import UNIT_CAPTION, is_clear, is_excluded, sets_out
from corpus.facts.doubts import KIND_UNSURE, NAME_INCOMPLETE
from corpus.facts.draft import Draft
from corpus.facts.enumerations import enumerated, is_enumeration
from corpus.facts.labels import clean_name, heading_name, item_label, join_names
from corpus.facts.policy_years import year_of_policy
from corpus.facts.promises import CAME_ABOUT, promises
from corpus.facts.statements import Statement
from corpus.facts.subjects import is_audit
from corpus.recall import LIMITS, remembered
from corpus.types import Document, FactKind

_DIRECTION_HEADING = re.compile(
    r"(?:투자|추진|정책|시정|군정|도정|운영|기본)?\s*(?:방\s*향|방\s*침|비\s*전|목\s*표|전\s*략)$"
)
_DIRECTION_ENDS = ("향", "침", "전", "표", "략")
# What stands under an article of an ordinance is law, under these headings what is judged, asked
# of applicants or done already.
_LAW = re.compile(
    r"^\W*제\s?\d{1,3}\s?조(?:의\s?\d{1,2})?(?:\s|\(|$)|(?:조례|규칙|규정|훈령|예규)$"
)
_NO_PLAN_HEADING = re.compile(
    r"(?:평가|심사|선정|측정|배점)\s?(?:지표|항목|기준|방법|내용|체계|분야)$|배점|유의\s?사항|제출\s?서류|구비\s?서류"
    r"|(?:신청|지원|참여|응모|활동|모집|공모|제안)\s?(?:자격|방법|절차|서류|제외|대상|조건|분야)$|지난해|작년|전년도?\s?성과|추진\s?(?:실적|경과)"
    r"|(?:주요|그간|그동안)(?:의)?\s?(?:성과|실적)|수상|지적\s?사항|처분|총평"
)
# Labels after which the body stands that runs a programme: '주관 : 행정안전부'.
_WHO = re.compile(
    r"누가|(?:주\s?관|주\s?최|시\s?행|추\s?진|수\s?행|담\s?당|평\s?가|발\s?주|협\s?력|지\s?원|소\s?관)\s?(?:기\s?관|부\s?서|주\s?체|처)"
    r"|주\s?관|주\s?최|평가\s?주관|시행자|시행청|수행사"
)
_PLAN = re.compile(
    r"방침|계획|예정|목표|전략|추진|강화|확대|당부|강조|지원|마련|구성|이뤄|평가|매년|해마다|실시"
)
_NO_PLAN = re.compile(
    r"^\s*구\s?분\s|(?:십시오|세요|바랍니다|랍니다)[.\s]*$"
    r"|(?:다른|관련|이전|다음)\s?기사|기사\s?(?:보기|목록|더보기)|^\s*(?:인쇄|공유|스크랩|구독|댓글)(?:\s|$)|(?:인쇄|공유)\s*$"
    r"|[Ⅰ-Ⅻ]\..*[Ⅰ-Ⅻ]\.|\d월\s[^/]+/\s?\d{1,2}(?:~\d{1,2})?월\s"
    r"|^\s*(?:등록|입력|승인|수정|작성|게시)(?:일시?)?\s?(?:19|20)\d\d\s?[.년/-]"
    r"|^\s*주요\s[가-힣]{2,4}(?:\s?\([^()]*\))?\s*$"
)
_ASIDE = re.compile(r"\s?\([^()]{0,80}\)")
_OFFICE = re.compile(
    r"(?:부|처|청|실|과|국|팀|관|단|소|센터|위원회|협의회|시|군|구|도|읍|면|동|공사|공단|재단|협회|기관|부서|원|대학교?|업체|본부|담당|의회|은행)"
    r"(?:\s?등)?$"
)
# Labels after which something is told, but nothing that is done: '바라는 효과 : …'.
_NO_DEED_LABEL = re.compile(
    r"\s*(?:내\s?용|(?:바라는|기대하는|기대)?\s?효\s?과|(?:그\s?)?밖|기\s?타|선\s?발|발\s?표|방\s?[식법]|대\s?상|자\s?격|제\s?출|장\s?소|시\s?기"
    r"|참\s?고|비\s?고|담은\s말|받는\s?곳|근\s?거|의\s?의|결\s?과|구\s?성)\s?[:：]"
)
# A call for proposals and a vote on them say what may be asked for, not what will be done.
_CALL = re.compile(r"(?:공모|모집|투표|접수)(?:\s?(?:안내|공고|개최|결과))?\W*$")
# What opens with a day of its own tells when something was done: "'17. 2월 TF팀을 꾸려".
_DATED_FIRST = re.compile(
    r"\s*['‘’]?(?:\d{4}|\d\d)\s?[.년]\s?\d{1,2}\s?[.월]|\s*\[?\d[\d\s]*(?:다음|이전|끝)"
)
_NOTICE = re.compile(
    r"(?:공시|공고|안내|결산|개최|요약|발췌|알림|다음|(?:주요|전략|역점|중점|현안|핵심|신규|계속|건의|문화관광)\s?사업)\W*$"
    r"|^\s*목표\s?연도"
)
_TAIL_FIRST = re.compile(r"\s*[가-힣]{1,4}(?:으며|면서|지만|는데|아서|어서)[,\s]")
_SAME_WORDS = 0.7  # share of its words that a line has in common with the title it repeats
_NOTED_AS_DONE = re.compile(r"[았었였했됐졌났]음[.\s]*$")
_SET_UP = re.compile(
    r"(?:마련|수립|추진|도입|시행|강화|확대|지원|구성|체결|위촉|당부|강조|다짐|약속|결정|제정|신설|개편|개설|주문"
    r"|요청|확정|편성|구축|지시|발표|운영|채택|선포)(?:하기로\s)?(?:했|됐|하였|되었)다|기로\s(?:했|하였)다|방침|밝혔다"
    r"|세웠다|내놓았다|내놨다|짰다|정했다|펼쳤다|나섰다|늘렸다|넓혔다"
)
_WORD = re.compile(r"[\w·]{2,}")
_SHORTEST_NAME = 4
_LONGEST_NAME = 200  # characters; what takes more to say is no name
_RUN_ON = re.compile(r"\s[①-⑳]")  # several items in one line
_LONGEST_END = 3  # characters that cleaning takes from the end of a name


def commitments(statement: Statement) -> Iterator[Draft]:
    """The statement itself as a direction or policy, and each item it enumerates with ▲ or △."""
    if statement.is_imprint or statement.is_row:
        return
    yield from enumerated(statement) if is_enumeration(statement) else _commitment(statement)


def _commitment(statement: Statement) -> Iterator[Draft]:
    text = statement.text
    if UNIT_CAPTION.search(text) or _NO_PLAN.search(text):
        return  # a caption, a head of a table, a request to readers
    path = statement.passage.heading_path
    is_direction = _stands_under_direction(path)
    # Prose that ends without a verb (cut off, a line of a headline) is judged as prose, too.
    is_bullet = statement.is_item and statement.text_start > statement.start
    is_sentence = text.rstrip(" .").endswith("다")
    is_deed = statement.is_item and not is_sentence and sets_out(text)
    is_bullet = is_bullet and not is_sentence
    is_set_out = is_deed or (statement.is_item and is_direction)
    if not is_set_out and (is_bullet or not _says_plan(text)):
        return
    kind = FactKind.DIRECTION if is_direction else FactKind.POLICY
    if not is_direction and is_audit(text):
        kind = FactKind.AUDIT
    label, start = item_label(text)
    who = text[start:].strip()
    if who and _WHO.fullmatch(label):
        yield Draft(
            statement=statement,
            kind=FactKind.ORGANISATION,
            name=join_names(heading_name(path), clean_name(label)),
            raw_text=who,
            value=who,
            organisation=who,
            flags=("in_charge",),
            doubts=() if _OFFICE.search(_ASIDE.sub("", who)) else (KIND_UNSURE,),
        )
        return
    name = _name(text)
    if len(name) < _SHORTEST_NAME:
        return
    is_sure = _is_sure(
        statement, is_sentence=is_sentence, is_direction=is_direction
    ) and not _is_title(text, statement.document.title)
    year, flags = year_of_policy(statement)
    yield Draft(
        statement=statement,
        kind=kind,
        name=name[:_LONGEST_NAME].rstrip(),
        raw_text=text.strip(),
        fiscal_year=year,
        flags=flags,
        doubts=(
            *(() if is_sure else (KIND_UNSURE,)),
            *((NAME_INCOMPLETE,) if len(name) > _LONGEST_NAME or _RUN_ON.search(name) else ()),
        ),
    )


def _name(text: str) -> str:
    """The whole statement as the name of what it sets out: no figure parts it from its subject."""
    name = clean_name(text)
    whole = " ".join(text.split())
    at = whole.find(name)
    is_cut = at >= 0 and len(whole) > at + len(name) + _LONGEST_END
    return whole[at:].rstrip(" .") if is_cut else name


def _is_title(text: str, title: str) -> bool:
    """Whether a line repeats the document's title, in part or whole."""
    said, named = _words(text), _words(title)
    return bool(said) and len(said & named) >= _SAME_WORDS * len(said)


@remembered
def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text))


def _is_sure(statement: Statement, *, is_sentence: bool, is_direction: bool) -> bool:
    """Whether the statement clearly sets out something that the government does or will do."""
    document = statement.document
    if _is_no_plan(statement.passage.heading_path, document.title):
        return False
    text = fold(statement.text)
    if _NO_DEED_LABEL.match(text) or _DATED_FIRST.match(text) or _NOTICE.search(text):
        return False
    is_bullet = statement.text_start > statement.start
    if is_sentence and not (is_direction and is_bullet):
        return promises(text)
    if not is_bullet and promises(text):
        return True  # prose that was cut off before its end
    if is_direction and is_bullet:
        return not is_excluded(fold(statement.quote), year=_year(document))
    return not _TAIL_FIRST.match(text) and is_clear(fold(statement.quote), year=_year(document))


def _year(document: Document) -> int | None:
    """The year in which a document speaks."""
    if document.published_on is not None:
        return document.published_on.year
    return document.fiscal_years[0] if document.fiscal_years else None


@lru_cache(maxsize=LIMITS.texts)
def _stands_under_direction(path: tuple[str, ...]) -> bool:
    return any(
        entry.endswith(_DIRECTION_ENDS) and _DIRECTION_HEADING.search(entry) for entry in path
    )


@lru_cache(maxsize=LIMITS.texts)
def _is_no_plan(path: tuple[str, ...], title: str) -> bool:
    """Whether headings or title tell that what stands under them is law, or no plan."""
    is_other = any(map(_is_law, (*path, title))) or _CALL.search(title) is not None
    return is_other or any(map(_heads_no_plan, path))


# The entries of a path head many others.
@remembered
def _is_law(entry: str) -> bool:
    return _LAW.search(entry.strip()) is not None


@remembered
def _heads_no_plan(entry: str) -> bool:
    return _NO_PLAN_HEADING.search(_ASIDE.sub("", entry)) is not None


def _says_plan(text: str) -> bool:
    """Whether a sentence tells what is planned or was set up, not merely what came about."""
    if (CAME_ABOUT.search(text) or _NOTED_AS_DONE.search(text)) and not _SET_UP.search(text):
        return False
    return _PLAN.search(text) is not None
