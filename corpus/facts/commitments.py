"""What a city says it will do: investment directions, and the policies its plan lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from corpus.amounts import find_amounts
from corpus.facts.draft import Draft
from corpus.facts.labels import clean_name, heading_name, item_label, join_names
from corpus.facts.statements import Statement
from corpus.facts.subjects import is_audit
from corpus.quantities import Quantity, find_quantities
from corpus.recall import LIMITS
from corpus.types import FactKind

_DIRECTION_HEADING = re.compile(
    r"(?:투자|추진|정책|시정|군정|도정|운영|기본)?\s*(?:방\s*향|방\s*침|비\s*전|목\s*표|전\s*략)$"
)
_ENUMERATED = re.compile(r"[▲△▷■◇]\s*([^▲△▷■◇.]{2,60})")
# Labels after which the body stands that runs a programme: '주관 : 행정안전부'.
_WHO = re.compile(
    r"누가|(?:주\s?관|주\s?최|시\s?행|추\s?진|수\s?행|담\s?당|평\s?가|발\s?주|협\s?력|지\s?원|소\s?관)\s?(?:기\s?관|부\s?서|주\s?체|처)"
    r"|주\s?관|주\s?최|평가\s?주관|시행자|시행청|수행사"
)
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
_PLAN = re.compile(
    r"방침|계획|예정|목표|전략|추진|강화|확대|당부|강조|지원|마련|구성|이뤄|평가|매년|해마다|실시"
)
_AWARDED = re.compile(r"표창|수상|이름을\s올|상을\s(?:받|탔|안)|대상\s[▲△]")
_NO_PLAN = re.compile(r"^\s*구\s?분\s|(?:십시오|세요|바랍니다|랍니다)[.\s]*$")
_CAPTION = re.compile(r"단\s?위\s?[:：]")
_IMPRINT = re.compile(
    r"\s*(?:담당부서|담당자|작성자|등록일|조회(?:수)?|첨부(?:파일)?|문의처?|제목)\b"
)
_FAULTS = re.compile(r"지적|문제점|미흡|적발|수상|뽑힌|칭찬")
_REMARK = re.compile(
    r"(?:수\s(?:있|없)|아니|않|됐|였|았|었|바뀔|많|적|높|낮|좋)음$|아님$|참고$|이상임$|무관$"
)
_BACKGROUND = re.compile(r"(?:경과|연혁|경위|현황|문제점|여건|배경|근거|위치|장소|참고)$")
_SAYS = re.compile(r"당부|강조했|방침|하겠다|하기로|줄 것을|것으로\s(?:기대|보인)|노력|최선을")
_LONGEST_DEED = len("모니터링 사업")  # characters, more than any of them
_PLAN = re.compile(
    r"방침|계획|예정|목표|전략|추진|강화|확대|당부|강조|지원|마련|구성|이뤄|평가|매년|해마다|실시"
)
_CAME_ABOUT = re.compile(r"[았었였했됐겼졌렸났랐왔갔켰쳤셨]다[.\"”’\s]*$|[았었였했됐졌났]음[.\s]*$")
_SET_UP = re.compile(
    r"(?:마련|수립|추진|도입|시행|강화|확대|지원|구성|체결|위촉|당부|강조|다짐|약속|결정|제정|신설|개편|개설|주문"
    r"|요청|확정|편성|구축|지시|발표|운영|채택|선포)(?:하기로\s)?(?:했|됐|하였|되었)다|기로\s(?:했|하였)다|방침|밝혔다"
    r"|세웠다|내놓았다|내놨다|짰다|정했다|펼쳤다|나섰다|늘렸다|넓혔다"
)
_SHORTEST_NAME = 4
_FEWEST_ITEMS = 2


def commitments(statement: Statement) -> Iterator[Draft]:
    """The statement itself as a direction or policy, and each item it enumerates with ▲ or △."""
    if statement.is_imprint or statement.is_row:
        return
    yield from enumerated(statement)
    yield from _commitment(statement)


def enumerated(statement: Statement) -> Iterator[Draft]:
    """Each item of a list that a statement prints in one line with ▲ or △ before each.

    An item that states a figure is that figure's fact and none of its own.
    """
    found = list(_ENUMERATED.finditer(statement.quote))
    if len(found) < _FEWEST_ITEMS or _FAULTS.search(statement.quote, 0, found[0].start()):
        return
    if _AWARDED.search(statement.quote):
        return
    for number, match in enumerate(found, start=1):
        item = match.group(1).strip(" ,·")
        if number == len(found):
            item = _without_predicate(item)
        name = clean_name(item)
        if name and not _states_figure(match.group(1)):
            yield Draft(
                statement=statement,
                kind=FactKind.POLICY,
                name=name,
                raw_text=item,
                value=name,
                flags=("enumerated",),
            )


def _states_figure(item: str) -> bool:
    return bool(find_amounts(item)) or any(
        isinstance(one, Quantity) for one in find_quantities(item)
    )


def _without_predicate(item: str) -> str:
    """The last item of a list without what is said of them all: '… 조성 등이다' -> '… 조성'."""
    item = re.sub(r"\s*등(?:이다|을|이|으로|에|의|도|과)?(?:\s.*)?$", "", item)
    item = re.sub(r"(?:을|를|이|가|으로|로|에|도)\s+[가-힣\s]{0,20}[가-힣]다$", "", item)
    return re.sub(r"(?:이다|입니다)$", "", item).strip()


def _commitment(statement: Statement) -> Iterator[Draft]:
    if _CAPTION.search(statement.text) or _NO_PLAN.search(statement.text):
        return  # a caption, a head of a table, a request to readers
    path = statement.passage.heading_path
    is_direction = _stands_under_direction(path)
    # Prose that ends without a verb (cut off, a line of a headline) is judged as prose, too.
    is_bullet = statement.is_item and statement.text_start > statement.start
    is_sentence = statement.text.rstrip(" .").endswith("다")
    is_deed = statement.is_item and not is_sentence and _sets_out(statement.text)
    is_bullet = is_bullet and not is_sentence
    is_set_out = is_deed or (statement.is_item and is_direction)
    if not is_set_out and (is_bullet or not _says_plan(statement.text)):
        return
    kind = FactKind.DIRECTION if is_direction else FactKind.POLICY
    if not is_direction and is_audit(statement.text):
        kind = FactKind.AUDIT
    label, start = item_label(statement.text)
    who = statement.text[start:].strip()
    if who and _WHO.fullmatch(label):
        yield Draft(
            statement=statement,
            kind=FactKind.ORGANISATION,
            name=join_names(heading_name(path), clean_name(label)),
            raw_text=who,
            value=who,
            organisation=who,
            flags=("in_charge",),
        )
        return
    name = clean_name(statement.text)
    if len(name) < _SHORTEST_NAME:
        return
    yield Draft(
        statement=statement, kind=kind, name=name, raw_text=statement.text.strip(), value=None
    )


@lru_cache(maxsize=LIMITS.texts)
def _stands_under_direction(path: tuple[str, ...]) -> bool:
    return any(_DIRECTION_HEADING.search(entry) for entry in path)


def _sets_out(item: str) -> bool:
    """Whether an item says what is done or is to be: it ends in a deed ('도로 정비', '지원함')."""
    bare = _ASIDE.sub("", item)
    label = item_label(bare)[0]
    if _CAPTION.search(bare) or _IMPRINT.match(bare):
        return False
    if _BACKGROUND.search(label.replace(" ", "")) or _REMARK.search(bare.strip(_ENDS)):
        return False
    if _SAYS.search(bare):
        return True
    return any(_ends_in_deed(_AND_MORE.sub("", one.strip(_ENDS))) for one in (bare, label))


def _ends_in_deed(words: str) -> bool:
    # Tied to the end, so all before the last letters would be tried in vain.
    return _DEED.search(words, max(0, len(words) - _LONGEST_DEED)) is not None


def _says_plan(text: str) -> bool:
    """Whether a sentence tells what is planned or was set up, not merely what came about."""
    if _CAME_ABOUT.search(text) and not _SET_UP.search(text):
        return False
    return _PLAN.search(text) is not None
