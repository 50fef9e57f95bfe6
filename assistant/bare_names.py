"""Bare names: a question that only names a figure, spelled out as the question that it is.

People type what they would type into a search box: '제2회 추경 예산안', '2024년 채무', '절감액'. What
they want is the figure of that name, and no sentence that merely speaks of it.
"""

from __future__ import annotations

import re

# What asks for itself: a word for the question, or a verb at its end.
_ASKS = re.compile(
    r"몇|얼마|얼만|언제|며칠|누구|누가|어디|무엇|뭐|뭘|뭔|무슨|어떤|어느|어떻|왜|알려|말해|궁금|"
    r"[가-힣](?:나|까|가|니|냐|지|요|죠|다|줘|래|야|어|아)\s*[?.!]*\s*$"
)
_END = re.compile(r"(?:[은는이가을를도])?[\s?.!~…]*$")
_MONEY = re.compile(
    r"(?:예산안?|추경안?|결산액?|재원|수입|세입|세출|지출|채무|부채|잉여금|살림(?:살이)?|교부세|"
    r"(?:예산|재정|살림|추경|채무|부채|세입|세출|기금|사업|투자)\s?(?:총)?규모|총규모|[국도시군구지]방?비|"
    r"[가-힣]{2,}(?:액|세)|[가-힣]{2,}(?<!지)금|(?<![가-힣])기금|회계|"
    r"[가-힣]{2,}(?<![가-힣][대정준설장예소낭경])비)$"
)
# Words that end as money does, and are none.
_NO_MONEY = re.compile(
    r"(?:추세|자세|태세|기세|실세|대세|증세|정세|형세|열세|우세|약세|강세|신세|현금영수증|준공금|"
    r"집행부|예결산|공백|사회적\s?비|[대정준예소낭경]비)$"
)
_PEOPLE = re.compile(r"(?:인구|정원|현원|인원|[가-힣]자\s?수)$")
_RATE = re.compile(r"[가-힣](?:률|율)$")


def spelled_out(text: str) -> str:
    """The question that a bare name of a figure stands for, '' where a text is none.

    '제2회 추경안' asks how much it is, '인구' how many there are. What may be asked of a thing that
    is no figure ('조직개편안') is left open.
    """
    name = _END.sub("", text.strip())
    if not name or _ASKS.search(text) or _NO_MONEY.search(name):
        return ""
    if _MONEY.search(name):
        return f"{name} 얼마인가요?"
    if _PEOPLE.search(name):
        return f"{name} 몇 명인가요?"
    return f"{name} 몇 %인가요?" if _RATE.search(name) else ""
