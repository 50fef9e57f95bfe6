"""Deeds: verbs that say one thing of what is counted, as questions and as texts put them.

Who asks how many promises are not '끝난' yet reads of those that were '마친' or '완료'.
"""

from __future__ import annotations

_SAME = (
    tuple("끝나 끝났 끝난 끝내 끝냈 끝낸 마치 마쳤 마쳐 마친 완료 마무리".split()),
    ("뽑", "뽑히", "뽑혔", "뽑힌", "선정", "채택", "고르", "골랐", "선발"),
    ("쓰", "쓴", "썼", "집행", "지출", "사용"),
    ("걷", "거두", "거뒀", "거둬", "거둔", "징수"),
    ("팔리", "팔", "판매"),
    ("남", "남은", "남아", "남았", "잔액", "잔여"),
    ("반영", "편성", "담", "포함", "채택", "선정"),
)
DONE, SPENT, LEFT = _SAME[0][0], _SAME[2][0], _SAME[5][0]
"""What stands for having been finished, for having been spent, and for being left."""


def same_deeds(stem: str) -> tuple[str, ...]:
    """Every way to say what a verb says, itself first."""
    return next((deeds for deeds in _SAME if stem in deeds), (stem,))
