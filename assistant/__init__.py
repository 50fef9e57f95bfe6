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
from assistant.flags import SettingsError, about, read_declared
from assistant.headers import SECURITY_HEADERS, SecurityHeaders
from assistant.intake import IntakeOptions
from assistant.language_model import LanguageModelError, LanguageModelOptions
from assistant.logs import RequestLog, accepted_id, configure_logs, note_request
from assistant.pages import Pages
from assistant.pipeline import Assistant
from assistant.readers import Readers, ReadingOptions
from assistant.refusals import Refusals
from assistant.routes import RouteOptions, open_asking, routes
from assistant.service import Opened, Service
from assistant.settings import AssistantOptions
from assistant.spending import PurseOptions
from assistant.trace import Trace
from assistant.types import Answer, AnswerStatus, Calculation, Citation, Question
from assistant.widget import WidgetError, Widgets, open_widgets, widget_routes
from assistant.writer import Writer, open_writer

__all__ = [
    "FEEDBACK_DAYS",
    "LEAST_TOKEN_CHARACTERS",
    "SECURITY_HEADERS",
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
    "Readers",
    "ReadingOptions",
    "Refusals",
    "RequestLog",
    "RouteOptions",
    "SecurityHeaders",
    "Service",
    "SettingsError",
    "Trace",
    "WidgetError",
    "Widgets",
    "Writer",
    "about",
    "accepted_id",
    "configure_logs",
    "note_request",
    "open_asking",
    "open_feedback",
    "open_widgets",
    "open_writer",
    "read_declared",
    "routes",
    "widget_routes",
]
