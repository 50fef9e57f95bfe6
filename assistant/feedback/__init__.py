"""What citizens say of answers, kept where the operator wants it, for staff to learn from."""

from assistant.feedback.access import LEAST_TOKEN_CHARACTERS
from assistant.feedback.box import FeedbackBox, FeedbackOptions, enclosure
from assistant.feedback.routes import feedback_routes
from assistant.feedback.store import FeedbackError, RetentionOptions

__all__ = [
    "LEAST_TOKEN_CHARACTERS",
    "FeedbackBox",
    "FeedbackError",
    "FeedbackOptions",
    "RetentionOptions",
    "enclosure",
    "feedback_routes",
]
