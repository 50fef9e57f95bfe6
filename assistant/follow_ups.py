"""Questions that go on from an answer, each of which the assistant has answered already.

They are made from facts beside those of the answer: the same thing in a neighbouring year, then
other figures of the same document. A courtesy comes last, so there is one
worker, nobody waits for it, and while it is busy nothing is offered.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

import anyio
import anyio.to_thread
from starlette.requests import Request
from starlette.responses import Response

import corpus
import index
from assistant.desk import Answerer, Holder
from assistant.examples import (
    FIGURE_KINDS,
    MONEY_KINDS,
    ExampleOptions,
    example_question,
    is_presentable,
    is_proved,
)
from assistant.intake import LANGUAGES, IntakeOptions, check_text, read_json
from assistant.problems import RequestError
from assistant.types import Question
from assistant.wire import encode

ADDRESS = "/api/follow-ups"


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpOptions:
    """How many are offered and how much may be done for them.

    `count` fit under an answer without hiding it. `tries` questions are answered at most, each some
    tens of milliseconds of one processor. `most_ids` facts of an answer are looked at, ids of up to
    `longest_id` characters; `beside` of a document are candidates. After `seconds` on the clock no
    further question is begun, and after as many of a processor the one at work is given up.
    `remembered` offers are kept, of some hundred bytes each.
    """

    count: int = 3
    tries: int = 6
    most_ids: int = 8
    longest_id: int = 200
    beside: int = 80
    seconds: float = 1.5
    remembered: int = 2_000
    names: ExampleOptions = field(default_factory=ExampleOptions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What an answer was made of: the ids of its facts and cited documents, as a client tells."""

    language: str
    question: str
    fact_ids: tuple[str, ...]
    document_ids: tuple[str, ...]


class FollowUps:
    """Offers questions and remembers what it has offered; `guide` gives who answers, or None."""

    def __init__(
        self,
        holder: Holder,
        guide: Callable[[], Answerer | None],
        intake: IntakeOptions,
        options: FollowUpOptions | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._holder = holder
        self._clock = clock
        self._guide = guide
        self._intake = intake
        self._options = options or FollowUpOptions()
        self._worker = threading.Lock()
        self._limiter = anyio.CapacityLimiter(1)
        self._offered: OrderedDict[tuple[str, Wish], tuple[str, ...]] = OrderedDict()

    async def endpoint(self, request: Request) -> Response:
        """`POST /api/follow-ups` with the `facts` and `documents` (ids) of an answer."""
        wish = self._check(await read_json(request, self._intake))
        # A second courtesy at the same time would only take processors from questions.
        if self._limiter.borrowed_tokens:
            questions: tuple[str, ...] = ()
        else:
            questions = await anyio.to_thread.run_sync(self.offer, wish, limiter=self._limiter)
        return Response(
            encode({"questions": list(questions)}),
            media_type="application/json",
            headers={"cache-control": "no-store"},
        )

    def offer(self, wish: Wish) -> tuple[str, ...]:
        """The questions; none while there is nobody to prove them or another wish is worked on."""
        guide = self._guide()
        if guide is None or not self._worker.acquire(blocking=False):
            return ()
        try:
            with self._holder.lease() as snapshot:
                key = (snapshot.manifest.snapshot_id, wish)
                if key not in self._offered:
                    self._offered[key] = self._proved(wish, snapshot, guide)
                    if len(self._offered) > self._options.remembered:
                        self._offered.popitem(last=False)
                self._offered.move_to_end(key)
                return self._offered[key]
        finally:
            self._worker.release()

    def _check(self, content: Mapping[str, Any]) -> Wish:
        language = content.get("language") or LANGUAGES[0]
        if language not in LANGUAGES:
            raise RequestError("unknown_language")
        return Wish(
            language=language,
            question=check_text(
                "question",
                content.get("question", ""),
                limit=self._intake.max_question_characters,
            ),
            fact_ids=self._ids(content, "facts"),
            document_ids=self._ids(content, "documents"),
        )

    def _ids(self, content: Mapping[str, Any], name: str) -> tuple[str, ...]:
        given = content.get(name) or []
        if not isinstance(given, list):
            raise RequestError("not_a_list", field=name)
        if len(given) > self._options.most_ids:
            raise RequestError("too_many_items", field=name, limit=self._options.most_ids)
        limit = self._options.longest_id
        return tuple(dict.fromkeys(check_text(name, one, limit=limit) for one in given))

    def _proved(self, wish: Wish, snapshot: index.Snapshot, guide: Answerer) -> tuple[str, ...]:
        proved: list[str] = []
        # What is proved by then is offered: it is a courtesy, and nobody waits longer for it.
        with suppress(index.ReadingTooLongError), index.reading_within(self._options.seconds):
            for text in self._answered(wish, snapshot, guide):
                proved.append(text)
                if len(proved) == self._options.count:
                    break
        return tuple(proved)

    def _answered(self, wish: Wish, snapshot: index.Snapshot, guide: Answerer) -> Iterator[str]:
        """Those of a few questions that the assistant answers with the fact they were made of."""
        until = self._clock() + self._options.seconds
        seen = {wish.question}
        for fact in _beside(wish, snapshot, self._options):
            text = example_question(fact, wish.language)
            if text in seen:
                continue
            if len(seen) > self._options.tries or self._clock() > until:
                return
            seen.add(text)
            answer = guide.answer(Question(text=text, language=wish.language), snapshot)
            if is_proved(answer, fact):
                yield text


def _beside(
    wish: Wish, snapshot: index.Snapshot, options: FollowUpOptions
) -> Iterator[corpus.Fact]:
    """Facts to ask about next, the nearest to the answer first, each thing and year once."""
    published = index.Publication.CERTAIN
    used: tuple[corpus.Fact, ...] = ()
    if wish.fact_ids:
        used = snapshot.facts(index.RecordRequest(ids=wish.fact_ids, publication=published))
    told = {_asked_of(one) for one in used}
    for fact in chain(
        _elsewhere(used, snapshot, options), _in_documents(used, wish, snapshot, options)
    ):
        if _asked_of(fact) not in told and is_presentable(fact, options.names):
            told.add(_asked_of(fact))
            yield fact


def _asked_of(fact: corpus.Fact) -> tuple[str | None, str, int | None]:
    return fact.municipality, fact.name, fact.fiscal_year


def _elsewhere(
    used: tuple[corpus.Fact, ...], snapshot: index.Snapshot, options: FollowUpOptions
) -> Iterator[corpus.Fact]:
    """The same thing in other years, the nearest first."""
    for fact in used[:2]:
        request = index.RecordRequest(
            name_contains=fact.name,
            municipalities=(fact.municipality,) if fact.municipality else (),
            kinds=(fact.kind,),
            publication=index.Publication.CERTAIN,
            limit=options.beside,
        )
        year = fact.fiscal_year or 0
        same = [one for one in snapshot.facts(request) if one.name == fact.name]
        yield from sorted(same, key=lambda one: abs((one.fiscal_year or 0) - year))


def _in_documents(
    used: tuple[corpus.Fact, ...],
    wish: Wish,
    snapshot: index.Snapshot,
    options: FollowUpOptions,
) -> Iterator[corpus.Fact]:
    """Other figures of the documents that were cited, those that stand nearest first."""
    place = {one.document_id: one.start for one in reversed(used)}
    for document_id in dict.fromkeys((*place, *wish.document_ids[:2])):
        request = index.RecordRequest(
            document_ids=(document_id,),
            kinds=(*MONEY_KINDS, *FIGURE_KINDS),
            publication=index.Publication.CERTAIN,
            limit=options.beside,
        )
        start = place.get(document_id, 0)
        yield from sorted(snapshot.facts(request), key=lambda one: abs(one.start - start))
