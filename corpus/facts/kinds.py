"""Kinds: whether what was found is a fact of its kind at all, or only looks like one."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from corpus.characters import fold
from corpus.facts.doubts import KIND_UNSURE, NAME_INCOMPLETE, YEAR_UNSURE
from corpus.facts.draft import Draft
from corpus.facts.labels import is_place, item_label, place_named
from corpus.facts.subjects import is_audit
from corpus.facts.things import is_part
from corpus.particles import without_particle
from corpus.recall import LIMITS, remembered
from corpus.types import FactKind

# What a web page prints around a text: tags, whom to ask, ways to other pages.
_PAGE = re.compile(
    r"^\W*#|\s#\S|☎|^\s*담당(?:자|부서)?\s[가-힣·]+(?:과|팀|실|국|담당)(?:\s|$)"
    r"|공공누리|내려받기|공유하기|즐겨찾기|로그인|회원가입|바로보기|\.(?:hwpx?|pdf|xlsx?|zip)(?![a-z])|저작권|조회\s?수|본문\s?바로|누리집\s?안내|맨\s?위로|^\s*(?:이전|다음)(?:\s?글)?\s"
)
# Labels of notices, minutes and reports, after which no deed of a plan is told.
_REPORT_LABEL = re.compile(
    r"(?:주요|세부|추진|사업|시행|평가|심사|감사|회의|향후|기타|그밖의?|관련|적용|이용|우리[시군구]|행사|교육|추천|주로|보고|지원|신청|지급)*"
    r"(?:접수|신청|신청처|접수처|제출|제출처|문의|문의처|방문|지급|정산|환수|추천|통보|유의|주의|교부|선정|심사|평가|판정|측정|안건|주재|참석|참석자"
    r"|진행|순서|논의|심의|의결|배경|목적|필요성|취지|사유|원인|문제점?|쟁점|한계|강점|약점|점수|등급|가점|감점|지적|적발|처분|조치|확인|의견|건의|답변"
    r"|질의|결론|총평|근거|현황|경과|실적|성과|여건|위치|규모|기간|사업비|예산|재원|주기|횟수|시간|부서|기관|주관|주최|사후관리|서식|양식|구비서류"
    r"|걸린것|보는것|보는곳|묻는것|받는것|드는돈|하는곳|하는일|좋은점|나쁜점|아쉬운점|모자란점|고칠점|달라지는점|달라진점|바뀐점)(?:방법|절차|사항|내용|결과|이유)?|[가-힣]{2,8}여부"
)
_AGENDA = re.compile(r"\(안\)\s*[:：]")
_AUDITED = re.compile(
    r"감사\s?결과|처분\s?(?:요구|결과|내용)|지적\s?(?:사항|내용|사례)|적발\s?(?:사항|내용|사례)|행정사무감사|감사원\s?감사"
)
_FAULT = re.compile(
    r"(?:부적정|소홀|미흡|부실|누락|미이행|미준수|위반|부당|과다\s?(?:지급|계상|집행)|미지급|미작성|미반영|미실시|미징수|미부과|미공개"
    r"|부당하게\s[^.]{0,40}|없는\s[^.]{0,20}(?:선정|지급|계약|채용)|없이\s[^.]{0,20}(?:추진|집행|계약|지급|변경)"
    r"|않(?:고|은\s채)\s[^.]{0,30})$"
)
_DONE = re.compile(r"(?:완료|통과|돌파|수료|마침|끝냄|열림|거침)$")
# '… 대상 선정(’31. 11.) 향후계획': a day that something was done, and the heading of the next.
_DONE_ON = re.compile(
    r"\(\s?'?(?:\d\d)?\d\d\.(?:\s?\d{1,2}\.?)?\s?\)\s+(?:향후|추진|사업|기대)\s?(?:계획|상황|개요|효과|일정)$"
)
# '… 운영 2. 제도 개선', '… 강화 ○ 점검': the next item stands in the same line.
_NEXT_ITEM = re.compile(r"(?<![\d.년월’')])\s(?:\d{1,2}[.)]\s[가-힣]{2}|[ⅠⅡⅢⅣⅤⅥ○◦ㅇ□▷▶]\s)")
_CUT_OPENING = re.compile(
    r"(?:안에|중에|사이에|및|등|또는|밖|외|대비|기준|현재|까지|부터|이후|이상|이하)\s"
)
# What labels of any report are made of; '비전'와 '목표' alone tell what is wanted.
_GENERAL_LABEL = re.compile(
    r".{0,8}(?:사업명|과제명|행사명|교육명|제목|수상작|출품작|담당업무|업무|위원|주제|강사|특강|강연|토론|발제|사례|인원|구호|소재지|주소|대표|업종|별첨|붙임)"
)
_WANTED = re.compile(r"(?:.{0,4}(?:비전|목표|전략|방향|방침|과제|정책|시책|사업))")
# '주요 투자사업', '부서별 주요업무 보고': they head what follows.
_HEADS = re.compile(
    r"(?:주요|중점|핵심|역점|투자|신규|계속|특수|당면|현안|공통|일반|기타|부서별|[실과]별|분야별|부문별|국별|읍면별|읍면동별|연도별|단계별|업무|사업|과제|시책|정책"
    r"|계획|보고|추진|관리|운영|현황|상황|실적|성과|결과|개요|내용|목록|총괄|요약|[\d년도월분기상하반기제차회민선추경본예산안대개건\s·및])+"
)
_MEETS = re.compile(
    r"(?:논의|토의|토론|보고|청취|참석|질의응답|진행|열람|의견\s?교환|면담|인사말씀|기념촬영|시청|관람|간부회의)$"
)
_AGAINST = re.compile(r"(?:전년도?|지난해|작년|직전|당초|예년)\s?(?:대비|보다|에\s비해)\s")
_ENDS = " .,·:;!\"'’”"

# Words that say of what kind a result is, but not what was evaluated.
_VAGUE = re.compile(
    r"(?:최근|추이|등급|변화|변동|현황|결과|성적|총평|순위|연도별|평균|종합|세부|우리|전체|[시군구]|부문|차이|증가|감소|증감|목표|상승|하락)+"
)
_SCORES = re.compile(r"점수(?:\s(?:평균|차이|증가|감소|최고|최저))*")
_UNFINISHED = re.compile(
    r"(?:^|\s)(?:또|다시|거푸|내리|연속|잇따라|종합|(?:이상|이하|미만|초과)인?|웃도|밑도)$"
)
# The name of a plan, or what a headline tells, is none of what was evaluated.
_OF_PLAN = re.compile(
    r"(?:종합|추진|시행|실천|실행|기본|향상|개선|세부|관리|운영)\s?계획(?:서|안)?(?:\(|\s|$)"
)
_HEADLINE = re.compile(
    r"(?:^|\s)(?:모두|나란히|동시에?|잇따라|각각)\s(?:최?우수|선정|달성|석권|수상|쾌거)"
)
_SITE_NAME = re.compile(r"(?:소식|뉴스|보도자료|공지사항|누리집|홈페이지|게시판|새소식)(?:\s|$)")
_WHICH = re.compile(r"(?:앞선|직전|지난|같은|이번|최우수|우수|장려)\s(?:평가|심사|측정)(?:\s|$)")
_STAFF_POINTS = re.compile(
    r"(?:인사|근무\s?성적|근평|실적|승진|경력|성과급|포상)[가-힣\s]{0,6}가산?점|특별\s?휴가|가산?점\s?(?:부여|제공|혜택)"
)
_DEDUCTED = re.compile(r"\s?(?:이|을|씩|까지|가)?\s?(?:감점|감산|깎|차감|감해|뺀|빼)")
_DEDUCTION = re.compile(r"감점|감산|차감")
_APART = re.compile(
    r"\s?(?:을|이|가|만큼|이나)?\s?(?:더\s)?(?:웃도|웃돌|밑도|밑돌|앞서|앞선|앞섰|뒤지|뒤진|뒤져|모자라|못\s?미|높|낮|상승|하락|향상|올라|올랐|오른"
    r"|올린|내려|내린|떨어|뛴|뛰었)"
)
_OF_SCALE_BEFORE = re.compile(r"[가A1S]'?\s?[~∼-]\s?'?[가-힣A-Z]'?\s*$")
# '모두 1등급인 기초단체는 한 곳뿐': who has it, not what was given.
_HELD_BY = re.compile(
    r"'?인\s(?:곳|[가-힣]{0,6}(?:단체|지자체|[시군구도]|시군|기관|부서|나라|대학))(?:은|는|이|가|도|을|를)"
)
_SCALED = re.compile(
    r"\s?(?:을|으로|로)\s?(?:매기|매긴|나누|나눈|나눠|나뉘|나뉜|구분|분류|차등|평정|운영)"
)
# '이웃 가람시는 2031년 2등급': a sentence of another government.
_SUBJECT = re.compile(r"[^.]{0,12}?(?<![가-힣])(?P<place>[가-힣]{1,8}[시군구도])(?:은|는|이|가)\s")
_DIFFERS = frozenset({"change", "difference", "increase", "decrease"})

# '18개 시·군 중 2위', '75개 기관 가운데 상위권': among how many, no count of its own.
_AMONG = re.compile(
    r"(?:\s?[가-힣·]{1,12}){0,2}\s?(?:중|가운데|중에서)\s[^.,]{0,12}?(?:\d+\s?위|등급|상위|하위|최고|최상|최하|꼴찌|선두|우수|1등)"
)
_OF_AUDIT = re.compile(
    r"감사|감찰|심사|점검|조사|적발|지적|처분|조치|시정|주의|훈계|경고|징계|문책|개선|통보|권고|회수|추징|환수|반납|감액|이행|완료|고발|변상|현지"
    r"|신분상|행정상|재정상|나머지|절감"
)

_CASES = frozenset({"건", "회"})
# '부서별 : 본청 24건': cases of what is not said.
_PER_BODY = re.compile(
    r"(?:부서|기관|지역|읍면동?|[시군구]{1,3}|직급|성|연령|분기|월|연도|기간)별(?:로는|로)?\s\S+$"
)

# Steps of an evaluation and meetings: they take place, nothing is built or finished by them.
_HELD = re.compile(
    r"(?:(?:중간|최종|상반기|하반기|자체|서면|현장|부서|정기|수시|이행|성과|실적|종합|연말|정량|정성|만족도)\s?)*(?:점검|평가|평정|면담|설문|조사)|(?:서면|서류|발표|현장|면접|예비|본|최종)\s?심사"
    r"|.*(?:보고회|간담회|설명회|공청회|토론회|회의|협의회|위원회|워크숍|시상식?|체결식|위촉식|발표회|[가-힣]식\s?개최|공고|접수|통보|심의|발표|안내)"
    r"|.*(?:(?:개소|개관|준공|착공|기공|기념|선포|협약|발대|출범|시무|취임|수여|개막|개통|개장|임명|결의)식|축제|대회|콘서트|공연|전시회|캠프|의견\s?수렴)"
)
# '인구 12만 명(’31. 12.)', '국비 32억원 확보(’31.)': the day is that of a figure.
_FIGURE_LAST = re.compile(
    r"(?:^|\s)(?:[가-마]|[SA-E])등급$|\d[\d,.]*\s?(?:[천만백억조]\s?)*(?:(?:여\s?)?(?:명|가구|세대|건|등급|위|점|%|퍼센트)|(?:[가-힣%]{0,3})\s?(?:확보|달성|돌파|절감|증가|감소|상승|하락|유치))$"
)
_OUTCOME = re.compile(r".*(?:결과|현황|실적|경과|계획안|추경안|예산안)")


def doubted(draft: Draft) -> Draft:
    """The draft, with the doubt that it is none of its kind where its own words give one."""
    judge = _JUDGES.get(draft.kind)
    if judge is None or draft.doubts:
        return draft
    found = judge(draft)
    return replace(draft, doubts=(found,)) if found else draft


def _policy(draft: Draft) -> str:
    """'' for what a government does or will do; what a page, notice or report tells is a doubt."""
    text = fold(draft.raw_text).strip()
    if _PAGE.search(text) or _AGENDA.search(text):
        return KIND_UNSURE
    if _CUT_OPENING.match(draft.name) or _NEXT_ITEM.search(text):
        return NAME_INCOMPLETE
    end = text.strip(_ENDS)
    if _tells_of_report(text) or _MEETS.search(end) or _HEADS.fullmatch(draft.name):
        return KIND_UNSURE
    statement = draft.statement
    if _FAULT.search(end) or _is_audited(statement.passage.heading_path, statement.document.title):
        return KIND_UNSURE
    is_listed = "enumerated" in draft.flags
    return KIND_UNSURE if not is_listed and (_DONE.search(end) or _DONE_ON.search(end)) else ""


def _tells_of_report(text: str) -> bool:
    """Whether an item's label is one of any notice or report, or what it tells is a change."""
    if _AGAINST.match(text):
        return True
    label, start = item_label(text)
    tight = label.replace(" ", "")
    if not start or not tight or _WANTED.fullmatch(tight):
        return False
    return any(one.fullmatch(tight) for one in (_REPORT_LABEL, _GENERAL_LABEL)) or is_part(tight)


@lru_cache(maxsize=LIMITS.texts)
def _is_audited(path: tuple[str, ...], title: str) -> bool:
    """Whether headings or title tell that what stands under them was found by auditors."""
    return any(map(_tells_of_audit, (*path, title)))


@remembered
def _tells_of_audit(entry: str) -> bool:
    return _AUDITED.search(entry) is not None


def _evaluation(draft: Draft) -> str:
    """'' for a result; a vague name, a difference, a scale, a bonus or a deduction is a doubt."""
    name = draft.name
    words = name.split()
    is_vague = all(_VAGUE.fullmatch(one) for one in words) or _SCORES.fullmatch(name)
    if _OF_PLAN.search(name) or _HEADLINE.search(name):
        return NAME_INCOMPLETE
    if is_vague or _UNFINISHED.search(name) or _SITE_NAME.search(name):
        return NAME_INCOMPLETE
    if _WHICH.match(name) or is_place(without_particle(words[-1])) or _is_of_another(draft):
        return NAME_INCOMPLETE
    text = fold(draft.statement.text)
    start = text.find(fold(draft.raw_text))
    if start < 0 or draft.unit is None:
        return ""
    end = start + len(draft.raw_text.rstrip())
    if not _DIFFERS & set(draft.flags) and _APART.match(text, end):
        return KIND_UNSURE
    if draft.unit == "점":
        return _points(draft, text, end)
    if draft.unit != "등급":
        return ""
    if (
        _HELD_BY.match(text, end)
        or _SCALED.match(text, end)
        or _OF_SCALE_BEFORE.search(text, 0, start)
    ):
        return KIND_UNSURE
    is_prose = not draft.statement.is_item
    return YEAR_UNSURE if is_prose and "previous_year" in draft.flags else ""


def _points(draft: Draft, text: str, end: int) -> str:
    """'' for points that were given; what is added for staff or taken off is a doubt."""
    if _DEDUCTED.match(text, end) or _DEDUCTION.search(draft.name):
        return KIND_UNSURE
    return KIND_UNSURE if _STAFF_POINTS.search(text) else ""


def _is_of_another(draft: Draft) -> bool:
    """Whether another government than the document's got it, which its name does not tell."""
    own = draft.statement.document.municipality
    if own is None:
        return False
    if draft.municipality not in {None, own}:
        return str(draft.municipality) not in draft.name
    text = draft.statement.text
    at = text.find(draft.raw_text)
    subject = _SUBJECT.match(text, 0, max(at, 0))
    if subject is None or not is_place(subject["place"]):
        return False
    names = {own.split()[-1], place_named(subject["place"])}
    return not names & {subject["place"], own} and subject["place"] not in draft.name


def _audit(draft: Draft) -> str:
    """'' for an audit or what it found; a count that is of neither is a doubt."""
    if draft.value is None:
        return KIND_UNSURE if _PAGE.search(fold(draft.raw_text)) else ""
    if _is_among(draft):
        return KIND_UNSURE
    return "" if _OF_AUDIT.search(draft.name) or is_audit(draft.name) else NAME_INCOMPLETE


def _is_among(draft: Draft) -> bool:
    at = draft.statement.text.find(draft.raw_text)
    return at >= 0 and _AMONG.match(draft.statement.text, at + len(draft.raw_text)) is not None


def _count(draft: Draft) -> str:
    """'' for a count; one of which only the part is said that it falls to is a doubt."""
    if draft.unit not in _CASES or (sorted_by := _PER_BODY.search(draft.name)) is None:
        return ""
    # What the document is called does not say of what its cases are either.
    before = draft.name[: sorted_by.start()].split()
    return NAME_INCOMPLETE if all(one in draft.statement.document.title for one in before) else ""


def _project(draft: Draft) -> str:
    """'' for what is built or done by a day; what is held on it, or an outcome, is a doubt."""
    if "due" not in draft.flags:
        return ""
    is_none = (
        _HELD.fullmatch(draft.name)
        or _OUTCOME.fullmatch(draft.name)
        or _FIGURE_LAST.search(draft.name)
    )
    return KIND_UNSURE if is_none else ""


_JUDGES: dict[FactKind, Callable[[Draft], str]] = {
    FactKind.POLICY: _policy,
    FactKind.EVALUATION: _evaluation,
    FactKind.AUDIT: _audit,
    FactKind.PROJECT: _project,
    FactKind.STATISTIC: _count,
}
"""Who judges the drafts of a kind; the others are judged where they are read."""
