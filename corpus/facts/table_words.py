"""What the cells of a table say without figures: grades, telephone numbers, dates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.cells import Cell, CellKind
from corpus.characters import fold
from corpus.dates import find_dates
from corpus.facts.doubts import COLUMN_UNKNOWN, NAME_BORROWED
from corpus.facts.draft import Draft, one_value
from corpus.facts.flags import GOAL
from corpus.facts.headings import Heading, Role
from corpus.facts.labels import heading_name, is_generic, join_names, title_name
from corpus.facts.statements import Statement
from corpus.facts.table_rows import follows_key
from corpus.facts.table_years import year_of_row
from corpus.facts.years import year_context
from corpus.headwords import is_form_key
from corpus.imprint import PHONE
from corpus.quantities import find_grades
from corpus.tables import Row, Table
from corpus.types import FactKind, Period, Phase

_LETTER = re.compile(r"'?(?P<grade>[가나다라마]|[SA-E]{1,2}[+-]?|[1-9])'?(?:\s?등급)?")
_SYLLABLE = re.compile(r"'?[가나다라마]'?")  # no initial of a class, as A and B may be
_AWARDS = {"최우수", "우수", "장려", "보통", "미흡", "양호", "탁월"}
_TIME_NAME = re.compile(r"(?:연도|년도|해|시기|때|기간)$")
# Words without which a grade under a heading alone may be of anything.
_GRADED = re.compile(r"청렴|평가|등급|점수|성적|만족|지수|순위|결과|인증|진단")
_PROJECT = re.compile(r"사업|과제|공사|시설|건립|조성")


def row_words(
    statement: Statement,
    row: Row,
    heads: Sequence[Heading],
    table: Table,
    names: Sequence[str],
) -> Iterator[Draft]:
    """The grades, contacts and dates of a row; `names` says for each cell what it is about."""
    for column, (head, cell, name) in enumerate(zip(heads, row.cells, names, strict=True)):
        title = name or heading_name(statement.passage.heading_path)
        if is_form_key(title):  # '사업기간 | 2029~2031' is the period of what is headed above
            title = join_names(heading_name(statement.passage.heading_path), title)
        if cell is None or cell.is_merged or cell.kind is CellKind.EMPTY:
            continue
        phone = PHONE.search(cell.text)
        if phone is not None:
            yield _contact(statement, row, heads, title, phone.group())
        elif column > 0 and _is_date(head, cell, table.kinds[column], name):
            is_placed = bool(table.heads[column]) or follows_key(row, column)
            yield from _dated(statement, table, title, cell, is_placed=is_placed)
        elif column > 0 and cell.kind is not CellKind.DATE and (grade := _grade(table, head, cell)):
            yield _evaluation(statement, row, table, (name, title), head, cell, grade)


def _is_date(head: Heading, cell: Cell, kind: CellKind, name: str) -> bool:
    """Whether a cell gives the time of its row; a lone 2019 may as well be a number."""
    if head.role is Role.TIME or cell.kind is CellKind.DATE:
        return True
    return cell.kind is CellKind.YEAR and (kind is CellKind.DATE or bool(_TIME_NAME.search(name)))


# A plan is no evaluation, and gets no grade.
_PLAN = re.compile(r"계획(?:\([^()]*\))?(?:\s|$)")


def _contact(
    statement: Statement, row: Row, heads: Sequence[Heading], title: str, phone: str
) -> Draft:
    department = next(
        (
            cell.text
            for head, cell in zip(heads, row.cells, strict=True)
            if head.role is Role.DEPARTMENT and cell is not None and cell.text
        ),
        title,
    )
    return Draft(
        statement=statement,
        kind=FactKind.CONTACT,
        name=f"{department} 연락처" if department else "연락처",
        raw_text=phone,
        value=phone,
        organisation=department or None,
    )


def _dated(
    statement: Statement, table: Table, title: str, cell: Cell, *, is_placed: bool
) -> Iterator[Draft]:
    mentions = find_dates(cell.text, reference=statement.document.published_on)
    if len(mentions) != 1 or not mentions[0].resolved or not title:
        return
    mention = mentions[0]
    start, end = mention.start_date, mention.end_date
    if start is None and end is None:
        return
    about = " ".join(word for labels in table.heads for word in labels)
    yield Draft(
        statement=statement,
        kind=FactKind.PROJECT if _PROJECT.search(about) else FactKind.EVENT,
        name=title,
        raw_text=mention.raw,
        period=Period(start=start, end=end or start),
        fiscal_year=int((start or end or "")[:4]),
        flags=mention.flags,
        doubts=() if is_placed else (COLUMN_UNKNOWN,),
    )


def _is_graded(table: Table) -> bool:
    """Whether a table gives each of its rows a letter and nothing else: 민원 처리 | 나."""
    words = [row.cells[-1] for row in table.rows if row.is_aligned and row.cells]
    letters = [fold(one.text) for one in words if one is not None]
    is_whole = table.width == 2 and table.has_head and len(letters) == len(table.rows)
    return is_whole and len(letters) > 1 and all(_SYLLABLE.fullmatch(one) for one in letters)


def _grade(table: Table, head: Heading, cell: Cell) -> str | None:
    """The grade a cell gives; a lone letter is one only where its column says or shows it."""
    folded = fold(cell.text)
    if head.role is Role.GRADE or (_SYLLABLE.fullmatch(folded) and _is_graded(table)):
        if folded in _AWARDS:
            return folded
        if match := _LETTER.fullmatch(folded):
            return f"{match['grade']}등급"
    if cell.kind is not CellKind.WORDS:
        return None
    grades = find_grades(cell.text)
    if len(grades) != 1 or grades[0].kind == "rank" or grades[0].raw != cell.text:
        return None
    return grades[0].grade if grades[0].kind == "award" else f"{grades[0].grade}등급"


def _evaluation(
    statement: Statement,
    row: Row,
    table: Table,
    names: tuple[str, str],
    head: Heading,
    cell: Cell,
    grade: str,
) -> Draft:
    title_of_row, title = names
    flags: tuple[str, ...] = ()
    year = head.year if head.year is not None else year_of_row(row, table)
    if year is None:
        year, flags = year_context(statement).year_at("", 0)
    place = statement.document.municipality
    is_own_place = head.name != "" and place is not None and place.endswith(head.name)
    name = join_names(title, "" if is_own_place else head.name)
    if not name or is_generic(name):  # '연도 | 등급': the table's own heading says of what
        path = tuple(one for one in statement.passage.heading_path if " | " not in one)
        name = join_names(heading_name(path) or title_name(statement.document.title), name)
    is_borrowed = not title_of_row and _GRADED.search(name) is None
    is_borrowed = is_borrowed or _PLAN.search(name) is not None
    is_goal = head.phase is Phase.PLANNED
    return Draft(
        statement=statement,
        kind=FactKind.EVALUATION,
        name=name,
        raw_text=cell.text,
        value=grade,
        values=one_value(year, grade, Phase.PLANNED if is_goal else Phase.ACTUAL),
        unit="등급" if grade.endswith("등급") else None,
        fiscal_year=year,
        flags=(*flags, GOAL) if is_goal else flags,
        doubts=(NAME_BORROWED,) if is_borrowed else (),
    )
