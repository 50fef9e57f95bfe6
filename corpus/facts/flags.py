"""Flags that several readers of facts set, each with what it tells of a figure."""

from __future__ import annotations

THRESHOLD = "threshold"
"""A bound from which on, or up to which, something is done: nothing that is spent or counted."""
SUPPORT_LIMIT = "support_limit"
"""The most that one who asks for support may get."""
PER_UNIT = "per_unit"
"""What one person, place or thing gets or costs."""
WHOLE_PERIOD = "whole_period"
"""For all years of a plan or project together, so of no one year."""
GOAL = "goal"
"""What is aimed at, not what was reached."""
WEIGHT = "weight"
"""How many points something is given in a scheme of marks, not how many were reached."""
SHARE = "share"
"""What part of a whole something is, in per cent."""
