"""What citizens say of answers, kept where the operator wants it, for staff to learn from."""

from assistant.feedback.access import LEAST_TOKEN_CHARACTERS
from assistant.feedback.box import FeedbackBox, FeedbackOptions, enclosure, open_feedback
from assistant.feedback.routes import feedback_routes
from assistant.feedback.store import FEEDBACK_DAYS, FeedbackError, RetentionOptions

__all__ = [
    "FEEDBACK_DAYS",
    "LEAST_TOKEN_CHARACTERS",
    "FeedbackBox",
    "FeedbackError",
    "FeedbackOptions",
    "RetentionOptions",
    "enclosure",
    "feedback_routes",
    "open_feedback",
]
