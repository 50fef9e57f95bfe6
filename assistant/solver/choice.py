"""Choice: which of two things that a question names is more ('교육이랑 환경 중 어디가 더 커')."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.solver.phrases import Wanted, wanted_by, words_of
from assistant.understand import Understanding

_MORE = r"크|큰|컸|커|많|높|비싸|비싼|비쌌|길|긴|넓"
_LESS = r"작|적|낮|싸|싼|쌌|짧|좁"
_EITHER = re.compile(
    r"(?P<a>\S.*?)(?:이랑|랑|와|과|하고|,)\s(?P<b>\S.*?)\s?(?:중|가운데)(?:에서|에)?,?\s(?P<rest>.+)$"
)
_WHICH = re.compile(
    r"어디|어느|뭐|뭘|뭔|무엇|누가|누구|(?:쪽|곳|것|건|데|게|분야|사업|항목)(?:은|는|이|가)?$"
)
_MOST = re.compile(rf"(?:더|제일|가장)?\s?(?:{_MORE})")
_LEAST = re.compile(rf"(?:더|제일|가장)?\s?(?:{_LESS})")


def choice(text: str, asked: Understanding) -> tuple[tuple[Wanted, Wanted], str, bool] | None:
    """The two things, what is said of both, and whether the lesser is wanted; None for none."""
    match = _EITHER.search(text)
    if match is None or _WHICH.search(match["rest"]) is None:
        return None
    is_most, is_least = _MOST.search(match["rest"]), _LEAST.search(match["rest"])
    if bool(is_most) == bool(is_least):
        return None
    first, second = wanted_by(match["a"], asked), wanted_by(match["b"], asked)
    said = _WHICH.split(match["rest"])[0]
    if not first.words or not second.words:
        return None
    pair = (
        replace(first, said=called(match["a"], asked)),
        replace(second, said=match["b"].strip()),
    )
    rest = f"{said} {match['rest'][len(said) :]}"
    return pair, rest, bool(is_least)


def called(text: str, asked: Understanding) -> str:
    """The last words of a phrase, as far as they name the thing."""
    words = text.split()
    named = wanted_by(text, asked).words
    for number in range(len(words) - 1, -1, -1):
        if len(words_of(" ".join(words[number:]), asked)) == len(named):
            return " ".join(words[number:])
    return text.strip()
