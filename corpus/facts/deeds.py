"""Deeds: whether the words of an item say what is done or is to be done, and clearly so."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.facts.labels import item_label
from corpus.markers import marker_at
from corpus.recall import LIMITS, remembered

_ASIDE = re.compile(r"\([^()]{0,200}\)|\[[^\[\]]{0,80}\]")
_AND_MORE = re.compile(r"\s*등$")
_ENDS = " .,·:;!\"'’”」』>〉"
# What the last word of an item that sets something out says is done. Items that end in anything
# else (a place, a list of names, a row of numbers) are read for their figures alone.
_DEED = re.compile(
    r"(?:[가-힣]화|추진|강화|지원|구축|조성|운영|개선|개최|정착|마련|수립|제공|발굴|확보|실시|시행|확대"
    r"|관리|점검|평가|분석|반영|구현|제고|향상|도모|유도|해소|방지|예방|차단|대응|대처|육성|양성|채용"
    r"|선발|건설|개통|개관|개장|설치|정비|보수|보강|도입|개발|보급|홍보|전파|확산|공유|소통|협력|교류"
    r"|참여|연계|환류|감찰|감사|심사|심의|검토|조정|공개|공시|공모|모집|선정|수여|포상|절감|감축|저감|축소"
    r"|폐지|폐쇄|전환|이전|유치|개편|신설|확충|증설|증진|보장|보호|보전|복원|재생|창출|제작|게시|배포"
    r"|교육|훈련|컨설팅|위촉|체결|준공|착공|완공|완료|달성|이행|준수|극복|모색|충족|집행|발주|투자"
    r"|출연|전출|부담|단축|연장|완화|규제|지정|인증|등록|제출|보고|통보|안내|상담|처리|해결|구제|운용"
    r"|발행|상환|징수|부과|적용|배제|구성|배치|파견|지급|편성|승격|통합|분리|매입|매각|이관|위탁|수거"
    r"|조사|연구|용역|진단|측정|모니터링|견학|방문|초청|파악|구입|교체|배양|함양|고취|조기\s?집행|엄중\s?문책"
    r"|강력\s?대처|혁신|설정|활용|제시|신청|인사|전보|개청|개척|선도|견인|창업|경감|인하|인상|전개|출범|창단|창설"
    r"|재편|정리|연수|체험|전시|공연|준비|대비|완성|수행|단속|감시|방역|접종|검진|돌봄|치료|급식|식재|조림"
    r"|순찰|복구|철거|매설|분양|임대|입주|착수|재개|신고|권고|강연|특강|협의|논의|모임|운동|동참|배출|제정"
    r"|개정|정비율|가능|금지|제한|우대|면제|감면|환급|유지|계승|발전|성장|도약|실현|정립|확립|다짐|결의"
    r"|사업|계획|대책|방안|정책|전략|시책|과제|프로그램|캠페인|간담회|워크숍|박람회|축제|행사"
    r"|(?:내|들|히|이|리|우|하|추|나|꾸|살|알|쓰|잇|열|찾|걷|읽|보|주|키|돕|줄)기|함|됨|임|음|것)$"
)
_LONGEST_DEED = len("모니터링 사업")  # characters, more than any of them
UNIT_CAPTION = re.compile(r"단\s?위\s?[:：]")
"""What a line that only gives the unit of a table has in it."""
_IMPRINT = re.compile(
    r"\s*(?:담당부서|담당자|작성자|등록일|조회(?:수)?|첨부(?:파일)?|문의처?|제목)\b"
)
_REMARK = re.compile(
    r"(?:수\s(?:있|없)|아니|않|됐|였|았|었|바뀔|많|적|높|낮|좋)음$|아님$|참고$|이상임$|무관$"
)
_BACKGROUND = re.compile(r"(?:경과|연혁|경위|현황|문제점|여건|배경|근거|위치|장소|참고)$")
_SAYS = re.compile(r"당부|강조했|방침|하겠다|하기로|줄 것을|것으로\s(?:기대|보인)|노력|최선을")
# What follows tells a deed from what merely looks like one.
_NOTE = re.compile(r"\s*(?:[-•·○ㅇ□]\s*)?(?:※|☞|\*|주\s?\)|(?:단|다만)\s?,)")
_PAST_YEAR = re.compile(r"\(?\s?'?(?P<year>(?:19|20)?\d\d)\s?년(?:\s?[):]|부터)")
_FURNITURE = re.compile(
    r"목록\s?보기|더\s?보기|바로\s?가기|글자\s?크기|이전\s?글|다음\s?글|인쇄하기"
)
# '제출', '통보': what an office has to do for the plan, not what the plan does.
_PAPERWORK = re.compile(r"(?:제출|통보|송부|회신|취합|시달)$")
_DUE_BY = re.compile(r"\d\s?[.일월)]{1,2}\s?(?:\([가-힣]\))?\s?까지|말일|말까지|기한")
_RULE = re.compile(
    r"(?:가능|금지|제한|배제|우대|면제|제외|불가|여부|원칙|필수|우선\s?지원|까지만\s지원)$|(?<![모책위선부보])임$|[가-힣]\s?것$"
    r"|[았었였했됐랐왔갔겼졌렸났켰쳤셨]음$|(?:있|없|같|않)음$"
)
_APPLICANT = re.compile(
    r"경우(?:에는|에|는)?\s|(?:사람|희망자|신청자|신청인|대상자|참여자|응모자|지원자|민원인|해당자)(?:은|는|이|가)\s"
)
# '가람시, 성실납세자 선정', '사진=가람시 제공', '구독신청': what stands around an article.
_HEADLINE = re.compile(
    r"(?:\W*[가-힣]{2,8}[시군구도],\s|\W*사진\s?=|[가-힣\s·]*(?:제보|구독)\s?(?:신청)?\W*$)"
)
_ONE_WORD = re.compile(r"\W*(?:정보|자료)\s?공개\W*")
_AWARD = re.compile(r"(?:최우수|우수기관|우수상|장려상|표창|대상|수상)(?=\s*(?:$|[,.·/]))")
# Labels of what is judged, asked for or looked at, and of what people said.
# '우수상 김○○ 주무관 - 도비를 확보': who got a prize, and what for.
_PRIZED = re.compile(r"(?:최우수|우수|장려|노력|대)(?:상|팀|공무원|부서)\s[^:]{2,30}?\s[-–:]\s")
_NO_DEED_LABEL = re.compile(
    r"(?:항목|분야|지표|부문|영역|기준|방법|대상|범위|요인|사유|원인|사례|결과|근거|서류|자격|시기|일정"
    r"|절차|방식|기한|기간|일시|일자|장소|제외|후보|혜택|확정|변경|온라인|오프라인|당사자|당부|의견|주재|참석|문의|[가-힣]것|[가-힣]곳|평가자\)?|계약자\)?)$"
)
_LISTED_LABEL = re.compile(r"(?:사업|과제|시책|현안)$")
_TIME_LABEL = re.compile(r"[~\s\d.,'년월일분기상하반초말중단계차]+")
_GENERAL_WORD = re.compile(
    r"(?:주요|큰|중점|핵심|대표|신규|계속|세부|추진|기타|올해|금년|내년|향후|앞으로의?|부문별|분야별|부서별|단계별|연도별"
    r"|실천|실행|역점|당면|현안|그간의?|그동안의?|지난해|업무|정책|시정|군정|구정|도정|사업|성과|관리|운영|재정|\d+대|\d+개"
    r"|과제|계획|목표|전략|방안|대책|시책|방향|일정|내용|현황|개요|체계|사항|평가|및|등){1,6}"
)


def sets_out(item: str) -> bool:
    """Whether an item says what is done or is to be: it ends in a deed ('도로 정비', '지원함')."""
    bare = _ASIDE.sub("", item) if "(" in item or "[" in item else item
    label = item_label(bare)[0]
    if UNIT_CAPTION.search(bare) or _IMPRINT.match(bare):
        return False
    if _BACKGROUND.search(label.replace(" ", "")) or _REMARK.search(bare.strip(_ENDS)):
        return False
    if _SAYS.search(bare):
        return True
    return _ends_in_deed(bare) or _ends_in_deed(label)


def is_clear(item: str, *, year: int | None) -> bool:
    """Whether an item (folded, with its mark) sets out a deed of the plan and nothing else."""
    bare = _bare(item)
    label, start = item_label(bare)
    if not _ends_in_deed(bare[start:]):
        return False
    if _LISTED_LABEL.search(label) and "," in bare[start:]:
        return False  # several things of which each is its own
    return not is_excluded(item, year=year)


def is_excluded(item: str, *, year: int | None) -> bool:
    """Whether an item (folded, with its mark) is something else than what a plan sets out.

    That is a note, a deadline, a rule for applicants, a heading, a prize, the name of what is
    judged, and what was done before `year`, the document's own.
    """
    bare = _bare(item)
    if _NOTE.match(item) or _FURNITURE.search(item) or _AWARD.search(bare) or _PRIZED.match(bare):
        return True
    if _APPLICANT.search(bare) or _DUE_BY.search(item) or _is_past(item, year):
        return True
    if _HEADLINE.match(bare) or _ONE_WORD.fullmatch(bare):
        return True
    if _PAPERWORK.search(bare) or _RULE.search(bare) or is_heading(bare):
        return True
    label = item_label(bare)[0]
    tight = label.replace(" ", "")
    return bool(label) and bool(_NO_DEED_LABEL.search(tight) or _TIME_LABEL.fullmatch(label))


def is_heading(words: str) -> bool:
    """Whether words only announce what follows: '주요 과제', '큰 사업', '2024년 추진계획'."""
    return all(_GENERAL_WORD.fullmatch(one) or _TIME_LABEL.fullmatch(one) for one in words.split())


@remembered
def _bare(item: str) -> str:
    """An item without its mark and without what stands in brackets."""
    stripped = _ASIDE.sub("", item).strip(_ENDS)
    marker = marker_at(stripped, 0, len(stripped))
    return stripped[marker.length :].strip() if marker is not None else stripped


def _is_past(item: str, year: int | None) -> bool:
    """Whether an item begins with a year before the document's own: it tells what was."""
    bare = item.lstrip(" -•·○ㅇ□▶▷▲△◦")
    match = _PAST_YEAR.match(bare) or _PAST_YEAR.match(bare, item_label(bare)[1])
    if match is None or year is None:
        return False
    return int(match["year"]) % 100 < year % 100


def _ends_in_deed(words: str) -> bool:
    # Tied to the end, so all before the last letters would be tried in vain.
    words = words.strip(_ENDS)
    words = _AND_MORE.sub("", words) if "등" in words[-2:] else words
    return _is_deed(words[-_LONGEST_DEED:])


@lru_cache(maxsize=LIMITS.texts)
def _is_deed(ending: str) -> bool:
    return _DEED.search(ending) is not None
