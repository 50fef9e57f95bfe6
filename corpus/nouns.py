"""The thing that a counter counts, where it is printed after it: 223개 성과지표를 -> 성과지표."""

from __future__ import annotations

import re

_NOUN = re.compile(r"(?:의 ?| )?(?P<noun>[가-힣A-Za-z]+(?:[·․][가-힣A-Za-z]+)*+)")
_LONGEST = 20

_NOT_A_NOUN = frozenset(
    ("이상", "이하", "미만", "초과", "이내", "내외", "안팎", "가량", "정도", "등", "및", "와", "과", "또는")
    + ("선정", "확정", "지정", "구축", "추진", "운영", "설치", "조성", "개최", "실시", "지원", "확보", "발굴")
    + ("증가", "감소", "확대", "축소", "신설", "폐지", "완료", "달성", "참여", "포함", "제외", "정비", "제공")
    + ("모집", "배치", "선발", "구성", "보급", "설립", "개소", "개선", "도입", "구입", "교체", "증차", "있는")
    + ("모두", "전체", "총", "중", "가운데", "신규", "계속", "적은", "많은", "더", "를", "을", "가", "이", "씩")
    + ("규모", "수준", "남짓", "늘어", "줄어", "늘어난", "줄어든", "전", "후", "내", "들여", "여", "뿐", "당", "별")
)
_ENDINGS = (
    "으로는", "으로", "에서는", "에서", "에게", "에는", "에도", "을", "를", "은", "는", "에", "이며", "이고", "이다",
)  # fmt: skip
_SOFT_ENDINGS = ("이", "가", "로", "와", "과", "의", "도")
_KEEP_LAST = re.compile(
    r"(?:평가|국가|전문가|작가|허가|원가|상가|농가|증가|휴가|추가|단가|참가|여가|차이|어린이|놀이|종이|나이|높이|길이"
    r"|도로|경로|진로|선로|수로|통로|학과|성과|효과|결과|부과|사과|회의|협의|문의|강의|민의|정의|논의|지도|제도|시도|도"
    r"|정도|강도|속도|온도|용도|궤도|철도|수도|은|는|마을|가을|고을)$"
)


def counted_noun(folded: str, position: int) -> str | None:
    """The noun after a counter that ends at `position`, its particle removed where that is certain.

    None where the next word is no noun (2개를, 3개 이상, 5개 선정).
    """
    match = _NOUN.match(folded, position, position + _LONGEST + 1)
    if match is None:
        return None
    noun = match["noun"]
    if match.end() == position + _LONGEST + 1 or noun in _NOT_A_NOUN:
        return None
    for ending in _ENDINGS:
        if noun.endswith(ending) and len(noun) > len(ending) and not _KEEP_LAST.search(noun):
            noun = noun[: -len(ending)]
            break
    else:
        if len(noun) > 2 and noun.endswith(_SOFT_ENDINGS) and not _KEEP_LAST.search(noun):  # noqa: PLR2004
            noun = noun[:-1]
    return None if noun in _NOT_A_NOUN or noun in _ENDINGS or noun in _SOFT_ENDINGS else noun
