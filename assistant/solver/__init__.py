"""Solving: a reckoning that a question spells out, over the figures that it describes."""

from assistant.solver.omissions import leaves_out
from assistant.solver.options import SolverOptions
from assistant.solver.parts import portioned
from assistant.solver.solve import solve

__all__ = ["SolverOptions", "leaves_out", "portioned", "solve"]
