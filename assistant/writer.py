"""The writer: a language model may say an answer's words, each sentence through the same gate.

The composer's draft comes first and is complete. A model is asked to put its own sentences in the
place of the composer's; the quotes with their sources and dates stay as they are. Each sentence
of the model is judged as soon as it is finished: the gate says whether it is true, `relevance`
whether it answers, and the first that fails ends the listening. What passed before stands by
itself, and where nothing passed the answer is the composer's. So a sentence that has been let out
is never taken back, and nothing that is let out is unproved.
"""

from __future__ import annotations

import re
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Protocol

import structlog

from assistant.breaker import Breaker, BreakerOptions
from assistant.brief import BriefOptions, Message, brief, most_tokens_of
from assistant.compose import Draft
from assistant.dictation import Dictation, DictationOptions, is_plain
from assistant.evidence import Evidence
from assistant.language_model import LanguageModel, LanguageModelOptions, SilentError
from assistant.relevance import RelevanceOptions, relevance_fault
from assistant.spending import Purse, PurseOptions
from assistant.understand import Understanding
from assistant.verify import Verdict

_log = structlog.get_logger("sijeong.writer")

# The composer's sentences that quote a source end in its quotation; all others are its own words.
_QUOTING = re.compile(r"” \[\d+\]\.?$")

Heard = Callable[[str], None]
"""Takes each sentence of an answer that is certain to stay, before the rest is there."""


class Outcome(StrEnum):
    """How asking a model ended; only with `used` are its words in the answer."""

    USED = "used"
    FALLBACK = "fallback"
    FAILED = "failed"
    CAPPED = "capped"
    RESTING = "resting"


class Speaker(Protocol):
    """What says something: `LanguageModel`, or a fake in tests."""

    @property
    def most_tokens(self) -> int:
        """The most tokens of one reply."""

    def speak(self, messages: Sequence[Message], heard: Callable[[str], bool], *, told: int) -> int:
        """Give `heard` every piece until it returns False; the tokens used, or SilentError."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WriterOptions:
    """The options of everything that a writer uses.

    `tries` of a model are paid for at most: the first and one more.
    """

    brief: BriefOptions = field(default_factory=BriefOptions)
    dictation: DictationOptions = field(default_factory=DictationOptions)
    relevance: RelevanceOptions = field(default_factory=RelevanceOptions)
    breaker: BreakerOptions = field(default_factory=BreakerOptions)
    tries: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Proved:
    """The composer's answer as the gate left it, with what it rests on.

    `gate` judges another draft by the same citations, texts, question and facts.
    """

    asked: Understanding
    evidence: tuple[Evidence, ...]
    verdict: Verdict
    gate: Callable[[Draft], Verdict]


class Writer:
    """Puts a model's sentences in the place of the composer's, where they hold."""

    def __init__(self, model: Speaker, purse: Purse, options: WriterOptions | None = None) -> None:
        self._model = model
        self._purse = purse
        self._options = options or WriterOptions()
        self._breaker = Breaker(self._options.breaker)
        self._turn = threading.Lock()
        self._counts: Counter[Outcome] = Counter()

    @property
    def counts(self) -> Mapping[str, int]:
        """How often asking ended in which way, since the start, every outcome named."""
        with self._turn:
            return {one.value: self._counts[one] for one in Outcome}

    def write(self, proved: Proved, heard: Heard | None = None) -> Verdict | None:
        """The answer with a model's words; None where the composer's is to leave as it is.

        `heard` takes each sentence that has passed, at once. Blocks while the model speaks.
        """
        messages = brief(
            proved.asked.text,
            proved.asked.language,
            proved.verdict.citations,
            proved.verdict.draft.text,
            self._options.brief,
        )
        told = most_tokens_of(messages)
        if self._breaker.is_open:
            self._end(Outcome.RESTING)
            return None
        most = self._options.tries * (told + self._model.most_tokens)
        reserved = self._purse.reserve(most)
        if reserved is None:
            self._end(Outcome.CAPPED)
            return None
        started, used, reason = time.perf_counter(), most, ""
        hearing = _Hearing(proved, self._options, heard)
        try:
            used = self._model.speak(messages, hearing.take, told=told)
            hearing.finish()
            self._breaker.succeeded()
        except SilentError as error:
            used, reason = error.tokens, error.reason
            self._breaker.failed()
        finally:
            self._purse.settle(reserved, used)
        written = hearing.verdict()
        outcome = Outcome.USED if written else Outcome.FAILED if reason else Outcome.FALLBACK
        # A reason never holds words of the question or of the reply.
        reason = reason or hearing.reason
        ms = round(1000 * (time.perf_counter() - started), 1)
        self._end(outcome, reason=reason, tokens=used, ms=ms)
        return written

    def _end(self, outcome: Outcome, **said: object) -> None:
        with self._turn:
            self._counts[outcome] += 1
        _log.info("written", outcome=outcome.value, **said)


def open_writer(model: LanguageModelOptions, caps: PurseOptions, file: Path) -> Writer:
    """A writer whose purse keeps the day's sum in `file`; LanguageModelError where it cannot work.

    Open one for the life of the program: its purse has to see what every answer costs.
    """
    return Writer(LanguageModel(model), Purse(caps, file=file))


class _Hearing:
    """One reply while it is heard: which of its sentences passed, and why it ended."""

    def __init__(self, proved: Proved, options: WriterOptions, heard: Heard | None) -> None:
        self._proved = proved
        self._options = options
        self._heard = heard
        self._dictation = Dictation(options.dictation)
        self._leads, self._kept = _parted(proved.verdict)
        self._passed: list[str] = []
        self.reason = ""

    def take(self, piece: str) -> bool:
        """Judge the sentences that a piece finishes; whether more is wanted."""
        self._judge(self._dictation.hear(piece))
        return not self.reason and not self._dictation.is_over

    def finish(self) -> None:
        """Judge what stands at the end."""
        if not self.reason:
            self._judge(self._dictation.end())

    def verdict(self) -> Verdict | None:
        """The gate's word on the sentences that passed with those that stay behind them."""
        if not self._passed:
            return None
        draft = self._proved.verdict.draft
        whole = replace(draft, sentences=(*self._passed, *self._kept))
        return self._proved.gate(whole)

    def _judge(self, sentences: Iterable[str]) -> None:
        for sentence in sentences:
            if self.reason:
                return
            self.reason = self._fault(sentence)
            if not self.reason:
                self._passed.append(sentence)
                if self._heard is not None:
                    self._heard(sentence)

    def _fault(self, sentence: str) -> str:
        if not is_plain(sentence):
            return "not plain words"
        draft = self._proved.verdict.draft
        alone = self._proved.gate(replace(draft, sentences=(sentence,), caveats=()))
        if not alone.holds:
            return next(iter(alone.removed), "").partition(":")[0]
        cited = [self._proved.evidence[one.number - 1] for one in alone.citations]
        # The first sentence is the answer; one behind it may say less.
        leads = () if self._passed else self._leads
        options = self._options.relevance
        return relevance_fault(sentence, cited, leads, self._proved.asked, options)


def _parted(verdict: Verdict) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The composer's own words, which a model may replace, and the sentences that stay."""
    draft = verdict.draft
    stays = [one in draft.caveats or bool(_QUOTING.search(one)) for one in draft.sentences]
    both = tuple(zip(draft.sentences, stays, strict=True))
    return (
        tuple(sentence for sentence, stays in both if not stays),
        tuple(sentence for sentence, stays in both if stays),
    )
