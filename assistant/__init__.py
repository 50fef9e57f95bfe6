"""Questions in, answers with citations out."""

from assistant.asking import Asking
from assistant.desk import DeskOptions
from assistant.feedback import (
    FEEDBACK_DAYS,
    LEAST_TOKEN_CHARACTERS,
    FeedbackBox,
    FeedbackError,
    open_feedback,
)
from assistant.headers import SecurityHeaders
from assistant.intake import IntakeOptions
from assistant.language_model import LanguageModelError, LanguageModelOptions
from assistant.logs import RequestLog, configure_logs
from assistant.pages import Pages
from assistant.pipeline import Assistant, AssistantOptions, Trace
from assistant.refusals import Refusals
from assistant.routes import RouteOptions, open_asking, routes
from assistant.service import Opened, Service
from assistant.spending import PurseOptions
from assistant.types import Answer, AnswerStatus, Calculation, Citation, Question
from assistant.writer import Writer, open_writer

__all__ = [
    "FEEDBACK_DAYS",
    "LEAST_TOKEN_CHARACTERS",
    "Answer",
    "AnswerStatus",
    "Asking",
    "Assistant",
    "AssistantOptions",
    "Calculation",
    "Citation",
    "DeskOptions",
    "FeedbackBox",
    "FeedbackError",
    "IntakeOptions",
    "LanguageModelError",
    "LanguageModelOptions",
    "Opened",
    "Pages",
    "PurseOptions",
    "Question",
    "Refusals",
    "RequestLog",
    "RouteOptions",
    "SecurityHeaders",
    "Service",
    "Trace",
    "Writer",
    "configure_logs",
    "open_asking",
    "open_feedback",
    "open_writer",
    "routes",
]
