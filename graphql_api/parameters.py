"""What a list of the REST mirror may be narrowed by: one declaration to read and describe."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any, Literal

import corpus
import index
from graphql_api.errors import ArgumentError
from graphql_api.pagination import PAGE

Kind = Literal["text", "integer"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ParameterOptions:
    """What one parameter may be.

    `longest_text` is longer than any id or name; `most_values` is what a person would list;
    `most_digits` holds more won than all cities together will ever have.
    """

    longest_text: int = 300
    most_values: int = 50
    most_digits: int = 40


OPTIONS = ParameterOptions()


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """One query parameter. `field` is the part of a RecordRequest that it becomes.

    `is_list` may be given more than once, for any of the values. `least` and `most` bound an
    integer; `choices` is a closed list, whose members are `members`' values.
    """

    name: str
    field: str
    ko: str
    en: str
    kind: Kind = "text"
    is_list: bool = True
    is_required: bool = False
    least: int | None = None
    most: int | None = None
    default: int | None = None
    longest: int = OPTIONS.longest_text
    members: type[Enum] | None = None

    @property
    def choices(self) -> tuple[str, ...]:
        """The values of the closed list, none where any value goes."""
        return () if self.members is None else tuple(one.value for one in self.members)

    def value(self, text: str) -> Any:  # noqa: ANN401 (a text, a number or a member)
        """What the text means; ArgumentError where it means nothing here."""
        if self.kind == "integer":
            if not _WHOLE.fullmatch(text):
                raise self._refusal("정수로 쓰십시오.", "must be a whole number.")
            number = int(text)
            if (self.least is not None and number < self.least) or (
                self.most is not None and number > self.most
            ):
                raise self._refusal(
                    f"{self.least}에서 {self.most} 사이여야 합니다.",
                    f"must be between {self.least} and {self.most}.",
                )
            return number
        if len(text) > self.longest:
            raise self._refusal(
                f"{self.longest}자까지 쓸 수 있습니다.",
                f"may have up to {self.longest} characters.",
            )
        if self.members is None:
            return text
        if text not in self.choices:
            known = ", ".join(self.choices)
            raise self._refusal(f"다음 가운데 하나여야 합니다: {known}", f"must be one of: {known}")
        return self.members(text)

    def _refusal(self, ko: str, en: str) -> ArgumentError:
        return ArgumentError("invalid_parameter", f"{self.name}: {ko}", f"{self.name} {en}")


_WHOLE = re.compile(rf"-?[0-9]{{1,{OPTIONS.most_digits}}}", re.ASCII)

MUNICIPALITY = Parameter(
    name="municipality",
    field="municipalities",
    ko="지방자치단체 이름, 전체 또는 끝 단어",
    en="Name of a local government, whole or its last word",
)
DOCUMENT = Parameter(name="document", field="document_ids", ko="문서 식별자", en="Id of a document")
SECTION = Parameter(name="section", field="section_ids", ko="구간 식별자", en="Id of a section")
PASSAGE = Parameter(name="passage", field="passage_ids", ko="구절 식별자", en="Id of a passage")
FACT = Parameter(name="fact", field="fact_ids", ko="사실 식별자", en="Id of a fact")
NAME_CONTAINS = Parameter(
    name="name_contains",
    field="name_contains",
    ko="이름에 들어 있는 글",
    en="Words that the name contains",
    is_list=False,
    longest=200,
)
YEAR = Parameter(
    name="year",
    field="years",
    ko="회계연도 또는 값의 연도",
    en="Fiscal year, or the year of a value",
    kind="integer",
    least=1,
    most=9999,
)
KIND = Parameter(
    name="kind", field="kinds", ko="사실의 종류", en="Kind of fact", members=corpus.FactKind
)
LIMIT = Parameter(
    name="limit",
    field="limit",
    ko="한 쪽의 수",
    en="How many on a page",
    kind="integer",
    is_list=False,
    least=1,
    most=PAGE.maximum,
    default=PAGE.default,
)
AFTER = Parameter(
    name="after",
    field="after",
    ko="이 식별자 다음부터(next가 알려 준다)",
    en="Begin after this id (next gives it)",
    is_list=False,
)
PAGING = (LIMIT, AFTER)


def _amount(name: str, ko: str, en: str) -> Parameter:
    return Parameter(name=name, field=name, ko=ko, en=en, kind="integer", is_list=False)


BY_RECORDS: Mapping[str, tuple[Parameter, ...]] = {
    "documents": (
        MUNICIPALITY,
        Parameter(
            name="document_type",
            field="document_types",
            ko="문서 종류(예: plan, fiscal_plan)",
            en="Type of document, such as plan",
        ),
    ),
    "sections": (DOCUMENT,),
    "passages": (DOCUMENT, SECTION),
    "facts": (
        MUNICIPALITY,
        YEAR,
        NAME_CONTAINS,
        DOCUMENT,
        SECTION,
        PASSAGE,
        Parameter(
            name="organisation",
            field="organisations",
            ko="소관부서 또는 기관",
            en="Responsible department or organisation",
        ),
        Parameter(
            name="grade",
            field="grades",
            ko="인쇄된 그대로의 등급",
            en="A grade as printed",
        ),
        Parameter(
            name="phase",
            field="phases",
            ko="값의 단계",
            en="Stage of a value",
            members=corpus.Phase,
        ),
        Parameter(
            name="due_year",
            field="due_years",
            ko="기간이 끝나는 해",
            en="Year in which the period ends",
            kind="integer",
            least=1,
            most=9999,
        ),
        _amount("amount_at_least", "금액이 이 원 이상", "Amount in won at least this"),
        _amount("amount_at_most", "금액이 이 원 이하", "Amount in won at most this"),
    ),
    "arithmetic_audits": (
        MUNICIPALITY,
        YEAR,
        NAME_CONTAINS,
        DOCUMENT,
        FACT,
        Parameter(
            name="result",
            field="audit_results",
            ko="검산 결과",
            en="Result of the reckoning",
            members=corpus.AuditResult,
        ),
    ),
    "series": (MUNICIPALITY, KIND, YEAR, NAME_CONTAINS, DOCUMENT, FACT),
}
"""What each table of records may be narrowed by, in the words of an address."""


def read(parameters: Sequence[Parameter], given: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """The values by the field that each becomes; ArgumentError for one unknown or senseless.

    Lists are tuples; what is not given is left out, or has the parameter's default.
    """
    by_name = {one.name: one for one in parameters}
    texts: dict[str, list[str]] = {}
    for name, text in given:
        if name not in by_name:
            known = ", ".join(by_name) or "-"
            raise ArgumentError(
                "unknown_parameter",
                f"알 수 없는 매개변수입니다. 쓸 수 있는 것: {known}",
                f"There is no such parameter. There are: {known}",
            )
        texts.setdefault(name, []).append(text)
    values: dict[str, Any] = {}
    for one in parameters:
        found = texts.get(one.name, [])
        most = OPTIONS.most_values if one.is_list else 1
        if len(found) > most:
            raise ArgumentError(
                "too_many_values",
                f"{one.name}은(는) {most}개까지 쓸 수 있습니다.",
                f"{one.name} may be given up to {most} times.",
            )
        if one.is_list and found:
            values[one.field] = tuple(one.value(text) for text in found)
        elif found:
            values[one.field] = one.value(found[0])
        elif one.is_required:
            raise ArgumentError(
                "missing_parameter", f"{one.name}이(가) 필요합니다.", f"{one.name} is required."
            )
        elif one.default is not None:
            values[one.field] = one.default
    return values


def narrowed(values: Mapping[str, Any]) -> index.RecordRequest:
    """The request that the values make, one record more than a page: to know whether it goes on."""
    part = values.get("name_contains", "").strip() or None
    request = index.RecordRequest(**(dict(values) | {"name_contains": part}))
    return replace(request, limit=(request.limit or PAGE.default) + 1)
