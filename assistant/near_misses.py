"""Near misses: statements about the very thing asked about that tell something else of it.

A goal is no outcome, a bill no budget, what one year gets no total cost, and what two things make
together is the figure of neither. The words of the question are all there; what tells that the
figure is another one is the sort of the figure, by its verb, its label or what it is joined to.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import corpus
from assistant.decline import Decline, topic_of
from assistant.evidence import Evidence
from assistant.gaps import missing_places
from assistant.grammar import Asked
from assistant.joint_figures import is_joint
from assistant.nearest import nearest_lines
from assistant.other_values import is_other_value
from assistant.replies import Reason
from assistant.understand import Understanding

_FIGURES = (Asked.AMOUNT, Asked.COUNT, Asked.RATIO, Asked.GRADE)
_DIGIT = re.compile(r"\d")

# What came of it, and not what was meant to: '실제로 확보한', '결국 얼마 땄어', '징수 실적은 얼마'.
_ASKS_OUTCOME = re.compile(
    r"실제(?:로)?(?![가-힣])|결국(?![가-힣])|결과적으로|(?<![가-힣])실적|"
    r"최종(?:적으로)?\s?(?:확보|징수|집행|반영|모금)"
)
_SPOKEN_OF_AS_MEANT = re.compile(
    r"목표|계획|예정|기로|신청|건의|요청|요구|보다|나머지|남은|차이|예산안"
)
_MEANT = re.compile(
    r"목표(?!(?:치|액|율)?[를을에의]?\s?(?:넘|웃|초과|못|미치|밑|달성|채[웠워운])|\s?대비)|나선다|나섰|"
    r"나설|총력|노린다|노리고|겨냥|바라본다|(?:할|될|볼|올릴|거둘)\s?(?:계획|예정|방침|작정)|점검\s?대상|"
    r"(?:신청|건의|요청|요구)(?:할|하는|한다|하기로|하고|액)"
)
# '밝혔다', '넘겼다' tell that something was said or handed in, whatever is said of its figure.
_SAID = re.compile(
    r"(?:밝혔|전했|말했|설명했|강조했|당부했|덧붙였|내다봤|열었|가졌|나섰|잡았|세웠|정했|제출했|신청했|"
    r"건의했|요청했|요구했|넘겼|발표했|논의했|점검했|다졌)[가-힣]*"
)
_PAST_NOUN = re.compile(
    r"실적|결산|실제|달성률|집행률|징수율|지난해|작년|"
    r"(?:아낀|거둔|걷은|따낸|확보한|받은|받아|집행한|쓴|줄인|얻은|낸|푼|거둬|걷어|따내|얻어|마친)"
)
_PAST = re.compile(
    "[" + "".join(chr(code) for code in range(0xAC00, 0xD7A4) if (code - 0xAC00) % 28 == 20) + "]"
)
_NO_PAST = re.compile(r"[있겠]")

# What a council or the last step of a plan decided: '의회에서 확정된', '깎여서 얼마가 됐나'.
_ASKS_DECIDED = re.compile(
    r"(?:확정|의결|통과|승인|가결)(?:된|한|돼|됐|됬|되어|되고|받은)|최종\s?(?:확정|의결|예산|규모)|"
    r"(?:의회|심의|심사|본회의|표결|의결)\S*\s(?:\S+\s){0,3}?(?:확정|의결|통과|승인|깎|삭감|줄[었였인])|"
    r"\b(?:finally|council|assembly)\b.{0,24}\b(?:approved|passed|adopted|vote[ds]?)\b|"
    r"\b(?:approved|passed|adopted)\b.{0,24}\b(?:council|assembly)\b"
)
_DECIDED = re.compile(
    r"(?:확정|의결|통과|가결|승인)(?:됐|했|된(?!다)|한(?!다)|돼|되[어며고]|하[고며여]|[\s,.’'”\"」)…]|$)|깎[았인여]|삭감|"
    r"매듭|본회의를\s(?:넘|거친)"
)
_PENDING = re.compile(r"(?:확정|의결|처리|결정)(?:된다|한다|될|할)|심의를?\s?(?:거쳐|받)")
_UNDECIDED = re.compile(
    rf"{_PENDING.pattern}|제출|의회에\s?(?:냈|넘|올)|"
    r"(?:추경|예산|추가경정예산)안|(?:개편|조례)안"
)
_COUNCIL = re.compile(r"의회|본회의")

_ASKS_WHOLE_COST = re.compile(r"총\s?사업비|총\s?공사비|사업비\s?총액|전체\s?사업비")
_WHOLE_COST = re.compile(
    r"총|모두|전체|사업비|들[여인었어]|투입|투자|짜리|까지|규모|공사비|드는\s?(?:돈|비용)|이[른르]|달[한하]|합쳐|합계|쓴다|썼|쓴\s"
)
# What one year, one source of funds or one step of a work gets.
_PART_OF_COST = re.compile(
    r"올해|내년|금년|지난해|작년|(?<!\d)(?:\d{4}|\d\d)년|[국도시군구]비|반영|편성|추경|본예산|[상하]반기|분기|우선|차분"
)

_BUDGET_OF_YEAR = re.compile(
    r"본예산|추경|추가경정|예산안|(?:내년|새해|올해)\s?(?:도\s?)?(?:예산|살림)"
)

# A goal that is asked for ('징수 목표는 얼마'), which a figure of what is so is not.
_ASKS_GOAL = re.compile(
    r"목표(?:액|치|율|량)?(?:은|는|이|가|를)?\s?(?:얼마|몇|어느|\?|$|좀|알려)|목표(?:를|로)?\s?(?:얼마|몇)"
)
_GOAL = re.compile(
    r"목표|계획|까지|→|->|기로|방침|예정|나선|나서|겨냥|노[린리]|끌어올|높[이일인]|잡[았은아는]|겠다|바라|늘리|"
    r"줄이|이상|이하|한다[.]|걷는다|올린|채우|총력"
)


def missing(asked: Understanding, evidence: Sequence[Evidence]) -> Decline | None:
    """Why what would be quoted is of the thing asked about and does not answer; None if it does.

    `evidence` is all that an answer would cite, however it was found.
    """
    if is_unweighed(asked, evidence):
        return Decline(reason=Reason.NO_RANK)
    if misses(asked, evidence):
        wanted = next(kind for kind in _FIGURES if asked.asks(kind))
        return Decline(reason=Reason.NO_VALUE, topic=topic_of(wanted, asked.wording))
    return None


def is_unweighed(asked: Understanding, evidence: Sequence[Evidence]) -> bool:
    """Whether places are to be weighed against each other, and nothing is told of one of them."""
    if not asked.compares_places or not missing_places(asked, _around(evidence)):
        return False
    is_weighed = asked.asks(Asked.MAXIMUM, Asked.MINIMUM, Asked.DIFFERENCE)
    return is_weighed or _WHETHER.search(asked.text) is not None


def misses(asked: Understanding, evidence: Sequence[Evidence]) -> bool:
    """Whether every figure that would be quoted is of another sort than the one asked for."""
    if not asked.asks(*_FIGURES):
        return False
    said = _figured(asked, evidence)
    if is_other_value(asked, evidence):
        return True
    if not said or asked.clauses > 1:
        return bool(said) and is_joint(asked, said)
    return (
        _is_only_meant(asked, said)
        or _is_undecided(asked, said, evidence)
        or _is_part_of_cost(asked, said, evidence)
        or _is_no_goal(asked, evidence)
        or _is_only_change(asked, said)
        or _is_of_other_side(asked, said)
        or is_joint(asked, said)
    )


_ASKS_CHANGE = re.compile(
    r"늘|줄|증[가감액]|감[소액]|차이|더\s|올[랐라려린]|오른|떨어|보다|깎|삭감|추가|불[었어]|전[년보]|절감|절약|아[낀꼈끼껴]|줄[인였이]"
)
_CHANGED = re.compile(
    r"\s?(?:정도|가량|이나)?(?:이|가|을|를|씩)?\s?(?:\([^()]{1,30}\)\s?)?(?:이|가|을|를)?\s?"
    r"(?:늘[었어]|줄[었어]|증가|감소|증액|감액|많|적|올랐|내렸|상승|하락|불었|↑|↓)"
)
_SIDES = (("세입", "세출"), ("수입", "지출"), ("외부", "내부"), ("과년도", "현년도"))
_NUMBERED = (re.compile(r"(?<!\d)(\d)차분"), re.compile(r"(?<!\d)(\d{1,2})월\s?말"))

_WHETHER = re.compile(r"(?:높|낮|많|적|크|작|컸|빠르|앞서)\S{0,6}\s?(?:나|까|요|지|죠)?\s?\??$")


def _around(evidence: Sequence[Evidence]) -> list[str]:
    return [
        " ".join((one.quote, *one.headings, one.document.title, one.document.municipality or ""))
        for one in evidence
    ]


def _figured(asked: Understanding, evidence: Sequence[Evidence]) -> list[str]:
    """The sentences and lines with a figure; of several lines those nearest to the question."""
    found = []
    for one in evidence:
        for line in nearest_lines(one.quote, asked):
            spans = corpus.sentence_spans(line) or ((0, len(line)),)
            found += [line[start:end] for start, end in spans if _DIGIT.search(line[start:end])]
    return found


def _is_only_meant(asked: Understanding, said: Sequence[str]) -> bool:
    """Whether an outcome is asked for, and no figure is of anything but a goal or a wish."""
    if _SPOKEN_OF_AS_MEANT.search(asked.text):
        return False
    if _ASKS_OUTCOME.search(asked.text):
        return not any(map(_is_outcome, said))
    is_past = _PAST.search(_NO_PAST.sub(" ", asked.text)) is not None
    return is_past and all(_MEANT.search(one) for one in said) and not any(map(_is_outcome, said))


def _is_outcome(text: str) -> bool:
    """Whether a sentence tells what was done or came of it."""
    rest = _NO_PAST.sub(" ", _SAID.sub(" ", text))
    if _PAST_NOUN.search(rest):
        return True
    return _PAST.search(rest) is not None and _MEANT.search(rest) is None


def _is_undecided(asked: Understanding, said: Sequence[str], evidence: Sequence[Evidence]) -> bool:
    """Whether what was decided is asked for, and all that is told is what was put forward."""
    if not _ASKS_DECIDED.search(asked.text) or asked.asks(Asked.DATE):
        return False
    near = [*said, *(text for one in evidence for text in (one.quote, *one.headings))]
    near += [one.document.title for one in evidence]
    if not any(map(_UNDECIDED.search, near)):
        return False
    decided = [one for one in near if _DECIDED.search(one)]
    if _COUNCIL.search(asked.text) and any(
        _COUNCIL.search(one) and _PENDING.search(one) for one in near
    ):
        decided = [one for one in decided if _COUNCIL.search(one) and not _PENDING.search(one)]
    return not decided


def _is_part_of_cost(
    asked: Understanding, said: Sequence[str], evidence: Sequence[Evidence]
) -> bool:
    """Whether the whole cost of a work is asked for, and every figure is said to be of a part.

    In the news of a budget what stands beside a work is what that one year gives it.
    """
    if not _ASKS_WHOLE_COST.search(asked.text):
        return False
    is_budget = all(_BUDGET_OF_YEAR.search(one.document.title) for one in evidence)
    return all(
        (is_budget or _PART_OF_COST.search(one)) and not _WHOLE_COST.search(one) for one in said
    )


def _is_no_goal(asked: Understanding, evidence: Sequence[Evidence]) -> bool:
    """Whether a goal is asked for, and nothing is told of what is to be."""
    return _ASKS_GOAL.search(asked.text) is not None and not any(
        _GOAL.search(text) for one in evidence for text in (one.quote, *one.headings)
    )


def _is_only_change(asked: Understanding, said: Sequence[str]) -> bool:
    """Whether an amount is asked for, and all that is told is what it rose or fell by."""
    if not asked.asks(Asked.AMOUNT) or _ASKS_CHANGE.search(asked.text):
        return False
    amounts = [(one, text) for text in said for one in corpus.find_amounts(text)]
    return bool(amounts) and all(_CHANGED.match(text, one.end) for one, text in amounts)


def _is_of_other_side(asked: Understanding, said: Sequence[str]) -> bool:
    """Whether figures are of what excludes the one asked for: income for outlay, May for March."""
    for own, rival in (*_SIDES, *(pair[::-1] for pair in _SIDES)):
        is_told = any(rival in text for text in said) and not any(own in text for text in said)
        if is_told and own in asked.text and rival not in asked.text:
            return True
    for numbered in _NUMBERED:
        wanted = set(numbered.findall(asked.text))
        told = {number for text in said for number in numbered.findall(text)}
        if wanted and told and not wanted & told:
            return True
    return False
