"""The options of every step of an answer, together."""

from __future__ import annotations

from dataclasses import dataclass, field

from assistant.bearers import BearerOptions
from assistant.cell_answers import CellAnswerOptions
from assistant.compose import ComposeOptions
from assistant.compute import ComputeOptions
from assistant.counted import CountedOptions
from assistant.counting import CountingOptions
from assistant.decline import DeclineOptions
from assistant.extremes import ExtremeOptions
from assistant.graded import GradedOptions
from assistant.hearsay import HearsayOptions
from assistant.increments import IncrementOptions
from assistant.listing import ListingOptions
from assistant.movements import MovementOptions
from assistant.notes import NoteOptions
from assistant.overview import OverviewOptions
from assistant.pairs import PairOptions
from assistant.parted import PartOptions
from assistant.podium import PodiumOptions
from assistant.rates import RateOptions
from assistant.retrieve import RetrieveOptions
from assistant.runs import RunOptions
from assistant.select import SelectOptions
from assistant.shares import ShareOptions
from assistant.solver import SolverOptions
from assistant.standings import StandingOptions
from assistant.stretches import StretchOptions
from assistant.sums import SumOptions
from assistant.superlative import SuperlativeOptions
from assistant.understand import UnderstandOptions


@dataclass(frozen=True, slots=True, kw_only=True)
class AssistantOptions:
    """The options of every step, together."""

    understand: UnderstandOptions = field(default_factory=UnderstandOptions)
    retrieve: RetrieveOptions = field(default_factory=RetrieveOptions)
    decline: DeclineOptions = field(default_factory=DeclineOptions)
    select: SelectOptions = field(default_factory=SelectOptions)
    hearsay: HearsayOptions = field(default_factory=HearsayOptions)
    graded: GradedOptions = field(default_factory=GradedOptions)
    cell: CellAnswerOptions = field(default_factory=CellAnswerOptions)
    compute: ComputeOptions = field(default_factory=ComputeOptions)
    counting: CountingOptions = field(default_factory=CountingOptions)
    counted: CountedOptions = field(default_factory=CountedOptions)
    listing: ListingOptions = field(default_factory=ListingOptions)
    overview: OverviewOptions = field(default_factory=OverviewOptions)
    bearers: BearerOptions = field(default_factory=BearerOptions)
    shares: ShareOptions = field(default_factory=ShareOptions)
    standing: StandingOptions = field(default_factory=StandingOptions)
    superlative: SuperlativeOptions = field(default_factory=SuperlativeOptions)
    increment: IncrementOptions = field(default_factory=IncrementOptions)
    sums: SumOptions = field(default_factory=SumOptions)
    rate: RateOptions = field(default_factory=RateOptions)
    movement: MovementOptions = field(default_factory=MovementOptions)
    quotient: StretchOptions = field(default_factory=StretchOptions)
    pair: PairOptions = field(default_factory=PairOptions)
    podium: PodiumOptions = field(default_factory=PodiumOptions)
    extreme: ExtremeOptions = field(default_factory=ExtremeOptions)
    run: RunOptions = field(default_factory=RunOptions)
    solver: SolverOptions = field(default_factory=SolverOptions)
    note: NoteOptions = field(default_factory=NoteOptions)
    compose: ComposeOptions = field(default_factory=ComposeOptions)
    parts: PartOptions = field(default_factory=PartOptions)
