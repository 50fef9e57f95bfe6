"""One spelling for each character that Korean documents type in many ways; no offset ever moves.

`fold` gives a text of the same length in which every apostrophe is `'`, every middle dot `·`,
every range mark `~`, every dash `-`, every arrow `→`, every full-width letter, digit and sign its
narrow form and every blank a plain space. A span found in the folded text is therefore the same
span of the original, and `original[start:end]` is what the document printed.
"""

from __future__ import annotations

import re

from corpus.recall import remembered

APOSTROPHES = "'‘’‚‛`´＇ʹʼ′ˈ"
MIDDLE_DOTS = "·‧・ㆍ․•∙⋅･ᆞ"
TILDES = "~∼～〜∽⁓˜"
DASHES = "-‐‑‒–—―−﹣－─━"
ARROWS = "→⇒➔➜➝➞➡⟶⟹⇨￫"
BLANKS = (
    "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"
    "\u3000\u3164\uffa0"
)

UNREADABLE = "\ufffd"
"""Stands for a digit that cannot be trusted; no reader takes a number that touches it."""

_FULL_WIDTH_FIRST, _FULL_WIDTH_LAST, _FULL_WIDTH_SHIFT = 0xFF01, 0xFF5E, 0xFEE0
_HIDDEN = (
    "\u00ad\u0300-\u036f\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069"
    "\ufe00-\ufe0f\ufeff"
)

_TABLE = {
    code: chr(code - _FULL_WIDTH_SHIFT) for code in range(_FULL_WIDTH_FIRST, _FULL_WIDTH_LAST + 1)
}
for _variants, _plain in (
    (APOSTROPHES, "'"),
    (MIDDLE_DOTS, "·"),
    (TILDES, "~"),
    (DASHES, "-"),
    (ARROWS, "→"),
    (BLANKS, " "),
    ("￦", "₩"),
):
    _TABLE.update({ord(variant): _plain for variant in _variants})

# A narrow form may itself have one spelling (｀ -> ` -> '), so a second step settles it.
_SPELLINGS = {
    chr(code): _TABLE.get(ord(plain), plain)
    for code, plain in _TABLE.items()
    if chr(code) != _TABLE.get(ord(plain), plain)
}
# Most statements hold none of these and are their own folded form; one scan tells.
_ODD = re.compile(f"[>{re.escape(''.join(_SPELLINGS))}{_HIDDEN}]")
_TYPED_ARROW = re.compile(r"[-=]>")
_ANY_HIDDEN = re.compile(f"[{_HIDDEN}]")
_HIDDEN_IN_NUMBER = re.compile(f"(?<=[0-9.,])[{_HIDDEN}]++(?=[0-9.,])")
# All of an amount of which a part cannot be read: 12억 3<zero width>,400만.
_FIGURE = re.compile(f"[0-9.,십백천만억조{UNREADABLE}]++(?: ?[0-9.,십백천만억조{UNREADABLE}]++)*+")
_OVERRIDDEN = re.compile("[\u202d\u202e][^\u202c\u2029\n]*+")
_DIGIT = re.compile("[0-9]")
_SCALE = re.compile("[십백천만억조]")
_WORD = re.compile(r"[가-힣A-Za-z]{2}")


def has_word(text: str) -> bool:
    """Whether a text says anything: two letters in a row, where marks and single ones are none."""
    return _WORD.search(text) is not None


@remembered
def fold(text: str) -> str:
    """The same text, character for character, in one spelling; `len(fold(text)) == len(text)`.

    A typed arrow (`->`, `=>`) becomes an arrow and a space. A number that hidden characters split
    (`8,7<zero width>27`), or that a direction override displays in another order than it is stored,
    is made unreadable rather than guessed at; hidden characters elsewhere count as blanks.
    """
    if _ODD.search(text) is None:
        return text
    folded = _ODD.sub(_spelled, text)
    if ">" in folded:
        folded = _TYPED_ARROW.sub("→ ", folded)
    if folded.isascii() or not _ANY_HIDDEN.search(folded):
        return folded
    folded = _OVERRIDDEN.sub(lambda run: _DIGIT.sub(UNREADABLE, run.group()), folded)
    folded = _HIDDEN_IN_NUMBER.sub(lambda run: UNREADABLE * len(run.group()), folded)
    folded = _FIGURE.sub(_readable, folded)
    return _ANY_HIDDEN.sub(" ", folded)


def _readable(figure: re.Match[str]) -> str:
    is_broken = UNREADABLE in figure[0] and _SCALE.search(figure[0])
    return _DIGIT.sub(UNREADABLE, figure[0]) if is_broken else figure[0]


def _spelled(odd: re.Match[str]) -> str:
    return _SPELLINGS.get(odd[0], odd[0])
