"""Typing errors of asking words, which every question has and every kind of it turns on."""

from __future__ import annotations

import re

# What is mistyped most often is what every question has: its asking words and their endings.
_MISTYPED = tuple(
    (re.compile(wrong), right)
    for wrong, right in (
        (r"[멷몆멸](?=\s?(?:명|건|개|회|번|대|곳|층|등급|프로|퍼|년|월|일|살|점|위))", "몇"),
        (r"(?<![가-힣])[머모](?=(?:예요|에요|야|죠|지요|인가요?|라고|가\s)|\s?[?]|$)", "뭐"),
        (r"(?<![가-힣])먼(?=가요?(?![가-힣])|데요?|지요?)", "뭔"),
        (r"(?<![가-힣])만(?=[아나]요|[아나]\??$|은가요|습니까)", "많"),
        (r"(?<![가-힣])[언은]재(?=[는까부쯤인야예에]|\s|[?]|$)", "언제"),
        (r"(?<![가-힣])얼머(?=[가-힣]|\s|[?]|$)", "얼마"),
        (r"(?<![가-힣])(?:웨|외)\s(?=[가-힣]+(?:나요|가요|해|했|하|까))", "왜 "),
        (r"어떡게|어떻개|어떠케|어뜨케", "어떻게"),
        (r"갯수", "개수"),
        (r"(?<![가-힣])일인당", "1인당"),
        (r"(?<![가-힣])에산", "예산"),
    )
)


def respelt(text: str) -> str:
    """The question with its asking words written right ('멷 건', '머예요', '언재')."""
    for wrong, right in _MISTYPED:
        text = wrong.sub(right, text)
    return text
