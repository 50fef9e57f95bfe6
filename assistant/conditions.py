"""Which facts a question means: one filter, for looking them up and for the query beside them."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field

import corpus
import index
from assistant.grammar import Asked
from assistant.understand import Understanding

_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_FIELDS = (
    "id kind name value unit amountKrw rawText fiscalYear "
    "values { year value phase } doubts { code } quote start end document { id title }"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FactConditions:
    """A filter over published facts; every condition holds, and an empty one does not narrow.

    Amounts are whole won, both bounds included. `due_years` are the years in which a period ends,
    `grades` values that are no number, as printed. `ids` narrows to what remains after a choice
    that the other conditions cannot say.
    """

    kinds: tuple[corpus.FactKind, ...] = ()
    municipalities: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    due_years: tuple[int, ...] = ()
    organisations: tuple[str, ...] = ()
    grades: tuple[str, ...] = ()
    phases: tuple[corpus.Phase, ...] = ()
    amount_at_least: int | None = None
    amount_at_most: int | None = None
    name_contains: str | None = None
    ids: tuple[str, ...] = ()

    @property
    def is_bounded(self) -> bool:
        """Whether more is said than a place, a year and a kind, which any document has many of."""
        bounds = (self.amount_at_least, self.amount_at_most)
        lists = (self.due_years, self.organisations, self.grades, self.phases)
        return any(one is not None for one in bounds) or any(lists)

    def request(self) -> index.RecordRequest:
        """The same conditions as the index takes them."""
        return index.RecordRequest(
            kinds=self.kinds,
            municipalities=self.municipalities,
            years=self.years,
            due_years=self.due_years,
            organisations=self.organisations,
            grades=self.grades,
            phases=self.phases,
            amount_at_least=self.amount_at_least,
            amount_at_most=self.amount_at_most,
            name_contains=self.name_contains,
            ids=self.ids,
            publication=index.Publication.CERTAIN,
        )

    def query(self, first: int) -> str:
        """The same conditions as a GraphQL query for at most `first` facts and their number."""
        filters = {
            "municipalities": _strings(self.municipalities),
            "years": _whole(self.years),
            "dueYears": _whole(self.due_years),
            "organisations": _strings(self.organisations),
            "grades": _strings(self.grades),
            "phases": _names(tuple(one.name for one in self.phases)),
            "amountAtLeast": _one(self.amount_at_least),
            "amountAtMost": _one(self.amount_at_most),
            "nameContains": _strings((self.name_contains,))[1:-1] if self.name_contains else "",
            "ids": _strings(self.ids),
        }
        said = ", ".join(f"{name}: {value}" for name, value in filters.items() if value)
        kinds = _names(tuple(one.name for one in self.kinds))
        arguments = [f"kinds: {kinds}"] if kinds else []
        arguments += [f"filter: {{{said}}}"] if said else []
        arguments.append(f"first: {first}")
        return f"{{ facts({', '.join(arguments)}) {{ totalCount nodes {{ {_FIELDS} }} }} }}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """The conditions that a question states, and the words that have to stand with each fact."""

    conditions: FactConditions
    words: tuple[tuple[str, ...], ...] = field(default=())
    is_of_projects: bool = False


_KINDS: tuple[tuple[corpus.FactKind, str], ...] = (
    (corpus.FactKind.PROJECT, r"사업(?!비|소|자|체|장|단|보고)|과제|프로젝트|\bprojects?\b"),
    (corpus.FactKind.INDICATOR, r"지표|\bindicators?\b"),
    (corpus.FactKind.BUDGET, r"예산|사업비|세출|\bbudgets?\b|\bspending\b"),
    (corpus.FactKind.STATISTIC, r"통계|\bstatistics?\b"),
    (corpus.FactKind.AUDIT, r"감사(?![실관담])|\baudits?\b"),
    (corpus.FactKind.POLICY, r"시책|정책|제도|\bpolic(?:y|ies)\b|\bschemes?\b"),
    (corpus.FactKind.EVALUATION, r"평가|수상|등급|\bevaluations?\b|\bawards?\b|\bgrades?\b"),
    (corpus.FactKind.EVENT, r"행사|축제|회의|\bevents?\b|\bmeetings?\b"),
    (corpus.FactKind.CONTACT, r"연락처|전화번호|\bcontacts?\b|\bphone numbers?\b"),
    (corpus.FactKind.ORGANISATION, r"조직|기관|부서|\borgani[sz]ations?\b|\bdepartments?\b"),
)
_KIND_PATTERNS = tuple((kind, re.compile(text, re.IGNORECASE)) for kind, text in _KINDS)
_DUE = re.compile(
    r"까지|목표|완료|완공|준공|개통|마무리|끝나|끝난|예정|계획|추진|"
    r"\b(?:target(?:ed|s)?|due|planned|by|completed?|finish(?:ed)?)\b",
    re.IGNORECASE,
)
_BOUND = re.compile(r"이상|이하|초과|미만|넘[는은게]?|[웃밑]도[는]?|이내|최소|최대|적어도")
_ENGLISH_BOUND = re.compile(
    r"\b(?P<sign>at least|at most|over|above|more than|exceeding|under|below|less than|up to)\s"
    r"(?:krw\s|₩\s?)?(?P<number>\d[\d,]*(?:\.\d+)?)\s(?P<scale>thousand|million|billion|trillion)"
    r"(?:\swon|\skrw)?\b",
    re.IGNORECASE,
)
_SIGNS = {
    "at least": "at_least",
    "over": "more_than",
    "above": "more_than",
    "more than": "more_than",
    "exceeding": "more_than",
    "at most": "at_most",
    "up to": "at_most",
    "under": "less_than",
    "below": "less_than",
    "less than": "less_than",
}
_GRADE = re.compile(
    r"(?<![가-힣\d])['‘]?(?P<letter>[가-마])['’]?\s?등급|(?<!\d)(?P<level>[1-9])\s?등급"
)
_PHASES = (
    (corpus.Phase.EXECUTED, re.compile(r"집행(?:한|된|액)|\bexecuted\b")),
    (corpus.Phase.ADJUSTED, re.compile(r"추경|추가경정")),
    (corpus.Phase.APPROVED, re.compile(r"본예산")),
    (corpus.Phase.PROPOSED, re.compile(r"예산안|\bproposed\b")),
)
_OFFICE = re.compile(
    r"(?<![가-힣])(?P<name>[가-힣]{2,12}(?:과|실|국|담당관|팀|센터))(?=[의이가에]|\s|$)"
)
# Verbs that only carry a question on ('드는', '있는'); any other has to stand with the fact.
_LIGHT = frozenset(
    """
    하 되 있 들 쓰 드 알리 알려주 말하 적 주 보 넘 넘는 끝나 마치 두 짓 세우 내 들이 여 이루 나오
    """.split()
)
_ASKING = frozenset(
    """
    이상 이하 초과 미만 이내 최소 최대 목표 완료 완공 준공 개통 마무리 예정 계획 추진 까지 전부 모두
    over above least most more than under below less exceeding up won billion million trillion
    thousand target targeted targets due planned plan by completed complete finish finished cost
    costs costing worth spend all list which are there
    """.split()
)


def wanted_facts(asked: Understanding) -> Wanted | None:
    """The filter that a question states; None where it names no kind of fact or leaves one open."""
    text = asked.text
    kinds = [(match.start(), kind) for kind, one in _KIND_PATTERNS if (match := _last(one, text))]
    bounds = amount_bounds(text)
    if not kinds or bounds is None:
        return None
    _, kind = max(kinds, key=lambda pair: pair[0])
    if kind is corpus.FactKind.BUDGET and any(one is corpus.FactKind.PROJECT for _, one in kinds):
        kind = corpus.FactKind.PROJECT  # '사업의 예산이 10억 이상인 것' is of projects
    is_priced = bounds != (None, None)
    years = asked.years + asked.bare_years
    is_due = kind is corpus.FactKind.PROJECT and len(years) == 1 and _is_due(asked)
    grades = grades_said(text) if kind is corpus.FactKind.EVALUATION else ()
    offices = tuple(one["name"] for one in _OFFICE.finditer(text))
    is_of_projects = kind is corpus.FactKind.PROJECT
    conditions = FactConditions(
        # What a project costs is a budget fact under its name; when it ends, a project fact.
        kinds=(kind, corpus.FactKind.BUDGET) if is_of_projects and is_priced else (kind,),
        municipalities=tuple({name for one in asked.places for name in (one.korean, one.name)}),
        years=() if is_due else years,
        due_years=years if is_due else (),
        organisations=offices if kind is corpus.FactKind.CONTACT else (),
        grades=grades,
        phases=tuple(phase for phase, one in _PHASES if kind in _MEASURED and one.search(text)),
        amount_at_least=bounds[0],
        amount_at_most=bounds[1],
    )
    return Wanted(
        conditions=conditions, words=_words(asked, conditions), is_of_projects=is_of_projects
    )


_MEASURED = {corpus.FactKind.BUDGET, corpus.FactKind.INDICATOR}


def amount_bounds(text: str) -> tuple[int | None, int | None] | None:
    """The least and most won that a text allows, both included; None where they allow nothing."""
    found = [
        (one.krw, one.comparator)
        for one in corpus.find_amounts(text)
        if one.krw is not None and one.comparator is not None
    ]
    for match in _ENGLISH_BOUND.finditer(text):
        scale = _SCALES[match["scale"].lower()]
        whole, _, rest = match["number"].replace(",", "").partition(".")
        number = int(whole) * scale + (int(rest) * scale // 10 ** len(rest) if rest else 0)
        found.append((number, _SIGNS[match["sign"].lower()]))
    least = [
        won + (sign == "more_than") for won, sign in found if sign in {"at_least", "more_than"}
    ]
    most = [won - (sign == "less_than") for won, sign in found if sign in {"at_most", "less_than"}]
    bounds = (max(least, default=None), min(most, default=None))
    if bounds[0] is not None and bounds[1] is not None and bounds[0] > bounds[1]:
        return None
    return bounds


def grades_said(text: str) -> tuple[str, ...]:
    """The grades that a text names, as facts have them: '가등급', '4등급'."""
    found = [f"{one['letter'] or one['level']}등급" for one in _GRADE.finditer(text)]
    return tuple(dict.fromkeys(found))


_ANY_KIND = (
    r"(?:사업|과제|프로젝트|지표|예산|통계|감사|시책|정책|제도|평가|등급|수상|행사|축제|연락처"
    r"|부서|기관|것|곳)"
)
_ENGLISH_KIND = (
    r"(?:projects|indicators|budgets|statistics|audits|policies|schemes|evaluations|awards|grades"
    r"|events|meetings|contacts|organi[sz]ations|departments)\b"
)
_PARTICLE = r"(?:들)?(?:은|는|을|를|이|가|의|에는)?\s?"
_LISTED = re.compile(
    rf"{_ANY_KIND}{_PARTICLE}(?:(?:모두|전부|다|전체)\s?)?(?:목록|무엇|뭐|뭔|뭘|어떤\s?(?:것|게)|어디|나열"
    rf"|알려|말해|보여|적어|모두|전부|$|\?)"
    rf"|(?:어떤|무슨|모든)\s(?:\S+\s){{0,3}}?{_ANY_KIND}"
    rf"|\b(?:which|what|list|all|every)\s(?:[\w-]+\s){{0,6}}?{_ENGLISH_KIND}",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    rf"{_ANY_KIND}{_PARTICLE}(?:(?:모두|전부|다|총|전체)\s?)?몇"
    rf"|몇\s?(?:개|건|가지|곳)의?\s{_ANY_KIND}|{_ANY_KIND}{_PARTICLE}(?:개수|건수|가짓\s?수|수(?:는|가|\s|\?|$))"
    rf"|\b(?:how many|number of)\s(?:[\w-]+\s){{0,5}}?{_ENGLISH_KIND}",
    re.IGNORECASE,
)


def seeks_list(text: str) -> bool:
    """Whether a question asks which things of a kind there are, and not what holds of them."""
    return _LISTED.search(text) is not None


def seeks_number(text: str) -> bool:
    """Whether a question asks how many things of a kind there are."""
    return _NUMBERED.search(text) is not None


def _is_due(asked: Understanding) -> bool:
    return _DUE.search(asked.text) is not None and not asked.asks(Asked.AMOUNT)


def _words(asked: Understanding, conditions: FactConditions) -> tuple[tuple[str, ...], ...]:
    """The words of the question that no condition stands for, each with its other names."""
    kept: list[tuple[str, ...]] = []
    for term in asked.terms:
        is_said = (
            term.is_measure
            or term.is_general
            or term.form in _ASKING
            or (term.is_verb and term.form in _LIGHT)
            or any(pattern.search(term.form) for _, pattern in _KIND_PATTERNS)
            or any(term.form in one or one in term.form for one in conditions.organisations)
            or any(term.form in grade for grade in conditions.grades)
        )
        if not is_said:
            kept.append((term.form, *term.renderings))
    return tuple(kept)


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    found = None
    for found in pattern.finditer(text):  # noqa: B007 (the last one is what is wanted)
        pass
    return found


def _strings(values: tuple[str, ...]) -> str:
    return json.dumps(values, ensure_ascii=False) if values else ""


def _whole(values: tuple[int, ...]) -> str:
    return json.dumps(values) if values else ""


def _names(values: tuple[str, ...]) -> str:
    return f"[{', '.join(values)}]" if values else ""


def _one(value: int | None) -> str:
    return "" if value is None else str(value)
