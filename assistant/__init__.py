"""Questions in, answers with citations out."""

from assistant.desk import DeskOptions
from assistant.headers import SecurityHeaders
from assistant.intake import IntakeOptions
from assistant.logs import RequestLog, configure_logs
from assistant.pages import Pages
from assistant.pipeline import Assistant, AssistantOptions, Trace
from assistant.refusals import Refusals
from assistant.routes import RouteOptions, routes
from assistant.service import Opened, Service
from assistant.types import Answer, AnswerStatus, Calculation, Citation, Question

__all__ = [
    "Answer",
    "AnswerStatus",
    "Assistant",
    "AssistantOptions",
    "Calculation",
    "Citation",
    "DeskOptions",
    "IntakeOptions",
    "Opened",
    "Pages",
    "Question",
    "Refusals",
    "RequestLog",
    "RouteOptions",
    "SecurityHeaders",
    "Service",
    "Trace",
    "configure_logs",
    "routes",
]
