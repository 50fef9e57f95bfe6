"""Lines that belong to the web site and not to the document: menus, share buttons, surveys."""

from __future__ import annotations

import re

# Whole lines, spaces left out. Words of site templates, not of any one city.
_WHOLE_LINES: dict[str, str] = {
    "skip_link": (
        r"(?:바로가기메뉴|본문(?:내용)?(?:으로)?바로가기|(?:주|주요|상단|하단|전체|서브|좌측|빠른|메인)메뉴"
        r"(?:로)?바로가기|메뉴건너뛰기|반복영역건너뛰기|콘텐츠바로가기|skip(?:to|navigation)\w*)"
    ),
    "share": (
        r"(?:페이스북|facebook|트위터|twitter|x|인스타그램|instagram|카카오톡|카카오스토리|kakaotalk|"
        r"네이버(?:블로그|밴드)?|블로그|밴드|band|유튜브|youtube|url복사|링크복사|주소복사|공유(?:하기)?|"
        r"sns(?:공유)?|프린트|print|인쇄(?:하기)?|스크랩|(?:글자|화면)?(?:크기)?(?:확대|축소))"
    ),
    "menu": (
        r"(?:home|홈|전체메뉴|사이트맵|sitemap|로그인|회원가입|마이페이지|통합검색|검색|닫기|열기|목록(?:보기)?|"
        r"(?:이전|다음)(?:글|페이지)?|처음|마지막|top|맨위로|위로|더보기|관련(?:문서|글|기사)|첨부파일|댓글(?:쓰기)?|"
        r"주소|english|한국어|中文|日本語|language)"
    ),
    "survey": (
        r"(?:(?:콘텐츠)?만족도(?:조사|평가)?(?:하기|결과)?|이페이지에서제공하는정보에대하여(?:얼마나)?만족하십니까\??|"
        r"(?:현재|이)?페이지의?(?:내용이나|정보에)[^.]{0,30}만족하[^.]{0,10}\??|"
        r"매우만족|만족|보통|불만족|매우불만족|의견(?:쓰기|등록)|평가(?:하기|등록))"
    ),
    "site_notice": (
        r"(?:•?검색결과가없습니다\.?|개인정보처리방침|저작권(?:정책|보호정책)|이메일무단수집거부|무단전재.{0,20}금지|"
        r"copyright.{0,80}|ⓒ.{0,60}|.{0,20}allrightsreserved\.?)"
    ),
    # A document viewer's own line that names the document and the pages it shows.
    "running_line": r"(?:문서에서.{1,60}\(페이지\d+[-~]\d+\))",
}
_PATTERNS = tuple(
    (name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _WHOLE_LINES.items()
)
_BREADCRUMB = re.compile(
    r"(?:홈|home)(?:\s*[>›»]\s*[^>›»]{1,25}){1,6}|[^>›»\s][^>›»]{0,24}(?:\s[>›»]\s[^>›»]{1,25}){2,6}",
    re.I,
)
# Our own digests say so in their first line; the pages show it, but it is no statement of a city.
_DIGEST_NOTICE = re.compile(r"[>*_#\s]{0,8}※?\s?시정\(Sijeong\)이\s?만든\s?요약본")
_LONGEST_LINE = 90  # longer lines say something
_TAIL = re.compile(r"(?:(?:\.{2,}|…)\s*|(?<=\s))더\s?보기$")
_LONGEST_TAIL = 20  # the words, the dots before them and a few blanks


def furniture_reason(line: str) -> str:
    """Which part of a web site a line is, '' for a line of the document."""
    line = line.strip()
    if _DIGEST_NOTICE.match(line):
        return "digest_notice"
    if not line or len(line) > _LONGEST_LINE:
        return ""
    tight = re.sub(r"\s+", "", line)
    for name, pattern in _PATTERNS:
        if pattern.fullmatch(tight):
            return name
    return "breadcrumb" if _BREADCRUMB.fullmatch(line) else ""


def tail_start(line: str) -> int | None:
    """Where the '.. 더보기' begins that a site puts after text it has cut off, None without one."""
    words = line.rstrip()
    match = _TAIL.search(words, max(0, len(words) - _LONGEST_TAIL))
    if match is None:
        return None
    start = len(words[: match.start()].rstrip())
    return start or None
