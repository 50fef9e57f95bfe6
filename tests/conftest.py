"""What holds for every test."""

from __future__ import annotations

from hypothesis import settings

# A busy machine is no wrong answer: how long an example takes is never what a test is about.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
