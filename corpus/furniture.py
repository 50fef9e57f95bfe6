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
        r"sns(?:공유|기사보내기)?|기사보내기|(?:화면)?(?:크게|작게)보기|프린트|print|인쇄(?:하기)?|스크랩|(?:글자|화면)?(?:크기)?(?:확대|축소))"
    ),
    "menu": (
        r"(?:home|홈|전체메뉴|사이트맵|sitemap|로그인|회원가입|마이페이지|통합검색|검색|닫기|열기|목록(?:보기)?|"
        r"(?:이전|다음)(?:글|페이지)?|처음|마지막|top|맨위로|위로|더보기|관련(?:문서|글|기사|뉴스)|(?:가장)?많이본(?:글|기사|뉴스)|첨부파일|댓글(?:쓰기)?|"
        r"기사상세(?:페이지|보기)?|"
        r"주소|english|한국어|中文|日本語|language)"
    ),
    "survey": (
        r"(?:(?:콘텐츠)?만족도(?:조사|평가)?(?:하기|결과)?|이페이지에서제공하는정보에대하여(?:얼마나)?만족하십니까\??|"
        r"(?:현재|이)?페이지의?(?:내용이나|정보에)[^.]{0,30}만족하[^.]{0,10}\??|"
        # A mark that stands alone is a list's, not one to be ticked.
        r"(?=[□○/]*[가-힣])(?:만족도조사)?(?:(?:매우)?(?:만족|불만족)|보통|[□○/]){1,12}|의견(?:쓰기|등록)|평가(?:하기|등록))"
    ),
    "site_notice": (
        r"(?:•?검색결과가없습니다\.?|개인정보처리방침|저작권(?:정책|보호정책)|이메일무단수집거부|무단전재.{0,20}금지|"
        r"(?:네이버|다음|카카오톡?|구글|유튜브)(?:뉴스)?(?:채널)?(?:에서|을|를)?구독(?:하기)?|구독(?:하기|신청)|원고료로응원하기\d{0,6}|"
        r"기사제보(?:하기)?(?:및(?:구독(?:신청)?|보도자료|광고문의))?|제보(?:하기|를기다립니다)|"
        r"copyright.{0,80}|ⓒ.{0,60}|.{0,20}allrightsreserved\.?)"
    ),
    # A document viewer's own line that names the document and the pages it shows.
    "running_line": r"(?:문서에서.{1,60}\(페이지\d+[-~]\d+\))",
}
_ANY_WHOLE_LINE = re.compile(
    # The named group is empty and stands last, so that most lines are passed over at their first
    # letter.
    "|".join(f"(?:{pattern})(?P<{name}>)" for name, pattern in _WHOLE_LINES.items()),
    re.IGNORECASE,
)
_AROUND = " \t\r\n▶▷☞"  # what points at a link
_MARK = re.compile("[>›»]")  # parts the steps of a breadcrumb
_BREADCRUMB = re.compile(
    r"(?:홈|home)(?:\s*[>›»]\s*[^>›»]{1,25}){1,6}|[^>›»\s][^>›»]{0,24}(?:\s[>›»]\s[^>›»]{1,25}){2,6}|"
    # Without blanks between them only steps that are nothing but words.
    r"[가-힣A-Z]{2,20}(?:[>›»][가-힣A-Z·]{2,20}){2,6}",
    re.I,
)
# '토목 31건 > 건축 12건' sets figures in their order, which no path through a site does.
_ORDERED = re.compile(
    r"\d\s?(?:건|명|개|점|%|[조억만천]|원)[^>›»]{0,12}[>›»][^>›»]{1,25}\d\s?[건명개점%조억만천원]"
)
# Our own digests say so in their first line; the pages show it, but it is no statement of a city.
_DIGEST_NOTICE = re.compile(r"[>*_#\s]{0,8}※?\s?시정\(Sijeong\)이\s?만든\s?요약본")
# A caption that tells those who cannot see a table what is in it, and the unit beside a title.
_SUMMARY = re.compile(
    r"정보(?:를|가|을)?\s?(?:제공|안내|포함)|구성(?:된|되|한|이|$)|나타(?:낸|내|냅)|안내(?:하|합|한)"
    r"|제공(?:하|합|한)|보여\s?(?:주|줍|준)|이루어(?:진|져)|설명(?:하|합|한)|나뉘|(?:니다|이다)\.?$"
)
_BEFORE_SUMMARY = re.compile(r"(?P<title>[^-–—:|]{2,60}?)(?:\s?표)?\s*[-–—:|]\s")
_UNIT_BESIDE = re.compile(r"[(\[<〈【]?\s*단\s?위\s*[:：]?[^()\[\]<>〈〉【】]{1,30}[)\]>〉】]?")
_LONGEST_CAPTION = 300  # characters that are looked at
_LONGEST_LINE = 90  # longer lines say something
_TAIL = re.compile(r"(?:(?:\.{2,}|…)\s*|(?<=\s))더\s?보기$")
_LONGEST_TAIL = 20  # the words, the dots before them and a few blanks


def furniture_reason(line: str) -> str:
    """Which part of a web site a line is, '' for a line of the document."""
    line = line.strip(_AROUND)
    if "Sijeong" in line and _DIGEST_NOTICE.match(line):
        return "digest_notice"
    if not line or len(line) > _LONGEST_LINE:
        return ""
    tight = "".join(line.split())
    if match := _ANY_WHOLE_LINE.fullmatch(tight):
        return match.lastgroup or ""
    is_trail = _MARK.search(line) and _BREADCRUMB.fullmatch(line) and not _ORDERED.search(line)
    return "breadcrumb" if is_trail else ""


def caption_title(line: str) -> str:
    """What a table's caption calls it, without a unit or an account of its columns.

    Pages for everyone explain each table: '예산 현황 - 구분, 금액 정보를 제공하는 표' is 예산 현황.
    Empty where a caption gives no title.
    """
    words = _UNIT_BESIDE.sub(" ", line[:_LONGEST_CAPTION]).strip(" -–—:|")
    if not _SUMMARY.search(words):
        return re.sub(r"\s+", " ", words)
    title = _BEFORE_SUMMARY.match(words)
    if title is None or _SUMMARY.search(title["title"]):
        return ""
    return re.sub(r"\s+", " ", title["title"]).strip()


def is_unit_caption(line: str) -> bool:
    """Whether a caption gives a unit and nothing else: '(단위: 백만원)'."""
    return _UNIT_BESIDE.fullmatch(line.strip()) is not None


def tail_start(line: str) -> int | None:
    """Where the '.. 더보기' begins that a site puts after text it has cut off, None without one."""
    words = line.rstrip()
    if not words.endswith("보기"):
        return None
    match = _TAIL.search(words, max(0, len(words) - _LONGEST_TAIL))
    if match is None:
        return None
    start = len(words[: match.start()].rstrip())
    return start or None
