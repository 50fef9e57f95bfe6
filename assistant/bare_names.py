"""Bare names: a question that only names a figure, spelled out as the question that it is.

People type what they would type into a search box: '제2회 추경 예산안', '2024년 채무', '절감액'.
What they want is the figure of that name, and no sentence that merely speaks of it.
"""

from __future__ import annotations

import re

# What asks for itself: a word for the question, or a verb at its end.
_ASKS = re.compile(
    r"몇|얼마|얼만|언제|며칠|누구|누가|어디|무엇|뭐|뭘|뭔|무슨|어떤|어느|어떻|왜|알려|말해|궁금|"
    r"[가-힣](?:나|까|가|니|냐|지|요|죠|다|줘|래|야|어|아)\s*[?.!]*\s*$"
)
_END = re.compile(r"(?<=[가-힣]{2})[은는이가을를도]$")
_MONEY = re.compile(
    r"(?:예산안?|추경안?|결산|재원|수입|세입|세출|지출|채무|부채|잉여금|살림(?:살이)?|총?규모|회계|"
    r"(?<![가-힣])(?:기금|국비|도비|시비|군비|구비|지방비|민자)|금액|요금|[가-힣]{2}(?:액|금|비|세))$"
)
# Words that end as money does, and are none.
_NO_MONEY = re.compile(
    r"(?:지금|(?<![가-힣])(?:[추자태기실대증정형열우약강]세|[대정준설장예소낭]비)|"
    r"(?:[추태기실]세|(?:정책|시설|도로|환경|수해|재난|사업|시가지|간판|하천)\s?(?:정비|대비|준비))|"
    r"예결산|조직\s?규모|행사\s?규모)$"
)
# '살림 규모와 채무' are two questions, each of which is asked alone (`assistant.parted`).
_SEVERAL = re.compile(r"[가-힣](?:와|과|이?랑|하고|,)\s|\s및\s")
_PEOPLE = re.compile(r"(?:인구|(?<![가-힣])정원|현원|인원|[가-힣]자\s?수)$")
_RATE = re.compile(r"[가-힣](?<!법)(?<!환)(?<!확)(?<!자)(?<!규)(?:률|율)$")


def spelled_out(text: str) -> str:
    """The question that a bare name of a figure stands for, '' where a text is none.

    '제2회 추경안' asks how much it is, '인구' how many there are. What may be asked of a thing that
    is no figure ('조직개편안') is left open.
    """
    name = _END.sub("", text.strip().rstrip("?.!~… "))
    if not name or _ASKS.search(text) or _SEVERAL.search(name):
        return ""
    if _MONEY.search(name) and not _NO_MONEY.search(name):
        return f"{name} 얼마인가요?"
    if _PEOPLE.search(name):
        return f"{name} 몇 명인가요?"
    return f"{name} 몇 %인가요?" if _RATE.search(name) else ""
