"""The words of every refusal, read from replies.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from assistant.types import AnswerStatus


class Reason(StrEnum):
    """Why a question is not answered; each has its own words."""

    NO_EVIDENCE = "no_evidence"
    NO_VALUE = "no_value"
    OTHER_PLACE = "other_place"
    OTHER_YEAR = "other_year"
    OTHER_NUMBER = "other_number"
    NO_RANK = "no_rank"
    WHICH_PLACE = "which_place"
    UNTOLD = "untold"
    CUT_OFF = "cut_off"
    UNSAFE = "unsafe"
    HARM = "harm"
    INSULT = "insult"
    PERSONAL = "personal"
    LEGAL_ADVICE = "legal_advice"
    MEDICAL_ADVICE = "medical_advice"
    PARTY_PREFERENCE = "party_preference"
    GREETING = "greeting"
    ABOUT = "about"
    HOLDINGS = "holdings"
    OFF_TOPIC = "off_topic"
    WITHHELD = "withheld"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """One reason's status and its words in both languages."""

    status: AnswerStatus
    ko: str
    en: str

    def said(self, language: str, **values: str) -> str:
        """The words in a language ('ko', else English) with their blanks filled in."""
        return (self.ko if language == "ko" else self.en).format(**values).strip()


@cache
def replies() -> dict[str, Reply]:
    """Every reply by its name; those without a status are parts of others."""
    table = tomllib.loads(Path(__file__).with_name("replies.toml").read_text(encoding="utf-8"))
    return {
        name: Reply(status=AnswerStatus(row.get("status", "not_found")), ko=row["ko"], en=row["en"])
        for name, row in table.items()
    }
