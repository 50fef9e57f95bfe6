"""Words of a line that only single blanks part: figures at its end, headings of columns.

All functions take folded text (`corpus.characters.fold`), in which every span is that of the
original.
"""

from __future__ import annotations

import re

from corpus.cells import BARE_NUMBER, CellKind, cell_kind
from corpus.counters import counter_at
from corpus.headwords import is_corner, is_total

Spans = tuple[tuple[int, int], ...]
"""Where the cells of a line stand in it, in order."""

_WORD = re.compile(r"\S+")
_SIGNS = "△▲▽▼+-−–("
_DIGITS = frozenset("0123456789")
_NUMBER = re.compile(r"[△▲▽▼+-]?\d[\d,]*(?:\.\d+)?")
_AMOUNT = re.compile(
    r"[△▲▽▼+-]?\d[\d,]*(?:\.\d+)?(?P<step>[조억만]|[십백천]만)?(?P<won>[십백천만억조]{0,2}원)?"
)
_WON = re.compile(r"[십백천만억조]{0,3}원")
_STEPS = {"조": 3, "억": 2, "만": 1, "십만": 1, "백만": 1, "천만": 1}
# A time, a day or an order among others: no cell of figures holds these.
_MOMENT = re.compile(r"\d(?:시|분|초|월|일|년|호|번|차|층|번지|교시|학년)$")
_REMARK = re.compile(r"(?<=[^\s(])\s?\([^()]{1,40}\)\s*$")
_SYLLABLE = re.compile(r"[가-힣]")


def ends_in_figure(line: str) -> bool:
    """Whether a line may end in a figure; quick, since every line of every document is asked."""
    line = line.rstrip()
    last = line[line.rfind(" ") + 1 :]
    if not last or len(last) == len(line):
        return False
    if last[-1] == ")":
        return True  # what stands in a bracket behind the figure may be long
    if last[0] in _DIGITS or last in {"-", "–", "―"} or last.endswith("원"):
        return True
    return last[0] in _SIGNS and any(char in _DIGITS for char in last)


def is_year(word: str) -> bool:
    """Whether a word is a year and nothing else: 2024, ’23, 2025년."""
    return cell_kind(word) is CellKind.YEAR


def figures_at_end(line: str) -> Spans:
    """The figures that a line ends in, as many as stand side by side; () for none.

    An amount in steps (2조 2,467억 원) is one of them, and so is a figure with a bracket behind it.
    """
    found: list[tuple[int, int]] = []
    remark = _REMARK.search(line)
    bracket, won = len(line.rstrip()) if remark else 0, 0
    for match in reversed(tuple(_WORD.finditer(line, 0, remark.start() if remark else len(line)))):
        word, start, end = match[0], match.start(), match.end()
        if _WON.fullmatch(word) and not won:
            won = end
            continue
        if not is_figure(word):
            break
        stop = max(bracket, won, end)
        bracket = won = 0
        if found and _is_step(word, line[slice(*found[-1])]):
            found[-1] = (start, found[-1][1])
        else:
            found.append((start, stop))
    return tuple(reversed(found))


def is_figure(word: str) -> bool:
    """Whether a word is a number, bare or with the unit that it counts in, or a dash for none."""
    if word == "-" or BARE_NUMBER.fullmatch(word):
        return True
    number = _NUMBER.match(word)
    if number is None or _MOMENT.search(word):
        return False
    if _AMOUNT.fullmatch(word):
        return True
    counter = counter_at(word, number.end())
    return counter is not None and counter.end == len(word)


def _is_step(word: str, after: str) -> bool:
    """Whether a word is the larger step of the amount that stands after it: 2조 | 2,467억 원."""
    first, second = _AMOUNT.fullmatch(word), _AMOUNT.match(after)
    if first is None or second is None or first["won"] or not first["step"]:
        return False
    return _STEPS[first["step"]] > _STEPS.get(second["step"] or (second["won"] or "")[:-1], 0)


def head_words(line: str) -> Spans:
    """The headings of a line: its words, with a bracket behind the word that it stands at.

    Single syllables side by side are one word that was set wide: 구 분, 합 계.
    """
    found: list[tuple[int, int]] = []
    is_open = False
    for match in _WORD.finditer(line):
        word, (start, end) = match[0], match.span()
        is_wide = found != [] and _is_set_wide(line[slice(*found[-1])], word)
        if found and (is_open or is_wide or word[0] == "("):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
        is_open = (is_open or "(" in word) and ")" not in word
    return tuple(found)


def _is_set_wide(before: str, word: str) -> bool:
    """Whether a syllable goes on with the ones before it, which are no heading by themselves."""
    if is_corner(before) or is_total(before):
        return False
    return all(_SYLLABLE.fullmatch(one) for one in (*before.split(), word))


def cut_of(line: str, figures: int, *, is_counted: bool, has_unit: bool) -> Spans:
    """The cells of a row: its counter, its name, its unit, its last `figures` figures.

    `is_counted` and `has_unit` say whether it has the first and the third of these.
    """
    cells = list(figures_at_end(line)[-figures:])
    names = [match.span() for match in _WORD.finditer(line, 0, cells[0][0] if cells else len(line))]
    before, behind = [], []
    if is_counted and len(names) > 1:
        before = [names.pop(0)]
    if has_unit and len(cells) == figures and len(names) > 1:
        behind = [names.pop()]
    name = [(names[0][0], names[-1][1])] if names else []
    return (*before, *name, *behind, *cells)
