"""Answers out of a table: a cell, a course of cells, and what is reckoned with two or more."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import index
from assistant.arithmetic import worth
from assistant.cell_labels import is_total
from assistant.cell_reckonings import extreme_of, gap_of, growth_of, share_of_cells, sum_of
from assistant.cell_terms import Maker, Term, by_year, name_of, terms_of
from assistant.cells import Asking, CellOptions, tables_asked
from assistant.grammar import Asked, same_unit, won_size
from assistant.grids import Cell
from assistant.matching import tight
from assistant.points import Computed
from assistant.retrieve import Candidate
from assistant.types import Calculation
from assistant.understand import Understanding
from assistant.wishes import COURSE_WORDS, GAP_WORDS, GROWTH
from assistant.wording import billion_won, won, won_in


@dataclass(frozen=True, slots=True, kw_only=True)
class CellAnswerOptions:
    """A course, an order or a list of rows that moved has `most` entries at most, as a reader can
    check so many; the last of these `most_moved`, as each is said in a sentence of its own."""

    most: int = 12
    most_moved: int = 4
    cells: CellOptions = field(default_factory=CellOptions)


_RATE_HEAD = re.compile(r"[률율]$|비중|구성비")
_OTHER_KINDS = (Asked.DATE, Asked.DURATION, Asked.CONTACT, Asked.PERSON, Asked.REASON)
_FIGURES = (Asked.AMOUNT, Asked.COUNT, Asked.RATIO, Asked.SUM, Asked.SHARE, Asked.TRAJECTORY)
_SHARE = re.compile(
    r"비중|비율|차지|점유율|몇\s?(?:%|퍼센트|프로)(?!\s?[pP포])|\bshare of\b|\bpercentage of\b",
    re.IGNORECASE,
)
# Two cells are set against each other in one year too, so what is bigger or more, or a difference,
# asks for a gap here as well; the difference of two years is one of the kinds that are computed.
_GAP = re.compile(
    rf"{GAP_WORDS}|얼마나\s?(?:더\s?)?(?:많|적|커|작|높|낮)|차이|"
    r"몇\s?\S{1,3}(?:이?나)?\s?(?:더\s?)?(?:많|적|높|낮)|"
    r"(?:증가|감소)[했한]|얼마\s?(?:더\s?)?(?:줄|늘|많|적|증가|감소)",
    re.IGNORECASE,
)
_SUM = re.compile(
    r"합치|합하|합산|더하|더한|합계|합은|합이|합쳐|\bcombined\b|\bsum\b", re.IGNORECASE
)
_COURSE = re.compile(COURSE_WORDS, re.IGNORECASE)
_MOST = re.compile(
    r"(?:가장|제일|젤)\s?(?:큰|컸|크|많|높)|최(?:다|고|대)|\b(?:largest|highest|most)\b", re.I
)
_LEAST = re.compile(
    r"(?:가장|제일|젤)\s?(?:작|적|낮)|최(?:저|소)|\b(?:smallest|lowest|least)\b", re.I
)
_FELL = re.compile(
    r"(?:줄어든|줄어드는|줄은|줄인|감소한|깎인|감액된|감액한|떨어진|내려간|마이너스)"
)
_ROSE = re.compile(r"(?:늘어난|늘어나는|늘은|증가한|증액된|증액한|올라간)")
_WHICH = re.compile(r"무엇|뭐|뭔|어디|어느|어떤|무슨|\bwhich\b|\bwhat\b")
_FROM = re.compile(r"(?:얼마|몇\s?[가-힣]{1,3})\s?(?:부터|이상|이하|미만|초과)")
_WHERE = re.compile(r"어디(?:에|서|에서|로|인|냐|\b)|\bwhere\b", re.IGNORECASE)
_CHANGE_HEAD = re.compile(r"증감|증가|감소|증액|감액|차이|[+-]\s?[A-Z]")
_ASIDE = frozenset(
    """
    추이 추세 흐름 변화 변하 바뀌 달라지 연도별 증가율 감소율 성장률 증감률 퍼센트 프로
    늘 늘어나 줄 줄어들 오르 올리 올라가 떨어지 비하 비교 대비 사이 동안 만 해 한 어느 어떤
    많 적 크 작 높 낮 차이 얼마 얼마나 합하 합치 합계 더하 합 총합 모두 전체 전부 두 세 비율
    비중 차지 차지하 중 가운데 가장 제일 최대 최고 최소 최저 오히려 감소 증가 증액 감액 깎이
    보이 p 회계연도 연도 회계 기준
    하려 목표 실적 규모 총액 금액 건수 액수 개수 어치
    """.split()
)


def cell_answer(
    asked: Understanding,
    found: Sequence[Candidate],
    snapshot: index.Snapshot,
    options: CellAnswerOptions | None = None,
) -> Computed | None:
    """The answer that a table of the place holds in the cells that a question names.

    None where the question asks for no figure, names no cell, or two tables that meet it equally
    well differ.
    """
    options = options or CellAnswerOptions()
    if asked.asks(*_OTHER_KINDS) or asked.compares_places:
        return None
    if _WHERE.search(asked.text) and not (_MOST.search(asked.text) or _LEAST.search(asked.text)):
        return None
    if _FROM.search(asked.search_text):
        return None  # a threshold is no figure of what there was
    if asked.clauses > 1 and not _names_one(asked.text):
        return None  # of two questions in one, both want an answer
    rated: list[tuple[float, Computed]] = []
    for one in tables_asked(asked, found, snapshot, _ASIDE, options.cells):
        answer = _answer(asked, one, snapshot, options)
        if answer is not None:
            rated.append((one.worth, answer))
    if not rated:
        return None
    best = max(worth for worth, _ in rated)
    even = [one for worth, one in rated if worth >= best - options.cells.even]
    return even[0] if len({(one.result, one.sentences) for one in even}) == 1 else None


def _names_one(text: str) -> bool:
    """Whether a question wants a row by its figure, so that its second half asks for just that."""
    is_picked = _MOST.search(text) or _LEAST.search(text)
    return bool(is_picked or (_WHICH.search(text) and (_FELL.search(text) or _ROSE.search(text))))


def _answer(
    asked: Understanding, one: Asking, snapshot: index.Snapshot, options: CellAnswerOptions
) -> Computed | None:
    text = asked.text
    terms = tuple(terms_of(one))
    maker = Maker(asked=asked, table=one, snapshot=snapshot)
    if _WHICH.search(text) and (_FELL.search(text) or _ROSE.search(text)):
        return _moved(maker, options)
    if _MOST.search(text) or _LEAST.search(text):
        return extreme_of(maker, is_least=bool(_LEAST.search(text)), most=options.most)
    is_rate = bool(terms) and all(one.cell.unit.startswith("%") for one in terms)
    if GROWTH.search(text) and not (is_rate and _RATE_HEAD.search(terms[0].head)):
        return growth_of(maker, terms)
    if _SHARE.search(text) and not _GAP.search(text) and not is_rate:
        return share_of_cells(maker)
    if _SUM.search(text):
        return _total_of(maker, terms) or sum_of(maker, terms)
    if _GAP.search(text):
        printed = [one for one in terms if _CHANGE_HEAD.search(one.head)]
        return _value(maker, printed) if len(printed) == 1 else gap_of(maker, terms)
    if _COURSE.search(text):
        return _course(maker, terms, options)
    return _value(maker, terms)


def _value(maker: Maker, terms: Sequence[Term]) -> Computed | None:
    names = {tight(name) for one in maker.asked.places for name in (one.korean, one.name)}
    if len(terms) > 1:
        # A column of the place itself is named by every question about the place.
        terms = [one for one in terms if tight(one.head) not in names]
    if len(terms) != 1 or not _is_of_kind(maker.asked, terms[0].cell):
        return None
    term = terms[0]
    if is_total(term.row.label) and not maker.asked.asks(*_FIGURES):
        return None  # who asks for no figure does not ask for a total
    sentences, shown = [maker.sentence(term)], list[Calculation]()
    amount = _amount(term.cell)
    size = won_size(maker.asked.text)
    if amount is not None and size is not None:
        written = Calculation(expression=term.said, result=won_in(amount, size), inputs=(1,))
        if not term.said.endswith(written.result):
            shown.append(written)
            sentences.append(f"{written.expression}은 {written.result}입니다 [1].")
    elif amount is not None and maker.asked.wording != "ko":
        shown.append(Calculation(expression=won(amount), result=billion_won(amount), inputs=(1,)))
    return maker.computed(Asked.COUNT, terms, sentences=tuple(sentences), shown=tuple(shown))


def _is_of_kind(asked: Understanding, cell: Cell) -> bool:
    """Whether a cell is the kind of figure asked for: a grade is no count, points are no pieces."""
    if asked.asks(Asked.GRADE) and asked.unit in {None, "등급"}:
        return "등급" in cell.unit
    if asked.unit is None or asked.asks(Asked.AMOUNT) or not cell.unit:
        return True
    return same_unit(asked.unit, cell.unit)


def _total_of(maker: Maker, terms: Sequence[Term]) -> Computed | None:
    """The printed total of one row over all its years, where such a column stands beside them."""
    whole = [one for one in terms if is_total(one.head)]
    is_one_row = len({one.row.label for one in terms}) == 1
    return _value(maker, whole) if len(whole) == 1 and is_one_row else None


def _amount(cell: Cell) -> int | None:
    """The worth of a cell in won; None for other units and for negative figures."""
    if not (cell.unit.endswith("원") or cell.text.endswith("원")) or cell.value < 0:
        return None
    value = worth(cell.said)
    return None if value is None else int(value)


def _course(maker: Maker, terms: Sequence[Term], options: CellAnswerOptions) -> Computed | None:
    ordered = by_year(terms)
    if not 1 < len(ordered) <= options.most:
        return None
    said = " → ".join(f"{one.year}년 {one.said}" for one in ordered)
    return maker.computed(Asked.TRAJECTORY, ordered, said, said, name_of(ordered[0]))


def _moved(maker: Maker, options: CellAnswerOptions) -> Computed | None:
    """The rows that fell or rose by the table's own column of changes, each in a sentence."""
    one = maker.table
    heads = one.grid.heads
    changes = [n for n, head in enumerate(heads) if _CHANGE_HEAD.search(head)]
    changes = [n for n in changes if not any(_is_rate(row.cells[n]) for row in one.grid.rows)]
    if len(changes) != 1 or any(not is_total(row.label) for row in one.rows):
        return None
    falls = _FELL.search(maker.asked.text) is not None
    terms = [
        Term(row=row, head=heads[changes[0]], cell=cell, year=None)
        for row in one.grid.rows
        if not is_total(row.label)
        and (cell := row.cells[changes[0]]) is not None
        and (cell.value < 0 if falls else cell.value > 0)
    ]
    if not 0 < len(terms) <= options.most_moved:
        return None
    sentences = tuple(maker.sentence(term) for term in terms)
    return maker.computed(Asked.LIST, terms, sentences=sentences)


def _is_rate(cell: Cell | None) -> bool:
    return cell is not None and cell.unit.startswith("%")
