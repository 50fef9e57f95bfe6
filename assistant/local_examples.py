"""Examples for a conversation about one place: made of its own documents, worked out when wanted.

The general examples name whatever place came first, so a chat that a city has on its own site would
mostly have none of them to offer.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

import anyio
import anyio.to_thread

import corpus
from assistant.desk import Answerer, Holder
from assistant.examples import ExampleOptions, Welcome, examples_of

_Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalOptions:
    """How much is done for one place, and how much of it is kept.

    `names` bounds the questions tried to about half a second of one processor. Who opens a chat
    waits for them `patience` seconds at most; what is found later is there for the next one.
    `remembered` offers are kept, of some hundred bytes each: both languages of every place.
    """

    names: ExampleOptions = field(default_factory=lambda: ExampleOptions(tries=8))
    patience: float = 3.0
    remembered: int = 600


class LocalExamples:
    """Offers examples by place and language; one place is worked on at a time."""

    def __init__(
        self,
        holder: Holder,
        guide: Callable[[], Answerer | None],
        welcome: Callable[[], Welcome | None],
        options: LocalOptions | None = None,
    ) -> None:
        self._holder = holder
        self._guide = guide
        self._welcome = welcome
        self._options = options or LocalOptions()
        self._limiter = anyio.CapacityLimiter(1)
        self._offered: OrderedDict[_Key, tuple[str, ...]] = OrderedDict()

    async def of(self, place: str, language: str) -> tuple[str, ...]:
        """Examples about the place; none where no document is of it, or nothing came in time."""
        welcome, guide = self._welcome(), self._guide()
        name = _name_in(welcome.municipalities, place) if welcome else None
        if welcome is None or guide is None or name is None:
            return ()
        key = (welcome.snapshot_id, name, language)
        if key not in self._offered:
            with anyio.move_on_after(self._options.patience):
                await anyio.to_thread.run_sync(
                    self._work_out, key, guide, limiter=self._limiter, abandon_on_cancel=True
                )
        return self._offered.get(key, ())

    def _work_out(self, key: _Key, guide: Answerer) -> None:
        if key in self._offered:
            return
        _, name, language = key
        with self._holder.lease() as snapshot:
            found = examples_of(name, language, snapshot, guide, self._options.names)
        self._offered[key] = found
        if len(self._offered) > self._options.remembered:
            self._offered.popitem(last=False)


def _name_in(municipalities: tuple[str, ...], place: str) -> str | None:
    """As the documents call the place; a city's own name may stand with or without its province."""
    if place in municipalities:
        return place
    wanted = corpus.municipality_named(place)
    same = (one for one in municipalities if wanted and corpus.municipality_named(one) == wanted)
    return next(same, None)
