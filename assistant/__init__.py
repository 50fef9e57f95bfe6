"""Questions in, answers with citations out."""

from assistant.pipeline import Assistant, AssistantOptions, Trace
from assistant.routes import routes
from assistant.types import Answer, AnswerStatus, Calculation, Citation, Question

__all__ = [
    "Answer",
    "AnswerStatus",
    "Assistant",
    "AssistantOptions",
    "Calculation",
    "Citation",
    "Question",
    "Trace",
    "routes",
]
