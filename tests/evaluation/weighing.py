"""Which values of the assistant's own options answer best: its ranking, declining and choosing.

Every number between 0 and 1 among the options of `STEPS` is moved a step up and a step down, all
questions are answered anew from the same searches, and a value is changed only where the gain is
surely more than chance. The questions are few and were at hand while the rules were written, so
most values stay as they are; what was tried, and what it gave, is the record.

How sure a gain is, is reckoned by documents: questions about one document win and lose together.
The held-out score is that of the whole procedure: values are chosen without the questions of a
fold (all questions about a document are in one), and those questions are answered with them.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, fields, is_dataclass, replace
from pathlib import Path
from typing import Any, TypeVar, cast

import assistant
import corpus
import index
from assistant.decline import judge as judge_decline
from assistant.decline import out_of_scope
from assistant.evidence import Evidence
from assistant.retrieve import Candidate, Retrieved, RetrieveOptions, gather, rank
from assistant.select import good_candidates, select
from assistant.understand import understand
from tests.evaluation.__main__ import TRIALS, Trial, ask_all
from tests.evaluation.measures import Case, Outcome, read_cases
from tests.evaluation.retrieval import gain
from tests.evaluation.tasks import group_fold

Options = TypeVar("Options")

STEPS = ("understand", "retrieve", "decline", "select", "compose")
"""The steps of an answer whose options are weighed; what they hold in turn is weighed too."""
YARDSTICK = "retrieve.coverage_weight"
"""Not moved: the other weights of the ranking are moved against it."""
STEP = 0.5
"""Of the logarithm of the odds: 0.06 becomes 0.037 or 0.095, 0.5 becomes 0.38 or 0.62."""
DIGITS = 3
SURE = 2.0
"""Standard errors by which a value has to gain before it replaces another: with 60 values tried,
one or two gain one by chance, in spite of nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The questions of one trial, and the snapshot that answers them, its searches remembered."""

    name: str
    cases: tuple[Case, ...]
    snapshot: index.Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class Gain:
    """What a value gains over another, a question: mean, standard error, and whole answers."""

    mean: float
    error: float
    won: int
    lost: int

    @property
    def is_sure(self) -> bool:
        """Whether chance is no likely reason for it."""
        return self.mean > SURE * self.error


class Remembering:
    """A snapshot that looks nothing up twice, for questions that are answered again and again."""

    def __init__(self, snapshot: index.Snapshot) -> None:
        self._snapshot = snapshot
        self._found: dict[tuple[str, str], object] = {}

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  # whatever the snapshot has there
        known = getattr(self._snapshot, name)
        if not callable(known):
            return known

        def remembered(*arguments: object) -> object:
            key = (name, repr(arguments))
            if key not in self._found:
                self._found[key] = known(*arguments)
            return self._found[key]

        return remembered


class Weighing:
    """Answers to the same questions under different options, asked for only where they differ.

    A question is answered anew where other options change what is understood, the candidates
    (their order and marks), which of them are good, the reason to decline, or what is quoted.
    """

    def __init__(self, asked: Sequence[Asked]) -> None:
        self._asked = asked
        self._outcomes: dict[assistant.AssistantOptions, tuple[Outcome, ...]] = {}
        self._gathered: dict[object, tuple[Evidence, ...]] = {}
        self._retrieved: dict[object, Retrieved] = {}
        self._known: dict[object, list[tuple[object, Outcome]]] = {}
        cases = [case for one in asked for case in one.cases]
        self.groups = [_group(case) for case in cases]

    def outcomes(self, options: assistant.AssistantOptions) -> tuple[Outcome, ...]:
        """The outcome of every question, in the order of the trials."""
        if options not in self._outcomes:
            self._outcomes[options] = tuple(
                self._outcome(asked, case, options) for asked in self._asked for case in asked.cases
            )
        return self._outcomes[options]

    def _outcome(self, asked: Asked, case: Case, options: assistant.AssistantOptions) -> Outcome:
        place = (asked.name, case.id)
        steps = self._steps(asked, case, options)
        known = self._known.setdefault((place, options.compose), [])
        for before, outcome in known:
            if before == steps:
                return outcome
        (outcome,) = ask_all([case], asked.snapshot, options, warming=0)
        known.append((steps, outcome))
        return outcome

    def _steps(self, asked: Asked, case: Case, options: assistant.AssistantOptions) -> object:
        """All that the options that are weighed can change on the way to an answer."""
        reading = understand(case.question, options.understand)
        if out_of_scope(reading) is not None:
            return reading
        place = (asked.name, case.id, options.understand)
        if place not in self._gathered:
            self._gathered[place] = gather(reading, asked.snapshot, options.retrieve)
        # Of the present options alone, since they are the ones that come again.
        is_present = options.retrieve == RetrieveOptions()
        found = self._retrieved.get(place) if is_present else None
        if found is None:
            found = rank(reading, self._gathered[place], asked.snapshot, options.retrieve)
        if is_present:
            self._retrieved[place] = found
        good = good_candidates(reading, found, options.decline)
        return (
            reading,
            tuple(_marks(one) for one in found.candidates),
            tuple(_marks(one) for one in good),
            judge_decline(reading, found, options.decline),
            select(reading, found, good, options.select) if good else (),
        )

    def gained(
        self,
        options: assistant.AssistantOptions,
        present: assistant.AssistantOptions,
        places: Sequence[int],
    ) -> Gain:
        """What options gain over the present ones for the questions at these places."""
        before, after = self.outcomes(present), self.outcomes(options)
        return gain_of(
            [(before[at], after[at]) for at in places], [self.groups[at] for at in places]
        )


def weigh(
    data: Path, embedder: index.Embedder, folds: int, sample: int | None = None
) -> dict[str, Any]:
    """Try every value, choose, and say what was tried, as data for the record.

    `sample`: of each trial only so many questions, evenly spread.
    """
    with ExitStack() as stack:
        asked = [
            _opened(trial, data, embedder, stack, sample)
            for trial in TRIALS
            # The originals alone are asked about by questions that are asked of all together, too.
            if not trial.missing and trial.name != "seeds"
        ]
        return report(Weighing(asked), assistant.AssistantOptions(), folds) | {
            "questions": {one.name: len(one.cases) for one in asked}
        }


def report(weighing: Weighing, present: assistant.AssistantOptions, folds: int) -> dict[str, Any]:
    """What each value gives, which are chosen, and how well the choice does on what is held out."""
    everywhere = range(len(weighing.groups))
    tried: dict[str, dict[float, Gain]] = {}
    for name in names_of(present):
        tried[name] = {
            value: weighing.gained(moved(present, name, value), present, everywhere)
            for value in neighbours(value_of(present, name))
        }
        said = {value: _shown(found) for value, found in tried[name].items()}
        sys.stderr.write(f"{name} {value_of(present, name)} {said}\n")
    chosen = choose(weighing, present, everywhere)
    return {
        "present": _measures(weighing.outcomes(present)),
        "learned": _measures(weighing.outcomes(chosen)),
        "held_out": held_out(weighing, present, folds),
        "options": {
            name: {
                "present": value_of(present, name),
                "chosen": value_of(chosen, name),
                "tried": {str(value): _shown(found) for value, found in values.items()},
            }
            for name, values in tried.items()
        },
    }


def choose(
    weighing: Weighing, present: assistant.AssistantOptions, places: Sequence[int]
) -> assistant.AssistantOptions:
    """The present options with every value replaced that surely does better on these questions.

    Each is weighed beside the present values of the others, and goes on in the direction in which
    it gains; where the chosen values together gain less than nothing, none of them is taken.
    """
    chosen = present
    for name in names_of(present):
        best, base = value_of(present, name), present
        for value in neighbours(best):
            at, direction = value, math.copysign(1.0, value - best)
            while weighing.gained(moved(present, name, at), base, places).is_sure:
                best, base = at, moved(present, name, at)
                at = stepped(at, direction)
        chosen = moved(chosen, name, best)
    is_better = chosen == present or weighing.gained(chosen, present, places).mean > 0
    return chosen if is_better else present


def held_out(weighing: Weighing, present: assistant.AssistantOptions, folds: int) -> dict[str, Any]:
    """How well values do that were chosen without the questions that they are then tried on."""
    pairs: list[tuple[Outcome, Outcome]] = []
    groups: list[str] = []
    for fold in range(folds):
        inside = [
            at for at, group in enumerate(weighing.groups) if group_fold(group, folds) == fold
        ]
        outside = [at for at in range(len(weighing.groups)) if at not in set(inside)]
        chosen = choose(weighing, present, outside)
        before, after = weighing.outcomes(present), weighing.outcomes(chosen)
        pairs += [(before[at], after[at]) for at in inside]
        groups += [weighing.groups[at] for at in inside]
    return {
        "present": _mean([worth(before) for before, _ in pairs]),
        "learned": _mean([worth(after) for _, after in pairs]),
        "gain": _shown(gain_of(pairs, groups)),
    }


def gain_of(pairs: Sequence[tuple[Outcome, Outcome]], groups: Sequence[str]) -> Gain:
    """What the second outcomes are worth beyond the first, with the error of groups as wholes."""
    differences = [worth(after) - worth(before) for before, after in pairs]
    sums: dict[str, float] = {}
    for group, difference in zip(groups, differences, strict=True):
        sums[group] = sums.get(group, 0.0) + difference
    total = max(1, len(differences))
    return Gain(
        mean=sum(differences) / total,
        error=math.sqrt(sum(one * one for one in sums.values())) / total,
        won=sum(after.is_good and not before.is_good for before, after in pairs),
        lost=sum(before.is_good and not after.is_good for before, after in pairs),
    )


def worth(outcome: Outcome) -> float:
    """What an answer is worth, 0..1: half for being fully right, half for ranking its evidence.

    A question without evidence has no ranks, so being right is all.
    """
    if not outcome.ranks or outcome.case.category:
        return float(outcome.is_good)
    return (outcome.is_good + gain(outcome.ranks)) / 2


def names_of(options: assistant.AssistantOptions) -> tuple[str, ...]:
    """The options that are weighed, with dots: 'retrieve.match.synonym'."""
    found = [f"{step}.{name}" for step in STEPS for name in _inside(getattr(options, step))]
    return tuple(name for name in found if name != YARDSTICK)


def value_of(options: assistant.AssistantOptions, name: str) -> float:
    """The value of an option by its name with dots."""
    found: object = options
    for part in name.split("."):
        found = getattr(found, part)
    return cast("float", found)


def moved(
    options: assistant.AssistantOptions, name: str, value: float
) -> assistant.AssistantOptions:
    """The options with one of them at another value."""
    return _moved(options, name.split("."), value)


def neighbours(value: float) -> tuple[float, float]:
    """The values a step below and above."""
    return stepped(value, -1.0), stepped(value, 1.0)


def stepped(value: float, direction: float) -> float:
    """The value a step on, between 0 and 1 as it is itself."""
    odds = value / (1 - value) * math.exp(STEP * direction)
    return round(odds / (1 + odds), DIGITS)


def _moved(options: Options, path: Sequence[str], value: float) -> Options:
    name, *rest = path
    inner = _moved(getattr(options, name), rest, value) if rest else value
    change: Mapping[str, Any] = {name: inner}
    return cast("Callable[..., Options]", replace)(options, **change)


def _inside(options: object) -> Iterator[str]:
    if not is_dataclass(options):
        return
    for one in fields(options):
        value = getattr(options, one.name)
        if is_dataclass(value):
            yield from (f"{one.name}.{name}" for name in _inside(value))
        elif isinstance(value, float):
            yield one.name


def _opened(
    trial: Trial, data: Path, embedder: index.Embedder, stack: ExitStack, sample: int | None
) -> Asked:
    content = corpus.read_folders(trial.folders)
    snapshot = index.ensure_snapshot(content, data, embedder=embedder)
    stack.callback(snapshot.close)
    cases = [case for path in trial.sets for case in read_cases(path, left_out=trial.left_out)]
    step = max(1, len(cases) // sample) if sample else 1
    return Asked(
        name=trial.name,
        cases=tuple(cases[::step]),
        snapshot=cast("index.Snapshot", Remembering(snapshot)),
    )


def _marks(one: Candidate) -> tuple[object, ...]:
    """What a candidate is, and what later steps read of it."""
    evidence = one.evidence
    return (
        (evidence.document.id, evidence.start, evidence.end, evidence.is_group, evidence.subject),
        one.coverage,
        one.strengths,
        one.missing,
        one.holds,
        (one.fits_place, one.fits_year, one.fits_ordinal),
    )


def _group(case: Case) -> str:
    """What belongs together: questions about a document; one without evidence is by itself."""
    return min((min(one.sources) for one in case.evidence if one.sources), default=case.id)


def _measures(outcomes: Sequence[Outcome]) -> dict[str, float]:
    return {
        "worth": _mean([worth(one) for one in outcomes]),
        "fully_right": _mean([float(one.is_good) for one in outcomes]),
    }


def _mean(values: Sequence[float]) -> float:
    return round(sum(values) / max(1, len(values)), 4)


def _shown(found: Gain) -> dict[str, float]:
    return {
        "gain": round(found.mean, 4),
        "error": round(found.error, 4),
        "won": found.won,
        "lost": found.lost,
    }
