"""Quotations: the words that a sentence sets in quote marks, found again in what it cites."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_CLOSING = {
    "“": "”",
    "‘": "’",
    "「": "」",
    "『": "』",
    "《": "》",
    "〈": "〉",
    "«": "»",
    "‹": "›",
    "„": "“”",
    "‚": "‘’",
    '"': '"',
    "'": "'",
    "`": "`'",
    "＂": "＂",
    "＇": "＇",
    "〝": "〞〟",
    "❝": "❞",
    "❛": "❜",
    "⟨": "⟩",
    "≪": "≫",
}
_OPENING = re.compile("[" + re.escape("".join(_CLOSING)) + "]")
_MARK = re.compile("[" + re.escape("".join((*_CLOSING, *_CLOSING.values()))) + "]")
_BLANKS = re.compile(r"\s+")
_LINE_BREAK = re.compile(r" /(?= |$)")
_WORD = re.compile(r"\w")
# A mark before two digits stands for the century (’21, ‘22년), and one inside a word is no mark.
_CENTURY = re.compile(r"[‘'`]\d\d(?!\d)")
# What may follow a quoted noun in the same word of the source.
_PARTICLE = re.compile(
    r"(?:은|는|이|가|을|를|의|에|에서|에게|으로|로|와|과|도|만|까지|부터|보다|인|이다|입니다|이며|이고)"
    r"(?!\w)"
)
_DENIED = re.compile(r"(?:지|지는|지도|을|를|이|가|은|는|도)?\s?(?:않|못|없|아니|아닌|안\s)")


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotationOptions:
    """`most_marks`: a sentence with more quote marks than this is not taken apart but refused.

    Each opening mark is tried with every closing mark behind it, which a hostile draft could make
    slow, so both count; composed sentences have fewer than ten of them beside those of the quote
    itself.
    """

    most_marks: int = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWords:
    """A sentence without its quotations, each of which left one `BLANK` behind.

    `quoted` are the quotations as they stand; `is_true` is False where one of them is not in the
    sources, or a quote mark is never closed.
    """

    text: str
    quoted: tuple[str, ...]
    is_true: bool


BLANK = " ␣ "
"""What stands for a quotation; no reader of figures, places or words takes it for anything."""


def own_words(
    sentence: str, sources: Sequence[str], options: QuotationOptions | None = None
) -> OwnWords:
    """Part a sentence into what it quotes and what it says itself.

    A quotation ends at the last closing mark up to which its words are the source's, so that marks
    inside a quoted text do not end it. '…' before the closing mark says that words are left out
    behind, never within a number or word.
    """
    options = options or QuotationOptions()
    if len(_MARK.findall(sentence)) > options.most_marks:
        return OwnWords(text=sentence, quoted=(), is_true=False)
    plain = [flat(source) for source in sources]
    kept: list[str] = []
    quoted: list[str] = []
    is_true, at = True, 0
    while opening := _OPENING.search(sentence, at):
        start = opening.start()
        kept.append(sentence[at:start])
        if _is_apostrophe(sentence, start):
            kept.append(sentence[start])
            at = start + 1
            continue
        ends = _closings(sentence, start)
        end = next((one for one in ends if stands(sentence[start + 1 : one], plain)), None)
        if end is None:
            is_true = False
            end = ends[-1] if ends else len(sentence)
        quoted.append(sentence[start + 1 : end])
        kept.append(BLANK)
        at = end + 1
    kept.append(sentence[at:])
    return OwnWords(text="".join(kept), quoted=tuple(quoted), is_true=is_true)


def _closings(sentence: str, start: int) -> list[int]:
    """Where a quotation may end, the last place first."""
    marks = _CLOSING[sentence[start]]
    return [at for at in range(len(sentence) - 1, start, -1) if sentence[at] in marks]


def _is_apostrophe(sentence: str, start: int) -> bool:
    if sentence[start] not in "'‘`":
        return False
    is_inside = start > 0 and bool(_WORD.match(sentence[start - 1]))
    return (is_inside and sentence[start] != "‘") or bool(_CENTURY.match(sentence, start))


def flat(text: str) -> str:
    """A text on one line: runs of blanks and the strokes that show line breaks as one blank."""
    return _BLANKS.sub(" ", _LINE_BREAK.sub(" ", _BLANKS.sub(" ", text))).strip()


def stands(words: str, plain: Sequence[str]) -> bool:
    """Whether words stand in one of the sources (`flat`), beginning and ending between words.

    Words that the source goes on to deny ('삭감되지 | 않았다') do not stand, unless '…' shows that
    they go on.
    """
    wanted = flat(words)
    is_cut = wanted.endswith("…")
    if is_cut:
        wanted = wanted[:-1].rstrip()
    if not wanted:
        return False
    return any(_stands_in(wanted, source, is_cut=is_cut) for source in plain)


def _stands_in(wanted: str, source: str, *, is_cut: bool) -> bool:
    at = source.find(wanted)
    while at >= 0:
        end = at + len(wanted)
        before, behind = source[max(0, at - 2) : at], source[end : end + 12]
        if (
            not _joins(before, wanted[:2])
            and not _joins(wanted[-2:], behind)
            and (is_cut or not _DENIED.match(behind))
        ):
            return True
        at = source.find(wanted, at + 1)
    return False


def _joins(left: str, right: str) -> bool:
    """Whether a cut between two texts would part a word or a number."""
    if not left or not right:
        return False
    if left[-1].isdigit() and re.match(r"[,.]?\d", right):
        return True
    if re.search(r"\d[,.]$", left) and right[0].isdigit():
        return True
    if not _WORD.match(left[-1]) or not _WORD.match(right[0]):
        return False
    return not (left[-1].isalpha() and _PARTICLE.match(right))
